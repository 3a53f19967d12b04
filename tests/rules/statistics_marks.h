// Number checks on prose: each line of a table is a paragraph with the expected findings marked, or none.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "evidence/article.h"
#include "rules/statistics.h"
#include "support/marked_text.h"

namespace hypelint::testing {

inline StatisticProblems problems(StatisticCheck check, std::string text) {
  Article article;
  article.add(std::move(text));
  const EvidenceIndex evidence = article.evidence();
  return check_statistics(check, article.text, evidence);
}

inline void expect_marks(StatisticCheck check, std::string_view line) {
  const MarkedText marked = parse_marks(line);
  std::string found = marked.text;
  const StatisticProblems all = problems(check, marked.text);
  for (auto problem = all.rbegin(); problem != all.rend(); ++problem) {
    EXPECT_FALSE(problem->detail.empty());
    found.insert(problem->span.end, "]]");
    found.insert(problem->span.begin, "[[");
  }
  EXPECT_EQ(found, line) << to_string(check);
}

}  // namespace hypelint::testing
