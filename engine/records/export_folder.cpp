// Whose is this file? Answered by checksums that we wrote beside it, and by a manifest that says for which record.
#include "engine/records/export_folder.h"

#include "engine/platform/paths.h"
#include "engine/records/rollback_marker.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace firsthand::records {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_sums_bytes = std::size_t{1} << 20, hash_digits = 64; // of checksums, of a manifest

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored)); // a link that points nowhere too
}

bool is_plain_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(fs::symlink_status(path, ignored));
}

bool is_read_only(const fs::path& path) {
  std::error_code ignored;
  return (fs::status(path, ignored).permissions() & fs::perms::owner_write) == fs::perms::none;
}

std::string text_of(const fs::path& file) {
  if (!is_plain_file(file)) return {};
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(most_sums_bytes, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  return bytes;
}

base::Error not_ours(const fs::path& file, const char* why) {
  return base::fail("export-not-ours",
                    fmt::format("{} {}. It was left as it is, and nothing was written. Move it away, or export into another folder.",
                                platform::utf8_of(file), why));
}

base::Error other_export(const fs::path& folder, const char* of) {
  return base::fail("export-older",
                    fmt::format("{} holds an export {}. It was left as it is: it may be the only trace. Export into another folder.",
                                platform::utf8_of(folder), of));
}

bool is_behind(const report::Records& records, const RollbackMarker& before) {
  return before.seq > records.entries || (before.seq == records.entries && before.head != records.head);
}

// The workstation that wrote it is one of this record's. `since_then`: and none since then that began with a copy on another
// computer, where the other one goes its own way.
bool is_of(const report::Records& records, const RollbackMarker& before, bool since_then) {
  if (before.workstations.empty()) return true;
  const auto& all = records.stations;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == before.workstations.back(); });
  const auto copied = [](const report::StationRecord& each) { return each.origin == "cloned" || each.origin == "image"; };
  return found != all.end() && !(since_then && std::any_of(found + 1, all.end(), copied));
}

// An export of a later state of this record stays, whatever it is called: what is missing here may be in it.
base::Result<void> check_not_older(const report::Records& records, const fs::path& folder) {
  for (const RollbackMarker& before : markers_in(folder, records.chain_id))
    if (is_of(records, before, true) && is_behind(records, before)) return other_export(folder, "of a later state of this record");
  return {};
}

// Under our own names.
base::Result<void> check_same_record(const report::Records& records, const report::SeenInManifest& seen, const fs::path& folder) {
  if (seen.chain_id != records.chain_id) return other_export(folder, "of another record, of a computer with the same name");
  const RollbackMarker before{seen.chain_id, 0, seen.entries, seen.head, seen.made, {}, seen.workstations};
  if (!is_of(records, before, false)) return other_export(folder, "of this record's copy on another computer with the same name");
  return {};
}

} // namespace

std::optional<crypto::Hash> hash_of_file(const fs::path& file) {
  if (!is_plain_file(file)) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  crypto::Sha256 digest;
  std::string part(std::size_t{64} * 1024, '\0');
  while (stream) {
    stream.read(part.data(), static_cast<std::streamsize>(part.size()));
    digest.add(std::string_view(part).substr(0, static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0))));
  }
  return stream.eof() ? std::optional(digest.finish()) : std::nullopt;
}

// "<64 hex digits>  <name>\n", as sha256sum writes and reads it.
std::optional<std::vector<ExportFolder::Sum>> ExportFolder::sums_in(std::string_view text) {
  std::vector<Sum> sums;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const auto hash = crypto::parse_hash(line.substr(0, hash_digits));
    if (end == std::string_view::npos || !hash || line.size() <= hash_digits + 2 || line.substr(hash_digits, 2) != "  ")
      return std::nullopt;
    sums.push_back({*hash, std::string(line.substr(hash_digits + 2))});
    text.remove_prefix(end + 1);
  }
  return sums;
}

base::Result<ExportFolder> ExportFolder::open(const report::Records& records, const ExportTarget& target) {
  ExportFolder folder;
  folder.target_ = target;
  FH_CHECK(check_not_older(records, target.folder));
  FH_CHECK(folder.read(records));
  return folder;
}

base::Result<void> ExportFolder::read(const report::Records& records) {
  const fs::path& at = target_.folder;
  const fs::path sums = at / platform::path_from(target_.checksums()), next = at / platform::path_from(target_.next_checksums()),
                 manifest = at / platform::path_from(target_.manifest());
  const auto seen = report::seen_in_manifest(text_of(manifest));
  if (seen) FH_CHECK(check_same_record(records, *seen, at));
  for (const auto& [file, list] : {std::pair{sums, &sums_}, std::pair{next, &next_}}) {
    if (!is_there(file)) continue;
    auto read = sums_in(text_of(file));
    if (!is_plain_file(file) || !read) return not_ours(file, "holds no checksums that Firsthand wrote");
    *list = std::move(*read);
  }
  if (seen && is_as_written(target_.manifest())) before_ = seen->files;
  if (!seen || !is_as_written(target_.manifest())) { // then nothing says for which record these checksums were written
    const bool first_was_interrupted = !is_there(manifest) && sums_.empty();
    if (is_there(sums)) return not_ours(sums, "stands there without the manifest that it was written with");
    if (!first_was_interrupted) next_.clear();
  }
  return {};
}

bool ExportFolder::is_as_written(const std::string& name) const {
  const auto hash = hash_of_file(target_.folder / platform::path_from(name));
  const auto is_it = [&](const Sum& sum) { return sum.name == name && sum.hash == hash; };
  return hash && (std::any_of(sums_.begin(), sums_.end(), is_it) || std::any_of(next_.begin(), next_.end(), is_it));
}

base::Result<void> ExportFolder::check_may_write(const std::string& name) const {
  const fs::path file = target_.folder / platform::path_from(name);
  if (!is_there(file)) return {};
  if (!is_plain_file(file)) return not_ours(file, "is no plain file");
  if (is_read_only(file)) return not_ours(file, "is read-only");
  if (!is_as_written(name)) return not_ours(file, "is not the last export as it was written: somebody changed it, or it is another file");
  return {};
}

std::vector<report::Exported> ExportFolder::others(const std::vector<report::Exported>& now) const {
  std::vector<report::Exported> kept;
  for (const report::Exported& file : before_) {
    const auto same = [&file](const report::Exported& each) { return each.name == file.name; };
    const bool listed = std::any_of(sums_.begin(), sums_.end(), [&file](const Sum& sum) { return sum.name == file.name; });
    if (listed && std::none_of(now.begin(), now.end(), same) && is_there(target_.folder / platform::path_from(file.name)))
      kept.push_back(file);
  }
  return kept;
}

std::string ExportFolder::checksums(const std::vector<report::Exported>& files) const {
  std::string text;
  for (const report::Exported& file : files)
    text += fmt::format("{}  {}\n", file.sha256.hex(), file.name);
  const auto told = [](const auto& list, const std::string& name) {
    return std::any_of(list.begin(), list.end(), [&name](const auto& each) { return each.name == name; });
  };
  for (const Sum& sum : sums_) // somebody added a file of his own
    if (!told(files, sum.name) && !told(before_, sum.name) && sum.name != target_.manifest())
      text += fmt::format("{}  {}\n", sum.hash.hex(), sum.name);
  return text;
}

} // namespace firsthand::records
