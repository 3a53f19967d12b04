// Which configuration governs which article, and the linter and settings that follow from it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/options.h"
#include "hypelint/config.h"
#include "hypelint/linter.h"

namespace hypelint {

// A configuration with the linter of its packs.
struct Governed {
  Config config;
  const Linter* linter = nullptr;
};

// Loads each configuration and each set of packs once. References stay valid for the life of the object.
class Configurations {
 public:
  explicit Configurations(const CheckOptions& options) : options_(options) {}

  // Errors: a broken configuration or pack, a rule that a flag or the configuration names and no pack has.
  Result<const Governed*> of(const std::string& path);
  // Rules of all linters in use, by id, each once.
  [[nodiscard]] std::vector<Rule> rules() const;
  [[nodiscard]] std::size_t linter_count() const { return linters_.size(); }

 private:
  [[nodiscard]] std::string config_path(const std::string& path);
  Result<const Governed*> load(const std::string& config_path);
  Result<const Linter*> linter_for(const std::vector<std::string>& packs);

  const CheckOptions& options_;
  std::map<std::string, std::string> config_of_folder_;
  std::map<std::string, Governed> by_config_;
  std::map<std::vector<std::string>, Linter> linters_;
};

// The settings of the configuration for one article, with the flags laid over them.
Settings settings_with_flags(const Config& config, const CheckOptions& options, const std::string& path);

}  // namespace hypelint
