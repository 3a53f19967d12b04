#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/parsers.h"
#include "support/document_checks.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;

struct Parsed {
  explicit Parsed(std::string bytes) : source(Source::from_bytes("a.txt", std::move(bytes))), document(parse(source)) {
    testing::check_document(document);
  }
  // "kind: text" of each block; headings and list items with their level.
  std::vector<std::string> outline() const {
    std::vector<std::string> lines;
    for (const Block& block : document.blocks) {
      const std::string level = block.level > 0 ? std::to_string(block.level) : "";
      lines.push_back(std::string(to_string(block.kind)) + level + ": " + block.text);
    }
    return lines;
  }
  Source source;
  Document document;
};

TEST(Plain, SplitsParagraphsAtBlankLines) {
  const Parsed parsed("The first paragraph ends here.\n\nthe second one starts\n \t \r\nand the third.\r\n");
  EXPECT_THAT(parsed.outline(), ElementsAre("paragraph: The first paragraph ends here.",
                                            "paragraph: the second one starts", "paragraph: and the third."));
}

TEST(Plain, TakesEachLineOfAPastedPageAsABlock) {
  const Parsed parsed(
      "Our centre treats people from forty countries.\n"
      "Every plan is written by two physicians.\n"
      "Recovery takes between six and nine weeks, and a nurse calls twice a week during that time to ask how it "
      "goes.\n");
  EXPECT_EQ(parsed.document.blocks.size(), 3U);
}

TEST(Plain, JoinsHardWrappedLines) {
  const Parsed parsed(
      "The cells are taken from the marrow of the patient, cleaned, and\n"
      "given back within a day. Whether this helps is not known, since\n"
      "no controlled study has been done.\n");
  EXPECT_THAT(parsed.outline(), ElementsAre("paragraph: The cells are taken from the marrow of the patient, cleaned, "
                                            "and given back within a day. Whether this helps is not known, since no "
                                            "controlled study has been done."));
}

TEST(Plain, KeepsShortLabelsApart) {
  const Parsed parsed("Duration\nNot specified\nSize\nSeventeen hundred people have had this treatment so far.\n");
  EXPECT_EQ(parsed.document.blocks.size(), 4U);
}

TEST(Plain, GuessesHeadings) {
  const Parsed parsed(
      "Knee repair without surgery\n\nWhat makes it different?\n\nIt uses your own cells, which are harmless.\n\n"
      "Costs\nA course costs as much as a small car, and insurers do not pay for it.\n\nthanks for reading");
  EXPECT_THAT(parsed.outline(),
              ElementsAre("heading1: Knee repair without surgery", "heading2: What makes it different?",
                          "paragraph: It uses your own cells, which are harmless.", "heading2: Costs",
                          "paragraph: A course costs as much as a small car, and insurers do not pay for it.",
                          "paragraph: thanks for reading"));
}

TEST(Plain, CountsWordsBetweenTabsInHeadings) {
  const Parsed parsed(
      "Costs\n\nVisit\tone two\tthree four\tfive six\tseven eight\tnine ten\televen twelve\n\nWe help.");
  EXPECT_THAT(
      parsed.outline(),
      ElementsAre("heading1: Costs", "paragraph: Visit one two three four five six seven eight nine ten eleven twelve",
                  "paragraph: We help."));
}

TEST(Plain, LeavesSentencesAddressesAndCallsAsParagraphs) {
  for (const std::string line : {"We are open.", "Write to us at a@b.example", "Read more →",
                                 "The steps are:", "Visit www.clinic.example", "lower case start", "A | B | C"}) {
    const Parsed parsed("Title\n\n" + line + "\n\nThis is a paragraph that follows.");
    ASSERT_EQ(parsed.document.blocks.size(), 3U) << line;
    EXPECT_EQ(parsed.document.blocks[1].kind, BlockKind::Paragraph) << line;
  }
}

TEST(Plain, KnowsBullets) {
  for (const std::string marker :
       {"- ", "* ", "• ", "•", "· ", "– ", "✓ ", "✅ ", "🔹 ", "1. ", "2) ", "(3) ", "(b) ", "• \u00A0"}) {
    const Parsed parsed("Benefits include:\n" + marker + "less pain\n" + marker + "more sleep\n");
    EXPECT_THAT(parsed.outline(),
                ElementsAre("paragraph: Benefits include:", "list-item1: less pain", "list-item1: more sleep"))
        << marker;
    EXPECT_EQ(parsed.document.blocks[1].lead_in, 0U);
    EXPECT_EQ(parsed.document.blocks[2].lead_in, 0U);
    EXPECT_EQ(parsed.document.blocks[1].group, parsed.document.blocks[2].group);
  }
}

TEST(Plain, TakesNoBulletWhereThereIsNone) {
  for (const std::string line : {"-5 degrees was the lowest.", "1.5 million people came.", "2014. A good year it was.",
                                 "A. Smith wrote this.", "*Terms apply."}) {
    const Parsed parsed("Opening words that end here.\n\n" + line);
    EXPECT_EQ(parsed.document.blocks[1].kind, BlockKind::Paragraph) << line;
    EXPECT_EQ(parsed.document.blocks[1].text, line);
  }
}

TEST(Plain, NestsBulletsByIndent) {
  const Parsed parsed(
      "Phases:\n- before\n  - tests:\n    - blood\n- after\n\nA new paragraph ends the list.\n\n- other");
  EXPECT_THAT(parsed.outline(),
              ElementsAre("paragraph: Phases:", "list-item1: before", "list-item2: tests:", "list-item3: blood",
                          "list-item1: after", "paragraph: A new paragraph ends the list.", "list-item1: other"));
  const auto& blocks = parsed.document.blocks;
  EXPECT_EQ(blocks[4].lead_in, 0U);
  EXPECT_EQ(blocks[3].lead_in, 2U);
  EXPECT_EQ(blocks[6].lead_in, std::nullopt);
  EXPECT_NE(blocks[6].group, blocks[1].group);
}

