// The scene: a picture with things in it. Observe before you know; at most seven verbs of one thing; standing tasks for
// others; waits from a list. All that happens comes from the models: this module only says what stands in this picture.
#pragma once

#include "engine/session/contract.h"
#include "engine/session/stage_picture.h"

#include <array>

namespace firsthand::modules::scene {

struct Place {
  model::Id entity;
  model::Symbol symbol = 0;
  std::array<int, 4> at{};                                      // x, y, width, height in picture units (768 × 336)
  std::vector<int> shape;                                       // x, y pairs; empty: the rectangle
  std::vector<std::pair<std::string, std::vector<int>>> shapes; // by picture shown, where it differs
  std::vector<model::Symbol> verbs;                             // that this scene shows, in the author's order
};

// A question that is answered with a line of the own notebook: which line is which answer. The answers are verbs of who asks.
struct NoteAnswer {
  session::NotedLine line;
  bool any = false; // whatever was seen or said there
  model::Symbol verb = 0;
  bool fits(const session::NotedLine& picked) const {
    return picked.of == line.of && picked.note == line.note && (any || picked.is == line.is);
  }
};

struct NoteQuestion {
  struct Keys { // words of an act: "of=box note=screen is=dark"
    model::Symbol of = 0, note = 0, is = 0;
  };
  Keys keys;
  model::Symbol by = 0;            // who asks
  std::vector<NoteAnswer> answers; // in the author's order
  model::Symbol other = 0;         // any other line
  model::Symbol none = 0;          // no line: "I have no note of that"

  model::Symbol verb_for(const session::NotedLine& picked) const;
  bool takes_line(model::Symbol verb) const; // an answer by a line
  session::Action with(model::Symbol step, const session::NotedLine& picked) const;
};

struct SceneSpec : session::Spec {
  session::StagePicture picture;
  std::vector<Place> places;
  std::vector<base::Seconds> waits;
  std::vector<model::Symbol> helpers; // who may take standing tasks
  model::Text goal;
  std::vector<model::Text> hints;      // first nudge, pointer, worked step
  std::vector<session::Advice> advice; // those that name an act
  std::vector<NoteQuestion> questions; // answered with a line of the notebook
  bool by_learner = true;
  base::Seconds after = base::never; // scene time in this step after which it ends by itself
  model::Condition ends_when;
  bool has_ends_when = false;

  const Place* place(model::Symbol entity) const;
  const NoteQuestion* question(model::Symbol person, model::Symbol verb) const; // that this verb answers; null: none
};

// As they are written, wherever they stand.
bool is_same(const model::Condition& a, const model::Condition& b);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::scene
