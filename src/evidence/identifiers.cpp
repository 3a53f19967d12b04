#include "evidence/identifiers.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>

#include "evidence/check_digits.h"
#include "evidence/near_misses.h"
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

const Trigger* trigger_for(std::string_view word) {
  if (word.empty() || word.size() > kLongestDeclaration) return nullptr;
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
    return in_backticks(match) + " has " + std::to_string(number.digits.size()) + " digits; an ISBN has 10 or 13";
  if (number.digits.back() == number.expected) return {};
  return in_backticks(match) + ": check digit should be " + std::string(1, number.expected);
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
  const std::vector<MalformedIdentifier> declared = result.malformed;
  for (MalformedIdentifier& fault : near_misses(text, seen.digit_runs)) {
    const bool known = overlaps_any(result.found, fault.span) || overlaps_any(declared, fault.span);
    if (!known) result.malformed.push_back(std::move(fault));
  }
  keep_disjoint(result.malformed);
  return result;
}

Tier tier_of_identifier(EvidenceKind kind) {
  if (kind == EvidenceKind::Isbn) return Tier::T2;
  if (kind == EvidenceKind::Issn || kind == EvidenceKind::Orcid) return Tier::None;
  return Tier::T1;
}

}  // namespace hypelint
