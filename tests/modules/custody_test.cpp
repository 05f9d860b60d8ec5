// The custody form over one step: filling, striking out, signing, and what is found wanting when it is signed.
#include "tests/modules/lesson.h"

#include "modules/custody-form/rules.h"

namespace firsthand::modules::test::of_custody {

namespace {

using custody_form::CustodySpec;

// Two sheets. The first has a field that is given, one with a plain flaw and one that depends on the truth.
const char* const form = R"(steps:
  - id: form
    kind: custody-form
    title: Form
    form: {agency: Police, unit: Evidence, number: DE-3, serial: "0044", case: 2026-0417}
    sheets:
      - for: box
        notes: [Seal A 1, Bag 2]
        transfer: {from: you, to: guide}
        fields:
          - {id: exhibit, label: Exhibit number, given: DP-01}
          - {id: seal, label: Seal number, picks: [{id: one, text: A 1}, {id: swapped, text: A 7, flaw: wrong-seal}]}
          - id: found
            label: State
            picks:
              - {id: is-on, text: "On", right: {box.power: on}, flaw: wrong-state}
              - {id: is-off, text: "Off", right: {box.power: off}, flaw: wrong-state}
      - for: second
        transfer: {from: guide, to: you}
        fields:
          - {id: mark, label: Mark, picks: [{id: none-seen, text: None}, {id: scratch, text: A scratch, flaw: invented}]}
)";

// Who has the box when the step begins; the second is nobody's.
reading_test::World world_of(const std::string& holder) {
  reading_test::World world;
  world.change("scenario", "exhibits:\n  - {id: box, model: box, name: Box, start: {holder: " + holder +
                               "}}\n  - {id: second, model: box, name: Second}\n");
  world.change("scenario", form);
  return world;
}

session::PreparedPtr two_sheets(const std::string& holder = "guide") {
  reading_test::World world = world_of(holder);
  return prepared(world);
}

const char* const fill_wrong[] = {"do form fill box field=seal pick=swapped", "do form fill box field=found pick=is-off"};

// What the rule about seals comes to, as the rewritten rules have it: with `on` beside `never`.
judging::Verdict seal_rule(std::initializer_list<const char*> acts) {
  reading_test::World world = world_of("guide");
  world.change("doctrine", "format: 2\nrules:\n  custody-seal:\n    title: The seal on the form\n    each: computer\n"
                           "    on: {fact: custody-form.signed}\n    never: {fact: custody-form.gap, to: wrong-seal}\n"
                           "    breaks: {severity: major, harm: destroys, competency: care}\n    why: It is how it is known.\n"
                           "    source: guide-a\n  custody-state:\n    title: The state on the form\n    each: computer\n"
                           "    never: {fact: custody-form.gap, to: [wrong-state, invented]}\n"
                           "    breaks: {severity: minor, harm: destroys, competency: care}\n    why: It is as it was.\n"
                           "    source: guide-a\n");
  Game game(prepared(world));
  for (const char* act : acts)
    CHECK(game.act(act) == "");
  CHECK(game.act("go on") == "");
  const auto all = game.prepared->rule_set.judgements(game.attempt.judgements);
  REQUIRE(all.size() == 4); // two rules, two things
  return all[0].verdict;
}

// An answer that is right only while nobody has seen the lamp lit, which is seen at `lamp`.
reading_test::World not_known(const char* format, const std::string& lamp) {
  reading_test::World world = world_of("you");
  std::string text = world.text("scenario"), device = world.text("device");
  const std::string before = "{id: is-off, ";
  text.insert(text.find(before),
              "{id: unread, text: Not known, right: {box.power: on}, seen: {not: {box.lamp: lit}}, flaw: wrong-state}\n              - ");
  device.replace(device.find("lamp: {at: glance"), 17, "lamp: {at: " + lamp);
  world.put("scenario", text), world.put("device", device);
  world.change("scenario", format);
  return world;
}

custody_form::SheetState sheet(const Game& game, std::size_t index) {
  return custody_form::sheet_state(game.spec<CustodySpec>(), game.state(), index);
}

} // namespace

