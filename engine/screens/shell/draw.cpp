// One frame of the shell: which screen, with what state; then the screen's intent as calls of the shell. See shell.h.
#include "engine/platform/paths.h"
#include "engine/screens/help/page.h"
#include "engine/screens/shared/bars.h"
#include "engine/screens/shell/shell.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

std::string trouble_title(const content::Words& words, const std::string& code) {
  if (code == "data-folder-in-use") return words.tr("shell", "Firsthand is open already");
  if (code == "record-rolled-back") return words.tr("shell", "An earlier copy of the record is here");
  return words.tr("shell", "The record cannot be opened");
}

bool may_be_set_aside(const std::string& code) { return code == "database-damaged" || code == "database-foreign"; }

std::string place_words(const content::Words& words, const records::Place& place) {
  const content::Fill path{{"path", platform::shown_path(place.folder)}};
  if (place.has_record) return words.tr("trouble", "Use the records in {path}", path);
  return place.on_stick ? words.tr("trouble", "Keep the records on the stick, in {path}", path)
                        : words.tr("trouble", "Keep the records in {path}", path);
}

void draw_trouble_page(Frame& f, Shell& shell) {
  const base::Error error = *shell.trouble();
  const std::string title = trouble_title(shell.words(), error.code), what = shell.words().error(error);
  std::vector<std::string> places;
  for (const records::Place& place : shell.places())
    places.push_back(place_words(shell.words(), place));
  const TroubleIntent intent = draw_trouble(f,
                                            {.words = shell.words(),
                                             .mark = shell.picture("assets/pictures/mark.svg"),
                                             .title = title,
                                             .what = what,
                                             .detail = error.message,
                                             .can_set_aside = shell.options().set_aside && may_be_set_aside(error.code),
                                             .can_move = shell.can_move(),
                                             .places = places,
                                             .can_accept = error.code == "record-rolled-back"},
                                            shell.trouble_memory);
  if (intent.again)
    shell.open_records();
  else if (intent.set_aside)
    shell.set_record_aside();
  else if (intent.place)
    shell.use_place(shell.places()[*intent.place].folder);
  else if (intent.folder)
    shell.use_place(platform::path_from(shell.trouble_memory.folder));
  else if (intent.accept)
    shell.accept_earlier_copy();
  else if (intent.demonstration)
    shell.start_demonstration();
  else if (intent.quit)
    shell.wants_close = true;
}

void draw_clock_page(Frame& f, Shell& shell) {
  const std::string doubt = shell.clock_words();
  const ClockIntent intent =
      draw_clock(f, {.words = shell.words(), .mark = shell.picture("assets/pictures/mark.svg"), .doubt = doubt}, shell.clock_memory);
  if (intent.state)
    shell.state_clock();
  else if (intent.leave)
    shell.leave_clock();
}

// The same on the trainer's page, in the frame after; before another try nothing is told.
void lead_trainer_on(Frame& f, StationMemory& m, bool has_pin) {
  if (std::exchange(m.trainer_told, m.trainer_problem) == m.trainer_problem || m.trainer_problem.empty()) return;
  f.focus(has_pin && m.old_pin.empty() ? "station/old-pin" : m.new_pin.empty() ? "station/new-pin" : "station/new-pin-again");
}

void draw_station_page(Frame& f, Shell& shell) {
  const std::string notice = shell.station_notice();
  const StationIntent intent = draw_station(f,
                                            {.words = shell.words(),
                                             .mark = shell.picture("assets/pictures/mark.svg"),
                                             .notice = notice,
                                             .trainer_pin = shell.has_trainer_pin(),
                                             .wait_seconds = shell.wait_seconds()},
                                            shell.station_memory);
  lead_trainer_on(f, shell.station_memory, shell.has_trainer_pin());
  if (intent.trainer)
    shell.station_memory.trainer_told.clear(), shell.set_trainer_pin();
  else if (intent.save)
    shell.enrol();
  else if (intent.later)
    shell.give_up_station();
}

