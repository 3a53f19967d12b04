#include "support/toml.h"

#include <gtest/gtest.h>

#include <string>

namespace hypelint {
namespace {

TEST(Toml, KnowsWhereValuesBeginAndEnd) {
  const auto root = parse_toml("a = \"été\"\nb = [1, 2]\n", "x.toml", ErrorCode::Config);
  ASSERT_TRUE(root);
  const TomlValue& a = root.value().table.at(0).value;
  EXPECT_EQ(a.string, "été");
  EXPECT_EQ(a.where.column, 5U);
  EXPECT_EQ(a.end.column, 10U);
  EXPECT_EQ(root.value().table.at(1).value.end.line, 2U);
}

TEST(Toml, RefusesWhatIsNotAsciiOutsideOfQuotesAndComments) {
  const auto root = parse_toml("# é\na = 'é'\nb = \"\"\"\n\\\"é\"\"\"\ncé = 1\n", "x.toml", ErrorCode::Config);
  ASSERT_FALSE(root);
  EXPECT_EQ(root.errors().at(0).where.line, 5U);
  EXPECT_EQ(root.errors().at(0).where.column, 2U);
  EXPECT_TRUE(parse_toml("\xEF\xBB\xBF# é\n'é' = \"\"\"é\"\"\"\"\n", "", ErrorCode::Config));
}

TEST(Toml, RefusesKeysOfTooManyParts) {
  std::string parts;
  for (int i = 0; i < 30000; ++i) parts += "a.";
  for (const std::string& text : {parts + "a = 1\n", "x = 1\n[" + parts + "a]\n"}) {
    const auto parsed = parse_toml(text, "a.toml", ErrorCode::Input);
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.errors().at(0).message, "not valid TOML: a key has more than 256 parts");
  }
}

// `levels` arrays in each other, each the value of a key of so many parts.
std::string nested(std::size_t levels, std::size_t parts) {
  std::string open = "a", text, close;
  for (std::size_t i = 1; i < parts; ++i) open += ".a";
  for (std::size_t i = 0; i < levels; ++i) {
    text += open + "=[\n{";
    close += "}]";
  }
  return text + close + "\n";
}

TEST(Toml, RefusesValuesThatNestTooDeep) {
  for (const std::string& text : {nested(127, 251), nested(100, 200), nested(3, 256), std::string(600, '[')}) {
    const auto parsed = parse_toml(text, "a.toml", ErrorCode::Input);
    ASSERT_FALSE(parsed) << text.size();
    EXPECT_EQ(parsed.errors().at(0).message, "not valid TOML: values nest more than 512 deep");
  }
}

TEST(Toml, ReadsValuesThatNestLessDeep) {
  std::string decimals = "x = [0.5";
  for (int i = 0; i < 1000; ++i) decimals += ", 0.5";
  for (const std::string& text :
       {nested(60, 6), nested(2, 200), nested(2, 2) + "[t]\n" + nested(20, 20), decimals + "]"}) {
    EXPECT_TRUE(parse_toml(text, "a.toml", ErrorCode::Input)) << text.substr(0, 40);
  }
}

TEST(Toml, RefusesMalformedText) {
  for (const char* text : {"[=", "[=\n", "a = \xC3", "\xFF", "a = \"\xC3", "a = '''é", "\"é", "["}) {
    EXPECT_FALSE(parse_toml(text, "x.toml", ErrorCode::Config)) << text;
  }
}

}  // namespace
}  // namespace hypelint
