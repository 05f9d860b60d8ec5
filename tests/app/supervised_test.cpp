// A supervised session: opened by whom the list of people lets, durable before it is told, sat in by those who are present, closed with
// what is still open handed in; and what the check of a record says of one that was touched.
#include "engine/app/admission.h"
#include "engine/ledger/administrative.h"
#include "engine/ledger/roster_act.h"
#include "engine/session/supervised.h"
#include "tests/app/exam_room.h"

using namespace app_tests;
namespace ledger = firsthand::ledger;

TEST_CASE("supervised: a session is opened by an entry of its own kind, and another one is refused until it is closed") {
  ExamRoom room;
  CHECK_FALSE(taken(room.data_folder->unclosed_session()));
  room.open_session();
  const auto entries = taken(room.data_folder->store().entries_of("session"));
  REQUIRE(entries.size() == 1);
  CHECK(entries.front().kind == "session");
  const auto card = taken(room.data_folder->unclosed_session());
  REQUIRE(card);
  CHECK(card->supervisor == "Mali Srisuk");
  CHECK(card->session.entry == entries.front().seq);
  CHECK(card->session.room == "Room 3");
  CHECK(card->session.present.size() == 3);
  CHECK(error_of(room.data_folder->open_session(room.wanted())) == "session-open");
  CHECK(says(room.told(), "Mali Srisuk opened a supervised session of the test exam in Room 3"));
  CHECK(says(room.told(), "is not closed"));
  CHECK(room.faults() == "");
}

TEST_CASE("supervised: who is present sits supervised once the supervisor said how they know who it is; others sit as always") {
  ExamRoom room;
  room.open_session();
  const auto entry = taken(room.data_folder->unclosed_session())->session.entry;
  CHECK(error_of(room.sit("0071", "")) == "session-identity");
  CHECK(error_of(room.sit("0071", "guessed")) == "session-identity");
  const auto sat = taken(room.sit("0071"));
  CHECK(room.first_line(sat->id()).at("sup").number() == entry);
  CHECK(room.first_line(sat->id()).at("identity").text() == "card");
  CHECK(sat->pins().supervision == std::to_string(entry));
  const auto other = taken(room.sit("0070", ""));
  CHECK(room.first_line(other->id()).at("sup").text() == "none");
  CHECK_FALSE(room.first_line(other->id()).find("identity"));
  app::BeginOptions lesson;
  lesson.person = room.id("0072");
  CHECK(room.first_line(taken(room.data_folder->begin("hall", lesson))->id()).at("sup").text() == "none");
  CHECK_FALSE(taken(room.data_folder->history(sat->id())).difference);
  CHECK(room.faults() == "");
}

TEST_CASE("supervised: a draft language and a command are never supervised") {
  ExamRoom room;
  room.open_session();
  app::BeginOptions options;
  options.person = room.id("0071"), options.identity = "card";
  CHECK(room.first_line(taken(room.data_folder->begin("exam", options))->id()).at("sup").text() == "none"); // practice
  options.person = room.id("0072"), options.mode = session::Mode::assessed, options.channel = session::Channel::command_line;
  CHECK(room.first_line(taken(room.data_folder->begin("exam", options))->id()).at("sup").text() == "none");
}

