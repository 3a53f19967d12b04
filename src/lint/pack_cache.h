// Compiled rule packs kept between runs. Never needed: whatever goes wrong, packs are compiled from their sources.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "support/mapped_file.h"

namespace hypelint {

// What was stored, as it stands in its file.
struct CachedPack {
  MappedFile file;
  std::string_view value;  // within the file
};

class PackCache {
 public:
  // `folder` is made when something is stored; empty: nothing is found or stored.
  explicit PackCache(std::string folder) : folder_(std::move(folder)) {}

  // What was stored under exactly this key; nothing when it is not there, cut off or damaged, or the key is empty.
  [[nodiscard]] std::optional<CachedPack> find(std::string_view key) const;
  // What was stored under the key that was last stamped so; nothing likewise.
  [[nodiscard]] std::optional<CachedPack> find_stamped(std::string_view stamp) const;
  // Written to a file of its own and renamed, so that a reader sees all of it or nothing. The least recently written
  // files beyond a few of each kind are removed, those that writers left half done among them.
  void store(std::string_view key, std::string_view value) const;
  // Lets find_stamped() find what was stored under the key, without the key. An empty stamp is none.
  void stamp(std::string_view key, std::string_view stamp) const;

 private:
  [[nodiscard]] std::string path_of(std::uint64_t hash, std::string_view extension) const;
  [[nodiscard]] std::optional<CachedPack> open(const std::string& path, std::optional<std::string_view> key) const;
  template <typename Write>
  void replace(const std::string& path, const Write& write) const;
  void remove_old(std::string_view extension) const;

  std::string folder_;
};

}  // namespace hypelint
