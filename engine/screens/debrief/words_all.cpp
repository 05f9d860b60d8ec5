// Page two in words: timelines, every judgement with its authority, the exhibits' standing, luck, questions. Pure.
#include "engine/screens/debrief/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace firsthand::screens::debrief {

namespace {

using judging::Verdict;
using model::Severity;
using report::JudgedRule;
using report::Standing;

std::string number_in(std::string text, const std::optional<std::int64_t>& number) {
  return number ? content::filled(std::move(text), {{"value", std::to_string(*number)}}) : text;
}

// ---- timeline ---------------------------------------------------------------------------------------------------------

DebriefTag standing_tag(const Teller& t, const report::ExhibitOutcome& exhibit) {
  if (!exhibit.found) return {t.tr("Not found"), "search", Meaning::warn};
  switch (exhibit.standing) {
  case Standing::solid:
    return {t.tr("Solid"), "check", Meaning::ok};
  case Standing::open_to_challenge:
    return {t.tr("Open to challenge"), "triangle", Meaning::warn};
  case Standing::at_risk:
    break;
  }
  return {t.tr("At risk"), "cross", Meaning::loss};
}

std::string mark_label(const Teller& t, const session::Prepared& prepared, const report::Mark& mark, report::Lane::Of of) {
  std::string words = act_with(number_in(t.say(*mark.text), mark.number), t.detail(mark.detail));
  if (of == report::Lane::Of::equipment) words = t.tr("{who}: {what}", {{"who", t.name(mark.entity)}, {"what", words}});
  const bool by_another = mark.kind == report::Mark::Kind::action && mark.by != 0 && mark.by != prepared.words.learner;
  if (!by_another) return words;
  const model::Text* who = report::name_of(prepared, mark.by);
  return who ? t.tr("{who}: {what}", {{"who", t.say(*who)}, {"what", words}}) : words;
}

// What an act shows at once on the very thing says no more than the act.
bool is_echo(const report::Lane& lane, const report::Mark& mark) {
  using Kind = report::Mark::Kind;
  return mark.kind == Kind::event && std::any_of(lane.marks.begin(), lane.marks.end(), [&](const report::Mark& other) {
           return other.kind == Kind::action && other.turn == mark.turn;
         });
}

bool holds_evidence(const session::Prepared& prepared, model::Symbol entity) {
  const model::EntityUse* use = report::entity_of(prepared, entity);
  return use && !use->holds.empty();
}

DebriefLane lane_words(const Teller& t, const session::Prepared& prepared, const report::Lane& lane) {
  DebriefLane out;
  out.icon = lane.icon;
  out.of_several = lane.of != report::Lane::Of::exhibit;
  out.name = lane.name ? t.say(*lane.name) : lane.of == report::Lane::Of::people ? t.tr("People") : t.tr("Equipment");
  if (lane.number > 0) out.name = fmt::format("{} {}", lane.number, out.name);
  out.holds_evidence = holds_evidence(prepared, lane.entity);
  out.stretches = lane.stretches;
  std::vector<std::string> spoken;
  for (const report::Mark& mark : lane.marks) {
    std::string words = mark.text ? mark_label(t, prepared, mark, lane.of) : std::string();
    if (words.empty() || is_echo(lane, mark)) continue;
    const std::string time = t.clock(mark.at);
    spoken.push_back(fmt::format("{} {}", time, words));
    out.marks.push_back({mark.kind, mark.at, mark.turn, std::move(words), time});
  }
  out.marks_words = joined(spoken, "; ");
  return out;
}

DebriefTimeline timeline_of(const Teller& t, const report::AttemptTimeline& timeline, const char* id) {
  DebriefTimeline drawn;
  drawn.id = id;
  drawn.duration = report::duration_of(timeline), drawn.clock = t.clock();
  for (const report::Turn& turn : timeline.turns)
    if (const auto time = busy_time(turn.action, turn.facts)) drawn.busy.push_back(*time);
  for (const report::Lane& lane : report::lanes_of(timeline)) {
    DebriefLane words = lane_words(t, timeline.prepared, lane);
    if (!words.marks.empty() || words.holds_evidence) drawn.lanes.push_back(std::move(words));
  }
  for (const DebriefLane& lane : drawn.lanes)
    for (const DebriefMark& mark : lane.marks)
      if (mark.kind == report::Mark::Kind::loss && (drawn.loss_at == base::never || mark.at < drawn.loss_at)) drawn.loss_at = mark.at;
  if (drawn.loss_at != base::never) drawn.loss_time = t.clock(drawn.loss_at);
  return drawn;
}

void set_outcomes(const Teller& t, DebriefTimeline& timeline) {
  for (const report::ExhibitOutcome& exhibit : t.source.debrief.exhibits) {
    if (!exhibit.evidence_held && exhibit.asked.empty()) continue;
    const std::string name = fmt::format("{} {}", exhibit.number, t.name(exhibit.entity));
    for (DebriefLane& lane : timeline.lanes) {
      if (lane.name != name) continue;
      lane.outcome = standing_tag(t, exhibit);
      const bool unharmed = lane.stretches.size() == 1 && lane.stretches.front().kind == report::Stretch::Kind::sound;
      if (exhibit.evidence_lost && unharmed) lane.holds_evidence = false; // nobody secured it: a sound line would praise
    }
  }
}

// The words of the loss that the headline is about; its line is drawn through all lanes.
void set_loss(const Teller& t, DebriefTimeline& timeline) {
  const report::ItemOutcome* item = t.source.debrief.headline;
  timeline.loss_at = item ? item->at : base::never;
  timeline.loss_time = timeline.loss_at == base::never ? std::string() : t.clock(timeline.loss_at);
}

// Where nothing is known that ends better.
std::string no_best_words(const Teller& t) {
  switch (t.source.why_no_exemplar) {
  case app::NoExemplar::no_better:
    return t.tr("With the same luck the exemplar ends no better than your run.");
  case app::NoExemplar::cannot:
    return t.tr("With the same luck the exemplar cannot be played to its end.");
  case app::NoExemplar::none:
    break;
  }
  return {};
}

void tell_timelines(const Teller& t, DebriefState& state) {
  state.run = timeline_of(t, t.source.timeline, "debrief/disc/own");
  set_outcomes(t, state.run);
  set_loss(t, state.run);
  const bool practice = t.source.debrief.mode == session::Mode::practice;
  if (t.source.best && practice) state.best = timeline_of(t, *t.source.best, "debrief/disc/best");
  if (!t.source.best && practice) state.no_best = no_best_words(t);
  if (!t.source.other || !practice) return;
  state.run.title = t.tr("This time");
  state.other = timeline_of(t, *t.source.other, "debrief/disc/before");
  state.other->title = t.tr("The time before");
}

// ---- findings -----------------------------------------------------------------------------------------------------------

std::string severity_word(const Teller& t, Severity severity) {
  if (severity == Severity::fatal) return t.tr("Fatal");
  return severity == Severity::major ? t.tr("Major") : t.tr("Minor");
}

std::string confidence_word(const Teller& t, model::Confidence confidence) {
  if (confidence == model::Confidence::high) return t.tr("High confidence");
  return confidence == model::Confidence::medium ? t.tr("Medium confidence") : t.tr("Low confidence");
}

// Title, publisher, edition, section, address, day, and what it says: so that anybody can open the same place. What is missing says so.
std::string source_words(const Teller& t, const JudgedRule& judged) {
  const model::Source* source = judged.source;
  if (!source) return t.tr("No source is named.");
  const auto told = [unknown = t.tr("not looked up")](const std::string& value) -> content::Fill {
    return {{"value", value.empty() ? unknown : value}};
  };
  const std::string& section = judged.rule->section.empty() ? source->section : judged.rule->section;
  std::vector<std::string> lines{t.say(source->title),
                                 t.tr("Publisher: {value}", told(source->publisher)),
                                 t.tr("Edition: {value}", told(source->edition)),
                                 t.tr("Section: {value}", told(section)),
                                 t.tr("Address: {value}", told(source->address)),
                                 t.tr("Opened: {value}", told(source->opened_on)),
                                 t.tr("It says: {value}", told(t.say(source->supports)))};
  lines.push_back(
      t.tr("{confidence}. Review by {date}.", {{"confidence", confidence_word(t, source->confidence)}, {"date", source->review_by}}));
  if (!source->verified_by.empty()) lines.push_back(t.tr("Confirmed by {agency}.", {{"agency", source->verified_by}}));
  return joined(lines, "\n");
}

void add_detail(DebriefFinding& finding, const std::string& title, const std::string& words) {
  if (!words.empty()) finding.details.push_back({title, words});
}

// What is not doctrine although a rule says it: law, which differs, and numbers that were chosen for the exercise.
void add_caveats(const Teller& t, const JudgedRule& judged, DebriefFinding& finding) {
  if (judged.rule->law)
    add_detail(finding, t.tr("Under your law"), t.tr("This is a question of law, and differs from state to state. Your agency decides."));
  if (judged.rule->numbers == model::Numbers::training_value)
    add_detail(finding, t.tr("Training value"), t.tr("The times here were chosen for the exercise. No source names them."));
}

// What decided it, where the deed does not say it: neither an act that is told already nor what was written wrong decides itself.
std::string cause_beside(const Teller& t, const JudgedRule& judged, const std::string& deed) {
  const causes::Cause* cause = explaining(t).of(judged);
  const bool told = cause && names_the_deed(*cause, judged) && cause->change == causes::Change::good_way;
  std::string words = told || !written_words(t, judged).empty() ? std::string() : cause_words(t, cause);
  return deed.find(words) == std::string::npos ? words : std::string();
}

DebriefFinding broken_words(const Teller& t, const JudgedRule& judged) {
  const Severity severity = judged.rule->severity;
  DebriefFinding finding;
  finding.meaning = severity == Severity::minor ? Meaning::warn : Meaning::loss;
  finding.icon = severity == Severity::minor ? "triangle" : "cross";
  finding.words = t.say(judged.rule->title);
  finding.deed = when_and_what(t, judged) + " " + what_was_done(t, judged);
  if (judged.source) finding.source = t.say(judged.source->title);
  finding.outcome = {severity_word(t, severity), finding.icon, finding.meaning};
  if (const JudgedRule* graver = report::graver_of(t.source.debrief, judged))
    add_detail(finding, t.tr("Follows from"), sentence(t.say(graver->rule->title)) + " " + t.tr("It costs nothing of its own."));
  add_detail(finding, t.tr("What decided it"), cause_beside(t, judged, finding.deed));
  add_detail(finding, t.tr("Why"), t.say(judged.rule->why));
  add_detail(finding, t.tr("Do instead"), t.say(judged.rule->instead));
  add_detail(finding, t.tr("Can be asked"), t.say(judged.rule->asked));
  add_caveats(t, judged, finding);
  add_detail(finding, t.tr("Source"), source_words(t, judged));
  finding.back = way_back(t, judged);
  return finding;
}

// Who kept an open computer running and switched it off when it had locked kept one rule, and did not do well.
bool is_no_merit(const report::Debrief& debrief, const JudgedRule& kept) {
  return std::any_of(debrief.broken.begin(), debrief.broken.end(), [&](const JudgedRule& broken) {
    const auto same_thing = [&](model::Symbol entity) { return is_about(kept, entity); };
    return broken.rule->severity != Severity::minor && broken.rule->competency == kept.rule->competency &&
           std::any_of(broken.entities.begin(), broken.entities.end(), same_thing);
  });
}

DebriefFinding kept_words(const Teller& t, const JudgedRule& judged, const std::string& about) {
  DebriefFinding finding;
  finding.icon = "check";
  const bool praise = !judged.rule->well.empty() && !is_no_merit(t.source.debrief, judged);
  finding.words = t.say(praise ? judged.rule->well : judged.rule->title);
  finding.deed = about;
  if (judged.source) finding.source = t.say(judged.source->title);
  finding.outcome = {t.tr("Kept"), "check", Meaning::ok};
  add_detail(finding, t.tr("Rule"), sentence(t.say(judged.rule->title)));
  add_detail(finding, t.tr("Why"), t.say(judged.rule->why));
  add_caveats(t, judged, finding);
  add_detail(finding, t.tr("Source"), source_words(t, judged));
  return finding;
}

// What was kept with several things is said once, with their names. What never could have been broken is no merit, and stands by itself.
void tell_kept(const Teller& t, DebriefState& state) {
  const auto& kept = t.source.debrief.kept;
  std::vector<const model::Rule*> told;
  for (const JudgedRule& judged : kept) {
    if (!came_up(t, judged) || std::find(told.begin(), told.end(), judged.rule) != told.end()) continue;
    told.push_back(judged.rule);
    std::vector<std::string> about;
    for (const JudgedRule& other : kept)
      if (other.rule == judged.rule && came_up(t, other)) about.push_back(things(t, other));
    state.findings.push_back(kept_words(t, judged, joined(about, ", ")));
  }
}

// One row for all of them; which they are is folded in it.
void tell_never_due(const Teller& t, DebriefState& state) {
  DebriefFinding finding;
  for (const JudgedRule& judged : t.source.debrief.kept)
    if (!came_up(t, judged)) finding.details.push_back({t.say(judged.rule->title), things(t, judged)});
  if (finding.details.empty()) return;
  finding.icon = "dots", finding.meaning = Meaning::quiet;
  finding.words = t.tr("Rules that did not come up: {n}", {{"n", std::to_string(finding.details.size())}});
  finding.deed = t.tr("At no moment could anything that was offered have broken them.");
  finding.outcome = {t.tr("Did not come up"), "dots", Meaning::quiet};
  state.findings.push_back(std::move(finding));
}

// A question that was not answered rightly, and why, in the author's words.
DebriefFinding wrong_words(const Teller& t, const report::WrongStep& wrong) {
  DebriefFinding finding;
  finding.meaning = Meaning::warn;
  finding.icon = "triangle";
  finding.words = t.say(*wrong.title);
  finding.deed = t.tr("{n} of 100 for your answer.", {{"n", std::to_string(wrong.per_mille / 10)}});
  finding.outcome = {t.tr("Answer"), finding.icon, finding.meaning};
  for (const model::Text* reason : wrong.reasons)
    add_detail(finding, t.tr("Why"), t.say(*reason));
  return finding;
}

void tell_findings(const Teller& t, DebriefState& state) {
  const JudgedRule* told = explaining(t).told_rule(); // what page one spoke of comes first here too
  const report::CostRow* answer = dearest_answer(t);
  if (answer) state.findings.push_back(wrong_words(t, *answer->step));
  if (told) state.findings.push_back(broken_words(t, *told));
  for (const JudgedRule& judged : t.source.debrief.broken)
    if (&judged != told) state.findings.push_back(broken_words(t, judged));
  for (const report::WrongStep& wrong : t.source.debrief.wrong_steps)
    if (!answer || answer->step != &wrong) state.findings.push_back(wrong_words(t, wrong));
  tell_kept(t, state);
  tell_never_due(t, state);
}

// ---- the rest -----------------------------------------------------------------------------------------------------------

void tell_exhibits(const Teller& t, DebriefState& state) {
  for (const report::ExhibitOutcome& exhibit : t.source.debrief.exhibits) {
    if (!exhibit.evidence_held && exhibit.asked.empty()) continue;
    DebriefExhibit words{fmt::format("{} {}", exhibit.number, t.name(exhibit.entity)), standing_tag(t, exhibit), {}};
    for (const model::Rule* rule : exhibit.asked)
      if (!rule->asked.empty()) words.asked.push_back(t.say(rule->asked));
    state.exhibits.push_back(std::move(words));
  }
}

void tell_elsewhere(const Teller& t, DebriefState& state) {
  for (const report::Elsewhere& choice : t.source.debrief.elsewhere) {
    const model::Id step = t.source.timeline.prepared.symbols.word(choice.step);
    for (const model::Step& each : t.source.timeline.prepared.scenario.steps)
      if (each.id == step)
        state.elsewhere.push_back(t.tr("{step}: your answer is accepted elsewhere. {who}",
                                       {{"step", t.say(each.title)}, {"who", t.say(choice.position->elsewhere)}}));
  }
}

void tell_questions(const Teller& t, DebriefState& state) {
  constexpr std::size_t most_questions = 5;
  for (const JudgedRule& judged : t.source.debrief.broken) {
    const std::string question = t.say(judged.rule->asked);
    const auto same = [&](const DebriefQuestion& other) { return other.question == question; };
    const bool again = std::any_of(state.questions.begin(), state.questions.end(), same);
    if (question.empty() || again || state.questions.size() == most_questions) continue;
    state.questions.push_back({question, t.say(judged.rule->why) + " " + t.say(judged.rule->instead)});
  }
}

// In order of time; of one second by turn, and the act before what came of it.
void tell_moments(const Teller& t, DebriefState& state) {
  using Kind = report::Mark::Kind;
  using Place = std::tuple<base::Seconds, int, bool>;
  std::vector<std::pair<Place, DebriefMoment>> all;
  for (const DebriefLane& lane : state.run.lanes)
    for (const DebriefMark& mark : lane.marks) {
      DebriefMoment moment{mark.time, lane.of_several ? std::string() : lane.name, mark.label, "dots", Meaning::accent, {}};
      if (mark.kind == Kind::loss) moment.icon = "cross", moment.meaning = Meaning::loss;
      if (mark.kind == Kind::event) moment.icon = "eye", moment.meaning = Meaning::warn;
      if (mark.kind == Kind::action) moment.icon = "hand", moment.back = way_back(t, std::max(0, mark.turn - 1));
      all.emplace_back(Place{mark.at, mark.turn, mark.kind != Kind::action}, std::move(moment));
    }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [at, moment] : all)
    state.moments.push_back(std::move(moment));
}

