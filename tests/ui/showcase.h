// A page with every widget in every state, drawn for the layout check and for the eye. Words in English and Thai.
#pragma once

#include "engine/ui/widgets.h"

#include <string>

namespace firsthand::ui::showcase {

struct Words {
  std::string_view title, lead, main, plain, quiet, link, disabled, small, selected, verb, seconds, again, reason, option_a, option_b,
      option_c, right, wrong, tag_quiet, tag_ok, tag_warn, tag_loss, tag_acc, notice, undo, confirm, yes, no, name, hint, pin, note, seal,
      toggle, on, off, size, less, more, row, detail, card, saved;
};

inline const Words english{"The case of the lamp",
                           "Follow the cord with your eyes. Leave the lamp where it is, with Nok keeping it awake.",
                           "Continue",
                           "Start refresher",
                           "Hint",
                           "Replay",
                           "Sign and hand over",
                           "Change task",
                           "Your run",
                           "Follow the cord",
                           "5 s",
                           "Press again",
                           "Look closer first",
                           "Photograph the table from the door",
                           "Move the lamp to the window so that the whole table is in the light",
                           "Write down who stands where",
                           "Right",
                           "Wrong",
                           "Battery to 11:05",
                           "Saved",
                           "Due today",
                           "Lost",
                           "Under way",
                           "The clock runs on while you read this.",
                           "Undo",
                           "Hand over now? Nothing can be added later.",
                           "Hand over",
                           "Go back",
                           "Name",
                           "Search",
                           "PIN",
                           "Note",
                           "Seal number",
                           "Read aloud",
                           "On",
                           "Off",
                           "Text size",
                           "Smaller",
                           "Larger",
                           "Keep it alive",
                           "Agency profile, R4",
                           "Refresher: one lamp",
                           "Saved 14:02:11"};

inline const Words thai{"โคมไฟที่เปิดอยู่",
                        "มองตามสายไฟด้วยตา อย่าย้ายโคมไฟ ให้นกคอยดูไม่ให้เครื่องหลับ",
                        "ทำต่อ",
                        "เริ่มทบทวน",
                        "คำใบ้",
                        "เล่นซ้ำ",
                        "ลงชื่อและส่งมอบ",
                        "เปลี่ยนงาน",
                        "รอบของคุณ",
                        "ดูตามสาย",
                        "5 วิ",
                        "กดอีกครั้ง",
                        "ดูใกล้ ๆ ก่อน",
                        "ถ่ายภาพโต๊ะจากประตู",
                        "ย้ายโคมไฟไปที่หน้าต่างเพื่อให้ทั้งโต๊ะอยู่ในแสงสว่าง",
                        "จดว่าใครยืนอยู่ตรงไหน",
                        "ถูก",
                        "ผิด",
                        "แบตถึง 11:05",
                        "บันทึกแล้ว",
                        "ครบวันนี้",
                        "สูญหาย",
                        "กำลังทำ",
                        "นาฬิกาเดินต่อขณะที่คุณอ่านข้อความนี้",
                        "เลิกทำ",
                        "ส่งมอบตอนนี้หรือไม่ เพิ่มอะไรภายหลังไม่ได้",
                        "ส่งมอบ",
                        "ย้อนกลับ",
                        "ชื่อ",
                        "ค้นหา",
                        "รหัส",
                        "บันทึก",
                        "เลขซีล",
                        "อ่านออกเสียง",
                        "เปิด",
                        "ปิด",
                        "ขนาดตัวอักษร",
                        "เล็กลง",
                        "ใหญ่ขึ้น",
                        "รักษาไว้",
                        "ระเบียบหน่วย ข้อ 4",
                        "ทบทวน: โคมไฟ",
                        "บันทึก 14:02:11"};

struct State {
  std::string name = "Sgt. Dara P.", search, pin = "1234", note = "Seal A 204 117, bag 1", seal = "A 204 117";
  int tab = 0;
};

// Places things one after the other, in lines, and keeps count of the height.
class Flow {
 public:
  Flow(Frame& f, int x, int y, int w) : f_(f), x_(x), y_(y), left_(x), right_(x + w) {}
  Rect next(Size size, int gap) {
    if (x_ > left_ && x_ + size.w > right_) line(gap);
    const Rect place{x_, y_, size.w, size.h};
    x_ += size.w + f_.px(gap), tall_ = std::max(tall_, size.h);
    return place;
  }
  void line(int gap) { y_ += tall_ + f_.px(gap), x_ = left_, tall_ = 0; }
  Rect wide(int height, int gap) {
    if (tall_ > 0) line(gap);
    tall_ = height;
    const Rect place{left_, y_, right_ - left_, height};
    line(gap);
    return place;
  }
  int y() const { return y_ + tall_; }

