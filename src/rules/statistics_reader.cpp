#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "evidence/english.h"
#include "rules/statistics_tokens.h"
#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr WordSet kUnits(
    {"am",        "pm",        "oz",     "ounces",  "million",   "billion", "trillion", "thousand", "hundred",
     "hundreds",  "dozen",     "times",  "fold",    "second",    "seconds", "minute",   "minutes",  "hour",
     "hours",     "day",       "days",   "week",    "weeks",     "month",   "months",   "year",     "years",
     "yr",        "yrs",       "hr",     "hrs",     "decades",   "mg",      "g",        "kg",       "mcg",
     "ug",        "ml",        "l",      "dl",      "mm",        "cm",      "m",        "km",       "nm",
     "mmhg",      "mmol",      "iu",     "units",   "unit",      "kcal",    "calories", "grams",    "gram",
     "pounds",    "lbs",       "inches", "feet",    "miles",     "degrees", "hz",       "points",   "point",
     "sessions",  "session",   "doses",  "dose",    "visits",    "cycles",  "cells",    "dollars",  "euros",
     "cents",     "step",      "steps",  "st",      "nd",        "rd",      "th",       "sites",    "centers",
     "centres",   "countries", "states", "clinics", "hospitals", "studies", "trials",   "articles", "papers",
     "questions", "items",     "genes"});
constexpr WordSet kLabels({"day",     "week",    "month",  "year",     "age",       "aged",     "ages",      "phase",
                           "stage",   "grade",   "table",  "type",     "stages",    "grades",   "types",     "class",
                           "classes", "score",   "scores", "serotype", "serotypes", "genotype", "genotypes", "acuity",
                           "vision",  "visit",   "cycle",  "level",    "chapter",   "section",  "part",      "page",
                           "step",    "version", "no",     "figure",   "jan",       "feb",      "aug",       "sept",
                           "oct",     "nov",     "dec"});
constexpr auto kMasks = std::to_array<EvidenceKind>(
    {EvidenceKind::Doi, EvidenceKind::Pmid, EvidenceKind::Pmcid, EvidenceKind::TrialRegistration,
     EvidenceKind::Preprint, EvidenceKind::Isbn, EvidenceKind::Issn, EvidenceKind::Orcid, EvidenceKind::Approval,
     EvidenceKind::NumericCitation, EvidenceKind::AuthorYear, EvidenceKind::BibliographicReference,
     EvidenceKind::FollowUp, EvidenceKind::Money, EvidenceKind::Phase, EvidenceKind::ConfidenceInterval,
     EvidenceKind::PValue});

// Bytes. Growing by doubling would take three times the room of a long block's tokens.
constexpr std::size_t kLongBlock = 1 << 16;

bool is_word_byte(char c) { return ascii::is_alnum(c) || c == '_' || ascii::is_high(c); }

