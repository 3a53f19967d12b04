#include "cli/command_tree.h"

#include <CLI/CLI.hpp>

#include <map>

#include "cli/completions.h"
#include "hypelint/report.h"

namespace hypelint {
namespace {

// The words that a value can be, where they are a closed list; a test runs the program with each.
std::vector<std::string> words_of(const std::string& name) {
  static const std::map<std::string, std::vector<std::string>> kWords = {
      {"--format", report_format_names()},
      {"--min-severity", {"info", "warning", "error"}},
      {"--min-confidence", {"low", "medium", "high"}},
      {"--fail-on", {"info", "warning", "error", "never"}},
      {"--color", {"auto", "always", "never"}},
      {"SHELL", completion_shells()},
  };
  const auto found = kWords.find(name);
  return found == kWords.end() ? std::vector<std::string>{} : found->second;
}

ValueKind kind_of(const OptionDoc& option) {
  static const std::map<std::string, ValueKind> kKinds = {{"", ValueKind::None},      {"FILE", ValueKind::File},
                                                          {"DIR", ValueKind::Folder}, {"PACK", ValueKind::Folder},
                                                          {"PATH", ValueKind::Path},  {"RULE", ValueKind::Rule}};
  if (!option.words.empty()) return ValueKind::Word;
  const auto found = kKinds.find(option.value);
  return found == kKinds.end() ? ValueKind::Free : found->second;
}

OptionDoc option_doc(const CLI::Option& option) {
  OptionDoc doc;
  for (const std::string& name : option.get_lnames()) doc.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) doc.names.push_back("-" + name);
  doc.about = option.get_description();
  doc.repeatable = option.get_expected_max() > 1;
  doc.required = option.get_required();
  if (doc.names.empty()) {
    doc.names = {option.get_name(true)};
    doc.value = doc.names.front();
  } else if (option.get_items_expected_max() > 0) {
    // Validators add their own words after a colon or blank.
    const std::string type = option.get_type_name();
    doc.value = type.substr(0, type.find_first_of(": "));
  }
  doc.words = words_of(doc.names.front());
  doc.kind = kind_of(doc);
  return doc;
}

void collect(const CommandDoc& parent, const std::string& path, std::vector<NamedCommand>& all) {
  for (const CommandDoc& command : parent.commands) {
    const std::string here = path.empty() ? command.name : path + " " + command.name;
    all.push_back({here, &command});
    collect(command, here, all);
  }
}

}  // namespace

CommandDoc describe(const CLI::App& app) {
  CommandDoc doc{app.get_name(), app.get_description(), app.get_footer(), {}, {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    (option->get_positional() ? doc.arguments : doc.flags).push_back(option_doc(*option));
  }
  for (const CLI::App* command : app.get_subcommands(nullptr)) doc.commands.push_back(describe(*command));
  return doc;
}

std::vector<NamedCommand> all_commands(const CommandDoc& tree) {
  std::vector<NamedCommand> all;
  collect(tree, "", all);
  return all;
}

}  // namespace hypelint
