// Which sound a turn makes; and that none of them knows more than the person does.
#include "engine/screens/play/sounds.h"
#include "tests/screens/shell_bench.h"

#include <map>
#include <set>

namespace shell_tests {

namespace {

using model::FactKind;
using ui::Sound;

struct HeardTurn {
  std::string lesson, play;
  session::PreparedPtr prepared;
  session::Facts facts;
};

// The turns of every play of both lessons.
std::vector<HeardTurn> all_turns() {
  std::vector<HeardTurn> turns;
  const screens::TreeFiles files;
  for (const char* lesson : {"one-phone", "open-laptop"}) {
    const session::PreparedPtr prepared = screens::lesson(lesson);
    const std::string folder = std::string("scenarios/courses/first-responder/") + lesson + "/plays/";
    for (const std::string& name : files.list(folder)) {
      const session::Play play = session::parse_play(*files.read(folder + name, 1u << 20), *prepared).play;
      const session::Rehearsal run = session::rehearse(*prepared, play);
      for (const session::Rehearsal::Turn& each : run.turns)
        turns.push_back({lesson, name, prepared, each.facts});
    }
  }
  return turns;
}

// What nobody perceives, or what says how good it was.
bool is_hidden(const model::Fact& fact) {
  constexpr std::array hidden{FactKind::changed, FactKind::event,   FactKind::lost,  FactKind::sealed,
                              FactKind::opened,  FactKind::secured, FactKind::drawn, FactKind::graded};
  return std::find(hidden.begin(), hidden.end(), fact.kind) != hidden.end();
}

} // namespace

TEST_CASE("turn sounds: of what cannot be perceived, and of how good it was, nothing is heard") {
  std::map<Sound, int> heard;
  for (const HeardTurn& turn : all_turns()) {
    CAPTURE(turn.lesson);
    CAPTURE(turn.play);
    const auto sound = screens::sound_of(*turn.prepared, turn.facts);
    session::Facts seen = turn.facts;
    std::erase_if(seen, is_hidden);
    for (model::Fact& fact : seen) {
      const bool judged = fact.kind == FactKind::answered || fact.kind == FactKind::attempt_ended;
      if (judged) fact.amount = 0, fact.to = 0, fact.cause = 0;
    }
    CHECK(screens::sound_of(*turn.prepared, seen) == sound);
    if (sound) ++heard[*sound];
  }
  for (const Sound each : {Sound::done, Sound::picture, Sound::came, Sound::waits, Sound::further, Sound::over})
    CHECK_MESSAGE(heard[each] > 0, static_cast<int>(each));
}

TEST_CASE("turn sounds: an act, a photograph, a note, what did not work, what comes by itself, who speaks, the next step, the end") {
  const session::PreparedPtr prepared = screens::lesson("one-phone");
  const auto word = [&](const char* text) { return prepared->symbols.find(text); };
  const model::Symbol learner = prepared->words.learner, phone = word("phone");
  const auto sounds = [&](std::vector<model::Fact> facts) { return screens::sound_of(*prepared, facts); };
  const auto fact = [&](FactKind kind, model::Symbol entity, model::Symbol name, model::Symbol by) {
    model::Fact made;
    made.kind = kind, made.entity = entity, made.name = name, made.by = by;
    return made;
  };
  const model::Fact look = fact(FactKind::done, phone, word("look"), learner);
  CHECK(sounds({look}) == Sound::done);
  CHECK(sounds({fact(FactKind::done, phone, word("photograph"), learner)}) == Sound::picture);
  CHECK(sounds({fact(FactKind::noted, 0, 0, learner)}) == Sound::written);
  CHECK(sounds({fact(FactKind::failed, phone, word("look"), learner)}) == Sound::refused);
  CHECK(sounds({look, fact(FactKind::seen, phone, word("screen"), learner)}) == Sound::done); // looked for
  CHECK(sounds({look, fact(FactKind::seen, phone, word("screen"), 0)}) == Sound::came);       // not looked for
  CHECK(sounds({fact(FactKind::lost, phone, 0, 0)}) == std::nullopt);
  CHECK(sounds({look, fact(FactKind::step_entered, 0, word("seat"), 0)}) == Sound::further);
  CHECK(sounds({look, fact(FactKind::step_entered, 0, word("seat"), 0), fact(FactKind::attempt_ended, 0, 0, 0)}) == Sound::over);
  CHECK(sounds({}) == std::nullopt);
}

TEST_CASE("turn sounds: each turn sounds once it is on the screen, as loud as is wanted, and not at all where sounds are off") {
  ShellBench bench;
  std::vector<std::pair<Sound, int>> heard;
  bench.adjust = [&](screens::ShellOptions& options) {
    options.sound = [&](Sound sound, int percent) { heard.emplace_back(sound, percent); };
  };
  bench.open();
  bench.dara();
  screens::home(*bench.shell).open_lesson("one-phone");
  heard.clear();
  bench.go_on();
  CHECK(heard == std::vector<std::pair<Sound, int>>{{Sound::further, 50}});
  bench.shell->playing().submit({}, bench.shell->playing().drawn_now()); // nothing that could be done
  bench.settle();
  CHECK(heard.back().first == Sound::refused);
  app::Settings quiet = bench.shell->settings();
  quiet.sound_percent = 0;
  bench.shell->change_settings(quiet);
  heard.clear();
  bench.play_through("expert");
  CHECK(bench.shell->page() == PageName::debrief);
  CHECK(heard.empty());
}

} // namespace shell_tests
