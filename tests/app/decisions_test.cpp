// What two people decide afterwards about a result: who may, what counts then and everywhere, and that the first verdict stays.
#include "engine/app/admission.h"
#include "engine/app/attempts_here.h"
#include "engine/app/competency_map.h"
#include "engine/assessment/form.h"
#include "engine/ledger/roster_act.h"
#include "tests/app/exam_room.h"

using namespace app_tests;
namespace assessment = firsthand::assessment;
namespace ledger = firsthand::ledger;

namespace {

// Two may supervise; Dara has passed the final in a session that was closed.
struct Decided : ExamRoom {
  std::string passed;
  Decided() {
    import("number,name,supervises\n0073,Somchai,yes\n");
    done(data_folder->set_first_pin(id("0073"), "5678"));
    lessons("0071");
    app::SessionWanted session = wanted();
    session.present = {id("0071"), id("0072")};
    REQUIRE(taken(data_folder->open_session(session)).kind == Welcome::welcome);
    auto sat = taken(sit("0071"));
    answer(*sat, "right");
    passed = sat->id();
    (void)taken(data_folder->close_session(id("0070")));
  }
  app::DecisionWanted deciding(const char* to = "void", const char* code = "person") {
    return {passed, to, code, {{{id("0070"), "1234"}, {id("0073"), "5678"}}}};
  }
  std::string refusal(const std::function<void(app::DecisionWanted&)>& change) {
    app::DecisionWanted wanted = deciding();
    change(wanted);
    return error_of(data_folder->decide(wanted));
  }
  void decide(const char* to, const char* code = "person") {
    for (const app::SignIn& each : taken(data_folder->decide(deciding(to, code))))
      REQUIRE(each.kind == Welcome::welcome);
  }
  app::AttemptCard card(const std::string& attempt) {
    for (const app::AttemptCard& each : taken(data_folder->attempts(id("0071"))))
      if (each.id == attempt) return each;
    FAIL("no such attempt");
    return {};
  }
  std::size_t decisions() { return taken(data_folder->store().entries_of("decision")).size(); }
  // Sealed by hand, as whoever has the file may do it.
  void forge_decision(const char* key, base::Json value) {
    ledger::Ruling ruling;
    ruling.turn = static_cast<int>(decisions()), ruling.attempt = passed, ruling.from = "passed", ruling.to = "void", ruling.code = "help";
    ruling.by = {id("0070"), id("0073")}, ruling.workstation = "w";
    base::Json line = ledger::ruling_line(ruling);
    line[key] = std::move(value);
    storage::AppendRequest request;
    request.attempt.id = "decision", request.attempt.turn = ruling.turn, request.kind = "decision", request.line = line.line();
    request.attempt.mode = request.attempt.channel = "administrative", request.attempt.state = storage::AttemptState::closed;
    (void)taken(data_folder->store().append(std::move(request)));
  }
};

} // namespace

TEST_CASE(
    "decisions: two people make a result void by an entry of its own kind; the first verdict stays, and another decision may follow") {
  Decided room;
  CHECK(room.card(room.passed).passed_final());
  room.decide("void");
  CHECK(taken(room.data_folder->store().entries_of("decision")).front().kind == "decision");
  app::AttemptCard card = room.card(room.passed);
  CHECK(card.is_void());
  CHECK(card.ending == session::Ending::closed);
  CHECK(card.first_ending == session::Ending::passed);
  CHECK_FALSE(card.passed_final());
  REQUIRE(card.decisions.size() == 1);
  CHECK(card.decisions[0].by == std::vector<std::string>{"Mali Srisuk", "Somchai"});
  CHECK(card.decisions[0].code == "person");
  CHECK(room.column("verdict") == "passed");
  CHECK(room.column("standing") == "void");
  CHECK(room.column("decided") == "void");
  CHECK(room.column("decided_by") == "Mali Srisuk, Somchai");
  CHECK(room.column("decided_because") == "person");
  CHECK(room.column("decisions") == "1");
  CHECK(room.column("counts") == "0");
  CHECK(says(room.told(), "Mali Srisuk and Somchai decided about the result of Dara in exam"));
  CHECK(says(room.told(), "passed counts as void. Why: Somebody else sat there, or it is not known who (entry"));
  CHECK(room.faults() == "");
  room.decide("failed", "mistake");
  CHECK(room.card(room.passed).ending == session::Ending::failed);
  CHECK(room.column("standing") == "practised");
  room.decide("passed", "mistake");
  card = room.card(room.passed);
  CHECK(card.passed_final());
  CHECK(card.decisions.size() == 3);
  CHECK(room.column("standing") == "passed supervised");
  CHECK(room.column("decisions") == "3");
  CHECK(says(room.told(), "not passed counts as passed"));
  CHECK(room.faults() == "");
  CHECK_FALSE(taken(room.data_folder->history(room.passed)).difference); // of the attempt nothing has changed
}

