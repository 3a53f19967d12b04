#include "cli/discover.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/gitignore.h"
#include "hypelint/config.h"
#include "hypelint/source.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

Error unreadable(const fs::path& path, const std::error_code& reason) {
  return {ErrorCode::Input, "cannot read: " + reason.message(), path.string(), {}};
}

// Walks one folder, depth first. Links to folders are not followed, so a walk always ends; links to nothing are taken
// for files, and whoever reads them says so.
class Walk {
 public:
  Walk(fs::path root, const Filter& filter) : root_(std::move(root)), filter_(filter) {
    std::error_code failed;
    absolute_ = fs::canonical(root_, failed);
    ignore_files_ = ignore_files_above(absolute_);
  }

  void run() {
    enter("");
    std::ranges::sort(found_);
  }
  [[nodiscard]] const std::vector<std::string>& found() const { return found_; }
  [[nodiscard]] const Errors& errors() const { return errors_; }
  [[nodiscard]] const LeftOut& left_out() const { return left_out_; }

 private:
  void enter(const fs::path& below) {
    std::error_code failed;
    fs::directory_iterator entry(absolute_ / below, failed);
    ignore_files_.push_back(ignore_file_of((absolute_ / below).lexically_normal()));
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
      visit(*entry, below / entry->path().filename());
    }
    ignore_files_.pop_back();
    if (failed) errors_.push_back(unreadable((root_ / below).lexically_normal(), failed));
  }

  void visit(const fs::directory_entry& entry, const fs::path& below) {
    std::error_code failed;
    const bool is_link = entry.is_symlink(failed);
    const bool is_folder = entry.is_directory(failed) && !is_link;
    if (!is_folder && !is_link && !entry.is_regular_file(failed)) return;
    if (below.filename().string().starts_with('.')) {
      ++left_out_.hidden;
    } else if (is_ignored(ignore_files_, (absolute_ / below).lexically_normal(), is_folder)) {
      ++left_out_.ignored;
    } else if (is_folder) {
      enter(below);
    } else if (entry.is_directory(failed)) {
      ++left_out_.linked;
    } else if (entry.is_regular_file(failed) || !entry.exists(failed)) {
      take(below);
    }
  }

  void take(const fs::path& below) {
    if (admit(filter_, below.generic_string()) == Admission::Excluded) {
      ++left_out_.excluded;
    } else {
      found_.push_back((root_ / below).lexically_normal().generic_string());
    }
  }

  fs::path root_;
  fs::path absolute_;
  const Filter& filter_;
  std::vector<IgnoreFile> ignore_files_;
  std::vector<std::string> found_;
  Errors errors_;
  LeftOut left_out_;
};

LeftOut sum(LeftOut a, const LeftOut& b) {
  return {a.hidden + b.hidden,         a.ignored + b.ignored, a.excluded + b.excluded,
          a.other_kind + b.other_kind, a.reports + b.reports, a.linked + b.linked};
}

// Articles in the order they come, each once.
struct Collected {
  Discovery discovery;
  Errors errors;
  std::set<std::string> seen;

  void add(std::string path, bool named) {
    const std::string key = path == "-" ? path : fs::path(path).lexically_normal().string();
    if (seen.insert(key).second) discovery.articles.push_back({std::move(path), named});
  }

  void add_folder(const std::string& path, const Filter& filter) {
    Walk walk(path, filter);
    walk.run();
    for (const std::string& file : walk.found()) add(file, false);
    errors.insert(errors.end(), walk.errors().begin(), walk.errors().end());
    discovery.left_out = sum(discovery.left_out, walk.left_out());
  }
};

}  // namespace

Admission admit(const Filter& filter, const std::string& path) {
  if (globs_match(filter.exclude, path)) return Admission::Excluded;
  if (!filter.include.empty()) return globs_match(filter.include, path) ? Admission::Admitted : Admission::Excluded;
  return format_from_path(path) ? Admission::Admitted : Admission::OtherKind;
}

Result<Discovery> discover(const std::vector<std::string>& paths, const Filter& filter) {
  Collected collected;
  for (const std::string& path : paths) {
    if (path.empty()) {
      collected.errors.push_back({ErrorCode::Input, "an empty path names no file", "", {}});
      continue;
    }
    std::error_code failed;
    const fs::file_status status = path == "-" ? fs::file_status(fs::file_type::regular) : fs::status(path, failed);
    if (status.type() == fs::file_type::not_found || status.type() == fs::file_type::none) {
      collected.errors.push_back(
          unreadable(path, failed ? failed : std::make_error_code(std::errc::no_such_file_or_directory)));
    } else if (status.type() == fs::file_type::directory) {
      collected.add_folder(path, filter);
    } else {
      collected.add(path, true);
    }
  }
  if (!collected.errors.empty()) return collected.errors;
  return std::move(collected.discovery);
}

}  // namespace hypelint
