#include "text/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>

#include "support/ascii.h"
#include "support/word_bytes.h"

namespace hypelint {
namespace {

enum class Follows {
  Anything,  // never ends a sentence
  Number,    // an abbreviation only before a number
  Name,      // may end a sentence: not an abbreviation before a word that opens one
};

struct Abbreviation {
  std::string_view name;  // lower case, without the last full stop
  Follows follows;
  bool capital;  // written with a capital (an English word otherwise)
};

constexpr auto kAbbreviations = std::to_array<Abbreviation>({
    {"a.d", Follows::Name, false},     {"a.k.a", Follows::Anything, false},  {"a.m", Follows::Name, false},
    {"a.s", Follows::Name, true},      {"adj", Follows::Anything, false},    {"adm", Follows::Name, true},
    {"adv", Follows::Name, true},      {"al", Follows::Name, false},         {"alt", Follows::Name, true},
    {"anon", Follows::Name, false},    {"approx", Follows::Anything, false}, {"appt", Follows::Name, false},
    {"apr", Follows::Name, true},      {"art", Follows::Number, false},      {"assoc", Follows::Name, true},
    {"asst", Follows::Name, true},     {"aug", Follows::Name, true},         {"ave", Follows::Name, true},
    {"avg", Follows::Number, false},   {"b.a", Follows::Name, false},        {"b.s", Follows::Name, false},
    {"b.sc", Follows::Name, false},    {"b.v", Follows::Name, false},        {"blvd", Follows::Name, false},
    {"brig", Follows::Name, true},     {"bros", Follows::Name, true},        {"ca", Follows::Anything, false},
    {"capt", Follows::Name, true},     {"cf", Follows::Anything, false},     {"ch", Follows::Number, false},
    {"chap", Follows::Number, false},  {"cl", Follows::Number, false},       {"cmdr", Follows::Name, true},
    {"co", Follows::Name, true},       {"col", Follows::Name, true},         {"comm", Follows::Name, true},
    {"conn", Follows::Name, true},     {"corp", Follows::Name, true},        {"d.a", Follows::Name, false},
    {"d.c", Follows::Name, false},     {"d.d.s", Follows::Name, false},      {"d.o", Follows::Name, false},
    {"d.phil", Follows::Name, false},  {"dec", Follows::Name, true},         {"dept", Follows::Name, false},
    {"doi", Follows::Number, false},   {"dr", Follows::Name, false},         {"drs", Follows::Name, true},
    {"e.g", Follows::Anything, false}, {"e.u", Follows::Name, false},        {"ed", Follows::Name, true},
    {"eds", Follows::Name, true},      {"eg", Follows::Anything, false},     {"eq", Follows::Number, false},
    {"est", Follows::Name, false},     {"etc", Follows::Name, false},        {"exec", Follows::Name, false},
    {"ext", Follows::Number, false},   {"feb", Follows::Name, true},         {"fig", Follows::Number, false},
    {"figs", Follows::Number, false},  {"fri", Follows::Name, true},         {"ft", Follows::Number, false},
    {"gen", Follows::Name, true},      {"gov", Follows::Name, true},         {"hon", Follows::Name, true},
    {"hr", Follows::Number, false},    {"hrs", Follows::Number, false},      {"i.e", Follows::Anything, false},
    {"i.m", Follows::Name, false},     {"i.v", Follows::Name, false},        {"ie", Follows::Anything, false},
    {"inc", Follows::Name, true},      {"incl", Follows::Anything, false},   {"j.d", Follows::Name, false},
    {"jan", Follows::Name, true},      {"jr", Follows::Name, true},          {"jul", Follows::Name, true},
    {"jun", Follows::Name, true},      {"l.a", Follows::Name, false},        {"l.p", Follows::Name, false},
    {"lb", Follows::Number, false},    {"lbs", Follows::Number, false},      {"lt", Follows::Name, true},
    {"ltd", Follows::Name, false},     {"m.a", Follows::Name, false},        {"m.b.a", Follows::Name, false},
    {"m.d", Follows::Name, false},     {"m.i.t", Follows::Name, false},      {"m.p.h", Follows::Name, false},
    {"m.r", Follows::Name, false},     {"m.s", Follows::Name, false},        {"m.sc", Follows::Name, false},
    {"maj", Follows::Name, true},      {"mar", Follows::Name, true},         {"max", Follows::Number, false},
    {"messrs", Follows::Name, false},  {"mgr", Follows::Name, false},        {"min", Follows::Number, false},
    {"mins", Follows::Number, false},  {"misc", Follows::Anything, false},   {"mr", Follows::Name, false},
    {"mrs", Follows::Name, false},     {"ms", Follows::Name, true},          {"mt", Follows::Name, true},
    {"n.b", Follows::Anything, false}, {"n.v", Follows::Name, false},        {"n.y", Follows::Name, false},
    {"no", Follows::Number, false},    {"nos", Follows::Number, false},      {"nov", Follows::Name, true},
    {"nr", Follows::Number, false},    {"num", Follows::Number, false},      {"oct", Follows::Name, true},
    {"op", Follows::Number, false},    {"oz", Follows::Number, false},       {"p", Follows::Number, false},
    {"p.m", Follows::Name, false},     {"p.o", Follows::Name, false},        {"par", Follows::Number, false},
    {"para", Follows::Number, false},  {"paras", Follows::Number, false},    {"ph.d", Follows::Name, false},
    {"phd", Follows::Name, false},     {"phys", Follows::Name, true},        {"pmid", Follows::Number, false},
    {"pp", Follows::Number, false},    {"prof", Follows::Name, false},       {"profs", Follows::Name, true},
    {"pt", Follows::Number, true},     {"pvt", Follows::Name, true},         {"q.v", Follows::Anything, false},
    {"r.n", Follows::Name, false},     {"rd", Follows::Name, true},          {"ref", Follows::Number, false},
    {"refs", Follows::Number, false},  {"reg", Follows::Number, false},      {"rep", Follows::Name, true},
    {"reps", Follows::Name, true},     {"resp", Follows::Anything, false},   {"rev", Follows::Name, true},
    {"rs", Follows::Number, true},     {"s.a", Follows::Name, false},        {"s.p.a", Follows::Name, false},
    {"sec", Follows::Number, false},   {"sect", Follows::Number, false},     {"sen", Follows::Name, true},
    {"sens", Follows::Name, true},     {"sep", Follows::Name, true},         {"sept", Follows::Name, true},
    {"sgt", Follows::Name, true},      {"sq", Follows::Anything, false},     {"sr", Follows::Name, true},
    {"st", Follows::Name, true},       {"ste", Follows::Name, true},         {"supp", Follows::Number, false},
    {"suppl", Follows::Number, false}, {"tab", Follows::Number, false},      {"tel", Follows::Number, false},
    {"u.k", Follows::Name, false},     {"u.n", Follows::Name, false},        {"u.s", Follows::Name, false},
    {"u.s.a", Follows::Name, false},   {"u.s.c", Follows::Name, false},      {"univ", Follows::Name, true},
    {"ver", Follows::Number, false},   {"viz", Follows::Anything, false},    {"vol", Follows::Number, false},
    {"vols", Follows::Number, false},  {"vs", Follows::Anything, false},
});

// Words that open a sentence far more often than they continue a name.
constexpr auto kOpeners = std::to_array<std::string_view>({
    "a",        "about",   "according", "after",       "all",     "also",       "although", "an",        "and",
    "another",  "as",      "at",        "before",      "both",    "but",        "by",       "call",      "clinical",
    "contact",  "doctors", "during",    "each",        "experts", "first",      "for",      "from",      "further",
    "he",       "her",     "here",      "his",         "how",     "however",    "if",       "in",        "is",
    "it",       "its",     "many",      "meanwhile",   "more",    "moreover",   "most",     "my",        "no",
    "not",      "now",     "of",        "on",          "once",    "one",        "only",     "other",     "our",
    "patients", "people",  "please",    "researchers", "results", "scientists", "several",  "she",       "since",
    "so",       "some",    "such",      "that",        "the",     "their",      "then",     "there",     "therefore",
    "these",    "they",    "this",      "those",       "though",  "to",         "today",    "treatment", "unlike",
    "until",    "visit",   "we",        "what",        "when",    "where",      "whether",  "which",     "while",
    "who",      "why",     "with",      "yet",         "you",     "your",
});

// Words after which a single capital letter is a label, not an initial ("vitamin C.").
constexpr auto kLabelled = std::to_array<std::string_view>({
    "appendix", "arm",   "category",  "class",          "cohort",    "factor", "figure",
    "grade",    "group", "hepatitis", "immunoglobulin", "influenza", "level",  "option",
    "part",     "phase", "plan",      "protein",        "section",   "stage",  "step",
    "table",    "type",  "vitamin",   "vitamins",
});

static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));
static_assert(std::is_sorted(kLabelled.begin(), kLabelled.end()));

