// What directives in articles do to findings, and what is found wrong with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "lint/suppression_rules.h"
#include "rules/example_marks.h"
#include "rules/small_pack.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::rules_of;
using testing::SmallPack;

const Linter& linter() {
  static const Linter made = [] {
    SmallPack pack;
    pack.rule("demo/best", RuleKind::Phrase, {"the best"});
    pack.rule("demo/cure", RuleKind::Phrase, {"cure"}).severity = Severity::Error;
    pack.rule("demo/quiet", RuleKind::Phrase, {"quiet"}).on = false;
    return pack.linter();
  }();
  return made;
}

FileReport report_of(const std::string& text, const Settings& settings = {}, Format format = Format::Markdown) {
  return linter().lint(Source::from_bytes("a", text, format), settings);
}

struct SuppressCase {
  std::string name;
  Format format;
  std::string text;
  std::vector<std::string> findings;    // ids that count
  std::vector<std::string> suppressed;  // ids and reasons
  friend std::ostream& operator<<(std::ostream& out, const SuppressCase& each) { return out << each.name; }
};

class Suppress : public ::testing::TestWithParam<SuppressCase> {};

TEST_P(Suppress, TakesWhatItNamesWhereItStands) {
  const FileReport report = report_of(GetParam().text, {}, GetParam().format);
  std::vector<std::string> suppressed;
  for (const Finding& finding : report.suppressed) {
    ASSERT_TRUE(finding.suppressed.has_value());
    suppressed.push_back(finding.rule + ": " + finding.suppressed->reason);
  }
  EXPECT_EQ(rules_of(report.findings), GetParam().findings);
  EXPECT_EQ(suppressed, GetParam().suppressed);
}

const std::string kNext = "hypelint-disable-next-block demo/cure: x";
const std::vector<std::string> kCure = {"demo/cure"};
const std::vector<std::string> kCureForX = {"demo/cure: x"};

INSTANTIATE_TEST_SUITE_P(
    Forms, Suppress,
    ::testing::Values(
        SuppressCase{"html",
                     Format::Html,
                     "<p>A cure.</p><!-- " + kNext + " --><p>A cure.</p><p>A cure.</p>",
                     {"demo/cure", "demo/cure"},
                     kCureForX},
        SuppressCase{"markdown", Format::Markdown, "<!-- " + kNext + " -->\n# A cure\n\nA cure.\n", kCure, kCureForX},
        SuppressCase{"markdown_definition", Format::Markdown, "[//]: # (" + kNext + ")\n\nA cure.\n\nA cure.\n", kCure,
                     kCureForX},
        SuppressCase{"mdx", Format::Mdx, "{/* " + kNext + " */}\n\nA cure.\n\nA cure.\n", kCure, kCureForX},
        SuppressCase{"front_matter",
                     Format::Markdown,
                     "---\nhypelint:\n  - disable-file demo/cure: x\n---\nA cure, the best.\n\nA cure.\n",
                     {"demo/best"},
                     {"demo/cure: x", "demo/cure: x"}},
        SuppressCase{"front_matter_covers_its_title",
                     Format::Markdown,
                     "---\ntitle: A cure\nhypelint: [\"disable-file demo/cure: x\"]\n---\n",
                     {},
                     kCureForX},
        SuppressCase{"file", Format::Html, "<p>A cure.</p><!-- hypelint-disable-file demo/cure: x -->", {}, kCureForX},
        SuppressCase{"range",
                     Format::Markdown,
                     "A cure.\n\n<!-- hypelint-disable demo/cure: x -->\n\nA cure.\n\n# A cure\n\n"
                     "<!-- hypelint-enable demo/cure -->\n\nA cure.\n",
                     {"demo/cure", "demo/cure"},
                     {"demo/cure: x", "demo/cure: x"}},
        SuppressCase{"range_inside_a_sentence",
                     Format::Html,
                     "<p>A cure and <!-- hypelint-disable demo/best: x -->the best<!-- hypelint-enable demo/best --> "
                     "and more. It is the best.</p>",
                     {"demo/cure", "demo/best"},
                     {"demo/best: x"}},
        SuppressCase{
            "range_to_the_end", Format::Markdown, "<!-- hypelint-disable demo/cure: x -->\n\nA cure.\n", {}, kCureForX},
        SuppressCase{"enable_ends_only_what_it_names",
                     Format::Markdown,
                     "<!-- hypelint-disable demo/cure demo/best: x -->\n\n<!-- hypelint-enable demo/cure -->\n\n"
                     "A cure, the best.\n",
                     {"suppression/unused", "demo/cure"},
                     {"demo/best: x"}},
        SuppressCase{"enable_without_names_ends_all", Format::Markdown,
                     "<!-- hypelint-disable demo/cure: x -->\n\nA cure.\n\n<!-- hypelint-enable -->\n\nA cure.\n",
                     kCure, kCureForX},
        SuppressCase{"the_innermost_takes_it",
                     Format::Markdown,
                     "<!-- hypelint-disable-file demo/cure: file -->\n<!-- hypelint-disable demo/cure: range -->\n\n"
                     "A cure.\n\n<!-- hypelint-disable-next-block demo/cure: block -->\n\nA cure.\n\n"
                     "<!-- hypelint-enable demo/cure -->\n\nA cure.\n",
                     {},
                     {"demo/cure: range", "demo/cure: block", "demo/cure: file"}},
        SuppressCase{"several_rules",
                     Format::Markdown,
                     "<!-- hypelint-disable-next-block demo/cure, demo/best: x -->\nA cure, the best.\n",
                     {},
                     {"demo/cure: x", "demo/best: x"}},
        SuppressCase{"a_code_sample_is_none",
                     Format::Markdown,
                     "`<!-- " + kNext + " -->`\n\nA cure.\n",
                     {"demo/cure", "demo/cure"},
                     {}},
        SuppressCase{"plain_text_has_no_comments",
                     Format::Plain,
                     "<!-- " + kNext + " -->\n\nA cure.\n",
                     {"demo/cure", "demo/cure"},
                     {}}),
    [](const auto& each) { return each.param.name; });

