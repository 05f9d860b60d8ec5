// Esc goes exactly one level up and does nothing else, from every screen of the program and from whatever opens on one. The list of
// both is read from the program's source: a screen or a layer that is added there and is not opened here fails the test.
#include "tests/screens/supervised_bench.h"

#include "tests/ui/fixture.h"

#include <cctype>
#include <fstream>
#include <set>

namespace shell_tests {

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

std::string all_source() {
  std::string all;
  for (const char* folder : {"engine/ui", "engine/screens", "modules"})
    for (const auto& file : fs::recursive_directory_iterator(fs::path(FIRSTHAND_SOURCE) / folder))
      if (file.path().extension() == ".cpp" || file.path().extension() == ".h") all += ui::read_bytes(file.path());
  return all;
}

// What stands between `before` and the next quotation mark. No regular expressions: they would take longer than the screens.
Names found_in(const std::string& text, std::string_view before) {
  Names names;
  for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at)) {
    at += before.size();
    names.insert(text.substr(at, text.find('"', at) - at));
  }
  return names;
}

// "play", "settings" … in the order of their values.
std::vector<std::string> enumerators(const std::string& source, const std::string& name) {
  const std::size_t at = source.find("enum class " + name + " "), begin = source.find('{', at), end = source.find('}', begin);
  REQUIRE(end != std::string::npos);
  std::vector<std::string> words(1);
  for (const char c : source.substr(begin + 1, end - begin - 1)) {
    if (c == ',') words.emplace_back();
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') words.back() += c;
  }
  return words;
}

// Everything that must be met at least once, with the kind before it.
Names wanted(const std::string& source) {
  Names all;
  for (const char* pattern : {"closes(\"", "leaves(\"", ".no_id = \""})
    for (const std::string& level : found_in(source, pattern))
      all.insert("level " + level);
  for (const std::string& sheet : found_in(source, "begin_sheet(\""))
    all.insert("sheet " + sheet);
  for (const char* kind : {"PageName", "SignInPart", "HomePart", "PlaySheet"})
    for (const std::string& each : enumerators(source, kind))
      all.insert(std::string(kind) + " " + each);
  // A kind that no shipped lesson has stands in none of the screens; what opens on it is among the levels.
  const std::string folder = "scenarios/courses/first-responder/";
  const screens::TreeFiles files;
  const std::string lessons =
      *files.read(folder + "one-phone/scenario.yaml", 1u << 20) + *files.read(folder + "open-laptop/scenario.yaml", 1u << 20);
  for (const screens::StepViewKind& each : modules::make_views())
    if (lessons.find("kind: " + std::string(each.kind) + "\n") != lessons.npos) all.insert("step " + std::string(each.kind));
  all.erase("PageName opening"); // there is no control on it, and it is gone as soon as the record is open
  return all;
}

class Ladder {
 public:
  explicit Ladder(std::unique_ptr<ShellBench> on = std::make_unique<ShellBench>()) : on_(std::move(on)), bench(*on_) {
    fresh();
    const std::string source = all_source();
    for (const char* kind : {"PageName", "SignInPart", "HomePart", "PlaySheet"})
      words_[kind] = enumerators(source, kind);
  }

  std::unique_ptr<ShellBench> on_;
  ShellBench& bench;
  Names met;
  screens::Shell& shell() { return *bench.shell; }
  ui::Driver& driver() { return *driver_; }

  void fresh() {
    driver_ = std::make_unique<ui::Driver>(*window_, [this](ui::Frame& f) {
      screens::draw_shell(f, shell());
      if (!(shell().window_settings() == window_->settings())) window_->set_settings(shell().window_settings());
    });
  }
  void settle() { // what was pressed has drawn its frames already; what is saved meanwhile has not
    if (const auto& session = shell().playing().played().session; session && session->pending()) bench.settle(), driver_->settle();
  }
  void look() { bench.settle(), driver_->settle(); } // after what no press did
  void press(const std::string& id) {
    CAPTURE(id);
    CHECK_OK(driver_->click(id));
    settle();
  }
  // The n-th control whose id begins so.
  std::string first_with(const std::string& begin) const {
    for (const ui::Entry& entry : window_->registry().entries())
      if (entry.is_pressable() && entry.id.starts_with(begin)) return entry.id;
    FAIL("nothing begins with " << begin << " in\n" << window_->registry().read_aloud());
    return {};
  }

