// A file as bytes in memory, without a copy where the system can map it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hypelint {

// Owns the mapping. The bytes are those of the file while nobody writes to it: for files that are replaced whole.
class MappedFile {
 public:
  // Nothing for a path that is no regular file or cannot be read.
  static std::optional<MappedFile> open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// The same file copied into `into`, behind what it holds; false, and `into` as it was, when it cannot be read.
bool append_file(const std::string& path, std::string& into);

}  // namespace hypelint
