// What is known of the thing selected: its name, when it was last seen, what was observed, what the person said last.
#include "modules/scene/view_parts.h"

#include <algorithm>

namespace firsthand::modules::scene {

using ui::Colour;
using ui::Type;

int thing_head(SceneDraft& d, const Thing& thing, int x, int y, int w) {
  ui::Frame& f = d.f;
  const ui::Size name = f.measure(thing.name, Type::heading, w);
  f.text(x, y, w, thing.name, Type::heading, Colour::text, {.role = ui::Role::heading});
  const base::Seconds at = last_seen_at(d.scene, thing.place->symbol);
  if (at == base::never) return name.h;
  const std::string words = d.tr("seen at {time}", {{"time", screens::clock_text(d.scene, at)}});
  const int lead = f.px(16 + 8), gap = f.px(20), seen = f.measure(words, Type::small, 0, {.tabular = true}).w + lead;
  const bool beside = name.w + gap + seen <= w;
  const int left = beside ? x + name.w + gap : x, top = beside ? y : y + name.h + f.px(2);
  const int line = beside ? name.h : std::max(f.line_height(Type::small), f.measure(words, Type::small, w - lead).h);
  f.icon("eye", {left, top, f.px(16), line}, Colour::mut);
  f.text(ui::Rect{left + lead, top, w - (left - x) - lead, line}, words, Type::small, Colour::mut,
         {.valign = ui::VAlign::middle, .tabular = true});
  return beside ? name.h : name.h + f.px(2) + line;
}

// One after the other, as many in a line as fit.
int thing_facts(SceneDraft& d, const Thing& thing, int x, int y, int w) {
  ui::Frame& f = d.f;
  const int top = y, lead = f.px(18 + 8);
  int at = x, line = 0;
  for (const screens::SeenFact& fact : screens::seen_facts(d.scene, thing.place->symbol)) {
    if (fact.words.empty()) continue;
    const ui::Size words = f.measure(fact.words, Type::small, w - lead);
    if (at > x && at + lead + words.w > x + w) at = x, y += line + f.px(6), line = 0;
    f.icon(fact.icon, {at, y, f.px(18), f.line_height(Type::small)}, Colour::mut);
    f.text(at + lead, y, words.w + 1, fact.words, Type::small, Colour::text);
    at += lead + words.w + f.px(20);
    line = std::max(line, words.h);
  }
  return line > 0 ? y + line + f.px(6) - top : 0;
}

int thing_quote(SceneDraft& d, const Thing& thing, int x, int y, int w) {
  const report::NotebookLine* said = newest_said(d.scene, thing.place->symbol);
  if (!said) return 0;
  ui::Frame& f = d.f;
  const std::string& words = d.scene.say(*said->text);
  const int h = f.measure(words, Type::small, w - f.px(28)).h + f.px(16);
  f.fill({x, y, w, h}, Colour::acc_soft, f.px(4));
  f.fill(ui::Rect{x, y, f.px(4), h}, Colour::acc);
  f.text(x + f.px(16), y + f.px(8), w - f.px(28), words, Type::small, Colour::text);
  return h;
}

int thing_words(SceneDraft& d, int x, int y, int w) {
  const Thing* thing = d.selected();
  if (!thing) return d.f.text(x, y, w, d.tr("Choose a thing in the picture. Looking around costs no time."), Type::body, Colour::mut);
  const int top = y;
  y += thing_head(d, *thing, x, y, w) + d.f.px(12);
  y += thing_facts(d, *thing, x, y, w);
  if (const int quote = thing_quote(d, *thing, x, y + d.f.px(4), w); quote > 0) y += quote + d.f.px(4);
  return y - top;
}

} // namespace firsthand::modules::scene
