#include "cli/report_sink.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "cli/console.h"
#include "cli/report_paths.h"

namespace hypelint {
namespace {

// An empty result means success.
Errors write_file(const std::string& path, Spool& spool) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  bool written = file != nullptr && spool.write_to(file);
  if (file != nullptr) written = std::fclose(file) == 0 && written;
  if (written) return {};
  return {{ErrorCode::Usage, "cannot write the report: " + std::generic_category().message(errno), path, {}}};
}

}  // namespace

ReportSink::ReportSink(const CheckOptions& options, const std::vector<Rule>& rules)
    : options_(options), rules_(rules), keeps_files_(options.stats || options.profile_rules) {
  for (const OutputOption& option : options.outputs) {
    auto writer = report_writer(option.format, rules, presentation_of(option));
    keeps_files_ |= writer == nullptr;
    outputs_.push_back({&option, report_target(option.file), std::move(writer), {}});
    if (outputs_.back().writer) outputs_.back().spool.append(outputs_.back().writer->begin());
  }
}

// Only what stands on a terminal has its colours and its width.
Presentation ReportSink::presentation_of(const OutputOption& option) const {
  if (!option.file.empty()) return {};
  return {wants_color(options_.color), terminal_width(), std::nullopt};
}

void ReportSink::guard(const std::string& article) {
  const auto has_target = [](const Output& output) { return !output.target.empty(); };
  if (std::ranges::none_of(outputs_, has_target)) return;
  const std::string target = report_target(article);
  const auto replaces = [&](const Output& output) { return has_target(output) && output.target == target; };
  if (std::ranges::none_of(outputs_, replaces)) return;
  overwritten_.push_back({ErrorCode::Usage,
                          "a report of this run would replace this article; write the report into another file, or "
                          "leave an earlier report out with --exclude",
                          article,
                          {}});
}

void ReportSink::add(CheckedFile file) {
  guard(file.source.path());
  for (Output& output : outputs_) {
    if (!output.writer) continue;
    output.writer->file(file, [&](std::string_view piece) { output.spool.append(piece); });
  }
  if (keeps_files_) files_.push_back(std::move(file));
}

// A format that shows no notes has no writer, so the files are kept.
void ReportSink::say_hidden_notes() const {
  const auto hides = [](const Output& output) { return !shows_notes(output.option->format); };
  const auto shows_here = [&](const Output& output) { return output.option->file.empty() && !hides(output); };
  if (std::ranges::none_of(outputs_, hides) || std::ranges::any_of(outputs_, shows_here)) return;
  for (const CheckedFile& file : files_) {
    for (const std::string& note : file.report.notes) say_note(file.report.path, note);
  }
}

int ReportSink::finish(int code, const std::string& left_out) {
  if (!overwritten_.empty()) return fail(overwritten_);
  say_hidden_notes();
  if (options_.stats) std::fputs((render_stats(files_) + left_out).c_str(), stderr);
  if (options_.profile_rules) std::fputs(render_costs(files_).c_str(), stderr);
  for (Output& output : outputs_) {
    Presentation presentation = presentation_of(*output.option);
    presentation.exit_code = code;
    output.spool.append(output.writer ? output.writer->end()
                                      : render(output.option->format, files_, rules_, presentation));
  }
  const auto to_file = [](const Output& output) { return !output.option->file.empty(); };
  std::stable_partition(outputs_.begin(), outputs_.end(), to_file);
  for (Output& output : outputs_) {
    if (to_file(output)) {
      if (const Errors errors = write_file(output.option->file, output.spool); !errors.empty()) return fail(errors);
    } else if (!output.spool.write_to(stdout)) {
      return fail_to_print();
    }
  }
  return code;
}

}  // namespace hypelint
