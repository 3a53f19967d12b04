#include "text/function_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "support/ascii.h"
#include "text/folding.h"
#include "text/word_breaks.h"

namespace hypelint {
namespace {

constexpr std::size_t kLongestFunctionWord = 12;  // bytes

struct WordList {
  std::string_view tag;
  std::string_view words;  // case-folded, between spaces
};

// A word may belong to several languages; which of them a text is in, the words show that only one of them has.
constexpr auto kWordLists = std::to_array<WordList>({
    {"en",
     " a an the of and to in for with is that are by from this it or was have has not can your you our we be as on at "
     "which their will these been they who more may than also its "},
    {"es", " de la el que y en los las un una por con para se del es su al lo como más pero son este esta está no "},
    {"fr",
     " de la le les et des en un une du est pour que dans qui par sur au avec il pas plus ce cette sont vous nous "
     "votre "},
    {"de",
     " der die das und in den von zu mit ist für nicht ein eine des im auf dem sich auch werden sie wir bei als oder "
     "einer wird "},
    {"pl", " i w na z do nie się jest to że o od po przez dla jak oraz są ale lub przy jego które może "},
    {"pt", " de a o que e do da em um uma para com não os no as na por mais dos das ao é se são você "},
    {"it", " di e il la che in un una per con del della non sono le si dei i è da al nel più anche gli alla "},
    {"nl",
     " de het een van en in is dat op te voor met zijn niet aan er om ook als bij of door worden wordt naar uw u "},
    {"tr", " ve bir bu için ile da de olarak daha çok en olan gibi kadar sonra veya ise tedavi her "},
    {"sv",
     " och att i är av för inte med på den det de som en ett vi kan har vid från till om mer också efter eller man "
     "din vår våra ska när hur dig under "},
    {"da",
     " og at i er af for ikke med på den det de som en et vi kan har ved fra til om mere også efter eller man din "
     "vores skal når hvor dig under blev meget "},
    {"no",
     " og at i er av for ikke med på den det de som en et vi kan har ved fra til om mer også etter eller man din vår "
     "våre skal når hvor deg under ble mye "},
    {"fi",
     " ja on ei että se joka jotka voi myös ovat kun tai mutta kuin niin sen olla ole oli jos tämä sekä noin vain jo "
     "hyvin kanssa ennen jälkeen meidän mitä tämän kaikki "},
    {"cs",
     " a i v na se je že s z do to o k pro ve za jsou by po ale jak od které který která při nebo si jako více než "
     "jen může není už až když aby ze před vás vám také byl mezi "},
    {"sk",
     " a i v na sa je že s z do to o k pre vo za sú by po ale ako od ktoré ktorý ktorá pri alebo si viac než len "
     "môže nie už až keď aby zo pred vás vám tiež bol medzi "},
    {"hu",
     " a az és is hogy nem egy ez van meg ha csak vagy már még mint több lehet volt el be mert minden amely ami "
     "pedig után számára között által nagyon kell során előtt alatt ezt azt akár így "},
    {"ro",
     " de și şi în la a cu pe o un din care nu este pentru sunt mai prin sau al ale că să se fi poate dintre ce iar "
     "dar această acest după fără foarte vă cele cel cea până între au "},
    {"hr",
     " i u je na se da za su od s o kao koji koja koje ili te će ne iz po kako može biti bi nije kod samo još više "
     "nakon prije vas što ali do uz već to "},
    {"sl",
     " in je v na za se so ki da z s pri ne po ali od kot tudi pa ter lahko bi bo iz če ni še do kako več med vas "
     "smo biti "},
    {"et",
     " ja on ei et see kui mis ka või oma ning aga ta kes oli seda siis selle nii saab ole kuid mida pärast enne "
     "teie meie võib väga rohkem "},
    {"lv",
     " un ir no ar uz kas par lai tas vai bet pēc ka arī kā pie var ja tiek nav jūsu mūsu ļoti vairāk šis šī pirms "
     "līdz bez tikai "},
    {"lt",
     " ir yra į iš su kad ar tai o kaip bet po nuo apie dėl už jūsų mūsų prie gali labai daugiau buvo būti tik kai "
     "per be arba šis iki "},
    {"ca",
     " de la el i que a en els les un una per amb és no del al es més però com són aquest aquesta també o ha dels "
     "pot què vostre nostra "},
    {"vi",
     " và của là có được cho các trong với không những một để người này khi đến từ bạn về như tại nhiều cũng sẽ thể "
     "đã hoặc "},
    {"id",
     " dan yang di untuk dengan dari ini pada dalam adalah tidak itu anda atau akan ke juga dapat bisa oleh kami "
     "lebih karena sebagai seperti telah saat setelah "},
    {"ms",
     " dan yang di untuk dengan dari ini pada dalam adalah tidak itu anda atau akan ke juga boleh oleh kami lebih "
     "kerana sebagai seperti telah selepas ialah daripada kepada "},
});
static_assert(kWordLists.size() == kFunctionWordLanguages && kFunctionWordLanguages <= 32);
static_assert(kWordLists[kEnglish].tag == "en");

std::vector<FunctionWord> make_entries() {
  std::vector<FunctionWord> entries;
  for (std::size_t language = 0; language < kWordLists.size(); ++language) {
    const std::string_view words = kWordLists[language].words;
    for (std::size_t at = 1; at < words.size();) {
      const std::size_t end = words.find(' ', at);
      entries.push_back({words.substr(at, end - at), 1U << language});
      at = end + 1;
    }
  }
  std::ranges::stable_sort(entries, {}, &FunctionWord::word);
  std::vector<FunctionWord> merged;
  for (const FunctionWord& entry : entries) {
    if (merged.empty() || merged.back().word != entry.word) merged.push_back({entry.word, 0});
    merged.back().languages |= entry.languages;
  }
  return merged;
}

// The entries by their first byte and their length.
class FunctionWordTable {
 public:
  FunctionWordTable() {
    for (const FunctionWord& entry : make_entries()) bucket_of(entry.word).push_back(entry);
  }

  // Of a case-folded word.
  [[nodiscard]] const FunctionWord* find(std::string_view word) const {
    const std::vector<FunctionWord>& candidates = buckets_[number_of(word)];
    const auto found = std::ranges::find(candidates, word, &FunctionWord::word);
    return found == candidates.end() ? nullptr : &*found;
  }

 private:
  static std::size_t number_of(std::string_view word) {
    return word.size() * 256 + static_cast<unsigned char>(word.front());
  }
  std::vector<FunctionWord>& bucket_of(std::string_view word) { return buckets_[number_of(word)]; }

  std::array<std::vector<FunctionWord>, (kLongestFunctionWord + 1) * 256> buckets_;
};

}  // namespace

std::string_view function_word_language(std::size_t language) { return kWordLists[language].tag; }

std::optional<std::size_t> function_word_language(std::string_view tag) {
  const auto* found = std::ranges::find(kWordLists, tag, &WordList::tag);
  if (found == kWordLists.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kWordLists.begin());
}

const FunctionWord* find_function_word(std::string_view word) {
  static const FunctionWordTable table;
  if (word.empty() || word.size() > kLongestFunctionWord) return nullptr;
  if (!is_ascii(word)) {
    const std::string folded = fold_case(word);
    return folded.size() > kLongestFunctionWord ? nullptr : table.find(folded);
  }
  std::array<char, kLongestFunctionWord> folded{};
  std::ranges::transform(word, folded.begin(), ascii::lower);
  return table.find({folded.data(), word.size()});
}

}  // namespace hypelint
