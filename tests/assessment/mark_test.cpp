// What answers are worth, what guessing brings, which form and order somebody gets, and what passes.
#include "engine/assessment/draw.h"
#include "engine/assessment/due.h"
#include "engine/assessment/form.h"
#include "engine/assessment/pass.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::assessment;
using model::Item;
using model::ItemKind;

namespace {

Item question(ItemKind kind, int options, int right = 1) {
  Item item;
  item.id = "q";
  item.kind = kind;
  item.competency = "care";
  for (int i = 0; i < options; ++i) {
    model::ItemOption option;
    option.id = std::string(1, static_cast<char>('a' + i));
    option.text.source = std::string(static_cast<std::size_t>(i + 1), 'x');
    option.right = i < right;
    item.options.push_back(option);
  }
  return item;
}

Answer chosen(std::vector<model::Id> ids) { return {std::move(ids), {}, {}}; }

} // namespace

TEST_CASE("assessment: an option is worth all or nothing, and two are no answer to one question") {
  const Item item = question(ItemKind::one, 4);
  CHECK(mark(item, chosen({"a"})) == 1000);
  CHECK(mark(item, chosen({"b"})) == 0);
  CHECK(mark(item, chosen({"a", "b"})) == 0);
  CHECK(mark(item, chosen({"nowhere"})) == 0);
  CHECK(mark(item, {}) == 0);
}

TEST_CASE("assessment: what is right by position is right under that doctrine only") {
  Item item = question(ItemKind::one, 2, 0);
  item.options[0].question = "D4", item.options[0].answer = "A";
  model::Position position;
  position.question = "D4", position.right = {"A"};
  CHECK(mark(item, chosen({"a"}), {position}) == 1000);
  position.right = {"B"};
  CHECK(mark(item, chosen({"a"}), {position}) == 0);
}

TEST_CASE("assessment: of several, a wrong one takes a right one away, and never below nothing") {
  const Item item = question(ItemKind::several, 5, 3);
  CHECK(mark(item, chosen({"a", "b", "c"})) == 1000);
  CHECK(mark(item, chosen({"a", "b"})) == 666);
  CHECK(mark(item, chosen({"a", "b", "c", "d"})) == 666);
  CHECK(mark(item, chosen({"a", "d", "e"})) == 0);
  CHECK(mark(item, chosen({"a", "a", "a"})) == 333);
}

TEST_CASE("assessment: an order is worth the pairs that it keeps") {
  const Item item = question(ItemKind::order, 4);
  CHECK(mark(item, chosen({"a", "b", "c", "d"})) == 1000);
  CHECK(mark(item, chosen({"b", "a", "c", "d"})) == 833);
  CHECK(mark(item, chosen({"d", "c", "b", "a"})) == 0);
  CHECK(mark(item, chosen({"a", "b", "c"})) == 0);
  CHECK(mark(item, chosen({"a", "a", "b", "c"})) == 0);
}

