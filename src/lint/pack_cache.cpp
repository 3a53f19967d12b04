#include "lint/pack_cache.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <utility>
#include <vector>

#include "support/archive.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "hypelint packs 1";
constexpr std::string_view kExtension = ".packs";
constexpr std::size_t kMostFiles = 8;

// Followed by the value, aligned as archives need it, and the key.
struct alignas(kNestAlignment) Header {
  std::array<char, kMagic.size()> magic;
  std::uint64_t key_size;
  std::uint64_t value_size;
  std::uint64_t value_hash;
  std::uint64_t zero;
};

constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0xFF51AFD7ED558CCD;
  return hash ^ hash >> 32;
}

// Tells damage and names files; the key itself is compared whole. Four lanes, since each step waits for the one before.
std::uint64_t hash_of(std::string_view bytes) {
  std::array<std::uint64_t, 4> lanes = {0x9E3779B97F4A7C15 ^ bytes.size(), 1, 2, 3};
  std::array<std::uint64_t, lanes.size()> words{};
  for (; bytes.size() >= sizeof words; bytes.remove_prefix(sizeof words)) {
    std::memcpy(words.data(), bytes.data(), sizeof words);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) lanes[lane] = mixed(lanes[lane], words[lane]);
  }
  std::uint64_t hash = 0;
  for (const std::uint64_t lane : lanes) hash = mixed(hash, lane);
  for (const char byte : bytes) hash = mixed(hash, static_cast<unsigned char>(byte));
  return hash;
}

bool write_whole(const fs::path& path, const Header& header, std::string_view key, std::string_view value) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file.write(value.data(), static_cast<std::streamsize>(value.size()));
  file.write(key.data(), static_cast<std::streamsize>(key.size()));
  return static_cast<bool>(file.flush());
}

}  // namespace

std::string PackCache::path_of(std::string_view key) const {
  std::array<char, 17> name{};
  std::snprintf(name.data(), name.size(), "%016llx", static_cast<unsigned long long>(hash_of(key)));
  return (fs::path(folder_) / (std::string(name.data()) + std::string(kExtension))).string();
}

std::optional<CachedPack> PackCache::find(std::string_view key) const {
  if (folder_.empty()) return std::nullopt;
  auto file = MappedFile::open(path_of(key));
  Header header{};
  if (!file || file->bytes().size() < sizeof header + key.size()) return std::nullopt;
  std::memcpy(&header, file->bytes().data(), sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) return std::nullopt;
  const std::string_view rest = file->bytes().substr(sizeof header);
  const std::string_view value = rest.substr(0, rest.size() - key.size());
  if (header.zero != 0 || header.key_size != key.size() || !rest.ends_with(key)) return std::nullopt;
  if (header.value_size != value.size() || header.value_hash != hash_of(value)) return std::nullopt;
  return CachedPack{std::move(*file), value};
}

void PackCache::store(std::string_view key, std::string_view value) const {
  if (folder_.empty()) return;
  std::error_code failed;
  fs::create_directories(folder_, failed);
  if (failed) return;
  Header header{{}, key.size(), value.size(), hash_of(value), 0};
  std::copy(kMagic.begin(), kMagic.end(), header.magic.begin());
  const std::string path = path_of(key);
  const fs::path temporary = path + "." + std::to_string(std::random_device()()) + ".tmp";
  if (write_whole(temporary, header, key, value)) {
    fs::rename(temporary, path, failed);
    remove_old();
  }
  fs::remove(temporary, failed);
}

void PackCache::remove_old() const {
  std::error_code failed;
  std::vector<fs::directory_entry> files;
  for (fs::directory_iterator entry(folder_, failed), end; !failed && entry != end; entry.increment(failed)) {
    if (entry->path().extension() == kExtension) files.push_back(*entry);
  }
  if (files.size() <= kMostFiles) return;
  const auto written = [](const fs::directory_entry& file) {
    std::error_code unknown;
    return file.last_write_time(unknown);
  };
  std::sort(files.begin(), files.end(), [&](const auto& a, const auto& b) { return written(a) > written(b); });
  for (std::size_t i = kMostFiles; i < files.size(); ++i) fs::remove(files[i].path(), failed);
}

}  // namespace hypelint
