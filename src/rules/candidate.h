// A finding in the making: which rule fired where, before absorption, selection and wording.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "hypelint/finding.h"
#include "rules/compile.h"
#include "rules/nearest_evidence.h"
#include "rules/scene.h"

namespace hypelint {

struct Candidate {
  RuleIndex rule = 0;
  Trigger at;
  FindingScope scope = FindingScope::Span;
  std::size_t n = 0;                     // {n} of the message
  std::string detail = {};               // {detail} of the message
  std::string match = {};                // shown instead of the trigger's text when not empty
  std::optional<SourceSpan> place = {};  // underlined instead of the trigger when given
};

using Candidates = std::vector<Candidate>;  // in document order unless stated otherwise

inline void append(Candidates& to, Candidates from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// The rule reads blocks of this zone and kind.
bool looks_in(const RuleTables& tables, const Block& block);
// Whether the trigger of the rule, in a block with sentences, is a claim that nothing excuses or clears. Where
// `cleared` is false no evidence does. `by`: the further triggers that it is one of, if any.
bool is_claim(const CompiledRules& rules, RuleIndex rule, const Scene& scene, const Trigger& trigger,
              bool cleared = true, const Further* by = nullptr);

// One function per kind of rule; each runs the rules for which `selection.runs` holds.
Candidates evaluate_terms(const CompiledRules& rules, const Selection& selection, const Scene& scene);
Candidates evaluate_links(const CompiledRules& rules, const Selection& selection, const Scene& scene);
Candidates evaluate_citations(const CompiledRules& rules, const Selection& selection, const Scene& scene);
Candidates evaluate_statistics(const CompiledRules& rules, const Selection& selection, const Scene& scene);
// `claims` are the candidates of the other kinds, which these rules count.
Candidates evaluate_density(const CompiledRules& rules, const Selection& selection, const Scene& scene,
                            const Candidates& claims);
Candidates evaluate_document(const CompiledRules& rules, const Selection& selection, const Scene& scene,
                             const Candidates& claims);

// Candidates in words. Neighbours that share rule and sentence share the work for their fingerprint.
class FindingWriter {
 public:
  // The scene must outlive the writer.
  explicit FindingWriter(const Scene& scene) : scene_(scene), nearest_(scene) {}
  // `rule` must keep its address from call to call.
  Finding write(const Rule& rule, const Candidate& candidate);

 private:
  const std::string& fingerprint_of(const Rule& rule, const Candidate& candidate, TextSpan sentence);
  void place_in_block(Finding& finding, const Rule& rule, const Candidate& candidate);

  const Scene& scene_;
  NearestEvidence nearest_;
  const Rule* printed_ = nullptr;  // of the last fingerprint, with its place
  std::uint32_t block_ = 0;
  TextSpan sentence_;
  std::string fingerprint_;
};

}  // namespace hypelint
