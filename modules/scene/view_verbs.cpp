// Verbs in four groups, and what is asked before an act: which instrument, which task. All verbs
// look alike; their order is the author's.
#include "modules/scene/view_parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

using ui::Colour;
using ui::Rect;
using ui::Type;

constexpr std::array<const char*, 4> group_words{"Look", "Touch", "Ask", "Secure"};

std::string group_title(const SceneDraft& d, std::size_t group) { return d.scene.words.tr("group", group_words[group]); }

// The words of one verb button, which must live while it is drawn.
struct VerbWords {
  std::string id, label, seconds, again, reason;
  model::Id icon;
  bool offered = true, used = false;
  char key = 0;
  ui::Verb verb() const {
    return {.id = id,
            .label = label,
            .seconds = seconds,
            .icon = icon,
            .enabled = offered,
            .reason = reason,
            .again = again,
            .choose_key = key,
            .used = used};
  }
};

// Every touch takes the same second press, so that a slip is no error and the question no hint.
VerbWords words_of(const SceneDraft& d, const model::Verb& verb, std::string id) {
  VerbWords words{std::move(id), d.scene.say(verb.label), screens::duration_text(d.scene.words, verb.takes), {}, {}, verb.icon};
  if (screens::asks_twice(verb)) words.again = d.tr("Press again");
  return words;
}

// Which instrument is asked first; that choice asks again, not this one.
VerbWords words_of(const SceneDraft& d, const Thing& thing, const VerbChoice& choice) {
  VerbWords words = words_of(d, *choice.verb, fmt::format("scene/verb/{}/{}", thing.place->entity, choice.verb->name));
  words.offered = choice.offered(), words.used = choice.used;
  if (!words.offered) words.reason = choice.used ? d.tr("Done") : d.tr("Not possible now");
  if (choice.ways.size() > 1) words.again.clear();
  return words;
}

int draw_choice(SceneDraft& d, const Thing& thing, const VerbChoice& choice, int x, int y, int w, char key) {
  VerbWords words = words_of(d, thing, choice);
  words.key = key;
  const int h = ui::verb_height(d.f, words.verb(), w);
  if (ui::verb(d.f, {x, y, w, h}, words.verb())) press_verb(d, thing, choice);
  return h;
}

// 1 to 9, in the order in which they stand.
char number_key(const Thing& thing, std::size_t group, std::size_t place) {
  for (std::size_t before = 0; before < group; ++before)
    place += thing.groups[before].size();
  return place < 9 ? static_cast<char>('1' + place) : char{0};
}

int group_head(SceneDraft& d, std::size_t group, int x, int y, int w) {
  return d.f.text(x, y, w, group_title(d, group), Type::small_bold, Colour::mut, {.role = ui::Role::heading}) + d.f.px(2);
}

} // namespace

int verbs_side_by_side(SceneDraft& d, int x, int y, int w) {
  const Thing* thing = d.selected();
  int tallest = 0;
  d.f.begin_group("scene/verbs"); // arrows go from column to column
  for (std::size_t group = 0; group < 4; ++group) {
    const Rect column = Rect{x, y, w, 0}.column(static_cast<int>(group), 4, d.f.px(12));
    int at = y + group_head(d, group, column.x, y, column.w);
    for (std::size_t i = 0; thing && i < thing->groups[group].size(); ++i)
      at += draw_choice(d, *thing, thing->groups[group][i], column.x, at, column.w, number_key(*thing, group, i)) + d.f.px(6);
    tallest = std::max(tallest, at - y);
  }
  d.f.end_group();
  return tallest;
}

namespace {

// In the list a number would stand for many: it is a verb of the thing that the focus is on.
bool takes_numbers(const SceneDraft& d, const Thing& thing) {
  if (!d.scene.as_list || d.reading.things.size() == 1) return true;
  return d.f.focused().starts_with("scene/verb/" + thing.place->entity + "/");
}

// One group's verbs in rows of `columns`; returns the height.
int group_rows(SceneDraft& d, const Thing& thing, std::size_t group, Rect at, int columns) {
  const int top = at.y;
  const std::vector<VerbChoice>& choices = thing.groups[group];
  for (std::size_t i = 0; i < choices.size(); i += static_cast<std::size_t>(columns)) {
    int row = 0;
    for (std::size_t c = 0; c < static_cast<std::size_t>(columns) && i + c < choices.size(); ++c) {
      const Rect cell = at.column(static_cast<int>(c), columns, d.f.px(8));
      const char key = takes_numbers(d, thing) ? number_key(thing, group, i + c) : char{0};
      row = std::max(row, draw_choice(d, thing, choices[i + c], cell.x, at.y, cell.w, key));
    }
    at.y += row + d.f.px(8);
  }
  return at.y - top;
}

} // namespace

