// What an attempt is folded into: notebook, debrief, lanes. The timelines are written fact by fact; the state that goes with
// them is that of a played attempt where it matters.
#include "engine/report/debrief.h"
#include "engine/report/notebook.h"
#include "tests/session/fixture.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::report;
using model::FactKind;
using session::test::is;
using Lines = std::vector<std::string>;

namespace {

// A shelf with three jars. Milk in an open jar turns after half a minute; the lid and the label of a jar can be seen.
model::EntityModel jar() {
  model::EntityModel m = session::test::jar_model();
  m.icon = "jar";
  m.cues[0].icon = "lid";
  m.cues[0].says = {{"open-wide", {"It is open", "", {}}}, {"covered", {"", "", {}}}};
  model::Cue level;
  level.name = "level", level.reads = "filled", level.icon = "gauge";
  level.seeing = model::Seeing::reveal;
  level.says = {{"value", {"Filled to {value}", "", {}}}};
  m.cues.insert(m.cues.begin(), level);
  for (model::Verb& verb : m.verbs)
    verb.label.source = "Do " + verb.name;
  m.verbs[1].log.source = "Opened it.";
  m.verbs.push_back(session::test::verb("snap", 5, {}));
  m.verbs.back().tags = {"photographs"}, m.verbs.back().label.source = "Take a photo";
  m.evidence.push_back({"scent", {}, is("cover", {"ajar"}), {}, {}});
  return m;
}

model::EntityModel helper() {
  model::EntityModel m = session::test::helper_model();
  model::Verb ask = session::test::verb("ask", 5, {});
  ask.label.source = "Ask";
  ask.answers.resize(1);
  ask.answers[0].name = "yes", ask.answers[0].text.source = "He nods";
  m.verbs = {ask};
  return m;
}

model::Rule never_open(const char* id, model::Severity severity) {
  model::Rule r;
  r.id = id, r.each_traits = {"vessel"}, r.severity = severity;
  r.never.emplace();
  r.never->kind = FactKind::done, r.never->names = {"open"};
  return r;
}

model::Holding holding(const char* id, const char* in, int value) {
  model::Holding h;
  h.id = id, h.in = in, h.value = value, h.name.source = std::string("the ") + id;
  return h;
}

model::Scenario shelf(std::initializer_list<model::Rule> rules = {}) {
  model::Scenario s = session::test::kitchen();
  s.models[0] = jar(), s.models[1] = helper();
  model::EntityModel spoon;
  spoon.id = "spoon";
  s.models.push_back(spoon);
  using model::EntityKind;
  s.entities = {session::test::use("red", EntityKind::exhibit, "jar"),  session::test::use("blue", EntityKind::exhibit, "jar"),
                session::test::use("grey", EntityKind::exhibit, "jar"), session::test::use("bo", EntityKind::person, "helper"),
                session::test::use("you", EntityKind::person, "me"),    session::test::use("spoon", EntityKind::instrument, "spoon")};
  for (std::size_t i = 0; i < s.entities.size(); ++i)
    s.entities[i].name.source = "The " + s.entities[i].id, s.entities[i].number = i < 3 ? static_cast<int>(i) + 1 : 0;
  s.entities[0].holds = {holding("cream", "taste", 5), holding("curd", "taste", 20)};
  s.entities[1].holds = {holding("whey", "taste", 20)};
  s.steps = {session::test::step("table", "room"), session::test::step("word", "ask")};
  s.doctrine.rules = rules;
  s.doctrine.sources.resize(2);
  s.doctrine.sources[0].id = "manual", s.doctrine.sources[1].id = "habit";
  model::Position position;
  position.question = "D4", position.right = {"A"}, position.defensible = {"B"};
  s.doctrine.positions = {position};
  return s;
}

session::PreparedPtr prepared(model::Scenario scenario) {
  model::Symbols symbols;
  for (const char* word : {"pick", "option", "left", "right", "learner", "D4", "D5", "gone-by", "leak"})
    symbols.intern(word);
  std::vector<session::StepSpec> specs;
  for (const model::Step& each : scenario.steps)
    specs.push_back({each.id, std::make_shared<session::test::NoSpec>()});
  auto made = session::prepare(std::move(scenario), std::move(symbols), specs, session::test::catalogue(),
                               {crypto::sha256("rules"), crypto::sha256("shown")});
  if (!made.ok()) FAIL(made.error().message);
  return made.value();
}

// A fact in words.
struct F {
  FactKind kind;
  int at = 0;
  std::string entity = {}, name = {}, from = {}, to = {}, by = {};
  std::int64_t amount = 0;
  std::string cause = {}, origin = {};
  int origin_at = base::never;
};

// The turns of a timeline, each a list of facts; the first is the beginning.
struct Tale {
  explicit Tale(std::vector<std::vector<F>> turns, session::PreparedPtr of = prepared(shelf()))
      : content(std::move(of)), timeline{*content, {}} {
    for (std::size_t i = 0; i < turns.size(); ++i) {
      timeline.turns.push_back({static_cast<int>(i), {}, "what was typed in " + std::to_string(i)});
      for (const F& f : turns[i])
        timeline.turns.back().facts.push_back(made(f));
    }
  }
  model::Fact made(const F& f) const {
    model::Fact fact;
    fact.kind = f.kind, fact.at = f.at, fact.amount = f.amount, fact.origin_at = f.origin_at;
    fact.entity = word(f.entity), fact.name = word(f.name), fact.from = word(f.from), fact.to = word(f.to);
    fact.by = word(f.by), fact.cause = word(f.cause), fact.origin = word(f.origin);
    return fact;
  }
  model::Symbol word(const std::string& text) const {
    const model::Symbol symbol = content->symbols.find(text);
    CHECK_MESSAGE((text.empty() || symbol != 0), text);
    return text.empty() ? model::Symbol{0} : symbol;
  }
  session::PreparedPtr content;
  AttemptTimeline timeline;
};

// A played attempt, told as it is told to the learner.
struct Played {
  Played(std::initializer_list<model::Rule> rules, std::initializer_list<const char*> acts)
      : Played(prepared(shelf(rules)), acts, session::Mode::practice) {}
  explicit Played(const session::PreparedPtr& of, std::initializer_list<const char*> acts, session::Mode mode)
      : content(std::move(of)), game(*content, start_in(mode)), timeline{*content, {}} {
    timeline.turns.push_back({0, game.last, ""});
    for (const char* act : acts) {
      CHECK_MESSAGE(game.act(act) == "", act);
      timeline.turns.push_back({static_cast<int>(timeline.turns.size()), game.last, ""});
    }
  }
  static session::Start start_in(session::Mode mode) {
    session::Start start;
    start.mode = mode;
    return start;
  }
  Debrief told() const { return debrief_of(timeline, game.attempt); }
  std::string word(model::Symbol symbol) const { return symbol ? content->symbols.word(symbol) : ""; }

