// Hands at a window, for a kind of step to say how its controls are pressed: real presses on controls that are found by their ids. For
// rehearsals, for pictures of every screen and for measuring. Decides nothing about an action.
#pragma once

#include "engine/model/symbols.h"
#include "engine/ui/driver.h"

#include <functional>
#include <string>
#include <vector>

namespace firsthand::screens {

class Hands {
 public:
  // `driver`: of the window. `settle`: until nothing moves and nothing is being saved. `turn`: of the attempt on the screen, or -1.
  Hands(ui::Driver& driver, std::function<void()> settle, std::function<int()> turn)
      : driver_(driver), settle_(std::move(settle)), turn_(std::move(turn)) {}

  bool press(const std::string& id);            // false: not there, or not enabled
  void press_twice(const std::string& id);      // what asks twice takes a second press; whatever else acts at once
  bool press_ending(const std::string& ending); // the enabled control whose id ends so
  void select(const std::string& id);           // a thing in a picture, also by its name or by keyboard where another one lies over it
  bool sees(const std::string& id) const { return driver_.find(id).ok(); }
  bool may_press(const std::string& id) const;                // it is there and enabled
  std::vector<std::string> ids(std::string_view start) const; // of the controls whose id begins so, from top to bottom
  int turn() const { return turn_(); }
  ui::Driver& driver() { return driver_; }

 private:
  bool press_by_keyboard(const std::string& id);

  ui::Driver& driver_;
  std::function<void()> settle_;
  std::function<int()> turn_;
};

} // namespace firsthand::screens
