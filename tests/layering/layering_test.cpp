// Reads every #include of src and include and checks it against the two tables below.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

// Which stages a stage includes headers of, besides its own and include/hypelint.
const std::map<std::string, Names> kStages = {
    {"support", {}},
    {"source", {"support"}},
    {"document", {"support", "source"}},
    {"text", {"support", "document"}},
    {"evidence", {"support", "document"}},
    {"rules", {"support", "text", "evidence"}},
    {"lint", {"support", "text", "rules"}},
    {"report", {"support"}},
    {"cli", {"support", "source", "text", "lint", "report"}},
};

// Which stages may include a public header: the one that it belongs to and those behind it. Those of no stage
// (result.h, span.h, severity.h, source.h, finding.h, rule.h …) are plain data and free for all.
const std::map<std::string, Names> kHeaderUsers = {
    {"linter.h", {"lint", "report", "cli"}},
    {"report.h", {"report", "cli"}},
    {"matcher.h", {"text", "evidence", "rules", "lint", "report", "cli"}},
    {"rule_pack.h", {"rules", "lint", "report", "cli"}},
    {"config.h", {"rules", "lint", "report", "cli"}},
};

// Which stages may use a third-party library, by the start of its header's name; src/README.md lists the same.
// RE2 in rules: the `address` patterns of link rules, which match addresses and not text.
const std::map<std::string, Names> kLibraries = {
    {"unicode/", {"text"}},   {"re2/", {"text", "evidence", "rules"}},
    {"md4c", {"document"}},   {"yaml.h", {"document"}},
    {"toml++/", {"support"}}, {"nlohmann/", {"report", "document", "lint", "cli"}},
    {"CLI/", {"cli"}},        {"spdlog/", {"cli"}},
};

// Headers of the system that only the command line and support/ may use.
const Names kSystem = {"malloc.h",   "unistd.h", "sys/ioctl.h", "sys/mman.h", "sys/stat.h",
                       "sys/wait.h", "spawn.h",  "poll.h",      "fcntl.h"};

struct Include {
  std::string stage;  // "include" for a public header
  std::string place;  // file:line
  std::string header;
  bool angled = false;
};

std::vector<Include> includes_of(const fs::path& file, const std::string& stage) {
  static const std::regex pattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Include> found;
  std::ifstream stream(file);
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    std::smatch match;
    if (!std::regex_search(line, match, pattern)) continue;
    found.push_back({stage, file.string() + ":" + std::to_string(number), match[2], match[1] == "<"});
  }
  return found;
}

std::vector<Include> all_includes() {
  const fs::path root = HYPELINT_SOURCE_DIR;
  std::vector<Include> all;
  for (const std::string part : {"src", "include"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / part)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp" && extension != ".inc") continue;
      const std::string stage =
          part == "include" ? part : entry.path().lexically_relative(root / part).begin()->string();
      const std::vector<Include> some = includes_of(entry.path(), stage);
      all.insert(all.end(), some.begin(), some.end());
    }
  }
  return all;
}

// Of a header in quotes: "support" of "support/ascii.h"; empty where no folder is named.
std::string owner_of(const Include& include) {
  const std::size_t slash = include.header.find('/');
  return slash == std::string::npos ? "" : include.header.substr(0, slash);
}

bool is_standard(const std::string& header) {
  return header.find('/') == std::string::npos && header.find('.') == std::string::npos;
}

// Empty when the include is allowed.
std::string objection_to_own(const Include& include) {
  const std::string owner = owner_of(include);
  if (owner.empty())
    return include.header == "templates.h" && include.stage == "cli" ? "" : "name the folder of the header";
  if (owner == "hypelint") {
    const auto users = kHeaderUsers.find(include.header.substr(owner.size() + 1));
    const bool free =
        users == kHeaderUsers.end() || include.stage == "include" || users->second.contains(include.stage);
    return free ? "" : "this public header belongs to a later stage";
  }
  if (include.stage == "include") return "a public header includes only public headers";
  if (owner == include.stage) return "";
  return kStages.at(include.stage).contains(owner) ? "" : include.stage + " may not include " + owner;
}

