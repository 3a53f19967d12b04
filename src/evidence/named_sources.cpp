#include "evidence/named_sources.h"

#include <algorithm>
#include <array>
#include <optional>

#include "evidence/english.h"
#include "evidence/spans.h"
#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

enum class Kind {
  Journal,
  CommonWord,  // a journal whose name is an everyday word: only after "in", "journal" and the like
  Agency,
};

struct Name {
  std::string_view name;
  Kind kind;
};

using enum Kind;

// Sorted by name; matched with case from the start of a word.
constexpr auto kNames = std::to_array<Name>({
    {"AIHW", Agency},
    {"ANVISA", Agency},
    {"Alzheimer's & Dementia", Journal},
    {"American Cancer Society", Agency},
    {"American Heart Association", Agency},
    {"Annals of", Journal},
    {"Archives of", Journal},
    {"Australian Institute of Health and Welfare", Agency},
    {"BMC ", Journal},
    {"BMJ", Journal},
    {"Blood", CommonWord},
    {"Brain", CommonWord},
    {"British Medical Journal", Journal},
    {"CDC", Agency},
    {"COFEPRIS", Agency},
    {"Cancer Research UK", Agency},
    {"Cell", CommonWord},
    {"Cell Metabolism", Journal},
    {"Cell Reports", Journal},
    {"Cell Stem Cell", Journal},
    {"Centers for Disease Control", Agency},
    {"Circulation", CommonWord},
    {"Cochrane", Journal},
    {"Diabetes Care", Journal},
    {"ECDC", Agency},
    {"EMA", Agency},
    {"European Centre for Disease Prevention and Control", Agency},
    {"European Medicines Agency", Agency},
    {"Eurostat", Agency},
    {"FDA", Agency},
    {"Federal Trade Commission", Agency},
    {"Food and Drug Administration", Agency},
    {"Frontiers in", Journal},
    {"Gastroenterology", CommonWord},
    {"Gut", CommonWord},
    {"HFEA", Agency},
    {"Health Canada", Agency},
    {"Heart", CommonWord},
    {"Human Fertilisation and Embryology Authority", Agency},
    {"JAMA", Journal},
    {"Lancet", Journal},
    {"MFDS", Agency},
    {"MHLW", Agency},
    {"MHRA", Agency},
    {"NEJM", Journal},
    {"NHS Digital", Agency},
    {"NHS England", Agency},
    {"NICE", Agency},
    {"NIH", Agency},
    {"NMPA", Agency},
    {"National Cancer Institute", Agency},
    {"National Institute for Health and Care Excellence", Agency},
    {"National Institutes of Health", Agency},
    {"Nature", CommonWord},
    {"Nature Biotechnology", Journal},
    {"Nature Communications", Journal},
    {"Nature Medicine", Journal},
    {"Neurology", CommonWord},
    {"New England Journal of Medicine", Journal},
    {"OECD", Agency},
    {"ONS", Agency},
    {"Office for National Statistics", Agency},
    {"PLOS", Journal},
    {"PLoS", Journal},
    {"PMDA", Agency},
    {"PNAS", Journal},
    {"Pediatrics", CommonWord},
    {"Proceedings of the National Academy of Sciences", Journal},
    {"Public Health England", Agency},
    {"Robert Koch Institute", Agency},
    {"Science", CommonWord},
    {"Science Translational Medicine", Journal},
    {"Scientific Reports", Journal},
    {"Spine", CommonWord},
    {"Stem Cells", CommonWord},
    {"Stem Cells Translational Medicine", Journal},
    {"Stroke", CommonWord},
    {"Swissmedic", Agency},
    {"TGA", Agency},
    {"Therapeutic Goods Administration", Agency},
    {"UK Health Security Agency", Agency},
    {"USPSTF", Agency},
    {"WHO", Agency},
    {"World Health Organisation", Agency},
    {"World Health Organization", Agency},
});
static_assert(std::ranges::is_sorted(kNames, {}, &Name::name));

bool starts_name_at(std::string_view rest, std::string_view name) {
  return rest.starts_with(name) && (name.ends_with(' ') || !ascii::is_alnum(ascii::at(rest, name.size())));
}

// The longest name that starts the text; names that share a first word stand together.
const Name* longest_name(std::string_view rest) {
  const std::string_view first = ascii::leading_letters(rest);
  if (first.empty()) return nullptr;
  const Name* best = nullptr;
  for (auto at = std::ranges::lower_bound(kNames, first, {}, &Name::name); at != kNames.end(); ++at) {
    if (!at->name.starts_with(first)) break;
    if (starts_name_at(rest, at->name)) best = &*at;
  }
  return best;
}

// "in", "journal", "published in the", "(" before the name.
bool is_introduced(std::string_view before) {
  before = ascii::trim_right(before);
  if (ascii::ends_with_word(before, "the")) before = ascii::trim_right(before.substr(0, before.size() - 3));
  if (before.ends_with('(') || before.ends_with('*') || before.ends_with('"')) return true;
  static constexpr WordSet kLeads({"in", "journal", "journals", "by"});
  return kLeads.contains(ascii::trailing_letters(before));
}

bool says_published(std::string_view before) {
  before = ascii::trim_right(before);
  if (ascii::ends_with_word(before, "the")) before = ascii::trim_right(before.substr(0, before.size() - 3));
  static constexpr auto kLeads =
      std::to_array<std::string_view>({"published in", "reported in", "appeared in", "journal", "publication in",
                                       "study in", "trial in", "paper in", "online in"});
  return std::ranges::any_of(kLeads, [before](std::string_view lead) { return ascii::ends_with_word(before, lead); });
}

