#include "rules/situations.h"

#include <algorithm>
#include <string_view>

#include "rules/clauses.h"
#include "rules/governing.h"

namespace hypelint {
namespace {

constexpr std::uint32_t kNegationReach = 6;  // words between a negator and what it negates
constexpr std::uint32_t kHedgeReach = 5;
constexpr std::uint32_t kNormReach = 6;
constexpr std::uint32_t kPurposeReach = 12;

bool is_question(const Scene& scene, const Trigger& at) {
  const std::string_view sentence = scene.text().text_of(scene.sentence_of(at));
  const std::string_view ending = sentence.substr(sentence.size() - std::min<std::size_t>(sentence.size(), kWindow));
  const std::size_t last = ending.find_last_not_of("\"')]* ");
  return last != std::string_view::npos && ending[last] == '?';
}

// Limiting words stand in the sentence after the byte.
bool limited_after(const Scene& scene, const Trigger& at, std::uint32_t byte) {
  const auto stands_after = [&](EvidenceKind kind) {
    const Occurrences places = scene.wording(kind);
    const std::size_t next = first_at(places, at.block, byte);
    return next < places.size() && places[next].block == at.block && places[next].sentence == at.sentence;
  };
  return stands_after(EvidenceKind::Limitation) || stands_after(EvidenceKind::Negation) ||
         stands_after(EvidenceKind::Hedge);
}

// "Although X is [promising], it remains unproven". Commas between the conjunction and the trigger must come in
// pairs, or the trigger stands in the main clause.
bool is_conceded(const Scene& scene, const Trigger& at) {
  const Occurrences places = scene.wording(EvidenceKind::Concession);
  const std::size_t next = first_at(places, at.block, at.span.begin);
  if (next == 0) return false;
  const Occurrence& opening = places[next - 1];
  if (opening.block != at.block || opening.sentence != at.sentence || opening.span.end > at.span.begin) return false;
  const std::string_view clause = text_between(scene, at.block, opening.span.end, at.span.begin);
  if (leaves_clause(clause) || std::count(clause.begin(), clause.end(), ',') % 2 != 0) return false;
  const std::string_view rest = text_between(scene, at.block, at.span.end, scene.sentence_of(at).span.end);
  const std::size_t comma = rest.find_first_of(",;");
  return comma != std::string_view::npos && limited_after(scene, at, at.span.end + static_cast<std::uint32_t>(comma));
}

// An odd number of quotation marks stands before the trigger in the span, and one after it.
bool in_quotation_marks(const Scene& scene, const Trigger& at, TextSpan within) {
  const std::uint32_t from = std::max(within.begin, at.span.begin > kWindow ? at.span.begin - kWindow : 0);
  const std::string_view before = text_between(scene, at.block, from, at.span.begin);
  const std::string_view after = text_between(scene, at.block, at.span.end, within.end);
  return std::count(before.begin(), before.end(), '"') % 2 == 1 && after.find('"') != std::string_view::npos;
}

bool is_quoted(const Scene& scene, const Trigger& at) {
  if (scene.block_of(at).role == Role::Quotation) return true;
  return scene.has_sentences(at.block) && in_quotation_marks(scene, at, scene.sentence_of(at).span);
}

bool sentence_has(const Scene& scene, const Trigger& at, EvidenceKind kind) {
  return (scene.support(at, Reach::Sentence).kinds & bit(kind)) != 0;
}

// Of a quotation of several sentences one names the speaker.
bool is_patient(const Scene& scene, const Trigger& at) {
  if (scene.block_of(at).role == Role::Review) return true;
  if (!scene.has_sentences(at.block)) return false;
  if (sentence_has(scene, at, EvidenceKind::PatientVoice)) return true;
  if ((scene.support(at, Reach::Paragraph).kinds & bit(EvidenceKind::PatientVoice)) == 0) return false;
  const Block& block = scene.block_of(at);
  return block.role == Role::Quotation ||
         in_quotation_marks(scene, at, {0, static_cast<std::uint32_t>(block.text.size())});
}

bool is_link_text(const Scene& scene, const Trigger& at) {
  const auto links = scene.links_in(at.block);
  const auto text = [&](std::uint32_t link) { return scene.document().links[link].text; };
  const auto after = std::upper_bound(links.begin(), links.end(), at.span.begin,
                                      [&](std::uint32_t byte, std::uint32_t link) { return byte < text(link).begin; });
  return after != links.begin() && text(*(after - 1)).contains(at.span);
}

std::uint32_t words_of(const Sentence& sentence) { return sentence.end_word - sentence.first_word; }

bool is_bare_noun(const Scene& scene, const Trigger& at) {
  const BlockKind kind = scene.block_of(at).kind;
  if (kind != BlockKind::Heading && kind != BlockKind::Title && kind != BlockKind::Button) return false;
  return words_of(scene.sentence_of(at)) < 3 + (at.end_word - at.first_word);
}

// Only words of the trigger's sentence can make it hold.
bool is_of_wording(Situation situation) {
  switch (situation) {
    case Situation::Negated:
    case Situation::Refuted:
    case Situation::Question:
    case Situation::Concessive:
    case Situation::Normative:
    case Situation::Limited:
    case Situation::Hedged:
    case Situation::Purpose:
    case Situation::LinkText:
    case Situation::BareNoun:
    case Situation::Critic:
    case Situation::Definition:
    case Situation::ShortUnit:
      return true;
    default:
      return false;
  }
}

bool is_kind(const Scene& scene, const Trigger& at, BlockKind kind) { return scene.block_of(at).kind == kind; }

}  // namespace

bool holds(Situation situation, const Scene& scene, const Trigger& at) {
  if (is_of_wording(situation) && !scene.has_sentences(at.block)) return false;
  switch (situation) {
    case Situation::Negated:
      return governed_by(scene, at, EvidenceKind::Negation, kNegationReach);
    case Situation::Refuted:
      return is_refuted(scene, at);
    case Situation::Question:
      return is_question(scene, at);
    case Situation::Concessive:
      return is_conceded(scene, at);
    case Situation::Normative:
      return governed_by(scene, at, EvidenceKind::Norm, kNormReach) ||
             followed_by(scene, at, EvidenceKind::Norm, kNormReach);
    case Situation::Limited:
      return sentence_has(scene, at, EvidenceKind::Limitation);
    case Situation::Hedged:
      return governed_by(scene, at, EvidenceKind::Hedge, kHedgeReach);
    case Situation::Purpose:
      return governed_by(scene, at, EvidenceKind::Purpose, kPurposeReach);
    case Situation::Disclaimer:
      return scene.block_of(at).role == Role::Disclaimer || sentence_has(scene, at, EvidenceKind::Disclaimer);
    case Situation::References:
      return scene.block_of(at).role == Role::References;
    case Situation::Quotation:
      return is_quoted(scene, at);
    case Situation::Heading:
      return is_kind(scene, at, BlockKind::Heading) || is_kind(scene, at, BlockKind::Title);
    case Situation::Title:
      return is_kind(scene, at, BlockKind::Title);
    case Situation::Summary:
      return is_kind(scene, at, BlockKind::Summary);
    case Situation::Button:
      return is_kind(scene, at, BlockKind::Button);
    case Situation::Caption:
      return is_kind(scene, at, BlockKind::Caption);
    case Situation::TableCell:
      return is_kind(scene, at, BlockKind::TableCell);
    case Situation::ListItem:
      return is_kind(scene, at, BlockKind::ListItem);
    case Situation::LinkText:
      return is_link_text(scene, at);
    case Situation::Navigation:
      return scene.block_of(at).zone != Zone::Head && scene.block_of(at).zone != Zone::Body;
    case Situation::BareNoun:
      return is_bare_noun(scene, at);
    case Situation::SingleSource:
      return scene.single_source();
    case Situation::Critic:
      return sentence_has(scene, at, EvidenceKind::CriticVoice);
    case Situation::Patient:
      return is_patient(scene, at);
    case Situation::Definition:
      return sentence_has(scene, at, EvidenceKind::Definition);
    case Situation::PressRelease:
      return scene.press_release();
    case Situation::Review:
      return scene.block_of(at).role == Role::Review;
    case Situation::Promotional:
      return scene.promotional();
    case Situation::ShortUnit:
      return words_of(scene.sentence_of(at)) < 4;
  }
  return false;
}

}  // namespace hypelint
