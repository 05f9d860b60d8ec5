// Opening a data folder, naming its workstation, stating the date.
#include "engine/app/data_folder.h"

#include "engine/app/names.h"
#include "engine/platform/paths.h"

namespace firsthand::app {

namespace {

constexpr std::size_t longest_code_line = 4000;

} // namespace

std::string words_of(const StationName& name) {
  std::string words = station_in(name);
  for (const std::string* part : {&name.room, &name.place})
    if (!part->empty()) words += ", " + *part;
  return words;
}

std::string station_in(const StationName& name) { return name.code.empty() ? name.station : name.code + " " + name.station; }

std::string station_code_line(const StationName& name) {
  return base::Json(base::Json::Object{{"code", name.code}, {"station", name.station}}).line();
}

base::Result<storage::Database> DataFolder::open_database(const records::Services& services, const DataFolderOptions& options) {
  storage::Options how;
  how.entropy = services.entropy;
  how.now = services.clock->now();
  how.stamp = records::stamp_of(how.now);
  if (options.adjust) options.adjust(how);
  return storage::Database::open(platform::database_path(options.data), how);
}

base::Result<std::unique_ptr<DataFolder>> DataFolder::open(const records::Services& services, content::ContentLibrary& content_library,
                                                           DataFolderOptions options) {
  std::error_code ignored;
  if (options.must_be_there && !std::filesystem::is_regular_file(platform::database_path(options.data), ignored))
    return base::fail("data-folder-missing",
                      platform::utf8_of(options.data) +
                          " holds no record. Connect the drive where the records were kept, or choose another place.");
  FH_TRY(lock, platform::DataLock::take(options.data));
  FH_TRY(database, open_database(services, options));
  FH_TRY(report, records::start_record(database, options.data, services, options.start));
  auto self = std::make_shared<DataFolder*>(nullptr); // filled below; nothing is appended before
  const auto reopen = [self, options]() { return (*self)->reopen(options); };
  std::unique_ptr<DataFolder> data_folder(
      new DataFolder(services, content_library, records::disk_store(std::move(database), reopen), std::move(options.on_written)));
  *self = data_folder.get();
  data_folder->left_behind_ = lock.left_behind();
  data_folder->lock_ = std::move(lock);
  data_folder->report_ = std::move(report);
  data_folder->memory_ = options.start.memory;
  data_folder->folder_ = options.data;
  return data_folder;
}

// The folder must be there already: making it would begin an empty record where the old one is only away.
base::Result<storage::Database> DataFolder::reopen(const DataFolderOptions& options) {
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
DataFolder::~DataFolder() {
  writer_->finish(); // and stays there meanwhile: what it is doing may use it
  if (memory_.empty()) return;
  if (const auto marker = store_->marker(services_.clock->machine())) (void)records::write_marker(memory_, *marker);
}

base::Result<StationName> DataFolder::station() {
  FH_TRY(workstation, store_->workstation());
  FH_TRY(kept, store_->setting(station_code_key));
  StationName name{workstation.station, workstation.room, workstation.place};
  const auto json = base::parse_json_line(kept.value_or("{}"), longest_code_line, 2);
  if (json.ok() && json->at("station").text() == name.station) name.code = json->at("code").text();
  return name;
}

base::Result<StationRegister> DataFolder::stations() {
  FH_TRY(kept, store_->setting(stations_key));
  return StationRegister::read(kept.value_or("{}"));
}

base::Result<void> DataFolder::take_stations(const StationRegister& all) { return store_->set_setting(stations_key, all.line()); }

base::Result<StationName> station_called(const StationName& typed, const StationRegister& known) {
  const auto station = read_name(typed.station), room = read_name_or_nothing(typed.room), place = read_name_or_nothing(typed.place);
  for (const auto* each : {&station, &room, &place})
    if (!each->ok())
      return base::fail("station-name",
                        "A station has a name. Station, room and number have at most 80 letters each. " + each->error().message);
  StationName name{station->shown, room->shown, place->shown};
  if (const StationEntry* one = known.called(name.station)) name.station = one->name, name.code = one->code;
  return name;
}

base::Result<StationName> seal_master(storage::Database& database, const StationName& typed, base::Moment now) {
  FH_TRY(kept, database.setting(stations_key));
  StationName name = typed;
  if (typed.named()) {
    FH_TRY(meant, station_called(typed, StationRegister::read(kept.value_or("{}"))));
    name = std::move(meant);
  }
  storage::Workstation master;
  master.station = name.station, master.room = name.room;
  FH_CHECK(database.seal_as_master(master, now));
  FH_CHECK(database.set_setting(station_code_key, station_code_line(name))); // copied along, and holds for a station of this name only
  return name;
}

base::Result<void> DataFolder::enrol(const StationName& typed) {
  FH_TRY(known, stations());
  FH_TRY(name, station_called(typed, known));
  FH_TRY(before, store_->workstation());
  FH_CHECK(store_->set_setting(station_code_key, station_code_line(name))); // holds for a station of this name only
  if (before.station == name.station && before.room == name.room && before.place == name.place) return {}; // it is that computer already
  storage::Workstation wanted;
  wanted.origin = "enrolled";
  wanted.station = name.station, wanted.room = name.room, wanted.place = name.place;
  wanted.fingerprint = before.fingerprint;
  FH_CHECK(store_->begin_workstation(wanted, services_.clock->now()));
  const base::Json::Object detail{{"before", before.id}, {"station", name.station}, {"room", name.room}, {"place", name.place}};
  return store_->note_incident("enrolled", base::Json(detail).line(), services_.clock->machine());
}

base::Result<void> DataFolder::note_clock(base::Moment stated, const std::string& by) {
  const auto doubt = records::clock_doubt(stated, services_.released, {});
  if (doubt) return base::fail("date-doubted", "That date cannot be right either. Look at the year.");
  const base::Moment machine = services_.clock->machine();
  const base::Json::Object detail{{"by", by}, {"machine", machine.milliseconds}, {"stated", stated.milliseconds}};
  return store_->note_incident("clock-stated", base::Json(detail).line(), machine);
}

void DataFolder::believe_clock(base::Moment stated) { services_.clock->state(stated); }

base::Result<void> DataFolder::state_clock(base::Moment stated, const std::string& by) {
  FH_CHECK(note_clock(stated, by));
  believe_clock(stated);
  return {};
}

base::Result<void> DataFolder::leave_clock_in_doubt() {
  const base::Moment machine = services_.clock->machine();
  return store_->note_incident("clock-doubted", base::Json(base::Json::Object{{"machine", machine.milliseconds}}).line(), machine);
}

} // namespace firsthand::app
