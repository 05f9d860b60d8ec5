// See playing.h.
#include "engine/screens/play/playing.h"

#include "engine/app/home.h"
#include "engine/screens/debrief/draw.h"
#include "engine/screens/play/sounds.h"
#include "engine/screens/play/stage_layers.h"

#include <utility>

namespace firsthand::screens {

void play_again_to(const app::AttemptSession& session, const std::function<bool(int turn, const session::Attempt& then)>& goes_on) {
  const session::Prepared& prepared = session.prepared();
  model::FactList unheard;
  session::Attempt attempt = session::begin(prepared, session.pins().start, unheard);
  int turn = 0;
  for (const app::Turn& each : session.turns()) {
    if (each.action) (void)session::advance(prepared, attempt, *each.action, attempt.turn, unheard);
    if (!goes_on(turn++, attempt)) return;
  }
}

namespace {
constexpr std::size_t longest_draft = 1u << 16;
}

// ---- opened

void Playing::begin_identified(const std::string& identity) { begin_with(waits_, identity); }

void Playing::begin_with(const std::string& lesson, const std::string& identity) {
  waits_ = lesson;
  app::BeginOptions how;
  how.person = context_.person().id;
  how.channel = options_.channel;
  how.language = context_.settings().language;
  how.aids = context_.aids();
  how.chance = options_.chance;
  how.identity = identity;
  ask_for(
      [lesson, how](app::DataFolder& data_folder) {
        app::BeginOptions wanted = how;
        const reading::Library& library = data_folder.content_library().library();
        const auto content = data_folder.content_library().load(lesson);
        const bool draft = content.ok() && !(*content)->reviewed(wanted.language); // a draft language is for practice only
        wanted.mode = draft ? session::Mode::practice : app::mode_for(library, lesson);
        if (library.is_warm_up(lesson) || library.is_daily(lesson)) wanted.chance.clear(); // it is fixed for the lesson that comes after
        return data_folder.begin(lesson, wanted);
      },
      true);
}

void Playing::go_on_with(const std::string& attempt) {
  ask_for([attempt](app::DataFolder& data_folder) { return data_folder.resume(attempt); }, false);
}

void Playing::go_on_at_note(const std::string& attempt, const std::string& note) {
  PlayMemory& memory = (context_.in_demonstration() ? shown_memories_ : memories_)[attempt];
  memory.sheet = PlaySheet::notebook, memory.tab = NotebookTab::log;
  memory.looked_for.line = -1, memory.looked_for.note = note, memory.looked_for.leads = true;
  go_on_with(attempt);
}

namespace {

// Where a turn of the timeline stands in the record: those that a branch went on from are another attempt's.
struct RecordedTurn {
  std::string attempt;
  int turn = 0;
};

RecordedTurn recorded_turn(const app::AttemptSession& session, int timeline_turn) {
  const app::Turn& turn = session.turns()[static_cast<std::size_t>(timeline_turn)];
  return {turn.attempt.empty() ? session.id() : turn.attempt, turn.turn};
}

// What is practised of an attempt that is over, worked out while the caller waits. Nothing: no act decided it, or it does not play as it
// did.
std::optional<RecordedTurn> turn_to_practise_from(const app::AttemptSession& session) {
  if (!session.over() || session.interrupted()) return std::nullopt;
  const report::AttemptTimeline timeline = session.timeline();
  const auto causes = app::work_out_causes(session)();
  const auto practice = debrief_practice(timeline, report::debrief_of(timeline, session.attempt()), causes.get());
  return practice ? std::optional(recorded_turn(session, practice->turn)) : std::nullopt;
}

} // namespace

void Playing::rewind_to(int timeline_turn, app::PlayOn on) {
  if (timeline_turn < 0 || static_cast<std::size_t>(timeline_turn) >= played_.session->turns().size()) return;
  ask_for([from = recorded_turn(*played_.session, timeline_turn),
           on](app::DataFolder& data_folder) { return data_folder.rewind(from.attempt, from.turn, on); },
          true);
}

void Playing::practise_moment_of(const std::string& attempt) {
  ask_for(
      [attempt](app::DataFolder& data_folder) -> base::Result<std::unique_ptr<app::AttemptSession>> {
        FH_TRY(session, data_folder.resume(attempt));
        const auto from = turn_to_practise_from(*session);
        if (!from) return session;
        return data_folder.rewind(from->attempt, from->turn, app::PlayOn::through_the_step);
      },
      true);
}

void Playing::play_again() { begin(played_.session->prepared().scenario.id); }

void Playing::play_instead(std::unique_ptr<app::AttemptSession> session) { take_session({std::move(session), {}}, nullptr); }

namespace {

bool has_played(app::DataFolder& data_folder, const std::string& person, const model::Id& lesson) {
  if (person.empty()) return false;
  const auto attempts = data_folder.attempts(person);
  return attempts.ok() && app::played_before(*attempts, lesson);
}

} // namespace

// With a branch comes the attempt that it left: nothing has to be read later.
void Playing::ask_for(std::function<base::Result<std::unique_ptr<app::AttemptSession>>(app::DataFolder&)> open, bool begins) {
  context_.ask(
      [open = std::move(open), person = context_.person().id](app::DataFolder& data_folder) {
        OpenedSitting opened{open(data_folder), {}};
        if (!opened.session.ok()) return opened;
        opened.played_before = has_played(data_folder, person, (*opened.session)->prepared().scenario.id);
        if (session::test_of((*opened.session)->prepared()))
          opened.course = read_test_result(data_folder, person, (*opened.session)->prepared().scenario.id);
        if (const auto draft = data_folder.draft((*opened.session)->id()); draft.ok()) opened.draft = *draft;
        if ((*opened.session)->pins().parent.empty()) return opened;
        if (auto parent = data_folder.history((*opened.session)->pins().parent); parent.ok()) opened.parent = std::move(parent).value();
        return opened;
      },
      [this, begins, aids = context_.aids()](OpenedSitting opened) { take_session(std::move(opened), begins ? &aids : nullptr); });
}

void Playing::take_session(OpenedSitting opened, const std::vector<std::string>* aids_recorded) {
  if (!opened.session.ok() && opened.session.error().code == "session-identity") return context_.over(PageName::identity);
  if (!opened.session.ok()) {
    context_.problem = context_.words().error(opened.session.error());
    return;
  }
  const bool interrupted = (*opened.session)->interrupted(), looked_at = (*opened.session)->over();
  put_away();
  played_.parent = std::move(opened.parent);
  played_.played_before = opened.played_before;
  played_.course = std::move(opened.course);
  played_.draft = std::move(opened.draft);
  play(std::move(opened.session).value());
  if (aids_recorded && !looked_at) played_.aids = *aids_recorded;
  if (aids_recorded && looked_at)
    context_.problem = context_.tr("There is no moment to practise: no act of yours decided it alone. This is what came of it.");
  if (interrupted) context_.problem = context_.tr("The program changed since. The attempt was closed, and what was recorded stands.");
}

void Playing::play(std::unique_ptr<app::AttemptSession> session) {
  played_.session = std::move(session);
  auto& memories = context_.in_demonstration() ? shown_memories_ : memories_;
  if (const auto left = memories.find(played_.session->id()); left != memories.end()) played_.memory = std::move(left->second);
  played_.memory.opened_turn = played_.session->turn();
  if (const std::string note = kept_draft().at("note").text(); played_.memory.note.empty() && !note.empty())
    played_.memory.note = note, played_.memory.writing = true;
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
  play_again_to(*played_.session, [&](int turn, const session::Attempt& then) {
    const auto found = taken.find(turn);
    if (found == taken.end()) return true;
    Shot shot = debrief_shot(played_.session->prepared(), then, found->second, options_.views, context_.words());
    if (!shot.layers.empty()) played_.memory.shots.emplace(turn, std::move(shot));
    return true;
  });
}

// ---- left

// What is being saved is waited for; the rest is safe already.
void Playing::leave() {
  if (open() && !pending() && shows_a_step()) write_draft();
  if (open() && played_.session->is_moment()) end_its_moment(); // nobody goes on with it
  leaving_ = pending();
  if (!leaving_) context_.go(PageName::home);
}

// A demonstration keeps its own: when it ends, what others left stays.
void Playing::put_away() {
  if (played_.session) (context_.in_demonstration() ? shown_memories_ : memories_)[played_.session->id()] = std::move(played_.memory);
  played_ = {};
  leaving_ = false;
}

void Playing::forget_shown() { shown_memories_.clear(); }

void Playing::note_warm_up() {
  if (!open() || played_.session->pins().variant != session::warm_up_variant || !context_.person().warm_up_due) return;
  context_.ask([person = context_.person().id](app::DataFolder& data_folder) { return data_folder.set_warm_up_done(person); },
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
  app::AttemptSession& session = *played_.session;
  if (session.pending() || session.language() == context_.settings().language) return;
  take_language(session.set_language_later(context_.settings().language, context_.aids()));
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
    submit_now(*std::exchange(played_.next, std::nullopt), played_.session->turn()); // which says by itself if it cannot be saved
}

void Playing::rebuild() {
  app::AttemptSession& session = *played_.session;
  const std::string& language = context_.settings().language;
  if (played_.built_turn == session.turn() && played_.built_language == language && played_.timeline) return;
  played_.timeline = std::make_unique<report::AttemptTimeline>(session.timeline());
  played_.built_turn = session.turn();
  played_.built_language = language;
  played_.notebook = report::notebook_of(*played_.timeline);
  if (session.over()) {
    if (session::test_standing(session.prepared(), session.attempt())) return context_.go(PageName::test_result);
    ask_for_causes();
    return context_.go(PageName::debrief);
  }
  if (session.past_its_moment()) end_its_moment();
  played_.offers = session::offers(session.prepared(), session.attempt());
  played_.words_met = report::words_met(*played_.timeline, played_.notebook, played_.offers);
  played_.steps = play_steps(*played_.timeline, session.attempt());
  if (!played_.view || played_.view_step != session.attempt().step) open_view();
}

// Beside the frames, and beside what is pressed: another attempt may be on the screen when it is done.
void Playing::ask_for_causes() {
  if (std::exchange(played_.causes_asked, true)) return;
  context_.ask([work = app::work_out_causes(*played_.session)](app::DataFolder&) { return work(); },
               [this, of = played_.session->id()](const std::shared_ptr<const causes::Causes>& causes) {
                 if (!open() || played_.session->id() != of) return;
                 played_.causes = causes, played_.causes_known = true;
                 ask_for_futures();
               },
               Meanwhile::go_on);
}

void Playing::ask_for_futures() {
  const report::Debrief debrief = report::debrief_of(*played_.timeline, played_.session->attempt());
  const causes::Cause* cause = played_.causes ? debrief_cause(*played_.timeline, debrief, *played_.causes) : nullptr;
  context_.ask([work = app::work_out_futures(*played_.session, cause, played_.parent ? &*played_.parent : nullptr)](
                   app::DataFolder&) { return work(); },
               [this, of = played_.session->id()](const std::shared_ptr<const causes::Futures>& futures) {
                 if (!open() || played_.session->id() != of) return;
                 played_.futures = futures, played_.futures_known = true;
               },
               Meanwhile::go_on);
}

void Playing::end_its_moment() {
  (void)played_.session->end_later(app::moment_over);
} // refused: something is being saved, and then asks again

void Playing::open_view() {
  const app::AttemptSession& session = *played_.session;
  played_.view_step = session.attempt().step;
  played_.view = nullptr;
  for (const StepViewKind& each : options_.views)
    if (session.prepared().scenario.steps[played_.view_step].kind == each.kind) played_.view = each.open();
  const session::Prepared::Step& step = session.prepared().steps[played_.view_step];
  const base::Json draft = kept_draft();
  if (played_.view && draft.at("step").text() == session.prepared().symbols.word(step.id))
    played_.view->take_draft(*step.spec, draft.at("marks"));
}

base::Json Playing::kept_draft() const {
  const auto draft = base::parse_json_line(played_.draft.empty() ? "{}" : played_.draft, longest_draft);
  return draft.ok() ? *draft : base::Json();
}

std::string Playing::draft_now() const {
  const session::Prepared::Step& step = played_.session->prepared().steps[played_.view_step];
  base::Json marks = played_.view->draft(*step.spec);
  base::Json::Object draft;
  if (!marks.object().empty()) draft["marks"] = std::move(marks), draft["step"] = played_.session->prepared().symbols.word(step.id);
  if (!played_.memory.note.empty()) draft["note"] = played_.memory.note;
  return draft.empty() ? std::string() : base::Json(std::move(draft)).line();
}

void Playing::keep_draft() {
  if (open() && !pending() && !played_.keeping_draft && shows_a_step()) write_draft();
}

void Playing::write_draft() {
  std::string now = draft_now();
  if (now == played_.draft || now.size() > longest_draft) return;
  played_.draft = now, played_.keeping_draft = true;
  context_.ask([attempt = played_.session->id(),
                line = std::move(now)](app::DataFolder& data_folder) { return data_folder.keep_draft(attempt, line); },
               [this, of = played_.session->id()](const base::Result<void>&) {
                 if (open() && played_.session->id() == of) played_.keeping_draft = false;
               },
               Meanwhile::go_on);
}

// ---- acts

bool Playing::is_supervised() const {
  const auto& session = context_.front().session;
  return open() && session && played_.session->pins().supervision == std::to_string(session->session.entry);
}

Drawn Playing::drawn_now() const {
  const app::AttemptSession& session = *played_.session;
  return {session.id(), session.prepared().steps[session.attempt().step].id, session.turn()};
}

void Playing::submit(const session::Action& action, const Drawn& drawn) {
  app::AttemptSession& session = *played_.session;
  played_.refused.clear();
  // Another attempt's turn of the same number is not this one; the session itself knows turns only.
  if (drawn.attempt != session.id() || drawn.step != drawn_now().step) {
    app::Submitted stale;
    stale.kind = app::Submitted::Kind::refused, stale.code = "stale-turn";
    return take(stale);
  }
  if (drawn.turn != session.turn() || session.pending() || context_.aids() == played_.aids || session.over())
    return submit_now(action, drawn.turn);
  played_.next = action; // after what it is seen with
  take_language(session.set_language_later(context_.settings().language, context_.aids()));
}

void Playing::submit_now(const session::Action& action, int turn) {
  const app::Submitted submitted = played_.session->submit_later(action, turn);
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
  if (const auto submitted = played_.session->poll()) take(*submitted);
}

void Playing::take(const app::Submitted& submitted) {
  using Kind = app::Submitted::Kind;
  if (played_.telling) {
    take_language(submitted);
    return leaving_ && !pending() ? leave() : rebuild();
  }
  if (submitted.kind == Kind::refused && submitted.code != "pending")
    played_.refused = context_.words().refusal(submitted.code, submitted.message), context_.sound(ui::Sound::refused);
  if (submitted.kind == Kind::not_saved) played_.problem = context_.words().error({submitted.code, submitted.message});
  if (submitted.kind == Kind::refused || submitted.kind == Kind::not_saved) leaving_ = false;
  if (submitted.kind != Kind::adopted) return;
  played_.unsaved.reset();
  played_.problem.clear();
  sound_newest();
  if (leaving_) return leave();
  speak_the_language();
  rebuild();
}

void Playing::sound_newest() {
  const app::AttemptSession& session = *played_.session;
  if (const auto sound = sound_of(session.prepared(), session.turns().back().facts)) context_.sound(*sound);
}

void Playing::try_again() {
  if (!played_.unsaved || pending()) return;
  const session::Action action = *played_.unsaved;
  played_.problem.clear();
  submit(action, drawn_now()); // it was accepted at this very moment, and nothing happened since
}

// ---- shown

// What ended while it is left has none any more.
bool Playing::shows_a_step() const {
  return played_.view && !played_.session->over() && played_.view_step == played_.session->attempt().step;
}

StepScene Playing::scene_now() const {
  const app::AttemptSession& session = *played_.session;
  const session::Prepared& prepared = session.prepared();
  const session::Attempt& attempt = session.attempt();
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
          .pending = session.pending(),
          .refused = played_.refused,
          .picture = [content = session.shared_content()](std::string_view path) { return content::file_of(content, path); },
          .content = [&session](const model::Text& text) -> const std::string& { return session.text(text); },
          .played_before = played_.played_before,
          .order = session::ShownOrder(attempt.world.seed),
          .acts = &session.act_order(),
          .drawn = drawn_now(),
          .trainee = context_.person().name,
          .paper = session::context_of(prepared, attempt).paper,
          .nth_try = attempt.mode == session::Mode::assessed ? session.pins().start.nth_try : 0,
          .kinds = &options_.views};
}

PlaySaved Playing::saved_now() const {
  const app::AttemptSession& session = *played_.session;
  PlaySaved saved;
  if (session.pending()) {
    saved.kind = PlaySaved::Kind::pending;
    saved.pending_ms = static_cast<int>(context_.now().milliseconds - session.pending_since().milliseconds);
  } else if (!played_.problem.empty()) {
    saved.kind = PlaySaved::Kind::failed;
    saved.problem = played_.problem;
  }
  if (!context_.in_demonstration()) saved.clock = context_.local(session.saved_at()).substr(11, 8);
  return saved;
}

} // namespace firsthand::screens
