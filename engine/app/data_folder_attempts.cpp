// Beginning, resuming and rewinding attempts, and listing them.
#include "engine/app/data_folder.h"
#include "engine/app/history.h"
#include "engine/app/identity.h"
#include "engine/session/supervised.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::app {

namespace {

session::Ending ending_of(storage::AttemptState state) {
  switch (state) {
  case storage::AttemptState::open:
    return session::Ending::open;
  case storage::AttemptState::passed:
    return session::Ending::passed;
  case storage::AttemptState::failed:
    return session::Ending::failed;
  case storage::AttemptState::closed:
    return session::Ending::closed;
  }
  return session::Ending::closed;
}

// In a demonstration nobody is signed in; there it is told as if somebody were.
enum class Guest : std::uint8_t { counts_never, counts_here };

void put_test(AttemptCard& card, const base::Json& progress) {
  card.role = progress.at("role").text();
  card.form = progress.at("form").text();
  card.nth_try = static_cast<int>(progress.at("try").number());
  card.question = static_cast<int>(progress.at("question").number());
  card.questions = static_cast<int>(progress.at("questions").number());
  card.answered = static_cast<int>(progress.at("answered").number());
  for (const auto& [competency, counts] : progress.at("tested").object())
    if (counts.array().size() == 2)
      card.tested.push_back({competency, static_cast<int>(counts.array()[0].number()), static_cast<int>(counts.array()[1].number())});
}

AttemptCard card_of(const storage::Attempt& row, Guest guest) {
  AttemptCard card;
  card.id = row.id;
  card.scenario = row.scenario;
  card.title = row.title;
  card.mode = session::mode_of(row.mode).value_or(session::Mode::practice);
  card.channel = session::channel_of(row.channel).value_or(session::Channel::command_line);
  card.ending = card.first_ending = ending_of(row.state);
  card.started = row.started;
  card.finished = row.finished;
  card.parent = row.parent_attempt;
  card.turn = row.turn;
  if (const auto progress = base::parse_json_line(row.progress, 4096, 3); progress.ok()) {
    put_test(card, *progress);
    card.step = static_cast<int>(progress->at("step").number());
    card.steps = static_cast<int>(progress->at("steps").number());
    card.step_id = progress->at("id").text();
    card.scene_time = static_cast<base::Seconds>(progress->at("at").number());
    card.saved = {progress->at("saved").number()};
    card.per_mille = static_cast<int>(progress->at("score").number());
  }
  card.session = session::session_in(row.supervision);
  card.warm_up = session::is_told_nowhere(row.variant);
  card.counts = session::counts({.signed_in = !row.person.empty() || guest == Guest::counts_here,
                                 .branch = !row.parent_attempt.empty(),
                                 .chance_fixed = false, // at the window it never is: see check_options
                                 .warm_up = card.warm_up,
                                 .channel = card.channel});
  return card;
}

// Only a rehearsal may say what chance does; what is played at the window is drawn.
base::Result<void> check_options(const content::Content& content, const BeginOptions& options) {
  if (options.mode == session::Mode::assessed && !content.reviewed(options.language))
    return base::fail("language-draft", "This language is a draft. It is for practice only.");
  if ((!options.chance.empty() || options.seed) && options.channel != session::Channel::rehearsal)
    return base::fail("chance-fixed", "Chance can be fixed in a rehearsal only.");
  if (const auto fixed = session::unknown_fixed_draw(content.prepared(), options.chance))
    return base::fail("unknown-draw", fmt::format("Chance never gives {} {}.", fixed->draw, fixed->outcome));
  return {};
}

} // namespace

namespace {

void put_session(AttemptCard& card, const std::string& person, const session::SupervisedSessions& sessions, base::Moment now) {
  const session::SupervisedSession* session = sessions.find(card.session);
  if (!session || session->test != card.scenario || !session->is_present(person)) {
    card.session = 0; // it says so itself, and no session knows of it
    return;
  }
  card.incidents = session->incidents_in(card.id);
  card.session_open = !session->closed;
  card.session_unclosed = session::state_of(*session, now) == session::SessionState::ended;
}

session::Ending ending_after(const std::string& to) {
  if (to == ledger::counts_as::passed) return session::Ending::passed;
  return to == ledger::counts_as::failed ? session::Ending::failed : session::Ending::closed;
}

} // namespace

