#include "cli/stream_record.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <utility>

#include "cli/base64.h"
#include "cli/json_surrogates.h"
#include "cli/suggest.h"
#include "support/ascii.h"
#include "text/language.h"

namespace hypelint {
namespace {

using Json = nlohmann::json;

// A member that the record has: its text, or that it is of another type.
struct Member {
  std::string text;
  bool is_text = false;
};
using Known = std::optional<Member>;

// The known members of the outermost object; of two with one name the last counts.
struct Members {
  std::string id;  // as JSON; empty when there is none or it is neither text nor a number
  std::string name;
  Known text, base64, format, language;
};

// nlohmann's events. Its parser is iterative, and what is nested is let go at once.
class Reading {
 public:
  Members members;
  std::size_t broken_at = 0;  // 1-based byte

  bool null() { return other(); }
  bool boolean(bool) { return other(); }
  bool number_integer(std::int64_t value) { return number(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return number(std::to_string(value)); }
  bool number_float(double, const std::string& written) { return number(written); }
  bool binary(Json::binary_t&) { return other(); }
  bool start_array(std::size_t) { return open(); }
  bool end_array() { return close(); }
  bool start_object(std::size_t) {
    is_object_ = is_object_ || depth_ == 0;
    return open();
  }
  bool end_object() { return close(); }

  bool key(std::string& name) {
    id_may_go_on_ = false;
    if (depth_ == 1) key_ = name;
    return true;
  }

  bool string(std::string& value) {
    if (depth_ != 1) return true;
    if (key_ == "id") {
      members.id = Json(value).dump();
      members.name = std::move(value);
    } else if (Known* member = known()) {
      *member = Member{std::move(value), true};
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    broken_at = position;
    if (id_may_go_on_) members.id = "";
    return false;
  }

  [[nodiscard]] bool is_object() const { return is_object_; }

 private:
  bool open() {
    other();
    ++depth_;
    return true;
  }

  bool close() {
    id_may_go_on_ = false;
    --depth_;
    return true;
  }

  bool number(std::string written) {
    if (depth_ != 1 || key_ != "id") return other();
    members.id = written;
    members.name = std::move(written);
    id_may_go_on_ = true;
    return true;
  }

  bool other() {
    if (depth_ != 1) return true;
    if (key_ == "id") members.id = members.name = "";
    if (Known* member = known()) *member = Member{};
    return true;
  }

  Known* known() {
    if (key_ == "text") return &members.text;
    if (key_ == "text_base64") return &members.base64;
    if (key_ == "format") return &members.format;
    return key_ == "lang" ? &members.language : nullptr;
  }

  std::size_t depth_ = 0;
  bool is_object_ = false;
  bool id_may_go_on_ = false;  // a number with nothing after it yet, of which the rest may be cut off
  std::string key_;
};

// Parses, or says why the line is no JSON object.
std::optional<std::string> broken(std::string_view line, Reading& reading) {
  // nlohmann takes a NUL for the end of the text.
  const std::size_t nul = line.find('\0');
  const bool is_json = Json::sax_parse(line.substr(0, nul), &reading);
  if (nul != std::string_view::npos) return "not JSON: byte " + std::to_string(nul + 1) + " of the line is NUL";
  if (!is_json) return "not JSON: broken at byte " + std::to_string(reading.broken_at) + " of the line";
  if (!reading.is_object()) return "a record is one JSON object";
  return std::nullopt;
}

// The language of a tag (RFC 5646) that a caller gives on purpose: unlike what an article states (text/language.h), one
// that cannot be a tag is a fault, and one that nobody knows stands. Empty for an undetermined one.
std::optional<std::string> language_from(std::string_view tag) {
  const std::string primary = ascii::lower_copy(tag.substr(0, tag.find_first_of("-_")));
  const bool sized = primary.size() >= 2 && primary.size() <= 8;
  if (!sized || !std::ranges::all_of(primary, ascii::is_letter)) return std::nullopt;
  std::string known = primary_subtag(primary);
  return known.empty() && primary != "und" ? primary : known;
}

std::optional<Format> format_from(std::string_view name) {
  for (const Format format : {Format::Markdown, Format::Mdx, Format::Html, Format::Plain}) {
    if (name == to_string(format)) return format;
  }
  return std::nullopt;
}

std::string unknown_format(const std::string& name) {
  return "unknown format `" + name + "`" + did_you_mean(name, {"markdown", "mdx", "html", "plain"}) +
         " (known: markdown, mdx, html, plain)";
}

std::optional<StreamFault> take_text(Members& members, StreamDocument& document) {
  const auto fault = [](std::string_view code, std::string message) { return StreamFault{"", code, message}; };
  if (members.text && members.base64) return fault("text", "a record has `text` or `text_base64`, not both");
  if (!members.text && !members.base64) return fault("text", "`text` or `text_base64` is missing");
  const bool is_plain = members.text.has_value();
  Member& given = is_plain ? *members.text : *members.base64;
  if (!given.is_text) return fault("text", std::string(is_plain ? "`text`" : "`text_base64`") + " must be a string");
  if (is_plain) {
    document.bytes = std::move(given.text);
    return std::nullopt;
  }
  std::optional<std::string> bytes = decode_base64(given.text);
  if (!bytes) return fault("base64", "`text_base64` is no base64 (RFC 4648, with its padding, without white space)");
  document.bytes = std::move(*bytes);
  return std::nullopt;
}

std::optional<StreamFault> take_kind(const Members& members, StreamDocument& document) {
  if (members.format) {
    if (!members.format->is_text) return StreamFault{"", "format", "`format` must be a string"};
    document.format = format_from(members.format->text);
    if (!document.format) return StreamFault{"", "format", unknown_format(members.format->text)};
  }
  if (members.language) {
    const std::optional<std::string> language = language_from(members.language->text);
    if (!language) return StreamFault{"", "lang", "`lang` must be a language tag such as \"en\" or \"en-GB\""};
    document.language = *language;
  }
  return std::nullopt;
}

}  // namespace

std::string id_at_start_of(std::string_view line) {
  Reading reading;
  (void)broken(line, reading);
  return reading.members.id.empty() ? "null" : reading.members.id;
}

std::variant<StreamDocument, StreamFault> read_stream_record(std::string line) {
  mend_surrogates(line);
  Reading reading;
  const std::optional<std::string> why = broken(line, reading);
  Members& members = reading.members;
  if (why) return StreamFault{members.id.empty() ? "null" : members.id, "json", *why};
  if (members.id.empty()) return StreamFault{"null", "id", "`id` must be there, a string or a number"};
  StreamDocument document{members.id, members.name, "", std::nullopt, ""};
  std::optional<StreamFault> fault = take_text(members, document);
  if (!fault) fault = take_kind(members, document);
  if (!fault) return document;
  fault->id = members.id;
  return *fault;
}

}  // namespace hypelint
