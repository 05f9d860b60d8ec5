// A shell on a folder of its own, without a window, with injected time and ids: so that each test is a few lines.
#pragma once

#include "engine/screens/pages.h"
#include "engine/session/play.h"
#include "modules/catalogue.h"
#include "modules/views.h"
#include "tests/screens/play_stage.h"

#include <fmt/format.h>

#include <atomic>
#include <thread>

namespace shell_tests {

using namespace firsthand;
using screens::PageName;

// A folder of its own for each test, gone afterwards.
struct TestFolder {
  std::filesystem::path path;
  TestFolder() {
    static std::atomic<int> count = 0;
    path =
        std::filesystem::temp_directory_path() / fmt::format("firsthand-shell-{}-{}", static_cast<long>(platform::process_id()), count++);
    std::filesystem::create_directories(path);
  }
  ~TestFolder() { std::filesystem::remove_all(path); }
};

struct ShellBench {
  TestFolder folder;
  records::FixedClock clock{{1'795'000'000'000}, 10, 420};
  crypto::SeededEntropy entropy{"shell"};
  screens::TreeFiles files;
  content::ContentLibrary& content_library = screens::shipped_library();
  records::Services services{&clock, &entropy, crypto::minimal_pin_cost, &screens::all_modules(), "test"};
  bool disk_full = false;
  std::function<void(screens::ShellOptions&)> adjust; // the last word on the options of the next shell
  std::int64_t now_ms = 1000;
  std::unique_ptr<screens::Shell> shell;

  ShellBench() { open(); }
  void open() {
    shell.reset();
    screens::ShellOptions options{services, content_library, modules::make_views(), app::DataFolderOptions{}};
    options.data_folder->data = folder.path;
    options.data_folder->adjust = [this](storage::Options& how) {
      how.fails_at = [this](storage::AppendStep step) { return disk_full && step == storage::AppendStep::write_entry; };
    };
    options.set_aside = [this]() -> base::Result<std::string> {
      FH_TRY(moved, storage::set_aside(folder.path / "firsthand.db", "test"));
      return moved.filename().string();
    };
    if (adjust) adjust(options);
    shell = std::make_unique<screens::Shell>(std::move(options));
    tick(0);
  }
  void tick(std::int64_t ms) { shell->tick(now_ms += ms); }
  void add(const char* name, const char* pin) {
    screens::sign_in(*shell).memory.new_name = name;
    screens::sign_in(*shell).memory.new_pin = screens::sign_in(*shell).memory.new_pin_again = pin;
    screens::sign_in(*shell).create();
  }
  void sign_in(const char* pin) {
    screens::sign_in(*shell).pick(screens::sign_in(*shell).people().at(0).id);
    screens::sign_in(*shell).memory.pin = pin;
    screens::sign_in(*shell).sign_in();
  }
  // A person at home.
  void dara() {
    add("Sgt. Dara P.", "1234");
    shell->playing().leave(); // the warm-up
    REQUIRE(shell->page() == PageName::home);
  }
  void settle() { // until the writer is done
    for (int i = 0; i < 2000 && shell->playing().pending(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      tick(0);
    }
  }
  void go_on() {
    shell->playing().go_on(shell->playing().drawn_now());
    settle();
  }
  int turn() { return shell->playing().played().session->turn(); }

  // Does what the lesson's play does, as far as it is accepted; chance is not the play's.
  void play_through(const std::string& name) {
    const session::Prepared& prepared = shell->playing().played().session->prepared();
    const auto bytes = files.read(
        std::string(reading::folder_of(shell->playing().played().session->content().path())) + "plays/" + name + ".play", 1u << 20);
    REQUIRE(bytes.has_value());
    for (const session::PlayLine& line : session::parse_play(*bytes, prepared).play.lines) {
      const auto* action = std::get_if<session::Action>(&line.content);
      if (!action || shell->page() != PageName::play) continue;
      shell->playing().submit(*action, shell->playing().drawn_now());
      settle();
    }
  }
};

} // namespace shell_tests
