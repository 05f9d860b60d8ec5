// People, PINs, settings, the lock, the library, words and files on disk.
#include "tests/app/fixture.h"

#include "engine/content/lint.h"
#include "engine/content/roots.h"
#include "engine/content/words.h"
#include "engine/records/publish.h"

using namespace app_tests;

TEST_CASE("app: a right PIN is welcome; wrong ones are told to wait longer and longer, and nobody is locked out") {
  Office office;
  office.clock = records::FixedClock({1'767'225'600'000});
  office.open();
  const auto anna = taken(office.data_folder->add_person("Anna", "1234"));
  const auto try_pin = [&](const char* pin) { return taken(office.data_folder->sign_in(anna.id, pin)); };
  CHECK(try_pin("1234").kind == app::SignIn::Kind::welcome);
  CHECK(try_pin("1111").wait_seconds == 0);
  CHECK(try_pin("1111").wait_seconds == 0);
  CHECK(try_pin("1111").wait_seconds == 2);
  CHECK(try_pin("1234").kind == app::SignIn::Kind::wait); // even the right one
  office.open();                                          // closing the program does not help
  CHECK(try_pin("1234").kind == app::SignIn::Kind::wait);
  office.clock.set({office.clock.now().milliseconds + 3000});
  CHECK(try_pin("1111").wait_seconds == 4);
  office.clock.set({office.clock.now().milliseconds + 5000});
  CHECK(try_pin("1234").kind == app::SignIn::Kind::welcome);
  CHECK(try_pin("1111").wait_seconds == 0); // forgotten
}

TEST_CASE("app: names and PINs are checked, and no PIN is kept as it is") {
  Office office;
  office.open();
  CHECK(error_of(office.data_folder->add_person("  ", "1234")) == "name-empty");
  CHECK(error_of(office.data_folder->add_person("Anna", "123")) == "pin-form");
  CHECK(error_of(office.data_folder->add_person("Anna", "12a4")) == "pin-form");
  taken(office.data_folder->add_person(" สมชาย ", "123456"));
  CHECK(error_of(office.data_folder->add_person("สมชาย", "1234")) == "name-taken");
  CHECK(taken(office.data_folder->store().people())[0].pin.find("123456") == std::string::npos);
}

TEST_CASE("app: a person's settings stand over the workstation's, and nonsense is replaced") {
  Office office;
  office.open();
  const auto anna = taken(office.data_folder->add_person("Anna", "1234"));
  app::Settings workstation;
  workstation.language = "th";
  done(office.data_folder->set_settings(workstation));
  CHECK(taken(office.data_folder->settings(anna.id)).language == "th");
  app::Settings own = workstation;
  own.text_percent = 200;
  own.contrast = app::Contrast::high;
  done(office.data_folder->set_settings(own, anna.id));
  office.open();
  CHECK(taken(office.data_folder->settings(anna.id)) == own);
  CHECK(taken(office.data_folder->settings()) == workstation);
  CHECK(app::settings_from("{\"language\":\"../x\",\"text\":900,\"theme\":7}") == app::Settings());
  CHECK(app::settings_from("nonsense") == app::Settings());
}

TEST_CASE("app: whoever opens a data folder second is told who has it; a lock whose program died is taken over") {
  Office office;
  office.open();
  const auto second = app::DataFolder::open(office.services, *office.content_library, {office.data.path, {}, {}});
  CHECK(error_of(second) == "data-folder-in-use");
  CHECK(second.error().message.find("process") != std::string::npos);
  office.data_folder.reset();
  office.open();
  CHECK_FALSE(office.data_folder->left_behind());
  office.data_folder.reset();
  office.data.write("firsthand.lock", "process 1 on elsewhere");
  office.open();
  CHECK(office.data_folder->left_behind().value_or("") == "process 1 on elsewhere");
}

