#include <fcntl.h>
#include <unistd.h>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

// Memory of one article serves the next one: glibc would otherwise give every large block back, and the kernel would
// have to clear it anew. About a twelfth of the time of a large file.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kBlock = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, kBlock);
  mallopt(M_TRIM_THRESHOLD, kBlock);
#endif
}

// A closed standard input would be the next file that is opened; in its place stands what cannot be read.
void keep_standard_input_taken() {
  if (fcntl(STDIN_FILENO, F_GETFD) == -1 && open("/dev/null", O_WRONLY) == -1) std::perror("hypelint: standard input");
}

constexpr int kInternalFault = 70;

void set_up_log(bool verbose) {
  spdlog::set_default_logger(spdlog::stderr_logger_st("hypelint"));
  spdlog::set_pattern("hypelint: %l: %v");
  spdlog::set_level(verbose ? spdlog::level::info : spdlog::level::off);
}

int run(const hypelint::CommandLine& line) {
  switch (line.command) {
    case hypelint::Command::Print:
      return hypelint::finish(line.text, 0);
    case hypelint::Command::Check:
      return hypelint::run_check(line.check);
    case hypelint::Command::Explain:
      return hypelint::run_explain(line.explain);
    case hypelint::Command::RulesList:
      return hypelint::run_rules_list(line.rules);
    case hypelint::Command::RulesTest:
      return hypelint::run_rules_test(line.rules);
    case hypelint::Command::RulesDocs:
      return hypelint::run_rules_docs(line.rules);
    case hypelint::Command::Suppressions:
      return hypelint::run_suppressions(line.suppressions);
    case hypelint::Command::Stream:
      return hypelint::run_stream(line.stream);
    case hypelint::Command::Init:
      return hypelint::run_init(line.init);
  }
  return kInternalFault;
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  keep_standard_input_taken();
  try {
    const hypelint::Result<hypelint::CommandLine> line = hypelint::parse_command_line(argc, argv);
    if (!line) return hypelint::fail(line.errors());
    set_up_log(line.value().verbose);
    return run(line.value());
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "hypelint: internal fault: %s\n", fault.what());
  } catch (...) {
    std::fputs("hypelint: internal fault of an unknown kind\n", stderr);
  }
  return kInternalFault;
}
