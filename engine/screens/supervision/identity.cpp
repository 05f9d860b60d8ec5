// Which of three it was, said by one press; the test begins with it. See page.h.
#include "engine/content/session_words.h"
#include "engine/screens/play/playing.h"
#include "engine/screens/supervision/draw.h"
#include "engine/screens/supervision/page.h"

namespace firsthand::screens {

void IdentityPage::shown() {
  opened_ = true;
  say();
}

void IdentityPage::say() {
  const content::Words& words = context_.words();
  const auto tr = [&words](std::string_view source) { return words.tr("session", source); };
  state = {};
  state.title = tr("How do you know who sits here?"), state.back = tr("Back");
  state.lead = tr("The supervisor answers, and the test begins. The answer stands in the record and on the certificate.");
  state.name = context_.person().name;
  for (const app::PersonCard& each : context_.front().people)
    if (each.id == context_.person().id)
      state.detail = each.number + (each.rank.empty() ? "" : " · " + each.rank) + (each.unit.empty() ? "" : " · " + each.unit);
  state.told = shared::session_words(context_).words;
  for (const std::string_view way : session::identity_words)
    state.ways.push_back({std::string(way), content::identity_words(words, way)});
  state.why = {tr("I compared a service card or an identity card with the person."), tr("I know this person."),
               tr("Neither: the person signed in with the PIN, and that is all.")};
}

void IdentityPage::press(const std::string& way) { context_.playing().begin_identified(way); }

void IdentityPage::draw(Frame& f) {
  const IdentityIntent intent = draw_identity(f, state, opened_);
  if (intent.way)
    press(*intent.way);
  else if (intent.back)
    context_.back();
}

} // namespace firsthand::screens
