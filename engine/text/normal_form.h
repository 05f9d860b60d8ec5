// Text as code points, and Unicode's normal forms of it. Private to this room; what a form is good for its users know.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace firsthand::text {

enum class Form : std::uint8_t {
  composed, // NFC
  apart,    // NFD: letters and accents by themselves
  folded    // NFKC, widths, ligatures and capitals become one; what is ignorable goes
};

std::u32string signs_of(std::string_view words); // what is no UTF-8 becomes U+FFFD
std::string bytes_of(const std::u32string& signs);
std::u32string in_form(const std::u32string& signs, Form form); // where the data of ICU is missing they stay as they are

} // namespace firsthand::text
