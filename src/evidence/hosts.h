// Addresses taken apart, and what kind of site they lead to.
#pragma once

#include <string>
#include <string_view>

#include "hypelint/evidence.h"

namespace hypelint {

// The host of an absolute or scheme-relative address, lower case, without "www." and port; empty for others.
std::string host_of(std::string_view address);
// The last labels of a host that one owner registers: two, or three under suffixes like "co.uk" and "or.jp".
std::string_view registrable_domain(std::string_view host);
// Home pages and search results: they lead to no particular source.
bool is_unspecific(std::string_view address);

}  // namespace hypelint
