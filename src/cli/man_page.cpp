#include "cli/man_page.h"

#include <algorithm>
#include <sstream>

#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr const char* kSurroundings =
    R"(.SH ENVIRONMENT
.TP
.B HYPELINT_PACKS
Folders of rule packs, with colons between them, to use instead of the built-in packs.
.TP
.BR HYPELINT_CACHE ", " XDG_CACHE_HOME
The folder that keeps compiled rule packs, and the one that holds it as
.IR hypelint .
.TP
.BR NO_COLOR ", " CLICOLOR_FORCE
Without
.BR \-\-color :
never, or always, colour the report.
.SH FILES
.TP
.I hypelint.toml
The configuration of the files in its folder and below;
.B hypelint init
writes one with comments.
.TP
.I article.txt.hypelint
Suppressions for the plain-text article beside it, one a line.
.TP
.I \(ti/.cache/hypelint
Compiled rule packs, for faster starts; without
.BR HYPELINT_CACHE " and " XDG_CACHE_HOME .
It may be removed at any time.
)";

// Text as roff: no escape, no hyphen that turns into a dash, no control line.
std::string roff(const std::string& text) {
  std::string out;
  bool starts_line = true;
  for (const char byte : text) {
    if (starts_line && (byte == '.' || byte == '\'')) out += "\\&";
    if (byte == '\\')
      out += "\\e";
    else if (byte == '-')
      out += "\\-";
    else
      out += byte;
    starts_line = byte == '\n';
  }
  return out;
}

// Bold for what is typed as it stands, italic for what is replaced.
std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + roff(text) + "\\fR"; }

std::string paragraph(const OptionDoc& option, bool argument) {
  std::string head;
  for (const std::string& name : option.names) {
    if (!head.empty()) head += ", ";
    head += argument ? italic(name) : bold(name);
  }
  if (!argument && !option.value.empty()) head += " " + italic(option.value);
  return ".TP\n" + head + "\n" + roff(option.about) + "\n";
}

std::string paragraphs(const CommandDoc& command) {
  std::string out;
  for (const OptionDoc& argument : command.arguments) out += paragraph(argument, true);
  for (const OptionDoc& flag : command.flags) out += paragraph(flag, false);
  return out;
}

std::string synopsis(const NamedCommand& each) {
  std::string line = bold("hypelint " + each.path);
  if (!each.command->flags.empty()) line += " [" + italic("OPTION") + "]...";
  for (const OptionDoc& argument : each.command->arguments) {
    const std::string name = italic(argument.names.front());
    line += (argument.required ? " " + name : " [" + name + "]") + (argument.repeatable ? "..." : "");
  }
  return line;
}

// A footer is paragraphs of a title, a colon, and lines to be shown as they are.
std::string footer_sections(const std::string& footer) {
  std::string out;
  std::istringstream lines(footer);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const std::size_t colon = line.find(':');
    if (line[0] != ' ' && colon != std::string::npos) {
      std::string title = line.substr(0, colon);
      std::ranges::transform(title, title.begin(), ascii::upper);
      out += (out.empty() ? "" : ".fi\n") + (".SH \"" + roff(title) + "\"\n.nf\n");
      line.erase(0, std::min(line.size(), colon + 2));
    }
    if (!line.empty()) out += roff(line.substr(line.find_first_not_of(' '))) + "\n";
  }
  return out.empty() ? out : out + ".fi\n";
}

}  // namespace

std::string man_page(const CommandDoc& tree, const std::string& version) {
  std::string page = ".TH HYPELINT 1 \"\" \"hypelint " + roff(version) + "\" \"User Commands\"\n";
  page += ".SH NAME\nhypelint \\- find claims in health articles that lack evidence\n.SH SYNOPSIS\n.nf\n";
  const std::vector<NamedCommand> commands = all_commands(tree);
  for (const NamedCommand& each : commands) page += synopsis(each) + "\n";
  page += ".fi\n.SH DESCRIPTION\n" + roff(tree.about) + "\n.SH OPTIONS\nWith every command:\n" + paragraphs(tree);
  page += ".SH COMMANDS\n";
  for (const NamedCommand& each : commands) {
    page += ".SS \"hypelint " + roff(each.path) + "\"\n" + roff(each.command->about) + ".\n";
    page += paragraphs(*each.command);
  }
  return page + footer_sections(tree.footer) + kSurroundings;
}

}  // namespace hypelint
