// hypelint_bench [GOOGLE BENCHMARK FLAG]... [FOLDER]
// Without a folder it reads generated articles, and measures growth as well.
//
// hypelint_bench --write FOLDER
// Writes forty generated articles into FOLDER/articles, and the phrases, one a line, into FOLDER/phrases.txt.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "bench/articles.h"
#include "bench/floors.h"
#include "bench/measure.h"
#include "bench/phrases.h"
#include "bench/program.h"
#include "bench/summary.h"

namespace hypelint::bench {
namespace {

constexpr std::size_t kPhrases = 300;

// Every file is read as Markdown here.
void register_floors(const std::shared_ptr<const Corpus>& corpus, const std::vector<std::string>& phrases) {
  std::string joined;
  for (const Source& source : corpus->sources) joined += source.text();
  const auto text = std::make_shared<const std::string>(std::move(joined));
  const auto blocks = std::make_shared<const std::vector<std::string>>(markdown_blocks(*text));
  const auto floors = std::make_shared<Floors>(phrases);
  const std::size_t bytes = text->size();
  measure("floor/copy", bytes, [text] { return copy_bytes(*text); });
  measure("floor/scan", bytes, [text] { return scan_bytes(*text); });
  measure("floor/md4c", bytes, [text] { return parse_markdown(*text); });
  measure("floor/icu_words", bytes, [floors, blocks] { return floors->words(*blocks); });
  measure("floor/icu_sentences", bytes, [floors, blocks] { return floors->sentences(*blocks); });
  measure("floor/set_names", bytes, [floors, blocks] { return floors->which(*blocks); });
  measure("floor/set_places", bytes, [floors, blocks] { return floors->where(*blocks); });
  measure("floor/pipeline_a", bytes, [floors, text] { return floors->pipeline(*text); });
}

void write_file(const std::filesystem::path& path, std::string_view text) {
  std::ofstream out(path, std::ios::binary);
  out << text << std::flush;
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

void write_inputs(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder / "articles");
  for (const Source& source : generated(Format::Markdown, 40, 5'000).sources)
    write_file(folder / "articles" / source.path(), source.text());
  std::string lines;
  for (const std::string& phrase : phrases(kPhrases)) lines += phrase + "\n";
  write_file(folder / "phrases.txt", lines);
}

int run(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--write") return write_inputs(argv[2]), 0;
  benchmark::Initialize(&argc, argv);
  const bool is_generated = argc < 2;
  const auto corpus =
      std::make_shared<const Corpus>(is_generated ? generated(Format::Markdown, 200, 5'000) : of_folder(argv[1]));
  if (corpus->bytes == 0) {
    std::fprintf(stderr, "hypelint_bench: no article in %s\n", argv[1]);
    return 3;
  }
  const std::vector<std::string> searched = phrases(kPhrases);
  register_floors(corpus, searched);
  register_program(corpus, searched);
  if (is_generated) register_growth();
  register_threads(corpus);
  Medians medians;
  benchmark::RunSpecifiedBenchmarks(&medians);
  std::fputs(summary(medians).c_str(), stdout);
  return 0;
}

}  // namespace
}  // namespace hypelint::bench

int main(int argc, char** argv) {
  try {
    return hypelint::bench::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "hypelint_bench: %s\n", error.what());
    return 70;
  }
}
