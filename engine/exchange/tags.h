// What only we have of a question travels as tags: "fh:twins c06-bag", "fh:source 2 swgde 5".
#pragma once

#include "engine/exchange/foreign.h"

namespace firsthand::exchange {

std::vector<std::string> tags_of(const model::Item& item, Losses& losses);
void take_tags(const std::vector<std::string>& tags, model::Item& item, Losses& losses);

} // namespace firsthand::exchange
