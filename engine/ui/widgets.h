// Buttons, verbs, options, rows, fields and the other parts of the look. Each is a function: it draws, lists itself in the
// registry and returns an intent. It decides nothing and owns no words. Rectangles are window pixels; heights() are scaled.
#pragma once

#include "engine/ui/frame.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::ui {

enum class Meaning : std::uint8_t { quiet, accent, ok, warn, loss };
Colour ink_of(Meaning meaning);    // mut, acc, ok, warn, loss
Colour ground_of(Meaning meaning); // surf2, acc_soft, ok_soft, warn_soft, loss_soft

// ---- buttons --------------------------------------------------------------------------------------------------------
enum class ButtonKind : std::uint8_t { main, plain, quiet, link }; // one main a screen; quiet has no border until hover
enum class ButtonSize : std::uint8_t { normal, small };            // 48 and 40 px

struct Button {
  std::string_view id, label;
  std::string_view icon = {};
  ButtonKind kind = ButtonKind::plain;
  ButtonSize size = ButtonSize::normal;
  bool enabled = true;
  bool selected = false;
  Align align = Align::centre;
  char choose_key = 0;
  Role role = Role::button;    // a link by its kind; tabs say tab
  bool led = false;            // see Row
  std::string_view again = {}; // "Press again": asks twice, and says this in between; see Control
  // Why it cannot be pressed now. Given also while it can: then it is not shown, and has its room all the same, so that nothing moves.
  std::string_view reason = {};
  bool show_reason = true; // below its words; off: it stands beside the button already, and is only read out
};
Size size_of(Frame& f, const Button& button, int max_width = 0); // the natural size; wraps beyond max_width
bool button(Frame& f, const Rect& rect, const Button& button);
// An arrow in a square of 40: the way back, first in the order of Tab.
bool back_button(Frame& f, const Rect& square, std::string_view id, std::string_view label);

// A verb: icon, words, its seconds at the right; 40 high. All verbs look alike: no order by merit.
struct Verb {
  std::string_view id, label, seconds; // seconds: "20 s", already in words
  std::string_view icon = {};
  bool enabled = true;
  std::string_view reason = {};  // why not, in place of the seconds
  std::string_view reasons = {}; // all that it may ever have, a line each: it is as high as they need from the beginning
  std::string_view again = {};   // "Press again": asks twice, and says this in between; see Control
  char choose_key = 0;
  bool used = false; // was done already: a tick, at its old place
};
int verb_height(Frame& f, const Verb& verb, int width);
bool verb(Frame& f, const Rect& rect, const Verb& verb);

// ---- things that hold other things ----------------------------------------------------------------------------------
// Ground of a card: `surf`, 1-px line, radius 6. Not pressable.
void card(Frame& f, const Rect& rect, Colour ground = Colour::surf);
// A card that is itself pressed; draw its contents after it. `label` is what is read out.
struct Card {
  std::string_view id, label;
  bool enabled = true, selected = false;
  Colour ground = Colour::surf;
  char letter = 0; // 'A'..'H' gives it the focus, and Enter presses it; whoever draws its contents shows it
};
bool card(Frame& f, const Rect& rect, const Card& card);

// A row of a list: whole row pressable, current row on `acc_soft`. Contents by the caller unless `label` is drawn.
struct Row {
  std::string_view id, label;
  std::string_view icon = {};
  std::string_view detail = {}; // second voice at the right end
  bool enabled = true, selected = false;
  bool arrow = false; // a chevron at the right end
  bool bare = false;  // draws ground and ring only
  bool led = false;   // pressed by the pointer alone: the keys stay in a field, which leads through the list
  Meaning icon_meaning = Meaning::quiet;
};
int row_height(Frame& f, const Row& row, int width);
bool row(Frame& f, const Rect& rect, const Row& row);

// ---- choices --------------------------------------------------------------------------------------------------------
// One answer of a question: letter, words, mark. Wrap the options of one question in begin_group/end_group.
struct Option {
  std::string_view id, label;
  char letter = 0; // 'A'..'H' shown and usable as key
  bool chosen = false;
  bool several = false; // checkbox instead of radio
  bool enabled = true;
  bool done_by_press = false;          // and not only chosen by it: then its letter gives it the focus, and Enter presses it
  std::optional<Meaning> verdict = {}; // after the answer: ok or loss, with its word
  std::string_view verdict_word = {};
};
char letter_of_option(std::size_t place); // 'A'..'H' in the order in which they stand; 0: more than keys stand for
int option_height(Frame& f, const Option& option, int width);
bool option(Frame& f, const Rect& rect, const Option& option);

struct Tab {
  std::string_view id, label;
};
int tabs_width(Frame& f, std::span<const Tab> tabs);
// Returns the index pressed. `rect` gives place and height (40 at 100 %); tabs wrap to more lines if they must.
std::optional<int> tabs(Frame& f, const Rect& rect, std::string_view group, std::span<const Tab> tabs, int current);
int tabs_height(Frame& f, int width, std::span<const Tab> tabs);

struct Toggle {
  std::string_view id, label;
  bool on = false, enabled = true;
  std::string_view state = {}; // the word beside it: "On", "Off"
};
bool toggle(Frame& f, const Rect& rect, const Toggle& toggle);

