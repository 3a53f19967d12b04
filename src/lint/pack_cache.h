// Compiled rule packs kept between runs. Never needed: whatever goes wrong, packs are compiled from their sources.
#pragma once

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

  // What was stored under exactly this key; nothing when it is not there, cut off or damaged.
  [[nodiscard]] std::optional<CachedPack> find(std::string_view key) const;
  // Written to a file of its own and renamed, so that a reader sees all of it or nothing. The least recently stored
  // files beyond a few are removed.
  void store(std::string_view key, std::string_view value) const;

 private:
  [[nodiscard]] std::string path_of(std::string_view key) const;
  void remove_old() const;

  std::string folder_;
};

}  // namespace hypelint
