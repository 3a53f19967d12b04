#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/entities.h"
#include "document/parsers.h"
#include "support/document_checks.h"
#include "support/linear_time.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A source with its document; the document points into the source.
struct Page {
  explicit Page(std::string html, std::string name = "page.html")
      : source(Source::from_bytes(std::move(name), std::move(html), Format::Html)) {
    document.source = &source;
    BlockBuilder builder(source, document);
    parse_html(source, 0, builder, document);
  }
  Source source;
  Document document;
};

// "kind text", with the zone before it where it is not the body.
std::vector<std::string> outline(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    const std::string zone = block.zone == Zone::Body ? "" : std::string(to_string(block.zone)) + "/";
    lines.push_back(zone + std::string(to_string(block.kind)) + " " + block.text);
  }
  return lines;
}

std::vector<std::string> outline(const std::string& html) { return outline(Page(html).document); }

// "[anchor](address)" with the role where it is not inline.
std::vector<std::string> links(const Document& document) {
  std::vector<std::string> lines;
  for (const Link& link : document.links) {
    const std::string text = document.blocks.at(link.block).text.substr(link.text.begin, link.text.size());
    const std::string role = link.role == LinkRole::Inline ? "" : " " + std::string(to_string(link.role));
    lines.push_back("[" + text + "](" + link.address + ")" + role);
  }
  return lines;
}

std::string source_of(const Page& page, std::size_t block, std::string_view part) {
  const Block& found = page.document.blocks.at(block);
  const auto begin = static_cast<std::uint32_t>(found.text.find(part));
  const SourceSpan span = found.map.to_source({begin, begin + static_cast<std::uint32_t>(part.size())});
  return std::string(page.source.text().substr(span.begin, span.end - span.begin));
}

TEST(HtmlReferences, decode_by_name_and_number) {
  const std::pair<const char*, const char*> cases[] = {{"amp", "&"},
                                                       {"nbsp", "\u00A0"},
                                                       {"#x27", "'"},
                                                       {"#39", "'"},
                                                       {"#X41", "A"},
                                                       {"#150", "\u2013"},
                                                       {"#0", "\uFFFD"},
                                                       {"#xD800", "\uFFFD"},
                                                       {"#99999999999", "\uFFFD"},
                                                       {"NotEqualTilde", "\u2242\u0338"},
                                                       {"CounterClockwiseContourIntegral", "\u2233"},
                                                       {"nothing", ""},
                                                       {"", ""},
                                                       {"#", ""},
                                                       {"#x", ""},
                                                       {"#12a", ""}};
  for (const auto& [name, decoded] : cases) EXPECT_EQ(decode_character_reference(name), decoded) << name;
}

TEST(HtmlReferences, take_the_longest_name_and_spare_query_parameters) {
  struct Case {
    const char* text;
    const char* in_text;
    const char* in_attribute;
  };
  const Case cases[] = {{"&notit;", "\u00ACit;", "&notit;"},
                        {"&notin;", "\u2209", "\u2209"},
                        {"?a=1&copy=2", "?a=1\u00A9=2", "?a=1&copy=2"},
                        {"a &amp b", "a & b", "a & b"},
                        {"&&lt;", "&<", "&<"},
                        {"AT&T", "AT&T", "AT&T"},
                        {"&#8364", "\u20AC", "\u20AC"},
                        {"&", "&", "&"}};
  for (const Case& c : cases) {
    EXPECT_EQ(decode_references(c.text, ReferencePlace::Text), c.in_text) << c.text;
    EXPECT_EQ(decode_references(c.text, ReferencePlace::AttributeValue), c.in_attribute) << c.text;
  }
}

