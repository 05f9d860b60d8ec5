// See draw.h.
#include "engine/screens/attempts/draw.h"
#include "engine/screens/shared/bars.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr int share_width = 104, share_height = 10; // design pixels

void draw_share(Frame& f, const Rect& at, int per_mille) {
  f.fill(at, Colour::line, f.small_radius());
  if (per_mille > 0) f.fill({at.x, at.y, at.w * per_mille / 1000, at.h}, Colour::acc, f.small_radius());
}

// From −1 to 1, with the line of nothing in the middle.
void draw_apart(Frame& f, const Rect& at, double value) {
  const int middle = at.x + at.w / 2, end = middle + static_cast<int>(value * at.w / 2);
  f.fill(at, Colour::line, f.small_radius());
  f.fill({std::min(middle, end), at.y, std::abs(end - middle), at.h}, value < 0 ? Colour::warn : Colour::acc);
  f.vline(middle, at.y, at.h, Colour::text);
}

Box figure(std::string_view words, std::optional<std::function<void(Frame&, const Rect&)>> bar) {
  Box all = box::row({.gap = 10});
  if (bar) all.add(box::fixed(share_width, share_height, *bar));
  all.add(box::text(words, Type::small, Colour::text, {.tabular = true}));
  return all;
}

Box row_of(const QuestionRow& row) {
  using Bar = std::optional<std::function<void(Frame&, const Rect&)>>;
  const Bar share = row.per_mille < 0 ? Bar() : Bar([&row](Frame& f, const Rect& at) { draw_share(f, at, row.per_mille); });
  Box figures = box::wrap({.gap = 24, .line_gap = 4}, figure(row.right, share).least(300, 0));
  if (!row.apart.empty()) {
    const Bar apart = row.discrimination ? Bar([&row](Frame& f, const Rect& at) { draw_apart(f, at, *row.discrimination); }) : Bar();
    figures.add(figure(row.apart, apart));
  }
  for (const std::string& remark : row.remarks)
    figures.add(box::tag({remark, "triangle", Meaning::warn}));
  return box::column({.gap = 4, .pad = pad(0, 8)}, box::text(row.question, Type::body),
                     row.id.empty() ? Box() : box::text(row.id, Type::small, Colour::mut), std::move(figures));
}

Box form_of(const QuestionsForm& form) {
  Box all = box::column({.pad = pad(20, 14)}, box::text(form.title, Type::body_bold, Colour::text, {.role = Role::heading}),
                        box::text(form.detail, Type::small, Colour::mut), box::space(4), box::text(form.people, Type::body));
  if (!form.figures.empty()) all.add(box::text(form.figures, Type::body, Colour::text, {.tabular = true}));
  all.add(box::space(8));
  for (const QuestionRow& row : form.rows) {
    all.add(box::line());
    all.add(row_of(row));
  }
  return box::card(std::move(all));
}

} // namespace

Box questions_box(Frame& f, const QuestionsState& state, const content::Words& words) {
  const auto tr = [&](std::string_view english) { return f.keep(words.tr("questions", english)); };
  const std::string_view lead =
      state.forms.empty() ? tr("No test that counts was handed in on this computer yet.")
                          : tr("How the questions of each form were answered here, at the first try of each person. Which answer is "
                               "right does not stand here.");
  Box all = box::column({.gap = 16}, box::column({.gap = 4}, box::text(tr("Questions"), Type::title, Colour::text, {.role = Role::heading}),
                                                 box::text(lead, Type::body, Colour::mut).most(720)));
  for (const std::string& gain : state.gains)
    all.add(box::text(gain, Type::body));
  for (const QuestionsForm& form : state.forms)
    all.add(form_of(form));
  if (!state.not_taken.empty()) all.add(box::text(state.not_taken, Type::small, Colour::mut));
  return all;
}

} // namespace firsthand::screens
