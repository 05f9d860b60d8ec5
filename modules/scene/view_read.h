// What a scene's view shows, read from what was seen and offered: which things stand in the picture, what may be done
// with each, who can take a task. Pure; no drawing and no truth.
#pragma once

#include "engine/screens/play/news.h"
#include "engine/screens/play/stage_layers.h"
#include "engine/screens/play/words.h"
#include "modules/scene/rules.h"

namespace firsthand::modules::scene {

// One verb of one thing; more than one way if several instruments fit, none if it cannot be done now.
struct VerbChoice {
  model::Symbol symbol = 0;
  const model::Verb* verb = nullptr;
  std::vector<const session::Action*> ways;
  bool used = false;                      // was done here already
  const NoteQuestion* question = nullptr; // of an answer with a line of the notebook: all those verbs are one choice
  bool answers_question = false;          // with a line, or that there is none
  bool is_answer = false;                 // one of those that somebody who asks for one can be given, whether they wait for it now or not
  int came = 0;                           // up in this step: 0 with it, else the later the greater
  bool offered() const { return !ways.empty(); }
};

struct Thing {
  const Place* place = nullptr;
  const model::EntityUse* use = nullptr;
  std::string name;                              // "1 Name"
  std::vector<int> outline;                      // x, y pairs in picture units; empty: the place's rectangle
  bool in_picture = true;                        // else it stands in the row of names below
  bool looked = false;                           // somebody looked at it more closely
  std::array<std::vector<VerbChoice>, 4> groups; // look, touch, ask, secure
  bool offers_anything() const;
};

struct TaskChoice {
  const model::Verb* verb = nullptr;
  const model::EntityUse* thing = nullptr;
  const session::Action* action = nullptr;
};

struct Helper {
  model::Symbol symbol = 0;
  const model::EntityUse* use = nullptr;
  const model::Verb* doing = nullptr; // the task that a relation in plain sight shows
  std::string looks;                  // what is seen of the person
  bool away = false;                  // is drawn in no picture now: there is nobody to give a task to
  std::vector<TaskChoice> tasks;
};

struct SceneReading {
  screens::StageLayers layers;
  std::vector<Thing> things;
  std::vector<Helper> helpers;
  screens::News news; // of the newest act
  const Thing* thing(model::Symbol entity) const;
  const Helper* helper(model::Symbol person) const;
};

SceneReading read_scene(const screens::StepScene& scene, const SceneSpec& spec);
base::Seconds last_seen_at(const screens::StepScene& scene, model::Symbol entity); // base::never: nothing was seen
base::Seconds last_news_at(const screens::StepScene& scene, model::Symbol person); // base::never: nothing was noticed, and nothing said
std::string why_not_now(const screens::StepScene& scene, const Thing& thing, const model::Verb& verb); // empty: nothing seen says so
// All that the former can ever say of this verb.
std::vector<std::string> reasons_not_now(const screens::StepScene& scene, const Thing& thing, const model::Verb& verb);
// In words: who is on the way, who waits, and in practice what must not be passed over. As it was seen last.
std::vector<std::string> under_way(const screens::StepScene& scene, const SceneSpec& spec);
const report::NotebookLine* newest_said(const screens::StepScene& scene, model::Symbol person);

} // namespace firsthand::modules::scene
