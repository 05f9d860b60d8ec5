// Attempts through the data folder: durable before adopted, resumed on what they began with, rewound, interrupted, never lost.
#include "tests/app/fixture.h"

#include "engine/app/history.h"
#include "engine/report/records.h"

#include <condition_variable>

using namespace app_tests;

namespace {

using Kind = app::Submitted::Kind;

void play_through(app::AttemptSession& session) {
  for (const char* words : {"do first open right", "go on", "do second open right", "go on"})
    REQUIRE(submit(session, words).kind == Kind::adopted);
}

// The writer thread's knock, for tests that wait for it.
struct Bell {
  std::mutex mutex;
  std::condition_variable rung;
  int count = 0;
  void ring() {
    const std::lock_guard lock(mutex);
    ++count;
    rung.notify_all();
  }
  void wait_for(int times) {
    std::unique_lock lock(mutex);
    rung.wait(lock, [&] { return count >= times; });
  }
};

} // namespace

TEST_CASE("app: an action is adopted with its turn and the hash of its entry") {
  Office office;
  office.open();
  auto session = office.begin();
  const auto answer = submit(*session, "do first open left");
  CHECK(answer.kind == Kind::adopted);
  CHECK(answer.turn == 1);
  const auto entries = taken(office.data_folder->store().entries_of(session->id()));
  CHECK(entries.size() == 2);
  CHECK(entries.back().entry.hash == answer.hash);
  CHECK(session->saved_at() == entries.back().at);
}

TEST_CASE("app: what is refused or stale changes nothing and is not recorded") {
  Office office;
  office.open();
  auto session = office.begin();
  CHECK(submit(*session, "go on").code == "cannot-go-on");
  CHECK(submit(*session, "do second open left").code == "step-not-open");
  const auto action = act(*session, "do first open left");
  CHECK(session->submit_and_wait(action, 0).kind == Kind::adopted);
  CHECK(session->submit_and_wait(action, 0).code == "stale-turn");
  CHECK(taken(office.data_folder->store().entries_of(session->id())).size() == 2);
}

TEST_CASE("app: when the store fails at any step the state stays, and the same action works afterwards") {
  for (const auto step :
       {storage::AppendStep::begin, storage::AppendStep::write_attempt, storage::AppendStep::write_entry, storage::AppendStep::commit}) {
    Office office;
    bool full = false;
    office.adjust = [&](storage::Options& options) { options.fails_at = [&, step](storage::AppendStep at) { return full && at == step; }; };
    office.open();
    auto session = office.begin();
    full = true;
    const auto answer = submit(*session, "do first open left");
    CHECK(answer.kind == Kind::not_saved);
    CHECK(answer.code == "database-full");
    CHECK(session->turn() == 0);
    CHECK(session->turns().size() == 1);
    full = false;
    CHECK(submit(*session, "do first open left").kind == Kind::adopted);
    CHECK(taken(office.data_folder->store().entries_of(session->id())).size() == 2);
  }
}

TEST_CASE("app: a pending action is adopted by poll, and nothing is accepted meanwhile") {
  Bell bell;
  Office office;
  office.on_written = [&] { bell.ring(); };
  office.open();
  auto session = office.begin();
  CHECK_FALSE(session->poll());
  CHECK(session->submit_later(act(*session, "do first open left"), 0).kind == Kind::pending);
  CHECK(session->pending());
  CHECK(session->turn() == 0); // not before poll, whatever the writer did
  CHECK(session->submit_later(act(*session, "go on"), 0).code == "pending");
  CHECK(submit(*session, "go on").code == "pending");
  bell.wait_for(1);
  const auto answer = session->poll();
  REQUIRE(answer);
  CHECK(answer->kind == Kind::adopted);
  CHECK(session->turn() == 1);
  CHECK_FALSE(session->pending());
  CHECK_FALSE(session->poll());
}

TEST_CASE("app: a pending action that could not be saved leaves the state, and says why") {
  Bell bell;
  Office office;
  std::atomic<bool> full = false;
  office.on_written = [&] { bell.ring(); };
  office.adjust = [&](storage::Options& options) { options.fails_at = [&](storage::AppendStep) { return full.load(); }; };
  office.open();
  auto session = office.begin();
  full = true;
  session->submit_later(act(*session, "do first open left"), 0);
  bell.wait_for(1);
  const auto answer = session->poll();
  REQUIRE(answer);
  CHECK(answer->kind == Kind::not_saved);
  CHECK(answer->code == "database-full");
  CHECK(session->turn() == 0);
}

