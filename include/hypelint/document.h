// An article as a list of blocks of clean text, each with a map back to the source bytes.
// The model is flat: a content linter needs units, zones and links, not a tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/source.h"
#include "hypelint/span.h"

namespace hypelint {

// Piecewise map from block text to Source::text(). A verbatim segment has equal lengths and equal bytes;
// any other segment is text that stands for source bytes of another spelling (an entity, a folded quote,
// a soft break, white space run). No segment is longer than 4 GiB.
class SourceMap {
 public:
  struct Segment {
    std::uint32_t text_begin;
    std::uint32_t text_size;
    std::size_t source_begin;
    std::uint32_t source_size;
    bool verbatim;
  };

  // Segments are appended in text order, contiguous in text and not descending in source.
  void append(Segment segment);
  // The smallest source range that covers the span; inside a verbatim segment it is exact.
  // An empty span maps to an empty range.
  [[nodiscard]] SourceSpan to_source(TextSpan span) const;
  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }

 private:
  std::vector<Segment> segments_;
};

enum class BlockKind : std::uint8_t {
  Title,       // <title>, front matter title, og:title
  Summary,     // meta description, front matter description/summary/excerpt and other prose values
  Heading,
  Paragraph,
  ListItem,
  TableCell,
  Caption,     // figcaption, table caption, image alt text
  Button,      // <button>, input type=submit, a link styled or placed as a button
  Code,        // never linted
};

// Where a block stands on the page.
enum class Zone : std::uint8_t {
  Head,        // front matter and metadata
  Body,
  Navigation,  // nav, header and side menus, breadcrumbs
  Footer,
  Form,
  Hidden,      // hidden attribute, display:none, template, aria-hidden menus
};

// What a block is for, beyond its kind.
enum class Role : std::uint8_t {
  None,
  Quotation,    // blockquote
  // A customer speaks, also in a blockquote: marked in HTML (schema.org's reviewBody, class "testimonial-text"), below
  // stars, or under a heading or page title such as "What our patients say".
  Review,
  Disclaimer,   // announced as one, or every sentence reads so: "for informational purposes only", "not medical advice"
  References,   // an entry of a reference list
};

enum class LinkRole : std::uint8_t { Inline, Button, Image, Autolink };

// A link and where it stands. Addresses are kept as written, entities decoded.
struct Link {
  std::string address;           // empty when the address was lost (<a> without href, "[text]()")
  SourceSpan address_span;       // the address in the source; for an empty address the whole link
  std::uint32_t block = 0;       // index into Document::blocks
  TextSpan text;                 // anchor text within that block; empty for icon links
  LinkRole role = LinkRole::Inline;
};

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  Zone zone = Zone::Body;
  Role role = Role::None;
  bool header_cell = false;
  int level = 0;                        // heading level 1..6; list nesting depth 1..; 0 otherwise
  // Clean text: UTF-8, entities decoded, white space collapsed to single spaces, typographic quotes (「」 too),
  // dashes, spaces and full-width letters, digits, percent signs, question marks and full stops folded to ASCII,
  // soft hyphens and zero-width characters dropped, digits in <sup>
  // written as superscript characters (U+00B9 …). Ill-formed bytes become U+FFFD.
  std::string text;
  SourceMap map;
  std::optional<std::uint32_t> heading; // nearest preceding heading block (its own parent for a heading)
  std::optional<std::uint32_t> lead_in; // for list items: the block ending in ":" that introduces the list
  std::uint32_t group = 0;              // blocks of one list, one table row or one definition share a number > 0
  std::uint32_t column = 0;             // 1-based cell number within a table row; 0 elsewhere
};

// A value that is not prose: of front matter (lang, draft, author, date …), or of an HTML page's metadata (meta, time,
// rel="author", JSON-LD author and dates).
struct Property {
  std::string key;    // dotted path, lower case
  std::string value;
  SourceSpan span;
};

// What stands in the source but is not shown: a comment of HTML, Markdown ("[//]: # (…)") or MDX ("{/* … */}"), or an
// entry of the front matter's `hypelint` list.
struct Comment {
  std::string text;         // without the marks around it, as written; front matter decoded
  SourceSpan span;          // of that text
  std::uint32_t block = 0;  // the first block that begins after it; Document::blocks.size() when none does
  bool in_front_matter = false;
};

// Where Markdown defines a footnote: "[^label]:".
struct Footnote {
  std::string label;  // as written
  SourceSpan span;    // of the whole mark
};

struct Document {
  const Source* source = nullptr;  // not owned; must outlive the document
  std::vector<Block> blocks;       // in source order
  std::vector<Link> links;         // in source order, those of navigation and footer included
  std::vector<Property> properties;
  std::vector<Footnote> footnotes; // in source order; texts that read as entries have Role::References
  std::vector<Comment> comments;   // in source order
  std::string language;            // BCP 47 tag from front matter or <html lang>, empty when not stated
};

// Total: any Source gives a Document, in time linear in its size. The Source must outlive the result.
Document parse(const Source& source);

std::string_view to_string(BlockKind kind);
std::string_view to_string(Zone zone);
std::string_view to_string(Role role);
std::string_view to_string(LinkRole role);

// A readable dump, one line a property, footnote, block and link, for tests and `hypelint` developers:
// `paragraph body "text…" [12,40)`.
std::string dump(const Document& document);

}  // namespace hypelint
