#include "lint/baseline.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "support/prose.h"

namespace hypelint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "hypelint-baseline/1";
constexpr std::size_t kExcerptBytes = 80;

auto key_of(const BaselineEntry& entry) { return std::tie(entry.path, entry.rule, entry.fingerprint); }

// Ill-formed bytes become U+FFFD.
std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string line_of(const BaselineEntry& entry) {
  return dumped(Json{{"path", entry.path},
                     {"rule", entry.rule},
                     {"fingerprint", entry.fingerprint},
                     {"count", entry.count},
                     {"excerpt", entry.excerpt}}) +
         "\n";
}

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class BaselineReader {
 public:
  explicit BaselineReader(const std::string& path) : path_(path) {}

  Result<Baseline> read(std::string_view text) {
    bool has_header = false;
    for (std::size_t at = 0; at < text.size();) {
      ++line_;
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      at = end + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) continue;
      if (has_header) {
        take(line);
      } else {
        has_header = true;
        check_header(line);
      }
      if (error_) return *error_;
    }
    if (!has_header) fail("the file is empty; a baseline begins with {\"schema\":\"" + std::string(kSchema) + "\"}");
    if (error_) return *error_;
    return std::move(entries_);
  }

 private:
  void fail(const std::string& message) {
    if (!error_) error_ = Error{ErrorCode::Config, "the baseline is damaged: " + message, path_, {line_, 0}};
  }

  std::optional<Json> object(std::string_view line) {
    Json json = Json::parse(line, nullptr, false);
    if (json.is_object()) return json;
    fail("this line is no JSON object");
    return std::nullopt;
  }

  void check_header(std::string_view line) {
    const auto json = object(line);
    if (!json) return;
    const auto schema = json->find("schema");
    if (schema == json->end() || *schema != kSchema)
      fail("its first line must say \"schema\":\"" + std::string(kSchema) + "\"");
  }

  std::string text_at(const Json& json, const char* key) {
    const auto value = json.find(key);
    if (value != json.end() && value->is_string()) return value->get<std::string>();
    fail("\"" + std::string(key) + "\" must be a text");
    return {};
  }

  void take(std::string_view line) {
    const auto json = object(line);
    if (!json) return;
    if (json->size() != 5) return fail("an entry has path, rule, fingerprint, count and excerpt");
    BaselineEntry entry;
    entry.path = text_at(*json, "path");
    entry.rule = text_at(*json, "rule");
    entry.fingerprint = text_at(*json, "fingerprint");
    entry.excerpt = text_at(*json, "excerpt");
    entry.where = {line_, 0};
    const auto count = json->find("count");
    if (count == json->end() || !count->is_number_unsigned() || *count == 0)
      return fail("\"count\" must be at least 1");
    entry.count = count->get<std::size_t>();
    if (!is_fingerprint(entry.fingerprint)) return fail("\"fingerprint\" must be 16 hexadecimal digits");
    if (!entries_.empty() && !(key_of(entries_.back()) < key_of(entry)))
      return fail("entries out of order, or one twice");
    entries_.push_back(std::move(entry));
  }

  const std::string& path_;
  std::size_t line_ = 0;
  Baseline entries_;
  std::optional<Error> error_;
};

}  // namespace

std::string to_text(const Baseline& baseline) {
  std::string text = dumped(Json{{"schema", kSchema}}) + "\n";
  for (const BaselineEntry& entry : baseline) text += line_of(entry);
  return text;
}

Result<Baseline> parse_baseline(std::string_view text, const std::string& path) {
  return BaselineReader(path).read(text);
}

Baseline baseline_of(const std::vector<Finding>& findings, const std::string& path) {
  std::map<std::pair<std::string_view, std::string_view>, BaselineEntry> entries;
  for (const Finding& finding : findings) {
    const auto [at, is_new] = entries.try_emplace({finding.rule, finding.fingerprint});
    if (is_new) {
      at->second = {path, finding.rule, finding.fingerprint, 1, cut(finding.match, kExcerptBytes), {}};
    } else {
      ++at->second.count;
    }
  }
  Baseline baseline;
  for (auto& [key, entry] : entries) baseline.push_back(std::move(entry));
  return baseline;
}

std::size_t absorb(std::vector<Finding>& findings, std::vector<BaselineEntry>& entries) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t*> left;
  for (BaselineEntry& entry : entries) left[{entry.rule, entry.fingerprint}] = &entry.count;
  return std::erase_if(findings, [&](const Finding& finding) {
    const auto known = left.find({finding.rule, finding.fingerprint});
    if (known == left.end() || *known->second == 0) return false;
    --*known->second;
    return true;
  });
}

}  // namespace hypelint