  // All that a level is: the screen, what is open on it, what can be pressed; and how much was done.
  std::string now() {
    const ui::Registry& registry = window_->registry();
    std::string words;
    for (const std::string& each : place())
      words += each + ", ";
    Names ids;
    for (const ui::Entry& entry : registry.entries()) {
      if (entry.is_control()) ids.insert(entry.id + (entry.enabled ? "" : " off"));
      if (entry.armed) words += "armed " + entry.id + ", ";
      if (entry.focused && entry.role == ui::Role::field) words += "in " + entry.id + ", ";
    }
    for (const std::string& id : ids)
      words += "\n  " + id;
    const auto& session = shell().playing().played().session;
    return words + fmt::format("\n{} turns, {} people, {} {}", session ? session->turn() : -1, screens::sign_in(shell()).people().size(),
                               shell().settings().language, shell().settings().text_percent);
  }

  // One press takes the field or what was armed first; the next one the level.
  void up_to(const std::string& below) {
    CAPTURE(now());
    meet();
    leave_field();
    CHECK(now() != below);
    CHECK_OK(driver_->key("Escape"));
    settle();
    CHECK(now() == below);
  }
  // Opens it by that control, looks at all that is on it, and goes up again.
  void there_and_back(const std::string& id) {
    CAPTURE(id);
    const std::string below = now();
    press(id);
    try_all();
    up_to(below);
  }
  void is_top() {
    meet();
    leave_field();
    const std::string before = now();
    CHECK_OK(driver_->key("Escape"));
    settle();
    CHECK(now() == before);
  }
  // Fields, what asks twice, and help, from where they stand now.
  void try_all() {
    meet();
    leave_field();
    const std::string before = now();
    std::vector<ui::Entry> entries = window_->registry().entries();
    for (const ui::Entry& entry : entries) {
      const bool own = entry.is_pressable() && (entry.role == ui::Role::field || entry.asks_twice);
      const std::string kind = entry.role == ui::Role::field ? entry.id : entry.id.substr(0, entry.id.find('/', entry.id.find('/') + 1));
      if (!own || entry.layer != window_->registry().top_layer() || !tried_.insert(kind).second) continue;
      CAPTURE(entry.id);
      press(entry.id);
      const std::string opened = now();
      CHECK(opened != before);
      CHECK_OK(driver_->key("Escape"));
      settle();
      CHECK(now() == before);
    }
    if (shell().help_open || !tried_.insert("help over " + place().back()).second) return;
    CHECK_OK(driver_->key("F1"));
    CHECK(shell().help_open);
    up_to(before);
  }
  void meet() {
    for (const std::string& each : place())
      met.insert(each);
  }

 private:
  void leave_field() {
    if (in_field()) CHECK_OK(driver_->key("Escape"));
    settle();
    CHECK_FALSE(in_field());
  }
  bool in_field() const {
    for (const ui::Entry& entry : window_->registry().entries())
      if (entry.focused && entry.role == ui::Role::field) return true;
    return false;
  }
  template<class Enum> std::string word(const char* kind, Enum value) {
    return std::string(kind) + " " + words_[kind].at(static_cast<std::size_t>(value));
  }
  std::vector<std::string> place() {
    screens::Shell& s = shell();
    std::vector<std::string> all{word("PageName", s.page())};
    if (s.page() == PageName::sign_in) all.push_back(word("SignInPart", screens::sign_in(s).memory.page));
    if (s.page() == PageName::home) all.push_back(word("HomePart", screens::home(s).memory.page));
    if (s.page() == PageName::debrief) all.push_back("debrief " + std::to_string(screens::debrief(s).memory.page));
    if (s.page() == PageName::play) {
      const app::AttemptSession& session = *s.playing().played().session;
      all.push_back("step " + session.prepared().scenario.steps[session.attempt().step].kind);
      all.push_back(word("PlaySheet", s.playing().played().memory.sheet));
    }
    for (const std::string& level : window_->registry().levels())
      all.push_back("level " + level);
    for (const ui::Entry& entry : window_->registry().entries())
      if (entry.role == ui::Role::sheet) all.push_back("sheet " + entry.id);
    return all;
  }

