// See view_new.h.
#include "modules/scene/view_new.h"

#include "modules/scene/view_event.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::modules::scene {

bool came_forward(const SceneDrawContext& d) { return d.reading.news.front && d.reading.news.front->entity == d.screen.selected; }

namespace {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

// Of the thing selected the facts stand above, and are marked.
bool stands_above(const SceneDrawContext& d, const report::NotebookLine& line) {
  return line.entity == d.screen.selected && (line.cue != 0 || line.kind == report::NotebookLine::Kind::said);
}

// Nothing in this picture can be selected for it: it is told first.
bool has_no_place(const SceneDrawContext& d, const report::NotebookLine& event) { return !d.reading.thing(event.entity); }

const char* act_icon(const report::NotebookLine& line) {
  using Kind = report::NotebookLine::Kind;
  return line.kind == Kind::failed ? "cross" : line.kind == Kind::wait ? "wait" : line.kind == Kind::photo ? "camera" : "check";
}

Box news_line(SceneDrawContext& d, std::string_view icon, std::string words, Colour ink) {
  const auto first_line = [icon = std::string(icon), ink](ui::Frame& f, const ui::Rect& rect) { f.icon(icon, rect, ink); };
  Box beside([](ui::Frame& f, int) { return ui::Size{f.px(16), f.line_height(Type::small)}; }, first_line);
  return box::row({.gap = 8, .across = ui::Across::start}, std::move(beside),
                  box::text(d.f.keep(std::move(words)), Type::small, ink, {.role = ui::Role::notice}).grow());
}

// Where nothing else happened it is the selected thing's, whatever was done.
bool is_told_above(const SceneDrawContext& d, const report::NotebookLine& act) {
  return came_forward(d) || act.entity == d.screen.selected || act.entity == 0 || d.reading.news.brought_nothing();
}

std::string to_no_effect(const SceneDrawContext& d, std::string words) {
  words += std::string(" ") += d.tr("Nothing new to see.");
  return words;
}

// Under another thing it says whose it is.
Box act_line(SceneDrawContext& d, const report::NotebookLine& line) {
  std::string words = screens::line_words(d.scene, line);
  if (line.name && line.entity != d.screen.selected) words = fmt::format("{}: {}", d.scene.say(*line.name), words);
  if (d.reading.news.brought_nothing() && &line == d.reading.news.acts.back()) words = to_no_effect(d, std::move(words));
  return news_line(d, act_icon(line), std::move(words), Colour::mut);
}

// With its time where it happened while something else was done.
Box elsewhere(SceneDrawContext& d, const report::NotebookLine& line) {
  const std::string name = line.name ? d.scene.say(*line.name) : std::string();
  const model::Cue* cue = report::cue_of(d.scene.prepared, line.entity, line.cue);
  return marked_new(d,
                    news_line(d, cue ? cue->icon : "eye", fmt::format("{}: {}", name, screens::line_words(d.scene, line)), Colour::text));
}

// What had the focus stands there no more. On what came forward Enter selects it once more, and answers nothing.
void follow_by_focus(SceneDrawContext& d, const Thing& thing) {
  const std::string_view focus = d.f.focused();
  const bool acted = focus.starts_with("scene/verb/") || focus.starts_with("scene/with/") || focus.starts_with("scene/task/") ||
                     focus.starts_with("scene/wait");
  if (acted && !focus.starts_with("scene/verb/" + thing.place->entity + "/")) d.f.focus("scene/place/" + thing.place->entity);
}

// What somebody works with is not taken from under their hands by what merely happens: that is told in the picture and at the column's
// foot. Who waits for an answer comes in its place, for going on would be an answer too.
bool stays_selected(const SceneDrawContext& d, const report::NotebookLine& front) {
  return d.screen.meant && d.selected() && front.entity != d.reading.news.waits;
}

} // namespace

void bring_forward(SceneDrawContext& d) {
  if (d.screen.told == d.scene.notebook.act) return;
  d.screen.told = d.scene.notebook.act;
  d.screen.brings_news = true;
  ui::scroll_to_top(d.f, "scene/result"), ui::scroll_to_top(d.f, "scene/known");
  if (const std::string verb(d.f.focused()); verb.starts_with("scene/verb/"))
    ui::scroll_to(d.f, "scene/verbs", verb); // the news may have hidden it
  const report::NotebookLine* front = d.reading.news.front;
  const Thing* thing = front ? d.reading.thing(front->entity) : nullptr;
  if (!thing || stays_selected(d, *front)) return;
  close_choices(d);
  select_thing(d, *thing);
  follow_by_focus(d, *thing);
}

