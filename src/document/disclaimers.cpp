#include "document/disclaimers.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "support/ascii.h"
#include "support/word_bytes.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr auto kAnywhere = static_cast<std::size_t>(-1);
constexpr std::size_t kSubject = 8;  // "The information on this page is"
constexpr std::size_t kOpening = 3;  // "Please note that"

struct DisclaimerPhrase {
  std::string_view text;    // lower case, begins at a word
  std::size_t most_before;  // words of its sentence before it; behind more it may be part of a claim or of advice
};

constexpr std::array<DisclaimerPhrase, 45> kDisclaimerPhrases = {{
    {"for informational purposes only", kAnywhere},
    {"for information purposes only", kAnywhere},
    {"for informational and educational purposes only", kAnywhere},
    {"for educational purposes only", kAnywhere},
    {"for general information only", kAnywhere},
    {"not intended as medical advice", kAnywhere},
    {"not intended to be medical advice", kAnywhere},
    {"not intended to provide medical advice", kAnywhere},
    {"not medical advice", kSubject},
    {"not constitute medical advice", kAnywhere},
    {"not constitute professional", kAnywhere},
    {"not provide medical advice", kSubject},
    {"not a substitute for professional", kAnywhere},
    {"not a substitute for medical", kAnywhere},
    {"not intended as a substitute for", kAnywhere},
    {"not intended to be a substitute for", kAnywhere},
    {"not intended to replace", kAnywhere},
    {"not be considered a substitute for", kAnywhere},
    {"not be considered as a substitute for", kAnywhere},
    {"not be used as a substitute for", kAnywhere},
    {"not replace professional medical", kAnywhere},
    {"not replace the advice of", kAnywhere},
    {"not intended to diagnose, treat", kAnywhere},
    {"not been evaluated by the food and drug", kAnywhere},
    {"not evaluated by the food and drug", kAnywhere},
    {"not been evaluated by the fda", kAnywhere},
    {"individual results may vary", kOpening},
    {"individual results vary", kOpening},
    {"individual results will vary", kOpening},
    {"results may vary", kOpening},
    {"results vary from", kOpening},
    {"we do not endorse", kAnywhere},
    {"does not endorse or recommend", kAnywhere},
    {"do not endorse or recommend", kAnywhere},
    {"at your own risk", kSubject},
    {"no representations or warranties", kAnywhere},
    {"makes no warranties", kAnywhere},
    {"accept no liability", kAnywhere},
    {"accepts no liability", kAnywhere},
    {"accepts no responsibility for", kAnywhere},
    {"consult your doctor before", kOpening},
    {"consult your physician before", kOpening},
    {"consult a physician before", kOpening},
    {"consult a healthcare professional before", kOpening},
    {"seek the advice of your physician", kAnywhere},
}};

constexpr WordSet kFirstWords({"for", "not", "individual", "results", "we", "does", "do", "at", "no", "makes", "accept",
                               "accepts", "consult", "seek"});
static_assert(std::ranges::all_of(kDisclaimerPhrases, [](const DisclaimerPhrase& phrase) {
  return kFirstWords.contains(ascii::leading_letters(phrase.text));
}));

// A phrase begins the text, with so many words of its sentence before it.
bool opens_with_phrase(std::string_view text, std::size_t words_before) {
  return std::ranges::any_of(kDisclaimerPhrases, [&](const DisclaimerPhrase& phrase) {
    return words_before <= phrase.most_before && ascii::starts_with_folded(text, phrase.text) &&
           ends_word(text, phrase.text.size());
  });
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?'; }

// Where the next sentence begins, told by punctuation alone.
std::size_t next_sentence(std::string_view text, std::size_t at) {
  while (at < text.size() && !(ends_sentence(text[at]) && ends_word(text, at + 1))) ++at;
  while (at < text.size() && !is_word_byte(text[at])) ++at;
  return at;
}

}  // namespace

bool reads_as_disclaimer(std::string_view sentence) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const std::size_t begin = at;
    while (at < sentence.size() && is_word_byte(sentence[at])) ++at;
    if (at == begin) continue;
    if (kFirstWords.contains(sentence.substr(begin, at - begin)) && opens_with_phrase(sentence.substr(begin), words))
      return true;
    ++words;
  }
  return false;
}

bool is_disclaimer(std::string_view block_text) {
  if (ascii::starts_with_folded(block_text, "disclaimer:") ||
      ascii::starts_with_folded(block_text, "medical disclaimer:"))
    return true;
  for (std::size_t at = 0; at < block_text.size();) {
    const std::size_t next = next_sentence(block_text, at);
    if (!reads_as_disclaimer(block_text.substr(at, next - at))) return false;
    at = next;
  }
  return !block_text.empty();
}

}  // namespace hypelint
