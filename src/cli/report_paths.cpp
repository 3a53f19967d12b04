#include "cli/report_paths.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string_view>

namespace hypelint {

std::string report_target(const std::string& path) {
  std::error_code failed;
  if (path.empty()) return "";
  const auto kind = std::filesystem::status(path, failed).type();
  if (kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::not_found) return "";
  const auto canonical = std::filesystem::weakly_canonical(std::filesystem::absolute(path, failed), failed);
  return failed ? "" : canonical.string();
}

bool is_own_report(const std::string& path) {
  constexpr std::string_view kGenerator = "<meta name=\"generator\" content=\"hypelint\">";
  std::array<char, 256> start{};
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), start.size());
  return std::string_view(start.data(), static_cast<std::size_t>(file.gcount())).find(kGenerator) !=
         std::string_view::npos;
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
