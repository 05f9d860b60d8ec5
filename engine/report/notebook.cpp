// Folds facts into the notebook. Which facts may be read here is the point: only what the learner did or saw.
#include "engine/report/notebook.h"

#include <algorithm>
#include <tuple>

namespace firsthand::report {

namespace {

using model::Fact;
using model::FactKind;
using Kind = NotebookLine::Kind;

NotebookLine line_of(const AttemptTimeline& timeline, const Turn& turn, const Fact& fact, Kind kind) {
  NotebookLine line;
  line.kind = kind;
  line.at = fact.at;
  line.turn = turn.number;
  line.entity = fact.entity;
  line.by = fact.by;
  line.name = name_of(timeline.prepared, fact.entity);
  return line;
}

// When the act began that ended so: an act has one time, as in the debrief.
base::Seconds begun_at(const AttemptTimeline& timeline, const Fact& ended) {
  base::Seconds at = ended.at;
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts)
      if (fact.kind == FactKind::begun && fact.entity == ended.entity && fact.name == ended.name && fact.by == ended.by &&
          fact.at <= ended.at)
        at = fact.at;
  return at;
}

bool touches(const AttemptTimeline& timeline, const Fact& fact) {
  if (fact.kind == FactKind::changed || fact.kind == FactKind::moved) return fact.by != 0;
  const model::Verb* verb = fact.kind == FactKind::begun ? verb_of(timeline.prepared, fact.entity, fact.name) : nullptr;
  return verb && has_tag(*verb, "touch");
}

// Nobody had touched, moved or changed it before.
bool is_as_found(const AttemptTimeline& timeline, const Fact& photographed, base::Seconds before) {
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts)
      if (turn.number > 0 && fact.entity == photographed.entity && fact.at <= before && touches(timeline, fact)) return false;
  return true;
}

std::optional<NotebookLine> done_line(const AttemptTimeline& timeline, const Turn& turn, const Fact& fact) {
  const model::Verb* verb = verb_of(timeline.prepared, fact.entity, fact.name);
  if (!verb) return std::nullopt;
  const bool learner = fact.by == timeline.prepared.words.learner;
  NotebookLine line = line_of(timeline, turn, fact, !learner ? Kind::task : has_tag(*verb, "photographs") ? Kind::photo : Kind::act);
  line.verb = fact.name;
  line.at = begun_at(timeline, fact);
  line.as_found = line.kind == Kind::photo && verb->effects.empty() && is_as_found(timeline, fact, line.at);
  line.text = verb->log.empty() ? &verb->label : &verb->log;
  line.detail = detail_of(timeline, turn, fact);
  return line;
}

// It was tried and time passed, but it was not done, or not to its end.
std::optional<NotebookLine> failed_line(const AttemptTimeline& timeline, const Turn& turn, const Fact& fact) {
  const model::Verb* verb = verb_of(timeline.prepared, fact.entity, fact.name);
  if (!verb) return std::nullopt;
  NotebookLine line = line_of(timeline, turn, fact, Kind::failed);
  line.at = begun_at(timeline, fact);
  line.text = &verb->label;
  line.detail = detail_of(timeline, turn, fact);
  return line;
}

std::optional<NotebookLine> seen_line(const AttemptTimeline& timeline, const Turn& turn, const Fact& fact) {
  const model::Text* words = cue_words(timeline.prepared, fact.entity, fact.name, fact.to);
  if (!words) return std::nullopt;
  NotebookLine line = line_of(timeline, turn, fact, Kind::seen);
  line.text = words;
  line.cue = fact.name;
  line.value = fact.to;
  line.again = fact.from == fact.to;
  const model::Cue* cue = cue_of(timeline.prepared, fact.entity, fact.name);
  if (cue && !cue->reads.empty()) line.number = fact.amount;
  return line;
}

std::optional<NotebookLine> line_for(const AttemptTimeline& timeline, const Turn& turn, const Fact& fact) {
  switch (fact.kind) {
  case FactKind::done:
    return done_line(timeline, turn, fact);
  case FactKind::failed:
  case FactKind::cut_short:
    return failed_line(timeline, turn, fact);
  case FactKind::seen:
    return seen_line(timeline, turn, fact);
  case FactKind::said: {
    NotebookLine line = line_of(timeline, turn, fact, Kind::said);
    line.text = said_by(timeline.prepared, fact.entity, fact.name, fact.to);
    line.topic = fact.name;
    line.answer = fact.to;
    return line;
  }
  case FactKind::moved: {
    NotebookLine line = line_of(timeline, turn, fact, Kind::custody);
    line.from = fact.from;
    line.to = fact.to;
    return line;
  }
  case FactKind::waited: {
    NotebookLine line = line_of(timeline, turn, fact, Kind::wait);
    line.seconds = static_cast<base::Seconds>(fact.amount);
    line.at = fact.at - line.seconds;
    return line;
  }
  case FactKind::noted: {
    NotebookLine line = line_of(timeline, turn, fact, Kind::note);
    line.typed = turn.note;
    return line;
  }
  default:
    return std::nullopt;
  }
}