namespace {

Box told(std::vector<Box> lines) { return lines.empty() ? Box() : box::column({.gap = 4, .pad = {.bottom = 4}}, std::move(lines)); }

} // namespace

namespace {

// With whatever it can be done with, the longest name.
std::string longest_line(const SceneDrawContext& d, model::Symbol entity, model::Symbol symbol, report::NotebookLine line) {
  std::string longest = screens::line_words(d.scene, line);
  for (const model::EntityUse& use : d.scene.prepared.scenario.entities) {
    line.detail.with = report::instrument_of(d.scene.prepared, entity, symbol, d.scene.prepared.symbols.find(use.id));
    if (std::string words = screens::line_words(d.scene, line); words.size() > longest.size()) longest = std::move(words);
  }
  return longest;
}

} // namespace

Box longest_result(SceneDrawContext& d, model::Symbol entity, model::Symbol symbol) {
  const model::Verb* verb = report::verb_of(d.scene.prepared, entity, symbol);
  if (!verb) return {};
  report::NotebookLine line;
  line.as_found = true;
  line.text = verb->log.empty() ? &verb->label : &verb->log;
  const std::string done = longest_line(d, entity, symbol, line);
  line.kind = report::NotebookLine::Kind::failed, line.text = &verb->label;
  const std::string tried = longest_line(d, entity, symbol, line);
  std::vector<Box> lines;
  lines.push_back(news_line(d, "check", to_no_effect(d, done.size() > tried.size() ? done : tried), Colour::mut));
  return told(std::move(lines));
}

Box thing_result(SceneDrawContext& d) {
  std::vector<Box> lines;
  for (const report::NotebookLine* act : d.reading.news.acts)
    if (is_told_above(d, *act)) lines.push_back(act_line(d, *act));
  for (const auto* some : {&d.reading.news.events, &d.reading.news.results})
    for (const report::NotebookLine* line : *some)
      if (!stands_above(d, *line) && (came_forward(d) || has_no_place(d, *line))) lines.push_back(elsewhere(d, *line));
  return told(std::move(lines));
}

Box thing_news(SceneDrawContext& d) {
  std::vector<Box> lines;
  for (const report::NotebookLine* act : d.reading.news.acts)
    if (!is_told_above(d, *act)) lines.push_back(act_line(d, *act));
  for (const auto* some : {&d.reading.news.events, &d.reading.news.results})
    for (const report::NotebookLine* line : *some)
      if (!stands_above(d, *line) && !came_forward(d) && !has_no_place(d, *line)) lines.push_back(elsewhere(d, *line));
  return told(std::move(lines));
}

Box told_elsewhere(SceneDrawContext& d) {
  std::vector<Box> lines;
  const auto tell = [&](const report::NotebookLine* line) {
    if (!may_be_marked(d, *line)) lines.push_back(elsewhere(d, *line));
  };
  std::for_each(d.reading.news.events.begin(), d.reading.news.events.end(), tell);
  for (const report::NotebookLine* line : d.reading.news.results)
    if (line->cue != 0 && screens::is_spoken(*line->text)) tell(line); // an answer stands where it was asked for
  return told(std::move(lines));
}

bool is_new_answer(const SceneDrawContext& d, const report::NotebookLine& said) {
  const auto& results = d.reading.news.results;
  return std::find(results.begin(), results.end(), &said) != results.end();
}

Box marked_new(SceneDrawContext& d, Box fact) {
  const auto ground = [](ui::Frame& f, const ui::Rect& rect) {
    const ui::Rect wide{rect.x - f.px(8), rect.y, rect.w + f.px(16), rect.h};
    f.fill(wide, Colour::acc_soft, f.small_radius());
    if (f.high_contrast()) f.border(wide, Colour::acc, 2, f.small_radius());
  };
  return box::on(ground, box::row({.gap = 8}, std::move(fact).grow(), box::text(d.tr("new"), Type::small_bold, Colour::acc)));
}

} // namespace firsthand::modules::scene
