// The choice over one step: what each answer is worth, when it closes, what is refused.
#include "tests/modules/lesson.h"

#include "modules/choice/rules.h"

namespace firsthand::modules::test::of_choice {

namespace {

std::string steps_with(const std::string& keys, const std::string& options) {
  return "steps:\n  - id: ask\n    kind: choice\n    title: Ask\n    prompt: What now?\n" + keys + "    options:\n" + options;
}

const std::string right = "      - {id: keep, text: Keep it, position: D4/A, why: It may lock.}\n";
const std::string defensible = "      - {id: half, text: Half of it, position: D4/B, why: Others do.}\n";
const std::string wrong = "      - {id: cut, text: Cut it, why: It may never open.}\n";

session::PreparedPtr one_of_three(const std::string& keys = "") { return lesson(steps_with(keys, right + defensible + wrong)); }

// Two right answers of two questions, one that is defensible, one that is wrong.
session::PreparedPtr any_of_four() {
  reading_test::World world;
  world.change("doctrine", "positions:\n  D4: {right: A, defensible: [B], elsewhere: Elsewhere B.}\n  D5: {right: A}\n");
  world.change("scenario", steps_with("    several: yes\n",
                                      right + "      - {id: note, text: Write it down, position: D5/A, why: Yes.}\n" + defensible + wrong));
  return prepared(world);
}

int grade_after(const session::PreparedPtr& content, const char* answer, Mode mode = Mode::practice) {
  Game game(content, mode);
  REQUIRE(game.act(answer) == "");
  return *game.grade();
}

std::string options(int count) {
  std::string all = right;
  for (int i = 1; i < count; ++i)
    all += "      - {id: other" + std::to_string(i) + ", text: Another, why: No.}\n";
  return all;
}

std::vector<std::string> codes_with(const std::string& steps) {
  reading_test::World world;
  world.change("scenario", steps);
  return codes_of(world);
}

} // namespace

TEST_CASE("choice: an answer is worth what the doctrine says, and half of it only in practice") {
  const auto content = one_of_three();
  CHECK(grade_after(content, "do ask choose option=keep") == 1000);
  CHECK(grade_after(content, "do ask choose option=half") == 500);
  CHECK(grade_after(content, "do ask choose option=cut") == 0);
  CHECK(grade_after(content, "do ask choose option=keep", Mode::assessed) == 1000);
  CHECK(grade_after(content, "do ask choose option=half", Mode::assessed) == 0);
  CHECK(Game(content).grade() == 0);
}

TEST_CASE("choice: of several, what is wrong takes away, and nobody falls below nothing or rises above all") {
  const auto content = any_of_four();
  CHECK(grade_after(content, "do ask choose option=keep option=note") == 1000);
  CHECK(grade_after(content, "do ask choose option=keep") == 500);
  CHECK(grade_after(content, "do ask choose option=keep option=note option=cut") == 500);
  CHECK(grade_after(content, "do ask choose option=keep option=cut") == 0);
  CHECK(grade_after(content, "do ask choose option=cut") == 0);
  CHECK(grade_after(content, "do ask choose option=half") == 250);
  CHECK(grade_after(content, "do ask choose option=note option=half") == 750);
  CHECK(grade_after(content, "do ask choose option=keep option=note option=half") == 1000);
  CHECK(grade_after(content, "do ask choose option=keep option=half", Mode::assessed) == 0);
  CHECK(grade_after(content, "do ask choose option=keep option=note option=half", Mode::assessed) == 500);
}

TEST_CASE("choice: it closes when it is right or no try is left, and every later try is worth half") {
  Game once(one_of_three());
  CHECK(once.acts({"do ask choose option=cut", "do ask choose option=keep"}) == Lines{"", "no-tries-left"});
  CHECK(once.grade() == 0);
  Game twice(one_of_three("    tries: 2\n"));
  CHECK(twice.acts({"do ask choose option=cut", "do ask choose option=keep", "do ask choose option=keep"}) ==
        Lines{"", "", "no-tries-left"});
  CHECK(twice.grade() == 500);
  Game right_at_once(one_of_three("    tries: 2\n"));
  CHECK(right_at_once.acts({"do ask choose option=keep", "do ask choose option=cut"}) == Lines{"", "no-tries-left"});
  CHECK(right_at_once.grade() == 1000);
  Game thrice(one_of_three("    tries: 3\n"));
  CHECK(thrice.acts({"do ask choose option=half", "do ask choose option=half", "do ask choose option=keep"}) == Lines{"", "", ""});
  CHECK(thrice.grade() == 500);
  Game worse(one_of_three("    tries: 3\n"));
  CHECK(worse.acts({"do ask choose option=half", "do ask choose option=cut", "do ask choose option=cut", "do ask choose option=cut"}) ==
        Lines{"", "", "", "no-tries-left"});
  CHECK(worse.grade() == 0);
}

TEST_CASE("choice: offers are its options while it is open, and it may be left once it was answered") {
  Game game(one_of_three("    tries: 2\n"));
  const Lines open{"do ask choose option=keep", "do ask choose option=half", "do ask choose option=cut", "do ask note"};
  CHECK(game.offers() == open);
  CHECK(game.leaving() == Leaving::not_yet);
  CHECK(game.act("go on") == "cannot-go-on");
  CHECK(game.act("do ask choose option=cut") == "");
  CHECK(game.leaving() == Leaving::may);
  CHECK(game.offers().size() == open.size() + 1);
  CHECK(game.act("do ask choose option=keep") == "");
  CHECK(game.offers() == Lines{"do ask note", "go on"});
}

TEST_CASE("choice: what was answered is told, with its worth, its question, and how sure") {
  Game plain(any_of_four());
  plain.act("do ask choose option=cut option=keep");
  CHECK(plain.facts(model::FactKind::answered) ==
        Lines{R"({"a":1000,"b":3,"c":"D4","k":"answered","n":"ask","t":0,"v":"keep","y":"learner"})",
              R"({"b":3,"k":"answered","n":"ask","t":0,"v":"cut","y":"learner"})"});
  for (const char* sure : {"yes", "no"}) {
    Game game(one_of_three("    certainty: yes\n"));
    CHECK(game.act(std::string("do ask choose option=half sure=") + sure) == "");
    CHECK(game.facts(model::FactKind::answered) ==
          Lines{std::string(R"({"a":500,"b":3,"c":"D4","f":")") + sure + R"(","k":"answered","n":"ask","t":0,"v":"half","y":"learner"})"});
  }
}

TEST_CASE("choice: how sure is asked only where the author asks it") {
  Game asked(one_of_three("    certainty: yes\n    tries: 3\n"));
  CHECK(asked.acts({"do ask choose option=cut", "do ask choose option=cut sure=cut", "do ask choose sure=yes"}) ==
        Lines{"certainty-missing", "no-such-option", "nothing-chosen"});
  CHECK(asked.offers().front() == "do ask choose option=keep sure=yes");
  CHECK(asked.act("do ask choose option=cut sure=no") == "");
  CHECK(choice::chosen(asked.spec<choice::ChoiceSpec>(), asked.state()).sure == session::Sure::no);
  CHECK(asked.act("do ask choose option=cut sure=yes") == "");
  CHECK(choice::chosen(asked.spec<choice::ChoiceSpec>(), asked.state()).sure == session::Sure::yes);
  CHECK(Game(one_of_three()).act("do ask choose option=keep sure=yes") == "no-such-option");
}

TEST_CASE("choice: what is no answer is refused by its name") {
  Game game(one_of_three());
  CHECK(game.acts({"do ask choose", "do ask look option=keep", "do ask choose option=keep option=cut", "do ask choose option=look",
                   "do ask choose sure=keep", "do ask choose option=keep option=keep", "do ask choose box option=keep",
                   "do ask choose with box option=keep", "wait 30 s"}) ==
        Lines{"nothing-chosen", "not-here", "one-only", "no-such-option", "no-such-option", "twice", "not-here", "not-here", "not-here"});
  CHECK(game.grade() == 0);
  CHECK_FALSE(choice::chosen(game.spec<choice::ChoiceSpec>(), game.state()).closed);
  Game twice_sure(one_of_three("    certainty: yes\n"));
  CHECK(twice_sure.act("do ask choose option=keep sure=yes sure=no") == "twice");
}

TEST_CASE("choice: the last of twelve options counts like the first") {
  Game game(lesson(steps_with("    several: yes\n", options(12))));
  CHECK(game.act("do ask choose option=other11 option=keep") == "");
  const choice::Chosen chosen = choice::chosen(game.spec<choice::ChoiceSpec>(), game.state());
  CHECK(chosen.options == 0b100000000001u);
  CHECK(chosen.tries_used == 1);
  CHECK(chosen.per_mille == 0);
  CHECK(chosen.sure == session::Sure::unsaid);
  CHECK(game.facts(model::FactKind::answered).size() == 2);
}

TEST_CASE("choice: two to twelve options, exactly one right one unless several are asked for") {
  CHECK(codes_with(steps_with("", options(1))) == std::vector<std::string>{"F0801"});
  CHECK(codes_with(steps_with("", options(2))).empty());
  CHECK(codes_with(steps_with("", options(12))).empty());
  CHECK(codes_with(steps_with("", options(13))) == std::vector<std::string>{"F0801"});
  const std::string two_right = right + "      - {id: also, text: Also, position: D4/A, why: Yes.}\n" + wrong;
  CHECK(codes_with(steps_with("", two_right)) == std::vector<std::string>{"F0803"});
  CHECK(codes_with(steps_with("    several: yes\n", two_right)).empty());
  CHECK(codes_with(steps_with("    several: yes\n", defensible + wrong)) == std::vector<std::string>{"F0802"});
}

TEST_CASE("choice: a right option whose position is misspelt is told there, with those that are held") {
  for (const char* position : {"D4/a", "D4/AA", "D4/", "D4/right", "D5/A", "D4A", "A", "4D/A"})
    for (const std::string kept : {"", "      - {id: half, text: Half, position: D4/B, why: Some.}\n"}) {
      reading_test::World world;
      const std::string option = std::string("      - {id: keep, text: Keep it, position: ") + position + ", why: Yes.}\n";
      world.change("scenario", steps_with("", option + wrong + kept));
      const auto loaded = load_scenario(world.files(), reading_test::world_path("scenario"), session::StepSpecs(catalogue()));
      CAPTURE(std::string(position));
      REQUIRE(reading_test::codes(loaded.findings) == std::vector<std::string>{"F0606"});
      const std::string told = reading_test::shown(loaded.findings, loaded.files);
      CHECK(told.find("known: D4/A, D4/B") != told.npos);
      CHECK(told.find("id: keep") != told.npos); // its line
    }
}

TEST_CASE("choice: a question of law counts nothing where the doctrine does not score law, and is asked all the same") {
  const auto with = [](const std::string& law) {
    reading_test::World world;
    world.change("doctrine", "format: 2\npositions:\n  D4: {right: A, law: yes}\n" + law);
    world.change("scenario", steps_with("", right + wrong));
    return prepared(world);
  };
  for (const char* law : {"", "law: scored\n"})
    CHECK(grade_after(with(law), "do ask choose option=keep") == 1000);
  Game game(with("law: not-scored\n"));
  CHECK(game.spec<choice::ChoiceSpec>().law);
  REQUIRE(game.act("do ask choose option=cut") == "");
  CHECK(game.grade() == std::nullopt);
  CHECK_FALSE(Game(one_of_three()).spec<choice::ChoiceSpec>().law);
}

TEST_CASE("choice: one to nine tries, one if nothing is said") {
  for (const char* tries : {"0", "10"})
    CHECK(codes_with(steps_with(std::string("    tries: ") + tries + "\n", right + wrong)) == std::vector<std::string>{"F0211"});
  for (const char* tries : {"1", "9"})
    CHECK(codes_with(steps_with(std::string("    tries: ") + tries + "\n", right + wrong)).empty());
  CHECK(Game(one_of_three()).spec<choice::ChoiceSpec>().tries == 1);
}

TEST_CASE("choice: every text that can be read is named, and a picture of its own is kept") {
  CHECK(Game(one_of_three()).texts() ==
        Lines{"What now?", "Keep it", "It may lock.", "Half of it", "Others do.", "Cut it", "It may never open."});
  const auto picture = Game(one_of_three("    picture: pictures/thumb.svg\n")).spec<choice::ChoiceSpec>().picture.base;
  CHECK(picture == "scenarios/courses/basics/sample/pictures/thumb.svg");
}

} // namespace firsthand::modules::test::of_choice