const std::string kFile = "hypelint-disable-file ";

INSTANTIATE_TEST_SUITE_P(
    Faults, Suppress,
    ::testing::Values(
        SuppressCase{"no_reason",
                     Format::Html,
                     "<!-- " + kFile + "demo/cure --><p>A cure.</p>",
                     {"suppression/no-reason", "demo/cure"},
                     {}},
        SuppressCase{"empty_reason",
                     Format::Html,
                     "<!-- " + kFile + "demo/cure:  --><p>A cure.</p>",
                     {"suppression/no-reason", "demo/cure"},
                     {}},
        SuppressCase{"unknown",
                     Format::Html,
                     "<!-- " + kFile + "demo/cures: x --><p>A cure.</p>",
                     {"suppression/unknown-rule", "demo/cure"},
                     {}},
        SuppressCase{"unknown_beside_a_rule",
                     Format::Html,
                     "<!-- " + kFile + "demo/x demo/cure: x --><p>A cure.</p>",
                     {"suppression/unknown-rule"},
                     kCureForX},
        SuppressCase{"all",
                     Format::Html,
                     "<!-- " + kFile + "all: x --><p>A cure.</p>",
                     {"suppression/blanket", "demo/cure"},
                     {}},
        SuppressCase{
            "star", Format::Html, "<!-- " + kFile + "*: x --><p>A cure.</p>", {"suppression/blanket", "demo/cure"}, {}},
        SuppressCase{"group",
                     Format::Html,
                     "<!-- " + kFile + "demo: x --><p>A cure.</p>",
                     {"suppression/blanket", "demo/cure"},
                     {}},
        SuppressCase{"group_star",
                     Format::Html,
                     "<!-- " + kFile + "demo/*: x --><p>A cure.</p>",
                     {"suppression/blanket", "demo/cure"},
                     {}},
        SuppressCase{"a_blanket_spoils_the_rest",
                     Format::Html,
                     "<!-- " + kFile + "demo/cure all: x --><p>A cure.</p>",
                     {"suppression/blanket", "demo/cure"},
                     {}},
        SuppressCase{"no_rule",
                     Format::Html,
                     "<!-- hypelint-disable: x --><p>A cure.</p>",
                     {"suppression/blanket", "demo/cure"},
                     {}},
        SuppressCase{"itself",
                     Format::Html,
                     "<!-- " + kFile + "suppression/unused: x --><p>A cure.</p>",
                     {"suppression/unknown-rule", "demo/cure"},
                     {}},
        SuppressCase{"malformed",
                     Format::Html,
                     "<!-- hypelint-off demo/cure: x --><p>A cure.</p>",
                     {"suppression/malformed", "demo/cure"},
                     {}},
        SuppressCase{"several_faults",
                     Format::Html,
                     "<!-- " + kFile + "demo/x all --><p>A cure.</p>",
                     {"suppression/blanket", "suppression/no-reason", "suppression/unknown-rule", "demo/cure"},
                     {}},
        SuppressCase{"unused",
                     Format::Html,
                     "<!-- " + kFile + "demo/best: x --><p>A cure.</p>",
                     {"suppression/unused", "demo/cure"},
                     {}},
        SuppressCase{"unused_before_nothing",
                     Format::Html,
                     "<p>A cure.</p><!-- " + kNext + " -->",
                     {"demo/cure", "suppression/unused"},
                     {}},
        SuppressCase{"an_end_without_a_beginning",
                     Format::Html,
                     "<p>A cure.</p><!-- hypelint-enable demo/cure -->",
                     {"demo/cure", "suppression/unused"},
                     {}},
        SuppressCase{
            "a_rule_that_is_off_is_not_unused", Format::Html, "<!-- " + kFile + "demo/quiet: x --><p>a</p>", {}, {}}),
    [](const auto& each) { return each.param.name; });

