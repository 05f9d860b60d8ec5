// The two stores. Both lock on every call: the window reads while the writer thread appends.
#include "engine/records/store.h"

#include <fmt/format.h>

#include <map>
#include <mutex>
#include <type_traits>

namespace firsthand::records {

namespace {

class DiskStore final : public Store {
 public:
  DiskStore(storage::Database database, std::function<Result<storage::Database>()> reopen)
      : database_(std::move(database)), reopen_(std::move(reopen)), chain_(database_->chain_id()), workstation_(database_->workstation()) {
    if (const auto tip = database_->tip(); tip.ok()) acknowledged_ = *tip;
  }

  bool durable() const override { return true; }
  Result<storage::Workstation> workstation() override {
    const std::lock_guard lock(mutex_);
    return workstation_;
  }
  Result<void> begin_workstation(const storage::Workstation& wanted, base::Moment now) override {
    return with([&](storage::Database& database) -> Result<void> {
      FH_CHECK(database.begin_workstation(wanted, now));
      workstation_ = database.workstation();
      return {};
    });
  }
  Result<void> note_incident(const std::string& kind, const std::string& detail, base::Moment at) override {
    return with([&](auto& database) { return database.note_incident(kind, detail, at); });
  }
  std::optional<RollbackMarker> marker(base::Moment now) override {
    const std::lock_guard lock(mutex_);
    if (lost_ || !database_ || !database_->still_there()) return std::nullopt;
    const auto starts = database_->starts();
    const auto tip = database_->tip();
    if (!starts.ok() || !tip.ok()) return std::nullopt;
    return RollbackMarker{chain_, *starts, tip->seq, tip->head, now, workstation_.fingerprint, {}};
  }

  Result<storage::Sealed> append(storage::AppendRequest request) override {
    return guarded([&](storage::Database& database) -> Result<storage::Sealed> { // looks for the file itself, before and after
      if (!tip_) {
        FH_TRY(tip, database.tip());
        tip_ = tip;
      }
      request.expected_head = tip_->head;
      auto sealed = database.append(request);
      if (sealed.ok())
        tip_ = acknowledged_ = storage::Tip{sealed->seq, sealed->entry.hash, request.at};
      else
        tip_.reset(); // read it again: what this program knew may be old
      return sealed;
    });
  }
  Result<std::vector<storage::StoredEntry>> entries_of(const std::string& attempt) override {
    return with([&](auto& database) { return database.entries_of(attempt); });
  }
  Result<std::vector<storage::StoredText>> texts_of(const std::string& attempt) override {
    return with([&](auto& database) { return database.texts_of(attempt); });
  }
  Result<std::optional<storage::Attempt>> attempt(const std::string& id) override {
    return with([&](auto& database) { return database.attempt(id); });
  }
  Result<std::vector<storage::Attempt>> attempts_of(const std::string& person) override {
    return with([&](auto& database) { return database.attempts_of(person); });
  }
  Result<crypto::Hash> put_content(const std::string& bytes, base::Moment now) override {
    return with([&](auto& database) { return database.put_content(bytes, now); });
  }
  Result<std::optional<std::string>> content(const crypto::Hash& hash) override {
    return with([&](auto& database) { return database.content(hash); });
  }
  Result<void> add_person(const storage::Person& person) override {
    return with([&](auto& database) { return database.add_person(person); });
  }
  Result<void> update_person(const storage::Person& person) override {
    return with([&](auto& database) { return database.update_person(person); });
  }
  Result<std::vector<storage::Person>> people() override {
    return with([&](auto& database) { return database.people(); });
  }
  Result<std::vector<storage::RosterRow>> roster() override {
    return with([&](auto& database) { return database.roster(); });
  }
  Result<std::vector<storage::StoredRosterRow>> roster_rows() override {
    return with([&](auto& database) { return database.roster_rows(); });
  }
  Result<void> erase_person(const std::string& id) override {
    return with([&](auto& database) { return database.erase_person(id); });
  }
  Result<std::optional<std::string>> setting(const std::string& key) override {
    return with([&](auto& database) { return database.setting(key); });
  }
  Result<void> set_setting(const std::string& key, const std::string& value) override {
    return with([&](auto& database) { return database.set_setting(key, value); });
  }
  Result<std::string> draft(const std::string& attempt) override {
    return with([&](auto& database) { return database.draft(attempt); });
  }
  Result<void> keep_draft(const std::string& attempt, const std::string& line) override {
    return with([&](auto& database) { return database.keep_draft(attempt, line); });
  }
  void never_reopen_on(std::thread::id thread) override {
    const std::lock_guard lock(mutex_);
    never_here_ = thread;
  }

