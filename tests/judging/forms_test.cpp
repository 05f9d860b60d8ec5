// Every form of rule, kept, broken and not applicable, as tables of facts and verdicts.
#include "tests/judging/fixture.h"

namespace firsthand::judging::test {

using K = FactKind;

TEST_CASE("judging: `before` wants an earlier fact about the same thing") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = by(tagged(K::done, {"touch"}), "learner");
  r.before = {pattern(K::done, {"look"})};
  const F look_red{K::done, 5, "red", "look", "", "", "learner"};
  const F lift_red{K::done, 9, "red", "lift", "", "", "learner"};
  check_rows(
      r, {
             {"nothing happens", {}, 60, "not applicable, not applicable"},
             {"looked, then lifted", {look_red, lift_red}, 60, "kept, not applicable"},
             {"lifted, then looked", {lift_red, look_red}, 60, "broken, not applicable"},
             {"looked at the other one", {{K::done, 5, "blue", "look", "", "", "learner"}, lift_red}, 60, "broken, not applicable"},
             {"somebody else lifted", {{K::done, 9, "red", "lift", "", "", "ann"}}, 60, "not applicable, not applicable"},
             {"the learner's own name counts as the learner", {{K::done, 9, "red", "lift", "", "", "you"}}, 60, "broken, not applicable"},
             {"a verb without the tag", {look_red}, 60, "not applicable, not applicable"},
             {"the first trigger counts", {look_red, lift_red, lift_red}, 60, "kept, not applicable"},
             {"looked and lifted in one change is not before",
              {{K::done, 5, "red", "look", "", "", "learner", 7}, {K::done, 5, "red", "lift", "", "", "learner", 7}},
              60,
              "broken, not applicable"},
         });
}

TEST_CASE("judging: all of `before` and one of `before-any`") {
  model::Rule r = rule();
  r.on = pattern(K::done, {"lift"});
  r.before = {pattern(K::done, {"look"}), pattern(K::noted)};
  r.before_any = {to(pattern(K::said, {"rain"}), {"yes"}), pattern(K::secured, {"paper"})};
  const F look{K::done, 1, "red", "look"}, noted{K::noted, 2}, said{K::said, 3, "ann", "rain", "", "yes"};
  const F saved{K::secured, 3, "red", "letter"}, lift{K::done, 9, "red", "lift"};
  check_rows(r, {
                    {"all of it", {look, noted, said, lift}, 60, "kept"},
                    {"the other of the two", {look, noted, saved, lift}, 60, "kept"},
                    {"neither of the two", {look, noted, lift}, 60, "broken"},
                    {"another answer", {look, noted, {K::said, 3, "ann", "rain", "", "no"}, lift}, 60, "broken"},
                    {"one of `before` is missing", {look, said, lift}, 60, "broken"},
                    {"no trigger", {look, noted, said}, 60, "not applicable"},
                });
}

TEST_CASE("judging: `within` includes its last second") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  FactPattern enters = pattern(K::step_entered);
  enters.kinds = {"scene"};
  r.on = enters;
  r.must = tagged(K::done, {"isolates"});
  r.within = 900;
  const F enter{K::step_entered, 0, "", "table", "", "scene"};
  const auto both = [](int at) {
    return std::vector<F>{{K::step_entered, 0, "", "table", "", "scene"},
                          {K::done, at, "red", "turn", "", "", "learner"},
                          {K::done, at, "blue", "turn", "", "", "learner"}};
  };
  check_rows(
      r, {
             {"a step of another kind", {{K::step_entered, 0, "", "ask", "", "choice"}}, 2000, "not applicable, not applicable"},
             {"in good time", both(500), 2000, "kept, kept"},
             {"in the last second", both(900), 2000, "kept, kept"},
             {"one second late", both(901), 2000, "broken, broken"},
             {"begun at 899, lands at 909", {enter, {K::begun, 899, "red", "turn"}, {K::done, 909, "red", "turn"}}, 2000, "broken, broken"},
             {"only one of two", {enter, {K::done, 30, "blue", "turn"}}, 900, "broken, kept"},
             {"the end comes first: it could have been done", {enter}, 899, "broken, broken"},
             {"the end comes at the last second", {enter}, 900, "broken, broken"},
             {"done before the trigger does not count", {{K::done, 0, "red", "turn"}, enter}, 2000, "broken, broken"},
             {"done in the trigger's own change does",
              {{K::done, 0, "red", "turn", "", "", "", 3}, {K::step_entered, 0, "", "table", "", "scene", "", 3}},
              2000,
              "kept, broken"},
         });
}

