#include "bench/floors.h"

#include <md4c.h>
#include <re2/re2.h>
#include <re2/set.h>
#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/locid.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "text/utf16_text.h"

namespace hypelint::bench {
namespace {

constexpr unsigned kDialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;

template <typename Sink>
void play_markdown(std::string_view text, Sink& sink) {
  MD_PARSER parser{};
  parser.flags = kDialect;
  parser.enter_block = [](MD_BLOCKTYPE, void*, void* to) { return static_cast<Sink*>(to)->block(), 0; };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void* to) { return static_cast<Sink*>(to)->block(), 0; };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* to) {
    const bool is_break = type == MD_TEXT_SOFTBR || type == MD_TEXT_BR;
    return static_cast<Sink*>(to)->text(is_break ? std::string_view(" ") : std::string_view(bytes, size)), 0;
  };
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &sink);
}

struct Counter {
  std::size_t count = 0;
  void block() { ++count; }
  void text(std::string_view run) { count += run.size(); }
};

struct Blocks {
  std::vector<std::string> all;
  bool open = false;
  void block() { open = false; }
  void text(std::string_view run) {
    if (!open) all.emplace_back();
    open = true;
    all.back() += run;
  }
};

re2::RE2::Options options() {
  re2::RE2::Options result;
  result.set_case_sensitive(false);
  result.set_max_mem(64 << 20);
  return result;
}

// Words apart by white space or hyphens, as hypelint reads a phrase.
std::string pattern_of(const std::string& phrase) {
  std::string pattern;
  for (const char c : phrase) pattern += c == ' ' || c == '-' ? std::string(R"([\s-]+)") : std::string(1, c);
  return R"(\b)" + pattern + R"(\b)";
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

std::size_t copy_bytes(std::string_view text) {
  static std::string target;
  target.resize(std::max(target.size(), text.size()));
  std::memcpy(target.data(), text.data(), text.size());
  return static_cast<unsigned char>(target[text.size() / 2]);
}

std::size_t scan_bytes(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ++lines;
  return lines;
}

std::size_t parse_markdown(std::string_view text) {
  Counter counter;
  play_markdown(text, counter);
  return counter.count;
}

std::vector<std::string> markdown_blocks(std::string_view text) {
  Blocks blocks;
  play_markdown(text, blocks);
  return std::move(blocks.all);
}

struct Floors::State {
  std::unique_ptr<icu::BreakIterator> words, sentences;
  re2::RE2::Set set{options(), re2::RE2::UNANCHORED};
  std::vector<std::unique_ptr<re2::RE2>> patterns;
  Utf16Text converted;
  std::vector<std::uint32_t> ends;
  std::vector<int> named;

  explicit State(const std::vector<std::string>& phrases) {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
    std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
        icu::FilteredBreakIteratorBuilder::createInstance(icu::Locale::getEnglish(), status));
    std::unique_ptr<icu::BreakIterator> plain(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    sentences.reset(builder->build(plain.release(), status));
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    for (const std::string& phrase : phrases) {
      const std::string pattern = pattern_of(phrase);
      set.Add(pattern, nullptr);
      patterns.push_back(std::make_unique<re2::RE2>(pattern, options()));
    }
    set.Compile();
  }

  // Ends of the segments of the converted text, in bytes.
  std::size_t find_ends(icu::BreakIterator& iterator) {
    const icu::UnicodeString view(false, converted.units.data(), static_cast<int32_t>(converted.units.size()));
    iterator.setText(view);
    ends.clear();
    for (int32_t end = (iterator.first(), iterator.next()); end != icu::BreakIterator::DONE; end = iterator.next())
      ends.push_back(converted.offsets[static_cast<std::size_t>(end)]);
    return ends.size();
  }

  std::size_t segments(icu::BreakIterator& iterator, const std::vector<std::string>& blocks) {
    std::size_t count = 0;
    for (const std::string& block : blocks) {
      converted.assign(block);
      count += find_ends(iterator);
    }
    return count;
  }

  std::size_t name(std::string_view text) {
    named.clear();
    set.Match(piece(text), &named);
    return named.size();
  }

  // Sum of the places of all matches of the patterns named.
  std::size_t locate(std::string_view text) {
    std::size_t sum = 0;
    re2::StringPiece match;
    for (const int pattern : named) {
      for (std::size_t at = 0; patterns[static_cast<std::size_t>(pattern)]->Match(piece(text), at, text.size(),
                                                                                  re2::RE2::UNANCHORED, &match, 1);) {
        at = static_cast<std::size_t>(match.data() - text.data()) + match.size();
        sum += at;
      }
    }
    return sum;
  }
};

Floors::Floors(const std::vector<std::string>& phrases) : state_(std::make_unique<State>(phrases)) {}
Floors::~Floors() = default;

std::size_t Floors::words(const std::vector<std::string>& blocks) { return state_->segments(*state_->words, blocks); }

std::size_t Floors::sentences(const std::vector<std::string>& blocks) {
  return state_->segments(*state_->sentences, blocks);
}

std::size_t Floors::which(const std::vector<std::string>& blocks) {
  std::size_t sum = 0;
  for (const std::string& block : blocks) sum += state_->name(block);
  return sum;
}

std::size_t Floors::where(const std::vector<std::string>& blocks) {
  std::size_t sum = 0;
  for (const std::string& block : blocks) {
    if (state_->name(block) > 0) sum += state_->locate(block);
  }
  return sum;
}

std::size_t Floors::pipeline(std::string_view text) {
  std::size_t sum = 0;
  for (const std::string& block : markdown_blocks(text)) {
    state_->converted.assign(block);
    sum += state_->find_ends(*state_->words);
    state_->find_ends(*state_->sentences);
    std::size_t begin = 0;
    for (const std::uint32_t end : state_->ends) {
      const std::string_view sentence = std::string_view(block).substr(begin, end - begin);
      if (state_->name(sentence) > 0) sum += state_->locate(sentence);
      begin = end;
    }
  }
  return sum;
}

}  // namespace hypelint::bench
