// Draws by hashes: no generator whose state somebody would have to keep.
#include "engine/assessment/draw.h"

#include "engine/crypto/hash.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace firsthand::assessment {

namespace {

using model::Id;
using model::Item;

constexpr std::string_view label = "firsthand-paper-1\n";

crypto::Hash place_of(const Seed& seed, std::string_view item) { return crypto::sha256(label, crypto::Bytes(seed), item); }
crypto::Hash place_of(const Seed& seed, std::string_view item, std::string_view option) {
  constexpr std::uint8_t zero[1] = {0};
  return crypto::sha256(label, crypto::Bytes(seed), item, crypto::Bytes(zero), option);
}

} // namespace

std::vector<Id> shown_items(const Seed& seed, std::vector<Id> items) {
  std::vector<std::pair<crypto::Hash, Id>> places;
  for (Id& item : items)
    places.emplace_back(place_of(seed, item), std::move(item));
  std::sort(places.begin(), places.end());
  items.clear();
  for (auto& [place, item] : places)
    items.push_back(std::move(item));
  return items;
}

std::vector<Id> shown_options(const Seed& seed, const Item& item) {
  std::vector<std::pair<crypto::Hash, Id>> places;
  for (const model::ItemOption& option : item.kind == model::ItemKind::match ? item.targets : item.options)
    places.emplace_back(place_of(seed, item.id, option.id), option.id);
  std::sort(places.begin(), places.end());
  std::vector<Id> ids;
  for (auto& [place, id] : places)
    ids.push_back(std::move(id));
  return ids;
}

Paper paper_of(const Seed& seed, const std::vector<const Item*>& items, Shuffle items_shown, Shuffle options_shown) {
  Paper paper;
  std::vector<std::pair<crypto::Hash, const Item*>> places;
  for (const Item* item : items)
    places.emplace_back(place_of(seed, item->id), item);
  if (items_shown == Shuffle::shuffled) std::sort(places.begin(), places.end());
  for (const auto& [place, item] : places) {
    PaperItem shown{item->id, item->version, {}};
    if (options_shown == Shuffle::shuffled || item->kind == model::ItemKind::order) // a right order is never shown as it is
      shown.options = shown_options(seed, *item);
    else
      for (const model::ItemOption& option : item->kind == model::ItemKind::match ? item->targets : item->options)
        shown.options.push_back(option.id);
    paper.push_back(std::move(shown));
  }
  return paper;
}

std::vector<const Item*> draw_practice(const Seed& seed, const std::vector<model::Quota>& parts, const std::vector<Item>& items,
                                       const std::map<Id, int>& seen) {
  using Candidate = std::tuple<int, crypto::Hash, const Item*>;
  const auto later = [](const Candidate& a, const Candidate& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) > std::tie(std::get<0>(b), std::get<1>(b));
  };
  std::map<Id, std::vector<Candidate>> by_competency;
  for (const Item& item : items) {
    if (item.state == model::ItemState::retired) continue;
    const auto times = seen.find(item.id);
    by_competency[item.competency].emplace_back(times == seen.end() ? 0 : times->second, place_of(seed, item.id), &item);
  }
  std::vector<const Item*> drawn;
  std::set<Id> families;
  for (const model::Quota& part : parts) {
    std::vector<Candidate>& candidates = by_competency[part.competency];
    std::make_heap(candidates.begin(), candidates.end(), later); // few of many are drawn
    for (int left = part.count; left > 0 && !candidates.empty(); candidates.pop_back()) {
      std::pop_heap(candidates.begin(), candidates.end(), later);
      const Item* item = std::get<const Item*>(candidates.back());
      if (!item->twins.empty() && !families.insert(item->twins).second) continue;
      drawn.push_back(item);
      --left;
    }
  }
  return drawn;
}

} // namespace firsthand::assessment
