// Opening a data folder, naming its workstation, stating the date.
#include "engine/app/desk.h"

#include "engine/app/names.h"
#include "engine/platform/paths.h"

namespace firsthand::app {

std::string words_of(const StationName& name) {
  std::string words = name.station;
  for (const std::string* part : {&name.room, &name.place})
    if (!part->empty()) words += ", " + *part;
  return words;
}

base::Result<storage::Database> Desk::open_database(const records::Services& services, const DeskOptions& options) {
  storage::Options how;
  how.entropy = services.entropy;
  how.now = services.clock->now();
  how.stamp = records::stamp_of(how.now);
  if (options.adjust) options.adjust(how);
  return storage::Database::open(platform::database_path(options.data), how);
}

base::Result<std::unique_ptr<Desk>> Desk::open(const records::Services& services, content::Shelf& shelf, DeskOptions options) {
  std::error_code ignored;
  if (options.must_be_there && !std::filesystem::is_regular_file(platform::database_path(options.data), ignored))
    return base::fail("data-folder-missing",
                      platform::utf8_of(options.data) +
                          " holds no record. Connect the drive where the records were kept, or choose another place.");
  FH_TRY(lock, platform::DataLock::take(options.data));
  FH_TRY(database, open_database(services, options));
  FH_TRY(report, records::start_record(database, options.data, services, options.start));
  auto self = std::make_shared<Desk*>(nullptr); // filled below; nothing is appended before
  const auto reopen = [self, options]() { return (*self)->reopen(options); };
  std::unique_ptr<Desk> desk(new Desk(services, shelf, records::disk_store(std::move(database), reopen), std::move(options.on_written)));
  *self = desk.get();
  desk->left_behind_ = lock.left_behind();
  desk->lock_ = std::move(lock);
  desk->report_ = std::move(report);
  desk->memory_ = options.start.memory;
  return desk;
}

// The folder must be there already: making it would begin an empty record where the old one is only away.
base::Result<storage::Database> Desk::reopen(const DeskOptions& options) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(platform::database_path(options.data), ignored))
    return base::fail("data-folder-gone",
                      platform::utf8_of(options.data) + " is not there. Nothing was saved. Connect its drive again and try again.");
  lock_.reset(); // of the file that was there before
  FH_TRY(lock, platform::DataLock::take(options.data));
  lock_ = std::move(lock);
  return open_database(services_, options);
}

// What another place should know of this record, as it was when it was closed.
Desk::~Desk() {
  writer_->finish(); // and stays there meanwhile: what it is doing may use it
  if (memory_.empty()) return;
  if (const auto witness = store_->witness(services_.clock->machine())) (void)records::write_witness(memory_, *witness);
}

base::Result<StationName> Desk::station() {
  FH_TRY(workstation, store_->workstation());
  return StationName{workstation.station, workstation.room, workstation.place};
}

base::Result<void> Desk::enrol(const StationName& typed) {
  const auto station = read_name(typed.station), room = read_name_or_nothing(typed.room), place = read_name_or_nothing(typed.place);
  for (const auto* each : {&station, &room, &place})
    if (!each->ok())
      return base::fail("station-name",
                        "A station has a name. Station, room and number have at most 80 letters each. " + each->error().message);
  const StationName name{station->shown, room->shown, place->shown};
  FH_TRY(before, store_->workstation());
  if (before.station == name.station && before.room == name.room && before.place == name.place) return {}; // it is that computer already
  storage::Workstation wanted;
  wanted.origin = "enrolled";
  wanted.station = name.station, wanted.room = name.room, wanted.place = name.place;
  wanted.marks = before.marks;
  FH_CHECK(store_->begin_workstation(wanted, services_.clock->now()));
  const base::Json::Object detail{{"before", before.id}, {"station", name.station}, {"room", name.room}, {"place", name.place}};
  return store_->note_incident("enrolled", base::Json(detail).line(), services_.clock->machine());
}

base::Result<void> Desk::note_clock(base::Moment stated, const std::string& by) {
  const auto doubt = records::clock_doubt(stated, services_.released, {});
  if (doubt) return base::fail("date-doubted", "That date cannot be right either. Look at the year.");
  const base::Moment machine = services_.clock->machine();
  const base::Json::Object detail{{"by", by}, {"machine", machine.milliseconds}, {"stated", stated.milliseconds}};
  return store_->note_incident("clock-stated", base::Json(detail).line(), machine);
}

void Desk::believe_clock(base::Moment stated) { services_.clock->state(stated); }

base::Result<void> Desk::state_clock(base::Moment stated, const std::string& by) {
  FH_CHECK(note_clock(stated, by));
  believe_clock(stated);
  return {};
}

base::Result<void> Desk::leave_clock_in_doubt() {
  const base::Moment machine = services_.clock->machine();
  return store_->note_incident("clock-doubted", base::Json(base::Json::Object{{"machine", machine.milliseconds}}).line(), machine);
}

} // namespace firsthand::app
