// Verbs in four groups, and what is asked before an act: which instrument, which task. All verbs
// look alike; their order is the author's.
#include "modules/scene/view_parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

constexpr std::array<const char*, 4> group_words{"Look", "Touch", "Ask", "Secure"};

// Every touch takes the same second press, so that a slip is no error and the question no hint.
ui::Verb verb_of(const SceneDrawContext& d, const model::Verb& verb, std::string id) {
  return {.id = d.f.keep(std::move(id)),
          .label = d.scene.say(verb.label),
          .seconds = d.f.keep(screens::duration_text(d.scene.words, verb.takes)),
          .icon = verb.icon,
          .again = screens::asks_twice(verb) ? d.tr("Press again") : std::string_view()};
}

// Where several things would do and one of them is left, nobody is asked which: it is said before it is done.
std::string_view label_with(const SceneDrawContext& d, const Thing& thing, const VerbChoice& choice, std::string_view label) {
  if (choice.ways.size() != 1 || choice.question) return label;
  const model::Text* with = report::instrument_of(d.scene.prepared, thing.place->symbol, choice.symbol, choice.ways.front()->with);
  return with ? d.f.keep(screens::act_with(std::string(label), d.scene.say(*with))) : label;
}

// What may come to stand there as the reason why it cannot be done: room for it is kept from the beginning.
std::string_view all_reasons(const SceneDrawContext& d, const Thing& thing, const model::Verb& verb) {
  std::string all = fmt::format("{}\n{}", d.tr("Not possible now"), d.tr("Done"));
  for (const std::string& words : reasons_not_now(d.scene, thing, verb))
    all += '\n' + words;
  return d.f.keep(std::move(all));
}

// Which instrument is asked first; that choice asks again, not this one.
Box verb_box(SceneDrawContext& d, const Thing& thing, const VerbChoice& choice, char key) {
  ui::Verb verb = verb_of(d, *choice.verb, fmt::format("scene/verb/{}/{}", thing.place->entity, choice.verb->name));
  verb.enabled = choice.offered(), verb.used = choice.used, verb.choose_key = key;
  if (!verb.enabled && choice.used) verb.reason = d.tr("Done");
  if (!verb.enabled && !choice.used) {
    const std::string_view why = d.f.keep(why_not_now(d.scene, thing, *choice.verb));
    verb.reason = why.empty() ? d.tr("Not possible now") : why;
  }
  verb.reasons = all_reasons(d, thing, *choice.verb);
  if (choice.ways.size() > 1 || choice.question) verb.again = {};
  verb.label = label_with(d, thing, choice, verb.label);
  if (choice.question) verb.label = d.tr("Answer from your notes"), verb.icon = "notebook";
  return box::verb(verb, [&d, &thing, &choice] { press_verb(d, thing, choice); });
}

// 1 to 9.
char number_of(std::size_t place) { return place < 9 ? static_cast<char>('1' + place) : char{0}; }

// In the order in which they stand.
char number_key(const Thing& thing, std::size_t group, std::size_t place) {
  for (std::size_t before = 0; before < group; ++before)
    place += thing.groups[before].size();
  return number_of(place);
}

// Answers have a head of their own and stand higher than what is merely asked: from when they come up, and also when they are given, so
// that nothing moves.
std::size_t answers_in(const Thing& thing, std::size_t group) {
  const auto& verbs = thing.groups[group];
  const auto rest = std::find_if_not(verbs.begin(), verbs.end(), [](const VerbChoice& verb) { return verb.is_answer; });
  return static_cast<std::size_t>(rest - verbs.begin());
}

Box head(std::string_view words) {
  return box::column({.pad = {.bottom = 4}}, box::text(words, Type::small_bold, Colour::mut, {.role = ui::Role::heading}));
}

// In the list a number would stand for many: it is a verb of the thing that the focus is on.
bool takes_numbers(const SceneDrawContext& d, const Thing& thing) {
  if (!d.scene.as_list || d.reading.things.size() == 1) return true;
  return d.f.focused().starts_with("scene/verb/" + thing.place->entity + "/");
}

