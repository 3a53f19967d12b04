#include "evidence/identifiers.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>

#include "evidence/check_digits.h"
#include "evidence/patterns.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

// A word that stands before the digits of an identifier, lower case.
struct Trigger {
  std::string_view word;
  Pattern pattern;
  bool adjacent = false;  // only right before the digits
};

// Sorted by word.
constexpr auto kTriggers = std::to_array<Trigger>({
    {"actrn", Pattern::Actrn},
    {"anda", Pattern::Approval},
    {"arxiv", Pattern::Arxiv},
    {"aust", Pattern::Approval},
    {"bio", Pattern::Arxiv},
    {"bla", Pattern::Approval},
    {"cd", Pattern::Review, true},
    {"chictr", Pattern::Chictr},
    {"crd", Pattern::Review, true},
    {"ctri", Pattern::Ctri},
    {"den", Pattern::Approval, true},
    {"drks", Pattern::Drks},
    {"eissn", Pattern::Issn},
    {"emea", Pattern::Approval},
    {"eu", Pattern::Approval},
    {"euctr", Pattern::Eudract},
    {"gov", Pattern::Pmid},
    {"iia", Pattern::Japic},
    {"ind", Pattern::Approval},
    {"irct", Pattern::Irct},
    {"isbn", Pattern::Isbn},
    {"isrctn", Pattern::Isrctn},
    {"issn", Pattern::Issn},
    {"itmctr", Pattern::SmallRegistries},
    {"japiccti", Pattern::Japic},
    {"jrct", Pattern::Jrct},
    {"k", Pattern::Approval, true},
    {"kct", Pattern::Kct},
    {"lbctr", Pattern::SmallRegistries},
    {"nct", Pattern::Nct},
    {"nda", Pattern::Approval},
    {"nl", Pattern::Ntr, true},
    {"ntr", Pattern::Ntr, true},
    {"omon", Pattern::Ntr, true},
    {"p", Pattern::Approval, true},
    {"pactr", Pattern::Pactr},
    {"per", Pattern::SmallRegistries},
    {"phrr", Pattern::SmallRegistries},
    {"pl", Pattern::Approval},
    {"pma", Pattern::Approval},
    {"pmc", Pattern::Pmcid, true},
    {"pmid", Pattern::Pmid},
    {"pubmed", Pattern::Pmid},
    {"rbr", Pattern::Rebec},
    {"rpcec", Pattern::Rpcec},
    {"slctr", Pattern::Slctr},
    {"tctr", Pattern::Tctr},
    {"u", Pattern::Utn, true},
    {"umin", Pattern::Umin},
});
static_assert(std::ranges::is_sorted(kTriggers, {}, &Trigger::word));

// Prefixes with a fixed number of digits, for saying what is wrong with one that fails.
struct DigitRule {
  std::string_view prefix;
  std::size_t least;
  std::size_t most;
  std::string_view what;
};
constexpr auto kDigitRules = std::to_array<DigitRule>({
    {"NCT", 8, 8, "a ClinicalTrials.gov identifier"},
    {"NCTO", 8, 8, "a ClinicalTrials.gov identifier"},
    {"ISRCTN", 8, 8, "an ISRCTN"},
    {"ISCRTN", 8, 8, "an ISRCTN"},
    {"PMID", 1, 8, "a PubMed identifier"},
    {"ChiCTR", 8, 10, "a Chinese trial registration"},
    {"ACTRN", 14, 14, "an Australian New Zealand trial registration"},
    {"DRKS", 8, 8, "a German trial registration"},
    {"TCTR", 11, 11, "a Thai trial registration"},
});

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

bool is_separator(char c) { return std::string_view(" :#/.()-=").find(c) != std::string_view::npos; }

constexpr std::size_t kLongestTrigger = 12;
constexpr std::size_t kMostSeparators = 3;

struct PrecedingWord {
  std::string_view word;
  std::size_t begin = 0;
  std::size_t separators = 0;
};

// The letters before `at`, at most three separators away; an empty word when there are none.
PrecedingWord word_before(std::string_view text, std::size_t at) {
  PrecedingWord result;
  while (at > 0 && result.separators < kMostSeparators && is_separator(text[at - 1])) --at, ++result.separators;
  std::size_t begin = at;
  while (begin > 0 && at - begin <= kLongestTrigger && ascii::is_letter(text[begin - 1])) --begin;
  result.begin = begin;
  result.word = text.substr(begin, at - begin);
  return result;
}

