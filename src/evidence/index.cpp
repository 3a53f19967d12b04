#include <algorithm>
#include <tuple>
#include <utility>

#include "evidence/links.h"
#include "hypelint/evidence.h"

namespace hypelint {
namespace {

auto place_of(const Evidence& e) { return std::tuple(e.block, e.span.begin, e.span.end, e.kind, e.tier); }

}  // namespace

EvidenceIndex::EvidenceIndex(const Text& text, std::vector<Evidence> evidence, std::vector<CitationProblem> problems)
    : text_(&text),
      evidence_(std::move(evidence)),
      problems_(std::move(problems)),
      hosts_(classify_links(*text.document)) {
  std::ranges::sort(evidence_, {}, place_of);
  const auto is_repeated = [](const Evidence& a, const Evidence& b) { return place_of(a) == place_of(b); };
  evidence_.erase(std::unique(evidence_.begin(), evidence_.end(), is_repeated), evidence_.end());
  std::ranges::stable_sort(problems_, {}, [](const CitationProblem& p) { return std::pair(p.block, p.span.begin); });

  const std::size_t blocks = text.document->blocks.size();
  first_in_block_.reserve(blocks + 1);
  std::uint32_t next = 0;
  for (std::uint32_t block = 0; block <= blocks; ++block) {
    while (next < evidence_.size() && evidence_[next].block < block) ++next;
    first_in_block_.push_back(next);
  }
}

std::span<const Evidence> EvidenceIndex::in_block(std::uint32_t block) const {
  if (block + std::size_t{1} >= first_in_block_.size()) return {};
  const std::uint32_t first = first_in_block_[block];
  return std::span(evidence_).subspan(first, first_in_block_[block + 1] - first);
}

std::span<const Evidence> EvidenceIndex::in_sentence(std::uint32_t sentence) const {
  if (sentence >= text_->sentences.size()) return {};
  const auto block = in_block(text_->sentences[sentence].block);
  return {std::ranges::lower_bound(block, sentence, {}, &Evidence::sentence),
          std::ranges::upper_bound(block, sentence, {}, &Evidence::sentence)};
}

}  // namespace hypelint
