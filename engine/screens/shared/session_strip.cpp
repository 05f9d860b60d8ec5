// See session_strip.h.
#include "engine/screens/shared/session_strip.h"

#include <algorithm>

namespace firsthand::screens::shared {

namespace {

// Of another day with its day.
std::string session_time(const Context& context, base::Moment at) {
  const std::string then = context.local(at), now = context.local(context.now());
  return then.substr(0, 10) == now.substr(0, 10) ? then.substr(11, 5) : context.day_and_time(at);
}

} // namespace

SessionWords session_words(Context& context) {
  const auto& card = context.front().session;
  if (!card) return {};
  const content::Words& words = context.words();
  const content::Fill fill{{"name", card->supervisor.empty() ? words.tr("session", "a supervisor") : card->supervisor},
                           {"room", card->session.room},
                           {"time", session_time(context, card->session.until)}};
  switch (session::state_of(card->session, context.now())) {
  case session::SessionState::open:
    return {words.tr("session", "Supervised by {name} · {room} · until {time} · no hints", fill), Meaning::accent,
            words.tr("session", "Supervised until {time}", fill)};
  case session::SessionState::clock_back:
    return {words.tr("session", "This computer's clock stands before the opening of the supervised session. Have it set right."),
            Meaning::warn, words.tr("session", "Clock is wrong")};
  default:
    return {words.tr("session", "Never closed: the supervised session of {name}, {room}, was to end {time}. A supervisor closes it.", fill),
            Meaning::warn, words.tr("session", "Session never closed")};
  }
}

SessionWords session_words(Context& context, Frame& f) {
  constexpr std::int64_t longest = 3'600'000;
  if (!context.front().session) return {};
  const std::int64_t left = context.front().session->session.until.milliseconds - context.now().milliseconds;
  if (left > 0) f.wake_after(static_cast<int>(std::min(left, longest)));
  return session_words(context);
}

Box session_strip(const SessionStrip& strip, Pressed pressed) {
  if (strip.words.empty()) return {};
  const auto ground = [strip](Frame& f, const Rect& at) {
    f.fill(at, ui::ground_of(strip.meaning));
    f.hline(at.x, at.bottom() - 1, at.w, Colour::line);
  };
  const Button button{.id = strip.id, .label = strip.button, .icon = "shield", .kind = ButtonKind::plain, .size = ButtonSize::small};
  const Box words = box::text(strip.words, Type::body_bold), press = box::button(button, std::move(pressed));
  return box::on(ground, box::first_that_fits(box::row({.gap = 16, .pad = pad(24, 4)}, box::icon("shield", 20, ui::ink_of(strip.meaning)),
                                                       Box(words), box::space().grow(), Box(press)),
                                              box::row({.gap = 16, .pad = pad(24, 4)}, Box(words).grow(), Box(press)))
                             .least(0, strip.height));
}

} // namespace firsthand::screens::shared
