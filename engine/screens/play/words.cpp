// See words.h.
#include "engine/screens/play/words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace firsthand::screens {

namespace {

struct PlayUnit {
  base::Seconds seconds;
  const char* words;
};
constexpr std::array<PlayUnit, 4> play_units{{{86'400, "{n} d"}, {3'600, "{n} h"}, {60, "{n} min"}, {1, "{n} s"}}};

void replace_all_in(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

} // namespace

std::string duration_text(const content::Words& words, base::Seconds seconds) {
  if (seconds == base::never) return words.tr("duration", "never");
  std::string text;
  base::Seconds rest = seconds;
  for (const PlayUnit& unit : play_units) {
    const base::Seconds n = rest / unit.seconds;
    rest %= unit.seconds;
    if (n == 0 && !(seconds == 0 && unit.seconds == 1)) continue;
    text += (text.empty() ? "" : " ") + words.tr("duration", unit.words, {{"n", std::to_string(n)}});
  }
  return text;
}

std::string clock_text(const StepScene& scene, base::Seconds at) {
  const base::LocalStart& starts = scene.prepared.scenario.starts;
  const int day = base::day_of(starts, at);
  std::string time = base::clock_of(starts, at);
  return day == 1 ? time : scene.words.tr("debrief", "day {n}, {time}", {{"n", std::to_string(day)}, {"time", time}});
}

namespace {
constexpr std::array<std::string_view, 5> twice_tags{"touch", "seals", "hands-over", "induces", "final"}; // docs/authors/format.md
}

bool asks_twice(const model::Verb& verb) {
  const auto counts = [](const model::Id& tag) { return std::find(twice_tags.begin(), twice_tags.end(), tag) != twice_tags.end(); };
  return verb.group == model::Group::touch || std::any_of(verb.tags.begin(), verb.tags.end(), counts);
}

namespace {
std::string name_or_nobody(const StepScene& scene, model::Symbol who) {
  const model::Text* name = report::name_of(scene.prepared, who);
  return name ? scene.say(*name) : scene.words.tr("play", "nobody");
}
} // namespace

namespace {

std::string read_out_words(const std::function<std::string(const model::Text&)>& say, const report::ReadOut& read) {
  std::string numbers;
  for (const std::int64_t number : read.numbers)
    numbers += (numbers.empty() ? "" : " / ") + std::to_string(number);
  std::string words = say(*read.text);
  replace_all_in(words, "{value}", numbers.empty() ? "…" : numbers); // of an act that was never done none was read
  return fmt::format("“{}: {}”", say(*read.name), words);
}

} // namespace

std::string detail_words(const std::function<std::string(const model::Text&)>& say, const report::ActDetail& detail) {
  std::string words = detail.with ? say(*detail.with) : std::string();
  if (detail.read) words += (words.empty() ? "" : ", ") + read_out_words(say, *detail.read);
  return words;
}

std::string act_with(std::string act, const std::string& detail) {
  constexpr std::array<std::string_view, 4> stops{".", "။", "។", "。"};
  if (detail.empty()) return act;
  std::string stop;
  for (const std::string_view each : stops)
    if (act.ends_with(each)) stop = each, act.resize(act.size() - each.size());
  return fmt::format("{} ({}){}", act, detail, stop);
}

std::string line_words(const StepScene& scene, const report::NotebookLine& line) {
  using Kind = report::NotebookLine::Kind;
  const std::string detail = detail_words([&scene](const model::Text& text) { return scene.say(text); }, line.detail);
  const std::string words = line.text ? act_with(with_number(scene.say(*line.text), line.number), detail) : std::string();
  switch (line.kind) {
  case Kind::task:
    return fmt::format("{}: {}", name_or_nobody(scene, line.by), words);
  case Kind::failed:
    return scene.words.tr("play", "{act}: it did not work", {{"act", words}});
  case Kind::wait:
    return scene.words.tr("play", "Waited {time}", {{"time", duration_text(scene.words, line.seconds)}});
  case Kind::note:
    return line.typed.empty() ? scene.words.tr("play", "Note, erased") : line.typed;
  case Kind::photo:
    return line.as_found ? words + " " + scene.words.tr("play", "As found.") : words;
  default:
    return words;
  }
}

std::string with_number(std::string text, std::optional<std::int64_t> number) {
  if (number) replace_all_in(text, "{value}", std::to_string(*number));
  return text;
}

std::string numbered_name(const StepScene& scene, const model::EntityUse& use) {
  const std::string& name = scene.say(use.name);
  return use.number > 0 ? fmt::format("{} {}", use.number, name) : name;
}

std::vector<SeenFact> seen_facts(const StepScene& scene, model::Symbol entity) {
  std::vector<SeenFact> facts;
  const model::EntityUse* use = report::entity_of(scene.prepared, entity);
  if (!use) return facts;
  const simulation::Scene& things = scene.prepared.scene;
  for (const model::Cue& cue : scene.prepared.scenario.model_of(*use).cues) {
    const model::Symbol name = scene.prepared.symbols.find(cue.name);
    std::optional<std::int64_t> number;
    model::Symbol value = 0;
    if (cue.reads.empty())
      value = things.seen_value(scene.seen, entity, name);
    else
      number = things.seen_number(scene.seen, entity, name);
    if (!number && value == 0) continue;
    const model::Text* words = report::cue_words(scene.prepared, entity, name, value);
    if (words)
      facts.push_back({name, cue.icon, with_number(scene.say(*words), number), things.seen_at(scene.seen, entity, name), cue.seeing});
  }
  return facts;
}

namespace {

// The scenario's own value, else the model's; where chance chose among several, only the range can be known.
std::string setting_text(const StepScene& scene, const model::EntityUse& use, const model::Setting& setting) {
  for (const auto& [name, seconds] : use.settings)
    if (name == setting.name) return duration_text(scene.words, seconds);
  base::Seconds least = setting.choices.front().seconds, most = least;
  for (const model::Setting::Choice& choice : setting.choices) {
    least = std::min(least, choice.seconds);
    most = std::max(most, choice.seconds);
  }
  const std::string low = duration_text(scene.words, least);
  if (least == most) return low;
  return scene.words.tr("duration", "{least} to {most}", {{"least", low}, {"most", duration_text(scene.words, most)}});
}

std::string deadline_text(const StepScene& scene, const model::EntityUse& use, const model::EntityModel& model,
                          const model::Deadline& deadline) {
  std::string text = scene.say(deadline.label);
  for (const model::Setting& setting : model.settings)
    if (!setting.choices.empty()) replace_all_in(text, "{" + setting.name + "}", setting_text(scene, use, setting));
  return text;
}

} // namespace

std::vector<KnownDeadline> known_deadlines(const StepScene& scene) {
  std::vector<KnownDeadline> known;
  for (const model::EntityUse& use : scene.prepared.scenario.entities) {
    const model::EntityModel& model = scene.prepared.scenario.model_of(use);
    for (const model::Deadline& deadline : model.deadlines)
      if (scene.prepared.scene.seen_holds(scene.seen, scene.prepared.symbols.find(use.id), deadline.known))
        known.push_back({deadline.icon, deadline_text(scene, use, model, deadline)});
  }
  return known;
}

namespace {

bool was_entered(const report::AttemptTimeline& timeline, model::Symbol step) {
  for (const report::Turn& turn : timeline.turns)
    for (const model::Fact& fact : turn.facts)
      if (fact.kind == model::FactKind::step_entered && fact.name == step) return true;
  return false;
}

bool may_be_skipped(const session::Prepared& prepared, std::size_t from, std::size_t step) {
  if (prepared.scenario.steps[step].only_if.kind != model::Condition::Kind::always) return true;
  for (std::size_t i = from; i < step; ++i)
    for (const std::size_t target : prepared.steps[i].then)
      if (target > step) return true;
  return false;
}

// Nobody acted or waited in it although the scene was there to act in.
bool was_skipped(const report::AttemptTimeline& timeline, const session::Prepared::Step& step) {
  bool here = false;
  for (const report::Turn& turn : timeline.turns)
    for (const model::Fact& fact : turn.facts) {
      if (fact.kind == model::FactKind::step_entered) here = fact.name == step.id;
      if (here && (fact.kind == model::FactKind::begun || fact.kind == model::FactKind::waited)) return false;
    }
  return step.module->acts_in_scene();
}

PlayStep::How how_done(const report::AttemptTimeline& timeline, const session::Attempt& attempt, std::size_t i) {
  using How = PlayStep::How;
  if (was_skipped(timeline, timeline.prepared.steps[i])) return How::skipped;
  const int grade = attempt.grades[i];
  if (grade < 0) return How::done;
  if (attempt.mode == session::Mode::assessed) return How::answered;
  return grade >= 1000 ? How::right : grade > 0 ? How::partly : How::wrong;
}

} // namespace

StepCount step_count(const session::Prepared& prepared, std::size_t step) {
  StepCount count;
  int before = 0; // and this one
  for (std::size_t i = 0; i < prepared.steps.size(); ++i) {
    const bool counted = !may_be_skipped(prepared, 0, i);
    count.all += counted;
    before += counted && i <= step;
    if (i == step && counted) count.n = before;
  }
  return count;
}

std::vector<PlayStep> play_steps(const report::AttemptTimeline& timeline, const session::Attempt& attempt) {
  std::vector<PlayStep> steps;
  const session::Prepared& prepared = timeline.prepared;
  for (std::size_t i = 0; i < prepared.steps.size(); ++i) {
    const model::Text* title = &prepared.scenario.steps[i].title;
    const int number = step_count(prepared, i).n;
    if (i < attempt.step) {
      if (was_entered(timeline, prepared.steps[i].id))
        steps.push_back({title, PlayStep::Now::done, how_done(timeline, attempt, i), number});
    } else if (i == attempt.step) {
      steps.push_back({title, PlayStep::Now::current, PlayStep::How::done, number});
    } else if (!may_be_skipped(prepared, attempt.step, i)) {
      steps.push_back({title, PlayStep::Now::later, PlayStep::How::done, number});
    }
  }
  return steps;
}

} // namespace firsthand::screens
