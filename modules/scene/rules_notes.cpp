// See rules_notes.h.
#include "modules/scene/rules_notes.h"

#include <algorithm>
#include <array>

namespace firsthand::modules::scene {

namespace {

using session::NotedLine;

constexpr session::Refusal line_missing{"line-missing", "This is answered with a line of your notebook."};
constexpr session::Refusal no_such_line{"no-such-line", "There is no such line in your notebook."};
constexpr session::Refusal other_answer{"other-answer", "That line is another answer."};
constexpr std::array answer_refusals{line_missing, no_such_line, other_answer};

} // namespace

model::Symbol NoteQuestion::verb_for(const NotedLine& picked) const {
  for (const NoteAnswer& answer : answers)
    if (answer.fits(picked)) return answer.verb;
  return other;
}

bool NoteQuestion::takes_line(model::Symbol verb) const {
  return verb == other || std::any_of(answers.begin(), answers.end(), [&](const NoteAnswer& answer) { return answer.verb == verb; });
}

session::Action NoteQuestion::with(model::Symbol step, const NotedLine& picked) const {
  session::Action action;
  action.step = step;
  action.verb = verb_for(picked);
  action.entity = by;
  action.values = {{keys.of, picked.of}, {keys.note, picked.note}};
  if (picked.is != 0) action.values.emplace_back(keys.is, picked.is);
  return action;
}

std::optional<session::NotedLine> line_of(const NoteQuestion& question, const session::Action& action) {
  const auto& values = action.values;
  const NoteQuestion::Keys& keys = question.keys;
  if (values.size() < 2 || values.size() > 3 || values[0].first != keys.of || values[1].first != keys.note) return std::nullopt;
  if (values.size() == 3 && values[2].first != keys.is) return std::nullopt;
  return NotedLine{values[0].second, values[1].second, values.size() == 3 ? values[2].second : model::Symbol{0}};
}

std::optional<session::Refused> refused_answer(const NoteQuestion& question, const session::Action& action,
                                               const session::NotedLines& noted) {
  if (action.verb == question.none) return action.values.empty() ? std::nullopt : std::optional(session::Refused{"no-such-option"});
  if (action.values.empty()) return session::Refused{line_missing};
  const auto line = line_of(question, action);
  if (!line || !session::has_line(noted, *line)) return session::Refused{no_such_line};
  return question.verb_for(*line) == action.verb ? std::nullopt : std::optional(session::Refused{other_answer});
}

std::vector<session::Action> answers_offered(const NoteQuestion& question, model::Symbol step, const session::NotedLines& noted) {
  std::vector<session::Action> all;
  bool other = false;
  for (const NotedLine& line : noted) {
    const bool is_other = question.verb_for(line) == question.other;
    if (!is_other || !other) all.push_back(question.with(step, line));
    other = other || is_other;
  }
  return all;
}

std::span<const session::Refusal> note_refusals() { return answer_refusals; }

} // namespace firsthand::modules::scene
