// See page.h.
#include "engine/screens/station/page.h"

#include "engine/screens/shared/opening.h"
#include "engine/screens/station/draw.h"

#include <fmt/format.h>

#include <charconv>

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

std::string ClockPage::doubt() const {
  const records::ClockDoubt& doubt = *context_.opening().report().clock;
  const int offset = context_.offset_minutes();
  const content::Fill dates{{"date", day_of(doubt.says, offset)}, {"newest", day_of(doubt.newest, offset)}};
  switch (doubt.fault) {
  case records::ClockFault::before_program:
    return context_.tr("The clock of this computer says {date}. This program is newer than that.", dates);
  case records::ClockFault::other_calendar:
    return context_.tr("The clock of this computer says {date}. Did somebody set the Buddhist year?", dates);
  case records::ClockFault::far_ahead:
    return context_.tr("The clock of this computer says {date}. That is far in the future.", dates);
  case records::ClockFault::before_record:
    return context_.tr("The clock of this computer says {date}, but the newest record is of {newest}.", dates);
  }
  return {};
}

void ClockPage::shown() {
  const auto& likely = context_.opening().report().clock->likely;
  memory = likely ? typed_from(*likely, context_.offset_minutes()) : ClockMemory{};
}

void ClockPage::draw(Frame& f) {
  const std::string why = doubt();
  const ClockIntent intent = draw_clock(f, {.words = context_.words(), .mark = context_.picture("mark"), .doubt = why}, memory);
  if (intent.state)
    state();
  else if (intent.leave)
    pass();
}

void ClockPage::state() {
  const auto stated = stated_moment(memory, context_.offset_minutes());
  memory.problem.clear();
  if (!stated)
    memory.problem = context_.tr("That is no date. Enter day, month, year, hour and minute in figures.");
  else if (memory.by.empty())
    memory.problem = context_.tr("Enter who says so.");
  if (!memory.problem.empty()) return;
  context_.ask([at = *stated, by = memory.by](app::DataFolder& data_folder) { return data_folder.note_clock(at, by); },
               [this, at = *stated](const base::Result<void>& done) {
                 if (done.ok()) context_.opening().believe_clock(at);
                 answered(done);
               });
}

void ClockPage::pass() {
  context_.ask([](app::DataFolder& data_folder) { return data_folder.leave_clock_in_doubt(); },
               [this](const base::Result<void>& done) { answered(done); });
}

void ClockPage::answered(const base::Result<void>& done) {
  if (done.ok()) return context_.opening().clock_answered();
  memory.problem = context_.words().error(done.error());
}

} // namespace firsthand::screens
