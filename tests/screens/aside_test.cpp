// Records are written aside: the frames' own thread changes nothing on the disk, from the first name to the debrief, and what is
// pressed meanwhile is neither lost nor done twice.
#include "engine/ui/shell.h"
#include "modules/catalogue.h"
#include "modules/views.h"
#include "tests/screens/play_stage.h"
#include "tests/storage/failing_vfs.h"

#include <fmt/format.h>

#include <thread>

using namespace firsthand;
using ui::ShellPage;

namespace {

struct AsideBench {
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / fmt::format("firsthand-aside-{}", static_cast<long>(app::process_id()));
  app::FixedClock clock{{1'795'000'000'000}, 10, 420};
  crypto::SeededEntropy entropy{"aside"};
  screens::TreeFiles files;
  app::Shelf shelf{files, screens::all_modules()};
  app::Services services{&clock, &entropy, crypto::minimal_pin_cost, &screens::all_modules(), "test"};
  storage_tests::FailingVfs disk;
  std::int64_t now_ms = 1000;
  std::unique_ptr<ui::Shell> shell;

  AsideBench() {
    std::filesystem::remove_all(folder);
    ui::ShellOptions options{services, shelf, modules::make_views(), app::DeskOptions{}};
    options.desk->data = folder;
    options.desk->adjust = [this](storage::Options& how) { how.vfs = disk.name(); };
    options.writing = ui::ShellOptions::Writing::aside;
    shell = std::make_unique<ui::Shell>(std::move(options));
    disk.fail_at(0, 0); // counts from here
    disk.watch();
  }
  ~AsideBench() {
    shell.reset();
    std::filesystem::remove_all(folder);
  }
  void wait() { // as frames would, until all is written
    const auto working = [this] { return shell->busy() || (shell->played().sitting && shell->played().sitting->pending()); };
    for (int i = 0; i < 20'000 && working(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      shell->tick(++now_ms);
    }
    REQUIRE(!working());
  }
  void add(const char* name) {
    shell->sign_in_memory.new_name = name;
    shell->sign_in_memory.new_pin = shell->sign_in_memory.new_pin_again = "1234";
    shell->create_person();
  }
  void home() {
    add("Dara");
    wait();
    shell->finish_warm_up();
    wait();
    REQUIRE(shell->page() == ShellPage::home);
  }
  void larger_text() {
    app::Settings wanted = shell->settings();
    wanted.text_percent = 150;
    shell->change_settings(wanted);
  }
};

std::string kinds_of(const app::Sitting& sitting) {
  std::string kinds;
  for (const app::Turn& turn : sitting.turns())
    kinds += turn.kind + " ";
  return kinds;
}

} // namespace

TEST_CASE("aside: the thread of the frames changes nothing on the disk") {
  AsideBench b;
  b.home();
  b.shell->open_lesson("one-phone");
  b.wait();
  REQUIRE(b.shell->page() == ShellPage::play);
  b.shell->go_on(b.shell->drawn_now());
  b.wait();
  b.larger_text(); // belongs into the record before the next turn
  b.shell->go_on(b.shell->drawn_now());
  b.wait();
  CHECK(kinds_of(*b.shell->played().sitting).starts_with("begin turn sitting "));
  const std::string attempt = b.shell->played().sitting->id();
  b.shell->leave_play();
  b.shell->open_attempt(attempt);
  b.wait();
  CHECK(b.shell->page() == ShellPage::play);
  b.shell->switch_person();
  b.shell->pick(b.shell->people().at(0).id);
  b.shell->sign_in_memory.pin = "4321";
  b.shell->sign_in();
  b.wait();
  CHECK(b.shell->sign_in_memory.problem != "");
  CHECK(b.disk.watched() == 0);
  CHECK(b.disk.operations() > 20); // or nothing was counted
}

TEST_CASE("aside: until it is written the old screen stays, and a second press does nothing") {
  AsideBench b;
  b.add("Dara");
  CHECK(b.shell->busy());
  CHECK(b.shell->page() == ShellPage::sign_in);
  b.add("Dara"); // would be told that the name is taken
  b.wait();
  CHECK(b.shell->page() == ShellPage::warm_up);
  CHECK(b.shell->people().size() == 1);
  CHECK(b.shell->sign_in_memory.problem == "");
}

TEST_CASE("aside: what could not be written is told afterwards") {
  AsideBench b;
  b.home();
  b.disk.fail_at(1, SQLITE_IOERR, storage_tests::Lasting::FromThenOn);
  b.larger_text();
  b.shell->open_lesson("one-phone");
  b.wait();
  CHECK(b.shell->page() == ShellPage::home);
  CHECK(b.shell->problem != "");
  b.disk.heal();
  b.shell->open_lesson("one-phone");
  b.wait();
  CHECK(b.shell->page() == ShellPage::play);
  CHECK(b.shell->problem == "");
}

TEST_CASE("aside: closed in the middle, what was begun is written") {
  AsideBench b;
  b.add("Dara");
  b.shell.reset();
  storage::Options how;
  how.entropy = &b.entropy;
  auto database = storage::Database::open(app::database_path(b.folder), how);
  REQUIRE(database.ok());
  CHECK(database->people()->size() == 1);
}
