// The trainer's page of attempts: nobody sees it without the PIN, and what it says is what the record holds.
#include "engine/screens/attempts/draw.h"
#include "engine/ui/driver.h"
#include "tests/screens/shell_bench.h"
#include "tests/screens/still.h"
#include "tests/screens/supervised_bench.h"
#include "tools/firsthand/window_paper.h"

namespace shell_tests {

namespace {

struct AttemptsBench : ShellBench {
  screens::AttemptsPage& page() { return screens::attempts(*shell); }
  void play(const std::string& name) {
    screens::home(*shell).open_lesson("one-phone");
    play_through(name);
    REQUIRE(shell->page() == PageName::debrief);
    shell->go(PageName::home);
  }
  void set_pin() {
    shell->go(PageName::station);
    screens::station(*shell).memory.new_pin = screens::station(*shell).memory.new_pin_again = "2468";
    screens::station(*shell).set_trainer_pin();
    REQUIRE(shell->front().trainer_pin);
  }
  void enter(const char* pin) {
    page().memory.pin = pin;
    page().enter_pin();
  }
};

} // namespace

TEST_CASE("attempts: only who knows the trainer's PIN sees them, each time anew") {
  AttemptsBench b;
  b.dara();
  b.shell->switch_person();
  b.shell->go(PageName::station);
  b.shell->over(PageName::attempts);
  b.enter("2468"); // nobody set one
  CHECK(b.page().memory.problem != "");
  CHECK(b.page().people().empty());
  b.set_pin();
  b.shell->over(PageName::attempts);
  b.enter("1111");
  CHECK(b.page().memory.part == screens::AttemptsPart::pin);
  CHECK(b.page().memory.problem != "");
  CHECK(b.page().people().empty());
  b.clock.set({b.clock.now().milliseconds + 400'000});
  b.tick(400'000);
  b.enter("2468");
  CHECK(b.page().memory.part == screens::AttemptsPart::people);
  REQUIRE(b.page().people().size() == 1);
  b.page().back();
  CHECK(b.shell->page() == PageName::station);
  b.shell->over(PageName::attempts);
  CHECK(b.page().memory.part == screens::AttemptsPart::pin);
  CHECK(b.page().memory.pin == "");
  CHECK(b.page().people().empty());
}

TEST_CASE("attempts: verdict, score, fatal errors and what does not count are those of the record") {
  AttemptsBench b;
  b.adjust = [](screens::ShellOptions& options) {
    options.channel = session::Channel::rehearsal, options.chance = {{"bag.leak", "tight"}};
  };
  b.open();
  b.dara();
  b.play("expert");
  b.play("careless");
  b.shell->switch_person();
  b.set_pin();
  b.shell->over(PageName::attempts);
  b.enter("2468");
  REQUIRE(b.page().people().size() == 1);
  CHECK(b.page().people()[0].summary.starts_with(
      "0 attempts that count: 0 passed unsupervised, 0 passed supervised · 2 that do not count · newest begun on 20"));
  b.page().show_person(b.page().people()[0].id);
  REQUIRE(b.page().results().size() == 2);                                                          // the warm-up is told nowhere
  const screens::AttemptsResult &careless = b.page().results()[0], &expert = b.page().results()[1]; // newest first
  CHECK(careless.result == "Practised, not yet");
  CHECK(careless.fatal == "1 fatal error");
  CHECK(careless.details.starts_with("Practice · score "));
  CHECK(expert.result == "Practised");
  CHECK(expert.fatal == "No fatal error");
  CHECK(expert.details.ends_with(" · does not count")); // a rehearsal
}

TEST_CASE("attempts: what counts and what is under way is told as such, and the page closes when nobody is there") {
  AttemptsBench b;
  b.dara();
  screens::home(*b.shell).press_large_card();
  b.go_on();
  b.shell->switch_person();
  b.set_pin();
  b.shell->over(PageName::attempts);
  b.enter("2468");
  CHECK(b.page().people().at(0).summary.starts_with(
      "1 attempt that counts: 0 passed unsupervised, 0 passed supervised · newest begun on 20"));
  b.page().show_person(b.page().people().at(0).id);
  REQUIRE(b.page().results().size() == 1);
  CHECK(b.page().results()[0].result == "Under way");
  CHECK(b.page().results()[0].fatal == ""); // nobody knows it yet
  CHECK(b.page().results()[0].details.find("count") == std::string::npos);
  b.tick(599'000);
  CHECK(b.shell->page() == PageName::attempts);
  b.tick(2'000);
  CHECK(b.shell->page() == PageName::station);
  CHECK(b.page().results().empty());
}

TEST_CASE("attempts: what is played on from a moment is told apart from what counts") {
  AttemptsBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.play_through("careless");
  b.shell->playing().rewind_to(3);
  b.settle();
  REQUIRE(b.shell->page() == PageName::play);
  b.shell->switch_person();
  b.set_pin();
  b.shell->over(PageName::attempts);
  b.enter("2468");
  CHECK(b.page().people().at(0).summary.starts_with(
      "1 attempt that counts: 0 passed unsupervised, 0 passed supervised · 1 that does not count · "));
  b.page().show_person(b.page().people().at(0).id);
  REQUIRE(b.page().results().size() == 2);
  CHECK(b.page().results()[0].details.ends_with(" · does not count"));
  CHECK(b.page().results()[1].details.find("count") == std::string::npos);
}

TEST_CASE("attempts: a lesson has its name in the language of the window") {
  AttemptsBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.settle();
  b.shell->switch_person();
  b.set_pin();
  app::Settings thai = b.shell->settings();
  thai.language = "th";
  b.shell->change_settings(thai);
  b.shell->over(PageName::attempts);
  b.enter("2468");
  b.page().show_person(b.page().people().at(0).id);
  REQUIRE(b.page().results().size() == 1);
  const auto content = b.content_library.load("one-phone");
  REQUIRE(content.ok());
  const std::string name = (*content)->texts("th").of((*content)->prepared().scenario.title);
  CHECK(b.page().results()[0].title == name);
  CHECK(b.page().results()[0].title != (*content)->prepared().scenario.title.source);
}

// ---- the questions

TEST_CASE("attempts: how the questions are answered is told of the record, by form, and shows no key") {
  AttemptsBench b;
  b.dara();
  for (const char* test : {"three", "knowledge"}) { // what is drawn for a day measures nothing
    screens::home(*b.shell).open_lesson(test);
    const app::AttemptSession& session = *b.shell->playing().played().session;
    for (const session::Action& action : tools::acts_of_paper(session.prepared(), session.attempt(), 10))
      b.shell->playing().submit(action, b.shell->playing().drawn_now()), b.settle();
    REQUIRE(b.shell->page() == PageName::test_result);
    b.shell->go(PageName::home), b.settle();
  }
  b.shell->switch_person();
  b.set_pin();
  b.shell->over(PageName::attempts);
  b.enter("2468");
  b.page().show_questions();
  REQUIRE(b.page().memory.part == screens::AttemptsPart::questions);
  const screens::QuestionsState& told = b.page().questions();
  REQUIRE(told.forms.size() == 1);
  CHECK(told.forms[0].title.starts_with("Knowledge test, form "));
  CHECK(told.forms[0].title.ends_with(", before the lessons"));
  CHECK(told.forms[0].people == "1 person. Fewer than 10: read the counts, they say nothing of a question.");
  REQUIRE(told.forms[0].rows.size() == 24);
  for (const screens::QuestionRow& row : told.forms[0].rows) {
    CHECK(row.right.ends_with(" of 1"));
    CHECK(row.per_mille == -1); // of one person nothing is said
    CHECK(row.apart == "");
    CHECK(row.question != "");
  }
  CHECK(told.not_taken == "");
  CHECK(told.gains == std::vector<std::string>{"Knowledge test: 0 persons sat it before and after the lessons."});
  b.page().back();
  CHECK(b.page().memory.part == screens::AttemptsPart::people);
}

namespace {

// Of so many people, each of whom knows the first of them the better the more of the rest they know.
app::FormTold form_of(std::size_t persons) {
  report::RecordedForm form{"knowledge", "A", "final", "asean-draft 2026", "en", {}};
  for (const char* item : {"one@1", "two@1", "three@1"})
    form.answers.items.push_back({item, {}, {}, {}});
  for (std::size_t i = 0; i < persons; ++i) {
    form.answers.persons.push_back(std::to_string(1000 + i));
    for (const bool right : {i % 2 == 0, i % 2 == 0, i % 16 == 0})
      form.answers.worths.push_back(right ? 1 : 0);
  }
  return {"Test", form.form, form.role, form.doctrine, form.language, report::form_figures(form.answers), {"One?", "", "Three?"}};
}

screens::QuestionsForm shown(std::size_t persons) {
  const content::Words words;
  return screens::questions_state({{form_of(persons)}, {}, {}}, words).forms.at(0);
}

} // namespace

TEST_CASE("attempts: a question that was shown as often as its bank says is marked, however few people there are") {
  app::FormTold told = form_of(9);
  told.too_often = {0, 300, 0};
  const screens::QuestionsForm form = screens::questions_state({{told}, {}, {}}, content::Words()).forms.at(0);
  CHECK(form.rows[0].remarks.empty());
  CHECK(form.rows[1].remarks == std::vector<std::string>{"shown 300 times"});
}

TEST_CASE("attempts: of few people counts alone are told, of more the intervals, and nothing is marked below fifty") {
  CHECK(shown(9).rows[0].right == "5 of 9");
  CHECK(shown(9).figures == "");
  CHECK(shown(10).rows[0].right.starts_with("5 of 10: 50 % ["));
  CHECK(shown(10).rows[0].apart.starts_with("tells apart "));
  CHECK(shown(49).rows[2].remarks.empty());
  CHECK(shown(49).people.find("Fewer than 50") != std::string::npos);
  REQUIRE_FALSE(shown(50).rows[2].remarks.empty());
  CHECK(shown(50).rows[2].remarks[0] == "hard");
  CHECK(shown(50).rows[0].remarks.empty());
  CHECK(shown(50).rows[1].question == "two@1"); // its words are not known any more
  CHECK(shown(50).rows[1].id == "");
}

TEST_CASE("attempts: the page of the questions is whole, wide and narrow, in large text") {
  const content::Words words;
  const screens::QuestionsState questions = screens::questions_state({{form_of(50), form_of(3)}, {}, {1, 2, 3, 0}}, words);
  for (const ui::Size size : {ui::Size{1280, 720}, ui::Size{1024, 768}})
    for (const int percent : {100, 200}) {
      const auto window = ui::open_headless({ui::Theme::light, percent, ui::Motion::reduced, "en"}, size);
      screens::AttemptsMemory memory;
      memory.part = screens::AttemptsPart::questions, memory.opened = false;
      ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_attempts(f, {words, true, false, 0, {}, {}, questions, {}}, memory); });
      driver.settle();
      CHECK(ui::describe(driver.layout_faults()) == "");
      CHECK(window->registry().read_aloud().find("3 later ones of the same person.") != std::string::npos);
    }
}

// ---- two people decide

namespace {

// Dara has passed the final under supervision; 0070 and 0072 may supervise.
struct DecisionBench : SupervisedBench {
  enum class Session : std::uint8_t { closed, left_open };
  std::string sat;
  explicit DecisionBench(Session session = Session::closed, int well_of_ten = 10) : SupervisedBench("yes", "yes") {
    lessons_of("0071");
    open_session("0071");
    page().back();
    arrive("0071");
    screens::home(*shell).open_lesson("knowledge");
    screens::identity(*shell).press("card");
    answer_all(well_of_ten);
    sat = shell->playing().played().session->id();
    session == Session::closed ? close_it() : shell->switch_person();
  }
  void close_it() {
    enter_session();
    page().close();
    page().done();
  }
  screens::AttemptsPage& attempts() { return screens::attempts(*shell); }
  void look(const char* name = "0070", const char* pin = "1234") {
    shell->over(PageName::attempts);
    attempts().memory.name = name, attempts().memory.pin = pin;
    attempts().enter_pin();
  }
  const screens::AttemptsResult& result() {
    for (const screens::AttemptsResult& each : attempts().results())
      if (each.id == sat) return each;
    FAIL("the attempt is not listed");
    std::abort();
  }
  void open_decision() {
    look();
    REQUIRE_MESSAGE(attempts().memory.part == screens::AttemptsPart::people, attempts().memory.problem);
    attempts().show_person(id("0071"));
    REQUIRE(result().decidable);
    attempts().ask_decision(sat);
    REQUIRE(attempts().memory.part == screens::AttemptsPart::decision);
  }
  void decide(const char* to, const char* second, const char* second_pin) {
    screens::DecisionMemory& m = attempts().memory.decision;
    m.to = to, m.why = to == std::string("passed") ? "mistake" : "person", m.name[1] = second, m.pin = {"1234", second_pin};
    attempts().ask_again();
    if (m.asking) attempts().decide();
  }
  std::string summary() { // of Dara
    for (const screens::AttemptsPerson& each : attempts().people())
      if (each.id == id("0071")) return each.summary;
    return {};
  }
};

} // namespace

TEST_CASE("attempts: who may supervise looks at the attempts of others with their own PIN") {
  DecisionBench b;
  b.look("0071");
  CHECK(b.attempts().memory.problem.starts_with("The list of people has nobody of that name"));
  b.attempts().back();
  b.look("0070", "9999");
  CHECK(b.attempts().memory.problem == "That is not the PIN of Capt. Mali Srisuk.");
  CHECK(b.attempts().memory.part == screens::AttemptsPart::pin);
  CHECK(b.attempts().people().empty());
  b.attempts().back();
  b.look();
  CHECK(b.attempts().memory.part == screens::AttemptsPart::people);
}

TEST_CASE("attempts: two people decide, the first verdict stands beside it everywhere, and another decision follows") {
  DecisionBench b;
  b.open_decision();
  CHECK(b.attempts().decision().head == "What the result of Sgt. Dara P. counts as");
  CHECK(b.attempts().decision().result == "Passed supervised");
  CHECK(b.attempts().memory.decision.name[0] == "Capt. Mali Srisuk");
  CHECK(b.attempts().decision().to.size() == 2); // void, not passed
  CHECK(b.summary().starts_with("3 attempts that count: 0 passed unsupervised, 1 passed supervised · "));
  b.decide("void", "0072", "1234");
  REQUIRE(b.attempts().memory.part == screens::AttemptsPart::person);
  CHECK(b.result().result == "Void · first: Passed supervised");
  REQUIRE(b.result().decisions.size() == 1);
  CHECK(b.result().decisions[0].find("Capt. Mali Srisuk and Nok Srisai decided: void. Why: Somebody else sat there") != std::string::npos);
  b.attempts().back();
  CHECK(b.summary().starts_with("2 attempts that count: 0 passed unsupervised, 0 passed supervised · 1 that does not count"));
  b.attempts().back();
  b.arrive("0071");
  CHECK(screens::home(*b.shell).contents().attempts.front().result == "Void · first: Passed supervised");
  CHECK(b.card().tag != "Passed supervised");
  CHECK_FALSE(b.map_says("After, supervised, "));
  screens::home(*b.shell).open_attempt(b.sat), b.settle();
  REQUIRE(b.shell->page() == PageName::test_result);
  CHECK(screens::test_result(*b.shell).state.verdict == "Void");
  CHECK(screens::test_result(*b.shell).state.first == "First: Passed supervised");
  CHECK(screens::test_result(*b.shell).state.decided.size() == 1);
  CHECK(screens::test_result(*b.shell).state.print == ""); // no page of it
  b.shell->switch_person();
  b.open_decision();
  CHECK(b.attempts().decision().earlier.size() == 1);
  b.decide("passed", "0072", "1234");
  CHECK(b.result().result == "Passed supervised · first: Passed supervised");
  CHECK(b.result().decisions.size() == 2);
}

TEST_CASE("attempts: the page of a test is headed by what counts, and says of the next try only what is so") {
  DecisionBench b(DecisionBench::Session::closed, 2);
  const auto looked_at = [&b] {
    b.arrive("0071");
    screens::home(*b.shell).open_attempt(b.sat), b.settle();
    REQUIRE(b.shell->page() == PageName::test_result);
    const screens::TestResultState page = screens::test_result(*b.shell).state;
    b.shell->switch_person();
    return page;
  };
  const auto promises = [](const screens::TestResultState& page) { return page.line.find("next try") != std::string::npos; };
  const screens::TestResultState at_first = looked_at();
  CHECK(at_first.verdict == "Not passed");
  CHECK(at_first.first == "");
  CHECK(promises(at_first));
  b.open_decision();
  b.decide("void", "0072", "1234");
  b.shell->switch_person();
  const screens::TestResultState left_out = looked_at();
  CHECK(left_out.verdict == "Void");
  CHECK(left_out.first == "First: Not passed");
  CHECK_FALSE(promises(left_out)); // its try is given back
  b.open_decision();
  b.decide("passed", "0072", "1234");
  b.shell->switch_person();
  const screens::TestResultState passed = looked_at();
  CHECK(passed.verdict == "Passed supervised");
  CHECK_FALSE(promises(passed));
  CHECK(passed.decided.size() == 2); // a line each
}

TEST_CASE("still: nothing that is pressed moves under what is said, where two people decide") {
  DecisionBench b;
  b.open_decision();
  check_still(b, "decision", [&b] {
    while (b.shell->page() != PageName::sign_in)
      b.shell->switch_person(), b.shell->go(PageName::sign_in);
    b.open_decision();
    b.attempts().memory.decision.to = "void", b.attempts().memory.decision.why = "person";
    b.attempts().say();
  });
}

TEST_CASE("attempts: the same person twice, whose result it is, and a wrong PIN decide nothing, and are told") {
  DecisionBench b;
  b.open_decision();
  b.decide("void", "0070", "1234");
  CHECK(b.attempts().memory.decision.problem.starts_with("Two different people who may supervise decide"));
  CHECK(b.attempts().memory.decision.lead == "attempts/second");
  b.decide("void", "0071", "1234");
  CHECK(b.attempts().memory.decision.problem.starts_with("The list of people has nobody of that name"));
  b.decide("void", "0072", "9999");
  CHECK(b.attempts().memory.decision.problem == "That is not the PIN of Nok Srisai.");
  CHECK(b.attempts().memory.decision.lead == "attempts/second-pin");
  CHECK(b.attempts().memory.decision.pin[0].empty()); // no PIN is kept
  b.tick(10);
  CHECK(b.attempts().memory.part == screens::AttemptsPart::decision);
  b.attempts().back();
  b.attempts().show_person(b.id("0071"));
  CHECK(b.result().result == "Passed supervised");
}

TEST_CASE("attempts: what is asked once more names whose test it is, and nothing is asked that would be refused") {
  DecisionBench b;
  b.open_decision();
  screens::DecisionMemory& m = b.attempts().memory.decision;
  m.to = "void", m.why = "computer", m.name[1] = "0070", m.pin = {"1234", "1234"};
  b.attempts().ask_again();
  CHECK_FALSE(m.asking);
  CHECK(m.problem.starts_with("Two different people who may supervise decide"));
  CHECK(m.lead == "attempts/second");
  m.to = "passed", m.name[1] = "0072";
  b.attempts().ask_again();
  CHECK_FALSE(m.asking);
  CHECK(m.problem == "That is what this result counts as already.");
  m.to = "failed";
  b.attempts().ask_again();
  CHECK_FALSE(m.asking);
  CHECK(m.problem == "That reason does not go with what the result is to count as.");
  m.to = "void";
  b.attempts().ask_again();
  CHECK(m.asking);
  CHECK(m.problem == "");
  CHECK(b.attempts().decision().ask == "Capt. Mali Srisuk and Nok Srisai decide on “Knowledge test” of Sgt. Dara P.: it counts as nothing, "
                                       "because power, computer or program failed.");
  m.name[1] = "0070"; // typed over what was asked: who was named decides
  b.attempts().decide();
  REQUIRE(b.attempts().memory.part == screens::AttemptsPart::person);
  CHECK(b.result().decisions[0].find("Capt. Mali Srisuk and Nok Srisai decided: void.") != std::string::npos);
}

TEST_CASE("attempts: a session that is not closed is told as soon as the page opens, and nothing is asked") {
  DecisionBench b(DecisionBench::Session::left_open);
  b.open_decision();
  CHECK(b.attempts().decision().blocked == "The supervised session of this test is not closed yet. Close it first.");
  CHECK(b.says("The supervised session of this test is not closed yet."));
  CHECK_FALSE(b.says("What it is to count as"));
  CHECK_FALSE(b.says("Who decides"));
}

TEST_CASE("attempts: only the reasons that go with the verdict that is chosen are there") {
  DecisionBench b;
  b.open_decision();
  CHECK(b.attempts().decision().blocked == "");
  const auto window = ui::open_headless(b.shell->window_settings(), {1280, 720});
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  driver.settle();
  const auto reasons = [&window] {
    std::string all;
    for (const ui::Entry& each : window->registry().entries())
      if (each.id.starts_with("attempts/why/")) all += each.id.substr(std::string_view("attempts/why/").size()) + " ";
    return all;
  };
  CHECK(reasons() == "");
  CHECK(driver.sees("First say what it is to count as."));
  CHECK_OK(driver.click("attempts/counts/void"));
  CHECK(reasons() == "person help disturbed computer question ");
  CHECK_OK(driver.click("attempts/why/computer"));
  CHECK_OK(driver.click("attempts/counts/failed"));
  CHECK(reasons() == "person help ");
  CHECK(b.attempts().memory.decision.why == "");
  CHECK_FALSE(driver.sees("First say what it is to count as."));
}

TEST_CASE("attempts: choosing a verdict or a reason moves nothing, in each size, text and language, before and after a decision") {
  DecisionBench b;
  b.open_decision();
  const auto check = [&b](const char* language) {
    app::Settings settings = b.shell->settings();
    settings.language = language;
    b.shell->change_settings(settings);
    const content::Words words = content::Words::load(b.files, language);
    for (const ui::Size size : {ui::Size{1024, 768}, ui::Size{1280, 720}, ui::Size{1920, 1080}})
      for (const int percent : {100, 150, 200}) {
        CAPTURE(language);
        CAPTURE(size.w);
        CAPTURE(percent);
        const auto window = ui::open_headless({ui::Theme::light, percent, ui::Motion::reduced, language}, size);
        screens::AttemptsMemory memory = b.attempts().memory;
        memory.decision.to.clear(), memory.decision.why.clear(), memory.decision.lead.clear();
        const screens::QuestionsState none;
        ui::Driver driver(*window, [&](ui::Frame& f) {
          screens::draw_attempts(f, {words, true, true, 0, {}, b.attempts().results(), none, b.attempts().decision()}, memory);
        });
        const auto places = [&window] { // of all but the reasons
          std::map<std::string, int> all;
          for (const ui::Entry& each : window->registry().entries())
            if (each.is_control() && !each.id.starts_with("attempts/why/")) all[each.id] = each.rect.y;
          return all;
        };
        const std::map<std::string, int> before = places();
        REQUIRE(before.contains("attempts/second-pin"));
        for (std::size_t i = 0; i < b.attempts().decision().to.size(); ++i) {
          memory.decision.to = b.attempts().decision().to[i].word;
          driver.settle();
          CHECK(places() == before);
          CHECK(ui::describe(driver.layout_faults()) == "");
          memory.decision.why = b.attempts().decision().why.at(i).front().word;
          driver.settle();
          CHECK(places() == before);
        }
      }
  };
  for (const char* language : {"en", "th"})
    check(language);
  b.decide("void", "0072", "1234");
  b.attempts().ask_decision(b.sat);
  check("en");
}

TEST_CASE("attempts: verdicts and reasons have letters that go on from one to the other") {
  DecisionBench b;
  b.open_decision();
  const auto window = ui::open_headless(b.shell->window_settings(), {1280, 720});
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  const auto& m = b.attempts().memory.decision;
  for (const auto& [key, to] : {std::pair{"B", "failed"}, std::pair{"A", "void"}}) {
    CHECK_OK(driver.key(key));
    CHECK(m.to == to);
  }
  CHECK_OK(driver.key("C"));
  CHECK(m.why == "person");
  CHECK_OK(driver.key("F"));
  CHECK(m.why == "computer");
  CHECK_OK(driver.type_into("attempts/second", "c")); // a name is typed, and nothing else chosen
  CHECK(m.why == "computer");
}

TEST_CASE("attempts: what was said of a decision is there after going back, but never a PIN; with the page it is gone") {
  DecisionBench b;
  b.open_decision();
  const auto window = ui::open_headless(b.shell->window_settings(), {1280, 720});
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  CHECK(driver.find("attempts/back").ok());
  CHECK_OK(driver.key("Escape")); // nothing was said
  CHECK(b.attempts().memory.part == screens::AttemptsPart::person);
  CHECK_FALSE(b.result().begun);
  for (const char* way : {"Escape", "Alt+Left", "the arrow"}) {
    CAPTURE(std::string(way));
    CHECK_OK(driver.click("attempts/decide/" + b.sat));
    CHECK_OK(driver.click("attempts/counts/void"));
    CHECK_OK(driver.click("attempts/why/computer"));
    for (const auto& [field, words] : {std::pair{"first-pin", "1234"}, std::pair{"second-pin", "1234"}})
      CHECK_OK(driver.type_into(std::string("attempts/") + field, words));
    if (b.attempts().memory.decision.name[1].empty()) CHECK_OK(driver.type_into("attempts/second", "0072"));
    if (std::string(way) == "Escape") CHECK_OK(driver.key("Escape")); // first the field
    CHECK_OK(std::string(way) == "the arrow" ? driver.click("attempts/back") : driver.key(way));
    REQUIRE(b.attempts().memory.part == screens::AttemptsPart::person);
    CHECK(b.attempts().memory.decision.pin == std::array<std::string, 2>{});
    CHECK(b.result().begun);
    CHECK(driver.sees("Go on with the decision"));
    b.attempts().ask_decision(b.sat);
    const screens::DecisionMemory& m = b.attempts().memory.decision;
    CHECK(m.to == "void");
    CHECK(m.why == "computer");
    CHECK(m.name == std::array<std::string, 2>{"Capt. Mali Srisuk", "0072"});
    CHECK(m.pin == std::array<std::string, 2>{});
    b.attempts().back(), driver.settle();
  }
  b.attempts().back(), b.attempts().back(), driver.settle(); // the page is left
  b.open_decision();
  CHECK(b.attempts().memory.decision.to == "");
  b.decide("void", "0072", "1234");
  CHECK_FALSE(b.result().begun);
}

TEST_CASE("attempts: what is refused stands beside its button, in sight, and the field that is wrong has the focus") {
  DecisionBench b;
  b.open_decision();
  const auto window = ui::open_headless(b.shell->window_settings(), {1366, 768});
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  driver.settle();
  const auto entry = [&](std::string_view id) {
    const ui::Entry* found = window->registry().find(id);
    REQUIRE(found);
    return *found;
  };
  const auto notice = [&](std::string_view words) {
    for (const ui::Entry& each : window->registry().entries())
      if (each.role == ui::Role::notice && each.label.starts_with(words)) return each.rect;
    FAIL("nothing says " << words);
    return ui::Rect{};
  };
  CHECK_OK(driver.click("attempts/counts/void"));
  CHECK_OK(driver.click("attempts/why/computer"));
  for (const auto& [field, words] : {std::pair{"first-pin", "1234"}, std::pair{"second", "0070"}, std::pair{"second-pin", "1234"}})
    CHECK_OK(driver.type_into(std::string("attempts/") + field, words));
  CHECK_OK(driver.key("Enter"));
  driver.settle();
  CHECK(driver.focused() == "attempts/second");
  const ui::Rect refused = notice("Two different people");
  CHECK(refused.y >= entry("attempts/second-pin").rect.bottom());
  CHECK(refused.y >= entry("attempts/decision").rect.y); // what is said moves nothing
  CHECK(refused.bottom() <= 768);
  CHECK(ui::intersection(refused, entry("attempts/decision").rect).empty());
  CHECK(entry("attempts/decision").rect.bottom() <= 768);
  CHECK(entry("attempts/second").rect.y >= 0);
  b.attempts().memory.decision.name[1] = "0072";
  CHECK_OK(driver.key("Enter"));
  driver.settle();
  REQUIRE(b.attempts().memory.decision.asking);
  CHECK(driver.focused() == "attempts/decision/no");
  CHECK(notice("Capt. Mali Srisuk and Nok").bottom() <= 768); // the strip is seen whole
}

TEST_CASE("attempts: a decision is made with keys alone") {
  DecisionBench b;
  b.open_decision();
  const auto window = ui::open_headless(b.shell->window_settings(), {1280, 720});
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  driver.settle();
  CHECK(driver.focused() == "attempts/counts/void");
  CHECK_OK(driver.key("Space"));
  CHECK(b.attempts().memory.decision.to == "void");
  CHECK_OK(driver.key("Tab"));
  CHECK_OK(driver.key("Space"));
  CHECK(b.attempts().memory.decision.why == "person");
  CHECK_OK(driver.key("Tab"));
  CHECK_OK(driver.key("Tab"));
  CHECK(driver.focused() == "attempts/first-pin");
  driver.type("1234");
  CHECK_OK(driver.key("Tab"));
  driver.type("0072");
  CHECK_OK(driver.key("Tab"));
  driver.type("1234");
  CHECK_OK(driver.key("Enter"));
  driver.settle();
  CHECK(b.attempts().memory.decision.asking);
  CHECK_OK(driver.key("Escape")); // first what is asked
  driver.settle();
  CHECK_FALSE(b.attempts().memory.decision.asking);
  CHECK(b.attempts().memory.part == screens::AttemptsPart::decision);
}

TEST_CASE("attempts: the page of a decision is whole, wide and narrow, in large text and in Thai") {
  DecisionBench b;
  b.open_decision();
  b.decide("void", "0072", "1234");
  b.attempts().ask_decision(b.sat);
  b.decide("passed", "0072", "9999");
  b.attempts().memory.decision.lead.clear();
  for (const char* language : {"en", "th"}) {
    app::Settings settings = b.shell->settings();
    settings.language = language;
    b.shell->change_settings(settings);
    CHECK(b.attempts().decision().to.size() == 2);
    for (const ui::Size size : {ui::Size{1280, 720}, ui::Size{1366, 768}, ui::Size{1024, 768}})
      for (const int percent : {100, 200}) {
        CAPTURE(language);
        CAPTURE(percent);
        const content::Words words = content::Words::load(b.files, language);
        const auto window = ui::open_headless({ui::Theme::dark, percent, ui::Motion::reduced, language}, size);
        screens::AttemptsMemory memory = b.attempts().memory;
        const screens::QuestionsState none;
        ui::Driver driver(*window, [&](ui::Frame& f) {
          screens::draw_attempts(f, {words, true, true, 0, {}, b.attempts().results(), none, b.attempts().decision()}, memory);
        });
        driver.settle();
        CHECK(ui::describe(driver.layout_faults()) == "");
        memory.part = screens::AttemptsPart::person;
        driver.settle();
        CHECK(ui::describe(driver.layout_faults()) == "");
      }
  }
}

} // namespace shell_tests