  static std::unique_ptr<ui::Window> unpainted() {
    ui::WindowOptions options = ui::headless({ui::Theme::light, 100, ui::Motion::reduced, "en"}, {1280, 720});
    options.paints_each = 1'000'000; // nobody looks
    auto window = ui::Window::open(options);
    REQUIRE(window.ok());
    return std::move(window).value();
  }

  std::unique_ptr<ui::Window> window_ = unpainted();
  std::unique_ptr<ui::Driver> driver_;
  std::map<std::string, std::vector<std::string>> words_;
  Names tried_; // a field, or one of its kind of what asks twice
};

// ---- the screens, each opened as a person does

void before_anybody(Ladder& l) {
  l.is_top();
  for (const char* id : {"sign-in/new", "sign-in/settings", "sign-in/station"})
    l.there_and_back(id);
  l.bench.add("Sgt. Dara P.", "1234");
  l.shell().playing().leave(), l.shell().switch_person(), l.look();
  const std::string person = l.first_with("sign-in/person/"), people = l.now();
  l.press(person);
  l.there_and_back("sign-in/forgot"); // without a trainer's PIN
  l.up_to(people);
}

// By the button and by Enter; right afterwards one press leaves the page, or first the field that is still written in.
void trainers_attempts(Ladder& l) {
  l.press("sign-in/station");
  const std::string station = l.now();
  l.there_and_back("station/attempts");
  l.press("station/attempts");
  const std::string asked = l.now();
  CHECK_OK(l.driver().type_into("attempts/pin", "2468"));
  l.press("attempts/show");
  CHECK(l.now() != asked);
  l.there_and_back(l.first_with("attempts/person/"));
  l.there_and_back("attempts/questions");
  l.up_to(station);
}

// Behind the PIN: from a file back to the choice, from there to the computer's name.
void trainers_lists(Ladder& l) {
  l.press("sign-in/station");
  const std::string station = l.now();
  l.there_and_back("station/lists");
  l.press("station/lists");
  CHECK_OK(l.driver().type_into("lists/pin", "2468"));
  l.press("lists/enter");
  const std::string choice = l.now();
  l.try_all();
  const fs::path list = l.bench.folder.path / "people.csv";
  std::ofstream(list) << "number,name\n0071,Mali Srisuk\n";
  l.press("lists/path"), l.driver().type(list.string());
  l.press("lists/look");
  REQUIRE(screens::lists(l.shell()).memory.part == screens::ListsPart::look);
  l.up_to(choice);
  l.up_to(station);
}

void trainers_pin(Ladder& l) {
  std::string people = l.now();
  people.insert(people.find("\n  sign-in/demonstration"), "\n  sign-in/attempts"); // it is there as soon as the PIN is set
  for (const char* how : {"button", "Enter"}) {
    CAPTURE(std::string(how));
    l.press("sign-in/station");
    if (l.driver().find("station/old-pin").ok()) (void)l.driver().type_into("station/old-pin", "2468");
    CHECK_OK(l.driver().type_into("station/new-pin", "2468"));
    CHECK_OK(l.driver().type_into("station/new-pin-again", "2468"));
    if (how == std::string("button"))
      l.press("station/trainer");
    else
      CHECK_OK(l.driver().key("Enter"));
    l.settle();
    CHECK(screens::station(l.shell()).memory.trainer_done != "");
    l.up_to(people);
  }
  l.there_and_back("sign-in/station");
  l.there_and_back("sign-in/attempts");
  trainers_attempts(l);
  l.up_to(people);
  trainers_lists(l);
  l.up_to(people);
  l.press(l.first_with("sign-in/person/"));
  l.there_and_back("sign-in/forgot");
  l.up_to(people);
}

void home(Ladder& l) {
  l.bench.sign_in("1234");
  l.look();
  REQUIRE(l.shell().page() == PageName::home);
  l.is_top();
  l.try_all();
  const std::string at_home = l.now();
  l.there_and_back("home/person");
  l.press("home/search"), l.driver().type("bag");
  l.there_and_back(l.first_with("home/word/"));
  CHECK_OK(l.driver().key("Tab"));
  l.settle(), l.meet();
  CHECK_OK(l.driver().key("Escape")); // from beside the field: the search is the level
  l.settle();
  CHECK(l.now() == at_home);
  for (const char* id : {"home/menu/record", "home/menu/settings", "home/menu/help"}) {
    CAPTURE(std::string(id));
    l.press("home/person");
    l.press(id);
    l.try_all();
    l.up_to(at_home);
  }
}

