// Catalogue and cache of scenarios.
#include "engine/content/content_library.h"

#include "engine/content/shown_findings.h"
#include "engine/platform/paths.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <atomic>
#include <future>
#include <thread>

namespace firsthand::content {

namespace {

std::string known_scenarios(const reading::Library& library) {
  std::string all;
  for (const reading::Course& course : library.courses())
    for (const reading::ScenarioCard& card : course.scenarios)
      all += (all.empty() ? "" : ", ") + card.id;
  return all.empty() ? "none" : all;
}

const reading::Course* course_of(const reading::Library& library, std::string_view path) {
  for (const reading::Course& course : library.courses())
    for (const reading::ScenarioCard& card : course.scenarios)
      if (card.path == path) return &course;
  return nullptr;
}

// "…/lang/th.po" → "th"; nothing for another file.
std::string language_of_po(const std::string& path) {
  const std::filesystem::path file = platform::path_from(reading::without_version(path).first);
  if (file.extension() != ".po" || file.parent_path().filename() != "lang") return {};
  return platform::utf8_of(file.stem());
}

// Why a lesson may not be in the catalogue although it lies there.
std::string left_out(const reading::Library& library, const reading::FileSource& files) {
  constexpr std::size_t most = 3;
  std::string all;
  for (std::size_t i = 0; i < library.findings().size() && i < most; ++i)
    all += "\n  " + in_one_line(library.findings()[i], library.files(), files);
  return all;
}

std::string not_known(std::string_view scenario, const reading::Library& library, const reading::FileSource& files) {
  std::string words = fmt::format("There is no scenario {}. There are: {}.", scenario, known_scenarios(library));
  words += fmt::format(" Looked in: {}. Lessons of another folder: add --content FOLDER, or name the lesson by the path of its folder.",
                       fmt::join(files.places(), ", "));
  return words + left_out(library, files);
}

base::Result<ContentPtr> made_ready(session::Loaded loaded, std::string_view doctrine, const reading::FileSource* source) {
  auto content = std::make_shared<const Content>(std::move(loaded), doctrine, source);
  if (content->usable()) return ContentPtr(content);
  return base::fail("scenario-not-usable", content->problem());
}

} // namespace

Content::Content(session::Loaded loaded, std::string_view doctrine_asked, const reading::FileSource* source)
    : loaded_(std::move(loaded)), doctrine_asked_(doctrine_asked) {
  for (const reading::UsedFile& file : loaded_.content.files)
    files_[file.path] = &file.bytes;
  for (const reading::UsedFile& file : loaded_.content.files)
    if (const std::string language = language_of_po(file.path); !language.empty() && language != loaded_.content.scenario.language)
      texts_.try_emplace(language);
  const reading::MemoryFiles nowhere;
  problem_ = problem_of(source ? source->seen_from(path()) : nowhere);
}

const std::string* Content::file(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : found->second;
}

std::shared_ptr<const std::string> file_of(const ContentPtr& content, std::string_view path) {
  const std::string* bytes = content ? content->file(path) : nullptr;
  return bytes ? std::shared_ptr<const std::string>(content, bytes) : nullptr; // holds the whole content
}

const reading::Translation& Content::texts(std::string_view language) const {
  static const reading::Translation as_written;
  const auto found = texts_.find(language);
  if (found == texts_.end()) return as_written;
  std::call_once(found->second.once, [&] { found->second.translation = reading::translation_of(loaded_.content, language); });
  return found->second.translation;
}

bool Content::reviewed(std::string_view language) const {
  return language == loaded_.content.scenario.language || texts(language).status() == reading::TranslationStatus::reviewed;
}

std::string Content::problem_of(const reading::FileSource& source) const {
  if (loaded_.error) return fmt::format("{}: {}", source.place(path()), loaded_.error->message);
  const model::Findings& findings = loaded_.content.findings;
  for (const model::Finding& finding : findings)
    if (reading::gravity_of(finding) == model::Gravity::error)
      return fmt::format("{} has mistakes ({} finding{}). The first: {}", source.place(path()), findings.size(),
                         findings.size() == 1 ? "" : "s", shown(finding, loaded_.content.files, source).text);
  return "";
}

// One thread reads in the order of the catalogue; who needs a scenario takes it when it is there. Dropped early, the thread
// ends with the scenario that it is at.
struct ContentLibrary::Ahead {
  using Read = std::packaged_task<base::Result<ContentPtr>()>;
  std::map<std::pair<std::string, std::string>, std::future<base::Result<ContentPtr>>> coming;
  std::atomic<bool> dropped = false;
  std::thread thread;

  void start(std::vector<Read> all) {
    thread = std::thread([this, reads = std::move(all)]() mutable {
      for (Read& read : reads)
        if (!dropped) read();
    });
  }
  ~Ahead() {
    dropped = true;
    thread.join();
  }
};

ContentLibrary::ContentLibrary(const reading::FileSource& files, const session::Catalogue& modules)
    : files_(files), modules_(modules), library_(reading::Library::open(files)) {}

ContentLibrary::~ContentLibrary() = default;

// The course's, else the scenario's own.
std::string ContentLibrary::doctrine_for(const std::string& path, std::string_view asked) const {
  const reading::Course* course = course_of(library_, path);
  return asked.empty() && course ? course->doctrine : std::string(asked);
}

void ContentLibrary::read_ahead() {
  const std::lock_guard lock(mutex_);
  if (ahead_) return;
  ahead_ = std::make_unique<Ahead>();
  std::vector<Ahead::Read> all;
  for (const reading::Course& course : library_.courses())
    for (const reading::ScenarioCard& card : course.scenarios) {
      const std::string rules = doctrine_for(card.path, {});
      if (ready_.contains({card.path, rules})) continue;
      all.emplace_back(
          [this, path = card.path, rules] { return made_ready(session::load(files_, path, modules_, rules), rules, &files_); });
      ahead_->coming.emplace(std::pair(card.path, rules), all.back().get_future());
    }
  ahead_->start(std::move(all));
}

base::Result<ContentPtr> ContentLibrary::load(std::string_view scenario, std::string_view doctrine) {
  const std::lock_guard lock(mutex_);
  const reading::ScenarioCard* card = library_.card(scenario);
  const std::string path = card ? card->path : std::string(scenario);
  if (!card && (!path.ends_with(".yaml") || !files_.read(path, 0)))
    return base::fail("scenario-unknown", not_known(scenario, library_, files_));
  const std::string rules = doctrine_for(path, doctrine);
  ContentPtr& ready = ready_[{path, rules}];
  if (ready) return ready;
  auto coming = ahead_ ? ahead_->coming.extract({path, rules}) : decltype(ahead_->coming)::node_type();
  FH_TRY(content, coming ? coming.mapped().get() : made_ready(session::load(files_, path, modules_, rules), rules, &files_));
  ready = content;
  return content;
}

void ContentLibrary::forget() {
  const std::lock_guard lock(mutex_);
  ahead_.reset();
  ready_.clear();
  library_ = reading::Library::open(files_);
}

base::Result<ContentPtr> ContentLibrary::load_from(const reading::FileSource& files, const std::string& path,
                                                   std::string_view doctrine) const {
  return made_ready(session::load(files, path, modules_, doctrine), doctrine, nullptr);
}

} // namespace firsthand::content