void take_sign_in(Shell& shell, const SignInIntent& intent) {
  if (intent.language) {
    app::Settings wanted = shell.settings();
    wanted.language = *intent.language;
    shell.change_settings(wanted);
  }
  if (intent.pick)
    shell.pick(*intent.pick);
  else if (intent.back && shell.sign_in_memory.page == SignInPage::reset)
    shell.pick(std::string(shell.sign_in_memory.person)); // one level up
  else if (intent.back)
    shell.pick_nobody();
  else if (intent.sign_in)
    shell.sign_in();
  else if (intent.new_person)
    shell.sign_in_memory = {}, shell.sign_in_memory.page = SignInPage::add;
  else if (intent.create)
    shell.create_person();
  else if (intent.forgot)
    shell.show_reset();
  else if (intent.reset)
    shell.reset_pin();
  else if (intent.demonstration)
    shell.start_demonstration();
  else if (intent.settings)
    shell.show_settings();
  else if (intent.help)
    shell.help_open = true;
  else if (intent.station)
    shell.show_station();
}

// Enter in one field goes on to the first that is still empty; who presses the button is told so.
void lead_to_empty(Frame& f, Shell& shell, SignInIntent& intent) {
  SignInMemory& m = shell.sign_in_memory;
  const char* empty = intent.sign_in || intent.create || intent.reset ? first_empty(m) : nullptr;
  if (!empty) return;
  f.focus(empty);
  if (intent.pressed) m.problem = shell.words().tr("shell", "Something is not filled in yet.");
  intent.sign_in = intent.create = intent.reset = false;
}

// Writing goes on where something is missing: after what was not accepted, and after another language.
void lead_on(Frame& f, SignInMemory& m, const SignInIntent& intent) {
  const bool tried = intent.create || intent.reset || intent.sign_in;
  const bool new_problem = (tried || m.problem != m.told) && !m.problem.empty();
  m.told = m.problem;
  if ((!new_problem && !intent.language) || m.page == SignInPage::people) return;
  const char* empty = first_empty(m);
  if (empty) return f.focus(empty);
  if (new_problem && m.page == SignInPage::add) f.focus("sign-in/new-name"); // all is there: it is the name
}

void draw_sign_in_page(Frame& f, Shell& shell) {
  const SignInPage before = shell.sign_in_memory.page;
  const std::string station = shell.station_words();
  SignInIntent intent = draw_sign_in(f,
                                     {.words = shell.words(),
                                      .people = shell.people(),
                                      .languages = shell.languages(),
                                      .language = shell.settings().language,
                                      .mark = shell.picture("assets/pictures/mark.svg"),
                                      .picture = shell.picture("assets/pictures/sign-in.svg"),
                                      .notice = shell.notice,
                                      .wait_seconds = shell.wait_seconds(),
                                      .draft = !shell.words().reviewed(),
                                      .station = station,
                                      .trainer_pin = shell.has_trainer_pin()},
                                     shell.sign_in_memory);
  if (before != SignInPage::people && f.leaves("sign-in/page")) intent.back = true;
  lead_to_empty(f, shell, intent);
  take_sign_in(shell, intent);
  lead_on(f, shell.sign_in_memory, intent);
  // The field that comes next is ready to be typed into; after a wrong PIN the same one again.
  if (shell.page() != ShellPage::sign_in) return;
  const bool again = shell.sign_in_memory.shown == shell.sign_in_memory.page && !intent.sign_in;
  shell.sign_in_memory.shown = shell.sign_in_memory.page;
  if (again) return;
  if (shell.sign_in_memory.page == SignInPage::pin) f.focus("sign-in/pin");
  if (shell.sign_in_memory.page == SignInPage::add) f.focus("sign-in/new-name");
  if (shell.sign_in_memory.page == SignInPage::reset) f.focus(shell.has_trainer_pin() ? "sign-in/trainer" : "sign-in/to-station");
}

void draw_warm_up_page(Frame& f, Shell& shell) {
  const WarmUpState state{shell.words(),
                          [&shell](std::string_view name) { return shell.picture("assets/pictures/" + std::string(name) + ".svg"); }};
  const WarmUpIntent intent = draw_warm_up(f, state, shell.warm_up_memory);
  if (intent.finished || intent.skip) shell.finish_warm_up();
}

bool warm_up_due(const Shell& shell) { return shell.in_demonstration() && shell.home().attempts.empty(); }

