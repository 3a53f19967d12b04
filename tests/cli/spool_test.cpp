#include "cli/spool.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <string>

namespace hypelint {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string written_by(Spool& spool) {
  const std::unique_ptr<std::FILE, Close> file(std::tmpfile());
  EXPECT_TRUE(spool.write_to(file.get()));
  std::string text(static_cast<std::size_t>(std::ftell(file.get())), '\0');
  std::rewind(file.get());
  EXPECT_EQ(std::fread(text.data(), 1, text.size(), file.get()), text.size());
  return text;
}

TEST(Spool, GivesBackWhatItWasGiven) {
  for (const std::size_t pieces : {0, 1, 10, 100'000}) {
    Spool spool;
    std::string expected;
    for (std::size_t i = 0; i < pieces; ++i) {
      const std::string piece = "piece " + std::to_string(i) + " of a report\n";
      expected += piece;
      spool.append(piece);
    }
    EXPECT_EQ(written_by(spool), expected) << pieces;
  }
}

TEST(Spool, SaysWhenTheFileTakesNoMore) {
  const std::unique_ptr<std::FILE, Close> full(std::fopen("/dev/full", "wb"));
  if (!full) GTEST_SKIP() << "no /dev/full here";
  for (const std::size_t size : {1, 3'000'000}) {
    Spool spool;
    spool.append(std::string(size, 'x'));
    EXPECT_FALSE(spool.write_to(full.get())) << size;
  }
}

}  // namespace
}  // namespace hypelint
