// The page of the names: who is there, a PIN, a new person, a forgotten PIN. What is typed is asked of the record, which decides.
#pragma once

#include "engine/screens/page.h"
#include "engine/screens/shared/trainer_pin.h"
#include "engine/screens/sign_in/state.h"

namespace firsthand::screens {

class SignInPage final : public Page {
 public:
  explicit SignInPage(Context& context) : context_(context) {}
  void enter(const std::function<void()>& show) override { context_.read_front(show); }
  void shown() override;
  void say() override;
  void draw(Frame& f) override;
  void forget() override { memory = {}; }
  int part() const override { return static_cast<int>(memory.page); }
  std::optional<int> wake_after_ms() const override { return wait_.wake_after_ms(context_.now_ms()); }

  void pick(const std::string& person);
  void pick_nobody();
  void sign_in();    // with what stands in the memory
  void create();     // the same: a new person, or the first PIN of the one that was picked
  void show_reset(); // of a forgotten PIN, of the person that was picked
  void reset_pin();  // with what stands in the memory
  const std::vector<SignInPerson>& people() const { return people_; }
  int wait_seconds() const { return wait_.seconds(context_.now_ms()); } // until the next PIN is looked at
  bool keeps_choices() const override { return picked(); }
  bool picked() const { return !memory.person.empty(); }

  SignInMemory memory;

 private:
  const app::PersonCard* card(const std::string& id) const;
  void begin_with(const std::string& person); // what was looked for stays: the list is still there
  SignInIntent drawn(Frame& f);
  void lead_to_empty(Frame& f, SignInIntent& intent);
  void take(const SignInIntent& intent);
  void take_part(const SignInIntent& intent);
  void focus_first(Frame& f, bool tried);
  struct Welcome;
  void choose_pin();
  void signed_in(const app::PersonCard& person, const Welcome& welcome);
  void added(const base::Result<app::PersonCard>& person, const app::Settings& settings);
  std::string name_problem(const base::Error& error) const; // of the new name that was typed

  Context& context_;
  std::vector<SignInPerson> people_;
  std::vector<text::FoldedName> folded_; // their names, if there are so many that they are searched
  app::Settings settings_when_picked_;
  PinWait wait_;
};

} // namespace firsthand::screens
