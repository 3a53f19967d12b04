#include "evidence/check_digits.h"

#include <gtest/gtest.h>

namespace hypelint {
namespace {

TEST(CheckDigits, ComputesTheLastCharacter) {
  EXPECT_EQ(issn_check_digit("09598138"), '8');
  EXPECT_EQ(issn_check_digit("2434561X"), 'X');
  EXPECT_EQ(issn_check_digit("15491277"), '7');
  EXPECT_EQ(isbn10_check_digit("0306406152"), '2');
  EXPECT_EQ(isbn10_check_digit("080442957X"), 'X');
  EXPECT_EQ(isbn13_check_digit("9780306406157"), '7');
  EXPECT_EQ(isbn13_check_digit("9789241514743"), '3');
  EXPECT_EQ(orcid_check_digit("0000000218250097"), '7');
  EXPECT_EQ(orcid_check_digit("000000021694233X"), 'X');
}

TEST(CheckDigits, WrongLengthAndLettersHaveNone) {
  EXPECT_EQ(issn_check_digit(""), '\0');
  EXPECT_EQ(issn_check_digit("0959813"), '\0');
  EXPECT_EQ(isbn10_check_digit("03064X6152"), '\0');
  EXPECT_EQ(isbn13_check_digit("978030640615"), '\0');
  EXPECT_EQ(orcid_check_digit("00000002182500971"), '\0');
}

}  // namespace
}  // namespace hypelint
