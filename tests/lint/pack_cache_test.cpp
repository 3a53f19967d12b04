// A cache of compiled packs is found, ignored when it is not whole, and never changes what is reported.
#include "lint/pack_cache.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "hypelint/linter.h"
#include "rules/pack_sources.h"
#include "support/built_in_packs.h"
#include "support/files.h"
#include "support/temporary_folder.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;
using testing::read_file;

std::vector<fs::path> files_in(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  return files;
}

void write_file(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::optional<std::string> found(const PackCache& cache, std::string_view key) {
  const auto stored = cache.find(key);
  return stored ? std::optional(std::string(stored->value)) : std::nullopt;
}

TEST(PackCache, FindsWhatWasStoredUnderTheSameKeyOnly) {
  const TemporaryFolder folder;
  const PackCache cache(folder / "new/cache");
  EXPECT_EQ(found(cache, "key"), std::nullopt);
  cache.store("key", "value");
  EXPECT_EQ(found(cache, "key"), "value");
  EXPECT_EQ(found(cache, "kez"), std::nullopt);
  EXPECT_THAT(files_in(folder / "new/cache"), ::testing::SizeIs(1)) << "no temporary file is left";
}

TEST(PackCache, IgnoresEveryCutAndEveryChangedByte) {
  const TemporaryFolder folder;
  const PackCache cache(folder.path());
  cache.store("key", "some value");
  const fs::path file = files_in(folder.path()).front();
  const std::string whole = read_file(file);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    write_file(file, whole.substr(0, size));
    EXPECT_EQ(found(cache, "key"), std::nullopt) << size;
    std::string changed = whole;
    changed[size] = static_cast<char>(changed[size] ^ 1);
    write_file(file, changed);
    EXPECT_EQ(found(cache, "key"), std::nullopt) << size;
  }
}

std::optional<std::string> found_stamped(const PackCache& cache, std::string_view stamp) {
  const auto stored = cache.find_stamped(stamp);
  return stored ? std::optional(std::string(stored->value)) : std::nullopt;
}

TEST(PackCache, FindsByTheLastStampOfAKey) {
  const TemporaryFolder folder;
  const PackCache cache(folder.path());
  cache.store("key", "value");
  EXPECT_EQ(found_stamped(cache, "monday"), std::nullopt);
  cache.stamp("key", "monday");
  EXPECT_EQ(found_stamped(cache, "monday"), "value");
  EXPECT_EQ(found_stamped(cache, "sunday"), std::nullopt);
  cache.store("other key", "other value");
  cache.stamp("other key", "monday");
  EXPECT_EQ(found_stamped(cache, "monday"), "other value");
  cache.stamp("no such key", "monday");
  EXPECT_EQ(found_stamped(cache, "monday"), std::nullopt);
}

TEST(PackCache, IgnoresEveryCutAndEveryChangedByteOfAStampAndItsValue) {
  const TemporaryFolder folder;
  const PackCache cache(folder.path());
  cache.store("key", "some value");
  cache.stamp("key", "stamp");
  for (const fs::path& file : files_in(folder.path())) {
    const std::string whole = read_file(file);
    const std::size_t looked_at = whole.size() - (file.extension() == ".packs" ? std::string_view("key").size() : 0);
    for (std::size_t size = 0; size < looked_at; ++size) {
      write_file(file, whole.substr(0, size));
      EXPECT_EQ(found_stamped(cache, "stamp"), std::nullopt) << file << size;
      std::string changed = whole;
      changed[size] = static_cast<char>(changed[size] ^ 1);
      write_file(file, changed);
      EXPECT_EQ(found_stamped(cache, "stamp"), std::nullopt) << file << size;
    }
    write_file(file, whole);
  }
  EXPECT_EQ(found_stamped(cache, "stamp"), "some value");
}

TEST(PackCache, KeepsAFewFiles) {
  const TemporaryFolder folder;
  const PackCache cache(folder.path());
  for (int i = 0; i < 20; ++i) cache.store(std::to_string(i), "value");
  EXPECT_THAT(files_in(folder.path()), ::testing::SizeIs(8));
  EXPECT_EQ(found(cache, "19"), "value");
}

TEST(PackCache, RemovesWhatWritersThatDiedHaveLeft) {
  const TemporaryFolder folder;
  for (int i = 0; i < 20; ++i) folder.write(std::to_string(i) + ".packs.1.tmp", "half");
  PackCache(folder.path()).store("key", "value");
  EXPECT_LE(files_in(folder.path()).size(), 9U);
  EXPECT_EQ(found(PackCache(folder.path()), "key"), "value");
}

TEST(PackCache, WorksWithoutAFolder) {
  PackCache("").store("key", "value");
  EXPECT_EQ(found(PackCache(""), "key"), std::nullopt);
  PackCache("/dev/null/cache").store("key", "value");
  EXPECT_EQ(found(PackCache("/dev/null/cache"), "key"), std::nullopt);
  PackCache("").stamp("key", "stamp");
  EXPECT_EQ(found_stamped(PackCache(""), "stamp"), std::nullopt);
}

