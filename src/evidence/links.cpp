#include "evidence/links.h"

#include <algorithm>
#include <array>

#include "evidence/hosts.h"

namespace hypelint {
namespace {

// The registrable domain of the address under which the document is published; empty when not stated.
std::string own_domain(const Document& document) {
  constexpr auto kKeys =
      std::to_array<std::string_view>({"canonical", "canonical_url", "canonicalurl", "og:url", "base", "permalink"});
  for (const Property& property : document.properties) {
    if (std::ranges::find(kKeys, property.key) == kKeys.end()) continue;
    const std::string host = host_of(property.value);
    if (!host.empty()) return std::string(registrable_domain(host));
  }
  return {};
}

HostClass classify(const Link& link, std::string_view own) {
  const HostClass host = classify_address(link.address);
  const bool movable = host == HostClass::Other && !own.empty();
  return movable && registrable_domain(host_of(link.address)) == own ? HostClass::OwnSite : host;
}

std::optional<LinkEvidence> source_link(EvidenceKind kind, std::string_view address) {
  return LinkEvidence{kind, is_unspecific(address) ? Tier::T4 : Tier::T1};
}

}  // namespace

std::vector<HostClass> classify_links(const Document& document) {
  const std::string own = own_domain(document);
  std::vector<HostClass> hosts;
  hosts.reserve(document.links.size());
  for (const Link& link : document.links) hosts.push_back(classify(link, own));
  return hosts;
}

std::optional<LinkEvidence> link_evidence(HostClass host, std::string_view address) {
  switch (host) {
    case HostClass::Scholarly:
      return source_link(EvidenceKind::ScholarlyLink, address);
    case HostClass::Registry:
      return source_link(EvidenceKind::RegistryLink, address);
    case HostClass::Regulator:
      return source_link(EvidenceKind::RegulatorLink, address);
    case HostClass::OwnSite:
    case HostClass::Social:
    case HostClass::PressWire:
    case HostClass::Shortener:
    case HostClass::Other:
      return LinkEvidence{EvidenceKind::OtherLink, Tier::T4};
    default:
      return std::nullopt;
  }
}

}  // namespace hypelint
