// The links of a document as evidence.
#pragma once

#include <optional>
#include <vector>

#include "hypelint/evidence.h"

namespace hypelint {

// Class of each link, in order. An address on the site that the document names as its own is OwnSite.
std::vector<HostClass> classify_links(const Document& document);

struct LinkEvidence {
  EvidenceKind kind;
  Tier tier;
};
// What a link of this class shows; nothing for contact links, anchors and placeholders.
std::optional<LinkEvidence> link_evidence(HostClass host, std::string_view address);

}  // namespace hypelint
