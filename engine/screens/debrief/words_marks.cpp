// What happened in a run, for one line of time: what was done, what was seen to happen, what was lost. Pure.
#include "engine/screens/debrief/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

using model::Fact;
using model::FactKind;

// The marks of one turn.
class MarksOfTurn {
 public:
  MarksOfTurn(const Teller& t, const causes::Future& run, std::size_t turn)
      : t_(t), turn_(run[turn]), number_(turn), begins_(causes::begun_at(run, turn)), ends_(turn_.after.world.now) {}

  std::vector<FutureMark> all() {
    for (const Fact& fact : turn_.facts)
      if (fact.kind == FactKind::begun) deed(fact);
    if (turn_.act) wait(*turn_.act);
    for (const Fact& fact : turn_.facts)
      if (fact.kind == FactKind::seen) event(fact);
    losses();
    std::stable_sort(all_.begin(), all_.end(), [](const FutureMark& a, const FutureMark& b) { return a.at < b.at; });
    return std::move(all_);
  }

 private:
  // `more`: what follows the label in the words.
  void add(FutureMark::Kind kind, base::Seconds at, const std::string& label, const std::string& thing, const std::string& more = {}) {
    const std::string time = t_.clock(at), what = label + more;
    const std::string words = thing.empty() ? fmt::format("{} {}", time, what) : fmt::format("{} {}: {}", time, thing, what);
    const bool waits = !turn_.act || turn_.act->kind == session::Action::Kind::wait;
    all_.push_back({kind, number_, at, waits && kind != FutureMark::Kind::act ? at : ends_, time, label, words, false});
  }
  void deed(const Fact& fact) {
    const session::Prepared& prepared = t_.source.timeline.prepared;
    const model::Verb* verb = report::verb_of(prepared, fact.entity, fact.name);
    if (!verb) return;
    const bool by_another = fact.by != 0 && fact.by != prepared.words.learner;
    const report::Turn turn{static_cast<int>(number_), {}, {}, std::nullopt, turn_.act};
    const std::string what = act_with(t_.say(verb->label), t_.detail(report::detail_of(t_.source.timeline, turn, fact)));
    const content::Fill fill{{"who", t_.name(fact.by)}, {"what", what}};
    add(FutureMark::Kind::act, fact.at, by_another ? t_.tr("{who}: {what}", fill) : fill.back().second, t_.name(fact.entity));
  }
  void wait(const session::Action& action) {
    if (action.kind != session::Action::Kind::wait) return;
    add(FutureMark::Kind::act, begins_, t_.tr("Wait {duration}", {{"duration", duration_text(t_.source.words, action.seconds)}}), {});
  }
  // What an act shows at once on the very thing says no more than the act.
  bool is_echo(const Fact& seen) const {
    return std::any_of(turn_.facts.begin(), turn_.facts.end(),
                       [&](const Fact& fact) { return fact.kind == FactKind::begun && fact.entity == seen.entity; });
  }
  void event(const Fact& fact) {
    if (number_ == 0 || fact.from == 0 || fact.from == fact.to || is_echo(fact)) return;
    const session::Prepared& prepared = t_.source.timeline.prepared;
    const model::Text* text = report::cue_words(prepared, fact.entity, fact.name, fact.to);
    if (!text) return;
    const model::Cue* cue = report::cue_of(prepared, fact.entity, fact.name);
    const std::string words = t_.say(*text);
    const bool reads = cue && !cue->reads.empty();
    add(FutureMark::Kind::event, fact.at, reads ? content::filled(words, {{"value", std::to_string(fact.amount)}}) : words,
        t_.name(fact.entity));
  }
  // What goes at one moment is told at once.
  void losses() {
    for (const FactKind kind : {FactKind::lost, FactKind::sealed}) {
      std::vector<std::string> names;
      base::Seconds at = 0;
      model::Symbol of = 0;
      for (const Fact& fact : turn_.facts) {
        const std::string name = fact.kind == kind ? holding_of(fact) : std::string();
        if (!name.empty()) names.push_back(name), at = fact.at, of = fact.entity;
      }
      const std::string outcome = kind == FactKind::lost ? t_.tr("Lost") : t_.tr("Out of reach");
      if (!names.empty()) add(FutureMark::Kind::loss, at, outcome, t_.name(of), ": " + joined(names, ", "));
    }
  }
  std::string holding_of(const Fact& fact) const {
    const model::EntityUse* use = report::entity_of(t_.source.timeline.prepared, fact.entity);
    for (const model::Holding& holding : use ? use->holds : std::vector<model::Holding>())
      if (holding.id == t_.source.timeline.prepared.symbols.word(fact.name)) return t_.say(holding.name);
    return {};
  }

  const Teller& t_;
  const causes::FutureTurn& turn_;
  std::size_t number_;
  base::Seconds begins_, ends_;
  std::vector<FutureMark> all_;
};

} // namespace

std::vector<FutureMark> future_marks(const Teller& t, const causes::Future& run, std::size_t from, std::size_t to) {
  std::vector<FutureMark> all;
  for (std::size_t turn = from; turn < to; ++turn)
    for (FutureMark& mark : MarksOfTurn(t, run, turn).all())
      all.push_back(std::move(mark));
  return all;
}

} // namespace firsthand::screens::debrief