// Decisions are few: where there is none nothing more is read.
base::Result<void> DataFolder::put_rulings(std::vector<AttemptCard>& cards, const std::string& person_id) {
  FH_TRY(known, rulings());
  if (known.all.empty()) return {};
  FH_TRY(everybody, store_->people());
  for (AttemptCard& card : cards) {
    for (const ledger::SealedRuling& each : known.on(card.id, person_id, session::ending_word(card.first_ending))) {
      DecisionCard decision{each.ruling.to, each.ruling.code, {}, each.ruling.at};
      for (const std::string& id : each.ruling.by) {
        const auto who = std::find_if(everybody.begin(), everybody.end(), [&id](const storage::Person& one) { return one.id == id; });
        decision.by.push_back(who == everybody.end() ? std::string() : who->name);
      }
      card.ending = ending_after(decision.to);
      card.decisions.push_back(std::move(decision));
    }
  }
  return {};
}

base::Result<std::vector<AttemptCard>> DataFolder::attempts(const std::string& person_id) {
  FH_TRY(rows, store_->attempts_of(person_id));
  std::vector<AttemptCard> cards;
  for (const storage::Attempt& row : rows)
    cards.push_back(card_of(row, is_demonstration() ? Guest::counts_here : Guest::counts_never));
  FH_CHECK(put_rulings(cards, person_id));
  if (std::all_of(cards.begin(), cards.end(), [](const AttemptCard& each) { return each.session == 0; })) return cards;
  FH_TRY(known, sessions());
  for (AttemptCard& card : cards)
    if (card.session != 0) put_session(card, person_id, known, services_.clock->now());
  return cards;
}

base::Result<int> DataFolder::next_number(const std::string& person_id, const std::string& scenario) {
  FH_TRY(rows, store_->attempts_of(person_id));
  int number = 1;
  for (const storage::Attempt& row : rows)
    if (row.scenario == scenario && row.parent_attempt.empty()) ++number;
  return number;
}

std::unique_ptr<AttemptSession> DataFolder::empty_session(content::ContentPtr content, const crypto::Hash& kept) {
  std::unique_ptr<AttemptSession> session(new AttemptSession(services_, *store_, *writer_, std::move(content)));
  session->kept_ = kept;
  return session;
}

// The first entry of an attempt, with all that it rests on.
base::Result<void> DataFolder::record_start(AttemptSession& session, session::Attempt attempt, session::Facts facts) {
  AttemptSession::Step step;
  step.next = std::move(attempt);
  const std::string kind = session.pins_.parent.empty() ? "begin" : "branch";
  step.turn = {step.next.turn, session.id(), kind, session.started_, std::nullopt, std::move(facts), {}};
  base::Json line =
      session::begin_line(session.prepared(), step.next, session.pins_, session.session_entry_, step.turn.facts, step.turn.at);
  line["kept"] = session.kept_.hex();
  FH_TRY(texts, put_identity(line, session.pins_.person));
  step.request = session.request_of(step.next, step.turn, line);
  step.request.texts = std::move(texts);
  return session.append_now(std::move(step));
}

// Who, by commitments, and where, in words; what there is of it.
base::Result<std::vector<storage::TypedText>> DataFolder::put_identity(base::Json& line, const std::string& id) {
  std::vector<storage::TypedText> texts;
  const auto commit = [&](const char* key, std::string text) {
    texts.push_back({crypto::random_array<16>(*services_.entropy), std::move(text)});
    line[key] = ledger::commit_text(texts.back().salt, texts.back().text).hex();
  };
  FH_TRY(where, station());
  if (where.named()) line["station"] = words_of(where);
  if (!where.code.empty()) line["station-code"] = where.code;
  if (id.empty()) return texts;
  FH_TRY(who, person(id));
  FH_TRY(rows, store_->roster());
  commit("name", name_text(who.name));
  for (const storage::RosterRow& row : rows)
    if (row.person == id && !row.number.empty()) commit("number", number_text(row.number));
  return texts;
}

