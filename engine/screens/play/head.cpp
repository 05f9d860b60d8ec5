// The head over a step: which one it is, what it is for, and the way on. Why an act was refused stands where the goal stands.
#include "engine/screens/play/news.h"
#include "engine/screens/play/parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::screens::play {

namespace {

std::size_t step_index(const DrawContext& d) {
  const auto& steps = d.scene.prepared.scenario.steps;
  const std::string& id = d.scene.prepared.symbols.word(d.scene.step);
  return static_cast<std::size_t>(std::find_if(steps.begin(), steps.end(), [&](const model::Step& step) { return step.id == id; }) -
                                  steps.begin());
}

const std::string& step_title(const DrawContext& d) {
  const auto& steps = d.scene.prepared.scenario.steps;
  const std::size_t step = step_index(d);
  static const std::string none;
  return step == steps.size() ? none : d.scene.say(steps[step].title);
}

// What is not counted has its title alone; where that stands already, nothing.
std::string_view step_words(const DrawContext& d, bool titled) {
  const StepCount count = step_count(d.scene.prepared, step_index(d));
  if (count.n == 0) return titled ? std::string_view(step_title(d)) : std::string_view();
  const content::Fill fill{{"n", std::to_string(count.n)}, {"all", std::to_string(count.all)}, {"title", step_title(d)}};
  return titled ? d.tr("Step {n} of {all}: {title}", fill) : d.tr("Step {n} of {all}", fill);
}

// Where there is no rail.
Box step_disc(const DrawContext& d) {
  const StepCount count = step_count(d.scene.prepared, step_index(d));
  const std::string_view words = d.f.keep(count.n > 0 ? fmt::format("{}/{}", count.n, count.all) : "+");
  return box::fixed(40, 40, [words, spoken = step_words(d, true)](Frame& f, const Rect& at) {
    f.disc(at.centre(), at.w, Colour::acc);
    f.text(at, words, Type::tiny, Colour::on_acc, {.align = Align::centre, .valign = VAlign::middle, .listed = Listed::no});
    f.list(Role::text, spoken, at);
  });
}

Box refusal_words(const DrawContext& d) {
  return box::row({.gap = 8}, box::icon("triangle", 20, Colour::warn),
                  box::text(d.scene.refused, Type::body, Colour::warn, {.role = Role::notice}).grow());
}

Box goal_words(const DrawContext& d, const StepHead& head, Type type) {
  if (head.goal && !d.scene.refused.empty()) return refusal_words(d);
  const std::string& goal = head.goal ? d.scene.say(*head.goal) : step_title(d);
  Box words = box::text(goal, type, Colour::text, {.role = Role::heading});
  if (is_low(d.f)) return words;
  return box::column({}, box::text(step_words(d, head.goal != nullptr), Type::small, Colour::mut), std::move(words));
}

// Nobody shall go on by the first Enter while something is left to do, nor while somebody waits for an answer: the clock says who.
Box way_on(DrawContext& d, const WayOn& way) {
  const bool wide = rail_width(d.f) > 0;
  const Button button{.id = way.id,
                      .label = d.tr("Go on"),
                      .icon = wide ? "forward" : "",
                      .kind = way.main ? ButtonKind::main : ButtonKind::plain,
                      .size = ButtonSize::small,
                      .enabled = news_of(d.scene).waits == 0,
                      .reason = d.tr("Answer first."),
                      .show_reason = wide}; // else the goal would need its room: who waits stands over the row of the notebook
  return box::part(way.main ? Part::content : Part::verbs, box::button(button, [&d, asks = !way.open.empty()] {
                     if (d.scene.pending) return;
                     if (asks)
                       d.memory.sheet = PlaySheet::going_on;
                     else
                       d.out.go_on = true;
                   }));
}

// Low where there is little room and only a title to be read.
int least_head(const DrawContext& d, const StepHead& head) { return is_low(d.f) && !head.goal && !head.way_on ? 44 : 64; }

Box head_with(DrawContext& d, const StepHead& head, Type type, Box disc) {
  const int side = rail_width(d.f) == 0 ? 16 : 24;
  return box::row({.gap = 16, .pad = pad(side, 4)}, std::move(disc), goal_words(d, head, type).grow(),
                  head.way_on ? way_on(d, *head.way_on) : Box())
      .least(0, least_head(d, head));
}

// A goal takes two lines where it can: smaller, or without its number.
Box bare_head(DrawContext& d, const StepHead& head) {
  return box::for_width([&d, head](Frame& f, int width) {
    for (const Type type : {Type::heading, Type::body_bold})
      if (Box all = head_with(d, head, type, step_disc(d)); all.height(f, width) <= f.px(64)) return all;
    Box all = head_with(d, head, Type::body_bold, Box());
    return all.height(f, width) <= f.px(64) ? std::move(all) : head_with(d, head, Type::verb, Box());
  });
}

} // namespace

// As high with the refusal as without it, and with the way on as without it: what stands below keeps its place.
Box head_of(DrawContext& d, Rect& stood) {
  const StepHead head = d.view.head(d.scene);
  Box all = rail_width(d.f) == 0 ? bare_head(d, head) : head_with(d, head, Type::heading, Box());
  if (!is_unsaved(d) || !d.view.places_frame()) return all;
  const auto measure = [all](Frame& f, int width) { return all.size(f, width); };
  return {measure, [&stood](Frame&, const Rect& at) { stood = at; }};
}

// Where it takes more room than the head it lies over the picture's upper end: no press goes through it.
void draw_unsaved(DrawContext& d, const Rect& head, int top) {
  if (head.empty()) return;
  const Box problem = saving_problem(d);
  const int y = std::max(head.y, top);
  const Rect at{head.x, y, head.w, std::max(head.bottom() - y, problem.height(d.f, head.w))};
  d.f.fill(at, ui::ground_of(Meaning::warn));
  if (at.h > head.h) d.f.control({.id = "play/unsaved", .label = {}, .rect = at, .focusable = false, .value = {}, .shape = {}});
  problem.draw(d.f, at);
}

} // namespace firsthand::screens::play