 private:
  // Every call: on a file that is there before and after it, or not at all. What went into one that is gone would be lost.
  template<class Call> std::invoke_result_t<Call, storage::Database&> with(const Call& call) {
    return guarded([&](storage::Database& database) -> std::invoke_result_t<Call, storage::Database&> {
      if (!database.still_there()) return lose();
      auto result = call(database);
      if (result.ok() && !database.still_there()) return lose();
      return result;
    });
  }

  template<class Call> std::invoke_result_t<Call, storage::Database&> guarded(const Call& call) {
    const std::lock_guard lock(mutex_);
    FH_CHECK(come_back());
    auto result = call(*database_);
    if (!result.ok() && (result.error().code == "data-folder-gone" || result.error().code == "database-io")) lost_ = true;
    return result;
  }

  base::Error lose() {
    lost_ = true;
    tip_.reset();
    return base::fail(
        "data-folder-gone",
        "The drive with the record is gone. Nothing more was saved. Put it back and try again; what was saved before is on it.");
  }

  // After the drive was gone: the same record, with all that was acknowledged, or the reason why not. The old connection is closed
  // first: its files are those of the drive as it was.
  Result<void> come_back() {
    if (!lost_ || !reopen_) return {};
    if (std::this_thread::get_id() == never_here_) return lose();
    if (database_) database_->abandon();
    database_.reset();
    tip_.reset();
    FH_TRY(found, reopen_());
    if (found.chain_id() != chain_) return other_record();
    if (acknowledged_ && acknowledged_->seq > 0) {
      FH_TRY(hash, found.hash_at(acknowledged_->seq));
      if (!hash || *hash != acknowledged_->head) return other_record();
    }
    database_ = std::move(found);
    lost_ = false;
    return {};
  }

  static base::Error other_record() {
    return base::fail("record-changed",
                      "Another record stands where this one was. Nothing was saved. Put the right drive back and try again.");
  }

  std::mutex mutex_;
  std::optional<storage::Database> database_; // nothing only while lost_
  std::function<Result<storage::Database>()> reopen_;
  std::thread::id never_here_;
  std::string chain_;
  storage::Workstation workstation_;
  bool lost_ = false;                        // the file could not be reached; with no way to reopen it stays open as it was
  std::optional<storage::Tip> tip_;          // as this program last saw it
  std::optional<storage::Tip> acknowledged_; // the newest that this program read or said ok to
};

base::Error no_people() { return base::fail("demonstration", "A demonstration stores nothing, so it has no people."); }

class MemoryStore final : public Store {
 public:
  explicit MemoryStore(crypto::Entropy& entropy) : head_(ledger::genesis(crypto::random_id(entropy))) {
    workstation_.key = crypto::random_array<32>(entropy);
  }

  bool durable() const override { return false; }
  Result<storage::Workstation> workstation() override { return workstation_; }
  Result<void> begin_workstation(const storage::Workstation&, base::Moment) override { return no_people(); }
  Result<void> note_incident(const std::string&, const std::string&, base::Moment) override { return {}; }
  std::optional<RollbackMarker> marker(base::Moment) override { return std::nullopt; }

