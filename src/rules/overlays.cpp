#include "rules/overlays.h"

#include <algorithm>
#include <utility>

namespace hypelint {
namespace {

bool names(const Adjustment& adjustment, std::string_view rule) {
  return std::any_of(adjustment.rules.begin(), adjustment.rules.end(),
                     [&](const std::string& pattern) { return rule_matches(pattern, rule); });
}

AdjustedRule changed(AdjustedRule rule, const std::vector<const Adjustment*>& entries) {
  for (const Adjustment* entry : entries) {
    rule.on = entry->on.value_or(rule.on);
    rule.severity = entry->severity.value_or(rule.severity);
    rule.confidence = entry->confidence.value_or(rule.confidence);
    rule.cleared = entry->cleared.value_or(rule.cleared);
  }
  return rule;
}

void append(std::vector<const Adjustment*>& to, const std::vector<const Adjustment*>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

AdjustedRule stricter(AdjustedRule a, const AdjustedRule& b) {
  a.on = a.on || b.on;
  a.severity = std::max(a.severity, b.severity);
  a.confidence = std::max(a.confidence, b.confidence);
  a.cleared = a.cleared && b.cleared;
  return a;
}

bool same_clause(const Authority& a, const Authority& b) { return a.name == b.name && a.clause == b.clause; }

}  // namespace

OverlayTable::OverlayTable(std::vector<Overlay> overlays, const std::vector<Rule>& rules)
    : overlays_(std::move(overlays)) {
  for (const Overlay& overlay : overlays_) {
    std::vector<Entries>& of_rule = entries_.emplace_back(rules.size());
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      for (const Adjustment& adjustment : overlay.adjust) {
        if (names(adjustment, rules[rule].id)) of_rule[rule].push_back(&adjustment);
      }
    }
  }
}

const std::vector<OverlayTable::Entries>* OverlayTable::entries_of(OverlayKind kind, std::string_view name) const {
  for (std::size_t index = 0; index < overlays_.size(); ++index) {
    if (overlays_[index].kind == kind && overlays_[index].name == name) return &entries_[index];
  }
  return nullptr;
}

std::vector<AdjustedRule> OverlayTable::adjust(const std::vector<Rule>& rules, const Settings& settings) const {
  const auto* profile = entries_of(OverlayKind::Profile, settings.profile);
  std::vector<const std::vector<Entries>*> jurisdictions;
  for (const std::string& name : settings.jurisdictions) {
    if (const auto* entries = entries_of(OverlayKind::Jurisdiction, name)) jurisdictions.push_back(entries);
  }
  std::vector<AdjustedRule> out;
  out.reserve(rules.size());
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    AdjustedRule base{rules[rule].on, rules[rule].severity, rules[rule].confidence, true, {}};
    if (profile != nullptr) base = changed(std::move(base), (*profile)[rule]);
    std::optional<AdjustedRule> lawful;
    Entries by = profile != nullptr ? (*profile)[rule] : Entries();
    for (const auto* jurisdiction : jurisdictions) {
      const Entries& entries = (*jurisdiction)[rule];
      if (entries.empty()) continue;
      const AdjustedRule one = changed(base, entries);
      lawful = lawful ? stricter(std::move(*lawful), one) : one;
      append(by, entries);
    }
    out.push_back(lawful ? std::move(*lawful) : std::move(base));
    out.back().by = std::move(by);
  }
  return out;
}

std::vector<Authority> sources_of(const Rule& rule, const AdjustedRule& adjusted) {
  std::vector<Authority> sources;
  const auto is_new = [&](const Authority& source) {
    return std::none_of(sources.begin(), sources.end(), [&](const Authority& one) { return same_clause(one, source); });
  };
  for (const Adjustment* entry : adjusted.by) {
    for (const Authority& source : entry->sources) {
      if (is_new(source)) sources.push_back(source);
    }
  }
  const std::vector<Authority> added = sources;
  const auto is_named = [&](const Authority& source) {
    return std::any_of(added.begin(), added.end(), [&](const Authority& one) { return one.name == source.name; });
  };
  for (const bool named : {true, false}) {
    for (const Authority& source : rule.sources) {
      if (is_named(source) == named && is_new(source)) sources.push_back(source);
    }
  }
  return sources;
}

}  // namespace hypelint
