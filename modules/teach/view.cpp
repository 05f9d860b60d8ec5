// See view.h. Turning a page changes nothing that is recorded: only going on does.
#include "modules/teach/view.h"

#include "engine/screens/play/told_page.h"
#include "modules/teach/rules.h"

#include <fmt/format.h>

namespace firsthand::modules::teach {

namespace {

using ui::Box;
using ui::ButtonKind;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

struct Pressed {
  bool back = false, next = false, answer = false, go_on = false;
};

// One page while it is drawn.
struct Teaching {
  ui::Frame& f;
  const screens::StepScene& scene;
  const TeachSpec& spec;
  std::size_t page;
  bool answered;
  Pressed& pressed;

  std::string_view tr(std::string_view english, const content::Fill& fill = {}) const {
    return f.keep(scene.words.tr("teach", english, fill));
  }
  bool asks() const { return page == spec.pages.size(); } // the question is the last page
};

Box heading(std::string_view words) { return box::text(words, Type::title, Colour::text, {.role = ui::Role::heading}); }

Box question_words(const Teaching& t) {
  Box all = box::column({.gap = 14, .pad = {.bottom = 14}}, heading(t.tr("A question to yourself")),
                        box::text(t.scene.say(t.spec.ask), Type::lead));
  if (!t.answered) return all;
  all.add(
      box::column({.gap = 4}, box::text(t.tr("Answer"), Type::small_bold, Colour::mut), box::text(t.scene.say(t.spec.answer), Type::lead)));
  return all;
}

Box words_of(const Teaching& t) {
  if (t.asks()) return question_words(t);
  const TeachPage& page = t.spec.pages[t.page];
  return box::column({.gap = 10}, heading(t.scene.say(page.title)), screens::paragraphs(t.f, t.scene.say(page.text)));
}

std::vector<std::string_view> labels_of(const Teaching& t) {
  std::vector<std::string_view> labels;
  if (!t.asks())
    for (const model::Text& label : t.spec.pages[t.page].labels)
      labels.push_back(t.f.keep(t.scene.say(label)));
  return labels;
}

Box way_on(const Teaching& t) {
  Pressed& p = t.pressed;
  if (!t.asks()) return box::button({.id = "teach/next", .label = t.tr("Next"), .icon = "forward", .kind = ButtonKind::main}, p.next);
  const ui::Button go_on{.id = "teach/go-on",
                         .label = t.tr("Go on"),
                         .icon = "forward",
                         .kind = t.answered ? ButtonKind::main : ButtonKind::plain,
                         .enabled = !t.scene.pending};
  if (t.answered) return box::button(go_on, p.go_on);
  return box::wrap({.gap = 12, .line_gap = 8},
                   box::button({.id = "teach/answer", .label = t.tr("Show the answer"), .icon = "eye", .kind = ButtonKind::main}, p.answer),
                   box::button(go_on, p.go_on));
}

Box foot_of(const Teaching& t) {
  const std::string_view place =
      t.tr("{n} of {all}", {{"n", std::to_string(t.page + 1)}, {"all", std::to_string(t.spec.pages.size() + 1)}});
  Box foot = box::wrap({.gap = 12, .line_gap = 8}, way_on(t));
  if (t.page > 0) foot.add(box::button({.id = "teach/back", .label = t.tr("Page before"), .icon = "back"}, t.pressed.back));
  if (t.scene.played_before && !t.asks())
    foot.add(box::button(
        {.id = "teach/skip/go-on", .label = t.tr("Skip"), .icon = "forward", .kind = ButtonKind::quiet, .enabled = !t.scene.pending},
        t.pressed.go_on));
  foot.add(box::column({.pad = {.top = 14}}, box::text(place, Type::small, Colour::mut)));
  return foot;
}

class TeachView final : public screens::StepView {
 public:
  bool may_hold_unsent() const override { return false; } // it is read
  screens::StepIntent draw(ui::Frame& f, const ui::Rect& area, const screens::StepScene& scene) override {
    Pressed pressed;
    const Teaching t{f, scene, static_cast<const TeachSpec&>(scene.spec), page_, answered_, pressed};
    f.screen(fmt::format("page/{}", page_)); // what was meant for one page presses nothing on the next
    screens::draw_told_page(
        f, area, scene,
        {.kind = "teach",
         .layers = t.asks() || t.spec.pages[page_].picture.empty() ? std::vector<std::string>{} : std::vector{t.spec.pages[page_].picture},
         .words = [&t] { return words_of(t); },
         .foot = [&t] { return foot_of(t); },
         .labels = labels_of(t)});
    if (pressed.next) ++page_;
    if (pressed.back && page_ > 0) --page_;
    answered_ = answered_ || pressed.answer;
    screens::StepIntent out(scene);
    out.go_on = pressed.go_on && !scene.pending;
    return out;
  }

  void before_going_on(screens::Hands& hands) const override {
    while (hands.sees("teach/next"))
      if (!hands.press("teach/next")) return;
    hands.press("teach/answer");
  }

 private:
  std::size_t page_ = 0;
  bool answered_ = false;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<TeachView>(); }

} // namespace firsthand::modules::teach