constexpr int answer_height = 56;

struct Span { // of a group
  std::size_t from = 0, to = 0;
  int height = 0; // at least
};

std::vector<Box> verbs_in(SceneDrawContext& d, const Thing& thing, std::size_t group, const Span& span) {
  std::vector<Box> verbs;
  for (std::size_t i = span.from; i < span.to; ++i) {
    const char key = takes_numbers(d, thing) ? number_key(thing, group, i) : char{0};
    verbs.push_back(verb_box(d, thing, thing.groups[group][i], key).least(0, span.height));
  }
  return verbs;
}

Box rows_of(int columns, std::vector<Box> verbs) {
  if (verbs.empty()) return {};
  const std::vector<int> equal(static_cast<std::size_t>(columns), 1);
  return box::grid({.gap = 8, .across = ui::Across::start, .columns = equal}, std::move(verbs));
}

void add_group(Box& all, SceneDrawContext& d, const Thing& thing, int columns, std::size_t group) {
  const std::size_t answers = answers_in(thing, group), verbs = thing.groups[group].size();
  const auto add = [&](std::string_view words, const Span& span) {
    if (span.from < span.to) all.add(box::column({}, head(words), rows_of(columns, verbs_in(d, thing, group, span))));
  };
  add(d.tr("Your answer"), {0, answers, answer_height});
  add(d.f.keep(d.scene.words.tr("group", group_words[group])), {answers, verbs});
}

} // namespace

// As News counts it. Below all else, for it goes away with the answer.
Box until_answered(SceneDrawContext& d, const Thing& thing) {
  if (d.reading.news.waits != thing.place->symbol) return {};
  return box::text(d.tr("Until you answer you may look and write notes. Whatever else you do counts as going on."), Type::small,
                   Colour::mut);
}

Box verbs_of(SceneDrawContext& d, const Thing& thing, int columns) {
  Box all = box::column({.gap = 12});
  for (std::size_t group = 0; group < group_words.size(); ++group)
    add_group(all, d, thing, columns, group);
  return box::group(d.f.keep("scene/verbs/" + thing.place->entity), std::move(all));
}

namespace {

struct Asked {
  std::string_view title;
  std::vector<Box> answers;
};

Asked instruments_asked(SceneDrawContext& d) {
  Asked asked;
  const Thing* thing = d.reading.thing(d.screen.which_entity);
  if (!thing) return asked;
  for (const auto& group : thing->groups)
    for (const VerbChoice& choice : group) {
      if (choice.symbol != d.screen.which_verb) continue;
      if (choice.question) return {d.tr("Which line answers it?"), note_lines(d, *choice.question)};
      asked.title = d.tr("{verb}: with what?", {{"verb", d.scene.say(choice.verb->label)}});
      for (const session::Action* way : choice.ways) {
        ui::Verb verb = verb_of(d, *choice.verb, way_id(d, *way));
        verb.choose_key = number_of(asked.answers.size());
        if (const model::Text* name = report::name_of(d.scene.prepared, way->with)) verb.label = d.scene.say(*name);
        asked.answers.push_back(box::verb(verb, [&d, way] { press_way(d, *way); }));
      }
    }
  return asked;
}

enum class Numbers : std::uint8_t { shown, left_out };

std::vector<Box> tasks_of(SceneDrawContext& d, const Helper& helper, Numbers numbers) {
  std::vector<Box> tasks;
  for (const TaskChoice& task : helper.tasks) {
    ui::Verb verb = verb_of(d, *task.verb, task_id(task));
    verb.choose_key = numbers == Numbers::shown ? number_of(tasks.size()) : char{0};
    verb.label = d.tr("{thing}: {verb}", {{"thing", d.scene.say(task.thing->name)}, {"verb", std::string(verb.label)}});
    tasks.push_back(box::verb(verb, [&d, &task] { press_way(d, *task.action); }));
  }
  return tasks;
}

std::string_view tasks_title(SceneDrawContext& d, const Helper& helper) {
  return d.tr("A standing task for {name}", {{"name", d.scene.say(helper.use->name)}});
}

Asked tasks_asked(SceneDrawContext& d) {
  const Helper* helper = d.reading.helper(d.screen.tasks_for);
  return helper ? Asked{tasks_title(d, *helper), tasks_of(d, *helper, Numbers::shown)} : Asked{};
}

Asked waits_asked(SceneDrawContext& d) {
  Asked asked{d.tr("Wait"), {}};
  for (const base::Seconds seconds : d.spec.waits)
    asked.answers.push_back(wait_button(d, seconds));
  return asked;
}

Asked asked_now(SceneDrawContext& d) {
  if (d.screen.which_entity != 0) return instruments_asked(d);
  if (d.screen.tasks_for != 0) return tasks_asked(d);
  return d.screen.waits ? waits_asked(d) : Asked{};
}

Box cancel(SceneDrawContext& d) {
  const ui::Button button{
      .id = "scene/cancel", .label = d.tr("Cancel"), .icon = "close", .kind = ui::ButtonKind::quiet, .size = ui::ButtonSize::small};
  const auto escape = [&d](ui::Frame& f, const ui::Rect&, const std::function<void()>& inside) {
    inside();
    if (f.closes("scene/choices")) leave_choices(d);
  };
  return box::row({}, Box(escape, box::button(button, [&d] { leave_choices(d); })));
}

} // namespace

