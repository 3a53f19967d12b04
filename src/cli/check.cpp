// `hypelint check`: discover, configure, lint in parallel, report.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <system_error>

#include <spdlog/spdlog.h>

#include "cli/baseline_files.h"
#include "cli/commands.h"
#include "cli/configured.h"
#include "cli/console.h"
#include "cli/lint_jobs.h"
#include "hypelint/report.h"

namespace hypelint {
namespace {

std::optional<Severity> threshold(const Config& config, const CheckOptions& options) {
  if (options.fail_never) return std::nullopt;
  if (options.fail_on) return options.fail_on;
  return config.fail_never ? std::nullopt : std::optional(config.fail_on.value_or(Severity::Error));
}

bool fails(const CheckedFile& file, std::optional<Severity> least) {
  return least && std::ranges::any_of(file.report.findings, [&](const Finding& f) { return f.severity >= *least; });
}

void keep_touched_only(CheckedFile& file, const ChangedFile& change) {
  keep_touched(file.report.findings, file.source, change);
  keep_touched(file.report.suppressed, file.source, change);
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
    const Errors errors = write_file(output.file, render(output.format, files, rules, {.exit_code = code}));
    if (!errors.empty()) return fail(errors);
  }
  for (const OutputOption& output : options.outputs) {
    if (!output.file.empty()) continue;
    code = finish(render(output.format, files, rules, {wants_color(options.color), terminal_width(), code}), code);
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
  BaselineFiles baselines(options);
  if (const Errors errors = baselines.load(jobs); !errors.empty()) return fail(errors);

  std::vector<CheckedFile> files;
  Errors errors;
  int code = 0;
  std::vector<Outcome> outcomes = lint_all(jobs, options);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    errors.insert(errors.end(), outcomes[i].errors.begin(), outcomes[i].errors.end());
    for (std::optional<CheckedFile>* file : {&outcomes[i].file, &outcomes[i].sidecar}) {
      if (!*file) continue;
      baselines.absorb(jobs[i], (*file)->report);
      if (jobs[i].changed && file == &outcomes[i].file) keep_touched_only(**file, jobs[i].changed->change);
      if (fails(**file, threshold(jobs[i].governed->config, options))) code = 1;
      files.push_back(std::move(**file));
    }
  }
  if (errors.empty()) errors = baselines.finish();
  if (!errors.empty()) return fail(errors);
  if (options.stats) std::fputs((render_stats(files) + left_out_lines(plan.value().left_out)).c_str(), stderr);
  if (options.profile_rules) std::fputs(render_costs(files).c_str(), stderr);
  return report(files, configurations.rules(), options, code);
}

}  // namespace hypelint
