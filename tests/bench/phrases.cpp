#include "bench/phrases.h"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace hypelint::bench {
namespace {

constexpr auto kDegrees = std::to_array<std::string_view>(
    {"", "", "truly ", "world's most ", "simply ", "the most ", "clinically ", "naturally ", "instantly ", "fully "});
constexpr auto kPraise = std::to_array<std::string_view>(
    {"miraculous", "unrivalled", "effortless",  "ground-breaking", "soothing",  "guaranteed", "advanced",
     "proven",     "pure",       "life-giving", "powerful",        "unmatched", "gentle",     "radiant",
     "legendary",  "painless",   "secret",      "complete",        "rapid",     "restoring"});
constexpr auto kThings =
    std::to_array<std::string_view>({"remedy",   "formula",   "treatment", "results",  "healing", "therapy", "relief",
                                     "recovery", "programme", "solution",  "wellness", "cleanse", "energy",  "vitality",
                                     "method",   "protocol",  "tonic",     "cure",     "balance", "renewal"});

template <std::size_t Size>
std::string_view pick(const std::array<std::string_view, Size>& words, std::mt19937& random) {
  return words[random() % Size];
}

// Beyond what the words allow, the phrases go on with a syllable word that no other has.
std::string coined(std::size_t number) {
  constexpr auto kSyllables =
      std::to_array<std::string_view>({"ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su"});
  std::string word;
  for (std::size_t rest = number + 1000; rest > 0; rest /= 10) word += kSyllables[rest % 10];
  return word;
}

std::string list_name(std::size_t number) { return "bench/list-" + std::to_string(number); }

Rule rule_on(TermListId list) {
  Rule rule;
  rule.id = "bench/rule-" + std::to_string(list);
  rule.path = "bench.toml";
  rule.every_language = true;
  rule.summary = "a made-up phrase";
  rule.message = "`{match}` needs a source";
  rule.any = {list};
  Clearance source;
  source.tiers = {Tier::T1};
  rule.cleared_by = {source};
  return rule;
}

}  // namespace

std::vector<std::string> phrases(std::size_t count) {
  constexpr std::size_t kSpoken = 250;  // plain ones, that articles use; the rest has a coined word
  std::mt19937 random(7);
  std::vector<std::string> out;
  std::unordered_set<std::string> known;
  while (out.size() < count) {
    std::string phrase(pick(kDegrees, random));
    phrase.append(pick(kPraise, random)).append(" ").append(pick(kThings, random));
    if (out.size() >= kSpoken) phrase += " " + coined(out.size());
    if (known.insert(phrase).second) out.push_back(std::move(phrase));
  }
  return out;
}

RulePack pack_of(const std::vector<std::string>& phrases) {
  constexpr std::size_t kTermsOfARule = 10;
  RulePack pack;
  for (std::size_t begin = 0; begin < phrases.size(); begin += kTermsOfARule) {
    const auto id = static_cast<TermListId>(pack.lists.size());
    TermList list{list_name(id), "bench.toml", {}, std::nullopt};
    for (std::size_t i = begin; i < std::min(begin + kTermsOfARule, phrases.size()); ++i)
      list.terms.push_back({phrases[i], {}});
    pack.lists.push_back(std::move(list));
    pack.rules.push_back(rule_on(id));
  }
  return pack;
}

}  // namespace hypelint::bench
