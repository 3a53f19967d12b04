// The rules about suppressions themselves: built in, since they are about directives and not about articles.
#pragma once

#include <string_view>
#include <vector>

#include "hypelint/rule.h"

namespace hypelint {

inline constexpr std::string_view kSuppressionGroup = "suppression";
inline constexpr std::string_view kUnknownRule = "suppression/unknown-rule";
inline constexpr std::string_view kNoReason = "suppression/no-reason";
inline constexpr std::string_view kExpired = "suppression/expired";
inline constexpr std::string_view kUnused = "suppression/unused";
inline constexpr std::string_view kBlanket = "suppression/blanket";
inline constexpr std::string_view kMalformed = "suppression/malformed";

// Rules without triggers and without a rule file.
std::vector<Rule> suppression_rules();
// Whether the rule is one of these.
bool is_built_in(const Rule& rule);

}  // namespace hypelint
