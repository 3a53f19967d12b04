#include "lint/pack_cache.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

#include "support/archive.h"
#include "support/hexadecimal.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "hypelint packs 1";
constexpr std::string_view kPacks = ".packs";
constexpr std::string_view kStamp = ".stamp";
constexpr std::string_view kTemporary = ".tmp";
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

// The hash of a key, as names of files hold it.
constexpr std::size_t kHashDigits = 16;

// Differs between all that write at one time.
std::string writer() {
  return std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()) + "-" +
         std::to_string(std::hash<std::thread::id>()(std::this_thread::get_id()));
}

}  // namespace

std::string PackCache::path_of(std::uint64_t hash, std::string_view extension) const {
  return (fs::path(folder_) / hexadecimal(hash).append(extension)).string();
}

std::optional<CachedPack> PackCache::find(std::string_view key) const {
  if (folder_.empty() || key.empty()) return std::nullopt;
  return open(path_of(hash_of(key), kPacks), key);
}

std::optional<CachedPack> PackCache::find_stamped(std::string_view stamp) const {
  if (folder_.empty() || stamp.empty()) return std::nullopt;
  const auto file = MappedFile::open(path_of(hash_of(stamp), kStamp));
  if (!file || file->bytes().size() != kHashDigits + stamp.size() || !file->bytes().ends_with(stamp)) {
    return std::nullopt;
  }
  const std::string name = std::string(file->bytes().substr(0, kHashDigits)).append(kPacks);
  return open((fs::path(folder_) / name).string(), std::nullopt);
}

// Without a key, any will do.
std::optional<CachedPack> PackCache::open(const std::string& path, std::optional<std::string_view> key) const {
  auto file = MappedFile::open(path);
  Header header{};
  if (!file || file->bytes().size() < sizeof header) return std::nullopt;
  std::memcpy(&header, file->bytes().data(), sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic || header.zero != 0) return std::nullopt;
  const std::string_view rest = file->bytes().substr(sizeof header);
  if (header.value_size > rest.size() || header.key_size != rest.size() - header.value_size) return std::nullopt;
  const std::string_view value = rest.substr(0, header.value_size);
  if (key && rest.substr(header.value_size) != *key) return std::nullopt;
  if (header.value_hash != hash_of(value)) return std::nullopt;
  return CachedPack{std::move(*file), value};
}

template <typename Write>
void PackCache::replace(const std::string& path, const Write& write) const {
  std::error_code failed;
  fs::create_directories(folder_, failed);
  if (failed) return;
  const fs::path temporary = path + "." + writer() + std::string(kTemporary);
  std::ofstream file(temporary, std::ios::binary);
  write(file);
  file.close();
  if (file) fs::rename(temporary, path, failed);
  fs::remove(temporary, failed);
  remove_old(kTemporary);
}

void PackCache::store(std::string_view key, std::string_view value) const {
  if (folder_.empty() || key.empty()) return;
  Header header{{}, key.size(), value.size(), hash_of(value), 0};
  std::copy(kMagic.begin(), kMagic.end(), header.magic.begin());
  replace(path_of(hash_of(key), kPacks), [&](std::ofstream& file) {
    file.write(reinterpret_cast<const char*>(&header), sizeof header);
    file << value << key;
  });
  remove_old(kPacks);
}

void PackCache::stamp(std::string_view key, std::string_view stamp) const {
  if (folder_.empty() || key.empty() || stamp.empty()) return;
  replace(path_of(hash_of(stamp), kStamp), [&](std::ofstream& file) { file << hexadecimal(hash_of(key)) << stamp; });
  remove_old(kStamp);
}

void PackCache::remove_old(std::string_view extension) const {
  std::error_code failed;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (fs::directory_iterator entry(folder_, failed), end; !failed && entry != end; entry.increment(failed)) {
    if (entry->path().extension() != extension) continue;
    std::error_code gone;
    const fs::file_time_type written = entry->last_write_time(gone);
    if (!gone) files.emplace_back(written, entry->path());
  }
  if (files.size() <= kMostFiles) return;
  std::sort(files.begin(), files.end(), std::greater<>());
  for (std::size_t i = kMostFiles; i < files.size(); ++i) fs::remove(files[i].second, failed);
}

}  // namespace hypelint