// Label, value, [-] and [+]; returns -1 or +1. Arrow keys move between the two buttons.
struct Stepper {
  std::string_view id, label, value; // value already in words: "125 %"
  std::string_view less_label, more_label;
  bool can_less = true, can_more = true;
};
int stepper(Frame& f, const Rect& rect, const Stepper& stepper);
// Less at the left end of `rect`, more at its right one, each as wide as `rect` is high, whatever the text size: for what changes that size
// itself, so that the next press meets the same button.
int steady_stepper(Frame& f, const Rect& rect, const Stepper& stepper);

// ---- text in ----------------------------------------------------------------------------------------------------------
enum class FieldLook : std::uint8_t { plain, paper };
enum class FieldEvent : std::uint8_t { none, changed, submitted }; // submitted: Enter in a one-line field
struct Field {
  std::string_view id, label; // label is drawn above (plain) or inside (paper)
  std::string_view hint = {}; // shown while empty
  std::string_view icon = {};
  FieldLook look = FieldLook::plain;
  bool password = false, several_lines = false, enabled = true, digits_only = false;
  bool show_label = true; // off: the label is only read out
  bool current = false;   // paper: the field asked for next
  bool hears_all = false; // takes what is typed where no other field has the focus
  int max_bytes = 400;
};
int field_height(Frame& f, const Field& field, int lines = 1);
FieldEvent field(Frame& f, const Rect& rect, const Field& field, std::string& value);

// ---- scrolling ----------------------------------------------------------------------------------------------------------
// A clipped area with a visible bar when its content is taller. Usage:
//   ScrollArea area(f, {"findings", rect});           // content starts at area.top()
//   int y = area.top(); ... draw at y, width area.width() ...
//   area.finish(y);                                     // y: bottom of the content
// Wheel and Page keys scroll; a focused control inside is brought into view. Arrows scroll too; in one that leads they move the focus
// through what can be pressed, from group to group, and scroll only past what can only be read.
struct Scroll {
  std::string_view id;
  Rect rect;
  std::string_view label = {};
  bool leads = false;
};
class ScrollArea {
 public:
  ScrollArea(Frame& f, const Scroll& scroll);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;
  int left() const { return inner_.x; }
  int top() const { return inner_.y - offset_; } // where content begins, moved by the scroll
  int width() const { return inner_.w; }
  Rect view() const { return inner_; }
  void finish(int content_bottom);
  static int room_for_bar(const Frame& f); // at the right; content must not jump when it grows

 private:
  void leave();
  Frame& f_;
  std::string id_, label_;
  Rect outer_, inner_;
  int offset_ = 0;
  std::size_t first_entry_ = 0;
  bool open_ = true, leads_ = false;
};
void scroll_to_top(Frame& f, std::string_view id);
void scroll_to_end(Frame& f, std::string_view id);
void scroll_to(Frame& f, std::string_view id, std::string_view control); // if it is not seen, so far that all of it is
// The same of what is no control, asked while it is drawn inside of the area: several are brought into sight together.
void scroll_to(Frame& f, std::string_view id, const Rect& place);

// ---- pictures and places on them ------------------------------------------------------------------------------------------
// A place on a picture. Outline 3 px `acc` on 6 px white when selected or focused; a thin one when hovered; its label is a
// tag 24 high at `label_at`, with `icon` (eye: not looked at; check: looked at).
struct HotSpot {
  std::string_view id, label;
  std::span<const Point> shape; // polygon in window pixels (Placed::map); empty: `rect`
  Rect rect;
  Point label_at; // top left of the tag
  std::string_view icon = {};
  std::string_view said = {}; // what the icon says, in words
  bool selected = false, enabled = true, show_label = true;
};
bool hot_spot(Frame& f, const HotSpot& spot);
// The tag alone, for labels over pictures.
Size picture_label(Frame& f, Point at, std::string_view label, std::string_view icon = {}, bool selected = false);

// ---- signs ------------------------------------------------------------------------------------------------------------------
struct Tag {
  std::string_view label;
  std::string_view icon = {};
  Meaning meaning = Meaning::quiet;
};
Size size_of(Frame& f, const Tag& tag, int max_width = 0); // 28 high at 100 %, radius 4
Size tag(Frame& f, Point at, const Tag& tag, int max_width = 0);

// Bar 8 high. `done` of `total`; `label` is read out and not drawn.
void progress(Frame& f, const Rect& rect, int done, int total, std::string_view label);

// A banner: icon, words, optional action; never modal.
struct Notice {
  std::string_view words;
  std::string_view icon = {};
  Meaning meaning = Meaning::warn;
  std::string_view action_id = {}, action_label = {};
};
int notice_height(Frame& f, const Notice& notice, int width);
bool notice(Frame& f, const Rect& rect, const Notice& notice); // true: its action

// A strip that asks once more in place, instead of a modal box. Esc is a no.
struct Confirm {
  std::string_view words;
  std::string_view yes_id, yes_label, no_id, no_label;
  std::string_view icon = {};
};
enum class Answer : std::uint8_t { none, yes, no };
int confirm_height(Frame& f, const Confirm& confirm, int width);
Answer confirm(Frame& f, const Rect& rect, const Confirm& confirm);

int bar_design_height(const Frame& f); // of the top bar, design pixels
int bar_height(Frame& f);
// The top bar's ground: 56 high (72 at 150 %) with its bottom line. Returns the rectangle inside the side padding of 24.
Rect top_bar(Frame& f);

} // namespace firsthand::ui
