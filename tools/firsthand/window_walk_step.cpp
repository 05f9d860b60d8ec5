// See window_walk_step.h.
#include "tools/firsthand/window_walk_step.h"

#include "engine/session/play.h"
#include "engine/ui/device.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace firsthand::tools {

namespace {

using Kind = Gesture::Kind;
namespace device = ui::device;

constexpr int guard_ms = 400, confirm_ms = 500;             // the rules that are judged
constexpr int repeat_after_ms = 500, repeat_every_ms = 100; // of a key that is held
constexpr int press_ms = 60;                                // how long a finger stays down
constexpr int frame_when_busy_ms = 40;                      // what comes closer together waits for one frame

ui::Size size_in(const std::string& words) {
  ui::Size size;
  char x = 0;
  std::istringstream(words) >> size.w >> x >> size.h;
  return size;
}

std::string focused_in(const ui::Registry& registry) {
  for (const ui::Entry& entry : registry.entries())
    if (entry.focused) return entry.id;
  return {};
}

bool is_key(const Gesture& gesture) {
  const bool key = gesture.kind == Kind::key || gesture.kind == Kind::again || gesture.kind == Kind::keep;
  return key && gesture.what != "Escape";
}

// A test that stands at another question keeps what was begun there and is turned to the one that is asked for, and one that
// keeps each change at once keeps what stood there with the new half: all but the last act are other ones of the same step, two
// and one a value at most.
bool one_by_one(const std::vector<SealedAct>& acts, const session::Action& action) {
  if (acts.size() <= 1) return true;
  return acts.size() <= 2 + action.values.size() && std::all_of(acts.begin(), acts.end() - 1, [&](const SealedAct& act) {
           return act.action && act.action->step == action.step && *act.action != action;
         });
}

bool chooses(const std::string& key) { return key.size() == 1; } // a letter or a number

} // namespace

// ---- time and place

void WalkSteps::frame() {
  world_->frame();
  std::string now = screen();
  if (now == screen_) return;
  screen_ = std::move(now), changed_ms_ = world_->now_ms();
}

void WalkSteps::frames(int ms) {
  for (const std::int64_t until = world_->now_ms() + ms; world_->now_ms() < until;)
    frame();
}

// Frames of others, of which only the end is looked at: another screen may have come as early as their beginning.
void WalkSteps::unseen(const std::function<void()>& work) {
  const std::int64_t before_ms = world_->now_ms();
  work();
  if (std::string now = screen(); now != screen_) screen_ = std::move(now), changed_ms_ = before_ms;
}

// What a person would call the same screen.
std::string WalkSteps::screen() const {
  screens::Shell& shell = world_->shell();
  const screens::Played& played = shell.playing().played();
  std::string name = fmt::format("{} {}", static_cast<int>(shell.page()), shell.help_open ? "help" : "");
  if (shell.page() == screens::PageName::play && played.session)
    name += fmt::format(" {} {} {}", played.session->id(), played.session->attempt().step, static_cast<int>(played.memory.sheet));
  if (shell.page() == screens::PageName::sign_in) name += fmt::format(" {}", static_cast<int>(screens::sign_in(shell).memory.page));
  return name;
}

std::string WalkSteps::resolve(const std::string& id) const {
  std::string of_its_kind;
  for (const ui::Entry& entry : world_->registry().entries()) {
    if (!entry.is_pressable()) continue;
    if (entry.id == id) return id;
    if (of_its_kind.empty() && families_.of(entry.id) == families_.of(id)) of_its_kind = entry.id;
  }
  return of_its_kind;
}

