// What home shows: read from the library and the person's attempts, put into words. See shell.h.
#include "engine/screens/shell/aside.h"

#include "engine/screens/play/stage_layers.h"

#include "engine/content/shown_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr std::size_t most_attempts_shown = 200;

HomeAct act_of(const app::LessonProgress& progress) {
  if (progress.act == app::LessonAct::go_on) return HomeAct::go_on;
  return progress.act == app::LessonAct::replay ? HomeAct::replay : HomeAct::start;
}

} // namespace

void Shell::go_home() {
  remember_played();
  played_ = {};
  leaving_ = false;
  problem.clear();
  page_ = ShellPage::home;
  read_home();
}

void Shell::read_home() {
  home_ = {};
  const auto attempts = desk()->attempts(person_);
  if (!attempts.ok()) problem = words_.error(attempts.error());
  const std::vector<app::AttemptCard> none;
  const std::vector<app::AttemptCard>& cards = attempts.ok() ? *attempts : none;
  const base::Moment now = options_.services.clock->now();
  const auto readable = [this](const model::Id& lesson) { return options_.shelf.load(lesson).ok(); };
  home_.decided = app::home_of(options_.shelf.library(), cards, {now, options_.channel, readable});
  const int hour = std::stoi(local(now).substr(11, 2));
  const std::string name = app::greeted(person_name_, cards_);
  home_.greeting = name.empty() ? tr("Demonstration: nothing is stored")
                   : hour < 12  ? tr("Good morning, {name}", {{"name", name}})
                   : hour < 18  ? tr("Good afternoon, {name}", {{"name", name}})
                                : tr("Good evening, {name}", {{"name", name}});
  read_lessons();
  read_large_card();
  read_refreshers();
  read_record(cards);
  read_notices();
  if (!attempts.ok()) read_when_back(attempts.error(), &Shell::read_home); // last: it uses what was used here
}

// ---- lessons

void Shell::read_lessons() {
  home_.looked_in = fmt::format("{}", fmt::join(options_.shelf.files().places(), ", "));
  for (const app::CourseProgress& progress : home_.decided.courses) {
    const reading::Course& course = *options_.shelf.library().course(progress.course);
    HomeCourse shown;
    shown.title = words_.tr("course", course.title.source);
    for (std::size_t i = 0; i < course.scenarios.size(); ++i)
      shown.lessons.push_back(lesson_of(course.scenarios[i], static_cast<int>(i) + 1, progress.lessons[i]));
    shown.per_mille = progress.per_mille();
    shown.progress = tr("{done} of {all} passed, {percent} %", {{"done", std::to_string(progress.passed())},
                                                                {"all", std::to_string(progress.lessons.size())},
                                                                {"percent", std::to_string(shown.per_mille / 10)}});
    home_.courses.push_back(std::move(shown));
  }
}

HomeLesson Shell::lesson_of(const reading::ScenarioCard& card, int number, const app::LessonProgress& progress) {
  HomeLesson lesson;
  lesson.id = card.id;
  const auto content = options_.shelf.load(card.id);
  const auto say = [&](const model::Text& text) { return content.ok() ? (*content)->texts(settings_.language).of(text) : text.source; };
  lesson.title = fmt::format("{} {}", number, say(card.title));
  lesson.summary = tr("{summary} {n} min.", {{"summary", say(card.summary)}, {"n", std::to_string(card.minutes)}});
  lesson.picture = picture(card.thumbnail);
  lesson.usable = progress.readable;
  if (!content.ok()) {
    lesson.problem = words_.error(content.error());
    home_.notices.push_back(tr("{lesson}: {problem}", {{"lesson", card.title.source}, {"problem", content.error().message}}));
  }
  lesson.act = act_of(progress);
  lesson.per_mille = progress.per_mille;
  put_state(lesson, progress.state);
  return lesson;
}