  session::PreparedPtr content;
  session::test::Game game;
  AttemptTimeline timeline;
};

std::string text(const model::Text* text) { return text ? text->source : "-"; }
std::string number(const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : "-"; }

Lines lines_of(const Tale& tale) {
  constexpr const char* kinds[] = {"photo", "act", "task", "seen", "said", "custody", "note", "wait"};
  Lines lines;
  for (const NotebookLine& line : notebook_of(tale.timeline).lines)
    lines.push_back(fmt::format("{} at {} in turn {}: {}, {} {}", kinds[static_cast<int>(line.kind)], line.at, line.turn, text(line.name),
                                text(line.text), number(line.number)));
  return lines;
}

Lines observed_of(const Tale& tale, std::size_t exhibit = 0) {
  Lines lines;
  const Notebook notebook = notebook_of(tale.timeline);
  for (const Observed& one : notebook.exhibits.at(exhibit).observed)
    lines.push_back(fmt::format("{} at {}: {} {}", one.icon, one.at, text(one.text), number(one.number)));
  return lines;
}

Lines marks_of(const Tale& tale, std::size_t lane) {
  constexpr const char* kinds[] = {"act", "event", "loss"};
  Lines lines;
  const std::vector<Lane> lanes = lanes_of(tale.timeline);
  for (const Mark& mark : lanes.at(lane).marks)
    lines.push_back(fmt::format("{} at {} in turn {}: {} {}", kinds[static_cast<int>(mark.kind)], mark.at, mark.turn, text(mark.text),
                                number(mark.number)));
  return lines;
}

std::string stretches_of(const Tale& tale, std::size_t lane) {
  constexpr const char* kinds[] = {"sound", "changed", "lost"};
  std::string all;
  const std::vector<Lane> lanes = lanes_of(tale.timeline);
  for (const Stretch& one : lanes.at(lane).stretches)
    all += fmt::format("{}{} {}-{}", all.empty() ? "" : ", ", kinds[static_cast<int>(one.kind)], one.from, one.to);
  return all;
}

std::string rules_of(const std::vector<JudgedRule>& rules, const Played& played) {
  std::string all;
  for (const JudgedRule& one : rules)
    all += fmt::format("{}{} of {} at {} in turn {}: {}, {}", all.empty() ? "" : "; ", one.rule->id, played.word(one.entities.at(0)),
                       one.act.at, one.act.turn, text(one.act.name), text(one.act.text));
  return all;
}

} // namespace

