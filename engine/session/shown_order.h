// In which order the entries of a list are shown: by the seed of the attempt alone, so that it is the same after a restart, on a branch and
// in every language, and tells nobody what is right. Its key is made of the seed and does not lead back to it: who shows a list cannot know
// what chance will give. Actions name entries by their ids; an order is never sealed.
#pragma once

#include "engine/crypto/hash.h"
#include "engine/simulation/simulation.h"

#include <optional>

namespace firsthand::session {

class ShownOrder {
 public:
  ShownOrder() = default; // as the author wrote them
  explicit ShownOrder(const simulation::Seed& seed);
  // Indices of the author's list, as they are shown. `list` names it within the scenario.
  std::vector<std::size_t> of(std::string_view list, std::size_t count) const;

 private:
  std::optional<crypto::Hash> key_;
};

} // namespace firsthand::session