TEST(Suppressions, AreOverAfterTheirDay) {
  const std::string text = "<!-- hypelint-disable-next-block demo/cure until=2026-06-30: x -->\nA cure.\n";
  Settings settings;
  EXPECT_THAT(rules_of(report_of(text).findings), IsEmpty()) << "no day is known";
  settings.today = "2026-06-30";
  EXPECT_THAT(rules_of(report_of(text, settings).findings), IsEmpty());
  settings.today = "2026-07-01";
  EXPECT_THAT(rules_of(report_of(text, settings).findings), ElementsAre("suppression/expired", "demo/cure"));
}

TEST(Suppressions, AreListedWithWhatTheyDo) {
  const FileReport report = report_of(
      "<!-- hypelint-disable-next-block demo/cure evidence=\"https://e.org\" until=2030-01-01: x -->\n"
      "A cure, a second cure. A cure.\n\n<!-- hypelint-disable-file demo/best -->\n");
  ASSERT_EQ(report.suppressions.size(), 2U);
  const SuppressionEntry& first = report.suppressions[0];
  EXPECT_EQ(to_string(first.form), "next-block");
  EXPECT_THAT(first.rules, ElementsAre("demo/cure"));
  EXPECT_EQ(first.terms.evidence, "https://e.org");
  EXPECT_EQ(first.terms.until, "2030-01-01");
  EXPECT_EQ(first.terms.path, "a");
  EXPECT_EQ(first.terms.place.line, 1U);
  EXPECT_EQ(first.terms.place.column, 6U);
  EXPECT_EQ(first.findings, report.suppressed.size());
  EXPECT_GT(first.findings, 0U);
  EXPECT_THAT(first.faults, IsEmpty());
  EXPECT_THAT(report.suppressions[1].faults, ElementsAre("suppression/no-reason"));
}

TEST(Suppressions, ObeySelectionSeverityAndThresholds) {
  const std::string text = "<!-- hypelint-disable-file demo/best -->\n\nA cure.\n";
  Settings settings;
  settings.ignore = {"suppression/no-reason"};
  EXPECT_THAT(rules_of(report_of(text, settings).findings), ElementsAre("demo/cure"));
  settings.ignore = {};
  settings.select = {"demo"};
  EXPECT_THAT(rules_of(report_of(text, settings).findings), ElementsAre("demo/cure"));
  settings.select = {};
  settings.severity = {{"suppression", Severity::Info}};
  EXPECT_EQ(report_of(text, settings).findings.at(0).severity, Severity::Info);
  settings.min_severity = Severity::Warning;
  EXPECT_THAT(rules_of(report_of(text, settings).findings), ElementsAre("demo/cure"));
}

