// Records are written in the background: the frames' own thread changes nothing on the disk, from the first name to the debrief, and what
// is pressed meanwhile is neither lost nor done twice.
#include "engine/screens/pages.h"
#include "modules/catalogue.h"
#include "modules/views.h"
#include "tests/screens/play_stage.h"
#include "tests/screens/write_probe.h"
#include "tests/storage/failing_vfs.h"

#include <fmt/format.h>

#include <fstream>
#include <thread>

using namespace firsthand;
using screens::PageName;

namespace {

struct BackgroundBench {
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / fmt::format("firsthand-aside-{}", static_cast<long>(platform::process_id()));
  std::filesystem::path elsewhere = folder.string() + "-elsewhere";
  records::FixedClock clock{{1'795'000'000'000}, 10, 420};
  crypto::SeededEntropy entropy{"aside"};
  screens::TreeFiles files;
  content::ContentLibrary content_library{files, screens::all_modules()};
  records::Services services{&clock, &entropy, crypto::minimal_pin_cost, &screens::all_modules(), "test"};
  storage_tests::FailingVfs disk;
  std::int64_t now_ms = 1000;
  std::unique_ptr<screens::Shell> shell;

  BackgroundBench() {
    std::filesystem::remove_all(folder);
    std::filesystem::remove_all(elsewhere);
    disk.fail_at(0, 0); // counts from here
    disk.watch();
    open();
  }
  void open() {
    screens::ShellOptions options{services, content_library, modules::make_views(), app::DataFolderOptions{}};
    options.data_folder->data = folder;
    options.data_folder->adjust = [this](storage::Options& how) { how.vfs = disk.name(); };
    options.writing = screens::ShellOptions::Writing::in_background;
    options.set_aside = [this]() -> base::Result<std::string> {
      FH_TRY(moved, storage::set_aside(platform::database_path(folder), "test"));
      return moved.filename().string();
    };
    options.places = [this] { return records::places_instead_of(folder, {{}, elsewhere, {}, {}}); };
    options.choose_place = [this](const std::filesystem::path& to) { return records::move_to_place(folder, to, {{}, elsewhere, {}, {}}); };
    shell = std::make_unique<screens::Shell>(std::move(options));
    wait();
  }
  ~BackgroundBench() {
    shell.reset();
    std::filesystem::remove_all(folder);
    std::filesystem::remove_all(elsewhere);
  }
  void wait() { // as frames would, until all is written
    const auto working = [this] { return shell->busy() || shell->playing().pending(); };
    for (int i = 0; i < 20'000 && working(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      shell->tick(++now_ms);
    }
    REQUIRE(!working());
  }
  void add(const char* name) {
    screens::sign_in(*shell).memory.new_name = name;
    screens::sign_in(*shell).memory.new_pin = screens::sign_in(*shell).memory.new_pin_again = "1234";
    screens::sign_in(*shell).create();
  }
  void home() {
    add("Dara");
    wait();
    shell->playing().leave(); // the warm-up
    wait();
    REQUIRE(shell->page() == PageName::home);
  }
  void larger_text() {
    app::Settings wanted = shell->settings();
    wanted.text_percent = 150;
    shell->change_settings(wanted);
  }
};

std::string kinds_of(const app::AttemptSession& session) {
  std::string kinds;
  for (const app::Turn& turn : session.turns())
    kinds += turn.kind + " ";
  return kinds;
}

} // namespace

TEST_CASE("background: the thread of the frames changes nothing on the disk") {
  BackgroundBench b;
  b.home();
  screens::home(*b.shell).open_lesson("one-phone");
  b.wait();
  REQUIRE(b.shell->page() == PageName::play);
  b.shell->playing().go_on(b.shell->playing().drawn_now());
  b.wait();
  b.larger_text(); // belongs into the record before the next turn
  b.shell->playing().go_on(b.shell->playing().drawn_now());
  b.wait();
  CHECK(kinds_of(*b.shell->playing().played().session).starts_with("begin turn sitting "));
  const std::string attempt = b.shell->playing().played().session->id();
  b.shell->playing().leave();
  b.wait();
  screens::home(*b.shell).open_attempt(attempt);
  b.wait();
  CHECK(b.shell->page() == PageName::play);
  b.shell->switch_person();
  b.wait();
  screens::sign_in(*b.shell).pick(screens::sign_in(*b.shell).people().at(0).id);
  screens::sign_in(*b.shell).memory.pin = "4321";
  screens::sign_in(*b.shell).sign_in();
  b.wait();
  CHECK(screens::sign_in(*b.shell).memory.problem != "");
  CHECK(b.disk.watched() == 0);
  CHECK(b.disk.operations() > 20); // or nothing was counted
}

