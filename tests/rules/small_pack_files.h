// A small rule pack in a folder of its own, and what loading it says.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hypelint/rule_pack.h"
#include "support/temporary_folder.h"

namespace hypelint::testing {

inline constexpr std::string_view kManifest = R"(name = "small"
version = "1"
language = "en"
summary = "a pack for tests"
licence = "CC0-1.0"
)";
inline constexpr std::string_view kLexicon = R"toml(summary = "words of rank"
terms = ["first class", "top of the (class|league)"]
)toml";
// Line 1 is the id; tests add or replace whole lines.
inline constexpr std::string_view kHead = R"(id = "boast/rank"
severity = "warning"
confidence = "high"
summary = "claims a rank"
why = "a rank can be looked up"
message = "`{match}` claims a rank"
sources = [{ name = "House rules", clause = "4" }]
bad = ["We are [[first class]]."]
good = ["The first class begins at nine."]
)";

inline std::string rule(std::string_view rest) { return std::string(kHead) + std::string(rest); }
inline std::string claim(std::string_view rest) {
  return rule("kind = \"claim\"\nany = [\"@rank\"]\n" + std::string(rest));
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

// Errors as "file:line:column: error: message", the file relative to `root`; empty for a pack that loads.
inline std::vector<std::string> faults_of(const Result<RulePack>& pack, const std::string& root) {
  std::vector<std::string> lines;
  if (pack) return lines;
  for (Error error : pack.errors()) {
    EXPECT_EQ(error.code, ErrorCode::RulePack);
    if (error.path.starts_with(root + "/")) error.path.erase(0, root.size() + 1);
    lines.push_back(to_string(error));
  }
  return lines;
}

class LoadTest : public ::testing::Test {
 protected:
  LoadTest() {
    folder_.write("pack.toml", kManifest);
    folder_.write("lexicon/rank.toml", kLexicon);
  }

  void write(std::string_view file, std::string_view text) { folder_.write(file, text); }
  Result<RulePack> load() { return load_rule_packs({folder_.path()}); }
  RulePack load_good() {
    auto pack = load();
    if (pack) return std::move(pack).value();
    ADD_FAILURE() << "first of " << pack.errors().size() << ": " << to_string(pack.errors().front());
    return {};
  }
  std::vector<std::string> faults() { return faults_of(load(), folder_.path()); }
  std::vector<std::string> faults_of_rule(std::string_view text) {
    write("boast/rank.toml", text);
    return faults();
  }

  TemporaryFolder folder_;
};

}  // namespace hypelint::testing
