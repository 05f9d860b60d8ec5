// The colour table keeps its promises: every pair named by the look is readable in every theme.
#include "engine/paint/theme.h"
#include "engine/ui/using_paint.h"

#include <doctest/doctest.h>

using namespace firsthand::ui;

TEST_CASE("ui: every promised pair of colours has its contrast in all three themes") {
  for (const Theme theme : {Theme::light, Theme::dark, Theme::high_contrast})
    for (const ContrastPair& pair : promised_contrasts()) {
      INFO(name_of(pair.ink), " on ", name_of(pair.ground), ", theme ", static_cast<int>(theme));
      CHECK(contrast_hundredths(colour_of(theme, pair.ink), colour_of(theme, pair.ground)) >= pair.least_hundredths);
    }
}

TEST_CASE("ui: contrast agrees with the known extremes") {
  CHECK(contrast_hundredths({0, 0, 0}, {255, 255, 255}) == 2100);
  CHECK(contrast_hundredths({255, 255, 255}, {0, 0, 0}) == 2100);
  CHECK(contrast_hundredths({0x77, 0x77, 0x77}, {255, 255, 255}) == 447); // the grey just below 4.5 : 1
}

TEST_CASE("ui: high contrast marks every soft ground with the colour of its meaning") {
  CHECK(meaning_of_ground(Colour::warn_soft) == Colour::warn);
  CHECK(meaning_of_ground(Colour::loss_soft) == Colour::loss);
  CHECK_FALSE(meaning_of_ground(Colour::surf).has_value());
}

TEST_CASE("ui: no type is below 13 px and every line is higher than its letters") {
  for (int type = 0; type < static_cast<int>(Type::count); ++type) {
    const TypeSpec spec = spec_of(static_cast<Type>(type));
    CHECK(spec.size >= 13);
    CHECK(spec.line > spec.size);
  }
}
