// Rule packs: folders of TOML files, and what they become once loaded.
#pragma once

#include <string>
#include <vector>

#include "hypelint/matcher.h"
#include "hypelint/result.h"
#include "hypelint/rule.h"

namespace hypelint {

// pack.toml
struct PackInfo {
  std::string name, version, language, summary, licence;
  std::string path;                   // the pack's folder
};

// Rules of one or more packs, ready to be compiled. Move-only in spirit: pass by value and move.
struct RulePack {
  std::vector<PackInfo> packs;
  std::vector<TermList> lists;        // lexicons first, then inline lists; TermListId indexes it
  std::vector<Rule> rules;            // sorted by id
};

// Loads every pack folder (each with a pack.toml). All errors of all files are reported at once, sorted by path
// and place, each with file:line:column and, for a wrong key or name, the nearest right word.
Result<RulePack> load_rule_packs(const std::vector<std::string>& directories);

}  // namespace hypelint
