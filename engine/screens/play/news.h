// What the newest act brought, for whoever draws it where the eye is: what was done, what is so since, what happened by itself
// meanwhile, and who waits for an answer. Pure; read from the notebook, so it cannot give away what nobody perceived.
#pragma once

#include "engine/screens/play/step_view.h"
#include "engine/screens/using_ui.h"

namespace firsthand::screens {

struct News {
  // Lines of the notebook, which is kept from one turn to the next.
  std::vector<const report::NotebookLine*> acts;    // what was done or tried, by the learner or by whom the learner told to
  std::vector<const report::NotebookLine*> results; // what was seen for the first time by it, or seen changed, and what was answered
  std::vector<const report::NotebookLine*> events;  // what happened by itself, in order of time
  const report::NotebookLine* front = nullptr;      // what comes forward: who waits for an answer, else an event
  model::Symbol waits = 0;                          // who waits for an answer; 0: nobody

  bool is_new(model::Symbol entity, model::Symbol cue) const; // one of the results or events is of this cue
  bool brought_nothing() const { return results.empty() && events.empty() && !acts.empty(); }
};

News news_of(const StepScene& scene);

// Of what was seen or said: neither by the learner nor by whom the learner told to in this turn.
bool is_by_itself(const session::Prepared& prepared, const report::Notebook& notebook, const report::NotebookLine& line);

// Words in quotation marks are spoken; all else is what is seen.
bool is_spoken(const model::Text& text);

// "NAME waits for your answer"; empty if nobody does.
std::string waiting_words(const StepScene& scene, const News& news);

} // namespace firsthand::screens