  Result<storage::Sealed> append(storage::AppendRequest request) override {
    if (!request.people.empty() || !request.roster.empty() || !request.settings.empty()) return no_people();
    const std::lock_guard lock(mutex_);
    storage::Attempt* known = find(request.attempt.id);
    if (known && known->turn >= request.attempt.turn) return base::fail("turn-taken", "This turn is recorded already.");
    storage::Sealed sealed{static_cast<std::int64_t>(entries_.size()) + 1, ledger::seal(head_, request.line)};
    head_ = request.attempt.head = sealed.entry.hash;
    entries_.push_back({sealed.seq, request.attempt.id, request.attempt.turn, request.kind, sealed.entry, request.at});
    for (const storage::TypedText& typed : request.texts)
      texts_.push_back({ledger::commit_text(typed.salt, typed.text), sealed.seq, request.attempt.id, typed});
    if (known) attempts_.erase(attempts_.begin() + (known - attempts_.data()));
    attempts_.insert(attempts_.begin(), std::move(request.attempt)); // the order of use
    return sealed;
  }
  Result<std::vector<storage::StoredEntry>> entries_of(const std::string& attempt) override {
    return chosen(entries_, [&](const storage::StoredEntry& entry) { return entry.attempt == attempt; });
  }
  Result<std::vector<storage::StoredText>> texts_of(const std::string& attempt) override {
    return chosen(texts_, [&](const storage::StoredText& text) { return text.attempt == attempt; });
  }
  Result<std::optional<storage::Attempt>> attempt(const std::string& id) override {
    const std::lock_guard lock(mutex_);
    const storage::Attempt* found = find(id);
    return found ? std::optional(*found) : std::nullopt;
  }
  Result<std::vector<storage::Attempt>> attempts_of(const std::string& person) override {
    return chosen(attempts_, [&](const storage::Attempt& attempt) { return attempt.person == person; });
  }
  Result<crypto::Hash> put_content(const std::string& bytes, base::Moment) override {
    const std::lock_guard lock(mutex_);
    const crypto::Hash hash = crypto::sha256(bytes);
    contents_.emplace(hash, bytes);
    return hash;
  }
  Result<std::optional<std::string>> content(const crypto::Hash& hash) override { return found_in(contents_, hash); }
  Result<void> add_person(const storage::Person&) override { return no_people(); }
  Result<void> update_person(const storage::Person&) override { return no_people(); }
  Result<std::vector<storage::Person>> people() override { return std::vector<storage::Person>(); }
  Result<std::vector<storage::RosterRow>> roster() override { return std::vector<storage::RosterRow>(); }
  Result<std::vector<storage::StoredRosterRow>> roster_rows() override { return std::vector<storage::StoredRosterRow>(); }
  Result<void> erase_person(const std::string&) override { return no_people(); }
  Result<std::optional<std::string>> setting(const std::string& key) override { return found_in(settings_, key); }
  Result<void> set_setting(const std::string& key, const std::string& value) override {
    const std::lock_guard lock(mutex_);
    settings_[key] = value;
    return {};
  }
  Result<std::string> draft(const std::string& attempt) override { return found_in(drafts_, attempt).value_or(""); }
  Result<void> keep_draft(const std::string& attempt, const std::string& line) override {
    const std::lock_guard lock(mutex_);
    drafts_[attempt] = line;
    return {};
  }

 private:
  storage::Attempt* find(const std::string& id) {
    for (storage::Attempt& attempt : attempts_)
      if (attempt.id == id) return &attempt;
    return nullptr;
  }
  template<class Item, class Test> std::vector<Item> chosen(const std::vector<Item>& items, const Test& test) {
    const std::lock_guard lock(mutex_);
    std::vector<Item> out;
    for (const Item& item : items)
      if (test(item)) out.push_back(item);
    return out;
  }
  template<class Map> std::optional<std::string> found_in(const Map& map, const typename Map::key_type& key) {
    const std::lock_guard lock(mutex_);
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
  }

  std::mutex mutex_;
  storage::Workstation workstation_; // without an id: nothing of it is kept
  crypto::Hash head_;
  std::vector<storage::StoredEntry> entries_;
  std::vector<storage::StoredText> texts_;
  std::vector<storage::Attempt> attempts_; // used last, first
  std::map<crypto::Hash, std::string> contents_;
  std::map<std::string, std::string> settings_, drafts_;
};

} // namespace

std::unique_ptr<Store> disk_store(storage::Database database, std::function<Result<storage::Database>()> reopen) {
  return std::make_unique<DiskStore>(std::move(database), std::move(reopen));
}
std::unique_ptr<Store> memory_store(crypto::Entropy& entropy) { return std::make_unique<MemoryStore>(entropy); }

} // namespace firsthand::records
