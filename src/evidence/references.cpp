#include "evidence/references.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "evidence/spans.h"
#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr int kHighestNumber = 999;

struct Label {
  int number = 0;        // 0: none
  std::size_t size = 0;  // bytes up to the text of the entry
};

// "12.", "[12]", "12)", "(12)" at the start.
Label label_at(std::string_view text) {
  std::size_t at = 0;
  const char open = ascii::at(text, 0);
  if (open == '[' || open == '(') ++at;
  Label label;
  const std::size_t digits = at;
  while (ascii::is_digit(ascii::at(text, at)) && at - digits < 3) label.number = label.number * 10 + (text[at++] - '0');
  const char close = ascii::at(text, at);
  const bool bracketed = (open == '[' && close == ']') || (open == '(' && close == ')');
  const bool plain = at > 0 && ascii::is_digit(open) && (close == '.' || close == ')' || close == ':');
  if (at == digits || (!bracketed && !plain)) return {};
  const char next = ascii::at(text, at + 1);
  if (plain && next != ' ' && next != '\0') return {};
  label.size = at + 1;
  return label;
}

// Initials of the capitalised words that begin an entry, "NIHCE" of "National Institute for Health and Care
// Excellence".
std::string initials_of(std::string_view entry) {
  static constexpr WordSet kSmall({"of", "for", "and", "the", "in", "on"});
  constexpr std::size_t kMost = 8;
  std::string initials;
  for (std::size_t at = 0; at < entry.size() && initials.size() <= kMost;) {
    const std::string_view word = ascii::leading_letters(entry.substr(at));
    if (word.empty() || (!ascii::is_upper(word[0]) && !kSmall.contains(word))) break;
    if (ascii::is_upper(word[0])) initials += word[0];
    at += word.size();
    if (ascii::at(entry, at) != ' ') break;
    ++at;
  }
  return initials.size() <= kMost ? initials : std::string();
}

// "NICE" of "NIHCE": every acronym of three letters or more that leaves out at most two.
std::vector<std::string> acronyms_of(std::string_view initials) {
  constexpr std::size_t kLeast = 3;
  std::vector<std::string> out;
  const auto without = [](std::string text, std::size_t at) { return text.erase(at, 1); };
  if (initials.size() >= kLeast) out.emplace_back(initials);
  for (std::size_t i = 0; i < initials.size() && initials.size() > kLeast; ++i) {
    const std::string shorter = without(std::string(initials), i);
    out.push_back(shorter);
    for (std::size_t j = i; j < shorter.size() && shorter.size() > kLeast; ++j) out.push_back(without(shorter, j));
  }
  return out;
}

}  // namespace

bool is_prose(const Block& block) {
  return block.kind != BlockKind::Code && (block.zone == Zone::Head || block.zone == Zone::Body);
}

Superscript superscript_at(std::string_view text) {
  Superscript result;
  for (;;) {
    const std::string_view rest = text.substr(result.size);
    int digit = -1;
    std::size_t size = 2;
    if (rest.starts_with("\u00B9")) digit = 1;
    if (rest.starts_with("\u00B2")) digit = 2;
    if (rest.starts_with("\u00B3")) digit = 3;
    if (rest.starts_with("\xE2\x81") && rest.size() > 2) {
      const auto last = static_cast<unsigned char>(rest[2]);
      if (last == 0xB0 || (last >= 0xB4 && last <= 0xB9)) digit = last - 0xB0, size = 3;
    }
    if (digit < 0) return result;
    result.value = std::min(result.value * 10 + digit, kHighestNumber + 1);
    result.size += size;
  }
}

References::References(const Text& text) : text_(text) {
  for (const Footnote& footnote : text.document->footnotes) footnotes_.insert(ascii::lower_copy(footnote.label));
  const std::vector<Block>& blocks = text.document->blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (!is_prose(blocks[i])) continue;
    if (blocks[i].role == Role::References && blocks[i].kind != BlockKind::Heading) add_entry(i);
    // A note below a table or page: "¹ Data on file."
    const Superscript note = superscript_at(blocks[i].text);
    if (note.size > 0 && blocks[i].text.size() > note.size + 1) numbers_.insert(note.value);
  }
}

void References::add_entry(std::uint32_t block) {
  const Block& entry = text_.document->blocks[block];
  entries_.push_back(block);
  add_numbers(entry.text, entry.kind == BlockKind::ListItem);
  index_names(entry.text);
}

// One block may hold several entries that lost their line breaks: "1. Ames … 2. Boyd …".
void References::add_numbers(std::string_view entry, bool list_item) {
  ++position_;
  Label label = label_at(entry);
  if (label.number == 0) {
    if (list_item) numbers_.insert(position_);
    return;
  }
  numbered_ = true;
  for (std::size_t at = 0; label.number > 0;) {
    numbers_.insert(label.number);
    const int wanted = label.number + 1;
    at += label.size;
    label = {};
    for (at = entry.find(' ', at); at != std::string_view::npos; at = entry.find(' ', at)) {
      const Label next = label_at(entry.substr(++at));
      if (next.number == wanted) {
        label = next;
        break;
      }
    }
  }
}

void References::index_names(std::string_view entry) {
  std::vector<std::string> years, names;
  for (std::size_t i = 0; i < entry.size();) {
    const std::size_t begin = i;
    if (ascii::is_digit(entry[i])) {
      while (ascii::is_digit(ascii::at(entry, i))) ++i;
      const std::string_view digits = entry.substr(begin, i - begin);
      if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"))) years.emplace_back(digits);
    } else if (is_name_byte(entry[i])) {
      while (i < entry.size() && is_name_byte(entry[i])) ++i;
      if (ascii::is_upper(entry[begin]) || ascii::is_high(entry[begin]))
        names.emplace_back(entry.substr(begin, i - begin));
    } else {
      ++i;
    }
  }
  std::ranges::move(acronyms_of(initials_of(ascii::trim_left(entry.substr(label_at(entry).size)))),
                    std::back_inserter(names));
  constexpr std::size_t kMostYears = 4;
  if (years.size() > kMostYears) years.resize(kMostYears);
  for (const std::string& name : names) {
    for (const std::string& year : years) named_years_.insert(name + ' ' + year);
  }
}

bool References::has_author(std::string_view surname, std::string_view year) const {
  return named_years_.contains(std::string(surname) + ' ' + std::string(year));
}

bool References::has_footnote(std::string_view label) const { return footnotes_.contains(ascii::lower_copy(label)); }

std::uint32_t References::anchor_block() const {
  const std::uint32_t first = entries_.front();
  const auto heading = text_.document->blocks[first].heading;
  return heading && *heading < text_.document->blocks.size() && supports_text() ? *heading : first;
}

bool References::supports_text() const {
  if (entries_.empty()) return false;
  const auto heading = text_.document->blocks[entries_.front()].heading;
  if (!heading || *heading >= text_.document->blocks.size()) return true;
  constexpr auto kOthers =
      std::to_array<std::string_view>({"further reading", "related", "more information", "read more", "resources"});
  const std::string title = ascii::lower_copy(text_.document->blocks[*heading].text);
  return std::ranges::none_of(kOthers,
                              [&title](std::string_view other) { return title.find(other) != std::string::npos; });
}

}  // namespace hypelint
