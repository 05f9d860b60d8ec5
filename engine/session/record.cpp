// The lines of an attempt: building and reading back what stands beside the facts.
#include "engine/session/record.h"

#include "engine/session/evidence.h"
#include "engine/session/sum.h"
#include "engine/session/supervised.h"

#include <fmt/format.h>

namespace firsthand::session {
namespace {

using base::Json;

Json facts_array(const Facts& facts, const model::Symbols& symbols) {
  Json::Array array;
  for (const model::Fact& fact : facts)
    array.push_back(fact_json(fact, symbols));
  return array;
}

Json any_line(const char* kind, std::string_view attempt_id, int turn, base::Moment at) {
  Json::Object line;
  line["k"] = kind;
  line["id"] = attempt_id;
  line["t"] = turn;
  line["at"] = at.milliseconds;
  return line;
}

void put_outcome(Json& line, const Prepared& prepared, const Attempt& attempt, const Facts& facts) {
  line["f"] = facts_array(facts, prepared.symbols);
  line["d"] = state_digest(prepared, attempt).hex();
  line["ev"] = evidence_words(evidence_of(prepared, attempt));
  if (auto sum = sum_words(prepared, attempt)) line[sum_key] = std::move(*sum);
}

void put_session_entry(Json& line, const SessionEntry& session_entry) {
  line["lang"] = session_entry.language;
  line["shown"] = session_entry.shown_hash.hex();
  line["aids"] = Json::Array(session_entry.aids.begin(), session_entry.aids.end());
}

Json paper_words(const Paper& paper) {
  Json::Array all;
  for (const PaperItem& asked : paper)
    all.push_back(Json::Array{asked.item + "@" + asked.version, Json::Array(asked.options.begin(), asked.options.end())});
  return all;
}

void put_paper(Json& line, const Start& start) {
  if (!start.paper.empty()) line["paper"] = paper_words(start.paper);
  if (!start.role.empty()) line["role"] = start.role;
  if (!start.form.empty()) line["form"] = start.form;
  if (start.nth_try > 0) line["try"] = start.nth_try;
  if (!start.seen.empty()) line["seen"] = Json::Array(start.seen.begin(), start.seen.end());
  if (!start.parts.empty()) line["parts"] = Json::Array(start.parts.begin(), start.parts.end());
  if (!start.parts.empty() && start.within > 0) line["within"] = std::int64_t{start.within};
}

std::optional<PaperItem> paper_item_from(const Json& words) {
  const Json::Array& both = words.array();
  if (both.size() != 2 || !both[0].is_text()) return std::nullopt;
  const std::string& name = both[0].text();
  const std::size_t at = name.find('@');
  if (at == 0 || at == name.npos) return std::nullopt;
  PaperItem asked{name.substr(0, at), name.substr(at + 1), {}};
  for (const Json& option : both[1].array())
    asked.options.push_back(option.text());
  return asked;
}

void put_pins(Json& line, const Pins& pins) {
  line["who"] = pins.person;
  line["s"] = pins.scenario;
  line["rules"] = pins.rules_hash.hex();
  line["doc"] = pins.doctrine;
  line["ed"] = pins.edition;
  line["law"] = pins.law;
  line["mode"] = mode_word(pins.start.mode);
  line["ch"] = channel_word(pins.channel);
  const std::int64_t session = session::session_in(pins.supervision);
  line["sup"] = session > 0 ? Json(session) : Json(pins.supervision);
  if (!pins.identity.empty()) line["identity"] = pins.identity;
  line["var"] = pins.variant;
  line["n"] = pins.number;
  line["seed"] = crypto::to_hex(pins.start.seed.bytes);
  line["eng"] = pins.rules;
  line["prog"] = pins.program;
  if (!pins.workstation.empty()) line["ws"] = pins.workstation;
  Json::Array chance;
  for (const simulation::FixedDraw& fixed : pins.start.chance)
    chance.push_back(Json::Array{fixed.draw, fixed.outcome});
  line["pins"] = std::move(chance);
  put_paper(line, pins.start);
  if (pins.parent.empty()) return;
  line["pid"] = pins.parent;
  line["pt"] = pins.parent_turn;
}

base::Error bad_line(std::string_view what) { return base::fail("record-line", fmt::format("A record line without {}.", what)); }

base::Result<Start> start_from(const Json& line) {
  Start start;
  const auto mode = mode_of(line.at("mode").text());
  const auto seed = crypto::parse_hash(line.at("seed").text());
  if (!mode) return bad_line("a mode");
  if (!seed) return bad_line("a seed");
  start.mode = *mode;
  start.seed.bytes = seed->bytes;
  for (const Json& fixed : line.at("pins").array()) {
    if (fixed.array().size() != 2 || !fixed.array()[0].is_text() || !fixed.array()[1].is_text()) return bad_line("readable pins");
    start.chance.push_back({fixed.array()[0].text(), fixed.array()[1].text()});
  }
  for (const Json& words : line.at("paper").array()) {
    auto asked = paper_item_from(words);
    if (!asked) return bad_line("a readable paper");
    start.paper.push_back(std::move(*asked));
  }
  start.role = line.at("role").text();
  start.form = line.at("form").text();
  start.nth_try = static_cast<int>(line.at("try").number());
  for (const Json& form : line.at("seen").array())
    start.seen.push_back(form.text());
  return start;
}

} // namespace

const char* mode_word(Mode mode) { return mode == Mode::practice ? "practice" : "assessed"; }

const char* channel_word(Channel channel) {
  switch (channel) {
  case Channel::window:
    return "window";
  case Channel::command_line:
    return "command-line";
  case Channel::rehearsal:
    return "rehearsal";
  }
  return "";
}

std::optional<Mode> mode_of(std::string_view word) {
  if (word == mode_word(Mode::practice)) return Mode::practice;
  if (word == mode_word(Mode::assessed)) return Mode::assessed;
  return std::nullopt;
}

std::optional<Channel> channel_of(std::string_view word) {
  for (const Channel channel : {Channel::window, Channel::command_line, Channel::rehearsal})
    if (word == channel_word(channel)) return channel;
  return std::nullopt;
}

bool counts(const Origin& origin) {
  return origin.signed_in && origin.channel == Channel::window && !origin.branch && !origin.chance_fixed && !origin.warm_up;
}

Json evidence_words(const Evidence& evidence) {
  return Json::Array{evidence.at_stake, evidence.saved, evidence.reachable, evidence.out_of_reach, evidence.lost};
}

Pins pins_of(const Prepared& prepared, const Start& start) {
  Pins pins;
  pins.scenario = prepared.scenario.id;
  pins.rules_hash = prepared.rules_hash;
  pins.doctrine = prepared.scenario.doctrine.id;
  pins.edition = prepared.scenario.doctrine.edition;
  pins.start = start;
  return pins;
}

base::Result<Pins> pins_from(const Json& line) {
  Pins pins;
  const std::string& kind = line.at("k").text();
  if (kind != "begin" && kind != "branch") return bad_line("the beginning of an attempt");
  const auto rules = crypto::parse_hash(line.at("rules").text());
  const auto channel = channel_of(line.at("ch").text());
  if (!rules) return bad_line("the hash of the rules");
  if (!channel) return bad_line("a channel");
  FH_TRY(start, start_from(line));
  if (!start.chance.empty() && *channel != Channel::rehearsal) return bad_line("honest chance: only a rehearsal pins it");
  pins.start = std::move(start);
  pins.rules_hash = *rules;
  pins.channel = *channel;
  pins.attempt = line.at("id").text();
  pins.person = line.at("who").text();
  pins.scenario = line.at("s").text();
  pins.doctrine = line.at("doc").text();
  pins.edition = line.at("ed").text();
  pins.law = line.at("law").text();
  const Json& sup = line.at("sup");
  pins.supervision = sup.is_number() ? std::to_string(sup.number()) : sup.text();
  pins.identity = line.at("identity").text();
  pins.variant = line.at("var").text();
  pins.workstation = line.at("ws").text();
  pins.number = static_cast<int>(line.at("n").number());
  pins.program = line.at("prog").text();
  pins.rules = static_cast<int>(line.at("eng").number());
  pins.parent = line.at("pid").text();
  pins.parent_turn = static_cast<int>(line.at("pt").number());
  return pins;
}

base::Result<SessionEntry> session_entry_from(const Json& line) {
  SessionEntry session_entry;
  const auto shown = crypto::parse_hash(line.at("shown").text());
  if (!shown) return bad_line("the hash of what was shown");
  session_entry.shown_hash = *shown;
  session_entry.language = line.at("lang").text();
  for (const Json& aid : line.at("aids").array())
    session_entry.aids.push_back(aid.text());
  return session_entry;
}

Json begin_line(const Prepared& prepared, const Attempt& attempt, const Pins& pins, const SessionEntry& session_entry, const Facts& facts,
                base::Moment at) {
  Json line = any_line(pins.parent.empty() ? "begin" : "branch", pins.attempt, attempt.turn, at);
  put_pins(line, pins);
  line["cut"] = prepared.rule_set.doctrine().cut_per_mille;
  put_session_entry(line, session_entry);
  put_outcome(line, prepared, attempt, facts);
  return line;
}

Json turn_line(const Prepared& prepared, const Attempt& attempt, std::string_view attempt_id, const Action& action,
               const std::vector<std::string>& commitments, const Facts& facts, base::Moment at) {
  Json line = any_line("turn", attempt_id, attempt.turn, at);
  Action without_text = action;
  without_text.text.clear(); // what a person typed can be erased; a sealed line cannot
  line["do"] = action_words(without_text, prepared.symbols);
  line["x"] = Json::Array(commitments.begin(), commitments.end());
  put_outcome(line, prepared, attempt, facts);
  return line;
}

Json session_entry_line(Attempt& attempt, std::string_view attempt_id, const SessionEntry& session_entry, base::Moment at) {
  Json line = any_line("sitting", attempt_id, ++attempt.turn, at);
  put_session_entry(line, session_entry);
  return line;
}

Json end_line(const Prepared& prepared, const Attempt& attempt, std::string_view attempt_id, std::string_view why, const Facts& facts,
              base::Moment at) {
  Json line = any_line("end", attempt_id, attempt.turn, at);
  line["why"] = why;
  put_outcome(line, prepared, attempt, facts);
  return line;
}

} // namespace firsthand::session
