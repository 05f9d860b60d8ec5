// See hands.h.
#include "engine/screens/play/hands.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::screens {

namespace {
constexpr int most_pulls = 4;
} // namespace

bool Hands::press(const std::string& id) {
  if (pressing_ == Pressing::by_keyboard) return press_by_keyboard(id);
  base::Result<void> clicked = driver_.click(id);
  // A long page takes more than one pull at the wheel.
  for (int i = 0; i < most_pulls && !clicked.ok() && clicked.error().code == "ui-hidden"; ++i)
    clicked = driver_.click(id);
  if (clicked.ok()) settle_();
  return clicked.ok();
}

void Hands::press_twice(const std::string& id) {
  const int before = turn();
  for (int i = 0; i < 2 && turn() == before && press(id); ++i) {
  }
}

bool Hands::press_ending(const std::string& ending) {
  for (const ui::Entry& entry : driver_.window().registry().entries())
    if (entry.enabled && entry.id.ends_with(ending)) return press(std::string(entry.id));
  return false;
}

void Hands::key(const char* name) {
  (void)driver_.key(name);
  if (pressing_ == Pressing::by_keyboard) look_at_focus(name);
}

// Whole, or as much of it as the part of the window that it scrolls in can hold.
void Hands::look_at_focus(const char* after) {
  const std::string id = driver_.focused();
  const auto entry = driver_.find(id);
  if (!entry.ok()) return lost_focus_.push_back(fmt::format("after {} nothing has the focus", after));
  const ui::Rect seen = entry->visible();
  if (seen.w < std::min(entry->rect.w, entry->clip.w) || seen.h < std::min(entry->rect.h, entry->clip.h) || seen.empty())
    lost_focus_.push_back(fmt::format("after {} {} has the focus and is not seen whole", after, id));
}

const char* way_to(const ui::Rect& from, const ui::Rect& wanted) {
  if (from.y != wanted.y) return from.y > wanted.y ? "Up" : "Down";
  return from.x > wanted.x ? "Left" : "Right";
}

// Round by Tab until it is there, or the answers are that it is one of: they are one stop, and the arrows go among them.
bool Hands::go_to(const std::string& id) {
  const auto wanted = driver_.find(id);
  if (!wanted.ok() || !wanted->focusable || !wanted->enabled) return false;
  const auto now = [&] {
    const auto found = driver_.find(driver_.focused());
    return found.ok() ? *found : ui::Entry{};
  };
  const auto beside = [&] { return now().shares_stop_with(*wanted); };
  const std::size_t most = driver_.window().registry().focusable().size() + 1;
  for (std::size_t i = 0; i < most && driver_.focused() != id && !beside(); ++i)
    key("Tab");
  for (std::size_t i = 0; i < most && driver_.focused() != id && beside(); ++i)
    key(way_to(now().rect, wanted->rect));
  return driver_.focused() == id;
}

bool Hands::press_by_keyboard(const std::string& id) {
  if (!go_to(id)) return false;
  key("Enter");
  settle_();
  if (pressing_ == Pressing::by_keyboard) look_at_focus("what was pressed");
  return true;
}

bool Hands::type_into(const std::string& id, std::string_view words) {
  const bool there = pressing_ == Pressing::by_keyboard ? go_to(id) : driver_.click(id).ok();
  if (there) driver_.type(words);
  return there;
}

void Hands::write(const std::string& id, std::string_view words) {
  if (type_into(id, "") && driver_.key("Ctrl+A").ok()) driver_.type(words);
}

void Hands::choose(const std::string& id) {
  if (const auto there = driver_.find(id); there.ok() && !there->chosen) press(id);
}

void Hands::select(const std::string& id) {
  const auto chosen = [&] {
    const auto entry = driver_.find(id);
    return entry.ok() && entry->chosen;
  };
  if (!sees(id) || (press(id) && chosen())) return;
  if (press(id + "/name") && chosen()) return; // what stands behind another thing is pressed by its name
  press_by_keyboard(id); // where another thing lies in front of it the pointer hits that; the keyboard reaches everything
}

bool Hands::may_press(const std::string& id) const {
  const auto entry = driver_.find(id);
  return entry.ok() && entry->enabled;
}

std::vector<std::string> Hands::ids(std::string_view start) const {
  std::vector<std::pair<int, std::string>> found;
  for (const ui::Entry& entry : driver_.window().registry().entries())
    if (entry.id.starts_with(start)) found.emplace_back(entry.rect.y, entry.id);
  std::sort(found.begin(), found.end());
  std::vector<std::string> ids;
  for (auto& [y, id] : found)
    ids.push_back(std::move(id));
  return ids;
}

} // namespace firsthand::screens
