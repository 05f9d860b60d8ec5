// A lesson played in the real window at a person's side: real events, the window's own loop with its sleep, a real record.
// Measures from each event to the frame that answers it; says nothing of whether that is fast enough. See window_frames.h.
#include "tools/firsthand/window_frames.h"
#include "tools/firsthand/window_hands.h"

#include "engine/session/play.h"

#include <chrono>
#include <iostream>

namespace firsthand::tools {

namespace {

using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::microseconds;

// What a person could tell apart: every text, its place and its state.
std::size_t sight_of(const ui::Registry& registry) {
  std::size_t sight = 0;
  const auto mix = [&sight](std::size_t value) { sight = sight * 1099511628211u + value; };
  for (const ui::Entry& entry : registry.entries()) {
    mix(std::hash<std::string>()(entry.id)), mix(std::hash<std::string>()(entry.label)), mix(std::hash<std::string>()(entry.value));
    for (const int place : {entry.rect.x, entry.rect.y, entry.rect.w, entry.rect.h})
      mix(static_cast<std::size_t>(place));
    mix(entry.enabled), mix(entry.chosen), mix(entry.focused);
  }
  return sight;
}

class Stopwatch {
 public:
  // The window's own frames and sleeps until nothing is due and nothing is being saved.
  void settle(ui::Window& window, const ui::Draw& draw, screens::Shell& shell, ui::Did did) {
    const auto begun = Clock::now();
    std::optional<Microseconds> seen, done;
    window.run_until(draw, [&](bool more) {
      const auto now = Clock::now();
      if (!begun_) tell("first", now);
      begun_ = true;
      const std::size_t sight = sight_of(window.registry());
      if (sight != sight_) done = std::chrono::duration_cast<Microseconds>(now - begun);
      if (!seen) seen = done;
      sight_ = sight;
      return !more && !shell.busy() && !shell.playing().pending();
    });
    if (!seen || !loud_) return;
    if (did == ui::Did::clicked || did == ui::Did::pressed_key)
      std::cout << "click " << seen->count() << ' ' << done->count() << ' ' << what_ << '\n';
    if (did == ui::Did::typed) std::cout << "type " << seen->count() << ' ' << what_ << '\n';
  }

  static void tell(const char* word, Clock::time_point at = Clock::now()) {
    std::cout << word << ' ' << std::chrono::duration_cast<Microseconds>(at.time_since_epoch()).count() << std::endl;
  }
  void name(std::string what) { what_ = std::move(what), loud_ = true; }

 private:
  bool begun_ = false, loud_ = false;
  std::size_t sight_ = 0;
  std::string what_;
};

struct Measured {
  WindowHands& hands;
  Stopwatch& watch;

  bool press(const std::string& id) const {
    watch.name(id);
    return hands.press(id);
  }
  void type(const std::string& field, const std::string& words) const {
    watch.name(field);
    (void)hands.driver().type_into(field, words);
  }
};

// A new person, then the same one again by name and PIN.
bool sign_in_twice(Measured m) {
  if (!m.press("sign-in/new")) return false;
  m.type("sign-in/new-name", "Sergeant Dara Phommachanh of the night");
  m.type("sign-in/new-pin", "2468"), m.type("sign-in/new-pin-again", "2468");
  if (!m.press("sign-in/create") || !m.press("play/back")) return false;
  if (!m.press("home/person") || !m.press("home/menu/switch")) return false;
  if (!m.press("sign-in/person/" + screens::sign_in(m.hands.shell()).people().front().id)) return false;
  m.watch.name("sign-in/pin");
  m.hands.driver().type("2468");
  return m.press("sign-in/go") && m.hands.shell().page() == screens::PageName::home;
}

void write_note(Measured m) {
  if (!m.press("play/notebook") || !m.press("play/write-note")) return;
  m.type("play/note", "Lid left open; man steps back from the table. No key pressed.");
  m.press("play/note/save"), m.press("play/sheet/close");
}

void play_through(Measured m, const session::Play& play) {
  int number = 0;
  const model::Symbols& symbols = m.hands.shell().playing().played().session->prepared().symbols;
  for (const session::PlayLine& line : play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action || m.hands.shell().page() != screens::PageName::play || m.hands.refusal_of(*action)) continue;
    m.watch.name(session::action_words(*action, symbols));
    m.hands.perform(*action);
    if (++number == 8) write_note(m);
  }
}

int cannot_measure(const std::string& why) {
  std::cerr << "firsthand: " << why << '\n';
  return 1;
}

// The library forgets the lesson again, so that the window reads it for itself.
std::optional<session::Play> play_of(content::ContentLibrary& content_library, const FrameBudget& budget) {
  const auto content = content_library.load(budget.scene);
  if (!content.ok()) return std::nullopt;
  const std::string* bytes = (*content)->file(std::string(reading::folder_of((*content)->path())) + "plays/" + budget.play + ".play");
  if (!bytes) return std::nullopt;
  session::PlayReading reading = session::parse_play(*bytes, (*content)->prepared());
  content_library.forget();
  if (!reading.faults.empty()) return std::nullopt;
  return std::move(reading.play);
}

} // namespace

int measure_play(const records::Services& services, content::ContentLibrary& content_library, const WindowOptions& options,
                 const FrameBudget& budget) {
  Stopwatch watch;
  const auto play = play_of(content_library, budget);
  if (!play) return cannot_measure("there is no such lesson or play");
  HandsOptions wanted{services, content_library, options.assets, options.data_folder.data};
  wanted.chance = play->chance;
  wanted.size = budget.size();
  wanted.screen = ui::Screen::real;
  wanted.settling = [&watch](ui::Window& window, const ui::Draw& draw, screens::Shell& shell, ui::Did did) {
    watch.settle(window, draw, shell, did);
  };
  auto hands = WindowHands::open(std::move(wanted));
  if (!hands.ok()) return cannot_measure(hands.error().message);
  content_library.read_ahead(); // as the window does
  const Measured measured{**hands, watch};
  if (!sign_in_twice(measured)) return cannot_measure("nobody could sign in");
  if (!measured.press("home/lesson/" + budget.scene)) return cannot_measure("the lesson could not be begun");
  Stopwatch::tell("play");
  play_through(measured, *play);
  Stopwatch::tell("end");
  if ((*hands)->shell().page() != screens::PageName::debrief) return cannot_measure("the play did not lead to the debrief");
  const bool left = measured.press("debrief/everything") && measured.press("debrief/home");
  Stopwatch::tell("last");
  return left ? 0 : cannot_measure("the debrief could not be left");
}

} // namespace firsthand::tools
