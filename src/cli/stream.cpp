// `hypelint stream`: one JSON document a line in, one JSON report a line out, in the same order.
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include <spdlog/spdlog.h>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/configured.h"
#include "cli/console.h"
#include "cli/line_reader.h"
#include "cli/stream_record.h"
#include "report/display_width.h"
#include "report/json_file.h"
#include "source/not_text.h"

namespace hypelint {
namespace {

constexpr std::size_t kLineBytes = std::size_t{64} * 1024 * 1024;

bool is_blank(const Line& line) { return !line.too_long && line.text.find_first_not_of(" \t\r") == std::string::npos; }

std::string error_line(const StreamFault& fault, std::size_t line) {
  const nlohmann::ordered_json error = {{"code", fault.code}, {"message", well_formed(fault.message)}, {"line", line}};
  return "{\"id\":" + fault.id + ",\"error\":" + error.dump() + "}\n";
}

// Turns lines into answers; each thread of a run takes a line, answers it and waits until the answers before its own
// are out. So a run holds one document for each thread and no queue.
class Stream {
 public:
  Stream(const Governed& governed, const CheckOptions& options)
      : governed_(governed),
        options_(options),
        sources_(written_sources(governed.linter->rules())),
        lines_(STDIN_FILENO, kLineBytes) {}

  // Returns the exit code.
  int run(std::size_t threads) {
    {
      std::vector<std::jthread> others;
      for (std::size_t i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
      work();
    }
    if (lines_.failure() == 0) return 0;
    const std::string why = std::string("cannot read standard input: ") + std::strerror(lines_.failure());
    return fail({{ErrorCode::Input, why, "", {}}});
  }

 private:
  struct Turn {
    Line line;
    std::size_t number = 0;  // of the answer
  };

  void work() {
    while (std::optional<Turn> turn = take()) answer(turn->number, answer_to(turn->line));
  }

  std::optional<Turn> take() {
    const std::scoped_lock lock(input_);
    std::optional<Line> line;
    do {
      if (!ended_) line = lines_.next();
      ended_ = ended_ || !line;
    } while (line && is_blank(*line));
    if (!line) return std::nullopt;
    return Turn{std::move(*line), taken_++};
  }

  void answer(std::size_t number, const std::string& text) {
    std::unique_lock lock(output_);
    turn_.wait(lock, [&] { return answered_ == number; });
    // Other threads may wait for input for ever, so there is no orderly way out.
    if (const int code = finish(text, 0); code != 0) std::_Exit(code);
    ++answered_;
    turn_.notify_all();
  }

  std::string answer_to(Line& line) const {
    if (line.too_long) {
      return error_line({id_at_start_of(line.text), "too-long", "a line may have 64 MiB at most"}, line.number);
    }
    std::variant<StreamDocument, StreamFault> record;
    std::string id = "null";
    try {
      record = read_stream_record(std::move(line.text));
      if (const auto* fault = std::get_if<StreamFault>(&record)) return error_line(*fault, line.number);
      auto& document = std::get<StreamDocument>(record);
      id = document.id;
      return report_line(document, line.number);
    } catch (const std::exception& fault) {
      return error_line({id, "internal", fault.what()}, line.number);
    }
  }

  std::string report_line(StreamDocument& document, std::size_t line) const {
    Source source = Source::from_bytes(std::move(document.name), std::move(document.bytes), document.format);
    if (std::string why = why_not_text(source); !why.empty())
      return error_line({document.id, "not-text", std::move(why)}, line);
    Settings settings = settings_with_flags(governed_.config, options_, source.path());
    if (!document.language.empty()) settings.language = document.language;
    FileReport report = governed_.linter->lint(source, settings);
    std::string object = json_file({std::move(source), std::move(report)}, sources_);
    return ("{\"id\":" + document.id + ",").append(object, 1) + "\n";
  }

  const Governed& governed_;
  const CheckOptions& options_;
  WrittenSources sources_;

  std::mutex input_;
  LineReader lines_;
  bool ended_ = false;
  std::size_t taken_ = 0;

  std::mutex output_;
  std::condition_variable turn_;
  std::size_t answered_ = 0;
};

}  // namespace

int run_stream(const StreamOptions& options) {
  Configurations configurations(options.check);
  const Result<const Governed*> governed = configurations.of("-");
  if (!governed) return fail(governed.errors());
  if (const Config& config = governed.value()->config; !config.baseline.empty()) {
    return fail({{ErrorCode::Usage,
                  "`stream` takes no baseline; name a configuration without one with --config, or use --no-config",
                  config.path,
                  {}}});
  }
  // A reader that goes away ends this program as any filter, also where the parent ignores the signal.
  std::signal(SIGPIPE, SIG_DFL);
  const auto threads = static_cast<std::size_t>(std::max(options.check.jobs, 1));
  spdlog::info("{} rules, {} threads", governed.value()->linter->rules().size(), threads);
  return Stream(*governed.value(), options.check).run(threads);
}

}  // namespace hypelint
