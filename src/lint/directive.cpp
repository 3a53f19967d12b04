#include "lint/directive.h"

#include <algorithm>
#include <array>
#include <utility>

#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr std::string_view kPrefix = "hypelint-";
constexpr std::string_view kName = "hypelint";
constexpr std::string_view kSpaces = " \t\r\n\f\v";

struct VerbName {
  std::string_view name;
  Directive::Verb verb;
};
constexpr std::array kVerbs = {
    VerbName{"disable-next-block", Directive::Verb::DisableNextBlock}, VerbName{"disable", Directive::Verb::Disable},
    VerbName{"enable", Directive::Verb::Enable}, VerbName{"disable-file", Directive::Verb::DisableFile}};

constexpr const char* kForms =
    "the forms are hypelint-disable-next-block, hypelint-disable, hypelint-enable and hypelint-disable-file";
constexpr const char* kSecond =
    "the reason holds a second directive; each stands in a comment, entry or line of its own";
// What stands between the words of a text that resembles a directive, and how much of it is looked at.
constexpr std::string_view kBetween = " \t\r\n\f\v:_-";
constexpr std::size_t kLongestStart = 100;  // bytes

bool is_space(char c) { return kSpaces.find(c) != std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

// With single spaces for white space.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    if (!is_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// Cuts words off a text; what stands in quotation marks belongs to its word.
class Words {
 public:
  explicit Words(std::string_view text) : rest_(text) {}

  // The next word; empty at a colon outside quotation marks and at the end.
  std::string_view next() {
    std::size_t at = 0;
    while (at < rest_.size() && (is_space(rest_[at]) || rest_[at] == ',')) ++at;
    const std::size_t begin = at;
    for (bool quoted = false; at < rest_.size(); ++at) {
      const char c = rest_[at];
      if (c == '"') quoted = !quoted;
      if (!quoted && (is_space(c) || c == ',' || c == ':')) break;
    }
    const std::string_view word = rest_.substr(begin, at - begin);
    rest_.remove_prefix(at);
    return word;
  }

  // Whether a colon is next; what follows it.
  [[nodiscard]] bool at_colon() const { return rest_.starts_with(':'); }
  [[nodiscard]] std::string_view after_colon() const { return at_colon() ? rest_.substr(1) : std::string_view(); }

 private:
  std::string_view rest_;
};

bool has_word_starting(std::string_view text, std::string_view start) {
  for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
    if (at == 0 || is_space(text[at - 1])) return true;
  }
  return false;
}

// Whether a text that is no directive was meant as one: "Hypelint-disable", "hypelint: disable …", "hypelint enable".
bool resembles_directive(std::string_view text) {
  const std::string start = ascii::lower_copy(text.substr(0, kLongestStart));
  if (!start.starts_with(kName)) return false;
  if (start.starts_with(kPrefix)) return true;
  const std::size_t verb = start.find_first_not_of(kBetween, kName.size());
  if (verb == std::string::npos || verb == kName.size()) return false;
  const std::string_view rest = std::string_view(start).substr(verb);
  return std::ranges::any_of(std::array<std::string_view, 2>{"disable", "enable"}, [&](std::string_view name) {
    return rest.starts_with(name) &&
           (rest.size() == name.size() || kBetween.find(rest[name.size()]) != std::string_view::npos);
  });
}

std::string_view unquoted(std::string_view value) {
  if (value.starts_with('"')) value.remove_prefix(1);
  if (value.ends_with('"')) value.remove_suffix(1);
  return value;
}

// A rule, `evidence="…"` or `until=…`.
void take_word(Directive& directive, std::string_view word) {
  const std::size_t equals = word.find('=');
  const std::string_view key = word.substr(0, equals);
  if (equals == std::string_view::npos) {
    directive.rules.emplace_back(word);
  } else if (key == "evidence") {
    const std::string_view value = word.substr(equals + 1);
    directive.evidence = on_one_line(unquoted(value));
    const bool quoted = value.size() >= 2 && value.starts_with('"') && value.ends_with('"');
    if (!quoted) directive.fault = "evidence= takes its value between quotation marks";
  } else if (key == "until") {
    directive.until = unquoted(word.substr(equals + 1));
    if (!is_date(directive.until)) directive.fault = "until= must be a day written as YYYY-MM-DD";
  } else {
    directive.fault = "only evidence= and until= may stand beside the rules";
  }
}

void read_rest(Directive& directive, std::string_view rest) {
  Words words(rest);
  for (std::string_view word = words.next(); !word.empty(); word = words.next()) take_word(directive, word);
  directive.reason = on_one_line(words.after_colon());
  for (const std::string_view key : {"until=", "evidence="}) {
    if (has_word_starting(directive.reason, key)) directive.fault = std::string(key) + " belongs before the colon";
  }
  for (const std::string_view start : {"hypelint-disable", "hypelint-enable"}) {
    if (has_word_starting(directive.reason, start)) directive.fault = kSecond;
  }
}

bool is_all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

}  // namespace

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::string_view year = text.substr(0, 4), month = text.substr(5, 2), day = text.substr(8);
  if (!is_all_digits(year) || !is_all_digits(month) || !is_all_digits(day)) return false;
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int y = number(year), m = number(month), d = number(day);
  if (m < 1 || m > 12 || d < 1) return false;
  const bool leap_day = m == 2 && d == 29 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
  return leap_day || d <= kDays[static_cast<std::size_t>(m - 1)];
}

std::optional<Directive> read_directive(std::string_view text, DirectivePlace place) {
  text = trimmed(text);
  const bool prefixed = text.starts_with(kPrefix);
  if (text.empty()) return std::nullopt;
  if (!prefixed && place == DirectivePlace::InText) {
    if (!resembles_directive(text)) return std::nullopt;
    Directive directive;
    directive.fault = kForms;
    return directive;
  }
  if (prefixed) text.remove_prefix(kPrefix.size());
  const std::string_view name = text.substr(0, std::min(text.find_first_of(" \t\r\n\f\v:"), text.size()));
  Directive directive;
  const auto* const known = std::ranges::find(kVerbs, name, &VerbName::name);
  if (known == kVerbs.end()) {
    directive.fault = place == DirectivePlace::InText ? kForms : "an entry must begin with disable-file";
    return directive;
  }
  directive.verb = known->verb;
  read_rest(directive, text.substr(name.size()));
  if (place == DirectivePlace::WholeFile && directive.verb != Directive::Verb::DisableFile) {
    directive.fault = "here only disable-file has a meaning";
  }
  return directive;
}

}  // namespace hypelint
