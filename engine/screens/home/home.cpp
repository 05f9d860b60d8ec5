// See page.h.
#include "engine/screens/home/page.h"

#include "engine/content/shown_findings.h"
#include "engine/screens/home/draw.h"
#include "engine/screens/play/playing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace firsthand::screens {

// ---- read, on another thread

namespace {

constexpr std::size_t most_findings_shown = 2;

void read_lessons(HomeRead& read, content::ContentLibrary& content_library) {
  const auto load = [&](const std::string& id) {
    if (!read.lessons.contains(id)) read.lessons.emplace(id, content_library.load(id));
  };
  const auto show = [&](const reading::ScenarioCard& card) {
    load(card.id);
    if (auto bytes = content_library.files().read(card.thumbnail, 4u << 20))
      read.pictures[card.thumbnail] = std::make_shared<const std::string>(std::move(*bytes));
  };
  for (const reading::Course& course : content_library.library().courses())
    for (const reading::ScenarioCard& card : course.scenarios)
      show(card);
  if (!read.attempts.ok()) return;
  for (const app::AttemptCard& each : *read.attempts)
    load(each.scenario);
}

void read_findings(HomeRead& read, const content::ContentLibrary& content_library) {
  const auto& all = content_library.library().findings();
  for (std::size_t i = 0; i < std::min(all.size(), most_findings_shown); ++i)
    read.findings.push_back([&content_library, &finding = all[i]](const reading::Translate& translate) {
      return content::in_one_line(finding, content_library.library().files(), content_library.files(), translate);
    });
  read.more_findings = all.size() - read.findings.size();
}

} // namespace

HomeRead read_home(app::DataFolder& data_folder, const HomeAsker& who) {
  content::ContentLibrary& content_library = data_folder.content_library();
  HomeRead read;
  read.library = &content_library.library();
  read.attempts = data_folder.attempts(who.person);
  read_lessons(read, content_library);
  read_findings(read, content_library);
  read.looked_in = fmt::format("{}", fmt::join(content_library.files().places(), ", "));
  const auto readable = [&read](const model::Id& lesson) { return read.lessons.at(lesson).ok(); };
  const std::vector<app::AttemptCard> none;
  const auto test = [&read, &readable](const model::Id& lesson) -> const model::Test* {
    return readable(lesson) ? session::test_of((*read.lessons.at(lesson))->prepared()) : nullptr;
  };
  // Who begins now sits it in the session that is open.
  model::Id supervised;
  if (const auto card = data_folder.unclosed_session(); card.ok() && *card && (*card)->session.is_present(who.person) &&
                                                        session::state_of((*card)->session, who.now) == session::SessionState::open)
    supervised = (*card)->session.test;
  read.decided = app::home_of(content_library.library(), read.attempts.ok() ? *read.attempts : none,
                              {who.now, who.offset_minutes, who.channel, readable, test, supervised, data_folder.is_demonstration()});
  if (read.attempts.ok()) read.notes = app::own_notes(data_folder.store(), *read.attempts);
  read.index = app::index_of(read.notes);
  if (!read.decided.stopped) return read;
  if (auto history = data_folder.history(read.decided.stopped->id); history.ok()) read.history = std::move(history).value();
  return read;
}

// ---- the page

void HomePage::enter(const std::function<void()>& show) {
  context_.problem.clear();
  const HomeAsker who{context_.person().id, context_.playing().options().channel, context_.now(), context_.offset_minutes()};
  context_.ask([who](app::DataFolder& data_folder) { return read_home(data_folder, who); },
               [this, show](HomeRead read) {
                 read_ = std::move(read);
                 show();
               });
}

void HomePage::shown() {
  context_.playing().note_warm_up();
  context_.playing().put_away();
  say();
  if (!read_.attempts.ok()) context_.problem = context_.words().error(read_.attempts.error());
  if (context_.person().warm_up_due && !std::exchange(warm_up_shown_, true)) warm_up();
}

void HomePage::say() { contents_ = home_words(read_, context_); }

HomeIntent HomePage::drawn(Frame& f) {
  return draw_home(f,
                   {.words = context_.words(),
                    .mark = context_.picture("mark"),
                    .greeting = contents_.greeting,
                    .person = context_.person().name,
                    .author = context_.is_authors(),
                    .go_on = contents_.go_on ? &*contents_.go_on : nullptr,
                    .unreadable_left = read_.decided.unreadable_left,
                    .index = contents_.index,
                    .warm_up_due = context_.in_demonstration() && contents_.attempts.empty(),
                    .courses = contents_.courses,
                    .rows = contents_.rows,
                    .attempts = contents_.attempts,
                    .map = contents_.map,
                    .notices = contents_.notices,
                    .looked_in = read_.looked_in},
                   memory);
}

void HomePage::draw(Frame& f) {
  const HomeIntent intent = drawn(f);
  if (intent.go_on)
    press_large_card();
  else if (intent.why)
    open_attempt(read_.decided.error->id);
  else if (intent.also)
    open_lesson(read_.decided.also);
  else if (intent.note)
    open_note(*intent.note);
  else if (intent.lesson)
    open_lesson(*intent.lesson);
  else if (intent.attempt)
    open_attempt(*intent.attempt);
  else if (intent.warm_up)
    warm_up();
  else if (intent.today)
    open_lesson(read_.decided.today.lesson);
  else if (intent.settings)
    context_.over(PageName::settings);
  else if (intent.help)
    context_.show_help();
  else if (intent.switch_person)
    context_.switch_person();
}

void HomePage::press_large_card() {
  const app::Home& home = read_.decided;
  switch (home.first) {
  case app::NextThing::go_on:
    return open_attempt(home.stopped->id);
  case app::NextThing::refresher:
    return open_lesson(home.refreshers.front());
  case app::NextThing::error:
    return context_.playing().practise_moment_of(home.error->id);
  case app::NextThing::lesson:
    return open_lesson(home.next);
  case app::NextThing::nothing:
    return;
  }
}

void HomePage::open_lesson(const std::string& lesson) {
  if (const std::string& open = read_.decided.lesson(lesson).open; !open.empty()) return open_attempt(open);
  context_.playing().begin(lesson);
}

void HomePage::warm_up() {
  if (const std::string lesson = read_.decided.warm_up.lesson; !lesson.empty()) open_lesson(lesson);
}

void HomePage::open_note(const std::string& note) {
  const std::size_t which = static_cast<std::size_t>(std::stoul(note));
  if (which >= read_.notes.size()) return;
  const auto& [attempt, text] = read_.notes[which];
  attempt.ending == session::Ending::open ? context_.playing().go_on_at_note(attempt.id, text) : open_attempt(attempt.id);
}

void HomePage::open_attempt(const std::string& attempt) { context_.playing().go_on_with(attempt); }

} // namespace firsthand::screens
