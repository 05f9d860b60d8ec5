// Which signs can be shown: an emoji in a text is an empty box on the screen, and its author learns of it here. Must not know fonts or
// windows.
#pragma once

#include "engine/model/entity.h"
#include "engine/model/finding.h"
#include "engine/reading/files.h"

#include <initializer_list>
#include <span>
#include <vector>

namespace firsthand::reading {

bool has_glyph(char32_t sign); // in one of the program's fonts, or it draws nothing

bool has_glyphs(std::string_view text);

// A finding for each sign of these texts that no font has, at its own place; of one text at most ten, each once. `texts` are valid UTF-8
// and say in which of `files` they stand.
void tell_signs_without_glyph(std::span<const model::Text> texts, std::string_view bytes,
                              model::Findings& findings); // of one file, in order
// Of several lists and files, in any order.
void tell_signs_without_glyph(std::initializer_list<std::span<const model::Text>> lists, std::span<const UsedFile> files,
                              model::Findings& findings);

} // namespace firsthand::reading
