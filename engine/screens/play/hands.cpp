// See hands.h.
#include "engine/screens/play/hands.h"

#include <algorithm>

namespace firsthand::screens {

namespace {
constexpr int most_pulls = 4;
} // namespace

bool Hands::press(const std::string& id) {
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

// Where another thing lies in front of it the pointer hits that; the keyboard reaches everything.
bool Hands::press_by_keyboard(const std::string& id) {
  const std::size_t most = driver_.window().registry().focusable().size() + 1;
  for (std::size_t i = 0; i < most && driver_.focused() != id; ++i)
    (void)driver_.key("Tab");
  if (driver_.focused() != id || !driver_.key("Enter").ok()) return false;
  settle_();
  return true;
}

void Hands::select(const std::string& id) {
  const auto chosen = [&] {
    const auto entry = driver_.find(id);
    return entry.ok() && entry->chosen;
  };
  if (!sees(id) || (press(id) && chosen())) return;
  if (press(id + "/name") && chosen()) return; // what stands behind another thing is pressed by its name
  press_by_keyboard(id);
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