TEST_CASE("custody: fields are filled, struck out and filled again, each sheet for itself") {
  Game game(two_sheets());
  CHECK(sheet(game, 0).empty == 2);
  CHECK(sheet(game, 1).empty == 1);
  CHECK(game.acts({"do form fill box field=seal pick=swapped", "do form fill second field=mark pick=scratch"}) == Lines{"", ""});
  CHECK(sheet(game, 0).empty == 1);
  CHECK(sheet(game, 1).empty == 0);
  CHECK(sheet(game, 0).picked == std::vector<std::optional<std::size_t>>{std::nullopt, 1, std::nullopt});
  CHECK(sheet(game, 1).picked == std::vector<std::optional<std::size_t>>{1});
  CHECK(game.acts({"do form strike box field=seal", "do form fill box field=seal pick=one", "do form strike box field=seal"}) ==
        Lines{"", "", ""});
  CHECK(sheet(game, 0).struck == std::vector<int>{0, 2, 0});
  CHECK(sheet(game, 0).empty == 2);
  CHECK(sheet(game, 1).struck == std::vector<int>{0});
  CHECK(sheet(game, 0).picked == std::vector<std::optional<std::size_t>>{std::nullopt, std::nullopt, std::nullopt});
}

TEST_CASE("custody: of each gap it can be told what was written, and what would have been right then") {
  Game game(two_sheets());
  CHECK(game.acts({"do form fill box field=seal pick=swapped", "do form fill box field=found pick=is-off", "do form sign box"}) ==
        Lines{"", "", ""});
  Lines told;
  for (const model::Fact& fact : game.heard()) {
    const auto entry = game.module().entry(game.context(), fact);
    if (!entry) continue;
    told.push_back(entry->place->source + ": " + entry->written->source);
    for (const model::Text* right : entry->right)
      told.back() += ", " + right->source;
  }
  CHECK(told == Lines{"Seal number: A 7, A 1", "State: Off, On"});
}

TEST_CASE("custody: what is done on paper is told") {
  Game game(two_sheets());
  game.act("do form fill box field=seal pick=swapped");
  CHECK(game.facts(model::FactKind::module) ==
        Lines{R"({"b":3,"e":"box","f":"seal","k":"module","n":"custody-form.filled","t":0,"v":"swapped","y":"learner"})"});
  game.act("do form strike box field=seal");
  CHECK(game.facts(model::FactKind::module) ==
        Lines{R"({"b":4,"e":"box","f":"seal","k":"module","n":"custody-form.struck","t":0,"y":"learner"})"});
}

TEST_CASE("custody: signing names each gap by what was true then, hands over, and closes the sheet") {
  Game game(two_sheets());
  CHECK(game.acts({"do form fill box field=seal pick=swapped", "do form fill box field=found pick=is-off", "do form sign box"}) ==
        Lines{"", "", ""});
  CHECK(game.facts(model::FactKind::module) ==
        Lines{R"({"b":5,"e":"box","f":"seal","k":"module","n":"custody-form.gap","t":0,"v":"wrong-seal","y":"learner"})",
              R"({"b":5,"e":"box","f":"found","k":"module","n":"custody-form.gap","t":0,"v":"wrong-state","y":"learner"})",
              R"({"b":5,"e":"box","f":"you","k":"module","n":"custody-form.transferred","t":0,"v":"guide","y":"learner"})",
              R"({"a":2,"b":5,"e":"box","k":"module","n":"custody-form.signed","t":0,"v":"guide","y":"learner"})"});
  CHECK(sheet(game, 0).is_signed);
  CHECK(sheet(game, 0).signed_at == 0);
  CHECK_FALSE(sheet(game, 1).is_signed);
  CHECK(sheet(game, 1).signed_at == base::never);
  CHECK(game.acts({"do form sign box", "do form strike box field=seal", "do form fill box field=seal pick=one"}) ==
        Lines{"already-signed", "already-signed", "already-signed"});
}

