// See view.h. Topics keep their places; those already raised are ticked, and told by the transcript.
#include "modules/dialogue/view.h"

#include "engine/screens/play/stage_layers.h"
#include "engine/screens/play/words.h"
#include "engine/ui/box.h"
#include "modules/dialogue/rules.h"

#include <algorithm>

namespace firsthand::modules::dialogue {

namespace {

using ui::Across;
using ui::Along;
using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

struct Talk {
  ui::Frame& f;
  const screens::StepScene& scene;
  const DialogueSpec& spec;
  const model::EntityUse& person;
  std::vector<model::Symbol> shown; // topics, in the order in which they came up
  screens::StepIntent& out;
  std::string_view tr(std::string_view english) const { return f.keep(scene.words.tr("dialogue", english)); }
};

Box portrait_of(Talk& t) {
  const int side = t.f.text_percent() >= 200 ? 64 : 96;
  return box::fixed(side, side, [&t](ui::Frame& f, const Rect& rect) {
    const std::string& path = t.person.portrait;
    const ui::SharedBytes bytes = path.empty() ? nullptr : t.scene.picture(path);
    if (bytes) f.picture({screens::picture_key(t.scene, path), bytes}, rect, {.radius = f.radius(), .corner_ground = Colour::surf});
  });
}

Box person_of(Talk& t) {
  const std::string &name = t.scene.say(t.person.name), &opening = t.scene.say(t.spec.opening);
  return box::row({.gap = 20, .across = Across::start}, portrait_of(t),
                  box::column({.gap = 4, .pad = {.top = 4}}, box::text(name, Type::heading, Colour::text, {.role = ui::Role::heading}),
                              box::text(opening, Type::body))
                      .grow());
}

bool is_topic(const Talk& t, model::Symbol verb) {
  return std::find(t.spec.topic_symbols.begin(), t.spec.topic_symbols.end(), verb) != t.spec.topic_symbols.end();
}

struct Exchange {
  std::string_view asked;
  std::vector<std::string_view> said;
};

// One for each turn in which this person was spoken to, oldest first. In the record the answer stands before the end of
// the act that asked for it.
std::vector<Exchange> transcript(const Talk& t) {
  std::vector<Exchange> talk;
  int turn = -1;
  for (const report::NotebookLine& line : t.scene.notebook.lines) {
    if (line.entity != t.spec.person || !line.text) continue;
    const bool said = line.kind == report::NotebookLine::Kind::said;
    if (!said && !is_topic(t, line.verb)) continue;
    if (line.turn != turn) talk.emplace_back(), turn = line.turn;
    if (said)
      talk.back().said.push_back(t.scene.say(*line.text));
    else
      talk.back().asked = t.scene.say(*line.text);
  }
  return talk;
}

Box told(const Exchange& exchange) {
  Box all = box::column({.pad = {.bottom = 8}});
  if (!exchange.asked.empty()) all.add(box::text(exchange.asked, Type::small, Colour::mut)), all.add(box::space(4));
  for (const std::string_view words : exchange.said)
    all.add(box::quote(words, Type::body)), all.add(box::space(8));
  return all;
}

const session::Action* offer_of(const Talk& t, model::Symbol topic) {
  for (const session::Action& action : t.scene.offers.actions)
    if (action.kind == session::Action::Kind::act && action.entity == t.spec.person && action.verb == topic) return &action;
  return nullptr;
}

bool was_asked(const Talk& t, std::size_t topic) { return times_asked(t.scene.state, topic) > 0; }

// What was shown keeps its place, asked or not; what can be raised only later comes last. It follows from the attempt, not from this view.
std::vector<model::Symbol> topics_shown(const Talk& t) {
  std::vector<std::pair<int, model::Symbol>> topics;
  for (const std::size_t i : t.scene.shown("topics", t.spec.topic_symbols.size())) {
    const model::Symbol topic = t.spec.topic_symbols[i];
    const auto came = t.scene.came_up(t.spec.person, topic);
    if ((came && came->offered) || offer_of(t, topic) || was_asked(t, i)) topics.emplace_back(came ? came->round : 0, topic);
  }
  std::stable_sort(topics.begin(), topics.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<model::Symbol> shown;
  for (const auto& [came, topic] : topics)
    shown.push_back(topic);
  return shown;
}

ui::Verb topic_of(const Talk& t, std::size_t place, const model::Verb& verb, bool offered) {
  const auto index = std::find(t.spec.topic_symbols.begin(), t.spec.topic_symbols.end(), t.shown[place]) - t.spec.topic_symbols.begin();
  const bool used = was_asked(t, static_cast<std::size_t>(index));
  return {.id = t.f.keep("dialogue/topic/" + verb.name),
          .label = t.scene.say(verb.label),
          .seconds = t.f.keep(screens::duration_text(t.scene.words, verb.takes)),
          .icon = verb.icon,
          .enabled = offered,
          .reason = offered ? std::string_view()
                    : used  ? t.tr("Done")
                            : t.tr("Not possible now"),
          .again = screens::asks_twice(verb) ? t.tr("Press again") : std::string_view(),
          .choose_key = place < 9 ? static_cast<char>('1' + place) : char{0},
          .used = used};
}

Box topics_of(Talk& t) {
  Box all = box::column({.gap = 8, .pad = {.bottom = 8}});
  for (std::size_t place = 0; place < t.shown.size(); ++place) {
    const model::Verb* verb = report::verb_of(t.scene.prepared, t.spec.person, t.shown[place]);
    const session::Action* action = offer_of(t, t.shown[place]);
    const bool can = action && !t.scene.pending;
    if (verb) all.add(box::verb(topic_of(t, place, *verb, action), can ? ui::Pressed(t.out.action, *action) : ui::Pressed([] {})));
  }
  return box::group("dialogue/topics", std::move(all));
}

Box refusal_of(Talk& t) {
  if (t.scene.refused.empty()) return {};
  return box::column({.pad = {.bottom = 12}},
                     box::notice({.words = t.scene.refused, .icon = "triangle", .meaning = ui::Meaning::warn}, [] {}));
}

// What was said may use the whole height. What scrolls reaches into the margins: its bar, and the rings of what has the focus.
Box beside(Talk& t, int width) {
  Box said = box::column({});
  for (const Exchange& exchange : transcript(t))
    said.add(told(exchange));
  Box left = box::column({}, box::column({.pad = {.right = 16}}, person_of(t), box::space(20), refusal_of(t)),
                         box::scroll({"dialogue/said", {}}, std::move(said).most(720)).grow());
  Box list = box::scroll({"dialogue/list", {}}, box::column({.pad = {.left = 6, .top = 6}}, topics_of(t)));
  const int topics = std::min(width * 2 / 5, t.f.px(320));
  Box column = box::on([](ui::Frame& f, const Rect& at) { f.vline(at.x, at.y, at.h, Colour::line); },
                       box::column({.pad = {18, 10, 0, 8}}, std::move(list).grow()));
  return box::row({.gap = 2, .across = Across::stretch}, box::column({.pad = {24, 20, 0, 20}}, std::move(left).grow()).grow(),
                  std::move(column).wide_px(topics));
}

// One column: the newest answer stands above the topics, what was said before below them.
Box below(Talk& t) {
  std::vector<Exchange> talk = transcript(t);
  Box all = box::column({.pad = {.left = 6}}, person_of(t), box::space(12), refusal_of(t));
  if (!talk.empty()) all.add(told(talk.back())), talk.pop_back();
  all.add(topics_of(t));
  for (const Exchange& exchange : talk)
    all.add(told(exchange));
  return box::column({.pad = {18, 20, 8, 20}}, box::scroll({"dialogue/page", {}}, std::move(all)).grow());
}

class DialogueView final : public screens::StepView {
 public:
  bool may_hold_unsent() const override { return false; } // each press is an act
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const DialogueSpec&>(scene.spec);
    const model::EntityUse* person = report::entity_of(scene.prepared, spec.person);
    if (!person) return out; // reading has refused such a step
    Talk t{f, scene, spec, *person, {}, out};
    t.shown = topics_shown(t);
    keep_newest_in_view(f, scene);
    const bool narrow = f.width() * 100 / f.text_percent() < 720;
    const ui::Rect page = screens::in_the_middle(f, area);
    (narrow ? below(t) : beside(t, page.w)).draw(f, page);
    return out;
  }

  screens::StepHead head(const screens::StepScene& scene) const override {
    if (scene.leaving == session::Leaving::not_yet) return {};
    return {.goal = nullptr, .way_on = screens::WayOn{"dialogue/go-on"}};
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    hands.press_twice("dialogue/topic/" + prepared.symbols.word(action.verb));
  }

 private:
  void keep_newest_in_view(ui::Frame& f, const screens::StepScene& scene) {
    if (scene.notebook.lines.size() == lines_) return;
    lines_ = scene.notebook.lines.size();
    ui::scroll_to_end(f, "dialogue/said");
    ui::scroll_to_top(f, "dialogue/page");
  }
  std::size_t lines_ = 0;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<DialogueView>(); }

} // namespace firsthand::modules::dialogue
