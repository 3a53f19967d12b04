#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "document/document_lines.h"
#include "document/parsers.h"
#include "support/document_checks.h"
#include "support/linear_time.h"

namespace hypelint {
namespace {

using testing::check_document;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using testing::lines_of;

struct Parsed {
  explicit Parsed(std::string text) : source(Source::from_bytes("a.md", std::move(text))) {
    document.source = &source;
    BlockBuilder builder(source, document);
    body = parse_front_matter(source, builder, document);
    builder.close();
  }
  [[nodiscard]] std::string_view rest() const { return source.text().substr(body); }
  Source source;
  Document document;
  std::size_t body = 0;
};

struct Case {
  const char* name;
  std::string text;
  std::vector<std::string> blocks;
  friend std::ostream& operator<<(std::ostream& out, const Case& each) { return out << each.name; }
};

class FrontMatter : public ::testing::TestWithParam<Case> {};

TEST_P(FrontMatter, GivesProseAsBlocksOfTheHead) {
  const Parsed parsed(GetParam().text + "Body.\n");
  EXPECT_EQ(parsed.rest(), "Body.\n");
  EXPECT_THAT(lines_of(parsed.document), ElementsAreArray(GetParam().blocks));
  for (const Block& block : parsed.document.blocks) EXPECT_EQ(block.zone, Zone::Head);
  check_document(parsed.document);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, FrontMatter,
    ::testing::ValuesIn(std::vector<Case>{
        {"plain", "---\ntitle: A guide\ndescription: What to ask\n---\n", {"title: A guide", "summary: What to ask"}},
        {"quoted",
         "---\ntitle: 'It''s here'\nsummary: \"Say \\\"no\\\"\"\n---\n",
         {"title: It's here", "summary: Say \"no\""}},
        {"folded", "---\ndescription: >-\n  One two\n  three.\n---\n", {"summary: One two three."}},
        {"literal_paragraphs", "---\nabstract: |\n  One.\n\n  Two.\n---\n", {"summary: One.", "summary: Two."}},
        {"plain_over_lines", "---\nsummary: One\n  two\n---\n", {"summary: One two"}},
        {"faq", "---\nfaq:\n  - q: Safe?\n    a: Quite.\n---\n", {"summary: Safe?", "summary: Quite."}},
        {"any_sentence",
         "---\nhero: We are here to help you\nnote: short one\n---\n",
         {"summary: We are here to help you"}},
        {"button", "---\ncta_text: Book now\ncta_url: /book\n---\n", {"summary: Book now"}},
        {"json_ld", "---\nextra: |\n  {\"name\": \"a b c d e f g\"}\n---\n", {}},
        {"label_in_brackets",
         "---\ntitle: \"[Sponsored] A new tea\"\nsummary: \"{Ad} It helps [all]\"\nlead: \"[Ad It helps\"\n---\n",
         {"title: [Sponsored] A new tea", "summary: {Ad} It helps [all]", "summary: [Ad It helps"}},
        {"data_in_brackets",
         "---\ntitle: \"[a, [b] c]\"\nsummary: '{\"x\": \"} y\"}'\nlead: \"[form id=1] \"\n---\n",
         {}},
        {"html", "---\ndescription: A <b>bold</b> move for < 5 EUR\n---\n", {"summary: A bold move for < 5 EUR"}},
        {"not_quite_yaml", "---\ntitle: Hope: at last\nlang: en\n---\n", {"title: Hope: at last"}},
        {"windows_line_ends", "---\r\ntitle: A guide\r\n---\r\n", {"title: A guide"}},
        {"carriage_returns",
         "---\rtitle: A guide\rabstract: |\r  One\r  two\r---\r",
         {"title: A guide", "summary: One two"}},
        {"not_quite_yaml_with_carriage_returns",
         "---\rtitle: Hope: at last\rlang: en\r---\r",
         {"title: Hope: at last"}},
        {"not_ascii", "---\nauthor: J\xC3\xBCrgen\ntitle: \"Caf\xC3\xA9 cure\"\n---\n", {"title: Caf\xC3\xA9 cure"}},
        {"empty", "---\n---\n", {}},
    }),
    [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(
    OtherLanguages, FrontMatter,
    ::testing::ValuesIn(std::vector<Case>{
        {"toml",
         "+++\ntitle = \"A guide\"\ndate = 2025-01-02\n[extra]\nlead = '''What\nto ask'''\n+++\n",
         {"title: A guide", "summary: What to ask"}},
        {"toml_not_ascii",
         "+++\n# \xC3\xA9t\xC3\xA9\nauthor = '\xC3\x89va'\ntitle = \"Caf\xC3\xA9 \\\"cure\\\"\"\n+++\n",
         {"title: Caf\xC3\xA9 \"cure\""}},
        {"toml_escapes", "+++\ntitle = \"Say \\\"no\\\"\"\n+++\n", {"title: Say \"no\""}},
        {"toml_continued_line", "+++\nsummary = \"\"\"One \\\n  two\"\"\"\n+++\n", {"summary: One two"}},
        {"toml_not_ascii_key", "+++\nété = 'x'\ntitle = 'A guide'\n+++\n", {"title: A guide"}},
        {"not_quite_toml",
         "+++\ntitle = \"Hope\"\ndraft = no\nsummary = It cures\n+++\n",
         {"title: Hope", "summary: It cures"}},
        {"toml_that_ends_in_a_key", "+++\ntitle = 'Hope'\n[=\n+++\n", {"title: Hope"}},
        {"toml_beyond_the_limit",
         "+++\ntitle = 'Hope'\nnotes = '" + std::string(70000, '1') + "'\n+++\n",
         {"title: Hope"}},
        {"json_html",
         "{\n \"lead\": \"A \\u003cb\\u003ebold\\u003c/b\\u003e\\u003cbr\\u003emove for \\u003c 5 EUR\"\n}\n",
         {"summary: A bold move for < 5 EUR"}},
        {"json_paragraphs", "{\n \"lead\": \"One.\\n\\nTwo.\"\n}\n", {"summary: One.", "summary: Two."}},
        {"json_surrogates", "{\n \"lead\": \"\\ud83d\\ude00 Hi\"\n}\n", {"summary: \xF0\x9F\x98\x80 Hi"}},
        {"json",
         "{\n \"title\": \"A guide\",\n \"draft\": true,\n \"faq\": [{\"question\": \"Is it \\u0073afe?\"}]\n}\n",
         {"title: A guide", "summary: Is it safe?"}},
    }),
    [](const auto& each) { return each.param.name; });

TEST(FrontMatterProperties, KeepTheRestWithItsPlace) {
  const Parsed parsed("---\nlang: de-CH\nSEO:\n  Slug: a-b\ntags: [x, y]\n---\n");
  EXPECT_EQ(parsed.document.language, "de-CH");
  std::vector<std::string> properties;
  for (const Property& property : parsed.document.properties) {
    properties.push_back(property.key + "=" + property.value);
    EXPECT_EQ(parsed.source.text().substr(property.span.begin, property.span.end - property.span.begin),
              property.value);
  }
  EXPECT_THAT(properties, ElementsAre("lang=de-CH", "seo.slug=a-b", "tags=x", "tags=y"));
}

TEST(FrontMatterMap, LeadsToTheWordsInTheSource) {
  const Parsed parsed("---\nname: \xE2\x80\x94\ndescription: >\n  one two\n  three\n---\n");
  const Block& block = parsed.document.blocks.back();
  ASSERT_EQ(block.text, "one two three");
  const SourceSpan span = block.map.to_source({4, 13});
  EXPECT_EQ(parsed.source.text().substr(span.begin, span.end - span.begin), "two\n  three");
}

TEST(FrontMatterMap, IsExactBehindEscapesAndProperties) {
  const std::vector<std::string> texts = {"---\nsummary: &x Our tea, it helps all\n---\n",
                                          "---\nsummary: !!str &x\n  \"Our \\\"new\\\" tea, it helps all\"\n---\n",
                                          "---\nsummary: &x >-\n  Our tea, it\n  helps all\n---\n",
                                          "---\nsummary: \"Our \\\"new\\\" tea \\u2014 it helps\\tall\"\n---\n",
                                          "---\nsummary: \"Our \\\n  tea \\x26 it\n\n  helps all\"\n---\n",
                                          "---\nsummary: 'Don''t ask: ''it'' helps all'\n---\n",
                                          "{\n \"summary\": \"Tea \\u0026 milk\\/water, it helps all\"\n}\n",
                                          "+++\nsummary = \"Café\\u2019s tea, it helps all\"\n+++\n"};
  for (const std::string& text : texts) {
    const Parsed parsed(text);
    const Block& block = parsed.document.blocks.back();
    for (const std::string word : {"it", "helps", "all"}) {
      const auto begin = static_cast<std::uint32_t>(block.text.find(word));
      const SourceSpan span = block.map.to_source({begin, begin + static_cast<std::uint32_t>(word.size())});
      EXPECT_EQ(parsed.source.text().substr(span.begin, span.end - span.begin), word) << text;
    }
    check_document(parsed.document);
  }
}

struct LinkCase {
  std::string value;
  std::string text;
  std::vector<std::string> links;  // "text -> address"
};

TEST(FrontMatterLinks, AreThoseOfMarkdownAndHtmlAndBareAddresses) {
  for (const LinkCase& each : std::vector<LinkCase>{
           {"Less pain ([Ito](https://x.org/a_(b))).", "Less pain (Ito).", {"Ito -> https://x.org/a_(b)"}},
           {"Ask <A class=b href='https://x.org/?a'>us <b>now</b></a>.", "Ask us now.", {"us now -> https://x.org/?a"}},
           {"See https://x.org/a, or <https://x.org/b>.",
            "See https://x.org/a, or https://x.org/b.",
            {"https://x.org/a -> https://x.org/a", "https://x.org/b -> https://x.org/b"}},
           {"[One](/1 'a b') [two]( /2 ) [three](/3", "One two [three](/3", {"One -> /1", "two -> /2"}},
           {"[a [b](/c) d](/e)", "a [b](/c) d", {"a [b](/c) d -> /e"}},
           {"![a](/b) <a>c</a> [d] (e) [f]g(h) i] [j", "![a](/b) c [d] (e) [f]g(h) i] [j", {}}}) {
    const Parsed parsed("---\nsummary: >\n  " + each.value + "\n---\n");
    EXPECT_EQ(parsed.document.blocks.size(), 1U);
    EXPECT_EQ(parsed.document.blocks[0].text, each.text);
    std::vector<std::string> links;
    for (const Link& link : parsed.document.links) {
      const std::string_view text = parsed.document.blocks[link.block].text;
      links.push_back(std::string(text.substr(link.text.begin, link.text.size())) + " -> " + link.address);
      EXPECT_EQ(parsed.source.text().substr(link.address_span.begin, link.address.size()), link.address);
    }
    EXPECT_THAT(links, ElementsAreArray(each.links)) << each.value;
    check_document(parsed.document);
  }
}

TEST(FrontMatterLinks, TakeLinearTime) {
  for (const std::string piece : {"[", "[a](", "](", "<a href=", "<a href='", "[a](b '", "a@", "[a](b) ", "<b>"}) {
    const auto text = [&](std::size_t bytes) {
      return "{\n\"lead\": \"" + testing::repeated(piece, bytes) + "\"\n}\n";
    };
    EXPECT_TRUE(testing::takes_linear_time(text, [](const std::string& json) { const Parsed parsed(json); })) << piece;
  }
}

TEST(FrontMatterAbsence, LeavesTheTextToTheBody) {
  for (const char* text :
       {"", "---", "---\n", "---\ntitle: never closed\n", "text\n---\na: b\n---\n", "{ not json\n}\n", "{\n"}) {
    const Parsed parsed(text);
    EXPECT_EQ(parsed.body, 0U) << text;
    EXPECT_THAT(parsed.document.blocks, IsEmpty()) << text;
  }
}

// `inside` in as many levels as 60 KB hold, each from `open` to `close`.
std::string deep(const std::string& open, const std::string& inside, const std::string& close) {
  const std::size_t levels = 60'000 / (open.size() + close.size());
  return testing::repeated(open, levels * open.size()) + inside + testing::repeated(close, levels * close.size());
}

TEST(FrontMatterTotality, HoldsForDeepNesting) {
  const std::string key = testing::repeated("a.", 500) + "a";
  for (const std::string& text :
       {"+++\ntitle = 'Hope'\n" + deep(key + "=[\n{", "", "}]") + "\n+++\n",
        "+++\ntitle = 'Hope'\n[" + key + "]\n" + deep("a=[\n{", "", "}]") + "\n+++\n",
        "---\ntitle: Hope\nx: " + deep("{" + std::string(15, 'a') + ": ", "1", "}") + "\n---\n",
        "{\"title\": \"Hope\", \"x\": " + deep("{\"" + std::string(15, 'a') + "\":", "1", "}") + "\n}\n"}) {
    const Parsed parsed(text);
    EXPECT_THAT(lines_of(parsed.document), ElementsAre("title: Hope")) << text.substr(0, 40);
  }
}

TEST(FrontMatterProperties, KeepAtMost200BytesOfAKey) {
  const std::string part(150, 'a'), path = part + "." + part;
  for (const std::string& text : {"+++\n" + path + " = 1\n+++\n", "---\n" + part + ":\n  " + part + ": 1\n---\n",
                                  "{\"" + part + "\": {\"" + part + "\": 1}\n}\n"}) {
    const Parsed parsed(text);
    ASSERT_EQ(parsed.document.properties.size(), 1U) << text.substr(0, 4);
    EXPECT_EQ(parsed.document.properties[0].key, path.substr(0, 200));
  }
}

TEST(FrontMatterTotality, HoldsForRandomMixtures) {
  const std::vector<std::string> atoms = {"a",          "b: ",         "title: ",
                                          "\n",         "\n  ",        "- ",
                                          "\"",         "'",           ">\n  ",
                                          "|\n  ",      "[",           "]",
                                          "{",          "}",           ",",
                                          ": ",         "= ",          "\"x\"",
                                          "&a ",        "*a",          "!t ",
                                          "\xFF",       "\xC3\xA9",    "#",
                                          "<b>",        "<",           "'''",
                                          "\\u0041",    "[a](",        ")",
                                          "<a href=x>", "/b",          "\\",
                                          "two words",  "\r\n",        "? ",
                                          "\t",         "\"title\": ", std::string(1, '\0')};
  std::mt19937 random(11);
  for (int round = 0; round < 6000; ++round) {
    const std::string fence = round % 3 == 0 ? "---\n" : round % 3 == 1 ? "+++\n" : "";
    std::string text = fence.empty() ? "{" : fence;
    const std::size_t size = random() % 25;
    for (std::size_t i = 0; i < size; ++i) text += atoms[random() % atoms.size()];
    text += "\n" + (fence.empty() ? "}\n" : fence) + "Body.";
    const Parsed parsed(text);
    check_document(parsed.document);
    ASSERT_FALSE(::testing::Test::HasFailure()) << ::testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace hypelint
