// What is known of the thing selected: its name, when it was last seen, what was observed, what the person said last.
#include "modules/scene/view_parts.h"

namespace firsthand::modules::scene {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

Box thing_head(SceneDrawContext& d, const Thing& thing) {
  const auto name = [&] { return box::text(thing.name, Type::heading, Colour::text, {.role = ui::Role::heading}); };
  const base::Seconds at = last_seen_at(d.scene, thing.place->symbol);
  if (at == base::never) return name();
  const std::string_view words = d.tr("seen at {time}", {{"time", screens::clock_text(d.scene, at)}});
  const auto seen = [&] {
    return box::row({.gap = 8}, box::icon("eye", 16, Colour::mut), box::text(words, Type::small, Colour::mut, {.tabular = true}).grow());
  };
  return box::first_that_fits(box::row({.gap = 20}, name(), seen()), box::column({.gap = 2}, name(), seen()));
}

namespace {

// The icon stands beside the first line.
Box fact_icon(const std::string& name) {
  return {[](ui::Frame& f, int) {
            return ui::Size{f.px(18), f.line_height(Type::small)};
          },
          [name](ui::Frame& f, const ui::Rect& rect) { f.icon(name, rect, Colour::mut); }};
}

// What somebody had to look for, and did before the thing was seen last, keeps its time: the head's is a later one.
std::string words_of_seen(const SceneDrawContext& d, const screens::SeenFact& fact, base::Seconds last) {
  if (fact.words.empty() || fact.seeing == model::Seeing::glance || fact.at == last) return fact.words;
  return std::string(d.tr("{seen} at {time}", {{"seen", fact.words}, {"time", screens::clock_text(d.scene, fact.at)}}));
}

} // namespace

// One after the other, as many in a line as fit.
Box thing_facts(SceneDrawContext& d, const Thing& thing) {
  Box facts = box::wrap({.gap = 20, .line_gap = 6, .pad = {.bottom = 6}});
  bool any = false;
  const base::Seconds last = last_seen_at(d.scene, thing.place->symbol);
  for (const screens::SeenFact& fact : screens::seen_facts(d.scene, thing.place->symbol)) {
    if (fact.words.empty()) continue;
    any = true;
    facts.add(box::row({.gap = 8, .across = ui::Across::start}, fact_icon(fact.icon),
                       box::text(d.f.keep(words_of_seen(d, fact, last)), Type::small)));
  }
  return any ? std::move(facts) : Box();
}

Box thing_quote(SceneDrawContext& d, const Thing& thing) {
  const report::NotebookLine* said = newest_said(d.scene, thing.place->symbol);
  return said ? box::quote(d.scene.say(*said->text), Type::small) : Box();
}

Box thing_words(SceneDrawContext& d) {
  const Thing* thing = d.selected();
  if (!thing) return box::text(d.tr("Choose a thing in the picture. Looking around costs no time."), Type::body, Colour::mut);
  Box all = box::column({}, thing_head(d, *thing), box::space(12), thing_facts(d, *thing));
  if (Box quote = thing_quote(d, *thing); !quote.nothing()) all.add(box::column({.pad = {.top = 4}}, std::move(quote)));
  return all;
}

} // namespace firsthand::modules::scene
