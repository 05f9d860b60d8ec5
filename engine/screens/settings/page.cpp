// See page.h: choices at the left, a sample at the right that shows what they do.
#include "engine/screens/settings/page.h"

#include "engine/screens/shared/bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace firsthand::screens {

int next_text_percent(int percent, int steps) {
  const int now = (percent + text_percent_step / 2) / text_percent_step;
  return std::clamp((now + steps) * text_percent_step, least_text_percent, most_text_percent);
}

namespace {

struct SettingsDraft {
  Frame& f;
  const SettingsState& s;
  SettingsIntent& out;
  int x = 0, w = 0;

  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return s.words.tr("settings", source, fill); }
  app::Settings& wanted() const {
    if (!out.wanted) out.wanted = s.settings;
    return *out.wanted;
  }
};

int settings_head(const SettingsDraft& d, int y, const std::string& words) {
  return y + d.f.text(d.x, y, d.w, words, Type::small_bold, Colour::mut, {.role = Role::heading}) + d.f.px(8);
}

// One choice of several that stand in rows.
struct SettingsChoice {
  std::string id, label;
  bool chosen = false;
};

int settings_choices(const SettingsDraft& d, int y, std::string_view group, const std::vector<SettingsChoice>& choices, int& pressed) {
  Frame& f = d.f;
  const int columns = f.text_percent() >= 150 ? 1 : std::min<int>(3, static_cast<int>(choices.size()));
  const Rect line{d.x, y, d.w, 0};
  const auto cell_of = [&](std::size_t i) { return line.column(static_cast<int>(i) % columns, columns, f.px(8)); };
  int height = 0;
  for (std::size_t i = 0; i < choices.size(); ++i)
    height = std::max(height, option_height(f, {.id = choices[i].id, .label = choices[i].label}, cell_of(i).w));
  f.begin_group(group);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const int row = static_cast<int>(i) / columns;
    const Rect at{cell_of(i).x, y + row * (height + f.px(8)), cell_of(i).w, height};
    if (option(f, at, {.id = choices[i].id, .label = choices[i].label, .chosen = choices[i].chosen})) pressed = static_cast<int>(i);
  }
  f.end_group();
  const int rows = (static_cast<int>(choices.size()) + columns - 1) / columns;
  return y + rows * (height + f.px(8)) + f.px(16);
}

int settings_language(const SettingsDraft& d, int y) {
  std::vector<SettingsChoice> choices;
  for (const content::Language& each : d.s.languages)
    choices.push_back({"settings/language/" + each.code,
                       each.reviewed ? each.name : fmt::format("{} ({})", each.name, d.tr("draft, practice only")),
                       each.code == d.s.settings.language});
  int pressed = -1;
  y = settings_choices(d, settings_head(d, y, d.tr("Language")), "settings/languages", choices, pressed);
  if (pressed >= 0) d.wanted().language = d.s.languages[static_cast<std::size_t>(pressed)].code;
  return y;
}

int settings_theme(const SettingsDraft& d, int y) {
  const bool high = d.s.settings.contrast == app::Contrast::high, dark = !high && d.s.settings.theme == app::Theme::dark;
  const std::vector<SettingsChoice> choices{{"settings/theme/light", d.tr("Light"), !high && !dark},
                                            {"settings/theme/dark", d.tr("Dark"), dark},
                                            {"settings/theme/contrast", d.tr("High contrast"), high}};
  int pressed = -1;
  y = settings_choices(d, settings_head(d, y, d.tr("Colours")), "settings/themes", choices, pressed);
  if (pressed < 0) return y;
  d.wanted().contrast = pressed == 2 ? app::Contrast::high : app::Contrast::normal;
  if (pressed < 2) d.wanted().theme = pressed == 1 ? app::Theme::dark : app::Theme::light;
  return y;
}

int settings_text_size(const SettingsDraft& d, int y) {
  const int now = d.s.settings.text_percent;
  const std::string label = d.tr("Text size"), value = fmt::format("{} %", now), less = d.tr("Smaller text"), more = d.tr("Larger text");
  const int step = stepper(d.f, {d.x, y, d.w, d.f.px(48)},
                           {.id = "settings/text",
                            .label = label,
                            .value = value,
                            .less_label = less,
                            .more_label = more,
                            .can_less = now > least_text_percent,
                            .can_more = now < most_text_percent});
  if (step != 0) d.wanted().text_percent = next_text_percent(now, step);
  return y + d.f.px(48 + 8);
}

