// What each shipped play is told at its end, against tests/plays/told: a change of what is said shows itself as a
// difference of text. Meant so? `FIRSTHAND_BLESS=1 test_plays -tc='plays: what is told*'` renews the files; read them.
#include "tests/plays/telling.h"
#include "tests/plays/workshop.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <tuple>

using namespace play_tests;

namespace {

std::string told_of(const session::Prepared& prepared, const session::Play& play) {
  const session::Rehearsal rehearsal = session::rehearse(prepared, play);
  const report::AttemptTimeline timeline = timeline_of(prepared, rehearsal);
  Telling telling(timeline);
  telling.notebook(report::notebook_of(timeline));
  telling.debrief(report::debrief_of(timeline, rehearsal.attempt));
  return telling.all();
}

std::string bytes_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The first line that differs says more than two whole texts.
std::string first_difference(const std::string& told, const std::string& kept) {
  const std::size_t at = static_cast<std::size_t>(std::mismatch(told.begin(), told.end(), kept.begin(), kept.end()).first - told.begin());
  const std::size_t start = at == 0 ? 0 : told.rfind('\n', at - 1) + 1;
  return "told: " + told.substr(start, told.find('\n', at) - start) + "\nkept: " + kept.substr(start, kept.find('\n', at) - start);
}

bool is_test(const session::Prepared& prepared, model::Symbol step) {
  for (const session::Prepared::Step& each : prepared.steps)
    if (each.id == step) return !each.module->hosts().empty();
  return false;
}

} // namespace

TEST_CASE("plays: what is told of every play is what was told before") {
  Workshop workshop;
  std::set<std::string> names;
  for (const NamedPlay& named : all_plays(workshop)) {
    const std::string folder = fs::path(named.scenario).parent_path().filename().string();
    const fs::path file = fs::path(FIRSTHAND_SOURCE) / "tests/plays/told" / (folder + "-" + fs::path(named.name).stem().string() + ".txt");
    names.insert(file.filename().string());
    const auto content = taken(workshop.content_library.load(named.scenario));
    const std::string told = told_of(content->prepared(), read_play(content->prepared(), named));
    if (std::getenv("FIRSTHAND_BLESS")) std::ofstream(file, std::ios::binary) << told;
    const std::string kept = bytes_of(file);
    CHECK_MESSAGE(told == kept, file.filename().string(), "\n", first_difference(told, kept));
  }
  for (const auto& entry : fs::directory_iterator(fs::path(FIRSTHAND_SOURCE) / "tests/plays/told"))
    CHECK_MESSAGE(names.count(entry.path().filename().string()) == 1, entry.path().filename().string(), " belongs to no play");
}

namespace {

bool is_deed(const report::NotebookLine& line) {
  using Kind = report::NotebookLine::Kind;
  return line.kind == Kind::act || line.kind == Kind::photo || line.kind == Kind::task;
}

// Somebody's hand, or somebody's deed, before that moment.
bool was_touched(const report::AttemptTimeline& timeline, const report::NotebookLine& photograph) {
  for (const report::Turn& turn : timeline.turns)
    for (const model::Fact& fact : turn.facts) {
      if (turn.number == 0 || fact.entity != photograph.entity || fact.at > photograph.at) continue;
      if (fact.kind == model::FactKind::moved || (fact.kind == model::FactKind::changed && fact.by != 0)) return true;
    }
  return false;
}

} // namespace

// Of every play: an act has the time of its beginning, in the notebook as in the debrief; what came of it in that second stands after
// it; nothing stands there twice; and a photograph is called "as found" only if nobody had changed the thing.
TEST_CASE("plays: the notebook and the debrief tell one time of an act, a question before its answer, and nothing twice") {
  Workshop workshop;
  std::size_t deeds = 0, found = 0, not_found = 0;
  for (const NamedPlay& named : all_plays(workshop)) {
    CAPTURE(named.name);
    const auto content = taken(workshop.content_library.load(named.scenario));
    const session::Rehearsal rehearsal = session::rehearse(content->prepared(), read_play(content->prepared(), named));
    const report::AttemptTimeline timeline = timeline_of(content->prepared(), rehearsal);
    std::set<std::tuple<int, base::Seconds, const model::Text*, model::Symbol>> seen;
    for (const report::NotebookLine& line : report::notebook_of(timeline).lines) {
      const report::Turn& turn = timeline.turns[static_cast<std::size_t>(line.turn)];
      const auto begins = [&](const model::Fact& fact) {
        return fact.kind == model::FactKind::begun && fact.entity == line.entity && fact.name == line.verb && fact.at == line.at;
      };
      if (is_deed(line)) {
        ++deeds;
        CHECK(std::any_of(turn.facts.begin(), turn.facts.end(), begins));
        for (const auto& other : seen)
          CHECK_FALSE((std::get<0>(other) == line.turn && std::get<1>(other) >= line.at && line.kind != report::NotebookLine::Kind::task));
      } else if (line.kind == report::NotebookLine::Kind::seen && !line.number) {
        CHECK(seen.emplace(line.turn, line.at, line.text, line.entity).second);
      }
      if (line.kind != report::NotebookLine::Kind::photo) continue;
      ++(line.as_found ? found : not_found);
      if (line.as_found) CHECK_FALSE(was_touched(timeline, line));
    }
  }
  CHECK(deeds > 100);
  CHECK((found > 5 && not_found > 5));
}

