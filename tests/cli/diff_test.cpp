// Reading diffs: paths, hunks, and what a deletion touches.
#include <gtest/gtest.h>

#include <string>

#include "cli/diff.h"

namespace hypelint {
namespace {

// "path: 1-2 5-5; path: whole".
std::string shown(const std::string& patch) {
  std::string out;
  for (const ChangedFile& file : parse_diff(patch)) {
    out += (out.empty() ? "" : "; ") + file.path + ":" + (file.whole ? " whole" : "");
    if (file.whole) continue;
    for (const LineRange& range : file.lines)
      out += " " + std::to_string(range.first) + "-" + std::to_string(range.last);
  }
  return out;
}

std::string with_path(const std::string& written) {
  return "diff --git x y\n--- a/x\n+++ " + written + "\n@@ -1 +1 @@\n-a\n+b\n";
}

TEST(Diff, DecodesPaths) {
  EXPECT_EQ(shown(with_path("b/a.md")), "a.md: 1-1");
  EXPECT_EQ(shown(with_path("b/with space.md\t")), "with space.md: 1-1");
  EXPECT_EQ(shown(with_path("\"b/tab\\tquote\\\"back\\\\slash\\303\\274.md\"")),
            "tab\tquote\"back\\slash\xC3\xBC.md: 1-1");
  EXPECT_EQ(shown(with_path("b/ü.md")), "ü.md: 1-1");
  EXPECT_EQ(shown(with_path("/dev/null")), "");
  EXPECT_EQ(shown(with_path("\"b/cut\\30")), "cut\x18: 1-1");
  EXPECT_EQ(shown(with_path("\"b/cut\\")), "cut\\: 1-1");
}

struct HunkRow {
  const char* hunk;
  const char* lines;
};

TEST(Diff, TakesLinesFromHunks) {
  for (const HunkRow& row : {
           HunkRow{"@@ -3 +3 @@\n-a\n+b\n", " 3-3"},
           {"@@ -3,2 +3,4 @@ heading\n-a\n-a\n+b\n+b\n+b\n+b\n", " 3-6"},
           {"@@ -0,0 +1,2 @@\n+a\n+b\n", " 1-2"},
           {"@@ -3 +3 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n@@ -9,0 +9 @@\n+c\n",
            " 3-3 9-9"},
           // Added text that looks like a diff.
           {"@@ -1,0 +2,3 @@\n+++ b/other.md\n+@@ -1 +1 @@\n+diff --git a b\n@@ -8 +20 @@\n-x\n+y\n", " 2-4 20-20"},
           {"@@ -1,3 +2 @@\n--- a/other.md\n-x\n-- y\n+z\n", " 2-2"},
       }) {
    EXPECT_EQ(shown(std::string("diff --git x y\n--- a/a.md\n+++ b/a.md\n") + row.hunk),
              std::string("a.md:") + row.lines)
        << row.hunk;
  }
}

TEST(Diff, DeletedTextTouchesTheTextBesideIt) {
  for (const HunkRow& row : {
           HunkRow{"@@ -6 +5,0 @@\n-but only in mice.\n", "a.md: 5-6"},
           {"@@ -6,2 +5,0 @@\n-A paragraph.\n-\n", "a.md: 5-5"},
           {"@@ -6,2 +5,0 @@\n-\n-A paragraph.\n", "a.md: 6-6"},
           {"@@ -6,2 +5,0 @@\n-\n-\n", ""},
           {"@@ -6 +5,0 @@\n-- an item\n", ""},
           {"@@ -6 +5,0 @@\n-12. an item\n", ""},
           {"@@ -6 +5,0 @@\n-<p>A paragraph.</p>\n", ""},
           {"@@ -6 +5,0 @@\n-# A heading\n", ""},
           {"@@ -6 +5,0 @@\n-2019 was the year\n", "a.md: 5-6"},
           {"@@ -6 +6 @@\n-but only in mice.\n+\n", "a.md: 5-7"},
           {"@@ -1 +0,0 @@\n-first line\n", "a.md: 1-1"},
       }) {
    EXPECT_EQ(shown(std::string("diff --git x y\n--- a/a.md\n+++ b/a.md\n") + row.hunk), row.lines) << row.hunk;
  }
}

TEST(Diff, NewFilesAreNewAsAWholeAndRenamesAreNot) {
  EXPECT_EQ(
      shown("diff --git a/n.md b/n.md\nnew file mode 100644\nindex 0..1\n--- /dev/null\n+++ b/n.md\n@@ -0,0 +1 @@\n"
            "+x\n"
            "diff --git a/o.md b/p.md\nsimilarity index 100%\nrename from o.md\nrename to p.md\n"
            "diff --git a/q.md b/r.md\nsimilarity index 90%\nrename from q.md\nrename to r.md\n--- a/q.md\n"
            "+++ b/r.md\n@@ -4 +4 @@\n-x\n+y\n"
            "diff --git a/s.md b/s.md\ndeleted file mode 100644\n--- a/s.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n"),
      "n.md: whole; r.md: 4-4");
}

TEST(Diff, OfBinaryFilesTakesThemAsAWhole) {
  EXPECT_EQ(
      shown("diff --git a/d e/u.txt b/d e/u.txt\nindex 1..2 100644\nBinary files a/d e/u.txt and b/d e/u.txt differ\n"
            "diff --git \"a/q\\\".md\" \"b/q\\\".md\"\nnew file mode 100644\n"
            "Binary files /dev/null and \"b/q\\\".md\" differ\n"
            "diff --git a/o.md b/p.md\nrename from o.md\nrename to p.md\nBinary files a/o.md and b/p.md differ\n"
            "diff --git a/s.md b/s.md\ndeleted file mode 100644\nBinary files a/s.md and /dev/null differ\n"),
      "d e/u.txt: whole; q\".md: whole; p.md: whole");
}

TEST(Diff, OfAnyBytesGivesSomething) {
  for (const std::string patch :
       {"", "\n", "+++ ", "diff --git ", "diff --git a\nBinary files ", "+++ \"", "+++ \"b/", "@@ -", "@@ -1 +",
        "@@ -1,9999999999999999999999 +1 @@\n-a", "+++ b/a\n@@ -1 +99999999999999999999999,99999999999999 @@\n+a",
        "@@ -1 +1 @@\n-a\n+b\n"}) {
    EXPECT_LE(parse_diff(patch).size(), 1U) << patch;
  }
}

TEST(Change, TouchesTheLinesItHas) {
  const ChangedFile file{"a", false, {{3, 4}, {8, 8}}};
  for (const auto& [first, last, touched] :
       {std::tuple{1U, 2U, false}, {1U, 3U, true}, {4U, 4U, true}, {5U, 7U, false}, {5U, 9U, true}, {9U, 9U, false}}) {
    EXPECT_EQ(file.touches({first, last}), touched) << first << "-" << last;
  }
  EXPECT_TRUE((ChangedFile{"a", true, {}}.touches({7, 7})));
}

}  // namespace
}  // namespace hypelint
