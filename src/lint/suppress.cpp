#include "lint/suppress.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "lint/directive.h"
#include "lint/rule_index.h"
#include "lint/suppression_rules.h"
#include "rules/fingerprint.h"
#include "support/prose.h"
#include "text/nearest_name.h"

namespace hypelint {
namespace {

constexpr std::size_t kToTheEnd = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kShownBytes = 200;  // of a directive or a name in a finding
constexpr std::size_t kKeptBytes = 1000;  // of a reason, which each finding repeats
constexpr std::size_t kNamesSought = 20;  // unknown names of a file for which the nearest right one is looked up

// A directive, where it stands and what it covers.
struct Declared {
  Directive directive;
  SourceSpan span;  // of its text, in the article or in the sidecar
  bool in_sidecar = false;
  SourceSpan block;  // the next block, for DisableNextBlock; empty when there is none
};

// Where a rule is suppressed in the article.
struct Cover {
  std::size_t begin, end;
  std::size_t declared;  // index
};

// The directives' covers of each rule.
using Covers = std::map<std::string, std::vector<Cover>, std::less<>>;

std::string shown(std::string_view text) { return cut(text, kShownBytes); }

SourceSpan trimmed(std::string_view text, SourceSpan span) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  while (span.begin < span.end && kSpaces.find(text[span.begin]) != std::string_view::npos) ++span.begin;
  while (span.begin < span.end && kSpaces.find(text[span.end - 1]) != std::string_view::npos) --span.end;
  return span;
}

SourceSpan extent_of(const Block& block) {
  return block.map.to_source({0, static_cast<std::uint32_t>(block.text.size())});
}

std::vector<Declared> declared_in(const Document& document) {
  std::vector<Declared> all;
  for (const Comment& comment : document.comments) {
    const auto place = comment.in_front_matter ? DirectivePlace::WholeFile : DirectivePlace::InText;
    std::optional<Directive> directive = read_directive(comment.text, place);
    if (!directive) continue;
    Declared one{std::move(*directive), trimmed(document.source->text(), comment.span), false, {}};
    if (comment.block < document.blocks.size()) one.block = extent_of(document.blocks[comment.block]);
    all.push_back(std::move(one));
  }
  return all;
}

// One directive a line; empty lines and lines that begin with "#" are none.
void add_declared_in_sidecar(const Source& sidecar, std::vector<Declared>& all) {
  const std::string_view text = sidecar.text();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const SourceSpan line = trimmed(text, {at, end});
    at = end + 1;
    const std::string_view written = text.substr(line.begin, line.end - line.begin);
    if (written.starts_with('#')) continue;
    if (auto directive = read_directive(written, DirectivePlace::WholeFile)) {
      all.push_back({std::move(*directive), line, true, {}});
    }
  }
}

class Suppressor {
 public:
  Suppressor(FileReport& report, const Source& source, const CompiledRules& rules, const Selection& selection,
             const Settings& settings, const Source* sidecar)
      : report_(report),
        source_(source),
        rules_(rules),
        selection_(selection),
        settings_(settings),
        sidecar_(sidecar) {}

  void run(std::vector<Declared> declared) {
    declared_ = std::move(declared);
    lay_out();
    list_entries();
    take_findings();
    for (std::size_t index = 0; index < declared_.size(); ++index) report_unused(index);
    drop_enables();
    const auto by_place = [](const Finding& a, const Finding& b) {
      return std::tie(a.span.begin, a.span.end, a.rule) < std::tie(b.span.begin, b.span.end, b.rule);
    };
    std::stable_sort(report_.findings.begin(), report_.findings.end(), by_place);
    std::stable_sort(report_.sidecar_findings.begin(), report_.sidecar_findings.end(), by_place);
  }

 private:
  using Form = SuppressionEntry::Form;
  using Open = std::map<std::string, std::vector<std::size_t>, std::less<>>;  // rule -> its covers without an end

  void list_entries() {
    const LineIndex lines(source_);
    const std::optional<LineIndex> sidecar_lines =
        sidecar_ != nullptr ? std::optional<LineIndex>(std::in_place, *sidecar_) : std::nullopt;
    for (std::size_t index = 0; index < declared_.size(); ++index) {
      const Declared& one = declared_[index];
      SuppressionEntry& entry = report_.suppressions[index];
      const Directive& directive = one.directive;
      const bool next = directive.verb == Directive::Verb::DisableNextBlock;
      entry.form = next ? Form::NextBlock : directive.verb == Directive::Verb::DisableFile ? Form::File : Form::Range;
      entry.rules = directive.rules;
      entry.terms = {cut(directive.reason, kKeptBytes), cut(directive.evidence, kKeptBytes), directive.until,
                     one.in_sidecar ? sidecar_->path() : source_.path(),
                     one.in_sidecar ? sidecar_lines->locate(one.span.begin) : lines.locate(one.span.begin)};
    }
  }

