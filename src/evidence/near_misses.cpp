#include "evidence/near_misses.h"

#include <array>
#include <optional>
#include <utility>

#include "evidence/spans.h"
#include "support/ascii.h"
#include "support/prose.h"

namespace hypelint {
namespace {

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
    {"UMIN", 9, 9, "a UMIN trial registration"},
    {"jRCT", 10, 10, "a Japanese trial registration"},
    {"jRCTa", 9, 9, "a Japanese trial registration"},
    {"jRCTb", 9, 9, "a Japanese trial registration"},
    {"jRCTc", 9, 9, "a Japanese trial registration"},
    {"jRCTs", 9, 9, "a Japanese trial registration"},
});

bool is_separator(char c) { return std::string_view(" :#/.()-=").find(c) != std::string_view::npos; }

constexpr std::size_t kMostSeparators = 3;

// One of the last two words before `at` is the declaration: "ORCID iD: …", "doi.org/…".
bool is_declared(std::string_view text, std::size_t at, std::string_view declaration) {
  const PrecedingWord last = word_before(text, at);
  if (ascii::equals_folded(last.word, declaration)) return true;
  return !last.word.empty() && ascii::equals_folded(word_before(text, last.begin).word, declaration);
}

MalformedIdentifier fault_at(std::size_t begin, std::size_t end, std::string detail) {
  return {span_of(begin, end), std::move(detail)};
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
  if (rule.prefix == "ISCRTN") return in_backticks(declared) + " is misspelt; the registry's prefix is ISRCTN";
  const bool letter = rule.prefix == "NCTO" || digits.find_first_of("Oo") != std::string_view::npos;
  if (letter) return in_backticks(declared) + " has the letter O where a digit should stand";
  if (digits.size() < rule.least || digits.size() > rule.most) {
    return in_backticks(declared) + " has " + count_of(digits.size(), "digit") + " after " + std::string(rule.prefix) +
           "; " + std::string(rule.what) + " has " + wanted_digits(rule);
  }
  if (rule.prefix == "NCT")
    return in_backticks(declared) + " does not start with NCT0, as ClinicalTrials.gov identifiers do";
  if (rule.prefix == "ACTRN")
    return in_backticks(declared) + " does not start with ACTRN126, as registrations there do";
  if (rule.prefix == "DRKS") return in_backticks(declared) + " does not start with DRKS000, as registrations there do";
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
  return fault_at(before.begin, end, std::move(detail));
}

// "doi:10.12/…": registrant codes have four digits or more.
std::optional<MalformedIdentifier> wrong_doi(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("10.") || !is_declared(text, at, "doi")) return std::nullopt;
  std::size_t end = at + 3;
  while (ascii::is_digit(ascii::at(text, end))) ++end;
  const std::size_t digits = end - at - 3;
  if (digits == 0 || digits >= 4 || ascii::at(text, end) != '/') return std::nullopt;
  const std::string_view prefix = text.substr(at, end - at);
  return fault_at(at, end, in_backticks(prefix) + " is no DOI prefix; 10. is followed by 4 to 9 digits");
}

// "https://doi.org/bmj.g7015": a dot in the path, and no 10. before it.
std::optional<MalformedIdentifier> wrong_doi_link(std::string_view text, std::size_t at) {
  constexpr std::string_view kHost = "doi.org/";
  constexpr std::size_t kReach = 40;
  std::size_t path = at;
  while (path > 0 && at - path < kReach && (ascii::is_alnum(text[path - 1]) || text[path - 1] == '.')) --path;
  const bool linked = path >= kHost.size() && text.substr(path - kHost.size()).starts_with(kHost);
  const std::string_view start = text.substr(path, at - path);
  if (!linked || start.empty() || start.find('.') == std::string_view::npos || text.substr(path).starts_with("10"))
    return std::nullopt;
  std::size_t end = at;
  while (ascii::is_alnum(ascii::at(text, end))) ++end;
  const std::size_t begin = path - kHost.size();
  return fault_at(begin, end, in_backticks(text.substr(begin, end - begin)) + " is no DOI link; a DOI starts with 10.");
}

// "2015-00123-45": groups of digits, the last perhaps with an X, and where they end.
struct Groups {
  std::vector<std::size_t> sizes;
  std::size_t end = 0;
  std::size_t digits = 0;
};

Groups groups_at(std::string_view text, std::size_t at, char separator) {
  constexpr std::size_t kMostGroups = 6;
  Groups groups;
  while (groups.sizes.size() < kMostGroups) {
    const std::size_t begin = at;
    while (ascii::is_digit(ascii::at(text, at))) ++at;
    if (ascii::lower(ascii::at(text, at)) == 'x' && !ascii::is_alnum(ascii::at(text, at + 1))) ++at;
    if (at == begin) break;
    groups.sizes.push_back(at - begin);
    groups.digits += at - begin;
    groups.end = at;
    if (ascii::at(text, at) != separator || !ascii::is_alnum(ascii::at(text, at + 1))) break;
    ++at;
  }
  return groups;
}

// Letters or another group behind it: no number of its own.
bool is_continued(std::string_view text, const Groups& groups) {
  const char next = ascii::at(text, groups.end);
  return ascii::is_alnum(next) || next == '_' || (next == '-' && ascii::is_alnum(ascii::at(text, groups.end + 1)));
}

