// What the program writes about itself, and `--`, which ends the flags.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_tree.h"
#include "cli/completions.h"
#include "cli/man_page.h"
#include "cli/program.h"

namespace hypelint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A program whose texts hold what shells and roff give a meaning to.
CommandDoc hostile_tree() {
  const OptionDoc flag{{"--of", "-o"}, "X", ValueKind::Free, {}, ".it's [a] $(touch x): `b` \\c", false};
  return {"hypelint", "about", "", {}, {}, {{"go", "It's: a [go] \\n", "", {flag}, {}, {}}}};
}

TEST(Completions, QuoteWhatShellsWouldRead) {
  EXPECT_THAT(completions(hostile_tree(), "zsh"), HasSubstr(R"--('(--of -o)--of=[.it'\''s \[a\] $(touch x)]:X: ')--"));
  EXPECT_THAT(completions(hostile_tree(), "fish"), HasSubstr(R"(-l of -s o -x -d '.it\'s [a] $(touch x)')"));
  EXPECT_THAT(completions(hostile_tree(), "bash"), HasSubstr("'go') _hypelint_words --of -o ;;"));
}

TEST(Completions, OfAnUnknownShellAreAnError) {
  EXPECT_EQ(completions(hostile_tree(), "csh"), "");
  const RunOutcome outcome = Workplace().run({{"completions", "bsh"}, "", {}});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("unknown shell `bsh`, did you mean `bash`?"));
}

TEST(ManPage, EscapesWhatRoffWouldRead) {
  EXPECT_THAT(man_page(hostile_tree(), "1.0"), HasSubstr("\n\\&.it's [a] $(touch x): `b` \\ec\n"));
}

TEST(ManPage, PutsInBracketsWhatMayBeLeftOut) {
  CommandDoc tree = hostile_tree();
  tree.commands.front().arguments = {{{"ID"}, "ID", ValueKind::Free, {}, "", false, true},
                                     {{"PATH"}, "PATH", ValueKind::Path, {}, "", true, false}};
  EXPECT_THAT(man_page(tree, "1.0"),
              HasSubstr("\n\\fBhypelint go\\fR [\\fIOPTION\\fR]... \\fIID\\fR [\\fIPATH\\fR]...\n"));
}

TEST(ManPage, GivesEachPartOfAFooterItsSection) {
  CommandDoc tree = hostile_tree();
  tree.footer = "Examples:\n  hypelint x\n\nExit codes: 0 fine\n            1 not";
  EXPECT_THAT(man_page(tree, "1.0"),
              HasSubstr(".SH \"EXAMPLES\"\n.nf\nhypelint x\n.fi\n.SH \"EXIT CODES\"\n.nf\n0 fine\n1 not\n.fi\n"));
}

TEST(ManPage, NamesTheVariablesAndFilesThatAreRead) {
  const std::string page = man_page(hostile_tree(), "1.0");
  for (const char* name : {"HYPELINT_PACKS", "HYPELINT_CACHE", "XDG_CACHE_HOME", "NO_COLOR", "CLICOLOR_FORCE",
                           "hypelint.toml", "article.txt.hypelint", "\\(ti/.cache/hypelint"}) {
    EXPECT_THAT(page, HasSubstr(name));
  }
}

TEST(CommandTree, NamesCommandsByTheirPath) {
  CommandDoc tree = hostile_tree();
  tree.commands.front().commands.push_back({"on", "", "", {}, {}, {}});
  std::vector<std::string> paths;
  for (const NamedCommand& each : all_commands(tree)) paths.push_back(each.path);
  EXPECT_THAT(paths, ElementsAre("go", "go on"));
}

TEST(EndOfFlags, MakesTheRestFiles) {
  const Workplace place;
  place.write("--no-config", "A miracle.\n");
  const RunOutcome outcome = place.check({"--format", "line", "--", "--no-config"});
  EXPECT_EQ(outcome.code, 1) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("--no-config:1:"));
}

TEST(EndOfFlags, IsNothingByItself) {
  const Workplace place;
  EXPECT_THAT(place.run({{"--"}, "", {}}).err, HasSubstr("a command is missing"));
  EXPECT_EQ(place.run({{"rules", "--"}, "", {{"HYPELINT_PACKS", demo_pack()}}}).code, 0);
  EXPECT_THAT(place.run({{"explain", "--", "a/b", "c/d"}, "", {}}).err, HasSubstr("unexpected argument `c/d`"));
}

}  // namespace
}  // namespace hypelint
