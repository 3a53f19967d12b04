#include "rules/pack_sources.h"

#include <utility>

#include "rules/loading.h"
#include "support/mapped_file.h"

namespace hypelint {
namespace {

class SourceCollector {
 public:
  void add_name(const std::string& path) { all_.append(path).push_back('\0'); }

  void add_file(const std::string& path) {
    add_name(path);
    const std::size_t before = all_.size();
    readable_ = readable_ && append_file(path, all_);
    all_.append(std::to_string(all_.size() - before)).push_back('\0');
  }

  void add_pack(const std::string& folder) {
    const PackFiles files = list_pack(folder);
    readable_ = readable_ && files.errors.empty() && !files.manifest.empty();
    if (!readable_) return;
    add_file(files.manifest);
    for (const PackFile& file : files.lexicons) add_file(file.path);
    for (const PackFile& file : files.rules) add_file(file.path);
  }

  void add_overlays(const std::string& folder) {
    for (const std::string& file : overlay_files_in(folder)) add_file(file);
    for (const std::string& rule : rules_beside_overlays(folder)) add_name(rule);
  }

  std::string take() { return readable_ ? std::move(all_) : std::string(); }

 private:
  std::string all_;
  bool readable_ = true;
};

}  // namespace

std::string pack_sources(const std::vector<std::string>& directories, const std::vector<std::string>& overlay_folders) {
  SourceCollector collector;
  for (const std::string& folder : directories) collector.add_pack(folder);
  for (const std::string& folder : overlay_folders_of(directories, overlay_folders)) collector.add_overlays(folder);
  return collector.take();
}

}  // namespace hypelint
