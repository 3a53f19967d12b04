// What hypelint reports: one rule at one place, with what it saw and who asks for better.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hypelint/severity.h"
#include "hypelint/span.h"

namespace hypelint {

enum class FindingScope { Span, Document };

// A second place that explains a finding.
struct Related {
  SourceSpan span;
  std::string label;                  // "nearest citation"
};

// Why a finding does not count: what a directive in the article (or in its sidecar file) says.
struct Suppression {
  std::string reason;
  std::string evidence;               // empty when not given
  std::string until;                  // the last day it holds, "2027-01-31"; empty: without end
  std::string path;                   // the file it stands in
  Location place;                     // and where
};

struct Finding {
  std::string rule;                   // id
  Severity severity = Severity::Warning;
  Confidence confidence = Confidence::Medium;
  FindingScope scope = FindingScope::Span;
  std::string message;
  std::string match;                  // clean text of the trigger
  SourceSpan span;                    // the trigger; for document scope the claim that made it necessary
  SourceSpan sentence;                // the sentence around it
  SourceSpan block;                   // the text of the block around it
  std::vector<Related> related;
  std::string fingerprint;            // 16 hex digits over rule, normalised sentence and heading; stable when text moves
  std::optional<Suppression> suppressed;
};

}  // namespace hypelint