TEST(HtmlTokens, markup_that_is_no_text) {
  const char* const cases[] = {"a<!-- x > y -->b",
                               "a<!-->b",
                               "a<!--->b",
                               "a<!-- x --!>b",
                               "a<!doctype html>b",
                               "a<?php echo 1 ?>b",
                               "a<![CDATA[ x ]]>b",
                               "a</ x>b",
                               "a</>b",
                               "a<script>if (1 < 2) '</p>'</script>b",
                               "a<script><!-- <script> </script> --></script>b",
                               "a<style>p > q {}</style>b",
                               "a<noscript><p>x</p></noscript>b",
                               "a<svg><title/><style/><path></svg>b",
                               "a<iframe><p>x</iframe>b",
                               "a<span title='x > y' title=\"z\" checked a=b/>b",
                               "a<object><p>x</p></object>b",
                               "ab<a href=\"cut off"};
  for (const char* html : cases) EXPECT_THAT(outline(html), ElementsAre("paragraph ab")) << html;
}

TEST(HtmlTokens, end_their_element_with_a_slash_in_xml_only) {
  const std::string html = "a<script src='a.js'/><div hidden='hidden'/>b<p class='c'/>c";
  EXPECT_THAT(outline(Page(html).document), ElementsAre("paragraph a"));
  EXPECT_THAT(outline(Page(html, "page.XHTML").document), ElementsAre("paragraph a", "paragraph b", "paragraph c"));
}

TEST(HtmlTokens, signs_that_are_text) {
  const std::pair<const char*, const char*> cases[] = {
      {"1 < 2", "1 < 2"}, {"p<0.05", "p<0.05"},        {"a <", "a <"}, {"a </", "a </"}, {"x <3 y", "x <3 y"},
      {"a & b", "a & b"}, {"{ a } {{ b", "{ a } {{ b"}};
  for (const auto& [html, text] : cases) EXPECT_THAT(outline(html), ElementsAre(std::string("paragraph ") + text));
}

TEST(HtmlBlocks, inline_markup_never_splits_a_word) {
  EXPECT_THAT(outline("<p>clini<b>cal</b>ly <i>pro</i><span>ven</span>&shy;<wbr><img src=x> <my-tag>well</my-tag>"),
              ElementsAre("paragraph clinically proven well"));
}

TEST(HtmlBlocks, end_where_the_standard_ends_elements) {
  struct Case {
    const char* html;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"<p>a<p>b<div>c</div>d", {"paragraph a", "paragraph b", "paragraph c", "paragraph d"}},
      {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", {"list-item a", "list-item b", "list-item c", "list-item d"}},
      {"<table><tr><td>a<td>b<tr><th>c</table>d", {"table-cell a", "table-cell b", "table-cell c", "paragraph d"}},
      {"<dl><dt>a<dd>b<dt>c</dl>", {"list-item a", "list-item b", "list-item c"}},
      {"<h2>a</h3>b", {"heading a", "paragraph b"}},
      {"<div><p>a</div>b</p>c", {"paragraph a", "paragraph b", "paragraph c"}},
      {"<p>a<br>b<br> <br>c", {"paragraph a b", "paragraph c"}},
      {"<h1>a<br><br>b</h1>", {"heading a b"}},
      {"<p><b>a<p>b</b> c", {"paragraph a", "paragraph b c"}},
      {"<details><summary>a</summary>b</details>", {"heading a", "paragraph b"}},
      {"<figure><img alt='a &amp; b'><figcaption>c</figcaption></figure>", {"caption a & b", "caption c"}},
      {"<p>a <img alt=b> c</p>", {"paragraph a c", "caption b"}},
      {"<pre>a</pre><p><code>b</code> c", {"code a", "paragraph b c"}},
      {"<p><b>Term</b><br>Meaning<br>&bull; one<br>&bull; two",
       {"paragraph Term", "paragraph Meaning", "list-item one", "list-item two"}},
      {"<p>{% if x %}a {{ b }}c{% endif %}</p>", {"paragraph a c"}}};
  for (const Case& c : cases) EXPECT_EQ(outline(c.html), c.expected) << c.html;
}

TEST(HtmlBlocks, buttons_stand_alone) {
  EXPECT_THAT(outline("<p>Read on. <a class='btn-primary' href=/q>Get a quote</a> Or call.</p>"),
              ElementsAre("paragraph Read on.", "button Get a quote", "paragraph Or call."));
  EXPECT_THAT(outline("<button><span>Book</span> now</button>"), ElementsAre("button Book now"));
  EXPECT_THAT(outline("<input type=Submit value='Send &gt;'><input type=text value=x>"), ElementsAre("button Send >"));
  EXPECT_THAT(outline("<h3><button>What is it?</button></h3>"), ElementsAre("heading What is it?"));
}

