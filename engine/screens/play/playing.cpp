// See playing.h.
#include "engine/screens/play/playing.h"

#include "engine/app/home.h"
#include "engine/screens/debrief/draw.h"
#include "engine/screens/play/stage_layers.h"

#include <utility>

namespace firsthand::screens {

void play_again_to(const app::Sitting& sitting, const std::function<bool(int turn, const session::Attempt& then)>& goes_on) {
  const session::Prepared& prepared = sitting.prepared();
  model::FactList unheard;
  session::Attempt attempt = session::begin(prepared, sitting.pins().start, unheard);
  int turn = 0;
  for (const app::Turn& each : sitting.turns()) {
    if (each.action) (void)session::advance(prepared, attempt, *each.action, attempt.turn, unheard);
    if (!goes_on(turn++, attempt)) return;
  }
}

// ---- opened

void Playing::begin(const std::string& lesson) {
  app::BeginOptions how;
  how.person = context_.person().id;
  how.channel = options_.channel;
  how.language = context_.settings().language;
  how.aids = context_.aids();
  how.chance = options_.chance;
  ask_for(
      [lesson, how](app::Desk& desk) {
        app::BeginOptions wanted = how;
        wanted.mode = app::mode_for(desk.shelf().library(), lesson);
        return desk.begin(lesson, wanted);
      },
      true);
}

void Playing::go_on_with(const std::string& attempt) {
  ask_for([attempt](app::Desk& desk) { return desk.resume(attempt); }, false);
}

void Playing::rewind_to(int story_turn) {
  const std::vector<app::Turn>& turns = played_.sitting->turns();
  if (story_turn < 0 || static_cast<std::size_t>(story_turn) >= turns.size()) return;
  const app::Turn& turn = turns[static_cast<std::size_t>(story_turn)];
  ask_for([attempt = turn.attempt.empty() ? played_.sitting->id() : turn.attempt,
           at = turn.turn](app::Desk& desk) { return desk.rewind(attempt, at); },
          true);
}

void Playing::play_again() { begin(played_.sitting->prepared().scenario.id); }

void Playing::play_instead(std::unique_ptr<app::Sitting> sitting) { take_sitting({std::move(sitting), {}}, nullptr); }

// With a branch comes the attempt that it left: nothing has to be read later.
void Playing::ask_for(std::function<base::Result<std::unique_ptr<app::Sitting>>(app::Desk&)> open, bool begins) {
  context_.ask(
      [open = std::move(open)](app::Desk& desk) {
        OpenedSitting opened{open(desk), {}};
        if (!opened.sitting.ok() || (*opened.sitting)->pins().parent.empty()) return opened;
        if (auto parent = desk.history((*opened.sitting)->pins().parent); parent.ok()) opened.parent = std::move(parent).value();
        return opened;
      },
      [this, begins, aids = context_.aids()](OpenedSitting opened) { take_sitting(std::move(opened), begins ? &aids : nullptr); });
}

void Playing::take_sitting(OpenedSitting opened, const std::vector<std::string>* aids_recorded) {
  if (!opened.sitting.ok()) {
    context_.problem = context_.words().error(opened.sitting.error());
    return;
  }
  const bool interrupted = (*opened.sitting)->interrupted();
  put_away();
  played_.parent = std::move(opened.parent);
  play(std::move(opened.sitting).value());
  if (aids_recorded) played_.aids = *aids_recorded;
  if (interrupted) context_.problem = context_.tr("The program changed since. The attempt was closed, and what was recorded stands.");
}

void Playing::play(std::unique_ptr<app::Sitting> sitting) {
  played_.sitting = std::move(sitting);
  auto& memories = context_.in_demonstration() ? shown_memories_ : memories_;
  if (const auto left = memories.find(played_.sitting->id()); left != memories.end()) played_.memory = std::move(left->second);
  context_.problem.clear();
  context_.go(PageName::play);
  speak_the_language();
  rebuild();
  recall_photographs();
}

// Those that were taken before the program was closed, or before the turn that was gone back to.
void Playing::recall_photographs() {
  using Kind = report::NotebookLine::Kind;
  std::map<int, model::Symbol> taken;
  for (const report::NotebookLine& line : played_.notebook.lines)
    if (line.kind == Kind::photo && !played_.memory.shots.contains(line.turn)) taken[line.turn] = line.entity;
  if (taken.empty()) return;
  play_again_to(*played_.sitting, [&](int turn, const session::Attempt& then) {
    const auto found = taken.find(turn);
    if (found == taken.end()) return true;
    Shot shot = debrief_shot(played_.sitting->prepared(), then, found->second, options_.views, context_.words());
    if (!shot.layers.empty()) played_.memory.shots.emplace(turn, std::move(shot));
    return true;
  });
}

// ---- left

// What is being saved is waited for; the rest is safe already.
void Playing::leave() {
  leaving_ = pending();
  if (!leaving_) context_.go(PageName::home);
}

// A demonstration keeps its own: when it ends, what others left stays.
void Playing::put_away() {
  if (played_.sitting) (context_.in_demonstration() ? shown_memories_ : memories_)[played_.sitting->id()] = std::move(played_.memory);
  played_ = {};
  leaving_ = false;
}

void Playing::forget_shown() { shown_memories_.clear(); }

void Playing::note_warm_up() {
  if (!open() || played_.sitting->pins().variant != session::warm_up_variant || !context_.person().warm_up_due) return;
  context_.ask([person = context_.person().id](app::Desk& desk) { return desk.set_warm_up_done(person); },
               [this](const base::Result<void>& done) {
                 if (!done.ok()) context_.problem = context_.words().error(done.error());
               },
               Meanwhile::go_on);
}

// ---- what it is seen with

void Playing::speak() {
  if (!open()) return;
  speak_the_language();
  rebuild();
}

// Another language is a sealed entry of its own; while an action is being saved it has to wait.
void Playing::speak_the_language() {
  app::Sitting& sitting = *played_.sitting;
  if (sitting.pending() || sitting.language() == context_.settings().language) return;
  take_language(sitting.set_language_later(context_.settings().language, context_.aids()));
  played_.built_turn = -1;
}

void Playing::take_language(const app::Submitted& submitted) {
  using Kind = app::Submitted::Kind;
  played_.telling = submitted.kind == Kind::pending;
  if (played_.telling) return;
  if (submitted.kind == Kind::adopted)
    played_.aids = context_.aids(), played_.built_turn = -1;
  else if (!played_.next)
    played_.refused = context_.words().error({submitted.code, submitted.message}), leaving_ = false;
  if (played_.next)
    submit_now(*std::exchange(played_.next, std::nullopt), played_.sitting->turn()); // which says by itself if it cannot be saved
}

void Playing::rebuild() {
  app::Sitting& sitting = *played_.sitting;
  const std::string& language = context_.settings().language;
  if (played_.built_turn == sitting.turn() && played_.built_language == language && played_.story) return;
  played_.story = std::make_unique<report::Story>(sitting.story());
  played_.built_turn = sitting.turn();
  played_.built_language = language;
  played_.notebook = report::notebook_of(*played_.story);
  if (sitting.over()) return context_.go(PageName::debrief);
  played_.offers = session::offers(sitting.prepared(), sitting.attempt());
  played_.steps = play_steps(*played_.story, sitting.attempt());
  if (!played_.view || played_.view_step != sitting.attempt().step) open_view();
}

void Playing::open_view() {
  const app::Sitting& sitting = *played_.sitting;
  played_.view_step = sitting.attempt().step;
  played_.view = nullptr;
  for (const StepViewKind& each : options_.views)
    if (sitting.prepared().scenario.steps[played_.view_step].kind == each.kind) played_.view = each.open();
}

// ---- acts

Drawn Playing::drawn_now() const {
  const app::Sitting& sitting = *played_.sitting;
  return {sitting.id(), sitting.prepared().steps[sitting.attempt().step].id, sitting.turn()};
}

void Playing::submit(const session::Action& action, const Drawn& drawn) {
  app::Sitting& sitting = *played_.sitting;
  played_.refused.clear();
  // Another attempt's turn of the same number is not this one; the session itself knows turns only.
  if (drawn.attempt != sitting.id() || drawn.step != drawn_now().step) {
    app::Submitted stale;
    stale.kind = app::Submitted::Kind::refused, stale.code = "stale-turn";
    return take(stale);
  }
  if (drawn.turn != sitting.turn() || sitting.pending() || context_.aids() == played_.aids || sitting.over())
    return submit_now(action, drawn.turn);
  played_.next = action; // after what it is seen with
  take_language(sitting.set_language_later(context_.settings().language, context_.aids()));
}

void Playing::submit_now(const session::Action& action, int turn) {
  const app::Submitted submitted = played_.sitting->submit_later(action, turn);
  if (submitted.kind == app::Submitted::Kind::pending)
    played_.unsaved = action; // until it is durable
  else
    take(submitted);
}

void Playing::go_on(const Drawn& drawn) {
  session::Action action;
  action.kind = session::Action::Kind::go_on;
  submit(action, drawn);
}

void Playing::tick() {
  if (!open()) return;
  if (const auto submitted = played_.sitting->poll()) take(*submitted);
}

void Playing::take(const app::Submitted& submitted) {
  using Kind = app::Submitted::Kind;
  if (played_.telling) {
    take_language(submitted);
    return leaving_ && !pending() ? context_.go(PageName::home) : rebuild();
  }
  if (submitted.kind == Kind::refused && submitted.code != "pending")
    played_.refused = context_.words().refusal(submitted.code, submitted.message);
  if (submitted.kind == Kind::not_saved) played_.problem = context_.words().error({submitted.code, submitted.message});
  if (submitted.kind == Kind::refused || submitted.kind == Kind::not_saved) leaving_ = false;
  if (submitted.kind != Kind::adopted) return;
  played_.unsaved.reset();
  played_.problem.clear();
  if (leaving_) return context_.go(PageName::home);
  speak_the_language();
  rebuild();
}

void Playing::try_again() {
  if (!played_.unsaved || pending()) return;
  const session::Action action = *played_.unsaved;
  played_.problem.clear();
  submit(action, drawn_now()); // it was accepted at this very moment, and nothing happened since
}

// ---- shown

StepScene Playing::scene_now() const {
  const app::Sitting& sitting = *played_.sitting;
  const session::Prepared& prepared = sitting.prepared();
  const session::Attempt& attempt = sitting.attempt();
  return {.prepared = prepared,
          .spec = *prepared.steps[attempt.step].spec,
          .state = attempt.states[attempt.step],
          .seen = attempt.world.seen,
          .notebook = played_.notebook,
          .words = context_.words(),
          .step = prepared.steps[attempt.step].id,
          .now = attempt.world.now,
          .leaving = session::leaving(prepared, attempt),
          .offers = played_.offers,
          .mode = attempt.mode,
          .pending = sitting.pending(),
          .refused = played_.refused,
          .picture = [content = sitting.shared_content()](std::string_view path) { return content::file_of(content, path); },
          .content = [&sitting](const model::Text& text) -> const std::string& { return sitting.text(text); },
          .drawn = drawn_now()};
}

PlaySaved Playing::saved_now() const {
  const app::Sitting& sitting = *played_.sitting;
  PlaySaved saved;
  if (sitting.pending()) {
    saved.kind = PlaySaved::Kind::pending;
    saved.pending_ms = static_cast<int>(context_.now().milliseconds - sitting.pending_since().milliseconds);
  } else if (!played_.problem.empty()) {
    saved.kind = PlaySaved::Kind::failed;
    saved.problem = played_.problem;
  }
  if (!context_.in_demonstration()) saved.clock = context_.local(sitting.saved_at()).substr(11, 8);
  return saved;
}

} // namespace firsthand::screens
