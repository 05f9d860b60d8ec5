// Reading an attempt back. The record's facts stand; replay gives the state to go on from.
#include "engine/app/history.h"

#include "engine/app/identity.h"
#include "engine/assessment/form.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::app {

namespace {

constexpr int most_branches = 64; // of branches of branches
constexpr std::size_t longest_record_line = 16u << 20;

class HistoryReader {
 public:
  HistoryReader(records::Store& store, content::ContentSnapshots& snapshots) : store_(store), snapshots_(snapshots) {}

  base::Result<History> read(const std::string& attempt, std::optional<int> up_to, int depth);

 private:
  base::Result<void> read_lines(const std::string& attempt, std::optional<int> up_to);
  base::Result<void> read_texts(const std::string& attempt);
  base::Result<void> read_head();
  base::Result<void> compute(const session::Attempt* parent);
  std::optional<std::string> number() const;
  base::Result<bool> sat_final_before();
  base::Result<bool> form_is_due();
  Turn turn_of(std::size_t index) const;

  records::Store& store_;
  content::ContentSnapshots& snapshots_;
  History out_;
  std::vector<storage::StoredEntry> entries_;
  std::vector<base::Json> lines_;
  std::map<std::string, std::string> texts_; // by commitment
  std::vector<session::Facts> computed_;
};

base::Error not_readable(std::string_view attempt, std::string_view why) {
  return base::fail("attempt-not-readable", fmt::format("The attempt {} cannot be read back: {}", attempt, why));
}

base::Result<void> HistoryReader::read_lines(const std::string& attempt, std::optional<int> up_to) {
  FH_TRY(entries, store_.entries_of(attempt));
  if (entries.empty()) return base::fail("attempt-unknown", fmt::format("There is no attempt {}.", attempt));
  for (storage::StoredEntry& entry : entries) {
    if (up_to && entry.turn > *up_to) break;
    auto line = base::parse_json_line(entry.entry.line, longest_record_line);
    if (!line.ok()) return not_readable(attempt, line.error().message);
    lines_.push_back(std::move(line).value());
    entries_.push_back(std::move(entry));
  }
  if (entries_.empty()) return base::fail("attempt-unknown", fmt::format("The attempt {} has no such turn.", attempt));
  return read_texts(attempt);
}

base::Result<void> HistoryReader::read_texts(const std::string& attempt) {
  FH_TRY(texts, store_.texts_of(attempt));
  for (const storage::StoredText& text : texts)
    if (text.content) texts_[text.commitment.hex()] = text.content->text;
  return {};
}

base::Result<void> HistoryReader::read_head() {
  FH_TRY(pins, session::pins_from(lines_.front()));
  const auto kept = crypto::parse_hash(lines_.front().at("kept").text());
  if (!kept) return not_readable(pins.attempt, "it does not name its content.");
  FH_TRY(content, snapshots_.find(store_, *kept));
  for (const base::Json& line : lines_)
    if (line.find("lang")) {
      FH_TRY(session_entry, session::session_entry_from(line));
      out_.session_entry = std::move(session_entry);
    }
  out_.content = content;
  out_.kept = *kept;
  out_.pins = std::move(pins);
  out_.started = entries_.front().at;
  out_.last_turn = entries_.back().turn;
  out_.interrupted = lines_.back().at("why").text() == interrupted_by_update;
  return {};
}

// The service number that the first line commits to, else the person; nothing where that text was erased.
std::optional<std::string> HistoryReader::number() const {
  const base::Json* commitment = lines_.front().find("number");
  if (!commitment) return out_.pins.person;
  const auto text = texts_.find(commitment->text());
  return text == texts_.end() ? std::nullopt : number_in(text->second);
}

// Of an earlier version: after a try that two people made void the first one that counts was asked another form. Who sat it before stands
// in the same record.
base::Result<bool> HistoryReader::sat_final_before() {
  FH_TRY(attempts, store_.attempts_of(out_.pins.person));
  for (const storage::Attempt& one : attempts) {
    if (one.scenario != out_.pins.scenario || one.id == out_.pins.attempt) continue;
    FH_TRY(entries, store_.entries_of(one.id));
    if (entries.empty() || entries.front().seq > entries_.front().seq) continue;
    const auto first = base::parse_json_line(entries.front().entry.line, longest_record_line);
    if (first.ok() && assessment::role_of(first->at("role").text()) == assessment::Role::final_test) return true;
  }
  return false;
}

// Which form somebody gets follows from who it is, what for and which forms were seen before: the first line says all of it. One of an
// earlier version does not say which were seen: there the form is computed as that version did, by how often it was tried.
base::Result<bool> HistoryReader::form_is_due() {
  const session::Start& start = out_.pins.start;
  const model::Test* test = session::test_of(out_.content->prepared());
  const auto who = number();
  if (start.role.empty() || !test || test->drawn > 0 || !who || !out_.pins.parent.empty()) return true;
  const auto role = assessment::role_of(start.role);
  if (!role) return false;
  const std::size_t forms = test->forms.size();
  const auto is = [&](std::size_t form) { return start.form == assessment::form_name(form); };
  if (!start.seen.empty()) return is(assessment::next_form(test->id, *who, forms, *role, assessment::forms_named(start.seen)));
  const bool final_test = role == assessment::Role::final_test;
  if ((!final_test || start.nth_try == 1) && is(assessment::form_for(test->id, *who, forms, *role))) return true;
  if (!final_test && role != assessment::Role::delayed) return false;
  if (!is(assessment::form_for(test->id, *who, forms, *role, assessment::Try::again))) return false;
  if (!final_test || start.nth_try > 1) return true;
  return sat_final_before();
}

// What was interrupted is known to differ: it is computed as far as it goes.
base::Result<void> HistoryReader::compute(const session::Attempt* parent) {
  const std::span<const base::Json> lines(lines_.data(), lines_.size() - (out_.interrupted ? 1 : 0));
  const auto fold = [this](const session::Attempt& now, const session::Facts& facts) {
    out_.act_order.after_turn(out_.content->prepared(), now, facts);
  };
  auto replayed = session::replay(out_.content->prepared(), lines, parent, fold);
  if (!replayed.ok() && replayed.error().code != "other-content") return not_readable(out_.pins.attempt, replayed.error().message);
  if (!replayed.ok())
    out_.difference = session::Difference{0, replayed.error().message};
  else if (replayed->difference)
    out_.difference = replayed->difference;
  else {
    FH_TRY(due, form_is_due());
    const session::Start& start = out_.pins.start;
    if (!due)
      out_.difference =
          session::Difference{0, fmt::format("paper: form {} is not what this person gets for the role {}", start.form, start.role)};
  }
  const bool nothing_agreed = !replayed.ok() || replayed->facts.empty();
  model::FactList ignored;
  if (!nothing_agreed)
    out_.attempt = std::move(replayed->attempt);
  else if (parent)
    out_.attempt = *parent;
  else
    out_.attempt = session::begin(out_.content->prepared(), out_.pins.start, ignored);
  if (replayed.ok()) computed_ = std::move(replayed->facts);
  if (out_.interrupted) {
    out_.difference.reset();
    out_.attempt.turn = out_.last_turn - 1;
    session::close(out_.content->prepared(), out_.attempt, ignored);
  }
  return {};
}

Turn HistoryReader::turn_of(std::size_t index) const {
  const base::Json& line = lines_[index];
  const storage::StoredEntry& entry = entries_[index];
  const session::Prepared& prepared = out_.content->prepared();
  Turn turn{entry.turn, entry.attempt, entry.kind, entry.at, std::nullopt, {}, entry.entry.hash};
  if (entry.kind == "turn")
    if (auto action = session::parse_action(line.at("do").text(), prepared.symbols); action.ok()) {
      turn.action = std::move(action).value();
      const base::Json::Array& commitments = line.at("x").array();
      const auto text = commitments.empty() ? texts_.end() : texts_.find(commitments.front().text());
      if (text != texts_.end()) turn.action->text = text->second;
    }
  if (index < computed_.size()) {
    turn.facts = computed_[index];
    return turn;
  }
  for (const base::Json& json : line.at("f").array()) // of words that the content knows; others cannot be shown
    if (auto fact = session::fact_from(json, prepared.symbols); fact.ok()) turn.facts.push_back(fact.value());
  return turn;
}

base::Result<History> HistoryReader::read(const std::string& attempt, std::optional<int> up_to, int depth) {
  if (depth > most_branches) return not_readable(attempt, "it branches too often.");
  FH_CHECK(read_lines(attempt, up_to));
  FH_CHECK(read_head());
  std::optional<History> parent;
  if (!out_.pins.parent.empty()) {
    FH_TRY(before, HistoryReader(store_, snapshots_).read(out_.pins.parent, out_.pins.parent_turn, depth + 1));
    parent = std::move(before);
    out_.turns = parent->turns, out_.act_order = parent->act_order;
  }
  FH_CHECK(compute(parent ? &parent->attempt : nullptr));
  if (parent && parent->difference) out_.difference = session::Difference{0, "the attempt it branches from: " + parent->difference->what};
  for (std::size_t i = 0; i < lines_.size(); ++i)
    out_.turns.push_back(turn_of(i));
  return std::move(out_);
}

} // namespace

base::Result<History> read_history(records::Store& store, content::ContentSnapshots& snapshots, const std::string& attempt,
                                   std::optional<int> up_to) {
  return HistoryReader(store, snapshots).read(attempt, up_to, 0);
}

} // namespace firsthand::app
