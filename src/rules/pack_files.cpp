#include "rules/pack_files.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace hypelint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "pack.toml";
constexpr std::string_view kLexicons = "lexicon";

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

class PackListing {
 public:
  explicit PackListing(const std::string& folder) : folder_(folder) { files_.folder = folder; }

  PackFiles list() {
    std::error_code status;
    if (!fs::is_directory(folder_, status)) {
      add(missing_folder(), files_.folder);
    } else if (!fs::exists(folder_ / kManifest, status)) {
      add(missing_manifest(), files_.folder);
    } else {
      files_.manifest = (folder_ / kManifest).generic_string();
      for (const fs::directory_entry& entry : children(folder_)) list_top(entry);
    }
    return std::move(files_);
  }

 private:
  void add(std::string message, std::string path) {
    files_.errors.push_back({ErrorCode::RulePack, std::move(message), std::move(path), {}});
  }

  std::string missing_folder() const {
    std::error_code status;
    return fs::exists(folder_, status) ? "a rule pack must be a folder with a pack.toml" : "no such rule pack folder";
  }

  std::string missing_manifest() {
    std::string message = "no pack.toml in this folder";
    std::error_code status;
    for (const fs::directory_entry& entry : children(folder_)) {
      if (fs::exists(entry.path() / kManifest, status))
        return message + "; did you mean \"" + entry.path().generic_string() + "\"?";
    }
    return message;
  }

  // Entries of a folder but hidden ones, sorted. They know what kind of file they are.
  std::vector<fs::directory_entry> children(const fs::path& folder) {
    std::vector<fs::directory_entry> entries;
    std::error_code status;
    for (fs::directory_iterator entry(folder, status), end; !status && entry != end; entry.increment(status)) {
      if (!is_hidden(entry->path())) entries.push_back(*entry);
    }
    if (status) add("cannot list the folder: " + status.message(), folder.generic_string());
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  void list_top(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    std::error_code status;
    if (entry.is_directory(status)) {
      list_folder(path);
    } else if (path.extension() == ".toml" && path.filename() != kManifest) {
      misplaced(path);
    }
  }

  void list_folder(const fs::path& folder) {
    const std::string group = folder.filename().string();
    const bool lexicons = group == kLexicons;
    for (const fs::directory_entry& entry : children(folder)) {
      const fs::path& path = entry.path();
      std::error_code status;
      if (entry.is_directory(status)) {
        refuse_below(path);
      } else if (path.extension() == ".toml") {
        const std::string stem = path.stem().string();
        if (!is_name(group) || !is_name(stem)) bad_name(path);
        (lexicons ? files_.lexicons : files_.rules)
            .push_back({lexicons ? stem : group + "/" + stem, path.generic_string()});
      }
    }
  }

  void refuse_below(const fs::path& folder) {
    for (const fs::directory_entry& entry : children(folder)) {
      if (entry.path().extension() == ".toml") misplaced(entry.path());
    }
  }

  void misplaced(const fs::path& path) {
    add("not read here: a pack holds pack.toml, lexicon/<name>.toml and <group>/<rule>.toml", path.generic_string());
  }

  void bad_name(const fs::path& path) {
    add("folder and file names of a pack must be lower-case letters, digits and hyphens", path.generic_string());
  }

  fs::path folder_;
  PackFiles files_;
};

}  // namespace

PackFiles list_pack(const std::string& folder) { return PackListing(folder).list(); }

}  // namespace hypelint
