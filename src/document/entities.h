// HTML character references: https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hypelint {

struct CharacterReference {
  std::string utf8;
  std::size_t size;  // bytes of input it stands for, "&" included
};

enum class ReferencePlace { Text, AttributeValue };

// The longest reference at the start of `input`, which begins with "&"; nothing when the "&" stands for itself.
// Looks at a bounded number of bytes unless the reference is a number.
std::optional<CharacterReference> read_character_reference(std::string_view input, ReferencePlace place);

// All references of an attribute value or text decoded.
std::string decode_references(std::string_view text, ReferencePlace place);

}  // namespace hypelint