TEST_CASE("decisions: what cannot be decided is refused before a PIN is looked at, and nothing is written") {
  Decided room;
  const std::string dara = room.id("0071"), mali = room.id("0070");
  CHECK(room.refusal([&](auto& w) { w.by[1] = w.by[0]; }) == "decision-two");
  CHECK(room.refusal([&](auto& w) { w.by[1] = {dara, "1234"}; }) == "decision-two");
  CHECK(room.refusal([&](auto& w) { w.by[1] = {room.id("0072"), "1234"}; }) == "session-supervisor");
  CHECK(room.refusal([&](auto& w) { w.by[0].person = "nobody"; }) == "person-unknown");
  CHECK(room.refusal([](auto& w) { w.attempt = "0123456789abcdef"; }) == "attempt-unknown"); // of another data folder
  CHECK(room.refusal([](auto& w) { w.to = "passed"; }) == "decision-same");
  CHECK(room.refusal([](auto& w) { w.to = "blessed"; }) == "decision-what");
  CHECK(room.refusal([](auto& w) { w.code = "because"; }) == "decision-what");
  CHECK(room.refusal([](auto& w) { w.code = "mistake"; }) == "decision-why"); // nobody decided before
  CHECK(room.refusal([](auto& w) { w.to = "failed", w.code = "question"; }) == "decision-why");
  CHECK(taken(room.data_folder->check_decision(room.deciding("failed", "help"))) == "passed");
  for (const app::AttemptCard& each : taken(room.data_folder->attempts(dara)))
    if (each.scenario == "hall") {
      CHECK(room.refusal([&](auto& w) { w.attempt = each.id; }) == "decision-test");
      CHECK(app::decidable(each).empty());
    }
  app::BeginOptions practice;
  practice.person = dara, practice.mode = session::Mode::practice;
  auto other = taken(room.data_folder->begin("exam", [&] {
    practice.person = room.id("0072");
    return practice;
  }()));
  room.answer(*other, "right");
  CHECK(room.refusal([&](auto& w) { w.attempt = other->id(); }) == "decision-test");
  CHECK(room.decisions() == 0);
}

TEST_CASE("decisions: a reason goes with some verdicts, and an earlier decision can be wrong where there is one") {
  using session::Before;
  const auto fitting = [](const char* to, Before before) {
    std::string all;
    for (const std::string_view code : session::ruling_codes)
      if (session::ruling_fits(code, to, before)) all += std::string(code) + " ";
    return all;
  };
  CHECK(fitting("void", Before::undecided) == "person help disturbed computer question ");
  CHECK(fitting("void", Before::decided) == "person help disturbed computer question mistake ");
  CHECK(fitting("failed", Before::undecided) == "person help ");
  CHECK(fitting("failed", Before::decided) == "person help mistake ");
  CHECK(fitting("passed", Before::undecided) == "question ");
  CHECK(fitting("passed", Before::decided) == "question mistake ");
  Decided room;
  CHECK(app::reasons(room.card(room.passed), "failed") == std::vector<std::string>{"person", "help"});
  room.decide("void");
  CHECK(app::reasons(room.card(room.passed), "passed") == std::vector<std::string>{"question", "mistake"});
  CHECK(room.refusal([](auto& w) { w.to = "passed"; }) == "decision-why"); // because somebody else sat there
  CHECK(room.decisions() == 1);
}

TEST_CASE("decisions: who is told of the people of this computer hears of no void test as one that counts") {
  Decided room;
  const auto told = [&room] {
    for (const app::PersonTold& each : taken(app::people_told(*room.data_folder)))
      if (each.person.number == "0071") return each;
    FAIL("nobody has that number");
    return app::PersonTold{};
  };
  const app::PersonTold before = told();
  CHECK(before.supervised == 1);
  room.decide("void");
  CHECK(told().supervised == 0);
  CHECK(told().counting + 1 == before.counting);
  CHECK(told().others == before.others + 1);
}

