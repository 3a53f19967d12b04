// `hypelint check`: discover, configure, lint in parallel, report.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <system_error>
#include <thread>

#include <spdlog/spdlog.h>

#include "cli/commands.h"
#include "cli/configured.h"
#include "cli/console.h"
#include "cli/discover.h"
#include "cli/progress.h"
#include "hypelint/report.h"

namespace hypelint {
namespace {

struct Job {
  std::string path;
  const Governed* governed = nullptr;
};

struct Outcome {
  std::optional<CheckedFile> file;
  Errors errors;
};

Result<Source> read_standard_input(const std::string& name) {
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  if (std::cin.bad()) return Error{ErrorCode::Input, "cannot read standard input", "", {}};
  return Source::from_bytes(name.empty() ? "<stdin>" : name, std::move(bytes));
}

Outcome lint_one(const Job& job, const CheckOptions& options) {
  Outcome outcome;
  Result<Source> source = job.path == "-" ? read_standard_input(options.stdin_filename) : load_source(job.path);
  if (!source) {
    outcome.errors = source.errors();
    return outcome;
  }
  const Settings settings = settings_with_flags(job.governed->config, options, source.value().path());
  FileReport report = job.governed->linter->lint(source.value(), settings);
  outcome.file = CheckedFile{std::move(source).value(), std::move(report)};
  return outcome;
}

// Outcomes in the order of the jobs, whatever the number of threads. A thread's exception is thrown again here.
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

// The path of an article as the globs of its configuration see it.
std::string path_below_config(const Config& config, const std::string& path) {
  std::error_code failed;
  const auto folder = std::filesystem::absolute(config.path, failed).parent_path();
  return std::filesystem::absolute(path, failed)
      .lexically_normal()
      .lexically_relative(folder.lexically_normal())
      .generic_string();
}

// discover() has applied --include and --exclude; --include replaces what the configuration includes.
Admission admission(const Article& article, const Config& config, const CheckOptions& options) {
  if (article.named) return Admission::Admitted;
  const std::string below = config.path.empty() ? article.path : path_below_config(config, article.path);
  return admit({options.include.empty() ? config.include : std::vector<std::string>{"**"}, config.exclude}, below);
}

void count(Admission admission, LeftOut& left_out) {
  if (admission == Admission::Excluded) ++left_out.excluded;
  if (admission == Admission::OtherKind) ++left_out.other_kind;
}

struct Plan {
  std::vector<Job> jobs;
  LeftOut left_out;
};

Error no_articles(const CheckOptions& options) {
  std::string where;
  for (const std::string& path : options.paths) where += (where.empty() ? "" : ", ") + path;
  return {ErrorCode::Input,
          "no article found in " + where +
              " (known extensions: .md .markdown .mkd .mdx .html .htm .xhtml .txt .text; "
              "--include GLOB adds others, --stats shows what was left out)",
          "",
          {}};
}

std::string left_out_lines(const LeftOut& left_out) {
  std::string lines;
  const auto add = [&](std::size_t count, const char* why) {
    if (count > 0) lines += "left out          " + std::to_string(count) + "  (" + why + ")\n";
  };
  add(left_out.hidden, "hidden files and folders");
  add(left_out.ignored, "files and folders named in .gitignore");
  add(left_out.excluded, "files by --include, --exclude or the configuration");
  add(left_out.other_kind, "files with other extensions");
  return lines;
}

Result<Plan> make_plan(const CheckOptions& options, Configurations& configurations) {
  Result<Discovery> found = discover(options.paths, {options.include, options.exclude});
  if (!found) return found.errors();
  Plan plan{{}, found.value().left_out};
  for (const Article& article : found.value().articles) {
    const bool is_stdin = article.path == "-";
    const Result<const Governed*> governed =
        configurations.of(is_stdin && !options.stdin_filename.empty() ? options.stdin_filename : article.path);
    if (!governed) return governed.errors();
    const Admission admitted = admission(article, governed.value()->config, options);
    count(admitted, plan.left_out);
    if (admitted == Admission::Admitted) plan.jobs.push_back({article.path, governed.value()});
  }
  if (plan.jobs.empty()) {
    if (options.stats) std::fputs(left_out_lines(plan.left_out).c_str(), stderr);
    return no_articles(options);
  }
  return plan;
}

std::optional<Severity> threshold(const Config& config, const CheckOptions& options) {
  if (options.fail_never) return std::nullopt;
  if (options.fail_on) return options.fail_on;
  return config.fail_never ? std::nullopt : std::optional(config.fail_on.value_or(Severity::Error));
}

bool fails(const CheckedFile& file, std::optional<Severity> least) {
  return least && std::ranges::any_of(file.report.findings, [&](const Finding& f) { return f.severity >= *least; });
}

// An empty result means success.
Errors write_file(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  bool written = file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (file != nullptr) written = std::fclose(file) == 0 && written;
  if (written) return {};
  return {{ErrorCode::Usage, "cannot write the report: " + std::generic_category().message(errno), path, {}}};
}

int report(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules, const CheckOptions& options,
           int code) {
  for (const OutputOption& output : options.outputs) {
    if (output.file.empty()) continue;
    const Errors errors = write_file(output.file, render(output.format, files, rules));
    if (!errors.empty()) return fail(errors);
  }
  for (const OutputOption& output : options.outputs) {
    if (!output.file.empty()) continue;
    code = finish(render(output.format, files, rules, {wants_color(options.color), terminal_width()}), code);
  }
  return code;
}

}  // namespace

int run_check(const CheckOptions& options) {
  Configurations configurations(options);
  const Result<Plan> plan = make_plan(options, configurations);
  if (!plan) return fail(plan.errors());
  const std::vector<Job>& jobs = plan.value().jobs;
  spdlog::info("{} articles, {} sets of rules", jobs.size(), configurations.linter_count());

  std::vector<CheckedFile> files;
  Errors errors;
  int code = 0;
  std::vector<Outcome> outcomes = lint_all(jobs, options);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    errors.insert(errors.end(), outcomes[i].errors.begin(), outcomes[i].errors.end());
    if (!outcomes[i].file) continue;
    if (fails(*outcomes[i].file, threshold(jobs[i].governed->config, options))) code = 1;
    files.push_back(std::move(*outcomes[i].file));
  }
  if (!errors.empty()) return fail(errors);
  if (options.stats) std::fputs((render_stats(files) + left_out_lines(plan.value().left_out)).c_str(), stderr);
  return report(files, configurations.rules(), options, code);
}

}  // namespace hypelint
