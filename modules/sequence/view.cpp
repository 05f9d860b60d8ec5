// See view.h. Press a row and then the place it shall go to; or press it and use the arrow keys; or drag it.
#include "modules/sequence/view.h"

#include "engine/screens/play/question.h"
#include "engine/ui/widgets.h"
#include "modules/sequence/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firsthand::modules::sequence {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

constexpr int nothing = -1;

// Of the screen only. `order` holds indices of items, as they stand now.
struct Arranging {
  std::vector<std::size_t> order;
  int lifted = nothing;             // place of the row that was pressed and waits for its new place
  std::optional<std::size_t> taken; // item of the row that the pointer holds down
  bool dragged = false;             // it has moved: letting go is no press
  bool shown = false;               // it was drawn before
};

struct Sheet {
  screens::Question& q;
  ui::Frame& f;
  const screens::StepScene& scene;
  const SequenceSpec& spec;
  const Arranged& given;
  Arranging& now;

  std::string tr(std::string_view english, const content::Fill& fill = {}) const { return scene.words.tr("sequence", english, fill); }
};

std::string row_id(const Sheet& s, int place) {
  return fmt::format("sequence/row/{}", s.spec.items[s.now.order[static_cast<std::size_t>(place)]].id);
}

// As they are shown at first: never in an order that is right already.
std::vector<std::size_t> first_order(const Sheet& s) {
  std::vector<std::size_t> order = s.scene.shown("items", s.spec.items.size());
  const auto place = [&](std::size_t item) { return std::find(order.begin(), order.end(), item); };
  const auto kept = [&](const auto& pair) { return place(pair.first) < place(pair.second); };
  if (!s.spec.pairs.empty() && std::all_of(s.spec.pairs.begin(), s.spec.pairs.end(), kept))
    std::iter_swap(place(s.spec.pairs.front().first), place(s.spec.pairs.front().second));
  return order;
}

void keep_step(Sheet& s) {
  if (s.now.order.size() != s.spec.items.size()) s.now.order = first_order(s);
  if (!std::exchange(s.now.shown, true) && !s.q.answered()) s.f.focus(row_id(s, 0)); // not on Submit: the rows come first
  if (!newly_answered(s.q)) return;
  s.now.order = s.given.order;
  s.now.lifted = nothing;
}

void move_row(Arranging& now, int from, int to) {
  const int last = static_cast<int>(now.order.size()) - 1;
  to = std::clamp(to, 0, last);
  if (from == to || from < 0 || from > last) return;
  const auto at = [&](int place) { return now.order.begin() + place; };
  if (from < to)
    std::rotate(at(from), at(from + 1), at(to + 1));
  else
    std::rotate(at(to), at(from), at(from + 1));
  if (now.lifted == from) now.lifted = to;
}

void press_row(Arranging& now, int place) {
  if (now.lifted == nothing) {
    now.lifted = place;
    return;
  }
  if (now.lifted != place) move_row(now, now.lifted, place);
  now.lifted = nothing;
}

// Arrow keys belong to the row that was lifted; otherwise they move the focus.
void move_by_keys(Sheet& s) {
  if (s.now.lifted == nothing || !s.q.open()) return;
  if (s.f.closes("sequence/lifted")) s.now.lifted = nothing; // it stays where it is now
  if (s.f.shortcut(ui::Key::up)) move_row(s.now, s.now.lifted, s.now.lifted - 1);
  if (s.f.shortcut(ui::Key::down)) move_row(s.now, s.now.lifted, s.now.lifted + 1);
}

struct RowLook {
  Rect rect, number, words, up, down;
};

RowLook look_of(ui::Frame& f, const Rect& rect, bool lifted) {
  RowLook look;
  look.rect = rect;
  Rect rest = rect.inset(f.px(16), 0);
  look.number = rest.take_left(f.px(28), f.px(16));
  const int side = f.px(40);
  if (lifted) {
    Rect down = rest.take_right(side, f.px(8)), up = rest.take_right(side, f.px(12));
    look.down = {down.x, rect.y + (rect.h - side) / 2, side, side};
    look.up = {up.x, rect.y + (rect.h - side) / 2, side, side};
  } else {
    rest.take_right(f.px(24), f.px(12));
  }
  look.words = rest;
  return look;
}

int row_height_of(ui::Frame& f, const std::string& words, int w) {
  return std::max(f.px(56), f.measure(words, Type::body, look_of(f, {0, 0, w, 0}, true).words.w).h + f.px(24));
}

