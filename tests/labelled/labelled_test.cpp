// Precision and recall of the health pack on the labelled articles of fixtures/labelled, by group.
// LABELLED_VERBOSE=1 prints every wrong and every missed sentence.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "hypelint/linter.h"
#include "labelled/labels.h"
#include "labelled/units.h"
#include "support/built_in_packs.h"
#include "support/files.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;
using testing::built_in_linter;
using testing::read_file;

const fs::path folder = fs::path(HYPELINT_SOURCE_DIR) / "fixtures" / "labelled";

// What a group must reach, in hundredths. A little below what was measured when it was set: a floor catches a loss,
// it is no aim. Document rules are rows of their own.
struct Floor {
  const char* row;
  int precision;
  int recall;
};
constexpr Floor floors[] = {
    {"authority", 92, 65},
    {"balance", 80, 60},
    {"balance, document", 75, 40},
    {"citation", 72, 95},
    {"citation, document", 92, 90},
    {"disclosure", 90, 90},
    {"disclosure, document", 92, 85},
    {"efficacy", 82, 76},
    {"safety", 88, 84},
    {"solicitation", 92, 89},
    {"statistics", 90, 80},
    {"superlative", 80, 88},
    {"testimonial", 94, 88},
    {"trial", 88, 80},
};

struct Tally {
  int right = 0;
  int wrong = 0;
  int missed = 0;

  Tally& operator+=(const Tally& other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
    return *this;
  }
  // In hundredths; 100 when there is nothing to be wrong about.
  [[nodiscard]] int precision() const { return right + wrong == 0 ? 100 : 100 * right / (right + wrong); }
  [[nodiscard]] int recall() const { return right + missed == 0 ? 100 : 100 * right / (right + missed); }
};
using Tallies = std::map<std::string, Tally>;

std::vector<fs::path> label_files() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".labels") paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

fs::path article_of(fs::path labels) { return labels.replace_extension(); }

std::vector<std::string> rule_ids() {
  std::vector<std::string> ids;
  for (const Rule& rule : built_in_linter().rules()) ids.push_back(rule.id);
  return ids;
}

bool has_group(const std::string& group) {
  return std::ranges::any_of(built_in_linter().rules(), [&](const Rule& rule) { return group_of(rule.id) == group; });
}

// One row of the table at one place of an article.
struct Mark {
  std::string row;
  std::size_t unit = 0;  // npos for the document and for a place outside every sentence
  std::string text;      // the sentence; for a document mark its rule

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  friend auto operator<=>(const Mark&, const Mark&) = default;
};
using Marks = std::set<Mark>;

Mark document_mark(const std::string& rule) { return {std::string(group_of(rule)) + ", document", Mark::npos, rule}; }

struct Expected {
  Marks marks;
  Marks either;
  Errors errors;
};

void expect(Expected& expected, const Label& label, const Units& units, const Source& source, const std::string& path) {
  if (label.kind == LabelKind::Document) expected.marks.insert(document_mark(label.rule));
  if (label.kind == LabelKind::EitherDocument) expected.either.insert(document_mark(label.rule));
  if (label.kind == LabelKind::Document || label.kind == LabelKind::EitherDocument) return;
  const auto span = find_once(source.text(), label.beginning);
  const auto unit = span ? units.beginning_at(span.value()) : std::nullopt;
  if (!unit) {
    const std::string message = span ? "begins no sentence: " + label.beginning : span.errors().front().message;
    expected.errors.push_back({ErrorCode::Input, message, path, label.where});
    return;
  }
  const Mark mark{std::string(group_of(label.rule)), *unit, units.text(*unit)};
  (label.kind == LabelKind::Either ? expected.either : expected.marks).insert(mark);
}

Expected expected_in(const Source& source, const Units& units, const fs::path& label_file) {
  Expected expected;
  const std::string path = label_file.filename().string();
  const auto labels = parse_labels(read_file(label_file), path);
  if (!labels) {
    expected.errors = labels.errors();
    return expected;
  }
  expected.errors = unknown_rules(labels.value(), path, rule_ids());
  for (const Label& label : labels.value()) expect(expected, label, units, source, path);
  return expected;
}

