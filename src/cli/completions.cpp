#include "cli/completions.h"

#include <algorithm>

#include "cli/completion_parts.h"

namespace hypelint {

std::vector<std::string> completion_shells() { return {"bash", "zsh", "fish"}; }

std::string completions(const CommandDoc& tree, std::string_view shell) {
  if (shell == "bash") return bash_completions(tree);
  if (shell == "zsh") return zsh_completions(tree);
  if (shell == "fish") return fish_completions(tree);
  return {};
}

std::vector<OptionDoc> flags_of(const CommandDoc& tree, const CommandDoc& command) {
  std::vector<OptionDoc> flags = command.flags;
  for (const OptionDoc& each : tree.flags) {
    if (std::ranges::count(flags, each.names.front(), [](const OptionDoc& flag) { return flag.names.front(); }) == 0)
      flags.push_back(each);
  }
  return flags;
}

std::vector<NamedCommand> commands_and_program(const CommandDoc& tree) {
  std::vector<NamedCommand> all = all_commands(tree);
  all.insert(all.begin(), NamedCommand{"", &tree});
  return all;
}

std::string shell_quoted(const std::string& text) {
  std::string out = "'";
  for (const char byte : text) out += byte == '\'' ? std::string("'\\''") : std::string(1, byte);
  return out + "'";
}

std::string brief(const std::string& about) {
  const std::size_t end = std::min({about.find("; "), about.find(" ("), about.find(". "), about.find(": ")});
  return about.substr(0, end);
}

std::string spaced(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string transitions(const CommandDoc& tree, const std::function<std::string(const CommandStep&)>& line) {
  std::string out;
  for (const NamedCommand& each : all_commands(tree)) {
    const std::size_t blank = each.path.rfind(' ');
    const std::string above = blank == std::string::npos ? "" : each.path.substr(0, blank);
    out += line({above + "/" + each.command->name, each.path});
  }
  return out;
}

}  // namespace hypelint
