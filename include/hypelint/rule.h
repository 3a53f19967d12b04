// A rule as data: what it looks for, what clears it, and its own tests. rules/README.md is the author's guide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/evidence.h"
#include "hypelint/matcher.h"
#include "hypelint/severity.h"

namespace hypelint {

enum class RuleKind { Claim, Phrase, Details, Link, Citation, Statistic, Document, Density };
std::string_view to_string(RuleKind kind);
std::optional<RuleKind> rule_kind_from(std::string_view name);

// How far from the claim something may stand. Paragraph is the block; with it go the lead-in of a bullet, the bullets
// of a lead-in and the row of a table cell.
enum class Reach { Sentence, NextSentence, Paragraph, Section, Document };
std::string_view to_string(Reach reach);
std::optional<Reach> reach_from(std::string_view name);

// Circumstances in which a trigger is no claim (`not_when`).
enum class Situation {
  // A negator governs the trigger: within six words before it in its clause, or so in the lead-in that the bullet goes
  // on from ("It does not:"). The same holds for Normative, Hedged and Purpose.
  Negated,
  // "claims to", "so-called", "myth", "critics say" before the trigger in the sentence, or after a reported claim ("The
  // claim that … is a myth"); or in what introduces its list or table column ("Warning signs:", a heading "Myths").
  Refuted,
  Question,    // the sentence ends in a question mark
  Concessive,  // the trigger stands in an although/while/despite clause followed by a limitation
  Normative,   // "must", "should", "need(ed)" makes it a demand
  Limited,     // the sentence states a limitation of the evidence
  Hedged,      // may/might/could/appears governs the trigger
  Purpose,     // "aims to", "designed to test", "to determine whether"
  Disclaimer,  // block role Disclaimer, or the sentence reads as one
  References,  // block role References
  Quotation,   // block role Quotation or inside quotation marks
  Heading,     // block kind Title or Heading
  Title,       // block kind Title
  Summary,
  Button,
  Caption,
  TableCell,
  ListItem,
  LinkText,      // trigger inside the text of a link
  Navigation,    // zones Navigation, Footer, Form, Hidden
  BareNoun,      // heading or button without a verb-like predicate: fewer than three words besides the trigger
  SingleSource,  // the document summarises one identified paper
  ShortUnit,     // a unit of fewer than four words
  Critic,        // an independent critic speaks in the sentence
  Patient,       // a patient speaks: in a review, in the sentence, or in the block around a quotation
  Definition,    // the sentence defines a term
  PressRelease,  // the document shows itself to be a press release
  Promotional,   // the document solicits, or praises as much as one that sells (RulePack::praise)
  Review,        // block role Review
};
std::string_view to_string(Situation situation);
std::optional<Situation> situation_from(std::string_view name);

enum class Side { Before, After, Either };
std::string_view to_string(Side side);
std::optional<Side> side_from(std::string_view name);

// "Some term of these lists (or some evidence of these kinds) stands near the trigger."
struct Nearby {
  std::vector<TermListId> lists;
  std::vector<EvidenceKind> evidence;
  Reach within = Reach::Sentence;
  Side side = Side::Either;
  std::optional<int> words;  // at most this many words between (same sentence), when given
};

// What clears a claim: every given part must hold at once; a rule may have several clearances, any of which does.
struct Clearance {
  std::vector<Tier> tiers;           // some evidence of one of these tiers
  std::vector<EvidenceKind> with;    // and each of these kinds
  std::vector<EvidenceKind> any_of;  // and at least `at_least` different kinds of these
  int at_least = 1;
  Reach within = Reach::Sentence;
};

// All criteria that are given must hold; within one, any entry does.
// The finding stands on the address.
struct LinkCriteria {
  std::vector<HostClass> hosts;         // classes that fire; empty = any
  std::vector<std::string> parameters;  // query parameter names that fire ("utm_source", "aff*")
  std::vector<std::string> address;     // RE2 on the address, case-insensitive
  std::vector<TermListId> text;         // anchor text must hold one of these
  std::vector<LinkRole> roles;          // empty = any
  std::vector<Zone> zones;              // empty = Head, Body
};

// The counted sentences stand to the sentences with evidence of these kinds in a ratio of more than `above`.
struct SentenceRatio {
  std::vector<EvidenceKind> to;
  int above = 0;  // 0: no such criterion
};

// What must have been found before a document rule looks for what is missing. The rule fires when everything that is
// given below is so.
struct DocumentCriteria {
  // Rule ids or "group/*"; counts the sentences with their findings before filtering. A rule that is off by default
  // is counted when it is named by id, though it does not report.
  std::vector<std::string> when_rules;
  int at_least = 1;
  std::vector<TermListId> when_terms;                 // or: some term of these lists
  std::vector<Tier> lacks_tiers;                      // nothing of these tiers in the document
  std::vector<EvidenceKind> lacks;                    // and nothing of these kinds
  std::vector<TermListId> lacks_terms;                // and no term of these lists
  std::vector<std::vector<EvidenceKind>> incomplete;  // nothing of one of these groups; {detail} names it
  std::vector<std::string> lacks_properties;  // no Property of the document has one of these keys (or ends in ".key")
  SentenceRatio ratio;
  // The finding stands on the first such term, and only where there is one. Its scope is that place, unless there is
  // a ratio, which is of the whole document.
  std::vector<TermListId> at;
};

struct DensityCriteria {
  int at_least = 3;
  Reach within = Reach::Sentence;         // Sentence, Paragraph or Section
  bool distinct_lists = false;            // counts different lists of `any` instead of different words
  std::vector<TermListId> boosters;       // each hit adds one
  std::vector<std::string> unless_rules;  // not where one of these fired in the same sentence, paragraph or section
};

// What a rule of kind Statistic may check (rules/README.md says what each looks at).
enum class StatisticCheck : std::uint8_t {
  Grim,        // percentages that no count of people gives
  PartsWhole,  // parts that do not make their whole
  PCiSanity,   // p values, intervals and significance against each other
};
// "grim", "parts-whole", "p-ci-sanity"
std::string_view to_string(StatisticCheck check);

struct Authority {  // who asks for it
  std::string name;
  std::string clause;
  int year = 0;     // 0 when not dated
  std::string url;  // may be empty
};

// The text of an example; `[[…]]` marks the expected span of each finding. `format` picks the parser.
struct Example {
  std::string text;
  Format format = Format::Markdown;
  Position where;
};

// Triggers that count in some situations only: a page that sells says more with fewer words.
struct Further {
  std::vector<TermListId> any;
  std::vector<Situation> when;        // all of these must hold
  std::vector<Nearby> needs, unless;  // in place of the rule's own, where there are any
};

struct Rule {
  std::string id;               // "group/name"
  std::string path;             // rule file
  std::string language;         // of its pack; runs only on articles in it, unless empty or `every_language`
  bool every_language = false;  // looks at no words: identifiers, numbers
  Position where;               // place of the id in it
  RuleKind kind = RuleKind::Claim;
  Severity severity = Severity::Warning;
  Confidence confidence = Confidence::Medium;
  bool on = true;                            // default-on
  std::string summary, why, message, clear;  // `clear`: how a writer clears it
  std::vector<Authority> sources;
  std::vector<Example> bad, good;

