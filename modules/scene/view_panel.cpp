// What is known of the thing selected: its name, when it was last seen, what was observed, what the person said last.
#include "modules/scene/view_parts.h"

#include <algorithm>

namespace firsthand::modules::scene {

using ui::Colour;
using ui::Type;

int thing_head(SceneDraft& d, const Thing& thing, int x, int y, int w) {
  ui::Frame& f = d.f;
  const int top = y;
  y += f.text(x, y, w, thing.name, Type::heading, Colour::text, {.role = ui::Role::heading}) + f.px(2);
  const base::Seconds at = last_seen_at(d.scene, thing.place->symbol);
  if (at == base::never) return y - top;
  const std::string words = d.tr("seen at {time}", {{"time", ui::clock_text(d.scene, at)}});
  f.icon("eye", {x, y, f.px(16), f.line_height(Type::small)}, Colour::mut);
  y += f.text(x + f.px(24), y, w - f.px(24), words, Type::small, Colour::mut, {.tabular = true});
  return y - top;
}

int thing_facts(SceneDraft& d, const Thing& thing, int x, int y, int w) {
  ui::Frame& f = d.f;
  const int top = y;
  for (const ui::SeenFact& fact : ui::seen_facts(d.scene, thing.place->symbol)) {
    if (fact.words.empty()) continue;
    f.icon(fact.icon, {x, y, f.px(18), f.line_height(Type::small)}, Colour::mut);
    y += f.text(x + f.px(26), y, w - f.px(26), fact.words, Type::small, Colour::text) + f.px(6);
  }
  return y - top;
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
  if (!thing)
    return d.f.text(x, y, w, d.tr("Choose a thing in the picture. Looking around costs no time."), Type::body, Colour::mut);
  const int top = y;
  y += thing_head(d, *thing, x, y, w) + d.f.px(12);
  y += thing_facts(d, *thing, x, y, w);
  if (const int quote = thing_quote(d, *thing, x, y + d.f.px(4), w); quote > 0) y += quote + d.f.px(4);
  return y - top;
}

} // namespace firsthand::modules::scene
