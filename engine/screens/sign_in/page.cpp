// See page.h: names at the left, a picture at the right where the text leaves room for it.
#include "engine/screens/sign_in/page.h"

#include "engine/screens/shared/bars.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr const char* sign_in_context = "sign-in";

struct SignInDraft {
  Frame& f;
  const SignInState& s;
  SignInMemory& m;
  SignInIntent out = {};
  int left = 0, width = 0; // of the column being drawn

  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return s.words.tr(sign_in_context, source, fill); }
  int words(int y, std::string_view text, Type type, Colour colour, Role role = Role::text) const {
    return y + f.text(left, y, width, text, type, colour, {.role = role});
  }
};

// Each language in its own script: who cannot read this one finds the other.
void sign_in_languages(SignInDraft& d, Rect bar) {
  if (d.s.languages.size() < 2) return;
  std::vector<Tab> tabs;
  std::vector<std::string> ids;
  for (const content::Language& each : d.s.languages)
    ids.push_back("sign-in/language/" + each.code);
  int current = -1;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    tabs.push_back({ids[i], d.s.languages[i].name});
    if (d.s.languages[i].code == d.s.language) current = static_cast<int>(i);
  }
  const int width = std::min(bar.w, tabs_width(d.f, tabs));
  const Rect room = bar.take_right(width, d.f.px(12));
  const int height = tabs_height(d.f, width, tabs);
  if (bar.w > d.f.px(24)) d.f.icon("language", Rect{room.x - d.f.px(34), room.y, d.f.px(22), room.h}, Colour::mut);
  const auto pressed = ui::tabs(d.f, {room.x, room.y + (room.h - height) / 2, width, height}, "sign-in/languages", tabs, current);
  if (pressed) d.out.language = d.s.languages[static_cast<std::size_t>(*pressed)].code;
}

int person_columns(const SignInDraft& d) { return d.f.text_percent() < 150 && d.s.people.size() > 1 ? 2 : 1; }

int person_height(const SignInDraft& d, int width) {
  int height = d.f.px(72);
  const int room = std::max(1, width - d.f.px(16 + 40 + 16 + 16));
  for (const SignInPerson& each : d.s.people)
    height = std::max(height, d.f.measure(each.name, Type::body_bold, room).h + d.f.px(32));
  return height;
}

void sign_in_person(SignInDraft& d, const SignInPerson& person, const Rect& rect) {
  Frame& f = d.f;
  const std::string id = "sign-in/person/" + person.id;
  if (card(f, rect, Card{.id = id, .label = person.name})) d.out.pick = person.id;
  Rect inside = rect.inset(f.px(16), 0);
  const int side = f.px(40);
  const Rect disc = inside.take_left(side, f.px(16));
  shared::initials_disc(f, {disc.x, disc.y + (disc.h - side) / 2, side, side}, person.name);
  f.text(inside, person.name, Type::body_bold, Colour::text, {.valign = VAlign::middle, .listed = Listed::no});
}

int sign_in_people(SignInDraft& d, int y) {
  const int columns = person_columns(d), gap = d.f.px(16);
  const int width = (d.width - (columns - 1) * gap) / columns, height = person_height(d, width);
  d.f.begin_group("sign-in/people");
  for (std::size_t i = 0; i < d.s.people.size(); ++i) {
    const int column = static_cast<int>(i) % columns, row = static_cast<int>(i) / columns;
    sign_in_person(d, d.s.people[i], {d.left + column * (width + gap), y + row * (height + gap), width, height});
  }
  d.f.end_group();
  const int rows = (static_cast<int>(d.s.people.size()) + columns - 1) / columns;
  return y + rows * (height + gap);
}

// The demonstration stands apart, on its own ground, and says that it keeps nothing.
int sign_in_demonstration(SignInDraft& d, int y) {
  Frame& f = d.f;
  const std::string title = d.tr("Just looking?"), words = d.tr("Play a demonstration. It stores nothing."), label = d.tr("Demonstration");
  const Button start{
      .id = "sign-in/demonstration", .label = label, .icon = "eye", .kind = d.s.record_there ? ButtonKind::plain : ButtonKind::main};
  const Size size = size_of(f, start, d.width);
  const bool beside = size.w < d.width / 2;
  const int room = beside ? d.width - size.w - f.px(20) : d.width;
  f.hline(d.left, y + f.px(8), d.width, Colour::line);
  y += f.px(24);
  const int top = y;
  y += f.text(d.left, y, room, title, Type::body_bold, Colour::text);
  y += f.text(d.left, y, room, words, Type::body, Colour::mut);
  const Rect at = beside ? Rect{d.left + d.width - size.w, top + std::max(0, (y - top - size.h) / 2), size.w, size.h}
                         : Rect{d.left, y + f.px(12), size.w, size.h};
  if (button(f, at, start)) d.out.demonstration = true;
  return std::max(y, at.bottom());
}

