// Finding, scrolling, and pushing events as a real mouse and keyboard would.
#include "engine/ui/driver.h"

#include <SDL.h>
#include <array>
#include <cstring>
#include <fmt/format.h>

namespace firsthand::ui {
namespace {

constexpr int most_frames = 600; // twelve seconds of fixed time: whatever moves longer than that never stops
constexpr int most_scrolls = 200;

struct NamedKey {
  std::string_view name;
  SDL_Keycode code;
};

constexpr std::array named_keys{
    NamedKey{"Tab", SDLK_TAB},
    NamedKey{"Enter", SDLK_RETURN},
    NamedKey{"Space", SDLK_SPACE},
    NamedKey{"Escape", SDLK_ESCAPE},
    NamedKey{"Left", SDLK_LEFT},
    NamedKey{"Right", SDLK_RIGHT},
    NamedKey{"Up", SDLK_UP},
    NamedKey{"Down", SDLK_DOWN},
    NamedKey{"Home", SDLK_HOME},
    NamedKey{"End", SDLK_END},
    NamedKey{"PageUp", SDLK_PAGEUP},
    NamedKey{"PageDown", SDLK_PAGEDOWN},
    NamedKey{"Backspace", SDLK_BACKSPACE},
    NamedKey{"Delete", SDLK_DELETE},
    NamedKey{"F1", SDLK_F1},
    NamedKey{"F2", SDLK_F2},
    NamedKey{"F4", SDLK_F4},
    NamedKey{"F6", SDLK_F6},
    NamedKey{"F11", SDLK_F11},
    NamedKey{"F12", SDLK_F12},
};

std::optional<SDL_Keycode> key_code(std::string_view name) {
  for (const NamedKey& key : named_keys)
    if (key.name == name) return key.code;
  if (name.size() != 1) return std::nullopt;
  const char c = name[0];
  return static_cast<SDL_Keycode>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool take_prefix(std::string_view& name, std::string_view prefix) {
  if (name.size() <= prefix.size() || name.substr(0, prefix.size()) != prefix) return false;
  name.remove_prefix(prefix.size());
  return true;
}

void push_move(Point p) {
  SDL_Event event{};
  event.type = SDL_MOUSEMOTION;
  event.motion.x = p.x, event.motion.y = p.y;
  SDL_PushEvent(&event);
}

void push_button(Point p, std::uint32_t type) {
  SDL_Event event{};
  event.type = type;
  event.button.button = SDL_BUTTON_LEFT;
  event.button.x = p.x, event.button.y = p.y;
  SDL_PushEvent(&event);
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::vector<const Entry*> matches(const Registry& registry, std::string_view wanted) {
  std::vector<const Entry*> found;
  for (const Entry& entry : registry.entries())
    if (!entry.id.empty() && entry.id == wanted) found.push_back(&entry);
  if (!found.empty()) return found;
  for (const Entry& entry : registry.entries())
    if (!entry.id.empty() && entry.label == wanted) found.push_back(&entry);
  return found;
}

} // namespace

void Driver::settle(Did after) {
  if (settling_) return settling_(after);
  int quiet = 0;
  for (int i = 0; i < most_frames && quiet < 2; ++i) {
    const bool more = window_.frame(draw_);
    quiet = more || SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) ? 0 : quiet + 1;
  }
}

base::Result<Entry> Driver::find(std::string_view id_or_label) const {
  const auto found = matches(window_.registry(), id_or_label);
  if (found.empty())
    return base::fail("ui-not-found", fmt::format("Nothing on the screen is \"{}\". There is:\n{}", id_or_label, all_text()));
  if (found.size() > 1)
    return base::fail("ui-ambiguous", fmt::format("{} controls are \"{}\" (the first: {}).", found.size(), id_or_label, found.front()->id));
  return *found.front();
}

bool Driver::sees(std::string_view words) const {
  for (const Entry& entry : window_.registry().entries())
    if (!entry.visible().empty() && (contains(entry.label, words) || contains(entry.value, words))) return true;
  return false;
}

std::string Driver::all_text() const { return window_.registry().read_aloud(); }

void Driver::move_to(Point p) {
  push_move(p);
  settle(Did::moved);
}

void Driver::press(Point p) {
  look();
  push_move(p);
  push_button(p, SDL_MOUSEBUTTONDOWN);
  settle(Did::moved);
}

void Driver::release(Point p) {
  push_move(p);
  push_button(p, SDL_MOUSEBUTTONUP);
  settle(Did::clicked);
}

void Driver::click_at(Point p) {
  look();
  push_move(p);
  push_button(p, SDL_MOUSEBUTTONDOWN);
  push_button(p, SDL_MOUSEBUTTONUP);
  settle(Did::clicked);
}

void Driver::wheel(Point p, int steps) {
  push_move(p);
  SDL_Event event{};
  event.type = SDL_MOUSEWHEEL;
  event.wheel.y = steps;
  SDL_PushEvent(&event);
  settle(Did::moved);
}

namespace {

// A point that hits the control itself: the centre, or the first point of a grid for a polygon.
std::optional<Point> point_on(const Entry& entry) {
  const Rect seen = entry.visible();
  if (entry.hit(seen.centre())) return seen.centre();
  for (int y = seen.y; y < seen.bottom(); y += 4)
    for (int x = seen.x; x < seen.right(); x += 4)
      if (entry.hit({x, y})) return Point{x, y};
  return std::nullopt;
}

} // namespace

base::Result<void> Driver::scroll_to(std::string_view id_or_label) {
  for (int i = 0; i < most_scrolls; ++i) {
    FH_TRY(entry, find(id_or_label));
    if (entry.clip.contains(entry.rect.centre())) return {};
    const Point inside = entry.clip.centre();
    const bool above = entry.rect.centre().y < entry.clip.y;
    wheel(inside, above ? 1 : -1);
    FH_TRY(moved, find(id_or_label));
    if (moved.rect == entry.rect) break;
  }
  return base::fail("ui-hidden", fmt::format("\"{}\" cannot be scrolled into view.", id_or_label));
}

base::Result<void> Driver::click(std::string_view id_or_label) {
  FH_CHECK(scroll_to(id_or_label));
  FH_TRY(entry, find(id_or_label));
  if (!entry.enabled) return base::fail("ui-disabled", fmt::format("\"{}\" cannot be pressed now.", id_or_label));
  const auto at = point_on(entry);
  const Entry* top = at ? window_.registry().topmost_at(*at) : nullptr;
  if (!top) return base::fail("ui-hidden", fmt::format("\"{}\" cannot be reached by the pointer.", id_or_label));
  if (top->id != entry.id) return base::fail("ui-hidden", fmt::format("\"{}\" lies under \"{}\".", id_or_label, top->id));
  click_at(*at);
  return {};
}

void Driver::type(std::string_view utf8) {
  while (!utf8.empty()) {
    std::size_t length = 1;
    while (length < utf8.size() && (static_cast<unsigned char>(utf8[length]) & 0xC0u) == 0x80u)
      ++length;
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    std::memcpy(event.text.text, utf8.data(), std::min(length, sizeof event.text.text - 1));
    SDL_PushEvent(&event);
    settle(Did::typed);
    utf8.remove_prefix(length);
  }
}

void Driver::compose(std::string_view preedit) {
  SDL_Event event{};
  event.type = SDL_TEXTEDITING;
  std::memcpy(event.edit.text, preedit.data(), std::min(preedit.size(), sizeof event.edit.text - 1));
  SDL_PushEvent(&event);
  settle(Did::typed);
}

base::Result<void> Driver::type_into(std::string_view id_or_label, std::string_view utf8) {
  FH_CHECK(click(id_or_label));
  type(utf8);
  return {};
}

base::Result<void> Driver::key(std::string_view name) {
  look();
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  std::string_view rest = name;
  int modifiers = 0;
  for (bool again = true; again;) {
    again = false;
    if (take_prefix(rest, "Ctrl+")) modifiers |= KMOD_LCTRL, again = true;
    if (take_prefix(rest, "Shift+")) modifiers |= KMOD_LSHIFT, again = true;
    if (take_prefix(rest, "Alt+")) modifiers |= KMOD_LALT, again = true;
  }
  const auto code = key_code(rest);
  if (!code) return base::fail("ui-no-such-key", fmt::format("There is no key \"{}\".", name));
  event.key.keysym.sym = *code;
  event.key.keysym.mod = static_cast<std::uint16_t>(modifiers);
  SDL_PushEvent(&event);
  event.type = SDL_KEYUP;
  SDL_PushEvent(&event);
  settle(Did::pressed_key);
  return {};
}

std::string Driver::focused() const {
  for (const Entry& entry : window_.registry().entries())
    if (entry.focused) return entry.id;
  return {};
}

std::vector<LayoutFault> Driver::layout_faults() const {
  return check_layout(window_.registry(), {window_.size(), window_.settings().text_percent});
}

} // namespace firsthand::ui