void draw_home_page(Frame& f, Shell& shell) {
  const HomeContents& home = shell.home();
  const HomeIntent intent = draw_home(f,
                                      {.words = shell.words(),
                                       .mark = shell.picture("assets/pictures/mark.svg"),
                                       .greeting = home.greeting,
                                       .person = shell.person_name(),
                                       .go_on = home.go_on ? &*home.go_on : nullptr,
                                       .warm_up_due = warm_up_due(shell),
                                       .courses = home.courses,
                                       .refreshers = home.refreshers,
                                       .attempts = home.attempts,
                                       .notices = home.notices,
                                       .problem = shell.problem,
                                       .looked_in = home.looked_in},
                                      shell.home_memory);
  if (intent.go_on)
    shell.press_large_card();
  else if (intent.lesson)
    shell.open_lesson(*intent.lesson);
  else if (intent.attempt)
    shell.open_attempt(*intent.attempt);
  else if (intent.warm_up)
    shell.show_warm_up();
  else if (intent.settings)
    shell.show_settings();
  else if (intent.help)
    shell.help_open = true;
  else if (intent.switch_person)
    shell.switch_person();
}

void draw_settings_page(Frame& f, Shell& shell) {
  const SettingsIntent intent = draw_settings(f, {.words = shell.words(),
                                                  .settings = shell.settings(),
                                                  .languages = shell.languages(),
                                                  .person = shell.person_name(),
                                                  .full_screen = shell.full_screen,
                                                  .problem = shell.problem});
  if (intent.wanted) shell.change_settings(*intent.wanted);
  if (intent.full_screen) shell.wants_full_screen_toggled = true;
  if (intent.back) shell.leave_settings();
}

void draw_play_page(Frame& f, Shell& shell) {
  Played& played = shell.played();
  if (!played.view) return shell.leave_play(); // a kind of step without a view: a build without it
  const StepScene scene = shell.scene_now();
  const PlayState state{scene, played.steps, shell.saved_now(), shell.in_demonstration()};
  const PlayIntent intent = draw_play(f, state, played.memory, *played.view);
  if (intent.try_again)
    shell.try_again();
  else if (intent.action)
    shell.submit(*intent.action, intent.drawn);
  else if (intent.go_on)
    shell.go_on(intent.drawn);
  else if (intent.back)
    shell.leave_play();
}

// What could not be done, over a screen that has no place of its own for it.
void draw_problem(Frame& f, Shell& shell) {
  if (shell.problem.empty()) return;
  const std::string close = shell.words().tr("shell", "Close");
  const Notice said{.words = shell.problem, .icon = "triangle", .action_id = "shell/problem/close", .action_label = close};
  const int width = std::min(f.width() - 2 * f.px(16), f.px(720)), height = notice_height(f, said, width);
  const Rect at{(f.width() - width) / 2, f.px(72), width, height};
  f.begin_sheet("shell/problem", at, shell.problem);
  if (notice(f, at, said) || f.closes("shell/problem")) shell.problem.clear();
  f.border(at, Colour::warn, 1, f.px(6));
  f.end_sheet();
}

void draw_debrief_page(Frame& f, Shell& shell) {
  Played& played = shell.played();
  DebriefIntent intent = draw_debrief(f, *played.debrief, played.debrief_memory);
  if (f.leaves("debrief")) {
    if (played.debrief_memory.page == 1) intent.home = true;
    played.debrief_memory.page = 1;
  }
  if (intent.go_back)
    shell.rewind_to(*intent.go_back);
  else if (intent.again)
    shell.play_again();
  else if (intent.home)
    shell.go_home();
  if (shell.page() == ShellPage::debrief) draw_problem(f, shell);
}

// The name of a screen, for what begins anew with it. Play tells its steps by itself.
std::string screen_name(const Shell& shell) {
  std::string name = "page/" + std::to_string(static_cast<int>(shell.page()));
  if (shell.page() == ShellPage::sign_in) name += "/" + std::to_string(static_cast<int>(shell.sign_in_memory.page));
  if (shell.page() == ShellPage::home) name += "/" + std::to_string(static_cast<int>(shell.home_memory.page));
  if (shell.page() == ShellPage::debrief) name += "/" + std::to_string(shell.played().debrief_memory.page);
  return name;
}

// Before the record is open: no more than the ground, for it takes a moment only.
void draw_opening_page(Frame& f, Shell& shell) {
  f.fill(f.window(), Colour::bg);
  shared::brand_bar(f, shell.picture("assets/pictures/mark.svg"), shell.words().tr("product", "Firsthand"));
}

