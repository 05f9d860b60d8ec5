// See rulings.h.
#include "engine/session/rulings.h"

#include <algorithm>

namespace firsthand::session {

Misfit misfit(const ledger::Ruling& ruling, std::string_view person, std::string_view counted_before) {
  if (std::find(ruling.by.begin(), ruling.by.end(), person) != ruling.by.end()) return Misfit::own_result;
  return ruling.from == counted_before ? Misfit::none : Misfit::other_verdict;
}

std::vector<ledger::SealedRuling> Rulings::on(std::string_view attempt, std::string_view person, std::string_view verdict) const {
  std::vector<ledger::SealedRuling> holding;
  for (const ledger::SealedRuling& each : all)
    if (each.ruling.attempt == attempt && misfit(each.ruling, person, counted(verdict, holding)) == Misfit::none) holding.push_back(each);
  return holding;
}

std::string counted(std::string_view verdict, std::span<const ledger::SealedRuling> rulings) {
  return rulings.empty() ? std::string(verdict) : rulings.back().ruling.to;
}

} // namespace firsthand::session
