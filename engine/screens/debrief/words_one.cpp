// Page one in words: why, what to do instead, the rule, what was done well. Pure.
#include "engine/screens/debrief/draw.h"
#include "engine/screens/debrief/words.h"

#include <algorithm>

namespace firsthand::screens::debrief {

using report::JudgedRule;

int count_words(std::string_view words) {
  int count = 0;
  bool inside = false;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n';
    if (!space && !inside) ++count;
    inside = !space;
  }
  return count;
}

const report::CostRow* dearest_answer(const Teller& t) {
  const report::Debrief& debrief = t.source.debrief;
  if (debrief.headline || debrief.costs.empty() || !debrief.costs.front().step || !gates_against(t).empty()) return nullptr;
  return &debrief.costs.front();
}

namespace {

void add_instead(const Teller& t, const std::string& advice, const std::string& possible, DebriefState& state) {
  const std::string words = joined({advice, possible}, " ");
  if (!words.empty()) state.blocks.push_back({DebriefBlock::Kind::instead, t.tr("Do instead"), {}, words, {}});
}

// What was left undone was called by the rule's name.
DebriefBlock rule_block(const Teller& t, const JudgedRule& told) {
  const std::string title = was_left_undone(told) ? std::string() : sentence(t.say(told.rule->title));
  return {DebriefBlock::Kind::rule, title.empty() ? t.tr("Source") : t.tr("Rule"), {}, title, authority(t, told)};
}

int words_asked(const Teller& t, const JudgedRule& told) {
  return told.rule->asked.empty() ? 0 : count_words(t.tr("You can be asked")) + count_words(t.say(told.rule->asked));
}

// What decided it, and the rule. Its reason stands on page two as well: here only where there is room.
void add_told(const Teller& t, const JudgedRule& told, DebriefState& state) {
  state.blocks.push_back(why_of_rule(t, told, Reason::with));
  add_instead(t, t.say(told.rule->instead), possible_words(t, explaining(t).main_cause()), state);
  state.blocks.push_back(rule_block(t, told));
  if (words_on_page_one(state) + words_asked(t, told) > limit_of_page_one) state.blocks.front() = why_of_rule(t, told, Reason::without);
}

void add_asked(const Teller& t, const JudgedRule& told, DebriefState& state) {
  if (const int words = words_asked(t, told); words > 0 && words_on_page_one(state) + words <= limit_of_page_one)
    state.blocks.push_back({DebriefBlock::Kind::asked, t.tr("You can be asked"), {}, t.say(told.rule->asked), {}});
}

// What page one explains is something else, but one thing can still be done better.
void add_better(const Teller& t, const JudgedRule& judged, DebriefState& state) {
  DebriefBlock block{DebriefBlock::Kind::instead, t.tr("One thing to do better"), {}, t.say(judged.rule->instead), {}};
  block.small = authority(t, judged);
  state.blocks.push_back(std::move(block));
}

// Nothing was lost, and an answer cost the most: the author's reason for it, and no small rule instead.
void add_answer(const Teller& t, const report::CostRow& row, DebriefState& state) {
  std::vector<std::string> words{t.tr("It cost {n} of 100 points.", {{"n", std::to_string(row.points)}})};
  for (const model::Text* reason : row.step->reasons)
    words.push_back(t.say(*reason));
  const bool passed = t.source.debrief.ending == session::Ending::passed;
  const std::string title = t.tr("Answer: {step}", {{"step", t.say(*row.step->title)}});
  const std::string lead = t.tr("{time} {thing}.", {{"time", t.clock(row.step->at)}, {"thing", title}});
  state.blocks.push_back({DebriefBlock::Kind::why, passed ? t.tr("What could be better") : t.tr("Why"), lead, joined(words, " "), {}});
}

void add_blocks(const Teller& t, DebriefState& state) {
  if (is_cut_short(t) && state.headline.empty()) return add_praise(t, state); // what was due later was not played
  const report::ItemOutcome* headline = t.source.debrief.headline;
  const JudgedRule *main = explaining(t).main_rule(), *told = explaining(t).told_rule();
  if (headline && !(main && explaining(t).explains(*main, *headline))) {
    if (auto why = why_without_rule(t, *headline)) state.blocks.push_back(std::move(*why));
    add_instead(t, {}, possible_words(t, explaining(t).of(*headline)), state);
    if (main) add_better(t, *main, state);
  } else if (const report::CostRow* answer = dearest_answer(t)) {
    add_answer(t, *answer, state);
    if (told) add_better(t, *told, state);
  } else if (told) {
    add_told(t, *told, state);
  }
  if (told) add_asked(t, *told, state);
  add_praise(t, state);
}

} // namespace

void tell_page_one(const Teller& t, DebriefState& state) {
  const report::Debrief& debrief = t.source.debrief;
  const bool assessed = debrief.mode == session::Mode::assessed;
  state.title = t.tr("Debrief: {scenario}", {{"scenario", t.say(t.source.timeline.prepared.scenario.title)}});
  state.mode = assessed ? t.tr("Assessment") : t.tr("Practice");
  tell_verdict(t, state); // first: page one must know how much room the blocks have
  add_blocks(t, state);
  const JudgedRule* main = explaining(t).main_rule();
  const bool explained = main && !dearest_answer(t) && (!debrief.headline || explaining(t).explains(*main, *debrief.headline));
  if (explained && !is_cut_short(t)) state.back = way_back(t, *main);
  if (t.source.moment) state.whole = t.tr("Back to the whole attempt");
  state.practise = practice_of(t);
  state.shot_time = t.clock(debrief_moment(t.source.timeline, debrief, t.source.causes).at);
}

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

int words_on_page_one(const DebriefState& state) {
  using debrief::count_words;
  int count = 0;
  for (const std::string* words : {&state.verdict.words, &state.verdict.fatal, &state.verdict.line, &state.lost, &state.saved,
                                   &state.not_secured, &state.not_found, &state.out_of_reach})
    count += count_words(*words);
  for (const DebriefBlock& block : state.blocks) {
    count += count_words(block.title) + count_words(block.lead) + count_words(block.words);
    for (const std::string& line : block.small)
      count += count_words(line);
  }
  return count;
}

DebriefState debrief_state(const DebriefSource& source) {
  DebriefState state;
  const debrief::Teller teller{source};
  debrief::tell_labels(teller, state);
  debrief::tell_page_one(teller, state);
  debrief::tell_page_two(teller, state);
  debrief::tell_futures(teller, state);
  return state;
}

} // namespace firsthand::screens
