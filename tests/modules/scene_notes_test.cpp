// A question that is answered with a line of the own notebook: what is a line, which answer it is, and what an author can do wrong.
#include "tests/modules/lesson.h"

#include "modules/scene/rules.h"

namespace firsthand::modules::test::of_notes {

namespace {

const char* const asking = R"(model: guide
format: 2
traits: [person]
state: {mood: [calm, asks, told]}
cues:
  speech: {at: glance, is: [{asks: {mood: asks}}, {silent: {}}], says: {asks: "\"How was it? Read it out.\"", silent: ""}, alarms: {asks: [lit, other, no-note]}}
verbs:
  call: {group: ask, label: Call him, takes: 1 s, sets: {mood: asks}, answers: [{id: yes-sir, says: "\"Yes?\""}]}
  lit: {group: ask, label: It was lit, takes: 5 s, offered: {speech: asks}, sets: {mood: told}, answers: [{id: good, says: "\"Good.\""}]}
  called: {group: ask, label: I called you, takes: 5 s, offered: {speech: asks}}
  other: {group: ask, label: Another, takes: 5 s, offered: {speech: asks}, answers: [{id: what, says: "\"That is no answer.\""}]}
  no-note: {group: ask, label: No note, takes: 2 s, offered: {speech: asks}, sets: {mood: told}}
)";

const std::string lines = "        lines:\n          - {of: box, note: light, is: lit, answer: lit}\n"
                          "          - {of: guide, note: call, answer: called}\n";
const std::string others = "        other: other\n        none: no-note\n";
const std::string places = "[{entity: box, at: [1, 1, 9, 9]}, {entity: guide, at: [11, 1, 9, 9], verbs: [call]}]";

reading_test::World asked(const std::string& question, const std::string& placed = places) {
  reading_test::World world;
  world.put("person", asking);
  world.change("device", "cues:\n  light: {at: reveal, is: [{lit: {lid: open}}, {dark: {}}], says: {lit: It is lit, dark: \"\"}}\n"
                         "  hidden: {at: reveal, is: [{seen: {}}], says: {seen: Seen}}\n"
                         "verbs:\n  look: {group: look, label: Look closely, takes: 15 s, reveals: [light]}\n"
                         "  close-lid: {group: touch, label: Close the lid, takes: 2 s, tags: [touch], sets: {lid: closed}}\n");
  world.change("vocabulary", "cues: {}\n");
  world.change("scenario", "format: 2\n");
  world.change("scenario",
               "steps:\n  - id: room\n    kind: scene\n    title: Room\n    goal: Look around.\n    picture: pictures/thumb.svg\n"
               "    places: " +
                   placed + "\n    from-notes:\n      - asked-by: guide\n" + question +
                   "    ends: {by: learner}\n  - {id: after, kind: briefing, title: After, text: It is over.}\n");
  return world;
}

session::PreparedPtr room() {
  reading_test::World world = asked(lines + others);
  return prepared(world);
}

Lines codes(const std::string& question, const std::string& placed = places) {
  reading_test::World world = asked(question, placed);
  return codes_of(world);
}

Lines about_the_guide(const Game& game) {
  Lines some;
  for (const std::string& offer : game.offers())
    if (offer.find(" guide") != offer.npos) some.push_back(offer);
  return some;
}

} // namespace

TEST_CASE("notes: what was seen, done and said is a line, and what was not is none") {
  Game game(room());
  CHECK(game.act("do room lit guide of=box note=light is=lit") == "no-such-line");
  CHECK(about_the_guide(game) == Lines{"do room call guide"}); // nobody has asked
  CHECK(game.acts({"do room look box", "do room call guide"}) == Lines{"", ""});
  CHECK(about_the_guide(game) == Lines{"do room call guide", "do room no-note guide", "do room other guide of=box note=look",
                                       "do room lit guide of=box note=light is=lit", "do room called guide of=guide note=call",
                                       "do room called guide of=guide note=call is=yes-sir"});
  CHECK(game.acts({"do room close-lid box", "do room look box"}) == Lines{"", ""});
  CHECK(game.act("do room other guide of=box note=light is=dark") == "no-such-line"); // silent: nothing was written down
  CHECK(game.act("do room other guide of=box note=close-lid") == "");
  CHECK(game.facts(model::FactKind::said).size() == 1);
  CHECK(game.act("do room lit guide of=box note=light is=lit") == ""); // as it was, though it is dark now
  CHECK(about_the_guide(game) == Lines{"do room call guide"});
}