TEST_CASE("app: what was handed to the writer is durable even if nobody polls") {
  Office office;
  office.open();
  std::string id;
  {
    auto session = office.begin();
    id = session->id();
    session->submit_later(act(*session, "do first open left"), 0);
  }
  office.open();
  CHECK(taken(office.data_folder->resume(id))->turn() == 1);
}

TEST_CASE("app: an open attempt goes on where it was, with its notes") {
  Office office;
  office.open();
  auto session = office.begin();
  submit(*session, "do first note text=\"Red carpet\"");
  submit(*session, "do first open left");
  const std::string id = session->id(), digest = session::state_digest(session->prepared(), session->attempt()).hex();
  session.reset();
  office.open();
  const auto cards = taken(office.data_folder->attempts(""));
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].id == id);
  CHECK(cards[0].ending == session::Ending::open);
  CHECK(cards[0].step_id == "first");
  auto again = taken(office.data_folder->resume(id));
  CHECK(session::state_digest(again->prepared(), again->attempt()).hex() == digest);
  CHECK(again->turn() == 2);
  REQUIRE(again->turns()[1].action);
  CHECK(again->turns()[1].action->text == "Red carpet");
  CHECK(submit(*again, "go on").turn == 3);
}

TEST_CASE("app: a typed text is in no sealed line") {
  Office office;
  office.open();
  auto session = office.begin();
  submit(*session, "do first note text=\"Red carpet\"");
  for (const auto& entry : taken(office.data_folder->store().entries_of(session->id())))
    CHECK(entry.entry.line.find("carpet") == std::string::npos);
  CHECK(submit(*session, "do first note text=\"\x01\"").code == "note-not-text");
}

TEST_CASE("app: an edited or deleted scenario does not reach an attempt that began before") {
  Office office;
  office.open();
  auto session = office.begin();
  const std::string id = session->id();
  const auto rules = session->prepared().rules_hash;
  submit(*session, "do first open right");
  session.reset();
  SUBCASE("edited") {
    std::string text = hall_yaml("Quite another question?");
    text.replace(text.find("kind: doors, title: Second"), 11, "kind: doors");
    office.content.write("scenarios/courses/tour/hall/scenario.yaml", text.replace(text.find("id: second"), 10, "id: secund"));
  }
  SUBCASE("broken") { office.content.write("scenarios/courses/tour/hall/scenario.yaml", "scenario: [hall"); }
  SUBCASE("deleted") { fs::remove_all(office.content.path / "scenarios/courses/tour"); }
  office.content_library->forget();
  office.open();
  auto again = taken(office.data_folder->resume(id));
  CHECK(again->prepared().rules_hash == rules);
  CHECK_FALSE(again->interrupted());
  for (const char* words : {"go on", "do second open right", "go on"})
    CHECK(submit(*again, words).kind == Kind::adopted);
  CHECK(again->attempt().ending == session::Ending::passed);
}

TEST_CASE("app: where the program computes something else the attempt is closed and its facts stand") {
  Office office;
  office.open();
  auto session = office.begin();
  submit(*session, "do first open right");
  const auto facts = session->facts();
  const std::string id = session->id();
  // As if an older program had sealed another digest for the next turn.
  auto entry = taken(office.data_folder->store().entries_of(id)).back();
  auto row = *taken(office.data_folder->store().attempt(id));
  auto line = taken(base::parse_json_line(entry.entry.line));
  line["t"] = row.turn = 2;
  taken(office.data_folder->store().append({{}, row, "turn", line.line(), entry.at, {}}));
  session.reset();
  auto again = taken(office.data_folder->resume(id));
  CHECK(again->interrupted());
  CHECK(again->attempt().ending == session::Ending::closed);
  CHECK(again->turns().back().kind == "end");
  CHECK(again->turn() == 3);
  const auto kept = again->facts();
  REQUIRE(kept.size() >= facts.size());
  CHECK(std::equal(facts.begin(), facts.end(), kept.begin()));
  CHECK(taken(office.data_folder->resume(id))->interrupted()); // looked at again: still so, and nothing is added
  CHECK(taken(office.data_folder->store().entries_of(id)).size() == 4);
}

