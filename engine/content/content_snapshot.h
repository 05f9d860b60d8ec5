// Content kept with an attempt: every file that its scenario was read from, as one row of bytes. Later edits of the scenario
// cannot reach an attempt that began before.
//
//   "firsthand-kept-1\n" "<doctrine that was asked for, or nothing>\n" then for each file: "<bytes of path> <bytes of file>\n" path file
// The scenario's own file stands first, the others follow sorted by path.
#pragma once

#include "engine/content/content_library.h"
#include "engine/records/store.h"

namespace firsthand::content {

std::string pack(const reading::LoadedScenario& loaded, std::string_view doctrine);

struct Unpacked {
  std::string path;     // of the scenario
  std::string doctrine; // asked for instead of the scenario's own
  reading::MemoryFiles files;
};
base::Result<Unpacked> unpack(std::string_view bytes); // "kept-format"

// Kept content made ready again, each only once.
class ContentSnapshots {
 public:
  explicit ContentSnapshots(const ContentLibrary& content_library) : content_library_(content_library) {}

  base::Result<crypto::Hash> keep(records::Store& store, const ContentPtr& content, base::Moment now);
  // Errors: "kept-missing", "kept-format", "scenario-not-usable", and the store's.
  base::Result<ContentPtr> find(records::Store& store, const crypto::Hash& kept);

 private:
  const ContentLibrary& content_library_;
  std::map<crypto::Hash, ContentPtr> ready_;
};

} // namespace firsthand::content
