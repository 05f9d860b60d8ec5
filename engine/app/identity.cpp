// See identity.h.
#include "engine/app/identity.h"

namespace firsthand::app {

namespace {

constexpr std::string_view name_label = "firsthand-name-1\n", number_label = "firsthand-number-1\n";

} // namespace

std::string name_text(std::string_view name) { return std::string(name_label).append(name); }
std::string number_text(std::string_view number) { return std::string(number_label).append(number); }
std::optional<std::string> number_in(std::string_view text) {
  if (!text.starts_with(number_label)) return std::nullopt;
  return std::string(text.substr(number_label.size()));
}
bool is_identity_text(std::string_view text) { return text.starts_with(name_label) || text.starts_with(number_label); }

} // namespace firsthand::app
