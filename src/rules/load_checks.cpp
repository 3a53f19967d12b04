#include "rules/load_checks.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "support/ascii.h"
#include "text/language.h"

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

bool is_subtag(std::string_view language) {
  return (language.size() == 2 || language.size() == 3) && std::ranges::all_of(language, ascii::is_lower);
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

void check_language(const TableReader& reader, const std::string& language) {
  if (language.empty() || is_subtag(language)) return;
  const std::string meant = primary_subtag(language);
  reader.errors().add(reader.where("language"), "\"language\" must be a primary language subtag such as \"en\", not " +
                                                    quoted(language) +
                                                    (meant.empty() ? "" : "; did you mean " + quoted(meant) + "?"));
}

}  // namespace hypelint
