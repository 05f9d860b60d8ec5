// See search.h.
#include "engine/proving/search.h"

#include "engine/proving/sighting.h"

#include <deque>

namespace firsthand::proving {

namespace {

constexpr std::size_t most_waiting = 20'000; // states that are kept to go on from

struct Reached {
  Attempt attempt;
  TrailPtr trail; // null: the beginning
  Chance chance;
};

class Searcher {
 public:
  Searcher(const Prepared& prepared, const std::vector<NamedPlay>& plays, const Bound& bound)
      : prepared_(prepared), plays_(plays), bound_(bound), sightings_(prepared) {}

  Proof run(bool has_exemplar) {
    Proof proof;
    proof.rules_hash = prepared_.rules_hash.hex();
    for (const NamedPlay& play : plays_)
      ways_.push_back(follow(play));
    for (const Idle how : all_idle)
      follow(idle(prepared_, how).play, "");
    for (std::size_t i = 0; i < ways_.size(); ++i)
      vary(i);
    proof.whole = spread();
    sightings_.write(proof, proof.whole);
    if (has_exemplar) under_every_chance(proof);
    proof.acts = acts_;
    proof.states = static_cast<int>(known_.size());
    return proof;
  }

 private:
  using Way = std::vector<Reached>; // a state before each act, and the last

  Reached begin(const Chance& chance, const std::string& name = "") {
    model::FactList facts;
    session::Start start;
    start.chance = chance;
    Reached at{session::begin(prepared_, start, facts), nullptr, chance};
    see(at, facts.facts, name);
    return at;
  }

  // A name: a play of the lesson shows it, and need not be written down.
  void see(const Reached& at, const std::vector<model::Fact>& facts, const std::string& name) {
    known_.insert(session::state_digest(prepared_, at.attempt));
    sightings_.see(at.attempt, facts, how(at, name));
  }
  static Sightings::How how(const Reached& at, const std::string& name) {
    return [&at, name] { return name.empty() ? NamedPlay{"", acts_of(at.trail), at.chance} : NamedPlay{name, {}, {}}; };
  }

  bool act(Reached& at, const Action& action, const std::string& name = "") {
    ++acts_;
    model::FactList facts;
    if (session::advance(prepared_, at.attempt, action, at.attempt.turn, facts, workspace_)) return false;
    at.trail = std::make_shared<const Trail>(Trail{at.trail, action});
    see(at, facts.facts, name);
    return true;
  }

  Way follow(const NamedPlay& play) { return follow(play, play.name); }
  Way follow(const NamedPlay& play, const std::string& name) {
    Reached at = begin(play.chance, name);
    Way way{at};
    for (const Action& action : play.acts)
      if (at.attempt.ending == session::Ending::open && act(at, action, name)) way.push_back(at);
    return way;
  }

  bool spent(int share, int of) const { return acts_ >= bound_.acts / of * share; }
  bool open(const Reached& at) const { return at.attempt.ending == session::Ending::open; }

  // The rest of a way that another act stands in, and the end.
  void go_the_rest(Reached at, const Way& way, std::size_t from) {
    for (std::size_t i = from; i + 1 < way.size() && open(at); ++i)
      act(at, way[i + 1].trail->act);
    finish(at);
  }
  void finish(Reached& at) {
    for (int i = 0; i < most_to_finish && open(at); ++i) {
      const auto next = next_to_finish(prepared_, at.attempt, acts_);
      if (!next || !act(at, *next)) break;
    }
    if (open(at)) sightings_.stuck(at.attempt, how(at, ""));
  }

  // At each turn one act left out, and each act that is offered put in. Each play has its share of the bound.
  void vary(std::size_t number) {
    const Way way = ways_[number];
    const int parts = static_cast<int>(ways_.size()) + 1;
    for (std::size_t i = 0; i < way.size() && open(way[i]); ++i) {
      if (spent(static_cast<int>(number) + 1, parts)) return;
      go_the_rest(way[i], way, i + 1);
      for (const Action& action : session::offers(prepared_, way[i].attempt).actions)
        put_in(way, i, action);
    }
  }
  void put_in(const Way& way, std::size_t at, const Action& action) {
    if (action.kind == Action::Kind::note || (at + 1 < way.size() && action == way[at + 1].trail->act)) return;
    Reached branch = way[at];
    const std::size_t before = known_.size();
    if (!act(branch, action) || known_.size() == before) return; // that state was reached before
    go_the_rest(std::move(branch), way, at);
  }

  // Breadth first from the beginning, whatever chance gives. True: there is no other state.
  bool spread() {
    std::set<crypto::Hash> seen;
    std::deque<Reached> waiting;
    const Chances chances = all_chances(prepared_);
    for (const Chance& chance : chances.ways)
      waiting.push_back(begin(chance)), seen.insert(session::state_digest(prepared_, waiting.back().attempt));
    bool whole = chances.all;
    while (!waiting.empty()) {
      const Reached at = std::move(waiting.front());
      waiting.pop_front();
      for (const Action& action : open(at) ? session::offers(prepared_, at.attempt).actions : std::vector<Action>()) {
        if (acts_ >= bound_.acts) return false;
        Reached next = at;
        if (action.kind == Action::Kind::note || !act(next, action)) continue;
        if (!seen.insert(session::state_digest(prepared_, next.attempt)).second) continue;
        whole = whole && waiting.size() < most_waiting;
        if (waiting.size() < most_waiting) waiting.push_back(std::move(next));
      }
    }
    return whole;
  }

  void under_every_chance(Proof& proof) {
    for (const Chance& chance : all_chances(prepared_).ways) {
      Player player(prepared_, chance);
      player.follow(plays_.front().acts);
      proof.exemplar.push_back({chance, player.attempt().ending == session::Ending::passed});
    }
  }

  const Prepared& prepared_;
  const std::vector<NamedPlay>& plays_;
  Bound bound_;
  Sightings sightings_;
  session::Workspace workspace_;
  std::vector<Way> ways_;
  std::set<crypto::Hash> known_;
  int acts_ = 0;
};

} // namespace

Proof search(const Prepared& prepared, const std::vector<NamedPlay>& plays, bool has_exemplar, const Bound& bound) {
  return Searcher(prepared, plays, bound).run(has_exemplar && !plays.empty());
}

} // namespace firsthand::proving
