#include <algorithm>
#include <string>
#include <utility>

#include "hypelint/linter.h"
#include "lint/suppression_rules.h"
#include "rules/example_marks.h"

namespace hypelint {
namespace {

constexpr std::string_view kNothing = "nothing";

// The findings of one rule in an example.
struct Outcome {
  std::vector<SourceSpan> spans;
  bool whole_document = false;  // some finding is about the document
};

// Those of a run without a configuration, with the rule on. A short example does not show its language.
Settings settings_of(const Rule& rule) {
  Settings settings;
  settings.extend_select = {rule.id};
  settings.language = rule.language;
  return settings;
}

Outcome outcome_of(const Linter& linter, const Rule& rule, const Example& example, std::string text) {
  const Source source = Source::from_bytes("example", std::move(text), example.format);
  Outcome outcome;
  for (const Finding& finding : linter.lint(source, settings_of(rule)).findings) {
    if (finding.rule != rule.id) continue;
    outcome.spans.push_back(finding.span);
    outcome.whole_document = outcome.whole_document || finding.scope == FindingScope::Document;
  }
  return outcome;
}

// "`first`, `second`".
std::string quoted(std::string_view text, const std::vector<SourceSpan>& spans) {
  std::string out;
  for (const SourceSpan span : spans) {
    if (!out.empty()) out += ", ";
    out += '`';
    out += text.substr(std::min(span.begin, text.size()), span.end - span.begin);
    out += '`';
  }
  return out.empty() ? std::string(kNothing) : out;
}

class Examples {
 public:
  explicit Examples(const Linter& linter) : linter_(linter) {}

  void check_bad(const Rule& rule, const Example& example) {
    const auto marked = parse_marks(example.text);
    if (!marked) return fail(rule, example, "the marks [[…]] do not pair");
    const Outcome found = outcome_of(linter_, rule, example, marked->text);
    const bool exists = found.whole_document || (rule.kind == RuleKind::Document && !found.spans.empty());
    if (exists && marked->spans.empty()) return;
    if (marked->spans.empty() && rule.kind != RuleKind::Document) {
      return fail(rule, example, "no [[…]] marks the expected finding; found " + quoted(marked->text, found.spans));
    }
    if (marked->spans == found.spans && !found.spans.empty()) return;
    const std::string wanted = marked->spans.empty() ? "a finding" : quoted(marked->text, marked->spans);
    fail(rule, example, "expected " + wanted + ", found " + quoted(marked->text, found.spans));
  }

  void check_good(const Rule& rule, const Example& example) {
    const Outcome found = outcome_of(linter_, rule, example, example.text);
    if (!found.spans.empty()) fail(rule, example, "expected nothing, found " + quoted(example.text, found.spans));
  }

  std::vector<ExampleFailure> failures() && { return std::move(failures_); }

 private:
  void fail(const Rule& rule, const Example& example, std::string message) {
    failures_.push_back({rule.id, rule.path, example.where, std::move(message)});
  }

  const Linter& linter_;
  std::vector<ExampleFailure> failures_;
};

}  // namespace

std::vector<ExampleFailure> check_examples(const Linter& linter) {
  Examples examples(linter);
  for (const Rule& rule : linter.rules()) {
    if (is_built_in(rule)) continue;
    for (const Example& example : rule.bad) examples.check_bad(rule, example);
    for (const Example& example : rule.good) examples.check_good(rule, example);
  }
  return std::move(examples).failures();
}

}  // namespace hypelint
