// What a voice says of each screen, in order, against tests/spoken: a change shows itself as a difference of text. Meant so?
// FIRSTHAND_BLESS=1 test_screens -tc='all: every screen is whole? and*' renews the files. Read them as somebody who sees nothing.
#pragma once

#include "engine/screens/shared/spoken_words.h"
#include "engine/ui/driver.h"
#include "tests/ui/fixture.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace firsthand::screens {

class KeptSpeech {
 public:
  void check(const std::string& name, ui::Driver& driver) {
    std::string said;
    for (const std::string& line : ui::spoken(driver.window().registry(), shared::spoken_words(content::Words())))
      said += line + "\n";
    const std::filesystem::path file = folder_ / (name + ".txt");
    names_.insert(name + ".txt");
    if (renews_) std::filesystem::create_directories(folder_), std::ofstream(file, std::ios::binary) << said;
    const std::string kept = ui::read_bytes(file);
    CHECK_MESSAGE(said == kept, name, ": ", first_difference(said, kept));
  }

  // None is left of a screen that is gone.
  void check_all() const {
    for (const auto& each : std::filesystem::directory_iterator(folder_)) {
      const std::string name = each.path().filename().string();
      if (renews_ && !names_.contains(name)) std::filesystem::remove(each.path());
      CHECK_MESSAGE((renews_ || names_.contains(name)), name, " belongs to no screen");
    }
  }

 private:
  static std::string first_difference(const std::string& said, const std::string& kept) {
    const auto at = static_cast<std::size_t>(std::mismatch(said.begin(), said.end(), kept.begin(), kept.end()).first - said.begin());
    const std::size_t start = at == 0 ? 0 : said.rfind('\n', at - 1) + 1;
    const auto line = [start](const std::string& all) {
      return start < all.size() ? all.substr(start, all.find('\n', start) - start) : "(the end)";
    };
    return "\nsaid: " + line(said) + "\nkept: " + line(kept);
  }

  std::filesystem::path folder_ = std::filesystem::path(FIRSTHAND_SOURCE) / "tests/spoken";
  bool renews_ = std::getenv("FIRSTHAND_BLESS") != nullptr;
  std::set<std::string> names_;
};

} // namespace firsthand::screens