// For the trainer, last: which computer this is.
int sign_in_station(SignInDraft& d, int y) {
  const std::string label =
      d.s.station.empty() ? d.tr("Name this computer") : d.tr("This computer: {name}", {{"name", std::string(d.s.station)}});
  const Button station{.id = "sign-in/station", .label = label, .icon = "screen", .kind = ButtonKind::quiet, .align = Align::left};
  const Size size = size_of(d.f, station, d.width);
  y += d.f.px(16);
  d.f.hline(d.left, y, d.width, Colour::line);
  if (button(d.f, {d.left, y + d.f.px(8), size.w, size.h}, station)) d.out.station = true;
  return y + d.f.px(8) + size.h;
}

int sign_in_first_page(SignInDraft& d, int y) {
  Frame& f = d.f;
  y = d.words(y, d.s.people.empty() ? d.tr("Welcome") : d.tr("Who is training?"), Type::title, Colour::text, Role::heading) + f.px(8);
  const std::string lead = !d.s.record_there    ? d.tr("The records cannot be opened now.")
                           : d.s.people.empty() ? d.tr("Enter your name once. Your record stays on this computer.")
                                                : d.tr("Choose your name. Your record is yours alone.");
  y = d.words(y, lead, Type::lead, Colour::mut) + f.px(24);
  if (d.s.record_there) {
    y = sign_in_people(d, y);
    const std::string add = d.tr("New person"), settings = d.tr("Settings"), help = d.tr("Help");
    shared::ButtonRow row(f, {d.left, y, d.width, 0});
    const ButtonKind kind = d.s.people.empty() ? ButtonKind::main : ButtonKind::plain;
    if (row.add({.id = "sign-in/new", .label = add, .icon = "plus", .kind = kind})) d.out.new_person = true;
    if (row.add({.id = "sign-in/settings", .label = settings, .icon = "gear", .kind = ButtonKind::quiet})) d.out.settings = true;
    if (row.add({.id = "sign-in/help", .label = help, .icon = "question", .kind = ButtonKind::quiet})) d.out.help = true;
    y = row.bottom() + f.px(16);
  }
  y = sign_in_demonstration(d, y);
  return d.s.record_there ? sign_in_station(d, y) : y;
}

int sign_in_problem(SignInDraft& d, int y) {
  std::string words = d.m.problem;
  if (d.s.wait_seconds > 0)
    words = d.s.words.plural(sign_in_context, "Wait {n} second before the next try.", "Wait {n} seconds before the next try.",
                             d.s.wait_seconds);
  if (words.empty()) return y;
  const Notice notice{.words = words, .icon = d.s.wait_seconds > 0 ? "clock" : "triangle"};
  const int height = notice_height(d.f, notice, d.width);
  ui::notice(d.f, {d.left, y, d.width, height}, notice);
  return y + height + d.f.px(16);
}

int sign_in_field(SignInDraft& d, int y, const Field& field, std::string& value, int widest, bool& entered) {
  const int height = field_height(d.f, field);
  if (ui::field(d.f, {d.left, y, std::min(d.width, d.f.px(widest)), height}, field, value) == FieldEvent::submitted) entered = true;
  return y + height + d.f.px(16);
}

int sign_in_done(SignInDraft& d, int y) {
  if (d.m.done.empty()) return y;
  const Notice done{.words = d.m.done, .icon = "check", .meaning = Meaning::ok};
  const int height = notice_height(d.f, done, d.width);
  ui::notice(d.f, {d.left, y, d.width, height}, done);
  return y + height + d.f.px(16);
}

std::string name_of_picked(const SignInDraft& d) {
  for (const SignInPerson& each : d.s.people)
    if (each.id == d.m.person) return each.name;
  return {};
}

