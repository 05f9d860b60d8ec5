// Page one in words: the headline, why, what to do instead, the rule, what was done well, what was lost and saved. Pure.
#include "engine/screens/debrief/words.h"
#include "engine/screens/debrief/draw.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

using judging::Verdict;
using report::ItemOutcome;
using report::JudgedRule;

std::string Teller::say(const model::Text& text) const { return source.say ? source.say(text) : text.source; }

std::string Teller::name(model::Symbol entity) const {
  const model::Text* text = report::name_of(source.timeline.prepared, entity);
  return text ? say(*text) : std::string();
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
  if (judged.act.text) return sentence(t.say(*judged.act.text));
  if (judged.act.handed_in) return written_words(t, judged);
  return cause_words(t, explaining(t).of(judged));
}

namespace {

constexpr int limit_of_page_one = 90; // words

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

// After the deed itself no more is said than that it was this one.
std::string without_that(const Teller& t, session::Fate fate) {
  if (fate == session::Fate::lost) return t.tr("Without that it would not have come to the loss.");
  return fate == session::Fate::out_of_reach ? t.tr("Without that it would not be out of reach.")
                                             : t.tr("Without that it would have been secured.");
}

// What would have saved what was lost.
std::string of_headline(const Teller& t, const JudgedRule& judged) {
  const ItemOutcome* item = t.source.debrief.headline;
  const causes::Cause* cause = item ? explaining(t).of(*item) : nullptr;
  if (!cause || !explaining(t).explains(judged, *item)) return {};
  const bool of_deed = names_the_deed(*cause, judged), left_out = cause->change == causes::Change::left_out;
  if (of_deed && left_out) return without_that(t, item->fate);
  return of_deed && cause->change == causes::Change::good_way ? std::string() : cause_words(t, cause);
}

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

DebriefBlock why_of_rule(const Teller& t, const JudgedRule& judged, const std::string& done, const std::string& cause) {
  const report::Debrief& debrief = t.source.debrief;
  const bool all_is_well = debrief.ending == session::Ending::passed && !debrief.headline; // "why" would ask for what went well
  DebriefBlock block{DebriefBlock::Kind::why, all_is_well ? t.tr("What cost points") : t.tr("Why"), when_and_what(t, judged), {}, {}};
  block.words = joined({done, cause, t.say(nearer_cause(t.source.debrief, judged).rule->why)}, " ");
  return block;
}

bool turned_on_luck(const causes::Cause* cause) {
  return cause && (cause->answer == causes::Answer::chance || cause->answer == causes::Answer::unforeseen);
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

void add_rule(const Teller& t, const JudgedRule& judged, DebriefState& state) {
  state.blocks.push_back({DebriefBlock::Kind::instead, t.tr("Do instead"), {}, t.say(judged.rule->instead), {}});
  DebriefBlock rule{DebriefBlock::Kind::rule, t.tr("Rule"), {}, {}, {}};
  const std::string title = sentence(t.say(judged.rule->title));
  title == sentence(state.headline) ? rule.title = t.tr("Source") : rule.words = title;
  rule.small = authority(t, judged);
  state.blocks.push_back(std::move(rule));
}

bool asks_for_a_deed(const JudgedRule& judged) { return judged.rule->on.has_value() && judged.act.turn >= 0; }

// Nobody is praised for a skill in which something grave went wrong, nor for guarding what was lost all the same, unless by chance.
bool spoilt(const Teller& t, const JudgedRule& kept) {
  const report::Debrief& debrief = t.source.debrief;
  const ItemOutcome* lost = debrief.headline;
  if (lost && kept.rule->harm == "destroys" && is_about(kept, lost->entity) && !turned_on_luck(explaining(t).of(*lost))) return true;
  return std::any_of(debrief.broken.begin(), debrief.broken.end(), [&](const JudgedRule& broken) {
    return broken.rule->severity != model::Severity::minor && broken.rule->competency == kept.rule->competency;
  });
}

// Things worth saying: deeds before mere abstaining, the grave before the small, each of another competency.
std::vector<const JudgedRule*> praised(const Teller& t, std::size_t most) {
  std::vector<const JudgedRule*> order;
  for (const JudgedRule& judged : t.source.debrief.kept)
    if (!judged.rule->well.empty() && !spoilt(t, judged)) order.push_back(&judged);
  std::stable_sort(order.begin(), order.end(),
                   [](const JudgedRule* a, const JudgedRule* b) { return asks_for_a_deed(*a) && !asks_for_a_deed(*b); });
  std::vector<const JudgedRule*> chosen;
  for (const JudgedRule* judged : order) {
    const auto same = [&](const JudgedRule* other) { return other->rule->competency == judged->rule->competency; };
    if (chosen.size() < most && std::none_of(chosen.begin(), chosen.end(), same)) chosen.push_back(judged);
  }
  return chosen;
}

// Who lost nothing and broke nothing hears more of what was good: there is nothing else to say.
void add_praise(const Teller& t, DebriefState& state) {
  const bool nothing_else = state.blocks.empty();
  std::size_t room =
      words_on_page_one(state) < limit_of_page_one ? static_cast<std::size_t>(limit_of_page_one - words_on_page_one(state)) : 0;
  int praises = 0;
  DebriefBlock block{DebriefBlock::Kind::well, t.tr("You did well"), {}, {}, {}};
  for (const JudgedRule* judged : praised(t, nothing_else ? 4 : 9)) {
    if (praises == 2 && !nothing_else) break;
    const std::string words = sentence(t.say(judged->rule->well));
    const auto needed = static_cast<std::size_t>(count_words(words)) + (block.words.empty() ? 3u : 0u);
    if (needed > room) continue;
    room -= needed;
    ++praises;
    block.words += (block.words.empty() ? "" : nothing_else ? "\n" : " ") + words;
  }
  if (nothing_else) block.small.push_back(score_words(t));
  if (!block.words.empty()) state.blocks.push_back(std::move(block));
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

// Of the things that a rule is about, the one whose evidence is worth most.
model::Symbol worthiest(const report::Debrief& debrief, const JudgedRule& judged) {
  model::Symbol best = judged.entities.empty() ? judged.act.entity : judged.entities.front();
  int most = -1;
  for (const ItemOutcome& item : debrief.items) {
    const bool about = std::find(judged.entities.begin(), judged.entities.end(), item.entity) != judged.entities.end();
    if (about && item.holding->value > most) best = item.entity, most = item.holding->value;
  }
  return best;
}

DebriefPoint moment_of(const report::AttemptTimeline& timeline, const JudgedRule& main, const ItemOutcome* item) {
  const model::Symbol entity = item && item->at != base::never ? item->entity
                               : main.entities.empty()         ? main.act.entity
                                                               : main.entities.front();
  if (!was_left_undone(main)) return {std::max(0, main.act.turn), std::max(0, main.act.at), entity};
  if (item && item->turn >= 0) return {item->turn, item->at, entity};
  const int turn = std::max(0, main.act.turn);
  return {turn, time_of_turn(timeline, turn), entity};
}

bool passed(const report::Debrief& debrief) { return debrief.ending == session::Ending::passed; }

DebriefTag fate_tag(const Teller& t, session::Fate fate) {
  if (fate == session::Fate::lost) return {t.tr("Lost"), "cross", Meaning::loss};
  if (fate == session::Fate::out_of_reach) return {t.tr("Out of reach"), "padlock", Meaning::warn};
  return fate == session::Fate::reachable ? DebriefTag{t.tr("Not secured"), "triangle", Meaning::warn}
                                          : DebriefTag{t.tr("Saved"), "check", Meaning::ok};
}

// What became of the gravest of it, in its own words.
std::string headline_of_item(const Teller& t, const ItemOutcome& item) {
  if (item.fate == session::Fate::reachable) return t.tr("Nobody secured it: {item}", {{"item", t.say(item.holding->name)}});
  const bool sealed = item.fate == session::Fate::out_of_reach && !item.holding->sealed.empty();
  return t.say(sealed ? item.holding->sealed : item.holding->lost);
}

DebriefTag verdict_tag(const Teller& t) {
  const report::Debrief& debrief = t.source.debrief;
  if (debrief.ending == session::Ending::closed) return {t.tr("Ended early"), "stop", Meaning::warn};
  if (debrief.mode == session::Mode::assessed)
    return passed(debrief) ? DebriefTag{t.tr("Passed"), "check", Meaning::ok} : DebriefTag{t.tr("Not passed"), "cross", Meaning::loss};
  if (debrief.headline) return fate_tag(t, debrief.headline->fate);
  return passed(debrief) ? DebriefTag{t.tr("Saved"), "check", Meaning::ok} : DebriefTag{t.tr("At risk"), "triangle", Meaning::warn};
}

std::string headline_of(const Teller& t) {
  const report::Debrief& debrief = t.source.debrief;
  if (debrief.headline) return headline_of_item(t, *debrief.headline);
  if (debrief.main && debrief.main->rule->severity == model::Severity::fatal) return t.say(debrief.main->rule->title);
  if (debrief.ending == session::Ending::closed) return t.tr("You stopped before the end");
  if (passed(debrief)) return t.tr("Everything was kept");
  const bool graver = debrief.main && debrief.main->rule->severity != model::Severity::minor;
  return graver ? t.tr("Nothing was lost, but much of it can be challenged") : t.tr("Nothing was lost, but it was not passed");
}

void list_items(const Teller& t, DebriefState& state) {
  std::vector<std::string> names[4];
  for (const ItemOutcome& item : t.source.debrief.items)
    names[static_cast<std::size_t>(item.fate)].push_back(t.say(item.holding->name));
  const auto of = [&](session::Fate fate) { return joined(names[static_cast<std::size_t>(fate)], ", "); };
  state.saved = of(session::Fate::saved);
  state.not_secured = of(session::Fate::reachable);
  state.out_of_reach = of(session::Fate::out_of_reach);
  state.lost = of(session::Fate::lost);
}

} // namespace

// What no points make up for.
std::vector<std::string> reasons_against(const Teller& t) {
  const judging::Score& score = t.source.debrief.score;
  const session::Prepared& prepared = t.source.timeline.prepared;
  std::vector<std::string> all;
  if (score.fatal) all.push_back(t.tr("A fatal error cannot be made up by points."));
  if (!score.fatal && !score.losing_rules.empty())
    all.push_back(t.tr("Something was lost by an error of your own: {rule}. That cannot be made up by points.",
                       {{"rule", t.say(prepared.rule_set.doctrine().rules[score.losing_rules.front()].title)}}));
  for (std::size_t i = 0; i < prepared.scenario.competency_names.size(); ++i)
    if (std::find(score.not_shown.begin(), score.not_shown.end(), prepared.scenario.competencies[i]) != score.not_shown.end())
      all.push_back(t.tr("No act of yours showed this: {competency}.", {{"competency", t.say(prepared.scenario.competency_names[i])}}));
  for (const report::WrongStep& wrong : t.source.debrief.wrong_steps)
    if (score.below_cut)
      all.push_back(
          t.tr("{step}: {n} of 100 for your answer.", {{"step", t.say(*wrong.title)}, {"n", std::to_string(wrong.per_mille / 10)}}));
  return all;
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

void tell_page_one(const Teller& t, DebriefState& state) {
  const report::Debrief& debrief = t.source.debrief;
  const bool assessed = debrief.mode == session::Mode::assessed;
  state.title = t.tr("Debrief: {scenario}", {{"scenario", t.say(t.source.timeline.prepared.scenario.title)}});
  state.mode = assessed ? t.tr("Assessment") : t.tr("Practice");
  state.tag = verdict_tag(t);
  state.headline = headline_of(t);
  list_items(t, state); // first: page one must know how much room the blocks have
  add_blocks(t, state);
  const JudgedRule* main = explaining(t).main_rule();
  if (main && (!debrief.headline || explaining(t).explains(*main, *debrief.headline))) state.back = way_back(t, *main);
  state.shot_time = t.clock(debrief_moment(t.source.timeline, debrief, t.source.causes).at);
}

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

std::string SceneClock::operator()(base::Seconds at) const {
  constexpr std::int64_t day_ms = 86'400'000;
  const auto day_of = [this](base::Seconds then) {
    return (starts.at.milliseconds + std::int64_t{starts.offset_minutes} * 60'000 + std::int64_t{then} * 1'000) / day_ms;
  };
  const std::string time = base::clock_of(starts, at);
  const std::int64_t day = day_of(at) - day_of(0);
  return day == 0 ? time : content::filled(later, {{"n", std::to_string(day + 1)}, {"time", time.substr(0, 5)}});
}

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

DebriefPoint debrief_moment(const report::AttemptTimeline& timeline, const report::Debrief& debrief, const causes::Causes* causes) {
  const report::ItemOutcome* item = debrief.headline;
  const debrief::Explaining explaining{timeline, debrief, causes};
  const report::JudgedRule* main = explaining.main_rule();
  if (main && (!item || explaining.explains(*main, *item))) return debrief::moment_of(timeline, *main, item);
  const int last = timeline.turns.empty() ? 0 : timeline.turns.back().number;
  if (item) return {item->turn >= 0 ? item->turn : last, item->turn >= 0 ? item->at : report::duration_of(timeline), item->entity};
  for (const report::JudgedRule& judged : debrief.kept) // nothing went wrong: the gravest deed that was done right
    if (judged.act.text && judged.act.turn > 0 && judged.rule->on)
      return {judged.act.turn, judged.act.at, debrief::worthiest(debrief, judged)};
  return {last, report::duration_of(timeline), debrief.items.empty() ? model::Symbol{0} : debrief.items.front().entity};
}

Shot debrief_shot(const session::Prepared& prepared, const session::Attempt& then, model::Symbol entity, const StepViews& views,
                  const content::Words& words) {
  const report::Notebook notebook;
  const session::Offers offers;
  for (std::size_t step = std::min(then.step + 1, prepared.steps.size()); step-- > 0;) {
    const session::Prepared::Step& at = prepared.steps[step];
    const auto kind =
        std::find_if(views.begin(), views.end(), [&](const StepViewKind& each) { return prepared.symbols.word(at.kind) == each.kind; });
    if (kind == views.end() || step >= then.states.size()) continue;
    const StepScene scene{prepared, *at.spec,       then.states[step],     then.world.seen, notebook,  words,
                          at.id,    then.world.now, session::Leaving::may, offers,          then.mode, false,
                          {},       nullptr};
    Shot shot = kind->open()->shot_of(scene, entity);
    if (!shot.layers.empty()) return shot;
  }
  return {};
}

DebriefState debrief_state(const DebriefSource& source) {
  DebriefState state;
  const debrief::Teller teller{source};
  debrief::tell_labels(teller, state);
  debrief::tell_page_one(teller, state);
  debrief::tell_page_two(teller, state);
  return state;
}

} // namespace firsthand::screens
