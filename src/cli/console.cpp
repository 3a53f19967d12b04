#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "report/display_width.h"

namespace hypelint {
namespace {

constexpr std::size_t kDefaultWidth = 100;

std::string place_of(const Error& error) {
  std::string place;
  if (!error.path.empty()) place = printable_text(error.path) + ":";
  if (error.where.line > 0) place += std::to_string(error.where.line) + ":";
  if (error.where.line > 0 && error.where.column > 0) place += std::to_string(error.where.column) + ":";
  return place.empty() ? place : place + " ";
}

std::string_view hint_for(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage:
      return "`hypelint --help` shows the commands, `hypelint COMMAND --help` their flags";
    case ErrorCode::Config:
      return "`hypelint init` writes a commented hypelint.toml to start from";
    case ErrorCode::RulePack:
      return "`hypelint rules test DIR` checks a rule pack";
    case ErrorCode::Internal:
      return "this is a fault in hypelint; please report it";
    case ErrorCode::Input:
      break;
  }
  return "";
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

int fail(const Errors& errors) {
  int code = 0;
  for (const Error& error : errors) {
    std::fprintf(stderr, "hypelint: error: %s%s\n", place_of(error).c_str(), printable_text(error.message).c_str());
    code = std::max(code, exit_code(error));
  }
  const std::string_view hint = errors.empty() ? "" : hint_for(errors.front().code);
  if (!hint.empty()) std::fprintf(stderr, "hypelint: hint: %s\n", std::string(hint).c_str());
  return code;
}

void say_note(const std::string& path, const std::string& message) {
  std::fprintf(stderr, "hypelint: note: %s: %s\n", printable_text(path).c_str(), printable_text(message).c_str());
}

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

int finish(std::string_view text, int code) { return print(text) ? code : fail_to_print(); }

int fail_to_print() {
  std::fprintf(stderr, "hypelint: error: cannot write to standard output: %s\n", std::strerror(errno));
  return 70;
}

bool wants_color(ColorWhen when) {
  if (when != ColorWhen::Auto) return when == ColorWhen::Always;
  if (is_set("NO_COLOR")) return false;
  const char* force = std::getenv("CLICOLOR_FORCE");
  if (is_set("CLICOLOR_FORCE") && std::strcmp(force, "0") != 0) return true;
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && (terminal == nullptr || std::strcmp(terminal, "dumb") != 0);
}

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kDefaultWidth;
}

}  // namespace hypelint