int sign_in_pin_page(SignInDraft& d, int y) {
  Frame& f = d.f;
  const std::string name = name_of_picked(d), pin = d.tr("PIN"), hint = d.tr("4 to 8 digits");
  const int side = f.px(56), names = d.width - side - f.px(16);
  const int height = std::max(side, f.measure(name, Type::title, names).h);
  shared::initials_disc(f, {d.left, y + (height - side) / 2, side, side}, name);
  f.text(Rect{d.left + side + f.px(16), y, names, height}, name, Type::title, Colour::text,
         {.valign = VAlign::middle, .role = Role::heading});
  y += height + f.px(24);
  y = sign_in_done(d, y);
  bool entered = false;
  y = sign_in_field(
      d, y, {.id = "sign-in/pin", .label = pin, .hint = hint, .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8},
      d.m.pin, 320, entered);
  y = sign_in_problem(d, y);
  const std::string go = d.tr("Sign in"), other = d.tr("Someone else"), forgot = d.tr("Forgot the PIN?");
  shared::ButtonRow row(f, {d.left, y, d.width, 0});
  if (row.add({.id = "sign-in/go", .label = go, .icon = "forward", .kind = ButtonKind::main, .enabled = d.s.wait_seconds == 0}))
    d.out.pressed = true;
  if (row.add({.id = "sign-in/forgot", .label = forgot, .icon = "question", .kind = ButtonKind::quiet})) d.out.forgot = true;
  f.begin_part(Part::back);
  if (row.add({.id = "sign-in/other", .label = other, .icon = "people"})) d.out.back = true;
  f.end_part();
  d.out.sign_in = (entered || d.out.pressed) && d.s.wait_seconds == 0;
  return row.bottom();
}

int sign_in_pin_field(SignInDraft& d, int y, std::string_view id, std::string_view label, std::string& value, bool& entered) {
  return sign_in_field(d, y, {.id = id, .label = label, .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8}, value,
                       320, entered);
}

// With the trainer beside: their PIN, then the new one.
int sign_in_reset_page(SignInDraft& d, int y) {
  Frame& f = d.f;
  y = d.words(y, d.tr("A new PIN for {name}", {{"name", name_of_picked(d)}}), Type::title, Colour::text, Role::heading) + f.px(4);
  const std::string lead = d.s.trainer_pin
                               ? d.tr("The trainer enters the trainer's PIN. The record notes the new PIN, and not what it is.")
                               : d.tr("This computer has no trainer's PIN yet. The trainer sets it where this computer is named.");
  y = d.words(y, lead, Type::body, Colour::mut) + f.px(16);
  bool entered = false;
  if (d.s.trainer_pin) {
    const std::string trainer = d.tr("Trainer's PIN"), pin = d.tr("New PIN"), again = d.tr("PIN once more");
    y = sign_in_pin_field(d, y, "sign-in/trainer", trainer, d.m.pin, entered);
    y = sign_in_pin_field(d, y, "sign-in/reset-pin", pin, d.m.new_pin, entered);
    y = sign_in_pin_field(d, y, "sign-in/reset-again", again, d.m.new_pin_again, entered);
    y = sign_in_problem(d, y);
  }
  const std::string go = d.tr("Set the new PIN"), back = d.tr("Back"), station = d.tr("Name this computer");
  const bool ready = d.s.wait_seconds == 0;
  shared::ButtonRow row(f, {d.left, y, d.width, 0});
  if (d.s.trainer_pin && row.add({.id = "sign-in/reset", .label = go, .icon = "check", .kind = ButtonKind::main, .enabled = ready}))
    d.out.pressed = true;
  if (!d.s.trainer_pin && row.add({.id = "sign-in/to-station", .label = station, .icon = "screen", .kind = ButtonKind::main}))
    d.out.station = true;
  f.begin_part(Part::back);
  if (row.add({.id = "sign-in/back", .label = back, .icon = "back"})) d.out.back = true;
  f.end_part();
  d.out.reset = (entered || d.out.pressed) && ready;
  return row.bottom();
}

