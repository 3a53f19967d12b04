#include "rules/fingerprint.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "support/ascii.h"
#include "support/hexadecimal.h"

namespace hypelint {
namespace {

constexpr std::uint64_t kBasis = 0xcbf29ce484222325;
constexpr std::uint64_t kPrime = 0x100000001b3;
constexpr std::size_t kReadBytes = 2000;  // keeps many findings in one endless sentence linear

std::uint64_t mix(std::uint64_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * kPrime; }

constexpr char kSpace = 'A';  // no byte in lower case

// By byte: itself in lower case, or kSpace.
constexpr std::array<char, 256> kNormalised = [] {
  std::array<char, 256> table{};
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    table[static_cast<std::size_t>(byte)] = c == ' ' || (c >= '\t' && c <= '\r') ? kSpace : ascii::lower(c);
  }
  return table;
}();

// The words of the text with one space between them.
std::uint64_t mix_normalised(std::uint64_t hash, std::string_view text) {
  text = text.substr(0, kReadBytes);
  char last = kSpace;
  bool begun = false;
  for (const char own : text) {
    const char c = kNormalised[static_cast<unsigned char>(own)];
    if (c != kSpace) {
      if (last == kSpace && begun) hash = mix(hash, ' ');
      hash = mix(hash, c);
      begun = true;
    }
    last = c;
  }
  return mix(hash, '\0');
}

}  // namespace

std::string fingerprint(std::string_view rule, std::string_view sentence, std::string_view heading) {
  std::uint64_t hash = mix_normalised(kBasis, rule);
  hash = mix_normalised(hash, sentence);
  return hexadecimal(mix_normalised(hash, heading));
}

}  // namespace hypelint
