// A test sat in the window by hands that press at random, until it is handed in or somebody kills the program. Says each act that is on the
// disk once the screen has shown it, and how the test then stands: for tests/long/kills_of_a_test.sh, which compares that with what stands
// there when it is begun again. Decides nothing about it.
//   act CONTROL       before it is pressed
//   saved TURN HASH   what the window no longer says is being saved
//   stands TURN …     the paper: each question in the order of its numbers with what is answered, how sure, and whether it is marked
//   shows TURN …      the screen: the question that is open, its options in their order with what is chosen, and the numbers
#include "tools/firsthand/window.h"
#include "tools/firsthand/window_hands.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

constexpr const char* sitter = "Sitter";
constexpr const char* sitters_pin = "2468";

bool has(const std::string& id, std::string_view part) { return id.find(part) != id.npos; }

int cannot_sit(const std::string& why) {
  std::cerr << "firsthand: " << why << '\n';
  return 1;
}

class TestSitting {
 public:
  TestSitting(WindowHands& hands, std::uint64_t seed) : hands_(hands), random_(seed * 2 + 1) {}

  bool reach(const std::string& lesson);
  void press_at_random();
  bool hand_in();

 private:
  using Entries = std::vector<ui::Entry>;
  void sign_in();
  bool press(const std::string& id);
  Entries controls() const;
  void tell();
  std::string paper() const;
  std::string screen() const;
  std::size_t draw(std::size_t below) {
    return static_cast<std::size_t>((random_ = random_ * 6364136223846793005U + 1442695040888963407U) >> 33) % below;
  }
  const app::AttemptSession& session() const { return *hands_.shell().playing().played().session; }

  WindowHands& hands_;
  std::uint64_t random_;
  std::size_t told_ = 0; // turns
};

void TestSitting::sign_in() {
  for (const screens::SignInPerson& person : screens::sign_in(hands_.shell()).people()) {
    if (person.name != sitter) continue;
    hands_.press("sign-in/person/" + person.id);
    hands_.driver().type(sitters_pin);
    hands_.press("sign-in/go");
    return;
  }
  hands_.press("sign-in/new");
  (void)hands_.type_into("sign-in/new-name", sitter);
  (void)hands_.type_into("sign-in/new-pin", sitters_pin);
  (void)hands_.type_into("sign-in/new-pin-again", sitters_pin);
  hands_.press("sign-in/create");
}

// To the first question, or to the one that stands there.
bool TestSitting::reach(const std::string& lesson) {
  screens::Shell& shell = hands_.shell();
  if (shell.page() == screens::PageName::sign_in) sign_in();
  hands_.settle();
  if (shell.page() == screens::PageName::play) hands_.leave_lesson(); // out of the warm-up
  if (shell.page() != screens::PageName::home) return false;
  screens::home(shell).open_lesson(lesson);
  hands_.settle();
  if (shell.page() != screens::PageName::play) return false;
  session::Action go_on;
  go_on.kind = session::Action::Kind::go_on;
  const auto is_test = [&] { return session::test_standing(session().prepared(), session().attempt()).has_value(); };
  while (!is_test() && hands_.perform(go_on) == Performed::pressed)
    hands_.settle();
  tell();
  return is_test();
}

// What stands on the sheet of the question, and the numbers over it: nothing of the frame around.
TestSitting::Entries TestSitting::controls() const {
  Entries all;
  for (const ui::Entry& entry : hands_.driver().window().registry().entries())
    if (entry.is_control() && !entry.id.starts_with("play/") && !entry.id.ends_with("/bar")) all.push_back(entry);
  return all;
}

bool TestSitting::press(const std::string& id) {
  std::cout << "act " << id << std::endl;
  const bool pressed = hands_.press(id);
  hands_.settle();
  tell();
  return pressed;
}

void TestSitting::press_at_random() {
  Entries all = controls();
  std::erase_if(all, [](const ui::Entry& entry) { return !entry.is_pressable() || has(entry.id, "/hand-in"); });
  if (draw(3) > 0) std::erase_if(all, [](const ui::Entry& entry) { return has(entry.id, "/number/"); }); // they are so many
  if (all.empty()) return;
  const ui::Entry& one = all[draw(all.size())];
  if (!one.is_typed_into()) return (void)press(one.id);
  std::cout << "act " << one.id << std::endl;
  (void)hands_.type_into(one.id, std::to_string(draw(100)));
  hands_.settle();
  tell();
}

bool TestSitting::hand_in() {
  std::cout << "act hand-in" << std::endl;
  for (const session::Action& action : session::offers(session().prepared(), session().attempt()).actions)
    if (session().prepared().symbols.word(action.verb) == "hand-in") return hands_.perform(action) != Performed::refused;
  return false;
}

// Of the attempt, by what its kinds keep of an answer: numbers that only they can read, and that are the same again.
std::string TestSitting::paper() const {
  std::string all;
  for (const session::StepState& state : session().attempt().states) {
    for (const std::int32_t slot : state.slots)
      all += fmt::format(" {}", slot);
    all += " |";
  }
  return all;
}

std::string TestSitting::screen() const {
  std::string all;
  for (const ui::Entry& entry : controls())
    all += fmt::format(" [{}{}{}{}]", entry.id, entry.chosen ? " chosen" : "", entry.value.empty() ? "" : " = ", entry.value);
  return all;
}

void TestSitting::tell() {
  if (hands_.shell().page() != screens::PageName::play || !hands_.shell().playing().played().session) return;
  const std::vector<app::Turn>& turns = session().turns();
  if (turns.size() == told_) return;
  for (std::size_t i = told_ == 0 ? turns.size() - 1 : told_; i < turns.size(); ++i)
    std::cout << fmt::format("saved {} {}\n", turns[i].turn, turns[i].hash.hex());
  told_ = turns.size();
  std::cout << fmt::format("stands {}{}\nshows {}{}", session().turn(), paper(), session().turn(), screen()) << std::endl;
}

} // namespace

int sit_in_window(const records::Services& services, content::ContentLibrary& content_library, const SitOptions& options) {
  HandsOptions wanted{services, content_library, options.assets, options.data};
  wanted.channel = session::Channel::window;
  wanted.adjust = [](screens::ShellOptions& shell) { shell.writing = screens::ShellOptions::Writing::in_background; };
  auto hands = WindowHands::open(std::move(wanted));
  if (!hands.ok()) return cannot_sit(hands.error().message);
  TestSitting sitting(**hands, options.seed);
  if (!sitting.reach(options.lesson)) return cannot_sit("there is no way to the test from here: " + (*hands)->driver().all_text());
  for (int i = 0; i < options.acts; ++i)
    sitting.press_at_random();
  return sitting.hand_in() ? 0 : cannot_sit("the test could not be handed in");
}

} // namespace firsthand::tools
