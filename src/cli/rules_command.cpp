// `hypelint rules list` and `hypelint rules test`.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/packs.h"
#include "lint/suppression_rules.h"
#include "report/display_width.h"
#include "support/prose.h"

namespace hypelint {
namespace {

// The rules as the settings leave them.
std::vector<Rule> settled_rules(const Linter& linter, const Settings& settings) {
  std::vector<Rule> rules = linter.rules();
  for (Rule& rule : rules) {
    const AdjustedRule settled = linter.settled(rule, settings);
    rule.on = settled.on;
    rule.severity = settled.severity;
    rule.confidence = settled.confidence;
  }
  return rules;
}

std::string cell(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text + "  ";
}

std::string table(const std::vector<Rule>& rules) {
  std::size_t width = 4;
  for (const Rule& rule : rules) width = std::max(width, rule.id.size());
  std::string out = cell("RULE", width) + cell("SEVERITY", 8) + cell("CONFIDENCE", 10) + cell("ON", 3) + "SUMMARY\n";
  for (const Rule& rule : rules) {
    out += cell(rule.id, width) + cell(std::string(to_string(rule.severity)), 8) +
           cell(std::string(to_string(rule.confidence)), 10) + cell(rule.on ? "on" : "off", 3) +
           printable_text(rule.summary) + "\n";
  }
  return out;
}

std::string json(const std::vector<Rule>& rules) {
  auto list = nlohmann::ordered_json::array();
  for (const Rule& rule : rules) {
    list.push_back({{"rule", rule.id},
                    {"kind", to_string(rule.kind)},
                    {"severity", to_string(rule.severity)},
                    {"confidence", to_string(rule.confidence)},
                    {"on", rule.on},
                    {"summary", well_formed(rule.summary)}});
  }
  return list.dump(2) + "\n";
}

// Relative where the file stands below the current folder, so that editors find it.
std::string shown_path(const std::string& path) {
  std::error_code failed;
  const std::string near = std::filesystem::proximate(path, failed).generic_string();
  return printable_text(failed || near.starts_with("..") ? path : near);
}

}  // namespace

int run_rules_list(const RulesOptions& options) {
  const Result<Config> config = config_here();
  if (!config) return fail(config.errors());
  const Result<Linter> linter = load_linter_of(options.packs, config.value());
  if (!linter) return fail(linter.errors());
  if (options.packs.empty()) {
    const Errors in_config = unknown_names(config.value(), linter.value());
    if (!in_config.empty()) return fail(in_config);
  }
  const Errors unknown = unknown_overlays(options.overlays, linter.value().overlays());
  if (!unknown.empty()) return fail(unknown);
  const Settings settings = with_overlays(config.value().settings, options.overlays);
  const std::vector<Rule> rules = settled_rules(linter.value(), settings);
  return finish(options.json ? json(rules) : table(rules), 0);
}

int run_rules_test(const RulesOptions& options) {
  const Result<Linter> linter = load_linter_of(options.packs);
  if (!linter) return fail(linter.errors());
  std::string out;
  const std::vector<ExampleFailure> failures = check_examples(linter.value());
  for (const ExampleFailure& failure : failures) {
    out += shown_path(failure.path) + ":" + std::to_string(failure.where.line) + ":" +
           std::to_string(failure.where.column) + ": " + printable_text(failure.message) + " [" + failure.rule + "]\n";
  }
  std::size_t rules = 0;
  std::size_t examples = 0;
  for (const Rule& rule : linter.value().rules()) {
    if (is_built_in(rule)) continue;
    ++rules;
    examples += rule.bad.size() + rule.good.size();
  }
  out += count_of(rules, "rule") + ", " + count_of(examples, "example") + ", " +
         (failures.empty() ? "no failures" : count_of(failures.size(), "failure")) + "\n";
  return finish(out, failures.empty() ? 0 : 1);
}

}  // namespace hypelint
