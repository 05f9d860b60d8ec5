// See view.h. A phrase that is pressed goes to the end of the answer; pressed there it goes back.
#include "modules/phrase/view.h"

#include "engine/screens/play/question.h"
#include "modules/phrase/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::phrase {

namespace {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

constexpr std::size_t nothing = std::size_t(-1);

struct Sheet {
  screens::Question& q;
  const PhraseSpec& spec;
  const Said& given;
  std::vector<std::size_t>& now;
  std::vector<std::size_t> shown;                      // the order in which they stand
  std::size_t pressed = nothing, taken_back = nothing; // in this frame

  std::string_view tr(std::string_view english, const content::Fill& fill = {}) const {
    return q.f.keep(q.scene.words.tr("phrase", english, fill));
  }
  const std::string& words(std::size_t phrase) const { return q.scene.say(spec.item.options[phrase].text); }
  std::string_view id(const char* list, std::size_t phrase) const {
    return q.f.keep(fmt::format("phrase/{}/{}", list, spec.item.options[phrase].id));
  }
  bool is_used(std::size_t phrase) const { return std::find(now.begin(), now.end(), phrase) != now.end(); }
};

Box chip_box(Sheet& s, std::size_t phrase) {
  return box::button({.id = s.id("take", phrase), .label = s.words(phrase), .enabled = s.q.open() && !s.is_used(phrase)},
                     {s.pressed, phrase});
}

Box chips_box(Sheet& s) {
  Box all = box::wrap({.gap = 8, .line_gap = 8});
  for (const std::size_t phrase : s.shown)
    all.add(chip_box(s, phrase));
  return box::group("phrase/take", std::move(all));
}

Box answer_box(Sheet& s) {
  Box row = box::wrap({.gap = 8, .line_gap = 8});
  for (const std::size_t phrase : s.now)
    row.add(box::button({.id = s.id("back", phrase), .label = s.words(phrase), .enabled = s.q.open(), .selected = true},
                        {s.taken_back, phrase}));
  if (s.now.empty()) row.add(box::text(s.tr("Nothing yet"), Type::body, Colour::mut));
  return box::column({.gap = 8}, box::text(s.tr("Your answer"), Type::small_bold, Colour::mut), box::group("phrase/back", std::move(row)));
}

std::string_view sentence(const Sheet& s, const std::vector<std::size_t>& row) {
  std::string all;
  for (const std::size_t phrase : row)
    all += (all.empty() ? "" : " · ") + s.words(phrase);
  return s.q.f.keep(all);
}

Box verdict_box(const Sheet& s) {
  if (!s.q.told()) return {};
  const bool right = s.given.per_mille == session::right_per_mille;
  Box all = box::column({.gap = 6, .pad = ui::pad(0, 8)},
                        box::text(right ? s.tr("Right") : s.tr("Wrong"), Type::body_bold, right ? Colour::ok : Colour::loss));
  if (s.given.closed && !right)
    all.add(box::text(s.tr("Should be: {answer}", {{"answer", std::string(sentence(s, right_row(s.spec)))}}), Type::body_bold));
  if (s.given.closed) all.add(box::text(s.q.scene.say(s.spec.item.why), Type::body));
  return all;
}

std::vector<std::pair<model::Symbol, model::Symbol>> values_of(const Sheet& s) {
  std::vector<std::pair<model::Symbol, model::Symbol>> values;
  for (const std::size_t phrase : s.now)
    values.emplace_back(s.spec.phrase, s.spec.options[phrase]);
  return values;
}

class PhraseView final : public screens::QuestionView {
 public:
  screens::StepIntent draw(ui::Frame& f, const ui::Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const PhraseSpec&>(scene.spec);
    const Said given = said(spec, scene.state);
    screens::Question q{f, scene, spec, given, memory_, out, "phrase"};
    if (newly_answered(q)) now_ = given.phrases;
    q.changed = now_ != given.phrases;
    Sheet s{q, spec, given, now_, scene.shown("phrases", spec.item.options.size())};
    if (!shown_) f.focus(s.id("take", s.shown.front())); // not on Submit: the phrases come first
    shown_ = true;
    draw_question(q, area,
                  {.hint = s.tr("Press phrases in the order of your answer. Press one in the answer to take it back."),
                   .answers = box::column({.gap = 20}, answer_box(s), given.closed ? ui::Box() : chips_box(s)),
                   .verdict = verdict_box(s),
                   .missing = now_.empty() ? s.tr("Put an answer together first.") : std::string_view(),
                   .values = values_of(s)});
    follow(s);
    return out;
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    for (const std::string& there : hands.ids("phrase/back/"))
      hands.press(there);
    for (const auto& [key, value] : action.values)
      hands.press("phrase/take/" + prepared.symbols.word(value));
    hands.press("phrase/submit");
  }

 protected:
  Marks marks(const session::Spec& base) const override {
    Marks all;
    for (const std::size_t phrase : now_)
      all.push_back(static_cast<const PhraseSpec&>(base).item.options[phrase].id);
    return all;
  }
  void mark_again(const session::Spec& base, const Marks& marks) override {
    const auto& options = static_cast<const PhraseSpec&>(base).item.options;
    for (const std::string& mark : marks)
      for (std::size_t i = 0; i < options.size(); ++i)
        if (options[i].id == mark && std::find(now_.begin(), now_.end(), i) == now_.end()) now_.push_back(i);
  }

 private:
  // The focus stays where the eye is: on the next phrase, or on the one that went back.
  void follow(Sheet& s) {
    if (s.pressed != nothing) {
      now_.push_back(s.pressed);
      focus_next(s);
    }
    if (s.taken_back == nothing) return;
    std::erase(now_, s.taken_back);
    s.q.f.focus(s.id("take", s.taken_back));
  }

  static void focus_next(Sheet& s) {
    const auto from = std::find(s.shown.begin(), s.shown.end(), s.pressed);
    std::vector<std::size_t> round(from, s.shown.end());
    round.insert(round.end(), s.shown.begin(), from);
    for (const std::size_t phrase : round)
      if (!s.is_used(phrase)) return s.q.f.focus(s.id("take", phrase));
    s.q.f.focus("phrase/submit");
  }

  std::vector<std::size_t> now_;
  bool shown_ = false;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<PhraseView>(); }

} // namespace firsthand::modules::phrase
