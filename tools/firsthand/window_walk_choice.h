// Which gesture comes next: by chance, rather to controls that were seldom pressed, and on the way through a lesson often
// enough that its last steps are reached. The same seed and the same screens give the same gestures.
#pragma once

#include "tools/firsthand/window_walk_step.h"

#include <deque>
#include <initializer_list>
#include <map>
#include <string>

namespace firsthand::tools {

class WalkChoice {
 public:
  WalkChoice(std::uint64_t seed, WalkSteps& steps, Families& families) : dice_(seed), steps_(steps), families_(families) {}
  Gesture next();

 private:
  Gesture start();
  void plan();
  void plan_sign_in();
  void plan_station();
  void plan_pins(std::initializer_list<const char*> fields, const char* pin);
  void plan_debrief();
  void plan_play();
  Gesture by_chance();
  Gesture by_pointer();
  Gesture by_key();
  Gesture by_system();
  std::string some_control(bool fields_only = false);
  std::string never_reached();
  int some_wait();
  void push(Gesture::Kind kind, std::string what, std::string other = {}, int number = 0);
  bool sees(std::string_view id) const;
  std::string ending(std::string_view end) const; // the first control whose id ends so, or empty

  Dice dice_;
  WalkSteps& steps_;
  Families& families_;
  std::deque<Gesture> planned_;
  std::map<std::string, int> sought_; // families that no gesture had reached, and how often one was meant for them
  int left_ = 0, episodes_ = 0;       // gestures until the next folder
};

} // namespace firsthand::tools
