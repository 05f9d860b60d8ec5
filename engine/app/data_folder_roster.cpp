// The list of people in an open data folder: taken in as one entry, all of it or nothing; a typed person joined to a number by the
// trainer, and parted again.
#include "engine/app/data_folder.h"

#include "engine/app/names.h"
#include "engine/app/roster_cells.h"
#include "engine/ledger/administrative.h"
#include "engine/ledger/roster_act.h"
#include "engine/platform/platform.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::app {

namespace {

base::Error number_unknown(std::string_view number) {
  return base::fail("number-unknown", fmt::format("Nobody in the list of people has the service number {}.", number));
}

} // namespace

base::Result<std::vector<storage::RosterRow>> DataFolder::roster() { return store_->roster(); }

base::Result<void> DataFolder::seal_roster(std::string_view what, storage::AppendRequest request) {
  for (storage::RosterRow& row : request.roster)
    row.salt = crypto::random_array<16>(*services_.entropy);
  FH_TRY(workstation, store_->workstation());
  FH_TRY(before, store_->entries_of(std::string(ledger::roster_place)));
  ledger::RosterAct act;
  act.what = what;
  act.turn = before.empty() ? 0 : before.back().turn + 1;
  act.rows = static_cast<std::int64_t>(request.roster.size());
  act.list = storage::roster_list(request.roster).hex();
  act.workstation = workstation.id;
  act.at = services_.clock->now();
  if (services_.clock->stated()) act.machine = services_.clock->machine();
  return append_administrative(std::string(ledger::roster_place), act.turn, act.at, ledger::roster_line(act).line(), std::move(request));
}

base::Result<void> DataFolder::import_roster(std::vector<storage::RosterRow> rows, const Remembered& remembered) {
  if (rows.empty()) return {};
  FH_TRY(people, store_->people());
  storage::AppendRequest request;
  for (storage::RosterRow& row : rows) {
    const auto known = std::find_if(people.begin(), people.end(), [&row](const storage::Person& each) { return each.id == row.person; });
    storage::Person person;
    if (known != people.end()) {
      person = *known;
    } else {
      row.person = person.id = crypto::random_id(*services_.entropy);
      person.created = services_.clock->now();
      if (!row.language.empty()) person.settings = base::Json(base::Json::Object{{"language", row.language}}).line();
    }
    if (known != people.end() && known->name == row.name) continue;
    person.name = row.name;
    request.people.push_back(std::move(person));
  }
  request.roster = std::move(rows);
  request.settings = remembered;
  return seal_roster(ledger::act::roster_imported, std::move(request));
}

base::Result<storage::RosterRow> DataFolder::row_to_join(const std::string& id, std::string_view number) {
  FH_TRY(who, person(id));
  FH_TRY(rows, store_->roster());
  const std::string key = name_key(plain_digits(number));
  const auto listed = std::find_if(rows.begin(), rows.end(), [&key](const auto& row) { return name_key(row.number) == key; });
  if (key.empty() || listed == rows.end()) return number_unknown(number);
  for (const storage::RosterRow& row : rows)
    if (row.person == id && !row.number.empty())
      return base::fail("number-there", fmt::format("{} has the service number {} already. Take that back first.", who.name, row.number));
  storage::RosterRow joined = *listed;
  joined.person = id, joined.name = who.name;
  joined.since = today();
  return joined;
}

base::Result<void> DataFolder::join_number_now(const std::string& id, std::string_view number) {
  FH_TRY(joined, row_to_join(id, number));
  storage::AppendRequest request;
  request.roster = {std::move(joined)};
  return seal_roster(ledger::act::number_joined, std::move(request));
}

base::Result<SignIn> DataFolder::join_number(const std::string& id, std::string_view number, std::string_view trainers) {
  FH_CHECK(row_to_join(id, number)); // what cannot be done needs no PIN
  FH_TRY(answer, trainer_signs_in(trainers));
  if (answer.kind == SignIn::Kind::welcome) FH_CHECK(join_number_now(id, number));
  return answer;
}

base::Result<SignIn> DataFolder::part_number(const std::string& id, std::string_view trainers) {
  FH_TRY(who, person(id));
  FH_TRY(rows, store_->roster());
  const auto row = std::find_if(rows.begin(), rows.end(), [&id](const auto& each) { return each.person == id && !each.number.empty(); });
  if (row == rows.end()) return number_unknown("");
  FH_TRY(answer, trainer_signs_in(trainers));
  if (answer.kind != SignIn::Kind::welcome) return answer;
  storage::AppendRequest request;
  request.roster = {{.person = id,
                     .number = {},
                     .name = who.name,
                     .rank = {},
                     .unit = {},
                     .sex = {},
                     .language = {},
                     .since = today(),
                     .supervises = {}}};
  FH_CHECK(seal_roster(ledger::act::number_parted, std::move(request)));
  return answer;
}

std::string today_here(const records::Services& services) {
  const base::Moment now = services.clock->now();
  return base::iso_local(now, platform::local_offset_minutes(now.milliseconds / 1000)).substr(0, 10);
}

// Who came with the list chooses a PIN at the first sign-in.
base::Result<void> DataFolder::set_first_pin(const std::string& id, std::string_view pin) {
  FH_CHECK(check_pin_form(pin));
  FH_TRY(who, person(id));
  FH_CHECK(check_sealed_pin(id, who.pin));
  if (!who.pin.empty()) return base::fail("pin-there", "This person has a PIN already. Sign in with it.");
  FH_TRY(kept, kept_form(pin));
  who.pin = kept;
  storage::AppendRequest request;
  request.people.push_back(std::move(who));
  FH_CHECK(seal_pin(ledger::act::pin_set, id, kept, std::move(request)));
  note_arrival(id);
  return {};
}

} // namespace firsthand::app
