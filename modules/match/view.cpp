// See view.h. The thing that is selected waits for its place; what is matched goes on to the next that is not.
#include "modules/match/view.h"

#include "engine/screens/play/question.h"
#include "modules/match/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firsthand::modules::match {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

constexpr std::size_t nothing = std::size_t(-1);

// Of the screen only.
struct Matching {
  std::vector<std::size_t> targets; // of each item, as it stands now; nothing: none yet
  std::size_t selected = 0;         // item that waits for its target
  std::size_t taken = nothing;      // item that the pointer holds down
  bool dragged = false;             // it has left its place: letting go is no press
  bool shown = false;               // it was drawn before
};

struct Sheet {
  screens::Question& q;
  ui::Frame& f;
  const MatchSpec& spec;
  const Matched& given;
  Matching& now;
  std::vector<std::size_t> items_shown, targets_shown;     // the order in which they stand
  std::vector<Rect> places = {};                           // of the targets, as they were drawn
  std::size_t pressed = nothing, pressed_target = nothing; // in this frame

  std::string_view tr(std::string_view english, const content::Fill& fill = {}) const {
    return f.keep(q.scene.words.tr("match", english, fill));
  }
  const std::string& target_words(std::size_t target) const { return q.scene.say(spec.targets[target].text); }
  std::string_view item_id(std::size_t item) const { return f.keep("match/item/" + spec.items[item].id); }
  std::string_view target_id(std::size_t target) const { return f.keep("match/target/" + spec.targets[target].id); }
  char letter_of(std::size_t target) const { // of the place where it stands
    return static_cast<char>('A' + (std::find(targets_shown.begin(), targets_shown.end(), target) - targets_shown.begin()));
  }
  bool complete() const { return std::find(now.targets.begin(), now.targets.end(), nothing) == now.targets.end(); }
};

// After an answer the first that is wrong waits, if that is told anyway.
std::size_t first_to_mend(const Sheet& s) {
  for (const std::size_t item : s.items_shown)
    if (s.q.told() && s.given.targets[item] != s.spec.items[item].target) return item;
  return s.items_shown.front();
}

std::size_t first_unmatched(const Sheet& s) {
  for (const std::size_t item : s.items_shown)
    if (s.now.targets[item] == nothing) return item;
  return s.items_shown.front();
}

void keep_step(Sheet& s) {
  if (s.now.targets.size() != s.spec.items.size()) s.now.targets.assign(s.spec.items.size(), nothing);
  if (!std::exchange(s.now.shown, true)) {
    s.now.selected = first_unmatched(s);
    if (!s.q.answered()) s.f.focus(s.item_id(s.now.selected)); // not on Submit: what is to be matched comes first
  }
  if (!newly_answered(s.q)) return;
  s.now.targets = s.given.targets;
  s.now.selected = first_to_mend(s);
}

// ---- what a press does

void select(Sheet& s, std::size_t item) {
  s.now.selected = item;
  s.f.focus(s.target_id(s.now.targets[item] == nothing ? s.targets_shown.front() : s.now.targets[item]));
}

// On to the next that has none, from here round.
void go_on(Sheet& s) {
  const std::vector<std::size_t>& all = s.items_shown;
  const auto from = static_cast<std::size_t>(std::find(all.begin(), all.end(), s.now.selected) - all.begin());
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::size_t item = all[(from + i) % all.size()];
    if (s.now.targets[item] != nothing) continue;
    s.now.selected = item;
    return s.f.focus(s.item_id(item));
  }
  s.f.focus("match/submit");
}

// The same once more takes it back. Where only one may go, it leaves the one that had it.
void put(Sheet& s, std::size_t item, std::size_t target) {
  if (s.now.targets[item] == target) {
    s.now.targets[item] = nothing;
    return;
  }
  if (!s.spec.several) std::replace(s.now.targets.begin(), s.now.targets.end(), target, nothing);
  s.now.targets[item] = target;
  s.now.selected = item;
  go_on(s);
}

void follow_presses(Sheet& s) {
  if (!s.q.open()) return;
  if (s.pressed != nothing) select(s, s.pressed);
  if (s.pressed_target != nothing) put(s, s.now.selected, s.pressed_target);
}

// ---- dragging

std::size_t target_at_pointer(const Sheet& s) {
  for (std::size_t i = 0; i < s.places.size(); ++i)
    if (s.places[i].contains(s.f.pointer())) return i;
  return nothing;
}

void take_up(Sheet& s, std::size_t item, const Rect& rect, bool held) {
  if (held && s.now.taken == nothing && s.q.open()) s.now.taken = item;
  if (s.now.taken != item || s.now.dragged || !s.f.pointer_down() || rect.contains(s.f.pointer())) return;
  s.now.dragged = true;
  s.now.selected = item;
}

