#include "cli/program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <tuple>

#include "support/files.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void become(const Call& call, const fs::path& folder, const fs::path& streams) {
  for (const auto& [name, stream, mode] : {std::tuple{"in", stdin, "r"}, {"out", stdout, "w"}, {"err", stderr, "w"}}) {
    if (std::freopen((streams / name).c_str(), mode, stream) == nullptr) _exit(126);
  }
  if (call.closed_input) close(STDIN_FILENO);
  for (const char* name : {"NO_COLOR", "CLICOLOR_FORCE", "HYPELINT_PACKS"}) unsetenv(name);
  // A sanitizer report must not look like findings (exit code 1).
  setenv("ASAN_OPTIONS", "exitcode=99", 1);
  setenv("UBSAN_OPTIONS", "exitcode=99", 1);
  for (const auto& [name, value] : call.environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<std::string> words = {HYPELINT_PROGRAM};
  words.insert(words.end(), call.arguments.begin(), call.arguments.end());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  if (chdir(folder.c_str()) != 0) _exit(126);
  execv(HYPELINT_PROGRAM, arguments.data());
  _exit(127);
}

}  // namespace

Workplace::Workplace() {
  std::string pattern = (fs::temp_directory_path() / "hypelint-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
  fs::create_directory(folder_ / "work");
}

Workplace::~Workplace() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Workplace::write(const std::string& path, const std::string& text) const {
  const fs::path target = folder_ / "work" / path;
  fs::create_directories(target.parent_path());
  std::ofstream(target, std::ios::binary) << text;
}

std::string Workplace::read(const std::string& path) const { return testing::read_file(folder_ / "work" / path); }

RunOutcome Workplace::run(const Call& call) const {
  std::ofstream(folder_ / "in", std::ios::binary) << call.input;
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) become(call, folder_ / "work", folder_);
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) throw std::runtime_error("cannot run the program");
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, testing::read_file(folder_ / "out"), testing::read_file(folder_ / "err")};
}

RunOutcome Workplace::check(std::vector<std::string> arguments, const std::string& input) const {
  std::vector<std::string> words = {"check", "--pack", demo_pack()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run({words, input, {}});
}

std::string demo_pack() { return HYPELINT_SOURCE_DIR "/tests/cli/pack"; }

}  // namespace hypelint
