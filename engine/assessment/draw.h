// Papers: which questions somebody practises, and the order in which questions and options are shown. Drawn once, before an attempt begins,
// and sealed with it: nobody draws a second time.
#pragma once

#include "engine/model/test.h"

#include <map>

namespace firsthand::assessment {

using Seed = std::array<std::uint8_t, 32>;

// By SHA-256 of the seed and the question (and the option), ascending.
std::vector<model::Id> shown_items(const Seed& seed, std::vector<model::Id> items);
std::vector<model::Id> shown_options(const Seed& seed, const model::Item& item); // of match: its targets

struct PaperItem {
  model::Id item;
  std::string version;
  std::vector<model::Id> options; // as they are shown
};
using Paper = std::vector<PaperItem>;

enum class Shuffle : std::uint8_t { as_written, shuffled };
Paper paper_of(const Seed& seed, const std::vector<const model::Item*>& items, Shuffle items_shown, Shuffle options_shown);

// For practice: of each part what was seen least (`seen`: how often, by question), never two twins; equal ones by the seed's order.
std::vector<const model::Item*> draw_practice(const Seed& seed, const std::vector<model::Quota>& parts,
                                              const std::vector<model::Item>& items, const std::map<model::Id, int>& seen);

} // namespace firsthand::assessment
