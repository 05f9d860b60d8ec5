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

namespace {

void add_rule(const Teller& t, const JudgedRule& judged, DebriefState& state) {
  state.blocks.push_back({DebriefBlock::Kind::instead, t.tr("Do instead"), {}, t.say(judged.rule->instead), {}});
  DebriefBlock rule{DebriefBlock::Kind::rule, t.tr("Rule"), {}, {}, {}};
  const std::string title = sentence(t.say(judged.rule->title));
  title == sentence(state.headline) ? rule.title = t.tr("Source") : rule.words = title;
  rule.small = authority(t, judged);
  state.blocks.push_back(std::move(rule));
}

// No broken rule tells why, but one thing can still be done better.
void add_better(const Teller& t, const JudgedRule& judged, DebriefState& state) {
  DebriefBlock block{DebriefBlock::Kind::instead, t.tr("One thing to do better"), {}, t.say(judged.rule->instead), {}};
  block.small = authority(t, judged);
  state.blocks.push_back(std::move(block));
}

// What decided it, and the rule by its name, stand on page two as well: here only where there is room.
void add_main(const Teller& t, const JudgedRule& main, DebriefState& state) {
  const std::string done = what_was_done(t, main), cause = of_headline(t, main);
  const auto is_too_long = [&] { return words_on_page_one(state) > limit_of_page_one; };
  state.blocks.push_back(why_of_rule(t, main, done, done == cause ? std::string() : cause));
  add_rule(t, nearer_cause(t.source.debrief, main), state);
  if (is_too_long()) state.blocks.front() = why_of_rule(t, main, done, {});
  if (is_too_long()) state.blocks.back().title = t.tr("Source"), state.blocks.back().words.clear();
}

// What is explained already is itself why it was not passed.
bool is_why_not_passed(const Teller& t, const JudgedRule& told) {
  const judging::Score& score = t.source.debrief.score;
  return told.rule->severity == model::Severity::fatal || (explaining(t).was_lost_by(told) && !score.fatal);
}

// Where there is room: all of them stand on page two.
void add_reasons(const Teller& t, const JudgedRule* main, DebriefState& state) {
  const report::Debrief& debrief = t.source.debrief;
  if (debrief.ending == session::Ending::closed) return;
  if (main && is_why_not_passed(t, nearer_cause(debrief, *main))) return;
  std::vector<std::string> reasons = reasons_against(t);
  if (debrief.score.below_cut) reasons.insert(reasons.begin(), points_words(t));
  DebriefBlock block{DebriefBlock::Kind::why, t.tr("Not passed"), {}, {}, {}};
  int room = limit_of_page_one - words_on_page_one(state) - count_words(block.title);
  for (const std::string& reason : reasons)
    if (count_words(reason) <= room) block.words = joined({block.words, reason}, " "), room -= count_words(reason);
  if (!block.words.empty()) state.blocks.push_back(std::move(block));
}

void add_blocks(const Teller& t, DebriefState& state) {
  const report::Debrief& debrief = t.source.debrief;
  const JudgedRule* main = explaining(t).main_rule();
  const bool by_itself = debrief.headline && !(main && explaining(t).explains(*main, *debrief.headline));
  if (by_itself) {
    state.blocks.push_back(why_without_rule(t, *debrief.headline));
    if (main) add_better(t, *main, state);
  } else if (main) {
    add_main(t, *main, state);
  }
  add_reasons(t, main, state);
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
  if (main && (!debrief.headline || explaining(t).explains(*main, *debrief.headline))) state.back = way_back(t, *main);
  state.shot_time = t.clock(debrief_moment(t.source.timeline, debrief, t.source.causes).at);
}

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

int words_on_page_one(const DebriefState& state) {
  using debrief::count_words;
  int count = count_words(state.tag.label) + count_words(state.headline) + count_words(state.lost) + count_words(state.saved) +
              count_words(state.not_secured) + count_words(state.out_of_reach);
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
