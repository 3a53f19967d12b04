// Citations by author and year.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "evidence/markers.h"

namespace hypelint {

// No marker is longer, in bytes.
inline constexpr std::size_t kLongestMarker = 160;

// "(Ames et al., 2020; Boyd 2018)", "Ames and Boyd (2016)", "Ames (2015, p. 4)" around the bracket at `open`.
std::optional<Marker> author_marker(std::string_view text, std::size_t open);

}  // namespace hypelint
