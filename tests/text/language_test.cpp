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
      {"a language without function words here is believed", "sv",
       "Sjuksköterskan ringer dagen före besöket och berättar vilken dörr man ska använda, vad man behöver ta med och "
       "hur "
       "lång tid besöket brukar ta för de flesta.",
       "sv"},
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

TEST(Language, IsReadFromProseAlone) {
  Document document = make_document({kProse[0].text, kProse[1].text, kProse[1].text, kProse[1].text});
  document.blocks[1].kind = BlockKind::Code;
  document.blocks[2].zone = Zone::Footer;
  document.blocks[3].role = Role::References;
  EXPECT_EQ(language_of(segment(document)), "en");
}

}  // namespace
}  // namespace hypelint
