// What can be answered with: the lines of the person's own notebook, in their words and in their order. Nothing here shows which one fits.
#include "modules/scene/view_parts.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

using report::NotebookLine;
using session::NotedLine;

// What somebody typed cannot be judged, and what passed by itself says nothing.
std::optional<NotedLine> line_said_by(const NotebookLine& line) {
  using Kind = NotebookLine::Kind;
  if (line.kind == Kind::act || line.kind == Kind::photo || line.kind == Kind::task) return NotedLine{line.entity, line.verb, 0};
  if (line.kind == Kind::seen) return NotedLine{line.entity, line.cue, line.value};
  if (line.kind == Kind::said) return NotedLine{line.entity, line.topic, line.answer};
  return std::nullopt;
}

bool can_be_said(const SceneDrawContext& d, const session::Action& answer) {
  const auto& offered = d.scene.offers.actions;
  return std::any_of(offered.begin(), offered.end(), [&](const session::Action& each) {
    return each.kind == answer.kind && each.entity == answer.entity && each.verb == answer.verb;
  });
}

// One of them asks twice: then all do, or it would show which.
bool any_asks_twice(const SceneDrawContext& d, const NoteQuestion& question) {
  const auto asks = [&](model::Symbol symbol) {
    const model::Verb* verb = report::verb_of(d.scene.prepared, question.by, symbol);
    return verb && screens::asks_twice(*verb);
  };
  return asks(question.other) ||
         std::any_of(question.answers.begin(), question.answers.end(), [&](const NoteAnswer& answer) { return asks(answer.verb); });
}

// As the notebook has it: when, of what, and what.
std::string words_of(const SceneDrawContext& d, const NotebookLine& line) {
  const std::string name = line.name ? d.scene.say(*line.name) + ": " : std::string();
  return fmt::format("{} {}{}", screens::clock_text(d.scene, line.at), name, screens::line_words(d.scene, line));
}

} // namespace

std::string note_id(const model::Symbols& symbols, const NotedLine& line) {
  const std::string id = fmt::format("scene/note/{}.{}", symbols.word(line.of), symbols.word(line.note));
  return line.is == 0 ? id : fmt::format("{}.{}", id, symbols.word(line.is));
}

namespace {

// One line that can be said, as it stands to be picked.
struct Pickable {
  const NotebookLine* line = nullptr;
  NotedLine said;
  std::string id; // what was written down again has one of its own
};

// The newest first: what was asked is most often about what was just seen.
std::vector<Pickable> pickable(const SceneDrawContext& d) {
  std::vector<Pickable> lines;
  std::map<std::string, int> times;
  for (const NotebookLine& line : d.scene.notebook.lines) {
    const auto said = line_said_by(line);
    if (!said) continue;
    std::string id = note_id(d.scene.prepared.symbols, *said);
    if (const int before = times[id]++; before > 0) id += fmt::format(".{}", before + 1);
    lines.push_back({&line, *said, std::move(id)});
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

bool any_typed(const SceneDrawContext& d) {
  const auto& lines = d.scene.notebook.lines;
  return std::any_of(lines.begin(), lines.end(), [](const NotebookLine& line) { return line.kind == NotebookLine::Kind::note; });
}

} // namespace

std::string first_note_id(const SceneDrawContext& d) {
  const std::vector<Pickable> lines = pickable(d);
  return lines.empty() ? "scene/cancel" : lines.front().id;
}

// Only the first nine have a number; the arrows go to all of them.
std::vector<ui::Box> note_lines(SceneDrawContext& d, const NoteQuestion& question) {
  std::vector<ui::Box> lines;
  const std::string_view again = any_asks_twice(d, question) ? d.tr("Press again") : std::string_view();
  for (const Pickable& each : pickable(d)) {
    const session::Action answer = question.with(d.scene.step, each.said);
    const ui::Verb note{.id = d.f.keep(each.id),
                        .label = d.f.keep(words_of(d, *each.line)),
                        .seconds = {},
                        .enabled = can_be_said(d, answer),
                        .reason = d.tr("Not possible now"),
                        .again = again,
                        .choose_key = lines.size() < 9 ? static_cast<char>('1' + lines.size()) : char{0}};
    lines.push_back(ui::box::verb(note, [&d, answer] { press_way(d, answer); }));
  }
  if (any_typed(d))
    lines.push_back(
        ui::box::text(d.tr("What you typed yourself cannot be judged, so it is no answer here. Pick a line that the program wrote."),
                      ui::Type::small, ui::Colour::mut));
  return lines;
}

} // namespace firsthand::modules::scene
