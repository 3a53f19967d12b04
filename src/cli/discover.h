// From the paths of the command line to the articles to check.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hypelint/result.h"

namespace hypelint {

struct Article {
  std::string path;    // as shown in reports; "-" for standard input
  bool named = false;  // named on the command line: always checked
};

// Files of folders that were passed over, for --stats.
struct LeftOut {
  std::size_t hidden = 0;
  std::size_t ignored = 0;     // by .gitignore; a folder counts once
  std::size_t excluded = 0;    // by --exclude, --include or the configuration
  std::size_t other_kind = 0;  // extension of no article
  std::size_t reports = 0;     // pages that hypelint wrote
  std::size_t linked = 0;      // links to folders
};

struct Discovery {
  std::vector<Article> articles;  // in the order of the paths, each folder's sorted by path, none twice
  LeftOut left_out;
};

// Globs as in globs_match(), against the path relative to the folder.
struct Filter {
  std::vector<std::string> include;  // empty = the known extensions
  std::vector<std::string> exclude;
};

enum class Admission { Admitted, Excluded, OtherKind };
// What the filter says about a file of a folder; without `include` the known extensions are admitted.
Admission admit(const Filter& filter, const std::string& path);

// Every file of the folders but hidden, ignored and excluded ones; without `filter.include` files of any extension are
// among them, since a configuration may include them. Links to folders are not followed; a link to nothing counts as a
// file. Errors (ErrorCode::Input): a path that is empty or does not exist, a folder that cannot be read.
Result<Discovery> discover(const std::vector<std::string>& paths, const Filter& filter);

}  // namespace hypelint
