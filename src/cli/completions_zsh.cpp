#include <algorithm>

#include "cli/completion_parts.h"

namespace hypelint {
namespace {

constexpr const char* kFunctions = R"sh(#compdef hypelint
# Completions of hypelint in zsh, written by `hypelint completions zsh`.

# Rules may follow each other with commas.
_hypelint_rule_ids() {
  local -a ids
  compset -P '*,'
  ids=(${${(f)"$(hypelint rules list 2>/dev/null)"}[2,-1]%% *})
  compadd -a ids
}

)sh";

// Text inside a specification of _arguments or _describe.
std::string specified(const std::string& text) {
  std::string out;
  for (const char byte : text) {
    if (std::string_view("[]:\\").find(byte) != std::string_view::npos) out += '\\';
    out += byte;
  }
  return out;
}

std::string function_of(const std::string& path) {
  std::string name = path.empty() ? "_hypelint" : "_hypelint_command_" + path;
  std::ranges::replace(name, ' ', '_');
  return name;
}

std::string action(const OptionDoc& option) {
  switch (option.kind) {
    case ValueKind::File:
    case ValueKind::Path:
      return "_files";
    case ValueKind::Folder:
      return "_files -/";
    case ValueKind::Rule:
      return "_hypelint_rule_ids";
    case ValueKind::Word:
      return "(" + spaced(option.words) + ")";
    case ValueKind::None:
    case ValueKind::Free:
      break;
  }
  return " ";
}

std::string flag_specifications(const OptionDoc& flag) {
  std::string out;
  for (const std::string& name : flag.names) {
    const bool takes_value = flag.kind != ValueKind::None;
    std::string spec = flag.repeatable ? "*" : "(" + spaced(flag.names) + ")";
    spec += name;
    if (takes_value) spec += name.starts_with("--") ? "=" : "+";
    spec += "[" + specified(brief(flag.about)) + "]";
    if (takes_value) spec += ":" + specified(flag.value) + ":" + action(flag);
    out += " \\\n    " + shell_quoted(spec);
  }
  return out;
}

std::string argument_specification(const OptionDoc& argument) {
  return " \\\n    " +
         shell_quoted((argument.repeatable ? "*:" : "1:") + argument.names.front() + ":" + action(argument));
}

// Offers the commands below, or goes on in the function of the one that is given.
std::string dispatch(const NamedCommand& each) {
  std::string menu;
  std::string branches;
  const std::string above = each.path.empty() ? "" : each.path + " ";
  for (const CommandDoc& command : each.command->commands) {
    menu += "        " + shell_quoted(command.name + ":" + specified(brief(command.about))) + "\n";
    branches += "        " + command.name + ") " + function_of(above + command.name) + " ;;\n";
  }
  return "  case $state in\n    command)\n      commands=(\n" + menu +
         "      )\n      _describe command commands\n      ;;\n    argument)\n      case $line[1] in\n" + branches +
         "      esac\n      ;;\n  esac\n";
}

std::string function_text(const CommandDoc& tree, const NamedCommand& each) {
  std::string text = function_of(each.path) + "() {\n";
  const bool has_commands = !each.command->commands.empty();
  if (has_commands) {
    text += "  local curcontext=$curcontext context state state_descr line\n  local -A opt_args\n  local -a commands\n";
  }
  text += has_commands ? "  _arguments -C" : "  _arguments -s";
  for (const OptionDoc& flag : flags_of(tree, *each.command)) text += flag_specifications(flag);
  for (const OptionDoc& argument : each.command->arguments) text += argument_specification(argument);
  if (has_commands) text += " \\\n    '1:command:->command' \\\n    '*::argument:->argument'";
  text += "\n";
  if (has_commands) text += dispatch(each);
  return text + "}\n\n";
}

}  // namespace

std::string zsh_completions(const CommandDoc& tree) {
  std::string out = kFunctions;
  for (const NamedCommand& each : commands_and_program(tree)) out += function_text(tree, each);
  return out +
         "# Autoloaded, the file is the function; sourced, it registers itself.\n"
         "if [[ $funcstack[1] == _hypelint ]]; then\n  _hypelint \"$@\"\nelse\n  compdef _hypelint hypelint\nfi\n";
}

}  // namespace hypelint