// A question first; each press after it takes it back. Where nothing was done yet nothing is asked: see leave_test.
void leave_question(Ladder& l) {
  l.shell().playing().played().memory.opened_turn = -1;
  const std::string before = l.now();
  CHECK_OK(l.driver().key("Escape"));
  l.settle();
  CHECK(l.driver().find("play/leave/yes").ok());
  l.try_all();
  l.up_to(before);
}

void open_on(Ladder& l, const std::string& begin) {
  for (const ui::Entry& entry : l.driver().window().registry().entries())
    if (entry.is_pressable() && entry.id.starts_with(begin)) return l.there_and_back(entry.id);
}

// The search in the words is a level above their sheet.
void words_search(Ladder& l) {
  if (!l.driver().find("play/glossary").ok()) return;
  const std::string before = l.now();
  l.press("play/glossary");
  const std::string words = l.now();
  l.driver().type("zebra"); // heard without the focus
  CHECK(l.now() != words);
  CHECK_OK(l.driver().key("Tab"));
  l.settle(), l.meet();
  CHECK_OK(l.driver().key("Escape"));
  l.settle();
  CHECK(l.now() == words);
  l.up_to(before);
}

// From the notebook, and back to it.
void photograph(Ladder& l) {
  const session::Prepared& prepared = l.shell().playing().played().session->prepared();
  const session::PlayReading taken = session::parse_play("do table photograph laptop\n", prepared);
  if (taken.play.lines.empty() || prepared.scenario.id != "open-laptop") return;
  l.shell().playing().submit(std::get<session::Action>(taken.play.lines.front().content), l.shell().playing().drawn_now());
  l.look();
  l.press("play/notebook"), l.press("play/tab/photographs");
  const std::string notebook = l.now();
  l.press(l.first_with("play/photograph/"));
  l.try_all();
  l.up_to(notebook);
  l.press("play/tab/log"), l.press("play/sheet/close");
}

// A part that is pointed out is a level above the close-up that it belongs to.
void close_up(Ladder& l) {
  const std::string before = l.now();
  l.press("scene/enlarge");
  open_on(l, "scene/part/");
  l.up_to(before);
}

void sheets(Ladder& l) {
  words_search(l);
  for (const char* id : {"play/hint", "play/glossary"})
    if (l.driver().find(id).ok()) l.there_and_back(id);
  open_on(l, "play/notebook");
  photograph(l);
  l.shell().change_text_size(2), l.look(); // where hint, words, list and waits stand behind a button
  for (const char* id : {"play/more", "scene/waits"})
    if (l.driver().find(id).ok()) l.there_and_back(id);
  l.shell().change_text_size(0), l.look();
}

void step(Ladder& l, const std::string& kind) {
  CAPTURE(kind);
  l.try_all();
  leave_question(l);
  if (kind == "test") l.there_and_back("test/hand-in");
  if (kind == "scene") sheets(l), open_on(l, "scene/helper/"), l.there_and_back("scene/zoom/more"), close_up(l);
  if (kind == "sequence") open_on(l, "sequence/row/");
  if (kind != "custody-form") return;
  l.there_and_back("custody/go-on");
  const session::PlayReading fill =
      session::parse_play("do custody fill laptop field=state pick=open\n", l.shell().playing().played().session->prepared());
  l.shell().playing().submit(std::get<session::Action>(fill.play.lines.front().content), l.shell().playing().drawn_now());
  l.look();
  l.there_and_back("custody/correct");
}

