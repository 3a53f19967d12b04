#include "lint/config_rules.h"

#include <algorithm>
#include <utility>

#include "rules/rule_names.h"
#include "rules/table_reader.h"
#include "support/ascii.h"
#include "text/nearest_name.h"

namespace hypelint {

Errors check_rule_names(const Config& config, const std::vector<Rule>& rules) {
  std::vector<std::string> ids;
  ids.reserve(rules.size());
  for (const Rule& rule : rules) ids.push_back(rule.id);
  const RuleNames names(std::move(ids));
  Errors errors;
  for (const auto& [name, where] : config.rule_names) {
    if (auto fault = names.fault_of(name)) errors.push_back({ErrorCode::Config, std::move(*fault), config.path, where});
  }
  return errors;
}

std::string fault_of_overlay(std::string_view name, OverlayKind kind, const std::vector<Overlay>& overlays) {
  std::vector<std::string_view> known;
  if (kind == OverlayKind::Profile) known.push_back("none");
  for (const Overlay& overlay : overlays) {
    if (overlay.kind == kind) known.push_back(overlay.name);
  }
  if (std::find(known.begin(), known.end(), name) != known.end()) return {};
  const std::string what(to_string(kind));
  if (known.empty()) return "unknown " + what + " " + quoted(name) + ": no " + what + " stands beside the rule packs";
  const auto nearest = nearest_name(ascii::lower_copy(name), known);
  return "unknown " + what + " " + quoted(name) + (nearest ? "; did you mean " + quoted(*nearest) + "?" : ";") +
         " known: " + join_names(known);
}

Errors check_overlay_names(const Config& config, const std::vector<Overlay>& overlays) {
  Errors errors;
  const auto check = [&](const std::vector<std::pair<std::string, Position>>& names, OverlayKind kind) {
    for (const auto& [name, where] : names) {
      std::string fault = fault_of_overlay(name, kind, overlays);
      if (!fault.empty()) errors.push_back({ErrorCode::Config, std::move(fault), config.path, where});
    }
  };
  check(config.profile_names, OverlayKind::Profile);
  check(config.jurisdiction_names, OverlayKind::Jurisdiction);
  std::ranges::stable_sort(errors, {},
                           [](const Error& error) { return std::pair(error.where.line, error.where.column); });
  return errors;
}

bool covers(std::string_view pattern, std::string_view name) {
  return rule_matches(pattern, name.find('/') == std::string_view::npos ? std::string(name) + "/*" : name);
}

void ignore_too(const std::vector<std::string>& names, Settings& settings) {
  std::erase_if(settings.spared, [&](const std::string& spared) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return covers(name, spared); });
  });
  settings.ignore.insert(settings.ignore.end(), names.begin(), names.end());
}

}  // namespace hypelint
