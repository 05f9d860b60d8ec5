// See page.h: names at the left, a picture at the right where the text leaves room for it.
#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/name_search.h"
#include "engine/screens/shared/said.h"
#include "engine/screens/shared/session_strip.h"
#include "engine/screens/sign_in/draw.h"
#include "engine/screens/sign_in/parts.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr std::size_t least_pin_digits = 4;

// Each language in its own script: who cannot read this one finds the other.
Box sign_in_languages(SignInDrawContext& d) {
  if (d.s.languages.size() < 2) return {};
  std::vector<Tab> tabs;
  int current = -1;
  for (std::size_t i = 0; i < d.s.languages.size(); ++i) {
    tabs.push_back({d.f.keep("sign-in/language/" + d.s.languages[i].code), d.s.languages[i].name});
    if (d.s.languages[i].code == d.s.language) current = static_cast<int>(i);
  }
  return box::tabs("sign-in/languages", std::move(tabs), current, d.language);
}

// In sight on each of its pages, whatever is below: settings and help lose their icons before their words, and those before their place.
Box sign_in_bar(SignInDrawContext& d) {
  constexpr const char *settings = "sign-in/settings", *help = "sign-in/help";
  const std::string_view settings_words = d.tr("Settings"), help_words = d.tr("Help");
  const auto button = [](const char* id, std::string_view words, const char* icon) {
    return Button{.id = id, .label = words, .icon = icon, .kind = ButtonKind::quiet, .size = ButtonSize::small};
  };
  const Box languages = sign_in_languages(d);
  return box::first_that_fits(
      box::row({.gap = 12, .along = Along::end}, languages.nothing() ? Box() : box::icon("language", 22, Colour::mut), languages,
               box::button(button(settings, settings_words, "gear"), d.out.settings),
               box::button(button(help, help_words, "question"), d.out.help)),
      box::first_that_fits(
          box::row({.gap = 4, .along = Along::end}, languages, box::button(button(settings, settings_words, ""), d.out.settings),
                   box::button(button(help, help_words, ""), d.out.help)),
          box::row({.gap = 4, .along = Along::end}, languages, shared::icon_button(settings, settings_words, "gear", d.out.settings),
                   shared::icon_button(help, help_words, "question", d.out.help))));
}

} // namespace

Box sign_in_head(std::string_view words) { return box::text(words, Type::title, Colour::text, {.role = Role::heading}); }

std::string searched_of(const SignInPerson& person) { return shared::searched_name(person.name, person.number); }

namespace {

std::string with_rest(std::string begin, const SignInPerson& person, std::string_view between) {
  for (const std::string* each : {&person.rank, &person.unit})
    if (!each->empty()) begin.append(between).append(*each);
  return begin;
}

} // namespace

std::string_view detail_of(const SignInDrawContext& d, const SignInPerson& person) {
  if (person.number.empty()) return d.s.listed ? d.tr("Not on the list") : std::string_view();
  return d.f.keep(with_rest(person.number, person, " · "));
}

std::string_view label_of(const SignInDrawContext& d, const SignInPerson& person) {
  if (!person.number.empty()) return d.f.keep(with_rest(person.name + ", " + person.number, person, ", "));
  return d.s.listed ? d.f.keep(person.name + ", " + std::string(d.tr("Not on the list"))) : std::string_view(person.name);
}

namespace {

Box sign_in_person(SignInDrawContext& d, const SignInPerson& person) {
  const std::string_view detail = detail_of(d, person);
  return box::card(Card{.id = d.f.keep("sign-in/person/" + person.id), .label = label_of(d, person), .selected = person.id == d.m.person},
                   {d.out.pick, person.id},
                   box::row({.gap = 16, .pad = pad(16)}, shared::initials(person.name, 40),
                            box::column({}, box::text(person.name, Type::body_bold, Colour::text, {.listed = Listed::no}),
                                        detail.empty() ? Box() : box::text(detail, Type::small, Colour::mut, {.listed = Listed::no}))
                                .grow())
                       .least(0, 72));
}

Box sign_in_people(SignInDrawContext& d) {
  if (d.s.people.empty()) return {};
  std::vector<Box> all;
  for (const SignInPerson& each : d.s.people)
    all.push_back(sign_in_person(d, each));
  if (all.size() == 1) return box::group("sign-in/people", std::move(all.front()));
  return box::group("sign-in/people",
                    box::when({.text_from = 150}, box::column({.gap = 16}, all), box::grid({.gap = 16, .columns = {1, 1}}, all)));
}

} // namespace