// Of every play: a graded step that was not wholly right is named with the author's reason, one that was right is not.
TEST_CASE("plays: a wrong answer is told, and why") {
  Workshop workshop;
  std::size_t wrong = 0;
  for (const NamedPlay& named : all_plays(workshop)) {
    const auto content = taken(workshop.content_library.load(named.scenario));
    const session::Rehearsal rehearsal = session::rehearse(content->prepared(), read_play(content->prepared(), named));
    const report::Debrief told = report::debrief_of(timeline_of(content->prepared(), rehearsal), rehearsal.attempt);
    for (const report::WrongStep& each : told.wrong_steps) {
      CHECK(each.per_mille < 1000);
      if (is_test(content->prepared(), each.step)) { // its questions will be asked again
        CHECK(each.reasons.empty());
        continue;
      }
      REQUIRE(each.reasons.size() >= 1);
      CHECK_FALSE(each.reasons.front()->empty());
    }
    const auto below = [](int grade) { return grade >= 0 && grade < 1000; };
    CHECK(told.wrong_steps.size() ==
          static_cast<std::size_t>(std::count_if(rehearsal.attempt.grades.begin(), rehearsal.attempt.grades.end(), below)));
    wrong += told.wrong_steps.size();
  }
  CHECK(wrong > 2);
}

namespace {

// How many things an act could have been done with then, as it was offered.
std::size_t choices_of_instrument(const session::Prepared& prepared, const session::Attempt& attempt, const session::Action& action) {
  const auto offers = session::offers(prepared, attempt).actions;
  return static_cast<std::size_t>(std::count_if(offers.begin(), offers.end(), [&](const session::Action& each) {
    return each.with != 0 && each.kind == action.kind && each.entity == action.entity && each.verb == action.verb;
  }));
}

struct DetailsTold {
  std::size_t with = 0, read = 0;
  // Of the turn that `action` made, in a notebook that ends with it.
  void check(const report::AttemptTimeline& timeline, const session::Action& action, bool had_a_choice) {
    const report::Notebook notebook = report::notebook_of(timeline);
    for (const report::NotebookLine& line : notebook.lines) {
      if (line.turn != timeline.turns.back().number || line.entity != action.entity || line.verb != action.verb) continue;
      const bool names_it = line.detail.with == report::name_of(timeline.prepared, action.with);
      CHECK((names_it || !had_a_choice));
      CHECK(line.detail.read.has_value() == !action.values.empty());
      CHECK((!line.detail.read || stands_before(notebook, line)));
      with += had_a_choice, read += line.detail.read.has_value();
    }
  }

 private:
  static bool stands_before(const report::Notebook& notebook, const report::NotebookLine& act) {
    return std::any_of(notebook.lines.begin(), notebook.lines.end(), [&](const report::NotebookLine& line) {
      return line.turn < act.turn && line.name == act.detail.read->name && line.text == act.detail.read->text;
    });
  }
};

} // namespace

TEST_CASE("plays: where there was a choice the notebook says with what an act was done, and of an answer which line was read out") {
  Workshop workshop;
  DetailsTold told;
  for (const NamedPlay& named : all_plays(workshop)) {
    CAPTURE(named.name);
    const auto content = taken(workshop.content_library.load(named.scenario));
    const session::Prepared& prepared = content->prepared();
    const session::Play play = read_play(prepared, named);
    session::Start start;
    start.chance = play.chance;
    model::FactList list;
    session::Attempt attempt = session::begin(prepared, start, list);
    report::AttemptTimeline timeline{prepared, {{0, list.facts, ""}}};
    for (const session::Action& action : actions_of(play)) {
      if (attempt.ending != session::Ending::open) break;
      const bool had_a_choice = choices_of_instrument(prepared, attempt, action) > 1;
      list.facts.clear();
      if (session::advance(prepared, attempt, action, attempt.turn, list)) continue;
      timeline.turns.push_back({attempt.turn, list.facts, action.text, std::nullopt, action});
      if (report::verb_of(prepared, action.entity, action.verb)) told.check(timeline, action, had_a_choice);
    }
  }
  CHECK(told.with > 10);
  CHECK(told.read > 5);
}

// The digest goes into the record: what an earlier version sealed has to come out the same, or attempts under way are closed. If one
// changes though no content did, the change is wrong, or `engine_rules` counts up.
TEST_CASE("plays: the digest of the last state of every play is what it was before") {
  Workshop workshop;
  std::string digests;
  for (const NamedPlay& named : all_plays(workshop)) {
    const auto content = taken(workshop.content_library.load(named.scenario));
    const session::Rehearsal rehearsal = session::rehearse(content->prepared(), read_play(content->prepared(), named));
    const std::string folder = fs::path(named.scenario).parent_path().filename().string();
    digests += folder + " " + named.name + " " + session::state_digest(content->prepared(), rehearsal.attempt).hex() + "\n";
  }
  const fs::path file = fs::path(FIRSTHAND_SOURCE) / "tests/plays/digests.txt";
  if (std::getenv("FIRSTHAND_BLESS")) std::ofstream(file, std::ios::binary) << digests;
  const std::string kept = bytes_of(file);
  CHECK_MESSAGE(digests == kept, first_difference(digests, kept));
}
