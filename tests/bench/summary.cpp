#include "bench/summary.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace hypelint::bench {
namespace {

struct Ratio {
  std::string_view label, of, to;
};

constexpr auto kRatios = std::to_array<Ratio>({
    {"whole, 300 phrases / pipeline A", "whole/phrases", "floor/pipeline_a"},
    {"whole, health pack / pipeline A", "whole/health", "floor/pipeline_a"},
    {"whole, health pack / copy", "whole/health", "floor/copy"},
    {"parse / md4c", "stage/parse", "floor/md4c"},
    {"scan / RE2::Set, places (300)", "stage/scan", "floor/set_places"},
    {"HTML / Markdown", "html/whole", "whole/health"},
    {"10x the size, by byte", "size/10x", "size/1x"},
    {"100x the size, by byte", "size/100x", "size/1x"},
    {"3x the rules", "rules/3x", "rules/1x"},
    {"10x the rules", "rules/10x", "rules/1x"},
    {"one thread / two threads", "threads/1", "threads/2"},
});

std::string line(std::string_view label, double value, const char* unit) {
  std::array<char, 96> text{};
  std::snprintf(text.data(), text.size(), "%-34.*s%9.2f%s\n", static_cast<int>(label.size()), label.data(), value,
                unit);
  return text.data();
}

// The name as registered: a run adds "/min_time:…", "/repeats:…" and "/real_time".
std::string plain(const std::string& name) {
  std::size_t end = name.size();
  for (const std::string_view added : {"/min_time", "/repeats", "/real_time"}) end = std::min(end, name.find(added));
  return name.substr(0, end);
}

// What the whole takes beyond the stages that can be called by themselves.
std::string evaluation(const Medians& medians) {
  double left = medians.ns_per_byte("whole/health");
  if (left == 0) return "";
  for (const std::string stage : {"parse", "segment", "scan", "collect"}) {
    const double one = medians.ns_per_byte("stage/" + stage);
    if (one == 0) return "";
    left -= one;
  }
  return line("evaluate and the rest", left, " ns/byte");
}

}  // namespace

void Medians::ReportRuns(const std::vector<Run>& runs) {
  constexpr double kNanoseconds = 1e9;
  for (const Run& run : runs) {
    const auto rate = run.counters.find("bytes_per_second");
    if (run.aggregate_name == "median" && rate != run.counters.end())
      by_name_[plain(run.run_name.str())] = kNanoseconds / rate->second.value;
  }
  ConsoleReporter::ReportRuns(runs);
}

double Medians::ns_per_byte(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? 0 : found->second;
}

std::string summary(const Medians& medians) {
  std::string out = "\n";
  for (const std::string name :
       {"floor/copy", "floor/scan", "floor/md4c", "floor/icu_words", "floor/icu_sentences", "floor/set_names",
        "floor/set_places", "floor/pipeline_a", "stage/parse", "stage/segment", "stage/scan", "stage/collect"}) {
    if (const double cost = medians.ns_per_byte(name); cost > 0) out += line(name, cost, " ns/byte");
  }
  out += evaluation(medians);
  for (const std::string name : {"whole/phrases", "whole/health", "html/whole"}) {
    if (const double cost = medians.ns_per_byte(name); cost > 0) out += line(name, 1e3 / cost, " MB/s");
  }
  for (const Ratio& ratio : kRatios) {
    const double of = medians.ns_per_byte(std::string(ratio.of));
    const double to = medians.ns_per_byte(std::string(ratio.to));
    if (of > 0 && to > 0) out += line(ratio.label, of / to, "x");
  }
  return out;
}

}  // namespace hypelint::bench
