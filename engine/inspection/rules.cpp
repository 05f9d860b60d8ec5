// How far each rule is: what keeps it open, what it waits for, which act decided it.
#include "engine/inspection/parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::inspection {

namespace {

using judging::Progress;
using judging::Verdict;

const char* gravity_word(model::Severity severity) {
  return severity == model::Severity::fatal ? "fatal" : severity == model::Severity::major ? "major" : "minor";
}

std::string state_word(const Progress& progress) {
  switch (progress.judgement.verdict) {
  case Verdict::open:
    return "open";
  case Verdict::kept:
    return "kept";
  case Verdict::broken:
    return "broken";
  case Verdict::not_applicable:
    break;
  }
  return progress.excused ? "excused" : "not applicable";
}

std::string was_words(const model::Rule& rule, bool holds) {
  if (rule.was.kind == model::Condition::Kind::always) return "";
  return fmt::format(", if it was {} [now: {}]", condition_words(rule.was), holds ? "yes" : "no");
}

// "seen lid; one of (a or b)", those that have not happened.
std::string missing_words(const model::Rule& rule, const Progress& progress) {
  std::string words;
  for (std::size_t i = 0; i < rule.before.size(); ++i)
    if (i >= progress.before.size() || !progress.before[i]) words += (words.empty() ? "" : "; ") + pattern_words(rule.before[i]);
  if (!rule.before_any.empty() && !progress.before_any)
    words += (words.empty() ? "one of: " : "; one of: ") + patterns_words(rule.before_any, " or ");
  return words;
}

std::string unless_words(const model::Rule& rule, const Progress& progress) {
  if (rule.unless.empty()) return "";
  return fmt::format("; not if {} [{}]", patterns_words(rule.unless, " or "), progress.unless ? "it was" : "not so far");
}

std::string until_words_of(const model::Rule& rule) {
  return rule.until.empty() ? "" : fmt::format("unless {} comes first, ", patterns_words(rule.until, " or "));
}

// What it still waits for.
std::string waits_words(const model::Rule& rule, const Progress& progress, base::Seconds now) {
  if (rule.never)
    return "breaks by " + pattern_words(*rule.never) + was_words(rule, progress.was) + unless_words(rule, progress) + "; kept at the end";
  if (progress.judgement.verdict == Verdict::open && rule.must)
    return until_words_of(rule) + fmt::format("waits since {} for {}, {}", time_words(progress.judgement.triggered_at),
                                              pattern_words(*rule.must),
                                              progress.deadline != base::never ? "until " + until_words(now, progress.deadline)
                                              : rule.by_leaving                ? "when the scene is left"
                                                                               : "by the end");
  std::string words = rule.on ? "begins by " + pattern_words(*rule.on) : "";
  words += was_words(rule, progress.was);
  const std::string missing = missing_words(rule, progress);
  if (!missing.empty()) words += "; would break now, for this has not happened: " + missing;
  return words + unless_words(rule, progress);
}

std::string act_words(const Past& past, const model::Fact& trigger) {
  std::string words = fact_words(past.prepared().symbols, trigger);
  if (trigger.by != 0) words += " by " + past.prepared().symbols.word(trigger.by);
  for (std::size_t i = 0; i < past.moments.size(); ++i)
    if (std::find(past.moments[i].facts.begin(), past.moments[i].facts.end(), trigger) != past.moments[i].facts.end())
      return fmt::format("{} (turn {}{})", words, i, past.moments[i].act.empty() ? "" : ": " + past.moments[i].act);
  return words;
}

std::string broken_words(const Past& past, const model::Rule& rule, const Progress& progress, const Progress& before) {
  const judging::Judgement& is = progress.judgement;
  const std::string act = act_words(past, is.trigger);
  if (rule.never) return fmt::format("broken at {} by {}", time_words(is.decided_at), act);
  const bool too_late = rule.must && (before.judgement.verdict == Verdict::open || is.decided_at != is.triggered_at);
  if (too_late) return fmt::format("broken at {}: {} did not come after {}", time_words(is.decided_at), pattern_words(*rule.must), act);
  const std::string missing = missing_words(rule, before);
  return fmt::format("broken at {} by {}; had not happened before: {}", time_words(is.decided_at), act,
                     missing.empty() ? "what it asks for, within that turn" : missing);
}

std::string why_words(const Past& past, std::size_t moment, std::size_t index, const std::vector<std::vector<Progress>>& all) {
  const Progress& progress = all[moment][index];
  const model::Rule& rule = past.prepared().scenario.doctrine.rules[progress.judgement.rule];
  switch (progress.judgement.verdict) {
  case Verdict::kept:
    return rule.never ? "kept: it never happened"
                      : fmt::format("kept at {}; it began by {}", time_words(progress.judgement.decided_at),
                                    act_words(past, progress.judgement.trigger));
  case Verdict::broken: {
    std::size_t then = moment;
    while (then > 0 && all[then - 1][index].judgement.verdict == Verdict::broken)
      --then;
    return broken_words(past, rule, progress, all[then > 0 ? then - 1 : 0][index]);
  }
  default:
    return waits_words(rule, progress, past.moments[moment].after.world.now);
  }
}

std::string about_words(const Past& past, const Progress& progress) {
  std::string words;
  for (const model::Symbol entity : progress.judgement.entities)
    words += (words.empty() ? "" : ", ") + past.prepared().symbols.word(entity);
  return words;
}

} // namespace

std::vector<Ruling> rule_rows(const Past& past, std::size_t moment) {
  std::vector<std::vector<Progress>> all;
  for (std::size_t i = 0; i <= moment; ++i)
    all.push_back(past.prepared().rule_set.progress(past.moments[i].after.judgements));
  std::vector<Ruling> rows;
  for (std::size_t i = 0; i < all[moment].size(); ++i) {
    const Progress& progress = all[moment][i];
    const model::Rule& rule = past.prepared().scenario.doctrine.rules[progress.judgement.rule];
    rows.push_back({rule.id, past.content->texts(past.language).of(rule.title), about_words(past, progress), gravity_word(rule.severity),
                    state_word(progress), why_words(past, moment, i, all), place_of(past, rule.where)});
  }
  return rows;
}

} // namespace firsthand::inspection
