// What the debrief's two pages say, put together from the content's words. Internal to the debrief's files.
#pragma once

#include "engine/screens/debrief/state.h"
#include "engine/screens/play/words.h"
#include "engine/screens/using_ui.h"

namespace firsthand::screens::debrief {

struct Teller {
  const DebriefSource& source;
  std::string tr(std::string_view english, const content::Fill& fill = {}) const { return source.words.tr("debrief", english, fill); }
  std::string say(const model::Text& text) const;
  std::string name(model::Symbol entity) const;
  std::string detail(const report::ActDetail& detail) const; // empty: nothing tells the act from others of its name
  SceneClock clock() const;
  std::string clock(base::Seconds at) const { return clock()(at); }
};

std::string sentence(std::string words);                                        // with its full stop, where the script has one
std::string joined(const std::vector<std::string>& parts, const char* between); // empty parts are left out

std::vector<std::string> gates_against(const Teller& t);         // what no points make up for; a sentence each
std::vector<std::string> reasons_against(const Teller& t);       // these, and where points were lost by answers
bool came_up(const Teller& t, const report::JudgedRule& judged); // it could have been broken at some moment; true until that is known
bool was_left_undone(const report::JudgedRule& judged);
bool is_about(const report::JudgedRule& judged, model::Symbol entity);
// What causes say of a loss and of a rule; null: they are not known. See words_cause.cpp.
struct Explaining {
  const report::AttemptTimeline& timeline;
  const report::Debrief& debrief;
  const causes::Causes* causes;
  const causes::Cause* of(const report::ItemOutcome& item) const;
  const causes::Cause* of(const report::JudgedRule& judged) const;
  // Does the rule tell why the item was not saved? Where causes are known they say it; until then what the rule is about.
  bool explains(const report::JudgedRule& judged, const report::ItemOutcome& item) const { return distance(judged, item).has_value(); }
  std::optional<int> distance(const report::JudgedRule& judged, const report::ItemOutcome& item) const;
  bool was_lost_by(const report::JudgedRule& judged) const;
  const report::JudgedRule* main_rule() const; // the one that tells of what was lost, or the gravest; null: none was broken
  const report::JudgedRule* told_rule() const; // the one that both pages begin with: how it came to that
  const causes::Cause* main_cause() const;     // of what page one is about; null: it is not known
};
inline Explaining explaining(const Teller& t) { return {t.source.timeline, t.source.debrief, t.source.causes}; }

std::optional<BusyTime> busy_time(const std::optional<session::Action>& act, const std::vector<model::Fact>& facts); // nothing: no act
base::Seconds broken_at(const report::JudgedRule& judged);
base::Seconds time_of_turn(const report::AttemptTimeline& timeline, int turn); // scene time after it
DebriefBack way_back(const Teller& t, int turn);
DebriefBack way_back(const Teller& t, const report::JudgedRule& judged);
std::string things(const Teller& t, const report::JudgedRule& judged);
std::string when_and_what(const Teller& t, const report::JudgedRule& judged);
std::string what_was_done(const Teller& t, const report::JudgedRule& judged);
std::vector<std::string> authority(const Teller& t, const report::JudgedRule& judged); // source and profile, a line each

bool names_the_deed(const causes::Cause& cause, const report::JudgedRule& judged); // what was done, as the change that counts
std::string cause_words(const Teller& t, const causes::Cause* cause);              // empty: null
std::string act_words(const Teller& t, const session::Action& action);             // as page one names it
std::string deed_words(const Teller& t, const session::Action& action);            // “you chose …”, a part of a sentence
std::string remedy_words(const Teller& t, const causes::Cause& cause);             // empty: something would have to be left out
std::string until_words(const Teller& t, const causes::Cause& cause);              // of a good way: how long it was open
std::string then_words(const Teller& t, const causes::Cause& cause);               // what ended that it was possible; empty: time did
std::string written_words(const Teller& t, const report::JudgedRule& judged);      // empty: it is about nothing written

// Parts of page one, each in its own file.
constexpr int limit_of_page_one = 150; // words, without the table
int count_words(std::string_view words);
bool is_cut_short(const Teller& t);                                             // a practised moment that ended with its step
void tell_verdict(const Teller& t, DebriefState& state);                        // and what was lost and saved
std::string headline_of_item(const Teller& t, const report::ItemOutcome& item); // what became of it, in its own words
void tell_costs(const Teller& t, DebriefState& state);
DebriefPractice practice_of(const Teller& t);
const report::CostRow* dearest_answer(const Teller& t); // that cost more than any rule, with nothing lost; null: there is none
bool turned_on_luck(const causes::Cause* cause);
enum class Reason : std::uint8_t { with, without };
DebriefBlock why_of_rule(const Teller& t, const report::JudgedRule& judged, Reason reason);
std::optional<DebriefBlock> why_without_rule(const Teller& t, const report::ItemOutcome& item);
std::string possible_words(const Teller& t, const causes::Cause* cause); // when what should have been done could be; may be empty
void add_praise(const Teller& t, DebriefState& state);

std::string points_words(const Teller& t);            // points and the pass mark
std::string score_words(const Teller& t);             // and why points alone do not pass it
std::vector<DebriefLuck> luck_words(const Teller& t); // what chance decided and could have decided otherwise
std::vector<DebriefLuck> bad_luck(const Teller& t);   // of that, what came out as it seldom does; without its likelihood

std::vector<FutureMark> future_marks(const Teller& t, const causes::Future& run, std::size_t from, std::size_t to);
void tell_futures(const Teller& t, DebriefState& state);
void tell_labels(const Teller& t, DebriefState& state);
void tell_page_one(const Teller& t, DebriefState& state);
void tell_page_two(const Teller& t, DebriefState& state);

} // namespace firsthand::screens::debrief