namespace {

Box title_of(const Asked& asked) {
  return asked.answers.empty() ? Box() : box::text(asked.title, Type::body_bold, Colour::text, {.role = ui::Role::heading});
}

Box answers_of(SceneDrawContext& d, Asked asked, int columns) {
  if (asked.answers.empty()) return {};
  return box::group("scene/choices", box::column({.gap = 8}, rows_of(columns, std::move(asked.answers)), cancel(d)));
}

} // namespace

Box choices_title(SceneDrawContext& d) { return title_of(asked_now(d)); }

Box choices_of(SceneDrawContext& d, int columns) {
  const Asked asked = asked_now(d);
  return asked.answers.empty() ? Box() : box::column({.gap = 8}, title_of(asked), answers_of(d, asked, columns));
}

namespace {

// What can be told to somebody who is selected stands with what can be done. No group: one that was given hands the focus to no other.
Box selected_tasks(SceneDrawContext& d, const Thing& thing) {
  const Helper* helper = d.reading.helper(thing.place->symbol);
  if (!helper || helper->tasks.empty()) return {};
  const Numbers numbers = thing.offers_anything() ? Numbers::left_out : Numbers::shown;
  return box::column({.gap = 4}, box::text(tasks_title(d, *helper), Type::small_bold, Colour::mut, {.role = ui::Role::heading}),
                     rows_of(1, tasks_of(d, *helper, numbers)));
}

bool has_verbs(const Thing& thing) {
  return std::any_of(thing.groups.begin(), thing.groups.end(), [](const auto& group) { return !group.empty(); });
}

} // namespace

Box verbs_or_choices(SceneDrawContext& d) { return box::column({.gap = 8}, choices_title(d), verbs_or_answers(d)); }

Box verbs_or_answers(SceneDrawContext& d) {
  Box answers = answers_of(d, asked_now(d), 1);
  if (!answers.nothing()) return box::part(ui::Part::verbs, std::move(answers));
  const Thing* thing = d.selected();
  if (!thing) return {};
  Box tasks = selected_tasks(d, *thing);
  if (!has_verbs(*thing) && tasks.nothing()) return box::text(d.tr("Nothing can be done here now."), Type::small, Colour::mut);
  return box::part(ui::Part::verbs, box::column({.gap = 12}, has_verbs(*thing) ? verbs_of(d, *thing, 1) : Box(), std::move(tasks),
                                                until_answered(d, *thing)));
}

} // namespace firsthand::modules::scene
