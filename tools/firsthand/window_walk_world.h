// A data folder, a shell and a window for a walk, all of it made from one line, so that the same gestures meet the same
// screens again. Lets time pass as the walk wants, and tells what was sealed. Decides nothing about it.
#pragma once

#include "engine/storage/database.h"
#include "tools/firsthand/window_hands.h"
#include "tools/firsthand/window_walk_gesture.h"

#include <condition_variable>
#include <mutex>

namespace firsthand::tools {

struct WalkPlaces {
  content::ContentLibrary& content_library;
  const session::Catalogue& modules;
  std::filesystem::path assets, scratch; // scratch: an empty folder; the walk's to fill
  std::string version;
};

// An act that was sealed: the entry and what it was.
struct SealedAct {
  std::int64_t seq = 0;
  std::string attempt, kind; // begin, branch, turn
  std::optional<session::Action> action;
  bool asks_twice = false; // in the window it takes a second press
  std::string words;       // of the action
};

// A disk that can be told to wait: nothing is written while it is closed.
class DiskGate {
 public:
  void close();
  void open();
  void pass();                              // on the writer's thread
  bool is_open() const { return !closed_; } // on the thread that opens and closes it

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool closed_ = false;
};

// Kinds of beginnings: plain; done: somebody passed all lessons a year ago; full: the disk refuses every seventh entry;
// damaged: the record is none; earlier: an earlier copy of it was put back; gone: its folder is not there; clock: the machine's
// year is the Buddhist one.
class WalkWorld {
 public:
  // Errors: those of Window::open and of the store; "walk-line" if `start` is no start.
  static base::Result<std::unique_ptr<WalkWorld>> open(const WalkPlaces& places, const Gesture& start);
  ~WalkWorld();

  WindowHands& hands() { return *hands_; }
  screens::Shell& shell() { return hands_->shell(); }
  const ui::Registry& registry() { return hands_->driver().window().registry(); }
  bool closed() const { return closed_; } // the window was closed: open_again()
  base::Result<void> open_again();        // the program is started anew on the same folder

  std::int64_t now_ms() const { return now_ms_; } // of the window
  void pass(int ms);
  void frame();
  bool settle(); // frames until nothing moves; false: it never stops
  void hold_disk() { gate_.close(); }
  void release_disk() { gate_.open(); }

  // What was sealed since the last call, on the disk or in a demonstration's memory.
  std::vector<SealedAct> sealed();
  // After the walk: closes everything and reads the whole record. "" if it is whole and can be computed again.
  std::string verify();

 private:
  WalkWorld(const WalkPlaces& places, const Gesture& start);
  base::Result<void> prepare_folder();
  base::Result<void> put_earlier_copy_back();
  base::Result<void> let_many_in();
  base::Result<void> pass_all_lessons();
  base::Result<bool> pass_once(app::DataFolder& data_folder, const std::string& person, const std::string& lesson);
  app::DataFolderOptions data_folder_options() const;
  base::Result<void> open_hands();
  void adjust(screens::ShellOptions& options);
  void follow();
  std::vector<SealedAct> sealed_on_disk();
  std::vector<SealedAct> sealed_in_memory();
  SealedAct act_of(const storage::StoredEntry& entry);
  WalkPlaces places_;
  std::string kind_, language_, theme_;
  int text_percent_ = 100;
  ui::Size size_{1280, 720};
  std::filesystem::path folder_;
  std::shared_ptr<std::filesystem::path> data_; // moves with a choice
  records::FixedClock clock_;
  crypto::SeededEntropy entropy_;
  records::Services services_;
  DiskGate gate_;
  std::unique_ptr<WindowHands> hands_;
  std::optional<storage::Database> ledger_; // a second look at the file, reading only
  std::int64_t seq_ = 0, now_ms_ = 0;
  std::string memory_attempt_; // of a demonstration
  std::size_t memory_turns_ = 0;
  content::ContentPtr content_; // of the newest attempt
  int entries_ = 0;             // that were to be written
  bool closed_ = false, more_ = false;
};

// In the window it takes a second press.
bool asks_twice(const session::Prepared& prepared, const session::Action& action);

} // namespace firsthand::tools