TEST_CASE("app: a moment that is practised is a branch that is over with its step, says what it is and does not count") {
  Office office;
  office.open();
  auto session = office.begin();
  play_through(*session);
  const std::string parent = session->id();
  auto moment = taken(office.data_folder->rewind(parent, 0, app::PlayOn::through_the_step));
  CHECK(moment->is_moment());
  CHECK(moment->pins().variant == session::moment_variant);
  CHECK(moment->pins().parent == parent);
  CHECK_FALSE(moment->past_its_moment());
  const std::size_t step = moment->attempt().step;
  while (moment->attempt().step == step)
    submit(*moment, moment->turn() == 0 ? "do first open left" : "go on");
  CHECK(moment->past_its_moment());
  CHECK(moment->end_later(app::moment_over).kind == app::Submitted::Kind::pending);
  while (!moment->poll()) {
  }
  CHECK(moment->attempt().ending == session::Ending::closed);
  CHECK_FALSE(moment->past_its_moment());
  const auto cards = taken(office.data_folder->attempts(moment->pins().person));
  CHECK_FALSE(cards.front().counts);
  auto again = taken(office.data_folder->resume(moment->id()));
  CHECK(again->is_moment());
  CHECK(again->over());
  auto whole = taken(office.data_folder->rewind(again->turns()[1].attempt, again->turns()[1].turn));
  CHECK_FALSE(whole->is_moment()); // what is played on from it goes on to the end
}

TEST_CASE("app: rewinding begins a branch that goes its own way") {
  Office office;
  office.open();
  auto session = office.begin();
  play_through(*session);
  const std::string parent = session->id();
  auto branch = taken(office.data_folder->rewind(parent, 2));
  CHECK(branch->id() != parent);
  CHECK(branch->turn() == 0);
  CHECK(branch->turns().size() == 4);          // three inherited, one of its own
  CHECK_FALSE(branch->timeline().turns[2].at); // its minutes are those of the attempt it branches from
  CHECK(branch->timeline().turns[3].at == branch->turns()[3].at);
  CHECK(session->timeline().turns[0].at == session->turns()[0].at);
  submit(*branch, "do second open left");
  submit(*branch, "go on");
  CHECK(branch->over());
  CHECK(session->attempt().grades[1] == 1000);
  CHECK(branch->attempt().grades[1] == 0);
  const std::string id = branch->id(), digest = session::state_digest(branch->prepared(), branch->attempt()).hex();
  office.open();
  auto again = taken(office.data_folder->resume(id));
  CHECK(session::state_digest(again->prepared(), again->attempt()).hex() == digest);
  CHECK(again->turns().size() == 6);
  auto inherited = taken(office.data_folder->rewind(again->turns()[1].attempt, again->turns()[1].turn)); // a moment before the branch
  CHECK(inherited->pins().parent == parent);
  CHECK(error_of(office.data_folder->rewind(parent, 4)) == "rewind-turn"); // it is over there
  CHECK(error_of(office.data_folder->rewind(parent, 9)) == "rewind-turn");
}

TEST_CASE("app: an assessment is never rewound, and a draft language is practice only") {
  Office office;
  office.open();
  app::BeginOptions options;
  options.mode = session::Mode::assessed;
  auto session = office.begin(options);
  submit(*session, "do first open left");
  CHECK(error_of(office.data_folder->rewind(session->id(), 0)) == "rewind-assessed");
  CHECK(error_of(session->set_language_and_wait("th", {})) == "language-draft");
  options.language = "th";
  CHECK(error_of(office.data_folder->begin("hall", options)) == "language-draft");
}

TEST_CASE("app: another language is a sealed entry of its own; the same one is none") {
  Office office;
  office.open();
  auto session = office.begin();
  done(session->set_language_and_wait("en", {}));
  CHECK(session->turn() == 0);
  done(session->set_language_and_wait("th", {"text-150"}));
  CHECK(session->turn() == 1);
  CHECK(submit(*session, "do first open left").turn == 2);
  auto again = taken(office.data_folder->resume(session->id()));
  CHECK(again->language() == "th");
  CHECK_FALSE(again->interrupted());
}

