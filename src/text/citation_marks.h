// Citation marks glued to the end of a sentence: "[3]", "[note 2]", "(4, 5)", superscript figures.
#pragma once

#include <cstddef>
#include <string_view>

namespace hypelint {

// End of the run of citation marks that begins at `at`; `at` when there is none.
[[nodiscard]] std::size_t past_citation_marks(std::string_view text, std::size_t at);

}  // namespace hypelint
