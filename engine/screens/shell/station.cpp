// The workstation's side of the shell: places for the records, the clock, this computer's name. See shell.h.
#include "engine/screens/shell/aside.h"

#include "engine/platform/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace firsthand::screens {

namespace {

std::string day_of(base::Moment at, int offset_minutes) { return base::iso_local(at, offset_minutes).substr(0, 10); }

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number) : std::nullopt;
}

// What was typed, local to this computer; a year of the Buddhist calendar is 543 ahead.
std::optional<base::Moment> stated_moment(const ClockMemory& typed, int offset_minutes) {
  const auto day = number_in(typed.day), month = number_in(typed.month), year = number_in(typed.year), hour = number_in(typed.hour),
             minute = number_in(typed.minute);
  if (!day || !month || !year || !hour || !minute) return std::nullopt;
  const int common = *year >= 2400 ? *year - 543 : *year;
  if (common < 1000 || common > 9999) return std::nullopt;
  const int ahead = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  const auto start = base::parse_local_start(fmt::format("{:04}-{:02}-{:02} {:02}:{:02} {}{:02}:{:02}", common, *month, *day, *hour,
                                                         *minute, offset_minutes < 0 ? '-' : '+', ahead / 60, ahead % 60));
  return start ? std::optional(start->at) : std::nullopt;
}

ClockMemory typed_from(base::Moment at, int offset_minutes) {
  const std::string text = base::iso_local(at, offset_minutes); // 2026-11-22T20:05:09+07:00
  return {text.substr(8, 2), text.substr(5, 2), text.substr(0, 4), text.substr(11, 2), text.substr(14, 2), {}, {}, true};
}

} // namespace

// ---- where the records are

// Another place helps where this one cannot be used or does not last.
bool Shell::may_move(const base::Error& error) const {
  constexpr std::string_view codes[] = {"record-rolled-back", "data-folder-failed", "data-folder-missing", "data-folder-gone",
                                        "database-read-only", "database-full",      "database-io"};
  return options_.choose_place && std::find(std::begin(codes), std::end(codes), error.code) != std::end(codes);
}

bool Shell::can_move() const { return trouble_ && may_move(*trouble_); }

void Shell::use_place(const std::filesystem::path& folder) {
  if (!options_.desk || !options_.choose_place) return;
  keeper_errand(packed([choose = options_.choose_place, folder] { return choose(folder); },
                       [this, folder](const base::Result<records::Carried>& carried) {
                         if (!carried.ok()) {
                           trouble_memory.problem = words_.error(carried.error());
                           return;
                         }
                         options_.desk->data = folder;
                         options_.desk->must_be_there = false; // chosen just now: it may begin here
                         trouble_memory = {};
                         // What was taken along was asked about and answered.
                         open(*carried == records::Carried::copy ? records::RolledBackRecord::accept : records::RolledBackRecord::refuse,
                              [this, folder] {
                                return tr("The records are now in {path}.", {{"path", platform::shown_path(folder)}});
                              });
                       }));
}

void Shell::accept_earlier_copy() { open(records::RolledBackRecord::accept, nullptr); }

// ---- before anybody signs in: the clock, then a copy on another machine

void Shell::ask_what_must_be_asked() {
  if (!clock_settled_ && desk_->report().clock) {
    clock_memory = desk_->report().clock->likely ? typed_from(*desk_->report().clock->likely, options_.services.clock->offset_minutes())
                                                 : ClockMemory{};
    page_ = ShellPage::clock;
  } else if (desk_->report().cloned && !clone_told_) {
    clone_told_ = true;
    show_station();
  }
}

std::string Shell::clock_words() const {
  const records::ClockDoubt& doubt = *desk_->report().clock;
  const int offset = options_.services.clock->offset_minutes();
  const content::Fill dates{{"date", day_of(doubt.says, offset)}, {"newest", day_of(doubt.newest, offset)}};
  switch (doubt.fault) {
  case records::ClockFault::before_program:
    return tr("The clock of this computer says {date}. This program is newer than that.", dates);
  case records::ClockFault::other_calendar:
    return tr("The clock of this computer says {date}. Did somebody set the Buddhist year?", dates);
  case records::ClockFault::far_ahead:
    return tr("The clock of this computer says {date}. That is far in the future.", dates);
  case records::ClockFault::before_record:
    return tr("The clock of this computer says {date}, but the newest record is of {newest}.", dates);
  }
  return {};
}

void Shell::state_clock() {
  const auto stated = stated_moment(clock_memory, options_.services.clock->offset_minutes());
  clock_memory.problem.clear();
  if (!stated)
    clock_memory.problem = tr("That is no date. Enter day, month, year, hour and minute in figures.");
  else if (clock_memory.by.empty())
    clock_memory.problem = tr("Enter who says so.");
  if (!clock_memory.problem.empty()) return;
  aside([desk = desk_.get(), at = *stated, by = clock_memory.by] { return desk->note_clock(at, by); },
        [this, at = *stated](const base::Result<void>& done) {
          if (done.ok()) desk_->believe_clock(at);
          clock_answered(done);
        });
}

void Shell::leave_clock() {
  aside([desk = desk_.get()] { return desk->leave_clock_in_doubt(); }, [this](const base::Result<void>& done) { clock_answered(done); });
}

void Shell::clock_answered(const base::Result<void>& done) {
  if (!done.ok()) {
    clock_memory.problem = words_.error(done.error());
    return;
  }
  clock_settled_ = true;
  page_ = ShellPage::sign_in;
  ask_what_must_be_asked();
}

// ---- this computer's name

void Shell::show_station() {
  if (!desk_) return;
  const auto name = desk_->station();
  station_memory = name.ok() ? StationMemory{name->station, name->room, name->place, {}, true} : StationMemory{};
  pin_wait_until_ms_ = 0; // that was for somebody's own PIN; the record knows of both
  page_ = ShellPage::station;
}

std::string Shell::station_words() const { return station_; }

std::string Shell::station_notice() const {
  if (!desk_ || !desk_->report().cloned) return {};
  return tr(
      "The records came here from another computer. From now on they have a key of their own; what was recorded before stays readable.");
}

void Shell::enrol() {
  if (!station_memory.new_pin.empty() || !station_memory.new_pin_again.empty()) {
    station_memory.trainer_problem = tr("This PIN is typed and not set. Set it, or empty the fields.");
    return;
  }
  const app::StationName name{station_memory.station, station_memory.room, station_memory.place};
  aside([desk = desk_.get(), name] { return desk->enrol(name); },
        [this](const base::Result<void>& done) {
          if (done.ok()) return leave_station();
          station_memory.problem = words_.error(done.error());
        });
}

// What was typed is not lost without a word: said once, and left the second time.
void Shell::give_up_station() {
  const auto saved = desk_ ? desk_->station() : base::Result<app::StationName>(app::StationName{});
  StationMemory& m = station_memory;
  const bool typed = saved.ok() && (m.station != saved->station || m.room != saved->room || m.place != saved->place);
  if (!typed || std::exchange(m.told, true)) return leave_station();
  m.problem = tr("What is typed here is not saved. Save it, or leave once more without it.");
}

void Shell::leave_station() {
  station_memory = {};          // no PIN stays in it
  sign_in_memory.shown.reset(); // comes up anew: its first field is ready to be typed into
  page_ = ShellPage::sign_in;
  read_people();
}

} // namespace firsthand::screens
