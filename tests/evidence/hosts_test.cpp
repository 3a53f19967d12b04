#include "evidence/hosts.h"

#include <gtest/gtest.h>

namespace hypelint {
namespace {

struct Row {
  const char* address;
  HostClass host;
};

using enum HostClass;

const std::vector<Row> kRows = {
    {"https://doi.org/10.1234/x", Scholarly},
    {"http://dx.doi.org/10.1234/x", Scholarly},
    {"https://pubmed.ncbi.nlm.nih.gov/1/", Scholarly},
    {"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1", Scholarly},
    {"https://pmc.ncbi.nlm.nih.gov/articles/PMC1", Scholarly},
    {"https://europepmc.org/a", Scholarly},
    {"https://www.nejm.org/doi/full/1", Scholarly},
    {"https://www.thelancet.com/a", Scholarly},
    {"https://jamanetwork.com/journals/jama/1", Scholarly},
    {"https://stroke.bmj.com/1", Scholarly},
    {"//www.nature.com/articles/1", Scholarly},
    {"https://journals.plos.org/plosone/1", Scholarly},
    {"https://link.springer.com/article/1", Scholarly},
    {"https://academic.oup.com/1", Scholarly},
    {"https://onlinelibrary.wiley.com/doi/1", Scholarly},
    {"https://www.cochranelibrary.com/1", Scholarly},
    {"https://www.medrxiv.org/content/1", Scholarly},
    {"HTTPS://WWW.MDPI.COM/1", Scholarly},
    {"https://orcid.org/0000", Scholarly},
    {"https://www.isscr.org/x", Scholarly},
    {"https://clinicaltrials.gov/study/NCT1", Registry},
    {"https://www.clinicaltrials.gov/ct2/1", Registry},
    {"https://www.isrctn.com/1", Registry},
    {"https://www.clinicaltrialsregister.eu/1", Registry},
    {"https://euclinicaltrials.eu/1", Registry},
    {"https://jrct.niph.go.jp/1", Registry},
    {"https://jrct.mhlw.go.jp/1", Registry},
    {"https://center6.umin.ac.jp/1", Registry},
    {"https://trialsearch.who.int/1", Registry},
    {"https://cris.nih.go.kr/1", Registry},
    {"https://www.chictr.org.cn/1", Registry},
    {"https://drks.de/1", Registry},
    {"https://www.who.int/news/1", Regulator},
    {"https://www.fda.gov/1", Regulator},
    {"https://www.ema.europa.eu/en/1", Regulator},
    {"https://www.cdc.gov/1", Regulator},
    {"https://www.nih.gov/1", Regulator},
    {"https://www.gov.uk/mhra/1", Regulator},
    {"https://www.gov.uk/drug-safety-update/1", Regulator},
    {"https://www.gov.uk/browse", Other},
    {"https://www.mhlw.go.jp/1", Regulator},
    {"https://www.nhs.uk/conditions/asthma/", Other},
    {"https://www.some-trust.nhs.uk/our-services", Other},
    {"https://digital.nhs.uk/data/1", Regulator},
    {"https://seer.cancer.gov/statfacts/1", Regulator},
    {"https://www.ons.gov.uk/1", Regulator},
    {"https://www.hfea.gov.uk/1", Regulator},
    {"https://www.njrcentre.org.uk/1", Regulator},
    {"https://www.aihw.gov.au/1", Regulator},
    {"https://www.rki.de/1", Regulator},
    {"https://www.oecd.org/1", Regulator},
    {"https://ec.europa.eu/eurostat/1", Regulator},
    {"https://ec.europa.eu/info/1", Other},
    {"https://www.canada.ca/en/1", Regulator},
    {"/about", OwnSite},
    {"about.html", OwnSite},
    {"../treatments/knee", OwnSite},
    {"?page=2", OwnSite},
    {"https://wa.me/447700900123", Messenger},
    {"https://api.whatsapp.com/send?phone=1", Messenger},
    {"whatsapp://send?phone=1", Messenger},
    {"https://t.me/x", Messenger},
    {"https://m.me/x", Messenger},
    {"https://lin.line.me/x", Messenger},
    {"https://forms.gle/x", Form},
    {"https://calendly.com/x/intro", Form},
    {"https://clinic.typeform.com/to/1", Form},
    {"https://docs.google.com/forms/d/1", Form},
    {"https://docs.google.com/document/d/1", Other},
    {"tel:+81-3-5550-0100", Phone},
    {"sms:+1555", Phone},
    {"mailto:a@example.org", Mail},
    {"MAILTO:a@example.org", Mail},
    {"https://www.facebook.com/x", Social},
    {"https://m.youtube.com/watch?v=1", Social},
    {"https://x.com/a", Social},
    {"https://medium.com/@a", Social},
    {"https://www.prnewswire.com/1", PressWire},
    {"https://www.eurekalert.org/news/1", PressWire},
    {"https://www.businesswire.com/1", PressWire},
    {"https://bit.ly/x", Shortener},
    {"https://t.co/x", Shortener},
    {"https://tinyurl.com/x", Shortener},
    {"#top", Anchor},
    {"#", Placeholder},
    {"", Placeholder},
    {"  ", Placeholder},
    {"javascript:void(0)", Placeholder},
    {"http://", Placeholder},
    {"https://en.wikipedia.org/wiki/X", Other},
    {"https://clinic.example/a", Other},
    {"https://clinicaltrials.gov.example.com/x", Other},
    {"https://notbmj.com/1", Other},
    {"https://netflix.com/", Other},
    {"https://evil.example/?u=https://doi.org/10.1/x", Other},
    {"https://doi.org@evil.example/x", Other},
    {"https://www.nejm.org:443/x", Scholarly},
    {"data:text/plain,x", Other},
};

TEST(Hosts, ClassifiesAddresses) {
  EXPECT_GE(kRows.size(), 60U);
  for (const Row& row : kRows) EXPECT_EQ(to_string(classify_address(row.address)), to_string(row.host)) << row.address;
}

TEST(Hosts, RegistrableDomainIsWhatOneOwnerRegisters) {
  EXPECT_EQ(registrable_domain("blog.clinic.example"), "clinic.example");
  EXPECT_EQ(registrable_domain("shop.clinic.co.uk"), "clinic.co.uk");
  EXPECT_EQ(registrable_domain("a.b.or.jp"), "b.or.jp");
  EXPECT_EQ(registrable_domain("localhost"), "localhost");
  EXPECT_EQ(registrable_domain(""), "");
  EXPECT_EQ(registrable_domain(".uk"), ".uk");
}

TEST(Hosts, HomePagesAndSearchesAreUnspecific) {
  for (const char* address :
       {"https://www.nejm.org", "https://www.fda.gov/", "https://pubmed.ncbi.nlm.nih.gov/?term=stem",
        "https://clinicaltrials.gov/search?cond=als", "https://who.int/#top", "https://doi.org/bmj.g7015"}) {
    EXPECT_TRUE(is_unspecific(address)) << address;
  }
  for (const char* address :
       {"https://www.nejm.org/doi/1", "https://pubmed.ncbi.nlm.nih.gov/123/", "https://x.example/?id=3"}) {
    EXPECT_FALSE(is_unspecific(address)) << address;
  }
}

}  // namespace
}  // namespace hypelint
