#include "rules/scene.h"

#include <algorithm>
#include <optional>

namespace hypelint {
namespace {

constexpr KindSet kStatements = bit(EvidenceKind::Harm) | bit(EvidenceKind::Status) | bit(EvidenceKind::Limitation);
constexpr KindSet kSmallPrint = bit(EvidenceKind::Disclosure) | bit(EvidenceKind::Disclaimer);

// What evidence of a sentence may support elsewhere on the page: menus nothing, small print only itself.
KindSet supports_elsewhere(const Block& block, const Support& sentence) {
  const bool read = block.zone == Zone::Head || block.zone == Zone::Body;
  if (block.role == Role::References) return ~KindSet{0};
  const bool disclaimer = block.role == Role::Disclaimer || (sentence.kinds & bit(EvidenceKind::Disclaimer)) != 0;
  if (disclaimer) return read ? ~kStatements : kSmallPrint;
  if (block.zone == Zone::Footer) return kSmallPrint;
  return read ? ~KindSet{0} : 0;
}

// The heading a block belongs to; a heading belongs to itself.
std::uint32_t heading_of(const Document& document, std::uint32_t block) {
  constexpr auto kNone = static_cast<std::uint32_t>(-1);
  if (document.blocks[block].kind == BlockKind::Heading) return block;
  return document.blocks[block].heading.value_or(kNone);
}

Range extended(Range range, std::uint32_t block) {
  return range.begin == range.end ? Range{block, block + 1} : Range{range.begin, std::max(range.end, block + 1)};
}

Support support_of(const Evidence& item) { return {bit(item.kind), bit(item.tier)}; }

}  // namespace

Scene::Scene(const Text& text, const EvidenceIndex& evidence, const Hits& hits, std::size_t lists)
    : text_(text),
      evidence_(evidence),
      hits_(hits),
      terms_(lists, hits.all),
      wording_(evidence.all()),
      by_sentence_(text.sentences.size()),
      places_(text.document->blocks.size()),
      neighbours_(places_.size()),
      own_(places_.size()),
      around_(places_.size()) {
  lay_out_blocks();
  lay_out_rows();
  lay_out_columns();
  gather_support();
  sort_links();
  single_source_ = summarises_one_paper(text, evidence);
  press_release_ = is_press_release(text, evidence);
  promotional_ = (document_.kinds & bit(EvidenceKind::Solicitation)) != 0;
}

void Scene::lay_out_blocks() {
  const Document& page = document();
  for (std::uint32_t block = 0; block < page.blocks.size(); ++block) {
    if (block == 0 || heading_of(page, block) != heading_of(page, block - 1)) sections_.push_back({{block, block}, {}});
    sections_.back().blocks.end = block + 1;
    Place& place = places_[block];
    place.section = static_cast<std::uint32_t>(sections_.size() - 1);
    place.paragraph = block;
    const auto lead_in = page.blocks[block].lead_in;
    if (!lead_in || *lead_in >= block) continue;
    place.paragraph = places_[*lead_in].paragraph;
    Range& bullets = neighbours_.at(*lead_in).bullets;
    bullets = extended(bullets, block);
  }
}

void Scene::lay_out_rows() {
  const auto& blocks = document().blocks;
  const auto in_row = [&](std::uint32_t block, std::uint32_t group) {
    return block < blocks.size() && blocks[block].kind == BlockKind::TableCell && blocks[block].group == group;
  };
  for (std::uint32_t begin = 0, end = 0; begin < blocks.size(); begin = std::max(end, begin + 1)) {
    const std::uint32_t group = blocks[begin].group;
    for (end = begin; group != 0 && in_row(end, group);) ++end;
    for (std::uint32_t cell = begin; cell < end; ++cell) {
      neighbours_.at(cell).row = {begin, end};
      places_[cell].paragraph = begin;
    }
  }
}

void Scene::lay_out_columns() {
  const auto& blocks = document().blocks;
  std::vector<std::uint32_t> headers;  // of the table, by column
  const auto column_of = [&](std::uint32_t cell) { return blocks[cell].column; };
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    const Range row = neighbours_[block].row;
    if (row.begin == row.end) headers.clear();
    if (row.begin != block || row.begin == row.end) continue;
    const auto is_header = [&](const Block& cell) { return cell.header_cell; };
    if (std::all_of(blocks.begin() + row.begin, blocks.begin() + row.end, is_header)) {
      headers.clear();
      for (std::uint32_t cell = row.begin; cell < row.end; ++cell) headers.push_back(cell);
      continue;
    }
    for (std::uint32_t cell = row.begin; cell < row.end; ++cell) {
      const auto over = std::ranges::lower_bound(headers, blocks[cell].column, {}, column_of);
      if (over != headers.end() && column_of(*over) == blocks[cell].column)
        neighbours_.at(cell).header = {*over, *over + 1};
    }
  }
}

