// See view.h. Topics keep their places; those already raised are ticked, and told by the transcript.
#include "modules/dialogue/view.h"

#include "engine/screens/play/stage_layers.h"
#include "engine/screens/play/words.h"
#include "engine/ui/widgets.h"
#include "modules/dialogue/rules.h"

#include <algorithm>

namespace firsthand::modules::dialogue {

namespace {

using ui::Colour;
using ui::Rect;
using ui::Type;

struct Talk {
  ui::Frame& f;
  const screens::StepScene& scene;
  const DialogueSpec& spec;
  const model::EntityUse& person;
  std::vector<model::Symbol>& shown; // topics, in the order in which they came
  screens::StepIntent& out;
  std::string tr(std::string_view english) const { return scene.words.tr("dialogue", english); }
};

int draw_person(Talk& t, int x, int y, int w) {
  ui::Frame& f = t.f;
  const int side = f.px(f.text_percent() >= 200 ? 64 : 96), left = x + side + f.px(20), room = w - side - f.px(20);
  const ui::SharedBytes bytes = t.person.portrait.empty() ? nullptr : t.scene.picture(t.person.portrait);
  if (bytes)
    f.picture({screens::picture_key(t.scene, t.person.portrait), bytes}, {x, y, side, side},
              {.radius = f.px(6), .corner_ground = Colour::surf});
  int at = y + f.px(4);
  at += f.text(left, at, room, t.scene.say(t.person.name), Type::heading, Colour::text, {.role = ui::Role::heading}) + f.px(4);
  at += f.text(left, at, room, t.scene.say(t.spec.opening), Type::body, Colour::text);
  return std::max(side, at - y);
}

bool is_topic(const Talk& t, model::Symbol verb) {
  return std::find(t.spec.topic_symbols.begin(), t.spec.topic_symbols.end(), verb) != t.spec.topic_symbols.end();
}

int draw_quote(Talk& t, int x, int y, int w, const std::string& words) {
  ui::Frame& f = t.f;
  const int h = f.measure(words, Type::body, w - f.px(28)).h + f.px(16);
  f.fill({x, y, w, h}, Colour::acc_soft, f.px(4));
  f.fill(Rect{x, y, f.px(4), h}, Colour::acc);
  f.text(x + f.px(16), y + f.px(8), w - f.px(28), words, Type::body, Colour::text);
  return h;
}

struct Exchange {
  std::string asked;
  std::vector<std::string> said;
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

int draw_exchange(Talk& t, const Exchange& exchange, int x, int y, int w) {
  ui::Frame& f = t.f;
  const int top = y;
  if (!exchange.asked.empty()) y += f.text(x, y, w, exchange.asked, Type::small, Colour::mut) + f.px(4);
  for (const std::string& words : exchange.said)
    y += draw_quote(t, x, y, w, words) + f.px(8);
  return y + f.px(8) - top;
}

struct TopicWords {
  std::string id, label, seconds, again, reason;
  model::Id icon;
  bool offered = true, used = false;
  char key = 0;
  ui::Verb verb() const {
    return {.id = id,
            .label = label,
            .seconds = seconds,
            .icon = icon,
            .enabled = offered,
            .reason = reason,
            .again = again,
            .choose_key = key,
            .used = used};
  }
};

const session::Action* offer_of(const Talk& t, model::Symbol topic) {
  for (const session::Action& action : t.scene.offers.actions)
    if (action.kind == session::Action::Kind::act && action.entity == t.spec.person && action.verb == topic) return &action;
  return nullptr;
}

bool was_asked(const Talk& t, std::size_t topic) { return times_asked(t.scene.state, topic) > 0; }

// What was shown keeps its place, asked or not; what can be raised only now comes last.
void keep_places(Talk& t) {
  for (std::size_t i = 0; i < t.spec.topic_symbols.size(); ++i) {
    const model::Symbol topic = t.spec.topic_symbols[i];
    const bool known = std::find(t.shown.begin(), t.shown.end(), topic) != t.shown.end();
    if (!known && (offer_of(t, topic) || was_asked(t, i))) t.shown.push_back(topic);
  }
}

TopicWords topic_words(const Talk& t, std::size_t place, const model::Verb& verb, bool offered) {
  TopicWords words{
      "dialogue/topic/" + verb.name, t.scene.say(verb.label), screens::duration_text(t.scene.words, verb.takes), {}, {}, verb.icon};
  const auto index = std::find(t.spec.topic_symbols.begin(), t.spec.topic_symbols.end(), t.shown[place]) - t.spec.topic_symbols.begin();
  words.offered = offered, words.used = was_asked(t, static_cast<std::size_t>(index));
  if (screens::asks_twice(verb)) words.again = t.tr("Press again");
  if (!offered) words.reason = words.used ? t.tr("Done") : t.tr("Not possible now");
  if (place < 9) words.key = static_cast<char>('1' + place);
  return words;
}

int draw_topics(Talk& t, int x, int y, int w) {
  ui::Frame& f = t.f;
  const int top = y;
  keep_places(t);
  f.begin_group("dialogue/topics");
  for (std::size_t place = 0; place < t.shown.size(); ++place) {
    const model::Verb* verb = report::verb_of(t.scene.prepared, t.spec.person, t.shown[place]);
    if (!verb) continue;
    const session::Action* action = offer_of(t, t.shown[place]);
    const TopicWords words = topic_words(t, place, *verb, action != nullptr);
    const int h = ui::verb_height(f, words.verb(), w);
    if (ui::verb(f, {x, y, w, h}, words.verb()) && action && !t.scene.pending) t.out.action = *action;
    y += h + f.px(8);
  }
  f.end_group();
  return y - top;
}

int draw_refusal(Talk& t, int x, int y, int w) {
  if (t.scene.refused.empty()) return 0;
  const ui::Notice words{.words = t.scene.refused, .icon = "triangle", .meaning = ui::Meaning::warn};
  const int h = ui::notice_height(t.f, words, w);
  ui::notice(t.f, {x, y, w, h}, words);
  return h + t.f.px(12);
}

void draw_go_on(Talk& t, Rect foot) {
  const std::string words = t.tr("Go on");
  const ui::Button go_on{
      .id = "dialogue/go-on", .label = words, .icon = "forward", .enabled = t.scene.leaving != session::Leaving::not_yet};
  const ui::Size size = size_of(t.f, go_on);
  if (ui::button(t.f, {foot.right() - size.w, foot.y, size.w, size.h}, go_on) && !t.scene.pending) t.out.go_on = true;
}

void draw_beside(Talk& t, Rect inside) {
  ui::Frame& f = t.f;
  Rect topics = inside.take_right(f.text_percent() >= 125 ? inside.w * 2 / 5 : f.px(256), f.px(24));
  const Rect foot = topics.take_bottom(f.px(48), f.px(16)); // what was said may use the whole height
  inside.take_top(draw_person(t, inside.x, inside.y, inside.w), f.px(20));
  inside.take_top(draw_refusal(t, inside.x, inside.y, inside.w));
  ui::ScrollArea said(f, {"dialogue/said", {inside.x, inside.y, inside.w + f.px(16), inside.h}});
  int y = said.top();
  for (const Exchange& exchange : transcript(t))
    y += draw_exchange(t, exchange, said.left(), y, inside.w);
  said.finish(y);
  ui::ScrollArea list(f, {"dialogue/list", {topics.x - f.px(6), topics.y, topics.w + f.px(22), topics.h}});
  list.finish(list.top() + f.px(6) + draw_topics(t, topics.x, list.top() + f.px(6), topics.w));
  draw_go_on(t, foot);
}

// One column: the newest answer stands above the topics, what was said before below them.
void draw_below(Talk& t, const Rect& inside) {
  ui::Frame& f = t.f;
  ui::ScrollArea page(f, {"dialogue/page", {inside.x - f.px(6), inside.y, inside.w + f.px(22), inside.h}});
  std::vector<Exchange> talk = transcript(t);
  int y = page.top();
  y += draw_person(t, inside.x, y, inside.w) + f.px(12);
  y += draw_refusal(t, inside.x, y, inside.w);
  if (!talk.empty()) y += draw_exchange(t, talk.back(), inside.x, y, inside.w);
  y += draw_topics(t, inside.x, y, inside.w) + f.px(8);
  draw_go_on(t, {inside.x, y, inside.w, f.px(48)});
  y += f.px(48 + 16);
  if (!talk.empty()) talk.pop_back();
  for (const Exchange& exchange : talk)
    y += draw_exchange(t, exchange, inside.x, y, inside.w);
  page.finish(y);
}

class DialogueView final : public screens::StepView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const DialogueSpec&>(scene.spec);
    const model::EntityUse* person = report::entity_of(scene.prepared, spec.person);
    if (!person) return out; // reading has refused such a step
    Talk t{f, scene, spec, *person, shown_, out};
    Rect inside = area.inset(f.px(24), f.px(20));
    keep_newest_in_view(f, scene);
    if (f.width() * 100 / f.text_percent() < 720) {
      draw_below(t, inside);
      return out;
    }
    draw_beside(t, inside);
    return out;
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
  std::vector<model::Symbol> shown_;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<DialogueView>(); }

} // namespace firsthand::modules::dialogue