// Behind the "-13:" of "ISBN-13: 978…"; `at` when there is none.
std::size_t behind_isbn_label(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const bool label = ascii::at(text, at - 1) == '-' && (rest.starts_with("10") || rest.starts_with("13")) &&
                     (ascii::at(rest, 2) == ':' || ascii::at(rest, 2) == ' ');
  if (!label) return at;
  at += 3;
  while (ascii::at(text, at) == ' ') ++at;
  return at;
}

// "ISBN 978-92-4-15147-3"
std::optional<MalformedIdentifier> wrong_isbn(std::string_view text, std::size_t at) {
  const PrecedingWord before = word_before(text, at);
  if (!ascii::equals_folded(before.word, "isbn")) return std::nullopt;
  const Groups groups = groups_at(text, behind_isbn_label(text, at), '-');
  const bool near = groups.digits >= 9 && groups.digits <= 15 && groups.digits != 10 && groups.digits != 13;
  const bool spaced = groups.sizes.size() == 1 && ascii::at(text, groups.end) == ' ' &&
                      ascii::is_digit(ascii::at(text, groups.end + 1));
  if (!near || spaced || is_continued(text, groups)) return std::nullopt;
  return fault_at(before.begin, groups.end,
                  in_backticks(text.substr(before.begin, groups.end - before.begin)) + " has " +
                      std::to_string(groups.digits) + " digits; an ISBN has 10 or 13");
}

// "ISSN 0959-813"
std::optional<MalformedIdentifier> wrong_issn(std::string_view text, std::size_t at) {
  const PrecedingWord before = word_before(text, at);
  if (!ascii::equals_folded(before.word, "issn") && !ascii::equals_folded(before.word, "eissn")) return std::nullopt;
  const Groups groups = groups_at(text, at, '-');
  if (groups.sizes.size() != 2 || groups.digits == 8 || is_continued(text, groups)) return std::nullopt;
  return fault_at(before.begin, groups.end,
                  in_backticks(text.substr(before.begin, groups.end - before.begin)) + " has " +
                      std::to_string(groups.digits) + " digits; an ISSN has 8");
}

// "ORCID 0000-0002-1825-009"
std::optional<MalformedIdentifier> wrong_orcid(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("0000-") || !is_declared(text, at, "orcid")) return std::nullopt;
  const Groups groups = groups_at(text, at, '-');
  if (groups.digits == 16 || is_continued(text, groups)) return std::nullopt;
  return fault_at(at, groups.end,
                  in_backticks(text.substr(at, groups.end - at)) + " has " + std::to_string(groups.digits) +
                      " digits; an ORCID iD has 16");
}

// "EudraCT 2015-00123-45"
std::optional<MalformedIdentifier> wrong_eudract(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("20") || !is_declared(text, at, "eudract")) return std::nullopt;
  const Groups groups = groups_at(text, at, '-');
  if (groups.sizes.size() != 3 || groups.sizes == std::vector<std::size_t>{4, 6, 2} || is_continued(text, groups))
    return std::nullopt;
  return fault_at(
      at, groups.end,
      in_backticks(text.substr(at, groups.end - at)) + " is no EudraCT number; it is written 2015-001234-56");
}

std::optional<MalformedIdentifier> wrong_utn(std::string_view text, std::size_t at) {
  constexpr std::string_view kPrefix = "U1111-";
  if (at == 0 || !text.substr(at - 1).starts_with(kPrefix) || ascii::is_alnum(ascii::at(text, at - 2)))
    return std::nullopt;
  std::size_t end = at - 1 + kPrefix.size();
  while (ascii::is_digit(ascii::at(text, end)) || ascii::at(text, end) == '-') ++end;
  if (!ascii::is_digit(text[end - 1])) --end;
  const std::string_view declared = text.substr(at - 1, end - at + 1);
  return fault_at(at - 1, end, in_backticks(declared) + " is no Universal Trial Number; it is written U1111-1234-5678");
}

constexpr std::array kChecks = {wrong_digits, wrong_doi,   wrong_doi_link, wrong_isbn,
                                wrong_issn,   wrong_orcid, wrong_eudract,  wrong_utn};

}  // namespace

std::string in_backticks(std::string_view text) { return "`" + std::string(text) + "`"; }

PrecedingWord word_before(std::string_view text, std::size_t at) {
  PrecedingWord result;
  for (; at > 0 && result.separators < kMostSeparators && is_separator(text[at - 1]); --at) ++result.separators;
  std::size_t begin = at;
  while (begin > 0 && at - begin <= kLongestDeclaration && ascii::is_letter(text[begin - 1])) --begin;
  result.begin = begin;
  result.word = text.substr(begin, at - begin);
  return result;
}

std::vector<MalformedIdentifier> near_misses(std::string_view text, std::span<const std::size_t> digit_runs) {
  std::vector<MalformedIdentifier> faults;
  for (const std::size_t at : digit_runs) {
    for (const auto check : kChecks) {
      if (auto fault = check(text, at)) faults.push_back(std::move(*fault));
    }
  }
  return faults;
}

}  // namespace hypelint
