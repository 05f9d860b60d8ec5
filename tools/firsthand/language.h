// In which language a command prints: what it was told, else what the computer says, else English.
#pragma once

#include "engine/content/words.h"

namespace firsthand::tools {

// "th" of LC_ALL, LC_MESSAGES or LANG, the first that is set; "" if none is.
std::string language_of_environment();

std::vector<std::string> languages_of(const reading::FileSource& files); // that the program has words in: "en", "th" …

// Errors: "language-unknown" if `asked` is none of ours. `otherwise` may be any.
base::Result<content::Words> words_to_print(const reading::FileSource& files, const std::string& asked, const std::string& otherwise);

} // namespace firsthand::tools
