// Exports in a folder that others write in as well: what is foreign stays, what is ours is replaced, all of it is covered.
#include "engine/platform/paths.h"
#include "engine/records/export_folder.h"
#include "engine/records/publish.h"
#include "tests/app/fixture.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace app_tests {

namespace {

namespace report = firsthand::report;

// An export of two files under the names of one computer.
struct Exporter {
  report::Records records;
  std::string rows = "one";

  explicit Exporter(const char* chain = "chain", const char* station = "P1", const char* number = "1") {
    records.chain_id = chain;
    records.entries = 1;
    records.head = crypto::sha256(chain);
    records.stations = {{std::string(chain) + "-0123456789", "enrolled", station, "", number, {}, 0}};
  }
  void go_on() { records.head = crypto::sha256(records.head), ++records.entries, rows += ", one more"; }
  std::vector<report::ExportFile> table() const {
    const auto says = [](const std::string& bytes) {
      return [bytes](const report::Out& out) -> base::Result<report::Told> {
        out(bytes);
        return report::Told{};
      };
    };
    return {{"completion", ".csv", says(rows)}, {"completion-dictionary", ".csv", says("words")}};
  }
  std::vector<report::ExportFile> statements() const {
    auto files = table();
    files.resize(1);
    files[0].sheet = "statements", files[0].ending = ".json";
    return files;
  }
  std::string error(const fs::path& to) const { return error_of(publish(to)); }
  base::Result<std::vector<fs::path>> publish(const fs::path& to) const { return records::publish(records, table(), to, {"test", {5}}); }
  base::Result<std::vector<fs::path>> publish_statements(const fs::path& to) const {
    return records::publish(records, statements(), to, {"test", {5}});
  }
};

std::string text_in(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.push_back(platform::utf8_of(entry.path().filename()));
  std::sort(names.begin(), names.end());
  return names;
}

// What `sha256sum -c` does, over all checksums in the folder; gives how many files they cover, -1 if one is not as it says.
int covered(const fs::path& folder) {
  int files = 0;
  for (const std::string& name : names_in(folder)) {
    if (name.find("SHA256SUMS") == std::string::npos) continue;
    std::istringstream lines(text_in(folder / platform::path_from(name)));
    for (std::string line; std::getline(lines, line); ++files)
      if (records::hash_of_file(folder / platform::path_from(line.substr(66))) != crypto::parse_hash(line.substr(0, 64))) return -1;
  }
  return files;
}

std::map<std::string, std::string> state_of(const fs::path& folder) {
  std::map<std::string, std::string> state;
  for (const std::string& name : names_in(folder))
    state[name] = text_in(folder / platform::path_from(name));
  return state;
}

} // namespace

TEST_CASE("app: formats and computers lie side by side in one folder, and checksums cover all of it") {
  Folder folder;
  const Exporter one, two("other", "P1", "2"), unnamed("third", "", "");
  taken(one.publish(folder.path));
  taken(one.publish_statements(folder.path));
  taken(two.publish(folder.path));
  taken(unnamed.publish(folder.path));
  CHECK(names_in(folder.path) == std::vector<std::string>{"P1-1-SHA256SUMS", "P1-2-SHA256SUMS", "completion-P1-1.csv",
                                                          "completion-P1-2.csv", "completion-dictionary-P1-1.csv",
                                                          "completion-dictionary-P1-2.csv", "completion-dictionary-third-01.csv",
                                                          "completion-third-01.csv", "manifest-P1-1.json", "manifest-P1-2.json",
                                                          "manifest-third-01.json", "statements-P1-1.json", "third-01-SHA256SUMS"});
  CHECK(covered(folder.path) == 10);
  const auto manifest = report::seen_in_manifest(text_in(folder.path / "manifest-P1-1.json"));
  REQUIRE(manifest);
  CHECK(manifest->files.size() == 3); // the second format did not drop the first
}

