// Which lines of a Markdown text are fenced code, through block quotes and list items (CommonMark 4.5, 5.1 and 5.2).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hypelint {

class FenceTracker {
 public:
  // Lines indented by `code_indent` columns or more within their containers are code of another kind.
  explicit FenceTracker(std::size_t code_indent) : code_indent_(code_indent) {}

  // Whether the line opens, closes or stands in fenced code. Takes the lines in order, without their line ends; those
  // of a construct that holds no block, such as a comment, may be left out.
  bool take(std::string_view line);
  // The line just taken begins a list item that only the caller knows; its content begins two columns in.
  void open_item();

 private:
  struct Container {
    bool quote;
    std::size_t indent;  // of a list item: columns from the content of its parent to its own
  };
  class Cursor;

  std::size_t match_containers(Cursor& cursor) const;
  bool open_containers(Cursor& cursor);
  bool may_open(const Cursor& cursor) const;
  bool opens_fence(std::string_view rest);
  bool closes_fence(const Cursor& cursor) const;

  std::size_t code_indent_;
  std::vector<Container> containers_;
  char fence_ = 0;  // "`" or "~" while inside fenced code
  std::size_t fence_size_ = 0;
  bool in_paragraph_ = false;
};

}  // namespace hypelint
