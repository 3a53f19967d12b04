#include "cli/report_paths.h"

#include <filesystem>
#include <map>

namespace hypelint {

std::string report_target(const std::string& path) {
  std::error_code failed;
  if (path.empty()) return "";
  const auto kind = std::filesystem::status(path, failed).type();
  if (kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::not_found) return "";
  const auto canonical = std::filesystem::weakly_canonical(std::filesystem::absolute(path, failed), failed);
  return failed ? "" : canonical.string();
}

Errors clashing_reports(const std::vector<OutputOption>& outputs) {
  std::map<std::string, std::string> first;  // by target, as spelled
  Errors errors;
  for (const OutputOption& output : outputs) {
    const std::string target = report_target(output.file);
    if (target.empty() || first.emplace(target, output.file).second) continue;
    errors.push_back({ErrorCode::Usage,
                      "--format: `" + output.file + "` is to hold another report already (`" + first[target] + "`)",
                      "",
                      {}});
  }
  return errors;
}

}  // namespace hypelint
