#include "rules/names.h"

#include "rules/name_table.h"

namespace hypelint {
namespace {

constexpr NameTable<8> kRuleKinds = {"claim",    "phrase",    "details",  "link",
                                     "citation", "statistic", "document", "density"};
constexpr NameTable<5> kReaches = {"sentence", "next-sentence", "paragraph", "section", "document"};
constexpr NameTable<2> kOverlayKinds = {"profile", "jurisdiction"};
constexpr NameTable<3> kSides = {"before", "after", "either"};
constexpr NameTable<3> kFaults = {"malformed-identifier", "dangling-marker", "uncited-entry"};
constexpr NameTable<3> kStatisticChecks = {"grim", "parts-whole", "p-ci-sanity"};
constexpr NameTable<static_cast<std::size_t>(last_value<Situation>) + 1> kSituations = {
    "negated",    "refuted",    "question",      "concessive",  "normative", "limited",       "hedged",     "purpose",
    "disclaimer", "references", "quotation",     "heading",     "title",     "summary",       "button",     "caption",
    "table-cell", "list-item",  "link-text",     "navigation",  "bare-noun", "single-source", "short-unit", "critic",
    "patient",    "definition", "press-release", "promotional", "review"};

}  // namespace

std::string_view to_string(RuleKind kind) { return name_in(kRuleKinds, kind); }
std::optional<RuleKind> rule_kind_from(std::string_view name) { return value_in<RuleKind>(kRuleKinds, name); }

std::string_view to_string(Reach reach) { return name_in(kReaches, reach); }
std::optional<Reach> reach_from(std::string_view name) { return value_in<Reach>(kReaches, name); }

std::string_view to_string(Situation situation) { return name_in(kSituations, situation); }
std::optional<Situation> situation_from(std::string_view name) { return value_in<Situation>(kSituations, name); }

std::string_view to_string(Side side) { return name_in(kSides, side); }
std::optional<Side> side_from(std::string_view name) { return value_in<Side>(kSides, name); }

std::string_view to_string(OverlayKind kind) { return name_in(kOverlayKinds, kind); }

std::string_view to_string(CitationFault fault) { return name_in(kFaults, fault); }

std::string_view to_string(StatisticCheck check) { return name_in(kStatisticChecks, check); }

std::string_view group_of(std::string_view rule_id) { return rule_id.substr(0, rule_id.find('/')); }

bool rule_matches(std::string_view pattern, std::string_view rule_id) {
  if (!rule_id.starts_with(pattern.substr(0, 1))) return false;  // nearly all: every overlay is held against every rule
  if (pattern == rule_id) return true;
  if (pattern.ends_with("/*")) pattern.remove_suffix(2);
  return !pattern.empty() && pattern == group_of(rule_id);
}

}  // namespace hypelint
