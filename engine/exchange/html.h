// HTML to lines of text. No browser: what a question's text may hold is read, anything else is left out and told.
#pragma once

#include "engine/exchange/plain_text.h"

namespace firsthand::exchange {

enum class LineEnds { blanks, count };
std::string text_of_html(std::string_view html, LineEnds ends, Losses& losses);

// The sign that "&name;" stands for; 0: none that is known.
char32_t entity(std::string_view name);
void append_sign(std::string& out, char32_t sign);

} // namespace firsthand::exchange
