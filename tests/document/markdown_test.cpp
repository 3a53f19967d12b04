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
using testing::lines_of;
using testing::links_of;

// A parsed text together with the source its document refers to.
struct Parsed {
  explicit Parsed(std::string text, bool mdx = false)
      : source(Source::from_bytes(mdx ? "a.mdx" : "a.md", std::move(text))) {
    document.source = &source;
    BlockBuilder builder(source, document);
    parse_markdown(source, 0, mdx, builder, document);
    builder.close();
  }
  Source source;
  Document document;
};

struct Case {
  const char* name;
  std::string text;
  std::vector<std::string> blocks;
  bool mdx = false;
  friend std::ostream& operator<<(std::ostream& out, const Case& each) { return out << each.name; }
};

class MarkdownBlocks : public ::testing::TestWithParam<Case> {};

TEST_P(MarkdownBlocks, AreThoseAReaderSees) {
  const Parsed parsed(GetParam().text, GetParam().mdx);
  EXPECT_THAT(lines_of(parsed.document), ElementsAreArray(GetParam().blocks));
  check_document(parsed.document);
}

INSTANTIATE_TEST_SUITE_P(
    CommonMark, MarkdownBlocks,
    ::testing::ValuesIn(std::vector<Case>{
        {"headings", "# One\n\nTwo\n---\n", {"heading 1: One", "heading 2: Two"}},
        {"inline_markup", "A **bo**ld `x y` ~~old~~ *word*\n", {"paragraph: A bold x y old word"}},
        {"soft_break", "one\n  two\nthree\n", {"paragraph: one two three"}},
        {"entities", "Fish &amp; chips &#52; \\*all\\* &nosuch;\n", {"paragraph: Fish & chips 4 *all* &nosuch;"}},
        {"tight_list", "- a\n- b\n  - c\n    d\n", {"list-item 1: a", "list-item 1: b", "list-item 2: c d"}},
        {"loose_list", "1. a\n\n   b\n\n2. c\n", {"list-item 1: a", "list-item 1: b", "list-item 1: c"}},
        {"task_list", "- [x] done\n- [ ] open\n", {"list-item 1: done", "list-item 1: open"}},
        {"quotation", "> said\n> she\n\nSo.\n", {"paragraph quotation: said she", "paragraph: So."}},
        {"code", "```\nx = 1\n```\n\n    y\n", {"code: x = 1", "code: y"}},
        {"table", "|A|B|\n|-|-|\n|c|`d`|\n", {"table-cell: A", "table-cell: B", "table-cell: c", "table-cell: d"}},
        {"html_block", "<div>\n<p>In <b>bo</b>ld</p>\n</div>\n", {"paragraph: In bold"}},
        {"html_line_ends",
         "<p>\r\nGuaranteed\r\nresults \t\nfor \nall.\r\n</p>",
         {"paragraph: Guaranteed results for all."}},
        {"html_inline", "a<span class=\"x\">b</span>c\n", {"paragraph: abc"}},
        {"comment", "before <!-- hidden --> after\n", {"paragraph: before after"}},
        {"image", "See ![a *graft*](g.png) here.\n", {"paragraph: See here.", "caption: a graft"}},
    }),
    [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(
    RawHtml, MarkdownBlocks,
    ::testing::ValuesIn(std::vector<Case>{
        {"open_superscript", "a<sup>1<sup>\n\nb 2\n", {"paragraph: a\u00B9", "paragraph: b 2"}},
        {"image_alone", "<img alt='a graft'> <br>\nWe heal.\n", {"caption: a graft", "paragraph: We heal."}},
        {"image_within",
         "- We <img alt='a graft'> heal.\n- And <b>x\n\nSo.\n",
         {"list-item 1: We heal.", "caption: a graft", "list-item 1: And x", "paragraph: So."}},
        {"image_in_quotation",
         "> We <img alt='a graft'> heal.\n\nSo.\n",
         {"paragraph quotation: We heal.", "caption: a graft", "paragraph: So."}},
        {"item_around", "<ul><li>\n\nWe *heal*.\n\n</li></ul>\n\nSo.\n", {"list-item 1: We heal.", "paragraph: So."}},
        {"code_around",
         "<div><pre>\na\n\n# b\n\nc</pre></div>\n\nSo.\n",
         {"code: a", "code: b", "code: c", "paragraph: So."}},
        {"heading_left_open", "<h2>Costs\n\nSo.\n", {"heading 2: Costs", "paragraph: So."}},
        {"quotation_in_cell",
         "<table><td>\n\n> a\n\n## b\n\n- c\n\n</td></table>\n",
         {"table-cell quotation: a", "heading 2: b", "list-item 1: c"}},
        {"hidden_words", "We <span hidden>*cure* &amp;\nheal</span> help.\n", {"paragraph: We help."}},
        {"hidden_first", "<i hidden>x</i> We help.\n", {"paragraph: We help."}},
        {"hidden_around", "<span hidden>\n\nx\n\n</span>\n\nWe help.\n", {"paragraph: We help."}},
        {"comment_with_blank_line", "<div>\n<!-- a\n\n*b* c --> d\ne\n\n</div>\n", {"paragraph: d e"}},
        {"script_with_blank_lines",
         "<div>\n<script>\na();\n\n# b\n\n    c();\n- d\n\n[e](f) ![g](h)\n</script>\n\nWe heal.\n</div>\n",
         {"paragraph: We heal."}},
        {"noscript_with_blank_line", "<div><noscript>\n<p>a\n\nb</p></noscript> c\n", {"paragraph: c"}},
        {"video_with_blank_line", "<video>\n\na [b](c) ![d](e)\n\n</video>\n\nWe heal.\n", {"paragraph: We heal."}},
        {"script_left_open", "a <script> b\n\nc <iframe> d\n\ne\n", {"paragraph: a", "paragraph: c", "paragraph: e"}},
        {"title_within", "The <title>x</title> tag.\n", {"paragraph: The", "paragraph: x", "paragraph: tag."}},
        {"button_left_open",
         "We <a class=btn href=q>Book\n\n<div>So.</div>\n",
         {"paragraph: We", "button: Book", "paragraph: So."}},
    }),
    [](const auto& each) { return each.param.name; });

TEST(MarkdownHtml, EndsWithTheParagraphThatLeavesItOpen) {
  for (const char* opened : {"a <span hidden>x", "<p hidden>x", "<label>Name <b>x", "*a* <my-tag aria-hidden=true>x"}) {
    const Parsed parsed(opened + std::string("\n\nWe heal.\n"));
    EXPECT_EQ(parsed.document.blocks.back().text, "We heal.") << opened;
    EXPECT_EQ(parsed.document.blocks.back().zone, Zone::Body) << opened;
  }
}

TEST(MarkdownHtml, OfBlocksGoesOnInTheParagraphsWithin) {
  for (const char* opened : {"<div hidden>", "<section hidden>\n<div>", "a <div hidden>"}) {
    const Parsed parsed(opened + std::string("\n\nWe <b>heal.\n"));
    EXPECT_EQ(parsed.document.blocks.back().zone, Zone::Hidden) << opened;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Layout, MarkdownBlocks,
    ::testing::ValuesIn(std::vector<Case>{
        {"bold_line_is_a_heading", "**Why us**\n\nText.\n", {"heading 4: Why us", "paragraph: Text."}},
        {"bold_sentence_is_none", "**We cure all.**\n", {"paragraph: We cure all."}},
        {"bold_start_is_none", "**Why** us\n", {"paragraph: Why us"}},
        {"key_lines",
         "**Price:** 5 EUR\n**Stay:** two\nnights\n",
         {"paragraph: Price: 5 EUR", "paragraph: Stay: two nights"}},
        {"key_lines_colon_outside", "**Price**: 5\n**Stay**: 2\n", {"paragraph: Price: 5", "paragraph: Stay: 2"}},
        {"hard_break_after_sentence", "It heals.  \nIt lasts.\n", {"paragraph: It heals.", "paragraph: It lasts."}},
        {"hard_break_within", "It heals\\\nand lasts.\n", {"paragraph: It heals and lasts."}},
    }),
    [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Dialects, MarkdownBlocks,
    ::testing::ValuesIn(std::vector<Case>{
        {"footnotes",
         "Text[^1].\n\n[^1]: First\n    goes on.\n[^long-label]: Second.\n",
         {"paragraph: Text[^1].", "paragraph references: First goes on.", "paragraph references: Second."}},
        {"footnote_paragraphs",
         "[^a]: One.\n\n    Two.\n\nBody.\n",
         {"paragraph references: One.", "paragraph references: Two.", "paragraph: Body."}},
        {"footnote_after_list", "- item\n\n[^a]: Note.\n", {"list-item 1: item", "paragraph references: Note."}},
        {"footnote_in_code", "```\n[^a]: x\n```\n", {"code: [^a]: x"}},
        {"alert", "> [!WARNING]\n> Take care.\n", {"paragraph: Take care."}},
        {"admonition", "!!! note \"Costs\"\n\n    Ask first.\n", {"paragraph: Costs", "paragraph: Ask first."}},
        {"directive", ":::tip\nDrink.\n:::\n", {"paragraph: Drink."}},
        {"shortcode", "{{< figure src=\"a.png\" >}}\n\nAt {{ .Site }} we {% x %} heal.\n", {"paragraph: At we heal."}},
        {"shortcode_before_text",
         "{{< lead >}} It cures pain. Book today. {{< /lead >}}\n",
         {"paragraph: It cures pain. Book today."}},
        {"template_before_text", "{{ site.title }} *cures* pain.\n", {"paragraph: cures pain."}},
        {"tags_around_text", "{% if x %}{{ y }}It cures.{% endif %}\n", {"paragraph: It cures."}},
        {"tag_over_lines_before_text", "{{< lead\n  id=1 >}} It cures.\n", {"paragraph: It cures."}},
        {"shortcode_in_item", "- {{< icon check >}} It cures.\n", {"list-item 1: It cures."}},
        {"template_in_quotation", "> {{ x.y }} It cures.\n", {"paragraph quotation: It cures."}},
        {"template_in_footnote", "[^1]: {{ x.y }} A study.\n", {"paragraph references: A study."}},
        {"alert_with_text", "> [!WARNING] Take care.\n> Now.\n", {"paragraph: Take care. Now."}},
        {"directive_with_text", ":::tip It cures.\n:::\n", {"paragraph: It cures."}},
        {"shortcode_parts_paragraphs", "One\n{{< break >}}\ntwo\n", {"paragraph: One", "paragraph: two"}},
        {"fence_in_item",
         "- ```js\n  var x = 1\n  ```\n\nAt {{ x }} home.\n",
         {"code: var x = 1", "paragraph: At home."}},
        {"fence_below_item",
         "1. One\n\n   ```\n   {{ x }}\n   ```\n2. {{ y }} Two\n",
         {"list-item 1: One", "code: {{ x }}", "list-item 1: Two"}},
        {"fence_ends_with_its_item",
         "- ```\n  {{ x }}\n\nAt {{ y }} home.\n",
         {"code: {{ x }}", "paragraph: At home."}},
        {"fence_ends_with_its_quotation",
         "> ```\n> {{ x }}\n\nAt {{ y }} home.\n",
         {"code quotation: {{ x }}", "paragraph: At home."}},
        {"fence_in_footnote",
         "[^1]: One\n\n    ```\n    {{ x }}\n    ```\n\nAt {{ y }} home.\n",
         {"paragraph references: One", "code references: {{ x }}", "paragraph: At home."}},
        {"fence_in_fence",
         "````\n```\n{{ x }}\n````\nAt {{ y }} home.\n",
         {"code: ``` {{ x }}", "paragraph: At home."}},
        {"fence_after_tab",
         "- One\n\n\t```\n\t{{ x }}\n\t```\n- {{ y }} Two\n",
         {"list-item 1: One", "code: {{ x }}", "list-item 1: Two"}},
        {"indented_marks_are_no_fence",
         "One\n\n    ```\n\nAt {{ y }} home.\n",
         {"paragraph: One", "code: ```", "paragraph: At home."}},
        {"fence_below_lazy_line", "> One\ntwo\n```\n{{ x }}\n```\n", {"paragraph quotation: One two", "code: {{ x }}"}},
        {"liquid_comment",
         "{% comment %}\nIt cures.\n\n- All\n{%- endcomment -%}\nAt home.\n",
         {"paragraph: At home."}},
        {"liquid_comment_before_text", "{% comment %}no{% endcomment %} At home.\n", {"paragraph: At home."}},
        {"liquid_code", "One\n{% highlight js %}\nvar x\n{% endhighlight %}\n", {"paragraph: One"}},
        {"hugo_comment", "{{< comment >}}\nIt cures.\n{{< /comment >}}\nAt home.\n", {"paragraph: At home."}},
        {"hugo_code", "{{% highlight go \"a=b\" %}}\nvar x\n{{% /highlight %}}\nAt home.\n", {"paragraph: At home."}},
        {"comment_never_closed", "{% comment %}\nAt home.\n", {"paragraph: At home."}},
        {"other_tag_keeps_its_content", "{% commented %}\nOn us.\n{% endcommented %}\n", {"paragraph: On us."}},
        {"admonition_with_windows_line_ends",
         "!!! note \"Costs\"\r\n\r\n    Ask first.\r\n",
         {"paragraph: Costs", "paragraph: Ask first."}},
        {"carriage_returns",
         "Text[^1].\r\r[^1]: A note.\r\r```\r{{ x }}\r```\r!!! tip \"Costs\"\r",
         {"paragraph: Text[^1].", "paragraph references: A note.", "code: {{ x }}", "paragraph: Costs"}},
        {"template_in_code", "Use `{{ x }}` now.\n", {"paragraph: Use {{ x }} now."}},
        {"braces_in_markdown", "a {b} c\n", {"paragraph: a {b} c"}},
    }),
    [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Mdx, MarkdownBlocks,
    ::testing::ValuesIn(std::vector<Case>{
        {"modules", "import A from 'a'\nexport const b = {\n\n  c: 1,\n}\n\n# Hi\n", {"heading 1: Hi"}, true},
        {"expression", "Up to {rate} percent {/* note */} gain.\n", {"paragraph: Up to percent gain."}, true},
        {"component",
         "<Card title={a > b} note=\"no prose\">\n  Soft *prose*.\n</Card>\n",
         {"paragraph: Soft prose."},
         true},
        {"indented_child",
         "<Tabs>\n    <Tab>\n      Deep prose.\n    </Tab>\n</Tabs>\n",
         {"paragraph: Deep prose."},
         true},
        {"element", "<p className=\"x\" onClick={() => go(1)}>Plain prose.</p>\n", {"paragraph: Plain prose."}, true},
        {"empty_element",
         "<div hidden />\n\n<div style={{x: 1}}/>We <iframe src={u}/>heal.\n",
         {"paragraph: We heal."},
         true},
        {"component_in_item", "- <Icon name=\"check\"/> It cures.\n", {"list-item 1: It cures."}, true},
        {"expression_in_quotation", "> {rate * 2} It cures.\n", {"paragraph quotation: It cures."}, true},
        {"indented_fence",
         "<A>\n      ```\n      {x}\n      ```\n</A>\n\nAt {y} home.\n",
         {"code: {x}", "paragraph: At home."},
         true},
        {"fragment", "<>\nInner.\n</>\n", {"paragraph: Inner."}, true},
        {"heading_element", "<h2>Our *costs*</h2>\n\nSo.\n", {"heading 2: Our costs", "paragraph: So."}, true},
        {"heading_left_open", "<h2>Costs\n\nSo.\n", {"heading 2: Costs", "paragraph: So."}, true},
        {"list_elements",
         "<ul>\n  <li>a</li>\n  <li>\n    b **c**\n  </li>\n\n  <li>d</li>\n</ul>\n\nSo.\n",
         {"list-item 1: a", "list-item 1: b c", "list-item 1: d", "paragraph: So."},
         true},
        {"table_elements",
         "<table>\n<tr><th>a</th><td>b</td></tr>\n</table>\n",
         {"table-cell: a", "table-cell: b"},
         true},
        {"prose_import", "We\nimport stem cells.\n", {"paragraph: We import stem cells."}, true},
    }),
    [](const auto& each) { return each.param.name; });

TEST(MarkdownLinks, KeepTextAddressAndRole) {
  const Parsed parsed(
      "[a](https://x.org/?p=1&amp;q=2 \"t\") [b][r] www.c.org <https://d.org> m@e.org [f]() [![alt](i.png)](g.html)\n\n"
      "[r]: /ref\n");
  EXPECT_THAT(links_of(parsed.document),
              ElementsAre("a -> https://x.org/?p=1&q=2", "b -> /ref", "www.c.org -> http://www.c.org",
                          "https://d.org -> https://d.org", "m@e.org -> mailto:m@e.org", "f -> ", " -> g.html"));
  EXPECT_EQ(parsed.document.links[0].role, LinkRole::Inline);
  EXPECT_EQ(parsed.document.links[3].role, LinkRole::Autolink);
}

TEST(MarkdownLinks, AreBareAddressesToo) {
  struct BareCase {
    std::string text;
    std::vector<std::string> links;
  };
  const BareCase cases[] = {
      {"See https://x.org/a_b_(c)?d=1&amp;e=2, or (www.y.org/z).", {"https://x.org/a_b_(c)?d=1&e=2", "www.y.org/z"}},
      {"https://x.org/a&amp; **https://x.org/b** https://x.org/c&nbsp;d",
       {"https://x.org/a", "https://x.org/b", "https://x.org/c"}},
      {"- a@b.org\n- \"HTTP://X.org\"<br>https://x.org/干。", {"a@b.org", "HTTP://X.org", "https://x.org/干"}},
      {"|https://x.org/a|b|\n|-|-|\n|www.x.org|c|", {"https://x.org/a", "www.x.org"}},
      {"`https://x.org` ![https://x.org](a.png) [b https://x.org c](d)\n\n    https://x.org",
       {"", "b https://x.org c"}}};
  for (const BareCase& each : cases) {
    const Parsed parsed(each.text);
    std::vector<std::string> found;
    for (const Link& link : parsed.document.links) {
      found.push_back(parsed.document.blocks[link.block].text.substr(link.text.begin, link.text.size()));
      const bool shows_address = link.address.ends_with(found.back());
      EXPECT_TRUE(link.role != LinkRole::Autolink || shows_address) << link.address;
    }
    EXPECT_EQ(found, each.links) << each.text;
    check_document(parsed.document);
  }
}

TEST(MarkdownLinks, PlaceTheAddressInTheSource) {
  const Parsed parsed(
      "Go [there](https://x.org/a) or [here](b&amp;c) or [ref] or [![d](d.png)](e&amp;f) or "
      "[![](g?a&amp;b 't')](h&amp;i) or [![j][ref]](k&amp;l).\n\n[ref]: /target\n");
  std::vector<std::string> addresses;
  for (const Link& link : parsed.document.links) {
    const SourceSpan span = link.address_span;
    addresses.emplace_back(parsed.source.text().substr(span.begin, span.end - span.begin));
  }
  EXPECT_THAT(addresses, ElementsAre("https://x.org/a", "b&amp;c", "/target", "e&amp;f", "h&amp;i", "k&amp;l"));
}

TEST(MarkdownLinks, AnImageAloneIsTheAnchorOfItsLink) {
  const Parsed parsed("[![Book now](cta.png)](https://wa.me/1)\n");
  EXPECT_THAT(links_of(parsed.document), ElementsAre("Book now -> https://wa.me/1"));
}

TEST(MarkdownLinks, OfRawHtmlHoldTheMarkdownWithin) {
  for (const bool mdx : {false, true}) {
    const Parsed parsed(
        "See <a href='/s'>the *new* &amp; old study</a>, <a href=/1>[1]</a>.\n\n"
        "<a href=/c>Book</a>\n\n<a href=/d>www.d.org</a> <a href=/i></a>\n",
        mdx);
    EXPECT_THAT(links_of(parsed.document),
                ElementsAre("the new & old study -> /s", "[1] -> /1", "Book -> /c", "www.d.org -> /d", " -> /i"));
  }
}

TEST(MarkdownLinks, ARawImageAloneIsTheAnchorOfItsRawLink) {
  const Parsed parsed("Look:\n\n- <a href='https://wa.me/1'> <img alt='Book now'> </a>\n");
  EXPECT_THAT(links_of(parsed.document), ElementsAre("Book now -> https://wa.me/1"));
}

TEST(MarkdownMask, HoldsBehindASecondByteOrderMark) {
  const Parsed parsed("\uFEFF\uFEFF<b title={a > b}>text</b>\n", true);
  EXPECT_THAT(lines_of(parsed.document), ElementsAre("paragraph: text"));
}

TEST(MarkdownLinks, KeepTemplatesInAddresses) {
  const Parsed parsed("[a]({{< ref \"b c\" >}})\n");
  EXPECT_THAT(links_of(parsed.document), ElementsAre("a -> {{< ref \"b c\" >}}"));
}

TEST(MarkdownFootnotes, AreListedWithTheirLabels) {
  const Parsed parsed("[^One]: https://x.org/1 a study\n");
  ASSERT_EQ(parsed.document.footnotes.size(), 1U);
  EXPECT_EQ(parsed.document.footnotes[0].label, "One");
  EXPECT_EQ(parsed.document.footnotes[0].span, (SourceSpan{0, 7}));
  EXPECT_THAT(lines_of(parsed.document), ElementsAre("paragraph references: https://x.org/1 a study"));
}

TEST(MarkdownTables, NumberCellsAndShareARowGroup) {
  const Parsed parsed("|A|B|\n|-|-|\n|c|d|\n");
  const std::vector<Block>& cells = parsed.document.blocks;
  ASSERT_EQ(cells.size(), 4U);
  EXPECT_TRUE(cells[0].header_cell);
  EXPECT_FALSE(cells[2].header_cell);
  EXPECT_EQ(cells[3].column, 2U);
  EXPECT_EQ(cells[2].group, cells[3].group);
  EXPECT_NE(cells[0].group, cells[2].group);
}

TEST(MarkdownTables, TakeShortDelimiterRows) {
  for (const char* rule : {"|-|-|", "-|-", "|:-:|-:|", "| - | :- |", "|--|----|"}) {
    const Parsed parsed("before\n\n|A|B|\n" + std::string(rule) + "\n|c|*d*|\n\nafter `x`\n");
    EXPECT_THAT(lines_of(parsed.document), ElementsAre("paragraph: before", "table-cell: A", "table-cell: B",
                                                       "table-cell: c", "table-cell: d", "paragraph: after x"))
        << rule;
    check_document(parsed.document);
  }
}

TEST(MarkdownLists, ShareAGroupPerList) {
  const Parsed parsed("- a\n  - b\n- c\n\ntext\n\n1. d\n");
  const std::vector<Block>& blocks = parsed.document.blocks;
  ASSERT_EQ(blocks.size(), 5U);
  EXPECT_EQ(blocks[0].group, blocks[2].group);
  EXPECT_NE(blocks[0].group, blocks[1].group);
  EXPECT_EQ(blocks[3].group, 0U);
  EXPECT_NE(blocks[4].group, blocks[0].group);
}

TEST(MarkdownMap, IsExactThroughMarkupAndEntities) {
  const Parsed parsed("> We *heal* A&amp;B\n> for {{ x }} good\n");
  const Block& block = parsed.document.blocks.at(0);
  EXPECT_EQ(block.text, "We heal A&B for good");
  const auto source_of = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(block.text.find(words));
    const SourceSpan span = block.map.to_source({begin, begin + static_cast<std::uint32_t>(words.size())});
    return std::string(parsed.source.text().substr(span.begin, span.end - span.begin));
  };
  EXPECT_EQ(source_of("heal"), "heal");
  EXPECT_EQ(source_of("A&B"), "A&amp;B");
  EXPECT_EQ(source_of("for good"), "for {{ x }} good");
}

TEST(MarkdownTotality, HoldsForRandomMixtures) {
  const std::vector<std::string> atoms = {"a",
                                          "b c",
                                          "\n",
                                          "\n\n",
                                          "  ",
                                          "    ",
                                          "\t",
                                          "- ",
                                          "1. ",
                                          "> ",
                                          "# ",
                                          "**",
                                          "*",
                                          "_",
                                          "`",
                                          "```\n",
                                          "[",
                                          "]",
                                          "(u)",
                                          "![",
                                          "<b>",
                                          "</b>",
                                          "<div>",
                                          "<!--",
                                          "-->",
                                          "{",
                                          "}",
                                          "{{<",
                                          ">}}",
                                          "[^1]: ",
                                          "[^1]",
                                          "&amp;",
                                          "&#0;",
                                          "|",
                                          "|-|-|\n",
                                          "\\",
                                          "!!! note",
                                          ":::",
                                          "> [!NOTE]\n",
                                          "www.x.org",
                                          "\xFF",
                                          "\xEF\xBB\xBF",
                                          std::string(1, '\0'),
                                          "\r\n",
                                          "  \n",
                                          "<A b={",
                                          "import x\n",
                                          "\xE2\x80\x99",
                                          "***\n",
                                          "[r]: /x\n",
                                          "[r]",
                                          ":",
                                          "."};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i) text += atoms[random() % atoms.size()];
    const Parsed parsed(text, round % 2 == 0);
    ASSERT_NO_FATAL_FAILURE(check_document(parsed.document)) << ::testing::PrintToString(text);
    ASSERT_FALSE(::testing::Test::HasFailure()) << ::testing::PrintToString(text);
  }
}

TEST(MarkdownTotality, IsLinearOnHostileInput) {
  using testing::repeated;
  const auto last = [](std::size_t bytes) { return repeated("- ", bytes / 2) + "a\n" + repeated("\n", bytes / 2); };
  const auto table = [](std::size_t bytes) {
    return repeated("a|", bytes / 40) + "\n" + repeated("-|", bytes / 40) + "\n" + repeated("x|\n", bytes);
  };
  const auto references = [](std::size_t bytes) {
    return "[a]: " + repeated("u", bytes / 2) + "\n\n" + repeated("[a]", bytes / 2);
  };
  const auto tag = [](std::size_t bytes) { return "<a " + repeated("{", bytes) + "}}{{ }}<"; };
  const auto returns = [](std::size_t bytes) { return repeated("a.\r", bytes); };
  const auto parsed = [](const std::string& text) {
    const Parsed markdown(text);
    const Parsed mdx(text, true);
  };
  EXPECT_TRUE(testing::takes_linear_time(last, parsed)) << "blank lines after nested lists";
  EXPECT_TRUE(testing::takes_linear_time(table, parsed)) << "a wide table";
  EXPECT_TRUE(testing::takes_linear_time(references, parsed)) << "references to a long address";
  EXPECT_TRUE(testing::takes_linear_time(tag, parsed)) << "an open tag before template marks";
  EXPECT_TRUE(testing::takes_linear_time(returns, parsed)) << "lone carriage returns";
}

}  // namespace
}  // namespace hypelint
