// Full-width forms and corner brackets of Chinese and Japanese text become ASCII; their other punctuation stays.
#include <gtest/gtest.h>

#include "document/parsers.h"
#include "support/document_checks.h"

namespace hypelint {
namespace {

struct Row {
  const char* source;
  const char* text;
};

class FullWidth : public ::testing::TestWithParam<Row> {};

TEST_P(FullWidth, FoldsInEveryFormat) {
  for (const char* name : {"a.txt", "a.md", "a.html"}) {
    const Source source = Source::from_bytes(name, GetParam().source);
    const Document document = parse(source);
    testing::check_document(document);
    ASSERT_EQ(document.blocks.size(), 1u) << name;
    EXPECT_EQ(document.blocks[0].text, GetParam().text) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, FullWidth,
                         ::testing::Values(Row{"有效率９５．５％以上。", "有效率95.5%以上。"},
                                           Row{"通过ＦＤＡ认证了吗？", "通过FDA认证了吗?"},
                                           Row{"「最佳」與『第一』。", "\"最佳\"與\"第一\"。"},
                                           Row{"一，二；三：四（五）！", "一，二；三：四（五）！"},
                                           Row{"《广告法》、第九条。", "《广告法》、第九条。"}));

}  // namespace
}  // namespace hypelint
