// The trainer's side of the shell: their PIN, and a new PIN for whoever forgot theirs. See shell.h.
#include "engine/screens/shell/aside.h"

#include <utility>

namespace firsthand::screens {

std::string Shell::typed_twice(std::string& pin, std::string& again) const {
  const auto form = app::Desk::check_pin_form(pin);
  if (form.ok() && pin == again) return {};
  const std::string why = form.ok() ? tr("The two PINs differ. Type them again.") : words_.error(form.error());
  if (!again.empty()) pin.clear(), again.clear(); // nobody sees which of the two is wrong
  return why;
}

void Shell::show_reset() {
  const std::string person = sign_in_memory.person;
  sign_in_memory = {};
  sign_in_memory.person = person, sign_in_memory.page = SignInPage::reset;
  pin_wait_until_ms_ = 0; // that was for the person's own PIN; the record knows of both
}

bool Shell::trainer_accepted(const base::Result<app::SignIn>& answer, std::string& said) {
  said.clear();
  if (!answer.ok()) {
    said = words_.error(answer.error());
    return false;
  }
  if (answer->kind == app::SignIn::Kind::welcome) return true;
  pin_wait_until_ms_ = now_ms_ + answer->wait_seconds * std::int64_t{1000};
  if (answer->kind == app::SignIn::Kind::wrong) said = tr("That is not the trainer's PIN.");
  return false;
}

void Shell::reset_pin() {
  SignInMemory& m = sign_in_memory;
  if (!desk_ || wait_seconds() > 0) return;
  m.problem = typed_twice(m.new_pin, m.new_pin_again);
  if (!m.problem.empty()) return;
  aside([desk = desk_.get(), id = m.person, trainers = std::exchange(m.pin, {}),
         wanted = m.new_pin] { return desk->reset_pin(id, trainers, wanted); },
        [this, id = m.person](const base::Result<app::SignIn>& answer) {
          if (!trainer_accepted(answer, sign_in_memory.problem)) return;
          read_people();
          pick(id);
          sign_in_memory.done = tr("The new PIN is set. Sign in with it.");
        });
}

void Shell::set_trainer_pin() {
  StationMemory& m = station_memory;
  if (!desk_ || wait_seconds() > 0) return;
  m.trainer_done.clear();
  m.trainer_problem = typed_twice(m.new_pin, m.new_pin_again);
  if (!m.trainer_problem.empty()) return;
  aside([desk = desk_.get(), old = std::exchange(m.old_pin, {}), wanted = m.new_pin] { return desk->set_trainer_pin(old, wanted); },
        [this](const base::Result<app::SignIn>& answer) {
          if (!trainer_accepted(answer, station_memory.trainer_problem)) return;
          station_memory.new_pin.clear(), station_memory.new_pin_again.clear();
          station_memory.trainer_done = tr("The trainer's PIN is set. Nobody can bring it back: keep it safe.");
          trainer_pin_ = true;
        });
}

} // namespace firsthand::screens
