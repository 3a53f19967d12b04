// Function words (articles, prepositions, pronouns, auxiliaries) of languages in Latin letters: in prose of any subject
// they are every third to sixth word, which makes them what tells languages apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hypelint {

struct FunctionWord {
  std::string_view word;        // case-folded
  std::uint32_t languages = 0;  // a bit for each language that has it
};

// Languages are numbered from 0, which is English.
inline constexpr std::size_t kEnglish = 0;
inline constexpr std::size_t kFunctionWordLanguages = 26;

// The primary subtag of a language by its number.
std::string_view function_word_language(std::size_t language);

// The number of the language with a primary subtag; none for one without a list.
std::optional<std::size_t> function_word_language(std::string_view tag);

// The entry of a word in any case, the same one each time; null for a word of no list. It lives as long as the program.
const FunctionWord* find_function_word(std::string_view word);

}  // namespace hypelint
