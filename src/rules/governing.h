// Wording that changes what a trigger means: in its own clause, or in what introduces its list or column.
#pragma once

#include <cstdint>
#include <string_view>

#include "rules/scene.h"

namespace hypelint {

// Bytes that are read to either side of a trigger at most, so that long sentences cost no more than others.
inline constexpr std::uint32_t kWindow = 2000;

// The text of a block between two bytes, kWindow of them at most; empty when `begin` is not less than `end`.
[[nodiscard]] std::string_view text_between(const Scene& scene, std::uint32_t block, std::uint32_t begin,
                                            std::uint32_t end);

// Wording of this kind stands before the trigger in its clause, at most `reach` words away, or so in the sentence that
// the trigger's bullet goes on from ("It does not:").
[[nodiscard]] bool governed_by(const Scene& scene, const Trigger& at, EvidenceKind kind, std::uint32_t reach);
// Wording of this kind stands after the trigger in its sentence and clause, at most `reach` words away.
[[nodiscard]] bool followed_by(const Scene& scene, const Trigger& at, EvidenceKind kind, std::uint32_t reach);
// Refuting words, themselves not denied, stand before the trigger in its sentence and govern it ("a myth that …",
// "Myth: …"), or stand after it when the sentence reports a claim ("The claim that … is a myth"), or introduce the
// bullet or the table column that it stands in ("Warning signs:", "Myths").
[[nodiscard]] bool is_refuted(const Scene& scene, const Trigger& at);

}  // namespace hypelint