void observe(const AttemptTimeline& timeline, const Fact& fact, std::vector<NotebookExhibit>& exhibits) {
  if (fact.kind != FactKind::seen) return;
  for (NotebookExhibit& exhibit : exhibits) {
    if (exhibit.entity != fact.entity) continue;
    const model::Cue* cue = cue_of(timeline.prepared, fact.entity, fact.name);
    if (!cue) return;
    std::erase_if(exhibit.observed, [&](const Observed& known) { return known.cue == fact.name; });
    const model::Text* words = cue_words(timeline.prepared, fact.entity, fact.name, fact.to);
    if (!words) return;
    Observed observed{cue->icon, words, std::nullopt, fact.at, fact.name};
    if (!cue->reads.empty()) observed.number = fact.amount;
    exhibit.observed.push_back(observed);
  }
}

void sort_by_model(const AttemptTimeline& timeline, NotebookExhibit& exhibit) {
  const auto& cues = timeline.prepared.scenario.model_of(*entity_of(timeline.prepared, exhibit.entity)).cues;
  const auto rank = [&](const Observed& observed) {
    const std::string& word = timeline.prepared.symbols.word(observed.cue);
    return std::find_if(cues.begin(), cues.end(), [&](const model::Cue& cue) { return cue.name == word; }) - cues.begin();
  };
  std::stable_sort(exhibit.observed.begin(), exhibit.observed.end(),
                   [&](const Observed& a, const Observed& b) { return rank(a) < rank(b); });
}

bool is_note(const Turn& turn) { return turn.facts.size() == 1 && turn.facts.front().kind == FactKind::noted; }

// Of a number the words that are seen do not say whether it is another one.
void compare_numbers(std::vector<NotebookLine>& lines, NotebookLine& line) {
  if (!line.number) return;
  const auto before = std::find_if(lines.rbegin(), lines.rend(),
                                   [&](const NotebookLine& other) { return other.entity == line.entity && other.cue == line.cue; });
  line.again = before != lines.rend() && before->number == line.number;
}

// Within a turn an act stands where it began, and before what came of it in that second: the question before its answer.
bool stands_before(const NotebookLine& a, const NotebookLine& b) {
  const auto rank = [](const NotebookLine& line) {
    const bool deed = line.kind == Kind::act || line.kind == Kind::photo || line.kind == Kind::failed || line.kind == Kind::wait;
    return deed ? 0 : line.kind == Kind::task ? 1 : 2;
  };
  return std::tuple(a.turn, a.at, rank(a)) < std::tuple(b.turn, b.at, rank(b));
}

bool is_same(const NotebookLine& a, const NotebookLine& b) {
  return a.kind == Kind::seen && b.kind == Kind::seen && a.turn == b.turn && a.at == b.at && a.entity == b.entity && a.text == b.text &&
         a.number == b.number;
}

} // namespace

Notebook notebook_of(const AttemptTimeline& timeline) {
  Notebook notebook;
  for (const model::EntityUse& use : timeline.prepared.scenario.entities)
    if (use.kind == model::EntityKind::exhibit)
      notebook.exhibits.push_back({timeline.prepared.symbols.find(use.id), use.number, &use.name, {}});
  for (const Turn& turn : timeline.turns) {
    if (!is_note(turn)) notebook.act = turn.number;
    for (const Fact& fact : turn.facts) {
      observe(timeline, fact, notebook.exhibits);
      // What stands there at the start is seen, but was not found out: it belongs to the exhibit, not to the log.
      if (turn.number == 0 && fact.kind == FactKind::seen) continue;
      auto line = line_for(timeline, turn, fact);
      if (!line) continue;
      const auto same = [&](const NotebookLine& other) { return is_same(other, *line); };
      if (std::any_of(notebook.lines.begin(), notebook.lines.end(), same)) continue;
      compare_numbers(notebook.lines, *line);
      notebook.lines.push_back(std::move(*line));
    }
  }
  std::stable_sort(notebook.lines.begin(), notebook.lines.end(), stands_before);
  for (NotebookExhibit& exhibit : notebook.exhibits)
    sort_by_model(timeline, exhibit);
  return notebook;
}

} // namespace firsthand::report
