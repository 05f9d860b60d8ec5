// See view.h.
#include "modules/test/view.h"

#include "engine/ui/widgets.h"
#include "modules/test/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace firsthand::modules::test {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

constexpr std::array certainty_ids{"test/certainty/sure", "test/certainty/fairly", "test/certainty/guess"};

// Of the screen only.
struct Memory {
  std::map<std::size_t, std::unique_ptr<screens::StepView>> views; // by item
  std::map<std::size_t, int> certainty;                            // as it is marked; see Place::certainty
  std::map<std::size_t, bool> unsaid;                              // of these: it is not what was answered with
  std::map<std::size_t, base::Json> drafts;                        // of an earlier sitting, of questions that were not opened since
  bool asks = false;                                               // before it hands in
  std::optional<std::size_t> go_to;                                // the question that is wanted next, once what is written is kept
};

struct Sheet {
  ui::Frame& f;
  const screens::StepScene& scene;
  const TestSpec& spec;
  const Paper paper;
  Memory& memory;
  screens::StepIntent& out;
  ui::Answer answer = ui::Answer::none; // to whether it shall be handed in, in this frame

  std::string_view tr(std::string_view english, const content::Fill& fill = {}) const {
    return f.keep(scene.words.tr("test", english, fill));
  }
  const Place& place() const { return paper.places[paper.current]; }
  const Asked& asked() const { return spec.asked[place().item]; }
  bool tells() const { return spec.test.drawn > 0; }
  int& certainty() const { return memory.certainty.try_emplace(place().item, place().certainty).first->second; }
};

session::Action act(const Sheet& s, model::Symbol verb, model::Symbol item = 0) {
  session::Action action;
  action.step = s.scene.step;
  action.verb = verb;
  action.entity = item;
  return action;
}

void view(const Sheet& s, std::size_t number) {
  if (number != s.paper.current && number < s.paper.places.size()) s.memory.go_to = number;
}

// ---- the questions by number

std::string_view number_value(const Sheet& s, const Place& place) {
  if (place.flagged) return place.answered ? s.tr("Answered, marked") : s.tr("Not answered, marked");
  return place.answered ? s.tr("Answered") : s.tr("Not answered");
}

void draw_number(const Sheet& s, std::size_t number, const Rect& at) {
  ui::Frame& f = s.f;
  const Place& place = s.paper.places[number];
  const bool current = number == s.paper.current;
  const ui::Interaction i = f.control({.id = f.keep("test/number/" + s.spec.test.items[place.item].id),
                                       .label = s.tr("Question {n}", {{"n", std::to_string(number + 1)}}),
                                       .role = ui::Role::option,
                                       .rect = at,
                                       .enabled = !s.scene.pending,
                                       .chosen = current,
                                       .value = number_value(s, place)});
  f.fill(at, place.answered ? Colour::acc_soft : Colour::surf, f.small_radius());
  f.border(at, current || i.hovered ? Colour::acc : Colour::line2, f.px(current ? 3 : 1), f.small_radius());
  f.text(at, f.keep(std::to_string(number + 1)), current ? Type::body_bold : Type::body, Colour::text,
         {.align = ui::Align::centre, .valign = ui::VAlign::middle, .listed = ui::Listed::no});
  if (place.flagged) f.icon("flag", {at.right() - f.px(10), at.y - f.px(8), f.px(16), f.px(16)}, Colour::warn);
  if (i.ring) f.focus_ring(at, f.small_radius());
  if (i.clicked) view(s, number);
}

Box numbers_box(const Sheet& s) {
  Box all = box::wrap({.gap = 8, .line_gap = 12});
  for (std::size_t number = 0; number < s.paper.places.size(); ++number)
    all.add(box::fixed(40, 40, [&s, number](ui::Frame&, const Rect& at) { draw_number(s, number, at); }));
  return box::group("test/numbers", std::move(all));
}

std::string_view position_words(const Sheet& s) {
  return s.tr("Question {n} of {all}", {{"n", std::to_string(s.paper.current + 1)}, {"all", std::to_string(s.paper.places.size())}});
}

// ---- the question itself

Box certainty_box(const Sheet& s) {
  if (!s.spec.test.certainty) return {};
  int& now = s.certainty();
  const std::array labels{s.tr("Sure"), s.tr("Fairly sure"), s.tr("A guess")};
  Box row = box::wrap({.gap = 8, .line_gap = 8});
  for (int which = 0; which < 3; ++which)
    row.add(box::button({.id = certainty_ids[static_cast<std::size_t>(which)],
                         .label = labels[static_cast<std::size_t>(which)],
                         .enabled = !s.scene.pending,
                         .selected = now == which + 1,
                         .role = ui::Role::option},
                        {now, which + 1}));
  return box::column({.gap = 6, .pad = ui::pad(0, 8)},
                     box::text(s.tr("How sure are you? It changes no points."), Type::small_bold, Colour::mut),
                     box::group("test/certainty", std::move(row)));
}

