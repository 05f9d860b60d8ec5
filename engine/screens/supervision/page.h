// The page of a supervised session, for who supervises: it is opened here, what happens is noted, and it is closed. And the page that asks
// before a test how it was established who sits there. What is said goes to the record, which decides.
#pragma once

#include "engine/app/supervision.h"
#include "engine/screens/page.h"
#include "engine/screens/shared/closes_by_itself.h"
#include "engine/screens/shared/session_strip.h"
#include "engine/screens/shared/trainer_pin.h"
#include "engine/screens/supervision/state.h"

namespace firsthand::screens {

class SupervisionPage final : public Page {
 public:
  explicit SupervisionPage(Context& context) : context_(context) {}
  void enter(const std::function<void()>& show) override;
  void shown() override { closes_.acted(context_.now_ms()); }
  void say() override;
  void draw(Frame& f) override;
  void tick() override;
  void leave() override;
  void forget() override;
  int part() const override { return static_cast<int>(memory.part); }
  std::optional<int> wake_after_ms() const override;

  void open();      // with what stands in the memory
  void enter_pin(); // the same
  void note(const std::string& code);
  void close();
  void done(); // after the closing: back to the names
  void back();
  const std::vector<SupervisionSeat>& seats() const { return shown_seats_; }
  const std::vector<SupervisionTest>& tests() const { return tests_; }

  SupervisionMemory memory;

 private:
  struct Read;
  void read(std::function<void()> then);
  void take(const SupervisionIntent& intent);
  void put_typed(std::string_view typing = {}); // the field that is typed into: what is not finished there has no fault yet
  void put_present(bool still_typed);
  bool accepted(const base::Result<app::SignIn>& answer);
  void entered_as(const std::string& supervisor);
  const app::PersonCard* supervisor_typed();
  SupervisionSeat words_of(const app::SessionSeat& seat) const;
  std::string closing_words() const;
  void put_closed(app::SessionClosed closed);
  int closes_after_minutes() const;
  bool has_session() const { return context_.front().session.has_value(); }

  Context& context_;
  PinWait wait_;
  std::string supervisor_; // id of whose PIN was entered
  std::optional<app::PersonCard> typed_supervisor_;
  std::string room_here_;          // of this computer
  SupervisionMemory typed_before_; // of a session that was not opened, when the page was left; without a PIN
  app::NumbersRead numbers_;       // as typed
  std::string present_, present_fault_, until_fault_, summary_, close_words_, read_for_;
  std::string asked_with_; // what was typed when the session was to be opened: none of it is half typed any more
  shared::SessionWords told_;
  std::vector<app::SessionSeat> seats_;
  std::vector<std::string> handed_in_; // by the closing: ids
  std::vector<SupervisionSeat> shown_seats_;
  std::vector<SupervisionTest> tests_;
  std::vector<SupervisionCode> codes_;
  ClosesByItself closes_;
};

class IdentityPage final : public Page {
 public:
  explicit IdentityPage(Context& context) : context_(context) {}
  void shown() override;
  void say() override;
  void draw(Frame& f) override;
  void press(const std::string& way); // begins the test with it

  IdentityState state;

 private:
  Context& context_;
  bool opened_ = true;
};

} // namespace firsthand::screens