// Reads one block from left to right.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> read() {
    if (text_.size() > kLongBlock) tokens_.reserve(count_tokens_at_most());
    for (at_ = 0; at_ < text_.size();) {
      const char c = text_[at_];
      if (ascii::is_digit(c) || is_leading_point()) {
        read_number();
      } else if (is_word_byte(c)) {
        read_word();
      } else {
        if (!ascii::is_space(c)) add(TokenKind::Mark, at_, at_ + 1);
        ++at_;
      }
    }
    return std::move(tokens_);
  }

 private:
  // Of every token its first byte is one of these.
  [[nodiscard]] std::size_t count_tokens_at_most() const {
    std::size_t count = 0;
    bool in_word = false;
    for (const char c : text_) {
      const bool was_in_word = std::exchange(in_word, is_word_byte(c));
      if (in_word ? !was_in_word : !ascii::is_space(c)) ++count;
    }
    return count;
  }

  Token& add(TokenKind kind, std::size_t begin, std::size_t end) {
    return tokens_.emplace_back(
        Token{text_.substr(begin, end - begin), {}, static_cast<std::uint32_t>(begin), kind, false});
  }

  [[nodiscard]] bool is_leading_point() const {
    return text_[at_] == '.' && ascii::is_digit(ascii::at(text_, at_ + 1)) &&
           (at_ == 0 || std::string_view(" =<>([").find(text_[at_ - 1]) != std::string_view::npos);
  }

  // "COVID-19", "omega-3": a number glued to a name.
  [[nodiscard]] bool is_name_part(std::size_t begin) const {
    return begin >= 2 && (text_[begin - 1] == '-' || text_[begin - 1] == '.') && ascii::is_letter(text_[begin - 2]);
  }

  // Moves behind the number. Some journals raise the point: "33\u00B73%".
  std::optional<Decimal> number_value() {
    constexpr std::string_view kRaised = "\u00B7";
    const std::size_t begin = at_;
    at_ += number_size(text_.substr(at_));
    const std::string_view whole = text_.substr(begin, at_ - begin);
    const bool raised = whole.find('.') == std::string_view::npos && text_.substr(at_).starts_with(kRaised) &&
                        ascii::is_digit(ascii::at(text_, at_ + kRaised.size()));
    if (!raised) return first_decimal(whole);
    const std::size_t digits = at_ + kRaised.size();
    for (at_ = digits; ascii::is_digit(ascii::at(text_, at_));) ++at_;
    return first_decimal(std::string(whole).append(".").append(text_.substr(digits, at_ - digits)));
  }

  void read_number() {
    const std::size_t begin = at_;
    const auto value = number_value();
    if (!value || is_name_part(begin) || ascii::is_letter(ascii::at(text_, at_))) {
      while (at_ < text_.size() && is_word_byte(text_[at_])) ++at_;
      add(TokenKind::Word, begin, at_);
      return;
    }
    add_quantity(begin, *value);
  }

  // Adds the number that ends at `at_`, with its percent sign.
  void add_quantity(std::size_t begin, const Decimal& value) {
    const std::size_t sign = percent_size(text_.substr(at_));
    at_ += sign;
    add(sign > 0 ? TokenKind::Percent : TokenKind::Number, begin, at_).value = value;
  }

  static std::size_t percent_size(std::string_view rest) {
    const std::size_t gap = rest.starts_with(' ') || rest.starts_with('-') ? 1 : 0;
    rest.remove_prefix(gap);
    if (rest.starts_with('%')) return gap + 1;
    if (gap == 0) return 0;
    for (const std::string_view word : {"percent", "per cent"}) {
      if (ascii::starts_with_word(rest, word)) return gap + word.size();
    }
    return 0;
  }

  void read_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_word_byte(text_[at_]) || is_inner_apostrophe(begin))) ++at_;
    const int value = number_word_value(text_.substr(begin, at_ - begin));
    if (value == 0) {
      add(TokenKind::Word, begin, at_);
      return;
    }
    add_quantity(begin, Decimal{value + trailing_unit(value), 0});
  }

  [[nodiscard]] bool is_inner_apostrophe(std::size_t begin) const {
    return text_[at_] == '\'' && at_ > begin && ascii::is_letter(ascii::at(text_, at_ + 1));
  }

  // The "four" of "twenty-four" behind `at_`, which moves behind it; 0 when there is none.
  int trailing_unit(int tens) {
    if (tens < 20 || (ascii::at(text_, at_) != '-' && ascii::at(text_, at_) != ' ')) return 0;
    const std::string_view word = ascii::leading_letters(text_.substr(at_ + 1, 6));
    const int value = number_word_value(word);
    if (value == 0 || value > 9 || ascii::is_letter(ascii::at(text_, at_ + 1 + word.size()))) return 0;
    at_ += 1 + word.size();
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

bool is_year_like(const Token& token) {
  return token.text.size() == 4 && (token.text.starts_with("19") || token.text.starts_with("20"));
}

// The word that a number is bound to: "40-year", "12 mg".
const Token& unit_after(Tokens tokens, std::size_t number) {
  return at(tokens, number + (at(tokens, number + 1).is_mark('-') ? 2 : 1));
}

bool is_glued(Tokens tokens, std::size_t i, char mark) {
  const Token& next = at(tokens, i + 1);
  return next.is_mark(mark) && next.begin == tokens[i].end() && at(tokens, i + 2).kind == TokenKind::Number &&
         at(tokens, i + 2).begin == next.end();
}

bool is_labelled(Tokens tokens, std::size_t i) {
  const Token& before = at(tokens, i - 1);
  constexpr std::string_view kSigns = "$#@&+<>~";
  if (before.kind == TokenKind::Mark && !before.text.empty() && kSigns.find(before.text[0]) != std::string_view::npos)
    return true;
  if (before.kind == TokenKind::Word && !before.text.empty() && ascii::is_high(before.text.back()) &&
      before.end() == tokens[i].begin)
    return true;
  return is_any(before, kLabels) || is_any(before, kMonths);
}

// The end of "a hundred and twenty".
bool ends_larger(Tokens tokens, std::size_t i) {
  static constexpr WordSet kPowers({"hundred", "thousand", "million", "billion", "dozen"});
  return is_any(at(tokens, i - (at(tokens, i - 1).is("and") ? 2 : 1)), kPowers);
}

bool may_count(Tokens tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.kind != TokenKind::Number || token.value.decimals > 0 || token.value.scaled <= 0) return false;
  if (token.value.scaled > 1'000'000'000 || is_labelled(tokens, i) || ends_larger(tokens, i)) return false;
  if (is_glued(tokens, i, '-') || is_glued(tokens, i, ':')) return false;  // ranges, times
  if (is_any(at(tokens, i + 1), kMonths)) return false;
  if (is_year_like(token) && !names_people(tokens, i + 1)) return false;
  return !is_any(unit_after(tokens, i), kUnits);
}

// Masks are sorted by their begin; nested ones may follow a longer one.
void mask(std::vector<Token>& tokens, std::span<const Evidence> evidence) {
  std::uint32_t masked_until = 0;
  auto next = evidence.begin();
  for (Token& token : tokens) {
    for (; next != evidence.end() && next->span.begin <= token.begin; ++next) {
      if (std::ranges::find(kMasks, next->kind) != kMasks.end()) masked_until = std::max(masked_until, next->span.end);
    }
    if (token.begin < masked_until) token.count = false;
  }
}

std::vector<Tokens> split(const Text& text, std::uint32_t block, Tokens tokens) {
  std::vector<Tokens> out;
  std::size_t begin = 0;
  for (const Sentence& sentence : text.sentences_of(block)) {
    std::size_t end = begin;
    while (end < tokens.size() && tokens[end].begin < sentence.span.end) ++end;
    if (end > begin) out.push_back(tokens.subspan(begin, end - begin));
    begin = end;
  }
  return out;
}

}  // namespace

bool is_number_word(std::string_view word) { return number_word_value(word) > 0; }

Passage read_passage(const Text& text, const EvidenceIndex& evidence, std::uint32_t block) {
  Passage passage{Tokenizer(text.block_text(block)).read(), {}};
  for (std::size_t i = 0; i < passage.tokens.size(); ++i) passage.tokens[i].count = may_count(passage.tokens, i);
  mask(passage.tokens, evidence.in_block(block));
  passage.sentences = split(text, block, passage.tokens);
  return passage;
}

}  // namespace hypelint
