// A lesson of the library, rehearsed: what the debrief's tests are told from.
#pragma once

#include "engine/screens/debrief/draw.h"
#include "engine/session/play.h"
#include "modules/scene/view.h"
#include "tests/screens/play_stage.h"

#include <algorithm>
#include <map>

namespace firsthand::screens {

struct Lesson {
  TreeFiles disk;
  session::PreparedPtr prepared;
  std::string folder;
  mutable std::map<std::string, ui::SharedBytes, std::less<>> pictures;
  std::function<std::optional<std::string>(std::string_view path)> read; // where its files lie elsewhere

  explicit Lesson(const std::string& name) : prepared(lesson(name)), folder("scenarios/courses/first-responder/" + name) {}
  explicit Lesson(session::PreparedPtr ready) : prepared(std::move(ready)) {}
  ui::SharedBytes picture(std::string_view path) const {
    const auto found = pictures.find(path);
    if (found != pictures.end()) return found->second;
    auto bytes = read ? read(path) : disk.read(path, 1u << 20);
    return pictures.emplace(std::string(path), bytes ? std::make_shared<const std::string>(std::move(*bytes)) : nullptr).first->second;
  }
};

// One attempt, played as a play of the lesson's says. `lines`: only so many of its actions; 0: all.
struct Run {
  const Lesson& lesson;
  session::Play play;
  session::Rehearsal rehearsal;
  report::AttemptTimeline timeline;
  report::Debrief debrief;
  std::optional<causes::Causes> causes;
  std::optional<causes::Futures> futures;

  Run(const Lesson& of, const std::string& name, session::Mode mode = session::Mode::practice) : lesson(of), timeline{*of.prepared, {}} {
    play = read_play(name);
    session::Start start;
    start.mode = mode;
    rehearsal = session::rehearse(*of.prepared, play, start);
    timeline.turns.push_back({0, rehearsal.first_facts, ""});
    int number = 0;
    for (const auto& turn : rehearsal.turns)
      timeline.turns.push_back({++number, turn.facts, "", std::nullopt, turn.action});
    debrief = report::debrief_of(timeline, rehearsal.attempt);
    find_causes(start);
  }

  void find_causes(const session::Start& start) {
    causes::Record record{start, {}, false, {}};
    record.start.chance = play.chance;
    for (std::size_t i = 0; i < rehearsal.turns.size(); ++i)
      record.acts.push_back({static_cast<int>(i) + 1, rehearsal.turns[i].action});
    for (const session::PlayLine& line : read_play(lesson.prepared->scenario.exemplar).lines)
      if (const auto* action = std::get_if<session::Action>(&line.content)) record.good_way.push_back(*action);
    causes = causes::causes_of(*lesson.prepared, record);
    if (causes) futures = causes::futures_of(*lesson.prepared, record, screens::debrief_cause(timeline, debrief, *causes));
  }

  session::Play read_play(const std::string& name) const {
    const auto text = lesson.disk.read(lesson.folder + "/plays/" + name + ".play", 1u << 20);
    REQUIRE(text);
    session::PlayReading reading = session::parse_play(*text, *lesson.prepared);
    REQUIRE(reading.faults.empty());
    return std::move(reading.play);
  }

  session::Attempt attempt_at(int turn) const {
    session::Start start;
    start.mode = rehearsal.attempt.mode;
    start.chance = play.chance;
    model::FactList facts;
    session::Attempt attempt = session::begin(*lesson.prepared, start, facts);
    for (int i = 0; i < turn && i < static_cast<int>(rehearsal.turns.size()); ++i)
      REQUIRE(!session::advance(*lesson.prepared, attempt, rehearsal.turns[static_cast<std::size_t>(i)].action, attempt.turn, facts));
    return attempt;
  }

  screens::DebriefState state(const content::Words& words, const Run* best = nullptr, const Run* other = nullptr) const {
    screens::DebriefSource source{timeline, debrief, words};
    source.best = best ? &best->timeline : nullptr, source.other = other ? &other->timeline : nullptr;
    source.causes = causes ? &*causes : nullptr, source.futures = futures ? &*futures : nullptr;
    screens::DebriefState out = screens::debrief_state(source);
    const screens::DebriefPoint point = screens::debrief_moment(timeline, debrief, source.causes);
    const screens::StepViews views{{"scene", &modules::scene::open_view}};
    out.shot = screens::debrief_shot(*lesson.prepared, attempt_at(point.turn), point.entity, views, words);
    if (futures) screens::show_futures(out, {}, *futures, *lesson.prepared, views, words);
    out.picture = [this](std::string_view path) -> ui::Picture { return {std::string(path), lesson.picture(path)}; };
    return out;
  }
};

} // namespace firsthand::screens