TEST_CASE("judging: a deadline that passes breaks at once, not only at the end") {
  model::Rule r = rule();
  r.on = pattern(K::done, {"lift"});
  r.must = pattern(K::done, {"turn"});
  r.within = 10;
  Court court({r});
  court.note({K::done, 5, "red", "lift"});
  CHECK(court.verdict() == "open");
  court.rule_set.advance_to(court.state, 15);
  CHECK(court.verdict() == "open");
  court.rule_set.advance_to(court.state, 16);
  CHECK(court.verdict() == "broken");
  CHECK(court.state.monitors[0].triggered_at == 5);
  CHECK(court.state.monitors[0].decided_at == 15);
}

TEST_CASE("judging: `within: end` breaks at the end") {
  model::Rule r = rule();
  r.on = to(pattern(K::changed, {"cover"}), {"ajar"});
  r.must = to(pattern(K::changed, {"cover"}), {"shut"});
  r.by_end = true;
  const F opens{K::changed, 3, "red", "cover", "shut", "ajar"}, shuts{K::changed, 70, "red", "cover", "ajar", "shut"};
  check_rows(r, {{"never shut again", {opens}, 80, "broken"},
                 {"shut again", {opens, shuts}, 80, "kept"},
                 {"never opened", {}, 80, "not applicable"}});
}

TEST_CASE("judging: `never` is open from the start and kept at the end") {
  model::Rule r = rule();
  r.each_traits = {"light"};
  r.never = by(pattern(K::begun, {"carry"}), "learner");
  r.unless = {pattern(K::said, {"leave"})};
  const F carry{K::begun, 4, "lamp", "carry", "", "", "learner"}, leave{K::said, 2, "ann", "leave", "", "given"};
  Court fresh({r});
  CHECK(fresh.verdict() == "open");
  check_rows(r, {{"left alone", {}, 9, "kept"},
                 {"carried", {carry}, 9, "broken"},
                 {"carried by somebody else", {{K::begun, 4, "lamp", "carry", "", "", "ann"}}, 9, "kept"},
                 {"excused, whoever said so", {leave, carry}, 9, "kept"},
                 {"excused too late", {carry, leave}, 9, "broken"}});
}

TEST_CASE("judging: `unless` is read at the trigger") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::done, {"lift"});
  r.before = {pattern(K::done, {"look"})};
  r.unless = {to(pattern(K::seen, {"glow"}), {"red-hot"}), pattern(K::event, {"spill"})};
  const F glow{K::seen, 2, "red", "glow", "", "red-hot"}, lift{K::done, 4, "red", "lift"};
  check_rows(r, {{"excused", {glow, lift}, 9, "not applicable, not applicable"},
                 {"the other excuse", {{K::event, 2, "red", "spill"}, lift}, 9, "not applicable, not applicable"},
                 {"another value", {{K::seen, 2, "red", "glow", "", "cold"}, lift}, 9, "broken, not applicable"},
                 {"seen on another thing", {{K::seen, 2, "blue", "glow", "", "red-hot"}, lift}, 9, "broken, not applicable"},
                 {"seen only afterwards", {lift, glow}, 9, "broken, not applicable"},
                 {"excused stays excused", {glow, lift, lift}, 9, "not applicable, not applicable"}});
}

TEST_CASE("judging: each time: a single break suffices, kept if all are kept") {
  model::Rule r = rule();
  r.on = pattern(K::done, {"lift"});
  r.must = pattern(K::done, {"turn"});
  r.within = 10;
  r.each_time = true;
  const auto lift = [](int at) { return F{K::done, at, "red", "lift"}; };
  const auto turn = [](int at) { return F{K::done, at, "red", "turn"}; };
  check_rows(r, {{"once and well", {lift(0), turn(5)}, 99, "kept"},
                 {"twice and well", {lift(0), turn(5), lift(50), turn(60)}, 99, "kept"},
                 {"the second time late", {lift(0), turn(5), lift(50), turn(61)}, 99, "broken"},
                 {"the first time late", {lift(0), turn(11), lift(50), turn(55)}, 99, "broken"},
                 {"one answer for two", {lift(0), lift(6), turn(10)}, 99, "kept"},
                 {"the first of two waits too long", {lift(0), lift(6), turn(11)}, 99, "broken"},
                 {"the last is still open at the end: it could have been done", {lift(0), turn(5), lift(95)}, 99, "broken"},
                 {"the only one is still open", {lift(95)}, 99, "broken"}});
  model::Rule first = r;
  first.each_time = false;
  check_rows(first, {{"without it the second time does not matter", {lift(0), turn(5), lift(50)}, 99, "kept"}});
}

TEST_CASE("judging: each time with `before` reads every trigger") {
  model::Rule r = rule();
  r.on = pattern(K::done, {"lift"});
  r.before = {pattern(K::done, {"look"})};
  r.was = is("cover", {"shut"});
  r.each_time = true;
  const F lift{K::done, 4, "blue", "lift"}, look{K::done, 5, "red", "look"};
  check_rows(r, {{"kept", {look, lift, lift}, 9, "kept"}, {"the first breaks it", {lift, look, lift}, 9, "broken"}});
}

} // namespace firsthand::judging::test
