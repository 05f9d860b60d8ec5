// The custody form: one sheet per exhibit, picking instead of typing. What is picked is recorded; what is wrong with it
// becomes a fact when the sheet is signed, and the rules of custody judge those facts. An entry is corrected by striking
// it out, never by overwriting. A sheet hands nothing over: it records who has the thing when it is signed. The receiver
// signs only if the scene gave it to them.
#pragma once

#include "engine/session/contract.h"

namespace firsthand::modules::custody_form {

struct Pick {
  model::Id id;
  model::Symbol symbol = 0;
  model::Text text;
  model::Symbol flaw = 0;   // what is wrong with it, if it is
  bool conditional = false; // right only if both hold when it is signed
  model::Condition right;   // of the truth
  model::Condition seen;    // of what was seen until then: nobody writes down what they did not see
};

struct Field {
  model::Id id;
  model::Symbol symbol = 0;
  model::Text label;
  model::Text given; // already written; then there are no picks
  std::vector<Pick> picks;
  model::Where where;
};

struct Note { // a line of the notebook to copy from
  model::Text text;
  model::Condition seen; // it stands there if this was seen
};

struct Sheet {
  model::Id exhibit;
  model::Symbol symbol = 0;
  std::vector<Note> notes;
  model::Id from, to;
  model::Symbol from_symbol = 0, to_symbol = 0;
  std::vector<Field> fields;
};

struct Form {
  model::Text agency, unit;
  std::string number, serial, case_number;
};

struct CustodySpec : session::Spec {
  Form form;
  std::vector<Sheet> sheets;
  model::Symbol fill = 0, strike = 0, sign = 0, field = 0, pick = 0;
  model::Symbol filled = 0, struck = 0, gap = 0, signed_fact = 0, transferred = 0;
};

// The state of one sheet, for the view.
struct SheetState {
  std::vector<std::optional<std::size_t>> picked; // per field; given fields have none
  std::vector<int> struck;                        // per field: how often an entry was struck out
  bool is_signed = false;
  base::Seconds signed_at = base::never;
  model::Symbol holder = 0; // who was seen to have it then; the receiver, if it was handed over. 0: nobody
  int empty = 0;            // fields still to fill
};
SheetState sheet_state(const CustodySpec& spec, const session::StepState& state, std::size_t sheet);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::custody_form