// The demonstration stands apart, below a line, and says that it keeps nothing.
Box sign_in_demonstration(SignInDrawContext& d) {
  const Button start{.id = "sign-in/demonstration",
                     .label = d.tr("Demonstration"),
                     .icon = "eye",
                     .kind = d.s.record_there ? ButtonKind::plain : ButtonKind::main};
  const auto small = [start](Frame& f, int width, const Box&) { return size_of(f, start, width).w < width / 2; };
  const Box words = box::column({}, box::text(d.tr("Just looking?"), Type::body_bold),
                                box::text(d.tr("Play a demonstration. It stores nothing."), Type::body, Colour::mut));
  return box::column({}, box::space(8), box::line(), box::space(16),
                     Box(small, box::row({.gap = 20}, Box(words).grow(), box::button(start, d.out.demonstration)),
                         box::column({.gap = 12}, words, box::button(start, d.out.demonstration).stands(Across::start))));
}

// For the trainer, last: which computer this is, and, once they have a PIN, who tried what here.
Box sign_in_station(SignInDrawContext& d) {
  const std::string_view label =
      d.s.station.empty() ? d.tr("Name this computer") : d.tr("This computer: {name}", {{"name", std::string(d.s.station)}});
  const auto quiet = [](std::string_view id, std::string_view words, std::string_view icon) {
    return Button{.id = id, .label = words, .icon = icon, .kind = ButtonKind::quiet, .align = Align::left};
  };
  Box buttons = shared::buttons(box::button(quiet("sign-in/station", label, "screen"), d.out.station));
  if (d.s.may_look) buttons.add(box::button(quiet("sign-in/attempts", d.tr("Attempts on this computer"), "list"), d.out.attempts));
  if (d.s.listed && d.s.session.empty())
    buttons.add(box::button(quiet("sign-in/supervise", d.tr("Supervised session"), "shield"), d.out.supervise));
  return box::column({}, box::line(), box::space(8), std::move(buttons));
}

Box sign_in_new_button(SignInDrawContext& d) {
  const ButtonKind kind = d.s.people.empty() ? ButtonKind::main : ButtonKind::plain;
  return box::button({.id = "sign-in/new", .label = d.tr("New person"), .icon = "plus", .kind = kind}, d.out.new_person);
}

Box sign_in_banners(SignInDrawContext& d) {
  if (d.s.notice.empty() && !d.s.draft) return {};
  return box::column({.gap = 16}, shared::banner(d.s.notice),
                     shared::banner(d.s.draft ? d.tr("This language is a draft. It is for practice only.") : ""));
}

// What others get to know of who practises here.
Box sign_in_travels(SignInDrawContext& d) {
  return box::text(d.tr("Lists that leave this computer tell of practice only how often and how long."), Type::small, Colour::mut);
}