  std::vector<TermListId> any;                 // triggers
  std::vector<Further> also;                   // claim, phrase, details
  std::vector<TermListId> except;              // a trigger overlapping one of these is none
  std::vector<Nearby> needs;                   // all of these must hold
  std::vector<Nearby> unless;                  // none of these may hold
  std::vector<EvidenceKind> trigger_evidence;  // claim, phrase, details: kinds as triggers ("percent" …), beside `any`
  std::vector<Situation> not_when;
  std::vector<Situation> only_when;  // all of these must hold
  std::vector<BlockKind> only_in;    // empty = all but code
  std::vector<Zone> zones = {Zone::Head, Zone::Body};
  std::vector<Clearance> cleared_by;
  std::optional<std::size_t> details;  // kind Details: which of `cleared_by` {n} and {detail} tell of
  Reach once_per = Reach::Sentence;    // claim, phrase, details: at most one finding per sentence, paragraph …
  bool whole_sentence = false;         // the finding's span is the sentence, not the trigger

  LinkCriteria link;                    // kind Link
  std::optional<CitationFault> fault;   // kind Citation
  std::optional<StatisticCheck> check;  // kind Statistic
  DocumentCriteria document;            // kind Document
  DensityCriteria density;              // kind Density
};

// The part of the id before the slash.
std::string_view group_of(std::string_view rule_id);
// True when `pattern` is the id, its group ("trial") or "group/*".
bool rule_matches(std::string_view pattern, std::string_view rule_id);

}  // namespace hypelint
