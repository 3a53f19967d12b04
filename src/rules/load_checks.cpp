#include "rules/load_checks.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "rules/pack_files.h"
#include "support/ascii.h"
#include "text/language_tags.h"

namespace hypelint {
namespace {

constexpr std::array<std::string_view, 3> kPlaceholders = {"{match}", "{detail}", "{n}"};

bool is_name(char c) { return ascii::is_letter(c) || c == '_'; }

// "{name}" as written; other braces are text.
std::vector<std::string_view> placeholders_in(std::string_view message) {
  std::vector<std::string_view> all;
  for (std::size_t open = message.find('{'); open != std::string_view::npos; open = message.find('{', open + 1)) {
    std::size_t end = open + 1;
    while (end < message.size() && is_name(message[end])) ++end;
    if (end > open + 1 && end < message.size() && message[end] == '}') {
      all.push_back(message.substr(open, end + 1 - open));
    }
  }
  return all;
}

bool has_value(const Rule& rule, std::string_view placeholder) {
  const bool counts = rule.kind == RuleKind::Details || rule.kind == RuleKind::Density;
  if (placeholder == "{n}") return counts || rule.kind == RuleKind::Document;
  if (placeholder != "{detail}") return true;
  return rule.kind == RuleKind::Details || rule.kind == RuleKind::Citation || rule.kind == RuleKind::Statistic ||
         (rule.kind == RuleKind::Document && !rule.document.incomplete.empty());
}

}  // namespace

void check_message(const TableReader& reader, const Rule& rule) {
  for (const std::string_view placeholder : placeholders_in(rule.message)) {
    const std::string name = "\"message\": " + quoted(placeholder);
    if (std::ranges::find(kPlaceholders, placeholder) == kPlaceholders.end()) {
      reader.errors().add(reader.where("message"),
                          name + " is no placeholder" + suggestion(placeholder, kPlaceholders));
    } else if (!has_value(rule, placeholder)) {
      reader.errors().add(reader.where("message"), name + " has no value in such a rule");
    }
  }
}

void check_every_language(const TableReader& reader, const Rule& rule) {
  const auto has_terms = [](const Nearby& nearby) { return !nearby.lists.empty(); };
  const bool worded = !rule.link.text.empty() || !rule.except.empty() || std::ranges::any_of(rule.needs, has_terms) ||
                      std::ranges::any_of(rule.unless, has_terms);
  if (!rule.every_language || !worded) return;
  reader.errors().add(reader.where("every_language"), "\"every_language\": this rule looks at words of its language");
}

void check_language(const TableReader& reader, const std::string& language) {
  if (language.empty() || is_language_tag(language)) return;
  const std::string meant = language_meant(language);
  reader.errors().add(reader.where("language"),
                      "\"language\" must be a primary language subtag such as \"en\", not " +
                          quoted(std::string_view(language)) +
                          (meant.empty() ? "" : "; did you mean " + quoted(std::string_view(meant)) + "?"));
}

void check_extends(const TableReader& reader, const std::string& pack, const std::vector<std::string>& more) {
  for (const Located& name : reader.strings("extends")) {
    if (!extended_pack(name.text, pack, more).empty()) continue;
    const std::vector<std::string> packs = packs_to_extend(pack, more);
    const std::vector<std::string_view> known(packs.begin(), packs.end());
    reader.errors().add(name.where, "\"extends\": no rule pack is called " + quoted(std::string_view(name.text)) +
                                        (known.empty() ? "" : suggestion(name.text, known)));
  }
}

}  // namespace hypelint
