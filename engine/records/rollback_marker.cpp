// The file of markers holds a line of JSON for each record that was seen, the newest first.
#include "engine/records/rollback_marker.h"

#include "engine/base/json_line.h"
#include "engine/platform/paths.h"
#include "engine/platform/platform.h"
#include "engine/records/machine.h"
#include "engine/records/publish.h"
#include "engine/report/manifest.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <set>

namespace firsthand::records {

namespace fs = std::filesystem;

namespace {

constexpr const char* marker_name = "firsthand-seen.txt";
constexpr std::size_t most_bytes = 64 * 1024, most_manifest_bytes = 1024 * 1024, most_chains = 64, most_folders = 100;
constexpr std::size_t most_files = 5000, most_manifests = 500; // looked at in one folder

std::string read_some(const fs::path& file, std::size_t limit) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return {};
  std::string bytes(limit, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

// manifest-P1-1.json; manifest.json of an older version
bool is_manifest(const fs::path& file) {
  const std::string name = platform::utf8_of(file.filename());
  return name == "manifest.json" || (name.starts_with("manifest-") && name.ends_with(".json"));
}

std::optional<RollbackMarker> marker_from(std::string_view text) {
  const auto json = base::parse_json_line(text, 4096, 2);
  if (!json.ok()) return std::nullopt;
  const auto head = crypto::parse_hash(json->at("head").text());
  if (!head || json->at("chain").text().empty()) return std::nullopt;
  return RollbackMarker{json->at("chain").text(),
                        json->at("starts").number(),
                        json->at("entries").number(),
                        *head,
                        {json->at("seen").number()},
                        json->at("marks").text(),
                        {}};
}

std::string line_of(const RollbackMarker& marker) {
  base::Json::Object line{{"chain", marker.chain},     {"starts", marker.starts},          {"entries", marker.seq},
                          {"head", marker.head.hex()}, {"seen", marker.seen.milliseconds}, {"marks", marker.fingerprint}};
  return base::Json(std::move(line)).line();
}

std::vector<RollbackMarker> read_all(const fs::path& folder) {
  std::vector<RollbackMarker> all;
  const std::string bytes = read_some(folder / marker_name, most_bytes);
  for (std::size_t at = 0; at < bytes.size() && all.size() < most_chains;) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (auto found = marker_from(std::string_view(bytes).substr(at, end - at))) all.push_back(std::move(*found));
    at = end + 1;
  }
  return all;
}

// The same record on the same machine, as far as anybody can tell.
bool replaces(const RollbackMarker& now, const RollbackMarker& before) {
  return now.chain == before.chain && same_machine(now.fingerprint, before.fingerprint) != SameMachine::other;
}

// Behind in starts or entries, or with another entry where the marker saw one.
base::Result<bool> is_behind(storage::Database& database, const RollbackMarker& marker, std::int64_t starts) {
  if (marker.starts > starts) return true;
  if (marker.seq <= 0) return false;
  FH_TRY(hash, database.hash_at(marker.seq));
  return !hash || *hash != marker.head;
}

// An export of what was given up stays where it is: whoever went on without it is not asked again.
base::Result<std::set<crypto::Hash>> accepted_heads(storage::Database& database) {
  FH_TRY(incidents, database.incidents());
  std::set<crypto::Hash> heads;
  for (const storage::Incident& each : incidents) {
    if (each.kind != "rolled-back") continue;
    const auto detail = base::parse_json_line(each.detail, 4096, 2);
    const auto head = detail.ok() ? crypto::parse_hash(detail->at("head").text()) : std::nullopt;
    if (head) heads.insert(*head);
  }
  return heads;
}

} // namespace

std::vector<RollbackMarker> read_markers(const fs::path& folder, std::string_view chain) {
  std::vector<RollbackMarker> all = read_all(folder);
  std::erase_if(all, [chain](const RollbackMarker& each) { return each.chain != chain; });
  return all;
}

base::Result<void> write_marker(const fs::path& folder, const RollbackMarker& marker) {
  std::error_code ignored;
  if (fs::create_directories(folder, ignored)) (void)platform::keep_private(folder);
  std::string text = line_of(marker) + "\n";
  std::size_t kept = 1;
  for (const RollbackMarker& each : read_all(folder))
    if (!replaces(marker, each) && kept++ < most_chains) text += line_of(each) + "\n";
  return write_whole(folder / marker_name, text);
}

std::vector<RollbackMarker> markers_in(const fs::path& folder, std::string_view chain) {
  std::vector<RollbackMarker> all;
  std::error_code failed;
  std::size_t looked = 0, read = 0;
  for (auto entry = fs::directory_iterator(folder, failed);
       !failed && entry != fs::directory_iterator() && looked++ < most_files && read < most_manifests; entry.increment(failed)) {
    std::error_code ignored;
    if (!is_manifest(entry->path()) || !entry->is_regular_file(ignored)) continue;
    ++read;
    auto found = report::seen_in_manifest(read_some(entry->path(), most_manifest_bytes));
    if (!found || found->chain_id != chain) continue;
    all.push_back({found->chain_id, 0, found->entries, found->head, found->made, {}, std::move(found->workstations)});
  }
  return all;
}

std::vector<RollbackMarker> markers_of_exports(const fs::path& folder, std::string_view chain) {
  std::vector<RollbackMarker> all;
  const auto take = [&all, chain](const fs::path& place) {
    for (RollbackMarker& each : markers_in(place, chain))
      all.push_back(std::move(each));
  };
  take(folder);
  std::error_code failed;
  std::size_t looked = 0;
  for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator() && looked < most_folders;
       entry.increment(failed)) {
    std::error_code ignored;
    if (!entry->is_directory(ignored)) continue;
    ++looked;
    take(entry->path());
    take(entry->path() / "results"); // where the program on a stick puts them
  }
  return all;
}

base::Result<std::optional<RolledBack>> rolled_back(storage::Database& database, const std::vector<RollbackMarker>& markers) {
  FH_TRY(starts, database.starts());
  FH_TRY(tip, database.tip());
  FH_TRY(accepted, accepted_heads(database));
  std::optional<RolledBack> furthest;
  for (const RollbackMarker& marker : markers) {
    if (marker.chain != database.chain_id() || (marker.starts == 0 && accepted.contains(marker.head))) continue;
    FH_TRY(behind, is_behind(database, marker, starts));
    if (behind && (!furthest || marker.seq > furthest->entries_then)) furthest = RolledBack{marker.seq, tip.seq, marker.seen, marker.head};
  }
  return furthest;
}

std::string words_of(const RolledBack& found) {
  const std::string when = base::iso_utc(found.seen).substr(0, 10);
  if (found.entries_then > found.entries_now)
    return fmt::format(
        "On {} this record had {} entries. Now it has {}: an earlier copy was put back, and what was done since is not in it.", when,
        found.entries_then, found.entries_now);
  if (found.entries_then == found.entries_now)
    return fmt::format("An earlier copy of this record was put back: it knows nothing of its use on {}.", when);
  return fmt::format("This record is not the one that was here on {}: an earlier copy was put back and then used.", when);
}

} // namespace firsthand::records