TEST(Plain, ReadsAnItemWhoseTextStandsBelowItsNumber) {
  const Parsed parsed("Findings\n\n  • 1\n    Pain fell in most people.\n  • 2\n    Sleep did not change.\n");
  EXPECT_THAT(parsed.outline(), ElementsAre("heading1: Findings", "list-item1: Pain fell in most people.",
                                            "list-item1: Sleep did not change."));
}

TEST(Plain, TakesNumberedLinesOverProseAsHeadings) {
  const Parsed parsed(
      "Where to go\n\n1. Harbour Hospital\n\nThe hospital stands by the water and has treated people with back pain "
      "for "
      "more than thirty years.\n\n2. Hill Clinic\n\nThe clinic stands on the hill and has treated people with knee "
      "pain "
      "for almost as long as that.\n");
  EXPECT_EQ(parsed.document.blocks[1].kind, BlockKind::Heading);
  EXPECT_EQ(parsed.document.blocks[1].text, "Harbour Hospital");
  EXPECT_EQ(parsed.document.blocks[3].kind, BlockKind::Heading);
}

TEST(Plain, TakesHashesAsHeadingsOfTheirLevel) {
  const Parsed parsed("# Guide\n### Is it free?\nYes, it is free of charge.\n");
  EXPECT_THAT(parsed.outline(),
              ElementsAre("heading1: Guide", "heading3: Is it free?", "paragraph: Yes, it is free of charge."));
}

TEST(Plain, FindsAddresses) {
  struct Case {
    std::string text;
    std::string_view anchor;
    std::string_view address;
  };
  const Case cases[] = {
      {"see https://a.example/x?y=1, please", "https://a.example/x?y=1", "https://a.example/x?y=1"},
      {"(HTTP://a.example/b_(c)).", "HTTP://a.example/b_(c)", "HTTP://a.example/b_(c)"},
      {"at www.a.example.", "www.a.example", "www.a.example"},
      {"“http://a.example”", "http://a.example", "http://a.example"},
      {"mail to: jo.doe+x@a.example!", "jo.doe+x@a.example", "mailto:jo.doe+x@a.example"},
  };
  for (const Case& c : cases) {
    const Parsed parsed(c.text);
    ASSERT_EQ(parsed.document.links.size(), 1U) << c.text;
    const Link& link = parsed.document.links[0];
    EXPECT_EQ(link.address, c.address);
    EXPECT_EQ(link.role, LinkRole::Autolink);
    EXPECT_EQ(parsed.document.blocks[0].text.substr(link.text.begin, link.text.size()), c.anchor);
    EXPECT_EQ(parsed.source.text().substr(link.address_span.begin, c.anchor.size()), c.anchor);
  }
}

TEST(Plain, FindsNoAddressInWords) {
  for (const std::string text : {"awww.", "www.", "http://", "a @ b", "@name", "a@b", "2@x.", "xhttp://a.example"}) {
    EXPECT_TRUE(Parsed(text).document.links.empty()) << text;
  }
}

TEST(Plain, TakesOneBlockPerBibliographicEntry) {
  const Parsed parsed(
      "Title of it\n\nCells help some people [1].\n\nReferences\n[1] Doe J. On cells. Lancet 2019\n"
      "2. Roe R. Knees of Europe 2021\nPoe P. Hips\n\nAbout us\n\nWe are a small publisher of magazines.");
  EXPECT_THAT(parsed.outline(), ElementsAre("heading1: Title of it", "paragraph: Cells help some people [1].",
                                            "heading2: References", "paragraph: [1] Doe J. On cells. Lancet 2019",
                                            "list-item1: 2. Roe R. Knees of Europe 2021", "paragraph: Poe P. Hips",
                                            "heading2: About us", "paragraph: We are a small publisher of magazines."));
  const auto& blocks = parsed.document.blocks;
  EXPECT_EQ(blocks[2].role, Role::None);
  for (const std::size_t i : {3, 4, 5}) EXPECT_EQ(blocks[i].role, Role::References) << i;
  EXPECT_EQ(blocks[7].role, Role::None);
}

TEST(Plain, EndsReferencesAtAHeadingWhateverStandsBefore) {
  const Parsed parsed(
      "Cells help some people [1].\n\nReferences\n\n1. Doe J. On cells. Lancet 2019\n\nOur promise\n\n"
      "Our therapy cures cancer in all people.");
  EXPECT_THAT(parsed.outline(), ElementsAre("paragraph: Cells help some people [1].", "heading2: References",
                                            "list-item1: 1. Doe J. On cells. Lancet 2019", "heading2: Our promise",
                                            "paragraph: Our therapy cures cancer in all people."));
  EXPECT_EQ(parsed.document.blocks[2].role, Role::References);
  EXPECT_EQ(parsed.document.blocks[4].role, Role::None);
}

TEST(Plain, DropsLinesWithoutWords) {
  EXPECT_THAT(Parsed("One thing is said.\n\n###\n-----\n\nAnother thing is said.").outline(),
              ElementsAre("paragraph: One thing is said.", "paragraph: Another thing is said."));
}

TEST(Plain, ReadsLineEndsOfAllSystems) {
  const auto expected = Parsed("Title here\n\nOne sentence stands here.\n").outline();
  EXPECT_EQ(Parsed("Title here\r\n\r\nOne sentence stands here.\r\n").outline(), expected);
  EXPECT_EQ(Parsed("Title here\r\rOne sentence stands here.\r").outline(), expected);
}

}  // namespace
}  // namespace hypelint