namespace {

Box sign_in_first_page(SignInDrawContext& d) {
  const std::string_view lead = !d.s.record_there ? d.tr("The records cannot be opened now.")
                                : d.s.people.empty()
                                    ? d.tr("Enter your name once. Your record stays on this computer.")
                                    : d.tr("Choose your name. What you do is kept under it; you and the trainer can read it.");
  const Box words = box::column({.gap = 8}, sign_in_head(d.s.people.empty() ? d.tr("Welcome") : d.tr("Who is training?")),
                                box::text(lead, Type::lead, Colour::mut), d.s.record_there ? sign_in_travels(d) : Box());
  if (!d.s.record_there) return box::column({.gap = 24}, words, sign_in_demonstration(d));
  const Box add = sign_in_new_button(d);
  const Box below = box::column({.gap = 16}, sign_in_people(d), sign_in_demonstration(d), sign_in_station(d));
  if (d.s.people.empty()) return box::column({.gap = 24}, words, Box(add).stands(Across::start), below);
  return box::column({.gap = 24},
                     box::when({.narrower_than = 480}, box::column({.gap = 12}, words, Box(add).stands(Across::start)),
                               box::row({.gap = 16, .across = Across::start}, Box(words).grow(), add)),
                     below);
}

// What went well stands where the next problem will.
shared::Said sign_in_said(const SignInDrawContext& d) {
  const shared::Said problem = shared::pin_said(d.f, d.s.words, d.s.wait_seconds, d.m.problem);
  return problem.words.empty() && !d.m.done.empty() ? shared::Said{d.m.done, "check", Meaning::ok} : problem;
}

Box sign_in_answered(SignInDrawContext& d, Box buttons) {
  const bool beside = d.m.page == SignInPart::pin && d.pin_beside;
  return shared::with_said(std::move(buttons), sign_in_said(d), beside ? "sign-in/beside" : "sign-in/page");
}

const SignInPerson* picked_of(const SignInDrawContext& d) {
  for (const SignInPerson& each : d.s.people)
    if (each.id == d.m.person) return &each;
  return nullptr;
}

std::string_view name_of_picked(const SignInDrawContext& d) {
  const SignInPerson* picked = picked_of(d);
  return picked ? std::string_view(picked->name) : std::string_view();
}

// Name and what else is known: so that of two of one name the right one enters the PIN.
Box picked_head(SignInDrawContext& d, Type type) {
  const SignInPerson* picked = picked_of(d);
  const std::string_view name = name_of_picked(d), detail = picked ? detail_of(d, *picked) : std::string_view();
  return box::row({.gap = 16}, shared::initials(name, 56),
                  box::column({}, box::text(name, type, Colour::text, {.role = Role::heading}),
                              detail.empty() ? Box() : box::text(detail, Type::body, Colour::mut))
                      .grow());
}

Box sign_in_pin_field(SignInDrawContext& d, std::string_view id, std::string_view label, std::string& value, std::string_view hint = {}) {
  return box::field({.id = id, .label = label, .hint = hint, .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8},
                    value, d.entered)
      .most(320);
}

bool pin_is_complete(const SignInDrawContext& d) { return d.m.page != SignInPart::pin || d.m.pin.size() >= least_pin_digits; }

Box sign_in_go(SignInDrawContext& d, std::string_view id, std::string_view label, std::string_view icon) {
  const bool enabled = d.s.wait_seconds == 0 && pin_is_complete(d);
  return box::button({.id = id, .label = label, .icon = icon, .kind = ButtonKind::main, .enabled = enabled}, d.out.pressed);
}

Box sign_in_back(SignInDrawContext& d, std::string_view id, std::string_view label, std::string_view icon) {
  return box::part(Part::back, box::button({.id = id, .label = label, .icon = icon}, d.out.back));
}

Box sign_in_pin_page(SignInDrawContext& d, Type type = Type::title) {
  const Button forgot{.id = "sign-in/forgot", .label = d.tr("Forgot the PIN?"), .icon = "question", .kind = ButtonKind::quiet};
  return box::column({.gap = 24}, picked_head(d, type),
                     box::column({.gap = 16}, sign_in_pin_field(d, "sign-in/pin", d.tr("PIN"), d.m.pin, d.tr("4 to 8 digits")),
                                 sign_in_answered(d, shared::buttons(sign_in_go(d, "sign-in/go", d.tr("Sign in"), "forward"),
                                                                     box::button(forgot, d.out.forgot),
                                                                     sign_in_back(d, "sign-in/other", d.tr("Someone else"), "people")))));
}

Box sign_in_words(std::string_view head, std::string_view lead) {
  return box::column({.gap = 4}, sign_in_head(head), box::text(lead, Type::body, Colour::mut));
}

// With the trainer beside: their PIN, then the new one.
Box sign_in_reset_page(SignInDrawContext& d) {
  const std::string_view head = d.tr("A new PIN for {name}", {{"name", std::string(name_of_picked(d))}});
  const Box back = sign_in_back(d, "sign-in/back", d.tr("Back"), "back");
  if (!d.s.trainer_pin) {
    const Button station{.id = "sign-in/to-station", .label = d.tr("Name this computer"), .icon = "screen", .kind = ButtonKind::main};
    return box::column(
        {.gap = 16}, sign_in_words(head, d.tr("This computer has no trainer's PIN yet. The trainer sets it where this computer is named.")),
        shared::buttons(box::button(station, d.out.station), back));
  }
  return box::column({.gap = 16},
                     sign_in_words(head, d.tr("The trainer enters the trainer's PIN. The record notes the new PIN, and not what it is.")),
                     sign_in_pin_field(d, "sign-in/trainer", d.tr("Trainer's PIN"), d.m.pin),
                     sign_in_pin_field(d, "sign-in/reset-pin", d.tr("New PIN"), d.m.new_pin),
                     sign_in_pin_field(d, "sign-in/reset-again", d.tr("PIN once more"), d.m.new_pin_again),
                     sign_in_answered(d, shared::buttons(sign_in_go(d, "sign-in/reset", d.tr("Set the new PIN"), "check"), back)));
}

Box new_pin_fields(SignInDrawContext& d, std::string_view go) {
  const Button create{.id = "sign-in/create", .label = go, .icon = "check", .kind = ButtonKind::main};
  return box::column(
      {.gap = 16}, sign_in_pin_field(d, "sign-in/new-pin", d.tr("PIN"), d.m.new_pin),
      sign_in_pin_field(d, "sign-in/new-pin-again", d.tr("PIN once more"), d.m.new_pin_again),
      sign_in_answered(d, shared::buttons(box::button(create, d.out.pressed), sign_in_back(d, "sign-in/back", d.tr("Back"), "back"))));
}

std::string_view choose_pin(const SignInDrawContext& d) {
  return d.tr("Choose a PIN of 4 to 8 digits. Nobody can read it. Who forgets it gets a new one from the trainer.");
}

// Somebody of the list is here for the first time.
Box sign_in_first_pin_page(SignInDrawContext& d) {
  return box::column({.gap = 16}, picked_head(d, Type::title), box::text(choose_pin(d), Type::body, Colour::mut),
                     new_pin_fields(d, d.tr("Begin")));
}

Box sign_in_new_page(SignInDrawContext& d) {
  if (!d.m.person.empty()) return sign_in_first_pin_page(d);
  const Field name{.id = "sign-in/new-name", .label = d.tr("Name"), .icon = "person", .max_bytes = 1000};
  const std::string_view listed =
      d.tr("Are you on the list? Then go back and look for your number. Who comes new is marked as not on the list.");
  return box::column({.gap = 16}, sign_in_words(d.tr("New person"), choose_pin(d)),
                     d.s.listed ? box::text(listed, Type::body, Colour::mut) : Box(), box::field(name, d.m.new_name, d.entered).most(480),
                     new_pin_fields(d, d.tr("Create")));
}

Box sign_in_page(SignInDrawContext& d, bool beside) {
  switch (d.m.page) {
  case SignInPart::people:
    return sign_in_first_page(d);
  case SignInPart::pin:
    return beside ? sign_in_first_page(d) : sign_in_pin_page(d);
  case SignInPart::reset:
    return sign_in_reset_page(d);
  case SignInPart::add:
    return sign_in_new_page(d);
  }
  return {};
}

Box sign_in_form(SignInDrawContext& d, bool beside) {
  return box::scroll({.id = "sign-in/page", .rect = {}, .label = d.tr("Sign in"), .leads = true},
                     box::column({.gap = 16, .pad = {8, 24, 8, 16}}, sign_in_banners(d), sign_in_page(d, beside)));
}

Box sign_in_picture(const SignInDrawContext& d) {
  return box::column({.pad = pad(0, 32)}, box::fixed(0, 0, [&d](Frame& f, const Rect& column) {
                                            const Rect at{column.x, column.y, column.w, std::min(column.h, column.w * 9 / 8)};
                                            f.picture(d.s.picture, at, {.focus_x = 620, .radius = f.px(6), .arrives = Arrives::later});
                                          }).grow());
}

Box sign_in_session(SignInDrawContext& d) {
  return shared::session_strip(
      {.words = d.s.session, .id = "sign-in/session", .button = d.tr("Supervisor"), .meaning = d.s.session_meaning}, d.out.supervise);
}

// What Enter and the button ask for.
void take_sign_in(SignInDrawContext& d) {
  const bool go = (d.entered || d.out.pressed) && (d.s.wait_seconds == 0 || d.m.page == SignInPart::add);
  const bool short_pin = go && !pin_is_complete(d) && !d.m.pin.empty(); // by Enter: the button cannot be pressed yet
  if (short_pin) d.m.problem = d.tr("A PIN has 4 to 8 digits.");
  d.out.sign_in = go && d.m.page == SignInPart::pin && !short_pin;
  d.out.reset = go && d.m.page == SignInPart::reset;
  d.out.create = go && d.m.page == SignInPart::add;
  if (d.language >= 0) d.out.language = d.s.languages[static_cast<std::size_t>(d.language)].code;
}

} // namespace

