// What the completions of all shells are made of.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/command_tree.h"

namespace hypelint {

// The flags of the command and those of the program, which may stand after every command.
std::vector<OptionDoc> flags_of(const CommandDoc& tree, const CommandDoc& command);
// all_commands(), and first the program itself with the path "".
std::vector<NamedCommand> commands_and_program(const CommandDoc& tree);

std::string shell_quoted(const std::string& text);
// The first clause, for one line of a menu.
std::string brief(const std::string& about);
std::string spaced(const std::vector<std::string>& words);

// How a word leads from one command to the next: "rules/list" leads to "rules list".
struct CommandStep {
  std::string from;
  std::string to;
};
std::string transitions(const CommandDoc& tree, const std::function<std::string(const CommandStep&)>& line);

std::string bash_completions(const CommandDoc& tree);
std::string zsh_completions(const CommandDoc& tree);
std::string fish_completions(const CommandDoc& tree);

}  // namespace hypelint
