// All plays of all scenarios, and a data folder to run them on that goes away: injected clock, ids and keys.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/app/exemplar.h"
#include "engine/content/disk_files.h"
#include "engine/content/roots.h"
#include "engine/reading/findings.h"
#include "engine/session/play.h"
#include "modules/catalogue.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace play_tests {

namespace fs = std::filesystem;
namespace app = firsthand::app;
namespace content = firsthand::content;
namespace platform = firsthand::platform;
namespace records = firsthand::records;
namespace base = firsthand::base;
namespace crypto = firsthand::crypto;
namespace session = firsthand::session;

// Refuses to hide what went wrong.
template<class T> T taken(base::Result<T> result) {
  if (!result.ok()) FAIL(result.error().code << ": " << result.error().message);
  return std::move(result).value();
}

// Read once for all tests: content is immutable.
struct Contents {
  content::DiskFiles files{{content::ContentRoot{FIRSTHAND_SOURCE, ""}}};
  session::Catalogue modules = firsthand::modules::make_catalogue();
  content::ContentLibrary content_library{files, modules};
};
inline Contents& contents() {
  static Contents all;
  return all;
}

struct Workshop {
  Workshop() {
    crypto::SystemEntropy system;
    const fs::path memory = "/dev/shm"; // thousands of synced writes would only wear the disk
    data = (fs::is_directory(memory) ? memory : fs::temp_directory_path()) / ("firsthand-plays-" + crypto::random_id(system));
    services.entropy = &entropy;
    services.clock = &clock;
    services.pin_cost = crypto::minimal_pin_cost;
    services.modules = &modules;
    services.version = "test";
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(data, ignored);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  std::unique_ptr<app::DataFolder> open() { return taken(app::DataFolder::open(services, content_library, {data, {}, {}})); }

  const content::DiskFiles& files = contents().files;
  const session::Catalogue& modules = contents().modules;
  content::ContentLibrary& content_library = contents().content_library;
  crypto::SeededEntropy entropy{"plays"};
  records::FixedClock clock{{1'767'225'600'000}, 1000};
  records::Services services;
  fs::path data;
};

struct NamedPlay {
  std::string scenario, name; // path of the scenario, name of the play
  std::string text;
};

inline std::vector<NamedPlay> all_plays(content::ContentLibrary& content_library, const content::DiskFiles& files) {
  std::vector<NamedPlay> plays;
  for (const auto& course : content_library.library().courses())
    for (const auto& card : course.scenarios) {
      const std::string folder = card.path.substr(0, card.path.rfind('/')) + "/plays/";
      for (const std::string& name : files.list(folder))
        plays.push_back({card.path, name, files.read(folder + name, 1u << 20).value()});
    }
  return plays;
}
inline std::vector<NamedPlay> all_plays(const Workshop& workshop) { return all_plays(workshop.content_library, workshop.files); }

// What is drawn for a day is practised: it ends without one.
inline bool has_verdict(const session::Prepared& prepared) {
  const firsthand::model::Test* test = session::test_of(prepared);
  return !test || test->drawn == 0;
}

inline session::Play read_play(const session::Prepared& prepared, const NamedPlay& play) {
  session::PlayReading reading = session::parse_play(play.text, prepared);
  for (const firsthand::model::Finding& fault : reading.faults)
    FAIL(play.scenario << " " << play.name << ":" << fault.where.line << ": " << firsthand::reading::message_of(fault));
  return std::move(reading.play);
}

inline std::vector<session::Action> actions_of(const session::Play& play) {
  std::vector<session::Action> actions;
  for (const session::PlayLine& line : play.lines)
    if (const auto* action = std::get_if<session::Action>(&line.content)) actions.push_back(*action);
  return actions;
}

inline app::BeginOptions rehearsal_of(const session::Play& play) {
  app::BeginOptions options;
  options.channel = session::Channel::rehearsal;
  options.chance = play.chance;
  return options;
}

// Facts of every turn and the digest at the end, as text: two runs are the same if this is.
inline std::string told(const app::AttemptSession& session) {
  std::string out;
  for (const app::Turn& turn : session.turns()) {
    if (turn.kind == "sitting") continue;
    for (const auto& fact : turn.facts)
      out += session::fact_json(fact, session.prepared().symbols).line() + "\n";
    out += "--\n";
  }
  return out + session::state_digest(session.prepared(), session.attempt()).hex();
}

} // namespace play_tests
