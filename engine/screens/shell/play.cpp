// The attempt being played: turns submitted, saved and adopted; the debrief; going back. See shell.h.
#include "engine/screens/shell/aside.h"

#include "engine/app/exemplar.h"
#include "engine/screens/play/stage_layers.h"

namespace firsthand::screens {

void Shell::begin(const std::string& lesson) {
  app::BeginOptions how;
  how.person = demonstration_ ? std::string() : person_;
  how.channel = options_.channel;
  how.language = settings_.language;
  how.aids = aids();
  how.chance = options_.chance;
  how.mode = app::mode_for(options_.shelf.library(), lesson);
  aside([desk = desk(), lesson, how] { return desk->begin(lesson, how); },
        [this, aids = how.aids](base::Result<std::unique_ptr<app::Sitting>> begun) { take_sitting(std::move(begun), &aids); });
}

namespace {

// The attempt computed again from its actions, told after each turn of the story until the answer is no.
template<class Tell> void play_again_to(const app::Sitting& sitting, const Tell& goes_on) {
  const session::Prepared& prepared = sitting.prepared();
  model::FactList unheard;
  session::Attempt attempt = session::begin(prepared, sitting.pins().start, unheard);
  int turn = 0;
  for (const app::Turn& each : sitting.turns()) {
    if (each.action) (void)session::advance(prepared, attempt, *each.action, attempt.turn, unheard);
    if (!goes_on(turn++, attempt)) return;
  }
}

} // namespace

// A demonstration keeps its own: when it ends, what others left stays.
void Shell::remember_played() {
  if (played_.sitting) (demonstration_ ? shown_memories_ : memories_)[played_.sitting->id()] = std::move(played_.memory);
}

void Shell::play(std::unique_ptr<app::Sitting> sitting) {
  remember_played();
  played_ = {};
  played_.sitting = std::move(sitting);
  auto& memories = demonstration_ ? shown_memories_ : memories_;
  if (const auto left = memories.find(played_.sitting->id()); left != memories.end()) played_.memory = std::move(left->second);
  problem.clear();
  leaving_ = false;
  page_ = ShellPage::play;
  speak_the_language();
  rebuild();
  recall_photographs();
}

// Those that were taken before the program was closed, or before the turn that was gone back to.
void Shell::recall_photographs() {
  using Kind = report::NotebookLine::Kind;
  std::map<int, model::Symbol> taken;
  for (const report::NotebookLine& line : played_.notebook.lines)
    if (line.kind == Kind::photo && !played_.memory.shots.contains(line.turn)) taken[line.turn] = line.entity;
  if (taken.empty()) return;
  play_again_to(*played_.sitting, [&](int turn, const session::Attempt& then) {
    const auto found = taken.find(turn);
    if (found == taken.end()) return true;
    Shot shot = debrief_shot(played_.sitting->prepared(), then, found->second, options_.views, words_);
    if (!shot.layers.empty()) played_.memory.shots.emplace(turn, std::move(shot));
    return true;
  });
}

// Another language is a sealed entry of its own; while an action is being saved it has to wait.
void Shell::speak_the_language() {
  app::Sitting& sitting = *played_.sitting;
  if (sitting.pending() || sitting.language() == settings_.language) return;
  take_language(sitting.set_language_later(settings_.language, aids()));
  played_.built_turn = -1;
}

void Shell::take_language(const app::Submitted& submitted) {
  using Kind = app::Submitted::Kind;
  played_.telling = submitted.kind == Kind::pending;
  if (played_.telling) return;
  if (submitted.kind == Kind::adopted)
    played_.aids = aids(), played_.built_turn = -1;
  else if (!played_.next)
    played_.refused = words_.error({submitted.code, submitted.message}), leaving_ = false;
  if (played_.next)
    submit_now(*std::exchange(played_.next, std::nullopt), played_.sitting->turn()); // which says by itself if it cannot be saved
}

void Shell::rebuild() {
  app::Sitting& sitting = *played_.sitting;
  if (played_.built_turn == sitting.turn() && played_.built_language == settings_.language && played_.story) return;
  played_.story = std::make_unique<report::Story>(sitting.story());
  played_.built_turn = sitting.turn();
  played_.built_language = settings_.language;
  played_.notebook = report::notebook_of(*played_.story);
  if (sitting.over()) return show_debrief();
  const session::Attempt& attempt = sitting.attempt();
  played_.offers = session::offers(sitting.prepared(), attempt);
  played_.steps = play_steps(*played_.story, attempt);
  if (played_.view && played_.view_step == attempt.step) return;
  played_.view_step = attempt.step;
  played_.view = nullptr;
  for (const StepViewKind& each : options_.views)
    if (sitting.prepared().scenario.steps[attempt.step].kind == each.kind) played_.view = each.open();
}

Drawn Shell::drawn_now() const {
  const app::Sitting& sitting = *played_.sitting;
  return {sitting.id(), sitting.prepared().steps[sitting.attempt().step].id, sitting.turn()};
}

void Shell::submit(const session::Action& action, const Drawn& drawn) {
  app::Sitting& sitting = *played_.sitting;
  played_.refused.clear();
  // Another attempt's turn of the same number is not this one; the session itself knows turns only.
  if (drawn.attempt != sitting.id() || drawn.step != drawn_now().step) {
    app::Submitted stale;
    stale.kind = app::Submitted::Kind::refused, stale.code = "stale-turn";
    return take(stale);
  }
  if (drawn.turn != sitting.turn() || sitting.pending() || aids() == played_.aids || sitting.over()) return submit_now(action, drawn.turn);
  played_.next = action; // after what it is seen with
  take_language(sitting.set_language_later(settings_.language, aids()));
}

void Shell::submit_now(const session::Action& action, int turn) {
  app::Sitting& sitting = *played_.sitting;
  const app::Submitted submitted = sitting.submit_later(action, turn);
  if (submitted.kind == app::Submitted::Kind::pending)
    played_.unsaved = action; // until it is durable
  else
    take(submitted);
}

void Shell::go_on(const Drawn& drawn) {
  session::Action action;
  action.kind = session::Action::Kind::go_on;
  submit(action, drawn);
}

void Shell::take(const app::Submitted& submitted) {
  using Kind = app::Submitted::Kind;
  if (played_.telling) {
    take_language(submitted);
    return leaving_ && !played_.sitting->pending() ? go_home() : rebuild();
  }
  if (submitted.kind == Kind::refused && submitted.code != "pending") played_.refused = words_.refusal(submitted.code, submitted.message);
  if (submitted.kind == Kind::not_saved) played_.problem = words_.error({submitted.code, submitted.message});
  if (submitted.kind == Kind::refused || submitted.kind == Kind::not_saved) leaving_ = false;
  if (submitted.kind != Kind::adopted) return;
  played_.unsaved.reset();
  played_.problem.clear();
  if (leaving_) return go_home();
  speak_the_language();
  rebuild();
}

void Shell::try_again() {
  if (!played_.unsaved || played_.sitting->pending()) return;
  const session::Action action = *played_.unsaved;
  played_.problem.clear();
  submit(action, drawn_now()); // it was accepted at this very moment, and nothing happened since
}

// What is being saved is waited for; the rest is safe already.
void Shell::leave_play() {
  leaving_ = played_.sitting && played_.sitting->pending();
  if (!leaving_) go_home();
}

StepScene Shell::scene_now() const {
  const app::Sitting& sitting = *played_.sitting;
  const session::Prepared& prepared = sitting.prepared();
  const session::Attempt& attempt = sitting.attempt();
  return {.prepared = prepared,
          .spec = *prepared.steps[attempt.step].spec,
          .state = attempt.states[attempt.step],
          .seen = attempt.world.seen,
          .notebook = played_.notebook,
          .words = words_,
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

PlaySaved Shell::saved_now() const {
  const app::Sitting& sitting = *played_.sitting;
  PlaySaved saved;
  if (sitting.pending()) {
    saved.kind = PlaySaved::Kind::pending;
    saved.pending_ms = static_cast<int>(options_.services.clock->now().milliseconds - sitting.pending_since().milliseconds);
  } else if (!played_.problem.empty()) {
    saved.kind = PlaySaved::Kind::failed;
    saved.problem = played_.problem;
  }
  if (!demonstration_) saved.clock = local(sitting.saved_at()).substr(11, 8);
  return saved;
}

// ---- afterwards

void Shell::show_debrief() {
  const app::Sitting& sitting = *played_.sitting;
  const report::Debrief debrief = report::debrief_of(*played_.story, sitting.attempt());
  const std::optional<app::Exemplar> best = app::exemplar_beside(sitting);
  std::optional<app::History> parent;
  std::unique_ptr<report::Story> other;
  if (!sitting.pins().parent.empty())
    if (auto found = app::read_history(desk()->store(), archive_, sitting.pins().parent); found.ok()) {
      parent = std::move(found).value();
      other = std::make_unique<report::Story>(app::story_of(parent->content->prepared(), parent->turns, sitting.pins().parent));
    }
  const auto say = [&sitting](const model::Text& text) -> const std::string& { return sitting.text(text); };
  played_.debrief = debrief_state({*played_.story, debrief, words_, say, best ? &best->story : nullptr, other.get()});
  const DebriefPoint point = debrief_moment(*played_.story, debrief);
  play_again_to(sitting, [&](int turn, const session::Attempt& then) {
    if (turn < point.turn) return true;
    played_.debrief->shot = debrief_shot(sitting.prepared(), then, point.entity, options_.views, words_);
    return false;
  });
  played_.debrief->picture = [content = sitting.shared_content()](std::string_view path) -> Picture {
    return {picture_key(content->prepared(), path), content::file_of(content, path)};
  };
  page_ = ShellPage::debrief;
}

void Shell::rewind_to(int story_turn) {
  const std::vector<app::Turn>& turns = played_.sitting->turns();
  if (story_turn < 0 || static_cast<std::size_t>(story_turn) >= turns.size()) return;
  const app::Turn& turn = turns[static_cast<std::size_t>(story_turn)];
  aside([desk = desk(), attempt = turn.attempt.empty() ? played_.sitting->id() : turn.attempt,
         at = turn.turn] { return desk->rewind(attempt, at); },
        [this, aids = aids()](base::Result<std::unique_ptr<app::Sitting>> branch) { take_sitting(std::move(branch), &aids); });
}

void Shell::play_again() { begin(played_.sitting->prepared().scenario.id); }

} // namespace firsthand::screens
