#include "rules/pack_sources.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

#include "rules/loading.h"
#include "support/file_stamp.h"
#include "support/mapped_file.h"

namespace hypelint {
namespace {

// Calls `file` with each file that is read, until one gives false, and `name` with each that is only looked at. False
// when a file cannot be used.
template <typename File, typename Name>
bool visit_sources(const std::vector<std::string>& named, const std::vector<std::string>& overlay_folders,
                   const File& file, const Name& name) {
  const std::vector<std::string> directories = with_extended(named, overlay_folders);
  const auto pack_file = [&](const PackFile& each) { return file(each.path); };
  for (const std::string& folder : directories) {
    const PackFiles files = list_pack(folder);
    if (!files.errors.empty() || files.manifest.empty() || !file(files.manifest)) return false;
    if (!std::ranges::all_of(files.lexicons, pack_file) || !std::ranges::all_of(files.rules, pack_file)) return false;
  }
  for (const std::string& folder : overlay_folders_of(directories, overlay_folders)) {
    if (!std::ranges::all_of(overlay_files_in(folder), file)) return false;
    std::ranges::for_each(rules_beside_overlays(folder), name);
  }
  return true;
}

// Some file systems tell times no finer than this.
constexpr std::int64_t kFinestTime = 2'000'000'000;  // nanoseconds

std::int64_t now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

}  // namespace

std::string pack_sources(const std::vector<std::string>& directories, const std::vector<std::string>& overlay_folders) {
  std::string all;
  const auto add_name = [&](const std::string& path) { all.append(path).push_back('\0'); };
  const auto add_file = [&](const std::string& path) {
    add_name(path);
    const std::size_t before = all.size();
    if (!append_file(path, all)) return false;
    add_name(std::to_string(all.size() - before));
    return true;
  };
  return visit_sources(directories, overlay_folders, add_file, add_name) ? std::move(all) : std::string();
}

std::string pack_stamps(const std::vector<std::string>& directories, const std::vector<std::string>& overlay_folders) {
  std::string all;
  const std::int64_t settled = now() - kFinestTime;
  const auto add_name = [&](const std::string& path) { all.append(path).push_back('\0'); };
  const auto add_file = [&](const std::string& path) {
    const auto stamp = stamp_of(path);
    if (!stamp || std::max(stamp->modified, stamp->changed) > settled) return false;
    add_name(path);
    all.append(reinterpret_cast<const char*>(&*stamp), sizeof *stamp);
    return true;
  };
  return visit_sources(directories, overlay_folders, add_file, add_name) ? std::move(all) : std::string();
}

}  // namespace hypelint