TEST_CASE("custody: what is right leaves no gap") {
  Game game(two_sheets());
  CHECK(game.acts({"do form fill box field=seal pick=one", "do form fill box field=found pick=is-on", "do form sign box"}) ==
        Lines{"", "", ""});
  CHECK(game.facts(model::FactKind::module) ==
        Lines{R"({"b":5,"e":"box","f":"you","k":"module","n":"custody-form.transferred","t":0,"v":"guide","y":"learner"})",
              R"({"b":5,"e":"box","k":"module","n":"custody-form.signed","t":0,"v":"guide","y":"learner"})"});
}

TEST_CASE("custody: who does not have it receives nothing, and the sheet says who has it") {
  Game kept(two_sheets("you"));
  CHECK(kept.acts({"do form fill box field=seal pick=one", "do form fill box field=found pick=is-on", "do form sign box"}) ==
        Lines{"", "", ""});
  CHECK(kept.facts(model::FactKind::module) ==
        Lines{R"({"b":5,"e":"box","k":"module","n":"custody-form.signed","t":0,"v":"you","y":"learner"})"});
  CHECK(kept.prepared->symbols.word(sheet(kept, 0).holder) == "you");
  Game nobody(two_sheets("none"));
  CHECK(nobody.acts({"do form fill box field=seal pick=one", "do form fill box field=found pick=is-on", "do form sign box"}) ==
        Lines{"", "", ""});
  CHECK(nobody.facts(model::FactKind::module) == Lines{R"({"b":5,"e":"box","k":"module","n":"custody-form.signed","t":0,"y":"learner"})"});
  CHECK(sheet(nobody, 0).is_signed);
  CHECK(sheet(nobody, 0).holder == 0);
}

TEST_CASE("custody: a sheet does not tell who took a thing unseen") {
  reading_test::World world = world_of("guide");
  std::string device = world.text("device");
  device.replace(device.find("custody: yes"), 12, "custody: yes, sight: hidden");
  device.replace(device.find(", offered: {holder: any}"), 24, "");
  world.put("device", device);
  Game received(prepared(world));
  const Lines done{"", "", ""};
  CHECK(received.acts({"do form fill box field=seal pick=one", "do form fill box field=found pick=is-on", "do form sign box"}) == done);
  CHECK(received.prepared->symbols.word(sheet(received, 0).holder) == "guide"); // the receiver is asked
  std::string text = world.text("scenario");
  text.replace(text.find("from: you, to: guide"), 20, "from: guide, to: you");
  world.put("scenario", text);
  Game taken(prepared(world));
  CHECK(taken.acts({"do form fill box field=seal pick=one", "do form fill box field=found pick=is-on", "do form sign box"}) == done);
  CHECK(sheet(taken, 0).holder == 0);
}

TEST_CASE("custody: a form that is not signed is praised for nothing, whatever stands on it") {
  using judging::Verdict;
  CHECK(seal_rule({}) == Verdict::not_applicable);
  CHECK(seal_rule({fill_wrong[0], fill_wrong[1]}) == Verdict::not_applicable);
  CHECK(seal_rule({fill_wrong[0], fill_wrong[1], "do form sign box"}) == Verdict::broken);
  CHECK(seal_rule({"do form fill box field=seal pick=one", fill_wrong[1], "do form sign box"}) == Verdict::kept);
}

TEST_CASE("custody: a line of the notebook is offered only if it was seen") {
  reading_test::World world = world_of("you");
  std::string text = world.text("scenario");
  text.replace(text.find("[Seal A 1, Bag 2]"), 17,
               "[{text: Seal A 1, if: {box.lamp: lit}}, \"Bag 2\", {text: Dark, if: {box.lamp: dark}}]");
  world.put("scenario", text);
  CHECK(codes_of(world) == std::vector<std::string>{"F0229", "F0229"}); // it came with format 2
  world.change("scenario", "format: 2\n");
  Game game(prepared(world));
  Lines offered;
  for (const auto& note : game.spec<CustodySpec>().sheets[0].notes)
    if (game.prepared->scene.seen_holds(game.attempt.world.seen, 0, note.seen)) offered.push_back(note.text.source + " " + note.text.path);
  CHECK(offered == Lines{"Seal A 1 steps.form.sheets.1.notes.1", "Bag 2 steps.form.sheets.1.notes.2"});
  text = world.text("scenario");
  text.replace(text.find("box.lamp: lit"), 13, "box.power: on");
  world.put("scenario", text);
  CHECK(codes_of(world) == std::vector<std::string>{"F0305"}); // the truth is not what was seen
}