const Trigger* trigger_for(std::string_view word) {
  if (word.empty() || word.size() > kLongestTrigger) return nullptr;
  const std::string lowered = ascii::lower_copy(word);
  const auto found = std::ranges::lower_bound(kTriggers, std::string_view(lowered), {}, &Trigger::word);
  if (found != kTriggers.end() && found->word == lowered) return &*found;
  const bool japanese = lowered.size() == 5 && lowered.starts_with("jrct");
  return japanese ? trigger_for("jrct") : nullptr;
}

bool digits_at(std::string_view text, std::size_t at, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!ascii::is_digit(ascii::at(text, at + i))) return false;
  }
  return true;
}

using PatternSet = std::bitset<kPatternCount>;

void add(PatternSet& set, Pattern pattern) { set.set(static_cast<std::size_t>(pattern)); }

// Identifiers without a prefix word announce themselves by their digits.
PatternSet patterns_by_digits(std::string_view text, std::size_t at) {
  PatternSet set;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("10.") && digits_at(rest, 3, 4)) add(set, Pattern::Doi);
  if (rest.starts_with("0000-000") || rest.starts_with("0009-00")) add(set, Pattern::Orcid);
  if (rest.starts_with("20") && ascii::at(rest, 4) == '-' && digits_at(rest, 5, 6)) {
    add(set, ascii::at(rest, 5) == '5' ? Pattern::EuCt : Pattern::Eudract);
  }
  return set;
}

PatternSet patterns_by_words(std::string_view text, std::size_t at) {
  PatternSet set;
  for (int words = 0; words < 3; ++words) {
    const PrecedingWord before = word_before(text, at);
    if (before.word.empty()) break;
    const Trigger* trigger = trigger_for(before.word);
    if (trigger && !(trigger->adjacent && (words > 0 || before.separators > 0))) add(set, trigger->pattern);
    at = before.begin;
  }
  return set;
}

struct Survey {
  PatternSet patterns;
  std::vector<std::size_t> digit_runs;  // where runs of digits start
};

Survey survey(std::string_view text) {
  Survey result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!ascii::is_digit(text[i]) || ascii::is_digit(ascii::at(text, i - 1))) continue;
    result.digit_runs.push_back(i);
    result.patterns |= patterns_by_digits(text, i) | patterns_by_words(text, i);
  }
  constexpr std::string_view kChineseApproval = "\xE5\x9B\xBD\xE8\x8D\xAF\xE5\x87\x86\xE5\xAD\x97";
  if (!result.digit_runs.empty() && text.find(kChineseApproval) != std::string_view::npos) {
    add(result.patterns, Pattern::ChineseApproval);
  }
  return result;
}

EvidenceKind kind_of(Pattern pattern) {
  switch (pattern) {
    case Pattern::Doi:
      return EvidenceKind::Doi;
    case Pattern::Pmid:
      return EvidenceKind::Pmid;
    case Pattern::Pmcid:
      return EvidenceKind::Pmcid;
    case Pattern::Arxiv:
      return EvidenceKind::Preprint;
    case Pattern::Isbn:
      return EvidenceKind::Isbn;
    case Pattern::Issn:
      return EvidenceKind::Issn;
    case Pattern::Orcid:
      return EvidenceKind::Orcid;
    case Pattern::Approval:
    case Pattern::ChineseApproval:
      return EvidenceKind::Approval;
    default:
      return EvidenceKind::TrialRegistration;
  }
}

// The pattern cannot count parentheses: one that closes what was opened before the DOI is not part of it.
TextSpan trim_doi(std::string_view text, TextSpan span) {
  const std::string_view doi = text.substr(span.begin, span.size());
  auto surplus = std::ranges::count(doi, ')') - std::ranges::count(doi, '(');
  for (; span.end > span.begin; --span.end) {
    const char last = text[span.end - 1];
    const bool unbalanced = last == ')' && surplus > 0;
    if (!unbalanced && std::string_view(".,;:").find(last) == std::string_view::npos) break;
    if (unbalanced) --surplus;
  }
  return span;
}

bool is_preprint_doi(std::string_view doi) {
  constexpr auto kServers = std::to_array<std::string_view>(
      {"10.64898/", "10.48550/arxiv", "10.21203/rs.", "10.20944/preprints", "10.2139/ssrn", "10.31234/osf"});
  if (std::ranges::any_of(kServers, [doi](auto server) { return ascii::starts_with_folded(doi, server); })) return true;
  // Cold Spring Harbor's prefix is shared with its journals, whose suffixes start with letters.
  return doi.starts_with("10.1101/") && digits_at(doi, 8, 4);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (char c : text) {
    if (ascii::is_digit(c)) digits += c;
  }
  if (!text.empty() && ascii::lower(text.back()) == 'x') digits += 'X';
  return digits;
}

