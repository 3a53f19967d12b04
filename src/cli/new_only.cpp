#include "cli/new_only.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/git.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

Error usage(std::string message, std::string path = "") {
  return {ErrorCode::Usage, std::move(message), std::move(path), {}};
}

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

Error git_failed(const std::string& work_tree, const GitOutput& output) {
  return usage("git failed: " + without_line_end(output.err), work_tree);
}

// Absolute, links resolved as far as the path exists.
fs::path resolved(const std::string& path) {
  std::error_code failed;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path, failed), failed);
  return whole.has_filename() ? whole : whole.parent_path();
}

// The top folder of the work tree that holds the path; empty when none does.
std::string work_tree_of(const fs::path& path) {
  std::error_code failed;
  for (fs::path folder = path;; folder = folder.parent_path()) {
    if (fs::exists(folder / ".git", failed)) return folder.string();
    if (folder == folder.parent_path()) return {};
  }
}

Error no_such_commit(const std::string& work_tree, const std::string& name) {
  std::string message = "--new-from: no commit `" + name + "` in this clone";
  const Result<GitOutput> shallow = run_git(work_tree, {"rev-parse", "--is-shallow-repository"});
  if (shallow && without_line_end(shallow.value().out) == "true") {
    message += "; the clone is shallow: fetch it first, as with `git fetch --depth=1 origin " + name +
               "` and --new-from FETCH_HEAD, or clone with the whole history (actions/checkout: fetch-depth: 0)";
  }
  return usage(std::move(message), work_tree);
}

// Where the history of HEAD left that of the commit; the commit itself where the clone does not reach back that far.
Result<std::string> start_of(const std::string& work_tree, const std::string& name) {
  const Result<GitOutput> found =
      run_git(work_tree, {"rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"});
  if (!found) return found.errors();
  if (found.value().code != 0 && !found.value().err.empty()) return git_failed(work_tree, found.value());
  if (found.value().code != 0) return no_such_commit(work_tree, name);
  const std::string commit = without_line_end(found.value().out);
  const Result<GitOutput> base = run_git(work_tree, {"merge-base", commit, "HEAD"});
  if (!base) return base.errors();
  return base.value().code == 0 ? without_line_end(base.value().out) : commit;
}

Result<std::vector<ChangedFile>> changed_lines(const std::string& work_tree, const std::string& since) {
  std::vector<std::string> words = {"-c",
                                    "core.quotePath=false",
                                    "diff",
                                    "--no-ext-diff",
                                    "--no-textconv",
                                    "--no-color",
                                    "--no-relative",
                                    "-M",
                                    "--unified=0",
                                    "--inter-hunk-context=0",
                                    "--src-prefix=a/",
                                    "--dst-prefix=b/",
                                    "--ignore-submodules=all"};
  words.push_back(since.empty() ? "--cached" : since);
  words.emplace_back("--");
  const Result<GitOutput> diff = run_git(work_tree, words);
  if (!diff) return diff.errors();
  if (diff.value().code != 0) return git_failed(work_tree, diff.value());
  return parse_diff(diff.value().out);
}

// Files that Git neither tracks nor ignores are new as a whole.
Errors add_untracked(const std::string& work_tree, std::vector<ChangedFile>& files) {
  const Result<GitOutput> listed = run_git(work_tree, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!listed) return listed.errors();
  if (listed.value().code != 0) return {git_failed(work_tree, listed.value())};
  const std::string_view names = listed.value().out;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find('\0', at), names.size());
    files.push_back({std::string(names.substr(at, end - at)), true, {}});
    at = end + 1;
  }
  return {};
}

Result<std::vector<ChangedFile>> changes_of(const std::string& work_tree, const CheckOptions& options) {
  std::string since;
  if (!options.staged) {
    Result<std::string> start = start_of(work_tree, options.new_from);
    if (!start) return start.errors();
    since = std::move(start).value();
  }
  Result<std::vector<ChangedFile>> files = changed_lines(work_tree, since);
  if (!files) return files.errors();
  if (!options.staged) {
    const Errors errors = add_untracked(work_tree, files.value());
    if (!errors.empty()) return errors;
  }
  std::sort(files.value().begin(), files.value().end(),
            [](const ChangedFile& a, const ChangedFile& b) { return a.path < b.path; });
  return files;
}

bool is_hidden(const fs::path& below) {
  return std::any_of(below.begin(), below.end(), [](const fs::path& part) { return part.string().starts_with('.'); });
}

