// See view.h. In practice every option tells its reason once the answer is given; in an assessment nothing is told.
#include "modules/choice/view.h"

#include "engine/screens/play/stage_layers.h"
#include "engine/ui/widgets.h"
#include "modules/choice/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::choice {

namespace {

using ui::Colour;
using ui::Rect;
using ui::Type;

enum class Sure : std::uint8_t { unsaid, yes, no };

// What is marked on the screen; what was submitted stands in the step's state.
struct Marked {
  std::uint32_t options = 0;
  Sure sure = Sure::unsaid;
  int tries_shown = 0; // the answer whose verdict stands on the screen
};

struct Sheet {
  ui::Frame& f;
  const screens::StepScene& scene;
  const ChoiceSpec& spec;
  Chosen given;
  Marked& marked;
  screens::StepIntent& out;

  std::string tr(std::string_view english, const content::Fill& fill = {}) const { return scene.words.tr("choice", english, fill); }
  bool answered() const { return given.tries_used > 0; }
  bool told() const { return answered() && scene.mode == session::Mode::practice; }
  bool changed() const { return marked.options != given.options; }
};

// After a new answer the marks are those of the answer, until something else is marked.
void keep_step(Sheet& s) {
  if (s.marked.tries_shown == s.given.tries_used) return;
  s.marked.tries_shown = s.given.tries_used;
  s.marked.options = s.given.options;
  s.marked.sure = s.given.closed ? s.marked.sure : Sure::unsaid;
}

std::optional<ui::Meaning> verdict_of(const Sheet& s, std::size_t index) {
  const bool chosen = (s.given.options >> index & 1u) != 0;
  if (!s.told() || s.changed() || (!chosen && !s.given.closed)) return std::nullopt;
  const int worth = s.spec.options[index].worth;
  if (worth == right_per_mille) return ui::Meaning::ok;
  return worth == defensible_per_mille ? ui::Meaning::warn : ui::Meaning::loss;
}

std::string verdict_word(const Sheet& s, ui::Meaning meaning) {
  if (meaning == ui::Meaning::ok) return s.tr("Right");
  return meaning == ui::Meaning::warn ? s.tr("Partly right") : s.tr("Wrong");
}

void press(Sheet& s, std::size_t index) {
  if (s.scene.pending) return;
  const std::uint32_t bit = 1u << index;
  s.marked.options = s.spec.several ? s.marked.options ^ bit : bit;
}

int draw_reason(Sheet& s, std::size_t index, int x, int y, int w) {
  if (s.spec.options[index].why.empty()) return 0;
  ui::Frame& f = s.f;
  return f.text(x + f.px(74), y + f.px(6), w - f.px(90), s.scene.say(s.spec.options[index].why), Type::body, Colour::text) + f.px(10);
}

int draw_option(Sheet& s, std::size_t index, int x, int y, int w) {
  ui::Frame& f = s.f;
  const std::optional<ui::Meaning> verdict = verdict_of(s, index);
  const std::string word = verdict ? verdict_word(s, *verdict) : std::string();
  const std::string id = fmt::format("choice/option/{}", s.spec.options[index].id);
  const ui::Option option{.id = id,
                          .label = s.scene.say(s.spec.options[index].text),
                          .letter = index < 8 ? static_cast<char>('A' + index) : char{0},
                          .chosen = (s.marked.options >> index & 1u) != 0,
                          .several = s.spec.several,
                          .enabled = !s.given.closed,
                          .verdict = verdict,
                          .verdict_word = word};
  const int h = option_height(f, option, w);
  if (ui::option(f, {x, y, w, h}, option)) press(s, index);
  return h + (verdict ? draw_reason(s, index, x, y + h, w) : 0);
}

int draw_options(Sheet& s, int x, int y, int w) {
  const int top = y;
  s.f.begin_group("choice/options");
  for (std::size_t i = 0; i < s.spec.options.size(); ++i)
    y += draw_option(s, i, x, y, w) + s.f.px(8);
  s.f.end_group();
  return y - top;
}

int draw_certainty(Sheet& s, int x, int y, int w) {
  if (!s.spec.certainty || s.given.closed) return 0;
  ui::Frame& f = s.f;
  const std::string question = s.tr("How sure are you?"), yes = s.tr("Sure"), no = s.tr("Not sure");
  int used = f.px(8) + f.text(x, y + f.px(8), w, question, Type::small_bold, Colour::mut) + f.px(6);
  const ui::Button sure{.id = "choice/sure", .label = yes, .selected = s.marked.sure == Sure::yes, .role = ui::Role::option};
  const ui::Button unsure{.id = "choice/not-sure", .label = no, .selected = s.marked.sure == Sure::no, .role = ui::Role::option};
  const ui::Size a = size_of(f, sure, w), b = size_of(f, unsure, w);
  const bool below = a.w + f.px(8) + b.w > w;
  f.begin_group("choice/certainty");
  if (button(f, {x, y + used, a.w, a.h}, sure)) s.marked.sure = Sure::yes;
  const int x2 = below ? x : x + a.w + f.px(8), y2 = below ? y + used + a.h + f.px(8) : y + used;
  if (button(f, {x2, y2, b.w, b.h}, unsure)) s.marked.sure = Sure::no;
  f.end_group();
  return y2 + b.h - y + f.px(8);
}

session::Action action_of(const Sheet& s) {
  session::Action action;
  action.step = s.scene.step;
  action.verb = s.spec.choose;
  for (std::size_t i = 0; i < s.spec.options.size(); ++i)
    if (s.marked.options >> i & 1u) action.values.emplace_back(s.spec.option, s.spec.options[i].symbol);
  if (s.spec.certainty) action.values.emplace_back(s.spec.sure, s.marked.sure == Sure::yes ? s.spec.yes : s.spec.no);
  return action;
}

std::string still_missing(const Sheet& s) {
  if (s.marked.options == 0) return s.tr("Choose an answer first.");
  if (s.spec.certainty && s.marked.sure == Sure::unsaid) return s.tr("Say how sure you are.");
  return {};
}

// A button and the words beside it, or below it where there is no room.
int draw_button(Sheet& s, const Rect& at, const ui::Button& button, std::string_view beside, bool& pressed) {
  ui::Frame& f = s.f;
  const ui::Size size = size_of(f, button, at.w);
  pressed = ui::button(f, {at.x, at.y, size.w, size.h}, button);
  if (beside.empty()) return size.h;
  const int room = at.w - size.w - f.px(16);
  if (room >= f.px(200)) {
    f.text({at.x + size.w + f.px(16), at.y, room, size.h}, beside, Type::body, Colour::mut, {.valign = ui::VAlign::middle});
    return size.h;
  }
  return size.h + f.px(8) + f.text(at.x, at.y + size.h + f.px(8), at.w, beside, Type::body, Colour::mut);
}

int draw_submit(Sheet& s, int x, int y, int w) {
  const std::string label = s.tr("Submit"), missing = still_missing(s);
  const ui::Button submit{
      .id = "choice/submit", .label = label, .icon = "check", .kind = ui::ButtonKind::main, .enabled = missing.empty() && !s.scene.pending};
  bool pressed = false;
  const int h = draw_button(s, {x, y, w, 0}, submit, missing, pressed);
  if (pressed) s.out.action = action_of(s);
  return h;
}

std::string tries_words(const Sheet& s) {
  if (s.given.closed) return s.told() ? std::string() : s.tr("Your answer is recorded.");
  const int left = s.spec.tries - s.given.tries_used;
  return s.scene.words.plural("choice", "You have one more try.", "You have {n} more tries.", left);
}

int draw_go_on(Sheet& s, int x, int y, int w) {
  const std::string label = s.tr("Go on");
  const ui::Button go_on{
      .id = "choice/go-on", .label = label, .icon = "forward", .kind = ui::ButtonKind::main, .enabled = !s.scene.pending};
  bool pressed = false;
  const int h = draw_button(s, {x, y, w, 0}, go_on, tries_words(s), pressed);
  if (pressed) s.out.go_on = true;
  return h;
}

int draw_words(Sheet& s, int x, int y, int w) {
  ui::Frame& f = s.f;
  const int top = y;
  y += f.text(x, y, w, s.scene.say(s.spec.prompt), Type::title, Colour::text, {.role = ui::Role::heading}) + f.px(20);
  if (s.spec.several && !s.given.closed) y += f.text(x, y, w, s.tr("Choose all that apply."), Type::body, Colour::mut) + f.px(8);
  y += draw_options(s, x, y, w);
  y += draw_certainty(s, x, y, w);
  if (!s.scene.refused.empty()) y += f.text(x, y + f.px(8), w, s.scene.refused, Type::body, Colour::loss) + f.px(8);
  y += f.px(12);
  const bool asks = !s.answered() || (!s.given.closed && s.changed());
  y += asks ? draw_submit(s, x, y, w) : draw_go_on(s, x, y, w);
  return y - top;
}

class ChoiceView final : public screens::StepView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const ChoiceSpec&>(scene.spec);
    Sheet s{f, scene, spec, chosen(spec, scene.state), marked_, out};
    keep_step(s);
    Rect rest = area;
    const std::vector<std::string> layers = screens::stage_layers(scene, spec.picture).paths;
    if (!layers.empty() && f.text_percent() < 150)
      screens::draw_stage(f, scene, layers, rest.take_top(std::min(rest.h / 3, rest.w * 7 / 16)), "choice/picture");
    const int margin = f.px(32);
    ui::ScrollArea scroll(f, {"choice/scroll", {rest.x + margin, rest.y, rest.w - margin, rest.h}});
    const int width = std::min(scroll.width() - f.px(12), f.px(760)), top = scroll.top() + f.px(28);
    scroll.finish(top + draw_words(s, scroll.left() + f.px(4), top, width) + f.px(28));
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

  std::optional<std::string> pose(screens::Hands&, const session::Prepared&, const screens::Progress& progress) const override {
    if (progress.acts == 0) return "before";
    return progress.last ? std::optional<std::string>("after") : std::nullopt;
  }

 private:
  Marked marked_;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<ChoiceView>(); }

} // namespace firsthand::modules::choice