// The digits of "ISBN-13: 978-…" without the 10 or 13 of the label.
std::string isbn_digits(std::string_view match) {
  std::string_view rest = match.substr(4);
  if (rest.starts_with("-10") || rest.starts_with("-13")) rest.remove_prefix(3);
  return digits_of(rest);
}

struct CheckedNumber {
  std::string digits;
  char expected = '\0';
};

CheckedNumber checked_number(EvidenceKind kind, std::string_view match) {
  if (kind == EvidenceKind::Isbn) {
    const std::string digits = isbn_digits(match);
    return {digits, digits.size() == 10 ? isbn10_check_digit(digits) : isbn13_check_digit(digits)};
  }
  const std::string digits = digits_of(match);
  return {digits, kind == EvidenceKind::Issn ? issn_check_digit(digits) : orcid_check_digit(digits)};
}

bool has_check_digit(EvidenceKind kind) {
  return kind == EvidenceKind::Isbn || kind == EvidenceKind::Issn || kind == EvidenceKind::Orcid;
}

// What is wrong with the check digit; empty when it is right.
std::string check_digit_fault(EvidenceKind kind, std::string_view match) {
  const CheckedNumber number = checked_number(kind, match);
  if (number.expected == '\0')
    return quoted(match) + " has " + std::to_string(number.digits.size()) + " digits; an ISBN has 10 or 13";
  if (number.digits.back() == number.expected) return {};
  return quoted(match) + ": check digit should be " + std::string(1, number.expected);
}

void accept(std::string_view text, Pattern pattern, TextSpan span, Identifiers& result) {
  EvidenceKind kind = kind_of(pattern);
  if (kind == EvidenceKind::Doi) span = trim_doi(text, span);
  const std::string_view match = text.substr(span.begin, span.size());
  if (kind == EvidenceKind::Doi && is_preprint_doi(match)) kind = EvidenceKind::Preprint;
  if (has_check_digit(kind)) {
    if (std::string fault = check_digit_fault(kind, match); !fault.empty()) {
      result.malformed.push_back({span, std::move(fault)});
      return;
    }
  }
  result.found.push_back({kind, span});
}

const DigitRule* digit_rule(std::string_view word) {
  for (const DigitRule& rule : kDigitRules) {
    if (ascii::equals_folded(rule.prefix, word)) return &rule;
  }
  return nullptr;
}

std::string wanted_digits(const DigitRule& rule) {
  if (rule.least == rule.most) return std::to_string(rule.most);
  if (rule.least == 1) return "at most " + std::to_string(rule.most);
  return std::to_string(rule.least) + " to " + std::to_string(rule.most);
}

std::string describe_fault(const DigitRule& rule, std::string_view declared, std::string_view digits) {
  if (rule.prefix == "ISCRTN") return quoted(declared) + " is misspelt; the registry's prefix is ISRCTN";
  const bool letter = rule.prefix == "NCTO" || digits.find_first_of("Oo") != std::string_view::npos;
  if (letter) return quoted(declared) + " has the letter O where a digit should stand";
  if (digits.size() < rule.least || digits.size() > rule.most) {
    return quoted(declared) + " has " + std::to_string(digits.size()) + (digits.size() == 1 ? " digit" : " digits") +
           " after " + std::string(rule.prefix) + "; " + std::string(rule.what) + " has " + wanted_digits(rule);
  }
  if (rule.prefix == "NCT") return quoted(declared) + " does not start with NCT0, as ClinicalTrials.gov identifiers do";
  if (rule.prefix == "ACTRN") return quoted(declared) + " does not start with ACTRN126, as registrations there do";
  if (rule.prefix == "DRKS") return quoted(declared) + " does not start with DRKS000, as registrations there do";
  return {};
}

// A prefix and digits that no grammar accepted.
std::optional<MalformedIdentifier> wrong_digits(std::string_view text, std::size_t at) {
  const PrecedingWord before = word_before(text, at);
  const DigitRule* rule = digit_rule(before.word);
  if (!rule || (before.begin > 0 && ascii::is_digit(text[before.begin - 1]))) return std::nullopt;
  std::size_t end = at;
  while (end < text.size() && (ascii::is_digit(text[end]) || ascii::lower(text[end]) == 'o')) ++end;
  const std::string_view digits = text.substr(at, end - at);
  const bool loose = before.separators > 0 && digits.size() < 5;
  if (loose || ascii::is_letter(ascii::at(text, end))) return std::nullopt;
  std::string detail = describe_fault(*rule, text.substr(before.begin, end - before.begin), digits);
  if (detail.empty()) return std::nullopt;
  return MalformedIdentifier{{static_cast<std::uint32_t>(before.begin), static_cast<std::uint32_t>(end)},
                             std::move(detail)};
}

