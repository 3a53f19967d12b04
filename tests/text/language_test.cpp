#include "text/language.h"

#include <gtest/gtest.h>

#include "text/make_document.h"

namespace hypelint {
namespace {

std::string language_of(const std::string& stated, const std::string& prose) {
  Document document = make_document({prose});
  document.language = stated;
  return language_of(segment(document));
}

struct Prose {
  const char* language;
  const char* text;
};

// Each has at least twenty words.
const Prose kProse[] = {
    {"en",
     "The nurse will call you on the day before the visit and tell you which door to use, what to bring with you "
     "and how long it may take."},
    {"zh",
     "手术前一天护士会打电话告诉您从哪个门进来、需要带什么东西、大概要多长时间，请您提前准备好身份证和以前的检查报告"
     "。"},
    {"ja",
     "手術の前日に看護師からお電話を差し上げ、どの入口を使うか、何を持ってくるか、どのくらい時間がかかるかをお伝えしま"
     "す。"},
    {"ko",
     "수술 전날 간호사가 전화를 드려 어느 문으로 들어오실지 무엇을 가져오실지 그리고 시간이 얼마나 걸릴지 알려 "
     "드립니다 "
     "신분증과 지난 검사 결과도 꼭 함께 가져와 주시기 바랍니다."},
    {"ru",
     "За день до визита медсестра позвонит вам и расскажет, через какую дверь войти, что взять с собой и сколько "
     "времени это займёт, чтобы вы не ждали."},
    {"ar",
     "ستتصل بك الممرضة في اليوم السابق للزيارة وتخبرك بالباب الذي يجب أن تدخل منه وما الذي يجب أن تحضره معك وكم من "
     "الوقت ستستغرق الزيارة."},
    {"el",
     "Την προηγούμενη ημέρα η νοσοκόμα θα σας τηλεφωνήσει και θα σας πει από ποια πόρτα να μπείτε, τι να φέρετε "
     "μαζί σας και πόση ώρα θα πάρει."},
    {"hi",
     "मुलाकात से एक दिन पहले नर्स आपको फोन करेगी और बताएगी कि किस दरवाजे से आना है, साथ में क्या लाना है और इसमें कितना समय "
     "लगेगा।"},
    {"th",
     "พยาบาลจะโทรหาคุณหนึ่งวันก่อนนัดหมายเพื่อบอกว่าควรเข้าประตูไหน ต้องนำอะไรมาด้วย และจะใช้เวลานานเท่าไร กรุณาเตรียมบัตรประชาชนมาด้วย"},
    {"he",
     "האחות תתקשר אליך יום לפני הביקור ותספר לך דרך איזו דלת להיכנס, מה להביא איתך וכמה זמן זה ייקח בערך, כדי שלא "
     "תצטרך לחכות."},
    {"es",
     "La enfermera le llamará el día antes de la visita para decirle por qué puerta debe entrar, qué tiene que "
     "traer y cuánto tiempo puede durar la consulta."},
    {"fr",
     "L'infirmière vous appellera la veille de la visite pour vous dire par quelle porte entrer, ce que vous devez "
     "apporter et combien de temps il faut compter."},
    {"de",
     "Die Schwester ruft Sie am Tag vor dem Termin an und sagt Ihnen, durch welche Tür Sie kommen, was Sie "
     "mitbringen und wie lange es dauern wird."},
    {"pl",
     "Pielęgniarka zadzwoni do Państwa na dzień przed wizytą i powie, które drzwi wybrać, co zabrać ze sobą oraz "
     "ile to może potrwać, aby nie czekać na korytarzu."},
    {"pt",
     "A enfermeira vai ligar no dia antes da consulta para dizer por qual porta você deve entrar, o que é preciso "
     "trazer e quanto tempo isso pode demorar."},
    {"it",
     "L'infermiera la chiamerà il giorno prima della visita per dirle da quale porta entrare, che cosa deve "
     "portare con sé e quanto tempo può durare."},
    {"nl",
     "De verpleegkundige belt u op de dag voor het bezoek en vertelt door welke deur u moet komen, wat u moet "
     "meenemen en hoe lang het gaat duren."},
    {"tr",
     "Hemşire ziyaretten bir gün önce sizi arar ve hangi kapıdan gireceğinizi, yanınızda ne getirmeniz gerektiğini "
     "ve bu işin ne kadar süreceğini size anlatır, daha sonra bir mesaj da gönderir."},
    {"sv",
     "Sjuksköterskan ringer dagen före besöket och berättar vilken dörr man ska använda, vad man behöver ta med "
     "och hur lång tid det brukar ta för de flesta."},
    {"da",
     "Sygeplejersken ringer dagen før besøget og fortæller, hvilken dør du skal bruge, hvad du skal have med, "
     "og hvor lang tid det tager for de fleste."},
    {"no",
     "Sykepleieren ringer dagen før besøket og forteller hvilken dør du skal bruke, hva du må ta med deg, og "
     "hvor lang tid det vanligvis tar for de fleste av våre pasienter."},
    {"fi",
     "Hoitaja soittaa käyntiä edeltävänä päivänä ja kertoo, mistä ovesta tullaan sisään, mitä on otettava "
     "mukaan ja kuinka kauan käynti voi kestää, jos kaikki sujuu hyvin, sekä antaa myös numeron."},
    {"cs",
     "Sestra vám den před návštěvou zavolá a řekne, kterými dveřmi máte vejít, co si vzít s sebou a jak dlouho "
     "to může trvat, aby se na chodbě nečekalo."},
    {"sk",
     "Sestra vám deň pred návštevou zavolá a povie, ktorými dverami máte vojsť, čo si vziať so sebou a ako dlho "
     "to môže trvať, aby sa na chodbe nečakalo."},
    {"hu",
     "A nővér a látogatás előtti napon felhívja, és elmondja, hogy melyik ajtón kell bejönni, mit kell hozni, "
     "és hogy mennyi ideig tart majd a vizsgálat, ha nem jön közbe egy sürgős eset is."},
    {"ro",
     "Asistenta vă sună cu o zi înainte de vizită și vă spune pe ce ușă să intrați, ce trebuie să aduceți și "
     "cât timp poate să dureze, ca să nu așteptați."},
    {"hr",
     "Sestra će vas nazvati dan prije posjeta i reći na koja vrata treba ući, što ponijeti sa sobom i koliko to "
     "može trajati, kako ne bi bilo čekanja u hodniku."},
    {"sl",
     "Sestra vas bo dan pred obiskom poklicala in povedala, skozi katera vrata je treba vstopiti, kaj prinesti "
     "s seboj in kako dolgo lahko traja, da ne bo treba čakati na hodniku."},
    {"et",
     "Õde helistab päev enne visiiti ja ütleb, mis uksest tuleb sisse tulla, mida on vaja kaasa võtta ja kui "
     "kaua see võib kesta, et teie ei peaks ootama."},
    {"lv",
     "Māsa piezvanīs dienu pirms vizītes un pateiks, pa kurām durvīm ir jānāk, kas jāņem līdz un cik ilgi tas "
     "var ilgt, lai jums nav jāgaida, kā arī ja ir jautājumi par apmaksu."},
    {"lt",
     "Slaugytoja paskambins dieną prieš vizitą ir pasakys, pro kurias duris įeiti, ką turėti su savimi ir kiek "
     "tai gali trukti, kad nereikėtų laukti, taip pat kaip atvykti iš stoties."},
    {"ca",
     "La infermera us trucarà el dia abans de la visita per dir-vos per quina porta heu d'entrar, què cal "
     "portar i quant pot durar, però també com arribar amb tren des del centre."},
    {"vi",
     "Y tá sẽ gọi cho bạn một ngày trước khi khám để cho biết nên vào cửa nào, cần mang theo những gì và mất "
     "bao lâu, để bạn không phải chờ."},
    {"id",
     "Perawat akan menelepon Anda sehari sebelum kunjungan untuk memberi tahu pintu mana yang harus dilewati, "
     "apa yang perlu dibawa dan berapa lama waktu yang dapat terpakai."},
};

TEST(Language, ShowsInTheWords) {
  for (const Prose& prose : kProse) EXPECT_EQ(language_of("", prose.text), prose.language) << prose.text;
}

TEST(Language, StatedInAgreementStands) {
  for (const Prose& prose : kProse) EXPECT_EQ(language_of(prose.language, prose.text), prose.language);
}

TEST(Language, StatedAgainstTheWordsLoses) {
  // One sentence does not tell neighbours such as Spanish and Portuguese apart against what is stated.
  for (const char* stated : {"en", "zh", "ja", "ru", "ar", "pl", "de", "tr"}) {
    for (const Prose& prose : kProse) EXPECT_EQ(language_of(stated, prose.text), prose.language) << stated;
  }
}

struct Row {
  const char* behaviour;
  const char* stated;
  const char* text;
  const char* language;
};

TEST(Language, OfTextsThatSayLittle) {
  const Row rows[] = {
      {"nothing at all", "", "", "en"},
      {"nothing but a statement", "fr", "", "fr"},
      {"a short text keeps what is stated", "de", "Book your place now.", "de"},
      {"a short text shows its script", "", "立即咨询专家。", "zh"},
      {"a short text in Latin letters is taken for English", "", "Implantes dentales baratos.", "en"},
      {"numbers are no words", "", "10 20 30 40 50 60 70 80 90 100 110 120 130 140 150 160 170 180 190 200 210", "en"},
      {"slogans are English rather than unchecked", "",
       "A miracle cure. A world-leading team. A new life. A miracle cure with a smile. Book today. Feel better. Look "
       "younger. Sleep well. Pay later. A new you.",
       "en"},
      {"letters of no known language", "",
       "zum bax lor quin dast mirp folk nand verm sulk pont grib wex tolm harn bisk culp dorm fest glim", "und"},
      {"a language without function words here is believed", "is",
       "Hjúkrunarfræðingurinn hringir daginn fyrir heimsóknina og segir hvaða dyr á að nota, hvað þarf að taka með og "
       "hversu langan tíma það tekur.",
       "is"},
      {"a language without function words here is not believed of plain English", "is", kProse[0].text, "en"},
      {"Hungarian has a, is and be", "",
       "A beavatkozás gyors, a kezelés is olcsó, és a gyógyulás is rövid. Az orvos nem siet, mert a páciens is fontos. "
       "Keressen be minket, a konzultáció is ingyenes, a röntgen is.",
       "hu"},
      {"Hungarian that quotes an English title", "hu",
       "A kezelésről a The Art of Smiling with Implants című könyv is szól, a szerző maga is fogorvos, a kiadás is "
       "új, és a klinika is ajánlja.",
       "hu"},
      {"accents without a known language are not English", "",
       "Stofan býður tannlækningar á lægra verði. Aðgerðin tekur einn dag og græðsla er hröð. Tannlæknar okkar eru "
       "á staðnum, so to say, á hverjum degi.",
       "und"},
      {"names with accents do not hide English", "",
       "A new clinic in Győr: Dr. Kovács, Dr. Szűcs and Dr. Gönczöl offer crowns, veneers and implants. The price "
       "of a visit is low, and the waiting room of the Müller house is quiet.",
       "en"},
      {"Ukrainian shares its script with Russian", "uk",
       "За день до візиту медсестра зателефонує вам і розповість, через які двері увійти, що взяти з собою та скільки "
       "часу "
       "це забере, щоб ви не чекали.",
       "uk"},
  };
  for (const Row& row : rows) EXPECT_EQ(language_of(row.stated, row.text), row.language) << row.behaviour;
}

TEST(Language, DrugNamesInLatinLettersDoNotHideChinese) {
  EXPECT_EQ(language_of("",
                        "患者使用metformin和insulin glargine治疗三个月，再加用semaglutide，血糖和体重都有下降，"
                        "没有出现严重的不良反应，随访仍在继续。"),
            "zh");
}

TEST(Language, StatementsAreReducedToTheirPrimarySubtag) {
  const std::pair<const char*, const char*> rows[] = {
      {"en-GB", "en"}, {"pt_BR", "pt"}, {"ZH-Hant", "zh"}, {"Polish", "pl"}, {"CHINESE", "zh"},
      {"und", ""},     {"", ""},        {"x", ""},         {"klingon", ""},  {"12", ""}};
  for (const auto& [stated, tag] : rows) EXPECT_EQ(primary_subtag(stated), tag) << stated;
}

TEST(Language, CodesOfThreeLettersAndWithdrawnOnesAreTheShortOnesOfToday) {
  const std::pair<const char*, const char*> rows[] = {
      {"eng", "en"}, {"ENG-US", "en"}, {"zho", "zh"},      {"chi", "zh"},  {"cmn-Hans", "zh"}, {"deu", "de"},
      {"ger", "de"}, {"fre-CA", "fr"}, {"dut", "nl"},      {"ell", "el"},  {"nor", "no"},      {"iw", "he"},
      {"in", "id"},  {"isl", "is"},    {"Chi-Hant", "zh"}, {"tlh", "tlh"}, {"yue", "yue"},     {"sh", "sh"}};
  for (const auto& [stated, tag] : rows) EXPECT_EQ(primary_subtag(stated), tag) << stated;
}

TEST(Language, IsReadFromProseAlone) {
  Document document = make_document({kProse[0].text, kProse[1].text, kProse[1].text, kProse[1].text});
  document.blocks[1].kind = BlockKind::Code;
  document.blocks[2].zone = Zone::Footer;
  document.blocks[3].role = Role::References;
  EXPECT_EQ(language_of(segment(document)), "en");
}

}  // namespace
}  // namespace hypelint
