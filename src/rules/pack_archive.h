// The members of everything a rule pack holds, for archive.h. Term lists are left out: a compiled pack has none.
#pragma once

#include "hypelint/rule_pack.h"
#include "support/archive.h"

namespace hypelint {

template <typename Archive>
void fields(Archive& archive, PackInfo& pack) {
  archive(pack.name, pack.version, pack.language, pack.summary, pack.licence, pack.path);
}
template <typename Archive>
void fields(Archive& archive, Precedence& precedence) {
  archive(precedence.by, precedence.of, precedence.unless);
}
template <typename Archive>
void fields(Archive& archive, Praise& praise) {
  archive(praise.claims, praise.about, praise.less, praise.at_least, praise.one_in);
}
template <typename Archive>
void fields(Archive& archive, Authority& authority) {
  archive(authority.name, authority.clause, authority.year, authority.url);
}
template <typename Archive>
void fields(Archive& archive, Adjustment& adjustment) {
  archive(adjustment.rules, adjustment.on, adjustment.severity, adjustment.confidence, adjustment.cleared,
          adjustment.sources, adjustment.note);
}
template <typename Archive>
void fields(Archive& archive, Overlay& overlay) {
  archive(overlay.kind, overlay.name, overlay.summary, overlay.licence, overlay.path, overlay.adjust);
}
template <typename Archive>
void fields(Archive& archive, Example& example) {
  archive(example.text, example.format, example.where);
}
template <typename Archive>
void fields(Archive& archive, Nearby& nearby) {
  archive(nearby.lists, nearby.evidence, nearby.within, nearby.side, nearby.words);
}
template <typename Archive>
void fields(Archive& archive, Clearance& clearance) {
  archive(clearance.tiers, clearance.with, clearance.any_of, clearance.at_least, clearance.within);
}
template <typename Archive>
void fields(Archive& archive, LinkCriteria& link) {
  archive(link.hosts, link.parameters, link.address, link.text, link.roles, link.zones);
}
template <typename Archive>
void fields(Archive& archive, SentenceRatio& ratio) {
  archive(ratio.to, ratio.above);
}
template <typename Archive>
void fields(Archive& archive, DocumentCriteria& document) {
  archive(document.when_rules, document.at_least, document.when_terms, document.lacks_tiers, document.lacks,
          document.lacks_terms, document.incomplete, document.lacks_properties, document.ratio, document.at);
}
template <typename Archive>
void fields(Archive& archive, DensityCriteria& density) {
  archive(density.at_least, density.within, density.distinct_lists, density.boosters, density.unless_rules);
}
template <typename Archive>
void fields(Archive& archive, Further& further) {
  archive(further.any, further.when, further.needs, further.unless);
}
template <typename Archive>
void fields(Archive& archive, Rule& rule) {
  archive(rule.id, rule.path, rule.language, rule.every_language, rule.where, rule.kind, rule.severity, rule.confidence,
          rule.on, rule.summary, rule.why, rule.message, rule.clear, rule.sources, rule.bad, rule.good);
  archive(rule.any, rule.also, rule.except, rule.needs, rule.unless, rule.trigger_evidence, rule.not_when,
          rule.only_when, rule.only_in, rule.zones, rule.cleared_by, rule.details, rule.once_per, rule.whole_sentence);
  archive(rule.link, rule.fault, rule.check, rule.document, rule.density);
}
template <typename Archive>
void fields(Archive& archive, RulePack& pack) {
  archive(pack.packs, pack.rules, pack.precedence, pack.praise, pack.overlays);
}

}  // namespace hypelint
