// An identity for a finding that stays when text around it moves.
#pragma once

#include <string>
#include <string_view>

namespace hypelint {

// 16 hex digits (FNV-1a, 64 bits) over the rule, the sentence and the heading above it; ASCII case and white space
// runs make no difference. Reads the first 2,000 bytes of each.
std::string fingerprint(std::string_view rule, std::string_view sentence, std::string_view heading);

}  // namespace hypelint