// The row that the pointer took goes where the pointer is, as long as the button is down.
void drag(Sheet& s, const std::vector<Rect>& rects) {
  if (!s.f.pointer_down() || !s.q.open()) s.now.taken.reset();
  if (!s.now.taken) return;
  s.f.drag();
  const auto found = std::find(s.now.order.begin(), s.now.order.end(), *s.now.taken);
  const int from = static_cast<int>(found - s.now.order.begin()), y = s.f.pointer().y;
  for (std::size_t place = 0; place < rects.size(); ++place) {
    const int to = static_cast<int>(place);
    if (y < rects[place].y || y >= rects[place].bottom() || to == from) continue;
    move_row(s.now, from, to);
    s.now.dragged = true;
    s.now.lifted = nothing;
    return;
  }
}

void small_button(Sheet& s, const Rect& rect, std::string_view id, const std::string& label, const char* icon, int to) {
  const ui::Interaction i = s.f.control({.id = id, .label = label, .role = ui::Role::button, .rect = rect, .value = {}, .shape = {}});
  s.f.fill(rect, i.hovered ? Colour::acc_soft : Colour::surf, s.f.radius());
  s.f.border(rect, Colour::line2, 1, s.f.radius());
  s.f.icon(icon, rect.inset(s.f.px(10)), Colour::acc);
  if (i.ring) s.f.focus_ring(rect, s.f.radius());
  if (i.clicked) move_row(s.now, s.now.lifted, to);
}

void draw_number(Sheet& s, const Rect& at, int place, bool lifted) {
  s.f.disc(at.centre(), s.f.px(28), lifted ? Colour::acc : Colour::surf2);
  s.f.text(at, std::to_string(place + 1), Type::body_bold, lifted ? Colour::on_acc : Colour::text,
           {.align = ui::Align::centre, .valign = ui::VAlign::middle, .listed = ui::Listed::no});
}

void draw_row(Sheet& s, int place, const Rect& rect) {
  ui::Frame& f = s.f;
  const Item& item = s.spec.items[s.now.order[static_cast<std::size_t>(place)]];
  const bool lifted = s.now.lifted == place && s.q.open();
  const std::string id = row_id(s, place), number = std::to_string(place + 1);
  const ui::Interaction i = f.control({.id = id,
                                       .label = s.scene.say(item.text),
                                       .role = ui::Role::row,
                                       .rect = rect,
                                       .enabled = s.q.open(),
                                       .chosen = lifted,
                                       .value = number,
                                       .shape = {}});
  f.fill(rect, lifted || i.hovered ? Colour::acc_soft : Colour::surf, f.radius());
  f.border(rect, lifted || i.held ? Colour::acc : Colour::line2, lifted || i.held ? 2 : 1, f.radius());
  const RowLook look = look_of(f, rect, lifted);
  draw_number(s, look.number, place, lifted);
  f.text(look.words, s.scene.say(item.text), Type::body, Colour::text, {.valign = ui::VAlign::middle, .listed = ui::Listed::no});
  if (!lifted && s.q.open()) f.icon("list", {rect.right() - f.px(40), rect.y + (rect.h - f.px(20)) / 2, f.px(20), f.px(20)}, Colour::mut);
  if (i.ring) f.focus_ring(rect, f.radius());
  if (i.held && !s.now.taken) s.now.taken = s.now.order[static_cast<std::size_t>(place)];
  if (i.clicked && !s.now.dragged) press_row(s.now, place);
  if (!lifted) return;
  small_button(s, look.up, "sequence/up", s.tr("Move up"), "arrow-up", place - 1);
  small_button(s, look.down, "sequence/down", s.tr("Move down"), "arrow-down", place + 1);
}

// A row that moves while it is drawn shows in the next frame.
Box row_box(Sheet& s, std::size_t place, const std::vector<std::size_t>& order, std::vector<Rect>& rects) {
  const std::string& words = s.scene.say(s.spec.items[order[place]].text);
  return {[&s, &words](ui::Frame& f, int width) {
            return ui::Size{width, row_height_of(f, words, width)};
          },
          [&s, &order, &rects, place](ui::Frame&, const Rect& rect) {
            rects.push_back(rect);
            if (s.now.order == order) draw_row(s, static_cast<int>(place), rect);
          }};
}

