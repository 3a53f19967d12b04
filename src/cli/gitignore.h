// The .gitignore files that govern a folder walk.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hypelint {

// Patterns of one .gitignore file, in its order.
struct IgnoreFile {
  struct Pattern {
    std::string glob;
    bool negated = false;
    bool only_folders = false;
    bool anchored = false;  // matched against the path below `folder`, not against a name
  };
  std::filesystem::path folder;  // absolute
  std::vector<Pattern> patterns;
};

IgnoreFile parse_ignore_file(std::filesystem::path folder, const std::string& text);
// The .gitignore files above `folder` up to the root of its work tree, outermost first; its own not included.
std::vector<IgnoreFile> ignore_files_above(const std::filesystem::path& folder);
// The .gitignore of the folder itself; without patterns when it has none.
IgnoreFile ignore_file_of(const std::filesystem::path& folder);
// Whether the last pattern that matches, innermost file first, ignores the entry.
bool is_ignored(const std::vector<IgnoreFile>& files, const std::filesystem::path& entry, bool is_folder);

}  // namespace hypelint
