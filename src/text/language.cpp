#include "text/language.h"

#include <unicode/locid.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "support/ascii.h"
#include "text/folding.h"
#include "text/function_words.h"

namespace hypelint {
namespace {

constexpr std::size_t kTellingWords = 20;  // fewer say nothing about the language
constexpr std::size_t kSample = 1000;      // words looked at, spread evenly over the article

enum class Script : std::uint8_t { Latin, Han, Kana, Hangul, Cyrillic, Arabic, Hebrew, Thai, Greek, Devanagari, Other };
constexpr std::size_t kScripts = static_cast<std::size_t>(Script::Other) + 1;

struct Language {
  std::string_view tag;
  std::string_view name;
  Script script;
};

// The first language of a script is the one that its letters alone suggest.
constexpr auto kLanguages = std::to_array<Language>({
    {"en", "English", Script::Latin},      {"zh", "Chinese", Script::Han},        {"ja", "Japanese", Script::Kana},
    {"ko", "Korean", Script::Hangul},      {"ru", "Russian", Script::Cyrillic},   {"uk", "Ukrainian", Script::Cyrillic},
    {"bg", "Bulgarian", Script::Cyrillic}, {"sr", "Serbian", Script::Cyrillic},   {"kk", "Kazakh", Script::Cyrillic},
    {"ar", "Arabic", Script::Arabic},      {"fa", "Persian", Script::Arabic},     {"ur", "Urdu", Script::Arabic},
    {"he", "Hebrew", Script::Hebrew},      {"th", "Thai", Script::Thai},          {"el", "Greek", Script::Greek},
    {"hi", "Hindi", Script::Devanagari},   {"mr", "Marathi", Script::Devanagari}, {"ne", "Nepali", Script::Devanagari},
    {"es", "Spanish", Script::Latin},      {"fr", "French", Script::Latin},       {"de", "German", Script::Latin},
    {"pl", "Polish", Script::Latin},       {"pt", "Portuguese", Script::Latin},   {"it", "Italian", Script::Latin},
    {"nl", "Dutch", Script::Latin},        {"tr", "Turkish", Script::Latin},      {"sv", "Swedish", Script::Latin},
    {"da", "Danish", Script::Latin},       {"no", "Norwegian", Script::Latin},    {"fi", "Finnish", Script::Latin},
    {"cs", "Czech", Script::Latin},        {"sk", "Slovak", Script::Latin},       {"hu", "Hungarian", Script::Latin},
    {"ro", "Romanian", Script::Latin},     {"hr", "Croatian", Script::Latin},     {"vi", "Vietnamese", Script::Latin},
    {"id", "Indonesian", Script::Latin},   {"ms", "Malay", Script::Latin},        {"sl", "Slovenian", Script::Latin},
    {"et", "Estonian", Script::Latin},     {"lv", "Latvian", Script::Latin},      {"lt", "Lithuanian", Script::Latin},
    {"ca", "Catalan", Script::Latin},
});

struct WordCounts {
  std::size_t words = 0;
  std::array<std::size_t, kScripts> script{};
  std::size_t accented = 0;                    // words in Latin letters, not all of them ASCII
  std::vector<const FunctionWord*> functions;  // one for each time it stands in the article

  [[nodiscard]] std::size_t of(Script wanted) const { return script[static_cast<std::size_t>(wanted)]; }
  // Of the words in Latin letters.
  [[nodiscard]] double share(std::size_t count) const {
    const std::size_t latin = of(Script::Latin);
    return latin == 0 ? 0 : static_cast<double>(count) / static_cast<double>(latin);
  }
};

Script script_of(UScriptCode code) {
  switch (code) {
    case USCRIPT_LATIN:
      return Script::Latin;
    case USCRIPT_HAN:
      return Script::Han;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::Kana;
    case USCRIPT_HANGUL:
      return Script::Hangul;
    case USCRIPT_CYRILLIC:
      return Script::Cyrillic;
    case USCRIPT_ARABIC:
      return Script::Arabic;
    case USCRIPT_HEBREW:
      return Script::Hebrew;
    case USCRIPT_THAI:
      return Script::Thai;
    case USCRIPT_GREEK:
      return Script::Greek;
    case USCRIPT_DEVANAGARI:
      return Script::Devanagari;
    default:
      return Script::Other;
  }
}

// The script of a word's first character.
Script script_of(std::string_view word) {
  if (static_cast<unsigned char>(word.front()) < 0x80) return Script::Latin;
  UChar32 first = 0;
  std::int32_t at = 0;
  U8_NEXT(word.data(), at, static_cast<std::int32_t>(std::min<std::size_t>(word.size(), 4)), first);
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode code = first < 0 ? USCRIPT_UNKNOWN : uscript_getScript(first, &status);
  return U_FAILURE(status) ? Script::Other : script_of(code);
}

// Letters from U+00C0 to U+024F.
bool has_accent(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '\xC3' && c <= '\xC9'; });
}

