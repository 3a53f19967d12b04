// Circumstances in which a trigger is no claim.
#pragma once

#include "hypelint/rule.h"
#include "rules/scene.h"

namespace hypelint {

bool holds(Situation situation, const Scene& scene, const Trigger& trigger);

}  // namespace hypelint