TEST_CASE("app: the seed depends on who and which attempt it is, and a restart draws the same") {
  Office office;
  office.open();
  const auto anna = taken(office.data_folder->add_person("Anna", "1234")), ben = taken(office.data_folder->add_person("Ben", ""));
  app::BeginOptions of_anna, of_ben;
  of_anna.person = anna.id;
  of_ben.person = ben.id;
  auto first = office.begin(of_anna), second = office.begin(of_anna), other = office.begin(of_ben);
  CHECK(first->pins().start.seed != second->pins().start.seed);
  CHECK(first->pins().start.seed != other->pins().start.seed);
  CHECK(first->pins().start.seed ==
        session::seed_of(taken(office.data_folder->store().workstation()).key, anna.id, first->prepared().rules_hash, 1));
  CHECK(first->pins().number == 1);
  CHECK(second->pins().number == 2);
}

TEST_CASE("app: chance is fixed in rehearsals only, and a rehearsal never counts") {
  Office office;
  office.open();
  const auto anna = taken(office.data_folder->add_person("Anna", "1234"));
  app::BeginOptions options;
  options.person = anna.id;
  options.chance = {{"you.mood", "good"}};
  CHECK(error_of(office.data_folder->begin("hall", options)) == "chance-fixed");
  options.channel = session::Channel::rehearsal;
  CHECK(error_of(office.data_folder->begin("hall", options)) == "unknown-draw");
  options.chance.clear();
  play_through(*office.begin(options));
  options.channel = session::Channel::window;
  play_through(*office.begin(options));
  const auto cards = taken(office.data_folder->attempts(anna.id));
  REQUIRE(cards.size() == 2);
  CHECK(cards[0].counts);
  CHECK_FALSE(cards[1].counts);
  CHECK(cards[0].per_mille == 1000);
  CHECK(cards[0].ending == session::Ending::passed);
}

// Decided by the content, whoever begins it; sealed, verified and replayed as any other.
TEST_CASE("app: an attempt of a warm-up says so in its first line, counts nowhere and is in no export") {
  Office office;
  office.content.write("scenarios/courses/tour/course.yaml",
                       "course: tour\nkind: warm-up\nformat: 1\nlanguage: en\ntitle: Tour\nscenarios: [hall]\n");
  office.files.emplace(std::vector<content::ContentRoot>{{office.content.path, ""}});
  office.content_library.emplace(*office.files, office.modules);
  office.open();
  const auto anna = taken(office.data_folder->add_person("Anna", "1234"));
  app::BeginOptions options;
  options.person = anna.id;
  auto session = office.begin(options);
  play_through(*session);
  const auto cards = taken(office.data_folder->attempts(anna.id));
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].warm_up);
  CHECK_FALSE(cards[0].counts);
  CHECK(cards[0].ending == session::Ending::passed);
  CHECK(taken(office.data_folder->resume(cards[0].id))->pins().variant == session::warm_up_variant);
  storage::Database database = looked_at(office);
  const auto records = taken(firsthand::report::read_records(database));
  CHECK(records.entries > 0);
  int told = 0;
  done(records.attempts([&told](const firsthand::report::AttemptRecord&) -> base::Result<void> {
    ++told;
    return {};
  }));
  CHECK(told == 0);
}

TEST_CASE("app: a demonstration plays, resumes and rewinds, and leaves nothing behind") {
  Office office;
  auto data_folder = app::DataFolder::demonstration(office.services, *office.content_library);
  auto session = taken(data_folder->begin("hall", {}));
  submit(*session, "do first open left");
  CHECK(taken(data_folder->resume(session->id()))->turn() == 1);
  CHECK(taken(data_folder->rewind(session->id(), 0))->turn() == 0);
  const auto cards = taken(data_folder->attempts(""));
  REQUIRE(cards.size() == 2);
  CHECK(cards[1].counts); // here it is told as if somebody were signed in
  CHECK_FALSE(cards[0].counts);
  CHECK(error_of(data_folder->add_person("Anna", "1234")) == "demonstration");
  CHECK(fs::is_empty(office.data.path));
}

TEST_CASE("app: giving up closes an attempt without a verdict") {
  Office office;
  office.open();
  auto session = office.begin();
  done(session->give_up_and_wait());
  CHECK(session->attempt().ending == session::Ending::closed);
  CHECK(submit(*session, "do first open left").code == "attempt-over");
  CHECK(taken(office.data_folder->attempts(""))[0].ending == session::Ending::closed);
}