// A point that hits the control itself; scrolled into view first, as anybody would.
std::optional<ui::Point> WalkSteps::point_of(const std::string& id) {
  const std::string there = resolve(id);
  if (there.empty()) return std::nullopt;
  unseen([&] { (void)world_->hands().driver().scroll_to(there); });
  const ui::Entry* entry = world_->registry().find(there);
  if (!entry) return std::nullopt;
  const ui::Rect seen = entry->visible();
  const auto hits = [&](ui::Point p) {
    const ui::Entry* top = world_->registry().topmost_at(p);
    return top && top->id == there;
  };
  if (hits(seen.centre())) return seen.centre();
  for (int y = seen.y; y < seen.bottom(); y += 6)
    for (int x = seen.x; x < seen.right(); x += 6)
      if (hits({x, y})) return ui::Point{x, y};
  return std::nullopt;
}

// ---- the oracle

bool WalkSteps::is_fresh() const { return screen() != screen_ || world_->now_ms() - changed_ms_ < guard_ms; }

WalkSteps::Press WalkSteps::begin(std::string target) {
  ++presses_;
  Press press{world_->now_ms(), std::move(target), screen(), is_fresh(), false};
  if (press.target == "play/try-again") press.again = world_->shell().playing().played().unsaved;
  if (!pressed_) first_press_ = press, pressed_ = true;
  all_fresh_ = all_fresh_ && press.fresh;
  if (!press.target.empty() && press.target != "?") families_.reached(press.target);
  return press;
}

// The button or key is up again, and what came of it is on the screen.
Broken WalkSteps::ended(const Press& press) { return judge(world_->sealed(), press); }

Broken WalkSteps::judge(const std::vector<SealedAct>& acts, const Press& press) {
  for (const SealedAct& act : acts) {
    ++sealed_now_, ++acts_, acted_ = true;
    const std::string what = act.words.empty() ? act.kind : act.words;
    if (sealed_now_ > 1) return fmt::format("a second act was sealed by one gesture: {}", what);
    if (!pressed_) return fmt::format("an act was sealed without a press: {}", what);
    if (press.fresh) return fmt::format("an act was sealed by a press within {} ms of another screen: {}", guard_ms, what);
    if (!act.asks_twice || (press.again && press.again == act.action)) continue; // it was confirmed before the disk refused it
    if (first_press_.number) return fmt::format("a number key sealed what asks twice: {}", what);
    if (!last_press_) continue; // by hands that press for themselves
    const Press& before = *last_press_;
    const bool same = before.screen == first_press_.screen && (before.target == first_press_.target || before.target == "?");
    if (!same || first_press_.began_ms - before.began_ms < confirm_ms)
      return fmt::format("what asks twice was sealed without two presses of their own, {} ms apart: {}", confirm_ms, what);
  }
  return {};
}

// What a slow disk has written only now: which press of the gesture it was is not known, so any that was in time may have been.
Broken WalkSteps::judge_late() {
  Press press = first_press_;
  press.fresh = all_fresh_;
  return judge(world_->sealed(), press);
}

// What an exercise's screen remembers is there again when it is gone on with, whatever happened meanwhile.
Broken WalkSteps::check_memory() {
  const screens::Shell& shell = world_->shell();
  if (shell.in_demonstration()) return {};
  screens::Played& played = world_->shell().playing().played();
  if (shell.page() != screens::PageName::play || !played.session) return {};
  std::size_t hints = 0;
  for (const auto& [step, count] : played.memory.hints)
    hints += static_cast<std::size_t>(count);
  const Kept now{played.memory.note, played.memory.as_list, played.memory.tab, played.memory.shots.size(), hints};
  const auto before = kept_.find(played.session->id());
  const bool lost = before != kept_.end() && (before->second.shots > now.shots || before->second.hints > now.hints);
  kept_[played.session->id()] = now;
  return lost ? "photographs or hints of an exercise are forgotten" : Broken();
}

Broken WalkSteps::look_around() {
  for (const ui::Entry& entry : world_->registry().entries())
    if (entry.is_pressable()) families_.of(entry.id);
  return check_memory();
}

// ---- the hands

