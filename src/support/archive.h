// Values as bytes and back, for caches that only this build of the program reads: no versions, no other byte order.
// A type takes part through a function `fields` beside it that names its members once, for both directions:
//   template <typename Archive> void fields(Archive& archive, Point& point) { archive(point.x, point.y); }
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/flat_array.h"

namespace hypelint {

// Types that are their bytes; those of this program that fit hold no pointers.
template <typename T>
inline constexpr bool is_plain = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>;

// The alignment that an archive must begin with for its flat arrays to be used where they stand.
inline constexpr std::size_t kNestAlignment = 16;

constexpr std::size_t padding(std::size_t size, std::size_t alignment) {
  return (alignment - size % alignment) % alignment;
}

class ArchiveWriter {
 public:
  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  // Another archive as a whole, placed so that its arrays are aligned.
  void nest(std::string_view archive) {
    put_size(archive.size());
    align(kNestAlignment);
    raw(archive.data(), archive.size());
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void align(std::size_t to) { bytes_.resize(bytes_.size() + padding(bytes_.size(), to), '\0'); }

  void raw(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }
  void put_size(std::size_t size) {
    const auto count = static_cast<std::uint64_t>(size);
    raw(&count, sizeof count);
  }

  template <typename T>
  void put(const T& value) {
    if constexpr (is_plain<T>) {
      raw(&value, sizeof value);
    } else {
      fields(*this, const_cast<T&>(value));  // the writer changes nothing
    }
  }
  void put(const std::string& text) {
    put_size(text.size());
    raw(text.data(), text.size());
  }
  template <typename T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <typename T>
  void put(const FlatArray<T>& values) {
    put_size(values.size());
    align(alignof(T));
    if (values.size() > 0) raw(values.data(), values.size() * sizeof(T));
  }
  template <typename T>
  void put(const std::vector<T>& values) {
    put_size(values.size());
    if constexpr (std::is_same_v<T, bool>) {
      for (const bool value : values) put(value);
    } else if constexpr (is_plain<T>) {
      if (!values.empty()) raw(values.data(), values.size() * sizeof(T));
    } else {
      for (const T& value : values) put(value);
    }
  }

  std::string bytes_;
};

// Reads what a writer wrote. Bytes that end early give empty values, and ok() turns false. Flat arrays stand on the
// bytes where these are aligned, so the bytes must outlive them; a misaligned one is copied.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : rest_(bytes), size_(bytes.size()) {}

  template <typename... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  [[nodiscard]] bool ok() const { return ok_; }
  // What nest() wrote.
  std::string_view nested() {
    const std::size_t size = get_size(1);
    align(kNestAlignment);
    return take(size);
  }
  // Everything was read.
  [[nodiscard]] bool complete() const { return ok_ && rest_.empty(); }

 private:
  // The next bytes; empty when there are fewer.
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) {
      ok_ = false;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  void raw(void* data, std::size_t size) {
    const std::string_view bytes = take(size);
    if (!bytes.empty()) std::memcpy(data, bytes.data(), size);
  }
  void align(std::size_t to) { take(padding(size_ - rest_.size(), to)); }
  // A count of elements, each of which takes at least a byte.
  std::size_t get_size(std::size_t element) {
    std::uint64_t count = 0;
    raw(&count, sizeof count);
    if (count <= rest_.size() / element) return static_cast<std::size_t>(count);
    ok_ = false;
    rest_ = {};
    return 0;
  }

  template <typename T>
  void get(T& value) {
    if constexpr (is_plain<T>) {
      raw(&value, sizeof value);
    } else {
      fields(*this, value);
    }
  }
  void get(std::string& text) {
    text.resize(get_size(1));
    raw(text.data(), text.size());
  }
  template <typename T>
  void get(std::optional<T>& value) {
    bool given = false;
    get(given);
    value.reset();
    if (given) get(value.emplace());
  }
  template <typename T>
  void get(FlatArray<T>& values) {
    const std::size_t size = get_size(sizeof(T));
    align(alignof(T));
    const std::string_view bytes = take(size * sizeof(T));
    if (bytes.empty()) {
      values = {};
    } else if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(T) == 0) {
      values = FlatArray<T>::over({reinterpret_cast<const T*>(bytes.data()), size});
    } else {
      std::vector<T> copy(size);
      std::memcpy(copy.data(), bytes.data(), bytes.size());
      values = std::move(copy);
    }
  }
  template <typename T>
  void get(std::vector<T>& values) {
    if constexpr (std::is_same_v<T, bool>) {
      values.resize(get_size(1));
      for (std::size_t i = 0; i < values.size(); ++i) {
        bool value = false;
        get(value);
        values[i] = value;
      }
    } else if constexpr (is_plain<T>) {
      values.resize(get_size(sizeof(T)));
      raw(values.data(), values.size() * sizeof(T));
    } else {
      values.resize(get_size(1));
      for (T& value : values) get(value);
    }
  }

  std::string_view rest_;
  std::size_t size_;
  bool ok_ = true;
};

}  // namespace hypelint