bool continues_as_name(std::string_view rest) { return rest.size() > 1 && rest[0] == ' ' && ascii::is_upper(rest[1]); }

// "NG123", "TA 45": a guideline of the National Institute for Health and Care Excellence.
std::optional<std::size_t> guideline_code_end(std::string_view text, std::size_t at) {
  if (ascii::at(text, at) == ' ') ++at;
  if (ascii::starts_with_word(text.substr(at), "guideline")) at += 10;
  const std::string_view letters = ascii::leading_letters(text.substr(std::min(at, text.size())));
  constexpr auto kSeries = std::to_array<std::string_view>({"NG", "CG", "TA", "QS", "IPG", "DG", "HST", "MTG", "PH"});
  if (std::ranges::find(kSeries, letters) == kSeries.end()) return std::nullopt;
  std::size_t end = at + letters.size();
  if (ascii::at(text, end) == ' ') ++end;
  const std::size_t digits = end;
  while (ascii::is_digit(ascii::at(text, end))) ++end;
  return end > digits ? std::optional(end) : std::nullopt;
}

std::optional<NamedSource> known_name(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const Name* name = longest_name(text.substr(at));
  if (!name) return std::nullopt;
  const std::size_t end = at + name->name.size() - (name->name.ends_with(' ') ? 1 : 0);
  if (name->kind == Kind::Agency) {
    const auto code = name->name == "NICE" ? guideline_code_end(text, end) : std::nullopt;
    if (code) return NamedSource{span_of(at, *code), Tier::T2, false};
    return NamedSource{span_of(at, end), Tier::None, true};
  }
  if (name->kind == Kind::Journal) {
    const bool phrase = name->name == "Annals of" || name->name == "Archives of" || name->name == "Frontiers in";
    if (phrase && !continues_as_name(text.substr(end))) return std::nullopt;
    return NamedSource{span_of(at, end), Tier::T3, false};
  }
  if (continues_as_name(text.substr(end)) || !is_introduced(before)) return std::nullopt;
  return NamedSource{span_of(at, end), says_published(before) ? Tier::T3 : Tier::None, true};
}

// "Journal of Tissue Repair", "European Heart Journal".
std::optional<NamedSource> journal_title(std::string_view text, std::size_t at, std::size_t end) {
  const std::string_view rest = text.substr(end);
  for (std::string_view join : {" of ", " for ", " of the "}) {
    if (rest.starts_with(join) && ascii::is_upper(ascii::at(rest, join.size()))) {
      const std::string_view subject = ascii::leading_letters(rest.substr(join.size()));
      return NamedSource{span_of(at, end + join.size() + subject.size()), Tier::T3, false};
    }
  }
  const std::string_view before = ascii::trim_right(text.substr(0, at));
  const std::string_view previous = ascii::trailing_letters(before);
  constexpr auto kOthers =
      std::to_array<std::string_view>({"Wall", "Street", "The", "This", "Our", "My", "A", "In", "Ladies"});
  const bool titled =
      previous.size() > 2 && ascii::is_upper(previous[0]) && std::ranges::find(kOthers, previous) == kOthers.end();
  if (!titled) return std::nullopt;
  return NamedSource{span_of(static_cast<std::size_t>(previous.data() - text.data()), end), Tier::T3, false};
}

// "published in Tissue Letters": a capitalised title that is no place, month or language.
std::optional<NamedSource> published_in(std::string_view text, std::size_t at, std::size_t end) {
  std::string_view rest = text.substr(end);
  if (!rest.starts_with(" in ")) return std::nullopt;
  rest.remove_prefix(4);
  const bool named = ascii::starts_with_folded(rest, "the journal ");
  if (named) rest.remove_prefix(12);
  if (!named && rest.starts_with("the ")) rest.remove_prefix(4);
  const std::string_view title = ascii::leading_letters(rest);
  if (title.size() < 2 || !ascii::is_upper(title[0])) return std::nullopt;
  static constexpr WordSet kOthers({"english", "chinese", "japanese",  "japan",     "china",   "europe", "america",
                                    "london",  "tokyo",   "korea",     "india",     "germany", "united", "us",
                                    "uk",      "eu",      "australia", "canada",    "spring",  "summer", "autumn",
                                    "winter",  "mexico",  "thailand",  "singapore", "spain",   "france", "italy",
                                    "turkey",  "our",     "the"});
  const bool other = kMonths.contains(title) || kOthers.contains(title);
  if (!named && (other || !continues_as_name(rest.substr(title.size())))) return std::nullopt;
  return NamedSource{span_of(at, static_cast<std::size_t>(title.data() + title.size() - text.data())), Tier::T3, false};
}

std::optional<NamedSource> source_at(std::string_view text, TextSpan word) {
  const std::string_view spelling = text.substr(word.begin, word.size());
  if (ascii::equals_folded(spelling, "published")) return published_in(text, word.begin, word.end);
  if (!ascii::is_upper(spelling[0])) return std::nullopt;
  if (spelling == "Journal") return journal_title(text, word.begin, word.end);
  return known_name(text, word.begin);
}

}  // namespace

std::vector<NamedSource> find_named_sources(std::string_view text, std::span<const Word> words) {
  std::vector<NamedSource> sources;
  for (const Word& word : words) {
    if (word.kind != WordKind::Letters || word.span.size() == 0 || word.span.end > text.size()) continue;
    if (!sources.empty() && word.span.begin < sources.back().span.end) continue;
    if (auto source = source_at(text, word.span)) sources.push_back(*source);
  }
  return sources;
}

}  // namespace hypelint
