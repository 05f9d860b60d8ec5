// A text that a test makes, against the file in tests/reading/told in which it was kept: a change shows itself as a
// difference of text. Meant so? FIRSTHAND_BLESS=1 renews the file; read it.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace firsthand::reading_test {

inline std::string line_at(const std::string& text, std::size_t at) {
  const std::size_t start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  return start < text.size() ? text.substr(start, text.find('\n', start) - start) : "(the end)";
}

// `what` stands at the top of the file, behind "# ": what its lines hold, for whoever reads the difference.
inline void check_kept(const std::string& name, const std::string& what, const std::string& lines) {
  const std::string told =
      "# " + what + "\n# Renewed by FIRSTHAND_BLESS=1 test_reading; read the difference, each line is a promise.\n\n" + lines;
  const std::filesystem::path file = std::filesystem::path(FIRSTHAND_SOURCE) / "tests/reading/told" / name;
  if (std::getenv("FIRSTHAND_BLESS")) std::ofstream(file, std::ios::binary) << told;
  std::ifstream stream(file, std::ios::binary);
  const std::string kept{std::istreambuf_iterator<char>(stream), {}};
  const auto same = std::mismatch(told.begin(), told.end(), kept.begin(), kept.end()).first - told.begin();
  const auto at = static_cast<std::size_t>(same);
  const bool as_kept = told == kept; // a failed comparison would show both whole
  CHECK_MESSAGE(as_kept, name, "\ntold: ", line_at(told, at), "\nkept: ", line_at(kept, at));
}

} // namespace firsthand::reading_test
