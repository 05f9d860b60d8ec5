// What every question has on the screen, written once: the picture, the prompt, how sure the learner is, and the foot with submit, the
// tries that are left and go on. A kind of question gives what stands between, and what is marked.
#pragma once

#include "engine/screens/play/step_view.h"
#include "engine/session/question.h"
#include "engine/ui/box.h"

namespace firsthand::screens {

// Of the screen only; a view keeps it.
struct QuestionMemory {
  session::Sure sure = session::Sure::unsaid; // marked, not yet answered
  int tries_shown = 0;                        // the answer that the screen shows
  bool unanswered = false;                    // more is marked than that answer, and it can still be given
};

// The view of a question; its pictures are those of before and after the answer.
class QuestionView : public StepView {
 public:
  std::optional<std::string> pose(Hands&, const session::Prepared&, const Progress& progress) const override;
  base::Json draft(const session::Spec& spec) const final;
  void take_draft(const session::Spec& spec, const base::Json& draft) final;

 protected:
  using Marks = std::vector<std::string>;
  virtual Marks marks(const session::Spec& spec) const = 0;                   // what is marked or written, in words of the kind's own
  virtual void mark_again(const session::Spec& spec, const Marks& marks) = 0; // they may come from anywhere

  QuestionMemory memory_;
};

// One question while it is drawn.
struct Question {
  Frame& f;
  const StepScene& scene;
  const session::QuestionSpec& spec;
  const session::Given& given;
  QuestionMemory& memory;
  StepIntent& out;
  const char* kind;     // begins the ids of its controls
  bool changed = false; // what is marked is not what was answered

  bool answered() const { return given.tries_used > 0; }
  bool open() const { return !given.closed && !scene.pending; }
  bool hosted() const { return scene.hosted && !scene.hosted->tells; } // told as a lesson tells is no more than around it
  bool asks() const { return !answered() || (!given.closed && changed); }
  bool told() const { return answered() && !changed && scene.mode == session::Mode::practice; } // in an assessment nothing is told
};

// Once for each answer: the marks on the screen become those of the answer.
bool newly_answered(Question& q);

std::string_view verdict_word(const Question& q, Meaning meaning); // right, partly right, wrong; lives for the frame

struct QuestionParts {
  std::string_view hint = {};                                       // below the prompt, as long as the question is open
  Box answers;                                                      // what is marked or moved
  Box verdict = {};                                                 // below it
  std::string_view missing = {};                                    // why it cannot be submitted yet
  std::vector<std::pair<model::Symbol, model::Symbol>> values = {}; // of the answer as it is marked
  bool touched = true;                                              // no: it stands as it stood at first
  bool at_once = false;                                             // what is marked is an answer: in a test it needs no button
  const bool* entered = nullptr;                                    // becomes true while the answers are drawn: Enter in a field of theirs
};
void draw_question(Question& q, const Rect& area, QuestionParts parts);

// A picture that is part of what is asked, so that it stays however large the words are. `over` is drawn on it; may be nothing.
Box asked_picture(Question& q, std::string_view path, std::function<void(const Placed&)> over = {});

} // namespace firsthand::screens
