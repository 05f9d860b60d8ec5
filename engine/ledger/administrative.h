// Lines of the chain that belong to no attempt: PINs that were set, and by whose right. No secret stands in them: of a PIN only the
// hash of what is kept of it, so that whoever changes that beside the program is noticed.
#pragma once

#include "engine/base/json_line.h"
#include "engine/base/moment.h"

#include <optional>
#include <string>
#include <string_view>

namespace firsthand::ledger {

constexpr std::string_view administrative_kind = "administrative"; // of the entry, and in the line

// What was done: to the PIN of a person, or of the trainer.
namespace act {
constexpr std::string_view pin_set = "pin-set";                         // by the person, who came new
constexpr std::string_view pin_reset = "pin-reset";                     // by the trainer
constexpr std::string_view trainer_pin_set = "trainer-pin-set";         // by whoever came first
constexpr std::string_view trainer_pin_changed = "trainer-pin-changed"; // by who knew it
} // namespace act

struct Administrative {
  std::string what;        // one of the words above; a later version may have others
  std::string person;      // id of whose PIN it is; "" the trainer
  int turn = 0;            // 0, 1, 2 … of that person, of the trainer
  std::string pin;         // SHA-256 of what is kept of the PIN, 64 hex digits
  std::string workstation; // id
  base::Moment at;
  std::optional<base::Moment> machine; // the clock's own time, where somebody stated another
};

bool is_administrative(std::string_view line); // cheap; says nothing of the rest of it
base::Json administrative_line(const Administrative& act);
std::optional<Administrative> parse_administrative(std::string_view line); // nothing: it is none, or is not as it must be

} // namespace firsthand::ledger
