#include "cli/lint_jobs.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <system_error>
#include <thread>
#include <utility>

#include "cli/progress.h"

namespace hypelint {
namespace {

constexpr const char* kSidecarExtension = ".hypelint";

Result<Source> read_standard_input(const std::string& name) {
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  if (std::cin.bad()) return Error{ErrorCode::Input, "cannot read standard input", "", {}};
  return Source::from_bytes(name.empty() ? "<stdin>" : name, std::move(bytes));
}

bool is_staged(const Job& job, const CheckOptions& options) { return options.staged && job.changed; }

Result<Source> read_article(const Job& job, const CheckOptions& options) {
  if (job.path == "-") return read_standard_input(options.stdin_filename);
  if (!is_staged(job, options)) return load_source(job.path);
  std::optional<std::string> content = staged_content(job.changed->work_tree, job.changed->change.path);
  if (!content) return Error{ErrorCode::Input, "cannot read the staged content", job.path, {}};
  return Source::from_bytes(job.path, std::move(*content));
}

// The file of directives beside a plain-text article, if there is one.
Result<std::optional<Source>> read_sidecar(const Job& job, const Source& article, const CheckOptions& options) {
  if (article.format() != Format::Plain || job.path == "-") return std::optional<Source>();
  const std::string path = job.path + kSidecarExtension;
  if (is_staged(job, options)) {
    auto content = staged_content(job.changed->work_tree, job.changed->change.path + kSidecarExtension);
    if (!content) return std::optional<Source>();
    return std::optional(Source::from_bytes(path, std::move(*content), Format::Plain));
  }
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) return std::optional<Source>();
  Result<Source> source = load_source(path, Format::Plain);
  if (!source) return source.errors();
  return std::optional(std::move(source).value());
}

// What the directives of a sidecar break, as a file of its own.
std::optional<CheckedFile> checked_sidecar(Source sidecar, std::vector<Finding> findings) {
  if (findings.empty()) return std::nullopt;
  FileReport report;
  report.path = sidecar.path();
  report.oddities = sidecar.oddities();
  report.findings = std::move(findings);
  return CheckedFile{std::move(sidecar), std::move(report)};
}

Outcome lint_one(const Job& job, const CheckOptions& options) {
  Outcome outcome;
  Result<Source> source = read_article(job, options);
  if (!source) {
    outcome.errors = source.errors();
    return outcome;
  }
  Result<std::optional<Source>> sidecar = read_sidecar(job, source.value(), options);
  if (!sidecar) {
    outcome.errors = sidecar.errors();
    return outcome;
  }
  const Settings settings = settings_with_flags(job.governed->config, options, source.value().path());
  const Source* beside = sidecar.value() ? &*sidecar.value() : nullptr;
  FileReport report = job.governed->linter->lint(source.value(), settings, beside);
  if (beside != nullptr)
    outcome.sidecar = checked_sidecar(std::move(*sidecar.value()), std::exchange(report.sidecar_findings, {}));
  outcome.file = CheckedFile{std::move(source).value(), std::move(report)};
  return outcome;
}

}  // namespace

std::vector<Outcome> lint_all(const std::vector<Job>& jobs, const CheckOptions& options) {
  std::vector<Outcome> outcomes(jobs.size());
  std::vector<std::exception_ptr> faults(jobs.size());
  std::atomic<std::size_t> next{0};
  Progress progress(jobs.size());
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size(); i = next++) {
      try {
        outcomes[i] = lint_one(jobs[i], options);
      } catch (...) {
        faults[i] = std::current_exception();
      }
      progress.step();
    }
  };
  const std::size_t wanted =
      options.jobs > 0 ? static_cast<std::size_t>(options.jobs) : std::thread::hardware_concurrency();
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(std::max<std::size_t>(wanted, 1), jobs.size()); ++i)
      threads.emplace_back(work);
    work();
  }
  for (const std::exception_ptr& fault : faults) {
    if (fault) std::rethrow_exception(fault);
  }
  return outcomes;
}

}  // namespace hypelint