constexpr std::size_t kLongest = 16;  // longer runs are neither abbreviations nor openers

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The run of letters, digits and full stops that ends at `end`; empty when it is long.
std::string_view run_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && (is_word_byte(text[begin - 1]) || text[begin - 1] == '.')) {
    if (end - --begin > kLongest) return {};
  }
  return text.substr(begin, end - begin);
}

std::string_view word_from(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && ascii::is_letter(text[end])) {
    if (++end - begin > kLongest) return {};
  }
  return text.substr(begin, end - begin);
}

bool opens_sentence(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == '(' || text[at] == '[')) ++at;
  const std::string_view word = word_from(text, at);
  const bool initial = word.size() == 1 && text.substr(at + 1, 1) == ".";
  return !initial && std::binary_search(kOpeners.begin(), kOpeners.end(), ascii::lower_copy(word));
}

bool number_follows(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '(' || text[at] == '#' || text[at] == '$')) ++at;
  return at < text.size() && ascii::is_digit(text[at]);
}

// The word before the single letter makes it a label ("vitamin C").
bool is_labelled(std::string_view text, std::string_view letter) {
  std::size_t before = static_cast<std::size_t>(letter.data() - text.data());
  while (before > 0 && is_space(text[before - 1])) --before;
  return std::binary_search(kLabelled.begin(), kLabelled.end(), ascii::lower_copy(run_before(text, before)));
}

