// The catalogue of findings and how one is shown. The words come from docs/findings/<code>.md, embedded by the build, so
// the program needs no manual at run time. A page is found by its code: docs/findings/F0203.md.
#pragma once

#include "engine/model/finding.h"
#include "engine/reading/files.h"

#include <functional>
#include <span>

namespace firsthand::reading {

struct FindingKind {
  const char* code; // "F0203"
  model::Gravity gravity;
  const char* title;   // "A key that nobody reads"
  const char* wording; // with {placeholders}: "nothing here reads the key “{key}”"
};

std::span<const FindingKind> finding_kinds();           // sorted by code
const FindingKind* finding_kind(std::string_view code); // null if there is none

model::Gravity gravity_of(const model::Finding& finding); // error if the code is unknown
const char* gravity_word(model::Gravity gravity);         // "error"
bool any_error(const model::Findings& findings);
std::size_t count(const model::Findings& findings, model::Gravity gravity);

// By file, line, column, code; the same finding twice is one, a line whose form is wrong has no followers, and of each
// file at most a hundred stay, the gravest, with one more that counts the others (F0114).
void sort_findings(model::Findings& findings);

// (context, source) → translation, or the source itself. The context of a finding's words is "findings.F0203".
using Translate = std::function<std::string(std::string_view context, std::string_view source)>;
std::string as_written(std::string_view context, std::string_view source); // translates nothing

std::string message_of(const model::Finding& finding, const Translate& translate = as_written);

// path:line:column: error F0203: message
//    12 | sreen: dark
//       | ^ did you mean “screen”?
//       = docs/findings/F0203.md
std::string render(const model::Finding& finding, std::span<const UsedFile> files, const Translate& translate = as_written);

// One line of restricted JSON: code, gravity, path, line, column, message, suggestion, page, facts.
std::string render_json(const model::Finding& finding, std::span<const UsedFile> files, const Translate& translate = as_written);

} // namespace firsthand::reading