  // Finds the faults of all directives and, for those in force, what they cover.
  void lay_out() {
    report_.suppressions.resize(declared_.size());
    unused_.resize(declared_.size());
    Open open;
    for (std::size_t index = 0; index < declared_.size(); ++index) {
      const Directive& directive = declared_[index].directive;
      if (directive.verb == Directive::Verb::Enable && directive.fault.empty()) {
        enable(index, open);
      } else if (is_in_force(index)) {
        disable(index, open);
      }
    }
  }

  // Without rules, all that are open end.
  void enable(std::size_t index, Open& open) {
    const Declared& one = declared_[index];
    std::vector<std::string> rules = one.directive.rules;
    if (rules.empty()) {
      for (const auto& [rule, covers] : open) rules.push_back(rule);
    }
    bool ended = false;
    for (const std::string& rule : rules) {
      const auto covers = open.find(rule);
      if (covers == open.end()) continue;
      for (const std::size_t cover : covers->second) covers_[rule][cover].end = one.span.begin;
      open.erase(covers);
      ended = true;
    }
    if (!ended) add_fault(index, kUnused, "this ends no suppression");
  }

  void disable(std::size_t index, Open& open) {
    const Declared& one = declared_[index];
    std::vector<std::string> rules = one.directive.rules;
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    for (const std::string& rule : rules) {
      if (suppressible(rule) == rules_.rules.size()) continue;
      unused_[index].push_back(rule);
      std::vector<Cover>& covers = covers_[rule];
      switch (one.directive.verb) {
        case Directive::Verb::DisableNextBlock:
          covers.push_back({one.block.begin, one.block.end, index});
          break;
        case Directive::Verb::Disable:
          open[rule].push_back(covers.size());
          covers.push_back({one.span.end, kToTheEnd, index});
          break;
        default:
          covers.push_back({0, kToTheEnd, index});
      }
    }
  }

  // Reports what is wrong with a disabling directive; whether it may suppress anything.
  bool is_in_force(std::size_t index) {
    const Directive& directive = declared_[index].directive;
    if (!directive.fault.empty()) {
      add_fault(index, kMalformed, "this suppresses nothing: " + directive.fault);
      return false;
    }
    bool in_force = true;
    const auto refuse = [&](std::string_view rule, const std::string& message) {
      add_fault(index, rule, message);
      in_force = false;
    };
    const auto blanket = std::ranges::find_if(directive.rules, [&](const auto& name) { return is_blanket(name); });
    if (directive.rules.empty()) {
      refuse(kBlanket, "this suppression names no rule");
    } else if (blanket != directive.rules.end()) {
      refuse(kBlanket, "`" + shown(*blanket) + "` is not one rule; name each rule by its id");
    }
    if (directive.reason.empty()) refuse(kNoReason, "this suppression gives no reason; write one after a colon");
    if (!directive.until.empty() && !settings_.today.empty() && directive.until < settings_.today) {
      refuse(kExpired, "this suppression held until " + directive.until + "; its findings count again");
    }
    check_names(index);
    return in_force;
  }

  // Whether the name stands for more than one rule: all, a glob, a group.
  [[nodiscard]] bool is_blanket(const std::string& name) const {
    if (name == "all" || name.find('*') != std::string::npos) return true;
    if (name.find('/') != std::string::npos) return false;
    return std::ranges::any_of(rules_.rules, [&](const Rule& rule) { return group_of(rule.id) == name; });
  }

  // Reports the first name that is none and the number of others.
  void check_names(std::size_t index) {
    std::string message;
    std::size_t others = 0;
    for (const std::string& name : declared_[index].directive.rules) {
      if (suppressible(name) < rules_.rules.size() || is_blanket(name)) continue;
      if (message.empty()) {
        message = unknown(name);
      } else {
        ++others;
      }
    }
    if (message.empty()) return;
    if (others > 0) message += "; " + std::to_string(others) + " more are none either";
    add_fault(index, kUnknownRule, message);
  }

  std::string unknown(const std::string& name) {
    if (name.starts_with(std::string(kSuppressionGroup) + "/")) return "`" + shown(name) + "` cannot be suppressed";
    std::string message = "no rule is called `" + shown(name) + "`";
    if (name.size() > kShownBytes || ++names_sought_ > kNamesSought) return message;
    std::vector<std::string_view> ids;
    for (const Rule& rule : rules_.rules) ids.push_back(rule.id);
    if (const auto nearest = nearest_name(name, ids)) message += ", did you mean `" + *nearest + "`?";
    return message;
  }

  // The number of rules when there is no such rule, or none that can be suppressed.
  [[nodiscard]] std::size_t suppressible(std::string_view id) const {
    const std::size_t rule = rule_index(rules_.rules, id);
    return rule < rules_.rules.size() && is_built_in(rules_.rules[rule]) ? rules_.rules.size() : rule;
  }

