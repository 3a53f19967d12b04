#include "cli/completion_parts.h"

namespace hypelint {
namespace {

constexpr const char* kRules = R"sh(# Completions of hypelint in fish, written by `hypelint completions fish`.

# Rules may follow each other with commas.
function __hypelint_rules
    set -l head (commandline -ct | string replace -r '^--[a-z-]+=' '' | string match -r '^.*,')
    for id in (hypelint rules list 2>/dev/null | string replace -r ' .*' '')[2..]
        echo "$head$id"
    end
end

function __hypelint_at
    set -l command ''
    set -l words (commandline -opc)
    set -e words[1]
    for word in $words
        switch "$command/$word"
)sh";

constexpr const char* kAfterSteps = R"sh(        end
    end
    test "$command" = "$argv"
end

complete -c hypelint -f
)sh";

std::string fish_quoted(const std::string& text) {
  std::string out = "'";
  for (const char byte : text) {
    if (byte == '\'' || byte == '\\') out += '\\';
    out += byte;
  }
  return out + "'";
}

std::string value_switches(const OptionDoc& option) {
  switch (option.kind) {
    case ValueKind::None:
      return "";
    case ValueKind::Free:
      return " -x";
    case ValueKind::File:
    case ValueKind::Path:
      return " -r -F";
    case ValueKind::Folder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::Rule:
      return " -x -a '(__hypelint_rules)'";
    case ValueKind::Word:
      return " -x -a " + fish_quoted(spaced(option.words));
  }
  return "";
}

std::string argument_switches(const OptionDoc& argument) {
  switch (argument.kind) {
    case ValueKind::File:
    case ValueKind::Path:
      return " -F";
    case ValueKind::Folder:
      return " -a '(__fish_complete_directories)'";
    case ValueKind::Rule:
      return " -a '(__hypelint_rules)'";
    case ValueKind::Word:
      return " -a " + fish_quoted(spaced(argument.words));
    case ValueKind::None:
    case ValueKind::Free:
      break;
  }
  return "";
}

std::string flag_line(const OptionDoc& flag) {
  std::string line;
  for (const std::string& name : flag.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return line + value_switches(flag) + " -d " + fish_quoted(brief(flag.about)) + "\n";
}

std::string command_lines(const CommandDoc& tree, const NamedCommand& each) {
  const std::string here = each.path.empty() ? "__hypelint_at" : "__hypelint_at " + each.path;
  const std::string start = "complete -c hypelint -n " + fish_quoted(here);
  std::string out;
  for (const CommandDoc& command : each.command->commands)
    out += start + " -a " + command.name + " -d " + fish_quoted(brief(command.about)) + "\n";
  for (const OptionDoc& argument : each.command->arguments) out += start + argument_switches(argument) + "\n";
  for (const OptionDoc& flag : flags_of(tree, *each.command)) out += start + flag_line(flag);
  return out;
}

}  // namespace

std::string fish_completions(const CommandDoc& tree) {
  const auto step = [](const CommandStep& each) {
    return "            case " + each.from + "\n                set command " + fish_quoted(each.to) + "\n";
  };
  std::string out = kRules + transitions(tree, step) + kAfterSteps;
  for (const NamedCommand& each : commands_and_program(tree)) out += command_lines(tree, each);
  return out;
}

}  // namespace hypelint
