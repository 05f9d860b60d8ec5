// See asked_pin.h.
#include "tools/firsthand/asked_pin.h"

#include "engine/platform/platform.h"

#include <fmt/format.h>

namespace firsthand::tools {

base::Result<std::string> asked_pin(const std::string& prompt) {
  if (auto line = platform::read_secret(prompt)) return *line;
  return base::fail("pin-form",
                    fmt::format("The input ended where this was asked: {}. Nothing was changed.", prompt.substr(0, prompt.find(':'))));
}

base::Result<void> trainer_accepted(const base::Result<app::SignIn>& answer) {
  FH_CHECK(answer);
  if (answer->kind == app::SignIn::Kind::welcome) return {};
  if (answer->kind == app::SignIn::Kind::wait)
    return base::fail("pin-wait", fmt::format("Wait {} seconds before the next try. Nothing was changed.", answer->wait_seconds));
  return base::fail("pin-wrong", "That is not the trainer's PIN. Nothing was changed.");
}

} // namespace firsthand::tools