TEST_CASE("custody: what nobody saw may be called not known, until somebody saw it") {
  reading_test::World before = not_known("format: 1\n", "glance");
  CHECK(codes_of(before) == std::vector<std::string>{"F0229"}); // it came with format 2
  const auto gaps = [](const char* lamp) {
    reading_test::World world = not_known("format: 2\n", lamp);
    Game game(prepared(world));
    CHECK(game.acts({"do form fill box field=seal pick=one", "do form fill box field=found pick=unread", "do form sign box"}) ==
          Lines{"", "", ""});
    return game.facts(model::FactKind::module).size() - 1; // beside that it is signed
  };
  CHECK(gaps("glance") == 1); // lit, as everybody sees
  CHECK(gaps("reveal") == 0); // nobody looked
}

TEST_CASE("custody: the second of the scene stands beside the signature") {
  reading_test::World world;
  world.change("scenario", "exhibits:\n  - {id: box, model: box, name: Box}\n  - {id: second, model: box, name: Second}\n");
  world.change("scenario", std::string("steps:\n  - {id: arrive, kind: briefing, title: Arrive, text: You enter., costs: 42 s}\n") +
                               (form + std::string_view("steps:\n").size()));
  Game game(prepared(world));
  CHECK(game.acts({"go on", "do form fill second field=mark pick=none-seen", "do form sign second"}) == Lines{"", "", ""});
  CHECK(sheet(game, 1).signed_at == 42);
}

TEST_CASE("custody: what fits no field is refused by its name") {
  Game game(two_sheets());
  CHECK(game.acts({"do form sign box", "do form strike box field=seal", "do form strike box field=exhibit",
                   "do form fill box field=exhibit pick=one", "do form fill box field=seal", "do form fill box pick=one",
                   "do form fill box field=seal pick=is-on", "do form fill box field=mark pick=scratch",
                   "do form fill guide field=seal pick=one", "do form fill field=seal pick=one", "do form look box", "wait 30 s",
                   "do form strike box"}) == Lines{"fields-empty", "nothing-to-strike", "nothing-to-strike", "no-such-option",
                                                   "no-such-option", "no-such-option", "no-such-option", "no-such-option", "no-such-sheet",
                                                   "no-such-sheet", "not-here", "not-here", "nothing-to-strike"});
  CHECK(game.act("do form fill box field=seal pick=one") == "");
  CHECK(game.act("do form fill box field=seal pick=swapped") == "already-filled");
  CHECK(game.act("do form sign box") == "fields-empty");
}

TEST_CASE("custody: more than an act asks for is refused") {
  Game game(two_sheets());
  CHECK(game.acts({"do form fill box field=seal pick=one pick=swapped", "do form fill box field=seal field=found pick=one",
                   "do form fill box field=seal pick=one look=look", "do form fill box with tin field=seal pick=one"}) ==
        Lines{"no-such-option", "no-such-option", "no-such-option", "not-here"});
  CHECK(game.act("do form fill box pick=one field=seal") == "");
  CHECK(game.acts({"do form strike box field=seal pick=one", "do form strike box field=seal field=seal"}) ==
        Lines{"no-such-option", "no-such-option"});
  CHECK(game.act("do form fill box field=found pick=is-on") == "");
  CHECK(game.act("do form sign box field=seal") == "no-such-option");
  CHECK(game.act("do form sign box") == "");
}

