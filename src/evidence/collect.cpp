#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "document/disclaimers.h"
#include "evidence/citations.h"
#include "evidence/identifiers.h"
#include "evidence/links.h"
#include "evidence/named_sources.h"
#include "evidence/numbers.h"
#include "evidence/references.h"
#include "hypelint/evidence.h"
#include "hypelint/matcher.h"

namespace hypelint {
namespace {

class Collector {
 public:
  explicit Collector(const Text& text)
      : text_(text), document_(*text.document), references_(text), hosts_(classify_links(document_)) {}

  void read_blocks() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      if (is_prose(document_.blocks[block])) read_block(block);
    }
  }

  void read_citations() {
    Citations citations = find_citations(text_, references_);
    for (const Evidence& e : citations.evidence) add(e.kind, e.tier, e.block, e.span);
    std::ranges::move(citations.problems, std::back_inserter(problems_));
  }

  void read_links() {
    for (std::size_t i = 0; i < hosts_.size(); ++i) {
      const Link& link = document_.links[i];
      if (link.block >= document_.blocks.size() || text_.sentences_of(link.block).empty()) continue;
      if (is_prose(document_.blocks[link.block])) read_link(link, hosts_[i]);
    }
  }

  void read_hits(const Hits& hits) {
    if (!hits.evidence) return;
    for (const Hit& hit : hits.all) {
      if (hit.list >= hits.evidence->size()) continue;
      if (const auto kind = (*hits.evidence)[hit.list]) add(*kind, Tier::None, hit.block, hit.span);
    }
  }

  EvidenceIndex finish() {
    sort_problems();
    drop_repeated_problems();
    return EvidenceIndex(text_, evidence_, std::move(problems_), std::move(hosts_));
  }

 private:
  void add(EvidenceKind kind, Tier tier, std::uint32_t block, TextSpan span) {
    evidence_.push_back({kind, tier, block, span, text_.sentence_at(block, span.begin)});
  }

  void read_block(std::uint32_t block) {
    const std::string_view prose = document_.blocks[block].text;
    const Identifiers identifiers = find_identifiers(prose);
    std::vector<TextSpan> masked;
    for (const Identifier& identifier : identifiers.found) {
      add(identifier.kind, tier_of_identifier(identifier.kind), block, identifier.span);
      masked.push_back(identifier.span);
    }
    for (const MalformedIdentifier& bad : identifiers.malformed) {
      problems_.push_back({CitationFault::MalformedIdentifier, block, bad.span, bad.detail});
    }
    const std::vector<NumberMatch> numbers = find_numbers(prose, text_.words_of(block), masked);
    for (const NumberMatch& number : numbers) add(number.kind, Tier::None, block, number.span);
    read_names(block, prose, numbers);
    read_disclaimers(block);
  }

  void read_disclaimers(std::uint32_t block) {
    for (const Sentence& sentence : text_.sentences_of(block)) {
      if (reads_as_disclaimer(text_.text_of(sentence))) add(EvidenceKind::Disclaimer, Tier::None, block, sentence.span);
    }
  }

  // A name and a year in one sentence make a source that can be looked for.
  void read_names(std::uint32_t block, std::string_view prose, const std::vector<NumberMatch>& numbers) {
    const std::vector<NamedSource> sources = find_named_sources(prose, text_.words_of(block));
    if (sources.empty()) return;
    std::vector<std::uint32_t> dated;  // ascending, as years are
    for (const NumberMatch& number : numbers) {
      if (number.kind == EvidenceKind::Year) dated.push_back(text_.sentence_at(block, number.span.begin));
    }
    for (const NamedSource& source : sources) {
      const std::uint32_t sentence = text_.sentence_at(block, source.span.begin);
      const bool year = source.needs_year && std::ranges::binary_search(dated, sentence);
      add(EvidenceKind::NamedSource, year ? Tier::T3 : source.tier, block, source.span);
    }
  }

  void read_link(const Link& link, HostClass host) {
    const auto shown = link_evidence(host, link.address);
    if (!shown) return;
    add(shown->kind, shown->tier, link.block, link.text);
    const Identifiers identifiers = find_identifiers(link.address);
    for (const Identifier& identifier : identifiers.found) {
      add(identifier.kind, tier_of_identifier(identifier.kind), link.block, link.text);
    }
    const bool source = host == HostClass::Scholarly || host == HostClass::Registry || host == HostClass::Regulator;
    if (!source) return;
    if (identifiers.malformed.empty() || shows_address(link)) return;
    for (const MalformedIdentifier& bad : identifiers.malformed) {
      problems_.push_back({CitationFault::MalformedIdentifier, link.block, link.text, bad.detail});
    }
  }

  // The text of an autolink repeats its address, and with it the fault. Only the link's own text is searched: the
  // whole block for each of its links would be quadratic.
  bool shows_address(const Link& link) const {
    const std::string_view block = document_.blocks[link.block].text;
    const std::size_t begin = std::min<std::size_t>(link.text.begin, block.size());
    return block.substr(begin, link.text.size()).find(link.address) != std::string_view::npos;
  }

  void sort_problems() {
    std::ranges::stable_sort(problems_, {}, [](const CitationProblem& p) { return std::pair(p.block, p.span.begin); });
  }

  // The same fault again in the same sentence says nothing new.
  void drop_repeated_problems() {
    std::unordered_set<std::string> told;  // in the sentence of the problem before
    std::optional<std::uint32_t> last;
    std::erase_if(problems_, [&](const CitationProblem& problem) {
      const std::uint32_t sentence = text_.sentence_at(problem.block, problem.span.begin);
      if (last != sentence) told.clear();
      last = sentence;
      return !told.insert(std::to_string(static_cast<int>(problem.fault)) + problem.detail).second;
    });
  }

  const Text& text_;
  const Document& document_;
  References references_;
  std::vector<HostClass> hosts_;
  std::vector<Evidence> evidence_;
  std::vector<CitationProblem> problems_;
};

}  // namespace

EvidenceIndex collect_evidence(const Text& text, const Hits& hits) {
  Collector collector(text);
  collector.read_blocks();
  collector.read_citations();
  collector.read_links();
  collector.read_hits(hits);
  return collector.finish();
}

}  // namespace hypelint