void draw_dragged(Sheet& s) {
  ui::Frame& f = s.f;
  if (const std::size_t over = target_at_pointer(s); over != nothing) f.border(s.places[over], Colour::acc, f.px(2), f.radius());
  const std::string& words = s.q.scene.say(s.spec.items[s.now.taken].text);
  const ui::Size size = f.measure(words, Type::body, f.px(280));
  const Rect card{f.pointer().x + f.px(12), f.pointer().y + f.px(12), size.w + f.px(24), size.h + f.px(16)};
  f.fill(card, Colour::acc_soft, f.radius());
  f.border(card, Colour::acc, f.px(1), f.radius());
  f.text(card.inset(f.px(12), f.px(8)), words, Type::body, Colour::text, {.listed = ui::Listed::no});
}

// Goes with the pointer as long as the button is down, and to the target where it is let go.
void drag(Sheet& s) {
  if (s.now.taken == nothing) return;
  if (s.f.pointer_down()) {
    s.f.drag();
    if (s.now.dragged) draw_dragged(s);
    return;
  }
  const std::size_t target = s.now.dragged && s.q.open() ? target_at_pointer(s) : nothing;
  if (target != nothing && s.now.targets[s.now.taken] != target) put(s, s.now.taken, target);
  s.now.taken = nothing;
  s.now.dragged = false;
  s.f.wake_after(0);
}

// ---- what is matched

enum class Told : std::uint8_t { no, right, wrong };

Told told_of(const Sheet& s, std::size_t item) {
  if (!s.q.told()) return Told::no;
  return s.given.targets[item] == s.spec.items[item].target ? Told::right : Told::wrong;
}

// Where it goes, or was wrongly put.
std::string_view partner_words(const Sheet& s, std::size_t item) {
  const std::size_t target = s.now.targets[item];
  if (target == nothing) return s.tr("Not matched yet");
  const content::Fill fill{{"target", s.target_words(target)}};
  const Told told = told_of(s, item);
  if (told == Told::no) return s.tr("Goes to: {target}", fill);
  return told == Told::right ? s.tr("Right: {target}", fill) : s.tr("Wrong: {target}", fill);
}

Colour partner_colour(const Sheet& s, std::size_t item) {
  const Told told = told_of(s, item);
  if (told != Told::no) return told == Told::right ? Colour::ok : Colour::loss;
  return s.now.targets[item] == nothing ? Colour::mut : Colour::acc;
}

// The letter of its target.
Box letter_box(const Sheet& s, std::size_t item) {
  const std::size_t target = s.now.targets[item];
  const Colour colour = partner_colour(s, item);
  const char letter = target == nothing ? '-' : s.letter_of(target);
  return box::fixed(28, 28, [target, letter, colour](ui::Frame& f, const Rect& at) {
    const bool none = target == nothing; // no circle: that would be something to press
    f.disc(at.centre(), at.w, none ? Colour::surf2 : colour);
    f.text(at, none ? "–" : f.keep(std::string(1, letter)), Type::body_bold, none ? Colour::mut : Colour::on_acc,
           {.align = ui::Align::centre, .valign = ui::VAlign::middle, .listed = ui::Listed::no});
  });
}

// What is told of a pair once it is answered: what would have been right, and why. Not while a try is left to find it.
Box reason_box(const Sheet& s, std::size_t item) {
  const Told told = told_of(s, item);
  if (told == Told::no || (told == Told::wrong && !s.given.closed)) return {};
  const Item& of = s.spec.items[item];
  Box all = box::column({.gap = 6, .pad = {58, 6, 16, 4}});
  if (told == Told::wrong) all.add(box::text(s.tr("Should be: {target}", {{"target", s.target_words(of.target)}}), Type::body_bold));
  all.add(box::text(s.q.scene.say(of.why), Type::body));
  return all;
}

void draw_ground(Sheet& s, std::size_t item, const Rect& rect) {
  ui::Frame& f = s.f;
  const bool selected = s.q.open() && s.now.selected == item;
  const ui::Interaction i = f.control({.id = s.item_id(item),
                                       .label = s.q.scene.say(s.spec.items[item].text),
                                       .role = ui::Role::row,
                                       .rect = rect,
                                       .enabled = s.q.open(),
                                       .chosen = selected,
                                       .value = partner_words(s, item)});
  f.fill(rect, selected || i.hovered ? Colour::acc_soft : Colour::surf, f.radius());
  f.border(rect, selected ? Colour::acc : Colour::line2, f.px(selected ? 2 : 1), f.radius());
  if (i.ring) f.focus_ring(rect, f.radius());
  take_up(s, item, rect, i.held);
  if (i.clicked && !s.now.dragged) s.pressed = item;
}

