#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/front_matter_values.h"
#include "document/front_matter_writer.h"
#include "document/markdown_scan.h"
#include "document/parsers.h"
#include "support/ascii.h"
#include "support/count_words.h"

namespace hypelint {
namespace {

constexpr std::size_t kLeastProseWords = 5;  // of a value under a key that tells nothing

enum class Language { Yaml, Toml, Json };

struct FrontMatter {
  Language language;
  SourceSpan content;
  std::size_t body;
};

// The front matter between two fence lines, the first one at the start of the text.
std::optional<FrontMatter> find_fenced(std::string_view text, std::string_view fence, Language language) {
  const std::size_t first_end = line_end(text, 0);
  if (first_end == text.size() || ascii::trim_right(text.substr(0, first_end)) != fence) return {};
  for (std::size_t at = first_end + 1; at < text.size();) {
    const std::size_t end = line_end(text, at);
    const std::string_view line = ascii::trim_right(text.substr(at, end - at));
    if (line == fence || (language == Language::Yaml && line == "...")) {
      return FrontMatter{language, {first_end + 1, at}, std::min(end + 1, text.size())};
    }
    at = end + 1;
  }
  return {};
}

std::optional<FrontMatter> find_json(std::string_view text) {
  if (!text.starts_with('{')) return {};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = line_end(text, at);
    if (ascii::trim_right(text.substr(at, end - at)) == "}") {
      const SourceSpan content{0, at + 1};
      if (!is_json(text, content)) return {};
      return FrontMatter{Language::Json, content, std::min(end + 1, text.size())};
    }
    at = end + 1;
  }
  return {};
}

std::optional<FrontMatter> find_front_matter(std::string_view text) {
  if (auto found = find_fenced(text, "---", Language::Yaml)) return found;
  if (auto found = find_fenced(text, "+++", Language::Toml)) return found;
  return find_json(text);
}

std::vector<FrontMatterValue> read_values(std::string_view text, const FrontMatter& front_matter) {
  switch (front_matter.language) {
    case Language::Yaml:
      return read_yaml(text, front_matter.content);
    case Language::Toml:
      return read_toml(text, front_matter.content);
    case Language::Json:
      return read_json(text, front_matter.content);
  }
  return {};
}

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view last_part(std::string_view key) { return key.substr(key.rfind('.') + 1); }

std::string normal_name(std::string_view key) {
  std::string name(last_part(key));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

bool is_title_key(std::string_view name) {
  constexpr std::array<std::string_view, 11> kNames = {"title",     "headline",  "heading",    "name",
                                                       "h1",        "seo_title", "meta_title", "seotitle",
                                                       "metatitle", "og_title",  "linktitle"};
  return contains(kNames, name);
}

bool is_summary_key(std::string_view name) {
  constexpr std::array<std::string_view, 32> kNames = {"description",
                                                       "summary",
                                                       "excerpt",
                                                       "subtitle",
                                                       "tagline",
                                                       "lead",
                                                       "abstract",
                                                       "intro",
                                                       "subheading",
                                                       "seo_description",
                                                       "meta_description",
                                                       "og_description",
                                                       "metadescription",
                                                       "seodescription",
                                                       "question",
                                                       "answer",
                                                       "q",
                                                       "a",
                                                       "text",
                                                       "content",
                                                       "subheadline",
                                                       "slogan",
                                                       "teaser",
                                                       "quote",
                                                       "body",
                                                       "caption",
                                                       "alt",
                                                       "short_description",
                                                       "twitter_description",
                                                       "benefits",
                                                       "features",
                                                       "highlights"};
  return contains(kNames, name) || name.starts_with("cta");
}

// Keys whose values are never prose, however many words they have.
bool is_data_key(std::string_view name) {
  constexpr std::array<std::string_view, 38> kNames = {
      "author",  "authors",    "date",     "lang",    "language", "locale",        "draft",     "slug",
      "tags",    "categories", "category", "image",   "images",   "url",           "permalink", "keywords",
      "layout",  "type",       "template", "aliases", "id",       "sources",       "source",    "references",
      "class",   "style",      "icon",     "href",    "link",     "topics",        "series",    "published",
      "updated", "lastmod",    "schema",   "json_ld", "jsonld",   "featured_image"};
  return contains(kNames, name);
}

bool has_letter(std::string_view value) {
  return std::any_of(value.begin(), value.end(), [](char c) { return ascii::is_letter(c) || ascii::is_high(c); });
}

bool is_literal(std::string_view value) {
  const bool address = value.find(' ') == kNoOffset && (value.find("://") != kNoOffset || value.starts_with('/') ||
                                                        value.starts_with('#') || value.starts_with("mailto:"));
  return address || value == "true" || value == "false" || value == "null" || !has_letter(value);
}

// "[a, b]" and "{…}" as a whole; "[Sponsored] A new …" is prose.
bool is_bracketed(std::string_view value) {
  const char open = value.front();
  if (open != '[' && open != '{') return false;
  const char close = open == '[' ? ']' : '}';
  std::size_t depth = 0;
  std::size_t end = 0;
  do {
    if (value[end] == open) ++depth;
    if (value[end] == close) --depth;
    ++end;
  } while (depth > 0 && end < value.size());
  return (depth == 0 && end == value.size()) || is_json(value, {0, value.size()});
}

bool is_data(std::string_view value) {
  const std::size_t first = value.find_first_not_of(" \t\r\n");
  if (first == kNoOffset) return true;
  const std::string_view start = ascii::trim_right(value.substr(first));
  return is_bracketed(start) || start.starts_with("<script") || is_literal(start);
}

// The kind of block a value makes, or none for a property.
std::optional<BlockKind> kind_of(const FrontMatterValue& value) {
  if (is_data(value.value)) return {};
  const std::string name = normal_name(value.key);
  const bool person = value.key.find("author") != std::string::npos || value.key.find("reviewer") != std::string::npos;
  if (is_title_key(name) && !person) return BlockKind::Title;
  if (is_summary_key(name)) return BlockKind::Summary;
  if (is_data_key(name) || person) return {};
  if (count_words(value.value, kLeastProseWords) >= kLeastProseWords) return BlockKind::Summary;
  return {};
}

// The key `hypelint` and what stands below it. Zola allows keys of one's own under `extra` only.
bool is_instruction(std::string_view key) {
  if (key.starts_with("extra.")) key.remove_prefix(std::string_view("extra.").size());
  return key == "hypelint" || key.starts_with("hypelint.");
}

// The entries of the `hypelint` list. A YAML block list is read as it is written; "- a b: c" is no mapping there.
void add_instructions(std::string_view text, const FrontMatter& front_matter,
                      const std::vector<FrontMatterValue>& values, Document& out) {
  std::vector<FrontMatterValue> entries;
  if (front_matter.language == Language::Yaml) entries = read_instructions(text, front_matter.content);
  if (entries.empty()) {
    std::copy_if(values.begin(), values.end(), std::back_inserter(entries),
                 [](const FrontMatterValue& value) { return is_instruction(value.key); });
  }
  for (const FrontMatterValue& entry : entries) out.comments.push_back({entry.value, entry.span, 0, true});
}

bool names_language(std::string_view key) { return key == "lang" || key == "language" || key == "locale"; }

}  // namespace

std::size_t parse_front_matter(const Source& source, BlockBuilder& builder, Document& out) {
  const std::string_view text = source.text();
  const std::optional<FrontMatter> front_matter = find_front_matter(text);
  if (!front_matter) return 0;
  builder.set_zone(Zone::Head);
  const std::vector<FrontMatterValue> values = read_values(text, *front_matter);
  add_instructions(text, *front_matter, values, out);
  for (const FrontMatterValue& value : values) {
    if (is_instruction(value.key)) continue;
    if (const std::optional<BlockKind> kind = kind_of(value)) {
      write_value(text, value, *kind, builder);
      continue;
    }
    if (names_language(value.key) && out.language.empty()) out.language = value.value;
    out.properties.push_back({value.key, value.value, value.span});
  }
  builder.close();
  builder.set_zone(Zone::Body);
  return front_matter->body;
}

}  // namespace hypelint
