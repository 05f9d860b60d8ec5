// Plays: read with all their faults, rehearsed with all their failures, written back.
#include "engine/reading/findings.h"
#include "tests/session/fixture.h"

namespace firsthand::session::test {

namespace {

std::string faults_of(const char* text) {
  std::string all;
  for (const model::Finding& fault : parse_play(text, the_kitchen()).faults)
    all += std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + " " + fault.code + "; ";
  return all;
}

Rehearsal rehearsed(const std::string& text) {
  const PlayReading reading = parse_play(text, the_kitchen());
  for (const model::Finding& fault : reading.faults)
    FAIL_CHECK(fault.where.line << ": " << reading::message_of(fault));
  return rehearse(the_kitchen(), reading.play);
}

std::string failures_of(const std::string& text) {
  std::string all;
  for (const model::Finding& failure : rehearsed(text).failed)
    all += std::to_string(failure.where.line) + " " + failure.code + ": " + reading::message_of(failure) + "; ";
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
  for (const model::Finding& failure : r.failed)
    MESSAGE(failure.where.line << " " << reading::message_of(failure));
  CHECK(r.attempt.ending == Ending::failed);
  CHECK(r.turns.size() == 8);
  CHECK(r.score.fatal);
}

TEST_CASE("session: what does not hold is told, with what was found") {
  CHECK(failures_of(opening + "expect seen jar.mouth = open-wide") == "3 F1009: jar.mouth was seen as “covered”, not “open-wide”; ");
  CHECK(failures_of(opening + "expect fact lost flavour") ==
        "3 F1008: “expect fact lost flavour” does not hold: it did not happen so far; ");
  CHECK(failures_of(opening + "do table open jar\nexpect fact done jar.open at 9 s") ==
        "4 F1008: “expect fact done jar.open at 9 s” does not hold: it happened at 5 s; ");
  CHECK(failures_of(opening + "do table shut jar") ==
        "3 F1006: “do table shut jar” is refused in the step “table” (scenario.yaml:0): {reason} [not-offered]; ");
  CHECK(failures_of(opening + "expect refused not-offered do table look jar") ==
        "3 F1010: the play expects the refusal “not-offered”, but it is accepted; ");
  CHECK(failures_of(opening + "expect refused busy do table shut jar") ==
        "3 F1010: the play expects the refusal “busy”, but it is refused: not-offered; ");
  CHECK(failures_of(opening + "expect verdict passed") ==
        "3 F1012: there is no verdict yet: the step “table” (scenario.yaml:0) is open, which wants “go on” first; ");
}

TEST_CASE("session: a wrong verdict names score and fatal rules") {
  const std::string bad = opening + "do table open jar\nwait 30 s\ngo on\ndo word pick option=right\ngo on\n";
  CHECK(failures_of(bad + "expect verdict passed") ==
        "8 F1011: the play expects “passed”; the attempt is failed with 300 of 1000 (pass mark 700); fatal rules broken: keep-fresh; rules "
        "whose breach lost something: none; competencies that no act showed: none; ");
  CHECK(failures_of(bad + "expect verdict failed fatal=look-first") ==
        "8 F1011: the play expects “failed, fatal look-first”; the attempt is failed with 300 of 1000 (pass mark 700); fatal rules broken: "
        "keep-fresh; rules whose breach lost something: none; competencies that no act showed: none; ");
  CHECK(failures_of(bad + "expect verdict failed") == "");
}

TEST_CASE("session: trying a refusal changes nothing") {
  const Rehearsal a = rehearsed(opening + "do table look jar");
  const Rehearsal b = rehearsed(opening + "expect refused not-offered do table shut jar\ndo table look jar");
  CHECK(state_digest(the_kitchen(), a.attempt) == state_digest(the_kitchen(), b.attempt));
  CHECK(b.failed.empty());
}

TEST_CASE("session: all faults of a play are reported at once") {
  CHECK(faults_of("go on\nchance bo.mood cross\n") == "2:8 F1014; ");
  CHECK(faults_of("chance bo.mood jolly\nchance bo.hat on\nchance bo.mood\n") == "1:8 F1003; 2:8 F1003; 3:15 F1001; ");
  CHECK(faults_of("leap\nexpect\nexpect rain\nexpect seen jar = covered\nexpect seen jar.mouth covered\n") ==
        "1:1 F1001; 2:7 F1001; 3:8 F1001; 4:13 F1001; 5:23 F1001; ");
  CHECK(faults_of("expect refused\nexpect refused busy\nexpect verdict perhaps\nexpect verdict failed fatal=gravity\n") ==
        "1:15 F1001; 2:20 F1001; 3:16 F1001; 4:29 F1002; ");
  CHECK(faults_of("expect fact rained\nexpect fact done jar.lookk\nexpect fact done jar.look to\nexpect fact done at noon\n"
                  "expect fact done colour=red\nexpect fact lost flavour amount=many\n") ==
        "1:13 F1001; 2:22 F1002; 3:27 F1001; 4:21 F1001; 5:18 F1001; 6:33 F1001; ");
  CHECK(faults_of("# nothing wrong\r\ngo on\r\n") == "");
}

TEST_CASE("session: a text of several words without quotation marks is told as that, and what else follows is not") {
  const auto told = [](const char* line) { return reading::message_of(parse_play(line, the_kitchen()).faults.at(0)); };
  for (const char* line : {"do table note text=hello world", "do table note text=a b c d", "do door note text=left the=jar"})
    CHECK(told(line).find("quotation marks") != std::string::npos);
  for (const char* line : {"wait ๑๐ min", "wait ១០ s", "wait ໑໐ min"})
    CHECK(parse_play(line, the_kitchen()).faults.at(0).suggestion == "10");
  for (const char* line : {"do table look jar bo", "do door pick option=left jar", "go on now"})
    CHECK(told(line).find("quotation marks") == std::string::npos);
}

TEST_CASE("session: one line that fails ends a rehearsal, and says how many were not tried") {
  const Rehearsal r = rehearsed("go on\n" + opening + "do table look jar\n");
  REQUIRE(r.failed.size() == 1);
  CHECK(r.failed[0].code == "F1004");
  CHECK(r.failed[0].where.line == 1);
  CHECK(r.not_tried == 3);
  CHECK(r.turns.empty());
  CHECK(failures_of("do table look jar") ==
        "1 F1005: “do table look jar” is for the step “table”, but “door” (scenario.yaml:0) is open, which "
        "wants something done first; ");
}

// Whatever an editor, a chat or a file manager may do to a plain text.
TEST_CASE("session: marks and signs of other programs are accepted or named") {
  CHECK(faults_of("\xEF\xBB\xBFgo on\r\n\r\n  # note\r\n\tgo on \t\r\n") == "");
  CHECK(faults_of("go\xC2\xA0on\n") == "1:3 F1013; ");
  for (const char* sign : {"\xE2\x80\x8B", "\xE2\x80\xAF", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x93", "\xE2\x80\x9C", "\xEF\xBC\x9D"})
    CHECK(faults_of(("expect seen jar.mouth " + std::string(sign) + " covered\n").c_str()) == "1:23 F1013; ");
  CHECK(faults_of("go on\rgo on\r") == "1:6 F1013; ");
  CHECK(faults_of("do door note text=\"a\xC2\xA0\xE2\x80\x93 b\"\n") == "");
  CHECK(faults_of("do door note text=\xE2\x80\x9Cword\xE2\x80\x9D more\n") == "1:19 F1013; ");
  const std::string wide("\xFF\xFE"
                         "g\0o\0 \0o\0n\0",
                         12);
  REQUIRE(parse_play(wide, the_kitchen()).faults.size() == 1);
  CHECK(parse_play(wide, the_kitchen()).faults[0].code == "F0101");
  CHECK(faults_of("go on\nexpect seen jar.mouth = caf\xE9\n") == "2:1 F0101; ");
}

TEST_CASE("session: a slip of the fingers in any word of a line is met with the word that was meant") {
  const auto meant = [](const char* text) {
    const auto faults = parse_play(text, the_kitchen()).faults;
    return faults.size() == 1 ? faults[0].suggestion : std::to_string(faults.size()) + " findings";
  };
  CHECK(meant("Do door pick option=right") == "do");
  CHECK(meant("do door pikc option=right") == "pick");
  CHECK(meant("do door pick optoin=right") == "option");
  CHECK(meant("go no") == "on");
  CHECK(meant("wiat 30 s") == "wait");
  CHECK(meant("expct verdict passed") == "expect");
  CHECK(meant("expect verdct passed") == "verdict");
  CHECK(meant("expect verdict pased") == "passed");
  CHECK(meant("expect verdict failed fatal=keep-frseh") == "keep-fresh");
  CHECK(meant("expect fact lsot flavour") == "lost");
  CHECK(meant("expect fact lost flavour ammount=7") == "amount");
  CHECK(meant("expect seen jar.muoth = covered") == "mouth");
  CHECK(meant("chance bo.mood cros") == "bo.mood cross");
  CHECK(meant("chnace bo.mood cross") == "chance");
}

TEST_CASE("session: fixed chance is what happens") {
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
