// The rows of one moment but for its things (things.cpp) and its rules (rules.cpp).
#include "engine/inspection/rows.h"

#include "engine/inspection/parts.h"
#include "engine/simulation/inspect.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace firsthand::inspection {

namespace {

std::string head_words(const Past& past, std::size_t moment) {
  const session::Attempt& at = past.moments[moment].after;
  const auto& steps = past.prepared().scenario.steps;
  const std::string step =
      at.step < steps.size() ? fmt::format("step {} ({} of {})", steps[at.step].id, at.step + 1, steps.size()) : "no step";
  return fmt::format("turn {} of {}, {}, {}, {}", moment, past.moments.size() - 1, time_words(at.world.now), step,
                     session::ending_word(at.ending));
}

// What set it off: a verb or event of that name, of the thing itself rather than of another.
struct Cause {
  const char* kind = "";
  std::string thing, place;
};
Cause cause_named(const Past& past, model::Symbol entity, const std::string& name) {
  const model::Scenario& scenario = past.prepared().scenario;
  Cause found;
  for (const model::EntityUse& use : scenario.entities) {
    const bool own = past.prepared().symbols.find(use.id) == entity;
    if (!own && *found.kind) continue;
    for (const model::Verb& verb : scenario.model_of(use).verbs)
      if (verb.name == name) found = {"verb", use.id, place_of(past, verb.where)};
    for (const model::Event& event : scenario.model_of(use).events)
      if (event.name == name) found = {"event", use.id, place_of(past, event.where)};
    if (own && *found.kind) return found;
  }
  return found;
}

FactRow fact_row(const Past& past, const model::Fact& fact) {
  const model::Symbols& symbols = past.prepared().symbols;
  FactRow row{time_words(fact.at), fact_words(symbols, fact), fact.by == 0 ? "" : symbols.word(fact.by), "", ""};
  row.loss = fact.kind == model::FactKind::lost || fact.kind == model::FactKind::sealed;
  if (fact.cause == 0) return row;
  const Cause cause = cause_named(past, fact.entity, symbols.word(fact.cause));
  row.place = cause.place;
  row.cause = fmt::format("by {}{}{}", *cause.kind ? std::string(cause.kind) + " " : "", cause.thing.empty() ? "" : cause.thing + ".",
                          symbols.word(fact.cause));
  if (fact.origin != 0) row.cause += fmt::format(", armed at {} by {}", time_words(fact.origin_at), symbols.word(fact.origin));
  return row;
}

std::vector<TurnRow> turn_rows(const Past& past) {
  std::vector<TurnRow> rows;
  for (std::size_t i = past.moments.size(); i-- > 0;) {
    const Moment& moment = past.moments[i];
    TurnRow row{i, time_words(moment.after.world.now), moment.act, {}};
    for (const model::Fact& fact : moment.facts)
      row.facts.push_back(fact_row(past, fact));
    if (row.act.empty()) row.act = i == 0 ? "the beginning" : row.facts.empty() ? "another language" : "played on from here, or ended";
    rows.push_back(std::move(row));
  }
  return rows;
}

// ---- what falls due

std::string runs_while(const Past& past, const session::Attempt& at, model::Symbol entity, const model::Event& event) {
  switch (event.trigger) {
  case model::Trigger::at:
    return "at its time";
  case model::Trigger::every:
    return "again and again while " + condition_words(past, at, entity, event.condition);
  default:
    return "while " + condition_words(past, at, entity, event.condition);
  }
}

const model::Event* event_of(const Past& past, model::Symbol entity, model::Symbol name) {
  const model::Symbols& symbols = past.prepared().symbols;
  const model::EntityUse* use = past.prepared().scenario.entity(symbols.word(entity));
  if (!use) return nullptr;
  for (const model::Event& event : past.prepared().scenario.model_of(*use).events)
    if (event.name == symbols.word(name)) return &event;
  return nullptr;
}

Timer timer_row(const Past& past, const session::Attempt& at, const simulation::TimerState& timer) {
  const model::Symbols& symbols = past.prepared().symbols;
  Timer row{symbols.word(timer.entity), symbols.word(timer.event), "", "", "", ""};
  const bool armed = timer.due != base::never;
  if (armed) row.due = until_words(at.world.now, timer.due);
  if (timer.origin != 0) row.armed_by = fmt::format("{} at {}", symbols.word(timer.origin), time_words(timer.origin_at));
  if (armed && timer.origin == 0) row.armed_by = "no act";
  if (const model::Event* event = event_of(past, timer.entity, timer.event)) {
    row.runs_while = runs_while(past, at, timer.entity, *event);
    row.place = place_of(past, event->where);
  }
  return row;
}

// First what falls due next; behind it what is not armed.
std::vector<Timer> timer_rows(const Past& past, const session::Attempt& at) {
  const model::Symbols& symbols = past.prepared().symbols;
  std::vector<std::pair<base::Seconds, Timer>> all;
  for (const simulation::TimerState& timer : past.prepared().scene.timers(at.world))
    all.emplace_back(timer.due, timer_row(past, at, timer));
  for (const simulation::GaugeState& gauge : past.prepared().scene.gauges(at.world))
    if (gauge.crosses != base::never)
      all.emplace_back(gauge.crosses, Timer{symbols.word(gauge.entity), symbols.word(gauge.name) + " crosses a mark",
                                            until_words(at.world.now, gauge.crosses), "its rate", "until the rate changes", ""});
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return static_cast<std::uint32_t>(a.first) < static_cast<std::uint32_t>(b.first); // never is the latest of all
  });
  std::vector<Timer> rows;
  for (auto& [due, row] : all)
    rows.push_back(std::move(row));
  return rows;
}

