// Why it came to something, in words: from the facts of causes alone. Where those are not there nothing is claimed. Pure.
#include "engine/screens/debrief/words.h"

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

using causes::Answer;
using causes::Cause;
using causes::Change;
using report::JudgedRule;
using Kind = session::Action::Kind;

const model::Step* step_of(const Teller& t, model::Symbol step) {
  const session::Prepared& prepared = t.source.timeline.prepared;
  for (std::size_t i = 0; i < prepared.steps.size(); ++i)
    if (prepared.steps[i].id == step) return &prepared.scenario.steps[i];
  return nullptr;
}

std::string verb_words(const Teller& t, const session::Action& action) {
  const model::Verb* verb = report::verb_of(t.source.timeline.prepared, action.entity, action.verb);
  if (!verb) {
    const model::Step* step = step_of(t, action.step);
    return step ? t.tr("“{step}” answered", {{"step", t.say(step->title)}}) : std::string();
  }
  const std::string what = joined({t.name(action.entity), t.detail(report::detail_of(t.source.timeline, action))}, ", ");
  return t.tr("“{act}” ({thing})", {{"act", t.say(verb->label)}, {"thing", what}});
}

} // namespace

std::string act_words(const Teller& t, const session::Action& action) {
  if (action.kind == Kind::wait) return t.tr("a wait of {duration}", {{"duration", duration_text(t.source.words, action.seconds)}});
  if (action.kind == Kind::go_on) return t.tr("you went on");
  if (action.kind == Kind::note) return t.tr("a note");
  if (action.kind == Kind::task) return t.tr("{who}: {what}", {{"who", t.name(action.by)}, {"what", verb_words(t, action)}});
  return verb_words(t, action);
}

// The same as a part of a sentence about the learner.
std::string deed_words(const Teller& t, const session::Action& action) {
  if (action.kind == Kind::wait) return t.tr("you waited {duration}", {{"duration", duration_text(t.source.words, action.seconds)}});
  if (action.kind == Kind::go_on) return t.tr("you went on");
  if (action.kind == Kind::note) return t.tr("you wrote a note");
  const bool of_the_scene = report::verb_of(t.source.timeline.prepared, action.entity, action.verb) != nullptr;
  if (const model::Step* step = of_the_scene ? nullptr : step_of(t, action.step))
    return t.tr("you answered “{step}”", {{"step", t.say(step->title)}});
  return t.tr("you chose {act}", {{"act", act_words(t, action)}});
}

// What ended that it was possible; empty: time did.
std::string then_words(const Teller& t, const Cause& cause) {
  return cause.ended_by ? t.tr("Then {deed}.", {{"deed", deed_words(t, *cause.ended_by)}}) : std::string();
}

// Until when the good way, or what of it was needed, was open, and what ended that.
std::string until_words(const Teller& t, const Cause& cause) {
  const content::Fill fill{{"time", t.clock(cause.until)}, {"act", act_words(t, cause.act)}, {"acts", remedy_words(t, cause)}};
  if (!fill.back().second.empty())
    return joined({t.tr("Until {time} this could still have been prevented by: {acts}.", fill), then_words(t, cause)}, " ");
  return cause.ended_by ? t.tr("Until {time} this could still have been prevented. Then came: {act}.", fill)
                        : t.tr("Until {time} this could still have been prevented.", fill);
}

// What it took, each once; empty: a deed would have to be left out.
std::string remedy_words(const Teller& t, const Cause& cause) {
  std::vector<std::string> all;
  for (const session::Action& action : causes::remedy_of(cause))
    if (std::string words = act_words(t, action); std::find(all.begin(), all.end(), words) == all.end()) all.push_back(std::move(words));
  return joined(all, "; ");
}

namespace {

std::string of_change(const Teller& t, const Cause& cause) {
  const content::Fill fill{{"time", t.clock(cause.at)}, {"act", act_words(t, cause.act)}};
  switch (cause.change) {
  case Change::left_out:
    return t.tr("Without this act it would not have come to this: {time}, {act}.", fill);
  case Change::earlier:
    return t.tr("This act came too late; at {time} it would have prevented this: {act}.", fill);
  case Change::another:
    return t.tr("This act would have prevented this at {time}: {act}.", fill);
  case Change::good_way:
    break;
  }
  return until_words(t, cause);
}

std::string which_act(const Teller& t, const Cause& cause) {
  std::vector<std::string> all{of_change(t, cause)};
  if (cause.answer == Answer::unforeseen) all.push_back(t.tr("Nothing that could be seen by then spoke for it."));
  if (cause.look) all.push_back(t.tr("A look would have told: {act}.", {{"act", act_words(t, *cause.look)}}));
  return joined(all, " ");
}

std::size_t index_of(const report::AttemptTimeline& timeline, const JudgedRule& judged) {
  return static_cast<std::size_t>(judged.rule - timeline.prepared.rule_set.doctrine().rules.data());
}

} // namespace

const Cause* Explaining::of(const report::ItemOutcome& item) const {
  return causes ? causes::cause_of_item(*causes, item.entity, item.item) : nullptr;
}

