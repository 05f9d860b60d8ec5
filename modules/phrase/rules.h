// A short answer, put together from phrases that are there: no typing, and yet not one of four. Right if it is one of the rows that the
// author accepts.  In a play: do STEP say phrase=off phrase=since phrase=morning
#pragma once

#include "engine/session/item_question.h"

namespace firsthand::modules::phrase {

struct PhraseSpec : session::ItemSpec {
  model::Symbol phrase = 0; // the key
};

struct Said : session::Given {
  std::vector<std::size_t> phrases; // by index, in order, of the last try
};
Said said(const PhraseSpec& spec, const session::StepState& state);

// The first row that is accepted, by index.
std::vector<std::size_t> right_row(const PhraseSpec& spec);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::phrase
