#include <md4c.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/comments.h"
#include "document/markdown_addresses.h"
#include "document/markdown_leaf.h"
#include "document/markdown_mask.h"
#include "document/markdown_player.h"
#include "document/markdown_scan.h"
#include "document/markdown_tables.h"
#include "document/parsers.h"

namespace hypelint {
namespace {

using Type = Inline::Type;

constexpr std::string_view kDestinationMark = "](";
constexpr std::size_t kMaxMarkup = 16;       // bytes between the text of a link and its "]("
constexpr std::size_t kMaxImageTitle = 256;  // bytes of an image after its address

// Turns md4c's events into leaves. Offsets are recovered from the pointers md4c hands back, which point into the
// masked copy except where it synthesises white space or unescapes addresses.
class MarkdownReader {
 public:
  MarkdownReader(std::string_view source, const MaskedMarkdown& masked, std::size_t begin, LeafPlayer& player)
      : source_(source),
        masked_(masked),
        body_(std::string_view(masked.text).substr(begin)),
        begin_(begin),
        last_(begin),
        player_(player),
        address_budget_(4096 + 8 * source.size()) {}

  void read(bool mdx) {
    mdx_ = mdx;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    if (mdx) parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return of(self).enter_block(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).leave_block(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return of(self).enter_span(type, detail); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return of(self).text(type, {text, size});
    };
    const std::size_t limit = std::numeric_limits<MD_SIZE>::max() / 2;
    md_parse(body_.text().data(), static_cast<MD_SIZE>(std::min(body_.text().size(), limit)), &parser, this);
    finish_leaf();
  }

 private:
  struct Container {
    MD_BLOCKTYPE type;
    std::uint32_t group;
    std::size_t floor;  // no text of the container stands before this
    bool undecided = true;
    std::optional<VirtualItem::Kind> virtual_kind;
  };
  struct OpenLink {
    std::size_t index;  // of the LinkBegin in the leaf
    bool placed;        // its address has a place in the source
    std::optional<std::size_t> text_begin;
  };

  static MarkdownReader& of(void* self) { return *static_cast<MarkdownReader*>(self); }

  // The source bytes of text that md4c hands back, unless md4c made it itself.
  [[nodiscard]] std::optional<SourceSpan> place_of(const char* text, std::size_t size) const {
    const char* data = body_.text().data();
    if (std::less<>()(text, data) || !std::less<>()(text, data + body_.text().size())) return {};
    const auto offset = static_cast<std::size_t>(text - data);
    return SourceSpan{begin_ + body_.original_offset(offset), begin_ + body_.original_offset(offset + size)};
  }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    finish_leaf();
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        containers_.push_back({type, player_.new_group(), last_, true, {}});
        break;
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_LI:
        containers_.push_back({type, 0, last_, true, {}});
        break;
      case MD_BLOCK_TR:
        start_row();
        break;
      case MD_BLOCK_TH:
        start_cell(true);
        break;
      case MD_BLOCK_TD:
        start_cell(false);
        break;
      case MD_BLOCK_H:
        start_leaf(BlockKind::Heading, static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
      case MD_BLOCK_CODE:
        start_leaf(BlockKind::Code, 0);
        break;
      default:
        break;
    }
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML) play_html();
    finish_leaf();
    const bool container = type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI || type == MD_BLOCK_UL || type == MD_BLOCK_OL;
    if (container && !containers_.empty()) containers_.pop_back();
    return 0;
  }

  void start_leaf(BlockKind kind, int level) {
    leaf_.kind = kind;
    leaf_.level = level;
    typed_ = true;
  }

  void start_row() {
    row_ = player_.new_group();
    column_ = 0;
  }

  void start_cell(bool header) {
    start_leaf(BlockKind::TableCell, 0);
    leaf_.group = row_;
    leaf_.column = ++column_;
    leaf_.header_cell = header;
  }

  // Hands the collected inlines over, as a block of the kind that the containers ask for.
  void finish_leaf() {
    end_run();
    if (mdx_ && is_markup(leaf_)) {
      play_html();
    } else if (!leaf_.inlines.empty()) {
      decide_containers();
      const Role role = settle_leaf();
      player_.play(leaf_, role);
    }
    leaf_ = {};
    typed_ = false;
    link_.reset();
  }

  void play_html() {
    decide_containers();
    std::erase_if(leaf_.inlines, [](const Inline& piece) { return piece.type != Type::Html; });
    player_.play_html(leaf_.inlines);
    leaf_ = {};
  }

  // Tags alone on their lines: in MDX they hold what follows, as an HTML block does elsewhere.
  static bool is_markup(const Leaf& leaf) {
    const auto is_part = [](const Inline& piece) {
      return piece.type == Type::Html || piece.type == Type::SoftBreak || piece.type == Type::Space;
    };
    return !leaf.inlines.empty() && std::all_of(leaf.inlines.begin(), leaf.inlines.end(), is_part);
  }

