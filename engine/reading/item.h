// Reads one question, and tells what is wrong in one. Inside this room only.
#pragma once

#include "engine/model/item.h"
#include "engine/reading/gather.h"
#include "engine/reading/vocabulary.h"

namespace firsthand::reading {

struct ItemDefaults {
  model::ItemState state = model::ItemState::draft;
  std::string review_by;
  int exposure = 0;
};
ItemDefaults read_defaults(Fields& fields);

// What all questions of a bank are read with. Borrowed for one bank.
struct ItemContext {
  Gather& gather;
  const Vocabulary& vocabulary;
  std::vector<model::Source> sources; // that may be named
  std::string folder;                 // of the bank, with '/' at its end
  ItemDefaults defaults;
  bool looks_up_sources = true;
};

model::Item read_item(Fields& fields, const ItemContext& context);

// Zones that leave the picture.
void check_shapes(const model::Item& item, const ItemContext& context);

} // namespace firsthand::reading
