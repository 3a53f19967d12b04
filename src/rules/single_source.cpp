#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "rules/scene.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr std::uint32_t kTopParagraphs = 3;
constexpr std::size_t kParagraphBytes = 160;  // shorter ones are bylines, dates and menu lines pasted along

// First block that is no longer the top of the page: metadata, headings and the first paragraphs are.
std::uint32_t end_of_top(const Document& document) {
  std::uint32_t paragraphs = 0;
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const Block& at = document.blocks[block];
    const bool prose = at.zone == Zone::Body && at.kind == BlockKind::Paragraph && at.text.size() >= kParagraphBytes;
    if (prose && paragraphs++ == kTopParagraphs) return block;
  }
  return static_cast<std::uint32_t>(document.blocks.size());
}

bool on_the_page(const Block& block) { return block.zone == Zone::Head || block.zone == Zone::Body; }

// The paper a page summarises is named in its metadata, a heading or a line of its own, not inside a paragraph.
bool is_byline(const Block& block) { return block.zone == Zone::Head || block.text.size() < kParagraphBytes; }

// What evidence of one kind names: whether at the top of the article, and whether more than one thing.
struct Named {
  std::string name;
  bool several = false;
  bool at_top = false;

  void add(std::string next, bool top) {
    several = several || (!name.empty() && name != next);
    at_top = at_top || top;
    name = std::move(next);
  }
};

constexpr std::array kNamesPaper = {EvidenceKind::Doi,      EvidenceKind::Pmid,
                                    EvidenceKind::Pmcid,    EvidenceKind::TrialRegistration,
                                    EvidenceKind::Preprint, EvidenceKind::NamedSource};

// Whether a sentence holds a year; remembers the last one asked for, since questions come in order.
class Years {
 public:
  explicit Years(const EvidenceIndex& evidence) : evidence_(evidence) {}

  bool in(std::uint32_t sentence) {
    if (sentence == asked_) return found_;
    const auto near = evidence_.in_sentence(sentence);
    asked_ = sentence;
    found_ =
        std::any_of(near.begin(), near.end(), [](const Evidence& item) { return item.kind == EvidenceKind::Year; });
    return found_;
  }

 private:
  const EvidenceIndex& evidence_;
  std::uint32_t asked_ = UINT32_MAX;  // none yet
  bool found_ = false;
};

}  // namespace

bool summarises_one_paper(const Text& text, const EvidenceIndex& evidence) {
  const Document& document = *text.document;
  const std::uint32_t top = end_of_top(document);
  std::array<Named, kNamesPaper.size()> named;
  Years years(evidence);
  for (const Evidence& item : evidence.all()) {
    const auto kind = std::find(kNamesPaper.begin(), kNamesPaper.end(), item.kind);
    if (kind == kNamesPaper.end() || item.block >= document.blocks.size()) continue;
    if (!on_the_page(document.blocks[item.block])) continue;
    const bool dated = item.kind != EvidenceKind::NamedSource || years.in(item.sentence);
    const std::string_view words = text.block_text(item.block).substr(item.span.begin, item.span.size());
    named[static_cast<std::size_t>(kind - kNamesPaper.begin())].add(
        ascii::lower_copy(words), item.block < top && dated && is_byline(document.blocks[item.block]));
  }
  const auto has = [&](bool Named::*what) {
    return std::any_of(named.begin(), named.end(), [=](const Named& one) { return one.*what; });
  };
  return has(&Named::at_top) && !has(&Named::several);
}

}  // namespace hypelint
