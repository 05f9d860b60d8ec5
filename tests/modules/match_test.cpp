// The match over one step: what pairs are worth, when it closes, what is refused, what is told of it.
#include "tests/modules/lesson.h"

#include "modules/match/rules.h"

namespace firsthand::modules::test::of_match {

namespace {

std::string steps_with(const std::string& keys, const std::string& targets, const std::string& items) {
  return "steps:\n  - id: signs\n    kind: match\n    title: Signs\n    prompt: What does each tell?\n" + keys + "    targets:\n" +
         targets + "    items:\n" + items;
}

std::string target(const std::string& id) { return "      - {id: " + id + ", text: It " + id + "}\n"; }
std::string item(const std::string& id, const std::string& to) {
  return "      - {id: " + id + ", text: The " + id + ", to: " + to + ", why: So it is.}\n";
}

const std::string three_targets = target("sleeps") + target("charges") + target("waits");
const std::string three_items = item("bolt", "charges") + item("blink", "sleeps") + item("ring", "waits");

session::PreparedPtr three(const std::string& keys = "") { return lesson(steps_with(keys, three_targets, three_items)); }

std::vector<std::string> codes_with(const std::string& keys, const std::string& targets, const std::string& items) {
  reading_test::World world;
  world.change("scenario", steps_with(keys, targets, items));
  return codes_of(world);
}

std::string numbered(int count, const char* what) {
  std::string all;
  for (int i = 0; i < count; ++i)
    all +=
        what == std::string("target") ? target("t" + std::to_string(i)) : item("i" + std::to_string(i), "t" + std::to_string((i + 1) % 2));
  return all;
}

const char* const all_right = "do signs match bolt=charges blink=sleeps ring=waits";
const char* const one_right = "do signs match bolt=sleeps blink=charges ring=waits";
const char* const none_right = "do signs match bolt=sleeps blink=waits ring=charges";

} // namespace

TEST_CASE("match: an answer is worth its right pairs, in whatever order they are said") {
  for (const auto& [answer, worth] : std::vector<std::pair<const char*, int>>{
           {all_right, 1000}, {"do signs match ring=waits bolt=charges blink=sleeps", 1000}, {one_right, 333}, {none_right, 0}}) {
    Game game(three());
    CHECK(game.grade() == 0);
    CHECK(game.act(answer) == "");
    CHECK(game.grade() == worth);
  }
}

TEST_CASE("match: the reason of a wrong pair is that of its item, a right one needs none") {
  std::string items = three_items;
  items.replace(items.find("why: So it is."), 14, "why: It has a plug.");
  Game game(lesson(steps_with("", three_targets, items)));
  CHECK(game.act(one_right) == "");
  Lines reasons;
  for (const model::Fact& fact : game.heard())
    if (fact.kind == model::FactKind::answered)
      if (const model::Text* why = game.module().reason(*game.prepared->steps[0].spec, fact)) reasons.push_back(why->source);
  CHECK(reasons == Lines{"It has a plug.", "So it is."});
}

TEST_CASE("match: it closes when it is right or no try is left, and every later try is worth half") {
  Game once(three());
  CHECK(once.acts({one_right, all_right}) == Lines{"", "no-tries-left"});
  Game twice(three("    tries: 2\n"));
  CHECK(twice.leaving() == Leaving::not_yet);
  CHECK(twice.acts({one_right, all_right, all_right}) == Lines{"", "", "no-tries-left"});
  CHECK(twice.leaving() == Leaving::may);
  CHECK(twice.grade() == 500);
  Game right_at_once(three("    tries: 2\n"));
  CHECK(right_at_once.acts({all_right, one_right}) == Lines{"", "no-tries-left"});
  CHECK(right_at_once.grade() == 1000);
}

TEST_CASE("match: several go to one target only where the author says so") {
  const std::string shared = item("bolt", "charges") + item("orange", "charges") + item("blink", "sleeps");
  Game game(lesson(steps_with("    several: yes\n", three_targets, shared)));
  CHECK(game.act("do signs match bolt=charges orange=charges blink=sleeps") == "");
  CHECK(game.grade() == 1000);
  Game wrong(lesson(steps_with("    several: yes\n", three_targets, shared)));
  CHECK(wrong.act("do signs match bolt=sleeps orange=sleeps blink=sleeps") == "");
  CHECK(wrong.grade() == 333);
  CHECK(Game(three()).act("do signs match bolt=charges blink=charges ring=waits") == "target-taken");
  CHECK(codes_with("", three_targets, shared) == std::vector<std::string>{"F0843"});
}

TEST_CASE("match: the right pairs and wrong ones are offered while it is open") {
  Game game(three());
  CHECK(game.offers() == Lines{"do signs match bolt=charges blink=sleeps ring=waits", "do signs match bolt=waits blink=charges ring=sleeps",
                               "do signs note"});
  CHECK(game.act(none_right) == "");
  CHECK(game.offers() == Lines{"do signs note", "go on"});
}

TEST_CASE("match: each pair is told with what it is worth, and the state knows the pairs of the last try") {
  Game game(three("    tries: 2\n"));
  CHECK(match::matched(game.spec<match::MatchSpec>(), game.state()).targets.empty());
  CHECK(game.act(one_right) == "");
  CHECK(game.facts(model::FactKind::answered) ==
        Lines{R"({"b":3,"f":"bolt","k":"answered","n":"signs","t":0,"v":"sleeps","y":"learner"})",
              R"({"b":3,"f":"blink","k":"answered","n":"signs","t":0,"v":"charges","y":"learner"})",
              R"({"a":1000,"b":3,"f":"ring","k":"answered","n":"signs","t":0,"v":"waits","y":"learner"})"});
  const match::Matched matched = match::matched(game.spec<match::MatchSpec>(), game.state());
  CHECK(matched.targets == std::vector<std::size_t>{0, 1, 2});
  CHECK(matched.tries_used == 1);
  CHECK(matched.per_mille == 333);
  CHECK_FALSE(matched.closed);
}

TEST_CASE("match: what are no pairs is refused by its name") {
  Game game(three());
  CHECK(game.acts({"do signs match", "do signs match bolt=charges blink=sleeps", "do signs match bolt=charges bolt=charges ring=waits",
                   "do signs match bolt=blink blink=sleeps ring=waits", "do signs match waits=charges blink=sleeps ring=waits",
                   "do signs look bolt=charges blink=sleeps ring=waits", "do signs match box bolt=charges blink=sleeps ring=waits",
                   "do signs match with box bolt=charges blink=sleeps ring=waits", "wait 30 s"}) ==
        Lines{"not-all-matched", "not-all-matched", "twice", "no-such-option", "no-such-option", "not-here", "not-here", "not-here",
              "not-here"});
  CHECK(match::matched(game.spec<match::MatchSpec>(), game.state()).tries_used == 0);
}

TEST_CASE("match: two to eight of each, every item with a target that is there, and not beside it") {
  const auto with_items = [](int count) { return codes_with("    several: yes\n", numbered(2, "target"), numbered(count, "item")); };
  const auto with_targets = [](int count) { return codes_with("", numbered(count, "target"), numbered(2, "item")); };
  CHECK(with_items(1) == std::vector<std::string>{"F0841"});
  CHECK(with_items(2).empty());
  CHECK(with_items(8).empty());
  CHECK(with_items(9) == std::vector<std::string>{"F0841"});
  CHECK(with_targets(2).empty());
  CHECK(with_targets(8).empty());
  CHECK(with_targets(9) == std::vector<std::string>{"F0841"});
  CHECK(codes_with("", three_targets, item("bolt", "charges") + item("blink", "sleep")) == std::vector<std::string>{"F0842"});
  CHECK(codes_with("", three_targets, item("blink", "sleeps") + item("bolt", "charges")).empty()); // the order is shuffled anyway
  for (const char* tries : {"0", "10"})
    CHECK(codes_with(std::string("    tries: ") + tries + "\n", three_targets, three_items) == std::vector<std::string>{"F0211"});
}

TEST_CASE("match: every text that can be read is named, and what is right stands in the form of statements") {
  Game game(three());
  CHECK(game.texts() == Lines{"What does each tell?", "The bolt", "So it is.", "The blink", "So it is.", "The ring", "So it is.",
                              "It sleeps", "It charges", "It waits"});
  CHECK(game.module().interaction() == session::Interaction::matching);
  CHECK(game.module().right_answers(game.spec<match::MatchSpec>()) ==
        std::vector<session::Answer>{{{"charges", "bolt"}, {"sleeps", "blink"}, {"waits", "ring"}}});
  const auto picture = Game(three("    picture: pictures/thumb.svg\n")).spec<match::MatchSpec>().picture.base;
  CHECK(picture == "scenarios/courses/basics/sample/pictures/thumb.svg");
}

} // namespace firsthand::modules::test::of_match