void Shell::put_state(HomeLesson& lesson, app::LessonState state) const {
  switch (state) {
  case app::LessonState::passed:
    lesson.tag = tr("Passed"), lesson.tag_icon = "check", lesson.meaning = Meaning::ok;
    break;
  case app::LessonState::under_way:
    lesson.tag = tr("Under way"), lesson.tag_icon = "play", lesson.meaning = Meaning::accent;
    break;
  case app::LessonState::not_passed:
    lesson.tag = tr("Not passed yet"), lesson.tag_icon = "ring", lesson.meaning = Meaning::quiet;
    break;
  case app::LessonState::fresh:
    break;
  }
}

// ---- the large card

void Shell::read_large_card() {
  const app::Home& decided = home_.decided;
  if (decided.stopped) home_.go_on = continue_card(*decided.stopped);
  if (!decided.next.empty()) home_.go_on = next_card(*options_.shelf.library().card(decided.next), decided.lesson(decided.next));
}

HomeContinue Shell::continue_card(const app::AttemptCard& card) {
  HomeContinue shown;
  shown.head = tr("Where you stopped"), shown.button = tr("Continue");
  shown.title = card.title;
  shown.where = tr("Step {n} of {all}", {{"n", std::to_string(card.step + 1)}, {"all", std::to_string(card.steps)}});
  const std::string saved = local(card.saved), today = local(options_.services.clock->now());
  const std::string when =
      saved.substr(0, 10) == today.substr(0, 10) ? saved.substr(11, 5) : saved.substr(0, 10) + " " + saved.substr(11, 5);
  if (!demonstration_) shown.when = tr("Saved {time}.", {{"time", when}});
  if (const reading::ScenarioCard* lesson = options_.shelf.library().card(card.scenario)) {
    shown.picture = picture(lesson->thumbnail);
    shown.left = words_.plural("shell", "about {n} minute left", "about {n} minutes left", app::minutes_left(card, lesson->minutes));
  }
  // Read, not resumed: looking at home changes nothing in the record.
  const auto history = app::read_history(desk()->store(), archive_, card.id);
  if (!history.ok() || history->difference || history->attempt.ending != session::Ending::open) return shown;
  const session::Prepared& prepared = history->content->prepared();
  const auto& texts = history->content->texts(settings_.language);
  const session::Attempt& attempt = history->attempt;
  shown.title = texts.of(prepared.scenario.title);
  const std::vector<PlayStep> steps =
      play_steps(app::story_of(prepared, history->turns, card.id), attempt); // as the lesson counts them: without those that may be skipped
  const auto current = std::find_if(steps.begin(), steps.end(), [](const PlayStep& each) { return each.now == PlayStep::Now::current; });
  shown.where = tr("Step {n} of {all}: {step}", {{"n", std::to_string(current - steps.begin() + 1)},
                                                 {"all", std::to_string(steps.size())},
                                                 {"step", texts.of(prepared.scenario.steps[attempt.step].title)}});
  const std::string scene = base::clock_of(prepared.scenario.starts, attempt.world.now).substr(0, 5);
  shown.when = demonstration_ ? tr("Scene time {scene}.", {{"scene", scene}})
                              : tr("Scene time {scene}, saved {time}.", {{"scene", scene}, {"time", when}});
  Shot shot; // a view shows the place of one thing: any that has a place will do
  for (const model::EntityUse& thing : prepared.scenario.entities)
    if (shot.layers.empty()) shot = debrief_shot(prepared, attempt, prepared.symbols.find(thing.id), options_.views, words_);
  for (const std::string& path : shot.layers)
    if (SharedBytes bytes = content::file_of(history->content, path))
      shown.layers.push_back({picture_key(prepared, path), std::move(bytes)});
  return shown;
}

HomeContinue Shell::next_card(const reading::ScenarioCard& card, const app::LessonProgress& progress) const {
  HomeContinue shown;
  const bool again = progress.act == app::LessonAct::replay;
  shown.head = again ? tr("Try it again") : tr("Next lesson");
  shown.button = again ? tr("Replay") : tr("Start");
  const auto content = options_.shelf.load(card.id);
  const auto say = [&](const model::Text& text) { return content.ok() ? (*content)->texts(settings_.language).of(text) : text.source; };
  shown.title = say(card.title);
  shown.where = say(card.summary);
  shown.left = words_.plural("shell", "about {n} minute", "about {n} minutes", card.minutes);
  shown.picture = picture(card.thumbnail);
  return shown;
}

