// The signs that mean something in GIFT. An escaped one is hidden behind a control sign while the text is taken apart.
#pragma once

#include "engine/exchange/plain_text.h"

#include <cstdint>
#include <optional>

namespace firsthand::exchange {

std::string hide_escapes(std::string_view text);
std::string show_escapes(std::string_view text);
std::string escaped(std::string_view text);

// "[html]" at the beginning says what the text is written in; else it is `usual`.
struct GiftText {
  Markup markup = Markup::lines;
  std::string_view text;
};
GiftText gift_text(std::string_view hidden, Markup usual);

// "%33.33333%" at the beginning, which is taken off.
std::optional<std::int64_t> take_weight(std::string_view& hidden);

} // namespace firsthand::exchange
