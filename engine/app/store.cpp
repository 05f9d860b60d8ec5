// The two stores. Both lock on every call: the window reads while the writer thread appends.
#include "engine/app/store.h"

#include <fmt/format.h>

#include <map>
#include <mutex>
#include <type_traits>

namespace firsthand::app {

namespace {

class DiskStore final : public Store {
 public:
  explicit DiskStore(storage::Database database) : database_(std::move(database)) {}

  bool durable() const override { return true; }
  crypto::Bytes workstation_key() const override { return database_.workstation_key(); }

  Result<storage::Sealed> append(storage::AppendRequest request) override {
    const std::lock_guard lock(mutex_);
    if (!head_) {
      FH_TRY(head, database_.head());
      head_ = head;
    }
    request.expected_head = *head_;
    auto sealed = database_.append(request);
    if (sealed.ok()) head_ = sealed->entry.hash;
    else head_.reset(); // read it again: what this program knew may be old
    return sealed;
  }
  Result<std::vector<storage::StoredEntry>> entries_of(const std::string& attempt) override { return locked([&] { return database_.entries_of(attempt); }); }
  Result<std::vector<storage::StoredText>> texts_of(const std::string& attempt) override { return locked([&] { return database_.texts_of(attempt); }); }
  Result<std::optional<storage::Attempt>> attempt(const std::string& id) override { return locked([&] { return database_.attempt(id); }); }
  Result<std::vector<storage::Attempt>> attempts_of(const std::string& person) override { return locked([&] { return database_.attempts_of(person); }); }
  Result<crypto::Hash> put_content(const std::string& bytes, base::Moment now) override { return locked([&] { return database_.put_content(bytes, now); }); }
  Result<std::optional<std::string>> content(const crypto::Hash& hash) override { return locked([&] { return database_.content(hash); }); }
  Result<void> add_person(const storage::Person& person) override { return locked([&] { return database_.add_person(person); }); }
  Result<void> update_person(const storage::Person& person) override { return locked([&] { return database_.update_person(person); }); }
  Result<std::vector<storage::Person>> people() override { return locked([&] { return database_.people(); }); }
  Result<void> erase_person(const std::string& id) override { return locked([&] { return database_.erase_person(id); }); }
  Result<std::optional<std::string>> setting(const std::string& key) override { return locked([&] { return database_.setting(key); }); }
  Result<void> set_setting(const std::string& key, const std::string& value) override { return locked([&] { return database_.set_setting(key, value); }); }

 private:
  template<class Call> std::invoke_result_t<Call> locked(const Call& call) {
    const std::lock_guard lock(mutex_);
    return call();
  }

  std::mutex mutex_;
  storage::Database database_;
  std::optional<crypto::Hash> head_; // as this program last saw it
};

base::Error no_people() { return base::fail("demonstration", "A demonstration stores nothing, so it has no people."); }

class MemoryStore final : public Store {
 public:
  explicit MemoryStore(crypto::Entropy& entropy)
      : key_(crypto::random_array<32>(entropy)), head_(ledger::genesis(crypto::random_id(entropy))) {}

  bool durable() const override { return false; }
  crypto::Bytes workstation_key() const override { return key_; }

  Result<storage::Sealed> append(storage::AppendRequest request) override {
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
  Result<void> erase_person(const std::string&) override { return no_people(); }
  Result<std::optional<std::string>> setting(const std::string& key) override { return found_in(settings_, key); }
  Result<void> set_setting(const std::string& key, const std::string& value) override {
    const std::lock_guard lock(mutex_);
    settings_[key] = value;
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
  std::array<std::uint8_t, 32> key_;
  crypto::Hash head_;
  std::vector<storage::StoredEntry> entries_;
  std::vector<storage::StoredText> texts_;
  std::vector<storage::Attempt> attempts_; // used last, first
  std::map<crypto::Hash, std::string> contents_;
  std::map<std::string, std::string> settings_;
};

} // namespace

std::unique_ptr<Store> disk_store(storage::Database database) { return std::make_unique<DiskStore>(std::move(database)); }
std::unique_ptr<Store> memory_store(crypto::Entropy& entropy) { return std::make_unique<MemoryStore>(entropy); }

} // namespace firsthand::app
