// What both pages of the debrief put their sentences together from: names, times, deeds. Pure.
#include "engine/screens/debrief/words.h"

#include <algorithm>

namespace firsthand::screens::debrief {

using judging::Verdict;
using report::JudgedRule;

std::string Teller::say(const model::Text& text) const { return source.say ? source.say(text) : text.source; }

std::string Teller::name(model::Symbol entity) const {
  const model::Text* text = report::name_of(source.timeline.prepared, entity);
  return text ? say(*text) : std::string();
}

std::string Teller::detail(const report::ActDetail& detail) const {
  return detail_words([this](const model::Text& text) { return say(text); }, detail);
}

SceneClock Teller::clock() const {
  return {source.timeline.prepared.scenario.starts, tr("day {n}, {time}", {{"n", "{n}"}, {"time", "{time}"}})};
}

std::string sentence(std::string words) {
  const bool open_end =
      !words.empty() && static_cast<unsigned char>(words.back()) < 128 && (std::isalnum(static_cast<unsigned char>(words.back())) != 0);
  return open_end ? words + "." : words;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string all;
  for (const std::string& part : parts)
    all += (all.empty() || part.empty() ? "" : between) + part;
  return all;
}

bool is_about(const JudgedRule& judged, model::Symbol entity) {
  return std::find(judged.entities.begin(), judged.entities.end(), entity) != judged.entities.end();
}

bool was_left_undone(const JudgedRule& judged) { return judged.verdict == Verdict::broken && judged.rule->must.has_value(); }

base::Seconds broken_at(const JudgedRule& judged) { return was_left_undone(judged) ? judged.decided_at : judged.act.at; }

// To wait and to go on is not to act; how long an act took its facts say.
std::optional<BusyTime> busy_time(const std::optional<session::Action>& act, const std::vector<model::Fact>& facts) {
  using Kind = session::Action::Kind;
  if (facts.empty() || !act || act->kind == Kind::wait || act->kind == Kind::go_on) return std::nullopt;
  const auto sooner = [](const model::Fact& a, const model::Fact& b) { return a.at < b.at; };
  const auto [first, last] = std::minmax_element(facts.begin(), facts.end(), sooner);
  return BusyTime{first->at, last->at};
}

base::Seconds time_of_turn(const report::AttemptTimeline& timeline, int turn) {
  base::Seconds at = 0;
  for (const report::Turn& each : timeline.turns)
    for (const model::Fact& fact : each.facts)
      if (each.number <= turn) at = std::max(at, fact.at);
  return at;
}

DebriefBack way_back(const Teller& t, int turn) {
  if (turn < 0 || t.source.debrief.mode == session::Mode::assessed) return {};
  return {turn, t.tr("Go back to {time}", {{"time", t.clock(time_of_turn(t.source.timeline, turn))}})};
}

// What was left undone can be done after the turn that asked for it; a deed is avoided by going back before it.
DebriefBack way_back(const Teller& t, const JudgedRule& judged) {
  return way_back(t, was_left_undone(judged) ? judged.act.turn : std::max(0, judged.act.turn - 1));
}

std::string things(const Teller& t, const JudgedRule& judged) {
  std::vector<std::string> names;
  for (const model::Symbol entity : judged.entities) {
    const model::EntityUse* use = report::entity_of(t.source.timeline.prepared, entity);
    if (use && use->kind != model::EntityKind::link) names.push_back(t.name(entity));
  }
  return joined(names, ", ");
}

std::string when_and_what(const Teller& t, const JudgedRule& judged) {
  const std::string thing = was_left_undone(judged) || !judged.act.name ? things(t, judged) : t.say(*judged.act.name);
  const std::string time = t.clock(broken_at(judged));
  return thing.empty() ? t.tr("{time}.", {{"time", time}}) : t.tr("{time} {thing}.", {{"time", time}, {"thing", thing}});
}

namespace {

// A time limit that lay ahead when the scene was over was missed by leaving.
bool was_due_at_leaving(const JudgedRule& judged) {
  const bool ahead = judged.rule->within != base::never && judged.decided_at < judged.act.at + judged.rule->within;
  return judged.rule->by_leaving || ahead;
}

std::string left_undone_words(const Teller& t, const JudgedRule& judged) {
  if (judged.rule->by_end) return t.tr("It was not done by the end.");
  if (!was_due_at_leaving(judged)) return t.tr("It was not done in time.");
  return judged.rule->must->is_state() ? t.tr("It was not taken care of when the scene was over.")
                                       : t.tr("It was not done before the scene was over.");
}

} // namespace

std::string what_was_done(const Teller& t, const JudgedRule& judged) {
  if (was_left_undone(judged)) return left_undone_words(t, judged);
  if (judged.act.text) return sentence(act_with(t.say(*judged.act.text), t.detail(judged.act.detail)));
  if (judged.act.handed_in) return written_words(t, judged);
  return cause_words(t, explaining(t).of(judged));
}

std::vector<std::string> authority(const Teller& t, const JudgedRule& judged) {
  const model::Doctrine& doctrine = t.source.timeline.prepared.rule_set.doctrine();
  std::vector<std::string> lines;
  if (judged.source) {
    const std::string edition = judged.source->edition.empty() ? t.tr("not looked up") : judged.source->edition;
    lines.push_back(t.tr("{source}, {edition}", {{"source", t.say(judged.source->title)}, {"edition", edition}}));
  }
  lines.push_back(t.tr("{profile}, {edition}", {{"profile", t.say(doctrine.title)}, {"edition", doctrine.edition}}));
  return lines;
}

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

std::string SceneClock::operator()(base::Seconds at) const {
  const std::string time = base::clock_of(starts, at);
  const int day = base::day_of(starts, at);
  return day == 1 ? time : content::filled(later, {{"n", std::to_string(day)}, {"time", time.substr(0, 5)}});
}

} // namespace firsthand::screens
