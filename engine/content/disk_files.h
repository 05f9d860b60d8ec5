// Bytes of content from folders on disk. Several roots make one tree: the first root that has a file gives it, the next goes by
// another path (reading::other_version), so added content adds and never replaces. A lesson sees its own folder of content first, then
// what is built in. A path never leads out of its root, not even through a link.
#pragma once

#include "engine/content/roots.h"
#include "engine/reading/files.h"

#include <memory>

namespace firsthand::content {

class DiskFiles : public reading::FileSource {
 public:
  // The same folder twice counts once. Roots that are not there are remembered for `places` only.
  explicit DiskFiles(std::vector<ContentRoot> roots);

  std::optional<std::string> read(std::string_view path, std::size_t limit) const override;
  std::vector<std::string> list(std::string_view folder) const override;
  int rank(std::string_view path) const override;
  const reading::FileSource& seen_from(std::string_view path) const override;
  bool own(std::string_view path) const override;
  std::string place(std::string_view path) const override;
  std::vector<std::string> places() const override { return places_; }
  bool leads_out(std::string_view path) const override;

  // The tree as what lies in `root` sees it; these files themselves if they have no such root.
  const DiskFiles& view_of(const ContentRoot& root) const;

  // Where a file lies on the disk; nothing if there is none.
  std::optional<std::filesystem::path> find(std::string_view path) const;
  const std::vector<ContentRoot>& roots() const { return roots_; }

 private:
  struct Found {
    std::size_t root = 0;
    std::filesystem::path file;
  };
  DiskFiles(const DiskFiles& all, std::size_t first);
  std::optional<std::filesystem::path> inside(const ContentRoot& root, std::string_view path) const;
  std::optional<Found> found(std::string_view path) const;

  std::vector<ContentRoot> roots_; // folders canonical
  std::vector<int> ranks_;         // of each root in the catalogue
  std::vector<std::string> places_;
  std::vector<std::unique_ptr<DiskFiles>> views_; // one a root; none in a view
};

} // namespace firsthand::content
