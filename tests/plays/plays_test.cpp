// Every play of every scenario, three ways: straight, read back from the record, and with the data folder closed and opened,
// after every eighth action. The same facts and digests every time. Each play begins at another of the eight, and there are more
// plays than eight; with FIRSTHAND_THOROUGH (tools/test --all) it is after each action.
#include "engine/app/causes.h"
#include "tests/plays/workshop.h"

#include <cstdlib>

using namespace play_tests;

namespace {

enum class Between { nothing, replay, reopen };

const int every = std::getenv("FIRSTHAND_THOROUGH") ? 1 : 8;

// What is refused in a play is left out: its expectation was checked by the rehearsal.
std::string run(Workshop& workshop, const NamedPlay& named, Between between, int number = 0) {
  auto data_folder = workshop.open();
  const auto content = taken(workshop.content_library.load(named.scenario));
  const session::Play play = read_play(content->prepared(), named);
  auto session = taken(data_folder->begin(named.scenario, rehearsal_of(play)));
  for (const session::Action& action : actions_of(play)) {
    const auto done = session->submit_and_wait(action, session->turn());
    REQUIRE(done.kind != app::Submitted::Kind::not_saved);
    const std::string id = session->id();
    const session::ActOrder order = session->act_order();
    if (between == Between::nothing || (number++ % every != 0 && !session->over())) continue;
    if (between == Between::reopen) {
      session.reset();
      data_folder.reset();
      data_folder = workshop.open();
    }
    session = taken(data_folder->resume(id));
    REQUIRE_FALSE(session->interrupted());
    CHECK(session->act_order() == order); // what a number key chooses stays
  }
  return told(*session);
}

std::string ledger_of(app::DataFolder& data_folder) {
  std::string out;
  for (const auto& card : taken(data_folder.attempts("")))
    for (const auto& entry : taken(data_folder.store().entries_of(card.id)))
      out += entry.entry.hash.hex() + " " + entry.entry.line + "\n";
  return out;
}

} // namespace

TEST_CASE("plays: every scenario has at least four, and each keeps what it promises") {
  Workshop workshop;
  std::map<std::string, int> count;
  for (const NamedPlay& named : all_plays(workshop)) {
    CAPTURE(named.scenario);
    CAPTURE(named.name);
    const auto content = taken(workshop.content_library.load(named.scenario));
    const session::Play play = read_play(content->prepared(), named);
    const session::Rehearsal rehearsal = session::rehearse(content->prepared(), play);
    for (const firsthand::model::Finding& fault : rehearsal.failed)
      FAIL_CHECK("line " << fault.where.line << ": " << firsthand::reading::message_of(fault));
    if (!has_verdict(content->prepared())) continue;
    const bool ends_with_it = !play.lines.empty() && play.lines.back().words.starts_with("expect verdict");
    CHECK(ends_with_it);
    ++count[named.scenario];
  }
  CHECK(count.size() >= 2);
  for (const auto& [scenario, plays] : count)
    CHECK_MESSAGE(plays >= 4, scenario);
}

TEST_CASE("plays: straight, replayed between actions, and reopened between actions give the same facts and digests") {
  int first = 0;
  for (const NamedPlay& named : all_plays(Workshop())) {
    CAPTURE(named.scenario);
    CAPTURE(named.name);
    Workshop straight, replayed, reopened;
    const std::string expected = run(straight, named, Between::nothing);
    CHECK(run(replayed, named, Between::replay, first) == expected);
    CHECK(run(reopened, named, Between::reopen, first) == expected);
    ++first;
    CHECK(expected.find("attempt-ended") != std::string::npos);
  }
}

// In what is gone back to, too: an act that came up late stands where it stood then.
TEST_CASE("plays: gone back to any moment, acts stand in the order that they had there") {
  Workshop workshop;
  auto data_folder = workshop.open();
  std::size_t late = 0;
  for (const NamedPlay& named : all_plays(workshop)) {
    CAPTURE(named.scenario);
    CAPTURE(named.name);
    const auto content = taken(workshop.content_library.load(named.scenario));
    const session::Play play = read_play(content->prepared(), named);
    auto session = taken(data_folder->begin(named.scenario, rehearsal_of(play)));
    std::vector<session::ActOrder> orders{session->act_order()};
    for (const session::Action& action : actions_of(play))
      if (session->submit_and_wait(action, session->turn()).kind == app::Submitted::Kind::adopted) orders.push_back(session->act_order());
    for (std::size_t turn = 0; turn + 1 < orders.size(); turn += 5) {
      auto branch = taken(data_folder->rewind(session->id(), static_cast<int>(turn)));
      CHECK(branch->act_order() == orders[turn]);
      const std::string id = branch->id();
      branch.reset();
      CHECK(taken(data_folder->resume(id))->act_order() == orders[turn]);
    }
    for (const session::ActOrder& order : orders)
      late += order.newest() > 0;
  }
  CHECK(late > 100); // else nothing here could be out of order
}

