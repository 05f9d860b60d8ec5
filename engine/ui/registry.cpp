// Look-ups in the list of what stands on the screen.
#include "engine/ui/registry.h"

#include <algorithm>
#include <array>

namespace firsthand::ui {
namespace {

constexpr std::array<std::string_view, 20> role_names{"text",   "heading", "button",   "link", "verb",   "option",  "checkbox",
                                                      "toggle", "tab",     "row",      "card", "field",  "stepper", "hot spot",
                                                      "scroll", "picture", "progress", "tag",  "notice", "sheet"};

// Crossing number, in whole pixels.
bool inside_polygon(const std::vector<Point>& shape, Point p) {
  bool inside = false;
  for (std::size_t i = 0, j = shape.size() - 1; i < shape.size(); j = i++) {
    const Point a = shape[i], b = shape[j];
    if ((a.y > p.y) == (b.y > p.y)) continue;
    const long long cross = static_cast<long long>(b.x - a.x) * (p.y - a.y) - static_cast<long long>(p.x - a.x) * (b.y - a.y);
    if ((b.y > a.y) == (cross > 0)) inside = !inside;
  }
  return inside;
}

} // namespace

std::string_view name_of(Role role) { return role_names[static_cast<std::size_t>(role)]; }

// Without a default: a new kind has to be put on one side.
bool Entry::is_control() const {
  switch (role) {
  case Role::text:
  case Role::heading:
  case Role::scroll:
  case Role::picture:
  case Role::progress:
  case Role::tag:
  case Role::notice:
  case Role::sheet:
    return false;
  case Role::button:
  case Role::link:
  case Role::verb:
  case Role::option:
  case Role::checkbox:
  case Role::toggle:
  case Role::tab:
  case Role::row:
  case Role::card:
  case Role::field:
  case Role::stepper:
  case Role::hot_spot:
    return !id.empty();
  }
  return false;
}

bool Entry::is_pressable() const { return is_control() && enabled && !visible().empty(); }

bool Entry::shares_stop_with(const Entry& other) const {
  const bool answers = role == Role::option && other.role == Role::option, one = one_stop && other.one_stop;
  return (answers || one) && !group.empty() && group == other.group;
}

bool Entry::hit(Point p) const {
  if (!visible().contains(p)) return false;
  return shape.size() < 3 || inside_polygon(shape, p);
}

const Entry* Registry::find(std::string_view id) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [id](const Entry& e) { return e.id == id; });
  return found == entries_.end() || id.empty() ? nullptr : &*found;
}

int Registry::top_layer() const {
  int top = 0;
  for (const Entry& entry : entries_)
    top = std::max(top, entry.layer);
  return top;
}

int Registry::layer_at(Point p) const {
  int layer = top_layer();
  const auto is_beside = [&](const Entry& e) { return e.role == Role::sheet && e.layer == layer && e.hears_beside && !e.rect.contains(p); };
  while (layer > 0 && std::any_of(entries_.begin(), entries_.end(), is_beside))
    --layer;
  return layer;
}

const Entry* Registry::topmost_at(Point p) const {
  const int top = layer_at(p);
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry)
    if (entry->layer == top && entry->is_control() && entry->hit(p)) return &*entry;
  return nullptr;
}

std::vector<const Entry*> Registry::focusable(std::string_view also) const {
  std::vector<const Entry*> found;
  const int top = top_layer();
  for (const Entry& entry : entries_)
    if (entry.focusable && (entry.enabled || entry.id == also) && entry.layer == top && !entry.id.empty()) found.push_back(&entry);
  std::stable_sort(found.begin(), found.end(), [](const Entry* a, const Entry* b) { return a->part < b->part; });
  return found;
}

std::string Registry::read_aloud() const {
  std::string words;
  for (const Entry& entry : entries_) {
    if (entry.label.empty() && entry.value.empty()) continue;
    words += entry.label;
    if (!entry.value.empty()) words += (entry.label.empty() ? "" : ": ") + entry.value;
    words += '\n';
  }
  return words;
}

} // namespace firsthand::ui