TEST_CASE("custody: offers fill what is empty, strike what is filled, sign what is full") {
  Game game(two_sheets());
  CHECK(game.offers() == Lines{"do form fill box field=seal pick=one", "do form fill box field=seal pick=swapped",
                               "do form fill box field=found pick=is-on", "do form fill box field=found pick=is-off",
                               "do form fill second field=mark pick=none-seen", "do form fill second field=mark pick=scratch",
                               "do form note", "go on"});
  CHECK(game.leaving() == Leaving::may);
  CHECK_FALSE(game.grade());
  game.acts({"do form fill box field=seal pick=one", "do form fill second field=mark pick=scratch"});
  CHECK(game.offers() == Lines{"do form strike box field=seal", "do form fill box field=found pick=is-on",
                               "do form fill box field=found pick=is-off", "do form strike second field=mark", "do form sign second",
                               "do form note", "go on"});
  game.act("do form sign second");
  CHECK(game.offers() == Lines{"do form strike box field=seal", "do form fill box field=found pick=is-on",
                               "do form fill box field=found pick=is-off", "do form note", "go on"});
}

TEST_CASE("custody: the form is kept as it is written") {
  Game game(two_sheets());
  const auto& spec = game.spec<CustodySpec>();
  CHECK(spec.form.agency.source == "Police");
  CHECK(spec.form.unit.path == "steps.form.form.unit");
  CHECK(spec.form.number == "DE-3");
  CHECK(spec.form.serial == "0044");
  CHECK(spec.form.case_number == "2026-0417");
  REQUIRE(spec.sheets.size() == 2);
  CHECK(spec.sheets[0].exhibit == "box");
  CHECK(spec.sheets[0].from == "you");
  CHECK(spec.sheets[0].to == "guide");
  CHECK(spec.sheets[0].fields[0].given.source == "DP-01");
  CHECK(spec.sheets[0].fields[0].picks.empty());
  CHECK(spec.sheets[0].fields[1].id == "seal");
  CHECK(spec.sheets[0].fields[1].picks[1].id == "swapped");
  CHECK_FALSE(spec.sheets[0].fields[1].picks[1].conditional);
  CHECK(spec.sheets[0].fields[2].picks[0].conditional);
  CHECK(game.texts() == Lines{"Police", "Evidence", "Seal A 1", "Bag 2", "Exhibit number", "DP-01", "Seal number", "A 1", "A 7", "State",
                              "On", "Off", "Mark", "None", "A scratch"});
}

TEST_CASE("custody: a question is a field of several picks that are right or wrong whatever is true") {
  const Game game(two_sheets());
  const auto lists = game.module().option_lists(*game.prepared->steps[0].spec);
  REQUIRE(lists.size() == 2); // not what is given, and not what depends on the truth
  CHECK(lists[0].options.at(0).right);
  CHECK(lists[0].options.at(0).text.source == "A 1");
  CHECK_FALSE(lists[0].options.at(1).right);
  CHECK(lists[1].options.at(1).text.source == "A scratch");
}

TEST_CASE("custody: a condition wants its flaw, and each field a pick that can be right") {
  const auto codes = [](const std::string& picks) {
    reading_test::World world;
    world.change(
        "scenario",
        "steps:\n  - id: form\n    kind: custody-form\n    title: Form\n    form: {agency: A, unit: B, number: C, serial: D, case: E}\n"
        "    sheets:\n      - for: box\n        transfer: {from: you, to: guide}\n        fields:\n"
        "          - {id: seal, label: Seal, picks: [" +
            picks + "]}\n");
    return codes_of(world);
  };
  CHECK(codes("{id: a, text: A}").empty());
  CHECK(codes("{id: a, text: A, right: {box.power: on}, flaw: wrong}").empty());
  CHECK(codes("{id: a, text: A, right: {box.power: on}}") == std::vector<std::string>{"F0202"});
  CHECK(codes("{id: a, text: A, flaw: wrong}") == std::vector<std::string>{"F0831"});
  CHECK(codes("{id: a, text: A, flaw: wrong}, {id: b, text: B}").empty());
}

} // namespace firsthand::modules::test::of_custody
