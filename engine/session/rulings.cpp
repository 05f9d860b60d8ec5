// See rulings.h.
#include "engine/session/rulings.h"

#include <algorithm>

namespace firsthand::session {

namespace {

// What a reason can make of a result, besides nothing.
struct RulingMakes {
  const char *code, *one = "", *other = "";
};
constexpr const char *passed = ledger::counts_as::passed.data(), *failed = ledger::counts_as::failed.data();
constexpr RulingMakes ruling_makes[] = {{"person", failed}, {"help", failed},     {"disturbed"},
                                        {"computer"},       {"question", passed}, {"mistake", passed, failed}};

} // namespace

bool ruling_fits(std::string_view code, std::string_view to, Before before) {
  if (code == "mistake" && before == Before::undecided) return false;
  return std::any_of(std::begin(ruling_makes), std::end(ruling_makes), [&](const RulingMakes& each) {
    return each.code == code && (to == ledger::counts_as::nothing || to == each.one || to == each.other);
  });
}

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
