#include "rules/pack_files.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "rules/table_reader.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "pack.toml";
constexpr std::string_view kLexicons = "lexicon";
constexpr std::string_view kOwnGroup = "suppression";
constexpr std::string_view kProfiles = "profiles";
constexpr std::string_view kJurisdictions = "jurisdictions";
constexpr std::string_view kMisplaced =
    "not read here: a pack holds pack.toml, lexicon/<name>.toml and <group>/<rule>.toml";

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
    if (const std::string fault = fault_of_group(group); !fault.empty()) return refuse_all(folder, fault);
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

  static std::string fault_of_group(const std::string& group) {
    if (group == kOwnGroup) return "the group \"suppression\" is hypelint's own; overlays and hypelint.toml adjust it";
    if (group != kProfiles && group != kJurisdictions) return {};
    return "belongs beside the pack: " + group + "/<name>.toml stands in the folder that holds the pack";
  }

  void refuse_all(const fs::path& folder, const std::string& fault) {
    for (const fs::directory_entry& entry : listed(folder)) {
      if (entry.path().extension() == ".toml") add(fault, entry.path().generic_string());
    }
  }

  void refuse_below(const fs::path& folder) { refuse_all(folder, std::string(kMisplaced)); }
  void misplaced(const fs::path& path) { add(std::string(kMisplaced), path.generic_string()); }

  void bad_name(const fs::path& path) {
    add("folder and file names of a pack must be lower-case letters, digits and hyphens", path.generic_string());
  }

  fs::path folder_;
  PackFiles files_;
};

std::string name_of(const std::string& pack) {
  std::error_code status;
  const fs::path same = fs::weakly_canonical(pack, status);
  return (status ? fs::path(pack) : same).filename().string();
}

// What a readable pack.toml says that it extends.
std::vector<std::string> extends_of(const std::string& pack) {
  const auto root = load_toml((fs::path(pack) / kManifest).generic_string(), ErrorCode::RulePack);
  if (!root) return {};
  FileErrors faults;
  std::vector<std::string> names;
  for (Located& name : TableReader(root.value(), faults).strings("extends")) names.push_back(std::move(name.text));
  return names;
}

std::vector<std::string> folders_around(const std::string& pack, const std::vector<std::string>& more) {
  std::vector<std::string> folders = {folder_around(pack)};
  folders.insert(folders.end(), more.begin(), more.end());
  return folders;
}

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

std::string folder_around(const std::string& pack) {
  fs::path path = fs::path(pack).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  if (path.empty() || path == "." || path.filename() == "..") {
    std::error_code status;
    const fs::path same = fs::weakly_canonical(pack, status);
    if (!status) path = same;
  }
  const auto folder = path.parent_path();
  return folder.empty() ? "." : folder.string();
}

std::string extended_pack(const std::string& name, const std::string& pack, const std::vector<std::string>& more) {
  std::error_code status;
  if (!is_name(name)) return {};
  for (const std::string& folder : folders_around(pack, more)) {
    const fs::path found = fs::path(folder) / name;
    if (fs::exists(found / kManifest, status)) return found.generic_string();
  }
  return {};
}

std::vector<std::string> packs_to_extend(const std::string& pack, const std::vector<std::string>& more) {
  std::vector<std::string> names;
  std::error_code status;
  for (const std::string& folder : folders_around(pack, more)) {
    for (const fs::directory_entry& entry : entries_of(folder, status)) {
      const std::string name = entry.path().filename().string();
      if (name != name_of(pack) && fs::exists(entry.path() / kManifest, status)) names.push_back(name);
    }
  }
  return names;
}

std::vector<std::string> with_extended(std::vector<std::string> packs, const std::vector<std::string>& more) {
  std::set<std::string> names;
  for (const std::string& pack : packs) names.insert(name_of(pack));
  for (std::size_t next = 0; next < packs.size(); ++next) {
    for (const std::string& name : extends_of(packs[next])) {
      std::string found = extended_pack(name, packs[next], more);
      if (!found.empty() && names.insert(name_of(found)).second) packs.push_back(std::move(found));
    }
  }
  return packs;
}

}  // namespace hypelint