// What was said and what came of it, in one sentence.
std::string_view told_words(const Sheet& s) {
  const Place& place = s.place();
  const int worth = place.per_mille;
  const std::array<std::string_view, 3> said =
      worth == session::right_per_mille
          ? std::array{s.tr("You were sure, and it was right."), s.tr("You were fairly sure, and it was right."),
                       s.tr("You guessed, and it was right.")}
      : worth == 0 ? std::array{s.tr("You were sure, and it was wrong. This comes again."), s.tr("You were fairly sure, and it was wrong."),
                                s.tr("You guessed, and it was wrong.")}
                   : std::array{s.tr("You were sure, and it was partly right."), s.tr("You were fairly sure, and it was partly right."),
                                s.tr("You guessed, and it was partly right.")};
  return place.certainty == 0 ? std::string_view() : said[static_cast<std::size_t>(place.certainty - 1)];
}

Box told_box(const Sheet& s) {
  const bool wrong = s.place().per_mille < session::right_per_mille;
  return box::column({.pad = ui::pad(0, 8)}, box::text(told_words(s), Type::body_bold, wrong ? Colour::warn : Colour::text));
}

// As the paper says, which is sealed.
void put_order(const Sheet& s, screens::Hosted& hosted) {
  const model::Item& item = s.spec.test.items[s.place().item];
  const std::vector<model::ItemOption>& written = item.targets.empty() ? item.options : item.targets;
  if (!item.targets.empty()) hosted.list = "targets";
  for (const session::PaperItem& asked : s.scene.paper)
    for (std::size_t i = 0; asked.item == item.id && i < asked.options.size(); ++i) {
      const auto same = [&](const model::ItemOption& option) { return option.id == asked.options[i]; };
      const auto at = std::find_if(written.begin(), written.end(), same);
      if (at != written.end()) hosted.order.push_back(static_cast<std::size_t>(at - written.begin()));
    }
}

screens::Hosted hosted_of(const Sheet& s) {
  const bool told = s.tells() && s.place().answered;
  screens::Hosted hosted{told ? told_box(s) : certainty_box(s)};
  put_order(s, hosted);
  hosted.tells = s.tells();
  if (!s.spec.test.certainty) return hosted;
  const int now = s.certainty();
  if (s.tells() && now == 0) hosted.missing = s.tr("Say how sure you are.");
  if (now != 0) hosted.values.emplace_back(s.spec.certainty, s.spec.certainties[static_cast<std::size_t>(now - 1)]);
  hosted.changed = s.memory.unsaid[s.place().item] = now != s.place().certainty;
  return hosted;
}

screens::StepView* view_of(const Sheet& s) {
  auto& view = s.memory.views[s.place().item];
  if (!view && s.scene.kinds) view = screens::open_view(*s.scene.kinds, s.asked().kind->kind());
  const auto draft = s.memory.drafts.find(s.place().item);
  if (view && draft != s.memory.drafts.end()) {
    view->take_draft(*s.asked().spec, draft->second);
    s.memory.drafts.erase(draft);
  }
  return view.get();
}

// What was whole and not kept yet was kept first: see Hosted::keeps.
void go_on(const Sheet& s) {
  if (!s.memory.go_to || s.scene.pending) return;
  s.out.action = act(s, s.spec.view, s.spec.asked[s.paper.places[*s.memory.go_to].item].id);
  s.memory.go_to.reset();
}

// A kind is not given what the answer is worth; where it is told, it is the last try.
session::StepState state_for(const Sheet& s, const session::QuestionSpec& question) {
  session::StepState state = s.place().state;
  if (!s.tells())
    state.slots[question.slots.worth] = 0;
  else if (s.place().answered)
    state.slots[question.slots.tries] = question.tries;
  return state;
}

// From what was told: to the next question, or to the end.
session::Action after_told(const Sheet& s) {
  const std::size_t next = s.paper.current + 1;
  if (next >= s.paper.places.size()) return act(s, s.spec.hand_in);
  return act(s, s.spec.view, s.spec.asked[s.paper.places[next].item].id);
}

