// HTML to blocks: a page, or the pieces of HTML inside another format.
#include <algorithm>

#include "document/html_reader.h"
#include "document/parsers.h"

namespace hypelint {
namespace {

void read_all(HtmlTokenizer& tokenizer, HtmlReader& reader) {
  tokenizer.set_foreign(reader.in_foreign());
  while (const HtmlToken* token = tokenizer.next()) {
    reader.read(*token);
    tokenizer.set_foreign(reader.in_foreign());
  }
}

}  // namespace

void parse_html(const Source& source, std::size_t begin, BlockBuilder& builder, Document& out) {
  HtmlTokenizer tokenizer(source.text(), markup_syntax(source));
  HtmlReader reader(source.text(), builder, out, HtmlUse::Page);
  tokenizer.feed({begin, source.text().size()});
  read_all(tokenizer, reader);
  reader.finish();
}

struct HtmlFragments::State {
  HtmlTokenizer tokenizer;
  HtmlReader reader;
  std::optional<SourceSpan> cut_off;  // a tag that the last fragment began, up to that fragment's end
  bool in_raw_text = false;           // when the leaf began
  int resumed = 0;                    // how often it was taken up; bounded, so that all fragments stay linear
};

namespace {
constexpr int kMaxResumed = 32;
// A tag goes on in the next fragment when no more than a line end and a container's marker lie between.
constexpr std::size_t kMaxGap = 16;
}  // namespace

HtmlFragments::HtmlFragments(std::string_view text, MarkupSyntax syntax, BlockBuilder& builder, Document& out)
    : state_(new State{HtmlTokenizer(text, syntax), HtmlReader(text, builder, out, HtmlUse::Fragment), std::nullopt}) {}

HtmlFragments::~HtmlFragments() = default;

void HtmlFragments::feed(SourceSpan span) {
  State& state = *state_;
  const bool goes_on = state.cut_off && state.resumed < kMaxResumed && state.cut_off->end <= span.begin &&
                       span.begin - state.cut_off->end <= kMaxGap;
  state.resumed = goes_on ? state.resumed + 1 : 0;
  state.tokenizer.feed({goes_on ? state.cut_off->begin : span.begin, span.end});
  read_all(state.tokenizer, state.reader);
  const auto cut_off = state.tokenizer.cut_off_tag();
  state.cut_off = cut_off ? std::optional(SourceSpan{*cut_off, span.end}) : std::nullopt;
}

TextUse HtmlFragments::text_use() const {
  if (state_->tokenizer.in_raw_text()) return TextUse::Markup;
  return state_->reader.text_use();
}

void HtmlFragments::begin_leaf() {
  state_->in_raw_text = state_->tokenizer.in_raw_text();
  if (!state_->in_raw_text) state_->reader.begin_leaf();
}

void HtmlFragments::end_leaf() {
  if (!state_->in_raw_text) state_->tokenizer.leave_raw_text();
  state_->reader.end_leaf();
}

bool HtmlFragments::open_block(BlockKind wanted) { return state_->reader.open_leaf_block(wanted); }
void HtmlFragments::begin_text() { state_->reader.begin_text(); }
bool HtmlFragments::in_link() const { return state_->reader.in_link(); }

}  // namespace hypelint
