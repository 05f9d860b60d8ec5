// An attempt computed again from its lines. Serves resume and checking: the first turn whose facts or digest are not those
// of the record is named.
#include "engine/assessment/form.h"
#include "engine/session/evidence.h"
#include "engine/session/keyboard_time.h"
#include "engine/session/record.h"
#include "engine/session/sum.h"

#include <fmt/format.h>

namespace firsthand::session {
namespace {

using base::Json;

class Replayer {
 public:
  Replayer(const Prepared& prepared, const Attempt* parent, const AfterTurn& after_turn)
      : prepared_(prepared), parent_(parent), after_turn_(after_turn) {}

  base::Result<Replayed> run(std::span<const Json> lines) {
    if (lines.empty()) return base::fail("record-line", "There are no lines to replay.");
    FH_CHECK(start(lines[0]));
    for (std::size_t i = 1; i < lines.size() && !out_.difference; ++i)
      turn(lines[i]);
    return std::move(out_);
  }

 private:
  base::Result<void> start(const Json& line);
  void turn(const Json& line);
  void act(const Json& line, Attempt& next, model::FactList& list);
  void compare(const Json& line, Attempt next, model::FactList list);
  void differ(const Json& line, std::string what) {
    out_.difference = Difference{static_cast<int>(line.at("t").number()), std::move(what)};
  }
  std::optional<std::string> paper_differs(const Start& start) const;
  std::optional<std::string> facts_differ(const Json& line, const Facts& facts) const;
  std::optional<std::string> sum_differs(const Json& line, const Attempt& next) const;

  const Prepared& prepared_;
  const Attempt* parent_;
  const AfterTurn& after_turn_;
  Workspace workspace_;
  KeyboardTime time_;
  Replayed out_;
};

base::Result<void> Replayer::start(const Json& line) {
  FH_TRY(pins, pins_from(line));
  time_.entry({line.at("at").number()});
  if (pins.rules_hash != prepared_.rules_hash)
    return base::fail("other-content", "The attempt was made with another content than the one at hand.");
  const bool is_branch = line.at("k").text() == "branch";
  if (is_branch != (parent_ != nullptr))
    return base::fail("record-line", is_branch ? "A branch needs the state it goes on from." : "Only a branch has a parent.");
  model::FactList list;
  if (auto what = paper_differs(pins.start)) return differ(line, std::move(*what)), base::Result<void>();
  Attempt first = is_branch ? branch(*parent_, list) : begin(prepared_, pins.start, list);
  compare(line, std::move(first), std::move(list));
  return {};
}

// The form that the line names, shuffled by its seed, is the paper that it has. An older line names none.
std::optional<std::string> Replayer::paper_differs(const Start& start) const {
  if (start.form.empty()) return std::nullopt;
  const auto form = assessment::form_named(start.form);
  if (form && paper_for(prepared_, *form, start.seed) == start.paper) return std::nullopt;
  return fmt::format("paper: it is not form {} as the seed shuffles it", start.form);
}

void Replayer::turn(const Json& line) {
  time_.entry({line.at("at").number()});
  Attempt next = out_.attempt;
  model::FactList list;
  const std::string& kind = line.at("k").text();
  if (line.at("t").number() != next.turn + 1) return differ(line, fmt::format("turn {} is missing", next.turn + 1));
  if (kind == "sitting") {
    ++out_.attempt.turn;
    out_.facts.emplace_back();
    return;
  }
  if (kind == "turn")
    act(line, next, list);
  else if (kind == "end")
    close(prepared_, next, list);
  else
    return differ(line, fmt::format("a line of the unknown kind \"{}\"", kind));
  if (!out_.difference) compare(line, std::move(next), std::move(list));
}

void Replayer::act(const Json& line, Attempt& next, model::FactList& list) {
  const auto action = parse_action(line.at("do").text(), prepared_.symbols);
  if (!action.ok()) return differ(line, action.error().message);
  const auto refused = advance(prepared_, next, *action, next.turn, list, workspace_);
  if (refused) differ(line, "refused " + refused->code);
}

std::optional<std::string> Replayer::facts_differ(const Json& line, const Facts& facts) const {
  const Json::Array& recorded = line.at("f").array();
  for (std::size_t i = 0; i < facts.size() || i < recorded.size(); ++i) {
    const std::string ours = i < facts.size() ? fact_json(facts[i], prepared_.symbols).line() : "nothing";
    const std::string theirs = i < recorded.size() ? recorded[i].line() : "nothing";
    if (ours != theirs) return fmt::format("fact {}: recorded {}, computed {}", i + 1, theirs, ours);
  }
  return std::nullopt;
}

// A line that is older than sums has none: not recorded. So it is with the time at the keyboard, which whoever made the line put in.
std::optional<std::string> Replayer::sum_differs(const Json& line, const Attempt& next) const {
  const Json* told = line.find(sum_key);
  if (!told) return std::nullopt;
  auto sum = sum_words(prepared_, next);
  if (sum && told->find(sum_time_key)) (*sum)[sum_time_key] = time_.milliseconds();
  const std::string computed = sum ? sum->line() : "nothing";
  if (told->line() == computed) return std::nullopt;
  return fmt::format("sum: recorded {}, computed {}", told->line(), computed);
}

void Replayer::compare(const Json& line, Attempt next, model::FactList list) {
  if (auto what = facts_differ(line, list.facts)) return differ(line, std::move(*what));
  const std::string digest = state_digest(prepared_, next).hex();
  if (line.at("d").text() != digest) return differ(line, fmt::format("digest: recorded {}, computed {}", line.at("d").text(), digest));
  const Json evidence = evidence_words(evidence_of(prepared_, next));
  if (const Json* told = line.find("ev"); told && told->line() != evidence.line())
    return differ(line, fmt::format("evidence: recorded {}, computed {}", told->line(), evidence.line()));
  if (auto what = sum_differs(line, next)) return differ(line, std::move(*what));
  out_.attempt = std::move(next);
  out_.facts.push_back(std::move(list.facts));
  if (after_turn_) after_turn_(out_.attempt, out_.facts.back());
}

} // namespace

Attempt branch(const Attempt& from, model::FactSink& sink) {
  Attempt attempt = from;
  attempt.turn = 0;
  model::Fact fact;
  fact.kind = model::FactKind::attempt_began;
  fact.at = attempt.world.now;
  fact.batch = ++attempt.world.batch;
  sink.add(fact);
  return attempt;
}

base::Result<Replayed> replay(const Prepared& prepared, std::span<const Json> lines, const Attempt* parent, const AfterTurn& after_turn) {
  return Replayer(prepared, parent, after_turn).run(lines);
}

} // namespace firsthand::session
