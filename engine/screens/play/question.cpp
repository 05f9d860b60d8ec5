// See question.h.
#include "engine/screens/play/question.h"

#include "engine/screens/play/stage_layers.h"
#include "engine/ui/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::screens {

namespace {

using session::Sure;

struct Texts { // of a question, whatever it asks
  const Question& q;
  std::string_view tr(std::string_view english) const { return q.f.keep(q.scene.words.tr("question", english)); }
};

std::string_view id_in(const Question& q, const char* control) { return q.f.keep(fmt::format("{}/{}", q.kind, control)); }

// Each question of a test begins at its top.
std::string_view scroll_id(const Question& q) {
  if (!q.scene.hosted) return id_in(q, "scroll");
  return q.f.keep(fmt::format("{}/scroll/{}", q.kind, q.scene.prepared.symbols.word(q.scene.step)));
}

constexpr int widest = 760, margins = 28 + 8 + 32; // of the words

// Beside the words where there is room, else above them; it gives way where they are large.
Rect without_picture(Question& q, Rect area) {
  const std::vector<std::string> layers = stage_layers(q.scene, q.spec.picture).paths;
  if (layers.empty() || q.f.text_percent() >= 150) return area;
  const int spare = area.w - q.f.px(widest + margins);
  Rect at =
      spare >= q.f.px(280) ? area.take_right(spare).inset(q.f.px(8), q.f.px(24)) : area.take_top(std::min(area.h / 3, area.w * 7 / 16));
  if (spare >= q.f.px(280)) at.h = at.w * 7 / 16;
  draw_stage(q.f, q.scene, layers, at, id_in(q, "picture"));
  return area;
}

Box certainty_of(Question& q) {
  if (!q.spec.certainty || q.given.closed) return {};
  const Texts texts{q};
  Sure& sure = q.memory.sure;
  const auto choice = [&](const char* control, std::string_view label, Sure means) {
    return box::button({.id = id_in(q, control), .label = label, .selected = sure == means, .role = Role::option}, {sure, means});
  };
  return box::column({.gap = 6, .pad = pad(0, 8)}, box::text(texts.tr("How sure are you?"), Type::small_bold, Colour::mut),
                     box::group(id_in(q, "certainty"), box::wrap({.gap = 8}, choice("sure", texts.tr("Sure"), Sure::yes),
                                                                 choice("not-sure", texts.tr("Not sure"), Sure::no))));
}

// A button and the words beside it, or below it where there is no room.
Box with_words(Frame& f, const Box& button, std::string_view words) {
  if (words.empty()) return box::row({}, button);
  const auto said = [&] { return box::text(words, Type::body, Colour::mut); };
  const int width = button.size(f).w;
  return {[width](Frame& frame, int room, const Box&) { return room <= 0 || room - width >= frame.px(16 + 200); },
          box::row({.gap = 16}, button, said().grow()), box::column({.gap = 8}, box::row({}, button), said())};
}

// In a test: nothing to go on to, and nothing is told but that it is kept.
Box hosted_foot(Question& q, const QuestionParts& parts, std::string_view missing, bool& pressed) {
  const Texts texts{q};
  const bool kept = q.answered() && !q.changed && !q.scene.hosted->changed;
  if (kept)
    return box::row({.gap = 8}, box::icon("check", 20, Colour::mut), box::text(texts.tr("Your answer is kept."), Type::body, Colour::mut));
  if (parts.at_once) return box::text(missing, Type::body, Colour::mut);
  const bool ready = missing.empty() && !q.scene.pending;
  return with_words(q.f,
                    box::button({.id = id_in(q, "submit"),
                                 .label = texts.tr("Keep this answer"),
                                 .icon = "check",
                                 .enabled = ready,
                                 .reason = missing,
                                 .show_reason = false},
                                pressed),
                    missing);
}

std::string_view tries_words(const Question& q) {
  if (q.given.closed) return q.told() ? std::string_view() : Texts{q}.tr("Your answer is recorded.");
  const int left = q.spec.tries - q.given.tries_used;
  return q.f.keep(q.scene.words.plural("question", "You have one more try.", "You have {n} more tries.", left));
}

std::string_view still_missing(const Question& q, std::string_view missing) {
  if (q.scene.hosted && missing.empty()) return q.scene.hosted->missing;
  if (!missing.empty() || !q.spec.certainty || q.memory.sure != Sure::unsaid) return missing;
  return Texts{q}.tr("Say how sure you are.");
}

Box foot_of(Question& q, const QuestionParts& parts, std::string_view missing, bool& pressed) {
  const Texts texts{q};
  if (q.hosted()) return hosted_foot(q, parts, missing, pressed);
  if (!q.asks())
    return with_words(
        q.f,
        box::button(
            {.id = id_in(q, "go-on"), .label = texts.tr("Go on"), .icon = "forward", .kind = ButtonKind::main, .enabled = !q.scene.pending},
            pressed),
        tries_words(q));
  const bool ready = missing.empty() && !q.scene.pending;
  return with_words(q.f,
                    box::button({.id = id_in(q, "submit"),
                                 .label = texts.tr("Submit"),
                                 .icon = "check",
                                 .kind = ButtonKind::main,
                                 .enabled = ready,
                                 .reason = missing,
                                 .show_reason = false},
                                pressed),
                    missing);
}

session::Action action_of(const Question& q, std::vector<std::pair<model::Symbol, model::Symbol>> values) {
  session::Action action;
  action.step = q.scene.step;
  action.verb = q.spec.verb;
  action.values = std::move(values);
  if (q.spec.certainty) action.values.emplace_back(q.spec.sure, q.memory.sure == Sure::yes ? q.spec.yes : q.spec.no);
  if (q.scene.hosted) action.values.insert(action.values.end(), q.scene.hosted->values.begin(), q.scene.hosted->values.end());
  return action;
}

} // namespace

