#include "rules/statistics_tokens.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr WordSet kPeople({"patients",  "patient",    "people",       "persons",     "women",      "woman",
                           "men",       "man",        "participants", "participant", "adults",     "children",
                           "subjects",  "clients",    "users",        "volunteers",  "recipients", "individuals",
                           "infants",   "babies",     "newborns",     "adolescents", "teenagers",  "respondents",
                           "enrollees", "cases",      "mothers",      "girls",       "boys",       "males",
                           "females",   "students",   "smokers",      "athletes",    "veterans",   "residents",
                           "survivors", "responders", "completers",   "members",     "customers",  "couples",
                           "seniors",   "carriers"});
constexpr WordSet kThings({"eyes",        "knees",      "hips",       "joints",     "limbs",      "legs",
                           "teeth",       "implants",   "grafts",     "lesions",    "tumours",    "tumors",
                           "nodules",     "wounds",     "ulcers",     "samples",    "specimens",  "biopsies",
                           "swabs",       "tests",      "scans",      "procedures", "operations", "surgeries",
                           "treatments",  "injections", "deaths",     "events",     "embryos",    "transfers",
                           "pregnancies", "births",     "deliveries", "mice",       "rats",       "animals",
                           "dogs",        "families",   "households", "doctors",    "nurses",     "hospitals"});
constexpr WordSet kPrepositions({"of",    "in",     "on",     "at",      "with",    "without", "under",
                                 "after", "before", "among",  "amongst", "for",     "from",    "by",
                                 "to",    "during", "within", "between", "using",   "taking",  "receiving",
                                 "since", "until",  "per",    "despite", "through", "into",    "against"});
constexpr WordSet kApproximations(
    {"about", "around",    "approximately", "approx", "nearly",    "almost",  "roughly",   "over",
     "than",  "least",     "most",          "to",     "as",        "some",    "estimated", "average",
     "mean",  "median",    "circa",         "under",  "up",        "between", "near",      "by",
     "from",  "exceeding", "above",         "below",  "typically", "usually"});
// Before a point: "c. 70%".
constexpr WordSet kAbbreviated({"c", "ca", "approx", "est", "max", "min", "av", "avg"});
constexpr auto kApproximateMarks = std::string_view("~<>+-=");
constexpr WordSet kVerbs({"were",    "was",     "had",       "did",       "said",  "felt",   "became",   "met",
                          "saw",     "got",     "lost",      "took",      "chose", "went",   "made",     "gave",
                          "fell",    "told",    "found",     "kept",      "quit",  "began",  "slept",    "ate",
                          "could",   "would",   "underwent", "withdrew",  "stood", "won",    "no",       "died",
                          "improve", "recover", "respond",   "walk",      "never", "stayed", "remained", "are",
                          "have",    "report",  "show",      "experience"});
constexpr WordSet kNoVerbs({"reduced",  "increased",    "decreased",  "combined",  "adjusted",  "weighted",
                            "elevated", "estimated",    "weaned",     "confirmed", "related",   "based",
                            "treated",  "reduced-risk", "red",        "need",      "speed",     "bed",
                            "seed",     "blood",        "enriched",   "purified",  "saturated", "unsaturated",
                            "infected", "untreated",    "vaccinated", "insured"});
constexpr WordSet kDeterminers({"of", "the", "these", "those", "our", "all", "its", "their", "his", "her", "a", "total",
                                "first", "initial"});

bool is_past_verb(const Token& token) { return token.text.size() > 4 && token.text.ends_with("ed"); }

bool ends_clause(const Token& token) {
  constexpr std::string_view kEnds = ".,;:!?)]\"";
  return token.kind == TokenKind::Mark && (token.text.empty() || kEnds.find(token.text[0]) != std::string_view::npos);
}

// The "injected" of "injected knees improved": a verb of its own follows the noun.
bool is_participle(Tokens tokens, std::size_t from) {
  static constexpr WordSet kEnds({"and", "or", "but", "who", "that", "which", "when", "while", "as", "than", "a", "an",
                                  "the", "their", "no", "not", "more", "less"});
  for (std::size_t i = from + 1; i < from + 5; ++i) {
    const Token& token = at(tokens, i);
    if (token.kind != TokenKind::Word || is_preposition(token) || is_any(token, kEnds)) return false;
    if (is_past_verb(token) || is_any(token, kVerbs)) return i > from + 1;
  }
  return false;
}

}  // namespace

bool Token::is(std::string_view word) const { return kind == TokenKind::Word && ascii::equals_folded(text, word); }

const Token& at(Tokens tokens, std::size_t at) {
  static constexpr Token kNone{std::string_view("\0", 1), {}, 0, TokenKind::Mark, false};
  return at < tokens.size() ? tokens[at] : kNone;
}

bool is_people(const Token& token) { return is_any(token, kPeople); }

bool names_people(Tokens tokens, std::size_t from) {
  for (std::size_t i = from; i < from + 4; ++i) {
    const Token& token = at(tokens, i);
    if (is_people(token)) return true;
    if (token.kind != TokenKind::Word && !token.is_mark('-')) return false;
  }
  return false;
}

bool is_counted_noun(const Token& token) { return is_people(token) || is_any(token, kThings); }

bool names_counted(Tokens tokens, std::size_t from) {
  for (std::size_t i = from; i < from + 4; ++i) {
    const Token& token = at(tokens, i);
    if (is_counted_noun(token)) return true;
    const bool inside = token.kind == TokenKind::Word && !is_preposition(token) && !token.is("or") && !token.is("and");
    if (!inside && !token.is_mark('-')) return false;
  }
  return false;
}

bool is_preposition(const Token& token) { return is_any(token, kPrepositions); }

bool adds_another(Tokens tokens, std::size_t count) {
  for (std::size_t i = count + 1; i < count + 5; ++i) {
    const Token& token = at(tokens, i);
    if (token.is("and") || token.is("plus")) {
      const std::size_t next = i + (is_any(at(tokens, i + 1), kDeterminers) ? 2 : 1);
      return at(tokens, next).kind == TokenKind::Number;
    }
    if (token.kind != TokenKind::Word) return false;
  }
  return false;
}

bool is_approximate(Tokens tokens, std::size_t quantity) {
  const Token& before = at(tokens, quantity - 1);
  if (before.is_mark('.') && is_any(at(tokens, quantity - 2), kAbbreviated)) return true;
  if (before.kind == TokenKind::Mark && kApproximateMarks.find(before.text[0]) != std::string_view::npos) return true;
  if (is_any(before, kApproximations) ||
      (is_any(before, kDeterminers) && is_any(at(tokens, quantity - 2), kApproximations)))
    return true;
  const Token& after = at(tokens, quantity + 1);
  return after.is("or") || after.is("to") || after.is_mark('-') || after.is_mark('+');
}

bool is_predicate(Tokens tokens, std::size_t from) {
  const Token* token = &at(tokens, from);
  if (token->kind == TokenKind::Word && (token->text.ends_with("ly") || token->is("also") || token->is("still")))
    token = &at(tokens, ++from);
  if (ends_clause(*token) || from >= tokens.size()) return true;
  if (token->kind != TokenKind::Word || is_any(*token, kNoVerbs)) return false;
  return is_any(*token, kVerbs) || (is_past_verb(*token) && !is_participle(tokens, from));
}

std::size_t skip_of(Tokens tokens, std::size_t from) {
  if (!at(tokens, from).is("of")) return from;
  std::size_t i = from + 1;
  while (i < from + 5 && is_any(at(tokens, i), kDeterminers)) ++i;
  return i;
}

}  // namespace hypelint
