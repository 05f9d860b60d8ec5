// One gesture after the other through the real window, and the oracle: what was sealed is counted against what the hands did.
// Decides nothing about which gesture comes next.
#pragma once

#include "tools/firsthand/window_walk_families.h"
#include "tools/firsthand/window_walk_world.h"

#include <functional>

namespace firsthand::tools {

// What went wrong, in words; a rule that was broken. Empty: nothing.
using Broken = std::string;

class WalkSteps {
 public:
  WalkSteps(WalkPlaces places, Families& families) : places_(std::move(places)), families_(families) {}

  Broken take(const Gesture& gesture);
  Broken finish(); // the record of the last folder is verified
  WalkWorld* world() { return world_.get(); }
  int acts() const { return acts_; }    // sealed so far
  bool acted() const { return acted_; } // by the last gesture
  std::int64_t presses() const { return presses_; }

 private:
  // A press of a button or a key, as it began.
  struct Press {
    std::int64_t began_ms = 0;
    std::string target; // the control under the pointer, or with the focus; "" none, "?" chosen by a letter or number
    std::string screen;
    bool fresh = false; // the screen had just come
    bool number = false;
    std::optional<session::Action> again = {}; // what the disk refused before, if it is on "Try again"
  };
  struct Kept { // of an exercise that was left: what its screen remembered
    std::string note;
    bool as_list = false;
    screens::NotebookTab tab = screens::NotebookTab::log;
    std::size_t shots = 0, hints = 0;
    friend bool operator==(const Kept&, const Kept&) = default;
  };

  Broken open(const Gesture& gesture);
  Broken perform(const Gesture& gesture);
  Broken by_pointer(const Gesture& gesture, ui::Point at);
  Broken by_key(const Gesture& gesture);
  Broken by_system(const Gesture& gesture);
  Broken play_on();
  Broken play(const session::Action& action);
  Broken look_around();
  Press begin(std::string target);
  bool is_fresh() const; // the screen that is shown has just come
  Broken ended(const Press& press);
  Broken judge(const std::vector<SealedAct>& acts, const Press& press);
  Broken judge_late();
  Broken check_memory();
  void frames(int ms);
  void frame();
  void unseen(const std::function<void()>& work);
  std::string screen() const;
  std::string resolve(const std::string& id) const; // the same, or another one of its kind
  std::optional<ui::Point> point_of(const std::string& id);

  WalkPlaces places_;
  Families& families_;
  std::unique_ptr<WalkWorld> world_;
  std::string screen_;              // at the last frame
  std::int64_t changed_ms_ = 0;     // when it came
  std::optional<Press> last_press_; // before this gesture; nothing: not known
  Press first_press_;               // of this gesture
  bool all_fresh_ = true;           // each press of it came too early
  bool pressed_ = false;            // in this gesture
  int sealed_now_ = 0, acts_ = 0;
  bool acted_ = false;
  std::int64_t presses_ = 0;
  std::map<std::string, Kept> kept_; // by attempt
};

} // namespace firsthand::tools
