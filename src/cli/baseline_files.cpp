#include "cli/baseline_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "cli/lint_jobs.h"
#include "report/display_width.h"
#include "support/prose.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownEntries = 10;
constexpr std::string_view kReplacement = "\uFFFD";

Error error(std::string message, std::string path) {
  return {ErrorCode::Config, std::move(message), std::move(path), {}};
}

fs::path absolute(const std::string& path) {
  std::error_code failed;
  return fs::absolute(path, failed).lexically_normal();
}

// The article as a baseline names it, which is text.
std::string path_below(const std::string& baseline, const std::string& article) {
  return well_formed(absolute(article).lexically_relative(absolute(baseline).parent_path()).generic_string());
}

// A name with replaced bytes cannot be looked for.
bool may_exist_beside(const std::string& baseline, const std::string& article) {
  std::error_code failed;
  return article.find(kReplacement) != std::string::npos ||
         fs::exists(absolute(baseline).parent_path() / article, failed);
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(descriptor, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return fsync(descriptor) == 0;
}

// Readable by whoever can read the file that is replaced; by everyone when there was none.
mode_t mode_of(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0644;
}

// Writes beside the file and renames, so that no reader sees half of it. 0 or errno.
int replace_file(const std::string& path, std::string_view text) {
  std::error_code failed;
  const fs::path target = fs::exists(path, failed) ? fs::canonical(path, failed) : fs::path(path);
  std::string beside = (target.string().empty() ? path : target.string()) + ".XXXXXX";
  const int descriptor = mkstemp(beside.data());
  if (descriptor < 0) return errno;
  bool good = fchmod(descriptor, mode_of(path)) == 0 && write_all(descriptor, text);
  int reason = good ? 0 : errno;
  good = close(descriptor) == 0 && good;
  if (good && std::rename(beside.c_str(), beside.substr(0, beside.size() - 7).c_str()) == 0) return 0;
  if (reason == 0) reason = errno;
  unlink(beside.c_str());
  return reason;
}

}  // namespace

std::string BaselineFiles::path_for(const Job& job) const {
  if (!options_.baseline.empty()) return options_.baseline;
  const Config& config = job.governed->config;
  if (config.baseline.empty()) return {};
  return (fs::path(config.path).parent_path() / config.baseline).lexically_normal().string();
}

// A run that leaves rules or lines out does not know what is gone.
bool BaselineFiles::judges_stale() const {
  return options_.select.empty() && options_.ignore.empty() && !options_.min_severity && !options_.min_confidence &&
         options_.overlays.profile.empty() && options_.overlays.jurisdictions.empty() && !is_new_only(options_);
}

Errors BaselineFiles::read(const std::string& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) {
    if (!options_.update_baseline) return {error("no such baseline; --update-baseline writes it", path)};
    files_.emplace(path, File{});
    return {};
  }
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  if (!stream || fs::is_directory(path, failed)) return {error("cannot read the baseline", path)};
  File file;
  file.text = bytes.str();
  Result<Baseline> baseline = parse_baseline(file.text, path);
  if (!baseline) return baseline.errors();
  for (BaselineEntry& entry : baseline.value()) file.entries[entry.path].push_back(std::move(entry));
  file.left = file.entries;
  files_.emplace(path, std::move(file));
  return {};
}

Errors BaselineFiles::load(const std::vector<Job>& jobs) {
  for (const Job& job : jobs) {
    const std::string path = path_for(job);
    if (path.empty() || files_.contains(path)) continue;
    const Errors errors = read(path);
    if (!errors.empty()) return errors;
  }
  if (options_.update_baseline && files_.empty()) {
    return {
        {ErrorCode::Usage, "--update-baseline needs --baseline FILE, or the key baseline in hypelint.toml", "", {}}};
  }
  return {};
}

void BaselineFiles::absorb(const Job& job, FileReport& report) {
  const std::string path = path_for(job);
  if (path.empty()) return;
  File& file = files_.at(path);
  const std::string article = path_below(path, report.path);
  file.checked.insert(article);
  if (report.format == Format::Plain) file.checked.insert(sidecar_of(article));
  if (options_.update_baseline) {
    file.found[article] = baseline_of(report.findings, article);
    report.in_baseline = report.findings.size();
    report.findings.clear();
    return;
  }
  const auto known = file.left.find(article);
  if (known != file.left.end()) report.in_baseline = hypelint::absorb(report.findings, known->second);
}

Baseline BaselineFiles::stale(const std::string& path, const File& file) const {
  Baseline gone;
  for (const auto& [article, entries] : file.left) {
    if (!file.checked.contains(article) && may_exist_beside(path, article)) continue;
    for (const BaselineEntry& entry : entries) {
      if (entry.count > 0) gone.push_back(entry);
    }
  }
  return gone;
}

void BaselineFiles::report_stale(const std::string& path, const File& file) const {
  const Baseline gone = stale(path, file);
  if (gone.empty()) return;
  const std::string shown = printable_text(path);
  for (std::size_t i = 0; i < std::min(gone.size(), kShownEntries); ++i) {
    std::fprintf(stderr, "hypelint: note: %s:%zu: nothing stands for this any more: %s in %s\n", shown.c_str(),
                 gone[i].where.line, printable_text(gone[i].rule).c_str(), printable_text(gone[i].path).c_str());
  }
  std::fprintf(stderr, "hypelint: note: %s: %s; --update-baseline removes them\n", shown.c_str(),
               count_of(gone.size(), "stale entry", "stale entries").c_str());
}

Errors BaselineFiles::write(const std::string& path, const File& file) const {
  std::map<std::string, Baseline> merged = file.found;
  for (const auto& [article, entries] : file.entries) {
    if (!file.checked.contains(article) && may_exist_beside(path, article)) merged[article] = entries;
  }
  Baseline all;
  std::size_t findings = 0;
  for (auto& [article, entries] : merged) {
    for (BaselineEntry& entry : entries) {
      findings += entry.count;
      all.push_back(std::move(entry));
    }
  }
  const std::string text = to_text(all);
  if (text != file.text) {
    if (const int reason = replace_file(path, text)) {
      return {error("cannot write the baseline: " + std::generic_category().message(reason), path)};
    }
  }
  std::fprintf(stderr, "hypelint: note: %s: %s%s\n", printable_text(path).c_str(),
               count_of(findings, "finding").c_str(), text == file.text ? ", as before" : "");
  return {};
}

Errors BaselineFiles::finish() {
  for (const auto& [path, file] : files_) {
    if (options_.update_baseline) {
      const Errors errors = write(path, file);
      if (!errors.empty()) return errors;
    } else if (judges_stale()) {
      report_stale(path, file);
    }
  }
  return {};
}

}  // namespace hypelint
