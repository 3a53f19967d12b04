#include "rules/pack_files.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
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
      for (const fs::directory_entry& entry : listed(folder_)) list_top(entry);
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
    for (const fs::directory_entry& entry : listed(folder_)) {
      if (fs::exists(entry.path() / kManifest, status))
        return message + "; did you mean \"" + entry.path().generic_string() + "\"?";
    }
    return message;
  }

  std::vector<fs::directory_entry> listed(const fs::path& folder) {
    std::error_code status;
    std::vector<fs::directory_entry> entries = entries_of(folder, status);
    if (status) files_.errors.push_back(unlisted_folder(folder, status));
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
    for (const fs::directory_entry& entry : listed(folder)) {
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
    for (const fs::directory_entry& entry : listed(folder)) {
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

std::vector<fs::directory_entry> entries_of(const fs::path& folder, std::error_code& status) {
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator entry(folder, status), end; !status && entry != end; entry.increment(status)) {
    if (!is_hidden(entry->path())) entries.push_back(*entry);
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

Error unlisted_folder(const fs::path& folder, const std::error_code& status) {
  return {ErrorCode::RulePack, "cannot list the folder: " + status.message(), folder.generic_string(), {}};
}

PackFiles list_pack(const std::string& folder) { return PackListing(folder).list(); }

}  // namespace hypelint
