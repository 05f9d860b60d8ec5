// Parts of the custody form's view, shared by its files. Internal to it.
#pragma once

#include "engine/ui/box.h"
#include "modules/custody-form/rules.h"
#include "modules/custody-form/view.h"

#include <map>

namespace firsthand::modules::custody_form {

// What is of the screen.
struct Desk {
  std::size_t sheet = 0;
  std::optional<std::size_t> field;         // the one pressed; none: the first that is empty
  bool correcting = false, leaving = false; // choosing an entry to strike out; asked whether to go on unsigned
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> struck; // sheet, field: picks struck out here
};

struct DrawContext {
  ui::Frame& f;
  const screens::StepScene& scene;
  const CustodySpec& spec;
  Desk& desk;
  screens::StepIntent& out;
  SheetState state;                    // of the open sheet
  ui::Answer leave = ui::Answer::none; // to whether to go on unsigned

  const Sheet& sheet() const { return spec.sheets[desk.sheet]; }
  std::string_view tr(std::string_view english, const content::Fill& fill = {}) const {
    return f.keep(scene.words.tr("custody", english, fill));
  }
  bool to_fill(std::size_t field) const { return !state.picked[field] && !sheet().fields[field].picks.empty(); }
  bool handed_over() const { return state.is_signed && state.holder == sheet().to_symbol; }
  bool can_act() const { return !scene.pending && !state.is_signed; }
  std::optional<std::size_t> current() const; // the field that is asked for
};

std::string_view name_of(const DrawContext& d, model::Symbol entity); // of the learner: who is signed in
std::string_view writer_of(const DrawContext& d);
std::string_view kept_words(const DrawContext& d);                                // of a sheet that was signed and handed nothing over
std::string_view entry_of(const DrawContext& d, std::size_t field);               // what stands there; empty if nothing
std::vector<std::string_view> struck_of(const DrawContext& d, std::size_t field); // what was struck out before
std::string_view local_time(const DrawContext& d, base::Seconds at);              // "2026-03-04 09:31 +07:00"

session::Action act(const DrawContext& d, model::Symbol verb);
void fill(DrawContext& d, std::size_t field, std::size_t pick);
void strike(DrawContext& d, std::size_t field);

ui::Box paper_of(DrawContext& d);
ui::Box panel_of(DrawContext& d); // what to fill in
ui::Box foot_of(DrawContext& d);  // correct, sign, go on

} // namespace firsthand::modules::custody_form
