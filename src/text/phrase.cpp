#include "text/phrase.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "support/ascii.h"
#include "text/folding.h"
#include "text/word_breaks.h"

namespace hypelint {
namespace {

constexpr int kLongestGap = 12;
constexpr int kDeepestNesting = 20;
constexpr std::size_t kShortestPrefix = 3;

// One piece of an expanded alternative: literal text, or a token that cannot be glued to anything.
using Piece = std::variant<std::string, PhraseToken>;
using Variant = std::vector<Piece>;
using Variants = std::vector<Variant>;

struct SyntaxFault {
  std::string message;
};

[[noreturn]] void fail(std::string message) { throw SyntaxFault{std::move(message)}; }

bool is_name_char(char c) {
  return (ascii::lower(c) >= 'a' && ascii::lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '/';
}

void check_count(std::size_t count) {
  if (count > kMostExpansions) fail("stands for more than 20,000 word sequences; split it into several terms");
}

void check_words(std::size_t words) {
  if (words > kMostWords) fail("holds more than 100 words; write a part of it that says as much");
}

// Every variant of `left` followed by every variant of `right`.
Variants product(const Variants& left, const Variants& right) {
  check_count(left.size() * right.size());
  Variants result;
  result.reserve(left.size() * right.size());
  for (const Variant& head : left) {
    for (const Variant& tail : right) {
      Variant joined = head;
      for (const Piece& piece : tail) {
        const bool glue = !joined.empty() && std::holds_alternative<std::string>(joined.back()) &&
                          std::holds_alternative<std::string>(piece);
        if (glue) {
          std::get<std::string>(joined.back()) += std::get<std::string>(piece);
        } else {
          joined.push_back(piece);
        }
      }
      result.push_back(std::move(joined));
    }
  }
  return result;
}

Variants literal(std::string text) { return {{Piece(std::move(text))}}; }
Variants single(PhraseToken token) { return {{Piece(std::move(token))}}; }

// Recursive descent over one term.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::vector<Variants> chunks() {
    std::vector<Variants> result = sequence();
    if (!done()) fail(std::string("stray `") + text_[at_] + "`; groups are written `(a|b)` and `[a]`");
    return result;
  }

 private:
  // What stands between white space, with how many parts it was glued from.
  struct Part {
    Variants variants;
    bool glues = true;        // literal text or a group: may touch its neighbours
    bool lone_group = false;  // `(x)` with one alternative: optional when glued, an error alone
  };

  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }
  [[nodiscard]] bool at_sequence_end() const { return done() || peek() == '|' || peek() == ')' || peek() == ']'; }

  std::vector<Variants> sequence() {
    std::vector<Variants> chunks;
    for (;;) {
      while (!done() && ascii::is_space(peek())) ++at_;
      if (at_sequence_end()) return chunks;
      chunks.push_back(chunk());
    }
  }

  Variants chunk() {
    std::vector<Part> parts;
    while (!at_sequence_end() && !ascii::is_space(peek())) parts.push_back(part());
    Variants result = {{}};
    for (Part& each : parts) {
      if (parts.size() > 1 && !each.glues) fail("a gap, a lexicon and {number} stand alone between spaces");
      if (each.lone_group && parts.size() == 1)
        fail("a lone `(x)` has nothing to choose from; write `[x]` for optional words");
      if (each.lone_group) each.variants.emplace_back();
      result = product(result, each.variants);
    }
    return result;
  }

  Part part() {
    switch (peek()) {
      case '(':
        return group(')');
      case '[':
        return group(']');
      case '~':
        return {single(gap()), false, false};
      case '{':
        return {single(number()), false, false};
      case '@':
        return {single(reference()), false, false};
      default:
        return {literal(plain()), true, false};
    }
  }