const Cause* Explaining::of(const JudgedRule& judged) const {
  return causes ? causes::cause_of_rule(*causes, index_of(timeline, judged), judged.entities) : nullptr;
}

bool came_up(const Teller& t, const JudgedRule& judged) {
  if (!t.source.causes) return true;
  causes::Mishap rule;
  rule.kind = causes::Mishap::Kind::rule, rule.rule = index_of(t.source.timeline, judged), rule.entities = judged.entities;
  const auto& never = t.source.causes->never_due;
  return std::find(never.begin(), never.end(), rule) == never.end();
}

// What the rule guards against came, and took something.
bool Explaining::was_lost_by(const JudgedRule& judged) const {
  const auto& rules = debrief.score.losing_rules;
  return std::find(rules.begin(), rules.end(), index_of(timeline, judged)) != rules.end();
}

// How near the rule is to what decided it; nothing: it says nothing of it. What the same act or deed decides is nearest, then what guards
// against it, then what the same change would have kept.
std::optional<int> Explaining::distance(const JudgedRule& judged, const report::ItemOutcome& item) const {
  constexpr int guards = 1000, kept_as_well = 2000;
  const Cause *cause = of(item), *own = of(judged);
  const bool about = is_about(judged, item.entity);
  const bool in_time = item.at == base::never || broken_at(judged) <= item.at; // what was broken after it says nothing of it
  if (cause && own && in_time)
    if (const auto near = causes::distance(*cause, *own)) return near;
  if (about && was_lost_by(judged)) return guards;
  if (!cause) {
    const bool destroys = about && judged.rule->severity == model::Severity::major && judged.rule->harm == "destroys";
    return judged.rule->severity == model::Severity::fatal || destroys ? std::optional(0) : std::nullopt;
  }
  causes::Mishap rule;
  rule.kind = causes::Mishap::Kind::rule, rule.rule = index_of(timeline, judged), rule.entities = judged.entities;
  const bool averted = std::find(cause->averts.begin(), cause->averts.end(), rule) != cause->averts.end();
  return averted && about && judged.rule->harm == "destroys" && cause->change != Change::good_way ? std::optional(kept_as_well)
                                                                                                  : std::nullopt;
}

const JudgedRule* Explaining::main_rule() const {
  if (!debrief.headline || !of(*debrief.headline)) return debrief.main;
  const JudgedRule* nearest = nullptr;
  std::optional<int> least;
  for (const JudgedRule& judged : debrief.broken) {
    const auto far = judged.follows < 0 ? distance(judged, *debrief.headline) : std::nullopt; // not one that only follows from another
    if (far && (!least || *far < *least)) nearest = &judged, least = far;
  }
  return nearest ? nearest : debrief.main;
}

// The same deed broke another rule that says how it came about ("a cord …", "a paired …"): one that was broken before, or a grave one
// of its own. That explains more than the gravest rule, which says only what it led to.
const JudgedRule* Explaining::told_rule() const {
  const JudgedRule* main = main_rule();
  if (!main || was_left_undone(*main) || !main->act.text) return main;
  for (const JudgedRule& other : debrief.broken) {
    const bool same_deed =
        &other != main && !was_left_undone(other) && other.act.text == main->act.text && other.act.turn == main->act.turn;
    const bool grave = other.rule->severity == model::Severity::major && other.follows < 0;
    if (same_deed && (other.decided_at < main->decided_at || grave) && other.rule->harm == main->rule->harm) return &other;
  }
  return main;
}

const Cause* Explaining::main_cause() const {
  if (debrief.headline) return of(*debrief.headline);
  const JudgedRule* told = told_rule();
  return told ? of(*told) : nullptr;
}

bool names_the_deed(const Cause& cause, const JudgedRule& judged) {
  return cause.answer == Answer::this_act && cause.turn == judged.act.turn && judged.act.text && !was_left_undone(judged);
}

std::string cause_words(const Teller& t, const Cause* cause) {
  if (!cause) return {};
  if (cause->answer == Answer::undecided) return t.tr("Which act decided this was not found.");
  if (cause->answer == Answer::chance)
    return t.tr("No single act of yours would have changed this without other harm; another stroke of luck would have. It was chance.");
  return which_act(t, *cause);
}

std::string written_words(const Teller& t, const JudgedRule& judged) {
  const causes::Written* written =
      t.source.causes ? causes::written_against(*t.source.causes, index_of(t.source.timeline, judged), judged.entities) : nullptr;
  if (!written) return {};
  std::vector<std::string> right;
  for (const model::Text* text : written->entry.right)
    right.push_back(t.say(*text));
  const content::Fill fill{
      {"place", t.say(*written->entry.place)}, {"written", t.say(*written->entry.written)}, {"right", joined(right, "”, “")}};
  return right.empty() ? t.tr("{place}: you wrote “{written}”, and the record shows something else.", fill)
                       : t.tr("{place}: you wrote “{written}”, the record shows “{right}”.", fill);
}

} // namespace firsthand::screens::debrief