class CachedPacks : public ::testing::Test {
 protected:
  CachedPacks() {
    folder_.write("pack/pack.toml",
                  "name = \"small\"\nversion = \"1\"\nlanguage = \"en\"\nsummary = \"s\"\nlicence = \"CC0-1.0\"\n");
    write_rule("(best|finest) [of] clinic(s)");
  }
  void write_rule(const std::string& term) {
    folder_.write(
        "pack/boast/rank.toml",
        "id = \"boast/rank\"\nkind = \"claim\"\nseverity = \"warning\"\nconfidence = \"high\"\nsummary = \"s\"\n"
        "why = \"w\"\nmessage = \"`{match}`\"\nany = [\"" +
            term +
            "\", \"/no\\\\. ?1/\", \"@list ~2 here\"]\n"
            "sources = [{ name = \"A\", clause = \"1\" }]\nbad = [\"The [[best clinic]].\"]\ngood = [\"A clinic.\"]\n");
    folder_.write("pack/lexicon/list.toml", "summary = \"s\"\nterms = [\"top team\", \"star*\"]\n");
  }
  std::vector<std::string> matches(const std::string& cache) const {
    const auto linter = Linter::load({folder_ / "pack"}, {}, cache, "build 1");
    EXPECT_TRUE(linter.ok());
    Settings settings;
    settings.language = "en";
    std::vector<std::string> found;
    const auto source = Source::from_bytes("a.txt", "Best of clinics. No. 1. The stars are all here. Worst clinics.");
    for (const Finding& finding : linter.value().lint(source, settings).findings) found.push_back(finding.match);
    return found;
  }
  [[nodiscard]] std::string cache() const { return folder_ / "cache"; }
  // As if all files had been written long ago: only then are stamps trusted.
  void age() const {
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "pack")) {
      if (entry.is_regular_file()) fs::last_write_time(entry.path(), long_ago);
    }
  }

  TemporaryFolder folder_;
};

TEST_F(CachedPacks, TrustsNoStampOfAFileThatWasJustWritten) {
  age();  // sets the time of the content, but the change of the file itself is of now
  EXPECT_EQ(pack_stamps({folder_ / "pack"}, {}), "");
  EXPECT_NE(pack_sources({folder_ / "pack"}, {}), "");
}

TEST_F(CachedPacks, ReportsTheSameFromTheCache) {
  const auto fresh = matches("");
  EXPECT_THAT(fresh, ::testing::ElementsAre("Best of clinics", "No. 1", "stars are all here"));
  EXPECT_EQ(matches(cache()), fresh);
  ASSERT_THAT(files_in(cache()), ::testing::SizeIs(1));
  EXPECT_EQ(matches(cache()), fresh);
}

TEST_F(CachedPacks, IsCompiledAnewWhenAFileOrTheProgramChanges) {
  matches(cache());
  write_rule("worst clinic(s)");
  EXPECT_THAT(matches(cache()), ::testing::Contains("Worst clinics"));
  EXPECT_TRUE(Linter::load({folder_ / "pack"}, {}, cache(), "build 2").ok());
  EXPECT_THAT(files_in(cache()), ::testing::SizeIs(3));
}

TEST_F(CachedPacks, StillTellsWhatIsWrongWithAPack) {
  matches(cache());
  write_rule("(broken");
  EXPECT_FALSE(Linter::load({folder_ / "pack"}, {}, cache(), "build 1").ok());
}

// The stamp of settled files stands for their content until one of them is written again.
TEST_F(CachedPacks, AreReadAgainWhenAStampedFileChanges) {
  std::this_thread::sleep_for(std::chrono::milliseconds(2'100));
  matches(cache());
  ASSERT_THAT(files_in(cache()), ::testing::Contains(::testing::Property(&fs::path::extension, ".stamp")));
  write_rule("worst clinic(s)");
  EXPECT_THAT(matches(cache()), ::testing::Contains("Worst clinics"));
}

TEST(StampedPacks, AreLoadedAsTheirSourcesAre) {
  const TemporaryFolder folder;
  const auto packs = testing::built_in_packs();
  const auto load = [&] { return Linter::load(packs, {}, folder.path(), "build 1"); };
  const auto source = Source::from_bytes("a.md", "Our clinic is the best in the world and cures diabetes.");
  const auto fresh = load();
  ASSERT_TRUE(fresh.ok());
  EXPECT_THAT(files_in(folder.path()), ::testing::Contains(::testing::Property(&fs::path::extension, ".stamp")));
  const auto stamped = load();
  ASSERT_TRUE(stamped.ok());
  const auto findings = fresh.value().lint(source, {}).findings;
  const auto again = stamped.value().lint(source, {}).findings;
  ASSERT_FALSE(findings.empty());
  ASSERT_EQ(again.size(), findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) EXPECT_EQ(again[i].fingerprint, findings[i].fingerprint);
}

}  // namespace
}  // namespace hypelint
