// Counting words. Words are what spaces part; that serves for authors' languages that use spaces.
#include "engine/content/word_count.h"

#include "engine/content/test_lint.h"
#include "engine/report/attempt_timeline.h"

#include <algorithm>
#include <numeric>
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

namespace {

int words_of(const model::Item& item) {
  int words = reading::count_words(item.stem.source);
  for (const auto* all : {&item.options, &item.targets})
    for (const model::ItemOption& one : *all)
      words += reading::count_words(one.text.source);
  return words;
}

// As long as draws are in the mean.
int words_of_draw(const model::Test& test) {
  int words = 0, questions = 0;
  for (const model::Item& item : test.items)
    if (item.state != model::ItemState::retired) words += words_of(item), ++questions;
  return questions == 0 ? 0 : words * std::min(test.drawn, questions) / questions;
}

} // namespace

int words_of_paper(const model::Test& test) {
  int most = test.drawn > 0 ? words_of_draw(test) : 0;
  for (const FormItems& form : forms_of(test)) {
    const auto add = [](int words, const model::Item* item) { return words + words_of(*item); };
    most = std::max(most, std::accumulate(form.begin(), form.end(), 0, add));
  }
  return most;
}

} // namespace firsthand::content
