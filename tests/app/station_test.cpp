// The workstation: its name and key, copies on other machines, records put back, clocks, and drives that are pulled.
#include "engine/platform/paths.h"
#include "engine/records/clock_doubt.h"
#include "engine/records/machine.h"
#include "engine/records/places.h"
#include "engine/records/publish.h"
#include "tests/app/fixture.h"

namespace app_tests {

namespace {

constexpr std::int64_t day = 86'400'000;

// A data folder whose starts are remembered in a second place, on a machine that can be another one.
struct Station : Office {
  Folder memory;
  std::string machine = "desk-1";
  records::RolledBackRecord rolled_back = records::RolledBackRecord::refuse;

  app::DataFolderOptions options() {
    app::DataFolderOptions wanted{data.path, on_written, adjust};
    wanted.start = {memory.path, {}, rolled_back, machine};
    return wanted;
  }
  app::DataFolder& start() {
    data_folder.reset();
    data_folder = taken(app::DataFolder::open(services, *content_library, options()));
    return *data_folder;
  }
  std::string error_on_start() {
    data_folder.reset();
    return error_of(app::DataFolder::open(services, *content_library, options()));
  }
  // One more entry.
  void train() {
    auto session = begin();
    REQUIRE(submit(*session, "do first open right").kind == app::Submitted::Kind::adopted);
  }
  void copy_record(const fs::path& to) {
    fs::remove_all(to);
    fs::copy(data.path, to, fs::copy_options::recursive);
  }
  void put_back(const fs::path& from) {
    fs::remove_all(data.path);
    fs::copy(from, data.path, fs::copy_options::recursive);
  }
  storage::Database look() { return look(data.path); }
  storage::Database look(const fs::path& folder) {
    storage::Options how;
    how.mode = storage::OpenMode::read_only;
    return taken(storage::Database::open(folder / "firsthand.db", how));
  }
  // Exports the record of `data` (this one's, or a copy's) into a folder.
  std::string error_on_export(const fs::path& to, const fs::path& from = {}) {
    auto database = look(from.empty() ? data.path : from);
    const auto records = taken(firsthand::report::read_records(database));
    return error_of(records::publish(records, firsthand::report::completion_table(records, {}), to, {"test", {0}}));
  }
  std::vector<std::string> incidents() {
    data_folder.reset();
    auto database = look();
    std::vector<std::string> kinds;
    for (const storage::Incident& each : taken(database.incidents()))
      kinds.push_back(each.kind);
    return kinds;
  }
};

base::Moment moment(const char* text) { return *base::parse_iso_utc(text); }

} // namespace

TEST_CASE("app: naming the workstation mints a key, and every attempt pins which one it was made on") {
  Station station;
  station.start();
  CHECK_FALSE(taken(station.data_folder->station()).named());
  const auto before = taken(station.data_folder->store().workstation());
  station.train();
  done(station.data_folder->enrol({"สถานีภูเก็ต 2", "Room 3", "12"}));
  const auto after = taken(station.data_folder->store().workstation());
  CHECK(after.id != before.id);
  CHECK(after.key != before.key);
  CHECK(after.after_entry == 2);
  CHECK(station.begin()->pins().workstation == after.id);
  station.start();
  CHECK(taken(station.data_folder->station()).place == "12");
  CHECK(taken(station.data_folder->store().workstation()).key == after.key);
  CHECK(taken(station.data_folder->resume(taken(station.data_folder->attempts("")).back().id))->pins().workstation == before.id);
  CHECK(error_of(station.data_folder->enrol({"", "Room 3", "12"})) == "station-name");
  CHECK(error_of(station.data_folder->enrol({std::string(81, 'x'), "", ""})) == "station-name");
  done(station.data_folder->enrol({" สถานีภูเก็ต 2", "Room 3 ", "12"})); // saved once more: it is the same computer
  CHECK(taken(station.data_folder->store().workstation()).key == after.key);
  CHECK(station.incidents() == std::vector<std::string>{"enrolled"});
}

TEST_CASE("app: a copy on another machine gets a key of its own, and what was recorded before stays readable") {
  Station station;
  station.start();
  done(station.data_folder->enrol({"Phuket 2", "Room 3", "12"}));
  station.train();
  const auto original = taken(station.data_folder->store().workstation());
  station.start();
  CHECK_FALSE(station.data_folder->report().cloned);
  station.machine = "desk-2";
  station.start();
  CHECK(station.data_folder->report().cloned);
  const auto clone = taken(station.data_folder->store().workstation());
  CHECK(clone.id != original.id);
  CHECK(clone.key != original.key);
  CHECK(clone.station == "Phuket 2");
  CHECK(clone.place == ""); // the number was the other one's
  const auto attempts = taken(station.data_folder->attempts(""));
  REQUIRE(attempts.size() == 1);
  CHECK(taken(station.data_folder->resume(attempts[0].id))->turn() == 1);
  CHECK(station.begin()->pins().workstation == clone.id);
  station.start();
  CHECK_FALSE(station.data_folder->report().cloned); // once
  CHECK(station.incidents() == std::vector<std::string>{"enrolled", "cloned"});
}

TEST_CASE("app: copies on two machines that share a profile or a stick do not take each other for an earlier copy") {
  Station one;
  Folder second, stick;
  one.start();
  done(one.data_folder->enrol({"Phuket 2", "", "1"}));
  one.data_folder.reset();
  one.copy_record(second.path); // the image
  for (int i = 0; i < 3; ++i) {
    one.start();
    one.train();
    one.data_folder.reset();
  }
  CHECK(one.error_on_export(stick.path / "results") == "");
  app::DataFolderOptions other = one.options();
  other.data = second.path;
  other.start.machine = "desk-2";
  other.start.drives = {stick.path};
  for (int i = 0; i < 2; ++i) {
    const auto data_folder = app::DataFolder::open(one.services, *one.content_library, other);
    REQUIRE_MESSAGE(data_folder.ok(), (data_folder.ok() ? std::string() : data_folder.error().message));
    CHECK((*data_folder)->report().cloned == (i == 0));
  }
  CHECK(one.error_on_export(stick.path / "results", second.path) == ""); // under its own name: nothing is in its way
  one.start();                                                           // and the first still knows where it was
  CHECK_FALSE(one.data_folder->report().rolled_back);
  one.data_folder.reset();
  one.put_back(second.path);
  one.machine = "desk-1";
  CHECK(one.error_on_start() == "record-rolled-back");
}

TEST_CASE("app: the strongest part that both know tells two machines apart") {
  const platform::Drive disk, stick{platform::DriveKind::removable, "4f2a"}, share{platform::DriveKind::network, ""};
  const auto line = [](const platform::Drive& drive, const platform::MachineFingerprint& fingerprint) {
    return records::fingerprint_line(drive, fingerprint, "salt");
  };
  const std::string full = line(disk, {"board", {"aa", "bb"}, "image"});
  CHECK(records::same_machine(full, full) == records::SameMachine::same);
  CHECK(records::same_machine(full, line(disk, {"board", {"cc"}, "new system"})) == records::SameMachine::same);
  CHECK(records::same_machine(full, line(disk, {"other", {"aa"}, "image"})) == records::SameMachine::other);
  CHECK(records::same_machine(full, line(disk, {"", {"bb", "cc"}, "x"})) == records::SameMachine::same); // one card was added
  CHECK(records::same_machine(full, line(disk, {"", {"cc"}, "image"})) ==
        records::SameMachine::other); // an image carries its system's id along
  CHECK(records::same_machine(line(disk, {"", {}, "image"}), line(disk, {"", {}, "image"})) == records::SameMachine::same);
  CHECK(records::same_machine(full, line(disk, {"", {}, ""})) == records::SameMachine::unknown);
  // A stick is itself, wherever it is plugged in; copied to another stick or to a disk it is a copy.
  CHECK(records::same_machine(line(stick, {"board", {}, ""}), line(stick, {"other", {}, ""})) == records::SameMachine::same);
  CHECK(records::same_machine(line(stick, {}), line({platform::DriveKind::removable, "77"}, {})) == records::SameMachine::other);
  CHECK(records::same_machine(line(stick, {}), full) == records::SameMachine::other);
  CHECK(line(share, {"board", {"aa"}, "image"}) == "");
  CHECK(full.find("board") == std::string::npos); // hashed
  CHECK(records::fingerprint_line(disk, {"board", {}, ""}, "salt") != records::fingerprint_line(disk, {"board", {}, ""}, "another record"));
}

TEST_CASE("app: a record that was put back is told before training starts, and nothing is changed until somebody decides") {
  Station station;
  Folder copy;
  station.start();
  station.train();
  station.data_folder.reset();
  station.copy_record(copy.path);
  station.start();
  station.train();
  station.data_folder.reset();
  station.put_back(copy.path); // as a disk does that forgets at each restart
  CHECK(station.error_on_start() == "record-rolled-back");
  CHECK(station.error_on_start() == "record-rolled-back"); // and again
  const auto refused = app::DataFolder::open(station.services, *station.content_library, station.options());
  CHECK(refused.error().message.find("had 4 entries. Now it has 2") != std::string::npos);
  station.rolled_back = records::RolledBackRecord::accept;
  CHECK(station.start().report().rolled_back);
  station.rolled_back = records::RolledBackRecord::refuse;
  CHECK_FALSE(station.start().report().rolled_back);
  CHECK(station.incidents() == std::vector<std::string>{"rolled-back"});
}

TEST_CASE("app: starts alone betray a record that was put back before anybody trained") {
  Station station;
  Folder copy;
  station.start();
  station.data_folder.reset();
  station.copy_record(copy.path);
  station.start();
  station.data_folder.reset();
  station.put_back(copy.path);
  CHECK(station.error_on_start() == "record-rolled-back");
}

TEST_CASE("app: a record that was put back and then used longer is told by its other head") {
  Station station;
  Folder copy;
  station.start();
  station.data_folder.reset();
  station.copy_record(copy.path);
  station.start();
  station.train();
  station.data_folder.reset();
  station.put_back(copy.path);
  {
    Folder nowhere; // meanwhile used where nobody remembers
    app::DataFolderOptions elsewhere = station.options();
    elsewhere.start.memory = nowhere.path;
    for (int i = 0; i < 3; ++i) {
      station.data_folder = taken(app::DataFolder::open(station.services, *station.content_library, elsewhere));
      station.train();
      station.data_folder.reset();
    }
  }
  CHECK(station.error_on_start() == "record-rolled-back");
}

TEST_CASE("app: what an export left on a stick tells where the disk forgets everything") {
  Station station;
  Folder stick, copy, memory_then;
  station.start();
  station.train();
  station.data_folder.reset();
  station.copy_record(copy.path);
  fs::copy(station.memory.path, memory_then.path, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  station.start();
  station.train();
  station.data_folder.reset();
  CHECK(station.error_on_export(stick.path / "from desk 1") == "");
  // The disk is as it was this morning, memory and all.
  station.put_back(copy.path);
  fs::copy(memory_then.path, station.memory.path, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  CHECK(station.error_on_start() == "");
  station.data_folder.reset();
  app::DataFolderOptions with_stick = station.options();
  with_stick.start.drives = {stick.path};
  CHECK(error_of(app::DataFolder::open(station.services, *station.content_library, with_stick)) == "record-rolled-back");
  // Nor does an older record write over what a newer one exported.
  CHECK(station.error_on_export(stick.path / "from desk 1") == "export-older");
  CHECK(station.error_on_export(stick.path / "again") == "");
}

TEST_CASE("app: an export tells also across a new name, and is settled once an earlier copy was accepted") {
  Station station;
  Folder stick, before;
  station.start();
  station.train();
  station.data_folder.reset();
  station.copy_record(before.path);
  station.start();
  done(station.data_folder->enrol({"Phuket 2", "", "1"}));
  station.train();
  station.data_folder.reset();
  CHECK(station.error_on_export(stick.path / "firsthand" / "results") == "");
  station.put_back(before.path);
  fs::remove(station.memory.path / "firsthand-seen.txt"); // restored with the disk
  app::DataFolderOptions with_stick = station.options();
  with_stick.start.drives = {stick.path};
  CHECK(error_of(app::DataFolder::open(station.services, *station.content_library, with_stick)) == "record-rolled-back");
  with_stick.start.rolled_back = records::RolledBackRecord::accept;
  CHECK(error_of(app::DataFolder::open(station.services, *station.content_library, with_stick)) == "");
  with_stick.start.rolled_back = records::RolledBackRecord::refuse;
  CHECK(error_of(app::DataFolder::open(station.services, *station.content_library, with_stick)) == "");
}

TEST_CASE("app: a record that cannot be taken along leaves the choice as it was") {
  Folder program, own, memory, from, to;
  const records::Surroundings around{program.path, own.path, memory.path, {}};
  program.write("firsthand.portable", "data\n");
  fs::create_directories(to.path / "firsthand.db.part"); // where the copy would be made
  fs::create_directories(to.path / "firsthand.db.part" / "x");
  Office office;
  office.open();
  office.data_folder.reset();
  CHECK_FALSE(records::move_to_place(office.data.path, to.path, around).ok());
  CHECK(records::data_folder(around) == program.path / "data");
  fs::remove_all(to.path / "firsthand.db.part");
  CHECK(taken(records::move_to_place(office.data.path, to.path, around)) == records::Carried::copy);
  CHECK(records::data_folder(around).lexically_normal() == to.path);
  CHECK(taken(records::move_to_place(from.path, to.path, around)) == records::Carried::nothing); // its own stays
}

TEST_CASE("app: a place that was chosen and holds no record is told, and no empty one is begun there") {
  Station station;
  app::DataFolderOptions options = station.options();
  options.must_be_there = true;
  CHECK(error_of(app::DataFolder::open(station.services, *station.content_library, options)) == "data-folder-missing");
  CHECK_FALSE(fs::exists(station.data.path / "firsthand.db"));
}

TEST_CASE("app: a rollback marker that is damaged, hostile or of another record says nothing") {
  Folder folder;
  CHECK(records::read_markers(folder.path, "c").empty());
  folder.write("firsthand-seen.txt", std::string(200'000, '{') + "\n{\"chain\":\"c\"}\nnonsense\n");
  CHECK(records::read_markers(folder.path, "c").empty());
  folder.write("x/manifest.json", "[[[[{\"format\":1}");
  folder.write("y/manifest.json", "{\"format\":\"firsthand-export-1\",\"chain\":\"c\",\"head\":7,\"entries\":\"many\",\"made\":\"x\"}");
  CHECK(records::markers_of_exports(folder.path, "c").empty());
  for (int i = 0; i < 70; ++i)
    done(records::write_marker(folder.path, {"chain-" + std::to_string(i), i, i, {}, {i}}));
  CHECK(records::read_markers(folder.path, "chain-69").at(0).seq == 69);
  CHECK(records::read_markers(folder.path, "chain-6").at(0).starts == 6);
  CHECK(records::read_markers(folder.path, "chain-5").empty()); // the oldest are let go
}

TEST_CASE("app: a pulled drive is told, keeps what was acknowledged, and training goes on when it is back") {
  Station station;
  station.start();
  auto session = station.begin();
  REQUIRE(submit(*session, "do first open right").kind == app::Submitted::Kind::adopted);
  const fs::path away = station.data.path.string() + "-away";
  fs::rename(station.data.path, away);
  const auto lost = submit(*session, "go on");
  CHECK(lost.kind == app::Submitted::Kind::not_saved);
  CHECK(lost.code == "data-folder-gone");
  CHECK(session->turn() == 1); // nothing changed
  CHECK(submit(*session, "go on").code == "data-folder-gone");
  fs::rename(away, station.data.path);
  CHECK(submit(*session, "go on").kind == app::Submitted::Kind::adopted);
  CHECK(submit(*session, "do second open left").kind == app::Submitted::Kind::adopted);
  const std::string id = session->id();
  session.reset();
  station.start();
  CHECK(taken(station.data_folder->resume(id))->turn() == 3);
}

TEST_CASE("app: while the drive is away nothing is written anywhere, and a copy in its place is written as itself") {
  Station station;
  Folder copy;
  station.start();
  station.train();
  const fs::path away = station.data.path.string() + "-away";
  fs::rename(station.data.path, away);
  CHECK(error_of(station.data_folder->add_person("Anna", "")) == "data-folder-gone");
  CHECK(error_of(station.data_folder->people()) == "data-folder-gone");
  CHECK(error_of(station.data_folder->begin("hall", {})) == "data-folder-gone");
  fs::copy(away, station.data.path, fs::copy_options::recursive); // other files of the same content
  taken(station.data_folder->add_person("Anna", ""));
  const std::string id = station.begin()->id();
  station.start();
  CHECK(taken(station.data_folder->people()).size() == 1);
  CHECK(taken(station.data_folder->resume(id))->turn() == 0); // with its content
  fs::remove_all(away);
}

TEST_CASE("app: an older copy in the place of the pulled record is refused also where nothing was played yet") {
  Station station;
  Folder older;
  station.start();
  station.data_folder.reset();
  station.copy_record(older.path);
  station.start();
  station.train();
  station.start(); // a new program: nothing was appended by it
  const fs::path away = station.data.path.string() + "-away";
  fs::rename(station.data.path, away);
  CHECK(error_of(station.data_folder->people()) == "data-folder-gone");
  fs::copy(older.path, station.data.path, fs::copy_options::recursive);
  CHECK(error_of(station.data_folder->add_person("Anna", "")) == "record-changed");
  fs::remove_all(away);
}

TEST_CASE("app: another record in the place of the pulled one is not written to") {
  Station station;
  Folder copy;
  station.start();
  auto session = station.begin();
  station.data_folder->store(); // one entry is acknowledged
  fs::copy(station.data.path, copy.path, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  REQUIRE(submit(*session, "do first open right").kind == app::Submitted::Kind::adopted);
  const fs::path away = station.data.path.string() + "-away";
  fs::rename(station.data.path, away);
  CHECK(submit(*session, "go on").code == "data-folder-gone");
  fs::copy(copy.path, station.data.path, fs::copy_options::recursive); // yesterday's stick
  CHECK(submit(*session, "go on").code == "record-changed");
  fs::remove_all(station.data.path);
  fs::rename(away, station.data.path);
  CHECK(submit(*session, "go on").kind == app::Submitted::Kind::adopted);
}

TEST_CASE("app: an impossible clock is doubted, and the Buddhist year is recognised") {
  const base::Moment released = moment("2026-11-01T00:00:00.000Z");
  const auto fault = [&](const char* says, base::Moment newest = {}) {
    const auto doubt = records::clock_doubt(moment(says), released, newest);
    return doubt ? static_cast<int>(doubt->fault) : -1;
  };
  CHECK(fault("2026-11-24T10:00:00.000Z") == -1);
  CHECK(fault("2026-10-31T20:00:00.000Z") == -1); // another time zone
  CHECK(fault("2002-01-01T00:00:00.000Z") == static_cast<int>(records::ClockFault::before_program));
  CHECK(fault("2569-11-24T10:00:00.000Z") == static_cast<int>(records::ClockFault::other_calendar));
  CHECK(fault("2060-01-01T00:00:00.000Z") == static_cast<int>(records::ClockFault::far_ahead));
  CHECK(fault("2026-11-24T10:00:00.000Z", moment("2026-12-02T10:00:00.000Z")) == static_cast<int>(records::ClockFault::before_record));
  CHECK(fault("2026-11-24T10:00:00.000Z", moment("2569-12-02T10:00:00.000Z")) == -1); // that entry's clock was wrong, not this one
  const auto doubt = records::clock_doubt(moment("2569-11-24T10:00:00.000Z"), released, {});
  REQUIRE(doubt);
  REQUIRE(doubt->likely);
  CHECK(base::iso_utc(*doubt->likely) == "2026-11-24T10:00:00.000Z");
  CHECK(base::iso_utc(*records::from_buddhist_year(moment("2568-02-29T10:00:00.000Z"))) == "2025-02-28T10:00:00.000Z");
}

TEST_CASE("app: what a person says of the date is recorded beside the machine's own clock") {
  Station station;
  station.services.released = moment("2026-11-01T00:00:00.000Z");
  station.clock.set(moment("2002-01-01T00:00:10.000Z"));
  station.start();
  REQUIRE(station.data_folder->report().clock);
  CHECK(error_of(station.data_folder->state_clock(moment("1926-11-24T09:00:00.000Z"), "Insp. Somchai")) == "date-doubted");
  done(station.data_folder->state_clock(moment("2026-11-24T09:00:00.000Z"), "Insp. Somchai"));
  station.train();
  const std::string id = taken(station.data_folder->attempts("")).front().id;
  CHECK(base::iso_utc(taken(station.data_folder->attempts("")).front().started).substr(0, 10) == "2026-11-24");
  for (const storage::StoredEntry& entry : taken(station.data_folder->store().entries_of(id))) {
    const auto line = taken(base::parse_json_line(entry.entry.line));
    CHECK(base::iso_utc({line.at("at").number()}).substr(0, 10) == "2026-11-24");
    CHECK(base::iso_utc({line.at("clock").number()}).substr(0, 10) == "2002-01-01");
  }
  CHECK(taken(station.data_folder->resume(id))->turn() == 1);
  CHECK(station.incidents() == std::vector<std::string>{"clock-stated"});
  station.clock.state(std::nullopt); // the next start
  station.start();
  REQUIRE(station.data_folder->report().clock);
  done(station.data_folder->leave_clock_in_doubt());
  station.train(); // does not stop training
  CHECK(station.incidents() == std::vector<std::string>{"clock-stated", "clock-doubted"});
}

TEST_CASE("app: firsthand.portable keeps the records with the program, or where its first line says") {
  Folder stick, own, memory;
  records::Surroundings around{stick.path, own.path, memory.path, {}};
  CHECK(records::data_folder(around) == own.path);
  stick.write("firsthand.portable", "");
  CHECK(records::data_folder(around) == stick.path / "data");
  around.program.clear(); // a program that does not know where it lies
  CHECK(records::data_folder(around) == own.path);
  around.program = stick.path;
  stick.write("firsthand.portable", "\xEF\xBB\xBFงาน 1 \r\nsecond line\n"); // as a text editor on Windows saves it
  CHECK(records::data_folder(around) == stick.path / platform::path_from("งาน 1"));
  stick.write("firsthand.portable", platform::utf8_of(own.path));
  CHECK(records::data_folder(around) == own.path);
}

TEST_CASE("app: a place that was chosen is remembered, with the program or in a second place") {
  Folder program, own, memory, other;
  records::Surroundings around{program.path, own.path, memory.path, {}};
  done(records::choose_place(other.path / "records", around));
  CHECK(records::data_folder(around) == other.path / "records");
  CHECK(fs::is_directory(other.path / "records"));
  // With the program, as seen from it: another drive letter changes nothing.
  Folder stick;
  stick.write("program/firsthand.portable", "");
  around.program = stick.path / "program";
  fs::remove(memory.path / "records-are-in.txt");
  done(records::choose_place(stick.path / "records", around));
  CHECK(records::data_folder(around).lexically_normal() == stick.path / "records");
  fs::rename(stick.path / "program", other.path / "program");
  fs::create_directories(other.path / "records");
  around.program = other.path / "program";
  CHECK(records::data_folder(around).lexically_normal() == other.path / "records");
  CHECK(error_of(records::choose_place("/proc/firsthand", around)) == "place-not-writable");
}

TEST_CASE("app: places are offered that can be written and are not the one that failed") {
  Folder own, stick;
  stick.write("Firsthand/firsthand.db", "x");
  const records::Surroundings around{{}, own.path, {}, {stick.path, "/proc"}};
  const auto places = records::places_instead_of(own.path / "elsewhere", around);
  REQUIRE(places.size() == 2);
  CHECK(places[0].folder == stick.path / "Firsthand");
  CHECK(places[0].has_record);
  CHECK(places[0].on_stick);
  CHECK(places[1].folder == own.path);
  CHECK(records::places_instead_of(own.path, around).size() == 1);
}

} // namespace app_tests