base::Result<std::unique_ptr<AttemptSession>> DataFolder::begin(std::string_view scenario, const BeginOptions& options) {
  FH_TRY(content, content_library_.load(scenario, options.doctrine));
  FH_CHECK(check_options(*content, options));
  const session::Prepared& prepared = content->prepared();
  const base::Moment now = services_.clock->now();
  FH_TRY(number, next_number(options.person, prepared.scenario.id));
  FH_TRY(workstation, store_->workstation());
  FH_TRY(kept, snapshots_.keep(*store_, content, now));
  auto session = empty_session(content, kept);
  session->started_ = now;
  session::Start start{options.mode, session::seed_of(workstation.key, options.person, prepared.rules_hash, number), options.chance};
  if (options.seed) start.seed = *options.seed;
  FH_CHECK(draw_paper(prepared, options, now, start));
  session->pins_ = session::pins_of(prepared, start);
  session::Pins& pins = session->pins_;
  pins.attempt = crypto::random_id(*services_.entropy);
  pins.person = options.person;
  pins.channel = options.channel;
  FH_CHECK(put_supervision(options, pins, now));
  FH_CHECK(bind_to_session(*session));
  if (content_library_.library().is_warm_up(pins.scenario)) pins.variant = session::warm_up_variant;
  if (content_library_.library().is_daily(pins.scenario)) pins.variant = session::daily_variant;
  pins.workstation = workstation.id;
  pins.number = number;
  pins.program = services_.version;
  session->session_entry_ = {options.language, prepared.shown_hash, options.aids};
  model::FactList list;
  session::Attempt attempt = session::begin(prepared, pins.start, list);
  FH_CHECK(record_start(*session, std::move(attempt), std::move(list.facts)));
  return session;
}

base::Result<std::unique_ptr<AttemptSession>> DataFolder::resume(const std::string& attempt) {
  FH_TRY(session, resume_any(attempt));
  if (!session->over()) FH_CHECK(bind_to_session(*session));
  return session;
}

base::Result<std::unique_ptr<AttemptSession>> DataFolder::resume_any(const std::string& attempt) {
  FH_TRY(history, read_history(*store_, snapshots_, attempt));
  auto session = empty_session(history.content, history.kept);
  session->started_ = history.started;
  session->pins_ = std::move(history.pins);
  session->session_entry_ = std::move(history.session_entry);
  session->attempt_ = std::move(history.attempt);
  session->act_order_ = std::move(history.act_order);
  session->turns_ = std::move(history.turns);
  session->interrupted_ = history.interrupted || history.difference;
  FH_TRY(row, store_->attempt(attempt));
  if (!history.difference || !row || row->state != storage::AttemptState::open) return session;
  session->attempt_.turn = history.last_turn;
  FH_CHECK(session->end_without_verdict(interrupted_by_update));
  return session;
}

base::Result<std::unique_ptr<AttemptSession>> DataFolder::rewind(const std::string& attempt, int turn, PlayOn on) {
  FH_TRY(history, read_history(*store_, snapshots_, attempt, turn));
  if (history.pins.start.mode != session::Mode::practice)
    return base::fail("rewind-assessed", "An assessment cannot be played again from a moment of it.");
  if (history.difference || history.interrupted || history.last_turn != turn || history.attempt.ending != session::Ending::open)
    return base::fail("rewind-turn", "From that moment nothing can be played on.");
  FH_TRY(workstation, store_->workstation());
  auto session = empty_session(history.content, history.kept);
  session->started_ = services_.clock->now();
  session->pins_ = std::move(history.pins);
  session->pins_.workstation = workstation.id;
  session->pins_.parent = attempt;
  session->pins_.parent_turn = turn;
  session->pins_.attempt = crypto::random_id(*services_.entropy);
  session->pins_.program = services_.version;
  session->pins_.rules = session::engine_rules;
  if (!session::is_told_nowhere(session->pins_.variant))
    session->pins_.variant = on == PlayOn::through_the_step ? session::moment_variant : "";
  session->session_entry_ = std::move(history.session_entry);
  session->turns_ = std::move(history.turns);
  session->act_order_ = std::move(history.act_order);
  model::FactList list;
  session::Attempt next = session::branch(history.attempt, list);
  FH_CHECK(record_start(*session, std::move(next), std::move(list.facts)));
  return session;
}

base::Result<History> DataFolder::history(const std::string& attempt) { return read_history(*store_, snapshots_, attempt); }

} // namespace firsthand::app
