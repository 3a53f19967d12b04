// The label file of an article: what a careful reader would report in it, one line per mark.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hypelint/result.h"

namespace hypelint {

enum class LabelKind {
  Mark,            // "rule<TAB>beginning"
  Either,          // "either<TAB>rule<TAB>beginning": a judgement call, counts for nobody
  Document,        // "document<TAB>rule"
  EitherDocument,  // "either-document<TAB>rule"
};

struct Label {
  LabelKind kind = LabelKind::Mark;
  std::string rule;       // "group/name"
  std::string beginning;  // how the unit begins in the file; empty for document labels
  Position where;
};

// Empty lines and lines that begin with "#" say nothing. Every line that fits no form is an error with its line.
Result<std::vector<Label>> parse_labels(std::string_view text, const std::string& path);

// An error for every label whose rule does not exist although its group does. A group that is not loaded is
// tolerated: its labels wait for its rules.
Errors unknown_rules(const std::vector<Label>& labels, const std::string& path, const std::vector<std::string>& rules);

}  // namespace hypelint
