// Rules turned into tables: from a term list or an evidence kind to the rules it triggers.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "hypelint/config.h"
#include "hypelint/result.h"
#include "hypelint/rule.h"
#include "hypelint/rule_pack.h"
#include "rules/overlays.h"

namespace re2 {
class RE2;
}

namespace hypelint {

using RuleIndex = std::uint32_t;
using KindSet = std::uint64_t;  // one bit an EvidenceKind
using TierSet = std::uint8_t;   // one bit a Tier

static_assert(kEvidenceKinds <= 64);

constexpr KindSet bit(EvidenceKind kind) { return KindSet{1} << static_cast<unsigned>(kind); }
constexpr TierSet bit(Tier tier) { return static_cast<TierSet>(1U << static_cast<unsigned>(tier)); }
KindSet kind_set(const std::vector<EvidenceKind>& kinds);
TierSet tier_set(const std::vector<Tier>& tiers);

// A Clearance as sets. One that asks for nothing never clears.
struct ClearanceSets {
  TierSet tiers = 0;
  KindSet with = 0;
  KindSet any_of = 0;
  int at_least = 1;
  Reach within = Reach::Sentence;
};

// A rule whose findings are dropped in a sentence, unless the sentence holds evidence of one of these kinds.
struct Absorbs {
  RuleIndex rule = 0;
  KindSet unless = 0;
};

// What one rule needs at hand for every trigger.
struct RuleTables {
  std::uint32_t zones = 0;                // one bit a Zone; those of the links where a link rule names them
  std::uint32_t kinds = 0;                // one bit a BlockKind
  std::vector<ClearanceSets> cleared_by;  // but the details
  std::optional<ClearanceSets> details;
  std::vector<Absorbs> absorbs;
  std::vector<RuleIndex> counts;   // rules of document.when_rules or density.unless_rules
  std::vector<RuleIndex> by_name;  // those of them that document.when_rules names itself: they count even when off
  std::vector<std::shared_ptr<const re2::RE2>> addresses;
};

// A list among the further triggers of a rule.
struct FurtherTrigger {
  RuleIndex rule = 0;
  std::size_t also = 0;  // index into Rule::also
};

// A Praise as indices.
struct PraiseClaims {
  std::vector<bool> counts;  // by RuleIndex
  std::vector<TermListId> about;
  KindSet less = 0;
  std::uint32_t at_least = 1;
  std::uint32_t one_in = 1;
};

struct CompiledRules {
  std::vector<Rule> rules;                                         // sorted by id
  std::vector<RuleTables> tables;                                  // same order
  std::vector<std::vector<RuleIndex>> by_list;                     // TermListId -> rules it triggers
  std::vector<std::vector<FurtherTrigger>> further;                // TermListId -> rules it may trigger
  std::array<std::vector<RuleIndex>, kEvidenceKinds> by_evidence;  // EvidenceKind -> rules it triggers
  std::vector<std::vector<RuleIndex>> boosters;                    // TermListId -> density rules
  std::array<std::vector<RuleIndex>, static_cast<std::size_t>(RuleKind::Density) + 1> of_kind;
  std::vector<PraiseClaims> praise;
};

// Errors: an address pattern of a link rule that RE2 refuses, a list that does not exist.
Result<CompiledRules> compile(std::vector<Rule> rules, const std::vector<Precedence>& precedence,
                              const std::vector<Praise>& praise, std::size_t lists);

class RuleMeter;

// Which rules report, and which only run because their findings count for others: for a document or density rule that
// reports, or for the page's praise.
struct Selection {
  std::vector<bool> reports;
  std::vector<bool> runs;
  std::vector<bool> absorbs;  // those that report at or above the thresholds: only what is seen may drop others
  std::vector<AdjustedRule> adjusted;  // every rule as the overlays of the settings leave it
  RuleMeter* meter = nullptr;          // where the time of each rule is booked; null = nowhere
};
// Whether a rule reports that overlays leave on or off: what the settings select or ignore goes before that.
bool reports_under(const Settings& settings, std::string_view rule, bool on);
// What the settings make of the severity that overlays leave to a rule.
Severity severity_under(const Settings& settings, std::string_view rule, Severity severity);
// What the settings select or ignore goes before what overlays switch.
Selection select_rules(const CompiledRules& rules, const OverlayTable& overlays, const Settings& settings);
// Without the rules of other languages.
Selection in_language(Selection selection, const CompiledRules& rules, std::string_view language);

}  // namespace hypelint
