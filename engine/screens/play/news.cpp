// See news.h.
#include "engine/screens/play/news.h"

#include <algorithm>
#include <array>

namespace firsthand::screens {

namespace {

using report::NotebookLine;
using Kind = NotebookLine::Kind;

bool is_act(const NotebookLine& line) {
  return line.kind == Kind::act || line.kind == Kind::photo || line.kind == Kind::task || line.kind == Kind::wait ||
         line.kind == Kind::failed;
}

void sort_in(News& news, const StepScene& scene, const NotebookLine& line) {
  if (!line.text || line.again || (line.kind != Kind::seen && line.kind != Kind::said)) return;
  (is_by_itself(scene.prepared, scene.notebook, line) ? news.events : news.results).push_back(&line);
}

// ---- who waits ----------------------------------------------------------------------------------------------------------

const NotebookLine* newest_seen(const StepScene& scene, model::Symbol entity, model::Symbol cue) {
  const auto& lines = scene.notebook.lines;
  const auto found = std::find_if(lines.rbegin(), lines.rend(),
                                  [&](const NotebookLine& line) { return line.entity == entity && line.cue == cue && !line.again; });
  return found == lines.rend() ? nullptr : &*found;
}

// Looking is free. Whatever else is done goes on, and that is an answer, too.
bool is_free(const StepScene& scene, const NotebookLine& line) {
  const model::Verb* verb = report::verb_of(scene.prepared, line.entity, line.verb);
  return !is_act(line) || (verb && verb->group == model::Group::look && line.by == scene.prepared.words.learner);
}

bool went_on_since(const StepScene& scene, int turn) {
  return std::any_of(scene.notebook.lines.begin(), scene.notebook.lines.end(),
                     [&](const NotebookLine& line) { return line.turn > turn && !is_free(scene, line); });
}

bool can_be_answered(const StepScene& scene, model::Symbol person, const model::Alarm& alarm) {
  return std::any_of(scene.offers.actions.begin(), scene.offers.actions.end(), [&](const session::Action& action) {
    if (action.kind != session::Action::Kind::act || action.entity != person) return false;
    return std::find(alarm.answers.begin(), alarm.answers.end(), scene.prepared.symbols.word(action.verb)) != alarm.answers.end();
  });
}

// The author says which words ask for an act (`alarms`), and that they are words (quotation marks).
bool waits_on(const StepScene& scene, model::Symbol person, const model::Cue& cue) {
  const model::Symbol name = scene.prepared.symbols.find(cue.name);
  const std::string& value = scene.prepared.symbols.word(scene.prepared.scene.seen_value(scene.seen, person, name));
  const auto alarm = std::find_if(cue.alarms.begin(), cue.alarms.end(), [&](const model::Alarm& each) { return each.value == value; });
  if (alarm == cue.alarms.end() || !can_be_answered(scene, person, *alarm)) return false;
  const NotebookLine* said = newest_seen(scene, person, name);
  return said && is_spoken(*said->text) && !went_on_since(scene, said->turn);
}

model::Symbol who_waits(const StepScene& scene) {
  for (const model::EntityUse& use : scene.prepared.scenario.entities) {
    if (use.kind != model::EntityKind::person) continue;
    const model::Symbol person = scene.prepared.symbols.find(use.id);
    for (const model::Cue& cue : scene.prepared.scenario.model_of(use).cues)
      if (waits_on(scene, person, cue)) return person;
  }
  return 0;
}

// ---- what comes forward: who waits, then who speaks, then a person, then what was first

int rank_of(const StepScene& scene, const News& news, const NotebookLine& line) {
  const bool spoken = is_spoken(*line.text);
  if (spoken && line.entity == news.waits) return 0;
  const model::EntityUse* use = report::entity_of(scene.prepared, line.entity);
  return spoken ? 1 : use && use->kind == model::EntityKind::person ? 2 : 3;
}

// Who waits comes forward whoever made them ask: it may be somebody else than who was acted on.
const NotebookLine* foremost(const StepScene& scene, const News& news) {
  for (const NotebookLine* line : news.results)
    if (line->kind == Kind::seen && is_spoken(*line->text) && line->entity == news.waits) return line;
  const auto front = std::min_element(news.events.begin(), news.events.end(), [&](const NotebookLine* a, const NotebookLine* b) {
    return rank_of(scene, news, *a) < rank_of(scene, news, *b);
  });
  return front == news.events.end() ? nullptr : *front;
}

} // namespace

bool News::is_new(model::Symbol entity, model::Symbol cue) const {
  const auto holds = [&](const NotebookLine* line) { return line->entity == entity && line->cue == cue && cue != 0; };
  return std::any_of(results.begin(), results.end(), holds) || std::any_of(events.begin(), events.end(), holds);
}

bool is_by_itself(const session::Prepared& prepared, const report::Notebook& notebook, const NotebookLine& line) {
  if (line.by == prepared.words.learner) return false;
  return line.by == 0 || std::none_of(notebook.lines.begin(), notebook.lines.end(), [&](const NotebookLine& other) {
           return other.turn == line.turn && other.by == line.by && is_act(other);
         });
}

News news_of(const StepScene& scene) {
  News news;
  for (const NotebookLine& line : scene.notebook.lines) {
    if (line.turn != scene.notebook.act) continue;
    if (is_act(line)) news.acts.push_back(&line);
    sort_in(news, scene, line);
  }
  news.waits = who_waits(scene);
  news.front = foremost(scene, news);
  return news;
}

bool is_spoken(const model::Text& text) {
  constexpr std::array<std::string_view, 5> marks{"\"", "“", "„", "«", "「"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.source.starts_with(mark); });
}

std::string waiting_words(const StepScene& scene, const News& news) {
  const model::Text* name = report::name_of(scene.prepared, news.waits);
  return name ? scene.words.tr("play", "{name} waits for your answer", {{"name", scene.say(*name)}}) : std::string();
}

} // namespace firsthand::screens