  std::string plain() {
    const std::size_t begin = at_;
    while (!at_sequence_end() && !ascii::is_space(peek()) &&
           std::string_view("([~{@").find(peek()) == std::string_view::npos)
      ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  Part group(char close) {
    if (++depth_ > kDeepestNesting) fail("groups are nested too deeply");
    ++at_;
    Variants all;
    std::size_t alternatives = 0;
    for (;;) {
      append_alternative(all);
      ++alternatives;
      if (done()) fail(std::string("missing `") + close + "`");
      if (peek() != '|') break;
      ++at_;
    }
    if (peek() != close) fail(std::string("stray `") + peek() + "`, expected `" + close + "`");
    ++at_;
    --depth_;
    if (close == ']') all.emplace_back();
    return {std::move(all), true, close == ')' && alternatives == 1};
  }

  void append_alternative(Variants& all) {
    Variants one = {{}};
    bool first = true;
    const bool leading_space = ascii::is_space(peek());
    const std::vector<Variants> chunks = sequence();
    check_words(chunks.size());
    for (const Variants& each : chunks) {
      one = product(one, first ? each : product(literal(" "), each));
      first = false;
    }
    if (first && leading_space) fail("an empty alternative holds no space; write `(a|)`");
    check_count(all.size() + one.size());
    all.insert(all.end(), one.begin(), one.end());
  }

  PhraseToken gap() {
    const std::size_t begin = ++at_;
    while (!done() && peek() >= '0' && peek() <= '9') ++at_;
    int words = 0;
    std::from_chars(text_.data() + begin, text_.data() + at_, words);
    if (words < 1 || words > kLongestGap) fail("a gap is written ~1 to ~12: the most words that may stand between");
    return {PhraseToken::Kind::Gap, {}, words, 0};
  }

  PhraseToken number() {
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) fail("missing `}`");
    const std::string_view name = text_.substr(at_ + 1, close - at_ - 1);
    if (name != "number") fail("unknown `{" + std::string(name) + "}`; the only one is `{number}`");
    at_ = close + 1;
    return {PhraseToken::Kind::Number, {}, 0, 0};
  }

  PhraseToken reference() {
    const std::size_t begin = ++at_;
    at_ = lexicon_name_end(text_, begin);
    if (begin == at_) fail("`@` must be followed by the name of a lexicon");
    return {PhraseToken::Kind::Reference, std::string(text_.substr(begin, at_ - begin)), 0, 0};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

std::string shown(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return "`" + std::string(text.substr(at, end - at)) + "`";
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Turns what stands between two words of literal text into tokens.
void append_separator(std::string_view text, std::size_t begin, std::size_t end, PhraseSequence& out) {
  const bool after_word = begin > 0;
  for (std::size_t at = begin; at < end; ++at) {
    const char c = text[at];
    if (ascii::is_space(c) || c == '-' || c == '\'') continue;
    if (c == '.' && at == begin && after_word) {
      out.push_back({PhraseToken::Kind::FullStop, {}, 0, 0});
    } else if (c == '&') {
      out.push_back({PhraseToken::Kind::Ampersand, {}, 0, 0});
    } else if (c == '*' && at == begin && after_word) {
      if (at + 1 < text.size() && !ascii::is_space(text[at + 1]) && text[at + 1] != '-')
        fail("`*` stands only at the end of a word");
      if (code_points(out.back().text) < kShortestPrefix) fail("`*` needs at least three letters before it");
      out.back().kind = PhraseToken::Kind::Prefix;
    } else if (c == '^') {
      fail("`^` stands alone between spaces, before everything else");
    } else if (c == '*') {
      fail("`*` stands only at the end of a word");
    } else {
      fail("a phrase holds words only, not " + shown(text, at) + "; write a /regular expression/ for symbols");
    }
  }
}

// A term alone is divided into words otherwise than within a sentence where words are not spaced, so ideographic text
// counts by characters.
void append_word(std::string_view word, WordKind kind, PhraseSequence& out) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = kind == WordKind::Ideograph ? next_character(word, at) : word.size();
    const std::string_view part = word.substr(at, end - at);
    out.push_back({PhraseToken::Kind::Word, kind == WordKind::Ideograph ? std::string(part) : fold_case(part), 0, 0});
    at = end;
  }
}

// Only characters of U+4E00 to U+9FFF, which all are words of their own in a phrase.
bool is_han(std::string_view text) {
  if (text.empty() || text.size() % 3 != 0) return false;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    const std::string_view three = text.substr(at, 3);
    if (three < "\u4E00" || three > "\u9FFF" || next_character(text, at) != at + 3) return false;
  }
  return true;
}

