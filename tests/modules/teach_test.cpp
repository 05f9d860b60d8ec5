// Teaching over one step: what is read, that nothing is decided or graded, and what an author can do wrong.
#include "tests/modules/lesson.h"

#include "modules/teach/rules.h"

namespace firsthand::modules::test::of_teach {

namespace {

std::string page(const std::string& id) { return "      - {id: " + id + ", title: Look, text: Looking changes nothing.}\n"; }
const std::string question = "    question: {ask: \"What changes it?\", answer: A press.}\n";

std::string step_with(const std::string& pages, const std::string& rest = question) {
  return "format: 2\nsteps:\n  - id: why\n    kind: teach\n    title: Why\n    pages:\n" + pages + rest;
}

std::vector<std::string> codes_with(const std::string& steps) {
  reading_test::World world;
  world.change("scenario", steps);
  return codes_of(world);
}

} // namespace

TEST_CASE("teach: nothing is decided, nothing is graded, and one may go on") {
  Game game(lesson(step_with(page("one") + page("two"))));
  CHECK(game.spec<teach::TeachSpec>().pages.size() == 2);
  CHECK(game.leaving() == Leaving::may);
  CHECK(game.act("do why look") == "not-here");
  CHECK(game.grade() == std::nullopt);
  CHECK(game.act("go on") == "");
}

TEST_CASE("teach: every text that can be read is named, in the order of reading") {
  CHECK(Game(lesson(step_with(page("one")))).texts() == Lines{"Look", "Looking changes nothing.", "What changes it?", "A press."});
}

TEST_CASE("teach: two to four labels name the parts of a picture, and none stands without one") {
  const auto labelled = [](const std::string& more) {
    return step_with("      - {id: one, title: Look, text: Looking changes nothing., " + more + "}\n");
  };
  const std::string picture = "picture: pictures/thumb.svg, labels: ";
  CHECK(Game(lesson(labelled(picture + "[Eye, Hand]"))).texts() ==
        Lines{"Look", "Looking changes nothing.", "Eye", "Hand", "What changes it?", "A press."});
  CHECK(codes_with(labelled(picture + "[Eye, Hand, Lid, Plug]")).empty());
  for (const char* wrong : {"[Eye]", "[Eye, Hand, Lid, Plug, Key]", "[]"}) {
    CAPTURE(wrong);
    CHECK(codes_with(labelled(picture + wrong)) == std::vector<std::string>{"F0852"});
  }
  CHECK(codes_with(labelled("labels: [Eye, Hand]")) == std::vector<std::string>{"F0852"});
}

TEST_CASE("teach: one to six pages, one question with its answer, and only in format 2") {
  std::string six, seven;
  for (const char* id : {"a", "b", "c", "d", "e", "f"})
    six += page(id);
  seven = six + page("g");
  CHECK(codes_with(step_with(six)).empty());
  CHECK(codes_with(step_with(seven)) == std::vector<std::string>{"F0851"});
  CHECK(codes_with("format: 2\nsteps:\n  - {id: why, kind: teach, title: Why, pages: [], question: {ask: \"What?\", answer: This.}}\n") ==
        std::vector<std::string>{"F0851"});
  CHECK(codes_with(step_with(page("one"), "")) == std::vector<std::string>{"F0202"});
  CHECK(codes_with(step_with(page("one"), "    question: {ask: \"What?\"}\n")) == std::vector<std::string>{"F0202"});
  std::string old = step_with(page("one"));
  old.replace(0, 10, "format: 1\n");
  CHECK(codes_with(old) == std::vector<std::string>{"F0229"});
}

} // namespace firsthand::modules::test::of_teach
