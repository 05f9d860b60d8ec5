// A decision of two people about a result: what counts until now, what is to count, why, and who decides. See draw.h.
#include "engine/screens/attempts/draw.h"

#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/said.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens {

namespace {

constexpr std::size_t least_digits_of_decider = 4;
constexpr When decision_narrow{.narrower_than = 640, .text_from = 150}; // when what stands side by side stands one below the other
constexpr const char* decider_names[] = {"attempts/first", "attempts/second"};
constexpr const char* decider_pins[] = {"attempts/first-pin", "attempts/second-pin"};

struct DecisionDrawContext {
  Frame& f;
  const DecisionState& s;
  const content::Words& words;
  DecisionMemory& m;
  DecisionIntent& out;

  std::string_view tr(std::string_view source) const { return f.keep(words.tr("decision", source)); }
};

Box result_so_far(DecisionDrawContext& d) {
  Box all = box::column({.gap = 4, .pad = pad(16, 12)}, box::text(d.s.title, Type::body_bold),
                        box::text(d.s.details, Type::small, Colour::mut), box::tag({d.s.result, d.s.icon, d.s.meaning}));
  for (const std::string& each : d.s.earlier)
    all.add(box::text(each, Type::body));
  return box::card(std::move(all));
}

Box decision_heading(std::string_view words) { return box::text(words, Type::heading, Colour::text, {.role = Role::heading}); }

// `letters_before`: of the answers that stand above.
Box choices(DecisionDrawContext& d, std::string_view group, const std::vector<DecisionChoice>& all, std::size_t letters_before,
            const std::string& chosen, std::optional<std::string>& out) {
  std::vector<Box> rows;
  for (std::size_t i = 0; i < all.size(); ++i)
    rows.push_back(box::option({.id = d.f.keep(std::string(group) + "/" + all[i].word),
                                .label = all[i].words,
                                .letter = ui::letter_of_option(letters_before + i),
                                .chosen = chosen == all[i].word},
                               {out, all[i].word}));
  return box::group(group, box::when(decision_narrow, box::column({.gap = 8}, rows), box::grid({.gap = 8, .columns = {1, 1}}, rows)));
}

Box verdicts(DecisionDrawContext& d) {
  return box::column({.gap = 8}, decision_heading(d.tr("What it is to count as")),
                     choices(d, "attempts/counts", d.s.to, 0, d.m.to, d.out.to));
}

// Which verdict of those that may be chosen; their number: none yet.
std::size_t verdict_chosen(const DecisionState& s, const DecisionMemory& m) {
  const auto is_it = [&m](const DecisionChoice& each) { return each.word == m.to; };
  return static_cast<std::size_t>(std::find_if(s.to.begin(), s.to.end(), is_it) - s.to.begin());
}

// With room for the reasons of each verdict from the beginning: choosing one moves nothing.
Box reasons(DecisionDrawContext& d) {
  std::vector<Box> all;
  for (const std::vector<DecisionChoice>& each : d.s.why)
    all.push_back(choices(d, "attempts/why", each, d.s.to.size(), d.m.why, d.out.why));
  all.push_back(box::text(d.tr("First say what it is to count as."), Type::body, Colour::mut));
  return box::column({.gap = 8}, decision_heading(d.tr("Why")), box::one_of(std::move(all), verdict_chosen(d.s, d.m)));
}

Box decider(DecisionDrawContext& d, std::size_t which, std::string_view title) {
  const Field name{.id = decider_names[which], .label = d.tr("Name or service number"), .icon = "person", .max_bytes = 400};
  const Field pin{
      .id = decider_pins[which], .label = d.tr("PIN"), .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8};
  return box::column({.gap = 12}, box::text(title, Type::body_bold), box::field(name, d.m.name[which], d.out.entered),
                     box::field(pin, d.m.pin[which], d.out.entered));
}

Box deciders(DecisionDrawContext& d) {
  Box first = decider(d, 0, d.tr("The first")), second = decider(d, 1, d.tr("The second"));
  const Box both = box::when(decision_narrow, box::column({.gap = 16}, Box(first).most(480), Box(second).most(480)),
                             box::row({.gap = 16, .across = Across::start}, Box(first).grow(), Box(second).grow()));
  return box::column({.gap = 8}, decision_heading(d.tr("Who decides")),
                     box::text(d.tr("Two different people who may supervise. Neither of them may be the person whose result it is."),
                               Type::body, Colour::mut),
                     both);
}

Box asking(DecisionDrawContext& d) {
  if (!d.m.asking)
    return shared::with_said(shared::buttons(box::button({.id = "attempts/decision",
                                                          .label = d.tr("Decide"),
                                                          .icon = "shield",
                                                          .kind = ButtonKind::main,
                                                          .enabled = d.s.wait_seconds == 0},
                                                         d.out.entered)),
                             shared::pin_said(d.f, d.words, d.s.wait_seconds, d.m.problem), "attempts/page");
  return box::confirm({.words = d.s.ask,
                       .yes_id = "attempts/decision/yes",
                       .yes_label = d.tr("We decide so"),
                       .no_id = "attempts/decision/no",
                       .no_label = d.tr("Not yet"),
                       .icon = "shield"},
                      d.out.answer);
}

// The first that is missing gets the focus; nothing is asked of anybody before.
bool all_said(Frame& f, const DecisionState& state, const DecisionMemory& memory) {
  if (memory.to.empty()) return f.focus("attempts/counts/" + state.to.front().word), false;
  const std::size_t verdict = verdict_chosen(state, memory);
  if (memory.why.empty() && verdict < state.why.size() && !state.why[verdict].empty())
    return f.focus("attempts/why/" + state.why[verdict].front().word), false;
  for (std::size_t i = 0; i < memory.name.size(); ++i) {
    if (memory.name[i].empty()) return f.focus(decider_names[i]), false;
    if (memory.pin[i].size() < least_digits_of_decider) return f.focus(decider_pins[i]), false;
  }
  return true;
}

// First what is asked once more at the end of the page, so far that it is seen whole; then the field that was not accepted.
void bring_news(Frame& f, DecisionMemory& memory) {
  if (std::exchange(memory.news, false))
    scroll_to_end(f, "attempts/page"), f.wake_after(0);
  else if (!memory.lead.empty())
    f.focus(std::exchange(memory.lead, {}));
}

Box decision_said(DecisionDrawContext& d) {
  if (!d.s.blocked.empty()) return shared::banner(d.s.blocked);
  return box::column({.gap = 24}, verdicts(d), reasons(d), deciders(d), asking(d));
}

} // namespace

void take_decision(Frame& f, const DecisionState& state, DecisionMemory& memory, DecisionIntent& out) {
  bring_news(f, memory);
  if (out.to) memory.to = *out.to, memory.asking = false;
  if (out.why) memory.why = *out.why, memory.asking = false;
  if (out.entered && state.wait_seconds == 0 && all_said(f, state, memory)) out.ask = true;
  if (out.answer == ui::Answer::no) memory.asking = false;
  if (out.answer == ui::Answer::yes) out.decide = true;
}

Box decision_box(Frame& f, const DecisionState& state, const content::Words& words, DecisionMemory& memory, DecisionIntent& out) {
  DecisionDrawContext d{f, state, words, memory, out};
  const std::string_view lead =
      d.tr("The first verdict stays in the record and is always told with it. A decision can be followed by another.");
  return box::column({.gap = 24},
                     box::column({.gap = 4}, box::text(state.head, Type::title, Colour::text, {.role = Role::heading}),
                                 box::text(lead, Type::body, Colour::mut).most(720)),
                     result_so_far(d), decision_said(d));
}

} // namespace firsthand::screens
