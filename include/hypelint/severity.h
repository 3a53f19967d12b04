// How bad a finding is, how sure the rule is, and the one table of names for each.
#pragma once

#include <optional>
#include <string_view>

namespace hypelint {

enum class Severity { Info, Warning, Error };
enum class Confidence { Low, Medium, High };

// "info", "warning", "error".
std::string_view to_string(Severity severity);
std::optional<Severity> severity_from(std::string_view name);
// "low", "medium", "high".
std::string_view to_string(Confidence confidence);
std::optional<Confidence> confidence_from(std::string_view name);

}  // namespace hypelint