std::optional<std::string> QuestionView::pose(Hands&, const session::Prepared&, const Progress& progress) const {
  if (progress.acts == 0) return "before";
  return progress.last ? std::optional<std::string>("after") : std::nullopt;
}

base::Json QuestionView::draft(const session::Spec& spec) const {
  if (!memory_.unanswered) return {};
  const Marks now = marks(spec);
  base::Json::Object out{{"marks", base::Json::Array(now.begin(), now.end())}, {"tries", memory_.tries_shown}};
  if (memory_.sure != Sure::unsaid) out["sure"] = memory_.sure == Sure::yes ? "yes" : "no";
  return out;
}

// An answer that was given since then is newer: see newly_answered.
void QuestionView::take_draft(const session::Spec& spec, const base::Json& draft) {
  Marks then;
  for (const base::Json& mark : draft.at("marks").array())
    then.push_back(mark.text());
  mark_again(spec, then);
  memory_.tries_shown = static_cast<int>(draft.at("tries").number());
  const std::string& sure = draft.at("sure").text();
  if (!sure.empty()) memory_.sure = sure == "yes" ? Sure::yes : Sure::no;
}

bool newly_answered(Question& q) {
  if (q.memory.tries_shown == q.given.tries_used) return false;
  q.memory.tries_shown = q.given.tries_used;
  if (!q.given.closed) q.memory.sure = Sure::unsaid;
  return true;
}

std::string_view verdict_word(const Question& q, Meaning meaning) {
  const Texts texts{q};
  if (meaning == Meaning::ok) return texts.tr("Right");
  return meaning == Meaning::warn ? texts.tr("Partly right") : texts.tr("Wrong");
}

void draw_question(Question& q, const Rect& area, QuestionParts parts) {
  const std::string_view missing = still_missing(q, parts.missing);
  q.memory.unanswered = !q.given.closed && ((q.changed && parts.touched) || q.memory.sure != Sure::unsaid);
  const auto spaced = [](int above, int below, Box inside) {
    return inside.nothing() ? Box() : box::column({.pad = {0, above, 0, below}}, std::move(inside));
  };
  const bool asks = q.hosted() ? !q.answered() || q.changed || q.scene.hosted->changed : q.asks();
  bool pressed = false;
  const bool hints = !parts.hint.empty() && !q.given.closed;
  Box hint = hints ? spaced(8, 0, box::text(parts.hint, Type::body, Colour::mut)) : Box();
  Box words = box::column(
      {}, box::text(q.scene.say(q.spec.prompt), q.scene.hosted ? Type::heading : Type::title, Colour::text, {.role = Role::heading}),
      std::move(hint), box::space(hints ? 16 : 20), spaced(0, 8, std::move(parts.answers)), std::move(parts.verdict), certainty_of(q),
      q.scene.hosted ? q.scene.hosted->below : Box(), spaced(8, 8, box::text(q.scene.refused, Type::body, Colour::loss)),
      spaced(12, 0, foot_of(q, parts, missing, pressed)));
  const int margin = q.f.px(20);
  const Rect rest = without_picture(q, in_the_middle(q.f, area));
  box::scroll({.id = scroll_id(q), .rect = {}}, box::column({.pad = {4, 28, 8, 28}}, std::move(words).most(widest)))
      .draw(q.f, {rest.x + margin, rest.y, rest.w - margin, rest.h});
  if (parts.entered && *parts.entered && asks && missing.empty() && !q.scene.pending) pressed = true;
  const bool is_answer = q.hosted() && (parts.at_once || (q.scene.hosted->keeps && parts.touched));
  if (is_answer && asks && missing.empty() && !q.scene.pending && q.scene.refused.empty()) pressed = true;
  if (pressed && asks) q.out.action = action_of(q, std::move(parts.values));
  if (pressed && !asks) q.out.go_on = true;
}

Box asked_picture(Question& q, std::string_view path, std::function<void(const Placed&)> over) {
  if (path.empty()) return {};
  const bool pressed_on = over != nullptr; // then as large as there is room for, else so low that what is to be done stays in sight
  const auto height = [pressed_on](Frame& f, int width) {
    const int whole = (width > 0 ? width : f.px(widest)) * 7 / 16;
    return pressed_on ? whole : std::min(whole, f.height() / 3);
  };
  const auto measure = [height](Frame& f, int width) { return Size{width, height(f, width)}; };
  return {measure, [&q, path, over = std::move(over)](Frame& f, const Rect& at) {
            const Rect left{at.x, at.y, std::min(at.w, at.h * 16 / 7), at.h};
            const Placed placed =
                f.picture({picture_key(q.scene, path), q.scene.picture(path)}, left, {.fit = Fit::contain, .id = id_in(q, "asked")});
            if (placed.ok && over) over(placed);
          }};
}

} // namespace firsthand::screens
