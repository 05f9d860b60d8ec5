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

using Cards = std::vector<app::AttemptCard>;

std::string first_name(std::string_view name) {
  while (true) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end == name.size() || name[end == 0 ? 0 : end - 1] != '.') return std::string(name.substr(0, end));
    name.remove_prefix(end + 1);
  }
}

// The first name, unless somebody else here has the same.
std::string greeted(const std::string& name, const std::vector<app::PersonCard>& people) {
  const auto same = [&](const app::PersonCard& each) { return first_name(each.name) == first_name(name); };
  return std::count_if(people.begin(), people.end(), same) > 1 ? name : first_name(name);
}

const app::AttemptCard* newest_open(const Cards& attempts, std::string_view lesson, session::Channel channel) {
  for (const app::AttemptCard& each : attempts)
    if (each.scenario == lesson && each.ending == session::Ending::open && each.channel == channel) return &each;
  return nullptr;
}

bool failed_once(const Cards& attempts, std::string_view lesson) {
  return std::any_of(attempts.begin(), attempts.end(),
                     [&](const app::AttemptCard& a) { return a.scenario == lesson && a.ending == session::Ending::failed; });
}

int per_mille_of(const app::AttemptCard& attempt) {
  return attempt.steps > 0 ? std::clamp(attempt.step * 1000 / attempt.steps, 0, 1000) : 0;
}

} // namespace

bool Shell::passed(const Cards& attempts, std::string_view lesson) const {
  return std::any_of(attempts.begin(), attempts.end(), [&](const app::AttemptCard& a) {
    return a.scenario == lesson && a.ending == session::Ending::passed && a.counts;
  });
}

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
  const Cards none;
  const Cards& cards = attempts.ok() ? *attempts : none;
  const int hour = std::stoi(local(options_.services.clock->now()).substr(11, 2));
  const std::string name = greeted(person_name_, cards_);
  home_.greeting = name.empty() ? tr("Demonstration: nothing is stored")
                   : hour < 12  ? tr("Good morning, {name}", {{"name", name}})
                   : hour < 18  ? tr("Good afternoon, {name}", {{"name", name}})
                                : tr("Good evening, {name}", {{"name", name}});
  read_lessons(cards);
  read_large_card(cards);
  read_refreshers(cards);
  read_record(cards);
  read_notices();
  if (!attempts.ok()) read_when_back(attempts.error(), &Shell::read_home); // last: it uses what was used here
}

// ---- lessons

void Shell::read_lessons(const Cards& attempts) {
  home_.looked_in = fmt::format("{}", fmt::join(options_.shelf.files().places(), ", "));
  for (const reading::Course& course : options_.shelf.library().courses()) {
    HomeCourse shown;
    shown.title = words_.tr("course", course.title.source);
    int done = 0, number = 0, sum = 0;
    for (const reading::ScenarioCard& card : course.scenarios) {
      shown.lessons.push_back(lesson_of(card, ++number, attempts));
      done += passed(attempts, card.id);
      sum += shown.lessons.back().per_mille;
    }
    shown.per_mille = number > 0 ? sum / number : 0;
    shown.progress =
        tr("{done} of {all} passed, {percent} %",
           {{"done", std::to_string(done)}, {"all", std::to_string(number)}, {"percent", std::to_string(shown.per_mille / 10)}});
    if (number > 0) home_.courses.push_back(std::move(shown));
  }
}

HomeLesson Shell::lesson_of(const reading::ScenarioCard& card, int number, const Cards& attempts) {
  HomeLesson lesson;
  lesson.id = card.id;
  const auto content = options_.shelf.load(card.id);
  const auto say = [&](const model::Text& text) { return content.ok() ? (*content)->texts(settings_.language).of(text) : text.source; };
  lesson.title = fmt::format("{} {}", number, say(card.title));
  lesson.summary = tr("{summary} {n} min.", {{"summary", say(card.summary)}, {"n", std::to_string(card.minutes)}});
  lesson.picture = picture(card.thumbnail);
  lesson.usable = content.ok();
  if (!content.ok()) {
    lesson.problem = words_.error(content.error());
    home_.notices.push_back(tr("{lesson}: {problem}", {{"lesson", card.title.source}, {"problem", content.error().message}}));
  }
  const app::AttemptCard* open = newest_open(attempts, card.id, options_.channel);
  if (open) home_.open[card.id] = open->id;
  const bool is_passed = passed(attempts, card.id);
  lesson.act = open ? HomeAct::go_on : is_passed || failed_once(attempts, card.id) ? HomeAct::replay : HomeAct::start;
  lesson.per_mille = is_passed ? 1000 : open ? per_mille_of(*open) : 0;
  if (is_passed)
    lesson.tag = tr("Passed"), lesson.tag_icon = "check", lesson.meaning = Meaning::ok;
  else if (open)
    lesson.tag = tr("Under way"), lesson.tag_icon = "play", lesson.meaning = Meaning::accent;
  else if (failed_once(attempts, card.id))
    lesson.tag = tr("Not passed yet"), lesson.tag_icon = "ring", lesson.meaning = Meaning::quiet;
  return lesson;
}