Broken WalkSteps::take(const Gesture& gesture) {
  acted_ = false;
  if (gesture.kind == Kind::start) return open(gesture);
  if (!world_) return {};
  world_->pass(gesture.wait_ms);
  if (gesture.wait_ms > 0) frame();
  pressed_ = false, all_fresh_ = true, sealed_now_ = 0;
  if (gesture.slow_disk) world_->hold_disk();
  Broken broken = perform(gesture);
  world_->release_disk();
  bool rests = false;
  unseen([&] { rests = world_->settle(); });
  if (!rests) return "the window never comes to rest";
  frame();
  if (broken.empty()) broken = judge_late();
  if (pressed_ && !(is_key(gesture) && first_press_.target.empty())) last_press_ = first_press_; // Ctrl+A in between presses nothing
  if (broken.empty()) broken = look_around();
  if (!broken.empty() || !world_->closed()) return broken;
  kept_.clear(), last_press_ = Press{};
  const auto opened = world_->open_again();
  return opened.ok() ? Broken() : opened.error().message;
}

Broken WalkSteps::open(const Gesture& gesture) {
  Broken broken = finish();
  if (!broken.empty()) return broken;
  auto world = WalkWorld::open(places_, gesture);
  if (!world.ok()) return world.error().message;
  world_ = std::move(world).value();
  (void)world_->sealed();
  last_press_ = Press{}, kept_.clear();
  screen_ = screen(), changed_ms_ = world_->now_ms();
  return look_around();
}

Broken WalkSteps::finish() {
  if (!world_) return {};
  const std::string found = world_->verify();
  world_.reset();
  return found.empty() ? Broken() : "the record does not verify: " + found;
}

Broken WalkSteps::perform(const Gesture& gesture) {
  switch (gesture.kind) {
  case Kind::click:
  case Kind::twice:
  case Kind::hold:
  case Kind::drag:
  case Kind::cross:
  case Kind::wheel: {
    const auto at = point_of(gesture.what);
    return at ? by_pointer(gesture, *at) : Broken();
  }
  case Kind::key:
  case Kind::again:
  case Kind::keep:
    return by_key(gesture);
  case Kind::play: {
    Broken broken;
    unseen([&] { broken = play_on(); });
    return broken;
  }
  default:
    return by_system(gesture);
  }
}

Broken WalkSteps::by_pointer(const Gesture& gesture, ui::Point at) {
  if (gesture.kind == Kind::wheel) return device::wheel(at, gesture.number), frame(), Broken();
  const std::string id = resolve(gesture.what);
  const std::optional<ui::Point> other = gesture.kind == Kind::drag ? point_of(gesture.other) : std::nullopt;
  device::move(at);
  frame();
  Press press = begin(id);
  if (gesture.kind == Kind::twice && gesture.number < frame_when_busy_ms) {
    for (const int count : {1, 2})
      device::button(at, true, count), device::button(at, false, count);
    frames(4 * press_ms);
    return gesture.slow_disk ? Broken() : ended(press);
  }
  device::button(at, true);
  frames(gesture.kind == Kind::hold ? gesture.number : press_ms);
  if (gesture.kind == Kind::cross) {
    const auto key = device::key_named(gesture.other);
    Press crossing = press; // later than the press, and in time where that one was not
    crossing.fresh = is_fresh();
    all_fresh_ = all_fresh_ && crossing.fresh;
    if (key) device::key(*key, true), frame(), device::key(*key, false), frames(press_ms);
    Broken broken = judge(world_->sealed(), crossing);
    if (!broken.empty()) return broken;
    press.fresh = press.fresh || screen() != press.screen; // it began on another one
  }
  if (other) device::move(*other), frame();
  device::button(other.value_or(at), false);
  frames(2 * press_ms);
  Broken broken = gesture.slow_disk ? Broken() : ended(press);
  if (!broken.empty() || gesture.kind != Kind::twice) return broken;
  frames(std::max(0, gesture.number - 2 * press_ms));
  const Press second = begin(id);
  device::button(at, true, 2);
  frames(press_ms);
  device::button(at, false, 2);
  frames(2 * press_ms);
  return gesture.slow_disk ? Broken() : ended(second);
}

