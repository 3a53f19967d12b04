#include "bench/articles.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <random>
#include <string_view>
#include <utility>

#include "bench/phrases.h"

namespace hypelint::bench {
namespace {

// $p is a phrase, $w a word, $n a number, $l a link.
constexpr auto kSentences = std::to_array<std::string_view>({
    "People who come to us for $w and $w often ask how long the first visit takes.",
    "Our $w team has looked after $n families in the valley since $n.",
    "Many guests call it the $p of the season, and we understand why.",
    "Read $l before you book, or ask Dr. Marsh at the desk about $w.",
    "In a small trial with $n adults the $w score fell by $n points after eight weeks.",
    "It’s a $p for tired $w, and you will notice the difference.",
    "The $w contains $w, $w and a little $w, as the label on every box says.",
    "Nothing in the morning is as calm as a cup of $w beside an open window.",
    "According to $l, about $n% of patients reported less $w (P = 0.04).",
    "Call today and ask for the $p that your neighbours talk about.",
    "You lie down for $n minutes while the $w is warmed to the temperature of the skin.",
    "Tell the nurse about any $w you take; some of them do not go well with $w.",
    "The building dates from $n, and its rooms look out on the $w garden.",
    "Staff meet on Mondays to talk about $w, $w and what went wrong in the week before.",
    "Prices start at $n euros a session, which includes the $w and a towel.",
    "No one should stop a prescribed $w without a word with the doctor who chose it.",
});
constexpr auto kWords = std::to_array<std::string_view>(
    {"sleep",    "ginger",      "massage",  "iron",      "breathing", "knee pain",     "magnesium",
     "appetite", "laser light", "exercise", "vitamin C", "tea",       "migraine",      "posture",
     "zinc",     "salt air",    "honey",    "digestion", "infusion",  "skin care",     "stress",
     "walking",  "collagen",    "fatigue",  "herbs",     "medicine",  "blood pressure"});
constexpr auto kAddresses = std::to_array<std::string_view>(
    {"https://example.org/leaflet", "https://doi.org/10.1000/182", "https://example.com/book?utm_source=letter",
     "https://clinicaltrials.gov/study/NCT01234567", "/about-us"});

class Writer {
 public:
  Writer(Format format, unsigned seed) : html_(format == Format::Html), random_(seed) {}

  std::string write(std::size_t bytes) {
    if (html_) out_ = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>A visit</title></head>\n<body><article>\n";
    heading();
    while (out_.size() < bytes) part();
    if (html_) out_ += "</article></body></html>\n";
    return std::move(out_);
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }

  template <typename Words>
  std::string_view pick(const Words& words) {
    return words[below(words.size())];
  }

  std::string link() {
    const std::string text = "our notes on " + std::string(pick(kWords));
    const std::string address(pick(kAddresses));
    return html_ ? "<a href=\"" + address + "\">" + text + "</a>" : "[" + text + "](" + address + ")";
  }

  std::string filled(char slot) {
    static const std::vector<std::string> spoken = phrases(250);
    switch (slot) {
      case 'p':
        return spoken[below(spoken.size())];
      case 'w':
        return std::string(pick(kWords));
      case 'n':
        return std::to_string(2 + below(2000));
      default:
        return link();
    }
  }

  std::string sentence() {
    const std::string_view form = pick(kSentences);
    std::string out;
    for (std::size_t i = 0; i < form.size(); ++i) {
      if (form[i] == '$')
        out += filled(form[++i]);
      else
        out += form[i];
    }
    return out;
  }

  std::string sentences(std::size_t count) {
    std::string out = sentence();
    for (std::size_t i = 1; i < count; ++i) out += " " + sentence();
    return out;
  }

  void heading() {
    const std::string text = "About " + std::string(pick(kWords)) + " and " + std::string(pick(kWords));
    out_ += html_ ? "<h2>" + text + "</h2>\n" : "## " + text + "\n\n";
  }

  void list() {
    if (html_) out_ += "<ul>\n";
    for (std::size_t items = 2 + below(4); items > 0; --items) {
      const std::string text = sentence();
      out_ += html_ ? "<li>" + text + "</li>\n" : "- " + text + "\n";
    }
    out_ += html_ ? "</ul>\n" : "\n";
  }

  void quote() {
    const std::string text = sentences(2);
    out_ += html_ ? "<blockquote><p>" + text + "</p></blockquote>\n" : "> " + text + "\n\n";
  }

  void paragraph() {
    const std::string text = sentences(2 + below(5));
    out_ += html_ ? "<p class=\"text\">" + text + "</p>\n" : text + "\n\n";
  }

  void part() {
    const std::size_t kind = below(10);
    if (kind == 0) return heading();
    if (kind == 1) return list();
    if (kind == 2) return quote();
    paragraph();
  }

  bool html_;
  std::mt19937 random_;
  std::string out_;
};

}  // namespace

std::string article(Format format, std::size_t bytes, unsigned seed) { return Writer(format, seed).write(bytes); }

Corpus generated(Format format, std::size_t articles, std::size_t bytes_each) {
  Corpus corpus;
  for (unsigned seed = 0; seed < articles; ++seed) {
    std::string text = article(format, bytes_each, seed);
    corpus.bytes += text.size();
    const std::string extension = format == Format::Html ? ".html" : ".md";
    corpus.sources.push_back(Source::from_bytes(std::to_string(seed) + extension, std::move(text), format));
  }
  return corpus;
}

Corpus of_folder(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && format_from_path(entry.path().string())) paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  Corpus corpus;
  for (const std::string& path : paths) {
    Result<Source> source = load_source(path);
    if (!source) continue;
    corpus.bytes += source.value().text().size();
    corpus.sources.push_back(std::move(source).value());
  }
  return corpus;
}

}  // namespace hypelint::bench
