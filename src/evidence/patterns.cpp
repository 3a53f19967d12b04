#include "evidence/patterns.h"

#include <re2/re2.h>

#include <array>
#include <memory>
#include <mutex>

namespace hypelint {
namespace {

// In the order of Pattern. Bytes are matched as Latin-1: every pattern is ASCII, or spells its UTF-8 bytes.
constexpr std::array<const char*, kPatternCount> kPatterns = {
    // Doi
    R"((?i)\b10\.\d{4,9}/[-._;()/:+a-z0-9]*[a-z0-9)])",
    // Pmid
    R"((?i)\bPMID\s*:?\s*\d{1,8}\b|\bpubmed\.ncbi\.nlm\.nih\.gov/\d{1,8}\b|\bncbi\.nlm\.nih\.gov/pubmed/\d{1,8}\b)",
    // Pmcid
    R"((?i)\bPMC\d{3,8}\b)",
    // Nct: spaces inside are tolerated
    R"((?i)\bNCT[:#\s-]{0,3}0(?: ?\d){7}\b)",
    // Isrctn
    R"((?i)\bISRCTN\s?\d{8}\b)",
    // Eudract
    R"(\b(?:EUCTR)?20(?:0[4-9]|1\d|2[0-3])-0\d{5}-\d{2}(?:-[A-Z]{2,3})?\b)",
    // EuCt
    R"(\b20(?:2[2-9]|[3-9]\d)-5\d{5}-\d{2}-\d{2}\b)",
    // Chictr
    R"((?i)\bChiCTR[-:\s]{0,2}(?:[A-Z]{2,4}-?\d{8}|\d{8,10})\b)",
    // Jrct
    R"((?i)\bjRCT\s?[0-9a-z]\d{9}\b)",
    // Umin
    R"((?i)\bUMIN(?:-CTR)?[\s:]*0000\d{5}\b)",
    // Japic
    R"((?i)\bJapicCTI-?\d{6}\b|\bJMA-IIA00\d{3}\b)",
    // Ctri
    R"((?i)\bCTRI/20\d{2}/\d{2,3}/0\d{5}\b)",
    // Actrn
    R"((?i)\bACTRN[:\s]{0,2}126\d{11}\b)",
    // Drks
    R"((?i)\bDRKS\s?000\d{5}\b)",
    // Ntr: bare NL numbers are antibodies and postcodes as well
    R"(\bNTR\d{1,4}\b|\bNL-OMON\d{4,6}\b|(?i:trial\s?regist\w*)[^A-Za-z0-9]{0,6}NL\d{4}\b)",
    // Irct
    R"((?i)\bIRCT\d{12,14}N\d{1,3}\b)",
    // Kct
    R"((?i)\bKCT00\d{5}\b)",
    // Pactr
    R"((?i)\bPACTR\s?20\d{13,14}\b)",
    // Rebec
    R"(\bRBR-\d[0-9a-z]{5,7}\b)",
    // Rpcec
    R"((?i)\bRPCEC\s?0{5}\d{3}\b)",
    // Slctr
    R"((?i)\bSLCTR/20\d{2}/\d{3}\b)",
    // Tctr
    R"((?i)\bTCTR20\d{9}\b)",
    // SmallRegistries: Lebanon, Peru, Philippines, International Traditional Medicine
    R"(\bLBCTR20\d{8}\b|\bPER-\d{3}-\d{2}\b|\bPHRR\d{6}-\d{6}\b|\bITMCTR20\d{8}\b)",
    // Utn
    R"(\bU1111-\d{4}-\d{4}\b)",
    // Review: PROSPERO and Cochrane
    R"(\bCRD42\d{7,9}\b|\bCD\d{6}\b)",
    // Arxiv
    R"((?i)\barXiv:\s?(?:\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7})\b)",
    // Isbn
    R"((?i)\bISBN(?:-1[03])?:?\s*(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]\b)",
    // Issn
    R"((?i)\be?-?ISSN:?\s*\d{4}-\d{3}[\dX]\b)",
    // Orcid
    R"(\b(?:0000-000[1-3]|0009-00(?:0\d|10))-\d{4}-\d{3}[\dX]\b)",
    // Approval: FDA applications and devices, EU, Australia, UK
    R"(\b(?:NDA|BLA|ANDA|PMA|IND)\s?#?\d{5,6}\b|\b[KP]\d{6}\b|\bDEN\d{6}\b|\bEU/1/\d{2}/\d{3,4}(?:/\d{3})?\b)"
    R"(|\bEMEA/H/C/\d{6}\b|(?i:\bAUST\s?(?:R|L|L\(A\))\s?\d{4,6}\b)|\bPL\s?\d{5}/\d{4}\b)",
    // ChineseApproval: the four characters of a national drug approval, a letter, eight digits
    R"(\xE5\x9B\xBD\xE8\x8D\xAF\xE5\x87\x86\xE5\xAD\x97[A-Z]\d{8}\b)",
};

const RE2& compiled(Pattern pattern) {
  static std::array<std::once_flag, kPatternCount> once;
  static std::array<std::unique_ptr<RE2>, kPatternCount> cache;
  const auto index = static_cast<std::size_t>(pattern);
  std::call_once(once[index], [index] {
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    cache[index] = std::make_unique<RE2>(kPatterns[index], options);
  });
  return *cache[index];
}

}  // namespace

std::vector<TextSpan> find_all(Pattern pattern, std::string_view text) {
  const RE2& expression = compiled(pattern);
  const re2::StringPiece subject(text.data(), text.size());
  std::vector<TextSpan> spans;
  std::size_t at = 0;
  re2::StringPiece match;
  while (at < text.size() && expression.Match(subject, at, text.size(), RE2::UNANCHORED, &match, 1)) {
    const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
    const auto end = static_cast<std::uint32_t>(begin + match.size());
    spans.push_back({begin, end});
    at = end > at ? end : at + 1;
  }
  return spans;
}

}  // namespace hypelint