  // The first text in a container tells whether the container stands for a virtual item.
  void decide_containers() {
    const auto first = std::find_if(leaf_.inlines.begin(), leaf_.inlines.end(), [](const Inline& piece) {
      return piece.type == Type::Text || piece.type == Type::Replacement || piece.type == Type::Html;
    });
    if (first == leaf_.inlines.end()) return;
    const auto after = std::partition_point(masked_.items.begin(), masked_.items.end(), [&](const VirtualItem& item) {
      return item.marker.end <= first->span.begin;
    });
    const VirtualItem* item = after == masked_.items.begin() ? nullptr : &*std::prev(after);
    for (auto it = containers_.rbegin(); it != containers_.rend() && it->undecided; ++it) {
      it->undecided = false;
      if (item == nullptr || item->marker.begin < it->floor) continue;
      const bool alert = item->kind == VirtualItem::Kind::Alert;
      if (it->type != (alert ? MD_BLOCK_QUOTE : MD_BLOCK_LI)) continue;
      it->virtual_kind = item->kind;
      item = nullptr;
    }
  }

  // Sets kind, level and group from the containers and returns the role.
  Role settle_leaf() {
    Role role = Role::None;
    int depth = 0;
    std::uint32_t group = 0;
    bool in_virtual_item = false;
    for (const Container& container : containers_) {
      const bool list = container.type == MD_BLOCK_UL || container.type == MD_BLOCK_OL;
      if (list) group = container.group;
      if (container.virtual_kind == VirtualItem::Kind::Footnote) role = Role::References;
      if (container.type == MD_BLOCK_LI && container.virtual_kind) {
        in_virtual_item = true;
        depth = 0;
      } else if (container.type == MD_BLOCK_LI) {
        ++depth;
      }
      const bool quotes = container.type == MD_BLOCK_QUOTE && !container.virtual_kind && !in_virtual_item;
      if (quotes && role == Role::None) role = Role::Quotation;
    }
    if (typed_ || depth == 0) return role;
    leaf_.kind = BlockKind::ListItem;
    leaf_.level = depth;
    leaf_.group = group;
    return role;
  }

  int enter_span(MD_SPANTYPE type, void* detail) {
    end_run();
    if (type == MD_SPAN_IMG) ++images_;
    if (type == MD_SPAN_STRONG) add(Type::StrongBegin, {last_, last_});
    if (type == MD_SPAN_A) begin_link(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
    if (type == MD_SPAN_IMG) add_address(Type::ImageBegin, static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
    return 0;
  }

  int leave_span(MD_SPANTYPE type) {
    end_run();
    if (type == MD_SPAN_IMG) --images_;
    if (type == MD_SPAN_STRONG) add(Type::StrongEnd, {last_, last_});
    if (type == MD_SPAN_A) end_link();
    if (type == MD_SPAN_IMG) add(Type::ImageEnd, {last_, last_});
    return 0;
  }

  void add(Type type, SourceSpan span) { leaf_.inlines.push_back({type, LinkRole::Inline, span, {}}); }

  // Appends a piece with an address; true when the address has a place in the source.
  bool add_address(Type type, const MD_ATTRIBUTE& attribute) {
    const auto place = attribute.size > 0 ? place_of(attribute.text, attribute.size) : std::nullopt;
    Inline piece{type, LinkRole::Inline, {last_, last_}, {}};
    const std::size_t size = std::min<std::size_t>(attribute.size, address_budget_ > 0 ? attribute.size : 64);
    address_budget_ -= std::min(address_budget_, size);
    if (place) piece.span = *place;
    piece.text = place ? std::string(source_.substr(place->begin, size)) : decode(attribute, size);
    leaf_.inlines.push_back(std::move(piece));
    return place.has_value();
  }

  static std::string decode(const MD_ATTRIBUTE& attribute, std::size_t limit) {
    std::string address;
    for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < limit; ++i) {
      const std::size_t begin = attribute.substr_offsets[i];
      const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
      const bool entity = attribute.substr_types[i] == MD_TEXT_ENTITY && part.size() > 2;
      const std::string decoded = entity ? decode_character_reference(part.substr(1, part.size() - 2)) : std::string();
      address += decoded.empty() ? part : std::string_view(decoded);
    }
    return address;
  }

  void begin_link(const MD_ATTRIBUTE& href) {
    const bool placed = add_address(Type::LinkBegin, href);
    link_ = OpenLink{leaf_.inlines.size() - 1, placed, std::nullopt};
  }

  void end_link() {
    add(Type::LinkEnd, {last_, last_});
    if (!link_) return;
    Inline& begin = leaf_.inlines[link_->index];
    const std::size_t text_begin = link_->text_begin.value_or(last_);
    const std::string_view text = source_.substr(text_begin, last_ - text_begin);
    const bool bracketed = text_begin > 0 && source_[text_begin - 1] == '[';
    const std::size_t added = begin.text.size() - std::min(begin.text.size(), text.size());
    if (!bracketed && !text.empty() && begin.text.ends_with(text) && added <= 8) {
      begin.role = LinkRole::Autolink;
      begin.span = {text_begin, last_};
    } else if (!link_->placed) {
      begin.span = destination_of_link().value_or(SourceSpan{text_begin, last_});
    }
    link_.reset();
  }

  // The destination of the link that has just ended, if it is an inline one.
  [[nodiscard]] std::optional<SourceSpan> destination_of_link() const {
    std::size_t mark = find_destination_mark(last_, kMaxMarkup);
    const bool image = leaf_.inlines[leaf_.inlines.size() - 2].type == Type::ImageEnd;
    if (image && mark != kNoOffset && source_[mark - 1] != ']') {
      const std::optional<SourceSpan> of_image = destination_behind(mark);
      mark = of_image ? find_destination_mark(of_image->end, kMaxImageTitle) : kNoOffset;
    }
    return mark == kNoOffset ? std::nullopt : destination_behind(mark);
  }

  [[nodiscard]] std::size_t find_destination_mark(std::size_t at, std::size_t reach) const {
    const std::size_t offset = source_.substr(at, reach).find(kDestinationMark);
    return offset == kNoOffset ? kNoOffset : at + offset;
  }

  [[nodiscard]] std::optional<SourceSpan> destination_behind(std::size_t mark) const {
    const std::size_t begin = source_.find_first_not_of(" \t\n<", mark + kDestinationMark.size());
    if (begin == kNoOffset) return {};
    const std::size_t stop = source_.substr(begin, 4096).find_first_of(" \t\n>)");
    if (stop == kNoOffset || stop == 0) return {};
    return SourceSpan{begin, begin + stop};
  }

  int text(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
      end_run();
      add(type == MD_TEXT_BR ? Type::HardBreak : Type::SoftBreak, {last_, last_});
      return 0;
    }
    const std::optional<SourceSpan> place = text.empty() ? std::nullopt : place_of(text.data(), text.size());
    if (!place) {
      end_run();
      if (type != MD_TEXT_HTML) add(Type::Space, {last_, last_});
      return 0;
    }
    const SourceSpan span = *place;
    follow_run(type, span);
    if (link_ && !link_->text_begin) link_->text_begin = span.begin;
    last_ = span.end;
    if (type == MD_TEXT_HTML) {
      add(Type::Html, span);
    } else if (type == MD_TEXT_ENTITY) {
      add_entity(span);
    } else {
      add(Type::Text, span);
    }
    return 0;
  }

