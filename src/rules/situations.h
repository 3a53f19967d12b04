// Circumstances in which a trigger is no claim.
#pragma once

#include "hypelint/rule.h"
#include "rules/scene.h"

namespace hypelint {

// In a block without sentences no situation holds that wording makes.
bool holds(Situation situation, const Scene& scene, const Trigger& trigger);

}  // namespace hypelint
