// The grammars of identifiers as regular expressions, compiled on first use.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hypelint/span.h"

namespace hypelint {

enum class Pattern : std::uint8_t {
  Doi,
  Pmid,
  Pmcid,
  Nct,
  Isrctn,
  Eudract,
  EuCt,
  Chictr,
  Jrct,
  Umin,
  Japic,
  Ctri,
  Actrn,
  Drks,
  Ntr,
  Irct,
  Kct,
  Pactr,
  Rebec,
  Rpcec,
  Slctr,
  Tctr,
  SmallRegistries,
  Utn,
  Review,
  Arxiv,
  Isbn,
  Issn,
  Orcid,
  Approval,
  ChineseApproval,
};
inline constexpr int kPatternCount = static_cast<int>(Pattern::ChineseApproval) + 1;

// Non-overlapping matches, left to right. Safe from several threads.
std::vector<TextSpan> find_all(Pattern pattern, std::string_view text);

}  // namespace hypelint
