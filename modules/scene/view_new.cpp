// See view_new.h.
#include "modules/scene/view_new.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

// Of the thing selected the facts stand above, and are marked.
bool stands_above(const SceneDrawContext& d, const report::NotebookLine& line) {
  return line.entity == d.screen.selected && (line.cue != 0 || line.kind == report::NotebookLine::Kind::said);
}

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

Box act_line(SceneDrawContext& d, const report::NotebookLine& line) {
  return news_line(d, act_icon(line), screens::line_words(d.scene, line), Colour::mut);
}

// With its time where it happened while something else was done.
Box elsewhere(SceneDrawContext& d, const report::NotebookLine& line) {
  const std::string name = line.name ? d.scene.say(*line.name) : std::string();
  const model::Cue* cue = report::cue_of(d.scene.prepared, line.entity, line.cue);
  return marked_new(d,
                    news_line(d, cue ? cue->icon : "eye", fmt::format("{}: {}", name, screens::line_words(d.scene, line)), Colour::text));
}

} // namespace

void bring_forward(SceneDrawContext& d) {
  if (d.screen.told == d.scene.notebook.act) return;
  d.screen.told = d.scene.notebook.act;
  const report::NotebookLine* front = d.reading.news.front;
  const Thing* thing = front ? d.reading.thing(front->entity) : nullptr;
  if (!thing) return;
  close_choices(d);
  d.screen.selected = thing->place->symbol;
}

Box thing_news(SceneDrawContext& d) {
  const screens::News& news = d.reading.news;
  Box all = box::column({.gap = 4, .pad = {.bottom = 4}});
  bool any = false;
  const auto add = [&](Box line) { all.add(std::move(line)), any = true; };
  for (const report::NotebookLine* line : news.acts)
    add(act_line(d, *line));
  for (const auto* lines : {&news.events, &news.results})
    for (const report::NotebookLine* line : *lines)
      if (!stands_above(d, *line)) add(elsewhere(d, *line));
  if (news.brought_nothing()) add(box::text(d.tr("Nothing new to see."), Type::small, Colour::text, {.role = ui::Role::notice}));
  return any ? std::move(all) : Box();
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
