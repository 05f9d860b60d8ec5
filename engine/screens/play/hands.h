// Hands at a window, for a kind of step to say how its controls are pressed: real presses on controls that are found by their ids. For
// rehearsals, for pictures of every screen and for measuring. They press with the pointer, or by keyboard alone: then what the focus did on
// the way is looked at after each key. Decides nothing about an action.
#pragma once

#include "engine/model/symbols.h"
#include "engine/ui/driver.h"

#include <functional>
#include <string>
#include <vector>

namespace firsthand::screens {

struct StepViewKind;

enum class Pressing : std::uint8_t { by_pointer, by_keyboard };

class Hands {
 public:
  // `driver`: of the window. `settle`: until nothing moves and nothing is being saved. `turn`: of the attempt on the screen, or -1.
  Hands(ui::Driver& driver, std::function<void()> settle, std::function<int()> turn, Pressing pressing = Pressing::by_pointer)
      : driver_(driver), settle_(std::move(settle)), turn_(std::move(turn)), pressing_(pressing) {}

  bool press(const std::string& id);            // false: not there, or not enabled
  void choose(const std::string& id);           // pressed unless it is chosen already
  void press_twice(const std::string& id);      // what asks twice takes a second press; whatever else acts at once
  bool press_ending(const std::string& ending); // the enabled control whose id ends so
  void select(const std::string& id);           // a thing in a picture, also by its name or by keyboard where another one lies over it
  bool sees(const std::string& id) const { return driver_.find(id).ok(); }
  bool may_press(const std::string& id) const;                   // it is there and enabled
  std::vector<std::string> ids(std::string_view start) const;    // of the controls whose id begins so, from top to bottom
  bool type_into(const std::string& id, std::string_view words); // false: not there, or not enabled
  void write(const std::string& id, std::string_view words);     // over what stands in that field
  int turn() const { return turn_(); }
  ui::Driver& driver() { return driver_; }
  // By keyboard alone: where after a key nothing had the focus, or what had it could not be seen whole. In words for who made the screen.
  const std::vector<std::string>& lost_focus() const { return lost_focus_; }

  const std::vector<StepViewKind>* kinds = nullptr; // for a step that hosts others; theirs, who made the hands

 private:
  bool go_to(const std::string& id);
  bool press_by_keyboard(const std::string& id);
  void key(const char* name);
  void look_at_focus(const char* after);

  ui::Driver& driver_;
  std::function<void()> settle_;
  std::function<int()> turn_;
  Pressing pressing_;
  std::vector<std::string> lost_focus_;
};

} // namespace firsthand::screens
