// One table per enumeration: the name of a value stands at its number.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hypelint {

template <std::size_t Size>
using NameTable = std::array<std::string_view, Size>;

template <typename Enum, std::size_t Size>
std::string_view name_in(const NameTable<Size>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < Size ? names[index] : std::string_view("?");
}

template <typename Enum, std::size_t Size>
std::optional<Enum> value_in(const NameTable<Size>& names, std::string_view name) {
  for (std::size_t index = 0; index < Size; ++index) {
    if (names[index] == name) return static_cast<Enum>(index);
  }
  return std::nullopt;
}

}  // namespace hypelint
