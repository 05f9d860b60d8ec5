// See window_tour_events.h.
#include "tools/firsthand/window_tour_events.h"

#include "engine/screens/play/news.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::tools {

namespace {

std::vector<LessonEvent> events_of_play(const session::Prepared& prepared, const session::Play& play) {
  const session::Rehearsal run = session::rehearse(prepared, play);
  report::AttemptTimeline timeline{prepared, {{0, run.first_facts, ""}}};
  for (const session::Rehearsal::Turn& turn : run.turns)
    timeline.turns.push_back({static_cast<int>(timeline.turns.size()), turn.facts, "", std::nullopt, turn.action});
  return events_in(prepared, report::notebook_of(timeline));
}

void drop_known(std::vector<EventPlay>& plays, const std::vector<LessonEvent>& known) {
  for (EventPlay& play : plays)
    std::erase_if(play.events, [&](const LessonEvent& event) {
      return std::any_of(known.begin(), known.end(), [&](const LessonEvent& other) { return other.name == event.name; });
    });
}

} // namespace

std::vector<LessonEvent> events_in(const session::Prepared& prepared, const report::Notebook& notebook) {
  std::vector<LessonEvent> events;
  std::set<std::string> known;
  for (const report::NotebookLine& line : notebook.lines) {
    if (line.cue == 0 || line.again || !screens::is_by_itself(prepared, notebook, line)) continue;
    const auto word = [&](model::Symbol symbol) { return symbol == 0 ? std::string("read") : prepared.symbols.word(symbol); };
    std::string name = fmt::format("{}-{}-{}-{}", prepared.scenario.id, word(line.entity), word(line.cue), word(line.value));
    if (known.insert(name).second) events.push_back({std::move(name), line.turn});
  }
  return events;
}

std::vector<EventPlay> plays_of_events(const session::Prepared& prepared, std::vector<session::Play> plays) {
  std::vector<EventPlay> left, chosen;
  for (session::Play& play : plays) {
    std::vector<LessonEvent> events = events_of_play(prepared, play);
    left.push_back({std::move(play), std::move(events)});
  }
  while (true) {
    const auto most = std::max_element(left.begin(), left.end(),
                                       [](const EventPlay& a, const EventPlay& b) { return a.events.size() < b.events.size(); });
    if (most == left.end() || most->events.empty()) return chosen;
    chosen.push_back(*most);
    drop_known(left, chosen.back().events);
  }
}

} // namespace firsthand::tools
