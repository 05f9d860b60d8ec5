// What `check` asks of a lesson besides its form: its plays taken for the questions of engine/proving, the proof that lies beside it, and
// the glossary against the texts.
#pragma once

#include "engine/content/content_library.h"
#include "engine/content/play_check.h"
#include "engine/proving/meaning.h"

namespace firsthand::content {

proving::NamedPlay named_play(std::string_view name, const session::Play& play);

// All findings of one lesson, Where::file as in content.read().files; of a lesson of format 1 they are notes. `proof`: the bytes of the
// file beside it, "" if there is none.
model::Findings lesson_findings(const Content& content, std::vector<proving::NamedPlay> plays, std::string_view proof);

// Heads of the glossary that no text of the lesson has, and words in capitals that it has and the glossary lacks.
model::Findings glossary_findings(const reading::LoadedScenario& loaded);

} // namespace firsthand::content
