#include "rules/fingerprint.h"

#include <cstddef>
#include <cstdint>

#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr std::uint64_t kBasis = 0xcbf29ce484222325;
constexpr std::uint64_t kPrime = 0x100000001b3;
constexpr std::size_t kReadBytes = 2000;  // keeps many findings in one endless sentence linear

std::uint64_t mix(std::uint64_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * kPrime; }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::uint64_t mix_normalised(std::uint64_t hash, std::string_view text) {
  text = text.substr(0, kReadBytes);
  bool begun = false;
  bool pending = false;
  for (const char c : text) {
    if (is_space(c)) {
      pending = begun;
      continue;
    }
    if (pending) hash = mix(hash, ' ');
    hash = mix(hash, ascii::lower(c));
    begun = true;
    pending = false;
  }
  return mix(hash, '\0');
}

}  // namespace

std::string fingerprint(std::string_view rule, std::string_view sentence, std::string_view heading) {
  std::uint64_t hash = mix_normalised(kBasis, rule);
  hash = mix_normalised(hash, sentence);
  hash = mix_normalised(hash, heading);
  std::string out(16, '0');
  for (std::size_t digit = 16; digit-- > 0; hash >>= 4) out[digit] = "0123456789abcdef"[hash & 15];
  return out;
}

}  // namespace hypelint
