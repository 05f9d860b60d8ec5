// What happened by itself, over a step that shows no scene to tell it in.
#include "engine/screens/play/news.h"
#include "engine/screens/play/parts.h"

#include <fmt/format.h>

namespace firsthand::screens::play {

namespace {

Box happened_line(const DrawContext& d, const report::NotebookLine& line) {
  const std::string name = line.name ? d.scene.say(*line.name) : std::string();
  return box::row(
      {.gap = 10, .across = Across::start},
      box::text(d.f.keep(clock_text(d.scene, line.at)), Type::small_bold, Colour::text, {.tabular = true}),
      box::text(d.f.keep(fmt::format("{}: {}", name, line_words(d.scene, line))), Type::small, Colour::text, {.role = Role::notice})
          .grow());
}

} // namespace

Box happened_of(const DrawContext& d) {
  const News news = news_of(d.scene);
  if (news.events.empty()) return {};
  Box lines = box::column({.gap = 4, .pad = pad(24, 10)});
  for (const report::NotebookLine* line : news.events)
    lines.add(happened_line(d, *line));
  return box::on([](Frame& f, const Rect& at) { f.fill(at, Colour::acc_soft); }, std::move(lines));
}

} // namespace firsthand::screens::play
