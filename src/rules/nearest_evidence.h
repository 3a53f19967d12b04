// The nearest thing that would have cleared a claim, had it stood within reach and with all that the rule asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hypelint/finding.h"
#include "hypelint/rule.h"
#include "rules/scene.h"

namespace hypelint {

class NearestEvidence {
 public:
  // The scene must outlive the object.
  explicit NearestEvidence(const Scene& scene);
  // The nearest evidence of a tier that the rule accepts, before or after the claim in its section, and why it does not
  // clear the claim: it stands beyond reach, or without what the rule asks for beside it. Nothing for rules that no
  // tier clears, and where neither reason holds. O(log n).
  [[nodiscard]] std::optional<Related> find(const Rule& rule, const Trigger& claim) const;

 private:
  [[nodiscard]] const Evidence* nearest(const Rule& rule, const Trigger& claim) const;

  const Scene& scene_;
  std::vector<std::uint32_t> tiered_;  // evidence of the tiers T1 to T3 in document order, as indices
};

}  // namespace hypelint
