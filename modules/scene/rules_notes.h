// What an author writes of questions that are answered with a line of the own notebook, and what is an answer to them. That it may be
// given now, what is said to it and what follows is the model's matter, as with any verb. Pure.
#pragma once

#include "modules/scene/rules.h"

namespace firsthand::modules::scene {

std::vector<NoteQuestion> read_questions(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols,
                                         const std::vector<model::Id>& placed);

// Why the act is no answer to the question; nothing: it is one.
std::optional<session::Refused> refused_answer(const NoteQuestion& question, const session::Action& action,
                                               const session::NotedLines& noted);

// The line that the act names; nothing: it names none, or says anything else besides.
std::optional<session::NotedLine> line_of(const NoteQuestion& question, const session::Action& action);

// Each line that is an answer of its own, and one of those that are not.
std::vector<session::Action> answers_offered(const NoteQuestion& question, model::Symbol step, const session::NotedLines& noted);

std::span<const session::Refusal> note_refusals();

} // namespace firsthand::modules::scene