class ChangedWalk {
 public:
  explicit ChangedWalk(const CheckOptions& options) : options_(options), filter_{options.include, options.exclude} {}

  // Adds the changed articles at or below the path.
  Errors visit(const std::string& path) {
    const fs::path root = resolved(path);
    const std::string work_tree = work_tree_of(root);
    if (work_tree.empty()) return {usage("--new-from and --staged need a Git work tree; this is in none", path)};
    auto known = by_tree_.find(work_tree);
    if (known == by_tree_.end()) {
      Result<std::vector<ChangedFile>> files = changes_of(work_tree, options_);
      if (!files) return files.errors();
      known = by_tree_.emplace(work_tree, std::move(files).value()).first;
    }
    std::error_code failed;
    bool found = fs::exists(root, failed);
    for (const ChangedFile& file : known->second) {
      const fs::path absolute = fs::path(work_tree) / file.path;
      const fs::path below = absolute.lexically_relative(root);
      if (below.empty() || *below.begin() == "..") continue;
      found = true;
      if (below == ".") {
        add({path, true}, work_tree, file);
      } else if (admits(below)) {
        add({(fs::path(path) / below).lexically_normal().generic_string(), false}, work_tree, file);
      }
    }
    if (!found) return {{ErrorCode::Input, "no such file, and none that has changed", path, {}}};
    return {};
  }

  ChangedDiscovery take() { return std::move(discovery_); }

 private:
  bool admits(const fs::path& below) {
    if (is_hidden(below)) {
      ++discovery_.left_out.hidden;
      return false;
    }
    const bool excluded = admit(filter_, below.generic_string()) == Admission::Excluded;
    if (excluded) ++discovery_.left_out.excluded;
    return !excluded;
  }

  void add(Article article, const std::string& work_tree, const ChangedFile& file) {
    std::error_code failed;
    const fs::path absolute = fs::path(work_tree) / file.path;
    if (!options_.staged && (fs::is_symlink(absolute, failed) || !fs::is_regular_file(absolute, failed))) return;
    if (!seen_.insert(absolute.string()).second) return;
    discovery_.articles.push_back({std::move(article), work_tree, file});
  }

  const CheckOptions& options_;
  Filter filter_;
  std::map<std::string, std::vector<ChangedFile>> by_tree_;
  std::set<std::string> seen_;
  ChangedDiscovery discovery_;
};

// Lines as Git counts them.
class LineFeeds {
 public:
  explicit LineFeeds(std::string_view text) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      offsets_.push_back(at);
    }
  }
  [[nodiscard]] std::size_t line_of(std::size_t offset) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(offsets_, offset) - offsets_.begin()) + 1;
  }
  [[nodiscard]] LineRange lines_of(SourceSpan span) const {
    return {line_of(span.begin), line_of(std::max(span.begin, span.end - std::min<std::size_t>(span.end, 1)))};
  }

 private:
  std::vector<std::size_t> offsets_;
};

}  // namespace

bool is_new_only(const CheckOptions& options) { return options.staged || !options.new_from.empty(); }

Result<ChangedDiscovery> discover_changed(const CheckOptions& options) {
  ChangedWalk walk(options);
  for (const std::string& path : options.paths) {
    if (path == "-") return usage("--new-from and --staged look at files; standard input is none");
    const Errors errors = walk.visit(path);
    if (!errors.empty()) return errors;
  }
  return walk.take();
}

Result<std::optional<std::string>> staged_content(const std::string& work_tree, const std::string& path) {
  Result<GitOutput> blob = run_git(work_tree, {"cat-file", "blob", ":0:" + path});
  if (!blob) return blob.errors();
  if (blob.value().code == 0) return std::optional(std::move(blob.value().out));
  const Result<GitOutput> staged = run_git(work_tree, {"ls-files", "--stage", "-z", "--", path});
  if (!staged) return staged.errors();
  const bool is_absent = staged.value().out.find('\t' + path + '\0') == std::string::npos;
  if (staged.value().code == 0 && is_absent) return std::optional<std::string>();
  return Error{ErrorCode::Input, "cannot read the staged content: " + without_line_end(blob.value().err), path, {}};
}

void keep_touched(std::vector<Finding>& findings, const Source& source, const ChangedFile& change) {
  if (change.whole || findings.empty()) return;
  const LineFeeds lines(source.text());
  std::erase_if(findings, [&](const Finding& finding) {
    return !change.touches(lines.lines_of(finding.block)) && !change.touches(lines.lines_of(finding.span));
  });
}

}  // namespace hypelint
