// `hypelint completions SHELL`: a script that completes commands, flags, values, rules and files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_tree.h"

namespace hypelint {

std::vector<std::string> completion_shells();  // "bash", "zsh", "fish"
// Empty for any other shell.
std::string completions(const CommandDoc& tree, std::string_view shell);

}  // namespace hypelint