TEST_CASE("app: a foreign or damaged database is told and left as it is") {
  Office office;
  office.data.write("firsthand.db", "my shopping list, and much more of it so that it is longer than a header, which has a hundred bytes");
  CHECK(office.error_on_open() == "database-foreign");
  CHECK(fs::file_size(office.data.path / "firsthand.db") == 99);
  fs::remove(office.data.path / "firsthand.db");
  office.open();
  office.begin();
  office.data_folder.reset();
  fs::resize_file(office.data.path / "firsthand.db", 5000);
  CHECK(office.error_on_open() == "database-damaged");
}

TEST_CASE("app: files on disk never lead outside, and added content adds without replacing") {
  Folder outside, first, second;
  outside.write("secret.txt", "secret");
  first.write("scenarios/a.txt", "first");
  second.write("a.txt", "second");
  second.write("b.txt", "more");
  fs::create_symlink(outside.path / "secret.txt", first.path / "scenarios/link.txt");
  fs::create_directory_symlink(outside.path, first.path / "scenarios/away");
  const content::DiskFiles files({{first.path, ""}, {second.path, "scenarios/"}});
  CHECK(files.read("scenarios/a.txt", 100) == "first");
  CHECK(files.read("scenarios/b.txt", 100) == "more");
  CHECK(files.read("scenarios/b.txt", 2)->size() == 3);
  for (const char* path :
       {"scenarios/link.txt", "scenarios/away/secret.txt", "../secret.txt", "scenarios/../../secret.txt", "/etc/passwd", ""})
    CHECK_MESSAGE(!files.read(path, 100), path);
  CHECK(files.list("scenarios") == std::vector<std::string>{"a.txt", "away/", "b.txt", "link.txt"});
}

TEST_CASE("app: a scenario is found by path, in its tree or alone") {
  Folder folder;
  write_hall(folder);
  const auto in_tree = content::locate(folder.path / "scenarios/courses/tour/hall");
  REQUIRE(in_tree);
  CHECK(in_tree->kind == content::Located::Kind::scenario);
  CHECK(in_tree->path == "scenarios/courses/tour/hall/scenario.yaml");
  folder.write("lonely/scenario.yaml", hall_yaml());
  const auto alone = content::locate(folder.path / "lonely");
  REQUIRE(alone);
  CHECK(alone->path == "lonely/scenario.yaml"); // the folder above is a tree
  Folder elsewhere;
  elsewhere.write("hall/scenario.yaml", hall_yaml());
  elsewhere.write("thing.yaml", "model: thing\ntraits: [computer]\n");
  CHECK(content::locate(elsewhere.path / "hall")->path == "scenarios/courses/here/hall/scenario.yaml");
  CHECK(content::locate(elsewhere.path / "thing.yaml")->path == "scenarios/library/devices/thing.yaml");
  CHECK(content::locate(elsewhere.path / "thing.yaml")->kind == content::Located::Kind::model);
  CHECK_FALSE(content::locate(elsewhere.path / "nothing"));
  elsewhere.write("scenarios/banks/own/bank.yaml", "bank: own\n");
  for (const char* part : {"items", "pictures", "lang"}) { // a part of a bank or a lesson: it is checked as a whole
    std::filesystem::create_directories(elsewhere.path / "scenarios/banks/own" / part);
    CHECK(content::locate(elsewhere.path / "scenarios/banks/own" / part)->path == "scenarios/banks/own/bank.yaml");
    std::filesystem::create_directories(folder.path / "lonely" / part);
    CHECK(content::locate(folder.path / "lonely" / part)->path == "lonely/scenario.yaml");
  }
}

TEST_CASE("app: a broken scenario hides no other, and says where it is broken") {
  Office office;
  office.content.write("scenarios/courses/tour/course.yaml",
                       "course: tour\nformat: 1\nlanguage: en\ntitle: Tour\nscenarios: [hall, broken]\n");
  office.content.write("scenarios/courses/tour/broken/scenario.yaml", "scenario: broken\nsteps: [\n");
  office.content_library->forget();
  CHECK(office.content_library->load("hall").ok());
  CHECK(error_of(office.content_library->load("broken")) == "scenario-unknown");
  const auto broken = office.content_library->load("scenarios/courses/tour/broken/scenario.yaml");
  CHECK(error_of(broken) == "scenario-not-usable");
  CHECK(broken.error().message.find("broken/scenario.yaml") != std::string::npos);
  CHECK(error_of(office.content_library->load("nowhere")) == "scenario-unknown");
}

