// The commands and flags of the program as plain data: what --help, the completions and the man page are written from.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace hypelint {

// What can stand for the value of a flag or for an argument.
enum class ValueKind { None, Free, File, Folder, Path, Rule, Word };

struct OptionDoc {
  std::vector<std::string> names;  // "--color", "-j"; for an argument its one name, "PATH"
  std::string value;               // "FILE"; empty = takes no value
  ValueKind kind = ValueKind::None;
  std::vector<std::string> words;  // ValueKind::Word: what may be typed
  std::string about;
  bool repeatable = false;
  bool required = false;
};

struct CommandDoc {
  std::string name;  // "hypelint", "check"
  std::string about;
  std::string footer;
  std::vector<OptionDoc> flags;
  std::vector<OptionDoc> arguments;
  std::vector<CommandDoc> commands;
};

CommandDoc describe(const CLI::App& app);

// Every command below `tree` with the words that lead to it: "check", "rules", "rules list".
struct NamedCommand {
  std::string path;
  const CommandDoc* command = nullptr;
};
std::vector<NamedCommand> all_commands(const CommandDoc& tree);

}  // namespace hypelint
