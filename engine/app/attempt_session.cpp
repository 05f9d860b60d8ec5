// Submitting: compute on a copy, seal, make durable, adopt.
#include "engine/app/attempt_session.h"

#include "engine/base/utf8.h"
#include "engine/records/services.h"
#include "engine/records/writer.h"
#include "engine/session/keyboard_time.h"
#include "engine/session/sum.h"

#include <algorithm>
#include <atomic>

namespace firsthand::app {

namespace {

constexpr std::size_t longest_note = 4000; // bytes

storage::AttemptState stored_state(session::Ending ending) {
  switch (ending) {
  case session::Ending::open:
    return storage::AttemptState::open;
  case session::Ending::passed:
    return storage::AttemptState::passed;
  case session::Ending::failed:
    return storage::AttemptState::failed;
  case session::Ending::closed:
    return storage::AttemptState::closed;
  }
  return storage::AttemptState::closed;
}

// What lists show; read back by DataFolder.
void put_test(base::Json::Object& line, const session::Prepared& prepared, const session::Attempt& attempt, const session::Start& start) {
  if (!start.role.empty()) line["role"] = start.role;
  if (!start.form.empty()) line["form"] = start.form;
  if (start.nth_try > 0) line["try"] = start.nth_try;
  const auto standing = session::test_standing(prepared, attempt);
  if (!standing) return;
  line["question"] = static_cast<std::int64_t>(standing->at + 1);
  line["questions"] = static_cast<std::int64_t>(standing->of);
  line["answered"] = static_cast<std::int64_t>(standing->answered);
  if (attempt.ending == session::Ending::open) return;
  base::Json::Object tested;
  for (const assessment::CompetencyResult& one : standing->result.competencies)
    tested[one.competency] = base::Json::Array{one.right, one.of / assessment::whole_worth};
  line["tested"] = std::move(tested);
}

std::string progress_line(const session::Prepared& prepared, const session::Attempt& attempt, const session::Start& start,
                          base::Moment at) {
  base::Json::Object line;
  line["step"] = static_cast<std::int64_t>(attempt.step);
  line["steps"] = static_cast<std::int64_t>(prepared.steps.size());
  line["at"] = attempt.world.now;
  line["saved"] = at.milliseconds;
  if (attempt.step < prepared.scenario.steps.size()) line["id"] = prepared.scenario.steps[attempt.step].id;
  if (attempt.ending != session::Ending::open) line["score"] = session::score(prepared, attempt).per_mille;
  put_test(line, prepared, attempt, start);
  return base::Json(std::move(line)).line();
}

std::optional<session::Refused> note_fault(const session::Action& action) {
  if (action.text.size() > longest_note) return session::Refused{"note-too-long"};
  if (base::first_invalid_utf8(action.text) || base::first_unwanted_control(action.text)) return session::Refused{"note-not-text"};
  return std::nullopt;
}

} // namespace

struct AttemptSession::Pending {
  Step step;
  base::Result<storage::Sealed> sealed = base::fail("pending", "Not written yet.");
  std::atomic<bool> done = false; // set last; `sealed` is read only after it
};

AttemptSession::~AttemptSession() = default;

session::Facts AttemptSession::facts() const {
  session::Facts all;
  for (const Turn& each : turns_)
    all.insert(all.end(), each.facts.begin(), each.facts.end());
  return all;
}

report::AttemptTimeline AttemptSession::timeline() const { return timeline_of(prepared(), turns_, id()); }

report::AttemptTimeline timeline_of(const session::Prepared& prepared, const std::vector<Turn>& turns, const std::string& attempt) {
  report::AttemptTimeline timeline{prepared, {}};
  for (const Turn& each : turns) {
    const auto at = each.attempt == attempt ? std::optional(each.at) : std::nullopt;
    timeline.turns.push_back({static_cast<int>(timeline.turns.size()), each.facts, each.action ? each.action->text : "", at, each.action});
  }
  return timeline;
}

const std::string& AttemptSession::text(const model::Text& text) const { return content_->texts(session_entry_.language).of(text); }

Submitted AttemptSession::refused(const session::Refused& why) const {
  return {Submitted::Kind::refused, turn(), {}, why.code, why.sentence};
}

// At the keyboard, without what a branch inherited.
std::int64_t AttemptSession::time_until(base::Moment at) const {
  session::KeyboardTime time;
  for (const Turn& each : turns_)
    if (each.attempt == id()) time.entry(each.at);
  time.entry(at);
  return time.milliseconds();
}

storage::AppendRequest AttemptSession::request_of(const session::Attempt& next, const Turn& turn, base::Json line) const {
  storage::AppendRequest request;
  storage::Attempt& row = request.attempt;
  row.id = pins_.attempt;
  row.person = pins_.person;
  row.scenario = pins_.scenario;
  row.title = prepared().scenario.title.source;
  row.mode = session::mode_word(pins_.start.mode);
  row.channel = session::channel_word(pins_.channel);
  row.supervision = pins_.supervision;
  row.variant = pins_.variant;
  row.started = started_;
  row.rules_hash = pins_.rules_hash;
  row.seed = crypto::to_hex(pins_.start.seed.bytes);
  row.parent_attempt = pins_.parent;
  row.parent_turn = pins_.parent_turn;
  row.language = session_entry_.language;
  row.shown_hash = session_entry_.shown_hash;
  row.state = stored_state(next.ending);
  row.turn = next.turn;
  row.progress = progress_line(prepared(), next, pins_.start, turn.at);
  if (next.ending != session::Ending::open) row.finished = turn.at;
  request.kind = turn.kind;
  if (line.find(session::sum_key)) line[session::sum_key][session::sum_time_key] = time_until(turn.at);
  line["off"] = services_.clock->offset_minutes();
  if (services_.clock->stated()) line["clock"] = services_.clock->machine().milliseconds;
  request.line = line.line();
  request.at = turn.at;
  return request;
}

bool AttemptSession::clock_was_set_back(base::Moment now) const {
  std::int64_t latest = now.milliseconds;
  for (const Turn& each : turns_)
    latest = std::max(latest, each.at.milliseconds);
  return now.milliseconds + clock_put_right < latest || services_.clock->set_back() > clock_put_right;
}

// Whoever sets the clock back would outlive the time that was set.
std::optional<session::Refused> AttemptSession::time_fault() const {
  if (!until_) return std::nullopt;
  const base::Moment now = services_.clock->now();
  if (!(now < *until_)) return session::Refused{"session-over"};
  return clock_was_set_back(now) ? std::optional(session::Refused{"session-clock"}) : std::nullopt;
}

std::optional<Submitted> AttemptSession::compute(const session::Action& action, int expected_turn, Step& step) {
  if (pending_) return refused(session::Refused{"pending"});
  if (const auto fault = note_fault(action)) return refused(*fault);
  if (const auto fault = time_fault()) return refused(*fault);
  step.next = attempt_;
  model::FactList list;
  if (const auto no = session::advance(prepared(), step.next, action, expected_turn, list, workspace_)) return refused(*no);
  std::vector<storage::TypedText> texts;
  std::vector<std::string> commitments;
  if (!action.text.empty()) {
    texts.push_back({crypto::random_array<16>(*services_.entropy), action.text});
    commitments.push_back(ledger::commit_text(texts[0].salt, texts[0].text).hex());
  }
  step.turn = {step.next.turn, id(), "turn", services_.clock->now(), action, std::move(list.facts), {}};
  step.request =
      request_of(step.next, step.turn, session::turn_line(prepared(), step.next, id(), action, commitments, step.turn.facts, step.turn.at));
  step.request.texts = std::move(texts);
  return std::nullopt;
}

Submitted AttemptSession::adopt(Step&& step, const base::Result<storage::Sealed>& sealed) {
  if (!sealed.ok()) return {Submitted::Kind::not_saved, turn(), {}, sealed.error().code, sealed.error().message};
  attempt_ = std::move(step.next);
  if (step.session_entry) session_entry_ = std::move(*step.session_entry);
  step.turn.hash = sealed->entry.hash;
  turns_.push_back(std::move(step.turn));
  act_order_.after_turn(prepared(), attempt_, turns_.back().facts);
  return {Submitted::Kind::adopted, turn(), turns_.back().hash, {}, {}};
}

Submitted AttemptSession::submit_and_wait(const session::Action& action, int expected_turn) {
  Step step;
  if (auto no = compute(action, expected_turn, step)) return *no;
  const auto sealed = store_.append(step.request);
  return adopt(std::move(step), sealed);
}

Submitted AttemptSession::submit_later(const session::Action& action, int expected_turn) {
  auto pending = std::make_shared<Pending>();
  if (auto no = compute(action, expected_turn, pending->step)) return *no;
  return write_later(pending);
}

Submitted AttemptSession::write_later(const std::shared_ptr<Pending>& pending) {
  pending_ = pending;
  pending_since_ = pending->step.turn.at;
  writer_.later([pending, &store = store_] {
    pending->sealed = store.append(pending->step.request);
    pending->done.store(true, std::memory_order_release);
  });
  return {Submitted::Kind::pending, turn(), {}, {}, {}};
}

std::optional<Submitted> AttemptSession::poll() {
  if (!pending_ || !pending_->done.load(std::memory_order_acquire)) return std::nullopt;
  const std::shared_ptr<Pending> written = std::move(pending_);
  pending_.reset();
  return adopt(std::move(written->step), written->sealed);
}

base::Result<void> AttemptSession::append_now(Step&& step) {
  const auto sealed = store_.append(step.request);
  if (!sealed.ok()) return sealed.error();
  adopt(std::move(step), sealed);
  return {};
}

base::Result<std::optional<AttemptSession::Step>> AttemptSession::language_step(session::SessionEntry wanted) {
  if (pending_) return base::fail("pending", "The last action is still being saved.");
  if (over() || (wanted.language == session_entry_.language && wanted.aids == session_entry_.aids)) {
    if (over()) session_entry_.language = wanted.language; // only looked at
    return std::optional<Step>();
  }
  if (pins_.start.mode == session::Mode::assessed && !content_->reviewed(wanted.language))
    return base::fail("language-draft", "This language is a draft. It is for practice only.");
  Step step;
  step.next = attempt_;
  const base::Moment now = services_.clock->now();
  const base::Json line = session::session_entry_line(step.next, id(), wanted, now);
  step.turn = {step.next.turn, id(), "sitting", now, std::nullopt, {}, {}};
  step.request = request_of(step.next, step.turn, line);
  step.request.attempt.language = wanted.language;
  step.session_entry = std::move(wanted);
  return std::optional(std::move(step));
}

base::Result<void> AttemptSession::set_language_and_wait(std::string_view language, std::vector<std::string> aids) {
  FH_TRY(step, language_step({std::string(language), session_entry_.shown_hash, std::move(aids)}));
  return step ? append_now(std::move(*step)) : base::Result<void>();
}

Submitted AttemptSession::set_language_later(std::string_view language, std::vector<std::string> aids) {
  auto step = language_step({std::string(language), session_entry_.shown_hash, std::move(aids)});
  if (!step.ok()) return {Submitted::Kind::refused, turn(), {}, step.error().code, step.error().message};
  if (!*step) return {Submitted::Kind::adopted, turn(), turns_.back().hash, {}, {}};
  auto pending = std::make_shared<Pending>();
  pending->step = std::move(**step);
  return write_later(pending);
}

AttemptSession::Step AttemptSession::end_step(const char* why) {
  Step step;
  step.next = attempt_;
  model::FactList list;
  session::close(prepared(), step.next, list);
  step.turn = {step.next.turn, id(), "end", services_.clock->now(), std::nullopt, std::move(list.facts), {}};
  step.request = request_of(step.next, step.turn, session::end_line(prepared(), step.next, id(), why, step.turn.facts, step.turn.at));
  return step;
}

base::Result<void> AttemptSession::end_without_verdict(const char* why) {
  if (pending_) return base::fail("pending", "The last action is still being saved.");
  return over() ? base::Result<void>() : append_now(end_step(why));
}

Submitted AttemptSession::end_later(const char* why) {
  if (pending_ || over()) return refused(session::Refused{"pending"});
  auto pending = std::make_shared<Pending>();
  pending->step = end_step(why);
  return write_later(pending);
}

bool AttemptSession::past_its_moment() const {
  if (!is_moment() || over()) return false;
  model::Symbol begun_in = 0;
  for (const Turn& each : turns_) {
    for (const model::Fact& fact : each.facts)
      if (fact.kind == model::FactKind::step_entered) begun_in = fact.name;
    if (each.attempt == id()) break; // its first entry: what came before was inherited
  }
  return prepared().steps[attempt_.step].id != begun_in;
}

base::Result<void> AttemptSession::give_up_and_wait() { return end_without_verdict(given_up); }

} // namespace firsthand::app
