#include "rules/statistics_divisions.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

struct Meaning {
  std::string_view word;
  Member member;
};
constexpr auto kMeanings = std::to_array<Meaning>(
    {{"improved", Member::Better},    {"better", Member::Better},     {"recovered", Member::Better},
     {"improvement", Member::Better}, {"responded", Member::Better},  {"benefited", Member::Better},
     {"benefitted", Member::Better},  {"healed", Member::Better},     {"cured", Member::Better},
     {"unchanged", Member::Same},     {"same", Member::Same},         {"stable", Member::Same},
     {"unaffected", Member::Same},    {"worse", Member::Worse},       {"worsened", Member::Worse},
     {"deteriorated", Member::Worse}, {"declined", Member::Worse},    {"survived", Member::Survived},
     {"alive", Member::Survived},     {"died", Member::Died},         {"dead", Member::Died},
     {"men", Member::Male},           {"male", Member::Male},         {"males", Member::Male},
     {"boys", Member::Male},          {"women", Member::Female},      {"female", Member::Female},
     {"females", Member::Female},     {"girls", Member::Female},      {"completed", Member::Completed},
     {"finished", Member::Completed}, {"withdrew", Member::Withdrew}, {"dropped", Member::Withdrew}});
constexpr WordSet kNegators({"not", "didn't", "weren't", "wasn't", "hadn't", "no", "without", "never", "failed",
                             "neither", "nothing"});
constexpr WordSet kPlainVerbs({"improve", "recover", "respond", "benefit", "survive"});
constexpr WordSet kOthers({"other", "remaining", "others", "rest"});
constexpr WordSet kJoins({"and", "but", "while", "only", "just", "that", "with", "another", "the", "other", "remaining",
                          "found", "or"});
constexpr WordSet kVerbsOfChange({"rose", "fell", "grew", "improved", "increased", "decreased", "dropped", "gained",
                                  "lost", "reduced"});

// "did not [improve]" and the end of the clause: nothing else is denied.
bool is_plain_denial(Tokens tokens, std::size_t negator) {
  std::size_t next = negator + 1;
  if (is_any(at(tokens, next), kPlainVerbs)) ++next;
  const Token& end = at(tokens, next);
  return next >= tokens.size() || (end.kind == TokenKind::Mark && !end.is_mark('-'));
}

// Behind the quantity and the percentage in brackets that repeats it.
std::size_t behind(Tokens tokens, std::size_t quantity) {
  const bool repeated = at(tokens, quantity + 1).is_mark('(') && at(tokens, quantity + 2).kind == TokenKind::Percent &&
                        at(tokens, quantity + 3).is_mark(')');
  return quantity + (repeated ? 4 : 1);
}

bool is_copula(const Token& token) { return token.is("was") || token.is("were") || token.is("is") || token.is("are"); }

// "60 were men", "60% women", "60% of patients were men", not "60% of women" or "60 men smoked".
bool is_sex(Tokens tokens, std::size_t begin, std::size_t noun) {
  const bool subject =
      noun + 1 < tokens.size() && tokens[noun + 1].kind == TokenKind::Word && is_predicate(tokens, noun + 1);
  const bool stated = is_copula(at(tokens, noun - 1)) || (noun <= begin + 1 && !tokens[begin].is("of"));
  return stated && !subject;
}

// "dropped a dose", "declined the offer": something else was dropped or declined.
bool has_object(Tokens tokens, std::size_t verb) {
  if (!tokens[verb].is("dropped") && !tokens[verb].is("declined")) return false;
  const Token& next = at(tokens, verb + 1);
  const bool adverb = next.is("out") || next.is("off") || next.is("and") || next.text.ends_with("ly");
  return next.kind == TokenKind::Word && !adverb && !is_preposition(next);
}

// What the words behind a quantity say of it, up to the next quantity or mark.
Member member_at(Tokens tokens, std::size_t quantity) {
  const std::size_t begin = behind(tokens, quantity);
  const bool does = at(tokens, begin).kind == TokenKind::Word && is_predicate(tokens, begin);
  const Member otherwise = does ? Member::Some : Member::None;
  for (std::size_t i = begin; i < begin + 7 && i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind != TokenKind::Word) return otherwise;
    const bool another = is_preposition(token) && !(i == begin && token.is("of"));
    if (another && !does) return Member::None;  // "60% on the drug"
    if (is_any(token, kNegators)) {
      const bool did = at(tokens, i - 1).is("did") || token.is("didn't");
      return did && is_plain_denial(tokens, i) ? Member::Negated : Member::None;
    }
    const auto meaning = std::ranges::find_if(kMeanings, [&](const Meaning& m) { return token.is(m.word); });
    if (meaning == kMeanings.end()) continue;
    if (has_object(tokens, i)) return Member::None;
    const bool sex = meaning->member == Member::Male || meaning->member == Member::Female;
    return !sex || is_sex(tokens, begin, i) ? meaning->member : Member::None;
  }
  return otherwise;
}

bool is_remainder(Tokens tokens, std::size_t quantity) {
  return is_any(at(tokens, quantity - 1), kOthers) && at(tokens, quantity - 2).is("the");
}

// "were 55% women".
bool begins_sexes(Tokens tokens, std::size_t quantity) {
  static constexpr WordSet kSexes({"men", "male", "males", "boys", "women", "female", "females", "girls"});
  return is_copula(at(tokens, quantity - 1)) && is_any(at(tokens, quantity + 1), kSexes);
}

