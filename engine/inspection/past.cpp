// Moments by playing all acts again; the same with new files; and a line that somebody typed.
#include "engine/inspection/past.h"

#include "engine/session/play.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace firsthand::inspection {

namespace {

using session::Action;

std::vector<Action> acts_of(const session::Prepared& prepared, const Past& past, std::size_t moment, std::string& unread) {
  std::vector<Action> acts;
  for (std::size_t i = 0; i <= moment && i < past.moments.size(); ++i) {
    if (past.moments[i].act.empty()) continue;
    auto act = session::parse_action(past.moments[i].act, prepared.symbols);
    if (!act.ok()) {
      unread = fmt::format("{} - {}", past.moments[i].act, act.error().message);
      return acts;
    }
    acts.push_back(std::move(*act));
  }
  return acts;
}

int count_acts(const Past& past, std::size_t moment) {
  int count = 0;
  for (std::size_t i = 0; i <= moment && i < past.moments.size(); ++i)
    count += past.moments[i].act.empty() ? 0 : 1;
  return count;
}

// What was drawn, as a play fixes it. A fixed draw gives the same each time: a draw with two outcomes cannot be fixed.
std::vector<simulation::FixedDraw> fixed_draws_of(const Past& past, std::size_t moment, std::set<std::string>& changing) {
  const model::Symbols& symbols = past.prepared().symbols;
  std::map<std::string, std::string> drawn;
  for (std::size_t i = 0; i <= moment && i < past.moments.size(); ++i)
    for (const model::Fact& fact : past.moments[i].facts) {
      if (fact.kind != model::FactKind::drawn) continue;
      const std::string name = symbols.word(fact.entity) + "." + symbols.word(fact.name);
      const auto [known, fresh] = drawn.try_emplace(name, symbols.word(fact.to));
      if (!fresh && known->second != symbols.word(fact.to)) changing.insert(name);
    }
  std::vector<simulation::FixedDraw> fixed_draws;
  for (const auto& [name, outcome] : drawn)
    if (!changing.contains(name)) fixed_draws.push_back({name, outcome});
  return fixed_draws;
}

std::string instead(const Past& past) {
  const session::Attempt& now = past.moments.back().after;
  if (now.ending != session::Ending::open) return fmt::format("The attempt is over: {}.", session::ending_word(now.ending));
  const session::Prepared& prepared = past.prepared();
  const std::string wants = session::leaving(prepared, now) == session::Leaving::not_yet ? prepared.steps[now.step].module->wants() : "";
  return fmt::format("The step \"{}\" is open{}. It offers: {}", prepared.scenario.steps[now.step].id,
                     wants.empty() ? "" : ", which wants " + wants, offered_words(past));
}

// What the code means, which step is open, and what could be done instead.
std::string why_refused(const Past& past, const std::string& code) {
  return fmt::format("{}. {} {}", code, content::Words().refusal(code), instead(past));
}

} // namespace

Past past_of(const app::AttemptSession& session) {
  const session::Prepared& prepared = session.prepared();
  Past past{session.shared_content(), session.language(), session.id(), session.pins().start, {}};
  model::FactList list;
  session::Attempt attempt = session::begin(prepared, past.start, list);
  for (std::size_t i = 0; i < session.turns().size(); ++i) {
    const app::Turn& turn = session.turns()[i];
    if (turn.action) (void)session::advance(prepared, attempt, *turn.action, attempt.turn, list);
    if (turn.kind == "end") session::close(prepared, attempt, list);
    past.moments.push_back({i, turn.action ? session::action_words(*turn.action, prepared.symbols) : "", turn.facts, attempt});
  }
  past.moments.back().after = session.attempt();
  return past;
}

std::string play_so_far(const Past& past, std::size_t moment) {
  std::string unread;
  std::set<std::string> changing;
  const auto fixed_draws = fixed_draws_of(past, moment, changing);
  std::string text;
  for (const std::string& name : changing)
    text += fmt::format("# {} gave different outcomes: a play cannot say that\n", name);
  return text + session::play_text(past.prepared(), fixed_draws, acts_of(past.prepared(), past, moment, unread));
}

base::Result<Again> played_again(app::DataFolder& data_folder, const Past& past, std::size_t moment) {
  app::BeginOptions how;
  how.mode = past.start.mode, how.seed = past.start.seed, how.chance = past.start.chance;
  how.channel = session::Channel::rehearsal;
  how.language = past.language, how.doctrine = past.content->doctrine_asked();
  Again again;
  FH_TRY(session, data_folder.begin(past.content->path(), how));
  again.session = std::move(session);
  again.all = count_acts(past, moment);
  std::string unread;
  for (const Action& act : acts_of(again.session->prepared(), past, moment, unread)) {
    const app::Submitted done = again.session->submit_and_wait(act, again.session->turn());
    if (done.kind != app::Submitted::Kind::adopted) {
      again.left_off = fmt::format("{} - refused: {}", session::action_words(act, again.session->prepared().symbols),
                                   why_refused(past_of(*again.session), done.code));
      return again;
    }
    ++again.played;
  }
  again.left_off = unread;
  return again;
}

std::string offered_words(const Past& past) {
  constexpr std::size_t most = 8;
  std::vector<Action> all = session::offers(past.prepared(), past.moments.back().after).actions;
  std::erase_if(all, [](const Action& each) { return each.kind == Action::Kind::note; });
  std::string words;
  for (std::size_t i = 0; i < all.size() && i < most; ++i)
    words += (i ? "; " : "") + session::action_words(all[i], past.prepared().symbols);
  return all.size() > most ? fmt::format("{}; … ({} in all)", words, all.size()) : words;
}

TypedLine typed_line(const Past& past, std::string_view line) {
  auto action = session::parse_action(line, past.prepared().symbols);
  if (!action.ok()) return {std::nullopt, action.error().message};
  session::Attempt next = past.moments.back().after; // only tried
  model::FactList ignored;
  const auto refused = session::advance(past.prepared(), next, *action, next.turn, ignored);
  if (!refused) return {std::move(*action), ""};
  return {std::nullopt, "Refused: " + why_refused(past, refused->code)};
}

} // namespace firsthand::inspection
