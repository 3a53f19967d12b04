// `hypelint man`: the manual page, hypelint(1), in the man macros of roff.
#pragma once

#include <string>

#include "cli/command_tree.h"

namespace hypelint {

std::string man_page(const CommandDoc& tree, const std::string& version);

}  // namespace hypelint
