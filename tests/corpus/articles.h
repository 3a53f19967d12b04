// The articles that tests run on.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "hypelint/source.h"

namespace hypelint {

// Paths of all articles in a folder and below it, sorted.
inline std::vector<std::string> articles_below(const std::filesystem::path& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (entry.is_regular_file() && format_from_path(path)) paths.push_back(path);
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace hypelint
