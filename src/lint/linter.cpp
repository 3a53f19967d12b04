#include "hypelint/linter.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

#include "hypelint/document.h"
#include "hypelint/evidence.h"
#include "hypelint/matcher.h"
#include "hypelint/text.h"
#include "lint/compiled_pack.h"
#include "lint/rule_index.h"
#include "lint/suppress.h"
#include "lint/suppression_rules.h"
#include "rules/compile.h"
#include "rules/evaluate.h"
#include "rules/rule_meter.h"
#include "text/language.h"

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
  for (Finding& finding : findings) finding.severity = severity_under(settings, finding.rule, finding.severity);
}

// Whether some rule was written for articles in the language.
bool speaks(const std::vector<Rule>& rules, std::string_view language) {
  return std::ranges::any_of(rules, [&](const Rule& rule) {
    return rule.language == language || (rule.language.empty() && !rule.every_language);
  });
}

std::string unspoken_note(const std::string& language) {
  constexpr std::string_view kNotChecked = "; the article was not checked for claims";
  if (language == "und") return "its language could not be told" + std::string(kNotChecked);
  const std::string_view name = language_name(language);
  const std::string shown = name.empty() ? "\"" + language + "\"" : std::string(name) + " (" + language + ")";
  return "no rule pack for " + shown + std::string(kNotChecked);
}

constexpr std::string_view kTradeNote =
    "it speaks to those who sell care, not to their patients; the article was not checked for claims";

bool names_profile(const Settings& settings) { return !settings.profile.empty() && settings.profile != "none"; }

// The sources of the rules found that an overlay adjusts, whether their findings count or may stand.
std::vector<CitedSources> added_sources(const std::vector<Rule>& rules, const std::vector<AdjustedRule>& adjusted,
                                        const FileReport& report) {
  std::vector<CitedSources> cited;
  if (std::ranges::all_of(adjusted, [](const AdjustedRule& rule) { return rule.by.empty(); })) return cited;
  std::vector<bool> found(rules.size());
  for (const auto* findings : {&report.findings, &report.suppressed, &report.sidecar_findings}) {
    for (const Finding& finding : *findings) found[rule_index(rules, finding.rule)] = true;
  }
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    if (found[rule] && !adjusted[rule].by.empty()) {
      cited.push_back({rules[rule].id, sources_of(rules[rule], adjusted[rule])});
    }
  }
  return cited;
}

void drop_below_thresholds(std::vector<Finding>& findings, const Settings& settings) {
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.severity < settings.min_severity || finding.confidence < settings.min_confidence;
  });
}

std::vector<FoundEvidence> found_evidence(const Document& document, const EvidenceIndex& evidence) {
  std::vector<FoundEvidence> found;
  found.reserve(evidence.all().size());
  for (const Evidence& item : evidence.all())
    found.push_back({item.kind, item.tier, document.blocks[item.block].map.to_source(item.span)});
  return found;
}

// Costs of one article, where they are asked for.
class CostBook {
 public:
  CostBook(bool wanted, std::size_t rules) {
    if (!wanted) return;
    meter_.emplace(rules);
    last_ = RuleTimer::Clock::now();
  }

  RuleMeter* meter() { return meter_ ? &*meter_ : nullptr; }
  // The time since the last end was the stage's.
  void end(std::string_view stage) {
    if (!meter_) return;
    const RuleTimer::Clock::time_point now = RuleTimer::Clock::now();
    stages_.push_back({stage, now - last_});
    last_ = now;
  }
  std::optional<Costs> take(const CompiledRules& rules, const Selection& selection) {
    if (!meter_) return std::nullopt;
    return Costs{std::move(stages_), meter_->costs(rules, selection)};
  }

 private:
  std::optional<RuleMeter> meter_;
  RuleTimer::Clock::time_point last_;
  std::vector<StageCost> stages_;
};

}  // namespace

struct Linter::State {
  std::optional<CachedPack> stored;  // what a matcher out of the cache stands on
  Matcher matcher;
  CompiledRules rules;
  OverlayTable overlays;
};

