// Plays: read with all their faults, rehearsed with all their failures, written back.
#include "tests/session/fixture.h"

namespace firsthand::session::test {

namespace {

std::string faults_of(const char* text) {
  std::string all;
  for (const PlayFault& fault : parse_play(text, the_kitchen()).faults)
    all += std::to_string(fault.line) + " " + fault.code + "; ";
  return all;
}

Rehearsal rehearsed(const std::string& text) {
  const PlayReading reading = parse_play(text, the_kitchen());
  for (const PlayFault& fault : reading.faults)
    FAIL_CHECK(fault.line << ": " << fault.message);
  return rehearse(the_kitchen(), reading.play);
}

std::string failures_of(const std::string& text) {
  std::string all;
  for (const PlayFault& failure : rehearsed(text).failed)
    all += std::to_string(failure.line) + " " + failure.code + ": " + failure.message + "; ";
  return all;
}

const std::string opening = "do door pick option=right\ngo on\n";

} // namespace

TEST_CASE("session: a play that holds, with every kind of expectation") {
  const Rehearsal r = rehearsed("# milk\nchance bo.mood cross\n\n" + opening +
                                "expect fact drawn bo.mood to=cross\n"
                                "expect refused not-offered do table shut jar\n"
                                "do table look jar\n"
                                "expect seen jar.mouth = covered\n"
                                "do table open jar\n"
                                "expect seen jar.mouth = open-wide\n"
                                "do table open jar\n"
                                "expect refused not-offered\n"
                                "wait 30 s\n"
                                "expect fact changed jar.milk to=sour at 45 s\n"
                                "expect fact lost flavour amount=7\n"
                                "expect fact answered name=door to=right by=learner\n"
                                "go on\ndo word pick option=right\ngo on\n"
                                "expect verdict failed fatal=keep-fresh\n");
  CHECK(r.ok());
  for (const PlayFault& failure : r.failed)
    MESSAGE(failure.line << " " << failure.message);
  CHECK(r.attempt.ending == Ending::failed);
  CHECK(r.turns.size() == 8);
  CHECK(r.score.fatal);
}

TEST_CASE("session: what does not hold is told, with what was found") {
  CHECK(failures_of(opening + "expect seen jar.mouth = open-wide") == "3 expected: What was seen is covered.; ");
  CHECK(failures_of(opening + "expect fact lost flavour") == "3 expected: No such fact so far.; ");
  CHECK(failures_of(opening + "do table open jar\nexpect fact done jar.open at 9 s") == "4 expected: It happened at 5 s.; ");
  CHECK(failures_of(opening + "do table shut jar") == "3 refused: \"do table shut jar\" was refused: not-offered.; ");
  CHECK(failures_of(opening + "expect refused not-offered do table look jar") == "3 expected: It was accepted.; ");
  CHECK(failures_of(opening + "expect refused busy do table shut jar") == "3 expected: It was refused: not-offered.; ");
  CHECK(failures_of(opening + "expect verdict passed") == "3 expected: The attempt is not over.; ");
}

TEST_CASE("session: a wrong verdict names score and fatal rules") {
  const std::string bad = opening + "do table open jar\nwait 30 s\ngo on\ndo word pick option=right\ngo on\n";
  CHECK(failures_of(bad + "expect verdict passed") == "8 expected: The verdict is failed with 400 per mille; fatal: keep-fresh.; ");
  CHECK(failures_of(bad + "expect verdict failed fatal=look-first") ==
        "8 expected: The verdict is failed with 400 per mille; fatal: keep-fresh.; ");
  CHECK(failures_of(bad + "expect verdict failed") == "");
}

TEST_CASE("session: trying a refusal changes nothing") {
  const Rehearsal a = rehearsed(opening + "do table look jar");
  const Rehearsal b = rehearsed(opening + "expect refused x do table open jar\ndo table look jar");
  CHECK(state_digest(the_kitchen(), a.attempt) == state_digest(the_kitchen(), b.attempt));
  CHECK(b.failed.size() == 1);
}

TEST_CASE("session: all faults of a play are reported at once") {
  CHECK(faults_of("go on\nchance bo.mood cross\n") == "2 chance-too-late; ");
  CHECK(faults_of("chance bo.mood jolly\nchance bo.hat on\nchance bo.mood\n") == "1 unknown-draw; 2 unknown-draw; 3 grammar; ");
  CHECK(faults_of("leap\nexpect\nexpect rain\nexpect seen jar = covered\nexpect seen jar.mouth covered\n") ==
        "1 grammar; 2 grammar; 3 grammar; 4 grammar; 5 grammar; ");
  CHECK(faults_of("expect refused\nexpect refused busy\nexpect verdict perhaps\nexpect verdict failed fatal=gravity\n") ==
        "1 grammar; 2 grammar; 3 grammar; 4 unknown-word; ");
  CHECK(faults_of("expect fact rained\nexpect fact done jar.lookk\nexpect fact done jar.look to\nexpect fact done at noon\n"
                  "expect fact done colour=red\nexpect fact lost flavour amount=many\n") ==
        "1 grammar; 2 unknown-word; 3 grammar; 4 grammar; 5 grammar; 6 grammar; ");
  CHECK(faults_of("# nothing wrong\r\ngo on\r\n") == "");
}

TEST_CASE("session: pinned chance is what happens") {
  for (const char* mood : {"calm", "cross"})
    CHECK(failures_of("chance bo.mood " + std::string(mood) + "\nexpect fact drawn bo.mood to=" + mood) == "");
}

TEST_CASE("session: a recorded play rehearses to the same state") {
  const std::string text = "chance bo.mood calm\n" + opening + "do table note text=\"a \\\"b\\\"\"\ndo table open jar\n";
  const Rehearsal first = rehearsed(text);
  std::vector<Action> actions;
  for (const Rehearsal::Turn& turn : first.turns)
    actions.push_back(turn.action);
  CHECK(play_text(the_kitchen(), {{"bo.mood", "calm"}}, actions) == text);
  CHECK(state_digest(the_kitchen(), rehearsed(text).attempt) == state_digest(the_kitchen(), first.attempt));
}

} // namespace firsthand::session::test
