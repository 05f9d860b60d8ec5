// What a rule is bound to, what `was` looks at, and what never changes a verdict.
#include "tests/judging/fixture.h"

#include <algorithm>

namespace firsthand::judging::test {

using K = FactKind;

TEST_CASE("judging: `was` looks at values before the trigger's whole change") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = to(pattern(K::changed, {"band"}), {"off"});
  r.was = is("cover", {"ajar"});
  r.before = {pattern(K::done, {"look"})};
  const F opens{K::changed, 2, "red", "cover", "shut", "ajar"};
  const F shuts_with{K::changed, 5, "red", "cover", "ajar", "shut", "", 1}, band{K::changed, 5, "red", "band", "on", "off", "", 1};
  const F opens_with{K::changed, 5, "red", "cover", "shut", "ajar", "", 1};
  check_rows(r, {{"still shut", {band}, 9, "not applicable, not applicable"},
                 {"open before, shut by the same change", {opens, shuts_with, band}, 9, "broken, not applicable"},
                 {"the same, told in the other order", {opens, band, shuts_with}, 9, "broken, not applicable"},
                 {"opened only by the same change", {opens_with, band}, 9, "not applicable, not applicable"},
                 {"the other one is open", {{K::changed, 2, "blue", "cover", "shut", "ajar"}, band}, 9, "not applicable, not applicable"},
                 {"a later trigger finds it open",
                  {band,
                   {K::changed, 6, "red", "band", "off", "on"},
                   {K::changed, 7, "red", "cover", "shut", "ajar"},
                   {K::changed, 8, "red", "band", "on", "off"}},
                  9,
                  "broken, not applicable"}});
}

TEST_CASE("judging: `was` understands not, or, relations and cues") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::done, {"lift"});
  r.before = {pattern(K::noted)};
  const F lift{K::done, 5, "red", "lift"};
  const F put{K::changed, 1, "red", "in", "", "blue"}, blue_off{K::changed, 2, "blue", "band", "on", "off"};

  r.was = is("in", {"none"});
  check_rows(r, {{"in nothing", {lift}, 9, "broken, not applicable"}, {"in blue", {put, lift}, 9, "not applicable, not applicable"}});
  r.was = is("in", {"any"});
  check_rows(r, {{"in nothing", {lift}, 9, "not applicable, not applicable"}, {"in blue", {put, lift}, 9, "broken, not applicable"}});
  r.was = is("in.band", {"off"});
  check_rows(r, {{"in blue, whose band is on", {put, lift}, 9, "not applicable, not applicable"},
                 {"in blue, whose band is off", {put, blue_off, lift}, 9, "broken, not applicable"},
                 {"in nothing", {blue_off, lift}, 9, "not applicable, not applicable"}});
  r.was = is("glow", {"warm"});
  check_rows(r, {{"seen warm", {{K::seen, 1, "red", "glow", "", "warm"}, lift}, 9, "broken, not applicable"},
                 {"never seen", {lift}, 9, "not applicable, not applicable"}});
  model::Condition none;
  none.kind = model::Condition::Kind::none;
  none.parts = {is("cover", {"ajar"}), is("band", {"off"})};
  r.was = none;
  check_rows(r, {{"neither", {lift}, 9, "broken, not applicable"},
                 {"one of them", {{K::changed, 1, "red", "band", "on", "off"}, lift}, 9, "not applicable, not applicable"}});
}

TEST_CASE("judging: a link rule binds both ends, and only them") {
  model::Rule r = rule();
  r.each_link = "tie";
  r.on = of(to(pattern(K::changed, {"flame"}), {"dark"}), "right");
  r.was = is("left.cover", {"shut"});
  r.before = {of(pattern(K::done, {"look"}), "left")};
  const F dark{K::changed, 5, "lamp", "flame", "lit", "dark"};
  check_rows(r, {{"nothing", {}, 9, "not applicable"},
                 {"looked at the left end", {{K::done, 1, "red", "look"}, dark}, 9, "kept"},
                 {"looked at the right end", {{K::done, 1, "lamp", "look"}, dark}, 9, "broken"},
                 {"looked at what is not tied", {{K::done, 1, "blue", "look"}, dark}, 9, "broken"},
                 {"the left end was open", {{K::changed, 1, "red", "cover", "shut", "ajar"}, dark}, 9, "not applicable"}});
  Court court({r});
  const auto lines = court.rule_set.judgements(court.state);
  REQUIRE(lines.size() == 1);
  CHECK(court.symbols.word(lines[0].entities.at(0)) == "red");
  CHECK(court.symbols.word(lines[0].entities.at(1)) == "lamp");
}

