// Counting words. Words are what spaces part; that serves for authors' languages that use spaces.
#include "engine/content/word_count.h"

#include "engine/report/attempt_timeline.h"

#include <set>

namespace firsthand::content {

namespace {

class PathWords {
 public:
  explicit PathWords(const session::Prepared& prepared) : prepared_(prepared) {}

  void add(const model::Text* text) {
    if (text && known_.insert(text->path + "\n" + text->source).second) words_ += reading::count_words(text->source);
  }
  void add(const model::Fact& fact) {
    using model::FactKind;
    const model::Verb* verb = report::verb_of(prepared_, fact.entity, fact.name);
    if (fact.kind == FactKind::step_entered) add_step(fact.name);
    if (fact.kind == FactKind::done && verb) add(verb->log.empty() ? &verb->label : &verb->log);
    if (fact.kind == FactKind::said) add(report::said_by(prepared_, fact.entity, fact.name, fact.to));
    if (fact.kind == FactKind::seen) add(report::cue_words(prepared_, fact.entity, fact.name, fact.to));
  }
  int words() const { return words_; }

 private:
  void add_step(model::Symbol id) {
    for (const session::Prepared::Step& step : prepared_.steps)
      if (step.id == id && step.module->hosts().empty()) // the questions of a test are counted in their bank
        step.module->texts(*step.spec, [&](const model::Text& text) { add(&text); });
  }

  const session::Prepared& prepared_;
  std::set<std::string> known_;
  int words_ = 0;
};

} // namespace

int words_on_path(const session::Prepared& prepared, const session::Rehearsal& rehearsal) {
  PathWords path(prepared);
  for (const model::Fact& fact : rehearsal.first_facts)
    path.add(fact);
  for (const session::Rehearsal::Turn& turn : rehearsal.turns)
    for (const model::Fact& fact : turn.facts)
      path.add(fact);
  return path.words();
}

} // namespace firsthand::content