TEST_CASE("notes: an answer names its line, and the line says which answer it is") {
  Game game(room());
  CHECK(game.acts({"do room look box", "do room call guide"}) == Lines{"", ""});
  const auto before = session::state_digest(*game.prepared, game.attempt);
  CHECK(
      game.acts({"do room lit guide", "do room other guide", "do room lit guide of=box", "do room lit guide note=light of=box is=lit",
                 "do room lit guide of=box note=light is=lit is=lit", "do room other guide of=box note=light is=lit",
                 "do room lit guide of=box note=look", "do room no-note guide of=box note=look", "do room call guide of=box note=look"}) ==
      Lines{"line-missing", "line-missing", "no-such-line", "no-such-line", "no-such-line", "other-answer", "other-answer",
            "no-such-option", "no-such-option"});
  CHECK(session::state_digest(*game.prepared, game.attempt) == before);
  CHECK(game.act("do room no-note guide") == "");
  CHECK(about_the_guide(game) == Lines{"do room call guide"});
}

TEST_CASE("notes: the notebook is part of the state where it is read, and of no other attempt") {
  Game looked(room()), again(room());
  CHECK(looked.act("do room look box") == "");
  CHECK(again.act("do room look box") == "");
  CHECK(looked.attempt.noted.size() == 2);
  CHECK(session::state_digest(*looked.prepared, looked.attempt) == session::state_digest(*again.prepared, again.attempt));
  again.attempt.noted.pop_back();
  CHECK(session::state_digest(*looked.prepared, looked.attempt) != session::state_digest(*again.prepared, again.attempt));
  Game other(lesson("steps:\n  - id: room\n    kind: scene\n    title: Room\n    goal: Look.\n    picture: pictures/thumb.svg\n"
                    "    places: [{entity: box, at: [1, 1, 9, 9]}]\n    ends: {by: learner}\n"));
  CHECK(other.act("do room look box") == "");
  CHECK(other.attempt.noted.empty());
}

TEST_CASE("notes: lines that nobody can have, answers that are two, and askers who do not ask are told") {
  CHECK(codes(lines + others).empty());
  const auto with_line = [](const std::string& line) { return codes("        lines: [" + line + "]\n" + others); };
  CHECK(with_line("{of: box, note: lihgt, answer: lit}") == Lines{"F0826"});
  CHECK(with_line("{of: box, note: light, is: lti, answer: lit}") == Lines{"F0826"});
  CHECK(with_line("{of: box, note: light, is: dark, answer: lit}") == Lines{"F0826"});  // has no words
  CHECK(with_line("{of: box, note: hidden, is: seen, answer: lit}") == Lines{"F0826"}); // nothing reveals it
  CHECK(with_line("{of: box, note: look, is: lit, answer: lit}") == Lines{"F0826"});    // an act has no value
  CHECK(with_line("{of: guide, note: call, is: no-sir, answer: lit}") == Lines{"F0826"});
  CHECK(with_line("{of: bxo, note: light, answer: lit}") == Lines{"F0401"});
  CHECK(with_line("{of: box, note: light, answer: lti}") == Lines{"F0607"});
  CHECK(with_line("{of: box, note: light, is: lit, answer: lit}, {of: box, note: light, answer: called}") == Lines{"F0827"});
  CHECK(with_line("{of: box, note: light, answer: lit}, {of: box, note: light, is: lit, answer: called}") == Lines{"F0827"});
  CHECK(codes(lines + "        other: lit\n        none: no-note\n") == Lines{"F0828"});
  CHECK(codes(lines + "        other: other\n        none: other\n") == Lines{"F0828"});
  CHECK(codes(lines + others + "      - asked-by: guide\n" + lines + "        other: lit\n        none: call\n") ==
        Lines{"F0828", "F0828"});
  CHECK(codes(lines + "        other: other\n") == Lines{"F0202"});  // no reply to who has no note
  CHECK(codes(lines + "        none: no-note\n") == Lines{"F0202"}); // none for all other lines
  CHECK(codes(lines + others, "[{entity: box, at: [1, 1, 9, 9]}]") == Lines{"F0829"});
}

} // namespace firsthand::modules::test::of_notes
