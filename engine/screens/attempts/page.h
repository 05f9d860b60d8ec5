// The page "attempts on this computer", for trainers: behind their PIN who tried what here, and how it ended. It is asked for anew
// each time the page is opened, and the page closes by itself when nobody works at it.
#pragma once

#include "engine/app/attempts_here.h"
#include "engine/app/questions.h"
#include "engine/screens/attempts/state.h"
#include "engine/screens/page.h"
#include "engine/screens/shared/trainer_pin.h"

namespace firsthand::screens {

// How the questions of tests are answered here, in words. No key is among them: who passes by sees the page, too.
QuestionsState questions_state(const app::QuestionsTold& told, const content::Words& words);

class AttemptsPage final : public Page {
 public:
  explicit AttemptsPage(Context& context) : context_(context) {}
  void shown() override { last_act_ms_ = context_.now_ms(); }
  void say() override;
  void draw(Frame& f) override;
  void tick() override;
  void leave() override { forget(); }
  void forget() override;
  int part() const override { return static_cast<int>(memory.part); }
  std::optional<int> wake_after_ms() const override;

  void enter_pin(); // with what stands in the memory
  void show_person(const std::string& id);
  void show_questions();
  void back(); // one level up
  const std::vector<AttemptsPerson>& people() const { return shown_people_; }
  const std::vector<AttemptsResult>& results() const { return shown_results_; }
  const QuestionsState& questions() const { return shown_questions_; }

  AttemptsMemory memory;

 private:
  struct Answer;
  void answered(Answer answer);
  AttemptsPerson words_of(const app::PersonTold& person) const;
  AttemptsResult words_of(const app::AttemptTold& attempt) const;
  std::string details_of(const app::AttemptTold& attempt) const;

  Context& context_;
  PinWait wait_;
  std::vector<app::PersonTold> people_;
  std::vector<app::AttemptTold> results_; // of memory.person
  std::vector<AttemptsPerson> shown_people_;
  std::vector<AttemptsResult> shown_results_;
  app::QuestionsTold questions_;
  QuestionsState shown_questions_;
  std::int64_t last_act_ms_ = 0;
};

} // namespace firsthand::screens