void Scene::gather_support() {
  const auto& blocks = document().blocks;
  for (const Evidence& item : evidence_.all()) {
    if (has_sentences(item.block)) by_sentence_.at(item.sentence) |= support_of(item);
  }
  for (const Evidence& item : evidence_.all()) {
    if (item.block >= blocks.size()) continue;
    own_.at(item.block) |= support_of(item);
    const Support sentence = has_sentences(item.block) ? by_sentence_[item.sentence] : Support{};
    if ((supports_elsewhere(blocks[item.block], sentence) & bit(item.kind)) == 0) continue;
    sections_[places_[item.block].section].support |= support_of(item);
    document_ |= support_of(item);
  }
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    const auto lead_in = blocks[block].lead_in;
    if (lead_in && *lead_in < block) {
      around_.at(block) |= own_[*lead_in];
      around_.at(*lead_in) |= own_[block];
    }
    const Range row = neighbours_[block].row;
    if (row.begin != block || row.end <= block) continue;
    Support all;
    for (std::uint32_t cell = row.begin; cell < row.end; ++cell) all |= own_[cell];
    for (std::uint32_t cell = row.begin; cell < row.end; ++cell) around_.at(cell) |= all;
  }
}

void Scene::sort_links() {
  const Document& page = document();
  for (std::uint32_t link = 0; link < page.links.size(); ++link) {
    if (page.links[link].block < page.blocks.size()) links_.push_back(link);
  }
  std::sort(links_.begin(), links_.end(), [&](std::uint32_t left, std::uint32_t right) {
    const Link& a = page.links[left];
    const Link& b = page.links[right];
    return a.block != b.block             ? a.block < b.block
           : a.text.begin != b.text.begin ? a.text.begin < b.text.begin
                                          : left < right;
  });
  first_link_.assign(page.blocks.size() + 1, 0);
  for (const std::uint32_t link : links_) ++first_link_[page.links[link].block + 1];
  for (std::size_t block = 0; block < page.blocks.size(); ++block) first_link_[block + 1] += first_link_[block];
}

std::span<const std::uint32_t> Scene::links_in(std::uint32_t block) const {
  return std::span(links_).subspan(first_link_[block], first_link_[block + 1] - first_link_[block]);
}

std::optional<std::uint32_t> Scene::column_header(std::uint32_t block) const {
  const Range header = neighbours_[block].header;
  return header.begin < header.end ? std::optional(header.begin) : std::nullopt;
}

bool Scene::has_sentences(std::uint32_t block) const {
  return block < places_.size() && !text_.sentences_of(block).empty();
}

Trigger Scene::trigger_at(std::uint32_t block, TextSpan span) const {
  return {block, text_.sentence_at(block, span.begin), span, text_.word_at(block, span.begin),
          text_.word_at(block, span.end)};
}

Support Scene::support(const Trigger& trigger, Reach reach) const {
  const bool head = document().blocks[trigger.block].zone == Zone::Head;
  Support found = by_sentence_[trigger.sentence];
  if (reach == Reach::NextSentence) {
    const Range near = sentences(trigger, reach)[0];
    if (near.end - near.begin > 1) found |= by_sentence_[near.end - 1];
  } else if (reach == Reach::Paragraph) {
    found |= own_[trigger.block];
    found |= around_[trigger.block];
  } else if (reach == Reach::Document || (reach == Reach::Section && head)) {
    found |= document_;
  } else if (reach == Reach::Section) {
    found |= sections_[places_[trigger.block].section].support;
  }
  return found;
}

Range Scene::sentences_of_blocks(Range blocks) const {
  return {text_.block_first_sentence[blocks.begin], text_.block_first_sentence[blocks.end]};
}

std::array<Range, 3> Scene::sentences(const Trigger& trigger, Reach reach) const {
  const Neighbours& near = neighbours_[trigger.block];
  const Range block = sentences_of_blocks({trigger.block, trigger.block + 1});
  const Block& written = document().blocks[trigger.block];
  switch (reach) {
    case Reach::Sentence:
      return {Range{trigger.sentence, trigger.sentence + 1}};
    case Reach::NextSentence:
      return {Range{trigger.sentence, std::min(trigger.sentence + 2, std::max(block.end, trigger.sentence + 1))}};
    case Reach::Paragraph: {
      const std::uint32_t lead_in = written.lead_in.value_or(trigger.block);
      const bool led = lead_in < trigger.block;
      return {block, led ? sentences_of_blocks({lead_in, lead_in + 1}) : sentences_of_blocks(near.row),
              sentences_of_blocks(near.bullets)};
    }
    case Reach::Section:
      if (written.zone != Zone::Head) {
        return {sentences_of_blocks(sections_[places_[trigger.block].section].blocks)};
      }
      break;
    case Reach::Document:
      break;
  }
  return {Range{0, static_cast<std::uint32_t>(text_.sentences.size())}};
}

std::uint32_t Scene::unit(const Trigger& trigger, Reach reach) const {
  switch (reach) {
    case Reach::Sentence:
    case Reach::NextSentence:
      return trigger.sentence;
    case Reach::Paragraph:
      return places_[trigger.block].paragraph;
    case Reach::Section:
      return places_[trigger.block].section;
    case Reach::Document:
      break;
  }
  return 0;
}

}  // namespace hypelint
