// See trainer_pin.h.
#include "engine/screens/shared/trainer_pin.h"

namespace firsthand::screens {

std::optional<int> PinWait::wake_after_ms(std::int64_t now_ms) const {
  if (seconds(now_ms) == 0) return std::nullopt;
  return static_cast<int>(1000 - (1000 - (until_ms_ - now_ms) % 1000) % 1000);
}

std::string typed_twice(const Context& context, std::string& pin, std::string& again) {
  const auto form = app::DataFolder::check_pin_form(pin);
  if (form.ok() && pin == again) return {};
  const std::string why = form.ok() ? context.tr("The two PINs differ. Type them again.") : context.words().error(form.error());
  if (!again.empty()) pin.clear(), again.clear(); // nobody sees which of the two is wrong
  return why;
}

bool trainer_accepted(const Context& context, const base::Result<app::SignIn>& answer, PinWait& wait, std::string& said) {
  said.clear();
  if (!answer.ok()) {
    said = context.words().error(answer.error());
    return false;
  }
  if (answer->kind == app::SignIn::Kind::welcome) return true;
  wait.begin(context.now_ms(), answer->wait_seconds);
  if (answer->kind == app::SignIn::Kind::wrong) said = context.tr("That is not the trainer's PIN.");
  return false;
}

} // namespace firsthand::screens
