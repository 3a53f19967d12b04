#include "rules/compile.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

namespace hypelint {
namespace {

template <typename Enum>
std::uint32_t bits_of(const std::vector<Enum>& values) {
  std::uint32_t bits = 0;
  for (const Enum value : values) bits |= 1U << static_cast<unsigned>(value);
  return bits;
}

std::vector<RuleIndex> matching(const std::vector<Rule>& rules, const std::vector<std::string>& patterns) {
  std::vector<RuleIndex> out;
  for (RuleIndex index = 0; index < rules.size(); ++index) {
    const auto fits = [&](const std::string& pattern) { return rule_matches(pattern, rules[index].id); };
    if (std::any_of(patterns.begin(), patterns.end(), fits)) out.push_back(index);
  }
  return out;
}

ClearanceSets sets_of(const Clearance& clearance) {
  return {tier_set(clearance.tiers), kind_set(clearance.with), kind_set(clearance.any_of), clearance.at_least,
          clearance.within};
}

// Compiles the address patterns of a link rule; appends what RE2 says about bad ones to `errors`.
std::vector<std::shared_ptr<const re2::RE2>> compile_addresses(const Rule& rule, Errors& errors) {
  std::vector<std::shared_ptr<const re2::RE2>> out;
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  for (const std::string& pattern : rule.link.address) {
    auto compiled = std::make_shared<const re2::RE2>(pattern, options);
    if (compiled->ok()) {
      out.push_back(std::move(compiled));
    } else {
      errors.push_back(
          {ErrorCode::RulePack, "link address pattern `" + pattern + "`: " + compiled->error(), rule.path, rule.where});
    }
  }
  return out;
}

RuleTables tables_of(const Rule& rule, const std::vector<Rule>& rules, Errors& errors) {
  RuleTables tables;
  tables.zones = bits_of(rule.link.zones.empty() ? rule.zones : rule.link.zones);
  tables.kinds = rule.only_in.empty() ? ~0U : bits_of(rule.only_in);
  tables.kinds &= ~(1U << static_cast<unsigned>(BlockKind::Code));
  for (std::size_t i = 0; i < rule.cleared_by.size(); ++i) {
    const ClearanceSets sets = sets_of(rule.cleared_by[i]);
    if (i == rule.details) {
      tables.details = sets;
    } else {
      tables.cleared_by.push_back(sets);
    }
  }
  tables.counts =
      matching(rules, rule.kind == RuleKind::Density ? rule.density.unless_rules : rule.document.when_rules);
  std::ranges::copy_if(tables.counts, std::back_inserter(tables.by_name), [&](RuleIndex counted) {
    return std::ranges::find(rule.document.when_rules, rules[counted].id) != rule.document.when_rules.end();
  });
  tables.addresses = compile_addresses(rule, errors);
  return tables;
}

// True when every list the rule names exists; says so in `errors` otherwise.
bool lists_exist(const Rule& rule, std::size_t lists, Errors& errors) {
  bool known = true;
  const auto check = [&](const std::vector<TermListId>& ids) {
    for (const TermListId id : ids) known = known && id < lists;
  };
  for (const auto* ids : {&rule.any, &rule.except, &rule.link.text, &rule.document.when_terms,
                          &rule.document.lacks_terms, &rule.document.at, &rule.density.boosters}) {
    check(*ids);
  }
  for (const auto* nearby : {&rule.needs, &rule.unless}) {
    for (const Nearby& near : *nearby) check(near.lists);
  }
  for (const Further& further : rule.also) {
    check(further.any);
    for (const auto* nearby : {&further.needs, &further.unless}) {
      for (const Nearby& near : *nearby) check(near.lists);
    }
  }
  if (!known)
    errors.push_back({ErrorCode::Internal, rule.id + " names a term list that is not there", rule.path, rule.where});
  return known;
}

bool triggered_by_terms(RuleKind kind) {
  return kind == RuleKind::Claim || kind == RuleKind::Phrase || kind == RuleKind::Details || kind == RuleKind::Density;
}

void add_triggers(CompiledRules& compiled, RuleIndex index) {
  const Rule& rule = compiled.rules[index];
  compiled.of_kind[static_cast<std::size_t>(rule.kind)].push_back(index);
  if (!triggered_by_terms(rule.kind)) return;
  for (const TermListId list : rule.any) compiled.by_list[list].push_back(index);
  for (const TermListId list : rule.density.boosters) compiled.boosters[list].push_back(index);
  if (rule.kind == RuleKind::Density) return;
  for (std::size_t i = 0; i < rule.also.size(); ++i) {
    for (const TermListId list : rule.also[i].any) compiled.further[list].push_back({index, i});
  }
  for (const EvidenceKind kind : rule.trigger_evidence) {
    compiled.by_evidence[static_cast<std::size_t>(kind)].push_back(index);
  }
}

void add_precedence(CompiledRules& compiled, const Precedence& precedence) {
  const KindSet unless = kind_set(precedence.unless);
  const std::vector<RuleIndex> dropped = matching(compiled.rules, precedence.of);
  for (const RuleIndex by : matching(compiled.rules, precedence.by)) {
    for (const RuleIndex rule : dropped) {
      if (rule != by) compiled.tables[by].absorbs.push_back({rule, unless});
    }
  }
}

void add_praise(CompiledRules& compiled, const Praise& praise, std::size_t lists, Errors& errors) {
  if (std::ranges::any_of(praise.about, [&](TermListId id) { return id >= lists; })) {
    errors.push_back({ErrorCode::Internal, "[promotional] names a term list that is not there", {}, {}});
  }
  PraiseClaims claims{std::vector<bool>(compiled.rules.size()), praise.about, kind_set(praise.less), praise.at_least,
                      praise.one_in};
  for (const RuleIndex rule : matching(compiled.rules, praise.claims)) claims.counts[rule] = true;
  compiled.praise.push_back(std::move(claims));
}

std::vector<bool> reporting(const std::vector<Rule>& rules, const std::vector<AdjustedRule>& adjusted,
                            const Settings& settings) {
  std::vector<bool> reports(rules.size());
  for (RuleIndex index = 0; index < rules.size(); ++index)
    reports[index] = reports_under(settings, rules[index].id, adjusted[index].on);
  return reports;
}

std::vector<bool> absorbing(const std::vector<Rule>& rules, const Selection& selection, const Settings& settings) {
  std::vector<bool> absorbs = selection.reports;
  for (RuleIndex index = 0; index < rules.size(); ++index) {
    const AdjustedRule& rule = selection.adjusted[index];
    if (severity_under(settings, rules[index].id, rule.severity) < settings.min_severity ||
        rule.confidence < settings.min_confidence) {
      absorbs[index] = false;
    }
  }
  return absorbs;
}

}  // namespace

KindSet kind_set(const std::vector<EvidenceKind>& kinds) {
  KindSet set = 0;
  for (const EvidenceKind kind : kinds) set |= bit(kind);
  return set;
}

TierSet tier_set(const std::vector<Tier>& tiers) {
  TierSet set = 0;
  for (const Tier tier : tiers) set = static_cast<TierSet>(set | bit(tier));
  return set;
}

Result<CompiledRules> compile(std::vector<Rule> rules, const std::vector<Precedence>& precedence,
                              const std::vector<Praise>& praise, std::size_t lists) {
  CompiledRules compiled;
  compiled.rules = std::move(rules);
  compiled.by_list.resize(lists);
  compiled.further.resize(lists);
  compiled.boosters.resize(lists);
  Errors errors;
  for (RuleIndex index = 0; index < compiled.rules.size(); ++index) {
    const Rule& rule = compiled.rules[index];
    compiled.tables.push_back(tables_of(rule, compiled.rules, errors));
    if (lists_exist(rule, lists, errors)) add_triggers(compiled, index);
  }
  if (!errors.empty()) return errors;
  for (const Precedence& one : precedence) add_precedence(compiled, one);
  for (const Praise& one : praise) add_praise(compiled, one, lists, errors);
  if (!errors.empty()) return errors;
  return compiled;
}

bool reports_under(const Settings& settings, std::string_view rule, bool on) {
  const auto named = [&](const std::vector<std::string>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string& pattern) { return rule_matches(pattern, rule); });
  };
  const bool chosen = settings.select.empty() ? on : named(settings.select);
  return (chosen || named(settings.extend_select)) && (!named(settings.ignore) || named(settings.spared));
}

