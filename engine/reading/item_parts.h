// The parts of a question, key by key as a bank has them: for banks, and for steps of a lesson that ask in the same way. Each reads its
// keys of `fields` into `item` and tells what is wrong with them.
#pragma once

#include "engine/model/item.h"
#include "engine/reading/fields.h"

namespace firsthand::reading {

void check_copied(Fields& fields, const model::Item& item); // how long it is, and its ends
void read_number(Fields& fields, model::Item& item);        // answer, tolerance, units, near
void read_zones(Fields& fields, model::Item& item);         // zones with id, label, shape, right or position, danger
void read_phrases(Fields& fields, model::Item& item);       // phrases, accepted
void read_pairs(Fields& fields, model::Item& item);         // pairs, after options and targets

// Things with an id and one text, whose path is their own ("seal.items.bag").
void read_parts(Fields& fields, const char* key, std::vector<model::ItemOption>& parts);
// `right: yes`, or `position: D4/A`.
void read_rightness(Fields& one, model::ItemOption& option);
void check_count(Fields& fields, const char* key, std::size_t count, Whole range);

// "90 s" in the item's thousandths, by its units; nothing if it is no such amount.
std::optional<std::int64_t> amount_in(std::string_view text, const model::Item& item);

} // namespace firsthand::reading
