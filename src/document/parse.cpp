#include "document/comments.h"
#include "document/parsers.h"
#include "hypelint/document.h"

namespace hypelint {
namespace {

void parse_body(const Source& source, std::size_t begin, BlockBuilder& builder, Document& out) {
  switch (source.format()) {
    case Format::Markdown:
      return parse_markdown(source, begin, false, builder, out);
    case Format::Mdx:
      return parse_markdown(source, begin, true, builder, out);
    case Format::Html:
      return parse_html(source, begin, builder, out);
    case Format::Plain:
      return parse_plain(source, begin, builder);
  }
}

}  // namespace

Document parse(const Source& source) {
  Document document;
  document.source = &source;
  BlockBuilder builder(source, document);
  const std::size_t body = parse_front_matter(source, builder, document);
  builder.close();
  builder.set_zone(Zone::Body);
  parse_body(source, body, builder, document);
  builder.close();
  classify_blocks(document);
  place_comments(document);
  return document;
}

}  // namespace hypelint