bool is_initial(std::string_view text, std::string_view run, std::size_t next) {
  if (run.size() != 1 || !ascii::is_upper(run[0]) || next >= text.size() || !ascii::is_upper(text[next])) return false;
  return !is_labelled(text, run) && !opens_sentence(text, next);
}

// Pairs and runs of initials: "J.K", "R.A.C".
bool is_initials(std::string_view run) {
  if (run.size() < 3 || run.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (i % 2 ? run[i] != '.' : !ascii::is_upper(run[i])) return false;
  }
  return true;
}

const Abbreviation* find_abbreviation(std::string_view run) {
  const std::string name = ascii::lower_copy(run);
  const auto found = std::find_if(kAbbreviations.begin(), kAbbreviations.end(),
                                  [&](const Abbreviation& entry) { return entry.name == name; });
  if (found == kAbbreviations.end() || (found->capital && !ascii::is_upper(run[0]))) return nullptr;
  return &*found;
}

}  // namespace

bool is_abbreviation_break(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && is_space(text[end - 1])) {
    if (text[--end] == '\n' || text[end] == '\r') return false;
  }
  if (end == 0 || text[end - 1] != '.') return false;
  const std::string_view run = run_before(text, end - 1);
  if (run.empty()) return false;
  if (is_initial(text, run, at)) return true;
  const Abbreviation* entry = find_abbreviation(run);
  if (!entry) return is_initials(run) && !opens_sentence(text, at);
  switch (entry->follows) {
    case Follows::Anything:
      return true;
    case Follows::Number:
      return number_follows(text, at);
    case Follows::Name:
      return !opens_sentence(text, at);
  }
  return false;
}

bool is_initial_before_number(std::string_view text, std::size_t stop) {
  const std::string_view run = run_before(text, stop);
  return run.size() == 1 && ascii::is_letter(run[0]) && !is_labelled(text, run);
}

}  // namespace hypelint
