// Identifiers that a reader can look up, and declared ones that are wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hypelint/evidence.h"

namespace hypelint {

struct Identifier {
  EvidenceKind kind;
  TextSpan span;
};

struct MalformedIdentifier {
  TextSpan span;
  std::string detail;  // what is wrong with it
};

struct Identifiers {
  std::vector<Identifier> found;  // by place
  std::vector<MalformedIdentifier> malformed;
};

// Total and linear. Works on clean text and on addresses.
Identifiers find_identifiers(std::string_view text);

// T1 for what identifies a paper, trial, review or product; T2 for a book, where the page is still to be found;
// None for what identifies a serial or a person: those show nothing about a claim.
Tier tier_of_identifier(EvidenceKind kind);

}  // namespace hypelint