TEST_CASE("app: lint names what is wrong in a tree, plays included, each once") {
  Office office;
  office.content.write("scenarios/courses/tour/hall/plays/good.play",
                       "do first open right\ngo on\ndo second open right\ngo on\nexpect verdict passed\n");
  const auto lint = [&] {
    content::LintResult made;
    content::lint_content(*office.files, office.modules, *content::locate(office.content.path), made);
    return made;
  };
  CHECK(lint().findings.empty());
  CHECK(lint().scenarios.at(0).plays == 1);
  office.content.write("scenarios/courses/tour/hall/plays/bad.play", "do first fly\ndo first open left\nexpect verdict passed\n");
  const auto with_bad = lint();
  REQUIRE(with_bad.findings.size() == 1);
  CHECK(with_bad.findings[0].text.find("plays/bad.play:1:10: error F1002") != std::string::npos);
}

TEST_CASE("app: words fall back to English and what is missing is noted") {
  reading::MemoryFiles files;
  files.put("assets/lang/th.po", "msgid \"\"\nmsgstr \"\"\n\"Language: th\\n\"\n\"Plural-Forms: nplurals=1; plural=0;\\n\"\n\n"
                                 "msgctxt \"language.name\"\nmsgid \"English\"\nmsgstr \"ไทย\"\n\n"
                                 "msgctxt \"play\"\nmsgid \"Saved {time}\"\nmsgstr \"บันทึก {time}\"\n\n"
                                 "msgctxt \"home\"\nmsgid \"{n} lesson\"\nmsgid_plural \"{n} lessons\"\nmsgstr[0] \"{n} บท\"\n");
  const auto all = content::languages(files);
  REQUIRE(all.size() == 2);
  CHECK(all[1].name == "ไทย");
  CHECK_FALSE(all[1].reviewed);
  const content::Words words = content::Words::load(files, "th");
  CHECK(words.tr("play", "Saved {time}", {{"time", "14:02"}}) == "บันทึก 14:02");
  CHECK(words.plural("home", "{n} lesson", "{n} lessons", 3) == "3 บท");
  CHECK(words.tr("home", "Continue") == "Continue");
  CHECK(words.missing() == std::set<std::string>{"home|Continue"});
  CHECK(content::Words::load(files, "xx").language() == "en");
  CHECK(content::Words().plural("home", "{n} lesson", "{n} lessons", 1) == "1 lesson");
  CHECK(content::filled("{a}{b}{c", {{"a", "{b}"}, {"b", "x"}}) == "{b}x{c");
}

TEST_CASE("app: kept content comes back as it was, and damaged bytes are told") {
  Office office;
  const auto content = taken(office.content_library->load("hall"));
  const std::string packed = content::pack(content->read(), "house");
  const auto back = taken(content::unpack(packed));
  CHECK(back.path == content->path());
  CHECK(back.doctrine == "house");
  for (const auto& file : content->read().files)
    CHECK(back.files.read(file.path, 1u << 20) == file.bytes);
  for (std::size_t cut = 0; cut < packed.size(); cut += 97)
    content::unpack(packed.substr(0, cut)).ok(); // must not crash
  CHECK(error_of(content::unpack(packed.substr(0, packed.size() - 1))) == "kept-format");
  CHECK(error_of(content::unpack("firsthand-kept-1\n\n99999999999999999999 1\n")) == "kept-format");
}

TEST_CASE("app: files for others are written whole or not at all") {
  Folder folder;
  done(records::write_whole(folder.path / "a.csv", "one"));
  done(records::write_whole(folder.path / "a.csv", "two"));
  CHECK(content::DiskFiles({{folder.path, ""}}).read("a.csv", 100) == "two");
  CHECK(content::DiskFiles({{folder.path, ""}}).list("") == std::vector<std::string>{"a.csv"});
  CHECK(error_of(records::write_whole(folder.path / "missing/a.csv", "x")) == "export-failed");
}
