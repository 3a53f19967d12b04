// Precedence that would leave no finding at all.
#pragma once

#include <string>
#include <vector>

#include "hypelint/result.h"
#include "hypelint/rule_pack.h"

namespace hypelint {

// Appends an error for rules that drop each other's findings, straight or by way of other rules: in a sentence that
// holds them all, none would be left. The error stands at the table that closes the circle last. `ids`: all rules.
void check_precedence(const std::vector<Precedence>& precedence, const std::vector<std::string>& ids, Errors& errors);

}  // namespace hypelint
