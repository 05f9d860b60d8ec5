// A trainer's own folder of content with three words of its own (tests/plays/own-folder): checked and loaded as the window does it.
#include "modules/catalogue.h"

#include "engine/content/lint.h"
#include "engine/content/roots.h"
#include "engine/platform/paths.h"

#include <doctest/doctest.h>

#include <fstream>
#include <regex>
#include <set>

using namespace firsthand;
namespace fs = std::filesystem;

namespace {

struct OwnFolder {
  OwnFolder() {
    path = fs::temp_directory_path() / ("firsthand-own-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    fs::remove_all(path);
    fs::copy(FIRSTHAND_SOURCE "/tests/plays/own-folder", path, fs::copy_options::recursive);
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  void write(const char* name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
  }
  std::string read(const char* name) const {
    std::ifstream in(path / name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  fs::path path;
};

content::DiskFiles with_own(const OwnFolder& own) {
  return content::DiskFiles({{FIRSTHAND_SOURCE, "", "", true}, *content::added_content(own.path)});
}

// What check says of what is named; "" if nothing.
std::string checked(const fs::path& named) {
  const session::Catalogue modules = modules::make_catalogue();
  const auto located = content::locate(named);
  REQUIRE(located);
  const content::DiskFiles files({{FIRSTHAND_SOURCE, "", "", true}, located->root});
  content::LintResult lint;
  content::lint_content(files.view_of(located->root), modules, *located, lint);
  std::string all;
  for (const content::LintFinding& lint_finding : lint.findings)
    all += lint_finding.text;
  return all;
}
std::string checked(const OwnFolder& own) { return checked(own.path); }

// What the window says of its lesson; "" if it can be played.
std::string in_the_window(const OwnFolder& own) {
  const session::Catalogue modules = modules::make_catalogue();
  const content::DiskFiles files = with_own(own);
  content::ContentLibrary content_library(files, modules);
  const auto content = content_library.load("copier-room");
  return content.ok() ? "" : content.error().message;
}

bool says(const std::string& all, const std::string& part) { return all.find(part) != std::string::npos; }

} // namespace

TEST_CASE("folder: words of one's own add to those that are built in, for check and for the window") {
  const OwnFolder own;
  CHECK(checked(own) == "");
  CHECK(in_the_window(own) == "");
  const session::Catalogue modules = modules::make_catalogue();
  const content::DiskFiles files = with_own(own);
  content::ContentLibrary content_library(files, modules);
  CHECK(content_library.library().findings().empty());
  CHECK(content_library.load("one-phone").ok());
  const auto content = content_library.load("copier-room");
  REQUIRE(content.ok());
  const auto& kept = (*content)->read().files; // what is kept gives the same again
  reading::MemoryFiles memory;
  for (const reading::UsedFile& file : kept)
    memory.put(file.path, file.bytes);
  const auto again = content_library.load_from(memory, (*content)->path(), "");
  REQUIRE(again.ok());
  CHECK((*again)->read().rules_hash == (*content)->read().rules_hash);
}

TEST_CASE("folder: a whole copy of the words is no clash, another meaning is one, at both places") {
  const OwnFolder own;
  std::ifstream in(FIRSTHAND_SOURCE "/scenarios/library/vocabulary.yaml", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  own.write("library/vocabulary.yaml",
            "vocabulary: desk\nformat: 1\ntraits:\n  copier: A machine\n  person: A parcel\ntags: {opens-tray: Opens}\n"
            "evidence: {queue: Papers}\n");
  const std::string said = checked(own);
  CHECK(says(said, "library/vocabulary.yaml:5:3: error F0420"));
  CHECK(says(said, "scenarios/library/vocabulary.yaml:"));
  CHECK_FALSE(says(said, "vocabulary+1"));
  CHECK(says(in_the_window(own), "F0420"));
  own.write("library/vocabulary.yaml", whole);
  CHECK(says(checked(own), "F0301")); // the three words are away
  CHECK(says(in_the_window(own), "F0301"));
  CHECK_FALSE(says(checked(own), "F0420"));
}

TEST_CASE("folder: what is wrong in it is named as the folder is, and breaks nothing that is built in") {
  const OwnFolder own;
  own.write("library/vocabulary.yaml", "vocabulary: [\n");
  const std::string said = checked(own), shown = platform::utf8_of(own.path) + "/library/vocabulary.yaml";
  CHECK(says(said, shown));
  CHECK(says(in_the_window(own), shown));
  const session::Catalogue modules = modules::make_catalogue();
  const content::DiskFiles files = with_own(own);
  content::ContentLibrary content_library(files, modules);
  CHECK(content_library.load("one-phone").ok());
  CHECK(content_library.load("open-laptop").ok());
}

TEST_CASE("folder: a course or a lesson that is there already is told by check and by the window") {
  const OwnFolder own;
  own.write("courses/first-responder/course.yaml", "course: first-responder\nformat: 1\nlanguage: en\ntitle: Mine\nscenarios: []\n");
  own.write("courses/desk/hidden/scenario.yaml", own.read("courses/desk/copier-room/scenario.yaml"));
  fs::create_directory_symlink(FIRSTHAND_SOURCE "/scenarios/courses/first-responder", own.path / "courses/linked");
  const std::string said = checked(own);
  const content::DiskFiles files = with_own(own);
  const reading::Library library = reading::Library::open(files);
  std::string window;
  for (const model::Finding& finding : library.findings())
    window += finding.code + " ";
  for (const char* code : {"F0415", "F0416", "F0418"}) {
    CAPTURE(code);
    CHECK(says(said, code));
    CHECK(says(window, code));
  }
  CHECK(library.card("one-phone"));
}

TEST_CASE("folder: of a lesson that is not known it is said which there are, where was looked, and how to look elsewhere") {
  const OwnFolder own;
  const session::Catalogue modules = modules::make_catalogue();
  const content::DiskFiles files({{FIRSTHAND_SOURCE, "", "brought-along", true}});
  content::ContentLibrary content_library(files, modules);
  const auto content = content_library.load("copier-room"); // its folder was not added
  REQUIRE_FALSE(content.ok());
  for (const char* part : {"no scenario copier-room", "one-phone", "Looked in: brought-along.", "--content FOLDER", "path of its folder"})
    CHECK(says(content.error().message, part));
  const content::DiskFiles both = with_own(own);
  content::ContentLibrary added(both, modules);
  const auto unknown = added.load("copier-rom");
  REQUIRE_FALSE(unknown.ok());
  CHECK(says(unknown.error().message, platform::utf8_of(own.path)));
  CHECK(added.load("copier-room").ok());
}

TEST_CASE("folder: a lesson whose name is misspelt in the list of its course is told once, there") {
  for (const char* wrong : {"copier-rom", "copyer-room", "copier-roomm"}) {
    const OwnFolder own;
    std::string list = own.read("courses/desk/course.yaml");
    list.replace(list.find("copier-room"), 11, wrong);
    own.write("courses/desk/course.yaml", list);
    const std::string said = checked(own);
    CAPTURE(said);
    CHECK(says(said, "did you mean “copier-room”"));
    CHECK_FALSE(says(said, "F0416"));
  }
}

TEST_CASE("folder: of a copied course it is told which lesson no list names, and that the copy is not shown") {
  const OwnFolder own;
  const fs::path courses = own.path / "courses", course = courses / "first-responder/course.yaml", mine = courses / "first-responder/mine";
  fs::copy(fs::path(FIRSTHAND_SOURCE) / "scenarios/courses/first-responder", courses / "first-responder", fs::copy_options::recursive);
  fs::copy(own.path / "courses/desk/copier-room", mine, fs::copy_options::recursive);
  CHECK(says(checked(mine), "F0416")); // the copy is what is built in, and neither lists it
  CHECK_FALSE(says(checked(mine), "F0415"));
  std::string list = own.read("courses/first-responder/course.yaml");
  list.replace(list.find("[one-phone"), 1, "[mine, ");
  own.write("courses/first-responder/course.yaml", list);
  for (const fs::path& named : {mine, course, courses / "first-responder", own.path})
    CHECK(says(checked(named), "F0415")); // it is listed, in a course that is hidden by another
  CHECK_FALSE(says(checked(mine), "F0416"));
}

TEST_CASE("folder: a lesson that no list names is told when it is checked alone, but not where no list can be read") {
  const OwnFolder own;
  const fs::path lesson = own.path / "courses/desk/copier-room";
  const std::string list = own.read("courses/desk/course.yaml");
  CHECK_FALSE(says(checked(lesson), "F0416"));
  for (const char* scenarios : {"scenarios: []", "scenarios: [other]", "scenarios: other", "baseline: [test: copier-room]"}) {
    CAPTURE(scenarios);
    own.write("courses/desk/course.yaml", std::string("course: desk\nformat: 1\nlanguage: en\ntitle: Desk\n") + scenarios + "\n");
    for (const fs::path& named : {lesson, lesson / "scenario.yaml", own.path / "courses/desk", own.path})
      CHECK(says(checked(named), "F0416"));
    CHECK_FALSE(says(checked(lesson / "plays/expert.play"), "F0416"));
  }
  own.write("courses/desk/course.yaml", "course: [\n");
  CHECK_FALSE(says(checked(lesson), "F0416"));
  own.write("courses/desk/course.yaml", list);
  fs::create_directories(own.path / "alone");
  fs::copy(lesson, own.path / "alone/copier-room", fs::copy_options::recursive);
  CHECK_FALSE(says(checked(own.path / "alone/copier-room"), "F0416"));
}

TEST_CASE("folder: without any lesson it is said where was looked") {
  const session::Catalogue modules = modules::make_catalogue();
  const content::DiskFiles files({{"/nowhere/at-all", "", "at-all", true}});
  content::ContentLibrary content_library(files, modules);
  const auto content = content_library.load("one-phone");
  REQUIRE_FALSE(content.ok());
  CHECK(says(content.error().message, "Looked in: at-all"));
}

namespace {

std::string block_of(const std::string& page, const std::string& name) {
  const std::string head = "```yaml " + name + "\n";
  const std::size_t from = page.find(head) + head.size();
  return page.substr(from, page.find("```", from) - from);
}

// What docs/authors/questions.md shows, each in its file; what it leaves to the reader is the least.
void write_manuals_course(const OwnFolder& own) {
  std::ifstream stream(FIRSTHAND_SOURCE "/docs/authors/questions.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(stream), {}};
  std::string items = block_of(page, "items");
  items.replace(items.find("source: practice"), 16, "source: order-12 4");
  own.write("banks/my-exam/bank.yaml",
            "bank: my-exam\nformat: 1\nlanguage: en\nuse: measure\ntitle: An exam\n" + block_of(page, "sources"));
  own.write("banks/my-exam/items/all.yaml", items);
  own.write("banks/my-exam/pictures/desk.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\"><rect width=\"96\" height=\"96\"/></svg>");
  own.write("courses/my-course/course.yaml", "course: my-course\nformat: 1\nlanguage: en\ntitle: Our course\nscenarios: [exam]\n"
                                             "baseline: [test: exam]\nfinal: [test: exam]\n");
  own.write("courses/my-course/exam/scenario.yaml", block_of(page, "scenario"));
  own.write("courses/my-course/tests/safety.yaml", block_of(page, "test"));
}

} // namespace

TEST_CASE(
    "folder: the manual's questions, their test and the lesson in which it is sat have no finding but that the forms are to be written") {
  const OwnFolder own;
  fs::remove_all(own.path);
  write_manuals_course(own);
  const std::string told = checked(own);
  CAPTURE(told);
  static const std::regex code("F[0-9]{4}(?!\\.md)");
  std::set<std::string> codes;
  for (std::sregex_iterator each(told.begin(), told.end(), code), end; each != end; ++each)
    codes.insert(each->str());
  CHECK(codes == std::set<std::string>{"F1348"});
}