TEST_CASE("decisions: only of what was handed in, in a session that was closed; a baseline is left out or counts again") {
  Decided room;
  room.open_session(); // 0072 sits for the first time
  auto sat = taken(room.sit("0072"));
  CHECK(room.refusal([&](auto& w) { w.attempt = sat->id(); }) == "decision-open");
  room.answer(*sat, "left");
  CHECK(room.refusal([&](auto& w) { w.attempt = sat->id(); }) == "decision-session");
  (void)taken(room.data_folder->close_session(room.id("0070")));
  CHECK(room.refusal([&](auto& w) { w.attempt = sat->id(), w.to = "passed"; }) == "decision-what");
  app::DecisionWanted baseline = room.deciding();
  baseline.attempt = sat->id();
  (void)taken(room.data_folder->decide(baseline));
  auto cards = taken(room.data_folder->attempts(room.id("0072")));
  REQUIRE(cards.front().is_void());
  CHECK(app::decidable(cards.front()) == std::vector<std::string>{"failed"});
  CHECK(app::reasons(cards.front(), "failed") == std::vector<std::string>{"mistake"}); // it counts again
  CHECK(room.refusal([&](auto& w) { w.attempt = sat->id(), w.to = "failed"; }) == "decision-why");
  baseline.to = "failed", baseline.code = "mistake";
  (void)taken(room.data_folder->decide(baseline));
  CHECK(app::decidable(taken(room.data_folder->attempts(room.id("0072"))).front()) == std::vector<std::string>{"void"});
  CHECK(error_of(room.sit("0072", "")) != ""); // it was sat once, and counts again
  CHECK(room.faults() == "");
}

TEST_CASE("decisions: both PINs are asked, and a wrong one is refused and slowed down") {
  Decided room;
  for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
    app::DecisionWanted wanted = room.deciding();
    wanted.by[which].pin = "9999";
    int wrong = 0, waited = 0; // each look at the clock is a second
    for (int i = 0; i < 30; ++i) {
      const app::SignIn answer = taken(room.data_folder->decide(wanted))[which];
      (answer.kind == Welcome::wrong ? wrong : waited) += 1;
      CHECK(answer.kind != Welcome::welcome);
    }
    CHECK(wrong < 10);
    CHECK(waited > 10);
    CHECK(taken(room.data_folder->decide(room.deciding()))[which].kind == Welcome::wait); // now the right one waits as well
    CHECK(room.decisions() == 0);
    room.clock.set({room.clock.now().milliseconds + an_hour});
  }
  room.decide("void");
}

// As a kill leaves it: the file and its log, nothing closed.
TEST_CASE("decisions: a decision survives a program that was killed, and one that could not be written is none") {
  Decided room;
  int left = 1 << 30;
  room.adjust = [&left](storage::Options& options) {
    options.fails_at = [&left](storage::AppendStep step) { return step == storage::AppendStep::commit && --left < 0; };
  };
  room.open();
  left = 0;
  CHECK(error_of(room.data_folder->decide(room.deciding())) == "database-full");
  CHECK_FALSE(room.card(room.passed).is_void());
  left = 1 << 30;
  room.decide("void");
  Folder copy;
  for (const char* name : {"firsthand.db", "firsthand.db-wal"})
    fs::copy_file(room.data.path / name, copy.path / name);
  auto again = taken(app::DataFolder::open(room.services, *room.content_library, {copy.path, {}, {}}));
  CHECK(taken(again->attempts(room.id("0071"))).front().is_void());
}

TEST_CASE("decisions: the list of people as it is decides who may; what was decided before it changed stays") {
  Decided room;
  room.decide("void");
  room.import("number,name,supervises\n0073,Somchai,no\n");
  CHECK(room.refusal([](auto& w) { w.to = "passed", w.code = "mistake"; }) == "session-supervisor");
  CHECK(room.card(room.passed).is_void());
  CHECK(room.faults() == ""); // then they might
  ledger::RosterAct act;
  act.what = ledger::act::roster_imported, act.rows = 1, act.list = std::string(64, '0');
  act.turn = taken(room.data_folder->store().entries_of(std::string(ledger::roster_place))).back().turn + 1;
  storage::AppendRequest request;
  request.attempt.id = ledger::roster_place, request.attempt.turn = act.turn, request.kind = "administrative";
  request.attempt.mode = request.attempt.channel = "administrative", request.attempt.state = storage::AttemptState::closed;
  request.line = ledger::roster_line(act).line();
  (void)taken(room.data_folder->store().append(std::move(request)));
  CHECK(room.refusal([](auto& w) {
    w.to = "passed";
    w.code = "mistake";
  }) == "session-list");
}

