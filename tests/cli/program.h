// The binary as a process, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace hypelint {

struct RunOutcome {
  int code = -1;  // exit code; 128 + signal when it was killed
  std::string out;
  std::string err;
};

struct Call {
  std::vector<std::string> arguments;
  std::string input;
  std::vector<std::pair<std::string, std::string>> environment;
  bool closed_input = false;  // standard input is closed; `input` is not seen
};

// A temporary folder, removed with its contents; the program runs in it.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  // Writes a file, with the folders above it.
  void write(const std::string& path, const std::string& text) const;
  // Empty when there is no such file.
  [[nodiscard]] std::string read(const std::string& path) const;
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  [[nodiscard]] RunOutcome run(const Call& call) const;
  // `hypelint check --pack <the demo pack> …`.
  [[nodiscard]] RunOutcome check(std::vector<std::string> arguments, const std::string& input = "") const;

 private:
  std::filesystem::path folder_;
};

// The pack of the tests: demo/cure (error, "miracle"), demo/best (warning, "the best"), demo/new (info, "novel"),
// demo/quiet (warning, off, "quietly").
std::string demo_pack();

}  // namespace hypelint