int verbs_below(SceneDraft& d, const Thing* thing, int x, int y, int w, int columns, Empty empty) {
  const int top = y;
  const std::string id = "scene/verbs/" + (thing ? thing->place->entity : std::string());
  d.f.begin_group(id);
  for (std::size_t group = 0; group < 4; ++group) {
    if (empty == Empty::leave_out && (!thing || thing->groups[group].empty())) continue;
    y += group_head(d, group, x, y, w);
    if (thing) y += group_rows(d, *thing, group, {x, y, w, 0}, columns);
    y += d.f.px(4);
  }
  d.f.end_group();
  return y - top;
}

namespace {

struct Asked {
  std::string title;
  std::vector<std::pair<VerbWords, const session::Action*>> answers;
};

Asked instruments_asked(const SceneDraft& d) {
  Asked asked;
  const Thing* thing = d.reading.thing(d.screen.which_entity);
  if (!thing) return asked;
  for (const auto& group : thing->groups)
    for (const VerbChoice& choice : group) {
      if (choice.symbol != d.screen.which_verb) continue;
      asked.title = d.tr("{verb}: with what?", {{"verb", d.scene.say(choice.verb->label)}});
      for (const session::Action* way : choice.ways) {
        VerbWords words = words_of(d, *choice.verb, "scene/with/" + d.word(way->with));
        if (const model::Text* name = report::name_of(d.scene.prepared, way->with)) words.label = d.scene.say(*name);
        asked.answers.emplace_back(std::move(words), way);
      }
    }
  return asked;
}

Asked tasks_asked(const SceneDraft& d) {
  Asked asked;
  for (const Helper& helper : d.reading.helpers) {
    if (helper.symbol != d.screen.tasks_for) continue;
    asked.title = d.tr("A standing task for {name}", {{"name", d.scene.say(helper.use->name)}});
    for (const TaskChoice& task : helper.tasks) {
      VerbWords words = words_of(d, *task.verb, fmt::format("scene/task/{}/{}", task.thing->id, task.verb->name));
      words.label = d.tr("{thing}: {verb}", {{"thing", d.scene.say(task.thing->name)}, {"verb", words.label}});
      asked.answers.emplace_back(std::move(words), task.action);
    }
  }
  return asked;
}

int draw_cancel(SceneDraft& d, int x, int y, int w) {
  const std::string words = d.tr("Cancel");
  const ui::Button cancel{
      .id = "scene/cancel", .label = words, .icon = "close", .kind = ui::ButtonKind::quiet, .size = ui::ButtonSize::small};
  const ui::Size size = size_of(d.f, cancel, w);
  if (ui::button(d.f, {x, y, size.w, size.h}, cancel) || d.f.closes("scene/choices")) close_choices(d);
  return size.h;
}

} // namespace

int choices(SceneDraft& d, int x, int y, int w, int columns) {
  const Asked asked = d.screen.which_entity != 0 ? instruments_asked(d) : d.screen.tasks_for != 0 ? tasks_asked(d) : Asked{};
  if (asked.answers.empty()) return 0;
  const int top = y;
  y += d.f.text(x, y, w, asked.title, Type::body_bold, Colour::text, {.role = ui::Role::heading}) + d.f.px(8);
  d.f.begin_group("scene/choices");
  const Rect all{x, y, w, 0};
  for (std::size_t i = 0; i < asked.answers.size(); i += static_cast<std::size_t>(columns)) {
    int row = 0;
    for (int c = 0; c < columns && i + static_cast<std::size_t>(c) < asked.answers.size(); ++c) {
      const auto& [words, act] = asked.answers[i + static_cast<std::size_t>(c)];
      const Rect cell = all.column(c, columns, d.f.px(8));
      const int h = ui::verb_height(d.f, words.verb(), cell.w);
      if (ui::verb(d.f, {cell.x, y, cell.w, h}, words.verb())) press_way(d, *act);
      row = std::max(row, h);
    }
    y += row + d.f.px(8);
  }
  y += draw_cancel(d, x, y, w);
  d.f.end_group();
  return y - top;
}

} // namespace firsthand::modules::scene