TEST_CASE("notebook: what was done stands there in its words, whose act it was decides as what") {
  const Tale tale({{{FactKind::seen, 0, "red", "mouth", "", "open-wide"}},
                   {{FactKind::begun, 0, "red", "open", "", "", "learner"}, {FactKind::done, 5, "red", "open", "", "", "learner"}},
                   {{FactKind::done, 9, "red", "look", "", "", "learner"}, {FactKind::done, 9, "red", "snap", "", "", "learner"}},
                   {{FactKind::done, 12, "blue", "look", "", "", "bo"}, {FactKind::done, 13, "red", "ask", "", "", "learner"}}});
  CHECK(lines_of(tale) == Lines{"act at 0 in turn 1: The red, Opened it. -", "act at 9 in turn 2: The red, Do look -",
                                "photo at 9 in turn 2: The red, Take a photo -", "task at 12 in turn 3: The blue, Do look -"});
  const NotebookLine line = notebook_of(tale.timeline).lines[0];
  CHECK(line.entity == tale.word("red"));
  CHECK(line.by == tale.word("learner"));
  CHECK(line.verb == tale.word("open"));
}

TEST_CASE("notebook: answers, custody, waits and notes each have what belongs to them") {
  const Tale tale({{},
                   {{FactKind::said, 5, "bo", "ask", "", "yes", "learner"}, {FactKind::moved, 6, "red", "", "bo", "you", "learner"}},
                   {{FactKind::waited, 40, "", "", "", "", "learner", 34}, {FactKind::noted, 40, "", "", "", "", "learner"}},
                   {{FactKind::event, 50, "red", "turns"}, {FactKind::changed, 50, "red", "milk", "fresh", "sour"}}});
  CHECK(lines_of(tale) == Lines{"said at 5 in turn 1: The bo, He nods -", "custody at 6 in turn 1: The red, - -",
                                "wait at 6 in turn 2: -, - -", "note at 40 in turn 2: -, - -"});
  const auto lines = notebook_of(tale.timeline).lines;
  CHECK(lines[1].from == tale.word("bo"));
  CHECK(lines[1].to == tale.word("you"));
  CHECK(lines[2].seconds == 34);
  CHECK(lines[3].typed == "what was typed in 2");
}

