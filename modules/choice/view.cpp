// See view.h. In practice every option tells its reason once the answer is given; in an assessment nothing is told.
#include "modules/choice/view.h"

#include "engine/screens/play/question.h"
#include "modules/choice/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::choice {

namespace {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

constexpr int nothing = -1;

struct Sheet {
  screens::Question& q;
  const ChoiceSpec& spec;
  const Chosen& given;
  std::uint32_t& marked;
  std::vector<std::size_t> order; // as they are shown

  std::string_view tr(std::string_view english) const { return q.f.keep(q.scene.words.tr("choice", english)); }
  const Option& option(std::size_t index) const { return spec.options[index]; }
};

bool is_in(std::uint32_t options, std::size_t index) { return (options >> index & 1u) != 0; }

std::optional<ui::Meaning> verdict_of(const Sheet& s, std::size_t index) {
  if (!s.q.told() || (!is_in(s.given.options, index) && !s.given.closed)) return std::nullopt;
  const int worth = s.option(index).worth;
  if (worth == right_per_mille) return ui::Meaning::ok;
  return worth == defensible_per_mille ? ui::Meaning::warn : ui::Meaning::loss;
}

Box option_box(Sheet& s, std::size_t place, int& pressed) {
  const std::size_t index = s.order[place];
  const std::optional<ui::Meaning> verdict = verdict_of(s, index);
  const ui::Option option{.id = s.q.f.keep(fmt::format("choice/option/{}", s.option(index).id)),
                          .label = s.q.scene.say(s.option(index).text),
                          .letter = ui::letter_of_option(place),
                          .chosen = is_in(s.marked, index),
                          .several = s.spec.several,
                          .enabled = !s.given.closed,
                          .verdict = verdict,
                          .verdict_word = verdict ? screens::verdict_word(s.q, *verdict) : std::string_view()};
  Box whole = box::column({}, box::option(option, {pressed, static_cast<int>(index)}));
  if (verdict && !s.option(index).why.empty())
    whole.add(box::column({.pad = {74, 6, 16, 4}}, box::text(s.q.scene.say(s.option(index).why), Type::body)));
  return whole;
}

Box options_box(Sheet& s, int& pressed) {
  Box all = box::column({.gap = 8});
  for (std::size_t place = 0; place < s.order.size(); ++place)
    all.add(option_box(s, place, pressed));
  return box::group("choice/options", std::move(all));
}

std::string_view law_words(const Sheet& s) { return s.tr("A question of law: under your law it may be otherwise. Your agency decides."); }

void mark(Sheet& s, int pressed) {
  if (pressed == nothing || s.q.scene.pending) return;
  const std::uint32_t bit = 1u << pressed;
  s.marked = s.spec.several ? s.marked ^ bit : bit;
}

std::vector<std::pair<model::Symbol, model::Symbol>> values_of(const Sheet& s) {
  std::vector<std::pair<model::Symbol, model::Symbol>> values;
  for (std::size_t i = 0; i < s.spec.options.size(); ++i)
    if (is_in(s.marked, i)) values.emplace_back(s.spec.option, s.option(i).symbol);
  return values;
}

class ChoiceView final : public screens::QuestionView {
 public:
  screens::StepIntent draw(ui::Frame& f, const ui::Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const ChoiceSpec&>(scene.spec);
    const Chosen given = chosen(spec, scene.state);
    screens::Question q{f, scene, spec, given, memory_, out, "choice"};
    if (newly_answered(q)) marked_ = given.options;
    q.changed = marked_ != given.options;
    Sheet s{q, spec, given, marked_, scene.shown("options", spec.options.size())};
    if (q.hosted() && !shown_ && !q.answered()) f.focus(f.keep("choice/option/" + s.option(s.order.front()).id)); // not on what hands in
    shown_ = true;
    int pressed = nothing;
    draw_question(q, area,
                  {.hint = spec.several ? s.tr("Choose all that apply.")
                           : spec.law   ? law_words(s)
                                        : std::string_view(),
                   .answers = options_box(s, pressed),
                   .verdict = spec.law && q.told() ? box::text(law_words(s), Type::body, Colour::mut) : Box(),
                   .missing = marked_ == 0 ? s.tr("Choose an answer first.") : std::string_view(),
                   .values = values_of(s),
                   .at_once = !spec.several});
    mark(s, pressed);
    return out;
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    for (const auto& [key, value] : action.values) {
      const std::string word = prepared.symbols.word(value);
      if (prepared.symbols.word(key) == "sure")
        hands.press(word == "yes" ? "choice/sure" : "choice/not-sure");
      else
        hands.press("choice/option/" + word);
    }
    hands.press("choice/submit");
  }

 protected:
  Marks marks(const session::Spec& base) const override {
    const auto& options = static_cast<const ChoiceSpec&>(base).options;
    Marks all;
    for (std::size_t i = 0; i < options.size(); ++i)
      if (is_in(marked_, i)) all.push_back(options[i].id);
    return all;
  }
  void mark_again(const session::Spec& base, const Marks& marks) override {
    const auto& spec = static_cast<const ChoiceSpec&>(base);
    for (std::size_t i = 0; i < spec.options.size(); ++i)
      if (std::find(marks.begin(), marks.end(), spec.options[i].id) != marks.end()) marked_ = (spec.several ? marked_ : 0) | 1u << i;
  }

 private:
  std::uint32_t marked_ = 0;
  bool shown_ = false;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<ChoiceView>(); }

} // namespace firsthand::modules::choice