TEST_CASE("app: our own last export is replaced, also by a later program state and in another order of formats") {
  Folder folder;
  Exporter one;
  for (int i = 0; i < 3; ++i) {
    taken(one.publish(folder.path));
    one.go_on();
    taken(one.publish_statements(folder.path));
    CHECK(covered(folder.path) == 4);
  }
  CHECK(text_in(folder.path / "completion-P1-1.csv") == "one, one more, one more");
  fs::remove(folder.path / "statements-P1-1.json"); // taken along
  taken(one.publish(folder.path));
  CHECK(covered(folder.path) == 3);
}

TEST_CASE("app: whatever is not our last export byte for byte stays, and nothing else is written either") {
  const Exporter one;
  const std::vector<std::string> names{"completion-P1-1.csv", "completion-dictionary-P1-1.csv", "manifest-P1-1.json", "P1-1-SHA256SUMS",
                                       "P1-1.next"};
  for (const std::string& name : names)
    for (const std::string& text : {std::string("mine"), std::string()}) {
      CAPTURE(name);
      Folder folder;
      if (name == "P1-1.next" && text.empty()) continue; // no checksums at all: ours to be
      folder.write(name, text);
      if (name == "P1-1-SHA256SUMS" && text.empty()) continue;
      const auto before = state_of(folder.path);
      CHECK(one.error(folder.path) == "export-not-ours");
      CHECK(state_of(folder.path) == before);
    }
  for (const std::string& name : names) { // annotated after it was written
    if (name == "P1-1.next") continue;
    CAPTURE(name);
    Folder folder;
    taken(one.publish(folder.path));
    folder.write(name, text_in(folder.path / name) + "Seen by the trainer.");
    const auto before = state_of(folder.path);
    CHECK(one.error(folder.path) == "export-not-ours");
    CHECK(state_of(folder.path) == before);
  }
}

TEST_CASE("app: a link, a folder, a read-only file and checksums without their manifest are left alone") {
  const Exporter one;
  Folder folder, elsewhere;
  taken(one.publish(folder.path));
  const fs::path table = folder.path / "completion-P1-1.csv";
  fs::permissions(table, fs::perms::owner_write, fs::perm_options::remove);
  CHECK(one.error(folder.path) == "export-not-ours");
  fs::permissions(table, fs::perms::owner_write, fs::perm_options::add);
  fs::rename(table, elsewhere.path / "x.csv");
  fs::create_directory(table);
  CHECK(one.error(folder.path) == "export-not-ours");
  fs::remove(table);
  std::error_code no_links;
  fs::create_symlink(elsewhere.path / "x.csv", table, no_links);
  if (!no_links) CHECK(one.error(folder.path) == "export-not-ours");
  fs::remove(table);
  fs::remove(folder.path / "manifest-P1-1.json");
  CHECK(one.error(folder.path) == "export-not-ours");
  CHECK(text_in(elsewhere.path / "x.csv") == "one");
}

TEST_CASE("app: two computers of one name do not replace each other's export, nor does an earlier copy its later one") {
  Folder folder;
  Exporter one, later;
  const Exporter same_name("other");
  later.go_on();
  taken(later.publish(folder.path));
  const auto before = state_of(folder.path);
  CHECK(same_name.error(folder.path) == "export-older");
  CHECK(one.error(folder.path) == "export-older");
  CHECK(one.error(folder.path / "x.csv") == "export-older");
  CHECK(state_of(folder.path) == before);
  one.records.stations.push_back({"renamed-later", "enrolled", "P9", "", "9", {}, 1}); // another name does not hide it
  CHECK(one.error(folder.path) == "export-older");
}

TEST_CASE("app: a named file is guarded as a folder is, and stands with its others in the same checksums") {
  Folder folder;
  const Exporter one, two("other", "P2", "1");
  taken(one.publish(folder.path / "LIST.CSV"));
  CHECK(names_in(folder.path) == std::vector<std::string>{"LIST-dictionary.CSV", "LIST.CSV", "P1-1-SHA256SUMS", "manifest-P1-1.json"});
  taken(one.publish(folder.path / "LIST.CSV"));
  const auto before = state_of(folder.path);
  CHECK(two.error(folder.path / "LIST.CSV") == "export-not-ours");
  CHECK(state_of(folder.path) == before);
  taken(one.publish(folder.path / "again.csv"));
  CHECK(covered(folder.path) == 5);
}