TEST(HtmlBlocks, know_reviews_by_their_property_and_their_class) {
  const Page page(
      "<div itemprop='reviewBody'>a</div><div class='testimonial-text'><h3>b</h3><p>c</div><p "
      "class='review__body'>d</p>"
      "<section class='testimonial-section'><p>e</section><div class='medical-review'>f</div>"
      "<div class='testimonial'><blockquote>g</blockquote></div>");
  std::string reviews;
  for (const Block& block : page.document.blocks) {
    if (block.role == Role::Review) reviews += block.text;
  }
  EXPECT_EQ(reviews, "abcdg");
}

TEST(HtmlBlocks, carry_levels_groups_and_columns) {
  const Page page("<ul><li>a<ol><li>b</ol></ul><table><tr><th>c<td>d<tr><td>e</table><blockquote><p>f</blockquote>");
  const auto& b = page.document.blocks;
  ASSERT_EQ(b.size(), 6U);
  EXPECT_EQ(b[0].level, 1);
  EXPECT_EQ(b[1].level, 2);
  EXPECT_NE(b[0].group, b[1].group);
  EXPECT_TRUE(b[2].header_cell);
  EXPECT_EQ(b[2].column, 1U);
  EXPECT_EQ(b[3].column, 2U);
  EXPECT_EQ(b[2].group, b[3].group);
  EXPECT_NE(b[3].group, b[4].group);
  EXPECT_EQ(b[4].column, 1U);
  EXPECT_EQ(b[5].role, Role::Quotation);
  EXPECT_EQ(b[5].group, 0U);
}

TEST(HtmlZones, follow_elements_roles_classes_and_styles) {
  const std::pair<const char*, const char*> cases[] = {
      {"<nav>x</nav>", "navigation/paragraph x"},
      {"<div role=navigation>x</div>", "navigation/paragraph x"},
      {"<div class='site main-menu'>x</div>", "navigation/paragraph x"},
      {"<ol id=breadcrumb><li>x</ol>", "navigation/list-item x"},
      {"<div class='has-menu'>x</div>", "paragraph x"},
      {"<header><ul><li><a href=/>x</a></ul></header>", "navigation/list-item x"},
      {"<header><h1>x</h1></header>", "heading x"},
      {"<header><p>x</p></header>", "paragraph x"},
      {"<footer>x</footer>", "footer/paragraph x"},
      {"<article><footer>x</footer></article>", "paragraph x"},
      {"<div class=site-footer>x</div>", "footer/paragraph x"},
      {"<div class=card-footer>x</div>", "paragraph x"},
      {"<form><label>x</label></form>", "form/paragraph x"},
      {"<form><p>x</p></form>", "paragraph x"},
      {"<textarea>x</textarea>", "form/paragraph x"},
      {"<div hidden>x</div>", "hidden/paragraph x"},
      {"<div style='color: red; DISPLAY : none'>x</div>", "hidden/paragraph x"},
      {"<template><p>x</p></template>", "hidden/paragraph x"},
      {"<nav><div aria-hidden=true>x</div></nav>", "hidden/paragraph x"}};
  for (const auto& [html, expected] : cases) EXPECT_THAT(outline(html), ElementsAre(expected)) << html;
}

