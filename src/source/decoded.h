// Text decoded from an encoding other than UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace hypelint {

// A place where both texts are known to be in step.
struct DecodingStep {
  std::size_t text;  // offset into the UTF-8 text
  std::size_t raw;   // offset into the original bytes
};

struct DecodedText {
  std::string text;
  std::vector<DecodingStep> steps;  // ascending; at the start and then at most kDecodingStepBytes of text apart
  std::size_t invalid = 0;          // ill-formed sequences, each decoded as U+FFFD
};

inline constexpr std::size_t kDecodingStepBytes = 256;

}  // namespace hypelint
