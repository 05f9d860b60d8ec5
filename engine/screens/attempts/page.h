// The page "attempts on this computer", for trainers: behind their PIN who tried what here, and how it ended. It is asked for anew
// each time the page is opened, and the page closes by itself when nobody works at it.
#pragma once

#include "engine/app/attempts_here.h"
#include "engine/app/questions.h"
#include "engine/app/supervision.h"
#include "engine/screens/attempts/state.h"
#include "engine/screens/page.h"
#include "engine/screens/shared/closes_by_itself.h"
#include "engine/screens/shared/trainer_pin.h"

#include <map>

namespace firsthand::screens {

// How the questions of tests are answered here, in words. No key is among them: who passes by sees the page, too.
QuestionsState questions_state(const app::QuestionsTold& told, const content::Words& words);

class AttemptsPage final : public Page {
 public:
  explicit AttemptsPage(Context& context) : context_(context) {}
  void shown() override { closes_.acted(context_.now_ms()); }
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
  void ask_decision(const std::string& attempt); // opens it
  void ask_again();                              // with what stands in the memory: says once more what is decided
  void decide();                                 // the same: two PINs, one entry
  void back();                                   // one level up
  const std::vector<AttemptsPerson>& people() const { return shown_people_; }
  const std::vector<AttemptsResult>& results() const { return shown_results_; }
  const QuestionsState& questions() const { return shown_questions_; }
  const DecisionState& decision() const { return shown_decision_; }

  AttemptsMemory memory;

 private:
  struct Answer;
  struct DecisionChecked;
  void answered(Answer answer);
  void put_attempts(const std::string& person, std::function<void()> then);
  void put_people();
  void take(const AttemptsIntent& intent);
  void take_decided(const std::array<app::SignIn, 2>& answers);
  bool decider(std::size_t which);             // found by what was typed; else it is refused
  app::DecisionWanted decision_wanted() const; // by the two that were found last, without PINs
  std::string asked_words(const app::AttemptCard& card) const;
  void refuse(const std::string& problem, const std::string& lead);
  bool accepted(const base::Result<app::SignIn>& answer);
  const app::AttemptCard* decided_on() const;
  void say_decision();
  void put_reasons(const app::AttemptCard& card);
  void put_decision_aside();
  AttemptsPerson words_of(const app::PersonTold& person) const;
  AttemptsResult words_of(const app::AttemptTold& attempt) const;
  std::string details_of(const app::AttemptTold& attempt) const;

  Context& context_;
  PinWait wait_;
  std::vector<app::PersonTold> people_;
  std::vector<app::AttemptTold> results_; // of memory.person
  std::vector<AttemptsPerson> shown_people_;
  std::vector<text::FoldedName> folded_; // of them, where they are many
  std::vector<AttemptsResult> shown_results_;
  std::string person_;                                     // id
  std::array<std::optional<app::PersonCard>, 2> deciders_; // as typed
  std::optional<app::PersonCard> supervisor_;              // who signed in here; nobody: the trainer
  DecisionState shown_decision_;
  std::map<std::string, DecisionMemory> begun_decisions_; // by attempt: said and not made, without PINs
  app::QuestionsTold questions_;
  QuestionsState shown_questions_;
  ClosesByItself closes_;
};

} // namespace firsthand::screens
