// See view.h. A field that keeps what a number may have, and the units beside it.
#include "modules/number/view.h"

#include "engine/screens/play/question.h"
#include "modules/number/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::number {

namespace {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

// Of the screen only.
struct Typing {
  std::string number;
  std::size_t unit = no_unit;
};

struct Sheet {
  screens::Question& q;
  const NumberSpec& spec;
  const Written& given;
  Typing& now;
  bool& shown;

  std::string_view tr(std::string_view english, const content::Fill& fill = {}) const {
    return q.f.keep(q.scene.words.tr("number", english, fill));
  }
  const model::Id& unit_id(std::size_t unit) const { return spec.item.number.units[unit].id; }
};

std::string_view words_of(const Sheet& s, const Written& written) {
  return s.q.f.keep(written.unit == no_unit ? written.number : written.number + " " + s.spec.item.number.units[written.unit].id);
}

void keep_step(Sheet& s) {
  if (s.spec.units.size() == 1) s.now.unit = 0;
  if (!s.shown) s.q.f.focus("number/field"); // not on Submit: what is asked for comes first
  s.shown = true;
  if (newly_answered(s.q)) s.now = {s.given.number, s.given.unit};
}

Box unit_box(const Sheet& s, std::size_t unit) {
  return box::button({.id = s.q.f.keep("number/unit/" + s.unit_id(unit)),
                      .label = s.unit_id(unit),
                      .enabled = s.q.open(),
                      .selected = s.now.unit == unit,
                      .role = ui::Role::option},
                     {s.now.unit, unit});
}

Box units_box(const Sheet& s) {
  Box all = box::wrap({.gap = 8});
  for (std::size_t unit = 0; unit < s.spec.units.size(); ++unit)
    all.add(unit_box(s, unit));
  return s.spec.units.empty() ? Box() : box::group("number/units", std::move(all));
}

Box field_box(const Sheet& s, bool& entered) {
  const ui::Field field{.id = "number/field", .label = s.tr("Your number"), .enabled = s.q.open(), .max_bytes = 60};
  return box::wrap({.gap = 12, .line_gap = 12, .across = ui::Across::end}, box::field(field, s.now.number, entered).wide(240),
                   units_box(s));
}

// What would have been right, and why.
Box verdict_box(const Sheet& s) {
  if (!s.q.told()) return {};
  const bool right = s.given.per_mille == session::right_per_mille;
  Box all = box::column({.gap = 6, .pad = ui::pad(0, 8)},
                        box::text(s.tr(right ? "Right: {answer}" : "Wrong: {answer}", {{"answer", std::string(words_of(s, s.given))}}),
                                  Type::body_bold, right ? Colour::ok : Colour::loss));
  if (s.given.closed && !right)
    all.add(box::text(s.tr("Should be: {answer}", {{"answer", std::string(words_of(s, right_of(s.spec)))}}), Type::body_bold));
  if (s.given.closed) all.add(box::text(s.q.scene.say(reason_of(s.spec, s.given)), Type::body));
  return all;
}

std::string_view missing_of(const Sheet& s) {
  if (!amount_of(s.spec, s.now.number, s.now.unit)) return s.tr("Write a number, such as 12 or -3.5.");
  return s.now.unit == no_unit && !s.spec.units.empty() ? s.tr("Say in which unit.") : std::string_view();
}

std::vector<std::pair<model::Symbol, model::Symbol>> values_of(const Sheet& s) {
  auto values = session::signs_for(s.spec, s.now.number);
  if (s.now.unit != no_unit) values.emplace_back(s.spec.unit, s.spec.units[s.now.unit]);
  return values;
}

class NumberView final : public screens::QuestionView {
 public:
  screens::StepIntent draw(ui::Frame& f, const ui::Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const NumberSpec&>(scene.spec);
    const Written given = written(spec, scene.state);
    screens::Question q{f, scene, spec, given, memory_, out, "number"};
    Sheet s{q, spec, given, now_, shown_};
    keep_step(s);
    q.changed = now_.number != given.number || now_.unit != given.unit;
    bool entered = false;
    draw_question(q, area,
                  {.answers = field_box(s, entered),
                   .verdict = verdict_box(s),
                   .missing = missing_of(s),
                   .values = values_of(s),
                   .entered = &entered});
    now_.number = fitting(now_.number);
    return out;
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    std::string number;
    for (const auto& [key, value] : action.values)
      if (prepared.symbols.word(key) == "sign") number += prepared.symbols.word(value);
    hands.write("number/field", number);
    for (const auto& [key, value] : action.values)
      if (prepared.symbols.word(key) == "unit") hands.choose("number/unit/" + prepared.symbols.word(value));
    hands.press("number/submit");
  }

 protected:
  Marks marks(const session::Spec& base) const override {
    const auto& units = static_cast<const NumberSpec&>(base).item.number.units;
    return {now_.number, now_.unit < units.size() ? units[now_.unit].id : std::string()};
  }
  void mark_again(const session::Spec& base, const Marks& marks) override {
    if (marks.size() != 2) return;
    const auto& units = static_cast<const NumberSpec&>(base).item.number.units;
    const auto found = std::find_if(units.begin(), units.end(), [&](const model::ItemUnit& unit) { return unit.id == marks[1]; });
    now_ = {fitting(marks[0]), found == units.end() ? no_unit : static_cast<std::size_t>(found - units.begin())};
  }

 private:
  Typing now_;
  bool shown_ = false;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<NumberView>(); }

} // namespace firsthand::modules::number
