// A linter from rules written in a test.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hypelint/linter.h"
#include "hypelint/rule_pack.h"
#include "rules/example_marks.h"

namespace hypelint::testing {

class SmallPack {
 public:
  // Adds a list of terms; a list with evidence makes every hit that evidence.
  TermListId list(std::vector<std::string> terms, std::optional<EvidenceKind> evidence = std::nullopt) {
    TermList made{"list-" + std::to_string(pack_.lists.size()), "test", {}, evidence};
    for (std::string& term : terms) made.terms.push_back({std::move(term), {}});
    pack_.lists.push_back(std::move(made));
    return static_cast<TermListId>(pack_.lists.size() - 1);
  }
  // The reference holds until the next rule is added.
  Rule& rule(std::string id, RuleKind kind = RuleKind::Claim, std::vector<std::string> terms = {}) {
    Rule made;
    made.id = std::move(id);
    made.kind = kind;
    made.message = "`{match}`";
    if (!terms.empty()) made.any = {list(std::move(terms))};
    return pack_.rules.emplace_back(std::move(made));
  }
  void precede(Precedence precedence) { pack_.precedence.push_back(std::move(precedence)); }
  void praise(Praise praise) { pack_.praise.push_back(std::move(praise)); }
  [[nodiscard]] Linter linter() const {
    auto made = Linter::create(pack_);
    EXPECT_TRUE(made.ok()) << (made.ok() ? "" : to_string(made.errors().front()));
    return std::move(made).value();
  }

 private:
  RulePack pack_;
};

inline std::vector<Finding> findings(const Linter& linter, std::string text, const Settings& settings = {},
                                     Format format = Format::Markdown) {
  return linter.lint(Source::from_bytes("test", std::move(text), format), settings).findings;
}

inline std::vector<std::string> rules_of(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& finding : findings) out.push_back(finding.rule);
  return out;
}

// The findings stand exactly on the marks.
inline void expect_marks(const Linter& linter, std::string_view marked, Format format = Format::Markdown) {
  const auto example = parse_marks(marked);
  ASSERT_TRUE(example) << marked;
  std::vector<SourceSpan> spans;
  for (const Finding& finding : findings(linter, example->text, {}, format)) spans.push_back(finding.span);
  EXPECT_EQ(spans, example->spans) << marked;
}

}  // namespace hypelint::testing
