// Comments of every format, and the block that each stands before.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hypelint/document.h"
#include "support/linear_time.h"

namespace hypelint {
namespace {

struct CommentCase {
  std::string name;
  Format format;
  std::string source;
  std::vector<std::string> comments;  // "text -> block after it", "front matter: text"
  friend std::ostream& operator<<(std::ostream& out, const CommentCase& each) { return out << each.name; }
};

std::vector<std::string> comments_of(const std::string& text, Format format) {
  const Source source = Source::from_bytes("a", text, format);
  const Document document = parse(source);
  std::vector<std::string> found;
  for (const Comment& comment : document.comments) {
    if (comment.in_front_matter) {
      found.push_back("front matter: " + comment.text);
      continue;
    }
    EXPECT_EQ(comment.text, source.text().substr(comment.span.begin, comment.span.end - comment.span.begin));
    const bool last = comment.block == document.blocks.size();
    found.push_back(comment.text + " -> " + (last ? "nothing" : document.blocks[comment.block].text));
  }
  return found;
}

class Comments : public ::testing::TestWithParam<CommentCase> {};

TEST_P(Comments, AreHandedOverWithTheBlockAfterThem) {
  EXPECT_EQ(comments_of(GetParam().source, GetParam().format), GetParam().comments);
}

INSTANTIATE_TEST_SUITE_P(
    All, Comments,
    ::testing::Values(
        CommentCase{"html", Format::Html, "<p>a</p><!--x--><p>b</p><!--y-->", {"x -> b", "y -> nothing"}},
        CommentCase{"html_inside_the_block", Format::Html, "<p><!--x-->a <b>b</b></p><p>c</p>", {"x -> a b"}},
        CommentCase{"html_in_the_middle_of_a_block", Format::Html, "<p>a<!--x-->b</p><p>c</p>", {"x -> c"}},
        CommentCase{"html_no_comments", Format::Html, "<!doctype html><script>/*<!--x-->*/</script><?x?><p>a</p>", {}},
        CommentCase{"html_open_at_the_end", Format::Html, "<p>a</p><!-- x", {}},
        CommentCase{"html_short", Format::Html, "<!--><!---><p>a</p>", {}},
        CommentCase{"html_wrong_end", Format::Html, "<!--x--!><p>a</p>", {"x -> a"}},
        CommentCase{"markdown_block", Format::Markdown, "a\n\n<!--x-->\nb\n\nc\n", {"x -> b"}},
        CommentCase{"markdown_inline", Format::Markdown, "a <!--x--> b\n\nc\n", {"x -> c"}},
        CommentCase{"markdown_lines", Format::Markdown, "<!-- x\ny -->\n\na\n", {" x\ny  -> a"}},
        CommentCase{
            "markdown_lines_in_a_quotation", Format::Markdown, "> <!-- x\n> y -->\n>\n> a\n", {" x\n> y  -> a"}},
        CommentCase{"markdown_list", Format::Markdown, "- a\n- <!--x--> b\n- c\n", {"x -> b"}},
        CommentCase{"markdown_heading", Format::Markdown, "<!--x-->\n# a\n\nb\n", {"x -> a"}},
        CommentCase{"markdown_code", Format::Markdown, "```\n<!--x-->\n```\n\n`<!--y-->`\n\n    <!--z-->\n", {}},
        CommentCase{"definition", Format::Markdown, "a\n\n[//]: # (x: \"y\")\n\nb\n", {"x: \"y\" -> b"}},
        CommentCase{
            "definition_in_quotes", Format::Markdown, "[//]: # \"x\"\n[//]: # 'y'\n\nb\n", {"x -> b", "y -> b"}},
        CommentCase{"definition_of_a_comment", Format::Markdown, "[comment]: # (x)\n\nb\n", {"x -> b"}},
        CommentCase{"definition_in_code", Format::Markdown, "```\n[//]: # (x)\n```\n\n    [//]: # (y)\n", {}},
        CommentCase{"definition_of_another_kind", Format::Markdown, "[a]: # (x)\n\n[//]: # x\n\n[//]: #\n", {}},
        CommentCase{"mdx", Format::Mdx, "a\n\n{/* x */}\n\nb {/* y } */} c\n", {" x  -> b c", " y }  -> nothing"}},
        CommentCase{"mdx_lines", Format::Mdx, "{/*\n x\n*/}\n\na\n", {"\n x\n -> a"}},
        CommentCase{"mdx_expression", Format::Mdx, "{a /* x */}\n\n{/* y */ z}\n\nb\n", {}},
        CommentCase{"mdx_in_markdown", Format::Markdown, "{/* x */}\n\nb\n", {}},
        CommentCase{
            "yaml",
            Format::Markdown,
            "---\ntitle: t\nhypelint:\n  - a b: \"c\" d\n  - \"e \\\"f\\\": g\"\n\n- 'h''i'\nlayout: x\n- j\n---\nk\n",
            {"front matter: a b: \"c\" d", "front matter: e \"f\": g", "front matter: h'i"}},
        CommentCase{"yaml_escapes",
                    Format::Markdown,
                    "---\nhypelint:\n  - \"a: it\\u2019s \\x41 \\\\ b\"\n  - 'c\\d'''\n---\nk\n",
                    {"front matter: a: it\u2019s A \\ b", "front matter: c\\d'"}},
        CommentCase{
            "yaml_long", Format::Markdown, "---\nhypelint:\n  - a: b\n    c\n---\nk\n", {"front matter: a: b\n    c"}},
        CommentCase{"yaml_key_with_comment",
                    Format::Markdown,
                    "---\nhypelint: # ours\n  - a: b\n---\nk\n",
                    {"front matter: a: b"}},
        CommentCase{"yaml_quoted_key",
                    Format::Markdown,
                    "---\n\"hypelint\":\n  - a: b\n'hypelint' :\n  - c: d\n---\nk\n",
                    {"front matter: a: b", "front matter: c: d"}},
        CommentCase{"yaml_other_key", Format::Markdown, "---\nhypelints:\n  - a: b\n---\nk\n", {}},
        CommentCase{"yaml_entry_with_comment",
                    Format::Markdown,
                    "---\nhypelint:\n  - \"a \\\"b\\\": #1\" # c\n  - 'd''e' #f\n  - \"g\" h\n---\nk\n",
                    {"front matter: a \"b\": #1", "front matter: d'e", "front matter: \"g\" h"}},
        CommentCase{"yaml_block_scalar",
                    Format::Markdown,
                    "---\nhypelint:\n  - >-\n    a: b\n    c\n  - |2 # d\n    e\n---\nk\n",
                    {"front matter: a: b\n    c", "front matter: e"}},
        CommentCase{"yaml_flow", Format::Markdown, "---\nhypelint: [\"a: b\"]\n---\nk\n", {"front matter: a: b"}},
        CommentCase{"toml",
                    Format::Markdown,
                    "+++\nhypelint = [\"a: b\", \"c\"]\n+++\nk\n",
                    {"front matter: a: b", "front matter: c"}},
        CommentCase{
            "toml_extra", Format::Markdown, "+++\n[extra]\nhypelint = [\"a: b\"]\n+++\nk\n", {"front matter: a: b"}},
        CommentCase{"json", Format::Markdown, "{\n\"hypelint\": [\"a: b\"]\n}\nk\n", {"front matter: a: b"}},
        CommentCase{"plain", Format::Plain, "<!--x-->\n\na\n", {}}),
    [](const auto& each) { return each.param.name; });

TEST(Comments, OfTheFrontMatterAreNoProse) {
  const Source source = Source::from_bytes("a.md", "---\nhypelint:\n  - a b c d e f g: h\n---\n\nk\n");
  const Document document = parse(source);
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.blocks[0].text, "k");
}

TEST(Comments, TakeLinearTime) {
  for (const std::string piece : {"{/*", "{/* */ ", "<!--", "<!--x-->", "[//]: # (x)\n", "{ /* */}", "- x\n", "*/}"}) {
    for (const Format format : {Format::Html, Format::Markdown, Format::Mdx}) {
      const std::string start = piece == "- x\n" ? "---\nhypelint:\n" : "";
      const auto text = [&](std::size_t bytes) { return start + testing::repeated(piece, bytes); };
      const auto read = [format](const std::string& bytes) {
        const Source source = Source::from_bytes("a", bytes, format);
        parse(source);
      };
      EXPECT_TRUE(testing::takes_linear_time(text, read)) << piece;
    }
  }
}

}  // namespace
}  // namespace hypelint