// As its kind draws it.
void draw_asked(const Sheet& s, const Rect& area) {
  screens::StepView* view = view_of(s);
  if (!view) return;
  const auto& question = static_cast<const session::QuestionSpec&>(*s.asked().spec);
  const session::StepState state = state_for(s, question);
  screens::Hosted hosted = hosted_of(s);
  hosted.keeps = s.memory.go_to.has_value() || s.memory.asks;
  screens::StepScene scene{.prepared = s.scene.prepared,
                           .spec = question,
                           .state = state,
                           .seen = s.scene.seen,
                           .notebook = s.scene.notebook,
                           .words = s.scene.words,
                           .step = s.asked().id, // its lists have an order of their own
                           .now = s.scene.now,
                           .offers = s.scene.offers,
                           .mode = s.tells() ? session::Mode::practice : session::Mode::assessed,
                           .pending = s.scene.pending,
                           .refused = s.scene.refused,
                           .picture = s.scene.picture,
                           .content = s.scene.content,
                           .order = s.scene.order,
                           .drawn = s.scene.drawn,
                           .hosted = &hosted};
  const screens::StepIntent intent = view->draw(s.f, area, scene);
  if (s.tells() && intent.go_on) s.out.action = after_told(s);
  if (!intent.action) return go_on(s);
  s.out.action = intent.action;
  s.out.action->step = s.scene.step;
  s.out.action->entity = s.asked().id;
}

// ---- the way on

std::string list_of(const Sheet& s, bool (*belongs)(const Place&)) {
  std::string all;
  for (std::size_t number = 0; number < s.paper.places.size(); ++number)
    if (belongs(s.paper.places[number])) all += fmt::format("{}{}", all.empty() ? "" : ", ", number + 1);
  return all;
}

// Never locked: it says what is empty and what is marked, and asks.
std::string_view question_words(const Sheet& s) {
  std::string words(s.tr("Hand in? Nothing can be changed after that."));
  const content::Fill which{{"n", std::to_string(s.scene.nth_try)}, {"all", std::to_string(s.spec.test.tries)}};
  if (s.scene.nth_try > 0 && s.spec.test.tries > 0) words += " " + std::string(s.tr("It is try {n} of {all}.", which));
  const std::string empty = list_of(s, [](const Place& place) { return !place.answered; });
  const std::string marked = list_of(s, [](const Place& place) { return place.flagged; });
  if (!empty.empty()) words += " " + std::string(s.tr("Not answered: {list}.", {{"list", empty}}));
  if (!marked.empty()) words += " " + std::string(s.tr("Marked: {list}.", {{"list", marked}}));
  return s.f.keep(std::move(words));
}

Box confirm_box(Sheet& s) {
  return box::confirm({.words = question_words(s),
                       .yes_id = "test/hand-in/yes",
                       .yes_label = s.tr("Hand in"),
                       .no_id = "test/hand-in/no",
                       .no_label = s.tr("Go back"),
                       .icon = "flag"},
                      s.answer);
}

Box ways_box(const Sheet& s) {
  const std::size_t current = s.paper.current, last = s.paper.places.size() - 1;
  const bool free = !s.scene.pending;
  const ui::ButtonSize size = s.f.text_percent() >= 150 ? ui::ButtonSize::small : ui::ButtonSize::normal;
  const bool flagged = s.place().flagged;
  const bool whole = std::all_of(s.paper.places.begin(), s.paper.places.end(), [](const Place& place) { return place.answered; });
  return box::wrap(
      {.gap = 12, .line_gap = 8},
      box::button({.id = "test/next",
                   .label = s.tr("Next"),
                   .icon = "forward",
                   .kind = whole ? ui::ButtonKind::plain : ui::ButtonKind::main,
                   .size = size,
                   .enabled = free && current < last},
                  [&s, current] { view(s, current + 1); }),
      box::button({.id = "test/previous", .label = s.tr("Previous"), .icon = "back", .size = size, .enabled = free && current > 0},
                  [&s, current] { view(s, current - 1); }),
      box::button({.id = "test/flag",
                   .label = flagged ? s.tr("Take the mark away") : s.tr("Mark for later"),
                   .icon = "flag",
                   .size = size,
                   .enabled = free,
                   .selected = flagged},
                  [&s] { s.out.action = act(s, s.spec.flag, s.asked().id); }),
      box::button({.id = "test/hand-in",
                   .label = s.tr("Hand in"),
                   .kind = whole ? ui::ButtonKind::main : ui::ButtonKind::plain,
                   .size = size,
                   .enabled = free},
                  [&s] { s.memory.asks = true; }));
}

void draw_told_paper(Sheet& s, Rect area) {
  s.f.fill(area, Colour::surf);
  Box head = box::column({.pad = {24, 12, 24, 12}}, box::text(position_words(s), Type::small_bold, Colour::mut));
  head.draw(s.f, area.take_top(head.height(s.f, area.w)));
  draw_asked(s, area);
}

