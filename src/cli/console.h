// What every command says and where: results on standard output, everything else on standard error.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/options.h"
#include "hypelint/result.h"

namespace hypelint {

// Prints "hypelint: error: path:line:column: message" for each error and returns the exit code of the worst.
int fail(const Errors& errors);
// Prints "hypelint: note: path: message".
void say_note(const std::string& path, const std::string& message);
// Writes and flushes standard output; false when it cannot take the text (a full disk).
[[nodiscard]] bool print(std::string_view text);
// Says that standard output took no more, and gives the exit code for it: 70.
int fail_to_print();
// print(), and the exit code: `code`, or 70 with a message when the text could not be written.
int finish(std::string_view text, int code);

// The flag, else NO_COLOR, CLICOLOR_FORCE, and whether standard output is a terminal.
bool wants_color(ColorWhen when);
// Columns of the terminal on standard output; 100 when it is none.
std::size_t terminal_width();

}  // namespace hypelint
