// What a document offers in support of its claims: identifiers, citations, links, numbers, study design,
// and the wording that changes what a claim means. Recognised once per document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/span.h"
#include "hypelint/text.h"

namespace hypelint {

struct Hits;  // matcher.h

enum class EvidenceKind : std::uint8_t {
  // identifiers
  Doi,
  Pmid,
  Pmcid,
  TrialRegistration,
  Preprint,
  Isbn,
  Issn,
  Orcid,
  Approval,
  // citations
  NumericCitation,
  SuperscriptCitation,
  AuthorYear,
  FootnoteCitation,
  BibliographicReference,
  NamedSource,
  // links by host class
  ScholarlyLink,
  RegistryLink,
  RegulatorLink,
  OtherLink,
  // numbers
  Number,
  Percent,
  CountOfTotal,
  SampleSize,
  EffectSize,
  PValue,
  ConfidenceInterval,
  FollowUp,
  Money,
  Year,
  Metric,
  // study design (CONSORT)
  Phase,
  Randomised,
  Blinded,
  Comparator,
  Endpoint,
  Centre,
  OutcomeScale,
  Analysis,
  // statements
  Harm,
  Status,
  Disclosure,
  Limitation,
  // wording around a claim
  Negation,
  Hedge,
  PseudoHedge,
  Refutation,
  Concession,
  Question,
  Norm,
  Attribution,
  Disclaimer,      // the sentence tells the reader not to rely on the page
  Purpose,         // "aims to", "designed to test", "to determine whether"
  PseudoNegation,  // "not only", "no doubt", "nothing less than": a Negation that overlaps one is none
  // who speaks, and to what end
  CriticVoice,   // "critics say", "sceptics warn"
  PatientVoice,  // "says Maria, who was treated"
  Definition,    // "is defined as", "the term X means"
  PressRelease,  // "for immediate release", "media contact"
  Solicitation,  // "book a consultation", "free quote"
  Trade,         // "your practice website", "patient acquisition": said to those who sell care
};
inline constexpr std::size_t kEvidenceKinds = static_cast<std::size_t>(EvidenceKind::Trade) + 1;

// "doi", "trial-registration", "sample-size" …: lower case with hyphens, as rule files write them.
std::string_view to_string(EvidenceKind kind);
std::optional<EvidenceKind> evidence_kind_from(std::string_view name);

// How far evidence can be checked. T1: resolvable identifier, or link to a scholarly, registry or regulator host.
// T2: full reference, or a marker that resolves to a list entry. T3: named journal, agency or author with a year.
// T4: the seller's own site, press wires, social media, wikis, shops. None: not a source at all.
enum class Tier : std::uint8_t { None, T1, T2, T3, T4 };
std::string_view to_string(Tier tier);
std::optional<Tier> tier_from(std::string_view name);

enum class HostClass : std::uint8_t {
  Scholarly,
  Registry,   // of trials
  Regulator,  // and other public bodies of health: institutes, statistics offices, registers of treatments
  OwnSite,
  Messenger,
  Form,
  Phone,
  Mail,
  Social,
  PressWire,
  Shortener,
  Anchor,
  Placeholder,
  Other,
};
std::string_view to_string(HostClass host);
std::optional<HostClass> host_class_from(std::string_view name);
// Classifies an address by scheme and registrable host; relative addresses are OwnSite, "#x" Anchor,
// "#", "javascript:" and empty ones Placeholder.
HostClass classify_address(std::string_view address);

struct Evidence {
  EvidenceKind kind;
  Tier tier = Tier::None;
  std::uint32_t block = 0;
  TextSpan span;               // within the block's text
  std::uint32_t sentence = 0;  // index into Text::sentences
};

// A citation or identifier that does not work, for citation/* rules.
enum class CitationFault : std::uint8_t {
  MalformedIdentifier,  // declared identifier that fails its grammar, length or check digit
  DanglingMarker,       // marker without an entry in the reference list, or without a list
  UncitedEntry,         // numbered reference list into which no marker of the text points (once per document)
};
struct CitationProblem {
  CitationFault fault;
  std::uint32_t block = 0;
  TextSpan span;
  std::string detail;  // "ISSN 0959-8139: check digit should be 8"
};

// Evidence in document order with views by place. Refers to the Text, which must outlive it.
class EvidenceIndex {
 public:
  // `evidence` in any order, `problems` by place; their blocks are indices into the blocks of the text's document.
  // `hosts` as hosts() gives them.
  EvidenceIndex(const Text& text, const std::vector<Evidence>& evidence, std::vector<CitationProblem> problems,
                std::vector<HostClass> hosts);

  [[nodiscard]] std::span<const Evidence> all() const { return evidence_; }
  [[nodiscard]] std::span<const Evidence> in_block(std::uint32_t block) const;
  // Those whose sentence index equals the argument.
  [[nodiscard]] std::span<const Evidence> in_sentence(std::uint32_t sentence) const;
  [[nodiscard]] std::span<const CitationProblem> problems() const { return problems_; }
  // HostClass of each Document::links entry, same order.
  [[nodiscard]] std::span<const HostClass> hosts() const { return hosts_; }

 private:
  const Text* text_;
  std::vector<Evidence> evidence_;  // sorted by block, then span.begin
  std::vector<CitationProblem> problems_;
  std::vector<std::uint32_t> first_in_block_;
  std::vector<HostClass> hosts_;
};

// Total. `hits` are the matches of lexicons that declare `evidence = "<kind>"` (see rule_pack.h); identifiers, markers
// and links come from grammars for any language, number words, units and named sources from grammars for English.
EvidenceIndex collect_evidence(const Text& text, const Hits& hits);

}  // namespace hypelint
