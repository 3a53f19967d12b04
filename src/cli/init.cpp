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
};

std::vector<Template> wanted(const InitOptions& options) {
  std::vector<Template> files = {{"hypelint.toml", k_hypelint_toml}};
  if (options.vscode) files.push_back({".vscode/tasks.json", k_vscode_tasks});
  if (options.github) files.push_back({".github/workflows/hypelint.yml", k_github_workflow});
  if (options.gitlab) files.push_back({".gitlab-ci.yml", k_gitlab_job});
  return files;
}

// Nothing is written when one of the files is in the way.
Errors in_the_way(const std::vector<Template>& files) {
  Errors errors;
  for (const Template& file : files) {
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(file.path, failed))) continue;
    errors.push_back({ErrorCode::Usage, "exists already; --force overwrites it", file.path.string(), {}});
  }
  return errors;
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
  const std::vector<Template> files = wanted(options);
  if (!options.force) {
    const Errors errors = in_the_way(files);
    if (!errors.empty()) return fail(errors);
  }
  std::string done;
  for (const Template& file : files) {
    if (!write(file)) return fail({{ErrorCode::Usage, "cannot write the file", file.path.string(), {}}});
    done += "wrote " + file.path.string() + "\n";
  }
  return finish(done, 0);
}

}  // namespace hypelint
