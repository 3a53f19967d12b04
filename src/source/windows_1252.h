// Pages in windows-1252, which the labels of ISO 8859-1 and ASCII mean as well (WHATWG Encoding, 4.2 and 9.1).
#pragma once

#include <string_view>

#include "source/decoded.h"

namespace hypelint {

// The code point of a byte; the five bytes that are not assigned stand for the control characters of their number.
char32_t windows_1252_code_point(unsigned char byte);

// Whether a page names the encoding or one of its labels in the `charset` of a <meta> near its start, or in its XML
// declaration.
bool declares_windows_1252(std::string_view html);

// Decodes bytes one by one. Total.
DecodedText decode_windows_1252(std::string_view bytes);

}  // namespace hypelint
