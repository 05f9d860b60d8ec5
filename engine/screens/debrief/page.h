// The page after an attempt: what was saved and lost and why, and the ways from here. Why is computed aside, and told when it is there.
#pragma once

#include "engine/screens/debrief/state.h"
#include "engine/screens/page.h"

namespace firsthand::screens {

class DebriefPage final : public Page {
 public:
  explicit DebriefPage(Context& context) : context_(context) {}
  void shown() override;
  void draw(Frame& f) override;
  void tick() override;
  void leave() override { memory = {}, state = {}, printed_.clear(); }
  int part() const override { return memory.page; }

  DebriefMemory memory;
  std::optional<DebriefState> state;

 private:
  void offer_page(const app::AttemptSession& session);
  void print();
  void add_pictures(const report::Debrief& debrief);
  void add_future_pictures();
  Context& context_;
  std::string printed_; // the file that was just written
  bool told_causes_ = false, told_futures_ = false;
};

} // namespace firsthand::screens