Severity severity_under(const Settings& settings, std::string_view rule, Severity severity) {
  for (const auto& [pattern, set] : settings.severity) {
    if (rule_matches(pattern, rule)) severity = set;
  }
  return severity;
}

Selection select_rules(const CompiledRules& rules, const OverlayTable& overlays, const Settings& settings) {
  Selection selection;
  selection.adjusted = overlays.adjust(rules.rules, settings);
  selection.reports = reporting(rules.rules, selection.adjusted, settings);
  selection.runs = selection.reports;
  selection.absorbs = absorbing(rules.rules, selection, settings);
  for (RuleIndex index = 0; index < rules.rules.size(); ++index) {
    const auto counts = [index](const PraiseClaims& praise) { return praise.counts[index]; };
    if (selection.adjusted[index].on && std::ranges::any_of(rules.praise, counts)) selection.runs[index] = true;
    if (!selection.reports[index]) continue;
    for (const RuleIndex counted : rules.tables[index].by_name) selection.runs[counted] = true;
    for (const RuleIndex counted : rules.tables[index].counts) {
      if (selection.adjusted[counted].on) selection.runs[counted] = true;
    }
  }
  return selection;
}

Selection in_language(Selection selection, const CompiledRules& rules, std::string_view language) {
  for (RuleIndex index = 0; index < rules.rules.size(); ++index) {
    const Rule& rule = rules.rules[index];
    if (rule.every_language || rule.language.empty() || rule.language == language) continue;
    selection.reports[index] = false;
    selection.runs[index] = false;
    selection.absorbs[index] = false;
  }
  return selection;
}

}  // namespace hypelint
