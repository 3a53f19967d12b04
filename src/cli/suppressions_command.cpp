// `hypelint suppressions`: the audit trail of what articles suppress.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/lint_jobs.h"
#include "report/display_width.h"
#include "support/prose.h"

namespace hypelint {
namespace {

std::string place_of(const Suppression& terms) {
  return terms.path + ":" + std::to_string(terms.place.line) + ":" + std::to_string(terms.place.column) + ":";
}

// "a.md:3:6: superlative/hype (next-block, 1 finding, until 2027-01-31): the reason".
std::string line_of(const SuppressionEntry& entry) {
  const Suppression& terms = entry.terms;
  std::string line = place_of(terms) + " " + (entry.rules.empty() ? "no rule" : joined(entry.rules)) + " (" +
                     std::string(to_string(entry.form)) + ", " + count_of(entry.findings, "finding");
  if (!terms.until.empty()) line += ", until " + terms.until;
  line += "): " + (terms.reason.empty() ? "no reason" : terms.reason);
  if (!terms.evidence.empty()) line += " (evidence: " + terms.evidence + ")";
  for (const std::string& fault : entry.faults) line += " [" + fault + "]";
  return printable_text(line) + "\n";
}

nlohmann::ordered_json json_of(const SuppressionEntry& entry) {
  auto rules = nlohmann::ordered_json::array();
  for (const std::string& rule : entry.rules) rules.push_back(well_formed(rule));
  return {{"path", well_formed(entry.terms.path)},
          {"line", entry.terms.place.line},
          {"column", entry.terms.place.column},
          {"form", to_string(entry.form)},
          {"rules", std::move(rules)},
          {"reason", well_formed(entry.terms.reason)},
          {"evidence", well_formed(entry.terms.evidence)},
          {"until", well_formed(entry.terms.until)},
          {"findings", entry.findings},
          {"faults", entry.faults}};
}

std::string text_of(const std::vector<SuppressionEntry>& entries) {
  std::string out;
  for (const SuppressionEntry& entry : entries) out += line_of(entry);
  return out + count_of(entries.size(), "suppression") + "\n";
}

std::string json_text(const std::vector<SuppressionEntry>& entries) {
  auto list = nlohmann::ordered_json::array();
  for (const SuppressionEntry& entry : entries) list.push_back(json_of(entry));
  return list.dump(2) + "\n";
}

}  // namespace

int run_suppressions(const SuppressionsOptions& options) {
  Configurations configurations(options.check);
  const Result<Plan> plan = make_plan(options.check, configurations);
  if (!plan) return fail(plan.errors());
  std::vector<SuppressionEntry> entries;
  Errors errors;
  lint_all(plan.value().jobs, options.check, [&](std::size_t, Outcome outcome) {
    errors.insert(errors.end(), outcome.errors.begin(), outcome.errors.end());
    if (outcome.file) std::ranges::move(outcome.file->report.suppressions, std::back_inserter(entries));
  });
  if (!errors.empty()) return fail(errors);
  return finish(options.json ? json_text(entries) : text_of(entries), 0);
}

}  // namespace hypelint
