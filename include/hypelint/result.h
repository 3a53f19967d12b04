// What a fallible operation gives: a value, or the errors that prevented it.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hypelint {

// Why something failed. The command line maps each code to one exit code (see exit_code in report.h).
enum class ErrorCode {
  Usage,     // a flag, a value or a combination that does not exist
  Config,    // hypelint.toml cannot be read or breaks its schema
  RulePack,  // a rule pack cannot be read or breaks its schema
  Input,     // an article cannot be read, or no article matched
  Internal,  // a fault in hypelint itself
};

// A place in a text file. Lines and columns are 1-based, columns count code points; 0 means "not known".
struct Position {
  std::size_t line = 0;
  std::size_t column = 0;
};

// One thing that went wrong: what was attempted and seen (message), and where.
// Messages start in lower case, carry no final stop, and say what is allowed.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string message;
  std::string path;  // file or directory concerned; empty when none is
  Position where;
};

using Errors = std::vector<Error>;

// "path:line:column: error: message", leaving out the parts that are not known.
std::string to_string(const Error& error);

// A T, or at least one Error. value() and errors() may be called only on the matching alternative.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, Errors{std::move(error)}) {}
  Result(Errors errors) : state_(std::in_place_index<1>, std::move(errors)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] const Errors& errors() const { return std::get<1>(state_); }

 private:
  std::variant<T, Errors> state_;
};

}  // namespace hypelint
