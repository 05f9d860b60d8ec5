// Goes by graphemes, so a mark can neither leave its base's face nor start a run of its own.
#include "engine/text/itemise.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace firsthand::text {
namespace {

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

bool is_real(UScriptCode script) { return script > USCRIPT_INHERITED && script != USCRIPT_UNKNOWN; }

// Punctuation and digits take the script before them, at the start of a text the one behind.
std::vector<UScriptCode> scripts_of(const Paragraph& paragraph, const Offsets& graphemes) {
  std::vector<UScriptCode> scripts;
  UScriptCode current = USCRIPT_COMMON;
  std::int32_t begin = 0;
  for (const std::int32_t end : graphemes) {
    const UScriptCode own = script_of(code_point_at(paragraph.units, begin));
    if (is_real(own)) current = own;
    scripts.push_back(current);
    begin = end;
  }
  const auto real = std::find_if(scripts.begin(), scripts.end(), is_real);
  std::fill(scripts.begin(), real, real == scripts.end() ? USCRIPT_LATIN : *real);
  return scripts;
}

// The code points of a grapheme that want ink.
void collect_needed(const std::u16string& units, std::int32_t begin, std::int32_t end, std::u32string& needed) {
  needed.clear();
  for (std::int32_t at = begin; at < end;) {
    const char32_t c = code_point_at(units, at);
    if (!is_ignorable(c)) needed.push_back(c);
    at += c > 0xFFFF ? 2 : 1;
  }
}

// Spaces, and signs that several scripts share with this one, look right only in the face beside them.
bool follows_neighbour(const std::u32string& needed, UScriptCode script) {
  if (needed.empty() || is_mark(needed.front())) return true;
  const auto base = static_cast<UChar32>(needed.front());
  if (u_charType(base) == U_SPACE_SEPARATOR) return true;
  return !is_real(script_of(needed.front())) && uscript_hasScript(base, script);
}

bool same_run(const Item& a, const Item& b) { return a.face == b.face && a.level == b.level && a.script == b.script; }

void extend(std::vector<Item>& items, const Item& grapheme) {
  if (!items.empty() && same_run(items.back(), grapheme))
    items.back().end = grapheme.end;
  else
    items.push_back(grapheme);
}

} // namespace

SpanMap::SpanMap(const std::vector<Span>& spans, Weight otherwise, std::size_t bytes) : otherwise_(otherwise) {
  if (spans.empty()) return;
  bold_.assign(bytes + 1, false);
  marks_.assign(bytes + 1, 0);
  for (const Span& span : spans)
    for (std::size_t at = span.begin; at < std::min<std::size_t>(span.end, bytes); ++at) {
      if (span.weight == Weight::bold) bold_[at] = true;
      if (span.mark != 0) marks_[at] = span.mark;
    }
}

std::vector<Item> itemise(const Paragraph& paragraph, const Offsets& graphemes, const Bidi& bidi, const Faces& faces, const SpanMap& spans,
                          Slant slant) {
  const std::vector<UScriptCode> scripts = scripts_of(paragraph, graphemes);
  std::vector<Item> items;
  std::u32string needed;
  Weight last_weight = Weight::regular;
  std::int32_t begin = 0;
  for (std::size_t i = 0; i < graphemes.size(); ++i) {
    const std::int32_t end = graphemes[i];
    collect_needed(paragraph.units, begin, end, needed);
    const Weight weight = spans.weight(paragraph.byte_of[static_cast<std::size_t>(begin)]);
    const bool stay = !items.empty() && weight == last_weight && follows_neighbour(needed, scripts[i]);
    const auto preferred = stay ? std::optional(items.back().face) : std::nullopt;
    extend(items, {begin, end, faces.choose(needed, weight, slant, preferred), bidi.level(begin), scripts[i]});
    last_weight = weight;
    begin = end;
  }
  return items;
}

bool is_tall(UScriptCode script) {
  return script == USCRIPT_THAI || script == USCRIPT_LAO || script == USCRIPT_KHMER || script == USCRIPT_MYANMAR;
}

} // namespace firsthand::text
