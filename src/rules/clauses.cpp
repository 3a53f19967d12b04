#include "rules/clauses.h"

#include <algorithm>
#include <array>
#include <vector>

#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool is_coordinated(std::string_view text) {
  return contains(text, " or ") || contains(text, " nor ") || contains(text, " and ");
}

std::size_t count_letter_words(std::string_view text) {
  std::size_t words = 0;
  any_word(text, [&](std::string_view) {
    ++words;
    return false;
  });
  return words;
}

std::vector<std::string_view> between_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  while (parts.empty() || !text.empty()) {
    parts.push_back(text.substr(0, text.find(',')));
    text.remove_prefix(std::min(text.size(), parts.back().size() + 1));
  }
  return parts;
}

// "the authors write", "we are sorry to say"
bool reports(std::string_view segment) {
  static constexpr WordSet kVerbs({"add",  "added",   "adds",      "admit",   "admits", "argue", "argued", "believe",
                                   "find", "found",   "concluded", "explain", "note",   "noted", "notes",  "report",
                                   "say",  "said",    "says",      "stress",  "think",  "warn",  "warned", "warns",
                                   "seem", "seems",   "write",     "writes",  "wrote",  "claim", "claims", "claimed",
                                   "hope", "suggest", "suggests",  "stated",  "states"});
  return any_word(segment, [](std::string_view word) { return kVerbs.contains(word); });
}

std::string_view without_conjunction(std::string_view segment) {
  static constexpr WordSet kConjunctions({"and", "but", "so", "yet"});
  segment = ascii::trim_left(segment);
  const std::string_view word = ascii::leading_letters(segment);
  return kConjunctions.contains(word) ? ascii::trim_left(segment.substr(word.size())) : segment;
}

// `last` stands before the comma before it.
bool opens_with_subject(std::string_view segment, std::string_view last) {
  static constexpr WordSet kPronouns({"he", "i", "it", "she", "there", "they", "we", "you"});
  static constexpr WordSet kDeterminers({"her", "his", "my", "our", "the", "their", "these", "this", "your"});
  segment = without_conjunction(segment);
  const std::string_view word = ascii::leading_letters(segment);
  if (kPronouns.contains(word)) return true;
  const auto same = [&](std::string_view other) { return ascii::equals_folded(word, other); };
  return kDeterminers.contains(word) && !contains(segment, " or ") && !contains(segment, " nor ") &&
         !any_word(last, same);
}

// A comma here opens an insertion: right behind the governing word, or behind "that".
bool awaits_insertion(std::string_view text) {
  text = ascii::trim_right(text);
  return text.empty() || ascii::ends_with_word(text, "that");
}

// "evidence that in older people": the subject behind the comma is still that of the reported clause.
bool fronts_report(std::string_view text) {
  static constexpr WordSet kFronted({"after", "although", "among",  "as",    "at",    "because", "before",
                                     "by",    "despite",  "during", "even",  "for",   "from",    "if",
                                     "in",    "on",       "once",   "over",  "since", "through", "to",
                                     "under", "until",    "when",   "while", "with",  "within",  "without"});
  constexpr std::string_view kThat = " that ";
  const std::size_t that = text.rfind(kThat);
  return that != std::string_view::npos && kFronted.contains(ascii::leading_letters(text.substr(that + kThat.size())));
}

// The clause or phrase that the word opens does not go on behind a comma that follows it.
bool opens_adjunct(std::string_view word) {
  static constexpr WordSet kOpeners({"after",   "although", "as",      "because", "before", "despite",
                                     "even",    "if",       "instead", "once",    "rather", "since",
                                     "though",  "unless",   "unlike",  "until",   "when",   "where",
                                     "whereas", "while",    "with",    "without"});
  return kOpeners.contains(word);
}

bool opens_relative(std::string_view word) {
  static constexpr WordSet kRelatives({"which", "who", "whom", "whose"});
  return kRelatives.contains(word);
}

bool goes_on_listing(std::string_view after) {
  return after.starts_with(',') || after.starts_with(" or ") || after.starts_with(" nor ") ||
         after.starts_with(" and ");
}

// ", which is not a drug, [cures]", ", without surgery, [cures]"; not ", which has no known, [proven] remedy".
bool leaves_insertion(std::string_view opening, std::string_view inside) {
  const std::string_view word = ascii::leading_letters(ascii::trim_left(opening));
  if (opens_relative(word)) return count_letter_words(inside) > 1;
  return opens_adjunct(word) || ascii::equals_folded(word, "not");
}

// "When drugs do not help, stem cells [cure]", "For those who cannot walk, stem cells [cure]"; the new subject is told
// from a second adjective ("Without large, controlled trials") by its two words.
bool leaves_opening(std::string_view opening, std::string_view behind) {
  if (count_letter_words(behind) < 2) return false;
  const std::string_view word = ascii::leading_letters(opening);
  return opens_adjunct(word) || (ascii::equals_folded(word, "for") && any_word(opening, opens_relative));
}

}  // namespace

bool leaves_clause(std::string_view text) {
  constexpr std::array<std::string_view, 12> kBreaks = {";",      ": ",        " but ", ", and ", ", so ", " - ",
                                                        ", yet ", " because ", ". ",    "，",     "；",    "："};
  return std::any_of(kBreaks.begin(), kBreaks.end(), [&](std::string_view mark) { return contains(text, mark); });
}

bool leaves_report(std::string_view text) {
  constexpr std::array<std::string_view, 4> kBreaks = {";", ". ", ", yet ", "；"};
  const bool adds = contains(text, " only ") || contains(text, " just ");
  return (contains(text, " but ") && !adds) ||
         std::any_of(kBreaks.begin(), kBreaks.end(), [&](std::string_view mark) { return contains(text, mark); });
}

bool has_new_subject(std::string_view text) {
  const std::vector<std::string_view> parts = between_commas(text);
  for (std::size_t next = 1; next < parts.size(); ++next) {
    const bool closed = next + 1 < parts.size();
    if (closed && awaits_insertion(parts[next - 1])) {
      ++next;
    } else if (opens_with_subject(parts[next], parts[next - 1]) && !fronts_report(parts[next - 1]) &&
               !(closed && reports(parts[next]))) {
      return true;
    }
  }
  return false;
}

bool leaves_adjunct(std::string_view before, std::string_view between, std::string_view after) {
  const std::size_t close = between.find(',');
  if (close == std::string_view::npos || goes_on_listing(after) || is_coordinated(between.substr(close))) return false;
  if (awaits_insertion(between.substr(0, close))) return false;
  const std::size_t open = before.rfind(',');
  if (open != std::string_view::npos) return leaves_insertion(before.substr(open + 1), between.substr(0, close));
  return leaves_opening(before, between.substr(between.rfind(',')));
}

}  // namespace hypelint
