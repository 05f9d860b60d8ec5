// The test over one step: which questions stand on a paper, what answers and certainty do, what it comes to, and that the record tells all.
#include "tests/modules/lesson.h"

#include "engine/session/sum.h"
#include "modules/test/rules.h"

#include <fmt/format.h>

#include <random>
#include <set>

namespace firsthand::modules::test::of_test {

namespace {

std::string one_item(const std::string& id, const std::string& competency) {
  return fmt::format("  - id: {0}\n    kind: one\n    competency: {1}\n    stem: What of {0}?\n    options:\n"
                     "      - {{id: {0}-good, text: Look, right: yes, why: So., source: guide-a 2}}\n"
                     "      - {{id: {0}-bad, text: Leave, why: Not so., source: guide-a 2}}\n"
                     "      - {{id: {0}-harm, text: Break, danger: destroys, why: It breaks., source: guide-a 2}}\n",
                     id, competency);
}

const char* const others =
    "  - id: far\n    kind: number\n    competency: speed\n    stem: How far?\n    answer: 3\n    why: So.\n    source: guide-a 2\n"
    "  - id: row\n    kind: order\n    competency: speed\n    stem: In which order?\n    items: [{id: r1, text: One}, {id: r2, "
    "text: Two}, {id: r3, text: Three}]\n    why: So.\n    source: guide-a 2\n"
    "  - id: pairs\n    kind: match\n    competency: speed\n    stem: What to what?\n    left: [{id: l1, text: La}, {id: l2, text: Lb}]\n"
    "    right: [{id: t1, text: Ta}, {id: t2, text: Tb}]\n    pairs: {l1: t1, l2: t2}\n    why: So.\n    source: guide-a 2\n";

reading_test::World world_of(const std::string& more = "") {
  reading_test::World world;
  std::string items = "items:\n";
  for (const char* id : {"a", "b"})
    items += one_item(id, "care");
  for (const char* id : {"c", "d"})
    items += one_item(id, "speed");
  world.change("vocabulary", "competencies: {care: Care, speed: Speed}");
  world.put("items", items + others);
  world.put("test", "test: check\ntitle: A small test\nbanks: [small]\nblueprint: {care: 2, speed: 2}\ncut: 600\n" + more);
  world.put("forms", "forms:\n  - [a, b, c, far]\n");
  world.change("scenario", "steps:\n  - id: paper\n    kind: test\n    title: A test\n    test: check\n");
  return world;
}

session::PreparedPtr check(const std::string& more = "") {
  reading_test::World world = world_of(more);
  return prepared(world);
}

assessment::TestResult sum(const Game& game) {
  const auto& spec = static_cast<const test::TestSpec&>(*game.prepared->steps[0].spec);
  return test::result_of(spec, test::paper_of(spec, {}, game.attempt.states[0]));
}

session::Ending ending(const std::string& more, std::initializer_list<const char*> lines) {
  Game game(check(more), Mode::assessed);
  for (const char* line : lines) {
    CAPTURE(line);
    CHECK(game.act(line) == "");
  }
  CHECK(game.act("do paper hand-in") == "");
  return game.attempt.ending;
}

} // namespace

TEST_CASE("test: an answer may be changed until it is handed in, and an empty one is worth nothing") {
  Game game(check(), Mode::assessed);
  CHECK(game.act("do paper choose a option=a-bad") == "");
  CHECK(game.act("do paper choose a option=a-good") == "");
  CHECK(sum(game).won == 1000);
  CHECK(game.act("do paper choose a option=a-bad") == "");
  CHECK(sum(game).won == 0);
  CHECK(game.act("do paper answer far sign=3") == "");
  CHECK(sum(game).won == 1000);
  CHECK(sum(game).of == 4000);
  CHECK(game.leaving() == Leaving::not_yet);
  CHECK(game.act("do paper hand-in") == "");
  CHECK(game.attempt.ending == session::Ending::failed);
  CHECK(session::score(*game.prepared, game.attempt).per_mille == 250);
}

TEST_CASE("test: it is passed by its own cut, minima and dangers, each of them") {
  using enum session::Ending;
  const char *a = "do paper choose a option=a-good", *b = "do paper choose b option=b-good", *c = "do paper choose c option=c-good";
  const char *far = "do paper answer far sign=3", *harm = "do paper choose c option=c-harm";
  CHECK(ending("", {a, b, c, far}) == passed);
  CHECK(ending("", {a, b, c}) == passed);
  CHECK(ending("", {a, b}) == failed);
  CHECK(ending("", {}) == failed);
  CHECK(ending("minimum: {speed: 1}\n", {a, b, c}) == passed);
  CHECK(ending("minimum: {speed: 2}\n", {a, b, c}) == failed);
  CHECK(ending("dangers: 0\n", {a, b, far, harm}) == failed);
  CHECK(ending("dangers: 1\n", {a, b, far, harm}) == passed);
}

TEST_CASE("test: what is not on the paper, or was handed in, is refused and changes nothing") {
  Game game(check(), Mode::assessed);
  CHECK(game.acts({"do paper choose d option=d-good", "do paper choose option=a-good", "do paper choose a option=b-good",
                   "do paper choose a", "do paper view d", "do paper hand-in a", "do paper answer a sign=3",
                   "do paper choose a option=a-good certainty=sure", "go on"}) ==
        Lines{"no-such-question", "no-such-question", "no-such-option", "nothing-chosen", "no-such-question", "not-here", "not-here",
              "no-such-option", "cannot-go-on"});
  CHECK(sum(game).won == 0);
}

TEST_CASE("test: how sure is said with each answer where the test asks, and changes no points") {
  Game game(check("certainty: yes\n"), Mode::assessed);
  CHECK(game.acts({"do paper choose a option=a-good", "do paper choose a option=a-good certainty=perhaps",
                   "do paper choose a option=a-good certainty=sure certainty=guess", "do paper choose a option=a-good certainty=guess"}) ==
        Lines{"", "unknown-word", "twice", ""});
  CHECK(sum(game).won == 1000);
}

TEST_CASE("test: what is defensible elsewhere alone has no points, in practice as little as in an assessment") {
  reading_test::World world = world_of();
  std::string items = world.text("items");
  items.replace(items.find("text: Look, right: yes"), 22, "text: Look, position: D4/A");
  items.replace(items.find("text: Leave, why"), 16, "text: Leave, position: D4/B, why");
  world.put("items", items);
  const auto ready = prepared(world);
  for (const Mode mode : {Mode::practice, Mode::assessed}) {
    Game game(ready, mode);
    CHECK(game.act("do paper choose a option=a-bad") == "");
    CHECK(sum(game).won == 0);
    CHECK(game.act("do paper choose a option=a-good") == "");
    CHECK(sum(game).won == 1000);
  }
}

TEST_CASE("test: every kind of a bank is asked by the kind that asks it in lessons") {
  reading_test::World world = world_of();
  world.put("forms", "forms:\n  - [a, far, row, pairs]\n");
  Game game(prepared(world), Mode::assessed);
  CHECK(game.acts({"do paper arrange row item=r1 item=r2 item=r3", "do paper match pairs l1=t1 l2=t1", "do paper match pairs l1=t1 l2=t2",
                   "do paper answer far sign=3 sign=.", "do paper answer far sign=3"}) == Lines{"", "target-taken", "", "no-number", ""});
  CHECK(sum(game).won == 3000);
}

TEST_CASE("test: marks and looks are facts, and the worth of an answer is told only when it is handed in") {
  Game game(check(), Mode::assessed);
  const auto flagged = [&] {
    CHECK(game.act("do paper flag b") == "");
    CHECK(game.facts(model::FactKind::module).size() == 1);
    const auto& spec = static_cast<const test::TestSpec&>(*game.prepared->steps[0].spec);
    return test::paper_of(spec, {}, game.state()).places[1].flagged;
  };
  CHECK(flagged());
  CHECK_FALSE(flagged());
  CHECK(game.act("do paper choose b option=b-good") == "");
  CHECK(game.facts(model::FactKind::answered) == Lines{R"({"a":1000,"b":)" + std::to_string(game.heard()[0].batch) +
                                                       R"(,"e":"b","k":"answered","n":"paper","t":0,"v":"b-good","y":"learner"})"});
  CHECK(game.facts(model::FactKind::module).empty());
  CHECK(game.act("do paper hand-in") == "");
  CHECK(game.facts(model::FactKind::module).size() == 4);
}

TEST_CASE("test: a paper is what its record says, whatever is drawn today, and replay comes to the same") {
  const auto prepared = check();
  std::mt19937 chance(3);
  for (int i = 0; i < 20; ++i) {
    session::Start start;
    start.mode = Mode::assessed;
    for (const char* id : {"d", "pairs", "b"})
      start.paper.push_back({id, "00000000", {}});
    std::shuffle(start.paper.begin(), start.paper.end(), chance);
    model::FactList list;
    session::Attempt attempt = session::begin(*prepared, start, list);
    session::Pins pins = session::pins_of(*prepared, start);
    std::vector<base::Json> lines{session::begin_line(*prepared, attempt, pins, {"en", prepared->shown_hash, {}}, list.facts, {1})};
    for (int turn = 0; turn < 12 && attempt.ending == session::Ending::open; ++turn) {
      const session::Offers offers = session::offers(*prepared, attempt);
      const session::Action& action = offers.actions[chance() % offers.actions.size()];
      list.facts.clear();
      REQUIRE_FALSE(session::advance(*prepared, attempt, action, attempt.turn, list));
      lines.push_back(session::turn_line(*prepared, attempt, "", action, {}, list.facts, {2}));
    }
    for (base::Json& line : lines)
      line = *base::parse_json_line(line.line());
    const auto again = session::replay(*prepared, lines);
    REQUIRE(again.ok());
    CHECK_FALSE(again->difference);
    CHECK(again->attempt.states == attempt.states);
    CHECK(*again->attempt.paper == start.paper);
    lines[0] = *base::parse_json_line([&] {
      std::string line = lines[0].line();
      return line.replace(line.find("pairs@"), 6, "a@");
    }());
    const auto edited = session::replay(*prepared, lines);
    CHECK((!edited.ok() || edited->difference));
  }
}

TEST_CASE("test: a paper asks one form in an order of its seed, and the options are sealed as they are shown") {
  reading_test::World world = world_of("forms: 3\ntries: 2\nwait: 7 d\n");
  world.put("forms", "forms:\n  - [a, far]\n  - [b, row]\n  - [c, pairs]\n");
  const auto ready = prepared(world);
  REQUIRE(session::test_of(*ready));
  CHECK(session::test_of(*ready)->tries == 2);
  CHECK(session::test_of(*ready)->wait == 7 * 86'400);
  const auto items = [&](std::size_t form, int seed) {
    simulation::Seed of;
    of.bytes[0] = static_cast<std::uint8_t>(seed);
    std::set<std::string> ids;
    for (const session::PaperItem& asked : session::paper_for(*ready, form, of)) {
      CHECK(asked.version.size() == 8);
      CHECK(asked.options.size() != 1);
      ids.insert(asked.item);
    }
    return ids;
  };
  const std::vector<std::set<std::string>> forms{{"a", "far"}, {"b", "row"}, {"c", "pairs"}};
  for (int seed = 0; seed < 20; ++seed)
    for (std::size_t form = 0; form < forms.size(); ++form)
      CHECK(items(form, seed) == forms[form]);
  CHECK(items(3, 0).empty());
}

namespace {

// Of a bank for practice, drawn: the first two as they are written.
reading_test::World drawn_world(const char* use) {
  reading_test::World world = world_of();
  world.change("bank", std::string("use: ") + use);
  world.put("test", "test: check\ntitle: A small test\nbanks: [small]\ndraw: 2\ncertainty: yes\n");
  return world;
}

} // namespace

TEST_CASE("test: what is drawn takes one answer with how sure it is, tells its worth at once, and ends without a verdict") {
  reading_test::World world = drawn_world("practice");
  Game game(prepared(world));
  CHECK(game.acts({"do paper choose a option=a-good", "do paper flag a", "do paper choose c option=c-good certainty=sure"}) ==
        Lines{"certainty-missing", "not-here", "no-such-question"});
  CHECK(game.act("do paper choose a option=a-good certainty=sure") == "");
  CHECK(game.facts(model::FactKind::module) == Lines{R"({"a":1000,"b":3,"e":"a","k":"module","n":"test.worth","t":0,"y":"learner"})"});
  CHECK(game.act("do paper choose a option=a-bad certainty=sure") == "no-tries-left");
  CHECK(game.act("do paper view b") == "");
  CHECK(game.act("do paper choose b option=b-good certainty=guess") == "");
  CHECK(game.act("do paper hand-in") == "");
  CHECK(game.attempt.ending == session::Ending::closed); // all of it was right
  const auto standing = session::test_standing(*game.prepared, game.attempt);
  REQUIRE(standing);
  CHECK(standing->answered == 2);
  CHECK_FALSE(standing->result.competencies.empty());
  const auto sum = session::sum_words(*game.prepared, game.attempt);
  REQUIRE(sum); // sealed all the same
  CHECK(sum->at("won").number() == 2000);
  Game given_up(prepared(world));
  CHECK(given_up.act("do paper choose a option=a-good certainty=sure") == "");
  model::FactList list;
  session::close(*given_up.prepared, given_up.attempt, list);
  CHECK_FALSE(session::sum_words(*given_up.prepared, given_up.attempt));
}

TEST_CASE("test: nothing that measures may be drawn") {
  reading_test::World practised = drawn_world("practice"), measures = drawn_world("measure");
  CHECK(codes_of(practised) == Lines{});
  CHECK(codes_of(measures) == Lines{"F0876"});
}

TEST_CASE("test: role, form and try stand in the first line, and a paper that is not that form under that seed differs") {
  reading_test::World world = world_of("forms: 2\n");
  world.put("forms", "forms:\n  - [a, far, c]\n  - [b, row, d]\n");
  const auto ready = prepared(world);
  const auto replayed = [&](const std::function<void(std::string&)>& edit) {
    session::Start start;
    start.paper = session::paper_for(*ready, 1, start.seed);
    start.role = "final", start.form = "B", start.nth_try = 2;
    model::FactList list;
    const session::Attempt attempt = session::begin(*ready, start, list);
    std::string line =
        session::begin_line(*ready, attempt, session::pins_of(*ready, start), {"en", ready->shown_hash, {}}, list.facts, {1}).line();
    edit(line);
    const std::vector<base::Json> lines{*base::parse_json_line(line)};
    const auto again = session::replay(*ready, lines);
    REQUIRE(again.ok());
    const auto pins = session::pins_from(lines[0]);
    CHECK(pins->start.role == "final");
    CHECK(pins->start.nth_try == 2);
    return again->difference ? again->difference->what : "";
  };
  CHECK(replayed([](std::string&) {}) == "");
  const auto changed = [&](const char* from, const char* to) {
    return replayed([&](std::string& line) { line.replace(line.find(from), std::string_view(from).size(), to); });
  };
  CHECK(changed(R"("form":"B")", R"("form":"A")") == "paper: it is not form A as the seed shuffles it");
  CHECK(changed(R"("form":"B")", R"("form":"?")") == "paper: it is not form ? as the seed shuffles it");
  CHECK(changed(R"("b-good")", R"("b-harm")") != "");
}

TEST_CASE("test: how it stands tells the open question, answers, and the competency of what was sure and wrong") {
  Game game(check("certainty: yes\n"), Mode::assessed);
  CHECK(game.acts({"do paper choose a option=a-bad certainty=sure", "do paper choose b option=b-bad certainty=guess",
                   "do paper choose c option=c-good certainty=sure"}) == Lines{"", "", ""});
  const auto standing = session::test_standing(*game.prepared, game.attempt);
  REQUIRE(standing);
  CHECK(standing->at == 2);
  CHECK(standing->of == 4);
  CHECK(standing->answered == 3);
  CHECK(standing->sure_and_wrong == std::vector<model::Id>{"care"});
  CHECK_FALSE(standing->result.handed_in);
  CHECK(game.act("do paper hand-in") == "");
  const auto after = session::test_standing(*game.prepared, game.attempt);
  REQUIRE(after);
  CHECK(after->result.handed_in);
  CHECK(after->result.competencies.at(1).right == 1);
}

} // namespace firsthand::modules::test::of_test
