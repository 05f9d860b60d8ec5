// Where attempts are kept: the data folder's database, or the memory of a demonstration that leaves nothing behind. Safe to
// use from several threads: every call locks. Hides the chain's head: the store continues its own.
#pragma once

#include "engine/records/rollback_marker.h"
#include "engine/storage/database.h"

#include <functional>
#include <memory>
#include <thread>

namespace firsthand::records {

using base::Result;

class Store {
 public:
  virtual ~Store() = default;

  virtual bool durable() const = 0;                       // false: a demonstration
  virtual Result<storage::Workstation> workstation() = 0; // its key keys the seeds of attempts
  virtual Result<void> begin_workstation(const storage::Workstation& wanted, base::Moment now) = 0;
  virtual Result<void> note_incident(const std::string& kind, const std::string& detail, base::Moment at) = 0;
  virtual std::optional<RollbackMarker> marker(base::Moment now) = 0; // of the record as it stands; nothing of a demonstration

  // `request.expected_head` is filled in here. Errors as storage::Database::append; "record-changed" (another record stands
  // where this one was).
  virtual Result<storage::Sealed> append(storage::AppendRequest request) = 0;
  virtual Result<std::vector<storage::StoredEntry>> entries_of(const std::string& attempt) = 0;
  virtual Result<std::vector<storage::StoredText>> texts_of(const std::string& attempt) = 0;
  virtual Result<std::optional<storage::Attempt>> attempt(const std::string& id) = 0;
  virtual Result<std::vector<storage::Attempt>> attempts_of(const std::string& person) = 0; // newest first
  virtual Result<crypto::Hash> put_content(const std::string& bytes, base::Moment now) = 0;
  virtual Result<std::optional<std::string>> content(const crypto::Hash& hash) = 0;

  virtual Result<void> add_person(const storage::Person& person) = 0;
  virtual Result<void> update_person(const storage::Person& person) = 0;
  virtual Result<std::vector<storage::Person>> people() = 0;
  virtual Result<std::vector<storage::RosterRow>> roster() = 0;
  virtual Result<std::vector<storage::StoredRosterRow>> roster_rows() = 0;
  virtual Result<void> erase_person(const std::string& id) = 0;
  virtual Result<std::optional<std::string>> setting(const std::string& key) = 0;
  virtual Result<void> set_setting(const std::string& key, const std::string& value) = 0;
  virtual Result<std::string> draft(const std::string& attempt) = 0; // see storage::Database
  virtual Result<void> keep_draft(const std::string& attempt, const std::string& line) = 0;

  // What is gone is not opened again on that thread, for opening writes: there every call answers "data-folder-gone" until another
  // thread's call has opened it.
  virtual void never_reopen_on(std::thread::id) {}
};

// `reopen` opens the same record again, after its drive was gone: then the store goes on where it was, if nothing that was
// acknowledged is missing. Called on the thread that calls the store, but for one (never_reopen_on). Empty: what is gone stays gone.
std::unique_ptr<Store> disk_store(storage::Database database, std::function<Result<storage::Database>()> reopen = nullptr);
std::unique_ptr<Store> memory_store(crypto::Entropy& entropy);

} // namespace firsthand::records
