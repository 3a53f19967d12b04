// Citation markers and full references as they stand in running text, before the reference list is asked.
#pragma once

#include <string_view>
#include <vector>

#include "hypelint/evidence.h"

namespace hypelint {

struct AuthorYear {
  std::string_view surname;  // of the first author
  std::string_view year;
};

// A marker as it stands in one block's text.
struct Marker {
  EvidenceKind kind = EvidenceKind::NumericCitation;
  TextSpan span;
  std::vector<int> numbers;         // numeric and superscript; ranges written out
  std::vector<AuthorYear> authors;  // author-year; each with its year
  std::string_view label;           // footnotes
  bool doubtful = false;  // "(1)", "Ames (2015)", "2 [1, 3]": a marker only where the reference list has all of it
};

// Total and linear. Units (m², cm³), powers (10⁶), indices, years and dates in parentheses are no markers.
std::vector<Marker> find_markers(std::string_view text);

// Full references ("2014;349:g7015") in running text.
std::vector<TextSpan> find_full_references(std::string_view text);

}  // namespace hypelint
