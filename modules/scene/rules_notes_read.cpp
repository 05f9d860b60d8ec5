// Reads questions that are answered from the notebook, and what an author can do wrong with them. See rules_notes.h.
#include "modules/scene/rules_notes.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

const model::EntityModel* model_of(const reading::ReadContext& context, const model::Id& entity) {
  const model::EntityUse* use = context.scenario().entity(entity);
  const model::EntityModel* model = use ? &context.scenario().model_of(*use) : nullptr;
  return model && !model->id.empty() ? model : nullptr; // a model that could not be read is told where it is named
}

template<class List> auto find_by_name(const List& list, const model::Id& name) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.name == name; });
  return found == list.end() ? nullptr : &*found;
}

bool ends_in(const std::string& path, const model::Id& name) { return path.substr(path.find('.') + 1) == name; }

bool is_revealed_by(const model::Effects& effects, const model::Id& cue) {
  return std::any_of(effects.reveals.begin(), effects.reveals.end(), [&](const std::string& path) { return ends_in(path, cue); }) ||
         std::any_of(effects.for_each.begin(), effects.for_each.end(),
                     [&](const model::ForEach& each) { return is_revealed_by(each.effects, cue); });
}

bool is_revealed_by(const model::Verb& verb, const model::Id& cue) {
  return is_revealed_by(verb.effects, cue) || is_revealed_by(verb.cut, cue) ||
         std::any_of(verb.answers.begin(), verb.answers.end(),
                     [&](const model::Answer& answer) { return is_revealed_by(answer.effects, cue); });
}

// By a verb, or by an event: what nobody reveals is never written down.
bool can_be_seen(const reading::ReadContext& context, const model::Cue& cue) {
  if (cue.seeing == model::Seeing::glance) return true;
  const auto reveals = [&](const auto& each) { return is_revealed_by(each, cue.name); };
  const auto of_event = [&](const model::Event& event) { return is_revealed_by(event.effects, cue.name); };
  return std::any_of(context.scenario().models.begin(), context.scenario().models.end(), [&](const model::EntityModel& model) {
    return std::any_of(model.verbs.begin(), model.verbs.end(), reveals) || std::any_of(model.events.begin(), model.events.end(), of_event);
  });
}

std::vector<model::Id> values_written(const reading::ReadContext& context, const model::Cue& cue) {
  std::vector<model::Id> values;
  for (const auto& [value, words] : cue.says)
    if (!words.empty() && cue.reads.empty() && can_be_seen(context, cue)) values.push_back(value);
  return values;
}

// What may stand behind `is`; of what the notebook never holds nothing.
struct Written {
  bool known = false;
  std::vector<model::Id> values;
};

Written written_of(const reading::ReadContext& context, const model::EntityModel& model, const model::Id& note) {
  Written written;
  if (const model::Cue* cue = find_by_name(model.cues, note)) {
    written.values = values_written(context, *cue);
    written.known = !written.values.empty() || (!cue->reads.empty() && can_be_seen(context, *cue));
  }
  if (const model::Verb* verb = find_by_name(model.verbs, note)) {
    written.known = true;
    for (const model::Answer& answer : verb->answers)
      written.values.push_back(answer.name);
  }
  return written;
}

std::vector<model::Id> notes_of(const reading::ReadContext& context, const model::Id& entity) {
  std::vector<model::Id> all = context.cues_of(entity);
  for (const model::Id& verb : context.verbs_of(entity))
    all.push_back(verb);
  return all;
}

// Of one line as the author wrote it.
struct WrittenLine {
  model::Id of, note;
  std::vector<model::Id> is;
};

void check_line(const WrittenLine& line, const reading::Fields& fields, const reading::ReadContext& context) {
  const model::EntityModel* model = model_of(context, line.of);
  if (!model || line.note.empty()) return;
  const Written written = written_of(context, *model, line.note);
  if (!written.known)
    return fields.findings().unknown("F0826", fields.where("note"), {{"line", fmt::format("{}.{}", line.of, line.note)}}, line.note,
                                     notes_of(context, line.of));
  for (const model::Id& is : line.is)
    if (std::find(written.values.begin(), written.values.end(), is) == written.values.end())
      fields.findings().unknown("F0826", fields.where("is"), {{"line", fmt::format("{}.{}.{}", line.of, line.note, is)}}, is,
                                written.values);
}

model::Symbol read_answer(reading::Fields& fields, std::string_view key, const model::Id& by, const reading::ReadContext& context,
                          model::Symbols& symbols) {
  const model::Id verb = fields.id(key);
  const std::vector<model::Id> known = context.verbs_of(by);
  if (!verb.empty() && model_of(context, by) && std::find(known.begin(), known.end(), verb) == known.end())
    fields.findings().unknown("F0607", fields.where(key), {{"verb", verb}, {"entity", by}}, verb, known);
  return symbols.intern(verb);
}

// Another line that answers already is this one, or holds it.
bool is_twice(const NoteQuestion& question, const NoteAnswer& answer) {
  return std::any_of(question.answers.begin(), question.answers.end(),
                     [&](const NoteAnswer& other) { return other.fits(answer.line) || (answer.any && answer.fits(other.line)); });
}

void add_answer(NoteQuestion& question, const NoteAnswer& answer, const reading::Fields& fields, const model::Symbols& symbols) {
  if (is_twice(question, answer))
    fields.findings().add("F0827", fields.where("note"),
                          {{"line", fmt::format("{}.{}", symbols.word(answer.line.of), symbols.word(answer.line.note))}});
  question.answers.push_back(answer);
}