std::string time_words(const Teller& t) {
  const report::Debrief& debrief = t.source.debrief;
  const std::string scene = duration_text(t.source.words, debrief.duration);
  if (!debrief.minutes) return t.tr("Scene time: {scene}.", {{"scene", scene}});
  return t.tr("Scene time: {scene}. At the keyboard: {n} min, without breaks over 5 min.",
              {{"scene", scene}, {"n", std::to_string(*debrief.minutes)}});
}

// Who of the field has reviewed lesson and rules. Nobody: it is a draft, and says so.
std::string review_words(const Teller& t) {
  const session::Prepared& prepared = t.source.timeline.prepared;
  const std::string &lesson = prepared.scenario.reviewed_by, &rules = prepared.rule_set.doctrine().reviewed_by;
  if (lesson.empty() || rules.empty()) return t.tr("Draft: nobody of the field has reviewed it.");
  return t.tr("Reviewed. Lesson: {lesson}. Rules: {rules}.", {{"lesson", lesson}, {"rules", rules}});
}

} // namespace

std::string points_words(const Teller& t) {
  const int mark = t.source.timeline.prepared.rule_set.doctrine().cut_per_mille / 10;
  if (mark == 0) return {}; // nothing is to be reached
  return t.tr("{score} of 100 points; the pass mark is {mark}.",
              {{"score", std::to_string(t.source.debrief.score.per_mille / 10)}, {"mark", std::to_string(mark)}});
}

