// `hypelint init`: the configuration and the CI and editor files asked for.
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/console.h"
#include "templates.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

struct Template {
  fs::path path;
  std::string_view text;
  bool named = true;  // asked for by its flag; the configuration without any flag
};

std::vector<Template> wanted(const InitOptions& options) {
  const bool flagged = options.vscode || options.github || options.gitlab;
  std::vector<Template> files = {{"hypelint.toml", k_hypelint_toml, !flagged}};
  if (options.vscode) files.push_back({".vscode/tasks.json", k_vscode_tasks});
  if (options.github) files.push_back({".github/workflows/hypelint.yml", k_github_workflow});
  if (options.gitlab) files.push_back({".gitlab-ci.yml", k_gitlab_job});
  return files;
}

bool exists(const Template& file) {
  std::error_code failed;
  return fs::exists(fs::symlink_status(file.path, failed));
}

bool write(const Template& file) {
  std::error_code failed;
  if (file.path.has_parent_path()) fs::create_directories(file.path.parent_path(), failed);
  std::ofstream stream(file.path, std::ios::binary | std::ios::trunc);
  stream << file.text << std::flush;
  return !failed && stream.good();
}

}  // namespace

int run_init(const InitOptions& options) {
  std::string done;
  Errors in_the_way;
  bool wrote = false;
  for (const Template& file : wanted(options)) {
    const std::string path = file.path.string();
    if (exists(file) && !(options.force && file.named)) {
      done += "kept " + path + (file.named ? "; --force overwrites it\n" : "\n");
      if (file.named) in_the_way.push_back({ErrorCode::Usage, "exists already; --force overwrites it", path, {}});
      continue;
    }
    if (!write(file)) return fail({{ErrorCode::Usage, "cannot write the file", path, {}}});
    done += "wrote " + path + "\n";
    wrote = true;
  }
  return wrote ? finish(done, 0) : fail(in_the_way);
}

}  // namespace hypelint
