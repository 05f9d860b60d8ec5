// One frame: the page that is shown, and what lies over every page. See shell.h.
#include "engine/screens/help/draw.h"
#include "engine/screens/shared/said.h"
#include "engine/screens/shared/spoken_words.h"
#include "engine/screens/shell/shell.h"
#include "engine/ui/widgets.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

// Keys that work everywhere; a screen that used one first leaves none of it.
void take_keys(const Frame& f, Shell& shell) {
  const Intents& keys = f.intents();
  if (keys.help) shell.help_open = !shell.help_open;
  if (keys.full_screen) shell.wants_full_screen_toggled = true;
  if (keys.quit) shell.wants_close = true;
  if (keys.be_quiet) shell.read_aloud().be_quiet();
  if (keys.text_reset)
    shell.change_text_size(0);
  else if (keys.text_step != 0)
    shell.change_text_size(keys.text_step);
}

std::string slow_words(const Shell& shell) {
  if (shell.refused_busy()) return shell.words().tr("shell", "Still busy. Press again in a moment.");
  if (shell.page() == PageName::opening || shell.page() == PageName::trouble) return shell.words().tr("shell", "Opening the record…");
  return shell.words().tr("play", "Saving…");
}

// Seldom: on a slow disk, or where a PIN takes long.
void draw_slow(Frame& f, const Shell& shell) {
  const std::string words = slow_words(shell);
  const Size size = f.measure(words, Type::small);
  const Rect at{(f.width() - size.w) / 2 - f.px(16), f.height() - size.h - f.px(32), size.w + f.px(32), size.h + f.px(16)};
  f.fill(at, Colour::surf, f.radius());
  f.border(at, Colour::line2, 1, f.radius());
  f.text(at, words, Type::small, Colour::text, {.align = Align::centre, .valign = VAlign::middle});
}

// The screen was to be read, and nobody can: said for as long as it takes to read that.
void draw_voiceless(Frame& f, const std::string& words) {
  const int width = std::min(f.width() - f.px(32), f.px(560));
  const Notice notice{.words = words, .icon = "triangle"};
  const int height = notice_height(f, notice, width);
  const Rect at{(f.width() - width) / 2, f.height() - height - f.px(32), width, height};
  f.fill(at, Colour::surf, f.radius());
  ui::notice(f, at, notice);
}

// What is read is what was drawn. The turn says that something was done.
void read_aloud(Frame& f, Shell& shell) {
  const int turn = shell.playing().open() ? shell.playing().played().session->turn() : 0;
  ReadAloud& reader = shell.read_aloud();
  reader.follow(f, {shell.words(), shell.settings(), turn});
  if (f.intents().read_screen) reader.read_screen(f, {shell.words(), shell.settings(), turn});
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
  f.fill(at, Colour::surf, f.radius());
  ui::notice(f, at, notice);
}

} // namespace

void draw_shell(Frame& f, Shell& shell) {
  if (f.acted()) shell.acted();
  shell.tick(f.now_ms());
  take_keys(f, shell);
  f.screen(shell.screen_name());
  shell.at(shell.page()).draw(f);
  if (shared::said_over(f, shell.words(), "shell/problem", {.words = shell.problem})) shell.problem.clear();
  if (shell.help_open && draw_help(f, {shell.words(), shell.options().services.version})) shell.help_open = false;
  if (f.not_taken()) draw_not_taken(f, *f.not_taken(), shell.words());
  if (shell.slow()) draw_slow(f, shell);
  read_aloud(f, shell);
  if (shell.read_aloud().is_voiceless(f)) draw_voiceless(f, shared::voice_sentence(shell.words(), shell.voice_here()));
  if (shell.busy()) f.hold_input();
  if (const auto ms = shell.wake_after_ms()) f.wake_after(*ms);
}

} // namespace firsthand::screens
