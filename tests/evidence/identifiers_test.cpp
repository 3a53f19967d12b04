#include "evidence/identifiers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> lines;
  for (const Identifier& i : find_identifiers(text).found) {
    lines.push_back(std::string(to_string(i.kind)) + " " + std::string(text.substr(i.span.begin, i.span.size())));
  }
  return lines;
}

struct Row {
  const char* kind;
  std::vector<const char*> valid;
  std::vector<const char*> invalid;  // hold no identifier of any kind
  friend std::ostream& operator<<(std::ostream& out, const Row& each) {
    return out << each.kind << ": " << each.valid.front();
  }
};

class Grammar : public ::testing::TestWithParam<Row> {};

TEST_P(Grammar, AcceptsItsIdentifiersAndNothingNearThem) {
  for (const char* text : GetParam().valid) {
    const auto lines = found(text);
    ASSERT_EQ(lines.size(), 1U) << text;
    EXPECT_THAT(lines[0], ::testing::StartsWith(std::string(GetParam().kind) + " ")) << text;
  }
  for (const char* text : GetParam().invalid) EXPECT_THAT(found(text), IsEmpty()) << text;
}

INSTANTIATE_TEST_SUITE_P(
    AllKinds, Grammar,
    ::testing::Values(
        Row{"doi",
            {"doi:10.1234/abcd.5", "https://doi.org/10.5555/12345678", "see 10.1016/S0000-1111(00)00204-2"},
            {"10.123/abc", "10.1136 bmj.g7015", "doi: forthcoming", "a 10.5% rise"}},
        Row{"preprint",
            {"10.1101/2020.03.22.20040758", "arXiv:2103.04567v2", "arXiv:q-bio/0703012"},
            {"arXiv 2103", "2103.04567", "arXiv:2103.456"}},
        Row{"pmid",
            {"PMID: 29490963", "pubmed.ncbi.nlm.nih.gov/32009438", "https://www.ncbi.nlm.nih.gov/pubmed/24788734"},
            {"PMID: 123456789", "PMID pending", "29490963"}},
        Row{"pmcid",
            {"PMC5855243", "PMCID: PMC11996237", "/articles/PMC7002842"},
            {"PMC12", "PMC-5855243", "PMCID 5855243"}},
        Row{"trial-registration",
            {"NCT01400022", "(nct03849118)", "NCT 0140 0022", "clinicaltrials.gov/study/NCT04812704"},
            {"NCT12345678", "NCT0140002", "NCT014000221"}},
        Row{"trial-registration",
            {"ISRCTN78805636", "ISRCTN 02452400", "isrctn.com/ISRCTN14163439"},
            {"ISCRTN06180958", "ISRCTN1234567", "ISRCTN123456789"}},
        Row{"trial-registration",
            {"EudraCT 2004-002714-11", "2020-001934-37-ES", "EUCTR2016-001234-29-FR"},
            {"2015-00123-45", "2022-500014-26", "2020-21"}},
        Row{"trial-registration",
            {"2022-500014-26-00", "EU CT 2023-505678-12-01", "2024-512345-99-00"},
            {"2021-500014-26-00", "2022-5000-26-00", "20225000142600"}},
        Row{"trial-registration",
            {"ChiCTR2000029308", "ChiCTR 2000029308", "ChiCTR-TRC-10001234", "ChiCTR-IPR-17012345"},
            {"ChiCTR12345", "ChiCTR-TRC-1234567", "CHICTR registry"}},
        Row{"trial-registration",
            {"jRCT2031200012", "jRCTs031180123", "jRCTb030200001"},
            {"jRCT203120001", "jRCTs03118012", "jRCT"}},
        Row{"trial-registration",
            {"UMIN000012045", "UMIN:000000562", "UMIN-CTR 000023456"},
            {"UMIN12045", "ZINC000052955", "UMIN0000120456"}},
        Row{"trial-registration",
            {"JapicCTI-184021", "JapicCTI183939", "JMA-IIA00123"},
            {"JapicCTI-12345", "Japic-1234567", "JMA-IIA123"}},
        Row{"trial-registration",
            {"CTRI/2019/05/019123", "CTRI/2010/091/000123", "ctri/2023/11/060012"},
            {"CTRI/19/05/019123", "CTRI/2019/019123", "CTRI/2019/05/19123"}},
        Row{"trial-registration",
            {"ACTRN12618001234279", "ACTRN 12605000001695", "actrn12621000456820"},
            {"ACTRN1261800123427", "ACTRN12518001234279", "ANZCTR12345"}},
        Row{"trial-registration",
            {"DRKS00005115", "DRKS 00003170", "drks00025222"},
            {"DRKS12345678", "DRKS0005115", "DRKS000051155"}},
        Row{"trial-registration",
            {"NTR4269", "NL-OMON12345", "Trial Register: NL8152"},
            {"antibody NL6118", "NTR registry", "NL41789.078.13"}},
        Row{"trial-registration",
            {"IRCT2016080318745N10", "IRCT20181201041815N1", "IRCT138706041080N1"},
            {"IRCT20181201041815N", "IRCT2016", "IRCT20160803N1"}},
        Row{"trial-registration",
            {"KCT0001234", "CRiS KCT0005555", "kct0009876"},
            {"KCT001234", "KCT1234567", "KCT00012345"}},
        Row{"trial-registration",
            {"PACTR201205000384379", "PACTR 2010020001429343", "pactr202406532417953"},
            {"PACTR20120500", "PACTR301205000384379", "PACTR"}},
        Row{"trial-registration", {"RBR-2p8bpj", "RBR-7w6jmd5", "RBR-10z4m9zd"}, {"RBR-abc", "RBR2p8bpj", "RBR-2p8"}},
        Row{"trial-registration",
            {"RPCEC00000123", "RPCEC 00000246", "rpcec00000382"},
            {"RPCEC123", "RPCEC12345678", "RPCEC000001234"}},
        Row{"trial-registration",
            {"SLCTR/2015/023", "SLCTR/2021/007", "slctr/2019/041"},
            {"SLCTR/15/023", "SLCTR-2015-023", "SLCTR/2015/23"}},
        Row{"trial-registration",
            {"TCTR20200312001", "TCTR20171024003", "tctr20230505012"},
            {"TCTR2020031", "TCTR1920031200", "TCTR202003120011"}},
        Row{"trial-registration",
            {"LBCTR2019090123", "PER-106-20", "PHRR230419-005668"},
            {"per 100 000", "LBCTR19", "PHRR2304"}},
        Row{"trial-registration",
            {"U1111-1123-4567", "UTN: U1111-1290-0012", "U1111-1000-9999"},
            {"U1112-1123-4567", "U1111-123-4567", "U1111-11234567"}},
        Row{"trial-registration", {"CRD42020123456", "CD004816", "CRD42018091234"}, {"CRD123", "CD4 count", "CD34"}},
        Row{"isbn",
            {"ISBN 978-92-4-151474-3", "ISBN-13: 978-0-306-40615-7", "ISBN-10: 0-306-40615-2"},
            {"ISBN 978-92-4", "978-92-4-151474-3", "ISBN pending", "ISBN 978-92-4-151474-4"}},
        Row{"issn",
            {"ISSN 0959-8138", "ISSN: 1549-1277", "eISSN 2434-561X"},
            {"ISSN 0959 8138", "0959-8138", "ISSN 0959-8139"}},
        Row{"orcid",
            {"0000-0002-1825-0097", "orcid.org/0000-0001-5109-3700", "0000-0002-1694-233X"},
            {"0000-0002-1825-009", "0000 0002 1825 0097", "0000-0002-1825-0098"}},
        Row{"approval",
            {"BLA 125432", "EU/1/14/987/001", "AUST R 123456", "AUST L(A) 12345", "K123456", "PL 12345/0001",
             "\u56FD\u836F\u51C6\u5B57H20040123"},
            {"BLA application", "EU/14", "K12345", "P = 0.03"}}));

