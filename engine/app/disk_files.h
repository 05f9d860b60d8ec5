// Bytes of content from folders on disk. Several roots make one tree: the first root that has a file gives it, so added
// content adds and never replaces. A path never leads out of its root, not even through a link.
#pragma once

#include "engine/app/paths.h"
#include "engine/reading/files.h"

namespace firsthand::app {

class DiskFiles : public reading::FileSource {
 public:
  explicit DiskFiles(std::vector<ContentRoot> roots);

  std::optional<std::string> read(std::string_view path, std::size_t limit) const override;
  std::vector<std::string> list(std::string_view folder) const override;

  // Where a file lies on the disk; nothing if there is none.
  std::optional<std::filesystem::path> find(std::string_view path) const;
  const std::vector<ContentRoot>& roots() const { return roots_; }

 private:
  std::optional<std::filesystem::path> inside(const ContentRoot& root, std::string_view path) const;
  std::vector<ContentRoot> roots_; // folders canonical
};

} // namespace firsthand::app
