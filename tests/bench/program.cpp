#include "bench/program.h"

#include <atomic>
#include <deque>
#include <stdexcept>
#include <thread>
#include <utility>

#include "bench/measure.h"
#include "bench/phrases.h"
#include "hypelint/document.h"
#include "hypelint/evidence.h"
#include "hypelint/linter.h"
#include "hypelint/matcher.h"
#include "hypelint/text.h"

namespace hypelint::bench {
namespace {

const std::string kHealth = std::string(HYPELINT_SOURCE_DIR) + "/rules/health";

template <typename T>
T require(Result<T> result) {
  if (!result) throw std::runtime_error(to_string(result.errors().front()));
  return std::move(result).value();
}

RulePack health_pack() { return require(load_rule_packs({kHealth})); }

std::shared_ptr<const Linter> linter_of(RulePack pack) {
  return std::make_shared<const Linter>(require(Linter::create(std::move(pack))));
}

std::size_t lint_all(const Linter& linter, const Corpus& corpus) {
  std::size_t findings = 0;
  for (const Source& source : corpus.sources) findings += linter.lint(source).findings.size();
  return findings;
}

std::size_t lint_on(std::size_t threads, const Linter& linter, const Corpus& corpus) {
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> findings{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < corpus.sources.size(); i = next++)
      findings += linter.lint(corpus.sources[i]).findings.size();
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
    work();
  }
  return findings;
}

// What every stage leaves to the next.
struct Stages {
  std::shared_ptr<const Corpus> corpus;
  Matcher matcher;
  std::deque<Document> documents;
  std::deque<Text> texts;
  std::deque<Hits> hits;

  Stages(std::shared_ptr<const Corpus> read, Matcher built) : corpus(std::move(read)), matcher(std::move(built)) {
    for (const Source& source : corpus->sources) {
      documents.push_back(parse(source));
      texts.push_back(segment(documents.back()));
      hits.push_back(matcher.scan(texts.back()));
    }
  }
};

void measure_whole(const std::string& name, std::shared_ptr<const Linter> linter,
                   std::shared_ptr<const Corpus> corpus) {
  const std::size_t bytes = corpus->bytes;
  measure(name, bytes, [linter, corpus] { return lint_all(*linter, *corpus); });
}

void register_stages(const std::shared_ptr<const Corpus>& corpus) {
  const auto stages = std::make_shared<const Stages>(corpus, require(Matcher::build(health_pack().lists)));
  const std::size_t bytes = corpus->bytes;
  measure("stage/parse", bytes, [stages] {
    std::size_t sum = 0;
    for (const Source& source : stages->corpus->sources) sum += parse(source).blocks.size();
    return sum;
  });
  measure("stage/segment", bytes, [stages] {
    std::size_t sum = 0;
    for (const Document& document : stages->documents) sum += segment(document).words.size();
    return sum;
  });
  measure("stage/scan", bytes, [stages] {
    std::size_t sum = 0;
    for (const Text& text : stages->texts) sum += stages->matcher.scan(text).all.size();
    return sum;
  });
  measure("stage/collect", bytes, [stages] {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < stages->texts.size(); ++i)
      sum += collect_evidence(stages->texts[i], stages->hits[i]).all().size();
    return sum;
  });
}

}  // namespace

void register_program(const std::shared_ptr<const Corpus>& corpus, const std::vector<std::string>& phrases) {
  register_stages(corpus);
  measure_whole("whole/phrases", linter_of(pack_of(phrases)), corpus);
  measure_whole("whole/health", linter_of(health_pack()), corpus);
}

void register_threads(const std::shared_ptr<const Corpus>& corpus) {
  const std::shared_ptr<const Linter> linter = linter_of(health_pack());
  for (const std::size_t threads : {1, 2}) {
    measure("threads/" + std::to_string(threads), corpus->bytes, [linter, corpus, threads] {
      return lint_on(threads, *linter, *corpus);
    })->UseRealTime();
  }
}

void register_growth() {
  const std::shared_ptr<const Linter> health = linter_of(health_pack());
  measure_whole("html/whole", health, std::make_shared<Corpus>(generated(Format::Html, 200, 5'000)));
  for (const std::size_t times : {1, 10, 100}) {
    const auto corpus = std::make_shared<Corpus>(generated(Format::Markdown, 1, 100'000 * times));
    measure_whole("size/" + std::to_string(times) + "x", health, corpus);
  }
  const auto articles = std::make_shared<Corpus>(generated(Format::Markdown, 50, 5'000));
  for (const std::size_t times : {1, 3, 10}) {
    measure_whole("rules/" + std::to_string(times) + "x", linter_of(pack_of(phrases(1'000 * times))), articles);
  }
}

}  // namespace hypelint::bench
