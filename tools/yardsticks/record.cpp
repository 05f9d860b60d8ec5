// Makes a long record, for tools/bench: one play is played, and its sealed lines are appended again and again as other attempts of a
// dozen people, each with its place in the chain. On a disk that syncs, thousands of attempts take minutes: give it memory.
//   record ROOT SCENARIO PLAY DIR COUNT
#include "engine/app/data_folder.h"
#include "engine/content/disk_files.h"
#include "engine/content/roots.h"
#include "engine/platform/paths.h"
#include "engine/session/play.h"
#include "engine/storage/database.h"
#include "modules/catalogue.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace {

using namespace firsthand;

constexpr int people = 12;

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::string person(int number) { return "person-" + std::to_string(number % people); }

// Gives the attempt's id.
base::Result<std::string> play_once(const std::string& root, const std::string& scenario, const std::string& play,
                                    const std::filesystem::path& data) {
  const session::Catalogue catalogue = modules::make_catalogue();
  const content::DiskFiles files(std::vector<content::ContentRoot>{{platform::path_from(root), ""}});
  content::ContentLibrary content_library(files, catalogue);
  records::SystemClock clock;
  crypto::SystemEntropy entropy;
  const records::Services services{&clock, &entropy, crypto::minimal_pin_cost, &catalogue, "bench"};
  FH_TRY(data_folder, app::DataFolder::open(services, content_library, {data, {}, {}}));
  for (int i = 0; i < people; ++i)
    FH_CHECK(data_folder->store().add_person({person(i), "Officer " + std::to_string(i), "", {}, "{}", true, false}));
  FH_TRY(session, data_folder->begin(scenario, {}));
  const auto reading = session::parse_play(bytes_of(play), session->prepared());
  for (const session::PlayLine& line : reading.play.lines)
    if (const auto* action = std::get_if<session::Action>(&line.content)) (void)session->submit_and_wait(*action, session->turn());
  return session->id();
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

base::Result<void> copy_attempt(storage::Database& database, const std::vector<storage::StoredEntry>& entries, storage::Attempt row,
                                int number) {
  const std::string before = row.id;
  row.id = "copy-" + std::to_string(number), row.person = person(number - 1);
  for (const storage::StoredEntry& entry : entries) {
    FH_TRY(head, database.head());
    std::string line = replaced(entry.entry.line, "\"id\":\"" + before, "\"id\":\"" + row.id);
    line = replaced(std::move(line), "\"who\":\"", "\"who\":\"" + row.person);
    if (entry.kind == "begin") line = replaced(std::move(line), "\"n\":1,", "\"n\":" + std::to_string((number - 1) / people + 1) + ",");
    row.turn = entry.turn;
    FH_CHECK(database.append({head, row, entry.kind, std::move(line), entry.at, {}}));
  }
  return {};
}

base::Result<void> make(char** argv) {
  const std::filesystem::path data = platform::path_from(argv[4]);
  FH_TRY(id, play_once(argv[1], argv[2], argv[3], data));
  FH_TRY(database, storage::Database::open(platform::database_path(data), {}));
  FH_TRY(entries, database.entries_of(id));
  FH_TRY(row, database.attempt(id));
  for (int i = 1; i < std::atoi(argv[5]); ++i)
    FH_CHECK(copy_attempt(database, entries, *row, i));
  return {};
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 6) return 2;
  const auto made = make(argv);
  if (!made.ok()) std::fprintf(stderr, "%s\n", made.error().message.c_str());
  return made.ok() ? 0 : 1;
}
