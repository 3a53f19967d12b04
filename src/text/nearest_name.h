// "Did you mean …": the known name closest to a wrong one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hypelint {

// The name with the fewest edits (insert, delete, replace, swap neighbours), if at most a third of the wrong
// name's length and never more than three; the first of equals. Nothing when no name is near.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view wrong, std::span<const std::string_view> names);

}  // namespace hypelint