TEST_CASE("background: until it is written the old screen stays, and a second press does nothing") {
  BackgroundBench b;
  b.add("Dara");
  CHECK(b.shell->busy());
  CHECK(b.shell->page() == PageName::sign_in);
  b.add("Dara"); // would be told that the name is taken
  b.wait();
  CHECK(b.shell->page() == PageName::play); // the warm-up
  CHECK(screens::sign_in(*b.shell).people().size() == 1);
  CHECK(screens::sign_in(*b.shell).memory.problem == "");
}

TEST_CASE("background: what could not be written is told afterwards") {
  BackgroundBench b;
  b.home();
  b.disk.fail_at(1, SQLITE_IOERR, storage_tests::Lasting::from_then_on);
  b.larger_text();
  screens::home(*b.shell).open_lesson("one-phone");
  b.wait();
  CHECK(b.shell->page() == PageName::home);
  CHECK(b.shell->problem != "");
  b.disk.heal();
  screens::home(*b.shell).open_lesson("one-phone");
  b.wait();
  CHECK(b.shell->page() == PageName::play);
  CHECK(b.shell->problem == "");
}

TEST_CASE("background: closed in the middle, what was begun is written") {
  BackgroundBench b;
  b.add("Dara");
  b.shell.reset();
  storage::Options how;
  how.entropy = &b.entropy;
  auto database = storage::Database::open(platform::database_path(b.folder), how);
  REQUIRE(database.ok());
  CHECK(database->people()->size() == 1);
}

TEST_CASE("background: while the record is being opened nothing else begins, and what is pressed is refused aloud") {
  BackgroundBench b;
  b.home();
  b.shell->switch_person();
  b.wait();
  b.shell->opening().open(); // over an open one
  CHECK(b.shell->page() == PageName::opening);
  CHECK_FALSE(b.shell->refused_busy());
  b.shell->start_demonstration();
  CHECK_FALSE(b.shell->in_demonstration());
  CHECK(b.shell->refused_busy());
  CHECK(b.shell->slow()); // said at once
  b.wait();
  CHECK_FALSE(b.shell->refused_busy());
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK(screens::sign_in(*b.shell).people().size() == 1);
}

TEST_CASE("background: closed while the record is being opened or before what was read is taken, it ends in order") {
  for (const bool lesson : {false, true}) {
    BackgroundBench b;
    b.home();
    if (lesson)
      screens::home(*b.shell).open_lesson("one-phone");
    else
      b.shell->switch_person(), b.wait(), b.shell->opening().open();
    b.shell.reset();
    b.open();
    CHECK(b.shell->page() == PageName::sign_in);
    CHECK(screens::sign_in(*b.shell).people().size() == 1);
    CHECK(b.shell->notice() == ""); // the lock was given back
  }
}

#ifdef __linux__
namespace {

// From the first frame to the last: everything that a person can ask of the shell, once.
void every_request(BackgroundBench& b) {
  b.open();
  b.home();
  b.shell->switch_person();
  b.wait();
  b.shell->go(screens::PageName::station);
  b.wait();
  screens::station(*b.shell).memory.station = "P1";
  screens::station(*b.shell).enrol();
  b.wait();
  b.shell->go(screens::PageName::station);
  b.wait();
  screens::station(*b.shell).memory.new_pin = screens::station(*b.shell).memory.new_pin_again = "2468";
  screens::station(*b.shell).set_trainer_pin();
  b.wait();
  CHECK(b.shell->front().trainer_pin);
  b.shell->go(screens::PageName::sign_in);
  b.wait();
  screens::sign_in(*b.shell).pick(screens::sign_in(*b.shell).people().at(0).id);
  screens::sign_in(*b.shell).show_reset();
  screens::sign_in(*b.shell).memory.pin = "2468";
  screens::sign_in(*b.shell).memory.new_pin = screens::sign_in(*b.shell).memory.new_pin_again = "5555";
  screens::sign_in(*b.shell).reset_pin();
  b.wait();
  screens::sign_in(*b.shell).memory.pin = "5555";
  screens::sign_in(*b.shell).sign_in();
  b.wait();
  CHECK(b.shell->page() == PageName::home);
  b.larger_text();
  screens::home(*b.shell).open_lesson("one-phone");
  b.wait();
  b.shell->playing().go_on(b.shell->playing().drawn_now());
  b.wait();
  b.shell->playing().leave();
  b.wait();
  screens::home(*b.shell).press_large_card();
  b.wait();
  CHECK(b.shell->page() == PageName::play);
  b.shell->switch_person();
  b.wait();
  b.shell->start_demonstration();
  b.wait();
  b.shell->switch_person();
  b.wait();
  b.shell->opening().open();
  b.wait();
  CHECK(b.shell->page() == PageName::sign_in);
  screens::trouble(*b.shell).use_place(b.elsewhere);
  b.wait();
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK(screens::sign_in(*b.shell).people().size() == 1);
}

} // namespace

