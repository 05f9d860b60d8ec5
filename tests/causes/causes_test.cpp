// Why the milk went sour: which act, which change, or chance.
#include "tests/causes/fixture.h"

namespace firsthand::causes::test {

namespace {

const std::vector<std::string> forgotten{"do door pick option=right", "go on",      "do table look jar",
                                         "do table open jar",         "wait 1 min", "go on",
                                         "do word pick option=right", "go on"};

Record cracked(const session::Prepared& prepared, const std::vector<std::string>& acts) {
  Record made = record(prepared, acts);
  made.start.chance = {{"jar.crack", "cracked"}};
  return made;
}

const std::vector<std::string> stood_by{"do door pick option=right", "go on", "wait 5 min", "go on", "do word pick option=right", "go on"};

} // namespace

TEST_CASE("causes: nothing went wrong, nothing is told") {
  CHECK(told(kitchen({}),
             {"do door pick option=right", "go on", "go on", "do late pick option=right", "go on", "do word pick option=right", "go on"})
            .causes.all.empty());
}

TEST_CASE("causes: what nobody has in custody is not saved") {
  CHECK(told(kitchen({.held = false}),
             {"do door pick option=right", "go on", "go on", "do late pick option=right", "go on", "do word pick option=right", "go on"})
            .loss()
            .answer == Answer::undecided); // and nothing could have saved it
}

TEST_CASE("causes: an act that was offered then would have saved it") {
  const Told found = told(kitchen({}), forgotten);
  CHECK(found.loss().answer == Answer::this_act);
  CHECK(found.loss().change == Change::another);
  CHECK(found.act() == "do table shut jar");
  CHECK(found.loss().turn == 5); // before the wait
  CHECK(found.loss().at == 15);
  CHECK(found.loss().refused == 0);
}

TEST_CASE("causes: since when the act that was missing would have done") {
  const Told found = told(kitchen({}), {"do door pick option=right", "go on", "do table open jar", "do table look jar", "wait 1 min",
                                        "go on", "do word pick option=right", "go on"});
  CHECK(found.act() == "do table shut jar");
  CHECK(found.loss().turn == 5);
  CHECK(found.loss().from < found.loss().at); // before the look as well …
  CHECK(found.loss().from > 0);               // … and not before it was opened
}

// The same attempt, with the act done in the middle of what was waited.
TEST_CASE("causes: until when it was possible is the last second that was in time, within a wait too") {
  const auto content = kitchen({});
  const Cause cause = told(content, forgotten).loss();
  CHECK_FALSE(cause.ended_by);
  REQUIRE(cause.until > cause.at);
  const auto is_lost = [&](base::Seconds waited) {
    const Record shut = record(*content, {"do door pick option=right", "go on", "do table look jar", "do table open jar",
                                          "wait " + std::to_string(waited) + " s", "do table shut jar"});
    const auto causes = causes_of(*content, shut);
    REQUIRE(causes);
    return cause_of_item(*causes, cause.of.entity, cause.of.item) != nullptr;
  };
  CHECK_FALSE(is_lost(cause.until - cause.at));
  CHECK(is_lost(cause.until - cause.at + 1));
}

TEST_CASE("causes: what ended that it was possible is named where it was no time but a deed") {
  const auto content = kitchen({}, {session::test::look_first()});
  const Told found = told(content, {"do door pick option=right", "go on", "do table open jar", "do table shut jar", "go on",
                                    "do late pick option=right", "go on", "do word pick option=right", "go on"});
  const Cause* cause = cause_of_rule(found.causes, 0, {content->symbols.find("jar")});
  REQUIRE(cause);
  CHECK(cause->until == cause->at);
  REQUIRE(cause->ended_by);
  CHECK(found.words(*cause->ended_by) == "do table open jar");
}

TEST_CASE("causes: the act that is left out") {
  const Told found = told(kitchen({.shuts = false}), forgotten);
  CHECK(found.loss().answer == Answer::this_act);
  CHECK(found.loss().change == Change::left_out);
  CHECK(found.act() == "do table open jar");
  CHECK(found.loss().turn == 4);
}

TEST_CASE("causes: the act that came too late") {
  const Told found = told(kitchen({}), {"do door pick option=right", "go on", "do table open jar", "wait 1 min", "do table shut jar",
                                        "go on", "do word pick option=right", "go on"});
  CHECK(found.loss().change == Change::earlier);
  CHECK(found.act() == "do table shut jar");
  CHECK(found.loss().turn == 4);
  CHECK(found.loss().done_in == 5);
}

TEST_CASE("causes: what is refused then is counted") {
  const Told found = told(kitchen({.shuts = false, .drinks = true}),
                          {"do door pick option=right", "go on", "do table open jar", "wait 1 min", "do table drink jar",
                           "do table look jar", "do table drink jar", "go on", "do word pick option=right", "go on"});
  CHECK(found.loss().change == Change::left_out);
  CHECK(found.act() == "do table open jar");
  CHECK(found.loss().refused == 2);
}

TEST_CASE("causes: what would have saved it and broken a grave rule for it is no cause") {
  const auto shuts_never = [](model::Severity severity) { return told(kitchen({}, {never_done("shut", severity)}), forgotten); };
  CHECK(shuts_never(model::Severity::minor).act() == "do table shut jar");
  CHECK(shuts_never(model::Severity::major).act() == "do table open jar");
  CHECK(shuts_never(model::Severity::fatal).act() == "do table open jar");
}

TEST_CASE("causes: leaving sooner saves nothing: no step is left earlier than it was") {
  // Without the wait the jar would have stood open for as long: the wait is not what did it.
  const Told found = told(kitchen({.shuts = false}), forgotten);
  CHECK(found.act() != "wait 60 s");
  CHECK(found.act() == "do table open jar");
}

TEST_CASE("causes: what keeps out of everything keeps no rule") {
  // Without the answer at the door nobody would have come into the room, and the milk would never have stood.
  const auto content = kitchen({.cracks = true}, {session::test::keep_fresh()});
  const Told found = told(content, cracked(*content, stood_by));
  const Cause* cause = cause_of_rule(found.causes, 0, {});
  REQUIRE(cause);
  CHECK(cause->answer == Answer::chance);
}

TEST_CASE("causes: chance, where no act would have helped and another draw would have") {
  const auto content = kitchen({.cracks = true});
  const Told found = told(content, cracked(*content, stood_by));
  CHECK(found.loss().answer == Answer::chance);
}

TEST_CASE("causes: an act existed, and nothing that could be seen spoke for it") {
  const auto content = kitchen({.cracks = true, .mends = true});
  const Told found = told(content, cracked(*content, stood_by));
  CHECK(found.loss().answer == Answer::unforeseen);
  CHECK(found.act() == "do table mend jar");
}

TEST_CASE("causes: an act existed, and a look that was offered would have spoken for it") {
  const auto content = kitchen({.cracks = true, .mends = true, .rings = true});
  const Told found = told(content, cracked(*content, stood_by));
  CHECK(found.loss().answer == Answer::this_act);
  CHECK(found.act() == "do table mend jar");
  REQUIRE(found.loss().look);
  CHECK(found.words(*found.loss().look) == "do table tap jar");
}

TEST_CASE("causes: an act existed, and what was seen spoke for it") {
  const auto content = kitchen({.cracks = true, .mends = true, .rings = true});
  const Told found = told(content, cracked(*content, {"do door pick option=right", "go on", "do table tap jar", "wait 5 min", "go on",
                                                      "do word pick option=right", "go on"}));
  CHECK(found.loss().answer == Answer::this_act);
  CHECK(found.loss().turn == 4);
  CHECK_FALSE(found.loss().look);
}

TEST_CASE("causes: a broken rule that asks for something is kept by doing it") {
  const auto content = kitchen({}, {session::test::look_first()});
  const Told found = told(content, {"do door pick option=right", "go on", "do table open jar", "do table shut jar", "go on",
                                    "do late pick option=right", "go on", "do word pick option=right", "go on"});
  const Cause* cause = cause_of_rule(found.causes, 0, {content->symbols.find("jar")});
  REQUIRE(cause);
  CHECK(cause->change == Change::another); // leaving the jar shut would break nothing either, and keeps nothing
  CHECK(found.words(cause->act) == "do table look jar");
  CHECK(cause->turn == 3);
}

TEST_CASE("causes: where several acts would have to be others, a good way tells since when it was too late") {
  // Opened, and cracked besides: neither shutting it nor mending it would have been enough.
  const auto leaking = kitchen({.shuts = false, .cracks = true, .mends = true});
  Record twice = cracked(
      *leaking, {"do door pick option=right", "go on", "do table open jar", "wait 5 min", "go on", "do word pick option=right", "go on"});
  CHECK(told(leaking, twice).loss().answer == Answer::undecided);
  for (const char* words : {"do door pick option=right", "go on", "do table mend jar", "go on", "do late pick option=right", "go on",
                            "do word pick option=right", "go on"})
    twice.good_way.push_back(action(*leaking, words));
  const Told found = told(leaking, twice);
  CHECK(found.loss().answer == Answer::this_act);
  CHECK(found.loss().change == Change::good_way);
  CHECK(found.act() == "do table open jar");
}

TEST_CASE("causes: what another act would have done meanwhile says more than that one waited") {
  const Told found = told(kitchen({}), {"do door pick option=right", "go on", "do table open jar", "wait 1 min", "do table shut jar",
                                        "go on", "do word pick option=right", "go on"});
  CHECK(found.act() != "wait 1 min");
}

// The test puts waiting in the place of each act that is named.
TEST_CASE("causes: an act that saves only by the time that it takes is not the one that was missing") {
  const Told found =
      told(kitchen({.held = false, .minded = true}), {"do door pick option=right", "go on", "do table look jar", "go on",
                                                      "do late pick option=right", "go on", "do word pick option=right", "go on"});
  CHECK(found.loss().change == Change::another);
  CHECK(found.act() == "do table cork jar");
}

TEST_CASE("causes: of an act that is left out, time in its place tells whether the act did it or the time that it took") {
  // Polished first, the jar stood open for too long; it is the shutting that came too late, not the polishing that did it.
  const Told found = told(kitchen({.minded = true}), {"do door pick option=right", "go on", "do table open jar", "do table polish jar",
                                                      "do table shut jar", "go on", "do word pick option=right", "go on"});
  CHECK(found.loss().change == Change::earlier);
  CHECK(found.act() == "do table shut jar");
}

TEST_CASE("causes: of a good way it is told what of it was needed, and what of it time could stand for is not") {
  const auto content = kitchen({.shuts = false, .cracks = true, .mends = true});
  Record record = cracked(*content, {"do door pick option=right", "go on", "wait 30 s", "do table open jar", "wait 5 min", "go on",
                                     "do word pick option=right", "go on"});
  for (const char* words : {"do door pick option=right", "go on", "do table look jar", "do table mend jar", "go on",
                            "do late pick option=right", "go on", "do word pick option=right", "go on"})
    record.good_way.push_back(action(*content, words));
  const Told found = told(content, record);
  REQUIRE(found.loss().change == Change::good_way);
  REQUIRE(found.loss().needs.size() == 1);
  CHECK(found.words(found.loss().needs.front()) == "do table mend jar");
}

TEST_CASE("causes: beyond the bound nothing is claimed") {
  const auto content = kitchen({.shuts = false});
  CHECK(told(content, record(*content, forgotten), {.replays = 1}).loss().answer == Answer::undecided);
  const auto leaking = kitchen({.cracks = true}); // nor that it was chance
  CHECK(told(leaking, cracked(*leaking, stood_by), {.replays = 0}).loss().answer == Answer::undecided);
}

TEST_CASE("causes: a record that does not play as it did is told nothing of") {
  const auto content = kitchen({});
  CHECK_FALSE(causes_of(*content, record(*content, {"do door pick option=right", "do table open jar"})));
}

} // namespace firsthand::causes::test
