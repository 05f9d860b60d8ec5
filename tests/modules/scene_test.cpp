// The scene over one step: which acts belong to the picture, who may take a task, when it is over.
#include "tests/modules/lesson.h"

#include "modules/scene/rules.h"

namespace firsthand::modules::test::of_scene {

namespace {

const char* const box = R"(model: box
traits: [computer, tied]
state:
  power: [on, off]
  lid: [open, closed]
relations:
  holder: {to: person, custody: yes}
verbs:
  look: {group: look, label: Look closely, takes: 15 s}
  close-lid: {group: touch, label: Close the lid, takes: 2 s, tags: [touch], sets: {lid: closed}}
  cut: {group: touch, label: Cut, takes: 1 s, with: shield, sets: {power: off}}
  guard: {group: touch, label: Guard, takes: 4 s, task: only}
evidence:
  memory: {lives: {power: on}}
)";

const std::string places = "    places:\n      - {entity: box, at: [10, 20, 40, 30], verbs: [close-lid, look, cut]}\n";

session::PreparedPtr room(const std::string& keys, const std::string& in_place = places) {
  reading_test::World world;
  world.put("device", box);
  world.change("vocabulary", "verbs: {look: Look, close-lid: Close the lid, cut: Cut, guard: Guard}\n");
  world.change("scenario", "exhibits:\n  - {id: box, model: box, name: Box}\n  - {id: other, model: box, name: Another}\n");
  world.change("scenario", "links: []\n");
  world.change("scenario",
               "steps:\n  - id: room\n    kind: scene\n    title: Room\n    goal: Look around.\n    picture: pictures/thumb.svg\n" +
                   in_place + keys + "  - {id: after, kind: briefing, title: After, text: It is over.}\n");
  return prepared(world);
}

const std::string by_learner = "    ends: {by: learner}\n";

std::vector<std::string> codes_with(const std::string& place, const std::string& end = by_learner) {
  reading_test::World world;
  world.change("scenario",
               "steps:\n  - id: room\n    kind: scene\n    title: Room\n    goal: Look around.\n    picture: pictures/thumb.svg\n"
               "    places:\n      - {entity: box, " +
                   place + "}\n" + end);
  return codes_of(world);
}

} // namespace

TEST_CASE("scene: the acts of its places are offered and taken, no others") {
  Game game(room(by_learner));
  CHECK(game.offers() == Lines{"do room look box", "do room close-lid box", "do room cut box with tin", "do room note", "go on"});
  CHECK(game.acts({"do room look other", "do room guard box", "do room look", "do room look guide", "do room cut box",
                   "do room look box with tin", "do room look box look=look", "task guide guard box", "wait 30 s"}) ==
        Lines{"not-here", "not-here", "not-here", "not-here", "needs-instrument", "needs-instrument", "no-such-option", "not-here",
              "bad-wait"});
  CHECK(game.attempt.world.now == 0);
  CHECK(game.act("do room cut box with tin") == "");
  CHECK(game.attempt.world.now == 1);
  CHECK_FALSE(game.grade());
}

TEST_CASE("scene: a place without a list of verbs shows all of its thing") {
  Game game(
      room(by_learner, "    places:\n      - {entity: box, at: [1, 2, 3, 4]}\n      - {entity: other, at: [5, 6, 7, 8], verbs: [look]}\n"));
  CHECK(game.offers() ==
        Lines{"do room look box", "do room close-lid box", "do room cut box with tin", "do room look other", "do room note", "go on"});
  CHECK(game.act("do room close-lid other") == "not-here");
  CHECK(game.act("do room look other") == "");
}

TEST_CASE("scene: it waits as long as the author lets it, and no other time") {
  Game game(room("    waits: [30 s, 2 min]\n" + by_learner));
  CHECK(game.offers() ==
        Lines{"do room look box", "do room close-lid box", "do room cut box with tin", "wait 30 s", "wait 2 min", "do room note", "go on"});
  CHECK(game.acts({"wait 29 s", "wait 31 s", "wait 0 s", "wait 2 min", "wait 30 s"}) == Lines{"bad-wait", "bad-wait", "bad-wait", "", ""});
  CHECK(game.attempt.world.now == 150);
}

