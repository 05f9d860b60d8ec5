// Parts of the custody form's view, shared by its files. Internal to it. Those with a width return the height that they used.
#pragma once

#include "engine/ui/widgets.h"
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

struct Draft {
  ui::Frame& f;
  const screens::StepScene& scene;
  const CustodySpec& spec;
  Desk& desk;
  screens::StepIntent& out;
  SheetState state; // of the open sheet

  const Sheet& sheet() const { return spec.sheets[desk.sheet]; }
  std::string tr(std::string_view english, const content::Fill& fill = {}) const { return scene.words.tr("custody", english, fill); }
  bool to_fill(std::size_t field) const { return !state.picked[field] && !sheet().fields[field].picks.empty(); }
  bool can_act() const { return !scene.pending && !state.is_signed; }
  std::optional<std::size_t> current() const; // the field that is asked for
};

std::string name_of(const Draft& d, model::Symbol entity);
std::string entry_of(const Draft& d, std::size_t field);               // what stands there; empty if nothing
std::vector<std::string> struck_of(const Draft& d, std::size_t field); // what was struck out before
std::string local_time(const Draft& d, base::Seconds at);              // "2026-03-04 09:31 +07:00"

session::Action act(const Draft& d, model::Symbol verb);
void fill(Draft& d, std::size_t field, std::size_t pick);
void strike(Draft& d, std::size_t field);

enum class Paint : std::uint8_t { measure, draw };
int draw_paper(Draft& d, int x, int y, int w, Paint paint);
int draw_panel(Draft& d, int x, int y, int w);             // what to fill in
int draw_foot(Draft& d, int x, int y, int w, Paint paint); // correct, sign, go on

} // namespace firsthand::modules::custody_form
