// Driving an attempt by lines.
#include "tools/firsthand/driver.h"

#include "engine/reading/findings.h"
#include "engine/session/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace firsthand::tools {

namespace {

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

bool begins_with(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ' || text[word.size()] == '\t');
}

// The lines of drive keep the codes that scripts know.
std::string code_of(const model::Finding& fault) {
  return fault.code == "F1002"   ? "unknown-word"
         : fault.code == "F1003" ? "unknown-draw"
         : fault.code == "F1014" ? "chance-too-late"
                                 : "grammar";
}

base::Json evidence_of(const app::AttemptSession& session) {
  const session::Evidence counted = session::evidence_of(session.prepared(), session.attempt());
  base::Json::Array lost_items;
  for (const simulation::ItemState& item : session.prepared().scene.items(session.attempt().world)) {
    if (session::fate_of(item) != session::Fate::lost) continue;
    lost_items.push_back(session.prepared().symbols.word(item.entity) + "." + session.prepared().symbols.word(item.item));
  }
  base::Json::Object evidence;
  evidence["all"] = counted.at_stake;
  evidence["saved"] = counted.saved;
  evidence["reachable"] = counted.reachable;
  evidence["out-of-reach"] = counted.out_of_reach;
  evidence["lost"] = counted.lost;
  evidence["lost-items"] = std::move(lost_items);
  return evidence;
}

} // namespace

void Driver::refuse(const std::string& code, const std::string& reason) {
  refused_ = code;
  std::cout << fmt::format("refused {} {} {}", session_ ? session_->turn() : 0, code, reason) << std::endl;
}

void Driver::complain(const std::string& message) {
  std::cerr << fmt::format("line {}: {}\n", number_, message);
  failed_ = true;
}

base::Result<void> Driver::line(const std::string& raw) {
  ++number_;
  const bool marked = number_ == 1 && raw.starts_with("\xEF\xBB\xBF"); // a byte order mark
  const std::string text(without_spaces(std::string_view(raw).substr(marked ? 3 : 0)));
  if (text.empty() || text.front() == '#') return {};
  if (begins_with(text, "chance")) {
    chance(text);
    return {};
  }
  FH_CHECK(start());
  if (begins_with(text, "expect"))
    expect(text);
  else if (text == "hand in" && session::test_of(session_->prepared()))
    hand_in();
  else
    act(text);
  return {};
}

// Chance is fixed before anything is done; afterwards only what is fixed already may be said again.
void Driver::chance(const std::string& text) {
  const session::PlayReading reading = session::parse_play(text, content_->prepared());
  if (!reading.faults.empty()) return refuse(code_of(reading.faults[0]), reading::message_of(reading.faults[0]));
  const simulation::FixedDraw& fixed = reading.play.chance.at(0);
  if (!session_)
    options_.chance.push_back(fixed);
  else if (!is_fixed(fixed))
    refuse("chance-too-late", "Chance is fixed before anything is done.");
}

bool Driver::is_fixed(const simulation::FixedDraw& fixed) const {
  const auto& chance = session_->pins().start.chance;
  return std::any_of(chance.begin(), chance.end(),
                     [&](const simulation::FixedDraw& each) { return each.draw == fixed.draw && each.outcome == fixed.outcome; });
}

base::Result<void> Driver::resume_open() {
  FH_TRY(attempts, data_folder_.attempts(options_.person));
  for (const app::AttemptCard& card : attempts) {
    const bool ours =
        card.scenario == content_->prepared().scenario.id && card.channel != session::Channel::window && card.mode == options_.mode;
    if (!ours || card.ending != session::Ending::open || !card.parent.empty()) continue;
    FH_TRY(session, data_folder_.resume(card.id));
    if (!options_.doctrine.empty() && session->pins().doctrine != options_.doctrine) continue;
    if (session->over())
      std::cerr << fmt::format("The open attempt {} was interrupted by an update; a new one begins.\n", card.id);
    else
      session_ = std::move(session);
    return {};
  }
  return {};
}

