// See view.h. A field; after the answer both texts sign under sign, and what differs marked by a line as well as by its colour.
#include "modules/copy/view.h"

#include "engine/screens/play/question.h"
#include "modules/copy/rules.h"

#include <fmt/format.h>

namespace firsthand::modules::copy {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

constexpr std::size_t most_bytes = 160; // of what is typed

struct Sheet {
  screens::Question& q;
  const CopySpec& spec;
  const Copied& given;
  std::string& now;

  std::string_view tr(std::string_view english, const content::Fill& fill = {}) const {
    return q.f.keep(q.scene.words.tr("copy", english, fill));
  }
};

Box field_box(const Sheet& s, bool& entered) {
  const ui::Field field{.id = "copy/field", .label = s.tr("Your copy"), .enabled = s.q.open(), .max_bytes = most_bytes};
  return box::field(field, s.now, entered).most(480);
}

// One sign in a cell of its own.
Box cell_box(std::string_view sign, bool same) {
  return box::fixed(30, 36, [sign, same](ui::Frame& f, const Rect& at) {
    f.fill(at, same ? Colour::surf2 : Colour::loss_soft, f.small_radius());
    f.border(at, same ? Colour::line2 : Colour::loss, f.px(same ? 1 : 2), f.small_radius());
    f.text(at, sign, Type::body_bold, same ? Colour::text : Colour::loss,
           {.align = ui::Align::centre, .valign = ui::VAlign::middle, .listed = ui::Listed::no});
  });
}

// The signs of one text, those marked that the other has not at that place.
Box cells_box(const Sheet& s, std::string_view label, const std::string& text, const std::string& other) {
  const std::vector<std::string> signs = session::signs_of(text), others = session::signs_of(other);
  Box cells = box::wrap({.gap = 4, .line_gap = 4});
  for (std::size_t i = 0; i < signs.size(); ++i)
    cells.add(cell_box(s.q.f.keep(signs[i]), i < others.size() && others[i] == signs[i]));
  return box::column({.gap = 4}, box::text(s.q.f.keep(fmt::format("{}: {}", label, text)), Type::small_bold, Colour::mut),
                     std::move(cells));
}

Box verdict_box(const Sheet& s) {
  if (!s.q.told()) return {};
  const bool right = s.given.per_mille == session::right_per_mille;
  Box all = box::column({.gap = 10, .pad = ui::pad(0, 8)},
                        box::text(right ? s.tr("Right") : s.tr("Wrong"), Type::body_bold, right ? Colour::ok : Colour::loss));
  if (!s.given.closed) return all;
  if (!right) all.add(cells_box(s, s.tr("Yours"), s.given.text, s.spec.item.copied));
  if (!right) all.add(cells_box(s, s.tr("Should be"), s.spec.item.copied, s.given.text));
  all.add(box::text(s.q.scene.say(s.spec.item.why), Type::body));
  return all;
}

class CopyView final : public screens::QuestionView {
 public:
  screens::StepIntent draw(ui::Frame& f, const ui::Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const CopySpec&>(scene.spec);
    const Copied given = copied(spec, scene.state);
    screens::Question q{f, scene, spec, given, memory_, out, "copy"};
    if (newly_answered(q)) now_ = given.text;
    const std::string text = fitting(spec, now_);
    q.changed = text != given.text;
    if (!shown_) f.focus("copy/field"); // not on Submit: what is asked for comes first
    shown_ = true;
    Sheet s{q, spec, given, now_};
    bool entered = false;
    draw_question(q, area,
                  {.hint = s.tr("Sign by sign, blanks and capitals as they stand."),
                   .answers = box::column({.gap = 16}, screens::asked_picture(q, spec.item.picture), field_box(s, entered)),
                   .verdict = verdict_box(s),
                   .missing = text.empty() ? s.tr("Copy it first.") : std::string_view(),
                   .values = session::signs_for(spec, text),
                   .entered = &entered});
    return out;
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    std::string text;
    for (const auto& [key, value] : action.values)
      text += prepared.symbols.word(value);
    hands.write("copy/field", text);
    hands.press("copy/submit");
  }

 protected:
  Marks marks(const session::Spec&) const override { return {now_}; }
  void mark_again(const session::Spec&, const Marks& marks) override {
    if (marks.size() == 1 && marks[0].size() <= most_bytes) now_ = marks[0];
  }

 private:
  std::string now_;
  bool shown_ = false;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<CopyView>(); }

} // namespace firsthand::modules::copy
