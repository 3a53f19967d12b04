#include "document/html_metadata.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "document/html_context.h"
#include "document/html_text.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr std::array<std::string_view, 12> kMetaKeys = {"author",
                                                        "article:author",
                                                        "article:published_time",
                                                        "article:modified_time",
                                                        "date",
                                                        "dc.date",
                                                        "dc.creator",
                                                        "pubdate",
                                                        "publish-date",
                                                        "last-modified",
                                                        "citation_author",
                                                        "citation_publication_date"};
constexpr int kDeepestName = 4;  // [ { "name": [ "…" ] } ]
constexpr std::array<std::string_view, 5> kSchemaKeys = {"author", "reviewedBy", "datePublished", "dateModified",
                                                         "lastReviewed"};

// The name of a schema.org person or organisation, or the plain string; of a list, the first one's.
std::string name_of(const nlohmann::json& value) {
  const nlohmann::json* at = &value;
  for (int depth = 0; depth < kDeepestName; ++depth) {
    if (at->is_string()) return at->get<std::string>();
    if (at->is_array() && !at->empty()) {
      at = &at->front();
    } else if (at->is_object() && at->contains("name")) {
      at = &(*at)["name"];
    } else {
      break;
    }
  }
  return "";
}

// The description itself, its graph, or a list of descriptions.
std::vector<const nlohmann::json*> described(const nlohmann::json& root) {
  std::vector<const nlohmann::json*> items{&root};
  const auto add_all = [&](const nlohmann::json& list) {
    for (const nlohmann::json& item : list) items.push_back(&item);
  };
  if (root.is_array()) add_all(root);
  if (root.is_object() && root.contains("@graph") && root["@graph"].is_array()) add_all(root["@graph"]);
  return items;
}

}  // namespace

void HtmlMetadata::read(const HtmlToken& token) {
  if (token.kind == HtmlToken::Kind::StartTag) return start_tag(token);
  if (token.kind == HtmlToken::Kind::Text && in_json_ld_) json_ld(token.span);
  in_json_ld_ = false;
}

void HtmlMetadata::start_tag(const HtmlToken& tag) {
  if (tag.name == "meta") {
    for (const std::string_view attribute : {"name", "property", "itemprop"}) {
      const std::string key = ascii::lower_copy(attribute_text(tag, attribute, text_));
      if (std::find(kMetaKeys.begin(), kMetaKeys.end(), key) != kMetaKeys.end()) add(key, tag.attribute("content"));
    }
  } else if (tag.name == "time") {
    add("time", tag.attribute("datetime"));
  } else if (tag.name == "a" || tag.name == "link") {
    if (ascii::equals_folded(attribute_text(tag, "rel", text_), "author")) add("author", tag.attribute("href"));
  }
  in_json_ld_ = tag.name == "script" && ascii::equals_folded(attribute_text(tag, "type", text_), "application/ld+json");
}

void HtmlMetadata::add(std::string key, const HtmlAttribute* value) {
  if (value == nullptr || value->value.begin == value->value.end) return;
  const std::string_view written = text_.substr(value->value.begin, value->value.end - value->value.begin);
  properties_.push_back({std::move(key), decode_references(written, ReferencePlace::AttributeValue), value->value});
}

// A script that is no JSON says nothing.
void HtmlMetadata::json_ld(SourceSpan script) {
  const std::string_view written = text_.substr(script.begin, script.end - script.begin);
  const auto root = nlohmann::json::parse(written, nullptr, false);
  if (root.is_discarded()) return;
  for (const nlohmann::json* item : described(root)) {
    for (const std::string_view key : kSchemaKeys) {
      if (!item->is_object() || !item->contains(key)) continue;
      std::string name = name_of((*item)[std::string(key)]);
      if (!name.empty()) properties_.push_back({ascii::lower_copy(key), std::move(name), script});
    }
  }
}

}  // namespace hypelint
