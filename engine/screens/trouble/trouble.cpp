// See page.h.
#include "engine/screens/trouble/page.h"

#include "engine/platform/paths.h"
#include "engine/screens/shared/opening.h"
#include "engine/screens/trouble/draw.h"

namespace firsthand::screens {

namespace {

std::string trouble_title(const content::Words& words, const std::string& code) {
  if (code == "data-folder-in-use") return words.tr("shell", "Firsthand is open already");
  if (code == "record-rolled-back") return words.tr("shell", "An earlier copy of the record is here");
  return words.tr("shell", "The record cannot be opened");
}

bool may_be_set_aside(const std::string& code) { return code == "database-damaged" || code == "database-foreign"; }

std::string place_words(const content::Words& words, const records::Place& place) {
  const content::Fill path{{"path", platform::shown_path(place.folder)}};
  if (place.has_record) return words.tr("trouble", "Use the records in {path}", path);
  return place.on_stick ? words.tr("trouble", "Keep the records on the stick, in {path}", path)
                        : words.tr("trouble", "Keep the records in {path}", path);
}

} // namespace

TroubleIntent TroublePage::drawn(Frame& f) {
  const Opening& opening = context_.opening();
  const content::Words& words = context_.words();
  const base::Error error = *opening.trouble();
  const std::string title = trouble_title(words, error.code), what = words.error(error);
  std::vector<std::string> places;
  for (const records::Place& place : opening.places())
    places.push_back(place_words(words, place));
  return draw_trouble(f,
                      {.words = words,
                       .mark = context_.picture("mark"),
                       .title = title,
                       .what = what,
                       .detail = error.message,
                       .can_set_aside = opening.can_set_aside() && may_be_set_aside(error.code),
                       .can_move = opening.can_move(),
                       .places = places,
                       .can_accept = error.code == "record-rolled-back"},
                      memory);
}

void TroublePage::draw(Frame& f) {
  const TroubleIntent intent = drawn(f);
  Opening& opening = context_.opening();
  if (intent.again)
    opening.open();
  else if (intent.set_aside)
    opening.set_aside();
  else if (intent.place)
    use_place(opening.places()[*intent.place].folder);
  else if (intent.folder)
    use_place(platform::path_from(memory.folder));
  else if (intent.accept)
    opening.accept_earlier_copy();
  else if (intent.demonstration)
    context_.start_demonstration();
  else if (intent.quit)
    context_.close_window();
}

void TroublePage::use_place(const std::filesystem::path& folder) {
  context_.opening().use_place(folder, [this](const base::Result<void>& taken) {
    if (taken.ok())
      memory = {};
    else
      memory.problem = context_.words().error(taken.error());
  });
}

} // namespace firsthand::screens
