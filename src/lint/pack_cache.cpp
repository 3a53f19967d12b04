#include "lint/pack_cache.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <vector>

namespace hypelint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "hypelint packs 1";
constexpr std::string_view kExtension = ".packs";
constexpr std::size_t kMostFiles = 8;

struct Header {
  std::array<char, kMagic.size()> magic;
  std::uint64_t key_size;
  std::uint64_t value_size;
  std::uint64_t value_hash;
};

// Tells damage and names files; the key itself is compared whole.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0x9E3779B97F4A7C15 ^ bytes.size();
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * 0xFF51AFD7ED558CCD;
    hash ^= hash >> 32;
  };
  for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), sizeof word);
    mix(word);
  }
  for (const char byte : bytes) mix(static_cast<unsigned char>(byte));
  return hash;
}

std::string read_bytes(std::ifstream& file, std::uint64_t size) {
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) bytes.clear();
  return bytes;
}

bool write_whole(const fs::path& path, const Header& header, std::string_view key, std::string_view value) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file.write(key.data(), static_cast<std::streamsize>(key.size()));
  file.write(value.data(), static_cast<std::streamsize>(value.size()));
  return static_cast<bool>(file.flush());
}

}  // namespace

std::string PackCache::path_of(std::string_view key) const {
  std::array<char, 17> name{};
  std::snprintf(name.data(), name.size(), "%016llx", static_cast<unsigned long long>(hash_of(key)));
  return (fs::path(folder_) / (std::string(name.data()) + std::string(kExtension))).string();
}

std::optional<std::string> PackCache::find(std::string_view key) const {
  if (folder_.empty()) return std::nullopt;
  const std::string path = path_of(key);
  std::error_code failed;
  const std::uint64_t size = fs::file_size(path, failed);
  Header header{};
  if (failed || size < sizeof header) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file.read(reinterpret_cast<char*>(&header), sizeof header)) return std::nullopt;
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) return std::nullopt;
  if (header.key_size != key.size() || size - sizeof header - key.size() != header.value_size) return std::nullopt;
  if (read_bytes(file, header.key_size) != key) return std::nullopt;
  std::string value = read_bytes(file, header.value_size);
  if (value.size() != header.value_size || hash_of(value) != header.value_hash) return std::nullopt;
  return value;
}

void PackCache::store(std::string_view key, std::string_view value) const {
  if (folder_.empty()) return;
  std::error_code failed;
  fs::create_directories(folder_, failed);
  if (failed) return;
  Header header{{}, key.size(), value.size(), hash_of(value)};
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
