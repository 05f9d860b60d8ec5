// See sealed_pins.h.
#include "engine/records/sealed_pins.h"

#include "engine/ledger/administrative.h"
#include "engine/records/sealed_roster.h"
#include "engine/records/sealed_rulings.h"
#include "engine/records/sealed_sessions.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace firsthand::records {

namespace {

namespace act = ledger::act;

constexpr std::size_t most_faults = 100;

class PinReader {
 public:
  PinReader(std::map<std::string, storage::Person> people, SealedPins& found)
      : people_(std::move(people)), sessions_(people_), rulings_(people_), found_(found) {}

  storage::Visit operator()(const storage::StoredEntry& entry) {
    note_time(entry);
    if (ledger::is_session_act(entry.entry.line)) {
      sessions_.act(entry.seq, entry.entry.line);
      return storage::Visit::go_on;
    }
    if (ledger::is_ruling(entry.entry.line)) {
      rulings_.take(entry.seq, entry.entry.line);
      return storage::Visit::go_on;
    }
    if (!ledger::is_administrative(entry.entry.line)) {
      note_first(entry.seq, entry.entry.line);
      return storage::Visit::go_on;
    }
    if (auto act = ledger::parse_roster_act(entry.entry.line)) {
      lists_.push_back({entry.seq, std::move(*act)});
      return storage::Visit::go_on;
    }
    const auto read = ledger::parse_administrative(entry.entry.line);
    if (!read) {
      fault(fmt::format("Entry {} should say whose PIN was set, and cannot be read.", entry.seq));
      return storage::Visit::go_on;
    }
    if (const int expected = next_[read->person]; read->turn != expected)
      fault(fmt::format("Entry {}: the PIN of {} was set {} times before by its count, and {} times in the chain.", entry.seq,
                        whose(read->person), read->turn, expected));
    next_[read->person] = read->turn + 1;
    newest_[read->person] = read->pin;
    tell(entry.seq, *read);
    return storage::Visit::go_on;
  }

  void compare(const std::string& person, const std::string& kept) {
    const auto sealed = newest_.find(person);
    const bool nothing_was_sealed = sealed == newest_.end() && (!person.empty() || kept.empty());
    if (nothing_was_sealed || (sealed != newest_.end() && sealed->second == crypto::sha256(kept).hex())) return;
    fault(fmt::format("The PIN of {} is not the one that was sealed: it was changed beside the program.", whose(person)));
  }

  // The newest attempt was begun under the name that its first line commits to; whoever is in the list is compared there.
  base::Result<void> compare_names(storage::Database& database) {
    for (const auto& [id, commitment] : names_) {
      const auto person = people_.find(id);
      if (person == people_.end() || listed_.contains(id)) continue;
      FH_TRY(text, database.text(commitment));
      if (!text || !text->content || text->content->text != "firsthand-name-1\n" + person->second.name)
        fault(fmt::format("{} is not the name under which the newest attempt of this person was begun: it was changed beside the program.",
                          person->second.name));
    }
    return {};
  }

  void tell_clocks() {
    for (std::string& sentence : clocks_)
      found_.told.push_back(std::move(sentence));
  }

  void tell_sessions() {
    sessions_.tell_open();
    for (std::string& sentence : sessions_.faults)
      fault(std::move(sentence));
    for (std::string& sentence : sessions_.told)
      found_.told.push_back(std::move(sentence));
  }

  base::Result<void> compare_rulings(storage::Database& database, const std::vector<storage::StoredRosterRow>& rows) {
    FH_CHECK(rulings_.compare(database, rows));
    for (std::string& sentence : rulings_.faults)
      fault(std::move(sentence));
    for (std::string& sentence : rulings_.told)
      found_.told.push_back(std::move(sentence));
    return {};
  }