TEST_CASE("notebook: an exhibit shows the newest of each thing seen, in the model's order, and nothing that has no words") {
  const Tale tale(
      {{{FactKind::seen, 0, "red", "mouth", "", "open-wide"}, {FactKind::seen, 0, "blue", "mouth", "", "covered"}},
       {{FactKind::seen, 3, "red", "level", "", "", "learner", 40}},
       {{FactKind::seen, 5, "red", "level", "", "", "learner", 60}, {FactKind::seen, 6, "blue", "mouth", "covered", "open-wide"}},
       {{FactKind::seen, 8, "blue", "mouth", "open-wide", "covered"}, {FactKind::seen, 9, "red", "ask", "", "yes"}}});
  CHECK(observed_of(tale, 0) == Lines{"gauge at 5: Filled to {value} 60", "lid at 0: It is open -"});
  CHECK(observed_of(tale, 1) == Lines{});
  CHECK(observed_of(tale, 2) == Lines{});
  CHECK(notebook_of(tale.timeline).exhibits.size() == 3);
  CHECK(notebook_of(tale.timeline).exhibits[1].number == 2);
  // What stood there at the start is no line of the log.
  CHECK(lines_of(tale) == Lines{"seen at 3 in turn 1: The red, Filled to {value} 40", "seen at 5 in turn 2: The red, Filled to {value} 60",
                                "seen at 6 in turn 2: The blue, It is open -"});
}

TEST_CASE("lanes: acts are discs, what changed before one's eyes is a diamond, a loss a square") {
  const Tale tale({{{FactKind::seen, 0, "red", "mouth", "covered", "open-wide"}},
                   {{FactKind::begun, 2, "red", "open", "", "", "learner"},
                    {FactKind::done, 7, "red", "open", "", "", "learner"},
                    {FactKind::begun, 2, "red", "ask", "", "", "learner"},
                    {FactKind::seen, 7, "red", "mouth", "covered", "open-wide"},
                    {FactKind::seen, 7, "red", "mouth", "", "open-wide"},
                    {FactKind::seen, 7, "red", "mouth", "open-wide", "open-wide"},
                    {FactKind::seen, 7, "red", "mouth", "open-wide", "covered"}},
                   {{FactKind::seen, 8, "red", "level", "leak", "gone-by", "", 12},
                    {FactKind::lost, 37, "red", "curd"},
                    {FactKind::lost, 38, "red", "open"},
                    {FactKind::sealed, 39, "red", "cream"},
                    {FactKind::begun, 50, "bo", "ask", "", "", "learner"},
                    {FactKind::begun, 60, "spoon", "ask", "", "", "learner"}}});
  CHECK(marks_of(tale, 0) == Lines{"act at 2 in turn 1: Do open -", "event at 7 in turn 1: It is open -",
                                   "event at 8 in turn 2: Filled to {value} 12", "loss at 37 in turn 2: the curd -",
                                   "loss at 39 in turn 2: the cream -"});
  CHECK(marks_of(tale, 1) == Lines{});
  CHECK(marks_of(tale, 3) == Lines{});                             // equipment
  CHECK(marks_of(tale, 4) == Lines{"act at 50 in turn 2: Ask -"}); // people have one lane together
  const auto lanes = lanes_of(tale.timeline);
  REQUIRE(lanes.size() == 5);
  CHECK(lanes[1].number == 2);
  CHECK(lanes[1].icon == "jar");
  CHECK(text(lanes[1].name) == "The blue");
  for (const std::size_t of_several : {3, 4}) {
    CHECK(lanes[of_several].name == nullptr);
    CHECK(lanes[of_several].stretches.empty());
  }
}

TEST_CASE("lanes: sound until something is lost or sealed, changed once it was opened again") {
  const Tale tale({{},
                   {{FactKind::sealed, 10, "red", "curd"}, {FactKind::lost, 10, "blue", "whey"}},
                   {{FactKind::lost, 20, "red", "cream"}, {FactKind::opened, 30, "red", "curd"}, {FactKind::opened, 30, "grey", "curd"}},
                   {{FactKind::sealed, 40, "red", "curd"}, {FactKind::begun, 60, "bo", "ask"}}});
  CHECK(stretches_of(tale, 0) == "sound 0-10, lost 10-30, changed 30-40, lost 40-60");
  CHECK(stretches_of(tale, 1) == "sound 0-10, lost 10-60");
  CHECK(stretches_of(tale, 2) == "sound 0-60");
}

