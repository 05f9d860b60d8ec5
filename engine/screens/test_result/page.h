// The page after a test, now and when it is looked at again: what it came to, never which answer was right.
#pragma once

#include "engine/app/home.h"
#include "engine/content/content_library.h"
#include "engine/screens/page.h"
#include "engine/screens/test_result/state.h"

namespace firsthand::screens {

// A lesson of the test's course.
struct TaughtLesson {
  model::Id id;
  content::ContentPtr content;
  std::vector<model::Id> competencies;
  bool played = false;
};

struct TestResultRead {
  std::vector<TaughtLesson> lessons;      // in the course's order, without what cannot be read
  std::optional<app::AttemptCard> before; // the baseline, where one was handed in
};

// What the words are made from. Borrowed while test_result_state runs.
struct TestResultSource {
  const session::TestStanding& standing;
  const session::Start& start;
  session::Mode mode;
  const TestResultRead& read;
  const content::Words& words;
  std::function<const std::string&(const model::Text&)> say;
  std::string title;
};
TestResultState test_result_state(const TestResultSource& source);

// The lesson that teaches what went worst; null: none does.
const TaughtLesson* lesson_for(const session::TestStanding& standing, const std::vector<TaughtLesson>& lessons);

class TestResultPage final : public Page {
 public:
  explicit TestResultPage(Context& context) : context_(context) {}
  void enter(const std::function<void()>& show) override;
  void shown() override { say(); }
  void say() override;
  void draw(Frame& f) override;
  void leave() override { read_ = {}, state = {}; }

  TestResultState state;

 private:
  Context& context_;
  TestResultRead read_;
};

} // namespace firsthand::screens
