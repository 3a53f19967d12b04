// `hypelint check`: discover, configure, lint in parallel, report.
#include <algorithm>
#include <optional>
#include <utility>

#include <spdlog/spdlog.h>

#include "cli/baseline_files.h"
#include "cli/commands.h"
#include "cli/configured.h"
#include "cli/console.h"
#include "cli/lint_jobs.h"
#include "cli/report_sink.h"
#include "hypelint/report.h"

namespace hypelint {
namespace {

std::optional<Severity> threshold(const Config& config, const CheckOptions& options) {
  if (options.fail_never) return std::nullopt;
  if (options.fail_on) return options.fail_on;
  return config.fail_never ? std::nullopt : std::optional(config.fail_on.value_or(Severity::Error));
}

void keep_touched_only(CheckedFile& file, const ChangedFile& change) {
  keep_touched(file.report.findings, file.source, change);
  keep_touched(file.report.suppressed, file.source, change);
}

}  // namespace

int run_check(const CheckOptions& options) {
  Configurations configurations(options);
  const Result<Plan> plan = make_plan(options, configurations);
  if (!plan) return fail(plan.errors());
  const std::vector<Job>& jobs = plan.value().jobs;
  spdlog::info("{} articles, {} sets of rules", jobs.size(), configurations.linter_count());
  BaselineFiles baselines(options);
  if (const Errors errors = baselines.load(jobs); !errors.empty()) return fail(errors);

  const std::vector<Rule> rules = configurations.rules();
  ReportSink sink(options, rules);
  Errors errors;
  int code = 0;
  lint_all(jobs, options, [&](std::size_t i, Outcome outcome) {
    errors.insert(errors.end(), outcome.errors.begin(), outcome.errors.end());
    for (std::optional<CheckedFile>* file : {&outcome.file, &outcome.sidecar}) {
      if (!*file) continue;
      baselines.absorb(jobs[i], (*file)->report);
      if (jobs[i].changed && file == &outcome.file) keep_touched_only(**file, jobs[i].changed->change);
      code = std::max(code, exit_code((*file)->report, threshold(jobs[i].governed->config, options)));
      sink.add(std::move(**file));
    }
  });
  if (errors.empty()) errors = baselines.finish();
  if (!errors.empty()) return fail(errors);
  return sink.finish(code, left_out_lines(plan.value().left_out));
}

}  // namespace hypelint
