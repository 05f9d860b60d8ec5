// Leaving an exercise: home then shows the scene as it was left, and nothing that is drawn may have died with the exercise.
#include "tests/screens/shell_bench.h"

#include "tests/ui/fixture.h"
#include "tools/firsthand/window_hands.h" // its source is compiled in by all_test.cpp

namespace shell_tests {

namespace {

struct LeftPlay {
  std::string scenario, name;
  session::Play play;
};

std::vector<LeftPlay> left_plays(content::ContentLibrary& content_library, const screens::TreeFiles& files) {
  std::vector<LeftPlay> plays;
  for (const reading::Course& course : content_library.library().courses()) {
    if (course.kind != reading::CourseKind::lessons) continue; // who leaves them has had them: home does not lead back
    for (const reading::ScenarioCard& card : course.scenarios) {
      const auto content = content_library.load(card.id);
      REQUIRE(content.ok());
      const std::string folder = std::string(reading::folder_of((*content)->path())) + "plays/";
      for (const std::string& name : files.list(folder))
        plays.push_back({card.id, name, session::parse_play(*files.read(folder + name, 1u << 20), (*content)->prepared()).play});
    }
  }
  return plays;
}

bool at_play(const tools::WindowHands& hands) { return const_cast<tools::WindowHands&>(hands).shell().page() == PageName::play; }

// By the arrow or by Esc, whatever it takes, and on again by the large card. After a turn both ask first.
void leave_and_go_on(tools::WindowHands& hands, bool by_key) {
  const std::string attempt = hands.shell().playing().played().session->id();
  bool asked = false;
  for (int i = 0; i < 6 && at_play(hands); ++i) {
    if (by_key)
      CHECK_OK(hands.driver().key("Escape"));
    else
      hands.press("play/back");
    if (hands.driver().find("play/leave/yes").ok()) asked = hands.press("play/leave/yes");
  }
  REQUIRE(hands.shell().page() == PageName::home);
  CHECK(asked);
  CHECK(screens::home(hands.shell()).stopped_at() == attempt);
  REQUIRE(hands.press("home/continue"));
  REQUIRE(at_play(hands));
  CHECK(hands.shell().playing().played().session->id() == attempt);
}

// Every act by its controls, left and gone on with after each; the same facts as without a window.
void play_left_after_each_turn(content::ContentLibrary& content_library, const LeftPlay& left) {
  CAPTURE(left.scenario);
  CAPTURE(left.name);
  records::FixedClock clock{{1'796'020'331'000}, 40, 420};
  crypto::SeededEntropy entropy{"left"};
  const records::Services services{&clock, &entropy, crypto::minimal_pin_cost, &screens::all_modules(), "test"};
  tools::HandsOptions wanted{services, content_library, std::filesystem::path(FIRSTHAND_SOURCE) / "assets", std::nullopt};
  wanted.chance = left.play.chance, wanted.settings.motion = app::Motion::reduced;
  auto opened = tools::WindowHands::open(std::move(wanted));
  REQUIRE(opened.ok());
  tools::WindowHands& hands = **opened;
  REQUIRE(hands.press("home/lesson/" + left.scenario));
  int turns = 0;
  for (const session::PlayLine& line : left.play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action || !at_play(hands) || hands.refusal_of(*action)) continue;
    CHECK_MESSAGE(hands.perform(*action) != tools::Performed::refused, line.words);
    if (at_play(hands)) leave_and_go_on(hands, ++turns % 2 == 0);
  }
  CHECK(turns > 3);
  const app::AttemptSession& session = *hands.shell().playing().played().session;
  const session::Rehearsal straight = session::rehearse(session.prepared(), left.play, session.pins().start);
  session::Facts facts = straight.first_facts;
  for (const session::Rehearsal::Turn& turn : straight.turns)
    facts.insert(facts.end(), turn.facts.begin(), turn.facts.end());
  CHECK(facts == session.facts());
}

} // namespace

TEST_CASE("all: every play, left to home after each turn and gone on with, comes out the same" *
          doctest::skip(std::getenv("FIRSTHAND_THOROUGH") == nullptr)) {
  const screens::TreeFiles files;
  content::ContentLibrary& content_library = screens::shipped_library();
  const std::vector<LeftPlay> plays = left_plays(content_library, files);
  CHECK(plays.size() >= 8);
  for (const LeftPlay& each : plays)
    play_left_after_each_turn(content_library, each);
}

TEST_CASE("all: the shortest play, left to home after each turn and gone on with, comes out the same") {
  const screens::TreeFiles files;
  content::ContentLibrary& content_library = screens::shipped_library();
  std::vector<LeftPlay> plays = left_plays(content_library, files);
  std::erase_if(plays, [](const LeftPlay& each) { return each.play.lines.size() < 8; }); // what is handed in empty is left nowhere
  std::sort(plays.begin(), plays.end(), [](const LeftPlay& a, const LeftPlay& b) { return a.play.lines.size() < b.play.lines.size(); });
  play_left_after_each_turn(content_library, plays.front());
}