TEST_CASE("judging: an attempt's rule hears any entity; `any` does so in a bound rule") {
  model::Rule r = rule();
  r.on = pattern(K::done, {"lift"});
  r.before = {tagged(K::done, {"isolates"})};
  const F lift{K::done, 5, "red", "lift"}, turn_blue{K::done, 3, "blue", "turn"};
  check_rows(r, {{"any of them", {turn_blue, lift}, 9, "kept"}});
  r.each_traits = {"vessel"};
  check_rows(r, {{"bound", {turn_blue, lift}, 9, "broken, not applicable"}});
  r.before = {of(tagged(K::done, {"isolates"}), "any")};
  check_rows(r, {{"of: any", {turn_blue, lift}, 9, "kept, not applicable"}});
}

TEST_CASE("judging: a tag that no verb has never matches, and is no wildcard") {
  model::Rule r = rule();
  r.never = tagged(K::done, {"burns"});
  check_rows(r, {{"all sorts", {{K::done, 5, "red", "lift"}, {K::done, 6, "lamp", "carry"}}, 9, "kept"}});
}

TEST_CASE("judging: evidence is named by its kind, facts name the item") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.never = pattern(K::lost, {"paper"});
  check_rows(r, {{"the letter", {{K::lost, 5, "red", "letter"}}, 9, "broken, kept"},
                 {"something else", {{K::lost, 5, "red", "stamp"}}, 9, "kept, kept"}});
}

TEST_CASE("judging: facts of a module, with and without an entity") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.never = to(pattern(K::module, {"paper-form.signed"}), {"blank"});
  check_rows(r, {{"about one", {{K::module, 5, "red", "paper-form.signed", "", "blank"}}, 9, "broken, kept"},
                 {"about the attempt", {{K::module, 5, "", "paper-form.signed", "", "blank"}}, 9, "broken, broken"},
                 {"filled in", {{K::module, 5, "red", "paper-form.signed", "", "full"}}, 9, "kept, kept"}});
}

TEST_CASE("judging: `by: person` is somebody, but not the learner") {
  model::Rule r = rule();
  r.never = by(pattern(K::begun, {"lift"}), "person");
  check_rows(r, {{"ann", {{K::begun, 1, "red", "lift", "", "", "ann"}}, 9, "broken"},
                 {"the learner", {{K::begun, 1, "red", "lift", "", "", "learner"}}, 9, "kept"},
                 {"the course of nature", {{K::begun, 1, "red", "lift"}}, 9, "kept"}});
}

TEST_CASE("judging: a drawn fact is never read, whatever a rule asks") {
  model::Rule r = rule();
  r.never = pattern(K::drawn, {"leak"});
  check_rows(r, {{"drawn", {{K::drawn, 0, "red", "leak", "", "leaks"}}, 9, "kept"}});
}

TEST_CASE("judging: what reading should have refused is an error") {
  model::Scenario s = world();
  model::Symbols symbols;
  const auto code = [&](const model::Rule& r) {
    s.doctrine.rules = {r};
    const auto result = RuleSet::compile(s, symbols);
    return result.ok() ? std::string("ok") : result.error().code;
  };
  model::Rule r = rule();
  CHECK(code(r) == "rule-form");
  r.on = pattern(K::done, {"lift"});
  CHECK(code(r) == "rule-form");
  r.must = pattern(K::done, {"turn"});
  CHECK(code(r) == "ok");
  r.was = is("charge", {});
  r.was.compare = model::Compare::at_most;
  CHECK(code(r) == "rule-condition");
}