Box item_box(Sheet& s, std::size_t item) {
  const ui::TextOptions unlisted{.listed = ui::Listed::no}; // the control says it
  Box words = box::column({.gap = 4}, box::text(s.q.scene.say(s.spec.items[item].text), Type::body, Colour::text, unlisted),
                          box::text(partner_words(s, item), Type::small_bold, partner_colour(s, item), unlisted));
  Box card = box::row({.gap = 14, .pad = ui::pad(16, 10)}, letter_box(s, item), std::move(words).grow());
  return box::column({}, box::on([&s, item](ui::Frame&, const Rect& rect) { draw_ground(s, item, rect); }, std::move(card)),
                     reason_box(s, item));
}

// ---- where it can go

Box target_box(Sheet& s, std::size_t target) {
  const ui::Option option{.id = s.target_id(target),
                          .label = s.target_words(target),
                          .letter = s.letter_of(target),
                          .chosen = s.now.targets[s.now.selected] == target,
                          .enabled = s.q.open()};
  return box::on([&s, target](ui::Frame&, const Rect& rect) { s.places[target] = rect; }, box::option(option, {s.pressed_target, target}));
}

Box targets_box(Sheet& s) {
  Box all = box::column({.gap = 8});
  for (const std::size_t target : s.targets_shown)
    all.add(target_box(s, target));
  return box::group("match/targets", std::move(all));
}

Box items_box(Sheet& s, bool with_targets) {
  Box all = box::column({.gap = 8});
  for (const std::size_t item : s.items_shown) {
    all.add(item_box(s, item));
    if (with_targets && item == s.now.selected) all.add(box::column({.pad = {28, 0, 0, 8}}, targets_box(s)));
  }
  return box::group("match/items", std::move(all));
}

// Side by side where there is room; else a list, and the places stand below what is selected. Closed: what became of it.
Box answers_box(Sheet& s) {
  if (s.given.closed) return items_box(s, false);
  return box::when({.narrower_than = 560, .text_from = 150}, items_box(s, true),
                   box::row({.gap = 24, .across = ui::Across::start}, items_box(s, false).grow(), targets_box(s).grow()));
}

std::vector<std::pair<model::Symbol, model::Symbol>> values_of(const Sheet& s) {
  std::vector<std::pair<model::Symbol, model::Symbol>> values;
  for (std::size_t i = 0; i < s.spec.items.size(); ++i)
    if (s.now.targets[i] != nothing) values.emplace_back(s.spec.items[i].symbol, s.spec.targets[s.now.targets[i]].symbol);
  return values;
}

class MatchView final : public screens::QuestionView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const MatchSpec&>(scene.spec);
    const Matched given = matched(spec, scene.state);
    screens::Question q{f, scene, spec, given, memory_, out, "match"};
    Sheet s{q, f, spec, given, now_, scene.shown("items", spec.items.size()), scene.shown("targets", spec.targets.size())};
    keep_step(s);
    q.changed = now_.targets != given.targets;
    s.places.resize(spec.targets.size());
    draw_question(q, area,
                  {.hint = spec.several ? s.tr("Press one, then where it belongs, or drag it there. Several may belong to one place.")
                                        : s.tr("Press one, then where it belongs, or drag it there."),
                   .answers = answers_box(s),
                   .missing = s.complete() ? std::string_view() : s.tr("Match all of them first."),
                   .values = values_of(s),
                   .at_once = true});
    follow_presses(s);
    drag(s);
    return out;
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    for (const auto& [item, target] : action.values) {
      hands.press("match/item/" + prepared.symbols.word(item));
      hands.choose("match/target/" + prepared.symbols.word(target));
    }
    hands.press("match/submit");
  }

 protected:
  Marks marks(const session::Spec& base) const override {
    const auto& spec = static_cast<const MatchSpec&>(base);
    Marks all;
    for (std::size_t i = 0; i < now_.targets.size(); ++i)
      if (now_.targets[i] != nothing) all.push_back(spec.items[i].id + "=" + spec.targets[now_.targets[i]].id);
    return all;
  }
  void mark_again(const session::Spec& base, const Marks& marks) override {
    const auto& spec = static_cast<const MatchSpec&>(base);
    now_.targets.assign(spec.items.size(), nothing);
    for (std::size_t i = 0; i < spec.items.size(); ++i)
      for (std::size_t target = 0; target < spec.targets.size(); ++target) {
        const bool taken = !spec.several && std::find(now_.targets.begin(), now_.targets.end(), target) != now_.targets.end();
        const std::string mark = spec.items[i].id + "=" + spec.targets[target].id;
        if (!taken && std::find(marks.begin(), marks.end(), mark) != marks.end()) now_.targets[i] = target;
      }
  }

 private:
  Matching now_;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<MatchView>(); }

} // namespace firsthand::modules::match