  void take_findings() {
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_rule;  // indexes into findings
    for (std::size_t i = 0; i < report_.findings.size(); ++i) {
      if (covers_.contains(report_.findings[i].rule)) by_rule[report_.findings[i].rule].push_back(i);
    }
    std::vector<bool> taken(report_.findings.size());
    for (auto& [rule, indexes] : by_rule) take_of_rule(covers_.find(rule)->second, indexes, taken);
    std::vector<Finding> left;
    for (std::size_t i = 0; i < taken.size(); ++i) {
      (taken[i] ? report_.suppressed : left).push_back(std::move(report_.findings[i]));
    }
    report_.findings = std::move(left);
  }

  // Where a finding stands: in its sentence, though its span may be an address outside of it.
  static std::size_t place_of(const Finding& finding) {
    const bool inside = finding.span.begin >= finding.sentence.begin && finding.span.begin < finding.sentence.end;
    return inside ? finding.span.begin : finding.sentence.begin;
  }

  // Sweeps over the findings with the covers that have begun on a stack.
  void take_of_rule(std::vector<Cover> covers, std::vector<std::size_t>& indexes, std::vector<bool>& taken) {
    std::stable_sort(covers.begin(), covers.end(), [](const Cover& a, const Cover& b) { return a.begin < b.begin; });
    std::stable_sort(indexes.begin(), indexes.end(), [&](std::size_t a, std::size_t b) {
      return place_of(report_.findings[a]) < place_of(report_.findings[b]);
    });
    std::vector<Cover> begun;
    std::size_t next = 0;
    for (const std::size_t index : indexes) {
      Finding& finding = report_.findings[index];
      const std::size_t place = place_of(finding);
      for (; next < covers.size() && covers[next].begin <= place; ++next) begun.push_back(covers[next]);
      while (!begun.empty() && begun.back().end <= place) begun.pop_back();
      if (begun.empty()) continue;
      taken[index] = true;
      take(finding, begun.back().declared);
    }
  }

  void take(Finding& finding, std::size_t declared) {
    SuppressionEntry& entry = report_.suppressions[declared];
    ++entry.findings;
    finding.suppressed = entry.terms;
    std::erase(unused_[declared], finding.rule);
  }

  // A rule that did not run on this article says nothing about its suppressions.
  void report_unused(std::size_t index) {
    std::string names;
    for (const std::string& rule : unused_[index]) {
      if (!selection_.reports[suppressible(rule)] || names.size() > kShownBytes) continue;
      names += (names.empty() ? "`" : ", `") + rule + "`";
    }
    if (names.empty()) return;
    const bool no_block =
        declared_[index].directive.verb == Directive::Verb::DisableNextBlock && declared_[index].block == SourceSpan{};
    add_fault(index, kUnused,
              "nothing is found here that the suppression of " + names + " would cover" +
                  (no_block ? ": no block follows" : ""));
  }

  void drop_enables() {
    std::vector<SuppressionEntry> kept;
    for (std::size_t index = 0; index < declared_.size(); ++index) {
      const Directive& directive = declared_[index].directive;
      const bool ends = directive.verb == Directive::Verb::Enable && directive.fault.empty();
      if (!ends) kept.push_back(std::move(report_.suppressions[index]));
    }
    report_.suppressions = std::move(kept);
  }

  void add_fault(std::size_t index, std::string_view id, const std::string& message) {
    report_.suppressions[index].faults.emplace_back(id);
    const std::size_t rule = rule_index(rules_.rules, id);
    if (rule == rules_.rules.size() || !selection_.reports[rule]) return;
    const Declared& one = declared_[index];
    const std::string_view text = (one.in_sidecar ? *sidecar_ : source_).text();
    const std::string_view written = text.substr(one.span.begin, one.span.end - one.span.begin);
    Finding finding;
    finding.rule = id;
    finding.severity = selection_.adjusted[rule].severity;
    finding.confidence = selection_.adjusted[rule].confidence;
    finding.message = message;
    finding.match = shown(written);
    finding.span = finding.sentence = finding.block = one.span;
    finding.fingerprint = fingerprint(id, written, {});
    (one.in_sidecar ? report_.sidecar_findings : report_.findings).push_back(std::move(finding));
  }

  FileReport& report_;
  const Source& source_;
  const CompiledRules& rules_;
  const Selection& selection_;
  const Settings& settings_;
  const Source* sidecar_;
  std::vector<Declared> declared_;
  Covers covers_;
  std::vector<std::vector<std::string>> unused_;  // of each directive: its rules that have met no finding
  std::size_t names_sought_ = 0;
};

}  // namespace

std::string_view to_string(SuppressionEntry::Form form) {
  switch (form) {
    case SuppressionEntry::Form::NextBlock:
      return "next-block";
    case SuppressionEntry::Form::Range:
      return "range";
    case SuppressionEntry::Form::File:
      return "file";
  }
  return {};
}

void suppress(FileReport& report, const Document& document, const CompiledRules& rules, const Selection& selection,
              const Settings& settings, const Source* sidecar) {
  std::vector<Declared> declared = declared_in(document);
  if (sidecar != nullptr) add_declared_in_sidecar(*sidecar, declared);
  if (declared.empty()) return;
  Suppressor(report, *document.source, rules, selection, settings, sidecar).run(std::move(declared));
}

}  // namespace hypelint