TEST_CASE("debrief: the headline is the loss of the greatest worth, the first of equals") {
  const Played nothing({}, {"do table look red"});
  REQUIRE(nothing.told().headline);
  CHECK(nothing.told().headline->fate == session::Fate::reachable); // within reach, and in nobody's custody
  CHECK(nothing.told().items.size() == 3);
  CHECK(nothing.told().value_all == 45);
  CHECK(nothing.told().value_saved == 0);
  const Played both({}, {"do table open blue", "wait 40 s", "do table open red", "wait 40 s"});
  const Debrief told = both.told();
  REQUIRE(told.headline);
  CHECK(told.headline->holding->id == "curd"); // 20 as the whey, and earlier in the scenario
  CHECK(told.headline->at == 80);
  CHECK(told.headline->turn == 4);
  CHECK(both.word(told.headline->cause) == "turns");
  CHECK(both.word(told.headline->origin) == "open");
  CHECK(told.headline->origin_at == 50);
  CHECK(told.headline->fate == session::Fate::lost);
  const Played one({}, {"do table open blue", "wait 40 s"});
  CHECK(one.told().headline->holding->id == "whey");
  CHECK(one.told().duration == 45);
}

TEST_CASE("debrief: what was lost before one's eyes stands before what was never there to find") {
  model::Scenario scenario = shelf();
  scenario.entities[0].state = {{"milk", "sour"}}; // gone before anybody came
  scenario.entities[1].holds = {holding("whey", "taste", 3)};
  const Played played(prepared(std::move(scenario)), {"do table open blue", "wait 40 s"}, session::Mode::practice);
  const Debrief told = played.told();
  REQUIRE(told.headline);
  CHECK(told.headline->holding->id == "whey");
  CHECK(told.items[0].at == base::never);
}

TEST_CASE("debrief: of equal losses the one that a broken rule was there to save") {
  model::Rule secure;
  secure.id = "secure-first", secure.each_traits = {"vessel"};
  secure.on.emplace();
  secure.on->kind = FactKind::done, secure.on->names = {"snap"};
  secure.before.resize(1);
  secure.before[0].kind = FactKind::secured, secure.before[0].names = {"taste"};
  const auto headline = [&](std::initializer_list<const char*> acts, const char* kind = "taste") {
    model::Rule rule = secure;
    rule.before[0].names = {kind};
    return Played({rule}, acts).told().headline->holding->id;
  };
  CHECK(headline({"do table open blue", "do table open red", "wait 40 s", "do table snap blue"}) == "whey");
  CHECK(headline({"do table open blue", "do table open red", "wait 40 s", "do table snap red"}) == "curd");
  CHECK(headline({"do table open blue", "do table open red", "wait 40 s"}) == "curd");
  CHECK(headline({"do table open blue", "do table open red", "wait 40 s", "do table snap blue"}, "scent") == "curd");
}

TEST_CASE("debrief: the main rule is the gravest that was broken, about the thing that was lost if there is one") {
  const auto fatal = never_open("fatal", model::Severity::fatal), major = never_open("major", model::Severity::major);
  const Played early({major, fatal}, {"do table open blue", "do table look red"});
  const Debrief told = early.told();
  REQUIRE(told.broken.size() == 2);
  CHECK(rules_of(told.broken, early) ==
        "fatal of blue at 0 in turn 1: The blue, Opened it.; major of blue at 0 in turn 1: The blue, Opened it.");
  CHECK(told.main == &told.broken[0]);
  const Played late({fatal}, {"do table open blue", "do table open red", "do table shut blue", "wait 40 s"}); // only red is lost
  const Debrief lost = late.told();
  CHECK(late.word(lost.broken[0].entities[0]) == "blue"); // by time
  CHECK(lost.headline->holding->id == "curd");
  CHECK(late.word(lost.main->entities[0]) == "red");
  const Played equal({never_open("b", model::Severity::major), never_open("a", model::Severity::major)}, {"do table open red"});
  CHECK(rules_of(equal.told().broken, equal).starts_with("b of red")); // of equals the doctrine's order
  const Played calm_play({fatal}, {"do table look red", "go on", "do word pick option=left", "go on"});
  const Debrief calm = calm_play.told();
  CHECK(calm.main == nullptr);
  CHECK(calm.kept.size() == 3);
}