// ---- chance

Draw draw_row(const Past& past, std::size_t moment, const simulation::DrawState& draw) {
  const model::Symbols& symbols = past.prepared().symbols;
  Draw row{symbols.word(draw.entity), symbols.word(draw.name), "", "", "", ""};
  row.when = draw.once ? "at the start" : draw.made == 1 ? "once so far" : fmt::format("{} times so far", draw.made);
  if (draw.fixed) row.when += ", fixed";
  std::vector<model::Symbol> given;
  for (std::size_t i = 0; i <= moment; ++i)
    for (const model::Fact& fact : past.moments[i].facts)
      if (fact.kind == model::FactKind::drawn && fact.entity == draw.entity && fact.name == draw.name) given.push_back(fact.to);
  for (const model::Symbol each : given)
    row.given += (row.given.empty() ? "" : ", ") + symbols.word(each);
  std::uint64_t sum = 0;
  for (const auto& outcome : draw.outcomes)
    sum += outcome.weight;
  for (const auto& outcome : draw.outcomes) {
    if (std::find(given.begin(), given.end(), outcome.word) != given.end() || sum == 0) continue;
    row.others += fmt::format("{}{} ({} %)", row.others.empty() ? "" : ", ", symbols.word(outcome.word), outcome.weight * 100u / sum);
  }
  if (!draw.once && draw.next < draw.outcomes.size()) row.next = symbols.word(draw.outcomes[draw.next].word);
  return row;
}

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

} // namespace

Rows rows_of(const Past& past, std::size_t moment) {
  Rows rows;
  if (past.moments.empty()) return rows;
  moment = std::min(moment, past.moments.size() - 1);
  const session::Attempt& at = past.moments[moment].after;
  rows.head = head_words(past, moment);
  rows.things = thing_rows(past, at);
  rows.timers = timer_rows(past, at);
  for (const simulation::DrawState& draw : past.prepared().scene.draws(at.world))
    rows.draws.push_back(draw_row(past, moment, draw));
  rows.rules = rule_rows(past, moment);
  rows.turns = turn_rows(past);
  return rows;
}

std::string seen_words(const Thing& thing) {
  return (thing.unlike == 0 ? "" : fmt::format(", {} not as seen", thing.unlike)) +
         (thing.unseen == 0 ? "" : fmt::format(", {} never looked at", thing.unseen));
}

std::vector<std::string> offered_lines(const Past& past) {
  std::vector<std::string> lines;
  for (const session::Action& action : session::offers(past.prepared(), past.moments.back().after).actions)
    lines.push_back(session::action_words(action, past.prepared().symbols));
  return lines;
}

bool passes(std::string_view filter, std::initializer_list<std::string_view> words) {
  std::string all;
  for (const std::string_view each : words)
    std::transform(each.begin(), each.end(), std::back_inserter(all), lower), all += '\n';
  while (!filter.empty()) {
    const std::size_t end = std::min(filter.find(' '), filter.size());
    std::string word(filter.substr(0, end));
    std::transform(word.begin(), word.end(), word.begin(), lower);
    if (all.find(word) == all.npos) return false;
    filter.remove_prefix(std::min(end + 1, filter.size()));
  }
  return true;
}

} // namespace firsthand::inspection
