// What chance decided, in words. Pure.
#include "engine/screens/debrief/words.h"

namespace firsthand::screens::debrief {

namespace {

constexpr int seldom_percent = 50;

// How likely it was, in per cent, if the content says so.
std::optional<int> likelihood(const model::EntityModel& model, std::string_view draw, std::string_view outcome) {
  const auto share = [&](const std::vector<model::Weighted>& weights) -> std::optional<int> {
    int all = 0, own = 0;
    for (const model::Weighted& one : weights)
      all += one.weight, own += one.outcome == outcome ? one.weight : 0;
    return all > 0 ? std::optional(own * 100 / all) : std::nullopt;
  };
  for (const model::StateVariable& variable : model.state)
    if (variable.name == draw && !variable.drawn.empty()) return share(variable.drawn);
  for (const model::Event& event : model.events)
    if (event.chance == draw) return share(event.odds);
  return std::nullopt;
}

struct Drawn {
  std::string thing, outcome;
  std::optional<int> percent;
};

std::vector<Drawn> drawn(const Teller& t) {
  const session::Prepared& prepared = t.source.timeline.prepared;
  std::vector<Drawn> all;
  for (const report::Luck& luck : t.source.debrief.luck) {
    const model::EntityUse* use = report::entity_of(prepared, luck.entity);
    const std::string& outcome = prepared.symbols.word(luck.outcome);
    const auto percent = use ? likelihood(prepared.scenario.model_of(*use), prepared.symbols.word(luck.draw), outcome) : std::nullopt;
    if (percent == 100) continue; // it could not have come out otherwise
    all.push_back({luck.name ? t.say(*luck.name) : std::string(), t.source.words.tr("luck", outcome), percent});
  }
  return all;
}

} // namespace

std::vector<DebriefLuck> luck_words(const Teller& t) {
  std::vector<DebriefLuck> all;
  for (const Drawn& one : drawn(t))
    all.push_back({one.thing, one.percent ? t.tr("{outcome} (chance {n} %, training value)",
                                                 {{"outcome", one.outcome}, {"n", std::to_string(*one.percent)}})
                                          : one.outcome});
  return all;
}

std::vector<DebriefLuck> bad_luck(const Teller& t) {
  std::vector<DebriefLuck> all;
  for (const Drawn& one : drawn(t))
    if (one.percent && *one.percent < seldom_percent) all.push_back({one.thing, one.outcome});
  return all;
}

} // namespace firsthand::screens::debrief
