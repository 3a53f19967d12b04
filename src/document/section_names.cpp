#include "document/section_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "support/ascii.h"
#include "support/count_words.h"
#include "support/word_bytes.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr std::size_t kMaxSectionNameWords = 6;

constexpr std::array<std::string_view, 12> kReferenceNames = {
    "references", "reference",       "reference list", "bibliography", "sources",  "citations",
    "literature", "further reading", "works cited",    "footnotes",    "endnotes", "literature cited"};

constexpr WordSet kAddress({"you", "your", "yours", "we", "our", "ours"});

constexpr std::array<std::string_view, 23> kActionVerbs = {
    "book",  "contact", "get",   "request", "call",     "schedule", "enquire", "inquire",
    "learn", "start",   "apply", "claim",   "download", "join",     "shop",    "buy",
    "order", "sign up", "talk",  "speak",   "chat",     "message",  "register"};

bool starts_word(std::string_view text, std::size_t at) {
  return is_word_byte(text[at]) && (at == 0 || !is_word_byte(text[at - 1]));
}

// The heading without numbering, punctuation and case.
std::string bare_name(std::string_view heading) {
  std::string out = ascii::lower_copy(heading);
  out.erase(out.begin(), std::find_if(out.begin(), out.end(), is_word_byte));
  while (!out.empty() && ascii::is_digit(out.front()))
    out.erase(0, std::min(out.size(), out.find_first_not_of("0123456789.) ")));
  while (!out.empty() && !is_word_byte(out.back())) out.pop_back();
  return out;
}

bool is_reference_name(std::string_view name) {
  return std::find(kReferenceNames.begin(), kReferenceNames.end(), name) != kReferenceNames.end();
}

// Parts of a name joined by "and", "&" or "/".
std::vector<std::string_view> parts_of(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kJoints = {" and ", " & ", " / ", "/"};
  for (const std::string_view joint : kJoints) {
    const std::size_t at = name.find(joint);
    if (at != std::string_view::npos) return {name.substr(0, at), name.substr(at + joint.size())};
  }
  return {name};
}

bool is_year_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || !starts_word(text, at)) return false;
  const std::string_view century = text.substr(at, 2);
  return (century == "19" || century == "20") && ascii::is_digit(text[at + 2]) && ascii::is_digit(text[at + 3]) &&
         ends_word(text, at + 4);
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii::is_digit(text[at])) ++at;
  return at;
}

// "12(3):45", "12:45-50", "12(3), 45".
bool is_volume_and_pages_at(std::string_view text, std::size_t at) {
  if (!starts_word(text, at) || !ascii::is_digit(text[at])) return false;
  std::size_t end = skip_digits(text, at);
  const bool issue = end < text.size() && text[end] == '(' && skip_digits(text, end + 1) > end + 1;
  if (issue) end = skip_digits(text, end + 1) + 1;
  if (end >= text.size() || (text[end] != ':' && !(issue && text[end] == ','))) return false;
  ++end;
  if (end < text.size() && text[end] == ' ') ++end;
  return issue ? skip_digits(text, end) > end : skip_digits(text, end) >= end + 2 && end > at + 2;
}

bool has_identifier(std::string_view lower) {
  static constexpr std::array<std::string_view, 6> kSigns = {"doi:", "doi.org/", "pmid", "pmcid", "et al", "isbn"};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [lower](std::string_view sign) { return lower.find(sign) != std::string_view::npos; });
}

}  // namespace

bool names_reference_section(std::string_view heading) {
  if (heading.size() > 80 || count_words(heading) > kMaxSectionNameWords) return false;
  const std::string name = bare_name(heading);
  if (is_reference_name(name)) return true;
  const auto parts = parts_of(name);
  return parts.size() > 1 && std::any_of(parts.begin(), parts.end(), is_reference_name);
}

bool names_disclaimer_section(std::string_view heading) {
  if (heading.size() > 80 || count_words(heading) > kMaxSectionNameWords) return false;
  const std::string name = bare_name(heading);
  return name == "disclaimer" || name == "disclaimers" || name.ends_with(" disclaimer") ||
         name.starts_with("disclaimer ");
}

bool reads_as_bibliographic_entry(std::string_view block_text) {
  bool year = false;
  bool pages = false;
  for (std::size_t at = 0; at < block_text.size(); ++at) {
    if (!ascii::is_digit(block_text[at])) continue;
    year = year || is_year_at(block_text, at);
    pages = pages || is_volume_and_pages_at(block_text, at);
  }
  return year && (pages || has_identifier(ascii::lower_copy(block_text)));
}

bool holds_year(std::string_view block_text) {
  for (std::size_t at = 0; at < block_text.size(); ++at) {
    if (ascii::is_digit(block_text[at]) && is_year_at(block_text, at)) return true;
  }
  return false;
}

bool speaks_to_reader(std::string_view block_text) {
  for (std::size_t at = 0; at < block_text.size(); ++at) {
    const std::size_t begin = at;
    while (at < block_text.size() && is_word_byte(block_text[at])) ++at;
    if (kAddress.contains(block_text.substr(begin, at - begin))) return true;
  }
  return false;
}

bool begins_with_call_to_action(std::string_view text) {
  const std::string lower = ascii::lower_copy(text.substr(0, std::min<std::size_t>(text.size(), 16)));
  const std::string_view start = lower;
  return std::any_of(kActionVerbs.begin(), kActionVerbs.end(), [start](std::string_view verb) {
    return start.starts_with(verb) && ends_word(start, verb.size());
  });
}

}  // namespace hypelint