int sign_in_new_page(SignInDraft& d, int y) {
  Frame& f = d.f;
  y = d.words(y, d.tr("New person"), Type::title, Colour::text, Role::heading) + f.px(4);
  y = d.words(y, d.tr("Choose a PIN of 4 to 8 digits. Nobody can read it. Who forgets it gets a new one from the trainer."), Type::body,
              Colour::mut) +
      f.px(16);
  const std::string name = d.tr("Name"), pin = d.tr("PIN"), again = d.tr("PIN once more");
  bool entered = false;
  y = sign_in_field(d, y, {.id = "sign-in/new-name", .label = name, .icon = "person", .max_bytes = 1000}, d.m.new_name, 480, entered);
  y = sign_in_field(d, y, {.id = "sign-in/new-pin", .label = pin, .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8},
                    d.m.new_pin, 320, entered);
  y = sign_in_field(
      d, y, {.id = "sign-in/new-pin-again", .label = again, .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8},
      d.m.new_pin_again, 320, entered);
  y = sign_in_problem(d, y);
  const std::string go = d.tr("Create"), back = d.tr("Back");
  shared::ButtonRow row(f, {d.left, y, d.width, 0});
  if (row.add({.id = "sign-in/create", .label = go, .icon = "check", .kind = ButtonKind::main})) d.out.pressed = true;
  f.begin_part(Part::back);
  if (row.add({.id = "sign-in/back", .label = back, .icon = "back"})) d.out.back = true;
  f.end_part();
  d.out.create = entered || d.out.pressed;
  return row.bottom();
}

int sign_in_notices(SignInDraft& d, int y) {
  const std::string draft = d.s.draft ? d.tr("This language is a draft. It is for practice only.") : "";
  for (const std::string_view words : {d.s.notice, std::string_view(draft)}) {
    if (words.empty()) continue;
    const Notice notice{.words = words, .icon = "triangle"};
    const int height = notice_height(d.f, notice, d.width);
    ui::notice(d.f, {d.left, y, d.width, height}, notice);
    y += height + d.f.px(16);
  }
  return y;
}

void sign_in_picture(SignInDraft& d, const Rect& column) {
  const Rect at{column.x, column.y, column.w, std::min(column.h, column.w * 9 / 8)};
  d.f.picture(d.s.picture, at, {.focus_x = 620, .radius = d.f.px(6), .arrives = Arrives::later});
}

} // namespace

const char* first_empty(const SignInMemory& m) {
  const bool again = m.page == SignInPage::reset;
  if (m.page == SignInPage::pin) return m.pin.empty() ? "sign-in/pin" : nullptr;
  if (again && m.pin.empty()) return "sign-in/trainer";
  if (!again && m.new_name.empty()) return "sign-in/new-name";
  if (m.new_pin.empty()) return again ? "sign-in/reset-pin" : "sign-in/new-pin";
  if (m.new_pin_again.empty()) return again ? "sign-in/reset-again" : "sign-in/new-pin-again";
  return nullptr;
}

SignInIntent draw_sign_in(Frame& f, const SignInState& state, SignInMemory& memory) {
  SignInDraft d{f, state, memory};
  f.fill(f.window(), Colour::bg);
  const Rect bar = shared::brand_bar(f, state.mark, state.words.tr("product", "Firsthand"));
  f.begin_part(Part::bar);
  sign_in_languages(d, bar);
  f.end_part();
  Rect page = shared::page_rect(f, bar.y + bar.h + 1);
  page.take_top(f.px(16)), page.take_bottom(f.px(8));
  const bool picture = f.text_percent() < 150 && f.width() >= f.px(1000);
  Rect beside = picture ? page.take_right(page.w * 2 / 5, f.px(64)) : Rect{};
  ScrollArea area(f, {"sign-in/page", page.grown(f.px(8)), state.words.tr("sign-in", "Sign in")});
  d.left = area.left() + f.px(8), d.width = area.width() - f.px(16);
  int y = sign_in_notices(d, area.top() + f.px(24));
  if (memory.page == SignInPage::people)
    y = sign_in_first_page(d, y);
  else
    y = memory.page == SignInPage::pin     ? sign_in_pin_page(d, y)
        : memory.page == SignInPage::reset ? sign_in_reset_page(d, y)
                                           : sign_in_new_page(d, y);
  area.finish(y + f.px(16));
  if (picture) sign_in_picture(d, beside.inset(0, f.px(24)));
  return d.out;
}

} // namespace firsthand::screens
