// See spoken.h.
#include "engine/ui/spoken.h"

#include <algorithm>

namespace firsthand::ui {

namespace {

bool is_text(const Entry& e) { return !e.is_control(); }

std::string_view kind_of(const Entry& e, const SpokenWords& w) {
  switch (e.role) {
  case Role::heading:
    return w.heading;
  case Role::button:
  case Role::verb:
  case Role::row:
  case Role::card:
    return w.button;
  case Role::link:
    return w.link;
  case Role::option:
    return w.choice;
  case Role::checkbox:
    return w.box;
  case Role::toggle:
    return w.toggle;
  case Role::tab:
    return w.tab;
  case Role::hot_spot:
    return w.place;
  case Role::field:
    return w.field;
  case Role::picture:
    return w.picture;
  case Role::text:
  case Role::stepper:
  case Role::scroll:
  case Role::progress:
  case Role::tag:
  case Role::notice:
  case Role::sheet:
    return {};
  }
  return {};
}

std::string filled(std::string pattern, std::string_view name, std::string_view value) {
  const std::size_t at = pattern.find(name);
  return at == std::string::npos ? pattern : pattern.replace(at, name.size(), value);
}

// On one line, without the blanks that only set it apart.
std::string plain(std::string_view words) {
  std::string line;
  for (const char c : words) {
    const char sign = c == '\n' || c == '\t' ? ' ' : c;
    if (sign != ' ' || (!line.empty() && line.back() != ' ')) line += sign;
  }
  while (line.ends_with(' '))
    line.pop_back();
  return line;
}

void add(std::string& line, std::string_view words) {
  const std::string part = plain(words);
  if (part.empty()) return;
  if (!line.empty()) line += line.back() == '.' || line.back() == ':' || line.back() == '?' || line.back() == '!' ? " " : ", ";
  line += part;
}

std::string secret_words(const Entry& e, const SpokenWords& w) {
  return e.secret == 0 ? w.empty : e.secret == 1 ? w.one_sign : filled(w.signs, "{n}", std::to_string(e.secret));
}

std::string_view mark_of(const Entry& e, const SpokenWords& w) {
  if (e.role == Role::checkbox) return e.chosen ? w.ticked : w.not_ticked;
  if (e.role == Role::toggle) return {}; // its value says on or off
  return e.chosen ? std::string_view(w.chosen) : std::string_view();
}

// What stands beside the label; why it is disabled is said behind.
std::string value_of(const Entry& e, const SpokenWords& w) {
  if (e.secret >= 0) return {};
  if (e.role == Role::field) return e.value.empty() ? w.empty : e.value;
  return !e.enabled && e.value == e.reason ? std::string() : e.value;
}

void add_standing(std::string& line, const Entry& e, const SpokenWords& w) {
  if (e.secret >= 0) add(line, secret_words(e, w));
  add(line, mark_of(e, w));
  if (e.done) add(line, w.done);
  if (is_text(e) || e.enabled) return;
  add(line, e.reason.empty() ? w.disabled : filled(w.disabled_because, "{reason}", e.reason));
}

bool is_inside(const Rect& inner, const Rect& outer) { return intersection(inner, outer) == inner; }

bool says(const Entry& e, std::string_view words) {
  return plain(e.label).find(words) != std::string::npos || plain(e.value).find(words) != std::string::npos;
}

// A text that stands on a control which has said it, or a label beside the place in the picture whose name it is.
bool is_said(const Entry& e, const std::vector<const Entry*>& before) {
  if (!is_text(e)) return false;
  const std::string words = plain(e.label);
  if (!before.empty() && before.back()->role == Role::progress && says(*before.back(), words)) return true; // the number beside a bar
  return std::any_of(before.begin(), before.end(), [&](const Entry* each) {
    if (is_text(*each)) return each->label == e.label && each->value == e.value && !each->rect.empty() && is_inside(e.rect, each->rect);
    const bool on_it = !e.rect.empty() && is_inside(e.rect, each->rect) && says(*each, words);
    return on_it || (each->role == Role::hot_spot && e.role == Role::tag && plain(each->label) == words);
  });
}

// The way back and what stands in a bar come first in a window and last in an ear; what is written comes before what can be pressed.
std::vector<const Entry*> in_order(const Registry& registry) {
  std::vector<const Entry*> order;
  const int top = registry.top_layer();
  for (const Entry& e : registry.entries())
    if (e.layer == top && e.role != Role::scroll) order.push_back(&e);
  const auto rank = [](const Entry* e) {
    if (e->role == Role::sheet) return -2;
    return is_text(*e) && e->part == Part::bar ? -1 : static_cast<int>(e->part);
  };
  std::stable_sort(order.begin(), order.end(), [&](const Entry* a, const Entry* b) { return rank(a) < rank(b); });
  return order;
}

} // namespace

std::string spoken(const Entry& e, const SpokenWords& w) {
  std::string line;
  if (e.key != 0) line = std::string(1, e.key) + ":";
  add(line, e.label);
  const bool named = !plain(e.label).empty();
  add(line, value_of(e, w));
  if (!named && plain(e.value).empty()) return {};
  add(line, kind_of(e, w));
  add_standing(line, e, w);
  return line;
}

std::string spoken_alone(const Registry& registry, const Entry& entry, const SpokenWords& words) {
  const Entry* heading = nullptr;
  const Entry* above = nullptr;
  int of_this_name = 0;
  for (const Entry& e : registry.entries()) {
    if (e.layer != entry.layer) continue;
    if (e.role == Role::heading) heading = &e;
    if (e.is_control() && e.focusable && e.label == entry.label) ++of_this_name;
    if (e.id == entry.id) above = heading;
  }
  const std::string line = spoken(entry, words);
  return of_this_name < 2 || !above ? line : plain(above->label) + ": " + line;
}

std::vector<std::string> spoken(const Registry& registry, const SpokenWords& words) {
  std::vector<std::string> lines;
  std::vector<const Entry*> before;
  for (const Entry* e : in_order(registry)) {
    if (is_said(*e, before)) continue;
    std::string line = spoken(*e, words);
    if (line.empty() || (is_text(*e) && !lines.empty() && lines.back() == line)) continue;
    if (e->role == Role::progress && !lines.empty() && line.ends_with(lines.back())) lines.pop_back(); // it says the number beside it
    before.push_back(e);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string title_of(const Registry& registry) {
  const int top = registry.top_layer();
  for (const Role role : {Role::sheet, Role::heading})
    for (const Entry& e : registry.entries())
      if (e.layer == top && e.role == role && !e.label.empty()) return plain(e.label);
  return {};
}

} // namespace firsthand::ui
