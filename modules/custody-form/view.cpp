// See view.h. Paper and panel side by side where there is room; else the paper first, the panel below, scrolling.
#include "modules/custody-form/view.h"

#include "modules/custody-form/view_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::custody_form {

std::optional<std::size_t> Draft::current() const {
  if (desk.field && *desk.field < sheet().fields.size()) return desk.field;
  for (std::size_t i = 0; i < sheet().fields.size(); ++i)
    if (to_fill(i)) return i;
  return std::nullopt;
}

std::string name_of(const Draft& d, model::Symbol entity) {
  const model::EntityUse* use = d.scene.prepared.scenario.entity(d.scene.prepared.symbols.word(entity));
  return use ? d.scene.say(use->name) : std::string();
}

std::string entry_of(const Draft& d, std::size_t field) {
  const Field& asked = d.sheet().fields[field];
  if (asked.picks.empty()) return d.scene.say(asked.given);
  return d.state.picked[field] ? d.scene.say(asked.picks[*d.state.picked[field]].text) : std::string();
}

// The state knows how often an entry was struck out; which one only who saw it. After a pause the stroke alone is left.
std::vector<std::string> struck_of(const Draft& d, std::size_t field) {
  std::vector<std::string> words;
  const auto seen = d.desk.struck.find({d.desk.sheet, field});
  const int known = seen == d.desk.struck.end() ? 0 : static_cast<int>(seen->second.size());
  for (int i = known; i < d.state.struck[field]; ++i)
    words.push_back(d.tr("struck out"));
  for (int i = 0; i < known && i < d.state.struck[field]; ++i)
    words.push_back(d.scene.say(d.sheet().fields[field].picks[seen->second[static_cast<std::size_t>(i)]].text));
  return words;
}

std::string local_time(const Draft& d, base::Seconds at) {
  const base::LocalStart& start = d.scene.prepared.scenario.starts;
  const std::string iso = base::iso_local({start.at.milliseconds + at * 1000LL}, start.offset_minutes); // 2026-03-04T09:31:00+07:00
  return iso.size() < 20 ? iso : fmt::format("{} {} {}", iso.substr(0, 10), iso.substr(11, 5), iso.substr(19));
}

session::Action act(const Draft& d, model::Symbol verb) {
  session::Action action;
  action.step = d.scene.step;
  action.verb = verb;
  action.entity = d.sheet().symbol;
  return action;
}

void fill(Draft& d, std::size_t field, std::size_t pick) {
  session::Action action = act(d, d.spec.fill);
  action.values = {{d.spec.field, d.sheet().fields[field].symbol}, {d.spec.pick, d.sheet().fields[field].picks[pick].symbol}};
  d.out.action = std::move(action);
  d.desk.field.reset(); // on to the next empty one
}

void strike(Draft& d, std::size_t field) {
  session::Action action = act(d, d.spec.strike);
  action.values = {{d.spec.field, d.sheet().fields[field].symbol}};
  d.out.action = std::move(action);
  d.desk.struck[{d.desk.sheet, field}].push_back(*d.state.picked[field]);
  d.desk.field = field;
  d.desk.correcting = false;
}

namespace {

using ui::Rect;

int draw_sheet_tabs(Draft& d, const Rect& rect) {
  if (d.spec.sheets.size() < 2) return 0;
  std::vector<std::string> ids, labels;
  for (std::size_t i = 0; i < d.spec.sheets.size(); ++i) {
    ids.push_back(fmt::format("custody/sheet/{}", d.spec.sheets[i].exhibit));
    const bool done = sheet_state(d.spec, d.scene.state, i).is_signed;
    const std::string name = name_of(d, d.spec.sheets[i].symbol);
    labels.push_back(done ? d.tr("{thing}, signed", {{"thing", name}}) : name);
  }
  std::vector<ui::Tab> tabs;
  for (std::size_t i = 0; i < ids.size(); ++i)
    tabs.push_back({ids[i], labels[i]});
  const int h = tabs_height(d.f, rect.w, tabs);
  const auto pressed = ui::tabs(d.f, {rect.x, rect.y, rect.w, h}, "custody/sheets", tabs, static_cast<int>(d.desk.sheet));
  if (pressed && static_cast<std::size_t>(*pressed) != d.desk.sheet) {
    d.desk.sheet = static_cast<std::size_t>(*pressed);
    d.desk.field.reset();
    d.desk.correcting = d.desk.leaving = false;
    d.state = sheet_state(d.spec, d.scene.state, d.desk.sheet);
  }
  return h + d.f.px(12);
}

void draw_beside(Draft& d, Rect rest) {
  ui::Frame& f = d.f;
  const int panel = std::clamp(rest.w * 36 / 100, f.px(250), f.px(340));
  rest.w = std::min(rest.w, f.px(784 + 18 + 20) + panel); // on a wide window the panel stays beside the paper
  const Rect right = rest.take_right(panel, f.px(20));
  ui::ScrollArea paper(f, {"custody/paper", rest});
  const int w = std::min(paper.width() - f.px(10), f.px(784));
  paper.finish(paper.top() + draw_paper(d, paper.left(), paper.top(), w, Paint::draw) + f.px(16));
  Rect upper = right;
  const int wide = right.w - f.px(16), foot = draw_foot(d, 0, 0, wide, Paint::measure) + f.px(28);
  const Rect lower = upper.take_bottom(foot);
  {
    ui::ScrollArea side(f, {"custody/panel", upper});
    side.finish(side.top() + draw_panel(d, side.left() + f.px(4), side.top() + f.px(4), wide) + f.px(12));
  }
  draw_foot(d, lower.x + f.px(4), lower.y + f.px(12), wide, Paint::draw);
}

void draw_below(Draft& d, const Rect& rest) {
  ui::Frame& f = d.f;
  ui::ScrollArea area(f, {"custody/paper", rest});
  const int w = std::min(area.width() - f.px(10), f.px(784));
  int y = area.top();
  y += draw_paper(d, area.left(), y, w, Paint::draw) + f.px(32);
  y += draw_panel(d, area.left() + f.px(4), y, w - f.px(8)) + f.px(20);
  y += draw_foot(d, area.left() + f.px(4), y, w - f.px(8), Paint::draw);
  area.finish(y + f.px(24));
}

class CustodyView final : public screens::StepView {
 public:
  bool whole_page() const override { return true; } // a form is a page

  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const CustodySpec&>(scene.spec);
    Draft d{f, scene, spec, desk_, out, sheet_state(spec, scene.state, desk_.sheet)};
    const int page = std::max(f.px(20), std::min(f.px(64), area.w / 20)); // margins of a page; small ones on a small one
    Rect rest = area.inset(page, 0);
    rest.take_top(f.px(12));
    rest.take_top(draw_sheet_tabs(d, rest));
    const bool beside = f.text_percent() < 150 && rest.w >= f.px(640);
    if (beside)
      draw_beside(d, rest);
    else
      draw_below(d, rest);
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