  // Faults and what was done; the list of people stands behind the PINs.
  void compare_roster(const std::vector<storage::StoredRosterRow>& rows) {
    for (const storage::StoredRosterRow& each : rows)
      listed_.insert(each.person);
    for (std::string& sentence : roster_faults(lists_, rows, people_))
      fault(std::move(sentence));
    for (std::string& sentence : told_of_roster(lists_))
      found_.told.push_back(std::move(sentence));
  }

 private:
  // Of a clock that is put right by itself nothing is told.
  void note_time(const storage::StoredEntry& entry) {
    constexpr std::int64_t a_minute = 60'000;
    const std::int64_t back = before_.milliseconds - entry.at.milliseconds;
    if (entry_before_ > 0 && back > a_minute && clocks_.size() < most_faults)
      clocks_.push_back(fmt::format("{} the clock stands {} min before that of the entry before: it was set back (entries {} and {})",
                                    base::iso_utc(entry.at), (back + a_minute / 2) / a_minute, entry_before_, entry.seq));
    before_ = entry.at, entry_before_ = entry.seq;
  }
  // Turns are long and many: they are not read.
  void note_first(std::int64_t seq, const std::string& line) {
    if (line.find("\"k\":\"begin\"") == line.npos && line.find("\"k\":\"branch\"") == line.npos) return;
    const auto json = base::parse_json_line(line, line.size());
    if (json.ok()) sessions_.begun(seq, *json);
    const auto commitment = json.ok() ? crypto::parse_hash(json->at("name").text()) : std::nullopt;
    if (commitment) names_[json->at("who").text()] = *commitment;
  }
  std::string whose(const std::string& person) const {
    if (person.empty()) return "the trainer";
    const auto found = people_.find(person);
    return found == people_.end() || found->second.name.empty() ? "person " + person : found->second.name;
  }
  void tell(std::int64_t seq, const ledger::Administrative& done) {
    if (done.what == act::pin_set) return; // each person's first: no right of the trainer
    const std::string on = base::iso_utc(done.at);
    if (done.what == act::pin_reset)
      found_.told.push_back(fmt::format("{} {} has a new PIN from the trainer (entry {})", on, whose(done.person), seq));
    else if (done.what == act::trainer_pin_set || done.what == act::trainer_pin_changed)
      found_.told.push_back(
          fmt::format("{} the trainer's PIN was {} (entry {})", on, done.what == act::trainer_pin_set ? "set" : "changed", seq));
    else
      found_.told.push_back(fmt::format("{} {}: an act that this version does not know (entry {})", on, done.what, seq));
  }
  void fault(std::string sentence) {
    if (found_.faults.size() < most_faults) found_.faults.push_back(std::move(sentence));
  }

  std::map<std::string, storage::Person> people_;
  std::map<std::string, int> next_;
  std::map<std::string, std::string> newest_;
  std::vector<SealedRosterAct> lists_;
  std::set<std::string> listed_;              // people of whom the list has rows
  std::map<std::string, crypto::Hash> names_; // by person: the commitment of the newest attempt
  base::Moment before_;
  std::int64_t entry_before_ = 0;
  std::vector<std::string> clocks_;
  SessionCheck sessions_;
  RulingCheck rulings_;
  SealedPins& found_;
};

} // namespace

base::Result<SealedPins> sealed_pins(storage::Database& database) {
  FH_TRY(listed, database.people());
  std::map<std::string, storage::Person> people;
  for (storage::Person& each : listed)
    people.emplace(each.id, each);
  SealedPins found;
  PinReader reader(people, found);
  FH_CHECK(database.all_entries([&reader](const storage::StoredEntry& entry) { return reader(entry); }));
  FH_TRY(trainers, database.setting("trainer-pin"));
  reader.compare("", trainers.value_or(""));
  for (const auto& [id, person] : people)
    reader.compare(id, person.pin);
  FH_TRY(rows, database.roster_rows());
  reader.compare_roster(rows);
  FH_CHECK(reader.compare_names(database));
  reader.tell_sessions();
  FH_CHECK(reader.compare_rulings(database, rows));
  reader.tell_clocks();
  return found;
}

} // namespace firsthand::records
