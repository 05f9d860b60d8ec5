// An attempt run again: as it was recorded, and with something changed. Private to this room.
#pragma once

#include "engine/causes/futures.h"
#include "engine/session/evidence.h"

namespace firsthand::causes {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// How an attempt ended, for what can go wrong in it.
struct Outcome {
  bool through = false;                  // it came to its end by the steps that the record had
  int refused = 0;                       // acts of the record that could not be done
  std::vector<session::Fate> fate;       // like Scene::items; the worse the later
  std::vector<judging::Verdict> verdict; // like RuleSet::judgements
  std::vector<judging::Verdict> at_once; // the same, just after the act that was put in; empty: none was
  base::Seconds took = 0;                // that act, or the one that was left out
};

// The attempt as it was played. `before[i]` is the state before acts[i], the last one the end. `facts[0]` are of the beginning,
// facts[i + 1] of acts[i].
struct Story {
  std::vector<session::Attempt> before;
  std::vector<std::vector<model::Fact>> facts;
  Outcome outcome;
  bool ended = false; // with a verdict
};

// Nothing if an act is refused.
std::optional<Story> story_of(const session::Prepared& prepared, const Record& record);

// Acts of a play, each with the step that it belongs to.
struct Way {
  std::vector<session::Action> acts;
  std::vector<std::size_t> steps;
  std::vector<base::Seconds> passes; // instead of an act so much time; never: it is done; empty: all are
};

// An attempt that goes on from some moment of a story, and comes back to its acts.
class Replay {
 public:
  Replay(const session::Prepared& prepared, const Record& record, const Story& story, session::Attempt from)
      : prepared_(prepared), record_(record), story_(story), attempt_(std::move(from)) {}

  void write_to(Future& turns) { turns_ = &turns; } // what happens from now on, turn by turn
  bool act(const session::Action& action);          // one act of another way; false: it is refused
  void let_pass(base::Seconds time);                // nobody does anything
  // The record's acts from acts[from] on, without acts[without]; then to the end.
  Outcome follow(std::size_t from, std::size_t without = nowhere);
  Outcome follow_to(std::size_t from, std::size_t last); // up to acts[last], and no further
  // Instead of them those of a way; then to the end.
  Outcome go_another_way(const Way& way);
  std::vector<base::Seconds> times_of(const Way& way); // how long each of its acts takes from here on

  const session::Attempt& attempt() const { return attempt_; }
  const model::FactList& facts() const { return facts_; } // of all that happened here

 private:
  bool open() const { return attempt_.ending == session::Ending::open; }
  void wait_until(base::Seconds at);
  bool reach(std::size_t step);
  bool go_one(const Way& way, std::size_t index);
  bool follow_one(std::size_t index);
  bool leave_step();
  bool answer_anything();
  Outcome end();
  void write(const session::Action* act);

  const session::Prepared& prepared_;
  const Record& record_;
  const Story& story_;
  session::Attempt attempt_;
  model::FactList facts_;
  session::Workspace workspace_;
  int refused_ = 0;
  Future* turns_ = nullptr;
  std::size_t written_ = 0; // of facts_
};

Outcome outcome_of(const session::Prepared& prepared, const session::Attempt& attempt);
std::vector<judging::Verdict> verdicts_of(const session::Prepared& prepared, const session::Attempt& attempt);
base::Seconds left_at(const session::Prepared& prepared, const Story& story,
                      std::size_t step); // when the record left it; base::never: it did not

} // namespace firsthand::causes
