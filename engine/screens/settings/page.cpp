// See page.h: choices at the left, a sample at the right that shows what they do.
#include "engine/screens/settings/draw.h"

#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/spoken_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace firsthand::screens {

int next_text_percent(int percent, int steps) {
  const int now = (percent + text_percent_step / 2) / text_percent_step;
  return std::clamp((now + steps) * text_percent_step, least_text_percent, most_text_percent);
}

namespace {

struct SettingsDrawContext {
  Frame& f;
  const SettingsState& s;
  SettingsIntent& out;

  std::string_view tr(std::string_view source, const content::Fill& fill = {}) const {
    return f.keep(s.words.tr("settings", source, fill));
  }
  app::Settings& wanted() const {
    if (!out.wanted) out.wanted = s.settings;
    return *out.wanted;
  }
};

Box settings_head(std::string_view words) { return box::text(words, Type::small_bold, Colour::mut, {.role = Role::heading}); }

// Of one group: options side by side, one below the other where the text is large. `pressed`: which of them.
Box settings_choices(std::string_view head, std::string_view group, const std::vector<Option>& options, int& pressed) {
  std::vector<Box> all;
  for (std::size_t i = 0; i < options.size(); ++i)
    all.push_back(box::option(options[i], {pressed, static_cast<int>(i)}));
  const std::vector<int> columns(std::min<std::size_t>(3, options.size()), 1);
  return box::column(
      {.gap = 8}, settings_head(head),
      box::group(group, box::when({.text_from = 150}, box::column({.gap = 8}, all), box::grid({.gap = 8, .columns = columns}, all))));
}

Box settings_languages(const SettingsDrawContext& d, int& pressed) {
  std::vector<Option> options;
  for (const content::Language& each : d.s.languages)
    options.push_back(
        {.id = d.f.keep("settings/language/" + each.code),
         .label = each.reviewed ? std::string_view(each.name) : d.f.keep(fmt::format("{} ({})", each.name, d.tr("draft, practice only"))),
         .letter = ui::letter_of_option(options.size()),
         .chosen = each.code == d.s.settings.language,
         .done_by_press = true});
  return settings_choices(d.tr("Language"), "settings/languages", options, pressed);
}

Box settings_themes(const SettingsDrawContext& d, int& pressed) {
  const bool high = d.s.settings.contrast == app::Contrast::high, dark = !high && d.s.settings.theme == app::Theme::dark;
  const std::size_t before = d.s.languages.size(); // the letters go on
  const auto theme = [&](std::size_t place, std::string_view id, std::string_view label, bool chosen) {
    return Option{.id = id, .label = label, .letter = ui::letter_of_option(before + place), .chosen = chosen, .done_by_press = true};
  };
  return settings_choices(d.tr("Colours"), "settings/themes",
                          {theme(0, "settings/theme/light", d.tr("Light"), !high && !dark),
                           theme(1, "settings/theme/dark", d.tr("Dark"), dark),
                           theme(2, "settings/theme/contrast", d.tr("High contrast"), high)},
                          pressed);
}

Box settings_stepper(const Stepper& stepper, int& step) {
  return box::fixed(0, 48, [=, &step](Frame& f, const Rect& rect) { step = ui::stepper(f, rect, stepper); });
}

// Pixels of the window, whatever the text size: what is pressed to change it stays under the pointer. As large as the largest text asks
// for.
constexpr int size_button = 80, size_width = 440, size_strip = 96;

void draw_text_size(const SettingsDrawContext& d, int& step) {
  Frame& f = d.f;
  const Rect strip{0, f.height() - size_strip, f.width(), size_strip};
  f.fill(strip, Colour::surf);
  f.hline(strip.x, strip.y, strip.w, Colour::line);
  const int now = d.s.settings.text_percent;
  step = ui::steady_stepper(f, {(f.width() - size_width) / 2, strip.y + (size_strip - size_button) / 2, size_width, size_button},
                            {.id = "settings/text",
                             .label = d.tr("Text size"),
                             .value = f.keep(fmt::format("{} %", now)),
                             .less_label = d.tr("Smaller text"),
                             .more_label = d.tr("Larger text"),
                             .can_less = now > least_text_percent,
                             .can_more = now < most_text_percent});
}

Box settings_speed(const SettingsDrawContext& d, int& step) {
  const int now = d.s.settings.voice_percent;
  return settings_stepper({.id = "settings/voice",
                           .label = d.tr("Speed of the voice"),
                           .value = d.f.keep(fmt::format("{} %", now)),
                           .less_label = d.tr("Slower"),
                           .more_label = d.tr("Faster"),
                           .can_less = now > least_voice_percent,
                           .can_more = now < most_voice_percent},
                          step);
}

Box settings_sounds(const SettingsDrawContext& d, int& step) {
  const int now = d.s.settings.sound_percent;
  return settings_stepper({.id = "settings/sounds",
                           .label = d.tr("Sounds"),
                           .value = now == 0 ? d.tr("Off") : d.f.keep(fmt::format("{} %", now)),
                           .less_label = d.tr("Softer"),
                           .more_label = d.tr("Louder"),
                           .can_less = now > 0,
                           .can_more = now < most_sound_percent},
                          step);
}

Box settings_toggle(const SettingsDrawContext& d, std::string_view id, std::string_view label, bool on, bool& pressed) {
  const Toggle one{.id = id, .label = label, .on = on, .state = on ? d.tr("On") : d.tr("Off")};
  return box::fixed(0, 48, [=, &pressed](Frame& f, const Rect& rect) { pressed = toggle(f, rect, one); });
}

// What was pressed on this page.
struct SettingsPressed {
  int language = -1, theme = -1, text_step = 0, voice_step = 0, sound_step = 0;
  bool motion = false, full_screen = false, read_aloud = false;
};

// What is heard, and by which keys.
Box settings_hearing(const SettingsDrawContext& d, SettingsPressed& pressed) {
  const bool reads = d.s.settings.read_aloud == app::ReadAloud::focused;
  const std::string_view missing = d.f.keep(shared::voice_sentence(d.s.words, d.s.voice));
  return box::column({.gap = 8}, settings_head(d.tr("Voice and sounds")),
                     settings_toggle(d, "settings/read-aloud", d.tr("Read aloud what has the focus"), reads, pressed.read_aloud),
                     settings_speed(d, pressed.voice_step),
                     box::text(d.tr("F2 reads the whole screen aloud, F4 ends it."), Type::small, Colour::mut), shared::banner(missing),
                     settings_sounds(d, pressed.sound_step),
                     box::text(d.tr("What a sound says stands on the screen as well."), Type::small, Colour::mut));
}

Box settings_left(const SettingsDrawContext& d, SettingsPressed& pressed) {
  const bool reduced = d.s.settings.motion == app::Motion::reduced;
  return box::column({.gap = 24, .pad = {.bottom = 8}}, settings_languages(d, pressed.language), settings_themes(d, pressed.theme),
                     box::column({.gap = 8}, settings_head(d.tr("Motion and window")),
                                 settings_toggle(d, "settings/motion", d.tr("Less motion"), reduced, pressed.motion),
                                 d.s.can_full_screen
                                     ? settings_toggle(d, "settings/full-screen", d.tr("Full screen"), d.s.full_screen, pressed.full_screen)
                                     : Box()),
                     settings_hearing(d, pressed));
}

// Real parts of the program, so that the sample shows what every screen will look like. They can be tried.
Box settings_sample(const SettingsDrawContext& d, bool& tried) {
  const Verb verb{.id = "settings/sample", .label = d.tr("Take a photo"), .seconds = d.tr("20 s"), .icon = "camera"};
  return box::card(
      box::column({.gap = 8, .pad = pad(24)}, box::text(d.tr("This is how it looks"), Type::heading, Colour::text, {.role = Role::heading}),
                  box::text(d.tr("Look first. Touch only with a reason. Write down every touch."), Type::body), box::space(16),
                  box::tag({d.tr("Saved"), "check", Meaning::ok}), box::tag({d.tr("Locks after 5 min idle"), "padlock", Meaning::warn}),
                  box::space(16), box::verb(verb, tried).most(220)));
}

void take_settings(const SettingsDrawContext& d, const SettingsPressed& pressed) {
  if (pressed.language >= 0) d.wanted().language = d.s.languages[static_cast<std::size_t>(pressed.language)].code;
  if (pressed.theme >= 0) d.wanted().contrast = pressed.theme == 2 ? app::Contrast::high : app::Contrast::normal;
  if (pressed.theme == 0 || pressed.theme == 1) d.wanted().theme = pressed.theme == 1 ? app::Theme::dark : app::Theme::light;
  if (pressed.text_step != 0) d.wanted().text_percent = next_text_percent(d.s.settings.text_percent, pressed.text_step);
  if (pressed.motion) d.wanted().motion = d.s.settings.motion == app::Motion::reduced ? app::Motion::normal : app::Motion::reduced;
  d.out.full_screen = pressed.full_screen;
}

int stepped(int percent, int steps, int least, int most) { return std::clamp(percent + steps * percent_step, least, most); }

void take_hearing(const SettingsDrawContext& d, const SettingsPressed& pressed) {
  const app::Settings& now = d.s.settings;
  if (pressed.read_aloud) d.wanted().read_aloud = now.read_aloud == app::ReadAloud::off ? app::ReadAloud::focused : app::ReadAloud::off;
  if (pressed.voice_step != 0)
    d.wanted().voice_percent = stepped(now.voice_percent, pressed.voice_step, least_voice_percent, most_voice_percent);
  if (pressed.sound_step != 0) d.wanted().sound_percent = stepped(now.sound_percent, pressed.sound_step, 0, most_sound_percent);
  d.out.sounds = pressed.sound_step != 0;
}

} // namespace

SettingsIntent draw_settings(Frame& f, const SettingsState& state) {
  SettingsIntent out;
  const SettingsDrawContext d{f, state, out};
  f.fill(f.window(), Colour::bg);
  const std::string_view title =
      state.person.empty() ? d.tr("Settings of this computer") : d.tr("Settings of {name}", {{"name", std::string(state.person)}});
  if (shared::back_bar(f, "settings/back", d.tr("Back"), title) || f.leaves("settings")) out.back = true;
  SettingsPressed pressed;
  bool tried = false;
  const Box left = settings_left(d, pressed), sample = settings_sample(d, tried);
  shared::draw_page(
      f, bar_height(f), "settings/page", title,
      box::column({.pad = pad(0, 32)}, box::when(shared::one_column, box::column({.gap = 8}, left, sample),
                                                 box::row({.gap = 48, .across = Across::start}, Box(left).grow(), Box(sample).wide(344)))),
      size_strip);
  draw_text_size(d, pressed.text_step);
  take_settings(d, pressed);
  take_hearing(d, pressed);
  return out;
}

} // namespace firsthand::screens
