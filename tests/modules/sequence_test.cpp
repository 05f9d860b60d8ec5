// The sequence over one step: how much of the order an answer keeps, when it closes, what is refused.
#include "tests/modules/lesson.h"

#include "modules/sequence/rules.h"

namespace firsthand::modules::test::of_sequence {

namespace {

std::string steps_with(const std::string& keys, const std::string& items) {
  return "steps:\n  - id: order\n    kind: sequence\n    title: Order\n    prompt: Put them in order.\n    why: Look first.\n" + keys +
         "    items:\n" + items;
}

const std::string three = "      - {id: touch, text: Touch}\n      - {id: first, text: Look}\n      - {id: photo, text: Photograph}\n";
const std::string before = "    before: [[first, touch], [photo, touch]]\n";

session::PreparedPtr three_items(const std::string& keys = "") { return lesson(steps_with(before + keys, three)); }

std::string items(int count) {
  std::string all;
  for (int i = 0; i < count; ++i)
    all += "      - {id: item" + std::to_string(i) + ", text: An item}\n";
  return all;
}

std::vector<std::string> codes_with(const std::string& steps) {
  reading_test::World world;
  world.change("scenario", steps);
  return codes_of(world);
}

const char* const all_kept = "do order arrange item=photo item=first item=touch";
const char* const half_kept = "do order arrange item=first item=touch item=photo";
const char* const none_kept = "do order arrange item=touch item=first item=photo";

} // namespace

TEST_CASE("sequence: an order is worth the pairs that it keeps") {
  for (const auto& [answer, worth] : std::vector<std::pair<const char*, int>>{
           {all_kept, 1000}, {"do order arrange item=first item=photo item=touch", 1000}, {half_kept, 500}, {none_kept, 0}}) {
    Game game(three_items());
    CHECK(game.grade() == 0);
    CHECK(game.act(answer) == "");
    CHECK(game.grade() == worth);
  }
  Game free(lesson(steps_with("    before: []\n", three)));
  CHECK(free.act(none_kept) == "");
  CHECK(free.grade() == 1000);
  Game thirds(lesson(steps_with("    before: [[first, photo], [photo, touch], [first, touch]]\n", three)));
  CHECK(thirds.act(half_kept) == ""); // first before photo, first before touch
  CHECK(thirds.grade() == 666);
}

TEST_CASE("sequence: it closes when it is right or no try is left, and every later try is worth half") {
  Game once(three_items());
  CHECK(once.acts({half_kept, all_kept}) == Lines{"", "no-tries-left"});
  CHECK(once.grade() == 500);
  Game twice(three_items("    tries: 2\n"));
  CHECK(twice.acts({half_kept, all_kept, all_kept}) == Lines{"", "", "no-tries-left"});
  CHECK(twice.grade() == 500);
  Game right_at_once(three_items("    tries: 2\n"));
  CHECK(right_at_once.acts({all_kept, half_kept}) == Lines{"", "no-tries-left"});
  CHECK(right_at_once.grade() == 1000);
  Game thrice(three_items("    tries: 3\n"));
  CHECK(thrice.acts({none_kept, none_kept, half_kept, all_kept}) == Lines{"", "", "", "no-tries-left"});
  CHECK(thrice.grade() == 250);
}

TEST_CASE("sequence: a right order and the opposite are offered while it is open") {
  Game game(three_items("    tries: 2\n"));
  CHECK(game.offers() ==
        Lines{"do order arrange item=first item=photo item=touch", "do order arrange item=touch item=photo item=first", "do order note"});
  CHECK(game.leaving() == Leaving::not_yet);
  CHECK(game.act(none_kept) == "");
  CHECK(game.leaving() == Leaving::may);
  CHECK(game.offers().size() == 4);
  CHECK(game.act(all_kept) == "");
  CHECK(game.offers() == Lines{"do order note", "go on"});
}

TEST_CASE("sequence: each item is told with its place, and the state knows the order of the last try") {
  Game game(three_items("    tries: 2\n"));
  CHECK(sequence::arranged(game.spec<sequence::SequenceSpec>(), game.state()).order.empty());
  CHECK(game.act(half_kept) == "");
  CHECK(game.facts(model::FactKind::answered) == Lines{R"({"a":1,"b":3,"k":"answered","n":"order","t":0,"v":"first","y":"learner"})",
                                                       R"({"a":2,"b":3,"k":"answered","n":"order","t":0,"v":"touch","y":"learner"})",
                                                       R"({"a":3,"b":3,"k":"answered","n":"order","t":0,"v":"photo","y":"learner"})"});
  const sequence::Arranged arranged = sequence::arranged(game.spec<sequence::SequenceSpec>(), game.state());
  CHECK(arranged.order == std::vector<std::size_t>{1, 0, 2});
  CHECK(arranged.tries_used == 1);
  CHECK(arranged.per_mille == 500);
  CHECK_FALSE(arranged.closed);
}

TEST_CASE("sequence: what is no order is refused by its name") {
  Game game(three_items());
  CHECK(
      game.acts({"do order arrange", "do order arrange item=first item=photo", "do order arrange item=first item=photo item=first",
                 "do order arrange item=first item=photo item=look", "do order arrange order=first item=photo item=touch",
                 "do order look item=first item=photo item=touch", "do order arrange box item=first item=photo item=touch",
                 "do order arrange with box item=first item=photo item=touch", "wait 30 s"}) ==
      Lines{"not-all-items", "not-all-items", "twice", "no-such-option", "no-such-option", "not-here", "not-here", "not-here", "not-here"});
  CHECK(sequence::arranged(game.spec<sequence::SequenceSpec>(), game.state()).tries_used == 0);
}

TEST_CASE("sequence: two to nine items, one to nine tries, pairs of two different items, no circle") {
  const std::string free = "    before: []\n";
  CHECK(codes_with(steps_with(free, items(1))) == std::vector<std::string>{"F0811"});
  CHECK(codes_with(steps_with(free, items(2))).empty());
  CHECK(codes_with(steps_with(free, items(9))).empty());
  CHECK(codes_with(steps_with(free, items(10))) == std::vector<std::string>{"F0811"});
  for (const char* pair : {"[item0]", "[item0, item1, item2]", "[item0, other]", "[other, item0]"})
    CHECK(codes_with(steps_with("    before: [" + std::string(pair) + "]\n", items(3))) == std::vector<std::string>{"F0812"});
  CHECK(codes_with(steps_with("    before: [[item0, item0]]\n", items(3))) == std::vector<std::string>{"F0812", "F0207"});
  CHECK(codes_with(steps_with("    before: [[item0, item1], [item1, item2], [item2, item0]]\n", items(4))) ==
        std::vector<std::string>{"F0813"});
  CHECK(codes_with(steps_with("    before: [[item2, item1], [item1, item0]]\n", items(3))).empty());
  for (const char* tries : {"0", "10"})
    CHECK(codes_with(steps_with(free + "    tries: " + tries + "\n", items(3))) == std::vector<std::string>{"F0211"});
  for (const char* tries : {"1", "9"})
    CHECK(codes_with(steps_with(free + "    tries: " + tries + "\n", items(3))).empty());
  CHECK(Game(three_items()).spec<sequence::SequenceSpec>().tries == 1);
}

TEST_CASE("sequence: every text that can be read is named, and a picture of its own is kept") {
  CHECK(Game(three_items()).texts() == Lines{"Put them in order.", "Touch", "Look", "Photograph", "Look first."});
  const auto picture = Game(three_items("    picture: pictures/thumb.svg\n")).spec<sequence::SequenceSpec>().picture.base;
  CHECK(picture == "scenarios/courses/basics/sample/pictures/thumb.svg");
}

} // namespace firsthand::modules::test::of_sequence
