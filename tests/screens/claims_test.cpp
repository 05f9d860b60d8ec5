// No sentence of a debrief is contradicted by what was sealed: over all plays, and over attempts that nobody planned. And the checker
// finds what is wrong when something is.
#include "engine/proving/possible.h"
#include "tests/screens/debrief_fixture.h"
#include "tests/screens/walks.h"

#include <cstdlib>
#include <iostream>

using namespace firsthand;
using namespace firsthand::claims;
using screens::Lesson;

namespace {

const char* const lessons_walked[] = {"one-phone", "open-laptop"};

session::Play claims_play(const Lesson& lesson, const std::string& name) {
  const auto text = lesson.disk.read(lesson.folder + "/plays/" + name, 1u << 20);
  REQUIRE(text);
  session::PlayReading reading = session::parse_play(*text, *lesson.prepared);
  REQUIRE(reading.faults.empty());
  return std::move(reading.play);
}

std::vector<session::Action> claims_acts(const session::Play& play) {
  std::vector<session::Action> acts;
  for (const session::PlayLine& line : play.lines)
    if (const auto* action = std::get_if<session::Action>(&line.content)) acts.push_back(*action);
  return acts;
}

std::vector<session::Action> good_way_of(const Lesson& lesson) {
  return claims_acts(claims_play(lesson, lesson.prepared->scenario.exemplar + ".play"));
}

Walked played(const Lesson& lesson, const session::Play& play) {
  session::Start start;
  start.chance = play.chance;
  Walked walked(lesson.prepared, start);
  for (const session::Action& action : claims_acts(play))
    (void)walked.act(action);
  return walked;
}

Walked played(const Lesson& lesson, const std::string& name) { return played(lesson, claims_play(lesson, name)); }

std::string first_of(const std::vector<std::string>& claims) {
  std::string all = std::to_string(claims.size());
  for (std::size_t i = 0; i < claims.size() && i < 12; ++i)
    all += "\n  " + claims[i];
  return all;
}

Tally walk_lesson(const Lesson& lesson, int count) {
  Tally tally;
  const auto good_way = good_way_of(lesson);
  for (int i = 0; i < count; ++i) {
    Numbers numbers{static_cast<std::uint64_t>(i) * 7919 + 1};
    session::Start start;
    for (auto& byte : start.seed.bytes)
      byte = static_cast<std::uint8_t>(numbers.next());
    Walked walked(lesson.prepared, start);
    walk(walked, numbers);
    if (walked.attempt.ending == session::Ending::open) continue; // it went in circles
    check_claims(tally, walked, good_way, "walk " + std::to_string(i));
  }
  return tally;
}

// Everything that can go wrong in a lesson: what was never lost or broken in the walks says that they do not reach it. A rule that nothing
// in the lesson can break is none of it.
std::vector<std::string> never_seen(const Lesson& lesson, const Tally& tally) {
  std::vector<std::string> never;
  const session::Prepared& p = *lesson.prepared;
  model::FactList unheard;
  const session::Attempt attempt = session::begin(p, {}, unheard);
  for (const auto& item : p.scene.items(attempt.world))
    if (const std::string id = p.symbols.word(item.entity) + "." + p.symbols.word(item.item); !tally.lost.contains(id)) never.push_back(id);
  const proving::Possible possible(p);
  for (const auto& judgement : p.rule_set.judgements(attempt.judgements))
    if (const model::Rule& rule = p.rule_set.doctrine().rules[judgement.rule]; possible.can_break(rule) && !tally.broken.contains(rule.id))
      never.push_back(rule.id);
  return never;
}

void print(const char* lesson, const Tally& tally) {
  std::cout << lesson << ": " << tally.attempts << " walks, " << tally.replays << " replays\n";
  for (const auto& [id, times] : tally.lost)
    std::cout << "  not saved " << times << "  " << id << "\n";
  for (const auto& [id, times] : tally.broken)
    std::cout << "  broken " << times << "  " << id << "\n";
  for (const auto& [answer, times] : tally.answers)
    std::cout << "  answer " << static_cast<int>(answer) << ": " << times << "\n";
}

} // namespace

TEST_CASE("claims: no play is told what its facts contradict") {
  for (const char* name : lessons_walked) {
    const Lesson lesson(name);
    Tally tally;
    for (const std::string& file : lesson.disk.list(lesson.folder + "/plays"))
      check_claims(tally, played(lesson, file), good_way_of(lesson), std::string(name) + " " + file);
    CHECK_MESSAGE(tally.contradictions.empty(), first_of(tally.contradictions));
  }
}

