// What the play screen and the steps' views say, put together from the content's words: durations, what was observed,
// known deadlines, the rail's steps. Pure: reads state, draws nothing. Must not know any kind of step.
#pragma once

#include "engine/screens/play/step_view.h"
#include "engine/screens/using_ui.h"

namespace firsthand::screens {

std::string duration_text(const content::Words& words, base::Seconds seconds); // "1 min 30 s", translated
std::string clock_text(const StepScene& scene, base::Seconds at); // "09:14:40", local to the scene; "day 4, 05:11:05" after its first
// What a line of the notebook says, without its time and without the name of its thing.
std::string line_words(const StepScene& scene, const report::NotebookLine& line);
// What tells an act from another one of its name: which of several things it was done with, and in quotation marks the line that was read
// out; empty: nothing does. `say`: in the language shown.
std::string detail_words(const std::function<std::string(const model::Text&)>& say, const report::ActDetail& detail);
// An act's words with that, before their full stop: "You tied it (Rope 2)." Whatever names an act to the learner names it so.
std::string act_with(std::string act, const std::string& detail);
std::string with_number(std::string text, std::optional<std::int64_t> number); // {value} replaced

// Hands on a thing, and words and acts that cannot be taken back: these take a second press.
bool asks_twice(const model::Verb& verb);
constexpr base::Seconds long_wait = 600; // so does a wait of this length

// One thing observed of an entity, as last seen.
struct SeenFact {
  model::Symbol cue = 0;
  model::Id icon;
  std::string words;
  base::Seconds at = 0;
  model::Seeing seeing = model::Seeing::glance;
};
std::vector<SeenFact> seen_facts(const StepScene& scene, model::Symbol entity);

// "1 Exhibit's name"; a thing without a number has its name alone.
std::string numbered_name(const StepScene& scene, const model::EntityUse& use);

struct KnownDeadline {
  model::Id icon;
  std::string words;
};
std::vector<KnownDeadline> known_deadlines(const StepScene& scene);

// What is counted of a lesson's steps: those that everybody comes to, whatever is done before. So the count is known when the lesson begins
// and stays; what may be skipped has no number. `n` is 0 for such a one.
struct StepCount {
  int n = 0, all = 0;
};
StepCount step_count(const session::Prepared& prepared, std::size_t step);

// A step in the rail. Steps that may still be skipped are not shown before they are entered: the rail promises nothing.
struct PlayStep {
  enum class Now : std::uint8_t { done, current, later };
  // Of what is done. An answer's worth is told in practice only; in an assessment it is answered, and no more.
  enum class How : std::uint8_t { done, skipped, answered, right, partly, wrong };
  const model::Text* title = nullptr;
  Now now = Now::later;
  How how = How::done;
  int number = 0; // as it is counted; 0: it is not
};
std::vector<PlayStep> play_steps(const report::AttemptTimeline& timeline, const session::Attempt& attempt);

} // namespace firsthand::screens
