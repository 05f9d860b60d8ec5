// See own_notes.h.
#include "engine/app/own_notes.h"

#include "engine/app/identity.h"

#include <algorithm>

namespace firsthand::app {

// What is typed in an attempt is a note: nothing else is written in own words. Who the person is stands there too.
std::vector<OwnNote> own_notes(records::Store& store, const std::vector<AttemptCard>& attempts) {
  std::vector<OwnNote> notes;
  for (std::size_t i = 0; i < std::min(attempts.size(), most_attempts_with_notes); ++i) {
    auto texts = store.texts_of(attempts[i].id);
    if (!texts.ok()) continue; // it is searched without them
    for (auto text = texts->rbegin(); text != texts->rend() && notes.size() < most_own_notes; ++text)
      if (text->content && !is_identity_text(text->content->text)) notes.push_back({attempts[i], text->content->text});
  }
  return notes;
}

SearchIndex index_of(const std::vector<OwnNote>& notes) {
  SearchIndex index;
  for (std::size_t i = 0; i < notes.size(); ++i)
    index.add({SearchKind::note, std::to_string(i), {}, notes[i].text, {}});
  return index;
}

} // namespace firsthand::app
