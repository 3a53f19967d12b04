// Usage, configuration and rule pack errors: exit code 2, nothing on standard output, the place and the nearest right
// word.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"

namespace hypelint {
namespace {

using testing::HasSubstr;

struct FailureCase {
  std::string name;
  std::vector<std::string> arguments;
  std::string message;
  friend std::ostream& operator<<(std::ostream& out, const FailureCase& each) { return out << each.name; }
};

class Failures : public testing::TestWithParam<FailureCase> {};

TEST_P(Failures, ExitWith2AndSayWhatIsRight) {
  const Workplace place;
  place.write("a.md", "miracle\n");
  place.write("key.toml", "\nselct = []\n");
  place.write("rule.toml", "ignore = [\"demo/cur\"]\n");
  place.write("syntax.toml", "ignore = [\n");
  place.write("pack/pack.toml", "name = 1\n");
  const RunOutcome outcome = place.run({GetParam().arguments, "", {{"HYPELINT_PACKS", demo_pack()}}});
  EXPECT_EQ(outcome.code, 2) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("hypelint: error: "));
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    All, Failures,
    testing::Values(
        FailureCase{"no_command", {}, "a command is missing"},
        FailureCase{"unknown_command", {"chek", "a.md"}, "unknown command `chek`, did you mean `check`?"},
        FailureCase{"file_as_command", {"a.md"}, "`hypelint check a.md`"},
        FailureCase{
            "unknown_flag", {"check", "--fromat", "json", "a.md"}, "unknown flag `--fromat`, did you mean `--format`?"},
        FailureCase{"unknown_rules_command", {"rules", "tset"}, "did you mean `test`?"},
        FailureCase{"missing_value", {"check", "a.md", "--format"}, "--format"},
        FailureCase{
            "unknown_format", {"check", "--format", "jsn", "a.md"}, "unknown format `jsn`, did you mean `json`?"},
        FailureCase{"unknown_format_with_file",
                    {"check", "--format", "sarf=x", "a.md"},
                    "unknown format `sarf`, did you mean `sarif`? (known: text, line, json, jsonl, sarif, github, "
                    "gitlab, junit, checkstyle, rdjsonl, html)"},
        FailureCase{"empty_file", {"check", "--format", "json=", "a.md"}, "a file name must follow"},
        FailureCase{"two_formats", {"check", "--format", "json", "--format", "text", "a.md"}, "only one format"},
        FailureCase{"two_formats_on_a_dash",
                    {"check", "--format", "json=-", "--format", "sarif=-", "a.md"},
                    "only one format can go to standard output"},
        FailureCase{"unknown_severity", {"check", "--fail-on", "warnin", "a.md"}, "did you mean `warning`?"},
        FailureCase{"unknown_confidence", {"check", "--min-confidence", "sure", "a.md"}, "known: low, medium, high"},
        FailureCase{"unknown_color", {"check", "--color", "alway", "a.md"}, "did you mean `always`?"},
        FailureCase{"bad_jobs", {"check", "--jobs", "0", "a.md"}, "--jobs"},
        FailureCase{"config_and_none", {"check", "--config", "key.toml", "--no-config", "a.md"}, "--config"},
        FailureCase{"unknown_selected_rule",
                    {"check", "--select", "demo/cur", "a.md"},
                    "--select: unknown rule or group `demo/cur`, did you mean `demo/cure`?"},
        FailureCase{"unknown_ignored_group", {"check", "--ignore", "demos", "a.md"}, "did you mean `demo`?"},
        FailureCase{"missing_config", {"check", "--config", "none.toml", "a.md"}, "none.toml"},
        FailureCase{"unknown_key", {"check", "--config", "key.toml", "a.md"}, "key.toml:2:1: "},
        FailureCase{"unknown_rule_in_config", {"check", "--config", "rule.toml", "a.md"}, "rule.toml:1:11: "},
        FailureCase{"broken_config", {"check", "--config", "syntax.toml", "a.md"}, "syntax.toml:"},
        FailureCase{"missing_pack", {"check", "--pack", "none", "a.md"}, "none"},
        FailureCase{"broken_pack", {"check", "--pack", "pack", "a.md"}, "pack/pack.toml:1:"},
        FailureCase{
            "unwritable_report", {"check", "--format", "json=none/x.json", "a.md"}, "none/x.json: cannot write"},
        FailureCase{
            "unknown_rule_to_explain", {"explain", "demo/cur"}, "unknown rule `demo/cur`, did you mean `demo/cure`?"},
        FailureCase{"nothing_to_explain", {"explain"}, "RULE"},
        FailureCase{"extra_argument", {"init", "now"}, "unexpected argument `now`"}),
    [](const auto& each) { return each.param.name; });

TEST(Output, FullDiskIsNoSuccess) {
  const Workplace place;
  place.write("a.md", "fine\n");
  const RunOutcome outcome = place.check({"--format", "json=/dev/full", "a.md"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("No space left"));
}

}  // namespace
}  // namespace hypelint