Linter::Linter(std::unique_ptr<State> state) : state_(std::move(state)) {}
Linter::Linter(Linter&&) noexcept = default;
Linter& Linter::operator=(Linter&&) noexcept = default;
Linter::~Linter() = default;

Result<Linter> Linter::create(RulePack pack) {
  auto compiled = compile_pack(std::move(pack));
  if (!compiled) return compiled.errors();
  return assemble(std::move(compiled).value());
}

Result<Linter> Linter::load(const std::vector<std::string>& packs, const std::vector<std::string>& overlay_folders,
                            const std::string& cache_folder, const std::string& program) {
  auto compiled = load_pack(packs, overlay_folders, cache_folder, program);
  if (!compiled) return compiled.errors();
  return assemble(std::move(compiled).value());
}

Result<Linter> Linter::assemble(CompiledPack compiled) {
  RulePack& pack = compiled.pack;
  for (Rule& rule : suppression_rules()) pack.rules.push_back(std::move(rule));
  std::sort(pack.rules.begin(), pack.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  auto rules = compile(std::move(pack.rules), pack.precedence, pack.praise, compiled.matcher.list_count());
  if (!rules) return rules.errors();
  OverlayTable overlays(std::move(pack.overlays), rules.value().rules);
  return Linter(std::make_unique<State>(
      State{std::move(compiled.stored), std::move(compiled.matcher), std::move(rules).value(), std::move(overlays)}));
}

FileReport Linter::lint(const Source& source, const Settings& settings, const Source* sidecar) const {
  CostBook book(settings.measure, rules().size());
  const Document document = parse(source);
  book.end("parse");
  const Text text = segment(document);
  book.end("segment");
  const Hits hits = state_->matcher.scan(text, settings.threads);
  book.end("scan");
  const EvidenceIndex evidence = collect_evidence(text, hits);
  book.end("collect");
  const std::string language = settings.language.empty() ? language_of(text) : settings.language;
  Selection selection = in_language(select_rules(state_->rules, state_->overlays, settings), state_->rules, language);
  selection.meter = book.meter();
  book.end("select");

  FileReport report;
  report.path = source.path();
  report.format = source.format();
  report.oddities = source.oddities();
  report.counts = count(document, text);
  report.language = language;
  if (settings.list_evidence) report.evidence = found_evidence(document, evidence);
  if (!speaks(rules(), language)) report.notes.push_back(unspoken_note(language));
  if (!names_profile(settings) && is_trade_page(text, evidence)) {
    report.notes.emplace_back(kTradeNote);
  } else {
    report.findings = evaluate(state_->rules, selection, text, evidence, hits);
  }
  book.end("evaluate");
  suppress(report, document, state_->rules, selection, settings, sidecar);
  for (std::vector<Finding>* findings : {&report.findings, &report.suppressed, &report.sidecar_findings}) {
    set_severities(*findings, settings);
    drop_below_thresholds(*findings, settings);
  }
  report.sources = added_sources(state_->rules.rules, selection.adjusted, report);
  book.end("suppress");
  report.costs = book.take(state_->rules, selection);
  return report;
}

const std::vector<Rule>& Linter::rules() const { return state_->rules.rules; }

const std::vector<Overlay>& Linter::overlays() const { return state_->overlays.all(); }

AdjustedRule Linter::adjusted(const Rule& rule, const Settings& settings) const {
  return state_->overlays.adjust(state_->rules.rules, settings)[rule_index(state_->rules.rules, rule.id)];
}

AdjustedRule Linter::settled(const Rule& rule, const Settings& settings) const {
  AdjustedRule settled = adjusted(rule, settings);
  settled.on = reports_under(settings, rule.id, settled.on);
  settled.severity = severity_under(settings, rule.id, settled.severity);
  return settled;
}

const Rule* Linter::rule(std::string_view id) const {
  const auto& all = rules();
  const std::size_t at = rule_index(all, id);
  return at < all.size() ? &all[at] : nullptr;
}

}  // namespace hypelint