void read_line(NoteQuestion& question, reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  const WrittenLine written{context.entity(fields, "of"), fields.id("note"), fields.ids("is", reading::Need::optional)};
  check_line(written, fields, context);
  NoteAnswer answer{{symbols.intern(written.of), symbols.intern(written.note), 0}, written.is.empty(), 0};
  answer.verb = read_answer(fields, "answer", symbols.word(question.by), context, symbols);
  fields.finish();
  if (written.of.empty() || written.note.empty()) return;
  if (written.is.empty()) add_answer(question, answer, fields, symbols);
  for (const model::Id& is : written.is)
    answer.line.is = symbols.intern(is), add_answer(question, answer, fields, symbols);
}

// A verb is one kind of answer to one question: a line that fits, any other, or none.
void check_verbs(const NoteQuestion& question, const std::vector<NoteQuestion>& before, const reading::Fields& fields,
                 const model::Symbols& symbols) {
  const auto tell = [&](std::string_view key, model::Symbol verb) {
    fields.findings().add("F0828", fields.where(key), {{"verb", symbols.word(verb)}});
  };
  const auto answers = [](const NoteQuestion& asked, model::Symbol verb) {
    return std::any_of(asked.answers.begin(), asked.answers.end(), [&](const NoteAnswer& each) { return each.verb == verb; });
  };
  const auto is_used = [&](const NoteQuestion& asked, model::Symbol verb) {
    return asked.by == question.by && (asked.other == verb || asked.none == verb || answers(asked, verb));
  };
  const auto is_used_before = [&](model::Symbol verb) {
    return std::any_of(before.begin(), before.end(), [&](const NoteQuestion& asked) { return is_used(asked, verb); });
  };
  if (answers(question, question.other) || is_used_before(question.other)) tell("other", question.other);
  if (question.none == question.other || answers(question, question.none) || is_used_before(question.none)) tell("none", question.none);
  for (const NoteAnswer& each : question.answers)
    if (is_used_before(each.verb)) return tell("lines", each.verb);
}

// Nobody waits for an answer unless words that are said ask for one of these verbs.
void check_asked(const NoteQuestion& question, const reading::Fields& fields, const reading::ReadContext& context,
                 const model::Symbols& symbols) {
  const model::EntityModel* model = model_of(context, symbols.word(question.by));
  if (!model) return;
  const auto asks_for = [&](const model::Alarm& alarm) {
    return std::any_of(alarm.answers.begin(), alarm.answers.end(), [&](const model::Id& verb) {
      const model::Symbol symbol = symbols.find(verb);
      return symbol != 0 && (symbol == question.none || question.takes_line(symbol));
    });
  };
  const bool asked = std::any_of(model->cues.begin(), model->cues.end(),
                                 [&](const model::Cue& cue) { return std::any_of(cue.alarms.begin(), cue.alarms.end(), asks_for); });
  if (!asked) fields.findings().add("F0830", fields.where("asked-by"), {{"person", symbols.word(question.by)}});
}

bool is_offered_alike(const model::Verb& a, const model::Verb& b) {
  return is_same(a.offered, b.offered) && a.repeats == b.repeats && a.learner == b.learner && a.with_traits == b.with_traits;
}

// All lines of the notebook stand to be picked; which of them can be pressed must not tell which is an answer.
void check_offered(const NoteQuestion& question, const reading::Fields& fields, const reading::ReadContext& context,
                   const model::Symbols& symbols) {
  const model::EntityModel* model = model_of(context, symbols.word(question.by));
  const model::Verb* other = model ? find_by_name(model->verbs, symbols.word(question.other)) : nullptr;
  if (!other) return;
  for (const NoteAnswer& each : question.answers) {
    const model::Verb* verb = find_by_name(model->verbs, symbols.word(each.verb));
    if (verb && !is_offered_alike(*verb, *other))
      return fields.findings().add("F0835", fields.where("lines"), {{"verb", verb->name}, {"other", other->name}});
  }
}

NoteQuestion read_question(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols,
                           const std::vector<model::Id>& placed) {
  NoteQuestion question;
  question.keys = {symbols.intern("of"), symbols.intern("note"), symbols.intern("is")};
  const model::Id by = context.entity(fields, "asked-by", {model::EntityKind::person});
  if (!by.empty() && std::find(placed.begin(), placed.end(), by) == placed.end())
    fields.findings().add("F0829", fields.where("asked-by"), {{"person", by}});
  question.by = symbols.intern(by);
  for (reading::Fields& line : fields.maps("lines"))
    read_line(question, line, context, symbols);
  question.other = read_answer(fields, "other", by, context, symbols);
  question.none = read_answer(fields, "none", by, context, symbols);
  return question;
}

bool is_whole(const reading::Fields& fields) { return fields.has("asked-by") && fields.has("other") && fields.has("none"); }

} // namespace

std::vector<NoteQuestion> read_questions(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols,
                                         const std::vector<model::Id>& placed) {
  std::vector<NoteQuestion> questions;
  if (!fields.needs_format_2("from-notes")) {
    fields.any("from-notes", reading::Need::optional);
    return questions;
  }
  for (reading::Fields& one : fields.maps("from-notes", reading::Need::optional)) {
    NoteQuestion question = read_question(one, context, symbols, placed);
    one.finish();
    if (is_whole(one)) {
      check_verbs(question, questions, one, symbols);
      check_asked(question, one, context, symbols);
      check_offered(question, one, context, symbols);
    }
    questions.push_back(std::move(question));
  }
  return questions;
}

} // namespace firsthand::modules::scene