TEST_CASE("decisions: somebody who has two ids is one person") {
  Decided room;
  done(room.data_folder->set_trainer_pin("", "2468").ok() ? base::Result<void>() : base::fail("pin-form", ""));
  const std::string typed = taken(room.data_folder->add_person("M. Srisuk", "1111")).id;
  app::DecisionWanted wanted = room.deciding();
  wanted.by[1] = {typed, "1111"};
  REQUIRE(taken(room.data_folder->join_number(typed, "0070", "2468")).kind == Welcome::welcome);
  CHECK(error_of(room.data_folder->decide(wanted)) == "decision-two");
}

TEST_CASE("decisions: who has a void final may sit it again, and not the same form") {
  Decided room;
  CHECK(error_of(room.sit("0071", "")) == "test-passed");
  const std::string form = room.first_line(room.passed).at("form").text();
  room.decide("void", "computer");
  auto again = taken(room.sit("0071", ""));
  CHECK(room.first_line(again->id()).at("try").number() == 1); // the void one used up none
  CHECK(room.first_line(again->id()).at("form").text() != form);
  CHECK(room.faults() == "");
}

TEST_CASE("decisions: what was wrong in a void test is not asked for again in the questions of a day, until it counts again") {
  Decided room;
  auto sat = taken(room.sit("0072", "")); // a baseline, to show that it is asked for at all
  room.answer(*sat, "left");
  submit(*sat, "go on");
  REQUIRE(taken(room.data_folder->answered_before(room.id("0072"))).size() == 1);
  CHECK(taken(room.data_folder->answered_before(room.id("0072"))).front().worth == 0);
  const auto before = [&room] { return taken(room.data_folder->answered_before(room.id("0071"))); };
  REQUIRE(before().size() == 1);
  CHECK(before().front().competency == "custody");
  CHECK(before().front().worth == 1000);
  room.decide("void");
  CHECK(before().empty());
  room.decide("passed", "mistake");
  CHECK(before().size() == 1);
}

// Third tries after void ones, sessions, failures and passes in any order.
TEST_CASE("decisions: whatever was decided, a try asks the form that was seen least, and the record says which were") {
  std::uint32_t state = 5;
  const auto random = [&state](std::uint32_t below) { return (state = state * 1664525U + 1013904223U) / 65536U % below; };
  for (int round = 0; round < 12; ++round) {
    Decided room;
    std::vector<std::string> forms{room.first_line(room.passed).at("form").text()};
    room.decide("void");
    for (int tries = 0; tries < 3;) { // failed ones; void ones use up none
      auto sat = taken(room.sit("0071", ""));
      room.answer(*sat, "left");
      const base::Json first = room.first_line(sat->id());
      CHECK(first.at("seen").array().size() == forms.size());
      CHECK(first.at("try").number() == tries + 1);
      forms.push_back(first.at("form").text());
      const std::size_t others = std::min<std::size_t>(2, forms.size() - 1); // of three forms
      CHECK(std::count(forms.end() - 1 - static_cast<std::ptrdiff_t>(others), forms.end(), forms.back()) == 1);
      submit(*sat, "go on");
      CHECK(sat->over());
      CHECK_FALSE(taken(room.data_folder->history(sat->id())).difference);
      room.passed = sat->id();
      if (random(2) && forms.size() < 8)
        room.decide("void", "computer");
      else
        ++tries;
      room.clock.set({room.clock.now().milliseconds + an_hour});
    }
  }
}

