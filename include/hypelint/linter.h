// The program: an article in, exact findings out.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hypelint/config.h"
#include "hypelint/costs.h"
#include "hypelint/evidence.h"
#include "hypelint/finding.h"
#include "hypelint/rule_pack.h"
#include "hypelint/source.h"

namespace hypelint {

// Size of what was checked, for --stats.
struct Counts {
  std::size_t blocks = 0;
  std::size_t sentences = 0;
  std::size_t words = 0;
  std::size_t unchecked_blocks = 0;  // code, navigation, footer, form and hidden blocks
};

// Who asks for what a rule wants, the clauses of the chosen jurisdictions first.
struct CitedSources {
  std::string rule;
  std::vector<Authority> sources;
};

// A directive that suppresses findings, in force or not.
struct SuppressionEntry {
  enum class Form { NextBlock, Range, File };
  Form form = Form::File;
  std::vector<std::string> rules;  // as named
  Suppression terms;
  std::size_t findings = 0;         // that it suppresses
  std::vector<std::string> faults;  // ids of the suppression/* rules that it breaks, whether they report or not
};
std::string_view to_string(SuppressionEntry::Form form);  // "next-block", "range", "file"

// Evidence that the article offers, in its source.
struct FoundEvidence {
  EvidenceKind kind;
  Tier tier;
  SourceSpan span;
};

struct FileReport {
  std::string path;
  Format format = Format::Plain;
  Oddities oddities;
  Counts counts;
  std::vector<Finding> findings;               // those that count; by place, then rule
  std::vector<Finding> suppressed;             // those that a directive suppresses; each has `suppressed`; same order
  std::vector<SuppressionEntry> suppressions;  // the directives of the article, then of the sidecar
  std::vector<Finding> sidecar_findings;       // about the sidecar's directives: their spans are in the sidecar
  std::size_t in_baseline = 0;                 // findings that a baseline has taken out of `findings`
  std::vector<CitedSources> sources;  // of the rules found that the file's profile or jurisdictions adjust; by rule
  std::string language;               // primary subtag of the article's language ("en"), "und" when it cannot be told
  std::vector<std::string> notes;     // what was not checked and why ("no rule pack for Polish (pl); …")
  std::optional<std::vector<FoundEvidence>> evidence;  // by place, where Settings::list_evidence asks for it
  std::optional<Costs> costs;  // where Settings::measure asks for it; times differ from run to run
};

struct CompiledPack;  // lint/compiled_pack.h

// Immutable after construction; lint() is safe from several threads. Where the installation of ICU is broken, lint()
// and what makes a linter throw as segment() does (text.h).
class Linter {
 public:
  // Errors: those of Matcher::build; an address pattern of a link rule that RE2 refuses.
  static Result<Linter> create(RulePack pack);
  // load_rule_packs() and create(), or what an earlier run of the same program made of the same files. `cache_folder`
  // may be empty for no cache; a cache that is damaged, stale or cannot be written changes nothing but the time it
  // takes. `program` stands for the build of the program: what one build stored no other reads. Errors: those of
  // load_rule_packs() and create(), all of a pack at once.
  static Result<Linter> load(const std::vector<std::string>& packs, const std::vector<std::string>& overlay_folders,
                             const std::string& cache_folder, const std::string& program);
  Linter(Linter&&) noexcept;
  Linter& operator=(Linter&&) noexcept;
  ~Linter();

  // Any Source gives a report. `sidecar` holds further directives for the whole article, one a line.
  [[nodiscard]] FileReport lint(const Source& source, const Settings& settings = {},
                                const Source* sidecar = nullptr) const;
  [[nodiscard]] const std::vector<Rule>& rules() const;
  [[nodiscard]] const Rule* rule(std::string_view id) const;
  [[nodiscard]] const std::vector<Overlay>& overlays() const;
  // A rule of rules() as the profile and the jurisdictions of the settings leave it. Lives as long as the linter.
  [[nodiscard]] AdjustedRule adjusted(const Rule& rule, const Settings& settings) const;
  // The same, on or off as what the settings select and ignore leaves it, and of the severity they give it.
  [[nodiscard]] AdjustedRule settled(const Rule& rule, const Settings& settings) const;

 private:
  struct State;
  explicit Linter(std::unique_ptr<State> state);
  static Result<Linter> assemble(CompiledPack compiled);
  std::unique_ptr<State> state_;
};

// A failed example of a rule.
struct ExampleFailure {
  std::string rule;
  std::string path;
  Position where;
  std::string message;  // what was expected and what was found
};
// Runs each rule's examples alone and returns the failures, in order of rule and place.
std::vector<ExampleFailure> check_examples(const Linter& linter);

}  // namespace hypelint