base::Result<void> Driver::start() {
  if (session_) return {};
  FH_CHECK(resume_open());
  if (!session_) {
    if (!options_.chance.empty()) options_.channel = session::Channel::rehearsal; // what fixes chance is a rehearsal for ever
    FH_TRY(session, data_folder_.begin(scenario_, options_));
    session_ = std::move(session);
    return {};
  }
  content_ = data_folder_.content_of(*session_);
  for (const simulation::FixedDraw& fixed : options_.chance)
    if (!is_fixed(fixed)) refuse("chance-too-late", fmt::format("The open attempt began without chance {} {}.", fixed.draw, fixed.outcome));
  return {};
}

// Through what lies before the test: each step that may be left is left.
void Driver::hand_in() {
  const session::Prepared& prepared = session_->prepared();
  refused_.clear();
  while (refused_.empty() && session::leaving(prepared, session_->attempt()) == session::Leaving::may)
    act("go on");
  if (!session_->over()) act(fmt::format("do {} hand-in", prepared.symbols.word(prepared.steps[session_->attempt().step].id)));
}

void Driver::act(const std::string& text) {
  refused_.clear();
  auto action = session::parse_action(text, session_->prepared().symbols);
  if (!action.ok()) return refuse(action.error().code, action.error().message);
  const app::Submitted done = session_->submit_and_wait(*action, session_->turn());
  switch (done.kind) {
  case app::Submitted::Kind::adopted:
    std::cout << fmt::format("ok {} {}", done.turn, done.hash.hex()) << std::endl;
    return;
  case app::Submitted::Kind::refused:
    return refuse(done.code, words_.refusal(done.code, done.message));
  default:
    failed_ = true;
    return refuse(done.code, done.message);
  }
}

// "expect refused CODE" is about the line before, which may have been no action at all.
bool Driver::expect_refused(std::string_view text) {
  constexpr std::string_view start = "expect refused ";
  if (!text.starts_with(start)) return false;
  const std::string_view code = without_spaces(text.substr(start.size()));
  if (code.find(' ') != code.npos) return false;
  if (refused_ != code)
    complain(refused_.empty() ? fmt::format("It was accepted. ({})", text) : fmt::format("It was refused: {}. ({})", refused_, text));
  return true;
}

// The expectation is checked by rehearsing all that was accepted, which gives the same state.
void Driver::expect(const std::string& text) {
  if (expect_refused(text)) return;
  const session::Prepared& prepared = session_->prepared();
  session::Play play;
  play.chance = session_->pins().start.chance;
  for (const app::Turn& turn : session_->turns())
    if (turn.action) play.lines.push_back({0, 1, "", *turn.action});
  session::PlayReading reading = session::parse_play(text, prepared);
  if (!reading.faults.empty()) return complain(fmt::format("{} ({})", reading::message_of(reading.faults[0]), text));
  reading.play.lines.back().number = 1;
  play.lines.push_back(std::move(reading.play.lines.back()));
  const session::Rehearsal rehearsal = session::rehearse(prepared, play, session_->pins().start);
  for (const model::Finding& fault : rehearsal.failed)
    if (fault.where.line == 1) complain(fmt::format("{} ({})", reading::message_of(fault), text));
}

std::string Driver::summary() const {
  const session::Prepared& prepared = session_->prepared();
  const judging::Score score = session::score(prepared, session_->attempt());
  base::Json::Array fatal;
  for (const std::size_t rule : score.fatal_rules)
    fatal.push_back(prepared.scenario.doctrine.rules[rule].id);
  base::Json::Object line;
  line["attempt"] = session_->id();
  line["scenario"] = prepared.scenario.id;
  line["doctrine"] = prepared.scenario.doctrine.id;
  line["turn"] = session_->turn();
  line["scene-seconds"] = session_->attempt().world.now;
  line["verdict"] = session::ending_word(session_->attempt().ending);
  line["score"] = score.per_mille;
  line["fatal"] = std::move(fatal);
  line["evidence"] = evidence_of(*session_);
  return base::Json(std::move(line)).line();
}

} // namespace firsthand::tools
