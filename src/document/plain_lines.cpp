#include "document/plain_lines.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

constexpr std::size_t kTabColumns = 4;
constexpr std::size_t kMaxNumberDigits = 3;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }
bool is_lower(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7); }
bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_no_break_space(std::string_view text, std::size_t at) { return text.substr(at, 2) == "\u00A0"; }

bool is_emoji(char32_t c) { return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0x2B50; }

bool is_bullet_sign(char32_t c) {
  static constexpr std::array<char32_t, 22> kSigns = {'-',    '*',    '+',    0xB7,   0xBB,   0x2012, 0x2013, 0x2014,
                                                      0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB,
                                                      0x25B6, 0x25BA, 0x25CB, 0x25CF, 0x25E6, 0xF0B7};
  return is_emoji(c) || std::find(kSigns.begin(), kSigns.end(), c) != kSigns.end();
}

// Signs that nobody writes but as bullets, so that no space need follow.
bool is_sure_bullet(char32_t c) { return c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0xF0B7 || c == 0x2713; }

bool is_word_character(char32_t c) {
  return (c >= '0' && c <= '9') || is_ascii_letter(c) ||
         (c >= 0xAA && c != 0xAB && c != 0xBB && c != 0xB7 && !(c >= 0x2000 && c <= 0x2BFF) && c != 0xFEFF);
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F300;
}

struct MarkerMatch {
  LineMarker marker = LineMarker::None;
  std::uint32_t size = 0;  // bytes up to the content
  std::uint8_t hashes = 0;
};

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_no_break_space(text, at)) {
      at += 2;
    } else if (is_blank(text[at])) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

// A marker of `size` bytes counts when white space and content follow.
MarkerMatch marker_if_spaced(std::string_view line, LineMarker marker, std::size_t size, std::uint8_t hashes = 0) {
  const std::size_t content = skip_blanks(line, size);
  if (content == size || content == line.size()) return {};
  return {marker, static_cast<std::uint32_t>(content), hashes};
}

MarkerMatch match_sign(std::string_view line) {
  const CodePoint sign = decode_utf8(line, 0);
  if (!is_bullet_sign(sign.value)) return {};
  std::size_t size = sign.size;
  if (line.substr(size).starts_with("\uFE0F")) size += 3;
  if (is_sure_bullet(sign.value) && skip_blanks(line, size) < line.size()) {
    return {LineMarker::Bullet, static_cast<std::uint32_t>(skip_blanks(line, size)), 0};
  }
  return marker_if_spaced(line, LineMarker::Bullet, size);
}

MarkerMatch match_hashes(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes < 1 || hashes > 6) return {};
  return marker_if_spaced(line, LineMarker::Hash, hashes, static_cast<std::uint8_t>(hashes));
}

// "1.", "1)", "(1)", "(a)", "a)", "[1]".
MarkerMatch match_number(std::string_view line) {
  const bool round = line[0] == '(';
  const bool square = line[0] == '[';
  const std::size_t begin = round || square ? 1 : 0;
  std::size_t end = begin;
  while (end < line.size() && ascii::is_digit(line[end]) && end - begin < kMaxNumberDigits) ++end;
  const bool letter = end == begin && end < line.size() && is_ascii_letter(static_cast<unsigned char>(line[end]));
  if (letter) ++end;
  if (end == begin || end >= line.size()) return {};
  const char close = line[end];
  if (square) return !letter && close == ']' ? marker_if_spaced(line, LineMarker::Bracket, end + 1) : MarkerMatch{};
  if (close != ')' && (round || letter || close != '.')) return {};
  return marker_if_spaced(line, letter ? LineMarker::Letter : LineMarker::Number, end + 1);
}

MarkerMatch match_marker(std::string_view line) {
  if (line[0] == '#') return match_hashes(line);
  if (ascii::is_digit(line[0]) || line[0] == '(' || line[0] == '[' ||
      is_ascii_letter(static_cast<unsigned char>(line[0]))) {
    return match_number(line);
  }
  return match_sign(line);
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

bool is_sentence_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

void measure_start(PlainLine& line, char32_t first) {
  line.starts_lower = is_lower(first);
  line.starts_upper = !line.starts_lower && is_word_character(first);
}

// Width and the classes of the first and last characters.
void measure(PlainLine& line, std::string_view text) {
  bool in_first_word = true;
  bool has_start = false;
  for (std::size_t at = line.whole.begin; at < line.whole.end;) {
    const CodePoint code_point = decode_utf8(text, at);
    const char32_t c = code_point.value;
    line.width += is_wide(c) ? 2 : 1;
    in_first_word = in_first_word && c != ' ';
    if (in_first_word) line.first_word = line.width;
    if (!has_start && at >= line.content().begin && !is_closing(c) && c != '(' && c != 0x201C && c != 0x2018) {
      measure_start(line, c);
      has_start = true;
    }
    if (!is_closing(c)) line.ends_sentence = is_sentence_stop(c);
    at += code_point.size;
  }
}

bool has_word_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code_point = decode_utf8(text, at);
    if (is_word_character(code_point.value)) return true;
    at += code_point.size;
  }
  return false;
}

PlainLine make_line(std::string_view text, SourceSpan bounds, std::uint32_t indent) {
  PlainLine line;
  line.whole = bounds;
  line.indent = indent;
  const MarkerMatch match = match_marker(text.substr(bounds.begin, bounds.end - bounds.begin));
  line.marker = match.marker;
  line.hashes = match.hashes;
  line.marker_size = match.size;
  measure(line, text.substr(0, bounds.end));
  return line;
}

// Bounds of the line without white space at its ends.
SourceSpan trim(std::string_view text, SourceSpan line) {
  const std::string_view bytes = text.substr(0, line.end);
  line.begin = skip_blanks(bytes, line.begin);
  while (line.end > line.begin && is_blank(text[line.end - 1])) --line.end;
  return line;
}

std::uint32_t indent_of(std::string_view white_space) {
  std::uint32_t columns = 0;
  for (const char c : white_space) columns += c == '\t' ? kTabColumns : (is_continuation_byte(c) ? 0 : 1);
  return columns;
}

std::size_t count_lines(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c == '\n' || c == '\r'; }));
}

}  // namespace

std::vector<PlainLine> split_plain_lines(std::string_view text, std::size_t begin) {
  std::vector<PlainLine> lines;
  lines.reserve(count_lines(text.substr(begin)));
  bool blank = true;
  for (std::size_t at = begin; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const SourceSpan bounds = trim(text, {at, end});
    const std::size_t next = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    if (has_word_character(text.substr(bounds.begin, bounds.end - bounds.begin))) {
      lines.push_back(make_line(text, bounds, indent_of(text.substr(at, bounds.begin - at))));
      lines.back().after_blank = blank;
      blank = false;
    } else {
      blank = true;
      if (!lines.empty()) lines.back().before_blank = true;
    }
    at = next;
  }
  if (!lines.empty()) lines.back().before_blank = true;
  return lines;
}

}  // namespace hypelint