std::string score_words(const Teller& t) {
  if (t.source.debrief.ending == session::Ending::closed) return t.tr("You stopped before the end. There is no score.");
  std::vector<std::string> all{points_words(t)};
  for (std::string& reason : reasons_against(t))
    all.push_back(std::move(reason));
  return joined(all, " ");
}

void tell_page_two(const Teller& t, DebriefState& state) {
  tell_timelines(t, state);
  tell_findings(t, state);
  tell_exhibits(t, state);
  state.luck = luck_words(t);
  tell_elsewhere(t, state);
  tell_questions(t, state);
  tell_moments(t, state);
  state.score = score_words(t);
  state.time = time_words(t);
  state.review = review_words(t);
}

void tell_labels(const Teller& t, DebriefState& state) {
  DebriefLabels& l = state.labels;
  l.home = t.tr("Home"), l.page_one = t.tr("Page 1 of 2"), l.page_two = t.tr("Page 2 of 2");
  l.again = t.tr("Play again"), l.everything = t.tr("Show me everything"), l.first_page = t.tr("Page 1");
  l.lost = t.tr("Lost"), l.saved = t.tr("Saved"), l.not_secured = t.tr("Not secured"), l.not_found = t.tr("Not found"),
  l.out_of_reach = t.tr("Out of reach");
  l.your_run = t.tr("Your run"), l.best_route = t.tr("Best route"), l.luck = t.tr("What was luck");
  l.futures = t.tr("Two futures"), l.questions = t.tr("Questions");
  l.action = t.tr("Action"), l.event = t.tr("Event"), l.loss = t.tr("Lost or out of reach");
  l.findings = t.tr("Findings"), l.rule = t.tr("Rule"), l.outcome = t.tr("Outcome");
  l.exhibits = t.tr("How each exhibit stands"), l.asked = t.tr("Can be asked"), l.moments = t.tr("Moment by moment");
  l.no_luck = t.tr("Nothing was left to chance this time.");
  l.short_waits = t.tr("Idle time over two minutes is drawn short.");
  l.show_answer = t.tr("Show the answer"), l.hide_answer = t.tr("Hide the answer");
  l.more = t.tr("{n} more"), l.people = t.tr("People");
  l.luck_note = t.tr(
      "Chance may change what is lost. Alone it fails nobody: a loss counts only where you had broken the rule that guards against it.");
  l.time_before = t.tr("The time before"), l.same_in_both = t.tr("The same in both");
  l.drawn_short = t.tr("{from} to {to} drawn short", {{"from", "{from}"}, {"to", "{to}"}});
  l.more_acts = t.tr("From {time}: {n} moments, press for the list", {{"time", "{time}"}, {"n", "{n}"}});
  l.press_a_disc = t.tr("Press a sign to read what was done or seen there.");
  l.best_note =
      t.source.why_no_exemplar == app::NoExemplar::none
          ? t.tr("One good route, with your luck. It ends better than your run. There may be others.")
          : t.tr("With your luck the exemplar would have ended no better. Your own run with one act changed does: see Two futures.");
}

} // namespace firsthand::screens::debrief
