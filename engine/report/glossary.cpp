// See glossary.h.
#include "engine/report/glossary.h"

#include <algorithm>

namespace firsthand::report {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

// Every text that has come up so far.
class TextsMet {
 public:
  explicit TextsMet(const session::Prepared& prepared) : prepared_(prepared) {}
  void add(const model::Text* text) {
    if (text) texts_.push_back(text);
  }
  // A step that was left was read; of the one that is open only what stands there by itself.
  void add_steps(const AttemptTimeline& timeline) {
    const auto take = [this](const model::Text& text) { add(&text); };
    for (const Turn& turn : timeline.turns)
      for (const model::Fact& fact : turn.facts)
        for (const session::Prepared::Step& step : prepared_.steps) {
          if (step.id != fact.name) continue;
          if (fact.kind == model::FactKind::step_entered) step.module->on_screen(*step.spec, take);
          if (fact.kind == model::FactKind::step_left) step.module->texts(*step.spec, take);
        }
  }
  void add_notebook(const Notebook& notebook) {
    for (const NotebookExhibit& exhibit : notebook.exhibits)
      for (const Observed& each : exhibit.observed)
        add(exhibit.name), add(each.text);
    for (const NotebookLine& line : notebook.lines)
      add(line.name), add(line.text);
  }
  void add_offers(const session::Offers& offers) {
    for (const session::Action& each : offers.actions) {
      add(name_of(prepared_, each.entity)), add(name_of(prepared_, each.with));
      if (const model::Verb* verb = verb_of(prepared_, each.entity, each.verb)) add(&verb->label);
    }
  }
  bool have(const model::Text& head) const {
    return std::any_of(texts_.begin(), texts_.end(), [&](const model::Text* text) { return has_word(text->source, head.source); });
  }

 private:
  const session::Prepared& prepared_;
  std::vector<const model::Text*> texts_;
};

} // namespace

bool has_word(std::string_view text, std::string_view head) {
  const std::string wanted = in_small_letters(head), there = in_small_letters(text);
  for (std::size_t at = there.find(wanted); at != there.npos; at = there.find(wanted, at + 1))
    if (at == 0 || !is_letter(there[at - 1])) return true;
  return false;
}

std::vector<const model::GlossaryTerm*> words_met(const AttemptTimeline& timeline, const Notebook& notebook,
                                                  const session::Offers& offers) {
  TextsMet met(timeline.prepared);
  met.add_steps(timeline), met.add_notebook(notebook), met.add_offers(offers);
  std::vector<const model::GlossaryTerm*> words;
  for (const model::GlossaryTerm& each : timeline.prepared.scenario.glossary)
    if (met.have(each.term)) words.push_back(&each);
  return words;
}

} // namespace firsthand::report