 private:
  Frame& f_;
  int x_, y_, left_, right_, tall_ = 0;
};

inline void place_button(Frame& f, Flow& flow, const Button& b) { button(f, flow.next(size_of(f, b), 16), b); }

inline void draw_buttons(Frame& f, Flow& flow, const Words& w) {
  place_button(f, flow, {.id = "show/main", .label = w.main, .icon = "play", .kind = ButtonKind::main});
  place_button(f, flow, {.id = "show/plain", .label = w.plain, .icon = "replay"});
  place_button(f, flow, {.id = "show/disabled", .label = w.disabled, .icon = "check", .kind = ButtonKind::main, .enabled = false});
  place_button(f, flow, {.id = "show/quiet", .label = w.quiet, .icon = "hint", .kind = ButtonKind::quiet});
  place_button(f, flow, {.id = "show/link", .label = w.link, .kind = ButtonKind::link, .size = ButtonSize::small});
  place_button(f, flow, {.id = "show/small", .label = w.small, .size = ButtonSize::small});
  flow.line(16);
}

inline void draw_verbs(Frame& f, Flow& flow, const Words& w, int width) {
  const Verb verbs[] = {
      {.id = "show/verb", .label = w.verb, .seconds = w.seconds, .icon = "cord"},
      {.id = "show/again", .label = w.verb, .seconds = w.seconds, .icon = "lid", .again = w.again},
      {.id = "show/why", .label = w.verb, .seconds = w.seconds, .icon = "plug", .enabled = false, .reason = w.reason},
  };
  f.begin_group("show/verbs");
  const int each = f.text_percent() >= 200 ? width : (width - 2 * f.px(12)) / (f.text_percent() >= 150 ? 2 : 3);
  for (const Verb& v : verbs)
    verb(f, flow.next({std::min(each, width), verb_height(f, v, each)}, 12), v);
  f.end_group();
  flow.line(16);
}

inline void draw_options(Frame& f, Flow& flow, const Words& w, int width) {
  const Option options[] = {
      {.id = "show/a", .label = w.option_a, .letter = 'A', .chosen = true},
      {.id = "show/b", .label = w.option_b, .letter = 'B', .several = true},
      {.id = "show/b2", .label = w.option_c, .letter = 'C', .chosen = true, .several = true},
      {.id = "show/c", .label = w.option_c, .chosen = true, .enabled = false, .verdict = Meaning::loss, .verdict_word = w.wrong},
      {.id = "show/d", .label = w.option_a, .enabled = false, .verdict = Meaning::ok, .verdict_word = w.right},
  };
  f.begin_group("show/options");
  for (const Option& o : options)
    option(f, flow.wide(option_height(f, o, width), 8), o);
  f.end_group();
}

inline void draw_tags(Frame& f, Flow& flow, const Words& w) {
  const Tag tags[] = {{w.tag_quiet, "battery", Meaning::quiet},
                      {w.tag_acc, "play", Meaning::accent},
                      {w.tag_ok, "check", Meaning::ok},
                      {w.tag_warn, "clock", Meaning::warn},
                      {w.tag_loss, "cross", Meaning::loss}};
  for (const Tag& t : tags) {
    const Rect at = flow.next(size_of(f, t), 8);
    tag(f, {at.x, at.y}, t);
  }
  flow.line(16);
}

inline void draw_strips(Frame& f, Flow& flow, const Words& w, int width) {
  const Notice n{.words = w.notice, .icon = "triangle", .meaning = Meaning::warn, .action_id = "show/undo", .action_label = w.undo};
  notice(f, flow.wide(notice_height(f, n, width), 8), n);
  const Confirm c{.words = w.confirm, .yes_id = "show/yes", .yes_label = w.yes, .no_id = "show/no", .no_label = w.no, .icon = "question"};
  confirm(f, flow.wide(confirm_height(f, c, width), 16), c);
}

inline void draw_fields(Frame& f, Flow& flow, const Words& w, State& s, int width) {
  const int each = f.text_percent() >= 150 ? width : (width - f.px(16)) / 2;
  const Field fields[] = {{.id = "show/name", .label = w.name},
                          {.id = "show/search", .label = w.hint, .hint = w.hint, .icon = "search"},
                          {.id = "show/pin", .label = w.pin, .password = true, .digits_only = true},
                          {.id = "show/off", .label = w.name, .enabled = false}};
  std::string* values[] = {&s.name, &s.search, &s.pin, &s.name};
  for (int i = 0; i < 4; ++i)
    field(f, flow.next({each, field_height(f, fields[i])}, 16), fields[i], *values[i]);
  flow.line(16);
  const Field note{.id = "show/note", .label = w.note, .several_lines = true};
  field(f, flow.wide(field_height(f, note, 2), 16), note, s.note);
  const Field seal{.id = "show/seal", .label = w.seal, .look = FieldLook::paper};
  const Rect paper = flow.wide(f.px(56), 16);
  f.fill(paper, Colour::paper);
  f.border(paper, Colour::paper_line);
  field(f, {paper.x, paper.y, paper.w / 2, paper.h}, seal, s.seal);
}

inline void draw_settings(Frame& f, Flow& flow, const Words& w, int width) {
  toggle(f, flow.wide(f.px(48), 0), {.id = "show/aloud", .label = w.toggle, .on = true, .state = w.on});
  toggle(f, flow.wide(f.px(48), 0), {.id = "show/aloud2", .label = w.toggle, .on = false, .state = w.off});
  stepper(f, flow.wide(f.px(48), 16),
          {.id = "show/size", .label = w.size, .value = "125 %", .less_label = w.less, .more_label = w.more, .can_less = false});
  progress(f, flow.wide(f.px(8), 16), 2, 3, w.title);
  const Row rows[] = {{.id = "show/row1", .label = w.row, .icon = "check", .detail = w.detail, .arrow = true, .icon_meaning = Meaning::ok},
                      {.id = "show/row2",
                       .label = w.row,
                       .icon = "cross",
                       .detail = w.detail,
                       .selected = true,
                       .arrow = true,
                       .icon_meaning = Meaning::loss}};
  for (const Row& r : rows)
    row(f, flow.wide(row_height(f, r, width), 8), r);
}

inline void draw_card(Frame& f, Flow& flow, const Words& w) {
  const Rect place = flow.wide(f.px(80), 16);
  card(f, place, Card{.id = "show/card", .label = w.card});
  Rect inside = place.inset(f.px(20), 0);
  f.text(inside, w.card, Type::heading, Colour::text, {.valign = VAlign::middle, .listed = Listed::no});
}

inline void draw_bar(Frame& f, const Words& w) {
  Rect bar = top_bar(f);
  Rect right = bar.take_right(f.measure(w.saved, Type::small, 0, {.tabular = true}).w + f.px(21), f.px(24));
  f.icon("check", right.take_left(f.px(16), f.px(4)), Colour::ok);
  f.text(right, w.saved, Type::small, Colour::ok, {.valign = VAlign::middle, .tabular = true});
  Rect clock = bar.take_right(f.measure("09:14:40", Type::clock).w + f.px(30), f.px(24));
  f.icon("clock", clock.take_left(f.px(24), f.px(6)), Colour::text);
  f.text(clock, "09:14:40", Type::clock, Colour::text, {.valign = VAlign::middle});
  f.text(bar, w.title, Type::heading, Colour::text, {.valign = VAlign::middle, .role = Role::heading});
}

inline void draw(Frame& f, const Words& w, State& s) {
  f.fill(f.window(), Colour::bg);
  const Rect bar{0, 0, f.width(), f.px(56)};
  ScrollArea area(f, {"show", {f.px(32), bar.bottom() + f.px(8), f.width() - f.px(40), f.height() - bar.bottom() - f.px(8)}, "page"});
  const bool two = f.text_percent() < 150;
  const int column = two ? (area.width() - f.px(48)) / 2 : area.width() - f.px(16);
  Flow left(f, area.left() + f.px(8), area.top() + f.px(8), column);
  left.wide(f.text(area.left() + f.px(8), left.y(), column, w.lead, Type::lead, Colour::text), 16);
  draw_buttons(f, left, w);
  draw_verbs(f, left, w, column);
  draw_tags(f, left, w);
  draw_options(f, left, w, column);
  draw_strips(f, left, w, column);
  Flow right(f, two ? area.left() + column + f.px(40) : area.left() + f.px(8), two ? area.top() + f.px(8) : left.y(), column);
  const Tab tabs_shown[] = {{"show/tab0", w.selected}, {"show/tab1", w.plain}, {"show/tab2", w.small}};
  tabs(f, right.wide(tabs_height(f, column, tabs_shown), 16), "show/tabs", tabs_shown, s.tab);
  draw_fields(f, right, w, s, column);
  draw_settings(f, right, w, column);
  draw_card(f, right, w);
  area.finish(std::max(left.y(), right.y()) + f.px(24));
  draw_bar(f, w);
}

} // namespace firsthand::ui::showcase
