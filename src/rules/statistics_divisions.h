// A sentence that divides a group: its parts and whether they exclude each other.
#pragma once

#include <cstddef>
#include <vector>

#include "rules/statistics_tokens.h"

namespace hypelint {

// What became of a part. Each line is one way to divide a group, of which nobody is in two parts.
enum class Member {
  None,
  Some,  // did something else: divides a group only together with its complement
  Better,
  Same,
  Worse,    // the outcome
  Negated,  // "did not": the complement of whatever stands before
  Survived,
  Died,
  Male,
  Female,
  Completed,
  Withdrew,
  Other,  // "the remaining 9": the complement of all parts before
};

struct Part {
  std::size_t place;
  Member member;
};

// The parts of the kind (Number or Percent) in the tokens from `from`; none when one of the quantities is no part of a
// division.
std::vector<Part> parts_of(Tokens tokens, std::size_t from, TokenKind kind);

// Exclusive: nobody is in two parts. Complete: and nobody is in none.
enum class Division { None, Exclusive, Complete };

Division division_of(const std::vector<Part>& parts);

bool is_quantity(const Token& token);

}  // namespace hypelint