// ---- the large card

// The newest open attempt, else the first lesson that is not passed.
void Shell::read_large_card(const Cards& attempts) {
  for (const app::AttemptCard& each : attempts) {
    if (each.ending != session::Ending::open || each.channel != options_.channel) continue;
    home_.open_attempt = each.id;
    home_.go_on = continue_card(each);
    return;
  }
  std::size_t course = 0;
  for (const reading::Course& each : options_.shelf.library().courses()) {
    if (each.scenarios.empty()) continue;
    for (std::size_t i = 0; i < each.scenarios.size(); ++i) {
      const HomeLesson& lesson = home_.courses[course].lessons[i];
      if (!lesson.usable || passed(attempts, lesson.id)) continue;
      home_.next_lesson = lesson.id;
      home_.go_on = next_card(each.scenarios[i], lesson);
      return;
    }
    ++course;
  }
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
    const int left = std::max(1, lesson->minutes * (card.steps - card.step) / std::max(1, card.steps));
    shown.left = words_.plural("shell", "about {n} minute left", "about {n} minutes left", left);
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

HomeContinue Shell::next_card(const reading::ScenarioCard& card, const HomeLesson& lesson) const {
  HomeContinue shown;
  shown.head = lesson.act == HomeAct::replay ? tr("Try it again") : tr("Next lesson");
  shown.button = lesson.act == HomeAct::replay ? tr("Replay") : tr("Start");
  shown.title = lesson.title.substr(lesson.title.find(' ') + 1);
  const auto content = options_.shelf.load(card.id);
  shown.where = content.ok() ? (*content)->texts(settings_.language).of(card.summary) : card.summary.source;
  shown.left = words_.plural("shell", "about {n} minute", "about {n} minutes", card.minutes);
  shown.picture = lesson.picture;
  return shown;
}

void Shell::press_large_card() {
  if (!home_.open_attempt.empty()) return open_attempt(home_.open_attempt);
  if (!home_.next_lesson.empty()) open_lesson(home_.next_lesson);
}

void Shell::open_lesson(const std::string& lesson) {
  if (const auto open = home_.open.find(lesson); open != home_.open.end()) return open_attempt(open->second);
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

// A refresher is due from its time after the course was passed, until its lesson was played to an end again.
void Shell::read_refreshers(const Cards& attempts) {
  const base::Moment now = options_.services.clock->now();
  for (const reading::Course& course : options_.shelf.library().courses()) {
    std::optional<base::Moment> course_passed;
    for (const reading::ScenarioCard& card : course.scenarios) {
      std::optional<base::Moment> first;
      for (const app::AttemptCard& a : attempts)
        if (a.scenario == card.id && a.ending == session::Ending::passed && a.finished && a.counts)
          first = a.finished; // newest first: ends at the oldest
      if (!first) return;
      course_passed = std::max(course_passed.value_or(*first), *first);
    }
    for (const reading::Refresher& refresher : course.refreshers) {
      const base::Moment due{course_passed.value_or(now).milliseconds + std::int64_t{refresher.after} * 1000};
      const reading::ScenarioCard* card = course.card(refresher.scenario);
      const bool again = std::any_of(attempts.begin(), attempts.end(), [&](const app::AttemptCard& a) {
        return a.scenario == refresher.scenario && a.finished && *a.finished >= due;
      });
      if (!card || again || now < due) continue;
      const auto content = options_.shelf.load(card->id);
      if (content.ok())
        home_.refreshers.push_back(
            {card->id, (*content)->texts(settings_.language).of(card->title), (*content)->texts(settings_.language).of(card->summary)});
    }
  }
}

void Shell::read_record(const Cards& attempts) {
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