Box rows_box(Sheet& s, const std::vector<std::size_t>& order, std::vector<Rect>& rects) {
  Box rows = box::column({.gap = 8});
  for (std::size_t place = 0; place < order.size(); ++place)
    rows.add(row_box(s, place, order, rects));
  return box::group("sequence/rows", std::move(rows));
}

bool is_kept(const Sheet& s, const std::pair<std::size_t, std::size_t>& pair) {
  const auto place = [&](std::size_t item) { return std::find(s.given.order.begin(), s.given.order.end(), item); };
  return place(pair.first) < place(pair.second);
}

Box pair_box(Sheet& s, const std::pair<std::size_t, std::size_t>& pair) {
  const bool kept = is_kept(s, pair);
  const content::Fill fill{{"first", s.scene.say(s.spec.items[pair.first].text)}, {"second", s.scene.say(s.spec.items[pair.second].text)}};
  const std::string words =
      kept ? s.tr("Right: “{first}” before “{second}”.", fill) : s.tr("Should be: “{first}” before “{second}”.", fill);
  const Colour colour = kept ? Colour::ok : Colour::loss;
  return box::row({.gap = 12, .across = ui::Across::start},
                  box::column({.pad = {0, 3, 0, 0}}, box::icon(kept ? "check" : "cross", 18, colour)),
                  box::text(s.f.keep(words), Type::body, colour).grow());
}

Box verdict_box(Sheet& s) {
  if (!s.q.told()) return {};
  Box all = box::column({.gap = 6, .pad = {0, 8, 0, 6}});
  for (const auto& pair : s.spec.pairs)
    all.add(pair_box(s, pair));
  if (s.given.closed) all.add(box::column({.pad = {0, 8, 0, 2}}, box::text(s.scene.say(s.spec.why), Type::lead)));
  return all;
}

std::vector<std::pair<model::Symbol, model::Symbol>> values_of(const Sheet& s) {
  std::vector<std::pair<model::Symbol, model::Symbol>> values;
  for (const std::size_t index : s.now.order)
    values.emplace_back(s.spec.item, s.spec.items[index].symbol);
  return values;
}

class SequenceView final : public screens::QuestionView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const SequenceSpec&>(scene.spec);
    const Arranged given = arranged(spec, scene.state);
    screens::Question q{f, scene, spec, given, memory_, out, "sequence"};
    Sheet s{q, f, scene, spec, given, now_};
    keep_step(s);
    move_by_keys(s);
    q.changed = now_.order != given.order;
    const std::vector<std::size_t> order = now_.order;
    std::vector<Rect> rects;
    draw_question(q, area,
                  {.hint = f.keep(s.tr("Drag a row, or press it and then its new place. Arrow keys move it too.")),
                   .answers = rows_box(s, order, rects),
                   .verdict = verdict_box(s),
                   .values = values_of(s),
                   .touched = now_.order != first_order(s)});
    if (!f.pointer_down()) now_.dragged = false;
    drag(s, rects);
    if (now_.order != order) f.wake_after(0);
    return out;
  }

  // A row is pressed, then the row that stands where it shall be.
  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    for (std::size_t place = 0; place < action.values.size(); ++place) {
      const std::string wanted = "sequence/row/" + prepared.symbols.word(action.values[place].second);
      const std::vector<std::string> now = hands.ids("sequence/row/");
      if (place >= now.size() || now[place] == wanted) continue;
      hands.press(wanted);
      hands.press(now[place]);
    }
    hands.press("sequence/submit");
  }

  std::optional<std::string> pose(screens::Hands& hands, const session::Prepared& prepared,
                                  const screens::Progress& progress) const override {
    return StepView::pose(hands, prepared, progress);
  }

 protected:
  Marks marks(const session::Spec& base) const override {
    Marks all;
    for (const std::size_t index : now_.order)
      all.push_back(static_cast<const SequenceSpec&>(base).items[index].id);
    return all;
  }
  // All of them, each once; else it stands as at first.
  void mark_again(const session::Spec& base, const Marks& marks) override {
    const auto& items = static_cast<const SequenceSpec&>(base).items;
    std::vector<std::size_t> order;
    for (const std::string& mark : marks)
      for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].id == mark && std::find(order.begin(), order.end(), i) == order.end()) order.push_back(i);
    if (order.size() == items.size()) now_.order = std::move(order);
  }

 private:
  Arranging now_;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<SequenceView>(); }

} // namespace firsthand::modules::sequence
