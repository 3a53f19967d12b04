#include <algorithm>
#include <numeric>
#include <utility>

#include "hypelint/evidence.h"

namespace hypelint {
namespace {

// The order within a block.
auto place_of(const Evidence& e) {
  return std::pair(std::uint64_t{e.span.begin} << 32U | e.span.end,
                   static_cast<std::uint32_t>(e.kind) << 8U | static_cast<std::uint32_t>(e.tier));
}

bool is_before(const Evidence& a, const Evidence& b) { return place_of(a) < place_of(b); }

bool is_repeated(const Evidence& a, const Evidence& b) { return a.block == b.block && place_of(a) == place_of(b); }

// In document order, without doubles. Most evidence of a block comes in order, and few blocks hold much of it.
std::vector<Evidence> sorted(const std::vector<Evidence>& found, std::size_t blocks) {
  std::vector<std::uint32_t> end(blocks + 1);  // by block, once all are placed
  for (const Evidence& e : found) ++end[e.block + 1];
  std::partial_sum(end.begin(), end.end(), end.begin());
  std::vector<Evidence> out(found.size());
  for (const Evidence& e : found) out[end[e.block]++] = e;
  for (std::size_t block = 0, begin = 0; block < blocks; begin = end[block++]) {
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(begin), out.begin() + end[block], is_before);
  }
  out.erase(std::unique(out.begin(), out.end(), is_repeated), out.end());
  return out;
}

}  // namespace

EvidenceIndex::EvidenceIndex(const Text& text, const std::vector<Evidence>& evidence,
                             std::vector<CitationProblem> problems, std::vector<HostClass> hosts)
    : text_(&text),
      evidence_(sorted(evidence, text.document->blocks.size())),
      problems_(std::move(problems)),
      hosts_(std::move(hosts)) {
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