bool says_doi(std::string_view text, std::size_t at) {
  const PrecedingWord first = word_before(text, at);
  if (ascii::equals_folded(first.word, "doi")) return true;
  return ascii::equals_folded(first.word, "org") && ascii::equals_folded(word_before(text, first.begin).word, "doi");
}

// "doi:10.12/…": registrant codes have four digits or more.
std::optional<MalformedIdentifier> wrong_doi(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("10.") || !says_doi(text, at)) return std::nullopt;
  std::size_t end = at + 3;
  while (ascii::is_digit(ascii::at(text, end))) ++end;
  const std::size_t digits = end - at - 3;
  if (digits == 0 || digits >= 4 || ascii::at(text, end) != '/') return std::nullopt;
  const std::string_view prefix = text.substr(at, end - at);
  return MalformedIdentifier{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                             quoted(prefix) + " is no DOI prefix; 10. is followed by 4 to 9 digits"};
}

std::optional<MalformedIdentifier> wrong_utn(std::string_view text, std::size_t at) {
  constexpr std::string_view kPrefix = "U1111-";
  if (at == 0 || !text.substr(at - 1).starts_with(kPrefix) || ascii::is_alnum(ascii::at(text, at - 2)))
    return std::nullopt;
  std::size_t end = at - 1 + kPrefix.size();
  while (ascii::is_digit(ascii::at(text, end)) || ascii::at(text, end) == '-') ++end;
  if (!ascii::is_digit(text[end - 1])) --end;
  const std::string_view declared = text.substr(at - 1, end - at + 1);
  return MalformedIdentifier{{static_cast<std::uint32_t>(at - 1), static_cast<std::uint32_t>(end)},
                             quoted(declared) + " is no Universal Trial Number; it is written U1111-1234-5678"};
}

// Sorts by place; of overlapping entries the one that starts first stays, of those the longest.
template <typename Entry>
void keep_disjoint(std::vector<Entry>& entries) {
  std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::uint32_t end = 0;
  std::erase_if(entries, [&end](const Entry& entry) {
    const bool overlapped = entry.span.begin < end;
    if (!overlapped) end = entry.span.end;
    return overlapped;
  });
}

// For entries that are sorted and disjoint.
template <typename Entry>
bool overlaps_any(const std::vector<Entry>& entries, TextSpan span) {
  const auto next = std::ranges::upper_bound(entries, span.begin, {}, [](const Entry& e) { return e.span.end; });
  return next != entries.end() && next->span.overlaps(span);
}

std::vector<MalformedIdentifier> near_misses(std::string_view text, const Survey& seen, const Identifiers& known) {
  std::vector<MalformedIdentifier> result;
  for (std::size_t at : seen.digit_runs) {
    for (auto* check : {wrong_digits, wrong_doi, wrong_utn}) {
      std::optional<MalformedIdentifier> fault = check(text, at);
      const bool fresh =
          fault && !overlaps_any(known.found, fault->span) && !overlaps_any(known.malformed, fault->span);
      if (fresh) result.push_back(std::move(*fault));
    }
  }
  return result;
}

}  // namespace

Identifiers find_identifiers(std::string_view text) {
  Identifiers result;
  const Survey seen = survey(text);
  for (int i = 0; i < kPatternCount; ++i) {
    if (!seen.patterns.test(static_cast<std::size_t>(i))) continue;
    for (TextSpan span : find_all(static_cast<Pattern>(i), text)) accept(text, static_cast<Pattern>(i), span, result);
  }
  keep_disjoint(result.found);
  keep_disjoint(result.malformed);
  std::ranges::move(near_misses(text, seen, result), std::back_inserter(result.malformed));
  keep_disjoint(result.malformed);
  return result;
}

Tier tier_of_identifier(EvidenceKind kind) {
  if (kind == EvidenceKind::Isbn) return Tier::T2;
  if (kind == EvidenceKind::Issn || kind == EvidenceKind::Orcid) return Tier::None;
  return Tier::T1;
}

}  // namespace hypelint