TEST(Identifiers, ADoiEndsBeforeThePunctuationOfItsSentence) {
  EXPECT_THAT(found("(see 10.1234/a(b)c). Next"), ElementsAre("doi 10.1234/a(b)c"));
  EXPECT_THAT(found("(10.1234/abc), and 10.1234/x;"), ElementsAre("doi 10.1234/abc", "doi 10.1234/x"));
}

struct Fault {
  const char* text;
  const char* detail;
};

TEST(Identifiers, SaysWhatIsWrongWithADeclaredIdentifier) {
  const std::vector<Fault> faults = {
      {"NCT1234567", "`NCT1234567` has 7 digits after NCT; a ClinicalTrials.gov identifier has 8"},
      {"NCT 012345678", "has 9 digits after NCT"},
      {"NCT12345678", "does not start with NCT0"},
      {"NCT0140OO22", "has the letter O where a digit should stand"},
      {"NCTO1400022", "has the letter O where a digit should stand"},
      {"ISCRTN06180958", "the registry's prefix is ISRCTN"},
      {"ISRCTN1234567", "has 7 digits after ISRCTN; an ISRCTN has 8"},
      {"doi:10.12/abc", "`10.12` is no DOI prefix; 10. is followed by 4 to 9 digits"},
      {"https://doi.org/10.123/abc", "`10.123` is no DOI prefix"},
      {"PMID: 123456789", "has 9 digits after PMID; a PubMed identifier has at most 8"},
      {"ChiCTR12345", "has 5 digits after ChiCTR; a Chinese trial registration has 8 to 10"},
      {"U1111-123-4567", "is no Universal Trial Number"},
      {"jRCT203120001", "has 9 digits after jRCT; a Japanese trial registration has 10"},
      {"jRCTs03118012", "has 8 digits after jRCTs; a Japanese trial registration has 9"},
      {"UMIN12045", "has 5 digits after UMIN; a UMIN trial registration has 9"},
      {"EudraCT 2015-00123-45.", "`2015-00123-45` is no EudraCT number"},
      {"EudraCT number: 2015-0012345-45", "`2015-0012345-45` is no EudraCT number"},
      {"https://doi.org/bmj.g7015", "`doi.org/bmj.g7015` is no DOI link; a DOI starts with 10."},
      {"ISBN 978-92-4-15147-3.", "`ISBN 978-92-4-15147-3` has 12 digits; an ISBN has 10 or 13"},
      {"ISBN-13: 97803064061577", "`ISBN-13: 97803064061577` has 14 digits"},
      {"ISSN 0959-813.", "`ISSN 0959-813` has 7 digits; an ISSN has 8"},
      {"ORCID 0000-0002-1825-009.", "`0000-0002-1825-009` has 15 digits; an ORCID iD has 16"},
      {"orcid.org/0000-0002-1825-00977", "has 17 digits"},
      {"ISSN 0959-8139", "`ISSN 0959-8139`: check digit should be 8"},
      {"ISBN 978-0-306-40615-8", "check digit should be 7"},
      {"0000-0002-1825-0098", "check digit should be 7"},
  };
  for (const Fault& fault : faults) {
    const auto malformed = find_identifiers(fault.text).malformed;
    ASSERT_EQ(malformed.size(), 1U) << fault.text;
    EXPECT_THAT(malformed[0].detail, HasSubstr(fault.detail));
  }
}

TEST(Identifiers, OrdinaryTextDeclaresNothing) {
  for (const char* text :
       {"NCT 12 patients", "NCT03849118", "the NCT number", "PMID pending", "version 10.12/3", "doi: 10.1234/a",
        "CD34 cells in 2020-21", "at 0000-00", "ACTRN 12618001234279", "ISBN 978 92 4 151474 3", "ISBN 978-92-4",
        "ISSN 0959 8138", "EudraCT 2004-002714-11", "EudraCT since 2004-05", "https://doi.org/abc12",
        "https://doi.org/10.1234/bmj.g7015", "www.doi.org/index.html"}) {
    EXPECT_THAT(find_identifiers(text).malformed, IsEmpty()) << text;
  }
}

TEST(Identifiers, TierSaysWhatCanBeLookedUp) {
  EXPECT_EQ(tier_of_identifier(EvidenceKind::Doi), Tier::T1);
  EXPECT_EQ(tier_of_identifier(EvidenceKind::TrialRegistration), Tier::T1);
  EXPECT_EQ(tier_of_identifier(EvidenceKind::Isbn), Tier::T2);
  EXPECT_EQ(tier_of_identifier(EvidenceKind::Orcid), Tier::None);
}

}  // namespace
}  // namespace hypelint