TEST(HtmlZones, of_an_inline_element_leave_the_rest_of_its_block_alone) {
  struct Case {
    const char* html;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"<ul><li><span aria-hidden=true>&#10003;</span> Safe for all.</li></ul>", {"list-item Safe for all."}},
      {"<h2><a aria-hidden=true href='#x'>#</a>Costs</h2>", {"heading Costs"}},
      {"<p>Our care <span hidden>is safe and</span> helps.</p>", {"paragraph Our care helps."}},
      {"<p>clin<i style='display:none'>x<br><br>y</i>ic</p>", {"paragraph clinic"}},
      {"<p><span hidden>x</span></p><p>y</p>", {"paragraph y"}},
      {"<my-box hidden><p>x</p></my-box>", {"hidden/paragraph x"}},
      {"<span hidden><div>x</div></span>y", {"hidden/paragraph x", "paragraph y"}},
      {"<a hidden class=btn href=/q>Book</a>", {"hidden/button Book"}},
      {"<p><label>Why:</label> it heals</p>", {"paragraph Why: it heals"}},
      {"<p>It heals <label>now</label></p>", {"paragraph It heals now"}},
      {"<div><label>Name</label></div>", {"form/paragraph Name"}},
      {"<p><span role=menu>Home</span> We heal.</p>", {"paragraph Home We heal."}},
      {"<p>a <img hidden alt=b><img aria-hidden=true alt=c><img style='display:none' alt=d></p>",
       {"paragraph a", "hidden/caption b", "hidden/caption c", "hidden/caption d"}}};
  for (const Case& c : cases) EXPECT_EQ(outline(c.html), c.expected) << c.html;
}

TEST(HtmlZones, hidden_inline_links_keep_their_address) {
  EXPECT_THAT(links(Page("<h2><a aria-hidden=true href='#x'>#</a>Costs</h2>").document), ElementsAre("[](#x)"));
}

TEST(HtmlHead, shows_each_title_once_and_every_description) {
  const Page page(
      "<html lang=en-GB><head><title>Knees &amp; hips</title><meta name=description content='All about knees'>"
      "<meta property='og:title' content='Knees &#38; hips'><meta property='og:description' content='All about hips'>"
      "<meta name=viewport content=x></head><body>x");
  EXPECT_THAT(outline(page.document), ElementsAre("head/title Knees & hips", "head/summary All about knees",
                                                  "head/summary All about hips", "paragraph x"));
  EXPECT_EQ(page.document.language, "en-GB");
}

TEST(HtmlHead, shows_a_tag_of_two_names_once) {
  EXPECT_THAT(outline("<meta name=description property='og:description' content='All about knees'>"),
              ElementsAre("head/summary All about knees"));
}

TEST(HtmlLinks, keep_address_text_and_role) {
  const Page page(
      "<p>See <a href='?a=1&amp;b=2'>the <b>study</b></a>, <a href=''>lost</a>, <a>none</a>.</p>"
      "<a class=cta href=/book><b>Book</b></a><p>x<a href=/icon><svg></svg></a><a name=here></a></p>");
  EXPECT_THAT(links(page.document),
              ElementsAre("[the study](?a=1&b=2)", "[lost]()", "[none]()", "[Book](/book) button", "[](/icon)"));
  const SourceSpan span = page.document.links[0].address_span;
  EXPECT_EQ(page.source.text().substr(span.begin, span.end - span.begin), "?a=1&amp;b=2");
}

TEST(HtmlLinks, begin_in_the_block_of_their_text) {
  const Page page("<a href=/card><div><h3>Title</h3></div><p>More</p></a><a href=/pic><img alt='Our team'></a>");
  EXPECT_THAT(outline(page.document), ElementsAre("heading Title", "paragraph More", "caption Our team"));
  EXPECT_THAT(links(page.document), ElementsAre("[Title](/card)", "[Our team](/pic)"));
}

TEST(HtmlMap, leads_back_to_the_bytes) {
  const Page page("<p>Best &ldquo;cl<b>ini</b>c&rdquo; x<sup>2</sup><img alt='a&eacute;b'>");
  EXPECT_EQ(page.document.blocks[0].text, "Best \"clinic\" x\u00B2");
  EXPECT_EQ(source_of(page, 0, "clinic"), "cl<b>ini</b>c");
  EXPECT_EQ(source_of(page, 0, "\""), "&ldquo;");
  EXPECT_EQ(source_of(page, 0, "\u00B2"), "2");
  EXPECT_EQ(source_of(page, 1, "\u00E9"), "&eacute;");
}