const char* first_empty(const SignInMemory& m) {
  const bool again = m.page == SignInPart::reset;
  if (m.page == SignInPart::pin) return m.pin.empty() ? "sign-in/pin" : nullptr;
  if (again && m.pin.empty()) return "sign-in/trainer";
  if (!again && m.new_name.empty() && m.person.empty()) return "sign-in/new-name";
  if (m.new_pin.empty()) return again ? "sign-in/reset-pin" : "sign-in/new-pin";
  if (m.new_pin_again.empty()) return again ? "sign-in/reset-again" : "sign-in/new-pin-again";
  return nullptr;
}

bool room_beside(Frame& f, const Rect& page) { return f.text_percent() < 150 && page.w >= f.px(900); }

Box sign_in_pin_card(SignInDrawContext& d) {
  return box::scroll({.id = "sign-in/beside", .rect = {}, .label = d.tr("Sign in"), .leads = true},
                     box::column({.pad = {8, 32, 8, 16}}, box::card(box::column({.pad = pad(24)}, sign_in_pin_page(d, Type::heading)))));
}

SignInIntent draw_sign_in(Frame& f, const SignInState& state, SignInMemory& memory) {
  SignInDrawContext d{f, state, memory};
  f.fill(f.window(), Colour::bg);
  shared::brand_bar(f, state.mark, state.words.tr("product", "Firsthand"), sign_in_bar(d));
  const int top = bar_height(f) + sign_in_session(d).draw(f, {0, bar_height(f)}, f.width());
  const Rect page = shared::page_rect(f, top);
  const bool pin_beside = memory.page == SignInPart::pin && room_beside(f, page);
  d.pin_beside = pin_beside;
  if ((memory.page == SignInPart::people || pin_beside) && state.record_there && !state.folded.empty()) {
    draw_names(d, page);
    take_sign_in(d);
    return d.out;
  }
  const Box form = sign_in_form(d, pin_beside);
  const Box beside = pin_beside ? sign_in_pin_card(d) : sign_in_picture(d);
  // A form stands 8 away from the edge of what scrolls, so that the rings of its fields are whole.
  const Box across = box::row({.gap = 56, .pad = {.top = 8, .right = 8}, .across = Across::stretch}, Box(form).grow(),
                              Box(beside).wide_px(page.w * 2 / 5));
  const Box alone = box::column({.pad = {.top = 8}}, Box(form).grow());
  (room_beside(f, page) ? across : alone).draw(f, {page.x - f.px(8), page.y, page.w + 2 * f.px(8), page.h});
  take_sign_in(d);
  return d.out;
}

} // namespace firsthand::screens
