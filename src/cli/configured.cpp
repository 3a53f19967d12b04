#include "cli/configured.h"

#include <algorithm>
#include <filesystem>

#include "cli/packs.h"
#include "cli/suggest.h"
#include "lint/config_rules.h"

namespace hypelint {
namespace {

void check_names(const std::vector<std::string>& names, const std::string& flag, const std::vector<Rule>& rules,
                 Errors& errors) {
  for (const std::string& name : names) {
    if (names_a_rule(rules, name)) continue;
    const std::string message = flag + ": unknown rule or group `" + name + "`" + did_you_mean(name, rule_names(rules));
    errors.push_back({ErrorCode::Usage, message, "", {}});
  }
}

Errors unknown_in_use(const Config& config, const CheckOptions& options, const Linter& linter) {
  const std::vector<Rule>& rules = linter.rules();
  Errors errors = unknown_overlays(options.overlays, linter.overlays());
  check_names(options.select, "--select", rules, errors);
  check_names(options.ignore, "--ignore", rules, errors);
  const Errors in_config = unknown_names(config, linter);
  errors.insert(errors.end(), in_config.begin(), in_config.end());
  return errors;
}

// A flag that names a rule, or the group of it, counts more than a configuration that ignores it.
void select_only(const std::vector<std::string>& names, Settings& settings) {
  std::erase_if(settings.ignore, [&](const std::string& ignored) {
    return std::ranges::any_of(names, [&](const std::string& name) { return covers(ignored, name); });
  });
  settings.select = names;
  settings.extend_select.clear();
}

}  // namespace

std::string Configurations::config_path(const std::string& path) {
  if (options_.no_config) return "";
  if (!options_.config.empty()) return options_.config;
  const std::string folder = path == "-" ? "." : std::filesystem::path(path).parent_path().string();
  const auto [entry, is_new] = config_of_folder_.try_emplace(folder.empty() ? "." : folder);
  if (is_new) entry->second = find_config(entry->first);
  return entry->second;
}

Result<const Governed*> Configurations::of(const std::string& path) {
  const std::string config = config_path(path);
  const auto known = by_config_.find(config);
  if (known != by_config_.end()) return &known->second;
  return load(config);
}

Result<const Governed*> Configurations::load(const std::string& config_path) {
  Governed governed;
  if (!config_path.empty()) {
    Result<Config> config = load_config(config_path);
    if (!config) return config.errors();
    governed.config = std::move(config).value();
  }
  const Result<std::vector<std::string>> packs = find_packs(options_.packs, governed.config);
  if (!packs) return packs.errors();
  const Result<const Linter*> linter = linter_for(packs.value());
  if (!linter) return linter.errors();
  governed.linter = linter.value();
  const Errors unknown = unknown_in_use(governed.config, options_, *governed.linter);
  if (!unknown.empty()) return unknown;
  return &by_config_.emplace(config_path, std::move(governed)).first->second;
}

Result<const Linter*> Configurations::linter_for(const std::vector<std::string>& packs) {
  const auto known = linters_.find(packs);
  if (known != linters_.end()) return &known->second;
  Result<Linter> linter = load_linter(packs, !options_.no_cache);
  if (!linter) return linter.errors();
  return &linters_.emplace(packs, std::move(linter).value()).first->second;
}

std::vector<Rule> Configurations::rules() const {
  std::vector<Rule> all;
  for (const auto& [packs, linter] : linters_) all.insert(all.end(), linter.rules().begin(), linter.rules().end());
  std::ranges::stable_sort(all, {}, &Rule::id);
  const auto is_repeated = [](const Rule& a, const Rule& b) { return a.id == b.id; };
  all.erase(std::unique(all.begin(), all.end(), is_repeated), all.end());
  return all;
}

Settings settings_with_flags(const Config& config, const CheckOptions& options, const std::string& path) {
  Settings settings = with_overlays(settings_for(config, path), options.overlays);
  if (!options.select.empty()) select_only(options.select, settings);
  ignore_too(options.ignore, settings);
  if (options.min_severity) settings.min_severity = *options.min_severity;
  if (options.min_confidence) settings.min_confidence = *options.min_confidence;
  settings.today = options.today;
  settings.measure = options.profile_rules;
  settings.list_evidence = std::ranges::any_of(
      options.outputs, [](const OutputOption& output) { return output.format == ReportFormat::Html; });
  return settings;
}

}  // namespace hypelint
