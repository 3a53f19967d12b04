// What an HTML page says of itself to machines: who wrote it and when, for rules that ask whether it says so at all.
#pragma once

#include <string_view>
#include <vector>

#include "document/html_tokenizer.h"
#include "hypelint/document.h"

namespace hypelint {

// Collects properties from <meta name|property content>, <time datetime>, links with rel="author" and the author and
// dates of JSON-LD (schema.org). Keys are lower case: "author", "article:published_time", "time", "datepublished".
class HtmlMetadata {
 public:
  // `text` must outlive the object.
  explicit HtmlMetadata(std::string_view text) : text_(text) {}

  void read(const HtmlToken& token);
  [[nodiscard]] std::vector<Property> take() { return std::move(properties_); }

 private:
  void start_tag(const HtmlToken& tag);
  void add(std::string key, const HtmlAttribute* value);
  void json_ld(SourceSpan script);

  std::string_view text_;
  bool in_json_ld_ = false;
  std::vector<Property> properties_;
};

}  // namespace hypelint
