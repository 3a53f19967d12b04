// A constant array that owns its items or stands on bytes that somebody else keeps, such as a mapped file.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace hypelint {

template <typename T>
class FlatArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  FlatArray() = default;
  FlatArray(std::vector<T> items) : own_(std::move(items)), items_(own_) {}
  // The items must outlive the array.
  static FlatArray over(std::span<const T> items) {
    FlatArray array;
    array.items_ = items;
    return array;
  }

  FlatArray(FlatArray&& other) noexcept : own_(std::move(other.own_)), items_(std::exchange(other.items_, {})) {}
  FlatArray& operator=(FlatArray&& other) noexcept {
    own_ = std::move(other.own_);
    items_ = std::exchange(other.items_, {});
    return *this;
  }
  ~FlatArray() = default;

  [[nodiscard]] const T& operator[](std::size_t index) const { return items_[index]; }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] const T* data() const { return items_.data(); }
  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }

 private:
  std::vector<T> own_;
  std::span<const T> items_;
};

}  // namespace hypelint