void draw_paper(Sheet& s, Rect area) {
  ui::Frame& f = s.f;
  f.fill(area, Colour::surf);
  const bool large = f.text_percent() >= 150;
  Box head = box::column({.gap = 8, .pad = {24, 12, 24, 12}}, box::text(position_words(s), Type::small_bold, Colour::mut),
                         large ? Box() : numbers_box(s));
  Box foot = box::column({.pad = {24, 12, 24, 12}}, s.memory.asks ? confirm_box(s) : ways_box(s));
  head.draw(f, area.take_top(head.height(f, area.w)));
  const Rect below = area.take_bottom(foot.height(f, area.w));
  draw_asked(s, area);
  f.hline(below.x, below.y, below.w, Colour::line);
  foot.draw(f, below);
  if (s.answer == ui::Answer::yes) s.out.action = act(s, s.spec.hand_in);
  if (s.answer != ui::Answer::none) s.memory.asks = false;
}

class TestView final : public screens::StepView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const TestSpec&>(scene.spec);
    Sheet s{f, scene, spec, paper_of(spec, scene.paper, scene.state), memory_, out};
    if (s.paper.places.empty()) return out;
    if (memory_.asks && f.closes("test/hand-in")) memory_.asks = false;
    s.tells() ? draw_told_paper(s, area) : draw_paper(s, area);
    return out;
  }

  bool whole_page() const override { return true; }

  // Of each question that was touched: as its kind tells it, and how sure.
  base::Json draft(const session::Spec& base) const override {
    const auto& spec = static_cast<const TestSpec&>(base);
    base::Json::Object all;
    for (std::size_t item = 0; item < spec.asked.size(); ++item) {
      base::Json::Object one;
      const auto view = memory_.views.find(item);
      const auto kept = memory_.drafts.find(item);
      const base::Json marks = kept != memory_.drafts.end()  ? kept->second
                               : view != memory_.views.end() ? view->second->draft(*spec.asked[item].spec)
                                                             : base::Json();
      if (!marks.object().empty()) one["marks"] = marks;
      const auto unsaid = memory_.unsaid.find(item);
      if (unsaid != memory_.unsaid.end() && unsaid->second) one["certainty"] = memory_.certainty.at(item);
      if (!one.empty()) all[spec.test.items[item].id] = std::move(one);
    }
    return all;
  }

  void take_draft(const session::Spec& base, const base::Json& draft) override {
    const auto& spec = static_cast<const TestSpec&>(base);
    for (std::size_t item = 0; item < spec.asked.size(); ++item) {
      const base::Json& one = draft.at(spec.test.items[item].id);
      if (one.find("marks")) memory_.drafts[item] = one.at("marks");
      const std::int64_t certainty = one.at("certainty").number();
      if (certainty >= 1 && certainty <= 3) memory_.certainty[item] = static_cast<int>(certainty), memory_.unsaid[item] = true;
    }
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    const std::string verb = prepared.symbols.word(action.verb), item = prepared.symbols.word(action.entity);
    if (const TestSpec* spec = spec_of(prepared, action); spec && spec->test.drawn > 0) {
      if (verb != "view" && verb != "hand-in") return press_answer(hands, prepared, action);
      hands.press_ending("/go-on");
      return;
    }
    if (verb == "hand-in") {
      if (hands.press("test/hand-in")) hands.press("test/hand-in/yes");
      return;
    }
    hands.choose("test/number/" + item);
    if (verb == "view") return;
    if (verb == "flag")
      hands.press("test/flag");
    else
      press_answer(hands, prepared, action);
  }

 private:
  static const TestSpec* spec_of(const session::Prepared& prepared, const session::Action& action) {
    for (const session::Prepared::Step& step : prepared.steps)
      if (step.id == action.step) return static_cast<const TestSpec*>(step.spec.get());
    return nullptr;
  }

  // As its kind is pressed; how sure first, for what is whole is kept at once.
  static void press_answer(screens::Hands& hands, const session::Prepared& prepared, session::Action action) {
    for (const auto& [key, value] : action.values)
      if (prepared.symbols.word(key) == "certainty") hands.press("test/certainty/" + prepared.symbols.word(value));
    std::erase_if(action.values, [&](const auto& pair) { return prepared.symbols.word(pair.first) == "certainty"; });
    for (const session::Prepared::Step& step : prepared.steps)
      if (step.id == action.step)
        for (const Asked& asked : static_cast<const TestSpec&>(*step.spec).asked)
          if (asked.id == action.entity && hands.kinds)
            screens::open_view(*hands.kinds, asked.kind->kind())->press(hands, prepared, action);
  }

  Memory memory_;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<TestView>(); }

} // namespace firsthand::modules::test