TEST_CASE("debrief: a rule names the act that led to it, or the one that armed what came later") {
  model::Rule fresh;
  fresh.id = "fresh", fresh.each_traits = {"vessel"}, fresh.source = "habit";
  fresh.never.emplace();
  fresh.never->kind = FactKind::changed, fresh.never->names = {"milk"};
  const Played turned({fresh}, {"do table look red", "do table open red", "do table look red", "wait 40 s"});
  const Debrief told = turned.told();
  CHECK(rules_of(told.broken, turned) == "fresh of red at 10 in turn 2: The red, Opened it.");
  CHECK(told.broken[0].source->id == "habit");
  // The same act again after the one that armed it is not it.
  const Played again({fresh}, {"do table open red", "do table look red", "wait 10 s", "do table shut red"});
  CHECK(again.told().broken.empty());
  model::Rule shut;
  shut.id = "shut-it", shut.each_traits = {"vessel"};
  shut.on.emplace();
  shut.on->kind = FactKind::done, shut.on->names = {"open"};
  shut.must.emplace();
  shut.must->kind = FactKind::done, shut.must->names = {"shut"};
  shut.within = 20;
  const Played undone({shut}, {"do table open red", "wait 40 s"});
  CHECK(rules_of(undone.told().broken, undone) == "shut-it of red at 5 in turn 1: The red, -"); // nothing was done
  CHECK(undone.told().broken[0].source == nullptr);
  const Played done({shut}, {"do table open red", "do table shut red", "go on", "do word pick option=left", "go on"});
  CHECK(rules_of(done.told().kept, done) == "shut-it of red at 0 in turn 1: The red, Opened it.");
}

TEST_CASE("debrief: what only follows from a graver breach of the same act names it") {
  const auto minor = never_open("minor", model::Severity::minor), major = never_open("major", model::Severity::major);
  for (const auto& rules : {std::initializer_list<model::Rule>{minor, major}, {major, minor}}) { // as the doctrine may list them
    const Played played(rules, {"do table open red"});
    const Debrief told = played.told();
    REQUIRE(told.broken.size() == 2);
    for (const JudgedRule& one : told.broken) {
      const JudgedRule* graver = graver_of(told, one);
      CHECK((graver != nullptr) == (one.rule->id == "minor"));
      if (graver) CHECK(graver->rule->id == "major");
    }
  }
}

TEST_CASE("debrief: an act that takes no time arms what comes later like any other") {
  model::Rule fresh;
  fresh.id = "fresh", fresh.each_traits = {"vessel"};
  fresh.never.emplace();
  fresh.never->kind = FactKind::changed, fresh.never->names = {"milk"};
  model::Scenario quick = shelf({fresh});
  for (model::Verb& verb : quick.models[0].verbs)
    if (verb.name == "open") verb.takes = 0;
  const Played turned(prepared(std::move(quick)), {"do table open red", "do table look red", "wait 40 s"}, session::Mode::practice);
  CHECK(rules_of(turned.told().broken, turned) == "fresh of red at 0 in turn 1: The red, Opened it.");
}

TEST_CASE("debrief: each exhibit stands as its evidence and the rules about it say") {
  const auto fatal = never_open("fatal", model::Severity::fatal), major = never_open("major", model::Severity::major);
  const auto standings = [](const Played& played) {
    constexpr const char* words[] = {"solid", "open to challenge", "at risk"};
    Lines lines;
    for (const ExhibitOutcome& one : played.told().exhibits) {
      std::string asked;
      for (const model::Rule* rule : one.asked)
        asked += " " + rule->id;
      lines.push_back(fmt::format("{} {}: {}{}{}{}", one.number, played.word(one.entity), words[static_cast<int>(one.standing)],
                                  one.evidence_held ? ", held" : "", one.evidence_lost ? ", lost" : "", asked));
    }
    return lines;
  };
  CHECK(standings(Played({major}, {"do table open grey"})) ==
        Lines{"1 red: at risk, held, lost", "2 blue: at risk, held, lost", "3 grey: open to challenge major"});
  CHECK(standings(Played({major}, {"do table open blue", "wait 40 s"})) ==
        Lines{"1 red: at risk, held, lost", "2 blue: at risk, held, lost major", "3 grey: solid"});
  CHECK(standings(Played({fatal}, {"do table open grey"}))[2] == "3 grey: at risk fatal");
  CHECK(standings(Played({major}, {"do table look grey"}))[2] == "3 grey: solid");
}

