// What a record can say of its own end and of its attempts' numbers.
#include "tests/app/fixture.h"

#include "engine/records/attempt_numbers.h"

using namespace app_tests;

TEST_CASE("app: a record whose newest part is gone is told at its start, and noted for good") {
  Office office, other;
  office.open();
  office.begin();
  fs::copy_file(office.data.path / "firsthand.db", other.data.path / "firsthand.db");
  other.open();
  CHECK(other.data_folder->report().newest_missing);
  other.open();
  CHECK_FALSE(other.data_folder->report().newest_missing);
  other.data_folder.reset();
  auto database = looked_at(other);
  const auto incidents = taken(database.incidents());
  CHECK(std::count_if(incidents.begin(), incidents.end(), [](const auto& each) { return each.kind == "log-missing"; }) == 1);
  office.data_folder.reset();
  office.open();
  CHECK_FALSE(office.data_folder->report().newest_missing);
}

TEST_CASE("app: a record that is refused as an earlier copy keeps saying that its newest part may be missing") {
  Office office;
  Folder memory, copy;
  app::DataFolderOptions options{office.data.path, {}, {}};
  options.start.memory = memory.path;
  taken(app::DataFolder::open(office.services, *office.content_library, options)).reset();
  auto data_folder = taken(app::DataFolder::open(office.services, *office.content_library, options));
  taken(data_folder->begin("hall", {}));
  fs::copy_file(office.data.path / "firsthand.db", copy.path / "firsthand.db"); // and not its log
  data_folder.reset();
  options.data = copy.path;
  for (int i = 0; i < 2; ++i) {
    CHECK(error_of(app::DataFolder::open(office.services, *office.content_library, options)) == "record-rolled-back");
    storage::Options looking;
    looking.mode = storage::OpenMode::read_only;
    const auto database = taken(storage::Database::open(copy.path / "firsthand.db", looking));
    CHECK(database.completeness() == storage::Completeness::newest_may_be_missing);
  }
  options.start.rolled_back = records::RolledBackRecord::accept;
  CHECK(taken(app::DataFolder::open(office.services, *office.content_library, options))->report().newest_missing);
}

TEST_CASE("app: attempts that count 1 to k are all there; a gap and a number given twice are named") {
  Office office;
  office.open();
  const auto anna = taken(office.data_folder->add_person("Anna", "1234"));
  app::BeginOptions options;
  options.person = anna.id;
  for (int i = 0; i < 3; ++i)
    office.begin(options);
  office.begin(); // a guest's has a count of its own
  const auto branched = office.begin(options);
  submit(*branched, "do first open left");
  for (int i = 0; i < 2000 && branched->pending(); ++i)
    (void)branched->poll();
  taken(office.data_folder->rewind(branched->turns()[0].attempt, branched->turns()[0].turn)); // has none
  {
    auto database = looked_at(office);
    CHECK(taken(records::number_gaps(database)).empty());
  }
  auto request = [&](std::int64_t number) {
    storage::AppendRequest made;
    made.attempt.id = "forged-" + std::to_string(number) + "-" + std::to_string(office.clock.now().milliseconds);
    made.kind = "begin";
    made.line = base::Json(base::Json::Object{{"k", "begin"}, {"n", number}, {"s", "hall"}, {"who", anna.id}}).line();
    return made;
  };
  taken(office.data_folder->store().append(request(7)));
  taken(office.data_folder->store().append(request(2)));
  auto database = looked_at(office);
  const auto gaps = taken(records::number_gaps(database));
  REQUIRE(gaps.size() == 3); // 2 twice, 5 and 6 missing
  CHECK(gaps[0].number == 2);
  CHECK(gaps[0].times == 2);
  CHECK(gaps[1].number == 5);
  CHECK(gaps[1].message("Anna") == "Attempt 5 of Anna at hall is missing: a later one is there.");
  CHECK(gaps[2].number == 6);
}
