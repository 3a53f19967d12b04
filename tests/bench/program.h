// Benchmarks of hypelint: each stage, the whole, and how cost grows.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bench/articles.h"

namespace hypelint::bench {

// stage/…, whole/phrases (one pack of these phrases) and whole/health (the built-in pack); on one thread.
void register_program(const std::shared_ptr<const Corpus>& corpus, const std::vector<std::string>& phrases);
// threads/1 and threads/2: the whole with the built-in pack, by file.
void register_threads(const std::shared_ptr<const Corpus>& corpus);
// html/whole: the same articles in HTML; size/… and rules/…: growth.
void register_growth();

}  // namespace hypelint::bench