std::string objection_to_angled(const Include& include) {
  for (const auto& [start, owners] : kLibraries) {
    if (!include.header.starts_with(start)) continue;
    return owners.contains(include.stage) ? "" : "this library belongs to other stages";
  }
  if (is_standard(include.header)) return "";
  if (kSystem.contains(include.header))
    return include.stage == "cli" || include.stage == "support" ? "" : "system calls belong to cli and support";
  return "unknown header; add it to the tables of layering_test.cpp";
}

TEST(Layering, EveryIncludeIsInTheTables) {
  const std::vector<Include> all = all_includes();
  ASSERT_GT(all.size(), 100U);
  for (const Include& include : all) {
    ASSERT_TRUE(include.stage == "include" || kStages.contains(include.stage))
        << include.place << ": no stage " << include.stage;
    const std::string objection = include.angled ? objection_to_angled(include) : objection_to_own(include);
    EXPECT_EQ(objection, "") << include.place << ": " << include.header;
  }
}

TEST(Layering, TheTablesAllowOnlyWhatIsUsed) {
  std::map<std::string, Names> stages, libraries;
  for (const auto& [stage, allowed] : kStages) stages[stage];
  for (const Include& include : all_includes()) {
    for (const auto& [start, owners] : kLibraries) {
      if (include.angled && include.header.starts_with(start)) libraries[start].insert(include.stage);
    }
    const std::string owner = include.angled ? "" : owner_of(include);
    if (kStages.contains(owner) && owner != include.stage) stages[include.stage].insert(owner);
  }
  EXPECT_EQ(stages, kStages);
  EXPECT_EQ(libraries, kLibraries);
}

TEST(Layering, ThirdPartyHeadersStayInCppFiles) {
  for (const Include& include : all_includes()) {
    if (include.place.find(".h:") == std::string::npos || !include.angled) continue;
    for (const auto& [start, owners] : kLibraries) {
      EXPECT_FALSE(include.header.starts_with(start)) << include.place << ": " << include.header;
    }
  }
}

TEST(Layering, TheReadmeListsTheLibrariesOfTheTable) {
  static const std::regex row(R"(^\| [^|]+ \| `([^`]+)` \| (.*) \|$)"), folder("`(\\w+)/`");
  std::ifstream stream(fs::path(HYPELINT_SOURCE_DIR) / "src/README.md");
  std::string line;
  while (std::getline(stream, line) && line != "## Libraries") {
  }
  std::map<std::string, Names> listed;
  for (std::smatch match; std::getline(stream, line);) {
    if (!std::regex_match(line, match, row)) continue;
    const std::string users = match[2];
    for (std::sregex_iterator at(users.begin(), users.end(), folder), end; at != end; ++at)
      listed[match[1]].insert((*at)[1]);
  }
  EXPECT_EQ(listed, kLibraries);
}

// All stages share one namespace: two headers that define a type or an alias of the same name would break the
// one-definition rule without a word from the linker.
TEST(Layering, EveryTypeOfAHeaderHasItsOwnName) {
  static const std::regex definition(
      R"(^(?:(?:struct|class|enum class) (\w+)(?: final)?(?: :[^:;]*)? \{|using (\w+) =))");
  std::map<std::string, std::string> places;
  const fs::path root = HYPELINT_SOURCE_DIR;
  for (const std::string part : {"src", "include"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / part)) {
      if (entry.path().extension() != ".h") continue;
      std::ifstream stream(entry.path());
      for (std::string line; std::getline(stream, line);) {
        std::smatch match;
        if (!std::regex_search(line, match, definition)) continue;
        const std::string name = match[1].matched ? match[1] : match[2];
        const auto [known, is_new] = places.emplace(name, entry.path().string());
        EXPECT_TRUE(is_new) << name << " is defined in " << known->second << " and " << entry.path().string();
      }
    }
  }
  EXPECT_GT(places.size(), 50U);
}

TEST(Layering, TheStageTableHasNoCycle) {
  std::map<std::string, Names> left = kStages;
  for (std::size_t before = left.size() + 1; left.size() < before && !left.empty();) {
    before = left.size();
    for (auto at = left.begin(); at != left.end();) {
      const bool free = std::ranges::none_of(at->second, [&](const std::string& name) { return left.contains(name); });
      at = free ? left.erase(at) : std::next(at);
    }
  }
  EXPECT_TRUE(left.empty());
}

}  // namespace
