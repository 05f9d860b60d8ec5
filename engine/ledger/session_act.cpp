// See session_act.h and docs/record-format.md.
#include "engine/ledger/session_act.h"

#include "engine/ledger/administrative.h"
#include "engine/ledger/ruling.h"

#include <algorithm>

namespace firsthand::ledger {

namespace {

constexpr std::size_t longest_session_line = 1u << 16, most_people = 1000;
constexpr std::int64_t most_session_acts = 1'000'000;

base::Json words_of(const std::vector<std::string>& all) { return base::Json::Array(all.begin(), all.end()); }

// Nothing: one of them is no text, or there are too many.
std::optional<std::vector<std::string>> texts_from(const base::Json& array) {
  std::vector<std::string> all;
  for (const base::Json& each : array.array()) {
    if (!each.is_text() || all.size() == most_people) return std::nullopt;
    all.push_back(each.text());
  }
  return all;
}

bool has_numbers(const base::Json& json, std::initializer_list<const char*> names) {
  return std::all_of(names.begin(), names.end(), [&](const char* name) { return json.at(name).is_number(); });
}
bool has_texts(const base::Json& json, std::initializer_list<const char*> names) {
  return std::all_of(names.begin(), names.end(), [&](const char* name) { return json.at(name).is_text(); });
}

// Of each kind what it must have besides what all have.
bool is_complete(const base::Json& json, std::string_view what) {
  if (what == act::session_opened) return has_texts(json, {"room", "test"}) && has_numbers(json, {"until"}) && json.at("people").is_array();
  if (!has_numbers(json, {"session"}) || json.at("session").number() < 1) return false;
  if (what == act::session_incident)
    return has_texts(json, {"code"}) && json.at("people").array().size() == 1 && json.at("attempts").array().size() <= 1;
  return what == act::session_closed && json.at("people").is_array() && json.at("attempts").is_array();
}

} // namespace

bool is_session_act(std::string_view line) {
  if (line.size() > longest_session_line || line.find("\"k\":\"session\"") == line.npos) return false;
  const auto json = base::parse_json_line(line, longest_session_line, 3);
  return json.ok() && json->at("k").text() == session_kind;
}

bool is_of_no_attempt(std::string_view line) { return is_administrative(line) || is_session_act(line) || is_ruling(line); }

base::Json session_line(const SessionAct& done) {
  base::Json::Object line{{"at", done.at.milliseconds}, {"by", done.by},         {"k", session_kind}, {"t", done.turn},
                          {"what", done.what},          {"ws", done.workstation}};
  if (done.session > 0) line["session"] = done.session;
  if (done.what == act::session_opened)
    line["test"] = done.test, line["room"] = done.room, line["until"] = done.until.milliseconds, line["people"] = words_of(done.people);
  if (done.what == act::session_incident) {
    line["code"] = done.code, line["people"] = words_of(done.people);
    if (!done.attempts.empty()) line["attempts"] = words_of(done.attempts);
  }
  if (done.what == act::session_closed) line["attempts"] = words_of(done.attempts), line["people"] = words_of(done.people);
  if (done.machine) line["clock"] = done.machine->milliseconds;
  return line;
}

std::optional<SessionAct> parse_session_act(std::string_view line) {
  if (!is_session_act(line)) return std::nullopt;
  const auto json = base::parse_json_line(line, longest_session_line, 3);
  if (!json.ok() || !has_texts(*json, {"by", "what", "ws"}) || !has_numbers(*json, {"at", "t"})) return std::nullopt;
  const std::int64_t turn = json->at("t").number();
  const std::string& what = json->at("what").text();
  const auto people = texts_from(json->at("people")), attempts = texts_from(json->at("attempts"));
  if (!is_complete(*json, what) || !people || !attempts || turn < 0 || turn > most_session_acts) return std::nullopt;
  SessionAct done{.what = what, .turn = static_cast<int>(turn), .session = json->at("session").number(), .by = json->at("by").text()};
  done.test = json->at("test").text(), done.room = json->at("room").text(), done.until = {json->at("until").number()};
  done.people = *people, done.attempts = *attempts, done.code = json->at("code").text();
  done.workstation = json->at("ws").text(), done.at = {json->at("at").number()};
  if (json->find("clock")) done.machine = base::Moment{json->at("clock").number()};
  return done;
}

} // namespace firsthand::ledger
