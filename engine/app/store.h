// Where attempts are kept: the data folder's database, or the memory of a demonstration that leaves nothing behind. Safe to
// use from several threads: every call locks. Hides the chain's head: the store continues its own.
#pragma once

#include "engine/storage/database.h"

#include <memory>

namespace firsthand::app {

using base::Result;

class Store {
 public:
  virtual ~Store() = default;

  virtual bool durable() const = 0; // false: a demonstration
  virtual crypto::Bytes workstation_key() const = 0; // keys the seeds of attempts

  // `request.expected_head` is filled in here. Errors as storage::Database::append.
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
  virtual Result<void> erase_person(const std::string& id) = 0;
  virtual Result<std::optional<std::string>> setting(const std::string& key) = 0;
  virtual Result<void> set_setting(const std::string& key, const std::string& value) = 0;
};

std::unique_ptr<Store> disk_store(storage::Database database);
std::unique_ptr<Store> memory_store(crypto::Entropy& entropy);

} // namespace firsthand::app
