// Bytes of content by relative path. Reading asks through this; where they come from (a folder, a pack, kept content in
// the database) it must not know. Paths are '/'-separated from the content root, which holds `scenarios/` and `assets/`.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firsthand::reading {

class FileSource {
 public:
  virtual ~FileSource() = default;

  // The file's bytes, or nothing if there is no such file. Of a file longer than `limit` at least limit + 1 bytes are
  // given, and the rest may be left out: the caller sees that it is too long without ever holding it all.
  virtual std::optional<std::string> read(std::string_view path, std::size_t limit) const = 0;

  // Names of the files and folders directly in `folder`, sorted by bytes; folders end with '/'. Empty if there is none.
  virtual std::vector<std::string> list(std::string_view folder) const = 0;

  // Several folders of content make one tree. Where two of them have a file of the same path, the second goes by another path
  // (`other_version`), so that both can be read, kept and named. The folder that came first in the catalogue has rank 0.
  virtual int rank(std::string_view path) const;
  // The tree as the lesson at `path` sees it: what lies in its own folder of content before what others have under that path.
  virtual const FileSource& seen_from(std::string_view path) const;
  // False for what another folder of content gives while one folder alone is looked at.
  virtual bool own(std::string_view path) const;
  // For people: where a file lies, as they named its folder; and the folders that were looked in.
  virtual std::string place(std::string_view path) const { return std::string(path); }
  virtual std::vector<std::string> places() const { return {}; }
  // There is something of that path, but it is a link that leads out of its folder of content: it is not read.
  virtual bool leads_out(std::string_view path) const;
};

// "library/lamp.yaml", 1 → "library/lamp+1.yaml": the same path in a further folder of content.
std::string other_version(std::string_view path, int number);
// Takes the number out again: the path as an author knows it, and the number (0: none).
std::pair<std::string, int> without_version(std::string_view path);
// The paths of all versions of a file, the one of the lowest rank first; none if there is no such file.
std::vector<std::string> versions(const FileSource& files, const std::string& path);

// Kept content, packs, tests.
class MemoryFiles : public FileSource {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(files.begin(), files.end()) {}

  void put(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }
  void remove(std::string_view path);
  void put_link(std::string folder) { links_.insert(std::move(folder)); } // to somewhere outside
  bool leads_out(std::string_view path) const override { return links_.contains(std::string(path)); }
  std::optional<std::string> read(std::string_view path, std::size_t limit) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
  std::set<std::string> links_;
};

// Relative, '/'-separated, at most 240 bytes, no empty part, no "." or "..", no backslash, colon or control character.
bool is_plain_path(std::string_view path);

// "courses/a/scenario.yaml" → "courses/a/" (empty if there is no '/'), and → "scenario.yaml".
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);

// A file that was read, kept whole: Where::file counts into the list of them.
struct UsedFile {
  std::string path, bytes;
};

} // namespace firsthand::reading