  // Bare addresses are sought in runs of text without gaps; of the references only "&" is part of one.
  void follow_run(MD_TEXTTYPE type, SourceSpan span) {
    const bool ampersand = type == MD_TEXT_ENTITY && source_.substr(span.begin, span.end - span.begin) == "&amp;";
    const bool may_hold_address = (type == MD_TEXT_NORMAL || ampersand) && !link_ && images_ == 0;
    if (!may_hold_address || span.begin != last_) end_run();
    if (may_hold_address && !run_) run_ = leaf_.inlines.size();
  }

  void end_run() {
    if (run_) link_addresses(leaf_.inlines, *run_, source_);
    run_.reset();
  }

  void add_entity(SourceSpan span) {
    std::string decoded = decode_character_reference(source_.substr(span.begin + 1, span.end - span.begin - 2));
    if (decoded.empty()) return add(Type::Text, span);
    leaf_.inlines.push_back({Type::Replacement, LinkRole::Inline, span, std::move(decoded)});
  }

  std::string_view source_;
  const MaskedMarkdown& masked_;
  WidenedText body_;
  std::size_t begin_;
  std::size_t last_;  // end of the last text seen
  LeafPlayer& player_;
  std::size_t address_budget_;  // bytes of addresses still to be copied in full
  std::vector<Container> containers_;
  Leaf leaf_;
  bool mdx_ = false;
  bool typed_ = false;  // the leaf's kind does not depend on its containers
  std::optional<OpenLink> link_;
  std::optional<std::size_t> run_;  // the first piece of the run of text that may hold bare addresses
  int images_ = 0;                  // depth of open images
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
};

void add_footnotes(const MaskedMarkdown& masked, Document& out) {
  for (const VirtualItem& item : masked.items) {
    if (item.kind == VirtualItem::Kind::Footnote) out.footnotes.push_back({item.label, item.marker});
  }
}

}  // namespace

void parse_markdown(const Source& source, std::size_t begin, bool mdx, BlockBuilder& builder, Document& out) {
  const std::string_view text = source.text();
  begin = std::min(begin, text.size());
  const MaskedMarkdown masked = mask_markdown(text, begin, mdx);
  LeafPlayer player(text, masked, markup_syntax(source), builder, out);
  MarkdownReader(text, masked, begin, player).read(mdx);
  builder.close();
  add_footnotes(masked, out);
  for (const SourceSpan comment : masked.comments) add_comment(out, comment);
}

}  // namespace hypelint