TEST_CASE("assessment: pairs, amounts, copies, zones and phrases") {
  Item match = question(ItemKind::match, 3);
  match.targets = question(ItemKind::one, 2).options;
  match.pairs = {"a", "b", "a"};
  CHECK(mark(match, chosen({"a", "b", "b"})) == 666);
  CHECK(mark(match, chosen({"a", "", "a"})) == 666);
  Item number = question(ItemKind::number, 0);
  number.number.answer = 660'000, number.number.tolerance = 1000;
  CHECK(mark(number, {{}, 661'000, {}}) == 1000);
  CHECK(mark(number, {{}, 661'001, {}}) == 0);
  CHECK(mark(number, {{}, INT64_MIN, {}}) == 0);
  Item copy = question(ItemKind::copy, 0);
  copy.copied = "A 204 117";
  CHECK(mark(copy, {{}, {}, " A 204 117\n"}) == 1000);
  CHECK(mark(copy, {{}, {}, "A 204117"}) == 0);
  CHECK(mark(question(ItemKind::hotspot, 3, 1), chosen({"a", "b"})) == 0);
  CHECK(mark(question(ItemKind::hotspot, 3, 2), chosen({"a"})) == 500);
  Item phrase = question(ItemKind::phrase, 3);
  phrase.phrases = {{"a", "b"}, {"b", "a"}};
  CHECK(mark(phrase, chosen({"b", "a"})) == 1000);
  CHECK(mark(phrase, chosen({"a"})) == 0);
}

TEST_CASE("assessment: guessing brings what all answers together bring") {
  CHECK(guess(question(ItemKind::one, 4)) == 250);
  CHECK(guess(question(ItemKind::order, 4)) == doctest::Approx(500).epsilon(0.01));
  Item match = question(ItemKind::match, 3);
  match.targets = question(ItemKind::one, 4).options;
  match.pairs = {"a", "b", "c"};
  CHECK(guess(match) == doctest::Approx(250).epsilon(0.01));
  CHECK(guess(question(ItemKind::copy, 0)) == 0);
  // Two right of three: of the eight sets worth 1000 (both), 500 (one, or both and the wrong one); 1000 + 3 · 500 over 8.
  CHECK(guess(question(ItemKind::several, 3, 2)) == 313);
}

TEST_CASE("assessment: who guesses twenty questions of four passes three times in a hundred thousand") {
  const Item item = question(ItemKind::one, 4);
  const std::vector<const Item*> form(20, &item);
  const StrategyResult random = try_strategy(Strategy::random, form, 700);
  CHECK(random.chance > 29'000);
  CHECK(random.chance < 30'000);
  CHECK_FALSE(random.passes);
  CHECK(try_strategy(Strategy::random, form, 500).passes);
  CHECK_FALSE(try_strategy(Strategy::blank, form, 1).passes);
  CHECK(try_strategy(Strategy::first, form, 700).passes); // the key is the first of each
  CHECK_FALSE(try_strategy(Strategy::longest, form, 700).passes);
}

TEST_CASE("assessment: the form follows from the number alone, and no two papers of a person are the same") {
  CHECK(first_form("knowledge", "0071", 3) == 0);
  CHECK(first_form("knowledge", "0072", 3) == 1);
  CHECK(first_form("knowledge", "0073", 3) == 2);
  CHECK(form_for("knowledge", "0072", 3, Role::baseline) == 1);
  CHECK(form_for("knowledge", "0072", 3, Role::final_test) == 2);
  CHECK(form_for("knowledge", "0072", 3, Role::final_test, Try::again) == 0);
  CHECK(form_for("knowledge", "0072", 3, Role::delayed) == 0);
  CHECK(form_for("knowledge", "0072", 3, Role::delayed, Try::again) == 1);
}

TEST_CASE("assessment: as long as every test ended and counts, what was seen gives the form that needs no history") {
  for (const char* number : {"0071", "0072", "0073"}) {
    const auto sat = [&](Role role, Try which, std::vector<Role> before) {
      std::vector<std::size_t> seen;
      for (const Role each : before)
        seen.push_back(next_form("knowledge", number, 3, each, seen));
      CHECK(next_form("knowledge", number, 3, role, seen) == form_for("knowledge", number, 3, role, which));
    };
    const Role baseline = Role::baseline, last = Role::final_test;
    sat(baseline, Try::first, {});
    sat(last, Try::first, {}), sat(last, Try::first, {baseline});
    sat(last, Try::again, {last}), sat(last, Try::again, {baseline, last});
    sat(Role::delayed, Try::first, {last}), sat(Role::delayed, Try::first, {baseline, last});
    sat(Role::delayed, Try::again, {last, last}), sat(Role::delayed, Try::again, {baseline, last, last});
    sat(Role::practice, Try::first, {baseline, last}); // uses up none
  }
  CHECK(next_form("knowledge", "0071", 0, Role::final_test, {}) == 0);
}

TEST_CASE("assessment: whatever came of it, no form is seen again before all others were, and then the one of longest ago") {
  std::uint32_t state = 17;
  const auto random = [&state](std::uint32_t below) { return (state = state * 1664525U + 1013904223U) / 65536U % below; };
  for (int round = 0; round < 500; ++round) {
    const std::size_t forms = 1 + random(6);
    std::vector<std::size_t> seen;
    if (random(2)) seen.push_back(next_form("t", std::to_string(round), forms, Role::baseline, seen));
    for (std::size_t i = 0; i < 4 * forms; ++i) {
      const std::size_t form = next_form("t", std::to_string(round), forms, random(3) ? Role::final_test : Role::delayed, seen);
      const std::size_t others = std::min(forms - 1, seen.size());
      CHECK(std::find(seen.end() - static_cast<std::ptrdiff_t>(others), seen.end(), form) == seen.end());
      seen.push_back(form);
    }
  }
}

TEST_CASE("assessment: options are shown in the order of the seed") {
  Seed seed;
  for (std::size_t i = 0; i < seed.size(); ++i)
    seed[i] = static_cast<std::uint8_t>(i);
  Item item;
  item.id = "c06-bag";
  for (const char* id : {"together", "later", "switch-off"})
    item.options.emplace_back().id = id;
  CHECK(shown_options(seed, item) == std::vector<model::Id>{"together", "switch-off", "later"});
}

namespace {

model::Bank bank_of(int families, int twins, int anchors) {
  model::Bank bank;
  for (int i = 0; i < families; ++i)
    for (int j = 0; j < twins; ++j) {
      Item item = question(ItemKind::one, 4);
      item.id = "f" + std::to_string(i) + "-" + std::to_string(j);
      item.twins = "f" + std::to_string(i);
      bank.items.push_back(item);
    }
  for (int i = 0; i < anchors; ++i) {
    Item item = question(ItemKind::one, 4);
    item.id = "anchor" + std::to_string(i);
    item.anchor = true;
    bank.items.push_back(item);
  }
  return bank;
}

} // namespace

TEST_CASE("assessment: forms have the anchors in common, and of twins each has one") {
  const model::Bank bank = bank_of(3, 3, 1);
  model::Test test;
  test.blueprint = {{"care", 4}};
  test.form_count = 3, test.anchors = 1, test.items = bank.items;
  const Assembled all = assemble(test);
  REQUIRE(all.forms.size() == 3);
  std::map<model::Id, int> times;
  for (const std::vector<const Item*>& form : all.forms) {
    CHECK(form.size() == 4);
    std::map<std::string, int> families;
    for (const Item* item : form)
      ++times[item->id], ++families[item->twins];
    CHECK(families["f1"] == 1);
  }
  CHECK(times["anchor0"] == 3);
  CHECK(times.size() == 10);
}

TEST_CASE("assessment: what the banks cannot fill is told with what is needed and there") {
  const model::Bank bank = bank_of(3, 2, 0);
  model::Test test;
  test.blueprint = {{"care", 3}};
  test.form_count = 3, test.items = bank.items;
  const Assembled all = assemble(test);
  CHECK(all.forms.empty());
  REQUIRE(all.shortages.size() == 1);
  CHECK(all.shortages[0].needed == 9);
  CHECK(all.shortages[0].there == 6);
}

TEST_CASE("assessment: practice takes what was seen least, and no twins") {
  const model::Bank bank = bank_of(3, 2, 0);
  const std::map<model::Id, int> seen{{"f0-0", 2}, {"f0-1", 1}, {"f1-0", 1}};
  const auto drawn = draw_practice(Seed{}, {{"care", 3}}, bank.items, seen);
  REQUIRE(drawn.size() == 3);
  std::map<std::string, const Item*> of;
  for (const Item* item : drawn)
    of[item->twins] = item;
  CHECK(of.at("f0")->id == "f0-1");
  CHECK(of.at("f1")->id == "f1-1");
  const model::Bank alone = bank_of(0, 0, 10); // no twins: a competency that is named twice is drawn from once
  const auto twice = draw_practice(Seed{}, {{"care", 1}, {"care", 1}}, alone.items, {});
  REQUIRE(twice.size() == 2);
  CHECK(twice[0] != twice[1]);
}

TEST_CASE("assessment: passed is all of it: handed in, points, minima, dangers") {
  const model::Bank bank = bank_of(0, 0, 10);
  std::vector<const Item*> items;
  std::map<model::Id, Answer> answers;
  for (const Item& item : bank.items) {
    items.push_back(&item);
    if (answers.size() < 7) answers[item.id] = chosen({"a"});
  }
  model::Test test;
  test.blueprint = {{"care", 10}}, test.minimum = {{"care", 7}};
  test.dangers = 1;
  CHECK(result_of(test, items, answers, true).passed());
  CHECK(result_of(test, items, answers, true).won == 7000);
  CHECK(result_of(test, items, answers, true).guess == 2500);
  CHECK_FALSE(result_of(test, items, answers, false).passed());
  CHECK_FALSE(result_of(test, items, {}, true).passed());
  test.minimum[0].count = 8;
  CHECK_FALSE(result_of(test, items, answers, true).passed());
  test.minimum[0].count = 0;
  Item dangerous = question(ItemKind::one, 4);
  dangerous.id = "anchor9", dangerous.options[1].danger = "destroys";
  items[9] = &dangerous, answers["anchor9"] = chosen({"b"});
  test.dangers = 0;
  CHECK(result_of(test, items, answers, true).dangers.size() == 1);
  CHECK_FALSE(result_of(test, items, answers, true).passed());
}

TEST_CASE("assessment: a refresher is due once, and recall falls by the curve") {
  const auto at = [](std::int64_t days) { return base::Moment{days * day * 1000}; };
  CHECK_FALSE(due(at(0), {}, at(29)));
  CHECK(due(at(0), {}, at(30)) == 0);
  CHECK_FALSE(due(at(0), at(31), at(60)));
  CHECK(due(at(0), at(31), at(200)) == 2);
  CHECK(recall(0) == 1000);
  CHECK(recall(90 * day) == 766);
}
