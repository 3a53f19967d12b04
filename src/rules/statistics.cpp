#include "rules/statistics.h"

#include <algorithm>
#include <map>
#include <utility>

#include "rules/statistics_checks.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

// Some number, written out or not, or a word of significance: nothing else concerns any check.
bool concerns_numbers(const Text& text, std::uint32_t block) {
  const std::string_view words = text.block_text(block);
  if (std::ranges::any_of(words, ascii::is_digit) || words.find("ignifican") != std::string_view::npos) return true;
  return std::ranges::any_of(text.words_of(block), [&](const Word& word) {
    return is_number_word(words.substr(word.span.begin, word.span.size()));
  });
}

// By block: whether it introduces another.
std::vector<bool> lead_ins(const std::vector<Block>& blocks) {
  std::vector<bool> introduces(blocks.size());
  for (const Block& block : blocks) {
    if (block.lead_in) introduces[*block.lead_in] = true;
  }
  return introduces;
}

// What a passage has for the checks to look at.
struct Contents {
  int numbers = 0;
  bool percent = false;
  bool significance = false;  // the word, or a p value
};

Contents contents_of(const Passage& passage) {
  Contents found;
  for (const Token& token : passage.tokens) {
    if (token.kind == TokenKind::Number) ++found.numbers;
    if (token.kind == TokenKind::Percent) found.percent = true;
    if (token.is("p") || ascii::starts_with_folded(token.text, "significan")) found.significance = true;
  }
  return found;
}

StatisticProblems check_block(StatisticCheck check, const Passage& passage, const Contents& found,
                              const StatedCounts& counts) {
  switch (check) {
    case StatisticCheck::Grim:
      return found.percent ? check_grim(passage, counts) : StatisticProblems();
    case StatisticCheck::PartsWhole:
      // A single number is no part of another; a share of more than all is wrong alone.
      return found.percent || found.numbers > 1 ? check_parts(passage, counts) : StatisticProblems();
    case StatisticCheck::PCiSanity:
      return found.percent || found.significance ? check_significance(passage) : StatisticProblems();
  }
  return {};
}

}  // namespace

StatisticProblems check_statistics(StatisticCheck check, const Text& text, const EvidenceIndex& evidence) {
  return std::move(check_statistics(std::span(&check, 1), text, evidence).front());
}

std::vector<StatisticProblems> check_statistics(std::span<const StatisticCheck> checks, const Text& text,
                                                const EvidenceIndex& evidence) {
  std::vector<StatisticProblems> out(checks.size());
  if (checks.empty()) return out;
  const auto& blocks = text.document->blocks;
  const std::vector<bool> introduces = lead_ins(blocks);
  std::map<std::uint32_t, StatedCounts> own;  // by lead-in: it may introduce many items
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    if (text.sentences_of(block).empty() || !concerns_numbers(text, block)) continue;
    const Passage passage = read_passage(text, evidence, block);
    const Contents found = contents_of(passage);
    StatedCounts counts;
    counts.add(passage.tokens);
    if (introduces[block]) own.emplace(block, counts);
    const auto lead_in = blocks[block].lead_in ? own.find(*blocks[block].lead_in) : own.end();
    if (lead_in != own.end() && lead_in->first < block) counts.add(lead_in->second);
    for (std::size_t i = 0; i < checks.size(); ++i) {
      for (StatisticProblem& problem : check_block(checks[i], passage, found, counts)) {
        problem.block = block;
        out[i].push_back(std::move(problem));
      }
    }
  }
  return out;
}

}  // namespace hypelint
