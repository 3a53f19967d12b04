#include <string_view>
#include <utility>

#include "rules/candidate.h"
#include "rules/fingerprint.h"

namespace hypelint {
namespace {

std::string_view written(const Scene& scene, const Trigger& at) {
  if (at.block >= scene.document().blocks.size()) return {};
  return scene.text().block_text(at.block).substr(at.span.begin, at.span.size());
}

// "{match}", "{n}" and "{detail}" in their places; other braces stay.
std::string worded(std::string_view message, std::string_view match, const Candidate& candidate) {
  std::string out;
  while (true) {
    const std::size_t open = message.find('{');
    out += message.substr(0, open);
    if (open == std::string_view::npos) return out;
    message.remove_prefix(open);
    const auto replace = [&](std::string_view name, std::string_view value) {
      if (!message.starts_with(name)) return false;
      out += value;
      message.remove_prefix(name.size());
      return true;
    };
    if (replace("{match}", match) || replace("{n}", std::to_string(candidate.n))) continue;
    if (replace("{detail}", candidate.detail)) continue;
    out += '{';
    message.remove_prefix(1);
  }
}

std::string_view heading_above(const Scene& scene, std::uint32_t block) {
  const auto& blocks = scene.document().blocks;
  const auto heading = blocks[block].heading;
  return heading && *heading < blocks.size() ? std::string_view(blocks[*heading].text) : std::string_view();
}

// The trigger's sentence; the whole block where it has none.
TextSpan sentence_span(const Scene& scene, const Trigger& at) {
  if (!scene.text().sentences_of(at.block).empty()) return scene.sentence_of(at).span;
  return {0, static_cast<std::uint32_t>(scene.block_of(at).text.size())};
}

}  // namespace

const std::string& FindingWriter::fingerprint_of(const Rule& rule, const Candidate& candidate, TextSpan sentence) {
  if (printed_ != &rule || block_ != candidate.at.block || sentence_ != sentence) {
    const std::string_view text = scene_.block_of(candidate.at).text;
    fingerprint_ =
        fingerprint(rule.id, text.substr(sentence.begin, sentence.size()), heading_above(scene_, candidate.at.block));
    printed_ = &rule;
    block_ = candidate.at.block;
    sentence_ = sentence;
  }
  return fingerprint_;
}

void FindingWriter::place_in_block(Finding& finding, const Rule& rule, const Candidate& candidate) {
  const Block& block = scene_.block_of(candidate.at);
  const TextSpan sentence = sentence_span(scene_, candidate.at);
  finding.sentence = block.map.to_source(sentence);
  finding.block = block.map.to_source({0, static_cast<std::uint32_t>(block.text.size())});
  finding.span = rule.whole_sentence ? finding.sentence : block.map.to_source(candidate.at.span);
  finding.fingerprint = fingerprint_of(rule, candidate, sentence);
}

Finding FindingWriter::write(const Rule& rule, const Candidate& candidate) {
  Finding finding;
  finding.rule = rule.id;
  finding.severity = rule.severity;
  finding.confidence = rule.confidence;
  finding.scope = candidate.scope;
  finding.match = candidate.match.empty() ? std::string(written(scene_, candidate.at)) : candidate.match;
  finding.message = worded(rule.message, finding.match, candidate);
  if (candidate.at.block < scene_.document().blocks.size()) {
    place_in_block(finding, rule, candidate);
    if (auto nearest = nearest_.find(rule, candidate.at)) finding.related.push_back(std::move(*nearest));
  } else {
    finding.fingerprint = fingerprint(rule.id, finding.match, {});
    finding.span = finding.sentence = finding.block = candidate.place.value_or(SourceSpan{});
  }
  if (candidate.place && !rule.whole_sentence) finding.span = *candidate.place;
  return finding;
}

}  // namespace hypelint
