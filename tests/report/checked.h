// An article with findings at the places marked [[…]].
#pragma once

#include <string>
#include <vector>

#include "hypelint/report.h"

namespace hypelint {

inline CheckedFile checked(const std::string& path, const std::string& marked, Severity severity = Severity::Warning) {
  std::string text;
  std::vector<SourceSpan> spans;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    if (marked.compare(at, 2, "[[") == 0) {
      spans.push_back({text.size(), text.size()});
      ++at;
    } else if (marked.compare(at, 2, "]]") == 0) {
      spans.back().end = text.size();
      ++at;
    } else {
      text += marked[at];
    }
  }
  CheckedFile file{Source::from_bytes(path, text), {}};
  file.report.path = path;
  file.report.format = file.source.format();
  for (const SourceSpan span : spans) {
    Finding finding;
    finding.rule = "demo/rule";
    finding.severity = severity;
    finding.message = "needs a source";
    finding.match = text.substr(span.begin, span.end - span.begin);
    finding.span = span;
    finding.sentence = {0, text.size()};
    finding.fingerprint = "0123456789abcdef";
    file.report.findings.push_back(finding);
  }
  return file;
}

}  // namespace hypelint
