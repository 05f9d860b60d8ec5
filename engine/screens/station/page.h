// The two pages for the trainer, before or between the trainees.
#pragma once

#include "engine/screens/page.h"
#include "engine/screens/shared/trainer_pin.h"
#include "engine/screens/station/state.h"

namespace firsthand::screens {

// "What day is it?": what is stated is noted in the record, and believed until the program ends.
class ClockPage final : public Page {
 public:
  explicit ClockPage(Context& context) : context_(context) {}
  void shown() override;
  void draw(Frame& f) override;
  void state(); // what stands in the memory
  void pass();  // nobody can say
  std::string doubt() const;

  ClockMemory memory;

 private:
  void answered(const base::Result<void>& done);
  Context& context_;
};

// "This computer is": its name, and the trainer's PIN. Both are written when they are saved, and not before.
class StationPage final : public Page {
 public:
  explicit StationPage(Context& context) : context_(context) {}
  void enter(const std::function<void()>& show) override;
  void draw(Frame& f) override;
  void leave() override { memory = {}, aside_.reset(); } // no PIN stays in it
  std::optional<int> wake_after_ms() const override { return wait_.wake_after_ms(context_.now_ms()); }

  void enrol();                          // with what stands in the memory
  void give_up();                        // the same is not saved: said once, and left the second time
  void show_over(PageName page);         // over this page; what is typed of the name is there again afterwards
  void pick(const std::string& station); // of the register
  void set_trainer_pin();
  std::string notice() const; // why the page opens by itself
  int wait_seconds() const { return wait_.seconds(context_.now_ms()); }

  StationMemory memory;

 private:
  StationIntent drawn(Frame& f);
  void look_up();      // what is typed, in the register
  bool pin_is_typed(); // and not set: says so
  app::StationName typed() const { return {memory.station, memory.room, memory.place}; }
  Context& context_;
  app::StationName saved_;
  app::StationRegister register_;
  std::vector<StationFound> found_;
  std::string picked_, looked_up_;
  std::optional<app::StationName> aside_; // as it was typed, while another page lies over this one
  PinWait wait_;
};

} // namespace firsthand::screens
