// Whether a claim has what it needs around it.
#pragma once

#include "rules/compile.h"
#include "rules/scene.h"

namespace hypelint {

// Some term or evidence of `nearby` stands near the trigger. The trigger is no neighbour of itself.
bool has_nearby(const Nearby& nearby, const Scene& scene, const Trigger& trigger);
// Every part of the clearance holds within its reach.
bool is_cleared(const ClearanceSets& clearance, const Scene& scene, const Trigger& trigger);

}  // namespace hypelint