TEST_CASE("supervised: closing hands in what is open, says who sat nothing, and what was passed is passed supervised") {
  ExamRoom room;
  room.lessons("0071"), room.lessons("0072");
  room.open_session();
  {
    auto passed = taken(room.sit("0071", "known"));
    room.answer(*passed, "right");
    (void)taken(room.sit("0072")); // and goes no further
  }
  const std::string mali = room.id("0070");
  done(room.data_folder->mark_incident(mali, room.id("0071"), "helped"));
  done(room.data_folder->mark_incident(mali, room.id("0071"), "left"));
  CHECK(error_of(room.data_folder->mark_incident(mali, mali, "left")) == "session-incident");
  CHECK(error_of(room.data_folder->mark_incident(mali, room.id("0071"), "slept")) == "session-incident");
  const auto closed = taken(room.data_folder->close_session(mali));
  CHECK(closed.handed_in == 1);
  REQUIRE(closed.seats.size() == 3);
  CHECK(closed.seats[0].how == app::Seated::handed_in);
  CHECK(closed.seats[0].incidents == std::vector<std::string>{"helped", "left"});
  CHECK(closed.seats[1].how == app::Seated::handed_in);
  CHECK(closed.seats[2].how == app::Seated::not_begun);
  const app::AttemptCard card = taken(room.data_folder->attempts(room.id("0071"))).front();
  CHECK(card.passed_final());
  CHECK(card.supervised());
  CHECK(card.incidents.size() == 2);
  CHECK(card.ending == session::Ending::passed); // the verdict is what it was
  CHECK(taken(room.data_folder->attempts(room.id("0072"))).front().ending == session::Ending::failed);
  CHECK_FALSE(taken(room.data_folder->unclosed_session()));
  CHECK(error_of(room.data_folder->close_session(mali)) == "session-none");
  CHECK(error_of(room.data_folder->mark_incident(mali, room.id("0071"), "left")) == "session-none");
  const auto known = taken(room.data_folder->sessions());
  CHECK(known.all.front().missing == std::vector<std::string>{room.id("0073")});
  CHECK(known.all.front().handed_in.size() == 1);
  CHECK(says(room.told(), "Mali Srisuk noted of Dara in the session of entry"));
  CHECK(says(room.told(), ": Was helped (entry"));
  CHECK(says(room.told(), "1 handed in by that, 1 sat nothing: Somchai (entry"));
  CHECK(room.faults() == "");
  room.open_session(); // now there may be another one
}

TEST_CASE("supervised: the table says by whom, where, how they knew and what happened, and never changes a verdict") {
  ExamRoom room;
  room.lessons("0071");
  room.open_session();
  auto passed = taken(room.sit("0071"));
  done(room.data_folder->mark_incident(room.id("0070"), room.id("0071"), "talked"));
  room.answer(*passed, "right");
  CHECK(room.column("standing") == "passed supervised");
  CHECK(room.column("verdict") == "passed");
  CHECK(room.column("supervisor") == "Mali Srisuk");
  CHECK(room.column("session_room") == "Room 3");
  CHECK(room.column("identity") == "card");
  CHECK(room.column("incidents") == "talked");
  CHECK(room.column("session_end") == "never closed");
  CHECK(room.column("session_missing") == ""); // nobody knows it yet
  (void)taken(room.data_folder->close_session(room.id("0070")));
  CHECK(room.column("session_end") == "closed");
  CHECK(room.column("session_missing") == "Nok, Somchai");
}

TEST_CASE("supervised: who passed unsupervised may pass it supervised, and then no more") {
  ExamRoom room;
  room.lessons("0071");
  room.answer(*taken(room.sit("0071", "")), "right");
  CHECK(error_of(room.sit("0071", "")) == "test-passed");
  room.open_session();
  auto again = taken(room.sit("0071"));
  CHECK(room.first_line(again->id()).at("try").number() == 2);
  room.answer(*again, "right");
  CHECK(error_of(room.sit("0071")) == "test-passed");
  CHECK_FALSE(taken(room.data_folder->history(again->id())).difference);
}

TEST_CASE("supervised: when its time is over nobody goes on, nothing more is supervised, and it is closed late") {
  ExamRoom room;
  room.lessons("0071");
  room.open_session();
  const std::string begun = taken(room.sit("0071"))->id();
  CHECK_FALSE(taken(room.data_folder->resume(begun))->over());
  room.clock.set({room.clock.now().milliseconds + 3 * an_hour});
  CHECK(error_of(room.data_folder->resume(begun)) == "session-over");
  CHECK(session::state_of(taken(room.data_folder->unclosed_session())->session, room.clock.now()) == session::SessionState::ended);
  CHECK(room.first_line(taken(room.sit("0072", ""))->id()).at("sup").text() == "none");
  CHECK(taken(room.data_folder->attempts(room.id("0071"))).front().session_unclosed);
  CHECK(error_of(room.data_folder->open_session(room.wanted())) == "session-open");
  CHECK(taken(room.data_folder->close_session(room.id("0070"))).handed_in == 1);
  CHECK(taken(room.data_folder->resume(begun))->over());
  CHECK(taken(room.data_folder->sessions()).all.front().closed);
}

