#include "hypelint/linter.h"

#include <algorithm>
#include <utility>

#include "hypelint/document.h"
#include "hypelint/evidence.h"
#include "hypelint/matcher.h"
#include "hypelint/text.h"
#include "rules/compile.h"
#include "rules/evaluate.h"

namespace hypelint {
namespace {

bool is_unchecked(const Block& block) {
  return block.kind == BlockKind::Code || (block.zone != Zone::Head && block.zone != Zone::Body);
}

Counts count(const Document& document, const Text& text) {
  const auto unchecked = std::count_if(document.blocks.begin(), document.blocks.end(), is_unchecked);
  return {document.blocks.size(), text.sentences.size(), text.words.size(), static_cast<std::size_t>(unchecked)};
}

// The last setting that names the rule wins.
void set_severities(std::vector<Finding>& findings, const Settings& settings) {
  if (settings.severity.empty()) return;
  for (Finding& finding : findings) {
    for (const auto& [pattern, severity] : settings.severity) {
      if (rule_matches(pattern, finding.rule)) finding.severity = severity;
    }
  }
}

void drop_below_thresholds(std::vector<Finding>& findings, const Settings& settings) {
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.severity < settings.min_severity || finding.confidence < settings.min_confidence;
  });
}

}  // namespace

struct Linter::State {
  Matcher matcher;
  CompiledRules rules;
};

Linter::Linter(std::unique_ptr<State> state) : state_(std::move(state)) {}
Linter::Linter(Linter&&) noexcept = default;
Linter& Linter::operator=(Linter&&) noexcept = default;
Linter::~Linter() = default;

Result<Linter> Linter::create(RulePack pack) {
  const std::size_t lists = pack.lists.size();
  auto matcher = Matcher::build(std::move(pack.lists));
  if (!matcher) return matcher.errors();
  std::sort(pack.rules.begin(), pack.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  auto rules = compile(std::move(pack.rules), lists);
  if (!rules) return rules.errors();
  return Linter(std::make_unique<State>(State{std::move(matcher).value(), std::move(rules).value()}));
}

FileReport Linter::lint(const Source& source, const Settings& settings) const {
  const Document document = parse(source);
  const Text text = segment(document);
  const Hits hits = state_->matcher.scan(text);
  const EvidenceIndex evidence = collect_evidence(text, hits);
  const Selection selection = select_rules(state_->rules, settings);

  FileReport report{source.path(), source.format(), source.oddities(), count(document, text), {}};
  report.findings = evaluate(state_->rules, selection, text, evidence, hits);
  set_severities(report.findings, settings);
  drop_below_thresholds(report.findings, settings);
  return report;
}

const std::vector<Rule>& Linter::rules() const { return state_->rules.rules; }

const Rule* Linter::rule(std::string_view id) const {
  const auto& all = rules();
  const auto at = std::lower_bound(all.begin(), all.end(), id,
                                   [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return at != all.end() && at->id == id ? &*at : nullptr;
}

}  // namespace hypelint
