// Bytes of content by relative path. Reading asks through this; where they come from (a folder, a pack, kept content in
// the database) it must not know. Paths are '/'-separated from the content root, which holds `scenarios/` and `assets/`.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
};

// Kept content, packs, tests.
class MemoryFiles : public FileSource {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(files.begin(), files.end()) {}

  void put(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }
  void remove(std::string_view path);
  std::optional<std::string> read(std::string_view path, std::size_t limit) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
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
