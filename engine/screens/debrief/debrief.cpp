// See page.h.
#include "engine/screens/debrief/page.h"

#include "engine/app/exemplar.h"
#include "engine/screens/debrief/draw.h"
#include "engine/screens/debrief/printing.h"
#include "engine/screens/play/playing.h"
#include "engine/screens/play/stage_layers.h"
#include "engine/screens/shared/said.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

std::unique_ptr<report::AttemptTimeline> story_of_parent(const Played& played) {
  if (!played.parent) return nullptr;
  const app::History& parent = *played.parent;
  return std::make_unique<report::AttemptTimeline>(
      app::timeline_of(parent.content->prepared(), parent.turns, played.session->pins().parent));
}

// Of the timeline: the turn that a branch went on from.
int last_inherited(const app::AttemptSession& session) {
  const auto& turns = session.turns();
  const auto own = std::find_if(turns.begin(), turns.end(), [&](const app::Turn& each) { return each.attempt == session.id(); });
  return static_cast<int>(own - turns.begin()) - 1;
}

} // namespace

// Comes up after the last turn, and again in another language: what is open on it stays.
void DebriefPage::shown() {
  context_.playing().note_warm_up();
  const Played& played = context_.playing().played();
  const app::AttemptSession& session = *played.session;
  const report::Debrief debrief = report::debrief_of(*played.timeline, session.attempt());
  const app::BestRoute best = app::best_route(session, played.futures.get());
  const std::unique_ptr<report::AttemptTimeline> other = story_of_parent(played);
  const auto say = [&session](const model::Text& text) -> const std::string& { return session.text(text); };
  DebriefSource source{*played.timeline, debrief, context_.words(), say};
  source.best = best.exemplar ? &best.exemplar->timeline : nullptr, source.other = other.get();
  source.why_no_exemplar = best.why_not;
  source.branch = !session.pins().parent.empty(), source.interrupted = session.interrupted();
  source.warm_up = session.pins().variant == session::warm_up_variant;
  if (session.is_moment()) source.moment = last_inherited(session);
  source.causes = played.causes.get(), source.causes_come = !played.causes_known;
  source.futures = played.futures.get(), source.futures_come = !played.futures_known;
  state = debrief_state(source);
  told_causes_ = played.causes_known, told_futures_ = played.futures_known;
  offer_page(session);
  add_pictures(debrief);
  add_future_pictures();
}

// Of an attempt that counts; on a record, for a demonstration leaves nothing behind.
void DebriefPage::offer_page(const app::AttemptSession& session) {
  const debrief::Printable printable = context_.in_demonstration() ? debrief::Printable::nothing : debrief::printable_of(session);
  const content::Words& words = context_.words();
  if (printable == debrief::Printable::certificate) state->print = words.tr("debrief", "Certificate to print (PDF)");
  if (printable == debrief::Printable::result) state->print = words.tr("debrief", "Result to print (PDF)");
}

void DebriefPage::print() {
  context_.ask([attempt = context_.playing().played().session->id(), language = context_.words().language()](
                   app::DataFolder& data_folder) { return debrief::write_page(data_folder, attempt, language); },
               [this](const base::Result<std::string>& file) {
                 if (file.ok())
                   printed_ = *file;
                 else
                   context_.problem = context_.words().error(file.error());
               });
}

// What was worked out meanwhile is told as soon as it is there.
void DebriefPage::tick() {
  const Played& played = context_.playing().played();
  if (state && ((!told_causes_ && played.causes_known) || (!told_futures_ && played.futures_known))) shown();
}

void DebriefPage::add_pictures(const report::Debrief& debrief) {
  const Playing& playing = context_.playing();
  const app::AttemptSession& session = *playing.played().session;
  const DebriefPoint point = debrief_moment(*playing.played().timeline, debrief, playing.played().causes.get());
  std::optional<session::Attempt> before;
  play_again_to(session, [&](int turn, const session::Attempt& then) {
    if (turn < point.turn) {
      before = then;
      return true;
    }
    const session::Attempt shown = debrief_state_at(*playing.played().timeline, point, before ? *before : then, then);
    state->shot = debrief_shot(session.prepared(), shown, point.entity, playing.options().views, context_.words());
    state->shot_time = state->futures.clock(shown.world.now);
    return false;
  });
  state->picture = [content = session.shared_content()](std::string_view path) -> Picture {
    return {picture_key(content->prepared(), path), content::file_of(content, path)};
  };
}

void DebriefPage::add_future_pictures() {
  const Playing& playing = context_.playing();
  if (const causes::Futures* futures = playing.played().futures.get())
    show_futures(*state, memory.futures, *futures, playing.played().session->prepared(), playing.options().views, context_.words());
}

void DebriefPage::draw(Frame& f) {
  DebriefIntent intent = draw_debrief(f, *state, memory);
  if (intent.moment) add_future_pictures();
  if (intent.print) print();
  if (f.leaves("debrief")) {
    if (memory.page == 1) intent.home = true;
    memory.page = 1;
  }
  if (intent.practise)
    context_.playing().rewind_to(*intent.practise, app::PlayOn::through_the_step);
  else if (intent.whole)
    context_.playing().go_on_with(context_.playing().played().session->pins().parent);
  else if (intent.go_back)
    context_.playing().rewind_to(*intent.go_back);
  else if (intent.again)
    context_.playing().play_again();
  else if (intent.home)
    context_.go(PageName::home);
  const std::string words =
      printed_.empty() ? "" : context_.words().tr("debrief", "The page is in this file: {file}", {{"file", printed_}});
  const shared::Said said{words, "check", Meaning::ok};
  if (context_.shows(PageName::debrief) && context_.problem.empty() && shared::said_over(f, context_.words(), "debrief/printed", said))
    printed_.clear();
}

} // namespace firsthand::screens
