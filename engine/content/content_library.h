// The scenarios that the program has: the catalogue (cheap), and one scenario read, checked and made ready, kept for the next
// time. A scenario that cannot be read never hides the others.
#pragma once

#include "engine/reading/translation.h"
#include "engine/session/load.h"

#include <map>
#include <memory>
#include <mutex>

namespace firsthand::content {

// A scenario ready to be played, with the files that it was read from. Immutable and shared.
class Content {
 public:
  // `source`: where it came from, asked now for the places of its files; null if they have none (kept content).
  explicit Content(session::Loaded loaded, std::string_view doctrine_asked = {}, const reading::FileSource* source = nullptr);

  const reading::LoadedScenario& read() const { return loaded_.content; }
  const session::Prepared& prepared() const { return *loaded_.prepared; } // only if usable()
  bool usable() const { return loaded_.prepared != nullptr; }
  const std::string& path() const { return loaded_.content.path; }
  const std::string& doctrine_asked() const { return doctrine_asked_; } // instead of the scenario's own; "" if it was not

  // A picture or another file that was read; null if there is none of that path.
  const std::string* file(std::string_view path) const;
  // The texts in one language; the author's own where there is no translation. Lives as long as the content.
  const reading::Translation& texts(std::string_view language) const;
  // May be assessed in: the author's language, and reviewed translations.
  bool reviewed(std::string_view language) const;
  // Why it cannot be played, with the place of the first mistake; "" if it can.
  const std::string& problem() const { return problem_; }

 private:
  std::string problem_of(const reading::FileSource& source) const;
  session::Loaded loaded_;
  std::string doctrine_asked_;
  std::map<std::string, const std::string*, std::less<>> files_;
  // Of one language, read when somebody first asks for it.
  struct Texts {
    std::once_flag once;
    reading::Translation translation;
  };
  mutable std::map<std::string, Texts, std::less<>> texts_; // every language but the author's; none is added later
  std::string problem_;
};
using ContentPtr = std::shared_ptr<const Content>;

// The same as content->file(path), kept alive by who holds it. Null if there is none of that path.
std::shared_ptr<const std::string> file_of(const ContentPtr& content, std::string_view path);

// Threads: `load`, `read_ahead` and `forget` may be called by any thread. Who holds `library()` sees to it that nobody forgets.
class ContentLibrary {
 public:
  // Both are borrowed and must outlive the library.
  ContentLibrary(const reading::FileSource& files, const session::Catalogue& modules);
  ~ContentLibrary();
  ContentLibrary(const ContentLibrary&) = delete;
  ContentLibrary& operator=(const ContentLibrary&) = delete;

  const reading::Library& library() const { return library_; }
  const reading::FileSource& files() const { return files_; }
  const session::Catalogue& modules() const { return modules_; }

  // `scenario` is an id, or a path from the content root to a scenario.yaml. `doctrine` empty: the course's, else the scenario's own.
  // Errors: "scenario-unknown" (says which there are, what is left out, where it looked and how to look elsewhere), "scenario-not-usable"
  // (the first finding and how many).
  base::Result<ContentPtr> load(std::string_view scenario, std::string_view doctrine = {});
  // Begins to read all scenarios of the catalogue on a thread of its own, so that later nobody waits for them. `load` gives
  // the same with and without.
  void read_ahead();
  // Read again at the next load, because the files changed.
  void forget();

  // The same from files given at hand (kept content). Not cached.
  base::Result<ContentPtr> load_from(const reading::FileSource& files, const std::string& path, std::string_view doctrine) const;

 private:
  const reading::FileSource& files_;
  const session::Catalogue& modules_;
  reading::Library library_;
  struct Ahead; // what the other thread has read
  std::string doctrine_for(const std::string& path, std::string_view asked) const;

  std::mutex mutex_;                                                // of what follows
  std::map<std::pair<std::string, std::string>, ContentPtr> ready_; // by path and doctrine
  std::unique_ptr<Ahead> ahead_;
};

} // namespace firsthand::content