// Facts of a whole attempt: batches of one to four facts about the things of the world. A value changes to what its batch
// says, because two changes of one value do have an order.
std::vector<F> long_history(std::uint32_t seed) {
  const char* entities[] = {"red", "blue", "lamp"};
  std::vector<F> facts;
  for (int batch = 0; batch < 40; ++batch)
    for (std::uint32_t i = 0; i <= seed % 4; ++i, seed = seed * 1664525u + 1013904223u) {
      const char* entity = entities[seed >> 8 & 1 ? 0 : seed >> 9 & 1 ? 1 : 2];
      const std::uint32_t what = seed >> 12 & 7;
      const bool opens = seed >> 16 & 1;
      if (what < 2)
        facts.push_back({K::done, batch * 7, entity, what == 0 ? "look" : "lift", "", "", "learner", batch});
      else if (what < 4)
        facts.push_back({K::done, batch * 7, entity, "turn", "", "", opens ? "ann" : "learner", batch});
      else
        facts.push_back({K::changed, batch * 7, entity, what < 6 ? "cover" : "band", "", batch % 3 ? "ajar" : "off", "", batch});
    }
  return facts;
}

std::vector<model::Rule> many_rules() {
  model::Rule a = rule("a"), b = rule("b"), c = rule("c"), d = rule("d");
  a.each_traits = b.each_traits = c.each_traits = {"vessel"};
  a.on = pattern(K::done, {"lift"});
  a.before = {pattern(K::done, {"look"})};
  a.was = is("cover", {"shut", "ajar"});
  b.on = pattern(K::changed, {"cover"});
  b.must = tagged(K::done, {"isolates"});
  b.within = 21;
  b.each_time = true;
  c.never = tagged(K::done, {"touch"});
  c.unless = {pattern(K::changed, {"band"})};
  d.each_link = "tie";
  d.on = of(pattern(K::done, {"lift"}), "left");
  d.before_any = {of(pattern(K::done, {"look"}), "right"), of(pattern(K::done, {"turn"}), "left")};
  return {a, b, c, d};
}

TEST_CASE("judging: the order inside a change decides no verdict; the same facts give the same digest") {
  int all_kept = 0, all_broken = 0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const std::vector<F> facts = long_history(seed * 7919);
    std::vector<F> turned = facts; // every batch back to front
    for (auto first = turned.begin(); first != turned.end();) {
      const auto last = std::find_if(first, turned.end(), [&](const F& f) { return f.batch != first->batch; });
      std::reverse(first, last);
      first = last;
    }
    Court straight(many_rules()), again(many_rules()), shuffled(many_rules());
    for (std::size_t i = 0; i < facts.size(); ++i)
      straight.note(facts[i]), again.note(facts[i]), shuffled.note(turned[i]);
    straight.end(300), again.end(300), shuffled.end(300);
    CAPTURE(seed);
    CHECK(straight.digest() == again.digest());
    CHECK(straight.state == again.state);
    CHECK(straight.verdicts() == shuffled.verdicts());
    all_kept += straight.verdicts().find("kept") != std::string::npos;
    all_broken += straight.verdicts().find("broken") != std::string::npos;
  }
  CHECK(all_kept > 5); // the histories do tell verdicts apart
  CHECK(all_broken > 5);
}

TEST_CASE("judging: the digest changes with a verdict and with what is remembered") {
  model::Rule r = rule();
  r.on = pattern(K::done, {"lift"});
  r.before = {pattern(K::done, {"look"})};
  Court court({r});
  const std::string fresh = court.digest();
  court.note({K::done, 1, "red", "look"});
  court.rule_set.advance_to(court.state, 1);
  const std::string looked = court.digest();
  CHECK(looked != fresh);
  court.note({K::done, 2, "red", "lift"});
  court.rule_set.advance_to(court.state, 2);
  CHECK(court.digest() != looked);
  const std::string kept = court.digest();
  court.note({K::done, 3, "red", "look"}); // a settled rule remembers nothing more
  court.rule_set.advance_to(court.state, 3);
  CHECK(court.digest() == kept);
}

} // namespace firsthand::judging::test
