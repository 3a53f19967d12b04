#include "rules/governing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "rules/clauses.h"
#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr std::uint32_t kDenialReach = 2;  // words between a denial and the refuting word that it undoes
constexpr std::uint32_t kTitleReach = 2;   // words before the one by which a title refutes

// Words that stand between two byte offsets of the trigger's block.
std::uint32_t words_between(const Scene& scene, std::uint32_t block, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t first = scene.text().word_at(block, begin);
  const std::uint32_t last = scene.text().word_at(block, end);
  return last > first ? last - first : 0;
}

bool is_cancelled(const Scene& scene, const Occurrence& place, EvidenceKind kind) {
  return kind == EvidenceKind::Negation &&
         overlaps_any(scene.wording(EvidenceKind::PseudoNegation), place.block, place.span);
}

// The clause or phrase of the wording has ended before the trigger, so that only words before it can govern that.
bool stands_aside(const Scene& scene, const Occurrence& place, EvidenceKind kind, const Trigger& at) {
  const TextSpan sentence = scene.sentence_of(at).span;
  const std::uint32_t begin = std::max(sentence.begin, place.span.end - std::min(place.span.end, kWindow));
  std::string_view between = text_between(scene, at.block, place.span.end, at.span.begin);
  const bool is_adverb = kind == EvidenceKind::Hedge && between.starts_with(',');  // "Perhaps, our cells …"
  if (is_adverb) between.remove_prefix(1);
  return has_new_subject(between) || leaves_adjunct(text_between(scene, at.block, begin, place.span.end), between,
                                                    text_between(scene, at.block, at.span.end, sentence.end));
}

// The nearest such wording before the trigger, where it governs the trigger.
const Occurrence* governor(const Scene& scene, const Trigger& at, EvidenceKind kind, std::uint32_t reach) {
  const Occurrences places = scene.wording(kind);
  for (std::size_t next = first_at(places, at.block, at.span.begin); next > 0; --next) {
    const Occurrence& place = places[next - 1];
    if (place.block != at.block || place.sentence != at.sentence) return nullptr;
    if (words_between(scene, at.block, place.span.end, at.span.begin) > reach) return nullptr;
    if (place.span.end > at.span.begin || is_cancelled(scene, place, kind)) continue;
    if (leaves_clause(text_between(scene, at.block, place.span.end - 1, at.span.begin))) return nullptr;
    if (!stands_aside(scene, place, kind, at)) return &place;
  }
  return nullptr;
}