Broken WalkSteps::by_key(const Gesture& gesture) {
  const auto key = device::key_named(gesture.what);
  if (!key) return {};
  const bool enters = gesture.what == "Enter" || gesture.what == "Space";
  const auto target = [&] { return enters ? focused_in(world_->registry()) : chooses(gesture.what) ? std::string("?") : std::string(); };
  Press press = begin(target());
  first_press_.number = press.number = chooses(gesture.what) && gesture.what[0] <= '9';
  if (gesture.kind == Kind::again && gesture.number < frame_when_busy_ms) {
    for (int i = 0; i < 2; ++i)
      device::key(*key, true), device::key(*key, false);
    frames(4 * press_ms);
    return gesture.slow_disk ? Broken() : ended(press);
  }
  device::key(*key, true);
  frame();
  if (gesture.kind == Kind::keep) {
    world_->pass(repeat_after_ms);
    for (int ms = repeat_after_ms; ms < gesture.number; ms += repeat_every_ms) {
      device::key(*key, true, true);
      frame();
      world_->pass(repeat_every_ms - 20);
    }
  }
  frames(press_ms);
  device::key(*key, false);
  frames(press_ms);
  Broken broken = gesture.slow_disk ? Broken() : ended(press);
  if (!broken.empty() || gesture.kind != Kind::again) return broken;
  frames(std::max(0, gesture.number - 2 * press_ms));
  const Press second = begin(target());
  device::key(*key, true);
  frames(press_ms);
  device::key(*key, false);
  frames(press_ms);
  return gesture.slow_disk ? Broken() : ended(second);
}

Broken WalkSteps::by_system(const Gesture& gesture) {
  switch (gesture.kind) {
  case Kind::type:
    device::text(gesture.what);
    break;
  case Kind::paste: {
    device::clipboard(gesture.what);
    const auto key = device::key_named("Ctrl+V");
    device::key(*key, true);
    frame();
    device::key(*key, false);
    break;
  }
  case Kind::compose:
    device::compose(gesture.what);
    break;
  case Kind::drop:
    device::drop(gesture.what);
    break;
  case Kind::size:
    world_->hands().driver().window().resize(size_in(gesture.what));
    break;
  case Kind::lost:
    device::lose_device();
    break;
  case Kind::away:
    device::lose_keyboard();
    break;
  case Kind::close:
    device::close();
    break;
  default:
    break;
  }
  frame();
  return {};
}

// The first act of the lesson's best play that is accepted now and was not done yet.
Broken WalkSteps::play_on() {
  screens::Shell& shell = world_->shell();
  if (shell.page() != screens::PageName::play || !shell.playing().played().session) return {};
  const content::Content& content = shell.playing().played().session->content();
  const session::Prepared& prepared = content.prepared();
  const std::string* bytes =
      content.file(std::string(reading::folder_of(content.path())) + "plays/" + prepared.scenario.exemplar + ".play");
  if (!bytes) return {};
  std::vector<session::Action> done;
  for (const app::Turn& turn : shell.playing().played().session->turns())
    if (turn.action) done.push_back(*turn.action);
  const session::PlayReading reading = session::parse_play(*bytes, prepared);
  for (const session::PlayLine& line : reading.play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action) continue;
    if (const auto found = std::find(done.begin(), done.end(), *action); found != done.end()) {
      done.erase(found);
      continue;
    }
    if (!world_->hands().refusal_of(*action)) return play(*action);
  }
  return {};
}

// Its presses are not ours: the next one that asks twice may be its second.
Broken WalkSteps::play(const session::Action& action) {
  last_press_.reset();
  (void)world_->hands().perform(action);
  const std::vector<SealedAct> acts = world_->sealed();
  acts_ += static_cast<int>(acts.size()), acted_ = !acts.empty();
  if (one_by_one(acts, action)) return {};
  std::string words;
  for (const SealedAct& act : acts)
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", act.kind, act.words);
  return fmt::format("{} acts were sealed by the controls of one: {}", acts.size(), words);
}

} // namespace firsthand::tools
