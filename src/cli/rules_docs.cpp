// `hypelint rules docs`: the reference of every rule as Markdown, in the order of their ids.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/overlay_text.h"
#include "cli/packs.h"
#include "report/display_width.h"
#include "report/formats.h"

namespace hypelint {
namespace {

// Prose on one line, with what Markdown or HTML would read as markup escaped.
std::string prose(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_[]<>|#~";
  std::string out;
  for (const char c : well_formed(text)) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
      continue;
    }
    if (kMarkup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::size_t longest_run_of_backticks(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t at = 0, run = 0; at < text.size(); ++at) {
    run = text[at] == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// A code span; its text may hold backticks but no line break.
std::string code_span(const std::string& text) {
  const std::string fence(longest_run_of_backticks(text) + 1, '`');
  const bool pad = text.starts_with('`') || text.ends_with('`');
  const std::string space = pad ? " " : "";
  return fence + space + text + space + fence;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin));
}

// A list item: a code span, or for several lines a fenced block.
std::string example_item(const Example& example) {
  const std::string text = trimmed(well_formed(example.text));
  if (text.find('\n') == std::string::npos) return "- " + code_span(text) + "\n";
  const std::string fence(std::max<std::size_t>(3, longest_run_of_backticks(text) + 1), '`');
  std::string out = "- " + fence + std::string(to_string(example.format)) + "\n";
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    out += line.empty() ? "\n" : "  " + line + "\n";
    at = end + 1;
  }
  return out + "  " + fence + "\n";
}

// A heading line and its list; nothing without items.
std::string titled(const std::string& title, const std::string& items) {
  return items.empty() ? "" : "\n**" + title + "**\n\n" + items;
}

std::string paragraph(const std::string& title, const std::string& text) {
  return text.empty() ? "" : "\n**" + title + "** " + text + "\n";
}

std::string examples(const std::vector<Example>& list) {
  std::string out;
  for (const Example& example : list) out += example_item(example);
  return out;
}

std::string authorities(const std::vector<Authority>& sources) {
  std::string out;
  for (const Authority& source : sources) {
    out += "- " + prose(authority_line(source)) + (source.url.empty() ? "" : " <" + source.url + ">") + "\n";
  }
  return out;
}

std::string said(const Linter& linter, const Rule& rule, OverlayKind kind) {
  std::string out;
  for (const Say& say : says_on(linter, rule, kind)) {
    out += "- `" + say.overlay->name + "`: " + prose(say_text(rule, say.adjusted)) + "\n";
  }
  return out;
}

std::string strength(const Rule& rule) {
  return std::string(to_string(rule.severity)) + ", " + std::string(to_string(rule.confidence)) + " confidence, " +
         (rule.on ? "on" : "off") + " by default";
}

std::string rule_section(const Linter& linter, const Rule& rule) {
  return "\n### " + rule.id + "\n\n" + prose(rule.summary) + " (" + strength(rule) + ")\n" +
         paragraph("Why:", prose(rule.why)) + paragraph("It says:", code_span(trimmed(well_formed(rule.message)))) +
         paragraph("How to clear it:", prose(rule.clear)) + titled("Who asks for it", authorities(rule.sources)) +
         titled("By jurisdiction", said(linter, rule, OverlayKind::Jurisdiction)) +
         titled("By profile", said(linter, rule, OverlayKind::Profile)) +
         titled("It finds, between `[[` and `]]`", examples(rule.bad)) + titled("It accepts", examples(rule.good));
}

// GitHub's anchor of the heading that is the id.
std::string anchor(std::string id) {
  std::erase(id, '/');
  return id;
}

std::string contents(const std::vector<Rule>& rules) {
  std::string out = "## Contents\n";
  std::string_view group;
  for (const Rule& rule : rules) {
    if (group_of(rule.id) != group) {
      group = group_of(rule.id);
      out += "\n[" + std::string(group) + "](#" + std::string(group) + ")\n\n";
    }
    out += "- [" + rule.id + "](#" + anchor(rule.id) + "): " + prose(rule.summary) + " (" + strength(rule) + ")\n";
  }
  return out;
}

std::string overlays_of(const Linter& linter, OverlayKind kind, const std::string& title, const std::string& about) {
  std::string items;
  for (const Overlay& overlay : linter.overlays()) {
    if (overlay.kind == kind) items += "- `" + overlay.name + "`: " + prose(overlay.summary) + "\n";
  }
  return items.empty() ? "" : "\n## " + title + "\n\n" + about + "\n\n" + items;
}

std::string reference(const Linter& linter) {
  std::string out =
      "# Rules\n\n"
      "Written by `hypelint rules docs` from the rule packs; change the rules, not this file. A rule says which claim "
      "it\n"
      "looks for and what would support it; it never says whether the claim is true.\n\n" +
      contents(linter.rules()) +
      overlays_of(linter, OverlayKind::Jurisdiction, "Jurisdictions",
                  "`--jurisdiction` or the key `jurisdiction` of hypelint.toml takes one or more of these. They are a "
                  "reading of\nthe clauses they cite, not legal advice.") +
      overlays_of(linter, OverlayKind::Profile, "Profiles",
                  "`--profile` or the key `profile` of hypelint.toml takes one of these; without one the rules stand "
                  "as they are.");
  std::string_view group;
  for (const Rule& rule : linter.rules()) {
    if (group_of(rule.id) != group) {
      group = group_of(rule.id);
      out += "\n## " + std::string(group) + "\n";
    }
    out += rule_section(linter, rule);
  }
  return out;
}

}  // namespace

int run_rules_docs(const RulesOptions& options) {
  const Result<Linter> linter = load_linter_of(options.packs);
  if (!linter) return fail(linter.errors());
  return finish(reference(linter.value()), 0);
}

}  // namespace hypelint