TEST_CASE("debrief: chance is told, and what another doctrine accepts, in practice only") {
  Played played({}, {"do table look red"});
  const auto fact = [&](const F& f) { return Tale({}, played.content).made(f); };
  played.timeline.turns[1].facts = {fact({FactKind::drawn, 1, "red", "leak", "", "gone-by"}),
                                    fact({FactKind::answered, 2, "", "word", "", "left", "learner", 500, "D4"}),
                                    fact({FactKind::answered, 2, "", "word", "", "right", "learner", 500, "D5"}),
                                    fact({FactKind::answered, 2, "", "word", "", "right", "learner", 1000, "D4"}),
                                    fact({FactKind::graded, 2, "", "word", "", "right", "learner", 500, "D4"})};
  const Debrief told = played.told();
  REQUIRE(told.luck.size() == 2); // and the helper's mood, at the beginning
  CHECK(played.word(told.luck[1].draw) == "leak");
  CHECK(played.word(told.luck[1].outcome) == "gone-by");
  CHECK(text(told.luck[1].name) == "The red");
  REQUIRE(told.elsewhere.size() == 1);
  CHECK(played.word(told.elsewhere[0].step) == "word");
  CHECK(played.word(told.elsewhere[0].option) == "left");
  CHECK(told.elsewhere[0].position->question == "D4");
  played.game.attempt.mode = session::Mode::assessed;
  CHECK(played.told().elsewhere.empty());
  CHECK(played.told().mode == session::Mode::assessed);
}

TEST_CASE("debrief: what must never stand in a form is no merit where none was handed in") {
  model::Rule form;
  form.id = "form", form.each_traits = {"vessel"};
  form.never.emplace();
  form.never->kind = FactKind::module, form.never->names = {"leak"};
  Played played({form}, {"do table look red", "go on", "do word pick option=left", "go on"});
  CHECK(played.told().kept.empty());
  F written{FactKind::module, 3, "blue", "leak"};
  played.timeline.turns[1].facts.push_back(Tale({}, played.content).made(written));
  CHECK(played.told().kept.empty()); // begun, and not handed in
  written.amount = 1;
  played.timeline.turns[1].facts.push_back(Tale({}, played.content).made(written));
  CHECK(rules_of(played.told().kept, played).starts_with("form of blue"));
  CHECK(played.told().kept.size() == 1);
}

TEST_CASE("timeline: words for things are the content's, and missing ones are none") {
  const Tale tale({{{FactKind::begun, 3, "red", "open"}}, {{FactKind::done, 9, "red", "open"}, {FactKind::done, 8, "red", "look"}}});
  const auto& content = *tale.content;
  CHECK(text(name_of(content, tale.word("bo"))) == "The bo");
  CHECK(name_of(content, 0) == nullptr);
  CHECK(name_of(content, tale.word("open")) == nullptr);
  CHECK(verb_of(content, tale.word("red"), tale.word("leak")) == nullptr);
  CHECK(text(said_by(content, tale.word("bo"), tale.word("ask"), tale.word("yes"))) == "He nods");
  CHECK(said_by(content, tale.word("bo"), tale.word("ask"), tale.word("left")) == nullptr);
  CHECK(said_by(content, tale.word("bo"), tale.word("open"), tale.word("yes")) == nullptr);
  CHECK(cue_words(content, tale.word("red"), tale.word("mouth"), tale.word("covered")) == nullptr); // empty words are none
  CHECK(turn_of(tale.timeline, tale.timeline.turns[1].facts[1]) == 1);
  CHECK(turn_of(tale.timeline, tale.made({FactKind::done, 7, "red", "look"})) == -1);
  CHECK(duration_of(tale.timeline) == 9);
  CHECK(minutes_of(tale.timeline) == std::nullopt);
  CHECK(duration_of(Tale(std::vector<std::vector<F>>(1)).timeline) == 0);
}