bool is_prose(const Block& block) {
  return block.kind != BlockKind::Code && block.role != Role::References &&
         (block.zone == Zone::Head || block.zone == Zone::Body);
}

void add_word(std::string_view word, WordCounts& counts) {
  const Script script = script_of(word);
  ++counts.words;
  ++counts.script[static_cast<std::size_t>(script)];
  if (script != Script::Latin) return;
  counts.accented += has_accent(word) ? 1U : 0U;
  if (const FunctionWord* function = find_function_word(word); function != nullptr)
    counts.functions.push_back(function);
}

WordCounts tally_words(const Text& text) {
  const std::size_t stride = text.words.size() / kSample + 1;
  WordCounts counts;
  std::size_t seen = 0;
  for (std::uint32_t block = 0; block < text.document->blocks.size(); ++block) {
    if (!is_prose(text.document->blocks[block])) continue;
    for (const Word& word : text.words_of(block)) {
      if (word.kind == WordKind::Number || seen++ % stride != 0) continue;
      add_word(text.block_text(block).substr(word.span.begin, word.span.size()), counts);
    }
  }
  return counts;
}

// The script of most words. Japanese mixes both of its scripts: a tenth of kana among them tells it from Chinese.
Script main_script(const WordCounts& counts) {
  const std::size_t han = counts.of(Script::Han);
  const std::size_t kana = counts.of(Script::Kana);
  const Script east_asian = kana * 10 > han + kana ? Script::Kana : Script::Han;
  Script best = Script::Latin;
  std::size_t most = counts.of(Script::Latin);
  const auto offer = [&](Script script, std::size_t count) {
    if (count > most) best = script;
    most = std::max(most, count);
  };
  offer(east_asian, han + kana);
  for (std::size_t script = static_cast<std::size_t>(Script::Hangul); script < kScripts; ++script) {
    offer(static_cast<Script>(script), counts.script[script]);
  }
  return best;
}

const Language* find_language(std::string_view tag) {
  const auto* found = std::ranges::find(kLanguages, tag, &Language::tag);
  return found == kLanguages.end() ? nullptr : found;
}

// In place of a code of three letters the one of two, in place of a withdrawn one that of today. "sh" stays: the tag
// for it says more than a language ("sr-Latn").
std::string canonical(const std::string& tag) {
  if (find_language(tag) != nullptr) return tag;
  const icu::Locale locale = icu::Locale::createCanonical(tag.c_str());
  const std::string_view language = locale.getLanguage();
  return language.empty() || *locale.getScript() != '\0' ? tag : std::string(language);
}

std::string language_of_script(Script script) {
  const auto* found = std::ranges::find(kLanguages, script, &Language::script);
  return found == kLanguages.end() ? "und" : std::string(found->tag);
}

// A text in a language has at least this share of its function words; lists and menus come near it.
constexpr double kLeastShare = 0.06;
constexpr std::size_t kLeastDistinct = 3;
// A language contradicts the stated one with so many times the words that the other has not.
constexpr double kContradictingRatio = 3;
// Against a stated language only plain English counts: many of its words that no other language has.
constexpr double kEnglishShare = 0.1;
constexpr std::size_t kEnglishDistinct = 5;
// Unstated, another language must be plainly ahead of English; a page of price lists and slogans without a language of
// its own is English rather than unchecked, as long as it has some of its function words and few accents.
constexpr double kPlainlyAhead = 2;
constexpr double kTraceOfEnglish = 0.02;
constexpr double kAccentsOfOthers = 0.1;

using Languages = std::uint32_t;

constexpr Languages only(std::size_t language) { return 1U << language; }

struct Sightings {
  std::size_t count = 0;
  std::size_t distinct = 0;
};