TEST_CASE("scene: a standing task goes to a helper, about a thing of the picture") {
  Game game(room("    tasks: [guide]\n" + by_learner));
  CHECK(game.offers() ==
        Lines{"do room look box", "do room close-lid box", "do room cut box with tin", "task guide guard box", "do room note", "go on"});
  CHECK(game.acts({"task you guard box", "task guide guard other", "task guide look box", "task box guard box"}) ==
        Lines{"not-here", "not-here", "not-a-task", "not-here"});
  CHECK(game.act("task guide guard box") == "");
  CHECK(game.attempt.world.now == 4);
}

TEST_CASE("scene: by the learner, by time, or by what has happened") {
  CHECK(Game(room(by_learner)).leaving() == Leaving::may);
  Game timed(room("    waits: [30 s, 29 s, 31 s]\n    ends: {after: 1 min}\n"));
  CHECK(timed.leaving() == Leaving::not_yet);
  CHECK(timed.acts({"go on", "wait 30 s", "wait 29 s"}) == Lines{"cannot-go-on", "", ""});
  CHECK(timed.attempt.step == 0);
  CHECK(timed.act("do room cut box with tin") == ""); // one second: the minute is full
  CHECK(timed.attempt.step == 1);
  Game happened(room("    ends: {by: learner, when: {box.lid: closed}}\n"));
  CHECK(happened.leaving() == Leaving::may);
  CHECK(happened.act("do room look box") == "");
  CHECK(happened.attempt.step == 0);
  CHECK(happened.act("do room close-lid box") == "");
  CHECK(happened.attempt.step == 1);
  Game both(room("    waits: [2 min]\n    ends: {after: 1 min, when: {box.lid: closed}}\n"));
  CHECK(both.leaving() == Leaving::not_yet);
  CHECK(both.act("do room close-lid box") == "");
  CHECK(both.attempt.step == 1);
}

TEST_CASE("scene: the time of its end counts from when it was entered") {
  reading_test::World world;
  world.change("scenario",
               "steps:\n  - {id: arrive, kind: briefing, title: Arrive, text: You enter., costs: 5 min}\n  - id: room\n    kind: scene\n"
               "    title: Room\n    goal: Look around.\n    picture: pictures/thumb.svg\n"
               "    places:\n      - {entity: box, at: [1, 2, 3, 4]}\n    waits: [30 s]\n    ends: {after: 1 min}\n");
  Game game(prepared(world));
  CHECK(game.act("go on") == "");
  CHECK(game.attempt.step == 1);
  CHECK(game.act("wait 30 s") == "");
  CHECK(game.attempt.ending == session::Ending::open);
  CHECK(game.act("wait 30 s") == "");
  CHECK(game.attempt.ending != session::Ending::open);
}

TEST_CASE("scene: a place has four numbers and an outline of three corners or more, for each picture its own") {
  CHECK(codes_with("at: [10, 10, 40, 30]").empty());
  CHECK(codes_with("at: [10, 10, 40]") == std::vector<std::string>{"F0821"});
  CHECK(codes_with("at: [10, 10, 40, 30, 20]") == std::vector<std::string>{"F0821"});
  CHECK(codes_with("at: [10, 10, 40, 30], shape: [10, 10, 50, 10, 50, 50]").empty());
  CHECK(codes_with("at: [10, 10, 40, 30], shape: [10, 10, 50, 10]") == std::vector<std::string>{"F0822"});
  CHECK(codes_with("at: [10, 10, 40, 30], shape: [10, 10, 50, 10, 50, 50, 7]") == std::vector<std::string>{"F0822"});
  CHECK(codes_with("at: [10, 10, 40, 30], shapes: {thumb.svg: [10, 10, 50, 10, 50, 50]}").empty());
  CHECK(codes_with("at: [10, 10, 40, 30], shapes: {thumb.svg: [10, 10, 50, 10, 50]}") == std::vector<std::string>{"F0822"});
  CHECK(codes_with("at: [10, 10, 40, 30]", "    ends: {when: {box.power: off}}\n") == std::vector<std::string>{"F0824"});
  CHECK(codes_with("at: [10, 10, 40, 30]", "    ends: {after: 1 min}\n").empty());
}

