// A rule with everything that a report may tell of it, for the finding of checked().
#pragma once

#include "hypelint/rule.h"

namespace hypelint {

inline Rule demo_rule() {
  Rule rule;
  rule.id = "demo/rule";
  rule.summary = "claims a cure";
  rule.why = "Nobody can check it";
  rule.clear = "name the trial";
  rule.sources = {{"Code [UK]", "3.1", 2010, "https://example.org/a b"}, {"Guide", "", 0, ""}};
  rule.bad = {{"It [[cures]]\nall.", Format::Markdown, {}}};
  rule.good = {{"It may help.", Format::Markdown, {}}};
  return rule;
}

}  // namespace hypelint