void draw_page(Frame& f, Shell& shell) {
  switch (shell.page()) {
  case ShellPage::opening:
    return draw_opening_page(f, shell);
  case ShellPage::trouble:
    return draw_trouble_page(f, shell);
  case ShellPage::clock:
    return draw_clock_page(f, shell);
  case ShellPage::station:
    return draw_station_page(f, shell);
  case ShellPage::sign_in:
    return draw_sign_in_page(f, shell);
  case ShellPage::warm_up:
    return draw_warm_up_page(f, shell);
  case ShellPage::home:
    return draw_home_page(f, shell);
  case ShellPage::play:
    return draw_play_page(f, shell);
  case ShellPage::debrief:
    return draw_debrief_page(f, shell);
  case ShellPage::settings:
    return draw_settings_page(f, shell);
  }
}

// Keys that work everywhere; a screen that used one first leaves none of it.
void take_keys(const Frame& f, Shell& shell) {
  const Intents& keys = f.intents();
  if (keys.help) shell.help_open = !shell.help_open;
  if (keys.full_screen) shell.wants_full_screen_toggled = true;
  if (keys.quit) shell.wants_close = true;
  if (keys.text_reset)
    shell.change_text_size(0);
  else if (keys.text_step != 0)
    shell.change_text_size(keys.text_step);
}

std::string slow_words(const Shell& shell) {
  if (shell.refused_busy()) return shell.words().tr("shell", "Still busy. Press again in a moment.");
  if (shell.page() == ShellPage::opening || shell.page() == ShellPage::trouble) return shell.words().tr("shell", "Opening the record…");
  return shell.words().tr("play", "Saving…");
}

// Seldom: on a slow disk, or where a PIN takes long.
void draw_slow(Frame& f, const Shell& shell) {
  const std::string words = slow_words(shell);
  const Size size = f.measure(words, Type::small);
  const Rect at{(f.width() - size.w) / 2 - f.px(16), f.height() - size.h - f.px(32), size.w + f.px(32), size.h + f.px(16)};
  f.fill(at, Colour::surf, f.px(6));
  f.border(at, Colour::line2, 1, f.px(6));
  f.text(at, words, Type::small, Colour::text, {.align = Align::centre, .valign = VAlign::middle});
}

std::string words_of(const NotTaken& lost, const content::Words& words) {
  switch (lost.why) {
  case NotTaken::Why::digits_only:
    return lost.pasted ? words.tr("field", "Nothing was pasted: only the digits 0 to 9 can stand here.")
                       : words.tr("field", "Only the digits 0 to 9 can stand here.");
  case NotTaken::Why::unreadable:
    return words.tr("field", "Nothing was pasted: the text could not be read. It may be too long.");
  case NotTaken::Why::too_long:
    break;
  }
  if (!lost.pasted) return words.tr("field", "Full: nothing more fits here.");
  const content::Fill numbers{{"letters", std::to_string(lost.letters)}, {"room", std::to_string(lost.room)}};
  return words.tr("field", "Nothing was pasted: the text has {letters} letters, and there is room for {room} of them.", numbers);
}

// To the right of the field that one looks at, where nothing of a form stands; else above it, else below.
Rect beside(const Frame& f, const Rect& field, Size size) {
  const int gap = f.px(8), edge = f.px(16), above = field.y - size.h - gap;
  const int x = std::clamp(field.x, edge, std::max(edge, f.width() - size.w - edge));
  if (field.right() + gap + size.w + edge <= f.width()) return {field.right() + gap, field.y, size.w, size.h};
  return {x, above > 0 ? above : field.bottom() + gap, size.w, size.h};
}

void draw_not_taken(Frame& f, const NotTaken& lost, const content::Words& words) {
  const std::string what = words_of(lost, words);
  const Notice notice{.words = what, .icon = "triangle"};
  const int width = std::min(f.width() - f.px(32), f.px(420));
  const Rect at = beside(f, lost.field, {width, notice_height(f, notice, width)});
  f.fill(at, Colour::surf, f.px(6));
  ui::notice(f, at, notice);
}

} // namespace

void draw_shell(Frame& f, Shell& shell) {
  if (f.acted()) shell.acted();
  shell.tick(f.now_ms());
  take_keys(f, shell);
  f.screen(screen_name(shell));
  draw_page(f, shell);
  if (shell.help_open && draw_help(f, {shell.words(), shell.options().services.version})) shell.help_open = false;
  if (f.not_taken()) draw_not_taken(f, *f.not_taken(), shell.words());
  if (shell.slow()) draw_slow(f, shell);
  if (shell.busy()) f.hold_input();
  if (const auto ms = shell.wake_after_ms()) f.wake_after(*ms);
}

} // namespace firsthand::screens