void Shell::press_large_card() {
  if (home_.decided.stopped) return open_attempt(home_.decided.stopped->id);
  if (!home_.decided.next.empty()) open_lesson(home_.decided.next);
}

void Shell::open_lesson(const std::string& lesson) {
  if (const std::string& open = home_.decided.lesson(lesson).open; !open.empty()) return open_attempt(open);
  begin(lesson);
}

void Shell::open_attempt(const std::string& attempt) {
  aside([desk = desk(), attempt] { return desk->resume(attempt); },
        [this](base::Result<std::unique_ptr<app::Sitting>> sitting) { take_sitting(std::move(sitting), nullptr); });
}

void Shell::take_sitting(base::Result<std::unique_ptr<app::Sitting>> sitting, const std::vector<std::string>* aids_recorded) {
  if (!sitting.ok()) {
    problem = words_.error(sitting.error());
    return;
  }
  const bool interrupted = (*sitting)->interrupted();
  play(std::move(sitting).value());
  if (aids_recorded) played_.aids = *aids_recorded;
  if (interrupted) problem = tr("The program changed since. The attempt was closed, and what was recorded stands.");
}

// ---- the rest

void Shell::read_refreshers() {
  for (const model::Id& due : home_.decided.refreshers) {
    const reading::ScenarioCard& card = *options_.shelf.library().card(due);
    const auto content = options_.shelf.load(due);
    if (!content.ok()) continue;
    const auto& texts = (*content)->texts(settings_.language);
    home_.refreshers.push_back({due, texts.of(card.title), texts.of(card.summary)});
  }
}

void Shell::read_record(const std::vector<app::AttemptCard>& attempts) {
  for (const app::AttemptCard& each : attempts) {
    if (home_.attempts.size() >= most_attempts_shown) return;
    HomeAttempt shown;
    shown.id = each.id;
    const auto content = options_.shelf.load(each.scenario);
    const reading::ScenarioCard* card = options_.shelf.library().card(each.scenario);
    shown.title = content.ok() && card ? (*content)->texts(settings_.language).of(card->title) : each.title;
    shown.when = local(each.started).substr(0, 16);
    shown.when[10] = ' ';
    switch (each.ending) {
    case session::Ending::open:
      shown.result = tr("Under way"), shown.icon = "play", shown.meaning = Meaning::accent;
      break;
    case session::Ending::passed:
      shown.result = tr("Passed"), shown.icon = "check", shown.meaning = Meaning::ok;
      break;
    case session::Ending::failed:
      shown.result = tr("Not passed"), shown.icon = "cross", shown.meaning = Meaning::loss;
      break;
    case session::Ending::closed:
      shown.result = tr("Closed without a result"), shown.icon = "stop", shown.meaning = Meaning::quiet;
      break;
    }
    if (!each.parent.empty()) shown.result = tr("{result}, played on from a moment", {{"result", shown.result}});
    home_.attempts.push_back(std::move(shown));
  }
}

void Shell::read_notices() {
  if (pin_reset_at_)
    home_.notices.push_back(tr("A trainer gave you a new PIN on {date}. If you did not ask for it, tell the trainer.",
                               {{"date", local(*pin_reset_at_).substr(0, 10)}}));
  if (!words_.reviewed()) home_.notices.push_back(tr("This language is a draft. It is for practice only."));
  const reading::Library& library = options_.shelf.library();
  const std::size_t all = library.findings().size();
  constexpr std::size_t most = 2;
  for (std::size_t i = 0; i < all && i < most; ++i)
    home_.notices.push_back(content::in_one_line(library.findings()[i], library.files(), options_.shelf.files(),
                                                 [this](auto context, auto source) { return words_.tr(context, source); }));
  if (all > most)
    home_.notices.push_back(words_.plural("shell", "The content has {n} more finding. A trainer sees it with: firsthand check",
                                          "The content has {n} more findings. A trainer sees them with: firsthand check",
                                          static_cast<std::int64_t>(all - most)));
}

} // namespace firsthand::screens
