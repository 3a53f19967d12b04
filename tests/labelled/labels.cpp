#include "labelled/labels.h"

#include <algorithm>
#include <utility>

#include "hypelint/rule.h"

namespace hypelint {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_rule_id(std::string_view id) {
  const auto slash = id.find('/');
  return slash != std::string_view::npos && slash > 0 && slash + 1 < id.size() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-/") == std::string_view::npos;
}

bool is_complete(const Label& label, std::size_t fields) {
  switch (label.kind) {
    case LabelKind::Mark:
      return fields == 2 && is_rule_id(label.rule) && !label.beginning.empty();
    case LabelKind::Either:
      return fields == 3 && is_rule_id(label.rule) && !label.beginning.empty();
    case LabelKind::Document:
    case LabelKind::EitherDocument:
      return fields == 2 && is_rule_id(label.rule);
  }
  return false;
}

LabelKind kind_of(const std::string& first) {
  if (first == "either") return LabelKind::Either;
  if (first == "document") return LabelKind::Document;
  if (first == "either-document") return LabelKind::EitherDocument;
  return LabelKind::Mark;
}

Error error_at(const std::string& path, Position where, std::string message) {
  return {ErrorCode::Input, std::move(message), path, where};
}

Result<Label> parse_line(const std::string& line, const std::string& path, Position where) {
  const auto fields = split(line, '\t');
  Label label{kind_of(fields.front()), "", "", where};
  const std::size_t rule_field = label.kind == LabelKind::Mark ? 0 : 1;
  if (fields.size() > rule_field) label.rule = fields[rule_field];
  if (fields.size() > rule_field + 1) label.beginning = fields[rule_field + 1];
  if (is_complete(label, fields.size())) return label;
  return error_at(path, where,
                  "expected 'rule<TAB>beginning', 'either<TAB>rule<TAB>beginning', 'document<TAB>rule' or "
                  "'either-document<TAB>rule'");
}

}  // namespace

Result<std::vector<Label>> parse_labels(std::string_view text, const std::string& path) {
  std::vector<Label> labels;
  Errors errors;
  Position where{0, 0};
  for (const std::string& line : split(text, '\n')) {
    ++where.line;
    if (line.empty() || line.front() == '#') continue;
    if (auto label = parse_line(line, path, where))
      labels.push_back(std::move(label).value());
    else
      errors.push_back(label.errors().front());
  }
  if (!errors.empty()) return errors;
  return labels;
}

Errors unknown_rules(const std::vector<Label>& labels, const std::string& path, const std::vector<std::string>& rules) {
  Errors errors;
  for (const Label& label : labels) {
    const bool group_loaded =
        std::ranges::any_of(rules, [&](const auto& rule) { return group_of(rule) == group_of(label.rule); });
    if (group_loaded && std::ranges::find(rules, label.rule) == rules.end())
      errors.push_back(error_at(path, label.where, "no rule '" + label.rule + "'"));
  }
  return errors;
}

}  // namespace hypelint
