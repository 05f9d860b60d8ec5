// What the result of an attempt counts as, where two people decided on it afterwards. Pure: the same lines give the same answer everywhere,
// in the window, in reports and on paper. The first verdict stays what it was.
#pragma once

#include "engine/ledger/ruling.h"

#include <span>

namespace firsthand::session {

// Why two people decide: somebody else sat there; help that was not allowed; a disturbance; power or a computer failed; a question was
// faulty; an earlier decision was wrong.
constexpr std::string_view ruling_codes[] = {"person", "help", "disturbed", "computer", "question", "mistake"};

// Whether that reason can make a result count as `to`. Each can make it nothing; an earlier decision can only have been wrong where there
// is one.
enum class Before : std::uint8_t { undecided, decided };
bool ruling_fits(std::string_view code, std::string_view to, Before before);

struct Rulings {
  std::vector<ledger::SealedRuling> all; // oldest first

  // Those that hold of this attempt, oldest first: by two others than whose result it is, and each going on from what counted before it.
  // `verdict`: the first one, as it was sealed.
  std::vector<ledger::SealedRuling> on(std::string_view attempt, std::string_view person, std::string_view verdict) const;
};

// What counts after them; without any, the verdict.
std::string counted(std::string_view verdict, std::span<const ledger::SealedRuling> rulings);

// Why it does not hold; each has a sentence in the check of a record.
enum class Misfit : std::uint8_t { none, own_result, other_verdict };
Misfit misfit(const ledger::Ruling& ruling, std::string_view person, std::string_view counted_before);

} // namespace firsthand::session
