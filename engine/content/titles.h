// Names for statements, from the content that was kept with each attempt.
#pragma once

#include "engine/content/content_library.h"
#include "engine/report/titles.h"
#include "engine/storage/database.h"

namespace firsthand::content {

// Reads each kept content once, as long as there are no more than a few dozen; holds names, never the content. What cannot be read has
// none. Both are borrowed.
report::TitlesOf kept_titles(storage::Database& database, const ContentLibrary& content_library);

} // namespace firsthand::content
