// See view.h. Paper and panel side by side where there is room; else the paper first, the panel below, scrolling.
#include "modules/custody-form/view.h"

#include "modules/custody-form/view_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::custody_form {

std::optional<std::size_t> DrawContext::current() const {
  if (desk.field && *desk.field < sheet().fields.size()) return desk.field;
  for (std::size_t i = 0; i < sheet().fields.size(); ++i)
    if (to_fill(i)) return i;
  return std::nullopt;
}

namespace {

bool is_learner(const DrawContext& d, const model::EntityUse& use) {
  const auto& traits = d.scene.prepared.scenario.model_of(use).traits;
  return use.kind == model::EntityKind::person && std::find(traits.begin(), traits.end(), "learner") != traits.end();
}

const model::EntityUse* learner_of(const DrawContext& d) {
  const auto& all = d.scene.prepared.scenario.entities;
  const auto found = std::find_if(all.begin(), all.end(), [&d](const model::EntityUse& use) { return is_learner(d, use); });
  return found == all.end() ? nullptr : &*found;
}

} // namespace

std::string_view name_of(const DrawContext& d, model::Symbol entity) {
  const model::EntityUse* use = d.scene.prepared.scenario.entity(d.scene.prepared.symbols.word(entity));
  if (!use) return {};
  return is_learner(d, *use) && !d.scene.trainee.empty() ? d.scene.trainee : std::string_view(d.scene.say(use->name));
}

// Who writes the sheet.
std::string_view writer_of(const DrawContext& d) {
  const model::EntityUse* use = learner_of(d);
  return use ? name_of(d, d.scene.prepared.symbols.find(use->id)) : std::string_view();
}

// Not "You" behind "kept by".
std::string_view kept_words(const DrawContext& d) {
  if (d.state.holder == 0) return d.tr("Not handed over.");
  return d.tr("Not handed over. Kept by: {name}", {{"name", std::string(name_of(d, d.state.holder))}});
}

std::string_view entry_of(const DrawContext& d, std::size_t field) {
  const Field& asked = d.sheet().fields[field];
  if (asked.picks.empty()) return d.scene.say(asked.given);
  if (!d.state.picked[field]) return {};
  return d.scene.say(asked.picks[*d.state.picked[field]].text);
}

// The state knows how often an entry was struck out; which one only who saw it. After a pause the stroke alone is left.
std::vector<std::string_view> struck_of(const DrawContext& d, std::size_t field) {
  std::vector<std::string_view> words;
  const auto seen = d.desk.struck.find({d.desk.sheet, field});
  const int known = seen == d.desk.struck.end() ? 0 : static_cast<int>(seen->second.size());
  for (int i = known; i < d.state.struck[field]; ++i)
    words.push_back(d.tr("struck out"));
  for (int i = 0; i < known && i < d.state.struck[field]; ++i)
    words.push_back(d.scene.say(d.sheet().fields[field].picks[seen->second[static_cast<std::size_t>(i)]].text));
  return words;
}

// Languages write dates in an order of their own.
std::string_view local_time(const DrawContext& d, base::Seconds at) {
  const base::LocalStart& start = d.scene.prepared.scenario.starts;
  const std::string iso = base::iso_local({start.at.milliseconds + at * 1000LL}, start.offset_minutes); // 2026-03-04T09:31:00+07:00
  if (iso.size() < 20) return d.f.keep(iso);
  return d.f.keep(fmt::format("{} {} {}", d.scene.words.day(iso.substr(0, 10)), iso.substr(11, 5), iso.substr(19)));
}

session::Action act(const DrawContext& d, model::Symbol verb) {
  session::Action action;
  action.step = d.scene.step;
  action.verb = verb;
  action.entity = d.sheet().symbol;
  return action;
}

void fill(DrawContext& d, std::size_t field, std::size_t pick) {
  session::Action action = act(d, d.spec.fill);
  action.values = {{d.spec.field, d.sheet().fields[field].symbol}, {d.spec.pick, d.sheet().fields[field].picks[pick].symbol}};
  d.out.action = std::move(action);
  d.desk.field.reset(); // on to the next empty one
}

void strike(DrawContext& d, std::size_t field) {
  session::Action action = act(d, d.spec.strike);
  action.values = {{d.spec.field, d.sheet().fields[field].symbol}};
  d.out.action = std::move(action);
  d.desk.struck[{d.desk.sheet, field}].push_back(*d.state.picked[field]);
  d.desk.field = field;
  d.desk.correcting = false;
}