// A sample here; FIRSTHAND_WALKS says how many a lesson, and then everything has to have gone wrong at least once.
TEST_CASE("walks: no random attempt is told what its facts contradict, and hardly a loss has no answer") {
  const char* wanted = std::getenv("FIRSTHAND_WALKS");
  const int count = wanted ? std::atoi(wanted) : 8;
  for (const char* name : lessons_walked) {
    const Lesson lesson(name);
    const Tally tally = walk_lesson(lesson, count);
    CHECK_MESSAGE(tally.contradictions.empty(), first_of(tally.contradictions));
    int losses = 0;
    for (const auto& [answer, times] : tally.answers)
      losses += times;
    CHECK_MESSAGE(tally.undecided.size() * 100 <= static_cast<std::size_t>(std::max(losses, 100)), first_of(tally.undecided));
    if (!wanted) continue;
    print(name, tally);
    for (const std::string& never : never_seen(lesson, tally))
      CHECK_MESSAGE(false, std::string(name), ": never lost or broken: ", never);
  }
}

// It takes two acts, one that is left out and one that is put in, and the exemplar's own bag leaks here.
TEST_CASE("claims: where chance spoils the exemplar's way, that way with one act more tells until when") {
  const Lesson lesson("one-phone");
  const session::PlayReading reading = session::parse_play(R"(chance bag.leak tight
chance bag2.leak seeps
chance phone.reboots happens
go on
do authority choose option=take
go on
go on
do seat switch-off phone
wait 10 min
go on
go on
do pack hand-over phone with clerk
go on
go on
go on
go on
)",
                                                           *lesson.prepared);
  REQUIRE(reading.faults.empty());
  const Walked walked = played(lesson, reading.play);
  REQUIRE(walked.attempt.ending != session::Ending::open);
  const auto causes = causes::causes_of(*walked.prepared, record_of(walked, good_way_of(lesson)));
  REQUIRE(causes);
  CHECK(causes->all[0].answer == causes::Answer::this_act);
  CHECK(causes->all[0].change == causes::Change::good_way);
  const Tale tale(*walked.prepared, walked.lines, good_way_of(lesson));
  CHECK(first_of(Checker(tale, told(walked, causes)).contradictions()) == "0");
}

// The hands that were left on the keyboard close the lid while the learner does something else that is wrong.
TEST_CASE("claims: who did it meanwhile is named, and what would have kept him from it, not what the learner did in that time") {
  const Lesson lesson("open-laptop");
  const std::string before = "chance bag.leak tight\ngo on\ndo authority choose option=power sure=yes\ngo on\ngo on\n";
  const std::string after = "wait 10 min\nwait 10 min\ngo on\ngo on\ndo order arrange item=hands item=keeper item=shield item=handover\n"
                            "go on\ngo on\n";
  for (const char* meanwhile : {"do table open-chat phone", "do table guess phone", "do table photograph phone",
                                "do table look-inside wallet", "do table put-away friend", "wait 30 s"}) {
    CAPTURE(std::string(meanwhile));
    const session::PlayReading reading = session::parse_play(before + meanwhile + "\n" + after, *lesson.prepared);
    REQUIRE(reading.faults.empty());
    const Walked walked = played(lesson, reading.play);
    const auto good_way = good_way_of(lesson);
    const auto causes = causes::causes_of(*walked.prepared, record_of(walked, good_way));
    REQUIRE(causes);
    const auto futures = claims::futures_of(walked, good_way, *causes);
    REQUIRE(futures);
    const screens::DebriefState state = told(walked, causes, nullptr, &*futures);
    REQUIRE(state.blocks.size() >= 2);
    const std::string hands = "“Move his hands away” (The man)";
    CHECK(state.blocks[0].words.find("Take the hands off the keyboard first") != std::string::npos);
    CHECK(state.blocks[0].words.find("The man: Lid closed.") != std::string::npos);
    CHECK(state.blocks[1].words.find(hands) != std::string::npos);                  // page one, …
    CHECK(state.futures.sentence.find(hands) != std::string::npos);                 // … the two futures, …
    CHECK(state.findings.front().words == "Take the hands off the keyboard first"); // … and page two
    const Tale tale(*walked.prepared, walked.lines, good_way);
    CHECK(first_of(Checker(tale, state).contradictions()) == "0");
    CHECK(first_of(FutureClaims(tale, state, *futures).contradictions()) == "0");
  }
}

// The generator with two names swapped: what it says then is about the wrong thing.
TEST_CASE("claims: two names that are swapped in what is told are found") {
  const Lesson lesson("open-laptop");
  const Walked walked = played(lesson, "careless.play");
  const std::string laptop = lesson.prepared->scenario.entity("laptop")->name.source,
                    phone = lesson.prepared->scenario.entity("phone")->name.source;
  const Say swapped = [&](const model::Text& text) -> const std::string& {
    return text.source == laptop ? phone : text.source == phone ? laptop : text.source;
  };
  const auto causes = causes::causes_of(*walked.prepared, record_of(walked, good_way_of(lesson)));
  REQUIRE(causes);
  const Tale tale(*walked.prepared, walked.lines, good_way_of(lesson));
  CHECK(Checker(tale, told(walked, causes)).contradictions().empty());
  CHECK_FALSE(Checker(tale, told(walked, causes, swapped)).contradictions().empty());
}

