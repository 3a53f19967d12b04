// What a Git diff says has changed in the new version of each file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint {

struct LineRange {
  std::size_t first = 1, last = 1;  // 1-based, inclusive; lines end in LF
};

struct ChangedFile {
  std::string path;              // relative to the top of the work tree
  bool whole = false;            // every line is new
  std::vector<LineRange> lines;  // ascending, not overlapping

  // Whether one of the lines first … last has changed.
  [[nodiscard]] bool touches(LineRange range) const;
};

// Reads the output of `git diff --unified=0 --src-prefix=a/ --dst-prefix=b/`. Files that are gone, and files of which
// only the name or the mode has changed, are left out; a file that Git takes for binary is new as a whole. Lines from
// which text beside them was deleted have changed too.
std::vector<ChangedFile> parse_diff(std::string_view patch);

}  // namespace hypelint
