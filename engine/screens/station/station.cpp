// See page.h.
#include "engine/screens/station/page.h"

#include "engine/screens/shared/opening.h"
#include "engine/screens/station/draw.h"

#include <utility>

namespace firsthand::screens {

void StationPage::enter(const std::function<void()>& show) {
  struct Read {
    base::Result<app::StationName> name;
    base::Result<app::StationRegister> stations;
  };
  context_.ask(
      [](app::DataFolder& data_folder) {
        return Read{data_folder.station(), data_folder.stations()};
      },
      [this, show](Read read) {
        saved_ = read.name.ok() ? *read.name : app::StationName{};
        saved_.station = app::station_in(saved_); // as it is picked
        register_ = read.stations.ok() ? std::move(read.stations).value() : app::StationRegister();
        looked_up_ = "\n";
        const app::StationName shown = std::exchange(aside_, std::nullopt).value_or(saved_);
        memory = {shown.station, shown.room, shown.place, {}, true};
        wait_.end(); // that was for somebody's own PIN; the record knows of both
        show();
      });
}

std::string StationPage::notice() const {
  if (!context_.opening().is_open() || !context_.opening().report().cloned) return {};
  return context_.tr(
      "The records came here from another computer. From now on they have a key of their own; what was recorded before stays readable.");
}

namespace {

constexpr std::size_t most_stations_found = 6;

// After a PIN that was not taken, in the frame after; before another try nothing is told.
void lead_trainer_on(Frame& f, StationMemory& m, bool has_pin) {
  if (std::exchange(m.trainer_told, m.trainer_problem) == m.trainer_problem || m.trainer_problem.empty()) return;
  f.focus(has_pin && m.old_pin.empty() ? "station/old-pin" : m.new_pin.empty() ? "station/new-pin" : "station/new-pin-again");
}

} // namespace

StationIntent StationPage::drawn(Frame& f) {
  const std::string why = notice();
  look_up();
  const bool has_pin = context_.front().trainer_pin;
  const StationIntent intent = draw_station(f,
                                            {.words = context_.words(),
                                             .mark = context_.picture("mark"),
                                             .notice = why,
                                             .trainer_pin = has_pin,
                                             .wait_seconds = wait_seconds(),
                                             .has_register = !register_.stations.empty(),
                                             .picked = picked_,
                                             .found = found_},
                                            memory);
  lead_trainer_on(f, memory, has_pin);
  return intent;
}

void StationPage::draw(Frame& f) {
  const StationIntent intent = drawn(f);
  if (intent.trainer)
    memory.trainer_told.clear(), set_trainer_pin();
  else if (intent.attempts || intent.lists)
    show_over(intent.attempts ? PageName::attempts : PageName::lists);
  else if (intent.picked)
    pick(*intent.picked);
  else if (intent.save)
    enrol();
  else if (intent.later)
    give_up();
}

bool StationPage::pin_is_typed() {
  const bool is_typed = !memory.new_pin.empty() || !memory.new_pin_again.empty();
  if (is_typed) memory.trainer_problem = context_.tr("This PIN is typed and not set. Set it, or empty the fields.");
  return is_typed;
}

void StationPage::show_over(PageName page) {
  if (pin_is_typed()) return;
  aside_ = typed();
  context_.over(page);
}

void StationPage::look_up() {
  if (std::exchange(looked_up_, memory.station) == memory.station) return;
  const app::StationEntry* meant = register_.called(memory.station);
  picked_ = meant ? app::words_of(*meant) : std::string();
  found_.clear();
  if (meant) return;
  for (const app::StationEntry* each : register_.like(memory.station, most_stations_found))
    found_.push_back({app::words_of(*each), each->unit});
}

void StationPage::pick(const std::string& station) {
  memory.station = station;
  memory.lead = "station/room";
}

void StationPage::enrol() {
  if (pin_is_typed()) return;
  context_.ask([name = typed()](app::DataFolder& data_folder) { return data_folder.enrol(name); },
               [this](const base::Result<void>& done) {
                 if (done.ok()) return context_.go(PageName::sign_in);
                 memory.problem = context_.words().error(done.error());
               });
}

// What was typed is not lost without a word.
void StationPage::give_up() {
  const bool changed = memory.station != saved_.station || memory.room != saved_.room || memory.place != saved_.place;
  if (!changed || std::exchange(memory.told, true)) return context_.go(PageName::sign_in);
  memory.problem = context_.tr("What is typed here is not saved. Save it, or leave once more without it.");
}

void StationPage::set_trainer_pin() {
  if (wait_seconds() > 0) return;
  memory.trainer_done.clear();
  memory.trainer_problem = typed_twice(context_, memory.new_pin, memory.new_pin_again);
  if (!memory.trainer_problem.empty()) return;
  context_.ask(
      [old = memory.old_pin, wanted = memory.new_pin](app::DataFolder& data_folder) { return data_folder.set_trainer_pin(old, wanted); },
      [this](const base::Result<app::SignIn>& answer) {
        memory.old_pin.clear(); // it stood there until now
        if (!trainer_accepted(context_, answer, wait_, memory.trainer_problem)) return;
        memory.new_pin.clear(), memory.new_pin_again.clear();
        memory.trainer_done = context_.tr("The trainer's PIN is set. Nobody can bring it back: keep it safe.");
        context_.front().trainer_pin = true;
      });
}

} // namespace firsthand::screens
