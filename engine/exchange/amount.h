// Amounts as text and back, exactly: no fraction of the machine is used.
#pragma once

#include "engine/model/item.h"

namespace firsthand::exchange {

// "1.5" in a unit of `scale`: the amount, or nothing where it is no number, or finer than amounts are kept.
std::optional<std::int64_t> amount_of(std::string_view decimal, std::int64_t scale);
std::string decimal_of(std::int64_t amount, std::int64_t scale); // up to six places; the rest is cut
bool is_exact(std::int64_t amount, std::int64_t scale, int places);

// The largest unit in which all amounts of a number have at most so many decimal places; of none where it has no units.
model::ItemUnit unit_for(const model::ItemNumber& number, int places);
std::string amount_with_unit(std::int64_t amount, const model::ItemNumber& number); // "11 min"

// s, min, h, d; B, kB, MB, GB; any other word stands for itself alone.
std::int64_t scale_of_unit(std::string_view word);
bool is_unit_word(std::string_view word);

// Parts of a hundred, in hundred-thousandths of one per cent: "33.33333".
constexpr std::int64_t whole_share = 10'000'000;
std::optional<std::int64_t> share_of(std::string_view decimal);
std::string share_text(std::int64_t share);

} // namespace firsthand::exchange