TEST(Suppressions, BelowTheThresholdsAreNotUnused) {
  Settings settings;
  settings.min_severity = Severity::Error;
  const FileReport report = report_of("<!-- hypelint-disable-file demo/best: x -->\n\nThe best.\n", settings);
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_THAT(report.suppressed, IsEmpty());
}

TEST(Suppressions, OfASidecarSpeakForTheWholeText) {
  const Source article = Source::from_bytes("a.txt", "A cure.\n\nThe best.\n");
  const Source sidecar = Source::from_bytes("a.txt.hypelint",
                                            "# agreed in May\n\ndisable-file demo/cure: x\r\n"
                                            "  disable-file demo/best\ndisable-next-block demo/best: y\nnonsense\n",
                                            Format::Plain);
  const FileReport report = linter().lint(article, {}, &sidecar);
  EXPECT_THAT(rules_of(report.findings), ElementsAre("demo/best"));
  EXPECT_THAT(rules_of(report.suppressed), ElementsAre("demo/cure"));
  EXPECT_EQ(report.suppressed[0].suppressed->path, "a.txt.hypelint");
  EXPECT_EQ(report.suppressed[0].suppressed->place.line, 3U);
  EXPECT_THAT(rules_of(report.sidecar_findings),
              ElementsAre("suppression/no-reason", "suppression/malformed", "suppression/malformed"));
  const SourceSpan place = report.sidecar_findings[0].span;
  EXPECT_EQ(sidecar.text().substr(place.begin, place.end - place.begin), "disable-file demo/best");
}

TEST(Suppressions, NameTheNearestRule) {
  const FileReport report = report_of("<!-- hypelint-disable-file demo/curse demo/y: x -->\n\nfine\n");
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_THAT(report.findings[0].message, HasSubstr("`demo/curse`, did you mean `demo/cure`?"));
  EXPECT_THAT(report.findings[0].message, HasSubstr("1 more"));
}

// The examples of the built-in rules are shown by `hypelint explain`.
TEST(SuppressionRules, FindWhatTheirExamplesMark) {
  std::size_t marked = 0;
  for (const Rule& rule : suppression_rules()) {
    EXPECT_TRUE(is_built_in(rule)) << rule.id;
    ASSERT_NE(linter().rule(rule.id), nullptr) << rule.id;
    EXPECT_FALSE(rule.summary.empty() || rule.why.empty() || rule.clear.empty() || rule.sources.empty()) << rule.id;
    for (const auto* examples : {&rule.bad, &rule.good}) {
      for (const Example& example : *examples) {
        const auto parsed = parse_marks(example.text);
        ASSERT_TRUE(parsed.has_value()) << rule.id;
        std::vector<SourceSpan> spans;
        for (const Finding& finding : report_of(parsed->text).findings) {
          if (finding.rule == rule.id) spans.push_back(finding.span);
        }
        EXPECT_EQ(spans, parsed->spans) << rule.id << ": " << example.text;
        marked += spans.size();
      }
    }
  }
  EXPECT_GE(marked, 4U);
}

TEST(Suppressions, TakeLinearTimeAndMemory) {
  const std::string reason(2000, 'y');
  for (const std::string& piece :
       {std::string("<!-- hypelint-disable demo/cure: x --> cure. "), std::string("<!-- hypelint-enable --> "),
        std::string("<!-- hypelint-disable-next-block demo/cure: " + reason + " --><p>cure cure cure.</p>"),
        std::string("<!-- hypelint-disable-next-block demo/cure: x -->"),
        std::string("<!-- hypelint-disable a b/c -->")}) {
    std::string text;
    while (text.size() < 500'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    const FileReport report = report_of(text, {}, Format::Html);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << piece.substr(0, 60);
  }
  std::string names = "<!-- hypelint-disable-file ";
  while (names.size() < 500'000) names += "zz y/x ";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(report_of(names + ": x -->\n").findings.size(), 1U);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace hypelint
