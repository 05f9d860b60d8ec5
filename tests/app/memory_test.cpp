// What an export and a check of a record take of memory does not grow with the record: every byte that is asked for is counted.
#include "engine/records/attempt_numbers.h"
#include "engine/report/records.h"
#include "tests/app/fixture.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::int64_t> held = 0, most = 0;                // bytes
constexpr std::size_t before_it = alignof(std::max_align_t); // where its size stands

} // namespace

// In place of the library's, for this whole program.
void* operator new(std::size_t size) {
  auto* memory = static_cast<char*>(std::malloc(size + before_it));
  if (!memory) throw std::bad_alloc();
  *reinterpret_cast<std::size_t*>(memory) = size;
  const std::int64_t now = held += static_cast<std::int64_t>(size);
  for (std::int64_t seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
  }
  return memory + before_it;
}
// A sanitizer has its own of this, which would not fit the delete below.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* memory) noexcept {
  if (!memory) return;
  char* whole = static_cast<char*>(memory) - before_it;
  held -= static_cast<std::int64_t>(*reinterpret_cast<std::size_t*>(whole));
  std::free(whole);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { operator delete(memory); }

namespace app_tests {

namespace report = firsthand::report;

namespace {

storage::Database new_record(const Folder& folder) {
  static crypto::SeededEntropy entropy{"memory"};
  storage::Options options;
  options.entropy = &entropy;
  return taken(storage::Database::open(folder.path / "firsthand.db", options));
}

// An attempt of three people by turns: a beginning and an answer, each with a long fact.
void add_attempt(storage::Database& database, int number, const std::string& try_number, const char* mode = "practice") {
  const std::string id = fmt::format("attempt-{}", number), who = fmt::format("person-{}", number % 3);
  storage::Attempt row;
  row.id = id, row.person = who, row.scenario = "hall", row.mode = mode, row.channel = "window";
  for (int turn = 0; turn < 2; ++turn) {
    row.turn = turn;
    const std::string line = fmt::format(
        R"({{"at":{},"ch":"window","doc":"house","ed":"1","f":[{{"k":"step-entered","n":"first","t":{},"v":"choice","x":"{}"}}],"id":"{}","k":"{}","n":{},"pins":[],"s":"hall","t":{},"who":"{}"}})",
        turn * 1000, turn, std::string(2000, 'x'), id, turn == 0 ? "begin" : "turn", try_number, turn, who);
    taken(database.append({taken(database.head()), row, turn == 0 ? "begin" : "turn", line, {turn * 1000}, {}}));
  }
}

// The most bytes that are held at once while `what` is done to a record of so many attempts.
template<class What> std::int64_t most_held(int attempts, const What& what) {
  const Folder folder;
  storage::Database database = new_record(folder);
  for (int i = 0; i < attempts; ++i)
    add_attempt(database, i, std::to_string(i / 3 + 1));
  const std::int64_t before = held;
  most = before;
  what(database);
  return most - before;
}

void export_all(storage::Database& database) {
  const auto records = taken(report::read_records(database));
  const auto titles = [](const base::Json&) { return report::Titles{}; };
  const session::Catalogue kinds = one_module();
  for (const auto& files : {report::completion_table(records, {}), report::xapi_statements(records, kinds, titles)})
    for (const report::ExportFile& file : files)
      taken(file.write([](std::string_view) {}));
}

} // namespace

TEST_CASE("app: what an export takes of memory does not grow with the record") {
  const std::int64_t few = most_held(20, export_all), many = most_held(200, export_all);
  CHECK(few > 0);
  CHECK(many * 10 < few * 11);
}

TEST_CASE("app: an export goes by the sealed lines: a row that was made an act of the trainer's is told all the same") {
  const Folder folder;
  storage::Database database = new_record(folder);
  add_attempt(database, 0, "1");
  add_attempt(database, 1, "1", "administrative");
  const auto records = taken(report::read_records(database));
  CHECK(taken(report::completion_table(records, {}).front().write([](std::string_view) {})).attempts == 2);
}

TEST_CASE("app: what the check of the numbers takes of memory does not grow with the record") {
  const auto check = [](storage::Database& database) { CHECK(taken(records::number_gaps(database)).empty()); };
  CHECK(most_held(200, check) * 10 < most_held(20, check) * 11);
}

TEST_CASE("app: a number that is missing or there twice is told, in whatever order they came") {
  const auto told = [](std::vector<std::string> numbers) {
    const Folder folder;
    storage::Database database = new_record(folder);
    for (std::size_t i = 0; i < numbers.size(); ++i)
      add_attempt(database, static_cast<int>(3 * i), numbers[i]);
    std::string text;
    for (const records::NumberGap& gap : taken(records::number_gaps(database)))
      text += fmt::format("{}:{} ", gap.number, gap.times);
    return text;
  };
  CHECK(told({"1", "2", "3"}) == "");
  CHECK(told({"3", "2", "1"}) == "");
  CHECK(told({"1", "3"}) == "2:0 ");
  CHECK(told({"2", "2", "1", "1", "3"}) == "1:2 2:2 ");
  CHECK(told({"1", "2", "5", "3", "5"}) == "4:0 5:2 ");
  CHECK(told({"0", "1", "-7"}) == "-7:1 0:1 ");
  CHECK(told({"1", "9223372036854775807"}).starts_with("2:0 3:0 "));
}

} // namespace app_tests
