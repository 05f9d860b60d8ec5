// What draw code gets for one frame: measures, colours, text, shapes, pictures, input, and a way to make a control.
// Draw = read state, return an intent. Knows no content, no storage, no decision; owns no string of the product.
#pragma once

#include "engine/paint/options.h"
#include "engine/text/text.h"
#include "engine/ui/registry.h"
#include "engine/ui/using_paint.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::ui {

class Stage; // everything that lives longer than a frame; internal

enum class Align : std::uint8_t { left, centre, right };
enum class VAlign : std::uint8_t { top, middle, bottom };
enum class Listed : std::uint8_t { yes, no }; // whether a text enters the registry by itself

struct TextOptions {
  Align align = Align::left;
  VAlign valign = VAlign::top;            // only where a Rect with a height is given
  int max_lines = 0;                      // 0: no limit. What does not fit is left out by whole lines and recorded as cut.
  std::span<const text::Span> spans = {}; // bold parts, links (mark)
  bool tabular = false;                   // figures of one width
  Colour mark_colour = Colour::acc;       // spans with a mark other than 0 are drawn in this, underlined
  Role role = Role::text;                 // heading, for read-aloud
  Listed listed = Listed::yes;            // a widget that lists itself says no
  std::string_view language = {};         // empty: the settings' language
};

enum class Key : std::uint8_t {
  none,
  tab,
  enter,
  space,
  escape,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  backspace,
  del,
  f1,
  f2,
  f4,
  f11,
  plus,
  minus,
  zero,
  letter // letter: see KeyPress::character
};

struct KeyPress {
  Key key = Key::none;
  char character = 0; // 'a'..'z', '0'..'9' for Key::letter
  bool shift = false, ctrl = false, alt = false;
  bool repeat = false; // held down, not pressed anew
};

// What the person asked of the shell, not of a widget. Read it once a frame in the shell.
struct Intents {
  bool back = false;                      // Esc or Alt+Left that nothing else used
  bool help = false;                      // F1
  bool full_screen = false;               // F11
  bool read_screen = false;               // F2
  bool be_quiet = false;                  // F4
  bool quit = false;                      // window closed
  int text_step = 0;                      // Ctrl+plus +1, Ctrl+minus -1
  bool text_reset = false;                // Ctrl+0
  std::vector<std::string> dropped_files; // UTF-8 paths
};

// How a control is told to the frame, and what it hears back.
struct Control {
  std::string_view id;
  std::string_view label;
  Role role = Role::button;
  Rect rect;
  bool enabled = true;
  bool focusable = true;
  bool chosen = false; // selected, on
  std::string_view value = {};
  std::string_view reason = {};      // why it is not enabled
  bool done = false;                 // was done once
  int secret = -1;                   // see Entry
  char choose_key = 0;               // 'A'..'H' presses it without focus; '1'..'9' only gives it the focus: no press of it
  bool key_leads = false;            // 'A'..'H' as well only gives it the focus
  std::span<const Point> shape = {}; // polygon instead of rect
  Cut cut = Cut::whole;
  bool main = false;       // see Entry
  bool asks_twice = false; // `clicked` only with the second press, apart from the first; in between it is `armed`
};

struct Interaction {
  bool hovered = false; // pointer over it, and it is enabled
  bool held = false;    // pressed and not yet let go, pointer still over it
  bool clicked = false; // the intent: click, Enter, Space, or its letter
  bool armed = false;   // asks twice, and was pressed once
  bool focused = false;
  bool ring = false; // draw the focus ring: focused, and the keyboard was used last
  float hover = 0;   // 0..1, eased over 120 ms
};

enum class Stops : std::uint8_t { each, once };   // of Tab, in a group
enum class Beside : std::uint8_t { deaf, heard }; // what lies beside a sheet

// What a text field did not take of what was typed or pasted: told, never dropped in silence. Nothing of a text that was pasted is
// put in then, so that all of it is still there to be pasted again. Stands for two seconds, whatever is typed on, and then until
// the next press, key or letter.
struct NotTaken {
  enum class Why : std::uint8_t { too_long, digits_only, unreadable };
  Why why = Why::too_long;
  bool pasted = false;
  std::size_t letters = 0, room = 0; // of a pasted text that is too long: how many it has, how many of them there is room for
  Rect field;                        // window pixels
  std::int64_t at_ms = 0;
};

class Frame {
 public:
  explicit Frame(Stage& stage) : stage_(stage) {}
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  // ---- measures -----------------------------------------------------------------------------------------------
  int px(int design_px) const;               // design pixels at 100 % to window pixels at the text setting
  int radius() const { return px(6); }       // of cards and of what is pressed
  int small_radius() const { return px(4); } // of tags and labels
  int width() const;                         // window pixels
  int height() const;
  Rect window() const { return {0, 0, width(), height()}; }
  int text_percent() const;
  const Settings& settings() const;
  bool high_contrast() const;
  Rgba rgba(Colour colour) const;
  int line_height(Type type) const; // px, scaled

  // ---- text ---------------------------------------------------------------------------------------------------
  // Draws wrapped text with its top left at x, y; max_width 0 is one line. Returns the height used, in px.
  int text(int x, int y, int max_width, std::string_view words, Type type, Colour colour, const TextOptions& options = {});
  // Inside a rectangle, aligned both ways; wraps at its width. Text taller than the rectangle is recorded as cut.
  int text(const Rect& rect, std::string_view words, Type type, Colour colour, const TextOptions& options = {});
  // What text() would need. Cached: measuring and then drawing lays out once.
  Size measure(std::string_view words, Type type, int max_width = 0, const TextOptions& options = {});
  const text::Layout& layout(std::string_view words, Type type, int max_width, const TextOptions& options = {});
  const text::FontSet& fonts() const;
  std::string_view keep(std::string words); // words that were put together, until the end of the frame

