// A rule pack with its terms compiled, fresh from its files or out of the cache.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hypelint/matcher.h"
#include "hypelint/result.h"
#include "hypelint/rule_pack.h"
#include "lint/pack_cache.h"

namespace hypelint {

struct CompiledPack {
  std::optional<CachedPack> stored;  // what a matcher out of the cache stands on
  Matcher matcher;
  RulePack pack;  // without its lists, which are in the matcher
};

// Errors: those of Matcher::build.
Result<CompiledPack> compile_pack(RulePack pack);
// As Linter::load().
Result<CompiledPack> load_pack(const std::vector<std::string>& packs, const std::vector<std::string>& overlay_folders,
                               const std::string& cache_folder, const std::string& program);

}  // namespace hypelint
