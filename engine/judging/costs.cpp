// What cost how many points: the parts of what is missing from the score, in whole points that add up. Integers only.
#include "engine/judging/compiled.h"

#include <algorithm>

namespace firsthand::judging {
namespace {

// A row's share of what is missing, as a fraction with the score's own denominator.
struct Share {
  Cost cost;
  std::int64_t part = 0;
};

void add_rules(std::vector<Share>& shares, const model::Doctrine& doctrine, const std::vector<Judgement>& lines, std::int64_t factor) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::int64_t weight = weight_of(doctrine.rules[lines[i].rule].severity);
    if (lines[i].verdict != Verdict::broken || lines[i].consequence_of >= 0 || weight * factor == 0) continue;
    shares.push_back({{Cost::Kind::rule, i, 0}, weight * factor});
  }
}

void add_steps(std::vector<Share>& shares, const std::vector<std::pair<int, int>>& steps, std::int64_t factor) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::int64_t missing = std::int64_t{steps[i].first} * (1000 - steps[i].second);
    if (missing * factor > 0) shares.push_back({{Cost::Kind::step, i, 0}, missing * factor});
  }
}

// Each gets its whole points, and of what is left the largest remainders one each.
void share_out(std::vector<Share>& shares, std::int64_t all, int missing) {
  std::vector<std::pair<std::int64_t, std::size_t>> remainders;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    shares[i].cost.points = static_cast<int>(100 * shares[i].part / all);
    missing -= shares[i].cost.points;
    remainders.emplace_back(-(100 * shares[i].part % all), i);
  }
  std::stable_sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; missing > 0 && i < remainders.size(); ++i, --missing)
    ++shares[remainders[i].second].cost.points;
}

} // namespace

Costs RuleSet::costs(const Judgements& state, const std::vector<std::pair<int, int>>& steps) const {
  const Score score = this->score(state, steps);
  const bool both = score.rules_all > 0 && score.steps_all > 0;
  const std::int64_t a = both ? compiled_->weight_rules : 1, b = both ? compiled_->weight_steps : 1;
  const std::int64_t all_rules = std::max(score.rules_all, 1), all_steps = std::max(score.steps_all, 1);
  std::vector<Share> shares;
  add_rules(shares, compiled_->doctrine, judgements(state), a * all_steps);
  add_steps(shares, steps, b * all_rules);
  Costs costs{score.per_mille / 10, {}};
  share_out(shares, (both ? a + b : 1) * all_rules * all_steps, 100 - costs.kept);
  for (const Share& share : shares)
    costs.rows.push_back(share.cost);
  std::stable_sort(costs.rows.begin(), costs.rows.end(), [](const Cost& one, const Cost& other) { return one.points > other.points; });
  return costs;
}

} // namespace firsthand::judging
