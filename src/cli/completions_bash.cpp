// Needs no other package in bash; works on words split at `=` (COMP_WORDBREAKS).
#include "cli/completion_parts.h"

namespace hypelint {
namespace {

constexpr const char* kFunctions = R"sh(# Completions of hypelint in bash, written by `hypelint completions bash`.

_hypelint_words() {
  local word
  for word in "$@"; do
    if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
  done
}

_hypelint_files() {
  mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
  compopt -o filenames 2>/dev/null
}

# Rules may follow each other with commas.
_hypelint_rules() {
  local head='' ids
  if [[ $cur == *,* ]]; then head=${cur%,*},; fi
  mapfile -t ids < <(hypelint rules list 2>/dev/null | sed '1d;s/ .*//')
  _hypelint_words "${ids[@]/#/$head}"
}

_hypelint() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' i
  COMPREPLY=()
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $prev == = ]] && ((COMP_CWORD > 1)); then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case $command/${COMP_WORDS[i]} in
)sh";

std::string completer(const OptionDoc& option) {
  switch (option.kind) {
    case ValueKind::File:
    case ValueKind::Path:
      return "_hypelint_files -f";
    case ValueKind::Folder:
      return "_hypelint_files -d";
    case ValueKind::Rule:
      return "_hypelint_rules";
    case ValueKind::Word:
      return "_hypelint_words " + spaced(option.words);
    case ValueKind::None:
    case ValueKind::Free:
      break;
  }
  return ":";
}

std::string value_cases(const CommandDoc& tree) {
  std::string out;
  for (const NamedCommand& each : commands_and_program(tree)) {
    for (const OptionDoc& flag : flags_of(tree, *each.command)) {
      if (flag.kind == ValueKind::None) continue;
      for (const std::string& name : flag.names)
        out += "    " + shell_quoted(each.path + " " + name) + ") " + completer(flag) + "; return ;;\n";
    }
  }
  return out;
}

std::string flag_cases(const CommandDoc& tree) {
  std::string out;
  for (const NamedCommand& each : commands_and_program(tree)) {
    std::vector<std::string> names;
    for (const OptionDoc& flag : flags_of(tree, *each.command))
      names.insert(names.end(), flag.names.begin(), flag.names.end());
    out += "      " + shell_quoted(each.path) + ") _hypelint_words " + spaced(names) + " ;;\n";
  }
  return out;
}

std::string argument_cases(const CommandDoc& tree) {
  std::string out;
  for (const NamedCommand& each : commands_and_program(tree)) {
    std::vector<std::string> names;
    for (const CommandDoc& command : each.command->commands) names.push_back(command.name);
    if (!names.empty()) out += "    " + shell_quoted(each.path) + ") _hypelint_words " + spaced(names) + " ;;\n";
    for (const OptionDoc& argument : each.command->arguments)
      out += "    " + shell_quoted(each.path) + ") " + completer(argument) + " ;;\n";
  }
  return out;
}

}  // namespace

std::string bash_completions(const CommandDoc& tree) {
  const auto step = [](const CommandStep& each) {
    return "      " + each.from + ") command=" + shell_quoted(each.to) + " ;;\n";
  };
  return kFunctions + transitions(tree, step) + "    esac\n  done\n  case \"$command $prev\" in\n" + value_cases(tree) +
         "  esac\n  if [[ $cur == -* ]]; then\n    case $command in\n" + flag_cases(tree) +
         "    esac\n    return\n  fi\n  case $command in\n" + argument_cases(tree) +
         "  esac\n}\n\ncomplete -F _hypelint hypelint\n";
}

}  // namespace hypelint
