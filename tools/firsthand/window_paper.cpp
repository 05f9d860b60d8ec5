// See window_paper.h.
#include "tools/firsthand/window_paper.h"

namespace firsthand::tools {

namespace {

class PaperHand {
 public:
  PaperHand(const session::Prepared& prepared, session::Attempt attempt) : prepared_(prepared), attempt_(std::move(attempt)) {}

  std::vector<session::Action> acts(int well_of_ten) {
    while (!session::test_standing(prepared_, attempt_) && go_on()) {
    }
    if (!attempt_.paper) return {};
    for (std::size_t i = 0; i < attempt_.paper->size(); ++i)
      answer(prepared_.symbols.find((*attempt_.paper)[i].item), static_cast<int>(i % 10) < well_of_ten);
    do_it(named("hand-in", 0));
    return std::move(acts_);
  }

 private:
  bool do_it(const session::Action& action) {
    model::FactList unheard;
    if (session::advance(prepared_, attempt_, action, attempt_.turn, unheard)) return false;
    acts_.push_back(action);
    return true;
  }
  bool go_on() {
    session::Action action;
    action.kind = session::Action::Kind::go_on;
    return do_it(action);
  }
  session::Action named(const char* verb, model::Symbol item) const {
    session::Action action;
    action.step = prepared_.steps[attempt_.step].id;
    action.verb = prepared_.symbols.find(verb), action.entity = item;
    return action;
  }
  int won_by(const session::Action& action) const {
    session::Attempt then = attempt_;
    model::FactList unheard;
    if (session::advance(prepared_, then, action, then.turn, unheard)) return -1;
    return session::test_standing(prepared_, then)->result.won;
  }

  void answer(model::Symbol item, bool well) {
    do_it(named("view", item));
    std::optional<session::Action> chosen;
    int chosen_won = -1;
    for (const session::Action& offer : session::offers(prepared_, attempt_).actions) {
      const std::string verb = prepared_.symbols.word(offer.verb);
      if (offer.entity != item || verb == "view" || verb == "flag") continue;
      const int won = won_by(offer);
      if (won >= 0 && (!chosen || (well ? won > chosen_won : won < chosen_won))) chosen = offer, chosen_won = won;
    }
    if (chosen) do_it(*chosen);
  }

  const session::Prepared& prepared_;
  session::Attempt attempt_;
  std::vector<session::Action> acts_;
};

} // namespace

std::vector<session::Action> acts_of_paper(const session::Prepared& prepared, session::Attempt attempt, int well_of_ten) {
  return PaperHand(prepared, std::move(attempt)).acts(well_of_ten);
}

} // namespace firsthand::tools
