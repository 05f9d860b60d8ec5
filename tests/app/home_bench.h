// Courses in a folder whose lessons have no steps, and one person's attempts as a list tells them: no record, no window. What a test needs
// besides stands in a struct of its own that is made of this one.
#pragma once

#include "engine/app/home.h"
#include "tests/app/fixture.h"

#include <initializer_list>
#include <string_view>

namespace app_tests {

constexpr std::int64_t one_day = 86'400'000; // milliseconds

struct HomeBench {
  // `more`: the rest of its course.yaml, after the title. Lessons that are there already are written again.
  void write_course(const std::string& id, const std::string& more, std::initializer_list<std::string_view> lessons) const {
    folder.write("scenarios/courses/" + id + "/course.yaml", "course: " + id + "\nformat: 1\nlanguage: en\ntitle: T\n" + more);
    for (const std::string_view each : lessons)
      folder.write("scenarios/courses/" + id + "/" + std::string(each) + "/scenario.yaml",
                   "scenario: " + std::string(each) + "\nformat: 1\nlanguage: en\ntitle: T\nsummary: Some.\nminutes: 8\nsteps: []\n");
  }
  // Once all is written.
  void read() {
    files.emplace(std::vector<content::ContentRoot>{{folder.path, ""}});
    library = reading::Library::open(*files);
  }

  // The newest of all: lists come newest first. Whoever sits a test in a role is assessed.
  app::AttemptCard& add(const char* lesson, session::Ending ending, std::string_view role, std::int64_t at_day = 0) {
    app::AttemptCard card;
    card.id = "attempt-" + std::to_string(attempts.size());
    card.scenario = lesson, card.ending = ending, card.role = role, card.counts = true;
    card.mode = role.empty() ? session::Mode::practice : session::Mode::assessed;
    card.started = {at_day * one_day};
    if (ending != session::Ending::open) card.finished = base::Moment{at_day * one_day};
    return *attempts.insert(attempts.begin(), card);
  }
  app::AttemptCard& add(const char* lesson, session::Ending ending, std::int64_t at_day = 0) { return add(lesson, ending, "", at_day); }

  app::Home home(std::int64_t at_day = 0, const char* supervised = "") const {
    app::HomeAsked asked{{at_day * one_day}, 0, session::Channel::window, readable};
    asked.test = [this](const model::Id& lesson) { return lesson == "quiz" ? &test : nullptr; };
    asked.supervised = supervised;
    return app::home_of(library, attempts, asked);
  }

  Folder folder;
  std::optional<content::DiskFiles> files;
  reading::Library library;
  std::vector<app::AttemptCard> attempts;
  std::vector<std::string> unreadable; // lessons
  std::function<bool(const model::Id&)> readable = [this](const model::Id& lesson) {
    return std::find(unreadable.begin(), unreadable.end(), lesson) == unreadable.end();
  };
  model::Test test; // in the lesson "quiz"
};

} // namespace app_tests
