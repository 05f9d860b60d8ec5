// Why it came to it, in words: the blocks of page one that explain. Pure.
#include "engine/screens/debrief/words.h"

#include <algorithm>

namespace firsthand::screens::debrief {

using report::ItemOutcome;
using report::JudgedRule;

// The same deed broke another rule that says how it came about ("a cord …", "a paired …"): one that was broken before, or a grave one
// of its own. That explains more than the gravest rule, which says only what it led to.
const JudgedRule& nearer_cause(const report::Debrief& debrief, const JudgedRule& main) {
  if (was_left_undone(main) || !main.act.text) return main;
  for (const JudgedRule& other : debrief.broken) {
    const bool same_deed = &other != &main && !was_left_undone(other) && other.act.text == main.act.text && other.act.turn == main.act.turn;
    const bool grave = other.rule->severity == model::Severity::major && other.follows < 0;
    if (same_deed && (other.decided_at < main.decided_at || grave) && other.rule->harm == main.rule->harm) return other;
  }
  return main;
}

bool turned_on_luck(const causes::Cause* cause) {
  return cause && (cause->answer == causes::Answer::chance || cause->answer == causes::Answer::unforeseen);
}

namespace {

// After the deed itself no more is said than that it was this one.
std::string without_that(const Teller& t, session::Fate fate) {
  if (fate == session::Fate::lost) return t.tr("Without that it would not have come to the loss.");
  return fate == session::Fate::out_of_reach ? t.tr("Without that it would not be out of reach.")
                                             : t.tr("Without that it would have been secured.");
}

} // namespace

// What would have saved what was lost.
std::string of_headline(const Teller& t, const JudgedRule& judged) {
  const ItemOutcome* item = t.source.debrief.headline;
  const causes::Cause* cause = item ? explaining(t).of(*item) : nullptr;
  if (!cause || !explaining(t).explains(judged, *item)) return {};
  const bool of_deed = names_the_deed(*cause, judged), left_out = cause->change == causes::Change::left_out;
  if (of_deed && left_out) return without_that(t, item->fate);
  return of_deed && cause->change == causes::Change::good_way ? std::string() : cause_words(t, cause);
}

DebriefBlock why_of_rule(const Teller& t, const JudgedRule& judged, const std::string& done, const std::string& cause) {
  const report::Debrief& debrief = t.source.debrief;
  const bool all_is_well = debrief.ending == session::Ending::passed && !debrief.headline; // "why" would ask for what went well
  DebriefBlock block{DebriefBlock::Kind::why, all_is_well ? t.tr("What cost points") : t.tr("Why"), when_and_what(t, judged), {}, {}};
  block.words = joined({done, cause, t.say(nearer_cause(t.source.debrief, judged).rule->why)}, " ");
  return block;
}

DebriefBlock why_without_rule(const Teller& t, const ItemOutcome& item) {
  DebriefBlock block{DebriefBlock::Kind::why, t.tr("Why"), {}, {}, {}};
  const causes::Cause* cause = explaining(t).of(item);
  std::vector<std::string> words;
  if (item.at == base::never)
    words.push_back(t.tr("Nobody secured it before the end."));
  else
    block.lead = t.tr("{time} {thing}.", {{"time", t.clock(item.at)}, {"thing", t.name(item.entity)}});
  if (turned_on_luck(cause))
    for (const DebriefLuck& luck : bad_luck(t))
      words.push_back(t.tr("{thing}: {outcome}.", {{"thing", luck.thing}, {"outcome", luck.words}}));
  if (cause || t.source.causes_come) words.push_back(cause ? cause_words(t, cause) : t.tr("Which act decided it is being worked out."));
  block.words = joined(words, " ");
  return block;
}

} // namespace firsthand::screens::debrief
