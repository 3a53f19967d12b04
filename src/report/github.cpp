// `--format github`: workflow commands. GitHub shows ten errors, ten warnings and ten notices of a step and drops the
// rest without a word; here the surest findings come first and a last notice names what is left out.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "report/display_width.h"
#include "report/formats.h"
#include "report/paths.h"

namespace hypelint {
namespace {

constexpr std::size_t kShownOfAKind = 10;

// Other control characters, which only a path can still hold, become U+FFFD.
std::string escape_data(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\xEF\xBF\xBD";
    } else {
      out += c;
    }
  }
  return out;
}

std::string escape_property(std::string_view text) {
  std::string out;
  for (const char c : escape_data(text)) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command_name(Severity severity) {
  if (severity == Severity::Error) return "error";
  return severity == Severity::Warning ? "warning" : "notice";
}

// The runner refuses columns on a range of several lines, and an end before the start.
std::string place(const Location& begin, const Location& end) {
  const std::string line = ",line=" + std::to_string(begin.line);
  const std::string last = ",endLine=" + std::to_string(end.line);
  if (end.line != begin.line) return line + last;
  const std::string column = ",col=" + std::to_string(begin.column);
  return line + column + last + (end.column > begin.column ? ",endColumn=" + std::to_string(end.column) : "");
}

struct Placed {
  const CheckedFile* file;
  const Finding* finding;
};

std::string command(const Placed& each, const LineIndex& lines) {
  const Finding& finding = *each.finding;
  return "::" + std::string(command_name(finding.severity)) +
         " file=" + escape_property(well_formed(forge_path(each.file->report.path))) +
         place(lines.locate(finding.span.begin), lines.locate(finding.span.end)) +
         ",title=" + escape_property(printable_text(finding.rule)) +
         "::" + escape_data(printable_text(finding.message)) + "\n";
}

std::string note_command(const CheckedFile& file, const std::string& note) {
  return "::notice file=" + escape_property(well_formed(forge_path(file.report.path))) +
         ",title=hypelint::" + escape_data(printable_text(note)) + "\n";
}

// The first findings of each severity and confidence, as many as could be shown.
using Candidates = std::array<std::array<std::vector<Placed>, 3>, 3>;

Candidates candidates(const std::vector<CheckedFile>& files) {
  Candidates first;
  for (const CheckedFile& file : files) {
    for (const Finding& finding : file.report.findings) {
      auto& list =
          first.at(static_cast<std::size_t>(finding.severity)).at(static_cast<std::size_t>(finding.confidence));
      if (list.size() < kShownOfAKind) list.push_back({&file, &finding});
    }
  }
  return first;
}

// Findings and notes without the shown ones, by rule.
using LeftOut = std::map<std::string, std::size_t>;

LeftOut count_all(const std::vector<CheckedFile>& files) {
  LeftOut counts;
  for (const CheckedFile& file : files) {
    for (const Finding& finding : file.report.findings) ++counts[finding.rule];
    if (!file.report.notes.empty()) counts["notes"] += file.report.notes.size();
  }
  return counts;
}

std::string summary(const LeftOut& left_out) {
  std::vector<std::pair<std::string, std::size_t>> rules(left_out.begin(), left_out.end());
  std::erase_if(rules, [](const auto& rule) { return rule.second == 0; });
  std::ranges::stable_sort(rules, std::greater{}, &std::pair<std::string, std::size_t>::second);
  std::size_t total = 0;
  std::string list;
  for (const auto& [rule, count] : rules) {
    total += count;
    list += (list.empty() ? "" : ", ") + printable_text(rule) + " (" + std::to_string(count) + ")";
  }
  return "::notice title=hypelint::" +
         escape_data(std::to_string(total) +
                     " more not shown here (GitHub shows ten errors, ten warnings and ten "
                     "notices of a step): " +
                     list) +
         "\n";
}

class Writer {
 public:
  explicit Writer(const std::vector<CheckedFile>& files) : files_(files), left_out_(count_all(files)) {}

  std::string write() {
    const Candidates first = candidates(files_);
    const Tally sum = tally(files_);
    std::size_t notices = sum.infos;
    for (const CheckedFile& file : files_) notices += file.report.notes.size();
    const bool cut = std::max({sum.errors, sum.warnings, notices}) > kShownOfAKind;
    add(first.at(static_cast<std::size_t>(Severity::Error)), kShownOfAKind);
    add(first.at(static_cast<std::size_t>(Severity::Warning)), kShownOfAKind);
    const std::size_t room = cut ? kShownOfAKind - 1 : kShownOfAKind;
    add_notes(room - add(first.at(static_cast<std::size_t>(Severity::Info)), room));
    if (cut) out_ += summary(left_out_);
    return out_;
  }

 private:
  const LineIndex& lines_of(const CheckedFile& file) { return lines_.try_emplace(&file, file.source).first->second; }

  // Returns how many were written, the surest first.
  std::size_t add(const std::array<std::vector<Placed>, 3>& by_confidence, std::size_t room) {
    std::size_t written = 0;
    for (auto list = by_confidence.rbegin(); list != by_confidence.rend(); ++list) {
      for (const Placed& each : *list) {
        if (written == room) return written;
        out_ += command(each, lines_of(*each.file));
        --left_out_[each.finding->rule];
        ++written;
      }
    }
    return written;
  }

  void add_notes(std::size_t room) {
    for (const CheckedFile& file : files_) {
      for (const std::string& note : file.report.notes) {
        if (room == 0) return;
        out_ += note_command(file, note);
        --left_out_["notes"];
        --room;
      }
    }
  }

  const std::vector<CheckedFile>& files_;
  LeftOut left_out_;
  std::map<const CheckedFile*, LineIndex> lines_;
  std::string out_;
};

}  // namespace

std::string render_github(const std::vector<CheckedFile>& files) { return Writer(files).write(); }

}  // namespace hypelint
