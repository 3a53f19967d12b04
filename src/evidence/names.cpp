#include <array>
#include <utility>

#include "hypelint/evidence.h"

namespace hypelint {
namespace {

template <typename Enum>
using Name = std::pair<Enum, std::string_view>;

constexpr auto kKinds = std::to_array<Name<EvidenceKind>>({
    {EvidenceKind::Doi, "doi"},
    {EvidenceKind::Pmid, "pmid"},
    {EvidenceKind::Pmcid, "pmcid"},
    {EvidenceKind::TrialRegistration, "trial-registration"},
    {EvidenceKind::Preprint, "preprint"},
    {EvidenceKind::Isbn, "isbn"},
    {EvidenceKind::Issn, "issn"},
    {EvidenceKind::Orcid, "orcid"},
    {EvidenceKind::Approval, "approval"},
    {EvidenceKind::NumericCitation, "numeric-citation"},
    {EvidenceKind::SuperscriptCitation, "superscript-citation"},
    {EvidenceKind::AuthorYear, "author-year"},
    {EvidenceKind::FootnoteCitation, "footnote-citation"},
    {EvidenceKind::BibliographicReference, "bibliographic-reference"},
    {EvidenceKind::NamedSource, "named-source"},
    {EvidenceKind::ScholarlyLink, "scholarly-link"},
    {EvidenceKind::RegistryLink, "registry-link"},
    {EvidenceKind::RegulatorLink, "regulator-link"},
    {EvidenceKind::OtherLink, "other-link"},
    {EvidenceKind::Number, "number"},
    {EvidenceKind::Percent, "percent"},
    {EvidenceKind::CountOfTotal, "count-of-total"},
    {EvidenceKind::SampleSize, "sample-size"},
    {EvidenceKind::EffectSize, "effect-size"},
    {EvidenceKind::PValue, "p-value"},
    {EvidenceKind::ConfidenceInterval, "confidence-interval"},
    {EvidenceKind::FollowUp, "follow-up"},
    {EvidenceKind::Money, "money"},
    {EvidenceKind::Year, "year"},
    {EvidenceKind::Metric, "metric"},
    {EvidenceKind::Phase, "phase"},
    {EvidenceKind::Randomised, "randomised"},
    {EvidenceKind::Blinded, "blinded"},
    {EvidenceKind::Comparator, "comparator"},
    {EvidenceKind::Endpoint, "endpoint"},
    {EvidenceKind::Centre, "centre"},
    {EvidenceKind::OutcomeScale, "outcome-scale"},
    {EvidenceKind::Analysis, "analysis"},
    {EvidenceKind::Harm, "harm"},
    {EvidenceKind::Status, "status"},
    {EvidenceKind::Disclosure, "disclosure"},
    {EvidenceKind::Limitation, "limitation"},
    {EvidenceKind::Negation, "negation"},
    {EvidenceKind::Hedge, "hedge"},
    {EvidenceKind::PseudoHedge, "pseudo-hedge"},
    {EvidenceKind::Refutation, "refutation"},
    {EvidenceKind::Concession, "concession"},
    {EvidenceKind::Question, "question"},
    {EvidenceKind::Norm, "norm"},
    {EvidenceKind::Attribution, "attribution"},
    {EvidenceKind::Disclaimer, "disclaimer"},
    {EvidenceKind::Purpose, "purpose"},
    {EvidenceKind::PseudoNegation, "pseudo-negation"},
    {EvidenceKind::CriticVoice, "critic-voice"},
    {EvidenceKind::PatientVoice, "patient-voice"},
    {EvidenceKind::Definition, "definition"},
    {EvidenceKind::PressRelease, "press-release"},
    {EvidenceKind::Solicitation, "solicitation"},
    {EvidenceKind::Trade, "trade"},
});
static_assert(kKinds.size() == kEvidenceKinds);

constexpr auto kTiers = std::to_array<Name<Tier>>(
    {{Tier::None, "none"}, {Tier::T1, "T1"}, {Tier::T2, "T2"}, {Tier::T3, "T3"}, {Tier::T4, "T4"}});

constexpr auto kHosts = std::to_array<Name<HostClass>>({
    {HostClass::Scholarly, "scholarly"},
    {HostClass::Registry, "registry"},
    {HostClass::Regulator, "regulator"},
    {HostClass::OwnSite, "own-site"},
    {HostClass::Messenger, "messenger"},
    {HostClass::Form, "form"},
    {HostClass::Phone, "phone"},
    {HostClass::Mail, "mail"},
    {HostClass::Social, "social"},
    {HostClass::PressWire, "press-wire"},
    {HostClass::Shortener, "shortener"},
    {HostClass::Anchor, "anchor"},
    {HostClass::Placeholder, "placeholder"},
    {HostClass::Other, "other"},
});

template <typename Table, typename Enum>
std::string_view name_of(const Table& table, Enum value) {
  for (const auto& [candidate, name] : table) {
    if (candidate == value) return name;
  }
  return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<Name<Enum>, N>& table, std::string_view wanted) {
  for (const auto& [value, name] : table) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(EvidenceKind kind) { return name_of(kKinds, kind); }
std::optional<EvidenceKind> evidence_kind_from(std::string_view name) { return value_of(kKinds, name); }
std::string_view to_string(Tier tier) { return name_of(kTiers, tier); }
std::optional<Tier> tier_from(std::string_view name) { return value_of(kTiers, name); }
std::string_view to_string(HostClass host) { return name_of(kHosts, host); }
std::optional<HostClass> host_class_from(std::string_view name) { return value_of(kHosts, name); }

}  // namespace hypelint