// Through a lesson by a play; each kind of step is looked at once, at its first act and where people can be given tasks.
void lesson(Ladder& l, const std::string& name, Names& looked, const std::string& until = {}, const std::string& play = "expert") {
  screens::home(l.shell()).open_lesson(name);
  const session::Prepared& prepared = l.shell().playing().played().session->prepared();
  const auto bytes = l.bench.files.read("scenarios/courses/first-responder/" + name + "/plays/" + play + ".play", 1u << 20);
  for (const session::PlayLine& line : session::parse_play(*bytes, prepared).play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action || l.shell().page() != PageName::play) continue;
    const app::AttemptSession& session = *l.shell().playing().played().session;
    const std::string kind = prepared.scenario.steps[session.attempt().step].kind;
    const bool ready = kind != "scene" || action->kind == session::Action::Kind::task; // the helper has something to do
    if (ready && looked.insert(kind).second) l.look(), step(l, kind);
    if (kind == until) break;
    l.shell().playing().submit(*action, l.shell().playing().drawn_now());
    l.bench.settle();
    if (prepared.symbols.word(action->verb) == "call")
      l.look(), l.there_and_back("scene/go-on"); // who is on the way is not left without a question
  }
  l.look();
}

void handed_in(Ladder& l) {
  const auto& symbols = l.shell().playing().played().session->prepared().symbols;
  l.shell().playing().submit(*session::parse_action("do paper hand-in", symbols), l.shell().playing().drawn_now());
  l.bench.settle(), l.look();
  REQUIRE(l.shell().page() == PageName::test_result);
  l.try_all();
  l.meet();
  CHECK_OK(l.driver().key("Escape"));
  l.settle();
  CHECK(l.shell().page() == PageName::home);
}

void debrief(Ladder& l) {
  REQUIRE(l.shell().page() == PageName::debrief);
  l.try_all();
  l.there_and_back("debrief/everything");
  l.there_and_back("debrief/print");
  const std::string one = l.now();
  l.press("debrief/futures");
  l.there_and_back(l.first_with("debrief/future-group/"));
  l.up_to(one);
  const std::string first = l.now();
  l.shell().problem = "It did not work.";
  l.driver().settle();
  l.up_to(first);
  l.meet();
  CHECK_OK(l.driver().key("Escape"));
  l.settle();
  CHECK(l.shell().page() == PageName::home);
}

// The same where a trainer looks for somebody among them.
void attempts_of_many(Ladder& l) {
  l.press("sign-in/search"); // as it has the focus again afterwards
  const std::string people = l.now();
  l.press("sign-in/attempts");
  CHECK_OK(l.driver().type_into("attempts/pin", "2468"));
  l.press("attempts/show");
  l.press("attempts/search");
  const std::string listed = l.now();
  l.driver().type("dara");
  CHECK_OK(l.driver().key("Tab"));
  l.settle(), l.meet();
  CHECK_OK(l.driver().key("Escape"));
  l.settle();
  CHECK(l.now() == listed);
  l.up_to(people);
}

// So many people that they are searched: Esc clears what was typed, and then there is no level above.
void crowd(Ladder& l) {
  l.shell().switch_person();
  for (int i = 0; i < 8; ++i)
    l.bench.add(fmt::format("Learner {}", i).c_str(), "1234"), l.shell().playing().leave(), l.shell().switch_person();
  l.look();
  l.is_top(); // after the field
  attempts_of_many(l);
  l.press("sign-in/search");
  const std::string people = l.now();
  l.driver().type("dara");
  CHECK_OK(l.driver().key("Tab"));
  l.settle(), l.meet();
  CHECK_OK(l.driver().key("Escape")); // from beside the field: the search is the level
  l.settle();
  CHECK(l.now() == people);
  l.driver().type("Anong");
  l.press("sign-in/add");
  l.up_to(people);
}

void asked_before_all(Ladder& l, const std::function<void(screens::ShellOptions&)>& adjust) {
  l.bench.adjust = adjust;
  l.bench.open();
  l.look();
}

void trouble_and_clock(Ladder& l) {
  const fs::path file = l.bench.folder.path / "a-file";
  std::ofstream(file) << "no folder";
  asked_before_all(l, [&](screens::ShellOptions& o) {
    o.data_folder->data = file / "below";
    o.places = [] { return std::vector<records::Place>(); };
    o.choose_place = [](const fs::path&) -> base::Result<records::Carried> { return base::fail("data-folder-failed", "test"); };
  });
  REQUIRE(l.shell().opening().can_move());
  l.is_top();
  l.there_and_back("trouble/other");
  const fs::path damaged = l.bench.folder.path / "damaged";
  fs::create_directories(damaged);
  std::ofstream(damaged / "firsthand.db") << std::string(5000, 'x');
  asked_before_all(l, [&](screens::ShellOptions& o) { o.data_folder->data = damaged; });
  l.is_top();
  l.there_and_back("trouble/set-aside");
  l.bench.services.released = *base::parse_iso_utc("2026-11-01T00:00:00.000Z");
  l.bench.clock.set(*base::parse_iso_utc("2002-01-01T00:00:00.000Z"));
  asked_before_all(l, nullptr);
  REQUIRE(l.shell().page() == PageName::clock);
  l.try_all();
  l.is_top();
}

