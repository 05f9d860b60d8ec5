// The page after a test, now and when it is looked at again: what it came to, never which answer was right.
#pragma once

#include "engine/screens/page.h"
#include "engine/screens/test_result/state.h"

namespace firsthand::screens {

// What the words are made from. Borrowed while test_result_state runs.
struct TestResultSource {
  const session::TestStanding& standing;
  const session::Start& start;
  bool supervised;
  session::Mode mode;
  const TestResultRead& read;
  const content::Words& words;
  std::function<const std::string&(const model::Text&)> say;
  std::string title;
  std::string next_try = {};                 // from when on, in words
  const app::AttemptCard* decided = nullptr; // this attempt, where two people decided what it counts as
};
TestResultState test_result_state(const TestResultSource& source);

// The lesson that teaches what went worst; null: none does.
const TaughtLesson* lesson_for(const session::TestStanding& standing, const std::vector<TaughtLesson>& lessons);

class TestResultPage final : public Page {
 public:
  explicit TestResultPage(Context& context) : context_(context) {}
  void shown() override { say(); }
  void say() override;
  void draw(Frame& f) override;
  void leave() override { state = {}, printed_.clear(); }

  TestResultState state;

 private:
  void print();
  void put_decided(const app::AttemptCard& card);
  Context& context_;
  std::string printed_; // the file that was just written
};

} // namespace firsthand::screens
