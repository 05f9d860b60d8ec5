// What is known of the thing selected: its name, when it was last seen, what was observed, what the person said last.
#include "modules/scene/view_new.h"

namespace firsthand::modules::scene {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

namespace {

// Of somebody the time of what was noticed last: people are in sight, or a call away, all the while.
Box seen_words(SceneDrawContext& d, const Thing& thing) {
  const base::Seconds at = last_seen_at(d.scene, thing.place->symbol);
  if (at == base::never) return {};
  const content::Fill time{{"time", screens::clock_text(d.scene, at)}};
  const bool person = thing.use->kind == model::EntityKind::person;
  const std::string_view words = person ? d.tr("last news {time}", time) : d.tr("seen at {time}", time);
  return box::row({.gap = 8}, box::icon(person ? "clock" : "eye", 18, Colour::mut),
                  box::text(words, Type::small, Colour::mut, {.tabular = true}).grow());
}

} // namespace

// Of a person with the face, which leaves no room beside the name; the keys and the wheel enlarge people as well.
Box thing_head(SceneDrawContext& d, const Thing& thing) {
  Box words =
      box::column({.gap = 2}, box::text(thing.name, Type::heading, Colour::text, {.role = ui::Role::heading}), seen_words(d, thing));
  if (!thing.use->portrait.empty()) return box::row({.gap = 12}, portrait_of(d, *thing.use, 56, Colour::surf), std::move(words).grow());
  Box enlarge = enlarge_button(d, thing);
  if (!enlarge.nothing()) enlarge = box::part(ui::Part::chips, std::move(enlarge)); // the verbs come first
  return box::row({.gap = 12, .across = ui::Across::start}, std::move(words).grow(), std::move(enlarge));
}

namespace {

// The icon stands beside the first line.
Box fact_icon(const std::string& name) {
  return {[](ui::Frame& f, int) {
            return ui::Size{f.px(18), f.line_height(Type::small)};
          },
          [name](ui::Frame& f, const ui::Rect& rect) { f.icon(name, rect, Colour::mut); }};
}

} // namespace

// What somebody had to look for, and did before the thing was seen last, keeps its time: the head's is a later one.
std::string words_of_seen(const SceneDrawContext& d, const screens::SeenFact& fact, base::Seconds last_seen) {
  if (fact.words.empty() || fact.seeing == model::Seeing::glance || fact.at == last_seen) return fact.words;
  return std::string(d.tr("{seen} at {time}", {{"seen", fact.words}, {"time", screens::clock_text(d.scene, fact.at)}}));
}

Box fact_row(SceneDrawContext& d, const Thing& thing, const screens::SeenFact& fact, base::Seconds last_seen, ui::Listed listed) {
  if (fact.words.empty()) return {};
  Box row = box::row({.gap = 10, .pad = ui::pad(0, 4), .across = ui::Across::start}, fact_icon(fact.icon),
                     box::text(d.f.keep(words_of_seen(d, fact, last_seen)), Type::small, Colour::text, {.listed = listed}).grow());
  return d.reading.news.is_new(thing.place->symbol, fact.cue) ? marked_new(d, std::move(row)) : std::move(row);
}

namespace {

Box fact_or_part(SceneDrawContext& d, const Thing& thing, const screens::SeenFact& fact, base::Seconds last_seen) {
  const std::optional<Part> part = d.screen.closer.of == thing.place->symbol ? part_of(d, fact.cue) : std::nullopt;
  if (!part) return fact_row(d, thing, fact, last_seen);
  const bool said_by_tile = d.screen.closer.tiled; // else by the row itself, which is pressed then
  return as_part(d, *part, fact_row(d, thing, fact, last_seen, said_by_tile ? ui::Listed::yes : ui::Listed::no));
}

} // namespace

Box thing_facts(SceneDrawContext& d, const Thing& thing) {
  Box facts = box::column({});
  const base::Seconds last = last_seen_at(d.scene, thing.place->symbol);
  for (const screens::SeenFact& fact : screens::seen_facts(d.scene, thing.place->symbol))
    facts.add(fact_or_part(d, thing, fact, last));
  return facts;
}

Box thing_quote(SceneDrawContext& d, const Thing& thing) {
  const report::NotebookLine* said = newest_said(d.scene, thing.place->symbol);
  if (!said) return {};
  Box quote = box::quote(d.scene.say(*said->text), Type::small);
  return is_new_answer(d, *said) ? marked_new(d, std::move(quote)) : std::move(quote);
}

// Room for what was done, in two lines, and for three facts is kept, so that the verbs keep their place.
constexpr int result_height = 44, facts_height = 3 * 28;

Box thing_words(SceneDrawContext& d) {
  const Thing* thing = d.selected();
  if (!thing)
    return box::column({.gap = 12},
                       box::text(d.tr("Choose a thing in the picture. Looking around costs no time."), Type::body, Colour::mut),
                       thing_result(d));
  Box known = box::column({}, thing_facts(d, *thing));
  if (Box quote = thing_quote(d, *thing); !quote.nothing()) known.add(box::column({.pad = {.top = 4}}, std::move(quote)));
  const bool low = d.scene.frame && d.scene.frame->low;
  return box::column({}, thing_head(d, *thing).least(0, 56), box::space(6),
                     box::column({}, thing_result(d)).least(0, low ? 0 : result_height), std::move(known).least(0, low ? 0 : facts_height));
}

} // namespace firsthand::modules::scene
