// See refresher.h.
#include "engine/assessment/refresher.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace firsthand::assessment {

namespace {

using model::Id;
using model::Item;

enum class Concern : std::uint8_t { sure_and_wrong, wrong, lucky, none };

Concern concern_of(const EarlierAnswer& answer) {
  if (answer.worth == 0 && answer.certainty == Certainty::sure) return Concern::sure_and_wrong;
  if (answer.worth < whole_worth) return Concern::wrong;
  return answer.certainty == Certainty::guess ? Concern::lucky : Concern::none;
}

const Id& twins_of(const Item& item) { return item.twins.empty() ? item.id : item.twins; }

class Remembered {
 public:
  Remembered(const std::vector<Item>& items, const std::vector<EarlierAnswer>& answers) {
    for (const Item& item : items)
      by_id_[item.id] = &item;
    for (const EarlierAnswer& answer : answers)
      answer.practised ? practised(answer) : measured(answer);
  }
  Concern concern(const Item& item) const {
    const auto of = [](const auto& all, const Id& id) {
      const auto found = all.find(id);
      return found == all.end() ? Concern::none : found->second;
    };
    return std::min(of(families_, twins_of(item)), of(competencies_, item.competency));
  }
  int seen(const Id& item_or_competency) const {
    const auto found = seen_.find(item_or_competency);
    return found == seen_.end() ? 0 : found->second;
  }

 private:
  void practised(const EarlierAnswer& answer) {
    const auto item = by_id_.find(answer.item);
    if (item == by_id_.end()) return; // of a bank that is not asked any more
    const Concern concern = concern_of(answer);
    families_[twins_of(*item->second)] = concern;
    ++seen_[answer.item], ++seen_[item->second->competency];
    if (concern == Concern::none) competencies_.erase(item->second->competency);
  }
  // Of a later test the answers stand for those of an earlier one.
  void measured(const EarlierAnswer& answer) {
    const Concern concern = concern_of(answer);
    const auto [known, is_new] = competencies_.emplace(answer.competency, concern);
    known->second = is_new || attempts_[answer.competency] != answer.attempt ? concern : std::min(known->second, concern);
    attempts_[answer.competency] = answer.attempt;
  }

  std::map<Id, const Item*> by_id_;
  std::map<Id, Concern> families_, competencies_;
  std::map<Id, int> seen_, attempts_;
};

// Of equal ones the seed decides.
std::vector<const Item*> in_seed_order(const Seed& seed, const std::vector<Item>& items) {
  std::map<Id, const Item*> by_id;
  std::vector<Id> ids;
  for (const Item& item : items)
    if (item.state != model::ItemState::retired && by_id.emplace(item.id, &item).second) ids.push_back(item.id);
  std::vector<const Item*> all;
  for (const Id& id : shown_items(seed, std::move(ids)))
    all.push_back(by_id[id]);
  return all;
}

struct Drawn {
  std::vector<const Item*> items;
  std::set<Id> families;
  std::map<Id, int> taken; // by competency: of equal ones each gets its turn

  void add(const Item& item) {
    items.push_back(&item);
    families.insert(twins_of(item));
    ++taken[item.competency];
  }
};

const Item* dearest(const std::vector<const Item*>& candidates, const Remembered& remembered, Drawn& drawn) {
  const Item* best = nullptr;
  std::tuple<Concern, int, int, int> least;
  for (const Item* item : candidates) {
    if (drawn.families.contains(twins_of(*item))) continue;
    const std::tuple key{remembered.concern(*item), drawn.taken[item->competency], remembered.seen(item->id),
                         remembered.seen(item->competency)};
    if (!best || key < least) best = item, least = key;
  }
  return best;
}

} // namespace

int certainty_points(Certainty certainty, int worth) {
  const bool right = worth >= whole_worth;
  switch (certainty) {
  case Certainty::sure:
    return right ? most_certainty_points : -2 * most_certainty_points;
  case Certainty::fairly:
    return right ? 2 : -2;
  case Certainty::guess:
    return right ? 1 : 0;
  case Certainty::unsaid:
    break;
  }
  return 0;
}

std::vector<const Item*> draw_refresher(const Seed& seed, int count, const std::vector<Item>& items,
                                        const std::vector<EarlierAnswer>& oldest_first) {
  const Remembered remembered(items, oldest_first);
  const std::vector<const Item*> candidates = in_seed_order(seed, items);
  Drawn drawn;
  while (drawn.items.size() < static_cast<std::size_t>(count)) {
    const Item* next = dearest(candidates, remembered, drawn);
    if (!next) break;
    drawn.add(*next);
  }
  return std::move(drawn.items);
}

} // namespace firsthand::assessment