TEST_CASE("scene: what a drawing names are the parts of its thing, in each picture its own") {
  reading_test::World world;
  world.put("picture",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\">\n<rect width=\"96\" height=\"96\" fill=\"#204060\"/>\n"
            "<g id=\"part-lamp\"><circle cx=\"20\" cy=\"30\" r=\"3\" fill=\"#F0C766\"/></g>\n</svg>\n");
  world.change("scenario",
               "steps:\n  - id: room\n    kind: scene\n    title: Room\n    goal: Look around.\n    picture: pictures/thumb.svg\n"
               "    layers:\n      - {of: box, is: [{thumb.svg: {lamp: lit}}, {none: {}}]}\n"
               "    places:\n      - {entity: box, at: [1, 2, 3, 4]}\n    ends: {by: learner}\n");
  Game game(prepared(world));
  const auto& layers = game.spec<scene::SceneSpec>().picture.layers;
  REQUIRE(layers.size() == 1);
  REQUIRE(layers[0].cases.size() == 2);
  REQUIRE(layers[0].cases[0].parts.size() == 1);
  CHECK(layers[0].cases[0].parts[0].cue == "lamp");
  CHECK(layers[0].cases[0].parts[0].at == std::array<int, 4>{17, 27, 6, 6});
  CHECK(layers[0].cases[1].parts.empty());
}

TEST_CASE("scene: places, shapes, hints and texts are kept as they are written") {
  const auto content = room("    hints: [A nudge, A pointer]\n" + by_learner,
                            "    places:\n      - entity: box\n        at: [10, 20, 40, 30]\n        shape: [1, 2, 3, 4, 5, 6]\n"
                            "        shapes: {thumb.svg: [7, 8, 9, 10, 11, 12]}\n");
  Game game(content);
  const auto& spec = game.spec<scene::SceneSpec>();
  REQUIRE(spec.places.size() == 1);
  const scene::Place& place = spec.places[0];
  CHECK(place.entity == "box");
  CHECK(place.at == std::array<int, 4>{10, 20, 40, 30});
  CHECK(place.verbs.size() == 4); // of whose verbs none is named, all are meant
  CHECK(place.shape == std::vector<int>{1, 2, 3, 4, 5, 6});
  REQUIRE(place.shapes.size() == 1);
  CHECK(place.shapes[0].first == "scenarios/courses/basics/sample/pictures/thumb.svg");
  CHECK(place.shapes[0].second == std::vector<int>{7, 8, 9, 10, 11, 12});
  CHECK(spec.picture.base == "scenarios/courses/basics/sample/pictures/thumb.svg");
  CHECK(spec.place(content->symbols.find("guide")) == nullptr);
  CHECK(game.texts() == Lines{"Look around.", "A nudge", "A pointer"});
}

// What a hint leads to: a verb and its thing, with another thing, or a task; in the room where the lid can be closed and the box cut.
TEST_CASE("scene: a hint names an act that the scene lists") {
  const auto told = [](const std::string& act) {
    reading_test::World world;
    world.put("device", box).change("vocabulary", "verbs: {look: Look, close-lid: Close the lid, cut: Cut, guard: Guard}\n");
    world.change("scenario", "format: 2\n").change("scenario", "exhibits:\n  - {id: box, model: box, name: Box}\n");
    world.change("scenario", "links: []\n");
    world.change("scenario",
                 "steps:\n  - id: room\n    kind: scene\n    title: Room\n    goal: Look around.\n    picture: pictures/thumb.svg\n" +
                     places + "    tasks: [guide]\n    hints:\n      - {text: A nudge, act: " + act + "}\n" + by_learner);
    const std::vector<std::string> codes = codes_of(world);
    if (!codes.empty()) return codes.front();
    const Game game(prepared(world));
    session::Action action = game.spec<scene::SceneSpec>().advice.at(0).act;
    if (action.kind == session::Action::Kind::act) action.step = game.prepared->symbols.find("room");
    return session::action_words(action, game.prepared->symbols);
  };
  CHECK(told("look box") == "do room look box");
  CHECK(told("cut box with tin") == "do room cut box with tin");
  CHECK(told("task guide guard box") == "task guide guard box");
  for (const char* none : {"look", "look box tin", "cut box tin with", "cut box by tin", "look tin", "guard box",
                           "task guide look-away box", "task nobody guard box", "task guide guard", "look box with tin now"})
    CHECK_MESSAGE(told(none) == "F0825", none);
}

} // namespace firsthand::modules::test::of_scene