TEST_CASE("claims: an act that is named in another's place, a time that is not its own, and luck that was none are found") {
  const Lesson lesson("open-laptop");
  const Walked walked = played(lesson, "careless.play");
  const auto causes = causes::causes_of(*walked.prepared, record_of(walked, good_way_of(lesson)));
  REQUIRE(causes);
  const Tale tale(*walked.prepared, walked.lines, good_way_of(lesson));
  const auto finds = [&](const std::function<void(causes::Cause&)>& change) {
    causes::Causes other = *causes;
    for (causes::Cause& cause : other.all)
      change(cause);
    return !Checker(tale, told(walked, other)).contradictions().empty();
  };
  CHECK(finds([&](causes::Cause& cause) { cause.act = walked.acts[3]; }));
  CHECK(finds([](causes::Cause& cause) { cause.at += 1; }));
  CHECK(finds([](causes::Cause& cause) { cause.answer = causes::Answer::chance; }));
  CHECK(finds([](causes::Cause& cause) { cause.change = causes::Change::left_out; }));
}

TEST_CASE("claims: praise that the facts do not bear is found") {
  const Lesson lesson("one-phone");
  const Walked walked = played(lesson, "careless.play");
  const auto causes = causes::causes_of(*walked.prepared, record_of(walked, {}));
  const Tale tale(*walked.prepared, walked.lines, {});
  screens::DebriefState state = told(walked, causes);
  REQUIRE(Checker(tale, state).contradictions().empty());
  screens::DebriefFinding praise;
  praise.words = "You photographed it before any touch.", praise.outcome.label = "Kept", praise.deed = "Phone";
  state.findings.push_back(praise);
  state.blocks.push_back({screens::DebriefBlock::Kind::well, "", "", "You put a power bank into the bag.", {}});
  CHECK(Checker(tale, state).contradictions().size() == 2);
}

TEST_CASE("claims: a sentence that nobody checks is found") {
  const Lesson lesson("one-phone");
  const Walked walked = played(lesson, "careless.play");
  const Tale tale(*walked.prepared, walked.lines, {});
  screens::DebriefState state = told(walked, std::nullopt);
  REQUIRE_FALSE(state.blocks.empty());
  state.blocks[0].words += " It happened by itself.";
  CHECK_FALSE(Checker(tale, state).contradictions().empty());
}

// The two futures of a play, and what is told of them when something of it is changed.
TEST_CASE("claims: futures that do not part there, end otherwise, or turn on another act are found") {
  const Lesson lesson("open-laptop");
  const Walked walked = played(lesson, "bag-first.play");
  const auto good_way = good_way_of(lesson);
  const auto causes = causes::causes_of(*walked.prepared, record_of(walked, good_way));
  REQUIRE(causes);
  const auto futures = claims::futures_of(walked, good_way, *causes);
  REQUIRE(futures);
  REQUIRE_FALSE(futures->other.empty());
  const Tale tale(*walked.prepared, walked.lines, good_way);
  const auto finds = [&](const std::function<void(causes::Futures&)>& change, const std::function<void(screens::DebriefFutures&)>& retell) {
    causes::Futures other = *futures;
    change(other);
    screens::DebriefState state = told(walked, causes, nullptr, &other);
    retell(state.futures);
    return !FutureClaims(tale, state, other).contradictions().empty();
  };
  const auto as_it_is = [](auto&) {};
  CHECK_FALSE(finds(as_it_is, as_it_is));
  CHECK(finds([](causes::Futures& f) { --f.fork; }, as_it_is));
  CHECK(finds([](causes::Futures& f) { f.other.back().after = f.own.back().after; }, as_it_is));
  CHECK(finds([&](causes::Futures& f) { f.cause.act = walked.acts[0]; }, as_it_is));
  CHECK(finds([](causes::Futures& f) { f.cause.change = causes::Change::left_out; }, as_it_is));
  CHECK(finds(as_it_is, [](screens::DebriefFutures& f) { f.other.outcomes.front().label = f.own.outcomes.front().label; }));
  CHECK(finds(as_it_is, [](screens::DebriefFutures& f) { f.sentence += " It was chance."; }));
  CHECK(finds(as_it_is, [](screens::DebriefFutures& f) { f.own.marks.front().words += " twice"; }));
  CHECK(finds(as_it_is, [](screens::DebriefFutures& f) {
    f.depends = std::regex_replace(f.depends, std::regex("the seed words"), "the open session");
  }));
}