TEST_CASE("background: no request writes in a frame, from opening the record to closing it") {
  BackgroundBench b;
  b.shell.reset();
  const write_probe::Watch watch;
  every_request(b);
  CHECK(b.disk.watched() == 0);
  CHECK(b.disk.operations() > 20);
  b.shell.reset(); // closes
  CHECK(b.disk.watched() == 0);
  INFO(write_probe::last);
  CHECK(write_probe::count.load() == 0);
  CHECK(write_probe::others.load() > 20); // or nothing was counted
}

TEST_CASE("background: a drive that was gone and is back is opened again, and not in a frame") {
  BackgroundBench b;
  b.home();
  screens::home(*b.shell).open_lesson("one-phone");
  b.wait();
  b.shell->playing().leave();
  b.wait();
  const std::filesystem::path away = b.folder.string() + "-away";
  for (const bool at_home : {true, false}) {
    CAPTURE(at_home);
    const auto look = [&] { at_home ? b.shell->go(screens::PageName::home) : b.shell->switch_person(); };
    std::filesystem::rename(b.folder, away);
    {
      const write_probe::Watch watch;
      look();
      b.wait();
      CHECK((at_home ? b.shell->problem : b.shell->notice()) != "");
      CHECK(screens::sign_in(*b.shell).people().size() == 1); // known before
      CHECK(write_probe::count.load() == 0);
    }
    std::filesystem::rename(away, b.folder);
    {
      const write_probe::Watch watch;
      look();
      b.wait();
      INFO(write_probe::last);
      CHECK(write_probe::count.load() == 0);
      CHECK(write_probe::others.load() > 0);
    }
    CHECK(b.shell->problem == "");
    CHECK(b.shell->notice() == "");
    if (at_home) CHECK(screens::home(*b.shell).contents().attempts.size() == 1);
  }
  CHECK(screens::sign_in(*b.shell).people().size() == 1);
  CHECK(b.disk.watched() == 0);
}

TEST_CASE("background: a record that cannot be read is told, tried again and set aside without a write in a frame") {
  BackgroundBench b;
  b.shell.reset();
  std::filesystem::remove_all(b.folder);
  std::filesystem::create_directories(b.folder);
  std::ofstream(platform::database_path(b.folder)) << std::string(4096, 'x');
  const write_probe::Watch watch;
  b.open();
  REQUIRE(b.shell->page() == PageName::trouble);
  b.shell->opening().open();
  CHECK(b.shell->busy());
  CHECK(b.shell->page() == PageName::trouble); // what is wrong stays there until it is known better
  b.shell->opening().open();
  CHECK(b.shell->refused_busy());
  b.wait();
  REQUIRE(b.shell->opening().trouble());
  CHECK(b.shell->opening().trouble()->code == "database-foreign");
  b.shell->opening().set_aside();
  b.wait();
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK(b.shell->notice() != "");
  INFO(write_probe::last);
  CHECK(write_probe::count.load() == 0);
  CHECK(write_probe::others.load() > 0);
}
#endif

TEST_CASE("background: a PIN stands there until it is answered, and is gone when it was wrong") {
  BackgroundBench b;
  b.home();
  b.shell->switch_person();
  b.wait();
  screens::SignInPage& page = screens::sign_in(*b.shell);
  for (const char* pin : {"9999", "1234"}) {
    page.pick(page.people().at(0).id);
    page.memory.pin = pin;
    page.sign_in();
    REQUIRE(b.shell->busy());
    CHECK(page.memory.pin == pin);
    b.wait();
    CHECK(page.memory.pin == "");
  }
  CHECK(b.shell->page() == PageName::home);
}
