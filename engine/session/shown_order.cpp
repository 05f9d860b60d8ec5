// See shown_order.h. Each entry gets a number of its own; the list is sorted by them.
#include "engine/session/shown_order.h"

#include <algorithm>

namespace firsthand::session {

ShownOrder::ShownOrder(const simulation::Seed& seed) : key_(crypto::sha256("firsthand-order-1\n", crypto::Bytes(seed.bytes))) {}

std::vector<std::size_t> ShownOrder::of(std::string_view list, std::size_t count) const {
  std::vector<std::pair<crypto::Hash, std::size_t>> entries(count);
  for (std::size_t i = 0; i < count; ++i) {
    entries[i].second = i;
    if (key_) entries[i].first = crypto::sha256(*key_, list, "\n", std::to_string(i));
  }
  std::sort(entries.begin(), entries.end());
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i)
    order[i] = entries[i].second;
  return order;
}

} // namespace firsthand::session