  // ---- shapes (whole pixels; radius and thickness in px, already scaled) -------------------------------------------
  void fill(const Rect& rect, Colour colour, int radius = 0, std::uint8_t corners = all_corners);
  void fill(const Rect& rect, Rgba colour, int radius = 0, std::uint8_t corners = all_corners);
  void border(const Rect& rect, Colour colour, int thickness = 1, int radius = 0, std::uint8_t corners = all_corners);
  void hline(int x, int y, int w, Colour colour, int thickness = 1, Stroke stroke = Stroke::solid);
  void vline(int x, int y, int h, Colour colour, int thickness = 1, Stroke stroke = Stroke::solid);
  void polyline(std::span<const Point> points, Colour colour, int thickness = 2); // smooth, round joins
  void polygon(std::span<const Point> points, Colour outline, int thickness);     // closed outline, smooth
  void disc(Point centre, int diameter, Colour colour);
  void circle(Point centre, int diameter, Colour colour, int thickness = 1); // outline
  void diamond(Point centre, int size, Colour outline, Colour inside, int thickness = 2);
  void focus_ring(const Rect& rect, int radius); // 3 px `acc`, 2 px outside (4 px in high contrast)

  // ---- icons and pictures -----------------------------------------------------------------------------------------
  // `name` is a file of assets/icons without ".svg"; drawn in the rectangle's smaller side, centred. False if missing.
  bool icon(std::string_view name, const Rect& rect, Colour colour);
  Placed picture(const Picture& picture, const Rect& rect, const PictureOptions& options = {});
  // Layers of one size, the first at the bottom, composed into one texture at the size needed.
  Placed scene(std::span<const Picture> layers, const Rect& rect, const PictureOptions& options = {});

  // ---- clipping and layers ------------------------------------------------------------------------------------------
  void push_clip(const Rect& rect);
  void pop_clip();
  Rect clip() const;
  // A sheet above the rest (notebook at 150 %, menus): what lies under it hears nothing and gets no focus.
  // Beside it as well, or there the pointer presses what it points at: then whoever draws it closes it by that press.
  void begin_sheet(std::string_view id, const Rect& rect, std::string_view label, Beside beside = Beside::deaf);
  // A press that began beside `rect` was let go in this frame. Ask it in each frame while the sheet is open, before it is drawn.
  bool released_beside(const Rect& rect) const;
  void end_sheet();

  // ---- what is shown ----------------------------------------------------------------------------------------------
  // Names the screen or step; the names of one frame are joined. Another name than in the last frame: a press has to begin
  // anew, what was armed is not any more, and the main control gets the focus. Sheets and lists count by themselves.
  void screen(std::string_view name);
  // What was done here so far, counted: after another one a press has to begin anew, and all else stays.
  void moment(int turn);

  // ---- controls and keyboard --------------------------------------------------------------------------------------
  // Registers a control and says what happened to it. Every widget is made from this; modules may make their own.
  Interaction control(const Control& control);
  void list(Role role, std::string_view label, const Rect& rect, std::string_view value = {}, Cut cut = Cut::whole);
  // Arrow keys move between the controls of a group; Tab enters and leaves it one by one as well, or stops in it once.
  void begin_group(std::string_view id, Stops stops = Stops::each);
  void end_group();
  void begin_part(Part part); // for the order of Tab
  void end_part();
  void focus(std::string_view id); // from the next frame on
  bool armed(std::string_view id) const;
  std::string_view focused() const;
  // True once for the frame in which it was pressed; uses it up. Under a sheet nothing is heard: ask inside of the sheet.
  bool shortcut(Key key, char character = 0, bool ctrl = false);
  bool is_over(const Rect& rect) const; // the pointer is there, and no sheet lies over it
  int wheel() const;                    // steps in this frame, up positive
  void use_wheel();                     // whoever is drawn later hears nothing of it
  bool pressed() const;                 // the button went down in this frame
  // Esc goes up one level a press. What is open on the screen (a question, a list, a sheet, a thing that was taken up) asks for it
  // here while it is drawn, in its sheet if it has one; true once: close it. `level` names it.
  bool closes(std::string_view level);
  // The same of a whole screen, with Alt+Left as well: true when nothing on the screen used the key. Not on the way of another one.
  bool leaves(std::string_view screen);
  // Esc took the focus out of this field, in this frame: what was typed stays.
  bool left_field(std::string_view id) const;
  const std::optional<NotTaken>& not_taken() const;
  void keep_still(); // something is being saved: what cannot be pressed for a moment keeps the focus
  void drag();       // what the button holds is moved, although the list changes
  const Intents& intents() const;
  Point pointer() const; // -1, -1 when outside
  bool pointer_down() const;
  bool acted() const;                        // the person did something since the last frame
  bool was_shown(std::string_view id) const; // in the last frame

  // ---- time ---------------------------------------------------------------------------------------------------------
  std::int64_t now_ms() const;                      // since the window opened; fixed steps in tests
  void hold_input();                                // the next frame hears nothing: what is pressed and typed waits
  void wake_after(int ms);                          // ask for a frame at the latest then; without it an idle window sleeps
  float ease(std::string_view id, bool on, int ms); // 0..1 towards `on`; at once with reduced motion

  const Registry& registry() const;
  Stage& stage() { return stage_; } // for the widgets of this room only

 private:
  Stage& stage_;
};

} // namespace firsthand::ui
