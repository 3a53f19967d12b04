// Promotional phrases made up from a seed, and rule packs that look for them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hypelint/rule_pack.h"

namespace hypelint::bench {

// Distinct plain phrases of one to four lower-case words. More of them begin with the same ones.
std::vector<std::string> phrases(std::size_t count);

// One claim rule for each ten phrases.
RulePack pack_of(const std::vector<std::string>& phrases);

}  // namespace hypelint::bench
