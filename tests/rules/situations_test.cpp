// Each situation excuses the trigger "cure" where it should, and nowhere else.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/small_pack.h"

namespace hypelint {
namespace {

struct Case {
  Situation situation;
  std::string text;
  bool excused;
  Format format = Format::Markdown;
};

void PrintTo(const Case& c, std::ostream* out) { *out << to_string(c.situation) << ": " << c.text; }

Linter linter_with(Situation situation) {
  testing::SmallPack pack;
  pack.list({"not", "no", "never", "cannot", "without", "nobody", "no evidence"}, EvidenceKind::Negation);
  pack.list({"not only", "no doubt"}, EvidenceKind::PseudoNegation);
  pack.list({"may", "might", "could", "perhaps"}, EvidenceKind::Hedge);
  pack.list({"so-called", "claims to", "myth(s|)", "scam(s|)", "too good to be true", "critics say"},
            EvidenceKind::Refutation);
  pack.list({"although", "while", "despite"}, EvidenceKind::Concession);
  pack.list({"must", "should", "needed"}, EvidenceKind::Norm);
  pack.list({"unproven", "more research"}, EvidenceKind::Limitation);
  pack.list({"aims to", "designed to test"}, EvidenceKind::Purpose);
  pack.list({"critics say", "sceptics warn"}, EvidenceKind::CriticVoice);
  pack.list({"said Maria", "says the patient"}, EvidenceKind::PatientVoice);
  pack.list({"is defined as", "means"}, EvidenceKind::Definition);
  pack.list({"media contact"}, EvidenceKind::PressRelease);
  pack.list({"free quote"}, EvidenceKind::Solicitation);
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"}).not_when = {situation};
  return pack.linter();
}

class SituationTest : public ::testing::TestWithParam<Case> {};

TEST_P(SituationTest, ExcusesTheTriggerOrNot) {
  const Linter linter = linter_with(GetParam().situation);
  const auto found = testing::findings(linter, GetParam().text, {}, GetParam().format);
  EXPECT_EQ(found.empty(), GetParam().excused);
}

INSTANTIATE_TEST_SUITE_P(
    Wording, SituationTest,
    ::testing::Values(Case{Situation::Negated, "This is not a cure for stroke.", true},
                      Case{Situation::Negated, "It does not, in any of them, cure the disease.", true},
                      Case{Situation::Negated, "It is not cheap, but it will cure you.", false},
                      Case{Situation::Negated, "It is not cheap; it will cure you.", false},
                      Case{Situation::Negated, "Not one of the eight clinics in this large city can cure it.", false},
                      Case{Situation::Negated, "It is not only a cure.", false},
                      Case{Situation::Negated, "There is no doubt it can not cure stroke.", true},
                      Case{Situation::Negated, "It can cure you and it is not cheap.", false},
                      Case{Situation::Negated, "It does not hurt. The cells cure you.", false},
                      Case{Situation::Refuted, "The so-called cure was sold online.", true},
                      Case{Situation::Refuted, "The clinic claims to cure autism.", true},
                      Case{Situation::Refuted, "We cure what others call a myth.", false},
                      Case{Situation::Question, "Can cells cure stroke?", true},
                      Case{Situation::Question, "He asked, \"Can cells cure stroke?\"", true},
                      Case{Situation::Question, "Can they? Yes, cells cure stroke.", false},
                      Case{Situation::Concessive, "Although it may one day cure stroke, it remains unproven.", true},
                      Case{Situation::Concessive, "It remains unproven, yet we cure patients.", false},
                      Case{Situation::Concessive, "While others wait, we cure patients.", false},
                      Case{Situation::Concessive, "Although it can cure stroke, it is cheap.", false},
                      Case{Situation::Normative, "Trials must show that it can cure stroke.", true},
                      Case{Situation::Normative, "A cure is badly needed.", true},
                      Case{Situation::Normative, "Our cells cure stroke.", false},
                      Case{Situation::Limited, "The cure is unproven.", true},
                      Case{Situation::Limited, "It is unproven elsewhere. We cure stroke.", false},
                      Case{Situation::Hedged, "Cells may one day cure stroke.", true},
                      Case{Situation::Hedged, "Cells cure stroke and may help.", false},
                      Case{Situation::Purpose, "The study aims to cure mice.", true},
                      Case{Situation::Purpose, "We cure patients, and the study aims to count them.", false},
                      Case{Situation::Disclaimer, "This page is not intended to diagnose, treat or cure stroke.", true},
                      Case{Situation::Disclaimer, "Tea is nice. It is not intended to replace a cure.", true},
                      Case{Situation::Disclaimer, "Our cells cure stroke.* *Individual results may vary.", false},
                      Case{Situation::Disclaimer, "Consult your doctor before you start. We cure stroke.", false},
                      Case{Situation::Disclaimer, "For educational purposes only. Our cells cure stroke.", false},
                      Case{Situation::Disclaimer, "Our cells cure stroke, though results may vary.", false},
                      Case{Situation::Quotation, "He said \"we cure stroke\" to them.", true},
                      Case{Situation::Quotation, "> We cure stroke.", true},
                      Case{Situation::Quotation, "He said \"hello\" and sold a cure, \"cheaply\".", false}));

INSTANTIATE_TEST_SUITE_P(
    NewSubjects, SituationTest,
    ::testing::Values(Case{Situation::Negated, "Do not wait, our cells cure stroke.", false},
                      Case{Situation::Negated, "It is not cheap, it is a cure.", false},
                      Case{Situation::Negated, "With no drugs, no knife, the tea cures stroke.", false},
                      Case{Situation::Negated, "There is no pill, tea or cure.", true},
                      Case{Situation::Negated, "It replaces not your pills, your rest or your cure.", true},
                      Case{Situation::Negated, "It is not the first, the last or a cure.", true},
                      Case{Situation::Negated, "It does not, as some say, cure stroke.", true},
                      Case{Situation::Negated, "It does not, we regret to say, cure stroke.", true},
                      Case{Situation::Negated, "There is no evidence, the authors write, that it cures stroke.", true},
                      Case{Situation::Negated, "There is no evidence that, in people, the tea cures stroke.", true},
                      Case{Situation::Negated, "There is no evidence that in people, the tea cures stroke.", true},
                      Case{Situation::Hedged, "You may be surprised, our cells cure stroke.", false},
                      Case{Situation::Hedged, "Perhaps, our cells cure stroke.", true},
                      Case{Situation::Normative, "You must know this, our cells cure stroke.", false},
                      Case{Situation::Normative, "To find a cure, we must test more.", true},
                      Case{Situation::Purpose, "A clinic that aims to please, we cure stroke.", false},
                      Case{Situation::Hedged, "The cells may help in mice:\n\n- Yes, we cure stroke\n", false}));

INSTANTIATE_TEST_SUITE_P(
    Adjuncts, SituationTest,
    ::testing::Values(Case{Situation::Negated, "Our tea, which is not a drug, cures stroke.", false},
                      Case{Situation::Negated, "Our tea, not a drug, cures stroke.", false},
                      Case{Situation::Negated, "Our tea, without surgery, cures stroke.", false},
                      Case{Situation::Negated, "Nobody, not even the doctors, can cure it.", true},
                      Case{Situation::Negated, "Pills, which do not treat, ease or cure stroke, are sold.", true},
                      Case{Situation::Negated, "Pills, which do not treat, cure or ease stroke, are sold.", true},
                      Case{Situation::Negated, "It, which has no known, certain cure, is rare.", true},
                      Case{Situation::Negated, "Without surgery, our tea cures stroke.", false},
                      Case{Situation::Negated, "When drugs do not help, stem cells cure stroke.", false},
                      Case{Situation::Negated, "For people who cannot walk, stem cells cure stroke.", false},
                      Case{Situation::Negated, "Without large, controlled cure studies nobody knows.", true},
                      Case{Situation::Negated, "In no study, however, did it cure stroke.", true}));

INSTANTIATE_TEST_SUITE_P(
    Refutations, SituationTest,
    ::testing::Values(Case{Situation::Refuted, "It may sound too good to be true, but our tea cures stroke.", false},
                      Case{Situation::Refuted, "This is not a scam; our tea cures stroke.", false},
                      Case{Situation::Refuted, "It is a scam elsewhere; our tea cures stroke.", false},
                      Case{Situation::Refuted, "It is no myth: our tea cures stroke.", false},
                      Case{Situation::Refuted, "It is no myth that our tea cures stroke.", false},
                      Case{Situation::Refuted, "Forget the myths: our tea cures stroke.", false},
                      Case{Situation::Refuted, "While others sell scams, our tea cures stroke.", false},
                      Case{Situation::Refuted, "Once dismissed as a myth, our tea cures stroke.", false},
                      Case{Situation::Refuted, "Myth: our tea cures stroke.", true},
                      Case{Situation::Refuted, "Myths of old: no pills, our tea cures stroke.", true},
                      Case{Situation::Refuted, "It is a myth that our tea cures stroke.", true},
                      Case{Situation::Refuted, "Do not believe the myth that tea cures stroke.", true},
                      Case{Situation::Refuted, "It claims to treat autism, ALS, and cure stroke.", true},
                      Case{Situation::Refuted, "It claims to not only treat but cure stroke.", true},
                      Case{Situation::Refuted, "Critics say that, despite the adverts, the tea cures nobody.", true}));

INSTANTIATE_TEST_SUITE_P(
    Lists, SituationTest,
    ::testing::Values(Case{Situation::Negated, "Tea does not:\n\n- cure colds\n", true},
                      Case{Situation::Negated, "Tea does not:\n\n- Cure colds\n", true},
                      Case{Situation::Negated, "There is no proof that tea:\n\n- cures colds\n", true},
                      Case{Situation::Negated, "It is not meant to:\n\n- Treat, cure or prevent a cold\n", true},
                      Case{Situation::Negated, "Adverts must not say that tea:\n\n- can cure colds\n", true},
                      Case{Situation::Negated, "Tea does not:\n\n- stain. It will cure you\n", false},
                      Case{Situation::Negated, "It is not only:\n\n- a cure\n", false},
                      Case{Situation::Negated, "You will not regret it:\n\n- A cure for all\n", false},
                      Case{Situation::Negated, "With no surgery, you get:\n\n- a cure\n", false},
                      Case{Situation::Negated, "All this at no extra cost:\n\n- a cure\n", false},
                      Case{Situation::Normative, "Trials should:\n\n- cure mice first\n", true},
                      Case{Situation::Normative, "Why you should choose us:\n\n- We cure stroke\n", false},
                      Case{Situation::Hedged, "The cells may:\n\n- cure stroke\n", true},
                      Case{Situation::Refuted, "The clinic claims to:\n\n- cure stroke\n", true},
                      Case{Situation::Refuted, "Each of these is a myth:\n\n- Cells cure stroke.\n", true},
                      Case{Situation::Refuted, "It is no myth:\n\n- Cells cure stroke.\n", false},
                      Case{Situation::Refuted, "Each is a myth:\n\n- It hurts. Our cells cure stroke.\n", false},
                      Case{Situation::Refuted, "## Myth\n\n- Cells cure stroke.\n", true},
                      Case{Situation::Refuted, "## Myth\n\n- Fact: cells cure stroke.\n", false},
                      Case{Situation::Refuted, "## Myth\n\nCells cure stroke.\n", false},
                      Case{Situation::Refuted, "## Myth and fact\n\n- Cells cure stroke.\n", false},
                      Case{Situation::Refuted, "## Myth\n\nOur clinic offers:\n\n- Cells cure stroke.\n", false},
                      Case{Situation::Refuted, "A myth about risk factors:\n\n- Cells cure stroke.\n", true},
                      Case{Situation::Refuted, "## Myth\n\n- Factory cells cure stroke.\n", true},
                      Case{Situation::Refuted, "## Is it a myth?\n\n- Cells cure stroke.\n", false},
                      Case{Situation::Refuted, "## Beyond the myth\n\n- Cells cure stroke.\n", false},
                      Case{Situation::Refuted, "| Myth | Fact |\n|---|---|\n| a cure | no |\n", true},
                      Case{Situation::Refuted, "| Myth | Fact |\n|---|---|\n| no | a cure |\n", false}));

INSTANTIATE_TEST_SUITE_P(
    Reports, SituationTest,
    ::testing::Values(
        Case{Situation::Refuted, "The claim that the tea cures colds is a myth.", true},
        Case{Situation::Refuted, "That the tea cures colds is a myth.", true},
        Case{Situation::Refuted, "They saw its claims of a 95% cure rate as a myth.", true},
        Case{Situation::Refuted, "The claim that the tea cures colds is no myth.", false},
        Case{Situation::Refuted, "Our idea is that tea cures colds, and it ends the myth of rest.", false},
        Case{Situation::Refuted, "On the idea of balance, our tea cures colds; it is a myth elsewhere.", false},
        Case{Situation::Refuted, "Our tea cures colds, and that is a myth elsewhere.", false}));

INSTANTIATE_TEST_SUITE_P(
    Voice, SituationTest,
    ::testing::Values(Case{Situation::Critic, "Sceptics warn that calling it a cure is early.", true},
                      Case{Situation::Critic, "It is called a cure, critics say, too soon.", true},
                      Case{Situation::Critic, "Critics say little. We cure stroke.", false},
                      Case{Situation::Critic, "\"We cure stroke,\" says Dr Lee, who runs the clinic.", false},
                      Case{Situation::Critic, "Our surgeons say the cells cure stroke.", false},
                      Case{Situation::Patient, "\"It was a cure,\" said Maria, a patient.", true},
                      Case{Situation::Patient, "\"I walk. It was a cure,\" said Maria, a patient.", true},
                      Case{Situation::Patient, "\"It was a cure. I walk,\" said Maria, a patient.", true},
                      Case{Situation::Patient, "It works, says the patient. We cure stroke.", false},
                      Case{Situation::Patient, "\"It is a cure,\" said Dr Lee.", false},
                      Case{Situation::Definition, "A cure is defined as five years without relapse.", true},
                      Case{Situation::Definition, "Here cure means no relapse in five years.", true},
                      Case{Situation::Definition, "Our cells cure stroke.", false},
                      Case{Situation::PressRelease, "We cure stroke.\n\nMedia contact: desk.", true},
                      Case{Situation::PressRelease, "LYON, France, May 3 -- A cure for stroke is here.", true},
                      Case{Situation::PressRelease, "(LYON, France) - A cure for stroke is here.", true},
                      Case{Situation::PressRelease, "BOTOX -- a cure for frowns.", false},
                      Case{Situation::PressRelease, "Lyon, in France -- a cure for stroke.", false},
                      Case{Situation::Promotional, "We cure stroke. Get a free quote.", true},
                      Case{Situation::Promotional, "We cure stroke.", false},
                      Case{Situation::Review, "## Patient reviews\n\nI know they cure stroke.", true},
                      Case{Situation::Review, "## Patient reviews\n\nThey cure stroke.", false},
                      Case{Situation::Patient, "## Patient reviews\n\nI know they cure stroke.", true}));

INSTANTIATE_TEST_SUITE_P(
    Place, SituationTest,
    ::testing::Values(
        Case{Situation::Heading, "# A cure at last for you\n", true},
        Case{Situation::Heading, "A cure at last for you.\n", false},
        Case{Situation::Title, "---\ntitle: A cure at last\n---\n", true},
        Case{Situation::Title, "# A cure at last\n", false},
        Case{Situation::ListItem, "- We cure stroke here.\n- And more.\n", true},
        Case{Situation::TableCell, "| a | b |\n|---|---|\n| cure | yes |\n", true},
        Case{Situation::LinkText, "See [the cure](https://example.org/x) for more of it.", true},
        Case{Situation::LinkText, "The cure: see [the page](https://example.org/x) for more.", false},
        Case{Situation::BareNoun, "# Stroke cure\n", true},
        Case{Situation::BareNoun, "# Our cells cure every stroke\n", false},
        Case{Situation::BareNoun, "Stroke cure.\n", false}, Case{Situation::ShortUnit, "- a cure\n- and more\n", true},
        Case{Situation::ShortUnit, "We cure every stroke.", false},
        Case{Situation::SingleSource, "# Cells\n\nPaper: doi:10.1136/bmj.g7015\n\nThe cells cure mice.\n", true},
        Case{Situation::SingleSource,
             "# Cells\n\nSee doi:10.1136/bmj.g7015 and doi:10.1000/182.\n\nThe cells cure mice.\n", false},
        Case{Situation::SingleSource, "# Cells\n\nThe cells cure mice.\n", false}));

}  // namespace
}  // namespace hypelint
