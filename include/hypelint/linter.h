// The program: an article in, exact findings out.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "hypelint/config.h"
#include "hypelint/finding.h"
#include "hypelint/rule_pack.h"
#include "hypelint/source.h"

namespace hypelint {

// Size of what was checked, for --stats.
struct Counts {
  std::size_t blocks = 0;
  std::size_t sentences = 0;
  std::size_t words = 0;
  std::size_t unchecked_blocks = 0;   // code, navigation, footer, form and hidden blocks
};

struct FileReport {
  std::string path;
  Format format = Format::Plain;
  Oddities oddities;
  Counts counts;
  std::vector<Finding> findings;      // by place, then rule
};

// Immutable after construction; lint() is safe from several threads.
class Linter {
 public:
  static Result<Linter> create(RulePack pack);
  Linter(Linter&&) noexcept;
  Linter& operator=(Linter&&) noexcept;
  ~Linter();

  // Total: any Source gives a report.
  [[nodiscard]] FileReport lint(const Source& source, const Settings& settings = {}) const;
  [[nodiscard]] const std::vector<Rule>& rules() const;
  [[nodiscard]] const Rule* rule(std::string_view id) const;

 private:
  struct State;
  explicit Linter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// A failed example of a rule.
struct ExampleFailure {
  std::string rule;
  std::string path;
  Position where;
  std::string message;                // what was expected and what was found
};
// Runs each rule's examples alone and returns the failures, in order of rule and place.
std::vector<ExampleFailure> check_examples(const Linter& linter);

}  // namespace hypelint
