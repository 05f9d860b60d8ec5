// A small lesson of our own, a folder that goes away, injected time and ids: so that each test is a few lines.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/content/disk_files.h"
#include "engine/content/roots.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace app_tests {

namespace fs = std::filesystem;
namespace app = firsthand::app;
namespace content = firsthand::content;
namespace platform = firsthand::platform;
namespace records = firsthand::records;
namespace base = firsthand::base;
namespace crypto = firsthand::crypto;
namespace model = firsthand::model;
namespace reading = firsthand::reading;
namespace session = firsthand::session;
namespace storage = firsthand::storage;

template<class T> T taken(base::Result<T> result) {
  if (!result.ok()) FAIL(result.error().code << ": " << result.error().message);
  return std::move(result).value();
}
inline void done(const base::Result<void>& result) {
  if (!result.ok()) FAIL(result.error().code << ": " << result.error().message);
}
template<class T> std::string error_of(const base::Result<T>& result) { return result.ok() ? "" : result.error().code; }

struct Folder {
  Folder() {
    crypto::SystemEntropy entropy;
    const fs::path memory = "/dev/shm";
    path = (fs::is_directory(memory) ? memory : fs::temp_directory_path()) / ("firsthand-app-" + crypto::random_id(entropy));
    fs::create_directories(path);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
  }

  fs::path path;
};

// A kind of step with three doors, one of them right; whoever opened one may go on. Enough for all that app does.
struct DoorSpec : session::Spec {
  model::Text prompt;
};
class Doors : public session::Module {
 public:
  const char* kind() const override { return "doors"; }
  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext&, model::Symbols& symbols) const override {
    auto spec = std::make_shared<DoorSpec>();
    spec->prompt = fields.text("prompt");
    for (const char* word : {"open", "left", "right"})
      symbols.intern(word);
    return spec;
  }
  session::StepState begin(const session::Context&) const override { return {{0}}; }
  std::optional<session::Refused> decide(const session::Context& context, const session::Action& action,
                                         session::Decision& decision) const override {
    if (action.verb != context.symbols.find("open")) return session::Refused{"not-here"};
    decision.state.slots[0] = action.entity == context.symbols.find("right") ? 2 : 1;
    model::Fact fact;
    fact.kind = model::FactKind::answered;
    fact.name = context.step;
    fact.to = action.entity;
    decision.facts.push_back(fact);
    return std::nullopt;
  }
  session::Offers offers(const session::Context&) const override { return {}; }
  session::Leaving leaving(const session::Context& context) const override {
    return context.state.slots[0] ? session::Leaving::may : session::Leaving::not_yet;
  }
  std::optional<int> grade(const session::Context& context) const override { return context.state.slots[0] == 2 ? 1000 : 0; }
  void texts(const session::Spec& spec, const std::function<void(const model::Text&)>& visit) const override {
    visit(static_cast<const DoorSpec&>(spec).prompt);
  }
};

inline session::Catalogue one_module() {
  std::vector<std::unique_ptr<const session::Module>> modules;
  modules.push_back(std::make_unique<Doors>());
  return session::Catalogue(std::move(modules));
}

inline std::string hall_yaml(const std::string& prompt = "Which door?") {
  return "scenario: hall\nformat: 1\nlanguage: en\ntitle: The hall\nsummary: Two doors.\nrole: Visitor\nminutes: 5\n"
         "starts: 2026-03-04 09:10 +07:00\ndoctrine: house\n"
         "people:\n  - {id: you, model: visitor, name: You}\n"
         "steps:\n  - {id: first, kind: doors, title: First, prompt: \"" +
         prompt + "\"}\n  - {id: second, kind: doors, title: Second, prompt: \"And now?\"}\n";
}

// The content tree of the small lesson.
inline void write_hall(const Folder& folder) {
  std::ifstream vocabulary(FIRSTHAND_SOURCE "/scenarios/library/vocabulary.yaml", std::ios::binary);
  folder.write("scenarios/library/vocabulary.yaml", std::string(std::istreambuf_iterator<char>(vocabulary), {}));
  folder.write("scenarios/library/people/visitor.yaml", "model: visitor\ntraits: [person, learner]\n");
  folder.write("scenarios/library/doctrine/house.yaml",
               "doctrine: house\ntitle: House rules\nedition: \"1\"\nreview-by: 2030-01-01\ncut: 500\n");
  folder.write("scenarios/courses/tour/course.yaml", "course: tour\nformat: 1\nlanguage: en\ntitle: Tour\nscenarios: [hall]\n");
  folder.write("scenarios/courses/tour/hall/scenario.yaml", hall_yaml());
  folder.write("assets/icons/ring.svg", "<svg/>");
}

// A data folder of its own, with the small lesson in the library.
struct Office {
  explicit Office(session::Catalogue kinds = one_module(), void (*add)(const Folder&) = nullptr) : modules(std::move(kinds)) {
    write_hall(content);
    if (add) add(content);
    services.entropy = &entropy;
    services.clock = &clock;
    services.pin_cost = crypto::minimal_pin_cost;
    services.modules = &modules;
    services.version = "test";
    files.emplace(std::vector<content::ContentRoot>{{content.path, ""}});
    content_library.emplace(*files, modules);
  }

  app::DataFolder& open() {
    data_folder.reset();
    data_folder = taken(app::DataFolder::open(services, *content_library, {data.path, on_written, adjust}));
    return *data_folder;
  }
  std::string error_on_open() {
    data_folder.reset();
    return error_of(app::DataFolder::open(services, *content_library, {data.path, {}, {}}));
  }
  // At the window, by nobody in particular.
  std::unique_ptr<app::AttemptSession> begin(app::BeginOptions options = {}) { return taken(data_folder->begin("hall", options)); }

  Folder content, data;
  crypto::SeededEntropy entropy{"app"};
  records::FixedClock clock{{1'767'225'600'000}, 1000};
  session::Catalogue modules;
  records::Services services;
  std::optional<content::DiskFiles> files;
  std::optional<content::ContentLibrary> content_library;
  std::function<void()> on_written;
  std::function<void(storage::Options&)> adjust;
  std::unique_ptr<app::DataFolder> data_folder;
};

// Its record, for looking only, beside the open data folder.
inline storage::Database looked_at(const Office& office) {
  storage::Options looking;
  looking.mode = storage::OpenMode::read_only;
  return taken(storage::Database::open(office.data.path / "firsthand.db", looking));
}

inline session::Action act(const app::AttemptSession& session, const std::string& words) {
  return taken(session::parse_action(words, session.prepared().symbols));
}
inline app::Submitted submit(app::AttemptSession& session, const std::string& words) {
  return session.submit_and_wait(act(session, words), session.turn());
}

} // namespace app_tests
