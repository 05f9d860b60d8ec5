// See window_walk_choice.h.
#include "tools/firsthand/window_walk_choice.h"

#include <fmt/format.h>

namespace firsthand::tools {

namespace {

using Kind = Gesture::Kind;

constexpr int gestures_of_a_folder = 160;

const std::vector<std::string> sizes{"1280x720", "1366x768", "1024x640", "960x600", "1920x1080", "640x480", "1280x1024"};
const std::vector<std::string> future_controls{"future", "future-group", "future-act"};
const std::vector<std::string> texts{
    "Malee",
    "12345678",
    "1",
    "2026",
    "มาลี ใจดี",
    "กำลังตรวจสอบหลักฐานที่โต๊ะทำงาน",
    "Emoji \xF0\x9F\x98\x80\xF0\x9F\x91\xAE\xF0\x9F\x8F\xBD\xE2\x80\x8D\xE2\x99\x82\xEF\xB8\x8F",
    "zero\xE2\x80\x8Bwidth\xE2\x80\x8Ejoiner\xE2\x80\x8D\xEF\xBB\xBF",
    std::string("nul\0nul", 7),
    "line\nline\ttab\r\n",
    "\xD8\xA7\xD9\x84\xD8\xAF\xD9\x84\xD9\x8A\xD9\x84 \xD7\xA8\xD7\x90\xD7\x99\xD7\x94",
    "broken \xFF\xC0\xAF bytes \xE0\xB8",
    "=HYPERLINK(\"x\");# \"quoted\" {in} [yaml]: - &a *b",
    std::string(5000, 'W'),
    "e" + std::string(300, '\xCC') + "\x81",
};
const std::vector<std::string> steering{"Tab", "Tab",    "Tab",      "Shift+Tab", "Left",   "Right",  "Up",     "Down",   "Home",
                                        "End", "PageUp", "PageDown", "Backspace", "Delete", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+Z"};
const std::vector<std::string> choosing{"A", "B", "C", "D", "1", "2", "3", "4", "5", "6"};
const std::vector<std::string> leaving{"Escape", "Escape", "Escape", "Alt+Left", "F1"};
const std::vector<std::string> look{"Ctrl+=", "Ctrl+=", "Ctrl+-", "Ctrl+0", "F11"};

} // namespace

void WalkChoice::push(Kind kind, std::string what, std::string other, int number) {
  Gesture gesture;
  gesture.wait_ms = 650, gesture.kind = kind, gesture.what = std::move(what), gesture.other = std::move(other), gesture.number = number;
  planned_.push_back(std::move(gesture));
}

std::string WalkChoice::ending(std::string_view end) const {
  for (const ui::Entry& entry : steps_.world()->registry().entries())
    if (entry.id.ends_with(end)) return entry.id;
  return {};
}

bool WalkChoice::sees(std::string_view id) const {
  const ui::Entry* entry = steps_.world()->registry().find(id);
  return entry && entry->is_pressable();
}

int WalkChoice::some_wait() {
  static const std::vector<int> waits{0, 0, 20, 60, 120, 200, 300, 420, 450, 520, 700, 700, 1000, 1500};
  return dice_.of(waits);
}

Gesture WalkChoice::next() {
  if (left_-- <= 0) return start();
  if (planned_.empty() && !dice_.once_in(3))
    if (std::string id = never_reached(); !id.empty()) push(Kind::click, std::move(id));
  if (planned_.empty()) plan();
  if (!planned_.empty()) {
    Gesture gesture = std::move(planned_.front());
    planned_.pop_front();
    return gesture;
  }
  Gesture gesture = by_chance();
  gesture.slow_disk = may_act(gesture.kind) && gesture.kind != Kind::play && dice_.once_in(6);
  return gesture;
}

Gesture WalkChoice::start() {
  static const std::vector<std::string> kinds{"plain", "damaged", "done", "earlier", "full", "clock", "crowd", "gone"};
  static const std::vector<std::string> languages{"en", "th"}, themes{"light", "dark", "contrast"},
      percents{"100", "100", "125", "150", "200"};
  planned_.clear();
  left_ = gestures_of_a_folder;
  Gesture gesture;
  gesture.kind = Kind::start;
  gesture.what = kinds[static_cast<std::size_t>(episodes_) % kinds.size()];
  if (gesture.what != "plain" && gesture.what != "done" && gesture.what != "full") left_ /= 3;
  gesture.other = fmt::format("{} {} {} {} {}", dice_.of(languages), dice_.of(themes), dice_.of(percents), dice_.of(sizes), episodes_);
  ++episodes_;
  return gesture;
}

// ---- what a person would do

void WalkChoice::plan() {
  if (dice_.once_in(3)) return; // and often not
  const screens::PageName page = steps_.world()->shell().page();
  if (page == screens::PageName::sign_in) plan_sign_in();
  if (page == screens::PageName::station) plan_station();
  if (page == screens::PageName::play) plan_play();
  if (page == screens::PageName::debrief) plan_debrief();
}

void WalkChoice::plan_sign_in() {
  if (sees("sign-in/create")) {
    push(Kind::click, "sign-in/new-name");
    push(Kind::key, "Ctrl+A");
    push(Kind::type, dice_.once_in(3) ? dice_.of(texts) : fmt::format("Learner {}", dice_.below(10'000)));
    plan_pins({"sign-in/new-pin", "sign-in/new-pin-again"}, "1234");
    push(Kind::click, "sign-in/create");
  } else if (sees("sign-in/reset")) {
    plan_pins({"sign-in/trainer"}, "2468");
    plan_pins({"sign-in/reset-pin", "sign-in/reset-again"}, "1234");
    push(Kind::click, "sign-in/reset");
  } else if (sees("sign-in/go") && sees("sign-in/pin")) {
    push(Kind::click, "sign-in/pin");
    push(Kind::key, "Ctrl+A");
    push(Kind::type, dice_.once_in(8) ? "4321" : "1234");
    push(Kind::click, "sign-in/go");
  } else if (sees("sign-in/search")) {
    push(Kind::click, "sign-in/search");
    push(Kind::key, "Ctrl+A");
    push(Kind::type, dice_.once_in(3) ? dice_.of(texts) : dice_.once_in(2) ? "al" : "n 3");
    push(Kind::key, dice_.once_in(2) ? "Down" : "Enter");
    push(Kind::key, "Enter");
  }
}

void WalkChoice::plan_station() {
  if (!sees("station/new-pin") || dice_.once_in(2)) return;
  if (sees("station/old-pin")) plan_pins({"station/old-pin"}, "2468");
  plan_pins({"station/new-pin", "station/new-pin-again"}, "2468");
  push(Kind::click, "station/trainer");
}

void WalkChoice::plan_pins(std::initializer_list<const char*> fields, const char* pin) {
  for (const char* field : fields)
    push(Kind::click, field), push(Kind::key, "Ctrl+A"), push(Kind::type, pin);
}

// Everything, then one of its tabs; from what one finding says back to its moment. Or the two futures, and what is pressed on their line.
void WalkChoice::plan_debrief() {
  if (sees("debrief/futures") && dice_.once_in(3)) return push(Kind::click, "debrief/futures");
  for (int i = 0; sees("debrief/three/bar") && i < 4; ++i)
    push(Kind::click, fmt::format("debrief/{}/{}", dice_.of(future_controls), dice_.below(24)));
  if (sees("debrief/everything") && dice_.once_in(2)) return push(Kind::click, "debrief/everything");
  if (sees("debrief/tab/0") && dice_.once_in(3)) push(Kind::key, "End"); // some of it stands far below
  if (sees("debrief/tab/0") && dice_.once_in(3)) return push(Kind::click, fmt::format("debrief/tab/{}", dice_.below(6)));
  if (!sees("debrief/finding/0") || !dice_.once_in(3)) return;
  push(Kind::click, fmt::format("debrief/finding/{}", dice_.below(6)));
  push(Kind::click, "debrief/finding-back");
}

void WalkChoice::plan_play() {
  const std::string down = ending("/down"); // a row is lifted
  if (!down.empty() && dice_.once_in(3)) return push(Kind::click, dice_.once_in(2) ? down : down.substr(0, down.rfind('/')) + "/up");
  if (steps_.acted() && dice_.once_in(3)) {
    push(Kind::click, "play/back"); // left after a turn, and gone on with
    push(Kind::click, dice_.once_in(4) ? "play/leave/no" : "play/leave/yes");
    push(Kind::click, "home/continue");
  } else if (dice_.once_in(2)) {
    push(Kind::play, {});
  }
}

// ---- what anybody might do

// What is seldom there is pressed while it is: a hundred thousand gestures had passed by a few families. What cannot be pressed is left
// after some tries.
std::string WalkChoice::never_reached() {
  if (!families_.given()) return {};
  const int top = steps_.world()->registry().top_layer();
  for (const ui::Entry& entry : steps_.world()->registry().entries())
    if (entry.is_pressable() && entry.layer == top && families_.count(entry.id) == 0 && ++sought_[families_.of(entry.id)] <= 5)
      return entry.id;
  return {};
}

std::string WalkChoice::some_control(bool fields_only) {
  std::vector<std::pair<std::string, int>> all;
  int sum = 0;
  const int top = steps_.world()->registry().top_layer();
  for (const ui::Entry& entry : steps_.world()->registry().entries()) {
    if (!entry.is_pressable() || entry.layer != top || (fields_only && entry.role != ui::Role::field)) continue;
    const int reached = families_.count(entry.id);
    sum += reached == 0 ? 60 : 2 + 60 / (2 + reached);
    all.emplace_back(entry.id, sum);
  }
  if (all.empty()) return {};
  const int at = dice_.below(sum);
  for (const auto& [id, upto] : all)
    if (at < upto) return id;
  return all.back().first;
}

Gesture WalkChoice::by_chance() {
  const int what = dice_.below(100);
  Gesture gesture = what < 66 ? by_pointer() : what < 90 ? by_key() : by_system();
  gesture.wait_ms = some_wait();
  return gesture;
}

Gesture WalkChoice::by_pointer() {
  Gesture gesture;
  gesture.what = some_control();
  const int how = dice_.below(100);
  if (gesture.what.empty()) {
    gesture.kind = Kind::key, gesture.what = "Escape";
  } else if (how < 66) {
    gesture.kind = Kind::click;
  } else if (how < 82) {
    gesture.kind = Kind::twice, gesture.number = dice_.below(150);
  } else if (how < 86) {
    gesture.kind = Kind::hold, gesture.number = 600;
  } else if (how < 94) {
    gesture.kind = Kind::cross, gesture.other = dice_.once_in(2) ? "Escape" : dice_.once_in(2) ? "Enter" : dice_.of(choosing);
  } else if (how < 97) {
    gesture.kind = Kind::wheel, gesture.number = dice_.once_in(2) ? 3 : -3;
  } else {
    gesture.kind = Kind::drag, gesture.other = some_control();
  }
  return gesture;
}

Gesture WalkChoice::by_key() {
  Gesture gesture;
  const int which = dice_.below(100), how = dice_.below(100);
  gesture.what = which < 40   ? (dice_.once_in(3) ? "Space" : "Enter")
                 : which < 62 ? dice_.of(steering)
                 : which < 75 ? dice_.of(choosing)
                 : which < 93 ? dice_.of(leaving)
                              : dice_.of(look);
  gesture.kind = how < 70 ? Kind::key : how < 90 ? Kind::again : Kind::keep;
  if (gesture.kind == Kind::again) gesture.number = dice_.below(150);
  if (gesture.kind == Kind::keep) gesture.number = 1500;
  return gesture;
}

Gesture WalkChoice::by_system() {
  Gesture gesture;
  const int what = dice_.below(100);
  const std::string field = some_control(true);
  if (what < 40 && !field.empty()) {
    gesture.kind = Kind::click, gesture.what = field;
    push(dice_.once_in(3) ? Kind::paste : dice_.once_in(5) ? Kind::compose : Kind::type, dice_.of(texts));
  } else if (what < 55) {
    gesture.kind = Kind::size, gesture.what = dice_.of(sizes);
  } else if (what < 63) {
    gesture.kind = Kind::drop,
    gesture.what = dice_.once_in(2) ? "/nowhere/\xE0\xB8\xA0\xE0\xB8\xB2\xE0\xB8\x9E.yaml" : std::string(3000, 'x');
  } else if (what < 70) {
    gesture.kind = Kind::lost;
  } else if (what < 76) {
    gesture.kind = Kind::away;
  } else if (what < 80) {
    gesture.kind = Kind::close;
  } else {
    gesture.kind = Kind::pass;
  }
  if (gesture.kind == Kind::pass && dice_.once_in(8)) push(Kind::pass, {}), planned_.back().wait_ms = 11 * 60'000; // signed out meanwhile
  return gesture;
}

} // namespace firsthand::tools
