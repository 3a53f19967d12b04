// The sentences of an article as places in its source: what labels name and findings are credited to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/result.h"
#include "hypelint/source.h"
#include "hypelint/span.h"

namespace hypelint {

// The one place where `beginning` stands in `text`; any white space matches any other, line ends included.
// The error says how often it was found.
Result<SourceSpan> find_once(std::string_view text, std::string_view beginning);

// Every sentence of every block that is not code, in source order.
class Units {
 public:
  explicit Units(const Source& source);

  // The first unit that a place named by a label overlaps: what begins there.
  [[nodiscard]] std::optional<std::size_t> beginning_at(SourceSpan span) const;
  // The unit that the span overlaps most.
  [[nodiscard]] std::optional<std::size_t> overlapped_by(SourceSpan span) const;
  // The unit as it stands in the file, in one line.
  [[nodiscard]] std::string text(std::size_t unit) const;

 private:
  const Source& source_;  // not owned; must outlive this
  std::vector<SourceSpan> spans_;
};

}  // namespace hypelint
