// What mouse, keyboard and the system do to a window, as SDL's own events: for tests and tools that act as a person would.
// Knows no control and no frame; nothing here waits.
#pragma once

#include "engine/paint/geometry.h"
#include "engine/ui/using_paint.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace firsthand::ui::device {

void move(Point p);
// `clicks`: 2 for the second half of a double click, as SDL counts.
void button(Point p, bool down, int clicks = 1);
void wheel(Point p, int steps); // up is positive

// "Tab", "Shift+Tab", "Enter", "Space", "Escape", "Left", "Ctrl+A", "Ctrl+=", "Alt+Left", "F1", "A", "3" …
struct KeyCode {
  std::int32_t code = 0; // SDL's
  std::uint16_t modifiers = 0;
};
std::optional<KeyCode> key_named(std::string_view name);
void key(KeyCode key, bool down, bool repeat = false);

void text(std::string_view utf8);    // typed at once; SDL passes 31 bytes in an event
void compose(std::string_view utf8); // an input method's unfinished text
void clipboard(std::string_view utf8);
void drop(std::string_view path); // a file is let go over the window

void lose_device();   // the graphics device was lost: every texture is empty
void lose_keyboard(); // another window has it
void close();         // the window's own close button
bool waiting();       // some event was not taken yet

} // namespace firsthand::ui::device