namespace {

using ui::Box;
using ui::Rect;
namespace box = ui::box;

constexpr int widest_paper = 784;

void open_sheet(DrawContext& d, std::size_t sheet) {
  if (sheet == d.desk.sheet) return;
  d.desk.sheet = sheet;
  d.desk.field.reset();
  d.desk.correcting = d.desk.leaving = false;
  d.state = sheet_state(d.spec, d.scene.state, sheet);
}

// Drawn before all else is put together: what is below is of the sheet that is pressed here. Returns the height.
int draw_sheet_tabs(DrawContext& d, const Rect& rect) {
  if (d.spec.sheets.size() < 2) return 0;
  std::vector<ui::Tab> tabs;
  for (std::size_t i = 0; i < d.spec.sheets.size(); ++i) {
    const std::string_view name = name_of(d, d.spec.sheets[i].symbol);
    tabs.push_back({d.f.keep("custody/sheet/" + d.spec.sheets[i].exhibit),
                    sheet_state(d.spec, d.scene.state, i).is_signed ? d.tr("{thing}, signed", {{"thing", std::string(name)}}) : name});
  }
  int pressed = static_cast<int>(d.desk.sheet);
  const Box all = box::column({.pad = {.bottom = 12}}, box::tabs("custody/sheets", std::move(tabs), pressed, pressed));
  const int h = all.draw(d.f, {rect.x, rect.y}, rect.w);
  open_sheet(d, static_cast<std::size_t>(pressed));
  return h;
}

// On a wide window the panel stays beside the paper. Its bar needs less room than is kept for it.
Box beside(DrawContext& d, int width) {
  const int panel = std::clamp(width * 36 / 100, d.f.px(250), d.f.px(340));
  Box paper = box::column({.pad = {.right = 10, .bottom = 16}}, paper_of(d).most(widest_paper));
  Box side = box::column({.pad = {.left = 4, .top = 4, .right = -4, .bottom = 12}}, panel_of(d));
  Box right = box::column({}, box::scroll({.id = "custody/panel", .rect = {}, .leads = true}, std::move(side)).grow(),
                          box::column({.pad = {.left = 4, .top = 12, .right = 12, .bottom = 16}}, foot_of(d)));
  return box::row({.gap = 20, .across = ui::Across::stretch},
                  box::scroll({.id = "custody/paper", .rect = {}, .leads = true}, std::move(paper)).grow(), std::move(right).wide_px(panel))
      .most_px(d.f.px(widest_paper + 18 + 20) + panel);
}

Box below(DrawContext& d) {
  Box rest = box::column({.gap = 20, .pad = {.left = 4, .top = 32, .right = 4}}, panel_of(d), foot_of(d));
  Box all = box::column({.pad = {.right = 10, .bottom = 24}}, box::column({}, paper_of(d), std::move(rest)).most(widest_paper));
  return box::column({}, box::scroll({.id = "custody/paper", .rect = {}, .leads = true}, std::move(all)).grow());
}

void take_answer(DrawContext& d) {
  if (d.leave == ui::Answer::none) return;
  d.desk.leaving = false;
  d.out.go_on = d.leave == ui::Answer::yes;
  if (d.leave == ui::Answer::no) d.f.focus("custody/go-on");
}

class CustodyView final : public screens::StepView {
 public:
  bool whole_page() const override { return true; }       // a form is a page
  bool may_hold_unsent() const override { return false; } // each press is an act

  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const CustodySpec&>(scene.spec);
    DrawContext d{f, scene, spec, desk_, out, sheet_state(spec, scene.state, desk_.sheet)};
    const Rect middle = screens::in_the_middle(f, area);
    const int page = std::max(f.px(20), std::min(f.px(64), area.w / 20)); // margins of a page; small ones on a small one
    Rect rest = middle.w < area.w ? middle : area.inset(page, 0);
    rest.take_top(f.px(12));
    rest.take_top(draw_sheet_tabs(d, rest));
    (f.text_percent() < 150 && rest.w >= f.px(640) ? beside(d, rest.w) : below(d)).draw(f, rest);
    if (desk_.correcting && f.closes("custody/entries")) desk_.correcting = false;
    take_answer(d);
    return out;
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    hands.press("custody/sheet/" + prepared.symbols.word(action.entity)); // no tab where there is one sheet
    std::string field, pick;
    for (const auto& [key, value] : action.values)
      (prepared.symbols.word(key) == "field" ? field : pick) = prepared.symbols.word(value);
    const std::string verb = prepared.symbols.word(action.verb);
    if (verb == "sign") hands.press_twice("custody/sign");
    if (verb == "strike" && hands.press("custody/correct")) hands.press("custody/strike/" + field);
    if (verb != "fill") return;
    if (!hands.press("custody/empty/" + field)) hands.press("custody/cell/" + field);
    hands.press("custody/pick/" + pick);
  }

  std::optional<std::string> pose(screens::Hands& hands, const session::Prepared& prepared,
                                  const screens::Progress& progress) const override {
    if (progress.acts == 0) return "empty";
    if (progress.last && prepared.symbols.word(progress.last->verb) == "sign") return "signed";
    return hands.may_press("custody/sign") ? std::optional<std::string>("filled") : std::nullopt;
  }

 private:
  Desk desk_;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<CustodyView>(); }

} // namespace firsthand::modules::custody_form
