#include "cli/lint_jobs.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "cli/progress.h"
#include "source/not_text.h"

namespace hypelint {
namespace {

Result<Source> read_standard_input(const std::string& name) {
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  if (std::cin.bad() || std::ferror(stdin) != 0) {
    return Error{ErrorCode::Input, std::string("cannot read standard input: ") + std::strerror(errno), "", {}};
  }
  return Source::from_bytes(name.empty() ? "<stdin>" : name, std::move(bytes));
}

bool is_staged(const Job& job, const CheckOptions& options) { return options.staged && job.changed; }

Result<Source> read_article(const Job& job, const CheckOptions& options) {
  if (job.path == "-") return read_standard_input(options.stdin_filename);
  if (!is_staged(job, options)) return load_source(job.path);
  Result<std::optional<std::string>> content = staged_content(job.changed->work_tree, job.changed->change.path);
  if (!content) return content.errors();
  if (!content.value())
    return Error{ErrorCode::Input, "cannot read the staged content: it is no longer staged", job.path, {}};
  return Source::from_bytes(job.path, std::move(*content.value()));
}

Result<Source> read_text(const Job& job, const CheckOptions& options) {
  Result<Source> source = read_article(job, options);
  if (!source) return source;
  const std::string why = why_not_text(source.value());
  return why.empty() ? std::move(source) : Error{ErrorCode::Input, why, source.value().path(), {}};
}

// The file of directives beside a plain-text article, if there is one.
Result<std::optional<Source>> read_sidecar(const Job& job, const Source& article, const CheckOptions& options) {
  const std::string& name = job.path == "-" ? options.stdin_filename : job.path;
  if (article.format() != Format::Plain || name.empty()) return std::optional<Source>();
  const std::string path = sidecar_of(name);
  if (is_staged(job, options)) {
    auto content = staged_content(job.changed->work_tree, sidecar_of(job.changed->change.path));
    if (!content) return content.errors();
    if (!content.value()) return std::optional<Source>();
    return std::optional(Source::from_bytes(path, std::move(*content.value()), Format::Plain));
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

// `threads`: at work on this article.
Outcome lint_one(const Job& job, const CheckOptions& options, std::size_t threads) {
  Outcome outcome;
  Result<Source> source = read_text(job, options);
  if (!source) {
    outcome.errors = source.errors();
    return outcome;
  }
  Result<std::optional<Source>> sidecar = read_sidecar(job, source.value(), options);
  if (!sidecar) {
    outcome.errors = sidecar.errors();
    return outcome;
  }
  Settings settings = settings_with_flags(job.governed->config, options, source.value().path());
  settings.threads = threads;
  const Source* beside = sidecar.value() ? &*sidecar.value() : nullptr;
  FileReport report = job.governed->linter->lint(source.value(), settings, beside);
  if (beside != nullptr)
    outcome.sidecar = checked_sidecar(std::move(*sidecar.value()), std::exchange(report.sidecar_findings, {}));
  outcome.file = CheckedFile{std::move(source).value(), std::move(report)};
  return outcome;
}

// Outcomes handed on in the order of their jobs. Threads that run far ahead of a slow job wait for it, so that only a
// few outcomes are kept at a time.
class OrderedDelivery {
 public:
  explicit OrderedDelivery(const Delivery& deliver) : deliver_(deliver) {}

  void await_turn(std::size_t job) {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return job < next_ + kMostAhead; });
  }

  void put(std::size_t job, Outcome outcome) {
    std::unique_lock lock(mutex_);
    ready_.emplace(job, std::move(outcome));
    if (delivering_) return;
    delivering_ = true;
    for (auto first = ready_.begin(); first != ready_.end() && first->first == next_; first = ready_.begin()) {
      Outcome due = std::move(first->second);
      ready_.erase(first);
      lock.unlock();
      hand_on(std::move(due));
      lock.lock();
      ++next_;
      moved_.notify_all();
    }
    delivering_ = false;
  }

  // The first exception of a job or of the receiver, if there was one.
  void rethrow() const {
    if (fault_) std::rethrow_exception(fault_);
  }

 private:
  static constexpr std::size_t kMostAhead = 64;

  // By one thread at a time.
  void hand_on(Outcome outcome) {
    if (fault_) return;
    try {
      if (outcome.fault) std::rethrow_exception(outcome.fault);
      deliver_(next_, std::move(outcome));
    } catch (...) {
      fault_ = std::current_exception();
    }
  }

  const Delivery& deliver_;
  std::mutex mutex_;
  std::condition_variable moved_;
  std::map<std::size_t, Outcome> ready_;
  std::size_t next_ = 0;
  bool delivering_ = false;
  std::exception_ptr fault_;
};

Outcome lint_safely(const Job& job, const CheckOptions& options, std::size_t threads) {
  try {
    return lint_one(job, options, threads);
  } catch (...) {
    Outcome outcome;
    outcome.fault = std::current_exception();
    return outcome;
  }
}

}  // namespace

std::string sidecar_of(const std::string& article) { return article + ".hypelint"; }

void lint_all(const std::vector<Job>& jobs, const CheckOptions& options, const Delivery& deliver) {
  OrderedDelivery delivery(deliver);
  std::atomic<std::size_t> next{0};
  Progress progress(jobs.size());
  const std::size_t wanted = std::max<std::size_t>(
      options.jobs > 0 ? static_cast<std::size_t>(options.jobs) : std::thread::hardware_concurrency(), 1);
  const std::size_t for_each = jobs.size() == 1 ? wanted : 1;
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size(); i = next++) {
      delivery.await_turn(i);
      delivery.put(i, lint_safely(jobs[i], options, for_each));
      progress.step();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(wanted, jobs.size()); ++i) threads.emplace_back(work);
    work();
  }
  delivery.rethrow();
}

}  // namespace hypelint