// Of the function words of one language that none of the others has.
Sightings sightings(const WordCounts& counts, std::size_t language, Languages others) {
  std::vector<const FunctionWord*> seen;
  for (const FunctionWord* word : counts.functions) {
    if ((word->languages & only(language)) != 0 && (word->languages & others) == 0) seen.push_back(word);
  }
  const std::size_t count = seen.size();
  std::ranges::sort(seen);
  return {count, static_cast<std::size_t>(std::ranges::unique(seen).begin() - seen.begin())};
}

std::size_t most_sighted(const WordCounts& counts) {
  std::array<std::size_t, kFunctionWordLanguages> sighted{};
  for (const FunctionWord* word : counts.functions) {
    for (std::size_t language = 0; language < sighted.size(); ++language) {
      sighted[language] += word->languages >> language & 1U;
    }
  }
  return static_cast<std::size_t>(std::ranges::max_element(sighted) - sighted.begin());
}

// Words that both languages have tell nothing about which of the two it is.
bool is_ahead(const WordCounts& counts, std::size_t language, std::size_t other, double ratio) {
  const Sightings own = sightings(counts, language, only(other));
  const Sightings of_other = sightings(counts, other, only(language));
  return own.distinct >= kLeastDistinct && counts.share(own.count) >= kLeastShare &&
         static_cast<double>(own.count) >= ratio * static_cast<double>(of_other.count);
}

bool has_trace_of_english(const WordCounts& counts) {
  const bool accents = counts.share(counts.accented) >= kAccentsOfOthers;
  const Sightings english = sightings(counts, kEnglish, accents ? ~only(kEnglish) : 0);
  return counts.share(english.count) >= (accents ? kLeastShare : kTraceOfEnglish);
}

bool is_plain_english(const WordCounts& counts) {
  const Sightings english = sightings(counts, kEnglish, ~only(kEnglish));
  return english.distinct >= kEnglishDistinct && counts.share(english.count) >= kEnglishShare;
}

std::string unstated_language(const WordCounts& counts) {
  const std::size_t best = most_sighted(counts);
  if (best != kEnglish && is_ahead(counts, best, kEnglish, kPlainlyAhead)) {
    return std::string(function_word_language(best));
  }
  return has_trace_of_english(counts) ? "en" : "und";
}

// Languages without a list share many words with their neighbours; only plain English is told from them.
bool contradicts(const WordCounts& counts, std::size_t language, std::string_view stated) {
  const auto known = function_word_language(stated);
  const bool is_plain = language == kEnglish && is_plain_english(counts);
  if (!known) return is_plain;
  return (language != kEnglish || is_plain) && is_ahead(counts, language, *known, kContradictingRatio);
}

std::string latin_language(const WordCounts& counts, std::string_view stated) {
  if (stated.empty()) return unstated_language(counts);
  const std::size_t best = most_sighted(counts);
  return std::string(contradicts(counts, best, stated) ? function_word_language(best) : stated);
}

bool fits(const Language* stated, Script script) {
  return script == Script::Other || (stated == nullptr ? Script::Latin : stated->script) == script;
}

}  // namespace

std::string_view language_name(std::string_view tag) {
  const Language* language = find_language(tag);
  return language == nullptr ? std::string_view() : language->name;
}

std::string primary_subtag(std::string_view stated) {
  std::string tag;
  for (const char c : stated) {
    const char folded = ascii::lower(c);
    if (folded < 'a' || folded > 'z') break;
    tag += folded;
  }
  if (tag.size() == 2 || tag.size() == 3) return tag == "und" ? "" : canonical(tag);
  for (const Language& language : kLanguages) {
    if (tag == fold_case(language.name)) return std::string(language.tag);
  }
  return "";
}

std::string language_of(const Text& text) {
  const std::string stated = primary_subtag(text.document->language);
  const WordCounts counts = tally_words(text);
  const Script script = main_script(counts);
  if (counts.words < kTellingWords) {
    if (!stated.empty()) return stated;
    return script == Script::Other ? "en" : language_of_script(script);
  }
  if (script == Script::Latin) return latin_language(counts, fits(find_language(stated), script) ? stated : "");
  return !stated.empty() && fits(find_language(stated), script) ? stated : language_of_script(script);
}

}  // namespace hypelint
