#include "cli/diff.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "support/ascii.h"

namespace hypelint {
namespace {

// A path as a diff writes it. Git quotes a path that holds control characters, quotation marks or backslashes as C
// does, and ends one that holds spaces with a tab.
std::string unquoted_path(std::string_view written) {
  std::string path;
  if (written.starts_with('"')) {
    for (std::size_t at = 1; at < written.size() && written[at] != '"'; ++at) {
      if (written[at] != '\\' || at + 1 == written.size()) {
        path += written[at];
        continue;
      }
      const char c = written[++at];
      constexpr std::string_view kLetters = "abfnrtv", kMeanings = "\a\b\f\n\r\t\v";
      const std::size_t letter = kLetters.find(c);
      if (c >= '0' && c <= '7') {
        unsigned value = 0;
        const std::size_t end = std::min(at + 3, written.size());
        for (; at < end && written[at] >= '0' && written[at] <= '7'; ++at) {
          value = value * 8 + static_cast<unsigned>(written[at] - '0');
        }
        --at;
        path += static_cast<char>(value);
      } else {
        path += letter == std::string_view::npos ? c : kMeanings[letter];
      }
    }
  } else {
    if (written.ends_with('\t')) written.remove_suffix(1);
    path = written;
  }
  return path;
}

// The path of a "+++ " line without its prefix "b/"; nothing for /dev/null.
std::optional<std::string> path_of(std::string_view written) {
  const std::string path = unquoted_path(written);
  if (!path.starts_with("b/")) return std::nullopt;
  return path.substr(2);
}

// The path of "a/path b/path", both the same; nothing after a renaming.
std::optional<std::string> path_of_both(std::string_view written) {
  const std::string_view second = written.substr(std::min(written.size() / 2 + 1, written.size()));
  const std::string_view first = written.substr(0, written.size() / 2);
  const std::optional<std::string> path = path_of(second);
  return path && unquoted_path(first) == "a/" + *path ? path : std::nullopt;
}

// "@@ -a,b +c,d @@"; a count that is left out is 1.
struct HunkHead {
  std::size_t deleted = 1, first = 0, added = 1;
};

std::size_t read_number(std::string_view& text) {
  std::size_t value = 0;
  while (!text.empty() && ascii::is_digit(text.front())) {
    if (value < 100000000000) value = value * 10 + static_cast<std::size_t>(text.front() - '0');
    text.remove_prefix(1);
  }
  return value;
}

std::size_t read_count(std::string_view& text) {
  if (!text.starts_with(',')) return 1;
  text.remove_prefix(1);
  return read_number(text);
}

std::optional<HunkHead> hunk_head(std::string_view line) {
  if (!line.starts_with("@@ -")) return std::nullopt;
  line.remove_prefix(4);
  HunkHead head;
  read_number(line);
  head.deleted = read_count(line);
  if (!line.starts_with(" +")) return std::nullopt;
  line.remove_prefix(2);
  head.first = read_number(line);
  head.added = read_count(line);
  return head;
}

std::string_view without_spaces(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}

// Whether the line may have been part of the block beside it: it does not begin one of its own.
bool continues_text(std::string_view line) {
  line = without_spaces(line);
  if (line.empty() || std::string_view("#<>|*+-=~`:").find(line.front()) != std::string_view::npos) return false;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits == 0 || digits == line.size() || (line[digits] != '.' && line[digits] != ')');
}

class DiffReader {
 public:
  explicit DiffReader(std::string_view patch) : rest_(patch) {}

  std::vector<ChangedFile> read() {
    bool wanted = false;  // hunks belong to files_.back()
    while (!rest_.empty()) {
      const std::string_view line = next_line();
      if (line.starts_with("diff --git ")) {
        wanted = false;
        is_new_ = false;
        both_ = path_of_both(line.substr(11));
      } else if (line.starts_with("rename to ")) {
        both_ = unquoted_path(line.substr(10));
      } else if (line.starts_with("Binary files ") && !line.ends_with(" and /dev/null differ")) {
        if (both_) files_.push_back({*both_, true, {}});
      } else if (line.starts_with("new file mode ")) {
        is_new_ = true;
      } else if (line.starts_with("+++ ")) {
        const std::optional<std::string> path = path_of(line.substr(4));
        wanted = path.has_value();
        if (wanted) files_.push_back({*path, is_new_, {}});
      } else if (const std::optional<HunkHead> head = hunk_head(line)) {
        take_hunk(*head, wanted);
      }
    }
    return std::move(files_);
  }

 private:
  std::string_view next_line() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return line;
  }

  // Skips `count` lines that begin with the mark and gives the first and the last without it.
  std::pair<std::string_view, std::string_view> take_lines(std::size_t count, char mark) {
    std::pair<std::string_view, std::string_view> ends;
    for (std::size_t i = 0; i < count && !rest_.empty() && rest_.front() == mark; ++i) {
      const std::string_view line = next_line().substr(1);
      if (i == 0) ends.first = line;
      ends.second = line;
      if (rest_.starts_with('\\')) next_line();  // "\ No newline at end of file"
    }
    return ends;
  }

  void take_hunk(const HunkHead& head, bool wanted) {
    const auto deleted = take_lines(head.deleted, '-');
    const auto added = take_lines(head.added, '+');
    if (!wanted) return;
    const bool open_before = head.added == 0 || without_spaces(added.first).empty();
    const bool open_after = head.added == 0 || without_spaces(added.second).empty();
    // Without added lines the text was deleted after line `first`.
    const std::size_t before = head.added == 0 ? head.first : head.first - std::min<std::size_t>(head.first, 1);
    const std::size_t after = head.first + std::max<std::size_t>(head.added, 1);
    if (head.deleted > 0 && open_before && continues_text(deleted.first)) add(before, before);
    if (head.added > 0) add(head.first, head.first + head.added - 1);
    if (head.deleted > 0 && open_after && continues_text(deleted.second)) add(after, after);
  }

  void add(std::size_t first, std::size_t last) {
    if (last == 0) return;
    std::vector<LineRange>& lines = files_.back().lines;
    if (!lines.empty() && first <= lines.back().last + 1) {
      lines.back().last = std::max(lines.back().last, last);
    } else {
      lines.push_back({first, last});
    }
  }

  std::string_view rest_;
  bool is_new_ = false;
  std::optional<std::string> both_;  // the path of the file, where its head tells it
  std::vector<ChangedFile> files_;
};

}  // namespace

bool ChangedFile::touches(LineRange range) const {
  if (whole) return true;
  const auto at = std::ranges::lower_bound(lines, range.first, {}, &LineRange::last);
  return at != lines.end() && at->first <= range.last;
}

std::vector<ChangedFile> parse_diff(std::string_view patch) {
  std::vector<ChangedFile> files = DiffReader(patch).read();
  std::erase_if(files, [](const ChangedFile& file) { return !file.whole && file.lines.empty(); });
  return files;
}

}  // namespace hypelint