TEST_CASE("decisions: one that was sealed by hand is named by the check of the record, and counts for nothing") {
  const auto forged = [](const char* key, const std::function<base::Json(Decided&)>& value) {
    Decided room;
    room.forge_decision(key, value(room));
    CHECK_FALSE(room.card(room.passed).is_void());
    CHECK(room.column("standing") == "passed supervised");
    return room.faults();
  };
  using Ids = base::Json::Array;
  CHECK(says(forged("by", [](Decided& r) { return Ids{r.id("0070"), r.id("0071")}; }), "of Dara about their own result"));
  CHECK(says(forged("by", [](Decided& r) { return Ids{r.id("0070"), r.id("0070")}; }), "cannot be read"));
  CHECK(says(forged("by", [](Decided& r) { return Ids{r.id("0070")}; }), "cannot be read"));
  CHECK(says(forged("from", [](Decided&) { return base::Json("failed"); }), "says that failed counted before it"));
  CHECK(says(forged("to", [](Decided&) { return base::Json("blessed"); }), "cannot be read"));
  CHECK(says(forged("on", [](Decided&) { return base::Json("elsewhere"); }), "which is no test of this record"));
  Decided room;
  room.forge_decision("by", Ids{room.id("0070"), room.id("0072")});
  CHECK(says(room.faults(), "a decision of Nok, whom the list of people did not let supervise then"));
  Decided twice;
  twice.decide("void");
  twice.forge_decision("t", 5);
  CHECK(says(twice.faults(), "two people decided 5 times before by its count, and 1 times"));
}

TEST_CASE("decisions: the map leaves a void test out") {
  Decided room;
  room.decide("void");
  app::AttemptCard sat = room.card(room.passed);
  sat.scenario = "exam", sat.tested = {{"custody", 1, 1}};
  reading::Course course;
  course.final_parts.emplace_back().scenario = "exam";
  CHECK_FALSE(app::competency_map(course, {"custody"}, std::vector{sat}).at(0).after);
  sat.decisions.clear(), sat.ending = sat.first_ending;
  CHECK(app::competency_map(course, {"custody"}, std::vector{sat}).at(0).after);
}

namespace {

// What is told of that test once more, sealed by hand as earlier versions sealed it: without the forms that were seen before, and with
// `change` of its first line.
std::string told_as_once_sealed(Decided& room, const std::function<void(base::Json::Object&)>& change) {
  static int copies = 0;
  storage::AppendRequest request;
  request.attempt = *taken(room.data_folder->store().attempt(room.passed));
  request.attempt.id = "older-" + std::to_string(++copies);
  for (const storage::StoredEntry& each : taken(room.data_folder->store().entries_of(room.passed))) {
    base::Json::Object line = taken(base::parse_json_line(each.entry.line)).object();
    line.erase("seen");
    line["id"] = request.attempt.id;
    if (each.turn == 0) change(line);
    request.attempt.person = each.turn == 0 ? line.at("who").text() : request.attempt.person;
    request.attempt.turn = each.turn, request.kind = each.kind, request.at = each.at, request.line = base::Json(line).line();
    request.texts.clear();
    for (const storage::StoredText& text : taken(room.data_folder->store().texts_of(room.passed))) {
      if (!text.content || text.seq != each.seq) continue;
      storage::TypedText again = *text.content; // a commitment is made once
      again.salt[0] = static_cast<std::uint8_t>(again.salt[0] + copies);
      const std::string own = ledger::commit_text(again.salt, again.text).hex();
      request.line.replace(request.line.find(text.commitment.hex()), own.size(), own);
      request.texts.push_back(again);
    }
    (void)taken(room.data_folder->store().append(request));
  }
  const auto history = taken(room.data_folder->history(request.attempt.id));
  return history.difference ? history.difference->what : "";
}

} // namespace

TEST_CASE("decisions: a final of a version that did not seal which forms were seen is computed as that version did, and not accused") {
  const auto as_it_was = [](base::Json::Object&) {};
  for (const int voided : {0, 1, 2}) {
    CAPTURE(voided);
    Decided room;
    for (int i = 0; i < voided; ++i) {
      room.decide("void");
      auto sat = taken(room.sit("0071", ""));
      room.answer(*sat, "left");
      submit(*sat, "go on");
      room.passed = sat->id();
    }
    REQUIRE(room.first_line(room.passed).at("try").number() == 1);
    // After a void try that version asked the form of a second one, whatever number the try had; the newest asks after two the third.
    CHECK((told_as_once_sealed(room, as_it_was) == "") == (voided < 2));
    const auto as_other = [&](base::Json::Object& line) {
      if (voided == 0)
        line["try"] = 2; // whoever sat twice had another form
      else
        line["who"] = room.id("0072"); // of somebody who sat no final before it was not due
    };
    CHECK(says(told_as_once_sealed(room, as_other), "paper: form"));
  }
}
