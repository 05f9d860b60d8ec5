// What can come up in a lesson at all, read off its models without playing it. Errs towards "may": a relation may lead to anybody, an
// amount may be anything, and a change may come whenever some effect makes it. What it calls impossible is so in every attempt.
#pragma once

#include "engine/proving/player.h"

#include <map>
#include <set>

namespace firsthand::proving {

class Possible {
 public:
  explicit Possible(const Prepared& prepared);

  bool can_come_up(const model::Rule& rule) const; // something can begin it, or break it
  bool can_break(const model::Rule& rule) const;

 private:
  using Use = model::EntityUse;
  using Values = std::vector<model::Id>;

  void collect(const model::Effects& effects);
  enum class Lasting : std::uint8_t { yes, while_it_runs };
  void collect(const std::vector<model::Set>& sets, Lasting lasting);
  void collect(const model::EntityModel& entity_model);
  void list_acts();

  bool may_match(const model::FactPattern& pattern, const Use* owner) const;
  bool may_be_done(const model::FactPattern& pattern) const;
  bool may_show(const Use& use, const model::Cue& cue, const Values& values) const;
  bool may_change(const Use& use, const model::FactPattern& pattern) const;
  bool may_hold(const model::Condition& condition, const Use* owner) const;
  bool value_may_be(const Use& use, const std::string& name, const Values& values) const;
  bool value_must_be(const Use& use, const std::string& name, const Values& values) const;
  std::vector<const Use*> others_of(const Use& owner, const model::Id& relation) const;
  bool must_hold(const model::Condition& condition, const Use& owner, const model::FactPattern& after) const;
  bool leads_for_good(const model::Id& relation, const model::FactPattern& after) const;
  bool can_break_for(const model::Rule& rule, const Use* owner) const;
  std::vector<const Use*> owners_of(const model::Rule& rule) const;
  std::set<model::Id> values_of(const Use& use, const model::StateVariable& variable) const;

  const Prepared& prepared_;
  std::map<model::Id, std::set<model::Id>> set_to_; // of each variable and relation, whosever it is: what some effect sets it to
  std::set<model::Id> taken_away_;                  // relations that some effect sets to none, for more than the time of an act
  std::vector<const model::Verb*> verbs_;           // that a step lists, or that can be given to somebody as a task
};

} // namespace firsthand::proving
