// Which files make a pack, from the names in its folder alone.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "hypelint/result.h"

namespace hypelint {

struct PackFile {
  std::string name;  // lexicon name, or "group/rule"
  std::string path;
};

struct PackFiles {
  std::string folder;
  std::string manifest;            // pack.toml; empty when there is none
  std::vector<PackFile> lexicons;  // sorted by name
  std::vector<PackFile> rules;     // sorted by name
  Errors errors;
};

// Lists a pack as far as it can be. Errors: no such folder, no pack.toml, a .toml file that stands where none is read,
// a rule of the group "suppression", a file name that is no name (lower-case letters, digits, hyphens). Hidden files
// and other extensions are no part of a pack.
PackFiles list_pack(const std::string& folder);

// The folder that a pack stands in, spelled as the pack is.
std::string folder_around(const std::string& pack);
// The pack of that name beside the pack that `extends` it, or else in one of the folders `more`; empty if there is
// none.
std::string extended_pack(const std::string& name, const std::string& pack, const std::vector<std::string>& more);
// Names of all packs that a pack can extend.
std::vector<std::string> packs_to_extend(const std::string& pack, const std::vector<std::string>& more);
// The packs, then those that they extend and that stand among them under no spelling. What cannot be read or found
// extends nothing here; loading says so.
std::vector<std::string> with_extended(std::vector<std::string> packs, const std::vector<std::string>& more);

// Entries of a folder but hidden ones, sorted; as far as it can be read, which `status` tells. They know what kind of
// file they are.
std::vector<std::filesystem::directory_entry> entries_of(const std::filesystem::path& folder, std::error_code& status);
Error unlisted_folder(const std::filesystem::path& folder, const std::error_code& status);

}  // namespace hypelint
