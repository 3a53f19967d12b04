#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "document/disclaimers.h"
#include "document/parsers.h"
#include "document/reviews.h"
#include "document/section_names.h"
#include "support/linear_time.h"

namespace hypelint {
namespace {

Block make_block(BlockKind kind, std::string text, int level = 0, std::uint32_t group = 0) {
  Block block;
  block.kind = kind;
  block.text = std::move(text);
  block.level = level;
  block.group = group;
  return block;
}

Document classified(std::vector<Block> blocks) {
  Document document;
  document.blocks = std::move(blocks);
  classify_blocks(document);
  return document;
}

TEST(SectionNames, KnowReferenceLists) {
  for (const std::string_view name : {"References", "REFERENCES:", "7. Sources", "Bibliography and links",
                                      "Notes & References", "Further Reading", "Works cited"}) {
    EXPECT_TRUE(names_reference_section(name)) << name;
  }
  for (const std::string_view name :
       {"Sources of stem cells", "Reference ranges", "Literature review of results", ""}) {
    EXPECT_FALSE(names_reference_section(name)) << name;
  }
}

TEST(Disclaimers, AreSentencesThatDenyReliance) {
  for (const std::string_view text :
       {"This page is FOR INFORMATIONAL PURPOSES ONLY.", "The text is not intended as medical advice.",
        "*These statements have not been evaluated by the Food and Drug Administration.",
        "It is not intended to diagnose, treat, cure, or prevent any disease.", "*Individual results may vary.",
        "Our pages do not constitute medical advice.", "Please note that results may vary.",
        "The information on this page is not medical advice."}) {
    EXPECT_TRUE(reads_as_disclaimer(text)) << text;
  }
  for (const std::string_view text : {"We do not endorsement deals.", "It cures pain.", "Medical advice is free here.",
                                      "Our pills cure knee pain, though results may vary.",
                                      "Our pills work within days; consult your doctor before.", ""}) {
    EXPECT_FALSE(reads_as_disclaimer(text)) << text;
  }
}

TEST(Disclaimers, FillABlockWithAllItsSentences) {
  for (const std::string_view text :
       {"Results may vary.", "*Results may vary. For informational purposes only!", "Disclaimer: read this first.",
        "Medical disclaimer: we mean well. Read this first."}) {
    EXPECT_TRUE(is_disclaimer(text)) << text;
  }
  for (const std::string_view text :
       {"Our tea cures colds. Results may vary.", "Results may vary. Our tea cures colds.",
        "It helps.* *This page is for informational purposes only.", "Our tea cures colds", "...", ""}) {
    EXPECT_FALSE(is_disclaimer(text)) << text;
  }
}

TEST(Reviews, AreAnnouncedByHeadings) {
  for (const std::string_view heading :
       {"Reviews", "Testimonials", "Patient Reviews", "Our Google reviews", "What our patients are saying about us",
        "What Clients Say", "What people say about us", "Stories from our patients", "Success stories",
        "Loved by our guests", "Patient reviews | Sunrise Clinic", "Testimonials - Sunrise",
        "Reviews: real customers"}) {
    EXPECT_TRUE(names_review_section(heading)) << heading;
  }
  for (const std::string_view heading :
       {"Systematic reviews", "Real people, real experiences", "What they did", "Literature review",
        "Reviews of five collagen powders", "What our surgeons do", "What the studies say",
        "The stories behind our clinic", "Stories", "Patient feedback form", "Loved by nature",
        "Our experiences with robots", ""}) {
    EXPECT_FALSE(names_review_section(heading)) << heading;
  }
}

TEST(Reviews, AreRatedWithStarsAlone) {
  EXPECT_TRUE(is_star_rating("★★★★★"));
  EXPECT_TRUE(is_star_rating("★★☆"));
  EXPECT_FALSE(is_star_rating("★★"));
  EXPECT_FALSE(is_star_rating("★★★★★ from Ana"));
  EXPECT_FALSE(is_star_rating("***"));
  EXPECT_FALSE(is_star_rating(""));
}

TEST(Reviews, SpeakInTheFirstPerson) {
  for (const std::string_view text :
       {"I walk again.", "They saved me.", "Thanks! I've slept.", "\"Great team.\" Ana"}) {
    EXPECT_TRUE(reads_as_review(text)) << text;
  }
  for (const std::string_view text : {"Ice melts.", "We collect reviews.", "Type II diabetes", ""}) {
    EXPECT_FALSE(reads_as_review(text)) << text;
  }
}

TEST(Classify, FindsReviewsBelowTheirHeadingTheirStarsAndOnTheirPage) {
  const Document section = classified(
      {make_block(BlockKind::Heading, "What our patients say", 2), make_block(BlockKind::Paragraph, "I walk again."),
       make_block(BlockKind::Heading, "Knees", 3), make_block(BlockKind::ListItem, "My knee is mended."),
       make_block(BlockKind::Paragraph, "The clinic collects these."), make_block(BlockKind::Heading, "Costs", 2),
       make_block(BlockKind::Paragraph, "I asked about them."), make_block(BlockKind::Paragraph, "★★★★★"),
       make_block(BlockKind::Paragraph, "I came back."), make_block(BlockKind::Paragraph, "I am the owner.")});
  std::vector<Role> roles;
  for (const Block& block : section.blocks) roles.push_back(block.role);
  constexpr Role kNone = Role::None;
  constexpr Role kReview = Role::Review;
  EXPECT_EQ(roles, (std::vector{kNone, kReview, kNone, kReview, kNone, kNone, kNone, kNone, kReview, kNone}));
  const Document page =
      classified({make_block(BlockKind::Title, "Testimonials | Sunrise"), make_block(BlockKind::Heading, "Welcome", 1),
                  make_block(BlockKind::Paragraph, "I walk again.")});
  EXPECT_EQ(page.blocks[2].role, Role::Review);
}

TEST(Disclaimers, AreReadInLinearTime) {
  const auto text = [](std::size_t bytes) {
    return "a b c d e f g h " + std::string(bytes / 2, 'x') + testing::repeated(" not medical advice", bytes / 2);
  };
  const auto read = [](const std::string& sentence) { EXPECT_FALSE(reads_as_disclaimer(sentence)); };
  EXPECT_TRUE(testing::takes_linear_time(text, read));
}

TEST(SectionNames, KnowBibliographicEntries) {
  EXPECT_TRUE(reads_as_bibliographic_entry("Doe J, Roe R. On knees. J Knee. 2019;12(3):45-50."));
  EXPECT_TRUE(reads_as_bibliographic_entry("Doe J et al. On hips. 2020"));
  EXPECT_FALSE(reads_as_bibliographic_entry("We opened in 2019 at 9:30 with 12 people."));
  EXPECT_FALSE(reads_as_bibliographic_entry("No year here, et al."));
}

TEST(Classify, GivesARoleToTheWholeSection) {
  const Document document =
      classified({make_block(BlockKind::Heading, "Disclaimer", 2), make_block(BlockKind::Paragraph, "We mean well."),
                  make_block(BlockKind::Heading, "More", 3), make_block(BlockKind::Paragraph, "Very well."),
                  make_block(BlockKind::Heading, "Costs", 2), make_block(BlockKind::Paragraph, "It is dear.")});
  EXPECT_EQ(document.blocks[1].role, Role::Disclaimer);
  EXPECT_EQ(document.blocks[3].role, Role::Disclaimer);
  EXPECT_EQ(document.blocks[5].role, Role::None);
}

TEST(Classify, EndsASectionWhereTheZoneChanges) {
  std::vector<Block> blocks = {make_block(BlockKind::Heading, "References", 2),
                               make_block(BlockKind::ListItem, "An entry"),
                               make_block(BlockKind::Paragraph, "All rights reserved")};
  blocks[2].zone = Zone::Footer;
  const Document document = classified(std::move(blocks));
  EXPECT_EQ(document.blocks[1].role, Role::References);
  EXPECT_EQ(document.blocks[2].role, Role::None);
}

TEST(Classify, FindsEntriesAtTheEndWithoutAHeading) {
  const Document document = classified({make_block(BlockKind::Paragraph, "Cells help [1]."),
                                        make_block(BlockKind::Paragraph, "[1] Doe J. J Knee. 2019;12(3):45."),
                                        make_block(BlockKind::Paragraph, "[2] Roe R, et al. J Hip. 2020."),
                                        make_block(BlockKind::Paragraph, "Share this page")});
  EXPECT_EQ(document.blocks[0].role, Role::None);
  EXPECT_EQ(document.blocks[1].role, Role::References);
  EXPECT_EQ(document.blocks[2].role, Role::References);
  EXPECT_EQ(document.blocks[3].role, Role::None);
}

// One letter per block: "r" for references, "." for no role.
std::string roles_of(const Document& document) {
  std::string roles;
  for (const Block& block : document.blocks) roles += block.role == Role::References ? 'r' : '.';
  return roles;
}

TEST(Classify, EndsReferencesWhereProseFollowsTheList) {
  const Block heading = make_block(BlockKind::Heading, "References", 2);
  const Block item = make_block(BlockKind::ListItem, "Ito K. Cells in rats.", 1, 1);
  const Block entry = make_block(BlockKind::Paragraph, "Roe R. On hips. 2019.");
  const Block promise = make_block(BlockKind::Paragraph, "Our therapy cures cancer.");
  const Block plain = make_block(BlockKind::Paragraph, "The clinic lies on the hill and opens every day.");
  const Block deeper = make_block(BlockKind::Heading, "Ready to start?", 3);
  const Block call = make_block(BlockKind::Paragraph, "Book a visit");
  const Block note = make_block(BlockKind::Paragraph, "Accessed in March");
  EXPECT_EQ(roles_of(classified({heading, item, item, promise})), ".rr.");
  EXPECT_EQ(roles_of(classified({heading, entry, entry, plain, call})), ".rr..");
  EXPECT_EQ(roles_of(classified({heading, item, deeper, call})), ".r..");
  EXPECT_EQ(roles_of(classified({heading, item, note})), ".rr");
  const Block other = make_block(BlockKind::ListItem, "It helps everyone you know.", 1, 2);
  EXPECT_EQ(roles_of(classified({heading, item, promise, other, other})), ".r...");
}

TEST(Classify, KeepsProseAmongReferences) {
  const Block heading = make_block(BlockKind::Heading, "References", 2);
  const Block lead_in = make_block(BlockKind::Paragraph, "We read these papers, and so should you.");
  const Block deeper = make_block(BlockKind::Heading, "Books", 3);
  const Block item = make_block(BlockKind::ListItem, "Know your numbers: what you need to ask.", 1, 1);
  const Block annotated = make_block(BlockKind::Paragraph, "[2] A book that we liked: it tells you all.");
  EXPECT_EQ(roles_of(classified({heading, lead_in, item, deeper, annotated})), ".rrrr");
}

TEST(Classify, LeavesProseToTheReaderInASectionWithoutEntries) {
  const Block heading = make_block(BlockKind::Heading, "Sources", 2);
  const Block name = make_block(BlockKind::Paragraph, "The registry of knees");
  const Block promise = make_block(BlockKind::Paragraph, "Our therapy cures knee pain.");
  EXPECT_EQ(roles_of(classified({heading, name, name})), ".rr");
  EXPECT_EQ(roles_of(classified({heading, name, promise})), "...");
}

TEST(Classify, TakesTheirRoleFromNotesThatAreNoSources) {
  const auto role_of_note = [](std::string text, bool linked = false) {
    Document document;
    document.blocks.push_back(make_block(BlockKind::Paragraph, std::move(text)));
    document.blocks[0].role = Role::References;
    if (linked) document.links.push_back({"/x", {}, 0, {0, 1}, LinkRole::Inline});
    classify_blocks(document);
    return document.blocks[0].role;
  };
  EXPECT_EQ(role_of_note("Our therapy cures knee pain."), Role::None);
  EXPECT_EQ(role_of_note("The therapy cures knee pain in all who try it."), Role::None);
  EXPECT_EQ(role_of_note("The therapy cures knee pain in all who try it.", true), Role::References);
  EXPECT_EQ(role_of_note("The therapy helps most knees, says the ministry in 2019."), Role::References);
  EXPECT_EQ(role_of_note("Roe R et al. Our knees and what they tell you. 2019."), Role::References);
  EXPECT_EQ(role_of_note("A study."), Role::References);
}

TEST(Classify, FindsEntriesBelowAParagraphThatNamesThem) {
  const Block name = make_block(BlockKind::Paragraph, "References:");
  const Block item = make_block(BlockKind::ListItem, "Ito K. Cells in rats.", 1, 1);
  const Block share = make_block(BlockKind::Paragraph, "Tell everyone who may want to hear about it, and do so today!");
  EXPECT_EQ(roles_of(classified({name, item, item, share})), ".rr.");
  EXPECT_EQ(roles_of(classified({name, share})), "..");
}

TEST(Classify, FindsASingleEntryInBracketsAtTheEnd) {
  const Block text = make_block(BlockKind::Paragraph, "Cells grew in rats [1].");
  EXPECT_EQ(roles_of(classified({text, make_block(BlockKind::Paragraph, "[1] Ito K, et al. J Cell Res 2014;3:12.")})),
            ".r");
  EXPECT_EQ(roles_of(classified({text, make_block(BlockKind::Paragraph, "[1] https://example.org/a")})), ".r");
  EXPECT_EQ(roles_of(classified({text, make_block(BlockKind::Paragraph, "1. Ito K, et al. J Cell Res 2014;3:12.")})),
            "..");
  EXPECT_EQ(roles_of(classified({text, make_block(BlockKind::Paragraph, "[1] In rats, not in people")})), "..");
}

TEST(Classify, LinksItemsToTheirLeadIn) {
  const Document document =
      classified({make_block(BlockKind::Paragraph, "It helps with:"), make_block(BlockKind::ListItem, "pain", 1, 1),
                  make_block(BlockKind::ListItem, "parts:", 1, 1), make_block(BlockKind::ListItem, "knee", 2, 2),
                  make_block(BlockKind::ListItem, "sleep", 1, 1), make_block(BlockKind::ListItem, "other list", 1, 3)});
  EXPECT_EQ(document.blocks[1].lead_in, 0U);
  EXPECT_EQ(document.blocks[3].lead_in, 2U);
  EXPECT_EQ(document.blocks[4].lead_in, 0U);
  EXPECT_EQ(document.blocks[5].lead_in, std::nullopt);
}

Document with_link(std::string text, TextSpan anchor, Zone zone = Zone::Body) {
  Document document;
  document.blocks.push_back(make_block(BlockKind::Paragraph, std::move(text)));
  document.blocks[0].zone = zone;
  document.links.push_back({"/x", {}, 0, anchor, LinkRole::Inline});
  classify_blocks(document);
  return document;
}

TEST(Classify, TurnsLoneCallsToActionIntoButtons) {
  const Document button = with_link("Book your visit →", {0, 15});
  EXPECT_EQ(button.blocks[0].kind, BlockKind::Button);
  EXPECT_EQ(button.links[0].role, LinkRole::Button);
  EXPECT_EQ(with_link("Please read and Book now", {16, 24}).blocks[0].kind, BlockKind::Paragraph);
  EXPECT_EQ(with_link("Bookkeeping rules", {0, 17}).blocks[0].kind, BlockKind::Paragraph);
  EXPECT_EQ(with_link("Get all that you ever wanted here", {0, 33}).blocks[0].kind, BlockKind::Paragraph);
  EXPECT_EQ(with_link("Book now", {0, 8}, Zone::Navigation).blocks[0].kind, BlockKind::Paragraph);
}

}  // namespace
}  // namespace hypelint
