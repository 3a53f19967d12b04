#include "text/icu_pieces.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace hypelint {
namespace {

void require(UErrorCode status, Pieces into) {
  if (U_FAILURE(status))
    throw std::runtime_error(std::string("ICU cannot divide text into ") +
                             (into == Pieces::Words ? "words" : "sentences") + ": " + u_errorName(status));
}

// Loads rule data.
std::unique_ptr<icu::BreakIterator> make_iterator(Pieces into) {
  const auto make =
      into == Pieces::Words ? icu::BreakIterator::createWordInstance : icu::BreakIterator::createSentenceInstance;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> made(make(icu::Locale::getEnglish(), status));
  require(status, into);
  return made;
}

// One a thread and kind, made on first use.
icu::BreakIterator& iterator_for(Pieces into) {
  thread_local std::unique_ptr<icu::BreakIterator> words, sentences;
  std::unique_ptr<icu::BreakIterator>& iterator = into == Pieces::Words ? words : sentences;
  if (!iterator) iterator = make_iterator(into);
  return *iterator;
}

void set_text(icu::BreakIterator& iterator, const Utf16Text& text, Pieces into) {
  UErrorCode status = U_ZERO_ERROR;
  UText units = UTEXT_INITIALIZER;
  utext_openUChars(&units, text.units.data(), static_cast<std::int64_t>(text.units.size()), &status);
  iterator.setText(&units, status);  // which keeps a clone of what is closed here
  utext_close(&units);
  require(status, into);
}

}  // namespace

std::span<const Piece> divide(const Utf16Text& text, Pieces into) {
  thread_local std::vector<Piece> pieces;
  pieces.clear();
  icu::BreakIterator& iterator = iterator_for(into);
  set_text(iterator, text, into);
  int begin = iterator.first();
  for (int end = iterator.next(); end != icu::BreakIterator::DONE; begin = end, end = iterator.next()) {
    pieces.push_back({begin, end, iterator.getRuleStatus()});
  }
  return pieces;
}

}  // namespace hypelint
