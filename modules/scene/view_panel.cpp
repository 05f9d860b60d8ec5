// What is known of the thing selected: its name, when it was last seen, what was observed, what the person said last.
#include "modules/scene/view_new.h"

#include <algorithm>

namespace firsthand::modules::scene {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

namespace {

// Of somebody the time of what was noticed last: people are in sight, or a call away, all the while.
Box seen_words(SceneDrawContext& d, const Thing& thing) {
  const bool person = thing.use->kind == model::EntityKind::person;
  const base::Seconds at = person ? last_news_at(d.scene, thing.place->symbol) : last_seen_at(d.scene, thing.place->symbol);
  if (at == base::never) return {};
  const content::Fill time{{"time", screens::clock_text(d.scene, at)}};
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
  if (d.is_low()) {
    Box name = box::text(thing.name, Type::heading, Colour::text, {.role = ui::Role::heading});
    return box::column({.gap = 2}, box::row({.gap = 12}, std::move(name).grow(), std::move(enlarge)), seen_words(d, thing));
  }
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

namespace {

// `listed`: no, where what it shows is said by something else.
Box plain_fact(SceneDrawContext& d, const screens::SeenFact& fact, base::Seconds last_seen, ui::Listed listed) {
  return box::row({.gap = 10, .pad = ui::pad(0, 4), .across = ui::Across::start}, fact_icon(fact.icon),
                  box::text(d.f.keep(words_of_seen(d, fact, last_seen)), Type::small, Colour::text, {.listed = listed}).grow());
}

// What an act has just brought comes into sight, where not all that is known has room.
Box in_sight(SceneDrawContext& d, Box news) {
  if (!d.screen.brings_news) return news;
  const auto show = [](ui::Frame& f, const ui::Rect& at, const std::function<void()>& inside) {
    inside();
    ui::scroll_to(f, "scene/known", at);
  };
  return Box(show, std::move(news));
}

} // namespace

Box fact_row(SceneDrawContext& d, const Thing& thing, const screens::SeenFact& fact, base::Seconds last_seen, ui::Listed listed) {
  if (fact.words.empty()) return {};
  Box row = plain_fact(d, fact, last_seen, listed);
  return d.reading.news.is_new(thing.place->symbol, fact.cue) ? in_sight(d, marked_new(d, std::move(row))) : std::move(row);
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

namespace {

Box quoted(SceneDrawContext& d, const model::Text& said) { return box::quote(d.scene.say(said), Type::small); }

} // namespace

Box thing_quote(SceneDrawContext& d, const Thing& thing) {
  const report::NotebookLine* said = newest_said(d.scene, thing.place->symbol);
  if (!said) return {};
  Box quote = quoted(d, *said->text);
  return is_new_answer(d, *said) ? in_sight(d, marked_new(d, std::move(quote))) : std::move(quote);
}

namespace {

// ---- room for all that can come to be known, so that nothing that is learned moves a verb

constexpr int result_height = 44, quote_gap = 4; // what was done takes two lines
constexpr int low_news = 44;                     // and what happened to another where that is told beside it

// Of the longest that can be seen there, as something new whose time is told.
int room_of_cue(SceneDrawContext& d, const model::Cue& cue, int width) {
  int most = 0;
  for (const auto& [value, says] : cue.says) {
    if (says.empty()) continue;
    std::string words = screens::with_number(d.scene.say(says), cue.reads.empty() ? std::nullopt : std::optional<std::int64_t>(100));
    const screens::SeenFact fact{0, cue.icon, std::move(words), d.scene.now, cue.seeing};
    most = std::max(most, marked_new(d, plain_fact(d, fact, base::never, ui::Listed::yes)).height(d.f, width));
  }
  return most;
}

// Of the longest answer to what can be asked in this scene.
int room_of_answers(SceneDrawContext& d, const Thing& thing, int width) {
  int most = 0;
  for (const model::Symbol symbol : thing.place->verbs)
    if (const model::Verb* verb = report::verb_of(d.scene.prepared, thing.place->symbol, symbol))
      for (const model::Answer& answer : verb->answers)
        most = std::max(most, marked_new(d, quoted(d, answer.text)).height(d.f, width));
  return most == 0 ? 0 : most + d.f.px(quote_gap);
}

// Of the longest that can be told of what is done with it, tried, or done again to no effect.
int room_of_result(SceneDrawContext& d, const Thing& thing, int width) {
  int most = d.f.px(result_height);
  for (const model::Symbol symbol : thing.place->verbs)
    most = std::max(most, longest_result(d, thing.place->symbol, symbol).height(d.f, width));
  return most;
}

int room_to_know(SceneDrawContext& d, const Thing& thing, int width) {
  int room = room_of_result(d, thing, width) + room_of_answers(d, thing, width) + (d.is_low() ? d.f.px(low_news) : 0);
  for (const model::Cue& cue : d.scene.prepared.scenario.model_of(*thing.use).cues)
    room += room_of_cue(d, cue, width);
  return room;
}

Box known_now(SceneDrawContext& d, const Thing& thing) {
  Box known = box::column({}, thing_facts(d, thing));
  if (Box quote = thing_quote(d, thing); !quote.nothing()) known.add(box::column({.pad = {.top = quote_gap}}, std::move(quote)));
  return known;
}

// Where there is little room what happened to others is told here too: at the foot it would take the verbs'.
Box result_now(SceneDrawContext& d) {
  Box result = thing_result(d);
  if (d.is_low()) return result.nothing() ? thing_news(d) : box::column({}, std::move(result), thing_news(d));
  return box::column({}, std::move(result)).least(0, result_height);
}

} // namespace

Box thing_title(SceneDrawContext& d) {
  if (const Thing* thing = d.selected()) return thing_head(d, *thing).least(0, d.is_low() ? 40 : 56);
  return box::column({.gap = 12}, box::text(d.tr("Choose a thing in the picture. Looking around costs no time."), Type::body, Colour::mut),
                     thing_result(d));
}

Box thing_words(SceneDrawContext& d) {
  const Thing* thing = d.selected();
  if (!thing) return thing_title(d);
  const Box all = box::column({}, result_now(d), known_now(d, *thing));
  const auto measure = [&d, thing, all](ui::Frame& f, int width) {
    const ui::Size needs = all.size(f, width);
    return ui::Size{needs.w, width > 0 ? std::max(needs.h, room_to_know(d, *thing, width)) : needs.h};
  };
  return box::column({.gap = 6}, thing_title(d), Box(measure, [all](ui::Frame& f, const ui::Rect& at) { all.draw(f, at); }));
}

namespace {

Box scrolled(std::string_view id, Box inside) { return box::scroll({id, {}}, box::column({.pad = {24, 0, 8, 0}}, std::move(inside))); }

constexpr int least_fact = 28; // one row of them

// What was done stands still, and what is known scrolls below it. Where there is no room for both the sentence comes first, from its
// beginning, and all of it scrolls.
void draw_known(SceneDrawContext& d, const Thing& thing, ui::Rect rect) {
  ui::Frame& f = d.f;
  const Box result = scrolled("scene/result", result_now(d)), known = scrolled("scene/known", known_now(d, thing));
  const int needs = result.height(f, rect.w), least = std::min(known.height(f, rect.w), f.px(least_fact));
  if (needs + least <= rect.h) {
    result.draw(f, rect.take_top(needs));
    return known.draw(f, rect);
  }
  d.screen.brings_news = false; // which would scroll it away
  scrolled("scene/known", box::column({}, result_now(d), known_now(d, thing))).draw(f, rect);
}

} // namespace

Box known_box(SceneDrawContext& d, int most) {
  const Thing* thing = d.selected();
  if (!thing) return {};
  const auto room = [&d, thing](ui::Frame&, int width) { return ui::Size{width, room_to_know(d, *thing, width)}; };
  const auto measure = [needs = scrolled("scene/known", Box(room, [](ui::Frame&, const ui::Rect&) {})), most](ui::Frame& f, int width) {
    return ui::Size{width, std::min(most, needs.height(f, width))};
  };
  return {measure, [&d, thing](ui::Frame&, const ui::Rect& at) { draw_known(d, *thing, at); }};
}

} // namespace firsthand::modules::scene
