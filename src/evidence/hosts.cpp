#include "evidence/hosts.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"

namespace hypelint {
namespace {

struct Site {
  std::string_view host;  // also its subdomains
  HostClass kind;
  std::string_view path = {};  // when given, the path must start with it
};

using enum HostClass;

// Sorted by host; the longest host that is a suffix of the address's host decides. National institutes of public
// health, statistics offices and registers of treatments count as Regulator.
constexpr auto kSites = std::to_array<Site>({
    {"aboutstemcells.org", Scholarly},
    {"abs.gov.au", Regulator},
    {"acpjournals.org", Scholarly},
    {"ahajournals.org", Scholarly},
    {"ahrq.gov", Regulator},
    {"aihw.gov.au", Regulator},
    {"annals.org", Scholarly},
    {"ansm.sante.fr", Regulator},
    {"anzctr.org.au", Registry},
    {"aoanjrr.sahmri.com", Regulator},
    {"api.whatsapp.com", Messenger},
    {"apnews.com", PressWire, "/press-release"},
    {"arxiv.org", Scholarly},
    {"ascopubs.org", Scholarly},
    {"bfarm.de", Regulator},
    {"biomedcentral.com", Scholarly},
    {"biorxiv.org", Scholarly},
    {"bit.ly", Shortener},
    {"bmj.com", Scholarly},
    {"bsky.app", Social},
    {"buff.ly", Shortener},
    {"businesswire.com", PressWire},
    {"calendly.com", Form},
    {"cambridge.org", Scholarly},
    {"canada.ca", Regulator},
    {"cancer.gov", Regulator},
    {"cdc.gov", Regulator},
    {"cell.com", Scholarly},
    {"chat.whatsapp.com", Messenger},
    {"chictr.org.cn", Registry},
    {"cihi.ca", Regulator},
    {"clinicaltrials.gov", Registry},
    {"clinicaltrialsregister.eu", Registry},
    {"cmaj.ca", Scholarly},
    {"cms.gov", Regulator},
    {"cochrane.org", Scholarly},
    {"cochranelibrary.com", Scholarly},
    {"cris.nih.go.kr", Registry},
    {"crossref.org", Scholarly},
    {"ctri.nic.in", Registry},
    {"datadryad.org", Scholarly},
    {"destatis.de", Regulator},
    {"digital.nhs.uk", Regulator},
    {"discord.gg", Messenger},
    {"docs.google.com", Form, "/forms"},
    {"doi.org", Scholarly},
    {"dovepress.com", Scholarly},
    {"drks.de", Registry},
    {"ec.europa.eu", Regulator, "/eurostat"},
    {"ecdc.europa.eu", Regulator},
    {"einpresswire.com", PressWire},
    {"elifesciences.org", Scholarly},
    {"ema.europa.eu", Regulator},
    {"england.nhs.uk", Regulator},
    {"ensaiosclinicos.gov.br", Registry},
    {"equator-network.org", Scholarly},
    {"euclinicaltrials.eu", Registry},
    {"eurekalert.org", PressWire},
    {"europepmc.org", Scholarly},
    {"facebook.com", Social},
    {"fb.com", Social},
    {"fb.me", Social},
    {"fda.gov", Regulator},
    {"form.jotform.com", Form},
    {"forms.gle", Form},
    {"forms.office.com", Form},
    {"frontiersin.org", Scholarly},
    {"ftc.gov", Regulator},
    {"gco.iarc.fr", Regulator},
    {"globenewswire.com", PressWire},
    {"goo.gl", Shortener},
    {"gov.uk", Regulator, "/drug-device-alerts"},
    {"gov.uk", Regulator, "/drug-safety-update"},
    {"gov.uk", Regulator, "/government/organisations/medicines-and-healthcare-products-regulatory-agency"},
    {"gov.uk", Regulator, "/mhra"},
    {"has-sante.fr", Regulator},
    {"healthgrades.com", Other},
    {"hfea.gov.uk", Regulator},
    {"hpra.ie", Regulator},
    {"hrsa.gov", Regulator},
    {"hsa.gov.sg", Regulator},
    {"hse.ie", Regulator},
    {"instagram.com", Social},
    {"irct.behdasht.gov.ir", Registry},
    {"irct.ir", Registry},
    {"is.gd", Shortener},
    {"isrctn.com", Registry},
    {"isscr.org", Scholarly},
    {"jamanetwork.com", Scholarly},
    {"jci.org", Scholarly},
    {"jmir.org", Scholarly},
    {"jotform.com", Form},
    {"jrct.mhlw.go.jp", Registry},
    {"jrct.niph.go.jp", Registry},
    {"karger.com", Scholarly},
    {"liebertpub.com", Scholarly},
    {"line.me", Messenger},
    {"linkedin.com", Social},
    {"lnkd.in", Shortener},
    {"lww.com", Scholarly},
    {"m.me", Messenger},
    {"mdpi.com", Scholarly},
    {"medium.com", Social},
    {"medrxiv.org", Scholarly},
    {"medsafe.govt.nz", Regulator},
    {"messenger.com", Messenger},
    {"mfds.go.kr", Regulator},
    {"mhlw.go.jp", Regulator},
    {"nature.com", Scholarly},
    {"ncbi.nlm.nih.gov", Scholarly},
    {"nejm.org", Scholarly},
    {"newswire.com", PressWire},
    {"nice.org.uk", Regulator},
    {"nih.gov", Regulator},
    {"njrcentre.org.uk", Regulator},
    {"nmpa.gov.cn", Regulator},
    {"nscisc.uab.edu", Regulator},
    {"oecd.org", Regulator},
    {"onderzoekmetmensen.nl", Registry},
    {"onlinelibrary.wiley.com", Scholarly},
    {"ons.gov.uk", Regulator},
    {"orcid.org", Scholarly},
    {"osf.io", Scholarly},
    {"oup.com", Scholarly},
    {"ow.ly", Shortener},
    {"pactr.samrc.ac.za", Registry},
    {"peerj.com", Scholarly},
    {"pinterest.com", Social},
    {"plos.org", Scholarly},
    {"pmda.go.jp", Regulator},
    {"pnas.org", Scholarly},
    {"prlog.org", PressWire},
    {"prnewswire.co.uk", PressWire},
    {"prnewswire.com", PressWire},
    {"prweb.com", PressWire},
    {"publichealthscotland.scot", Regulator},
    {"quora.com", Social},
    {"rebrand.ly", Shortener},
    {"reddit.com", Social},
    {"researchsquare.com", Scholarly},
    {"rivm.nl", Regulator},
    {"rki.de", Regulator},
    {"rpcec.sld.cu", Registry},
    {"sagepub.com", Scholarly},
    {"samhsa.gov", Regulator},
    {"santepubliquefrance.fr", Regulator},
    {"science.org", Scholarly},
    {"sciencedirect.com", Scholarly},
    {"sciencemag.org", Scholarly},
    {"slctr.lk", Registry},
    {"snapchat.com", Social},
    {"socialstyrelsen.se", Regulator},
    {"springer.com", Scholarly},
    {"substack.com", Social},
    {"surveymonkey.com", Form},
    {"swissmedic.ch", Regulator},
    {"t.co", Shortener},
    {"t.me", Messenger},
    {"tandfonline.com", Scholarly},
    {"telegram.me", Messenger},
    {"tga.gov.au", Regulator},
    {"thaiclinicaltrials.org", Registry},
    {"thelancet.com", Scholarly},
    {"thieme-connect.com", Scholarly},
    {"thieme-connect.de", Scholarly},
    {"threads.net", Social},
    {"tiktok.com", Social},
    {"tinyurl.com", Shortener},
    {"trialsearch.who.int", Registry},
    {"tumblr.com", Social},
    {"twitter.com", Social},
    {"typeform.com", Form},
    {"umin.ac.jp", Registry},
    {"uspreventiveservicestaskforce.org", Regulator},
    {"usrds.org", Regulator},
    {"vimeo.com", Social},
    {"vk.com", Social},
    {"wa.me", Messenger},
    {"wechat.com", Messenger},
    {"weibo.com", Social},
    {"whatsapp.com", Messenger},
    {"who.int", Regulator},
    {"wiley.com", Scholarly},
    {"x.com", Social},
    {"youtu.be", Social},
    {"youtube.com", Social},
    {"zenodo.org", Scholarly},
});
static_assert(std::ranges::is_sorted(kSites, {}, &Site::host));

struct Scheme {
  std::string_view name;
  HostClass kind;
};
constexpr auto kSchemes = std::to_array<Scheme>({
    {"tel", Phone},
    {"sms", Phone},
    {"callto", Phone},
    {"facetime", Phone},
    {"mailto", Mail},
    {"whatsapp", Messenger},
    {"viber", Messenger},
    {"skype", Messenger},
    {"tg", Messenger},
    {"line", Messenger},
    {"weixin", Messenger},
    {"javascript", Placeholder},
    {"about", Placeholder},
    {"data", Other},
    {"file", Other},
    {"ftp", Other},
});

// The letters before the first ':' when they make a scheme; "localhost:80/x" and "page.html" have none.
std::string_view scheme_of(std::string_view address) {
  std::size_t end = 0;
  while (end < address.size() && (ascii::is_alnum(address[end]) || address[end] == '+' || address[end] == '-')) ++end;
  return ascii::at(address, end) == ':' ? address.substr(0, end) : std::string_view();
}

// What follows "https://", "http://" or "//"; empty for other addresses.
std::string_view authority_and_path(std::string_view address) {
  for (std::string_view prefix : {"https://", "http://", "//"}) {
    if (ascii::starts_with_folded(address, prefix)) return address.substr(prefix.size());
  }
  return {};
}

std::string_view path_of(std::string_view address) {
  const std::string_view rest = authority_and_path(address);
  const std::size_t slash = rest.find_first_of("/?#");
  return slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
}

HostClass classify_host(std::string_view host, std::string_view path) {
  for (std::string_view part = host; !part.empty();) {
    const auto first = std::ranges::lower_bound(kSites, part, {}, &Site::host);
    for (auto site = first; site != kSites.end() && site->host == part; ++site) {
      if (ascii::starts_with_folded(path, site->path)) return site->kind;
    }
    const std::size_t dot = part.find('.');
    part = dot == std::string_view::npos ? std::string_view() : part.substr(dot + 1);
  }
  return Other;
}

HostClass classify_scheme(std::string_view scheme, std::string_view address) {
  for (const Scheme& known : kSchemes) {
    if (ascii::equals_folded(known.name, scheme)) return known.kind;
  }
  const bool web = ascii::equals_folded(scheme, "http") || ascii::equals_folded(scheme, "https");
  if (web) return host_of(address).empty() ? Placeholder : Other;
  return Other;
}

// "https://doi.org/bmj.g7015": no DOI, nor the short form of one.
bool lacks_doi(std::string_view address, std::string_view path) {
  const std::string host = host_of(address);
  const bool resolver = host == "doi.org" || host == "dx.doi.org";
  return resolver && !path.starts_with("/10") && path.find("10.") == std::string_view::npos &&
         path.find('.') != std::string_view::npos;
}

}  // namespace

std::string host_of(std::string_view address) {
  std::string_view rest = authority_and_path(ascii::trim_left(address));
  rest = rest.substr(0, rest.find_first_of("/?#\\"));
  if (const std::size_t user = rest.rfind('@'); user != std::string_view::npos) rest.remove_prefix(user + 1);
  rest = rest.substr(0, rest.find(':'));
  if (ascii::starts_with_folded(rest, "www.")) rest.remove_prefix(4);
  while (rest.ends_with('.')) rest.remove_suffix(1);
  std::string host(rest);
  std::ranges::transform(host, host.begin(), ascii::lower);
  return host;
}

std::string_view registrable_domain(std::string_view host) {
  constexpr auto kSecondLevel = std::to_array<std::string_view>(
      {"co", "com", "org", "net", "or", "ac", "go", "gov", "ne", "edu", "in", "med", "nhs"});
  const std::size_t last = host.rfind('.');
  if (last == std::string_view::npos || last == 0) return host;
  const std::size_t second = host.rfind('.', last - 1);
  if (second == std::string_view::npos) return host;
  const std::string_view label = host.substr(second + 1, last - second - 1);
  const bool country = host.size() - last - 1 == 2;
  if (!country || std::ranges::find(kSecondLevel, label) == kSecondLevel.end() || second == 0)
    return host.substr(second + 1);
  const std::size_t third = host.rfind('.', second - 1);
  return third == std::string_view::npos ? host : host.substr(third + 1);
}

bool is_unspecific(std::string_view address) {
  std::string_view path = path_of(ascii::trim_left(address));
  const std::size_t query = path.find('?');
  const std::string_view query_part = query == std::string_view::npos ? std::string_view() : path.substr(query);
  path = path.substr(0, path.find_first_of("?#"));
  constexpr auto kSearches = std::to_array<std::string_view>(
      {"?term=", "&term=", "?q=", "&q=", "?query=", "&query=", "?search=", "&search=", "?cond=", "&cond="});
  const bool search = std::ranges::any_of(
      kSearches, [query_part](std::string_view key) { return query_part.find(key) != std::string_view::npos; });
  if (search || path.starts_with("/search") || lacks_doi(address, path)) return true;
  const bool identified = query_part.find('=') != std::string_view::npos;
  return !identified && path.find_first_not_of('/') == std::string_view::npos;
}

HostClass classify_address(std::string_view address) {
  address = ascii::trim_right(ascii::trim_left(address));
  if (address.empty() || address == "#" || address == "#!" || address == "#0") return Placeholder;
  if (address.front() == '#') return Anchor;
  const std::string host = host_of(address);
  if (!host.empty()) return classify_host(host, path_of(address));
  const std::string_view scheme = scheme_of(address);
  return scheme.empty() ? OwnSite : classify_scheme(scheme, address);
}

}  // namespace hypelint
