// Developer program: the text and link addresses that parse_html sees in a file, for comparison with parse5.
// One line each: "<kind> <text>", then "link <address>".
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "document/parsers.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: dump_text FILE\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) {
    std::cerr << "cannot read " << argv[1] << "\n";
    return 1;
  }
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto source = hypelint::Source::from_bytes(argv[1], bytes, hypelint::Format::Html);
  hypelint::Document document;
  document.source = &source;
  hypelint::BlockBuilder builder(source, document);
  hypelint::parse_html(source, 0, builder, document);
  for (const auto& block : document.blocks) std::cout << to_string(block.kind) << ' ' << block.text << '\n';
  for (const auto& link : document.links) {
    std::string address = link.address;
    for (char& c : address) c = c == '\n' || c == '\r' ? ' ' : c;
    std::cout << "link " << address << '\n';
  }
}
