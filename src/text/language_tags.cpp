#include "text/language_tags.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>

#include "support/ascii.h"
#include "text/language.h"

namespace hypelint {
namespace {

// The language of a locale as ICU spells it; empty where it knows none.
std::string language_of_locale(const std::string& locale) {
  std::array<char, ULOC_LANG_CAPACITY> language{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(locale.c_str(), language.data(), static_cast<std::int32_t>(language.size()), &status);
  return U_FAILURE(status) ? std::string() : std::string(language.data());
}

// The language most people speak in a country; empty for what is no country.
std::string language_of_country(std::string_view code) {
  std::array<char, ULOC_FULLNAME_CAPACITY> likely{};
  UErrorCode status = U_ZERO_ERROR;
  const std::string locale = "und_" + std::string(code);
  uloc_addLikelySubtags(locale.c_str(), likely.data(), static_cast<std::int32_t>(likely.size()), &status);
  const std::string language = U_FAILURE(status) ? std::string() : language_of_locale(likely.data());
  return is_language_tag(language) ? language : std::string();
}

bool is_lower(std::string_view text) { return std::ranges::all_of(text, ascii::is_lower); }

}  // namespace

bool is_language_tag(std::string_view tag) {
  if ((tag.size() != 2 && tag.size() != 3) || !is_lower(tag) || tag == "und") return false;
  const std::string known(tag);
  return *uloc_getISO3Language(known.c_str()) != '\0' && language_of_locale(known) == tag;
}

std::string language_meant(std::string_view written) {
  const std::string tag = language_of_locale(primary_subtag(written));
  if (is_language_tag(tag)) return tag;
  return written.size() == 2 ? language_of_country(written) : std::string();
}

}  // namespace hypelint
