// Terms of Han text: found wherever ICU divides the sentence, but only from word boundary to word boundary.
#include <gtest/gtest.h>

#include <algorithm>

#include "hypelint/matcher.h"
#include "support/marked_text.h"
#include "text/make_document.h"

namespace hypelint {
namespace {

std::vector<std::string> hits_of(const std::vector<std::string>& terms, const std::string& text) {
  TermList list{"terms", "lexicon.toml", {}, {}};
  for (const std::string& term : terms) list.terms.push_back({term, {1, 1}});
  const auto matcher = Matcher::build({list});
  if (!matcher) return {matcher.errors().front().message};
  const Document document = make_document({text});
  const Text segmented = segment(document);
  std::vector<std::string> found;
  for (const Hit& hit : matcher.value().scan(segmented).all) {
    EXPECT_EQ(segmented.words[hit.first_word].span.begin, hit.span.begin) << text;
    EXPECT_EQ(segmented.words[hit.end_word - 1].span.end, hit.span.end) << text;
    found.push_back(text.substr(hit.span.begin, hit.span.size()));
  }
  return found;
}

struct Row {
  const char* behaviour;
  std::vector<std::string> terms;
  const char* text;
  std::vector<std::string> hits;
};

class Ideographs : public ::testing::TestWithParam<Row> {};

TEST_P(Ideographs, AreMatchedCharacterByCharacter) {
  const Row& row = GetParam();
  EXPECT_EQ(hits_of(row.terms, row.text), row.hits) << row.behaviour;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Ideographs,
    ::testing::Values(
        Row{"several words of the dictionary", {"最先进"}, "我们有最先进的设备。", {"最先进"}},
        Row{"a term longer than any word", {"无毒副作用"}, "本品无毒副作用。", {"无毒副作用"}},
        Row{"a term that is one word alone", {"有效率"}, "总的有效率很高。", {"有效率"}},
        Row{"not across a word boundary", {"有效率"}, "没有效率的流程。", {}},
        Row{"not the beginning of a longer word", {"最好"}, "这是最好的医院。", {}},
        Row{"the longer word when it is named", {"最好[的]"}, "这是最好的医院。", {"最好的"}},
        Row{"alternatives glued to each other", {"(最|极)(佳|优)"}, "效果极佳，环境最优。", {"极佳", "最优"}},
        Row{"white space in a term means nothing", {"国家 级"}, "国家级专科。", {"国家级"}},
        Row{"white space in the text joins", {"国家级"}, "国 家 级专科。", {"国 家 级"}},
        Row{"a gap counts characters", {"保证 ~4 治愈"}, "保证一定会治愈，保证患者在一年后治愈。", {"保证一定会治愈"}},
        Row{"not across punctuation", {"国家级"}, "国家，级别。", {}},
        Row{"not across sentences", {"保证 ~4 治愈"}, "不能保证。他治愈了。", {}},
        Row{"regular expressions keep to words too", {"/有效率/"}, "没有效率。有效率高。", {"有效率"}},
        Row{"letters and Han in one term", {"通过 FDA 认证"}, "已通过FDA认证。", {"通过FDA认证"}},
        Row{"traditional characters", {"世界領先"}, "技術世界領先。", {"世界領先"}},
        Row{"Japanese", {"最高の"}, "これは最高の治療です。", {"最高の"}},
        Row{"the same term twice", {"第一"}, "全国第一，世界第一。", {"第一", "第一"}}));

TEST(Ideographs, EndSentencesWithTheirOwnStops) {
  const Document document =
      make_document({R"(第一句。第二句！第三句?"第四句。""第五句。"第六句。)", R"(Why?"he said. "So?" Yes.)"});
  const Text text = segment(document);
  std::vector<std::string_view> sentences;
  for (const Sentence& sentence : text.sentences) sentences.push_back(text.text_of(sentence));
  const std::vector<std::string_view> expected = {"第一句。",      "第二句！", "第三句?", R"("第四句。")",
                                                  R"("第五句。")", "第六句。", "Why?",    R"("he said.)",
                                                  R"("So?")",      "Yes."};
  EXPECT_EQ(sentences, expected);
}

TEST(Ideographs, OfIllFormedTextDoNoHarm) {
  const std::string whole = "本品无毒副作用。";
  for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
    EXPECT_LE(hits_of({"无毒副作用"}, whole.substr(0, cut)).size(), 1u) << cut;
  }
}

}  // namespace
}  // namespace hypelint
