// Attempts: who tried what, how far it came. Written by append only.
#include "engine/storage/state.h"

namespace firsthand::storage {

namespace {

#define FH_ATTEMPT_ROWS                                                                                                                    \
  "SELECT id, person, scenario, title, mode, channel, supervision, variant, started, rules_hash, seed, "                                   \
  "parent_attempt, "                                                                                                                       \
  "parent_turn, language, shown_hash, state, turn, head, progress, finished FROM attempts "

// A filter's missing parts are null and match everything. Acts of a trainer have a row too, and are no attempts.
#define FH_ATTEMPT_FILTER                                                                                                                  \
  "WHERE (?1 IS NULL OR person = ?1) AND (?2 IS NULL OR scenario = ?2) AND (?3 IS NULL OR mode = ?3) AND "                                 \
  "(?4 IS NULL OR state = ?4) AND mode <> 'administrative' "

AttemptState state_from(std::string_view text) {
  for (const auto state : {AttemptState::open, AttemptState::passed, AttemptState::failed})
    if (word(state) == text) return state;
  return AttemptState::closed;
}

Attempt attempt_from(const Query& row) {
  Attempt attempt;
  attempt.id = row.text(0);
  attempt.person = row.text(1);
  attempt.scenario = row.text(2);
  attempt.title = row.text(3);
  attempt.mode = row.text(4);
  attempt.channel = row.text(5);
  attempt.supervision = row.text(6);
  attempt.variant = row.text(7);
  attempt.started = {row.integer(8)};
  attempt.rules_hash = row.hash(9);
  attempt.seed = row.text(10);
  attempt.parent_attempt = row.text(11);
  attempt.parent_turn = static_cast<int>(row.integer(12));
  attempt.language = row.text(13);
  attempt.shown_hash = row.hash(14);
  attempt.state = state_from(row.text(15));
  attempt.turn = static_cast<int>(row.integer(16));
  attempt.head = row.hash(17);
  attempt.progress = row.text(18);
  if (!row.is_null(19)) attempt.finished = Moment{row.integer(19)};
  return attempt;
}

void bind_filter(Query& query, const AttemptFilter& filter) {
  filter.person ? query.bind(*filter.person) : query.null();
  filter.scenario ? query.bind(*filter.scenario) : query.null();
  filter.mode ? query.bind(*filter.mode) : query.null();
  filter.state ? query.bind(word(*filter.state)) : query.null();
}

Result<std::optional<Attempt>> one_attempt(Query& query) {
  FH_TRY(row, query.step());
  return row ? std::optional(attempt_from(query)) : std::nullopt;
}

} // namespace

std::string_view word(AttemptState state) {
  switch (state) {
  case AttemptState::open:
    return "open";
  case AttemptState::passed:
    return "passed";
  case AttemptState::failed:
    return "failed";
  case AttemptState::closed:
    return "closed";
  }
  return "closed";
}

Result<std::optional<Attempt>> Database::attempt(std::string_view id) {
  Query query(state_->connection, FH_ATTEMPT_ROWS "WHERE id = ?");
  return one_attempt(query.bind(id));
}

Result<std::optional<BegunAttempt>> Database::attempt_begun_after(std::int64_t number) {
  Query query(state_->connection, "SELECT number, id FROM attempts WHERE number > ? ORDER BY number LIMIT 1");
  FH_TRY(row, query.bind(number).step());
  return row ? std::optional(BegunAttempt{query.integer(0), query.text(1)}) : std::nullopt;
}

Result<std::optional<Attempt>> Database::newest_attempt(const AttemptFilter& filter) {
  Query query(state_->connection, FH_ATTEMPT_ROWS FH_ATTEMPT_FILTER "ORDER BY touched DESC LIMIT 1");
  bind_filter(query, filter);
  return one_attempt(query);
}

Result<std::vector<Attempt>> Database::attempts_of(std::string_view person) {
  Query query(state_->connection, FH_ATTEMPT_ROWS "WHERE person = ? AND mode <> 'administrative' ORDER BY touched DESC");
  query.bind(person);
  std::vector<Attempt> attempts;
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return attempts;
    attempts.push_back(attempt_from(query));
  }
}

Result<std::int64_t> Database::count_attempts(const AttemptFilter& filter) {
  Query query(state_->connection, "SELECT count(*) FROM attempts " FH_ATTEMPT_FILTER);
  bind_filter(query, filter);
  FH_CHECK(query.step());
  return query.integer(0);
}

#undef FH_ATTEMPT_ROWS
#undef FH_ATTEMPT_FILTER

} // namespace firsthand::storage
