// Writing exports.
#include "engine/records/publish.h"

#include "engine/platform/ending.h"
#include "engine/platform/paths.h"
#include "engine/platform/platform.h"
#include "engine/records/export_folder.h"

#include <fmt/format.h>

#include <fstream>

namespace firsthand::records {

namespace fs = std::filesystem;

namespace {

base::Error cannot_write(const fs::path& file) {
  return base::fail(
      "export-failed",
      fmt::format("{} could not be written. Close it if another program has it open; check the folder, who may write there, and the free "
                  "space.",
                  platform::utf8_of(file)));
}

// A file on its way: beside its target under a name that nothing has; gone again unless it is put in place.
class Part {
 public:
  Part(const fs::path& folder, std::string name) : target_(folder / platform::path_from(name)), name_(std::move(name)) {
    std::error_code ignored;
    int number = 0;
    do // short, so that a long name of the target still fits
      part_ = folder / platform::path_from(fmt::format("firsthand-{}-{}.part", platform::process_id(), number++));
    while (fs::exists(fs::symlink_status(part_, ignored)));
    stream_.open(part_, std::ios::binary | std::ios::trunc);
  }
  ~Part() {
    if (part_.empty()) return;
    stream_.close();
    std::error_code ignored;
    fs::remove(part_, ignored);
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  void add(std::string_view bytes) {
    if (platform::end_asked()) return; // it will not be put in place
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    digest_.add(bytes);
    bytes_ += static_cast<std::int64_t>(bytes.size());
  }
  base::Result<void> finish() {
    stream_.close();
    if (!stream_ || !platform::sync_file(part_)) return cannot_write(target_);
    hash_ = digest_.finish();
    return {};
  }
  base::Result<void> put_in_place() {
    std::error_code failed;
    fs::rename(part_, target_, failed);
    if (failed) return cannot_write(target_);
    part_.clear();
    return {};
  }
  const fs::path& target() const { return target_; }
  const std::string& name() const { return name_; }
  base::Result<void> write(const report::ExportFile& file) {
    FH_TRY(told, file.write([this](std::string_view bytes) { add(bytes); }));
    told_ = told;
    return finish();
  }
  report::Exported told(const report::Records& records, base::Moment now) const {
    return {name_, bytes_, hash_, records.entries, records.head, now, told_};
  }

 private:
  fs::path target_, part_;
  std::string name_;
  std::ofstream stream_;
  crypto::Sha256 digest_;
  crypto::Hash hash_;
  std::int64_t bytes_ = 0;
  report::Told told_;
};
using Parts = std::vector<std::unique_ptr<Part>>;

base::Result<void> make_folder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return cannot_write(folder);
  return {};
}

base::Result<void> add_part(Parts& parts, const fs::path& folder, const std::string& name, std::string_view bytes) {
  parts.push_back(std::make_unique<Part>(folder, name));
  parts.back()->add(bytes);
  return parts.back()->finish();
}

base::Result<Parts> write_parts(const std::vector<report::ExportFile>& files, const ExportTarget& target) {
  Parts parts;
  for (const report::ExportFile& file : files) {
    parts.push_back(std::make_unique<Part>(target.folder, target.name_of(file, files)));
    FH_CHECK(parts.back()->write(file));
    if (platform::end_asked()) return base::fail("export-ended", "The program was told to end. Nothing was exported.");
  }
  return parts;
}

// The checksums to come stand beside the old ones first: whoever is interrupted here still knows each file as its own.
base::Result<std::vector<fs::path>> replace(const ExportFolder& folder, const ExportTarget& target, Parts parts,
                                            std::string_view checksums) {
  for (const auto& part : parts)
    FH_CHECK(folder.check_may_write(part->name()));
  Parts next;
  FH_CHECK(add_part(next, target.folder, target.next_checksums(), checksums));
  FH_CHECK(next.front()->put_in_place());
  std::vector<fs::path> written;
  for (const auto& part : parts) {
    FH_CHECK(part->put_in_place());
    written.push_back(part->target());
  }
  written.push_back(target.folder / platform::path_from(target.checksums()));
  std::error_code failed;
  fs::rename(target.folder / platform::path_from(target.next_checksums()), written.back(), failed);
  if (failed) return cannot_write(written.back());
  return written;
}

} // namespace

base::Result<void> write_whole(const fs::path& file, std::string_view bytes) {
  fs::path part = file;
  part += ".part";
  std::ofstream stream(part, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code failed;
  if (!stream || !platform::sync_file(part)) {
    fs::remove(part, failed);
    return cannot_write(file);
  }
  fs::rename(part, file, failed);
  if (failed) return cannot_write(file);
  return {};
}

base::Result<std::vector<fs::path>> publish(const report::Records& records, const std::vector<report::ExportFile>& files,
                                            const fs::path& to, const Publisher& publisher) {
  const platform::CleanEnd clean_end; // takes away what is half written
  FH_TRY(target, export_target(records, files, to));
  FH_CHECK(make_folder(target.folder));
  FH_TRY(folder, ExportFolder::open(records, target));
  for (const report::ExportFile& file : files) // before a long record is read for nothing
    FH_CHECK(folder.check_may_write(target.name_of(file, files)));
  FH_CHECK(folder.check_may_write(target.manifest()));
  FH_TRY(parts, write_parts(files, target));
  std::vector<report::Exported> told;
  for (const auto& part : parts)
    told.push_back(part->told(records, publisher.now));
  for (report::Exported& other : folder.others(told))
    told.push_back(std::move(other));
  FH_CHECK(add_part(parts, target.folder, target.manifest(), report::manifest_of(records, told, publisher.program, publisher.now)));
  told.push_back(parts.back()->told(records, publisher.now));
  return replace(folder, target, std::move(parts), folder.checksums(told));
}

} // namespace firsthand::records