std::string folded(const Scene& scene, const Occurrence& place) {
  return ascii::lower_copy(text_between(scene, place.block, place.span.begin, place.span.end));
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool links_denial(std::string_view word) {
  static constexpr WordSet kLinks({"a", "an", "another", "any", "be", "been", "just", "merely", "mere", "more", "of",
                                   "only", "simply", "some", "the", "these", "this", "those"});
  return kLinks.contains(word);
}

// "no hype", "isn't a scam": no refutation; but "beware of scams" and "do not fall for scams" are.
bool is_denied(const Scene& scene, const Occurrence& refutation) {
  const Trigger at = scene.trigger_at(refutation.block, refutation.span);
  const Occurrence* negation = governor(scene, at, EvidenceKind::Negation, kDenialReach);
  if (!negation) return false;
  const std::string_view between = text_between(scene, at.block, negation->span.end, refutation.span.begin);
  if (any_word(between, [](std::string_view word) { return !links_denial(word); })) return false;
  const std::string word = folded(scene, *negation);
  return word.starts_with("no") || word.starts_with("without") || word.ends_with("n't");
}

bool opens_item(const Scene& scene, const Trigger& at) {
  return at.sentence == scene.text().block_first_sentence[at.block];
}

// The sentence that the bullet goes on from.
std::optional<std::uint32_t> introduction_of(const Scene& scene, const Trigger& at) {
  const Block& block = scene.block_of(at);
  if (block.kind != BlockKind::ListItem || !block.lead_in || *block.lead_in >= at.block) return std::nullopt;
  if (!opens_item(scene, at) || !scene.has_sentences(*block.lead_in)) return std::nullopt;
  return scene.text().block_first_sentence[*block.lead_in + 1] - 1;
}

// What the sentence says behind the wording, without its colon.
std::string_view rest_of_sentence(const Scene& scene, const Occurrence& place) {
  const std::uint32_t end = scene.text().sentences[place.sentence].span.end;
  std::string_view rest = text_between(scene, place.block, place.span.end, end);
  while (!rest.empty() && (rest.back() == ':' || rest.back() == ' ')) rest.remove_suffix(1);
  return rest.ends_with("\uFF1A") ? rest.substr(0, rest.size() - 3) : rest;
}

bool leaves_phrase(std::string_view text) { return contains(text, ",") || leaves_clause(text); }

// The sentence ends where its verb or its clause still wants something: "does not", "is not meant to", "no proof that
// it". Other sentences, such as "You will not regret it", may go on only in a bullet that begins with a small letter.
bool goes_on(const Scene& scene, const Occurrence& place, std::string_view rest, std::string_view bullet) {
  if (rest.empty() || rest.ends_with(" to") || contains(rest, " that ") || rest.ends_with(" that")) return true;
  const std::string word = folded(scene, place);
  return (word.ends_with("not") || word.ends_with("n't")) && !bullet.empty() && ascii::is_lower(bullet.front());
}

bool governed_by_introduction(const Scene& scene, const Trigger& at, EvidenceKind kind, std::uint32_t reach) {
  const auto lead = introduction_of(scene, at);
  if (!lead) return false;
  const Sentence& item = scene.sentence_of(at);
  const std::string_view before = text_between(scene, at.block, item.span.begin, at.span.begin);
  if (at.first_word - item.first_word > reach || leaves_clause(before) || has_new_subject(before)) return false;
  const Occurrences places = within_sentences(scene.wording(kind), *lead, *lead + 1);
  if (places.empty() || is_cancelled(scene, places.back(), kind)) return false;
  const std::string_view rest = rest_of_sentence(scene, places.back());
  const std::uint32_t end = scene.text().sentences[*lead].span.end;
  return words_between(scene, places.back().block, places.back().span.end, end) <= reach && !leaves_phrase(rest) &&
         goes_on(scene, places.back(), rest, scene.text().text_of(item));
}

// "The claim that", "assertions of", or "That" at its beginning.
bool reports_claim(std::string_view opening) {
  constexpr std::array<std::string_view, 9> kReported = {"claim",     "idea",       "notion",  "belief", "assertion",
                                                         "statement", "suggestion", "promise", "rumour"};
  const std::string text = ascii::lower_copy(opening);
  if (text.starts_with("that ")) return true;
  return std::any_of(kReported.begin(), kReported.end(), [&](std::string_view noun) {
    const std::size_t at = text.rfind(noun);
    if (at == std::string::npos) return false;
    const std::string_view behind = std::string_view(text).substr(at + noun.size());
    const std::string_view next = behind.starts_with('s') ? behind.substr(1) : behind;
    return (next.starts_with(" that ") || next.starts_with(" of ")) && !leaves_phrase(next);
  });
}

// "Forget the myths: …"
bool is_dismissed(const Scene& scene, const Occurrence& refutation) {
  static constexpr WordSet kDismissals({"beyond", "despite", "forget", "past"});
  const std::uint32_t begin = scene.text().sentences[refutation.sentence].span.begin;
  return any_word(text_between(scene, refutation.block, begin, refutation.span.begin),
                  [](std::string_view word) { return kDismissals.contains(word); });
}

// What is announced before a colon goes on to the end of the sentence.
bool refutes_later(const Scene& scene, const Occurrence& refutation, const Trigger& at) {
  std::string_view between = text_between(scene, at.block, refutation.span.end, at.span.begin);
  const std::size_t colon = std::min(between.find(": "), between.find("\uFF1A"));
  if (leaves_report(between.substr(0, colon)) || is_denied(scene, refutation)) return false;
  return colon == std::string_view::npos ? !stands_aside(scene, refutation, EvidenceKind::Refutation, at)
                                         : !is_dismissed(scene, refutation);
}

bool refuted_in_sentence(const Scene& scene, const Trigger& at) {
  const Occurrences places = within_sentences(scene.wording(EvidenceKind::Refutation), at.sentence, at.sentence + 1);
  const std::size_t next = first_at(places, at.block, at.span.begin);
  if (next > 0 && refutes_later(scene, places[next - 1], at)) return true;
  if (places.empty()) return false;
  const std::uint32_t begin = scene.sentence_of(at).span.begin;
  return places.back().span.begin >= at.span.end &&
         !leaves_phrase(text_between(scene, at.block, at.span.end, places.back().span.begin)) &&
         reports_claim(text_between(scene, at.block, begin, at.span.begin)) && !is_denied(scene, places.back());
}

// "Myths and facts"
bool names_fact(std::string_view text) {
  static constexpr WordSet kFacts({"fact", "facts"});
  return any_word(text, [](std::string_view word) { return kFacts.contains(word); });
}

// The last clause of the sentence calls what comes next refuted; the place of the word that does.
const Occurrence* announcement(const Scene& scene, std::uint32_t sentence) {
  const Occurrences places = within_sentences(scene.wording(EvidenceKind::Refutation), sentence, sentence + 1);
  if (places.empty() || is_denied(scene, places.back())) return nullptr;
  const std::string_view rest = rest_of_sentence(scene, places.back());
  if (leaves_phrase(rest) || rest.ends_with('?')) return nullptr;
  const Sentence& whole = scene.text().sentences[sentence];
  const bool tells_both = names_fact(text_between(scene, whole.block, whole.span.begin, whole.span.end));
  return tells_both ? nullptr : &places.back();
}

// "Myths", "Ten common myths about sleep"; not "Beyond the hype".
bool titles_refuted(const Scene& scene, std::optional<std::uint32_t> block) {
  if (!block || !scene.has_sentences(*block)) return false;
  const std::uint32_t sentence = scene.text().block_first_sentence[*block + 1] - 1;
  const Occurrence* place = announcement(scene, sentence);
  if (!place) return false;
  const std::uint32_t begin = scene.text().sentences[sentence].span.begin;
  return words_between(scene, *block, begin, place->span.begin) <= kTitleReach &&
         !ascii::lower_copy(text_between(scene, *block, begin, place->span.begin)).ends_with(" the ");
}

// "Fact: …" in a list of myths.
bool tells_fact(std::string_view bullet) {
  static constexpr WordSet kOpenings({"fact", "facts", "truth", "reality"});
  return kOpenings.contains(ascii::leading_letters(bullet));
}

bool introduced_as_refuted(const Scene& scene, const Trigger& at) {
  const Block& block = scene.block_of(at);
  if (block.kind == BlockKind::TableCell) return titles_refuted(scene, scene.column_header(at.block));
  if (block.kind != BlockKind::ListItem || !opens_item(scene, at) || tells_fact(block.text)) return false;
  const auto lead = introduction_of(scene, at);
  return lead ? announcement(scene, *lead) != nullptr : titles_refuted(scene, block.heading);
}

}  // namespace

std::string_view text_between(const Scene& scene, std::uint32_t block, std::uint32_t begin, std::uint32_t end) {
  const std::string_view text = scene.text().block_text(block);
  return begin < end ? text.substr(begin, std::min(end - begin, kWindow)) : std::string_view();
}

bool governed_by(const Scene& scene, const Trigger& at, EvidenceKind kind, std::uint32_t reach) {
  return governor(scene, at, kind, reach) != nullptr || governed_by_introduction(scene, at, kind, reach);
}

bool followed_by(const Scene& scene, const Trigger& at, EvidenceKind kind, std::uint32_t reach) {
  const Occurrences places = scene.wording(kind);
  const std::size_t next = first_at(places, at.block, at.span.end);
  if (next == places.size() || places[next].block != at.block || places[next].sentence != at.sentence) return false;
  return words_between(scene, at.block, at.span.end, places[next].span.begin) <= reach &&
         !leaves_clause(text_between(scene, at.block, at.span.end, places[next].span.begin));
}

bool is_refuted(const Scene& scene, const Trigger& at) {
  return refuted_in_sentence(scene, at) || introduced_as_refuted(scene, at);
}

}  // namespace hypelint
