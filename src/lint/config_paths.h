// Paths of articles as a configuration sees them.
#pragma once

#include <string>

#include "hypelint/config.h"

namespace hypelint {

// What its globs are matched with: the path relative to the folder of its file, or else to the working directory.
std::string path_below(const Config& config, const std::string& path);

}  // namespace hypelint
