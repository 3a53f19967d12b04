#include "document/block_builder.h"

#include <gtest/gtest.h>

#include "support/document_checks.h"

namespace hypelint {
namespace {

// A document of one paragraph that holds the whole text.
struct Built {
  explicit Built(std::string bytes, std::size_t max_block_bytes = BlockBuilder::kMaxBlockBytes)
      : source(Source::from_bytes("a.txt", std::move(bytes))), builder(source, document, max_block_bytes) {
    document.source = &source;
  }
  SourceSpan all() const { return {0, source.text().size()}; }
  const Document& finish() {
    builder.close();
    testing::check_document(document);
    return document;
  }

  Source source;
  Document document;
  BlockBuilder builder;
};

std::string clean(std::string bytes, bool superscript = false) {
  Built built(std::move(bytes));
  built.builder.open(BlockKind::Paragraph);
  built.builder.superscript(superscript);
  built.builder.text(built.all());
  const Document& document = built.finish();
  return document.blocks.empty() ? "" : document.blocks[0].text;
}

TEST(BlockBuilder, CleansText) {
  struct Case {
    std::string source;
    std::string_view text;
  };
  const Case cases[] = {
      {"plain words", "plain words"},
      {"  two \t\r\n spaces  ", "two spaces"},
      {"a\u00A0b\u2009c\u3000d\u202Fe", "a b c d e"},
      {"it’s ‘so’ “said” „he‟", "it's 'so' \"said\" \"he\""},
      {"a–b—c‑d−e", "a-b-c-d-e"},
      {"thera\u00ADpy ze\u200Bro jo\u200Din \uFEFFmark", "therapy zero join mark"},
      {"bad \xFF\xE2\x82 end", "bad \uFFFD\uFFFD\uFFFD end"},
      {std::string("n\0l", 3), "n\uFFFDl"},
      {"naïve β 干细胞", "naïve β 干细胞"},
      {" \t\n", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(clean(c.source), c.text);
}

TEST(BlockBuilder, RaisesDigitsAndDashes) {
  EXPECT_EQ(clean("1,2–15", true), "¹,²-¹⁵");
  EXPECT_EQ(clean("th*", true), "th*");
}

TEST(BlockBuilder, KeepsPlainTextInOneVerbatimSegment) {
  Built built("stem cells work.  They do");
  built.builder.open(BlockKind::Paragraph);
  built.builder.text(built.all());
  const auto& segments = built.finish().blocks[0].map.segments();
  ASSERT_EQ(segments.size(), 3U);
  EXPECT_TRUE(segments[0].verbatim);
  EXPECT_EQ(segments[0].text_size, 16U);
  EXPECT_FALSE(segments[1].verbatim);
  EXPECT_EQ(segments[1].source_size, 2U);
}

TEST(BlockBuilder, JoinsVerbatimTextOfAdjacentCalls) {
  Built built("one two three");
  built.builder.open(BlockKind::Paragraph);
  built.builder.text({0, 4});
  built.builder.text({4, 8});
  built.builder.text({8, 13});
  const Block& block = built.finish().blocks[0];
  EXPECT_EQ(block.text, "one two three");
  EXPECT_EQ(block.map.segments().size(), 1U);
}

TEST(BlockBuilder, MapsBackAcrossMarkupAndEntities) {
  Built built("safe &amp; <b>proven</b> cure");
  built.builder.open(BlockKind::Paragraph);
  built.builder.text({0, 5});
  built.builder.replacement("&", {5, 10});
  built.builder.text({10, 11});
  built.builder.text({14, 20});
  built.builder.text({24, 29});
  const Block& block = built.finish().blocks[0];
  ASSERT_EQ(block.text, "safe & proven cure");
  EXPECT_EQ(block.map.to_source({5, 6}), (SourceSpan{5, 10}));
  EXPECT_EQ(block.map.to_source({7, 13}), (SourceSpan{14, 20}));
  EXPECT_EQ(block.map.to_source({8, 11}), (SourceSpan{15, 18}));
  EXPECT_EQ(block.map.to_source({0, 18}), (SourceSpan{0, 29}));
  EXPECT_EQ(block.map.to_source({9, 9}), (SourceSpan{16, 16}));
  EXPECT_EQ(block.map.to_source({18, 18}), (SourceSpan{29, 29}));
}

TEST(BlockBuilder, SeparatesWordsAtSoftBreaks) {
  Built built("one<br>two");
  built.builder.open(BlockKind::Paragraph);
  built.builder.text({0, 3});
  built.builder.space({3, 7});
  built.builder.text({7, 10});
  built.builder.space({10, 10});
  EXPECT_EQ(built.finish().blocks[0].text, "one two");
}

TEST(BlockBuilder, KnowsTheHeadingAboveABlock) {
  Built built("abcdefg");
  auto add = [&built, at = std::size_t{0}](BlockKind kind, int level) mutable {
    built.builder.open(kind, level);
    built.builder.text({at, at + 1});
    ++at;
  };
  add(BlockKind::Paragraph, 0);
  add(BlockKind::Heading, 1);
  add(BlockKind::Heading, 3);
  add(BlockKind::Paragraph, 0);
  add(BlockKind::Heading, 2);
  add(BlockKind::ListItem, 1);
  add(BlockKind::Heading, 1);
  const auto& blocks = built.finish().blocks;
  const std::optional<std::uint32_t> expected[] = {std::nullopt, std::nullopt, 1, 2, 1, 4, std::nullopt};
  for (std::size_t i = 0; i < blocks.size(); ++i) EXPECT_EQ(blocks[i].heading, expected[i]) << i;
}

TEST(BlockBuilder, PlacesAnchorTextWithoutSpacesAround) {
  Built built("see this page now");
  built.builder.open(BlockKind::Paragraph);
  built.builder.text({0, 4});
  built.builder.begin_link("x", {0, 0}, LinkRole::Inline);
  built.builder.text({4, 13});
  built.builder.end_link();
  built.builder.text({13, 17});
  const Document& document = built.finish();
  EXPECT_EQ(document.blocks[0].text.substr(document.links[0].text.begin, document.links[0].text.size()), "this page");
}

TEST(BlockBuilder, ClosesALinkThatAnotherBeginsIn) {
  Built built("onetwo");
  built.builder.open(BlockKind::Paragraph);
  built.builder.begin_link("x", {0, 0}, LinkRole::Inline);
  built.builder.text({0, 3});
  built.builder.begin_link("y", {0, 0}, LinkRole::Inline);
  built.builder.text({3, 6});
  const Document& document = built.finish();
  EXPECT_EQ(document.links[0].text, (TextSpan{0, 3}));
  EXPECT_EQ(document.links[1].text, (TextSpan{3, 6}));
}

TEST(BlockBuilder, MovesLinksOfEmptyBlocksToThePrecedingBlock) {
  Built built("text");
  built.builder.open(BlockKind::Paragraph);
  built.builder.text({0, 4});
  built.builder.open(BlockKind::Paragraph);
  built.builder.begin_link("icon", {0, 0}, LinkRole::Inline);
  const Document& document = built.finish();
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.links[0].block, 0U);
  EXPECT_EQ(document.links[0].text, (TextSpan{4, 4}));
}

TEST(BlockBuilder, KeepsLinksOfEmptyBlocksInTheirZone) {
  Built built("text");
  built.builder.open(BlockKind::Paragraph);
  built.builder.text({0, 4});
  built.builder.set_zone(Zone::Footer);
  for (const char* icon : {"a", "b"}) {
    built.builder.open(BlockKind::Paragraph);
    built.builder.begin_link(icon, {0, 0}, LinkRole::Inline);
  }
  const Document& document = built.finish();
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[1].zone, Zone::Footer);
  EXPECT_EQ(document.links[0].block, 1U);
  EXPECT_EQ(document.links[1].block, 1U);
}

TEST(BlockBuilder, KeepsAnEmptyFirstBlockThatHasLinks) {
  Built built("x");
  built.builder.begin_link("icon", {0, 0}, LinkRole::Inline);
  EXPECT_EQ(built.finish().blocks.size(), 1U);
}

TEST(BlockBuilder, GivesZoneRoleAndGroupToTheBlocksThatFollow) {
  Built built("ab");
  built.builder.set_zone(Zone::Footer);
  built.builder.set_role(Role::Quotation);
  const std::uint32_t group = built.builder.new_group();
  built.builder.open(BlockKind::TableCell);
  built.builder.set_cell(2, true);
  built.builder.text({0, 1});
  built.builder.set_group(0);
  built.builder.text({1, 2});
  const Block& block = built.finish().blocks[0];
  EXPECT_EQ(block.zone, Zone::Footer);
  EXPECT_EQ(block.role, Role::Quotation);
  EXPECT_EQ(block.group, group);
  EXPECT_EQ(block.column, 2U);
  EXPECT_TRUE(block.header_cell);
}

TEST(BlockBuilder, ContinuesAFullBlockInOneLikeIt) {
  Built built("one <b>two</b> three", 3);
  built.builder.set_zone(Zone::Footer);
  built.builder.set_role(Role::Quotation);
  const std::uint32_t group = built.builder.new_group();
  built.builder.open(BlockKind::TableCell);
  built.builder.set_cell(2, true);
  built.builder.set_zone(Zone::Body);
  built.builder.set_role(Role::None);
  built.builder.set_group(0);
  for (const SourceSpan part : {SourceSpan{0, 4}, {7, 10}, {14, 20}}) built.builder.text(part);
  const Document& document = built.finish();
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) {
    texts.push_back(block.text);
    EXPECT_EQ(block.kind, BlockKind::TableCell);
    EXPECT_EQ(block.zone, Zone::Footer);
    EXPECT_EQ(block.role, Role::Quotation);
    EXPECT_EQ(block.group, group);
    EXPECT_EQ(block.column, 2U);
    EXPECT_TRUE(block.header_cell);
  }
  EXPECT_EQ(texts, (std::vector<std::string>{"one", "two", "three"}));
  EXPECT_EQ(document.blocks[2].map.to_source({0, 5}), (SourceSpan{15, 20}));
}

TEST(BlockBuilder, ContinuesTheLinkOfAFullBlock) {
  Built built("see <a>this <b>page", 6);
  built.builder.text({0, 4});
  built.builder.begin_link("x", {5, 6}, LinkRole::Button);
  built.builder.text({7, 12});
  built.builder.text({15, 19});
  built.builder.end_link();
  const Document& document = built.finish();
  ASSERT_EQ(document.links.size(), 2U);
  EXPECT_EQ(document.links[0].text, (TextSpan{4, 8}));
  EXPECT_EQ(document.links[1].text, (TextSpan{0, 4}));
  EXPECT_EQ(document.links[1].block, 1U);
  EXPECT_EQ(document.links[1].address, "x");
  EXPECT_EQ(document.links[1].address_span, (SourceSpan{5, 6}));
  EXPECT_EQ(document.links[1].role, LinkRole::Button);
}

}  // namespace
}  // namespace hypelint
