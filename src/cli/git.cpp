#include "cli/git.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace hypelint {
namespace {

// What git needs to find its repository and its settings; hooks set the GIT_ variables for the commit in the making.
constexpr std::array kInherited = {"PATH",
                                   "HOME",
                                   "XDG_CONFIG_HOME",
                                   "TMPDIR",
                                   "GIT_DIR",
                                   "GIT_WORK_TREE",
                                   "GIT_INDEX_FILE",
                                   "GIT_COMMON_DIR",
                                   "GIT_OBJECT_DIRECTORY",
                                   "GIT_ALTERNATE_OBJECT_DIRECTORIES"};
// The start of the names of all that hold settings; with `safe.directory`, containers say whom git may trust.
constexpr std::string_view kSettings = "GIT_CONFIG";
constexpr std::array kFixed = {"LC_ALL=C",         "GIT_TERMINAL_PROMPT=0", "GIT_PAGER=cat",
                               "GIT_ASKPASS=true", "GIT_OPTIONAL_LOCKS=0",  "GIT_LITERAL_PATHSPECS=1"};

bool is_inherited(std::string_view variable) {
  const std::string_view name = variable.substr(0, variable.find('='));
  return name.starts_with(kSettings) || std::ranges::find(kInherited, name) != kInherited.end();
}

std::vector<std::string> variables_for_git() {
  std::vector<std::string> variables(kFixed.begin(), kFixed.end());
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (is_inherited(*variable)) variables.emplace_back(*variable);
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

class Pipe {
 public:
  Pipe() : open_(pipe2(ends_.data(), O_CLOEXEC) == 0) {}
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  [[nodiscard]] bool is_open() const { return open_; }
  [[nodiscard]] int reader() const { return ends_[0]; }
  [[nodiscard]] int writer() const { return ends_[1]; }
  void close_writer() { close_end(1); }

 private:
  void close_end(std::size_t end) {
    if (open_ && ends_[end] >= 0) close(ends_[end]);
    ends_[end] = -1;
  }

  std::array<int, 2> ends_{-1, -1};
  bool open_;
};

// Appends what the descriptor has; false at its end.
bool drain(int descriptor, std::string& text) {
  std::array<char, 1 << 16> buffer;
  const ssize_t got = read(descriptor, buffer.data(), buffer.size());
  if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && errno == EINTR);
}

// Reads both to their ends, so that neither side waits for the other.
void read_both(int out, int err, GitOutput& output) {
  std::array<pollfd, 2> waiting{pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    for (std::size_t i = 0; i < 2; ++i) {
      if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
      if (!drain(waiting[i].fd, i == 0 ? output.out : output.err)) waiting[i].fd = -1;
    }
  }
}

int spawn(std::vector<std::string> words, const Pipe& out, const Pipe& err, pid_t& child) {
  std::vector<std::string> variables = variables_for_git();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.writer(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.writer(), STDERR_FILENO);
  const int failed = posix_spawnp(&child, "git", &actions, nullptr, pointers(words).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  return failed;
}

Error cannot_run(int reason) {
  return {ErrorCode::Usage, "cannot run git: " + std::generic_category().message(reason), "", {}};
}

}  // namespace

Result<GitOutput> run_git(const std::string& folder, const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {"git", "--no-pager", "-C", folder};
  words.insert(words.end(), arguments.begin(), arguments.end());
  Pipe out, err;
  if (!out.is_open() || !err.is_open()) return cannot_run(errno);
  pid_t child = 0;
  if (const int failed = spawn(std::move(words), out, err, child)) return cannot_run(failed);
  out.close_writer();
  err.close_writer();
  GitOutput output;
  read_both(out.reader(), err.reader(), output);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  output.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return output;
}

}  // namespace hypelint