void append_literal(std::string text, PhraseSequence& out) {
  if (is_han(text)) return append_word(text, WordKind::Ideograph, out);  // spares building an iterator
  for (std::size_t at = text.find("\u2019"); at != std::string::npos; at = text.find("\u2019"))
    text.replace(at, 3, "'");
  std::size_t end = 0;
  for (const Word& word : split_words(text)) {
    append_separator(text, end, word.span.begin, out);
    append_word(std::string_view(text).substr(word.span.begin, word.span.size()), word.kind, out);
    end = word.span.end;
  }
  append_separator(text, end, text.size(), out);
}

PhraseSequence tokens_of(const Variant& variant) {
  PhraseSequence result;
  for (const Piece& piece : variant) {
    if (const auto* text = std::get_if<std::string>(&piece)) {
      append_literal(*text, result);
    } else {
      result.push_back(std::get<PhraseToken>(piece));
    }
  }
  return result;
}

bool needs_neighbours(PhraseToken::Kind kind) {
  return kind == PhraseToken::Kind::Gap || kind == PhraseToken::Kind::Ampersand;
}

bool is_optional(const PhraseChunk& chunk) {
  return std::any_of(chunk.begin(), chunk.end(), [](const PhraseSequence& sequence) { return sequence.empty(); });
}

void check_length(const Phrase& phrase) {
  std::size_t words = 0;
  for (const PhraseChunk& chunk : phrase.chunks) {
    std::size_t longest = 0;
    for (const PhraseSequence& sequence : chunk) longest = std::max(longest, sequence.size());
    words += longest;
  }
  check_words(words);
}

// A phrase holds at least one word, and none of its readings begins or ends with a gap or an ampersand.
void check_ends(const Phrase& phrase) {
  if (std::all_of(phrase.chunks.begin(), phrase.chunks.end(), is_optional))
    fail("a phrase must hold at least one word");
  const auto check = [](const auto begin, const auto end, const auto edge) {
    for (auto chunk = begin; chunk != end; ++chunk) {
      for (const PhraseSequence& sequence : *chunk) {
        if (!sequence.empty() && needs_neighbours(edge(sequence).kind)) {
          fail("a gap or `&` needs a word on both sides");
        }
      }
      if (!is_optional(*chunk)) return;
    }
  };
  check(phrase.chunks.begin(), phrase.chunks.end(), [](const PhraseSequence& each) { return each.front(); });
  check(phrase.chunks.rbegin(), phrase.chunks.rend(), [](const PhraseSequence& each) { return each.back(); });
}

bool is_gap(const PhraseToken& token) { return token.kind == PhraseToken::Kind::Gap; }

// In no reading of a phrase do two gaps meet.
void check_gaps(const Phrase& phrase) {
  constexpr const char* kFault = "two gaps in a row; write one gap";
  bool after_gap = false;
  for (const PhraseChunk& chunk : phrase.chunks) {
    bool ends_in_gap = after_gap && is_optional(chunk);
    for (const PhraseSequence& sequence : chunk) {
      if (sequence.empty()) continue;
      if (after_gap && is_gap(sequence.front())) fail(kFault);
      if (std::ranges::adjacent_find(sequence, [](const auto& a, const auto& b) { return is_gap(a) && is_gap(b); }) !=
          sequence.end()) {
        fail(kFault);
      }
      ends_in_gap = ends_in_gap || is_gap(sequence.back());
    }
    after_gap = ends_in_gap;
  }
}

}  // namespace

bool is_regex_term(std::string_view term) { return term.size() > 2 && term.front() == '/' && term.back() == '/'; }

std::string_view regex_of(std::string_view term) { return term.substr(1, term.size() - 2); }

std::size_t lexicon_name_end(std::string_view term, std::size_t at) {
  while (at < term.size() && is_name_char(term[at])) ++at;
  return at;
}

std::variant<Phrase, std::string> parse_phrase(std::string_view term) {
  try {
    if (term.starts_with('/')) fail("a regular expression ends with `/`");
    Phrase phrase;
    phrase.at_start = term.starts_with("^ ");
    if (phrase.at_start) term.remove_prefix(2);
    for (const Variants& variants : Parser(term).chunks()) {
      PhraseChunk chunk;
      for (const Variant& variant : variants) chunk.push_back(tokens_of(variant));
      phrase.chunks.push_back(std::move(chunk));
    }
    check_length(phrase);
    check_ends(phrase);
    check_gaps(phrase);
    return phrase;
  } catch (SyntaxFault& fault) {
    return std::move(fault.message);
  }
}

}  // namespace hypelint