// ---- a session that somebody supervises

void session_opened(Ladder& l) {
  l.there_and_back("sign-in/supervise");
  l.press("sign-in/supervise");
  for (const auto& [field, words] : {std::pair{"name", "0070"}, std::pair{"pin", "1234"}, std::pair{"room", "Room 3"},
                                     std::pair{"until", "16:00"}, std::pair{"numbers", "0071 0072"}})
    CHECK_OK(l.driver().type_into(std::string("supervision/") + field, words));
  CHECK_OK(l.driver().key("Enter"));
  l.settle();
  const std::string inside = l.now();
  l.press(l.first_with("supervision/person/"));
  l.try_all(); // what is noted asks twice
  l.up_to(inside);
  l.there_and_back("supervision/close");
}

void session_sat_in(Ladder& l, SupervisedBench& b) {
  CHECK_OK(l.driver().key("Escape"));
  l.look();
  l.there_and_back("sign-in/session");
  b.arrive("0071"), l.look();
  const std::string home = l.now();
  screens::home(l.shell()).open_lesson("knowledge"), l.look();
  REQUIRE(l.shell().page() == PageName::identity);
  l.try_all();
  l.up_to(home);
  screens::home(l.shell()).open_lesson("knowledge"), l.look();
  l.press("identity/known");
  REQUIRE(l.shell().page() == PageName::play);
  l.there_and_back("play/supervise");
  b.enter_session(), l.look();
  l.press("supervision/close"), l.press("supervision/close/yes");
  l.meet();
  CHECK_OK(l.driver().key("Escape")); // who sat there is gone
  l.look();
  CHECK(l.shell().page() == PageName::sign_in);
}

// Who may supervise looks at the attempts of others, and two decide about a result.
void decided(Ladder& l) {
  const std::string people = l.now();
  l.there_and_back("sign-in/attempts");
  l.press("sign-in/attempts");
  CHECK_OK(l.driver().type_into("attempts/name", "0070"));
  CHECK_OK(l.driver().type_into("attempts/pin", "1234"));
  l.press("attempts/show");
  const std::string listed = l.now();
  l.press("attempts/person/" + static_cast<SupervisedBench&>(l.bench).id("0071"));
  const std::string person = l.now();
  l.there_and_back(l.first_with("attempts/decide/"));
  l.press(l.first_with("attempts/decide/"));
  for (const auto& [field, words] : {std::pair{"first-pin", "1234"}, std::pair{"second", "0072"}, std::pair{"second-pin", "1234"}})
    CHECK_OK(l.driver().type_into(std::string("attempts/") + field, words));
  l.press("attempts/counts/void"), l.press("attempts/why/computer");
  l.there_and_back("attempts/decision"); // it is asked once more
  l.up_to(person);
  l.up_to(listed);
  l.up_to(people);
}

void supervised(Names& met) {
  auto bench = std::make_unique<SupervisedBench>("yes", "yes");
  SupervisedBench& b = *bench;
  Ladder l(std::move(bench));
  session_opened(l);
  session_sat_in(l, b);
  decided(l);
  met.merge(l.met);
}

} // namespace

TEST_CASE("escape: one level up from every screen and from all that opens on one, and nothing else") {
  Ladder l;
  before_anybody(l);
  trainers_pin(l);
  home(l);
  Names looked;
  lesson(l, "knowledge", looked, "test"); // comes before the lessons
  handed_in(l);
  lesson(l, "one-phone", looked, "dialogue");
  l.shell().playing().leave();
  lesson(l, "open-laptop", looked, {}, "curious"); // one that another future ends better than
  debrief(l);
  crowd(l);
  trouble_and_clock(l);
  supervised(l.met);
  for (const std::string& each : wanted(all_source()))
    CHECK_MESSAGE(l.met.contains(each), "Esc was not tried on: " << each);
}

} // namespace shell_tests