TEST_CASE("plays: two runs of all plays with the same clock and ids give the same ledger, byte for byte") {
  std::string ledgers[2];
  for (std::string& ledger : ledgers) {
    Workshop workshop;
    for (const NamedPlay& named : all_plays(workshop))
      run(workshop, named, Between::nothing);
    ledger = ledger_of(*workshop.open());
  }
  CHECK(ledgers[0] == ledgers[1]);
  CHECK(ledgers[0].size() > 10000);
}

TEST_CASE("plays: what is recorded goes back to a play that does the same") {
  Workshop workshop;
  auto data_folder = workshop.open();
  for (const NamedPlay& named : all_plays(workshop)) {
    const auto content = taken(workshop.content_library.load(named.scenario));
    const session::Play play = read_play(content->prepared(), named);
    auto first = taken(data_folder->begin(named.scenario, rehearsal_of(play)));
    std::vector<session::Action> accepted;
    for (const session::Action& action : actions_of(play))
      if (first->submit_and_wait(action, first->turn()).kind == app::Submitted::Kind::adopted) accepted.push_back(action);
    const NamedPlay again{named.scenario, "again", session::play_text(content->prepared(), play.chance, accepted)};
    CHECK(actions_of(read_play(content->prepared(), again)) == accepted);
  }
}

TEST_CASE("plays: the exemplar is the best route only beside what ended worse") {
  Workshop workshop;
  auto data_folder = workshop.open();
  for (const NamedPlay& named : all_plays(workshop)) {
    CAPTURE(named.scenario);
    CAPTURE(named.name);
    const auto content = taken(workshop.content_library.load(named.scenario));
    if (!has_verdict(content->prepared())) continue;
    const session::Play play = read_play(content->prepared(), named);
    auto session = taken(data_folder->begin(named.scenario, rehearsal_of(play)));
    for (const session::Action& action : actions_of(play))
      (void)session->submit_and_wait(action, session->turn());
    const app::BestRoute route = app::best_route(*session);
    if (named.name == content->prepared().scenario.exemplar + ".play") {
      CHECK_FALSE(route.exemplar);
      CHECK(route.why_not == app::NoExemplar::no_better);
    } else if (session->attempt().ending != session::Ending::passed) {
      CHECK(route.exemplar);
    }
  }
}

namespace {

// As the debrief has it: the causes, then the other future of the gravest loss or of the first broken rule.
std::shared_ptr<const causes::Futures> futures_of(const app::AttemptSession& session) {
  const auto causes = app::work_out_causes(session)();
  REQUIRE(causes);
  return app::work_out_futures(session, causes->all.empty() ? nullptr : &causes->all.front())();
}

} // namespace

TEST_CASE("plays: a best route ends better with the same luck; where the exemplar does not, it is the own run with one act changed") {
  Workshop workshop;
  auto data_folder = workshop.open();
  int own_runs = 0;
  for (const NamedPlay& named : all_plays(workshop)) {
    CAPTURE(named.scenario);
    CAPTURE(named.name);
    const auto content = taken(workshop.content_library.load(named.scenario));
    if (!has_verdict(content->prepared())) continue;
    const session::Play play = read_play(content->prepared(), named);
    auto session = taken(data_folder->begin(named.scenario, rehearsal_of(play)));
    for (const session::Action& action : actions_of(play))
      (void)session->submit_and_wait(action, session->turn());
    const auto futures = futures_of(*session);
    const app::BestRoute route = app::best_route(*session, futures.get());
    const auto exemplar = app::exemplar_beside(*session);
    const auto is_better = [&](const session::Attempt& end) { return app::ends_better(session->prepared(), end, session->attempt()); };
    if (route.exemplar) {
      CHECK(is_better(route.exemplar->attempt));
      CHECK(route.is_own_run != (exemplar && is_better(exemplar->attempt)));
      CHECK(route.exemplar->timeline.turns.size() > 3);
      own_runs += route.is_own_run;
    } else {
      CHECK_FALSE((exemplar && is_better(exemplar->attempt)));
      CHECK_FALSE((futures && !futures->other.empty() && is_better(futures->other.back().after)));
      CHECK(route.why_not != app::NoExemplar::none);
    }
  }
  CHECK(own_runs > 0); // a bag that leaks unseen spoils the exemplar as well
}

TEST_CASE("plays: the exemplar stands beside a learner's attempt, with the learner's luck") {
  Workshop workshop;
  auto data_folder = workshop.open();
  for (const auto& course : workshop.content_library.library().courses())
    for (const auto& card : course.scenarios) {
      CAPTURE(card.id);
      if (course.tests_by(card.id) || course.kind == firsthand::reading::CourseKind::daily) continue; // everybody has another paper
      app::BeginOptions options;
      auto session = taken(data_folder->begin(card.id, options));
      const auto exemplar = app::exemplar_beside(*session);
      REQUIRE(exemplar);
      CHECK(exemplar->attempt.world.seed == session->attempt().world.seed);
      CHECK(exemplar->timeline.turns.size() > 6);
    }
}