TEST(HtmlFragments, keep_their_state_between_pieces) {
  const std::string text = "<div hidden>\nplain\n</div>\n<a\nhref=x>link</a><!-- a\nb -->";
  const Source source = Source::from_bytes("x.md", text, Format::Markdown);
  Document document;
  document.source = &source;
  BlockBuilder builder(source, document);
  {
    HtmlFragments fragments(text, MarkupSyntax::Html, builder, document);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
      if (text.substr(begin, 5) == "plain") {
        builder.text({begin, begin + 5});
      } else {
        fragments.feed({begin, end});
      }
      begin = end;
    }
  }
  builder.close();
  EXPECT_THAT(outline(document), ElementsAre("hidden/paragraph plain", "paragraph link"));
  EXPECT_THAT(links(document), ElementsAre("[link](x)"));
}

TEST(HtmlTotal, hostile_pages_take_linear_time) {
  const char* const seeds[] = {
      "<div>",    "<a ",      "&",          "<!--",  "<b><i>", "</p>",         "<table><tr><td>",
      "<p>",      "<li>",     "<a href=x>", "<svg>", "{{ ",    "<script><!--", "<title>",
      "<button>", "<b><div>", "</x>",       "<",     "&#",     "<img alt=x>"};
  for (const char* seed : seeds) {
    const auto html = [seed](std::size_t bytes) { return testing::repeated(seed, bytes); };
    EXPECT_TRUE(testing::takes_linear_time(html, [](const std::string& text) { const Page page(text); })) << seed;
    const Page page(html(1U << 18));
    ASSERT_NO_FATAL_FAILURE(testing::check_document(page.document)) << seed;
  }
}

TEST(HtmlTotal, every_prefix_of_a_page_is_a_page) {
  const std::string html =
      "<!doctype html><html lang=en><title>a&amp;</title><body><ul class=\"menu\"><li><a href='x'>b</a></ul>"
      "<script>/*<!--*/</script><table><tr><td>c<sup>1</sup></table><svg><![CDATA[x]]></svg><img alt=d>\xFF\xC3&#x";
  for (std::size_t size = 0; size <= html.size(); ++size) {
    const Page page(html.substr(0, size));
    ASSERT_NO_FATAL_FAILURE(testing::check_document(page.document)) << size;
  }
}

TEST(HtmlTotal, scripts_below_the_depth_limit_are_no_text) {
  std::string html;
  for (int i = 0; i < 600; ++i) html += "<div>";
  EXPECT_THAT(outline(html + "<script>x</script>"), IsEmpty());
}

struct SaysOfItself {
  std::string html;
  std::vector<std::string> properties;  // "key=value"
};

void PrintTo(const SaysOfItself& row, std::ostream* out) { *out << row.html; }

class HtmlMetadataTest : public ::testing::TestWithParam<SaysOfItself> {};

TEST_P(HtmlMetadataTest, GivesAuthorsAndDates) {
  const Source source = Source::from_bytes("page.html", GetParam().html);
  std::vector<std::string> found;
  for (const Property& property : parse(source).properties) found.push_back(property.key + "=" + property.value);
  EXPECT_EQ(found, GetParam().properties);
}

INSTANTIATE_TEST_SUITE_P(
    Html, HtmlMetadataTest,
    ::testing::Values(
        SaysOfItself{"<meta name='Author' content='A. Rao &amp; team'>", {"author=A. Rao & team"}},
        SaysOfItself{"<meta property='article:published_time' content='2026-01-02'>",
                     {"article:published_time=2026-01-02"}},
        SaysOfItself{"<meta name=viewport content=wide><meta name=author content=''>", {}},
        SaysOfItself{"<p>By <a rel=author href='/rao'>A. Rao</a>, <time datetime='2026-01-02'>today</time>",
                     {"author=/rao", "time=2026-01-02"}},
        SaysOfItself{R"(<script type="application/ld+json">{"@graph": [{"@type": "Article",
                       "author": [{"name": "A. Rao"}], "datePublished": "2026-01-02"}]}</script>)",
                     {"author=A. Rao", "datepublished=2026-01-02"}},
        SaysOfItself{R"(<script type="application/ld+json">{"author": {"name": {"name": {}}}, broken</script>)", {}},
        SaysOfItself{R"(<script>{"author": "A. Rao"}</script>)", {}}));

}  // namespace
}  // namespace hypelint
