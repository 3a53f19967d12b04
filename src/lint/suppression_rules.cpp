#include "lint/suppression_rules.h"

#include <string>
#include <utility>

namespace hypelint {
namespace {

struct RuleText {
  std::string_view id;
  Severity severity;
  const char* summary;
  const char* why;
  const char* message;
  const char* clear;
  const char* bad;   // may be empty
  const char* good;  // may be empty
};

constexpr const char* kGoodForm =
    "<!-- hypelint-disable-next-block superlative/leadership evidence=\"https://example.org/award\" until=2030-06-30: "
    "award of the year, checked by the editor -->";

const RuleText kTexts[] = {
    {kUnknownRule, Severity::Warning, "a suppression names a rule that does not exist",
     "A mistyped id suppresses nothing, and whoever reads the page's source believes that it does.", "{detail}",
     "Write the id as the report shows it in brackets; `hypelint rules list` shows them all.",
     "<!-- [[hypelint-disable-file no/such-rule: agreed with the editor]] -->", ""},
    {kNoReason, Severity::Error, "a suppression gives no reason",
     "A suppression is the record of a decision. Without its reason nobody can check or revisit it.", "{detail}",
     "Write why the claim may stand after a colon; add evidence=\"…\" when something supports it.",
     "<!-- [[hypelint-disable-file superlative/hype]] -->", kGoodForm},
    {kExpired, Severity::Warning, "a suppression is past its date",
     "Its author wanted the claim looked at again by then. Its findings count again.", "{detail}",
     "Check the claim again; then remove the suppression or give it a new date.", "", ""},
    {kUnused, Severity::Warning, "a suppression suppresses nothing",
     "The claim was mended or moved away. What is left would hide the next one.", "{detail}",
     "Remove it, or move it to the block it was written for.", "", ""},
    {kBlanket, Severity::Error, "a suppression names no rule, a group of rules or all of them",
     "A reason can speak for one claim and one rule, not for what nobody has looked at yet.", "{detail}",
     "Name each rule by its id.", "<!-- [[hypelint-disable-file all: we know our field]] -->", kGoodForm},
    {kMalformed, Severity::Error, "a suppression is not written as one",
     "A directive that cannot be read suppresses nothing.", "{detail}",
     "Write hypelint-disable-next-block, hypelint-disable … hypelint-enable or hypelint-disable-file, then rule ids, "
     "then "
     "evidence=\"…\" and until=YYYY-MM-DD if wanted, then a colon and the reason.",
     "<!-- [[hypelint-ignore superlative/hype: award, checked]] -->", kGoodForm},
};

Rule rule_of(const RuleText& text) {
  Rule rule;
  rule.id = text.id;
  rule.every_language = true;
  rule.kind = RuleKind::Phrase;
  rule.severity = text.severity;
  rule.confidence = Confidence::High;
  rule.summary = text.summary;
  rule.why = text.why;
  rule.message = text.message;
  rule.clear = text.clear;
  rule.sources = {{"hypelint", "README, Suppressions", 0, ""}};
  if (*text.bad != '\0') rule.bad.push_back({text.bad, Format::Markdown, {}});
  if (*text.good != '\0') rule.good.push_back({text.good, Format::Markdown, {}});
  return rule;
}

}  // namespace

std::vector<Rule> suppression_rules() {
  std::vector<Rule> rules;
  for (const RuleText& text : kTexts) rules.push_back(rule_of(text));
  return rules;
}

bool is_built_in(const Rule& rule) { return rule.path.empty() && group_of(rule.id) == kSuppressionGroup; }

}  // namespace hypelint