int settings_toggles(const SettingsDraft& d, int y) {
  const bool reduced = d.s.settings.motion == app::Motion::reduced;
  const std::string on = d.tr("On"), off = d.tr("Off"), motion = d.tr("Less motion"), full = d.tr("Full screen");
  if (toggle(d.f, {d.x, y, d.w, d.f.px(48)}, {.id = "settings/motion", .label = motion, .on = reduced, .state = reduced ? on : off}))
    d.wanted().motion = reduced ? app::Motion::normal : app::Motion::reduced;
  y += d.f.px(48 + 8);
  if (!d.s.can_full_screen) return y;
  if (toggle(d.f, {d.x, y, d.w, d.f.px(48)},
             {.id = "settings/full-screen", .label = full, .on = d.s.full_screen, .state = d.s.full_screen ? on : off}))
    d.out.full_screen = true;
  return y + d.f.px(48 + 8);
}

int settings_left(const SettingsDraft& d, int y) {
  if (!d.s.problem.empty()) {
    const Notice banner{.words = d.s.problem, .icon = "triangle"};
    const int height = notice_height(d.f, banner, d.w);
    notice(d.f, {d.x, y, d.w, height}, banner);
    y += height + d.f.px(16);
  }
  y = settings_language(d, y);
  y = settings_theme(d, y);
  y = settings_head(d, y, d.tr("Reading and motion"));
  y = settings_text_size(d, y);
  return settings_toggles(d, y);
}

// Real parts of the program, so that the sample shows what every screen will look like. They can be tried.
int settings_sample(const SettingsDraft& d, int y) {
  Frame& f = d.f;
  const Rect inside = Rect{d.x, y, d.w, 0}.inset(f.px(24), 0);
  const std::string head = d.tr("This is how it looks"), words = d.tr("Look first. Touch only with a reason. Write down every touch."),
                    act = d.tr("Take a photo"), seconds = d.tr("20 s"), saved = d.tr("Saved"), due = d.tr("Locks after 5 min idle");
  const Verb verb{.id = "settings/sample", .label = act, .seconds = seconds, .icon = "camera"};
  const int verb_width = std::min(inside.w, f.px(220)), verb_tall = verb_height(f, verb, verb_width);
  const Tag tags[] = {{saved, "check", Meaning::ok}, {due, "padlock", Meaning::warn}};
  int tag_rows = 0;
  for (const Tag& each : tags)
    tag_rows += size_of(f, each, inside.w).h + f.px(8);
  const int height = f.px(24) + f.measure(head, Type::heading, inside.w).h + f.px(8) + f.measure(words, Type::body, inside.w).h + f.px(16) +
                     tag_rows + f.px(8) + verb_tall + f.px(24);
  card(f, {d.x, y, d.w, height});
  int at = y + f.px(24);
  at += f.text(inside.x, at, inside.w, head, Type::heading, Colour::text, {.role = Role::heading}) + f.px(8);
  at += f.text(inside.x, at, inside.w, words, Type::body, Colour::text) + f.px(16);
  for (const Tag& each : tags)
    at += tag(f, {inside.x, at}, each, inside.w).h + f.px(8);
  ui::verb(f, {inside.x, at + f.px(8), verb_width, verb_tall}, verb);
  return y + height;
}

} // namespace

SettingsIntent draw_settings(Frame& f, const SettingsState& state) {
  SettingsIntent out;
  SettingsDraft d{f, state, out};
  f.fill(f.window(), Colour::bg);
  const std::string title =
      state.person.empty() ? d.tr("Settings of this computer") : d.tr("Settings of {name}", {{"name", std::string(state.person)}});
  if (shared::back_bar(f, "settings/back", d.tr("Back"), title).back || f.leaves("settings")) out.back = true;
  const int top = f.px(f.text_percent() >= 150 ? 48 : 56);
  const Rect page = shared::page_rect(f, top);
  ScrollArea area(f, {"settings/page", {0, top, f.width(), f.height() - top}, title});
  const int width = std::min(page.w, area.width() - page.x);
  const bool two = f.text_percent() < 150 && f.width() >= f.px(1000);
  d.x = page.x, d.w = two ? width - f.px(344 + 48) : width;
  int y = settings_left(d, area.top() + f.px(32));
  const int left = d.w;
  d.w = two ? f.px(344) : width;
  d.x = two ? page.x + left + f.px(48) : page.x;
  y = std::max(y, settings_sample(d, two ? area.top() + f.px(32) : y + f.px(8)));
  area.finish(y + f.px(32));
  return out;
}

} // namespace firsthand::screens