TEST_CASE("app: an unknown ending is refused with those that are known; a name without one is a folder") {
  Folder folder;
  const Exporter one;
  for (const char* name : {"list.xlsx", "list.json", "list.csv.", "list.csv ", ".csv", "x.CSV.bak", "list.", "liste.größer"}) {
    const auto made = one.publish(folder.path / platform::path_from(name));
    CHECK(error_of(made) == "export-ending");
    CHECK(made.error().message.find(".csv") != std::string::npos);
  }
  CHECK(names_in(folder.path).empty());
  folder.write("report", "a file");
  CHECK(one.error(folder.path / "report") == "export-target");
  CHECK(one.error(folder.path / "report/") == "export-target");
  CHECK(one.error(folder.path / "report/new/list.csv") == "export-target");
  CHECK(one.error("") == "export-target");
  CHECK(one.error(folder.path / "report" / "deeper") == "export-target");
  taken(one.publish(folder.path / "2026.11"));
  taken(one.publish(folder.path / "v1.x/"));
  CHECK(covered(folder.path / "2026.11") == 3);
  CHECK(covered(folder.path / "v1.x") == 3);
  taken(records::publish(one.records, one.statements(), folder.path / "All.Json", {"test", {5}}));
  CHECK(fs::exists(folder.path / "All.Json"));
}

TEST_CASE("app: an export that cannot be finished leaves the one before whole, and no half of itself") {
  Folder folder;
  const Exporter one;
  taken(one.publish(folder.path));
  const auto before = state_of(folder.path);
  auto files = one.table();
  files[1].write = [](const report::Out& out) -> base::Result<report::Told> {
    out("half");
    return base::fail("record-damaged", "x");
  };
  CHECK(error_of(records::publish(one.records, files, folder.path, {"test", {6}})) == "record-damaged");
  CHECK(state_of(folder.path) == before);
}

TEST_CASE("app: whoever was interrupted while files were replaced still knows each as its own") {
  Exporter one;
  Folder first, second;
  taken(one.publish(first.path));
  one.go_on();
  taken(one.publish(second.path));
  const auto before = state_of(first.path), after = state_of(second.path);
  const std::vector<std::string> order{"completion-P1-1.csv", "completion-dictionary-P1-1.csv", "manifest-P1-1.json"};
  for (const bool had_one : {true, false})
    for (std::size_t done_so_far = 0; done_so_far <= order.size(); ++done_so_far) {
      CAPTURE(done_so_far);
      Folder folder;
      if (had_one)
        for (const auto& [name, bytes] : before)
          folder.write(name, bytes);
      folder.write("P1-1.next", after.at("P1-1-SHA256SUMS"));
      for (std::size_t i = 0; i < done_so_far; ++i)
        folder.write(order[i], after.at(order[i]));
      taken(one.publish(folder.path));
      CHECK(covered(folder.path) == 3);
      CHECK(names_in(folder.path).size() == 4);
    }
}

TEST_CASE("app: names of stations become names of files that every file system takes, and stay apart") {
  const auto name = [](const char* station, const char* number) {
    return records::export_name_of({"0123456789abcdef", "enrolled", station, "", number, {}, 0});
  };
  CHECK(name("P1", "1") == "P1-1");
  CHECK(name("ภูเก็ต", "1") == "ภูเก็ต-1");
  CHECK(name("Phuket 2", "12") == "Phuket_2-12-01234567");
  CHECK(name("", "") == "01234567");
  CHECK(name("P1", "") == "P1-01234567");
  CHECK(name("../..", "a/b\\c:d*?\"<>|") == "_____-a_b_c_d______-01234567");
  CHECK(name("-rf", "1") == "_rf-1-01234567");
  CHECK(name("NUL.x", "1") == "NUL_x-1-01234567");
  CHECK(name("a\xE2\x80\xAE"
             "b",
             "1") == "a_b-1-01234567"); // a sign that turns the direction of reading
  CHECK(name("\xFF", "1") == "_-1-01234567");
  CHECK(name(std::string(80, 'x').c_str(), "1") == std::string(48, 'x') + "-1-01234567");
  CHECK(records::export_name_of({}) == "unnamed");
}

} // namespace app_tests
