// The page of `--format html`: escaping, the places of marks, what a card says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "report/checked.h"
#include "report/html_parts.h"
#include "report/rule.h"

namespace hypelint {
namespace {

using std::string_literals::operator""s;
using testing::HasSubstr;
using testing::Not;

std::string page(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules = {demo_rule()}) {
  return render(ReportFormat::Html, files, rules);
}

// The text of the first article with its marks as `[a|b: …]`, evidence as `{…}` and buttons as `#label`; cards left
// out.
std::string marked(const CheckedFile& file) {
  std::string out = page({file});
  const std::size_t begin = out.find("<div class=\"chunk\">");
  out = out.substr(begin, out.find("</details>", begin) - begin);
  const auto replace = [&](const char* pattern, const char* by) {
    out = std::regex_replace(out, std::regex(pattern), by);
  };
  replace("<div class=\"card[^]*?</p></div>", "");
  replace("<mark class=\"m ([a-z]+)( ev)?\" data-f=\"([0-9 ]+)\">", "[$1$2 $3: ");
  replace("</mark>", "]");
  replace("<span class=\"at\"[^>]*></span>", "");
  replace("<span class=\"ev\">", "{");
  replace("</span>", "}");
  replace("<button[^>]*>([^<]*)</button>", "#$1");
  replace("</?div[^>]*>", "");
  return out;
}

Finding finding_at(const CheckedFile& file, SourceSpan span, Severity severity) {
  Finding finding = file.report.findings.front();
  finding.span = span;
  finding.severity = severity;
  return finding;
}

TEST(HtmlText, EscapesMarkupAndShowsWhatCannotBeSeen) {
  struct Case {
    std::string text, shown;
  };
  for (const auto& [text, shown] : {Case{"<a href=\"x\" b='y'>&", "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;"},
                                    Case{"a\r\nb\rc\n", "a\nb\nc\n"}, Case{"\0\x1b\x7f\t"s, "\u2400\u241B\u2421&#9;"},
                                    Case{"\xC2\x85\xEF\xBF\xBE", "\uFFFD\uFFFD"}, Case{"é\xFF\xC3", "é\uFFFD\uFFFD"},
                                    Case{"\xE2\x80\xAE", "\\u202e"}, Case{"中\U0001F600", "中\U0001F600"}}) {
    EXPECT_EQ(html_text(text), shown);
  }
}

TEST(HtmlText, AnExcerptIsCutBetweenCharacters) {
  EXPECT_EQ(html_excerpt("abc", 3), "abc");
  EXPECT_EQ(html_excerpt("aé<", 2), "a…");
  EXPECT_EQ(html_excerpt("aé<", 3), "aé…");
}

TEST(HtmlPage, HostileTextIsNeverMarkup) {
  const std::string attack =
      "</script><script>x()</script><img src=x onerror=\"x()\">'><a href=\"javascript:x()\">@{rules}";
  CheckedFile file = checked(attack + ".md", "a [[" + attack + "]] b");
  Finding& finding = file.report.findings.front();
  finding.rule = finding.message = attack;
  finding.related = {{finding.span, attack}};
  file.report.notes = {attack};
  file.report.language = attack;
  file.report.evidence = {{EvidenceKind::Doi, Tier::T1, finding.span}};
  file.report.suppressed = {finding};
  file.report.suppressed.front().suppressed = Suppression{attack, attack, attack, attack, {}};
  Rule rule = demo_rule();
  rule.id = rule.summary = rule.why = rule.clear = attack;
  rule.sources = {{attack, attack, 0, "javascript:x()"}, {attack, attack, 0, "https://a.example/\"><img onerror=x()>"}};
  rule.cleared_by = {{{Tier::T1}, {}, {}, 1, Reach::Section}};
  const std::string out = page({file}, {rule});
  const auto count = [&](const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = out.find(part); at != std::string::npos; at = out.find(part, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("<script"), 1U);
  EXPECT_EQ(count("</script"), 1U);
  EXPECT_EQ(count("<img"), 0U);
  EXPECT_EQ(count("href=\"javascript:"), 0U);
  EXPECT_GE(count("&lt;script&gt;x()"), 10U);
  EXPECT_GE(count("@{rules}"), 10U) << "a part's name in an article is text";
}

TEST(HtmlPage, AllowsNoRequestAndOnlyItsOwnStyleAndScript) {
  const std::string out = page({checked("a.md", "[[x]]")});
  EXPECT_THAT(out, testing::ContainsRegex("Content-Security-Policy\" content=\"default-src 'none'; style-src "
                                          "'sha256-[A-Za-z0-9+/]{43}='; script-src 'sha256-[A-Za-z0-9+/]{43}=';"));
  for (const char* part : {"unsafe", "style=\"", "onclick", "@STYLE", "@SCRIPT", "<link", "@import", "url("})
    EXPECT_THAT(out, Not(HasSubstr(part)));
}

TEST(HtmlMarks, StandAtTheFindings) {
  EXPECT_EQ(marked(checked("a.md", "one [[two]] <b> [[three]]\n")),
            "one [warning 0: two]#W1 &lt;b&gt; [warning 1: three]#W2\n");
}

TEST(HtmlMarks, AreSplitWhereFindingsOverlap) {
  CheckedFile file = checked("a.md", "[[abcd]]ef");
  file.report.findings.push_back(finding_at(file, {2, 6}, Severity::Error));
  file.report.findings.push_back(finding_at(file, {1, 2}, Severity::Info));
  EXPECT_EQ(marked(file), "[warning 1: a][warning 0 1: b]#I1[error 1 2: cd]#W2[error 2: ef]#E3");
}

TEST(HtmlMarks, SuppressedFindingsAreShownAsSuch) {
  CheckedFile file = checked("a.md", "[[x]] y");
  file.report.suppressed = std::move(file.report.findings);
  file.report.findings.clear();
  file.report.suppressed.front().suppressed = Suppression{"film title", "", "2030-01-31", "a.md", {}};
  EXPECT_EQ(marked(file), "[suppressed 0: x]#S1 y");
  EXPECT_THAT(page({file}), HasSubstr("Suppressed in a.md, line 1: film title; until 2030-01-31"));
}

TEST(HtmlMarks, PlacesBeyondTheTextAreItsEnd) {
  CheckedFile file = checked("a.md", "[[x]]yz");
  file.report.findings.front().span = {9, 5};
  file.report.findings.front().related = {{{8, 12}, "nearest"}};
  EXPECT_EQ(marked(file), "xyz#W1");
}

TEST(HtmlMarks, EvidenceIsMarkedBesideFindings) {
  CheckedFile file = checked("a.md", "ab[[cd]]ef 7");
  file.report.evidence = {{EvidenceKind::Doi, Tier::T1, {1, 3}}, {EvidenceKind::Number, Tier::None, {7, 8}}};
  EXPECT_EQ(marked(file), "a{b}[warning ev 0: c][warning 0: d]#W1ef 7");
}

TEST(HtmlMarks, LongTextsAreCutIntoChunksAtLineEnds) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "a line\r\n";
  const std::string out = page({checked("a.md", text + "[[x]]")});
  EXPECT_THAT(out, HasSubstr("line\n</div><div class=\"chunk\">a line\n"));
  EXPECT_THAT(marked(checked("a.md", text + "[[x]]")), testing::EndsWith("a line\n[warning 0: x]#W1"));
}

TEST(HtmlMarks, ALineThatNoBrowserLaysOutIsCutAtASpaceOrBetweenCharacters) {
  std::string words;
  while (words.size() < 40000) words += "word ";
  EXPECT_THAT(page({checked("a.md", words)}), HasSubstr("word </div><div class=\"chunk\">word "));
  std::string letters;
  while (letters.size() < 80000) letters += "é";
  const std::string out = page({checked("a.md", "x" + letters)});
  EXPECT_THAT(out, HasSubstr("é</div><div class=\"chunk\">é"));
  const std::size_t begin = out.find("<div class=\"chunk\">");
  EXPECT_EQ(out.find("\uFFFD", begin), std::string::npos);
}

TEST(HtmlPage, AClaimSaysWhereItsEvidenceWasLookedFor) {
  Rule rule = demo_rule();
  rule.cleared_by = {{{Tier::T1, Tier::T2}, {EvidenceKind::SampleSize}, {}, 1, Reach::Sentence},
                     {{}, {}, {EvidenceKind::Doi, EvidenceKind::Pmid}, 2, Reach::Section}};
  const std::string asked = evidence_asked_for(rule);
  EXPECT_EQ(
      asked,
      "a source of tier T1 or T2 with sample-size in the same sentence; or 2 of: doi or pmid in the same section");
  CheckedFile file = checked("a.md", "[[cured]]\n\n10.1000/1");
  file.report.evidence = {{EvidenceKind::Doi, Tier::T1, {7, 16}}};
  EXPECT_THAT(page({file}, {rule}), HasSubstr("</a>: cured</td><td>" + asked + "</td><td>none in this section"));
  file.report.findings.front().related = {{{7, 16}, "the nearest doi"}};
  const std::string out = page({file}, {rule});
  EXPECT_THAT(out, HasSubstr("The nearest doi (<a href=\"#n0-0\">line 3</a>)"));
  EXPECT_THAT(out, HasSubstr("<span class=\"at\" id=\"n0-0\"></span>"));
  EXPECT_THAT(out, HasSubstr("<td>T1</td><td>doi</td><td><a href=\"#e0-0\">line 3</a></td><td>10.1000/1</td>"));
}

TEST(HtmlPage, CountsByRuleAndFile) {
  CheckedFile first = checked("a.md", "[[x]] [[y]]");
  first.report.findings.back().severity = Severity::Error;
  const std::string out = page({first, checked("b.md", "[[x]]"), checked("c.md", "x")});
  EXPECT_THAT(out, HasSubstr("3 findings in 2 files of 3, by 1 rule."));
  EXPECT_THAT(out,
              HasSubstr("<rect class=\"error\" x=\"0\" width=\"333\" height=\"10\"/><rect class=\"warning\" x=\"333\" "
                        "width=\"667\" height=\"10\"/></svg><span class=\"counts\">1 error, 2 warnings"));
  EXPECT_THAT(
      out,
      HasSubstr("<rect class=\"warning\" x=\"0\" width=\"500\" height=\"10\"/></svg><span class=\"counts\">1 warning"));
  EXPECT_THAT(out, HasSubstr("<span class=\"counts\">none</span>"));
}

TEST(HtmlPage, TellsWhatARuleAsksAndWhoAsks) {
  const std::string out = page({checked("a.md", "[[x]]")});
  for (const char* part : {"Nobody can check it", "name the trial", "claims a cure", "Code [UK], 3.1 (2010)",
                           "href=\"https://example.org/a%20b\"", "needs a source"})
    EXPECT_THAT(out, HasSubstr(part));
}

TEST(HtmlPage, ManyOverlappingFindingsStayLinear) {
  CheckedFile file = checked("a.md", "[[" + std::string(20000, 'x') + "]]");
  for (std::size_t i = 1; i < 4000; ++i)
    file.report.findings.push_back(finding_at(file, {i, 20000 - i}, Severity::Info));
  EXPECT_LT(page({file}).size(), 4000U * 2500U);
}

}  // namespace
}  // namespace hypelint