TEST_CASE("leave: the arrow leads home out of a moment that is practised") {
  const screens::TreeFiles files;
  content::ContentLibrary& content_library = screens::shipped_library();
  const std::vector<LeftPlay> plays = left_plays(content_library, files);
  int left = 0;
  for (const LeftPlay& each : plays) {
    if (each.name != "careless.play") continue;
    CAPTURE(each.scenario);
    records::FixedClock clock{{1'796'020'331'000}, 40, 420};
    crypto::SeededEntropy entropy{"left"};
    const records::Services services{&clock, &entropy, crypto::minimal_pin_cost, &screens::all_modules(), "test"};
    tools::HandsOptions wanted{services, content_library, std::filesystem::path(FIRSTHAND_SOURCE) / "assets", std::nullopt};
    wanted.chance = each.play.chance;
    auto opened = tools::WindowHands::open(std::move(wanted));
    REQUIRE(opened.ok());
    tools::WindowHands& hands = **opened;
    REQUIRE(hands.press("home/lesson/" + each.scenario));
    for (const session::PlayLine& line : each.play.lines)
      if (const auto* action = std::get_if<session::Action>(&line.content); action && at_play(hands) && !hands.refusal_of(*action))
        hands.perform(*action);
    REQUIRE(hands.shell().page() == PageName::debrief);
    REQUIRE(hands.press("debrief/practise"));
    hands.settle();
    REQUIRE(at_play(hands));
    for (int press = 0; press < 3 && at_play(hands); ++press)
      hands.leave_lesson(), hands.settle();
    CHECK(hands.shell().page() == PageName::home);
    ++left;
  }
  CHECK(left == 2);
}

// Where a lesson is left before anything was done in it, by both ways, and after.
TEST_CASE("leave: the arrow and Esc are one way: both ask where something was done, or may be lost, and neither where nothing was") {
  content::ContentLibrary& content_library = screens::shipped_library();
  records::FixedClock clock{{1'796'020'331'000}, 40, 420};
  crypto::SeededEntropy entropy{"left"};
  const records::Services services{&clock, &entropy, crypto::minimal_pin_cost, &screens::all_modules(), "test"};
  auto opened = tools::WindowHands::open({services, content_library, std::filesystem::path(FIRSTHAND_SOURCE) / "assets", std::nullopt});
  REQUIRE(opened.ok());
  tools::WindowHands& hands = **opened;
  const auto wish = [&](bool by_key) {
    if (by_key)
      CHECK_OK(hands.driver().key("Escape"));
    else
      CHECK(hands.press("play/back"));
    hands.settle();
  };
  const auto is_asked = [&] { return hands.driver().find("play/leave/yes").ok(); };
  session::Action go_on;
  go_on.kind = session::Action::Kind::go_on;
  std::set<std::string> kinds;
  REQUIRE(hands.press("home/lesson/one-phone"));
  for (int step = 0; step < 5; ++step) {
    const auto session = [&]() -> const app::AttemptSession& { return *hands.shell().playing().played().session; }; // another one each time
    const std::string kind = session().prepared().scenario.steps[session().attempt().step].kind;
    kinds.insert(kind);
    CAPTURE(kind);
    for (const bool by_key : {false, true}) {
      CAPTURE(by_key);
      wish(by_key);                                                     // as it came on the screen
      CHECK(is_asked() == (kind == "choice" || (step > 0 && !by_key))); // the arrow comes first: a step was gone on from
      if (is_asked()) {
        CHECK(hands.driver().focused() == "play/leave/no"); // who presses Enter by mistake loses nothing
        CHECK(hands.press("play/leave/yes"));
      }
      hands.settle();
      REQUIRE(hands.shell().page() == PageName::home);
      REQUIRE(hands.press("home/continue"));
    }
    if (kind == "choice") {
      const auto answer = session::parse_action("do authority choose option=take", session().prepared().symbols);
      REQUIRE(answer.ok());
      hands.perform(*answer);
    }
    hands.perform(go_on);
    REQUIRE(at_play(hands));
  }
  CHECK(kinds.size() >= 4);
}

TEST_CASE("leave: home is drawn after every turn of an exercise that was left, and of a computer that was started anew") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  const std::string attempt = b.shell->playing().played().session->id();
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  int with_layers = 0;
  for (int turn = 0; turn < 12; ++turn) {
    const auto& offers = b.shell->playing().played().offers.actions;
    if (turn % 2 == 0 || offers.empty())
      b.go_on();
    else
      b.shell->playing().submit(offers.front(), b.shell->playing().drawn_now()), b.settle();
    b.shell->playing().leave();
    if (turn % 3 == 2) b.open(), b.sign_in("1234"); // nothing of the old shell is left
    b.settle();
    REQUIRE(b.shell->page() == PageName::home);
    driver.settle();
    REQUIRE(screens::home(*b.shell).contents().go_on.has_value());
    CHECK(screens::home(*b.shell).stopped_at() == attempt);
    for (const ui::Picture& layer : screens::home(*b.shell).contents().go_on->layers) {
      CHECK(layer.key.find(".svg@") != std::string::npos);
      CHECK(layer.bytes != nullptr);
      ++with_layers;
    }
    screens::home(*b.shell).open_attempt(attempt);
    b.settle();
    REQUIRE(b.shell->page() == PageName::play);
  }
  CHECK(with_layers > 0);
}

} // namespace shell_tests
