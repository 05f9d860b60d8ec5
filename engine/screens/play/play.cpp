// See page.h.
#include "engine/screens/play/page.h"

#include "engine/screens/play/draw.h"
#include "engine/screens/play/playing.h"
#include "engine/screens/shared/session_strip.h"

namespace firsthand::screens {

void PlayPage::draw(Frame& f) {
  Playing& playing = context_.playing();
  Played& played = playing.played();
  if (!played.view) return playing.leave(); // a kind of step without a view: a build without it
  if (!playing.shows_a_step()) return f.fill(f.window(), Colour::bg);
  const StepScene scene = playing.scene_now();
  const shared::SessionWords session = playing.is_supervised() ? shared::session_words(context_, f) : shared::SessionWords();
  const PlayState state{
      scene,         played.steps,    playing.saved_now(), context_.in_demonstration(), context_.is_authors(), played.words_met,
      session.words, session.meaning, session.in_short};
  const PlayIntent intent = draw_play(f, state, played.memory, *played.view);
  playing.keep_draft();
  if (intent.try_again)
    playing.try_again();
  else if (intent.action)
    playing.submit(*intent.action, intent.drawn);
  else if (intent.go_on)
    playing.go_on(intent.drawn);
  else if (intent.supervise)
    context_.over(PageName::supervision);
  else if (intent.back)
    playing.leave();
}

} // namespace firsthand::screens
