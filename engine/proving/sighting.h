// What came up on the ways that were tried: rules kept and broken, steps, verbs, pictures, and what must not be. Of each the first
// play that did it. Inside this room only.
#pragma once

#include "engine/proving/proof.h"

#include <map>
#include <set>

namespace firsthand::proving {

// Where a state came from: the acts up to it, shared by all that go on from there.
struct Trail {
  std::shared_ptr<const Trail> before; // null: the beginning
  Action act;
};
using TrailPtr = std::shared_ptr<const Trail>;
std::vector<Action> acts_of(const TrailPtr& trail);

class Sightings {
 public:
  Sightings(const Prepared& prepared);

  // The state after `facts`; `how` tells how one gets there, and is asked only if something is new.
  using How = std::function<NamedPlay()>;
  void see(const Attempt& attempt, const std::vector<model::Fact>& facts, const How& how);
  void stuck(const Attempt& attempt, const How& how);
  std::size_t count() const { return claims_.size(); } // of what came up: more of it is something new

  // All that a lesson could show, with its answer. `whole`: every state was looked at.
  void write(Proof& proof, bool whole) const;

 private:
  struct ShownPicture {
    Symbol of = 0;
    std::string file;
    simulation::Guard when;
    std::vector<simulation::Guard> before; // the cases above it
  };
  void note(Claim::Kind kind, const std::string& about, const How& how);
  void see_rules(const Attempt& attempt, const How& how);
  void see_pictures(const Attempt& attempt, const How& how);
  void see_forms(const Attempt& attempt, const How& how);
  void list_pictures();
  void add(Proof& proof, Claim::Kind kind, const std::string& about, bool impossible) const;

  const Prepared& prepared_;
  std::vector<std::vector<ShownPicture>> pictures_; // by step
  std::vector<std::uint64_t> verdicts_seen_;        // per monitor: bit = verdict
  std::vector<std::vector<bool>> pictures_seen_;
  std::map<std::pair<Claim::Kind, std::string>, NamedPlay> claims_;
  std::map<std::pair<Fault::Kind, std::string>, NamedPlay> faults_;
};

} // namespace firsthand::proving