TEST_CASE("supervised: what stands on a screen when the time is over is answered and handed in no more") {
  ExamRoom room;
  room.lessons("0071");
  room.open_session();
  auto begun = taken(room.sit("0071"));
  auto resumed = taken(room.data_folder->resume(begun->id()));
  room.clock.set({room.clock.now().milliseconds + 3 * an_hour});
  for (app::AttemptSession* each : {begun.get(), resumed.get()}) {
    const auto on = session::handing_in(each->prepared(), each->attempt());
    session::Action action;
    action.kind = session::Action::Kind::go_on;
    const auto answer = each->submit_and_wait(on ? *on : action, each->turn());
    CHECK(answer.kind == app::Submitted::Kind::refused);
    CHECK(answer.code == "session-over");
  }
  CHECK(taken(room.data_folder->close_session(room.id("0070"))).handed_in == 1);
}

TEST_CASE(
    "supervised: a clock that is set back lets nobody outlive the time, is told, and what was begun is gone on with when it is right") {
  ExamRoom room;
  room.lessons("0071");
  room.open_session();
  const auto at = [&room, opened = room.clock.now().milliseconds](std::int64_t minutes) { room.clock.set({opened + minutes * 60'000}); };
  auto sat = taken(room.sit("0071"));
  at(90);
  done(sat->set_language_and_wait("en", {"large-text"})); // an entry that leaves the question open
  for (const int minutes : {10, 30, 88}) {
    at(minutes);
    const auto answer = submit(*sat, "do first open right");
    CHECK(answer.kind == app::Submitted::Kind::refused);
    CHECK(answer.code == "session-clock");
    CHECK(error_of(room.data_folder->resume(sat->id())) == "session-clock");
  }
  at(90);
  room.clock.set({room.clock.now().milliseconds - 20'000}); // a clock that is put right by itself
  CHECK_FALSE(taken(room.data_folder->resume(sat->id()))->over());
  CHECK_FALSE(says(room.told(), "it was set back"));
  at(10);
  CHECK(taken(room.data_folder->close_session(room.id("0070"))).handed_in == 1); // whoever closes is not kept from it
  CHECK(says(room.told(), "the clock stands 80 min before that of the entry before: it was set back"));
  CHECK(taken(room.data_folder->resume(sat->id()))->over());
}

TEST_CASE("supervised: a clock that is set back to after the newest answer is noticed as long as the program runs, wherever one is in it") {
  std::uint32_t state = 11;
  const auto random = [&state](std::uint32_t below) { return (state = state * 1664525U + 1013904223U) / 65536U % below; };
  constexpr std::int64_t a_minute = 60'000;
  for (int round = 0; round < 20; ++round) {
    ExamRoom room;
    room.lessons("0071");
    room.open_session(); // for two hours
    auto sat = taken(room.sit("0071"));
    const std::int64_t gone = (20 + random(90)) * a_minute, back = 2 * a_minute + random(static_cast<std::uint32_t>(gone - 3 * a_minute));
    CAPTURE(gone);
    CAPTURE(back);
    room.clock.set({room.clock.now().milliseconds + gone});
    room.clock.turn_back(back);
    REQUIRE(room.clock.now() > sat->saved_at()); // nothing that is sealed tells it
    const auto answer = submit(*sat, "do first open right");
    CHECK(answer.code == "session-clock");
    CHECK(error_of(room.data_folder->resume(sat->id())) == "session-clock");
    CHECK(error_of(room.sit("0072")) == "session-clock");
    room.clock.turn_back(-back + 20'000 - 40'000 * random(2)); // right again, but for what clocks differ by
    CHECK_FALSE(taken(room.data_folder->resume(sat->id()))->over());
    CHECK(submit(*sat, "do first open right").kind == app::Submitted::Kind::adopted);
    (void)taken(room.data_folder->close_session(room.id("0070")));
    CHECK(taken(room.data_folder->resume(sat->id()))->over());
  }
}

TEST_CASE("supervised: what was noted marks the attempt in which it happened, and no other of that person") {
  ExamRoom room;
  room.lessons("0071");
  room.open_session();
  const std::string mali = room.id("0070"), dara = room.id("0071");
  done(room.data_folder->mark_incident(mali, dara, "left")); // nothing is begun: it stands in the session alone
  auto first = taken(room.sit("0071"));
  done(room.data_folder->mark_incident(mali, dara, "talked"));
  room.answer(*first, "left");
  done(room.data_folder->mark_incident(mali, dara, "device")); // right after it
  (void)taken(room.sit("0071"));
  done(room.data_folder->mark_incident(mali, dara, "helped"));
  const auto cards = taken(room.data_folder->attempts(dara)); // newest first
  CHECK(cards[0].incidents == std::vector<std::string>{"helped"});
  CHECK(cards[1].incidents == std::vector<std::string>{"talked", "device"});
  CHECK(cards[2].incidents.empty());
  CHECK(taken(room.data_folder->seats(taken(room.data_folder->unclosed_session())->session)).front().incidents.size() == 4);
}

TEST_CASE("supervised: a clock that was set back is told, and nothing begins in the session") {
  ExamRoom room;
  room.open_session();
  const std::string begun = taken(room.sit("0071"))->id();
  room.clock.set({room.clock.now().milliseconds - 5 * an_hour});
  CHECK(session::state_of(taken(room.data_folder->unclosed_session())->session, room.clock.now()) == session::SessionState::clock_back);
  CHECK(error_of(room.sit("0072")) == "session-clock");
  CHECK(error_of(room.data_folder->resume(begun)) == "session-clock");
  (void)taken(room.data_folder->close_session(room.id("0070")));
  CHECK(says(room.told(), "The clock was set back"));
}

// As a kill leaves it: the file and its log, nothing closed.
TEST_CASE("supervised: a session survives a program that was killed, and its test goes on where it was") {
  ExamRoom room;
  room.open_session();
  const std::string begun = taken(room.sit("0071"))->id();
  Folder copy;
  for (const char* name : {"firsthand.db", "firsthand.db-wal"})
    fs::copy_file(room.data.path / name, copy.path / name);
  auto again = taken(app::DataFolder::open(room.services, *room.content_library, {copy.path, {}, {}}));
  const auto card = taken(again->unclosed_session());
  REQUIRE(card);
  CHECK(card->supervisor == "Mali Srisuk");
  CHECK_FALSE(taken(again->resume(begun))->over());
  CHECK(taken(again->close_session(card->session.by)).handed_in == 1);
}

TEST_CASE("supervised: a closing that fails half way is closed again, and hands nothing in twice") {
  ExamRoom room;
  int left = 1 << 30;
  room.adjust = [&left](storage::Options& options) {
    options.fails_at = [&left](storage::AppendStep step) { return step == storage::AppendStep::commit && --left < 0; };
  };
  room.open();
  room.open_session();
  (void)taken(room.sit("0071")), (void)taken(room.sit("0072"));
  left = 1; // the first hand-in is durable, the next entry is not
  CHECK(error_of(room.data_folder->close_session(room.id("0070"))) == "session-unfinished");
  REQUIRE(taken(room.data_folder->unclosed_session()));
  left = 1 << 30;
  CHECK(taken(room.data_folder->close_session(room.id("0070"))).handed_in == 1);
  for (const char* number : {"0071", "0072"})
    CHECK(taken(room.data_folder->attempts(room.id(number))).front().ending == session::Ending::failed);
  CHECK(room.faults() == "");
}

TEST_CASE("supervised: what cannot be is refused before anything is written") {
  ExamRoom room;
  const auto refusal = [&room](const std::function<void(app::SessionWanted&)>& change) {
    app::SessionWanted wanted = room.wanted();
    change(wanted);
    return error_of(room.data_folder->open_session(wanted));
  };
  CHECK(refusal([](auto& w) { w.room = ""; }) == "session-room");
  CHECK(refusal([](auto& w) { w.room = std::string(10'000, 'a'); }) == "session-room");
  CHECK(refusal([](auto& w) { w.room = "\x01\x02"; }) == "session-room");
  CHECK(refusal([](auto& w) { w.present.clear(); }) == "session-people");
  CHECK(refusal([](auto& w) { w.present.assign(500, w.present.front()); }) == "session-people");
  CHECK(refusal([](auto& w) { w.present.push_back(w.supervisor); }) == "session-people"); // nobody vouches for themselves
  CHECK(refusal([](auto& w) { w.present = {"nobody"}; }) == "person-unknown");
  CHECK(refusal([&](auto& w) { w.until = {room.clock.now().milliseconds - 1}; }) == "session-until");
  CHECK(refusal([](auto& w) { w.test = "hall"; }) == "scenario-unknown");
  CHECK(refusal([](auto& w) { w.test = std::string(10'000, 'x'); }) == "scenario-unknown");
  CHECK(refusal([&](auto& w) { w.supervisor = room.id("0071"), w.present = {room.id("0072")}; }) == "session-supervisor");
  CHECK(refusal([&](auto& w) { w.supervisor = "nobody"; }) == "person-unknown");
  CHECK(taken(room.data_folder->store().entries_of("session")).empty());
}

TEST_CASE("supervised: wrong PINs are slowed down as at sign-in, and who never chose one supervises nothing") {
  ExamRoom room;
  app::SessionWanted wanted = room.wanted();
  wanted.pin = "9999";
  for (int i = 0; i < 4; ++i)
    (void)taken(room.data_folder->open_session(wanted));
  wanted.pin = "1234";
  const auto answer = taken(room.data_folder->open_session(wanted));
  CHECK(answer.kind == Welcome::wait);
  CHECK(answer.wait_seconds > 0);
  room.import("number,name,supervises\n0073,Somchai,ใช่\n");
  CHECK(error_of(room.data_folder->supervisor_signs_in(room.id("0073"), "")) == "session-pin");
  room.import("number,name,supervises\n0070,Mali Srisuk,no\n");
  room.clock.set({room.clock.now().milliseconds + an_hour});
  CHECK(error_of(room.data_folder->supervisor_signs_in(room.id("0070"), "1234")) == "session-supervisor");
}

TEST_CASE("supervised: nobody opens a session by a list of people that is not as it was sealed") {
  ExamRoom room;
  ledger::RosterAct act;
  act.what = ledger::act::roster_imported, act.turn = 1, act.rows = 1, act.list = std::string(64, '0');
  storage::AppendRequest request;
  request.attempt.id = ledger::roster_place, request.attempt.turn = 1, request.kind = ledger::administrative_kind;
  request.attempt.mode = request.attempt.channel = "administrative", request.attempt.state = storage::AttemptState::closed;
  request.line = ledger::roster_line(act).line();
  (void)taken(room.data_folder->store().append(std::move(request)));
  CHECK(error_of(room.data_folder->open_session(room.wanted())) == "session-list");
}

TEST_CASE("supervised: what was sealed by hand does not pass the check of the record") {
  ExamRoom room;
  room.open_session();
  const auto entry = taken(room.data_folder->unclosed_session())->session.entry;
  const std::string mali = room.id("0070");
  const base::Json::Object incident{{"at", 1}, {"by", mali}, {"code", "left"}, {"k", "session"}, {"what", "incident"}, {"ws", "w"}};
  const auto forged = [&](const char* key, base::Json value) {
    base::Json line(incident);
    line["session"] = entry, line["people"] = base::Json::Array{room.id("0071")};
    line[key] = std::move(value);
    room.forge(line);
    return room.faults();
  };
  CHECK(says(forged("people", base::Json::Array{mali}), "notes of somebody who is not in the session"));
  CHECK(says(forged("session", entry + 1000), "which is not open there"));
  CHECK(says(forged("what", "blessed"), "cannot be read"));
  CHECK(says(forged("session", "x"), "cannot be read"));
}

TEST_CASE("supervised: numbers are read as they are typed, and each mistake is named") {
  ExamRoom room;
  const auto people = taken(room.data_folder->people());
  const auto read = [&people](const std::string& typed) { return app::read_numbers(typed, people); };
  CHECK(read("0071 0072").people.size() == 2);
  CHECK(read("๐๐๗๑, 0072;0073\n").people.size() == 3);
  CHECK(read("").people.empty());
  CHECK(read("0071 9999").unknown == std::vector<std::string>{"9999"});
  CHECK(read("0071 0071").twice == std::vector<std::string>{"0071"});
  CHECK_FALSE(read("0071 0071").good());
  CHECK(read(std::string(10'000, '7')).unknown.size() == 1);
  CHECK(read("\x01\xff\xfe").people.empty());
}

TEST_CASE("supervised: a time of today is read in the ways in which people write one") {
  const base::Moment now{1'767'225'600'000}; // 2026-01-01 00:00 UTC, 07:00 there
  const auto read = [now](const std::string& typed) {
    const auto at = app::time_today(typed, now, 7 * 60);
    return at ? base::iso_local(*at, 7 * 60).substr(0, 16) : std::string();
  };
  CHECK(read("12:00") == "2026-01-01T12:00");
  CHECK(read("9.30") == "2026-01-01T09:30");
  CHECK(read("1530") == "2026-01-01T15:30");
  CHECK(read("๑๒:๐๐") == "2026-01-01T12:00");
  CHECK(read("9") == "2026-01-01T09:00");
  for (const char* wrong : {"", "25:00", "12:60", "12:0", "noon", "-1:00", "12:00:00", "99999999999999999999"})
    CHECK_MESSAGE(read(wrong) == "", wrong);
}
