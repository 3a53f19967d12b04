#include <cstddef>

#include "hypelint/document.h"

namespace hypelint {
namespace {

// Source bytes from the first to the last segment of the block.
SourceSpan extent_of(const Block& block) {
  return block.map.to_source({0, static_cast<std::uint32_t>(block.text.size())});
}

std::string bounds(std::size_t begin, std::size_t end) {
  return "[" + std::to_string(begin) + "," + std::to_string(end) + ")";
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string attributes_of(const Block& block) {
  std::string out;
  const auto add = [&out](std::string_view name, std::size_t value) {
    out.append(" ").append(name).append("=").append(std::to_string(value));
  };
  if (block.role != Role::None) out.append(" ").append(to_string(block.role));
  if (block.level != 0) add("level", static_cast<std::size_t>(block.level));
  if (block.group != 0) add("group", block.group);
  if (block.column != 0) add("column", block.column);
  if (block.header_cell) out += " header";
  if (block.heading) add("heading", *block.heading);
  if (block.lead_in) add("lead-in", *block.lead_in);
  return out;
}

std::string line_of(const Block& block) {
  const SourceSpan extent = extent_of(block);
  return std::string(to_string(block.kind)) + " " + std::string(to_string(block.zone)) + attributes_of(block) + " " +
         quoted(block.text) + " " + bounds(extent.begin, extent.end) + "\n";
}

std::string line_of(const Link& link) {
  return "link " + std::string(to_string(link.role)) + " block=" + std::to_string(link.block) +
         " text=" + bounds(link.text.begin, link.text.end) + " " + quoted(link.address) + " " +
         bounds(link.address_span.begin, link.address_span.end) + "\n";
}

std::string line_of(const Property& property) {
  return "property " + property.key + " " + quoted(property.value) + " " +
         bounds(property.span.begin, property.span.end) + "\n";
}

std::string line_of(const Footnote& footnote) {
  return "footnote " + quoted(footnote.label) + " " + bounds(footnote.span.begin, footnote.span.end) + "\n";
}

}  // namespace

std::string dump(const Document& document) {
  std::string out;
  if (!document.language.empty()) out += "language " + document.language + "\n";
  for (const Property& property : document.properties) out += line_of(property);
  for (const Footnote& footnote : document.footnotes) out += line_of(footnote);
  for (const Block& block : document.blocks) out += line_of(block);
  for (const Link& link : document.links) out += line_of(link);
  return out;
}

}  // namespace hypelint
