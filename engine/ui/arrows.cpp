// Where an arrow key leads: inside of a group from one to the next, and in an area that leads from there on to the next that can be
// pressed. What lies between, and can only be read, is scrolled over and never jumped over.
#include "engine/ui/stage.h"

#include <algorithm>
#include <cmath>

namespace firsthand::ui {

namespace {

bool is_sideways(Key key) { return key == Key::left || key == Key::right; }
bool is_backwards(Key key) { return key == Key::left || key == Key::up; }

// How far `to` lies from `from` in the arrow's direction, sideways counting double; nothing if it lies elsewhere.
std::optional<int> reach(const Rect& from, const Rect& to, Key key) {
  const Point a = from.centre(), b = to.centre();
  const bool sideways = is_sideways(key);
  const int along = sideways ? b.x - a.x : b.y - a.y;
  const int across = std::abs(sideways ? b.y - a.y : b.x - a.x);
  const int forward = is_backwards(key) ? -along : along;
  if (forward <= 0) return std::nullopt;
  return forward + 2 * across;
}

// Of a group the one that is reached first.
const Entry* nearest(const std::vector<const Entry*>& all, const Entry& from, Key key) {
  const Entry* best = nullptr;
  int least = 0;
  for (const Entry* each : all)
    if (const auto distance = each == &from ? std::nullopt : reach(from.rect, each->rect, key); distance && (!best || *distance < least))
      best = each, least = *distance;
  return best;
}

bool stand_beside(const Rect& a, const Rect& b) { return a.y < b.bottom() && b.y < a.bottom(); }

// The next line up or down, of what may stand anywhere: so that going up and down alone comes by every line of a page.
std::vector<const Entry*> next_line(const std::vector<const Entry*>& all, const Rect& from, Key key) {
  const bool up = key == Key::up;
  const int middle = from.centre().y;
  std::vector<const Entry*> beyond = all;
  std::erase_if(beyond, [&](const Entry* each) { return up ? each->rect.bottom() > middle : each->rect.y < middle; });
  const auto first = std::min_element(beyond.begin(), beyond.end(), [up](const Entry* a, const Entry* b) {
    return up ? a->rect.bottom() > b->rect.bottom() : a->rect.y < b->rect.y;
  });
  if (first == beyond.end()) return beyond;
  const Rect line = (*first)->rect;
  std::erase_if(beyond, [&](const Entry* each) { return !stand_beside(each->rect, line); });
  return beyond;
}

// In an area: up and down to what stands straightest in the next line, to the side to the next of the same line.
const Entry* next_in_area(const std::vector<const Entry*>& all, const Entry& from, Key key) {
  if (!is_sideways(key)) {
    const std::vector<const Entry*> line = next_line(all, from.rect, key);
    const auto aside = [&](const Entry* each) { return std::abs(each->rect.centre().x - from.rect.centre().x); };
    const auto best = std::min_element(line.begin(), line.end(), [&](const Entry* a, const Entry* b) { return aside(a) < aside(b); });
    return best == line.end() ? nullptr : *best;
  }
  std::vector<const Entry*> beside = all;
  std::erase_if(beside, [&](const Entry* each) { return !stand_beside(each->rect, from.rect); });
  return nearest(beside, from, key);
}

std::vector<const Entry*> in_group(const Registry& now, std::string_view group) {
  std::vector<const Entry*> all = now.focusable();
  std::erase_if(all, [&](const Entry* each) { return each->group != group; });
  return all;
}

std::vector<const Entry*> in_area(const Registry& now, std::string_view area) {
  std::vector<const Entry*> all = now.focusable();
  std::erase_if(all, [&](const Entry* each) { return each->area != area; });
  return all;
}

// What stands in the view, or will if only so far is scrolled that `from` is still there: nothing between is passed unseen.
bool is_near(const Entry& from, const Entry& to, const Rect& view) {
  const int top = std::min(from.rect.y, to.rect.y), bottom = std::max(from.rect.bottom(), to.rect.bottom());
  return bottom - top <= view.h || (to.rect.y >= view.y && to.rect.bottom() <= view.bottom());
}

} // namespace

const Stage::LeadingArea* Stage::leading_area() const {
  const Entry* from = now.find(focused);
  const LeadingArea* largest = nullptr;
  for (const LeadingArea& each : leading) {
    if (each.layer != now.top_layer()) continue;
    if (from && from->area == each.id) return &each;
    if (!largest || each.view.w * each.view.h > largest->view.w * largest->view.h) largest = &each;
  }
  return largest;
}

void Stage::arrow(Key key) {
  const Entry* from = now.find(focused);
  const bool in_text = from && from->role == Role::field && is_sideways(key);
  if (in_text) return;
  if (from && from->area.empty() && !from->group.empty()) return arrow_in_group(*from, key);
  const LeadingArea* area = leading_area();
  if (!area) return;
  const bool outside = from && from->area.empty(); // from a bar only down, from what stays below the page up as well
  if (!outside || key == Key::down || (key == Key::up && from->rect.y >= area->view.bottom())) arrow_in_area(*area, key);
}

// Of a group in no area: at its end it leads nowhere.
void Stage::arrow_in_group(const Entry& from, Key key) {
  if (const Entry* next = nearest(in_group(now, from.group), from, key)) move_focus_to(std::string(next->id));
  key_used = true;
}

void Stage::arrow_in_area(const LeadingArea& area, Key key) {
  const Entry* next = led_to(area, key);
  if (next)
    move_focus_to(std::string(next->id)), focus_leading_ = true;
  else if (!is_sideways(key))
    scroll_area(area, key);
  key_used = true;
}

// Within a group before it leaves it. Nothing: there is none, or so far away that what lies between is to be read first. Where the focus
// is out of sight, it goes on with what is in sight.
const Entry* Stage::led_to(const LeadingArea& area, Key key) const {
  const std::vector<const Entry*> all = in_area(now, area.id);
  const Entry* from = now.find(focused);
  const bool is_seen = from && from->area == area.id && !from->visible().empty();
  if (is_seen) {
    const Entry* next = from->group.empty() ? nullptr : next_in_area(in_group(now, from->group), *from, key);
    if (!next) next = next_in_area(all, *from, key);
    return next && is_near(*from, *next, area.view) ? next : nullptr;
  }
  const auto in_sight = [&](const Entry* each) { return each->rect.y >= area.view.y && each->rect.bottom() <= area.view.bottom(); };
  if (is_backwards(key)) {
    const auto last = std::find_if(all.rbegin(), all.rend(), in_sight);
    return last == all.rend() ? nullptr : *last;
  }
  const auto first = std::find_if(all.begin(), all.end(), in_sight);
  return first == all.end() ? nullptr : *first;
}

void Stage::scroll_area(const LeadingArea& area, Key key) {
  Scrolled& state = scrolled(area.id);
  const int by = key == Key::up ? -area.step : area.step;
  state.offset = std::clamp(state.offset + by, 0, std::max(0, state.content - area.view.h));
  wake_at_ms = now_ms;
}

} // namespace firsthand::ui
