// The one table of named colours (light, dark, high contrast) and the one scale of type. Knows no widget and no window.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firsthand::paint {

enum class Theme : std::uint8_t { light, dark, high_contrast };
enum class Motion : std::uint8_t { normal, reduced };

// Tokens of the look. A soft ground (`*_soft`) filled by Frame gets its 2-px line in high contrast by itself.
enum class Colour : std::uint8_t {
  none,        // nothing is drawn
  bg,          // window
  surf,        // cards, top bar
  surf2,       // quiet tag, empty part of a bar, disabled control
  text,        // ink
  mut,         // second voice, group names
  line,        // hairlines, never the only sign
  line2,       // borders of what can be pressed
  acc,         // main button, selection, focus
  acc_hover,   // the main button under the pointer
  acc_press,   // the main button held down
  on_acc,      // text on `acc`
  acc_soft,    // current row, hover
  ok,          // saved, solid, done
  ok_soft,     //
  warn,        // deadline, open to challenge, due
  warn_soft,   //
  loss,        // lost, at risk
  loss_soft,   //
  note,        // notebook ground
  paper,       // custody form
  paper_line,  // its rules
  paper_label, // its printed labels
  paper_head,  // the ground of its table heads
  paper_edge,  // the second sheet under it
  ink,         // what was written on a form
  halo,        // the white under an outline over a picture
  halo_edge,   // the dark beside that white, where nothing is selected
  count
};

struct Rgba {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  friend bool operator==(const Rgba&, const Rgba&) = default;
};

Rgba colour_of(Theme theme, Colour colour);
std::string_view name_of(Colour colour);

// The line that a soft ground gets in high contrast; nothing for other colours.
std::optional<Colour> meaning_of_ground(Colour ground);

// WCAG 2 contrast of two opaque colours, times 100 (450 is 4.5 : 1).
int contrast_hundredths(Rgba a, Rgba b);

// What the table of the look promises: `ink` can be read on `ground` with at least `least_hundredths` in every theme.
struct ContrastPair {
  Colour ink, ground;
  int least_hundredths;
};
std::span<const ContrastPair> promised_contrasts();

// Size and line at 100 % in px. All grow with the text setting.
enum class Type : std::uint8_t {
  display,    // 36/44 bold: the debrief's verdict, one a screen
  title,      // 28/36 bold: page greeting, continue card
  clock,      // 24/32 bold, tabular
  heading,    // 20/28 bold: panel and card titles
  lead,       // 18/26: debrief paragraphs
  body,       // 16/24: all else
  body_bold,  // 16/24 bold: buttons, row heads
  verb,       // 15/20 bold: verb buttons
  small,      // 14/20: facts, log lines
  small_bold, // 14/20 bold: tags, group names
  tiny,       // 13/16: seconds, timeline labels, form labels
  hand,       // 17/24 italic: handwriting on forms
  count
};

struct TypeSpec {
  int size = 16, line = 24;
  bool bold = false, italic = false, tabular = false;
};
TypeSpec spec_of(Type type);

// What the person chose. The shell reads it from storage and gives it to the Window.
struct Settings {
  Theme theme = Theme::light;
  int text_percent = 100; // 100..200
  Motion motion = Motion::normal;
  std::string language = "en"; // BCP 47; chooses line breaks and glyph forms
  friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace firsthand::paint
