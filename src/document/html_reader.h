// Turns HTML tokens into blocks. Keeps the open elements on a stack of bounded depth, so that any nesting
// takes time linear in the input; end tags are matched as the tree construction stage would where that moves text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/block_builder.h"
#include "document/html_context.h"
#include "document/html_elements.h"
#include "document/html_metadata.h"
#include "document/html_tokenizer.h"
#include "document/parsers.h"

namespace hypelint {

// A fragment stands inside another format, whose parser writes to the same builder between the tokens.
enum class HtmlUse { Page, Fragment };

class HtmlReader {
 public:
  // All arguments must outlive the reader.
  HtmlReader(std::string_view text, BlockBuilder& builder, Document& out, HtmlUse use);

  void read(const HtmlToken& token);
  // Ends all elements and finds the menus of page headers.
  void finish();
  // A leaf of the format around the fragments begins and ends; see HtmlFragments.
  void begin_leaf();
  void end_leaf();
  [[nodiscard]] TextUse text_use() const;
  bool open_leaf_block(BlockKind wanted);
  void begin_text();
  [[nodiscard]] bool in_link() const { return link_.has_value(); }
  // Whether the next token stands in svg or math.
  [[nodiscard]] bool in_foreign() const { return context().foreign; }

 private:
  struct OpenElement {
    const ElementTraits* traits;
    std::size_t name_hash;
    HtmlContext context;
    std::uint32_t cells = 0;                    // of a <tr>, so far
    std::uint32_t first_block = 0;              // of a <header>
    bool in_leaf = false;                       // opened within a leaf of the surrounding format
    bool own_block = false;                     // a button
    std::optional<BlockKind> interrupted = {};  // the block of the surrounding format that a button stands in
  };
  struct PendingLink {
    std::string address;
    SourceSpan span;
    LinkRole role;
    bool begun = false;
  };
  struct PendingCaption {
    SourceSpan text;
    Zone zone;
  };

  [[nodiscard]] const HtmlContext& context() const { return stack_.empty() ? base_ : stack_.back().context; }
  [[nodiscard]] bool is_text_wanted() const { return !context().skipped && skipped_from_ == 0; }
  [[nodiscard]] bool in_block() const { return use_ == HtmlUse::Page ? builder_.is_open() : builder_.has_text(); }
  [[nodiscard]] bool is_shown() const { return is_text_wanted() && !context().hidden_inline(); }

  void start_tag(const HtmlToken& tag);
  void end_tag(const HtmlToken& tag);
  void text(const HtmlToken& token);
  void comment(SourceSpan span);
  void title(const HtmlToken& token);
  void void_element(const HtmlToken& tag, const ElementTraits& traits);
  void line_break(const HtmlToken& tag);
  void image(const HtmlToken& tag, const ElementTraits& traits);
  void input(const HtmlToken& tag);
  void meta(const HtmlToken& tag);
  void head_text(BlockKind kind, SourceSpan span, bool attribute);

  void push(const HtmlToken& tag, const ElementTraits& traits);
  void number_element(OpenElement& element);
  void begin_button(OpenElement& element);
  void pop();
  void pop_to(std::size_t size);
  void remove(std::size_t index);
  void leave(const OpenElement& element);
  void share_zone();

  void end_implied(const ElementTraits& traits);
  void end_item(bool definition);
  void end_table_parts(std::string_view name);
  void end_paragraph();
  void end_if_current(std::uint32_t flag, std::string_view name);
  void leave_foreign();
  [[nodiscard]] std::optional<std::size_t> find_open(std::string_view name) const;
  [[nodiscard]] std::optional<std::size_t> find_matching(const HtmlToken& tag, const ElementTraits& traits) const;

  SourceSpan begin_line(SourceSpan span);
  void open_block();
  void open_in_zone();
  [[nodiscard]] bool leaf_has_its_kind() const;
  void settle_zone();
  void close_block();
  void write_captions();
  void begin_link(const HtmlToken& tag, LinkRole role);
  void begin_pending_link();
  void end_pending_link();
  void mark_header_menus();

  std::string_view text_;
  HtmlMetadata metadata_;
  BlockBuilder& builder_;
  Document& out_;
  HtmlUse use_;
  HtmlContext base_;
  std::vector<OpenElement> stack_;
  std::size_t beyond_stack_ = 0;  // open elements too deep to be kept
  std::size_t skipped_from_ = 0;  // the first of those whose content is no text; 0 for none
  std::optional<PendingLink> link_;
  std::optional<std::size_t> comment_;  // where the text of an open comment begins
  std::vector<PendingCaption> captions_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> headers_;  // block ranges of page headers
  std::set<std::string> head_texts_;                              // already shown, with their kind
  std::uint32_t definition_ = 0;                                  // group of the current <dt> and its <dd>
  bool after_term_ = false;
  bool after_break_ = false;
  bool bold_only_ = false;          // the open block has had no text but bold
  std::uint32_t bullet_block_ = 0;  // 1 + the last block that a written bullet began
  std::uint32_t bullets_ = 0;       // its group
  bool in_title_ = false;
  bool in_leaf_ = false;
  int superscripts_ = 0;
};

}  // namespace hypelint
