// What the benchmarks read: promotional articles made up from a seed, or the files of a folder.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hypelint/source.h"

namespace hypelint::bench {

struct Corpus {
  std::vector<Source> sources;
  std::size_t bytes = 0;
};

// At least so many bytes of headings, paragraphs, lists, quotes and links; two to three phrases of phrases() a KB. The
// same seed gives the same words in every format.
std::string article(Format format, std::size_t bytes, unsigned seed);

Corpus generated(Format format, std::size_t articles, std::size_t bytes_each);
// The Markdown, HTML and plain-text files below the folder, by path. Files that cannot be read are left out.
Corpus of_folder(const std::string& folder);

}  // namespace hypelint::bench
