// All that a learner is told of an attempt, as lines of text: the notebook, the debrief, the timeline. Every field of every
// part stands in it, so that a comparison sees whatever changes.
#pragma once

#include "engine/report/debrief.h"
#include "engine/report/notebook.h"
#include "engine/session/play.h"

#include <fmt/format.h>

namespace play_tests {

namespace base = firsthand::base;
namespace model = firsthand::model;
namespace report = firsthand::report;
namespace session = firsthand::session;

inline report::AttemptTimeline timeline_of(const session::Prepared& prepared, const session::Rehearsal& rehearsal) {
  report::AttemptTimeline timeline{prepared, {{0, rehearsal.first_facts, ""}}};
  for (const auto& turn : rehearsal.turns)
    timeline.turns.push_back({static_cast<int>(timeline.turns.size()), turn.facts, turn.action.text, std::nullopt, turn.action});
  return timeline;
}

class Telling {
 public:
  explicit Telling(const report::AttemptTimeline& timeline) : timeline_(timeline) {}

  void notebook(const report::Notebook& notebook) {
    for (const report::NotebookExhibit& exhibit : notebook.exhibits) {
      line("exhibit {} {} {}", exhibit.number, word(exhibit.entity), text(exhibit.name));
      for (const report::Observed& seen : exhibit.observed)
        line("  observed {} {} {} at {} icon {}", word(seen.cue), text(seen.text), number(seen.number), seen.at, seen.icon);
    }
    for (const report::NotebookLine& one : notebook.lines)
      line("note {} at {} turn {} {} by {} verb {} name {} text {} {} typed {} seconds {} from {} to {}", static_cast<int>(one.kind),
           one.at, one.turn, word(one.entity), word(one.by), word(one.verb), text(one.name), text(one.text), number(one.number), one.typed,
           one.seconds, word(one.from), word(one.to) + detail(one.detail));
  }

  void debrief(const report::Debrief& told) {
    line("ended {} mode {} score {} fatal {} value {} of {} in {} s", session::ending_word(told.ending), static_cast<int>(told.mode),
         told.score.per_mille, told.score.fatal, told.value_saved, told.value_all, told.duration);
    line("headline {} main {}", told.headline ? told.headline->holding->id : "-", told.main ? told.main->rule->id : "-");
    for (const report::ItemOutcome& item : told.items)
      line("item {} {} {} at {} cause {} origin {} at {} turn {} value {}", word(item.entity), word(item.item),
           session::fate_word(item.fate), item.at, word(item.cause), word(item.origin), item.origin_at, item.turn, item.holding->value);
    for (const report::JudgedRule& rule : told.broken)
      judged("broken", rule);
    for (const report::JudgedRule& rule : told.kept)
      judged("kept", rule);
    for (const report::ExhibitOutcome& exhibit : told.exhibits)
      outcome(exhibit);
    for (const report::Luck& luck : told.luck)
      line("luck {} {} {} {}", word(luck.entity), text(luck.name), word(luck.draw), word(luck.outcome));
    for (const report::Elsewhere& other : told.elsewhere)
      line("elsewhere {} {} {}", word(other.step), word(other.option), other.position->question);
    lanes(told.lanes);
  }

  void lanes(const std::vector<report::Lane>& lanes) {
    for (const report::Lane& lane : lanes) {
      line("lane {} {} {} icon {}", lane.number, word(lane.entity), text(lane.name), lane.icon);
      for (const report::Mark& mark : lane.marks)
        line("  mark {} at {} turn {} {} {} by {}", static_cast<int>(mark.kind), mark.at, mark.turn, text(mark.text), number(mark.number),
             word(mark.by) + detail(mark.detail));
      for (const report::Stretch& stretch : lane.stretches)
        line("  stretch {} {}-{}", static_cast<int>(stretch.kind), stretch.from, stretch.to);
    }
  }

  const std::string& all() const { return all_; }

 private:
  template<class... Parts> void line(fmt::format_string<Parts...> format, Parts&&... parts) {
    all_ += fmt::format(format, std::forward<Parts>(parts)...) + "\n";
  }
  void judged(const char* how, const report::JudgedRule& rule) {
    std::string entities;
    for (const model::Symbol entity : rule.entities)
      entities += " " + word(entity);
    line("{} {} source {} of{} act at {} turn {} {} {} {}", how, rule.rule->id, rule.source ? rule.source->id : "-", entities, rule.act.at,
         rule.act.turn, word(rule.act.entity), text(rule.act.name), text(rule.act.text) + detail(rule.act.detail));
  }
  void outcome(const report::ExhibitOutcome& exhibit) {
    std::string asked;
    for (const model::Rule* rule : exhibit.asked)
      asked += " " + rule->id;
    line("standing {} {} {} lost {} held {} asked{}", exhibit.number, word(exhibit.entity), static_cast<int>(exhibit.standing),
         exhibit.evidence_lost, exhibit.evidence_held, asked);
  }

  std::string word(model::Symbol symbol) const { return symbol == 0 ? "-" : timeline_.prepared.symbols.word(symbol); }
  // Nothing where nothing tells the act from others of its name.
  static std::string detail(const report::ActDetail& detail) {
    std::string all = detail.with ? " with " + text(detail.with) : "";
    if (detail.read) all += " read " + text(detail.read->name) + " " + text(detail.read->text);
    if (detail.read)
      for (const std::int64_t number : detail.read->numbers)
        all += " " + std::to_string(number);
    return all;
  }
  static std::string text(const model::Text* text) { return text ? "\"" + text->source + "\"" : "-"; }
  static std::string number(const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : "-"; }

  const report::AttemptTimeline& timeline_;
  std::string all_;
};

} // namespace play_tests
