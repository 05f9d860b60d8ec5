// The dialogue and the briefing over one step: topics pass on to the person, nobody is trapped.
#include "tests/modules/lesson.h"

#include "modules/briefing/rules.h"
#include "modules/dialogue/rules.h"

namespace firsthand::modules::test::of_dialogue {

namespace {

// Three topics; the last is offered only while the guide is calm, and the first makes him cross.
const char* const guide = R"(model: guide
traits: [person]
state: {mood: [calm, cross]}
cues:
  face: {at: glance, is: [{smiling: {mood: calm}}, {frowning: {}}], says: {smiling: Smiles, frowning: Frowns}}
verbs:
  ask-time: {group: ask, label: The time, takes: 10 s, sets: {mood: cross}}
  ask-way: {group: ask, label: The way, takes: 20 s}
  ask-more: {group: ask, label: More, takes: 5 s, offered: {face: smiling}}
)";

session::PreparedPtr talk(const std::string& keys, const std::string& topics = "[ask-time, ask-way, ask-more]") {
  reading_test::World world;
  world.put("person", guide);
  world.change("vocabulary", "verbs: {look: Look, close-lid: Close the lid, ask-time: A, ask-way: B, ask-more: C}\n"
                             "cues: {lamp: [lit, dim, dark], face: [smiling, frowning]}\n");
  world.change("scenario",
               "steps:\n  - id: talk\n    kind: dialogue\n    title: Talk\n    with: guide\n    opening: He waits.\n    topics: " + topics +
                   "\n" + keys);
  return prepared(world);
}

} // namespace

TEST_CASE("dialogue: a topic takes its time, changes the person, and is counted") {
  Game game(talk(""));
  CHECK(game.offers() == Lines{"do talk ask-time guide", "do talk ask-way guide", "do talk ask-more guide", "do talk note", "go on"});
  CHECK(game.acts({"do talk ask-way guide", "do talk ask-time guide", "do talk ask-way guide"}) == Lines{"", "", ""});
  CHECK(game.attempt.world.now == 50);
  CHECK(dialogue::times_asked(game.state(), 0) == 1);
  CHECK(dialogue::times_asked(game.state(), 1) == 2);
  CHECK(dialogue::times_asked(game.state(), 2) == 0);
  CHECK(game.offers() == Lines{"do talk ask-time guide", "do talk ask-way guide", "do talk note", "go on"});
  CHECK(game.act("do talk ask-more guide") == "not-offered");
  CHECK(dialogue::times_asked(game.state(), 2) == 0);
}

TEST_CASE("dialogue: its topics are acts of the person it is with") {
  const Game game(talk(""));
  const auto acts = game.module().listed_acts(game.spec<dialogue::DialogueSpec>());
  REQUIRE(acts.size() == 3);
  CHECK(acts[0].entity == game.prepared->symbols.find("guide"));
  CHECK(acts[0].verb == game.prepared->symbols.find("ask-time"));
}

TEST_CASE("dialogue: it may be left once enough was asked, or nothing is left to ask") {
  CHECK(Game(talk("")).leaving() == Leaving::may);
  Game two(talk("    ask-at-least: 2\n"));
  CHECK(two.leaving() == Leaving::not_yet);
  CHECK(two.acts({"do talk ask-way guide", "do talk ask-way guide", "go on"}) == Lines{"", "", "cannot-go-on"});
  CHECK(two.act("do talk ask-more guide") == "");
  CHECK(two.leaving() == Leaving::may);
  CHECK_FALSE(two.grade());
  Game once(talk("    ask-at-least: 1\n"));
  CHECK(once.leaving() == Leaving::not_yet);
  CHECK(once.act("do talk ask-time guide") == "");
  CHECK(once.leaving() == Leaving::may);
}

TEST_CASE("dialogue: what is no topic of this talk is refused") {
  Game game(talk("", "[ask-time, ask-way]"));
  CHECK(game.acts({"do talk ask-more guide", "do talk ask-time box", "do talk ask-time", "do talk look box",
                   "do talk ask-time guide with tin", "do talk ask-time guide guide=guide", "wait 30 s", "task guide ask-time guide"}) ==
        Lines{"not-here", "not-here", "not-here", "not-here", "needs-instrument", "no-such-option", "not-here", "not-here"});
  CHECK(game.attempt.world.now == 0);
}

TEST_CASE("dialogue: its opening is a text, what is asked at least is bounded") {
  CHECK(Game(talk("")).texts() == Lines{"He waits."});
  CHECK(Game(talk("    ask-at-least: 7\n")).spec<dialogue::DialogueSpec>().ask_at_least == 7);
  CHECK(Game(talk("    picture: pictures/thumb.svg\n")).spec<dialogue::DialogueSpec>().picture.base ==
        "scenarios/courses/basics/sample/pictures/thumb.svg");
}

TEST_CASE("dialogue: it may be left when nothing of what was asked for can be asked") {
  Game game(talk("    ask-at-least: 2\n", "[ask-more, ask-time]"));
  CHECK(game.act("do talk ask-time guide") == "");
  CHECK(game.leaving() == Leaving::not_yet); // the same may be asked again
}

TEST_CASE("briefing: it is read and left, nothing else") {
  Game game(lesson("steps:\n  - {id: arrive, kind: briefing, title: Arrive, text: You enter., picture: pictures/thumb.svg}\n"));
  CHECK(game.offers() == Lines{"do arrive note", "go on"});
  CHECK(game.leaving() == Leaving::may);
  CHECK_FALSE(game.grade());
  CHECK(game.texts() == Lines{"You enter."});
  CHECK(game.spec<briefing::BriefingSpec>().picture.base == "scenarios/courses/basics/sample/pictures/thumb.svg");
  CHECK(game.acts({"do arrive look box", "wait 30 s"}) == Lines{"nothing-to-do", "nothing-to-do"});
  CHECK(game.act("go on") == "");
  CHECK(game.attempt.ending != session::Ending::open);
}

} // namespace firsthand::modules::test::of_dialogue
