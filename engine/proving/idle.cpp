// Going on, waiting, looking, taking what stands first: a lesson that is passed by one of these teaches nothing.
#include "engine/proving/player.h"

#include <algorithm>
#include <map>
#include <set>

namespace firsthand::proving {

namespace {

constexpr int most_acts = 400, most_waits = 12;

class Idler {
 public:
  Idler(const Prepared& prepared, Idle how) : prepared_(prepared), how_(how), player_(prepared) {}

  Idled run() {
    for (int i = 0; i < most_acts && player_.open(); ++i) {
      const auto next = choose();
      if (!next || !player_.act(*next)) break;
    }
    return {{"", player_.acts(), {}}, player_.attempt(), passed_by_};
  }

 private:
  std::optional<Action> choose() {
    const session::Offers offers = session::offers(prepared_, player_.attempt());
    const bool may_leave = session::leaving(prepared_, player_.attempt()) != session::Leaving::not_yet;
    if (may_leave && how_ == Idle::waits)
      if (auto wait = one_more_wait(offers)) return wait;
    if (how_ == Idle::looks)
      if (auto look = next_look(offers)) return look;
    if (may_leave) return note_what_is_left(offers), go_on();
    if (auto wait = last_wait(offers)) return wait;
    int ignored = 0;
    if (how_ != Idle::takes_the_first) return best_answer(prepared_, player_.attempt(), ignored);
    passed_by_ = passed_by_ || std::count_if(offers.actions.begin(), offers.actions.end(), is_act) > 1;
    const auto first = std::find_if(offers.actions.begin(), offers.actions.end(), is_act);
    return first == offers.actions.end() ? std::nullopt : std::optional<Action>(*first);
  }

  static std::optional<Action> last_wait(const session::Offers& offers) {
    std::optional<Action> last;
    for (const Action& action : offers.actions)
      if (action.kind == Action::Kind::wait) last = action;
    return last;
  }

  // A few in each step.
  std::optional<Action> one_more_wait(const session::Offers& offers) {
    const auto wait = last_wait(offers);
    return wait && ++waits_[player_.attempt().step] <= most_waits ? wait : std::nullopt;
  }

  // Every verb for looking once.
  std::optional<Action> next_look(const session::Offers& offers) {
    for (const Action& action : offers.actions) {
      const model::Verb* verb = action.kind == Action::Kind::act ? verb_of(prepared_, action.entity, action.verb) : nullptr;
      if (verb && verb->group == model::Group::look && looked_.insert({action.entity, action.verb}).second) return action;
    }
    return std::nullopt;
  }

  // An act that is offered in a step which may be left is one that may be left undone.
  void note_what_is_left(const session::Offers& offers) {
    passed_by_ = passed_by_ || (how_ != Idle::takes_the_first && std::any_of(offers.actions.begin(), offers.actions.end(), is_act));
  }

  static Action go_on() {
    Action action;
    action.kind = Action::Kind::go_on;
    return action;
  }

  const Prepared& prepared_;
  Idle how_;
  Player player_;
  bool passed_by_ = false;
  std::map<std::size_t, int> waits_; // by step
  std::set<std::pair<Symbol, Symbol>> looked_;
};

} // namespace

Idled idle(const Prepared& prepared, Idle how) { return Idler(prepared, how).run(); }

} // namespace firsthand::proving