// Whether the quantity begins a part: behind a mark, "and", "the other" … or a few words that open the sentence.
bool begins_part(Tokens tokens, std::size_t quantity) {
  static constexpr WordSet kInside(
      {"by", "of", "was", "were", "is", "in", "to", "from", "at", "felt", "than", "a", "an", "per", "for", "on"});
  const Token& before = at(tokens, quantity - 1);
  if (quantity == 0) return true;
  if (quantity < 5 && !has_any(tokens.subspan(0, quantity), kVerbsOfChange) && before.kind == TokenKind::Word)
    return !is_any(before, kInside);
  constexpr std::string_view kOpen = ",;:(";
  if (before.kind == TokenKind::Mark) return kOpen.find(before.text[0]) != std::string_view::npos;
  return is_any(before, kJoins);
}

// What stands between two parts: "improved at 6 months, and the other".
Tokens between(Tokens tokens, const Part& part, std::size_t next) {
  const std::size_t begin = behind(tokens, part.place);
  std::size_t end = next;
  while (end > begin && (tokens[end - 1].kind == TokenKind::Mark || is_any(tokens[end - 1], kJoins))) --end;
  return tokens.subspan(std::min(begin, end), end - std::min(begin, end));
}

bool parts_clauses(const Token& token) { return token.is_mark(',') || token.is_mark(';') || token.is_mark(':'); }

// "improved with the drug" tells of one group of several; "improved in a year" of all.
bool tells_apart(Tokens words) {
  static constexpr WordSet kTimes({"day", "days", "week", "weeks", "month", "months", "year", "years", "end", "all"});
  const auto place = [](const Token& token) { return is_preposition(token) && !token.is("of") && !token.is("at"); };
  return std::ranges::any_of(words, place) && !has_any(words, kTimes);
}

// The noun of "60% of the smokers".
std::string_view whole_of(Tokens tokens, std::size_t quantity) {
  const std::size_t begin = behind(tokens, quantity);
  const std::size_t noun = skip_of(tokens, begin);
  return noun > begin ? at(tokens, noun).text : std::string_view();
}

// Both parts are of one group: ", of the nurses, 85%" and "; without it, 55%" begin another.
bool continues(Tokens tokens, const Part& part, const Part& next) {
  const Tokens words = between(tokens, part, next.place);
  if (std::ranges::any_of(words, parts_clauses)) return false;
  const std::string_view whole = whole_of(tokens, part.place);
  const std::string_view other = whole_of(tokens, next.place);
  if (!whole.empty() && !other.empty() && !ascii::equals_folded(whole, other)) return false;
  const bool complement = next.member == Member::Negated || next.member == Member::Other;
  const bool share = tokens[next.place].kind == TokenKind::Percent;  // counts have a stated total
  return complement || !share || !tells_apart(words);
}

}  // namespace

bool is_quantity(const Token& token) { return token.kind == TokenKind::Number || token.kind == TokenKind::Percent; }

std::vector<Part> parts_of(Tokens tokens, std::size_t from, TokenKind kind) {
  std::vector<Part> parts;
  for (std::size_t i = from; i < tokens.size(); ++i) {
    if (!is_quantity(tokens[i]) || (tokens[i].kind == TokenKind::Number && !tokens[i].count)) continue;
    if (tokens[i].kind != kind) {
      if (kind == TokenKind::Number && at(tokens, i - 1).is_mark('(')) continue;  // its percentage
      return {};
    }
    const Member member = is_remainder(tokens, i) ? Member::Other : member_at(tokens, i);
    const bool begins = begins_part(tokens, i) || (parts.empty() && begins_sexes(tokens, i));
    if (member == Member::None || !begins) return {};
    if (!parts.empty() && !continues(tokens, parts.back(), {i, member})) return {};
    parts.push_back({i, member});
    if (parts.size() > 6) return {};
  }
  return parts;
}

Division division_of(const std::vector<Part>& parts) {
  std::array<int, static_cast<std::size_t>(Member::Other) + 1> times{};
  for (const Part& part : parts) ++times[static_cast<std::size_t>(part.member)];
  const auto count = [&](Member member) { return times[static_cast<std::size_t>(member)]; };
  const auto only = [&](std::initializer_list<Member> members) {
    std::size_t distinct = 0;
    for (const Member member : members) distinct += count(member) == 1 ? 1 : 0;
    return distinct == parts.size() ? distinct : 0;
  };
  if (parts.size() < 2) return Division::None;
  if (parts.back().member == Member::Other && count(Member::Other) == 1) {
    const Division before = division_of({parts.begin(), parts.end() - 1});
    return parts.size() == 2 || before != Division::None ? Division::Complete : Division::None;
  }
  if (parts.size() == 2 && parts.back().member == Member::Negated && parts.front().member != Member::Negated)
    return Division::Complete;
  if (const auto outcomes = only({Member::Better, Member::Same, Member::Worse}); outcomes > 1)
    return outcomes == 3 ? Division::Complete : Division::Exclusive;
  const bool pair = only({Member::Survived, Member::Died}) == 2 || only({Member::Male, Member::Female}) == 2 ||
                    only({Member::Completed, Member::Withdrew}) == 2;
  return pair ? Division::Exclusive : Division::None;
}

}  // namespace hypelint
