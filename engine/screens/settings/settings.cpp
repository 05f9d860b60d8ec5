// See page.h.
#include "engine/screens/settings/page.h"

#include "engine/screens/settings/draw.h"
namespace firsthand::screens {

void SettingsPage::draw(Frame& f) {
  const SettingsIntent intent = draw_settings(f, {.words = context_.words(),
                                                  .settings = context_.settings(),
                                                  .languages = context_.languages(),
                                                  .person = context_.person().name,
                                                  .full_screen = context_.full_screen(),
                                                  .voice = context_.voice_here()});
  if (intent.wanted) context_.change_settings(*intent.wanted);
  if (intent.sounds) context_.sound(ui::Sound::done);
  if (intent.full_screen) context_.toggle_full_screen();
  if (intent.back) context_.back();
}

} // namespace firsthand::screens