Marks found_in(const Source& source, const Units& units) {
  Marks found;
  for (const Finding& finding : built_in_linter().lint(source).findings) {
    if (finding.scope == FindingScope::Document) {
      found.insert(document_mark(finding.rule));
      continue;
    }
    auto unit = units.overlapped_by(finding.span);
    if (!unit) unit = units.overlapped_by(finding.sentence);  // an address stands outside the words of its sentence
    const std::string row(group_of(finding.rule));
    found.insert(unit ? Mark{row, *unit, units.text(*unit)} : Mark{row, Mark::npos, "(outside every sentence)"});
  }
  return found;
}

void tell(const char* what, const std::string& article, const Mark& mark) {
  static const bool verbose = std::getenv("LABELLED_VERBOSE") != nullptr;
  if (verbose) std::printf("%-7s %-22s %-30s %.200s\n", what, mark.row.c_str(), article.c_str(), mark.text.c_str());
}

void count(Tallies& tallies, const std::string& article, const Expected& expected, const Marks& found) {
  for (const Mark& mark : found) {
    if (expected.marks.contains(mark)) {
      ++tallies[mark.row].right;
    } else if (!expected.either.contains(mark)) {
      ++tallies[mark.row].wrong;
      tell("WRONG", article, mark);
    }
  }
  for (const Mark& mark : expected.marks) {
    if (found.contains(mark)) continue;
    ++tallies[mark.row].missed;
    tell("MISSED", article, mark);
  }
}

const Tallies& measured() {
  static const Tallies tallies = [] {
    Tallies all;
    for (const fs::path& labels : label_files()) {
      const fs::path article = article_of(labels);
      const Source source = Source::from_bytes(article.filename().string(), read_file(article));
      const Units units(source);
      count(all, article.filename().string(), expected_in(source, units, labels), found_in(source, units));
    }
    return all;
  }();
  return tallies;
}

void print(const std::string& row, const Tally& tally) {
  std::printf("%-24s %6d %6d %6d %9d%% %6d%%\n", row.c_str(), tally.right + tally.missed, tally.right + tally.wrong,
              tally.right, tally.precision(), tally.recall());
}

TEST(Labelled, EveryLabelNamesOneSentenceAndARule) {
  ASSERT_GE(label_files().size(), 26u);
  for (const fs::path& labels : label_files()) {
    const fs::path article = article_of(labels);
    ASSERT_TRUE(fs::exists(article)) << labels.filename() << " has no article";
    const Source source = Source::from_bytes(article.filename().string(), read_file(article));
    for (const Error& error : expected_in(source, Units(source), labels).errors) ADD_FAILURE() << to_string(error);
  }
}

TEST(Labelled, EveryArticleHasLabels) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    const fs::path path = entry.path();
    if (path.extension() == ".labels" || path.filename() == "README.md") continue;
    EXPECT_TRUE(fs::exists(path.string() + ".labels")) << path.filename();
  }
}

TEST(Labelled, EveryLoadedGroupKeepsItsFloor) {
  std::printf("%-24s %6s %6s %6s %10s %7s\n", "sentences", "marks", "found", "right", "precision", "recall");
  Tally sentences;
  for (const auto& [row, tally] : measured()) {
    print(row, tally);
    if (row.find(',') == std::string::npos) sentences += tally;
  }
  print("all sentences", sentences);
  for (const Floor& floor : floors) {
    if (!has_group(std::string(floor.row).substr(0, std::string_view(floor.row).find(',')))) continue;
    const auto row = measured().find(floor.row);
    ASSERT_NE(row, measured().end()) << floor.row << ": no article has a mark or a finding";
    EXPECT_GE(row->second.precision(), floor.precision) << floor.row;
    EXPECT_GE(row->second.recall(), floor.recall) << floor.row;
  }
}

}  // namespace
}  // namespace hypelint
