#include <utility>

#include "rules/example_marks.h"
#include "rules/loading.h"

namespace hypelint {
namespace {

Authority read_source(const TableReader& reader) {
  constexpr std::string_view kOwner = "a source";
  reader.allow({"name", "clause", "year", "url"});
  Authority source;
  source.name = reader.required_text("name", kOwner);
  source.clause = reader.required_text("clause", kOwner);
  source.year = reader.integer("year", 0, 9999).value_or(0);
  const TomlValue* url = reader.find("url");
  if (url == nullptr || (url->kind == TomlKind::String && url->string.empty())) return source;
  source.url = reader.text("url");
  if (!source.url.empty() && !source.url.starts_with("https://") && !source.url.starts_with("http://")) {
    reader.errors().add(url->where, "\"url\" must be empty or begin with https:// or http://");
  }
  return source;
}

std::optional<Example> read_example(const TomlValue& value, std::string_view key, FileErrors& errors) {
  if (value.kind == TomlKind::String) return Example{value.string, Format::Markdown, value.where};
  if (value.kind != TomlKind::Table) {
    errors.add(value.where,
               quoted(key) + " must hold strings or tables { text, format }, not " + std::string(describe(value.kind)));
    return std::nullopt;
  }
  const TableReader reader(value, errors);
  reader.allow({"text", "format"});
  Example example;
  example.text = reader.required_text("text", "an example");
  example.format = reader.choice<Format>("format").value_or(Format::Markdown);
  example.where = reader.where("text");
  return example;
}

// What is wrong with an example's marks; empty when nothing is.
std::string_view fault_of_marks(std::string_view text, ExampleMarks marks) {
  const auto marked = parse_marks(text);
  if (!marked) return "unbalanced, nested or empty [[…]] in an example";
  if (marks == ExampleMarks::Required && marked->spans.empty()) {
    return "a bad example must mark the expected span of each finding with [[…]]";
  }
  if (marks == ExampleMarks::Forbidden && !marked->spans.empty())
    return "a good example must not hold [[…]]: nothing is found there";
  return {};
}

}  // namespace

std::vector<Authority> read_sources(const TableReader& reader) {
  std::vector<Authority> sources;
  for (const TableReader& table : reader.tables("sources")) sources.push_back(read_source(table));
  if (sources.empty() && reader.find("sources") != nullptr) {
    reader.errors().add(reader.where("sources"), "\"sources\" must name at least one guideline, law or study");
  }
  return sources;
}

std::vector<Example> read_examples(const TableReader& reader, std::string_view key, ExampleMarks marks) {
  std::vector<Example> examples;
  const TomlValue* value = reader.find(key);
  if (value == nullptr) return examples;
  FileErrors& errors = reader.errors();
  if (value->kind != TomlKind::Array) {
    errors.add(value->where, quoted(key) + " must be an array, not " + std::string(describe(value->kind)));
    return examples;
  }
  if (value->array.empty()) errors.add(value->where, quoted(key) + " must hold at least one example");
  for (const TomlValue& element : value->array) {
    auto example = read_example(element, key, errors);
    if (!example) continue;
    if (const auto fault = fault_of_marks(example->text, marks); !fault.empty()) {
      errors.add(example->where, std::string(fault));
    }
    examples.push_back(std::move(*example));
  }
  return examples;
}

}  // namespace hypelint
