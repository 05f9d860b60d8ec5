// The gates: includes, words and names against tests/rooms.txt. First the gates themselves are shown bad code, so that
// their silence about the real code means something.
#include "tests/gates/fixture.h"

#include <map>

namespace fs = std::filesystem;
using namespace gates;

namespace {

std::vector<SourceFile> real_sources() {
  std::vector<SourceFile> files;
  for (const char* folder : {"engine", "modules", "tools", "tests"})
    for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
      CHECK_FALSE(entry.is_symlink()); // a second name, perhaps in another room
      if (const auto kind = entry.path().extension(); kind == ".cpp" || kind == ".h" || kind == ".def")
        files.push_back({entry.path().lexically_relative(root()).generic_string(), content_of(entry.path())});
    }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

} // namespace

TEST_CASE("gates: an include upwards or sideways is named with file, line and rule") {
  CHECK(said_of("engine/base/x.cpp", "// why\n#include \"engine/model/fact.h\"\n") ==
        "engine/base/x.cpp:2: room base may not include room model (engine/model/fact.h)\n");
  CHECK(complains(said_of("engine/judging/x.h", "#include \"engine/simulation/simulation.h\""), "may not include room simulation"));
  CHECK(complains(said_of("engine/storage/x.h", "#include \"engine/session/action.h\""), "may not include room session"));
  CHECK(complains(said_of("engine/session/x.h", "#include \"modules/scene/rules.h\""), "may not include room rules"));
  CHECK(complains(said_of("modules/scene/rules.cpp", "#include \"engine/ui/widgets.h\""), "may not include room ui"));
  CHECK(complains(said_of("modules/scene/rules.cpp", "  #  include \"modules/scene/view.h\""), "may not include room views"));
}

TEST_CASE("gates: the rooms of the architecture page are those of the table, each above what it may see") {
  std::ifstream in(fs::path(FIRSTHAND_SOURCE) / "docs/architecture.md", std::ios::binary);
  const std::string page(std::istreambuf_iterator<char>(in), {});
  const auto said = [](const Words& words) {
    std::string all;
    for (const std::string& each : words)
      all += each + "\n";
    return all;
  };
  CHECK(said(real_table().unlike(page)) == "");
  const Table table("room a: engine/a/*\nroom b: engine/b/*\nmay b: a\n");
  CHECK(said(table.unlike("| 0 | `a` | | x |\n| 1 | `b` | | y |\n")) == "");
  CHECK(said(table.unlike("| 1 | `a` | | x |\n| 1 | `b` | | y |\n")) == "b may see a, which is not below it\n");
  CHECK(said(table.unlike("| 0 | `a` | | x |\n| 1 | `b` | | y |\n| 1 | `c` | | y |\n| 2 | `b` | | y |\n")) ==
        "c is no room\nb stands twice\n");
  CHECK(said(table.unlike("| 0 | `a` | | x |\n")).starts_with("b is missing\n"));
}

TEST_CASE("gates: a test sees what its room sees") {
  CHECK(complains(said_of("tests/ui/x.cpp", "#include \"engine/screens/home/page.h\""), "room ui may not include room screens"));
  CHECK(complains(said_of("tests/ui/x.cpp", "reading::Library l;"), "room ui may not name reading::"));
  CHECK(complains(said_of("tests/judging/x.cpp", "#include \"tests/session/fixture.h\""), "may not include room session"));
  CHECK(complains(said_of("tests/screens/x.cpp", "#include \"engine/ui/stage.h\""), "is private"));
  CHECK(said_of("tests/ui/x.cpp", "#include \"engine/ui/stage.h\"\n#include <doctest/doctest.h>\n") == "");
  CHECK(said_of("tests/report/x.cpp", "#include \"tests/session/fixture.h\"") == "");
}

TEST_CASE("gates: a module does not include another module") {
  CHECK(complains(said_of("modules/scene/rules.cpp", "#include \"modules/choice/rules.h\""), "modules/scene/ stands apart"));
  CHECK(complains(said_of("modules/scene/view.cpp", "#include \"modules/choice/rules.h\""), "modules/scene/ stands apart"));
}

TEST_CASE("gates: what came along with another's header is named") {
  for (const char* code :
       {"storage::Database* d;", "firsthand::storage::Database* d;", "crypto :: sha256(x);", "auto h = ledger::genesis();",
        "using namespace firsthand::storage;", "namespace s = firsthand::crypto;", "using firsthand::ledger::seal;"}) {
    CAPTURE(std::string(code));
    const std::string text = std::string("#include \"engine/ui/widgets.h\"\n") + code + "\n";
    CHECK(complains(said_of("engine/ui/x.cpp", text), "x.cpp:2: room ui may not name"));
    if (text.find("storage") == text.npos) CHECK(complains(said_of("engine/screens/home/x.cpp", text), "room screens may not name"));
  }
  for (const char* code : {"report::Entry e;", "a.storage; b->crypto();", "Words::ledger(x);", "int storage = 1;", "// storage::X"}) {
    CAPTURE(std::string(code));
    CHECK(said_of("engine/screens/home/x.cpp", code) == "");
  }
  for (const char* code : {"content::Words w;", "app::DataFolder* d;", "records::Store s;", "screens::Shell* s;", "model::Id id;"})
    for (const char* toolkit : {"engine/ui/x.cpp", "engine/paint/x.cpp"})
      CHECK(complains(said_of(toolkit, code), "may not name"));
  CHECK(complains(said_of("modules/scene/rules.cpp", "ui::Frame& f;"), "room rules may not name ui::"));
}

TEST_CASE("gates: the true state is not for views, a private header not for others") {
  for (const char* code : {"simulation::World w;", "attempt.world.now", "attempt->world"}) {
    CAPTURE(std::string(code));
    CHECK(complains(said_of("modules/scene/view.cpp", code), "is the truth, which is not shown"));
    CHECK(said_of("engine/session/x.cpp", code) == "");
  }
  CHECK(complains(said_of("engine/ui/x.cpp", "simulation::World w;"), "is the truth, which is not shown"));
  CHECK(complains(said_of("engine/screens/help/page.cpp", "#include \"engine/screens/home/parts.h\""), "is private"));
  CHECK(complains(said_of("engine/screens/help/page.cpp", "#include \"engine/ui/stage.h\""), "is private"));
  CHECK(said_of("engine/screens/home/top.cpp", "#include \"engine/screens/home/parts.h\"") == "");
}

TEST_CASE("gates: what an author's inspector reads is for no page and no step") {
  for (const char* path : {"modules/scene/view.cpp", "modules/scene/rules.cpp", "engine/screens/home/page.cpp",
                           "engine/screens/shell/draw.cpp", "engine/ui/x.cpp", "engine/report/x.cpp"}) {
    CAPTURE(path);
    CHECK(complains(said_of(path, "#include \"engine/inspection/rows.h\""), "may not include room inspection"));
    CHECK(complains(said_of(path, "auto rows = inspection::rows_of(past, 0);"), "may not name inspection::"));
  }
  for (const char* path : {"modules/scene/view.cpp", "engine/screens/home/page.cpp", "engine/screens/shell/draw.cpp", "engine/ui/x.cpp"}) {
    CAPTURE(path);
    CHECK(complains(said_of(path, "#include \"engine/screens/inspector/page.h\""), "may not include room inspector"));
    CHECK(complains(said_of(path, "inspector::Inspector* i;"), "may not name inspector::"));
    const std::string said = said_of(path, "#include <imgui.h>"); // its widgets neither
    CHECK((std::string_view(path).starts_with("engine/ui/") ? said == "" : complains(said, "belongs elsewhere")));
  }
  CHECK(said_of("engine/screens/inspector/x.cpp", "#include \"engine/inspection/rows.h\"\n#include <imgui.h>\n") == "");
  CHECK(complains(said_of("engine/screens/inspector/x.cpp", "simulation::World w;"), "may not name simulation::"));
}

TEST_CASE("gates: a library outside its room is named") {
  for (const char* include :
       {"<sqlite3.h>", "<sodium.h>", "<yaml-cpp/yaml.h>", "<hb.h>", "<unicode/ubrk.h>", "<SDL.h>", "<SDL2/SDL.h>", "<imgui.h>",
        "<nlohmann/json.hpp>", "<CLI/CLI.hpp>", "<pugixml.hpp>", "<unistd.h>", "<windows.h>", "FT_FREETYPE_H"}) {
    CAPTURE(include);
    CHECK(complains(said_of("engine/session/x.cpp", std::string("#include ") + include), "belongs elsewhere"));
  }
  CHECK(complains(said_of("engine/text/x.cpp", "#include <sqlite3.h>"), "belongs elsewhere"));
  CHECK(complains(said_of("engine/platform/paths.cpp", "#include <unistd.h>"), "belongs elsewhere"));
}

TEST_CASE("gates: a header that nobody allowed is named, also one of our own without its path") {
  CHECK(complains(said_of("engine/app/x.cpp", "#include <boost/any.hpp>"), "stands in no line"));
  CHECK(complains(said_of("engine/base/x.cpp", "#include \"utf8.h\""), "stands in no line"));
  CHECK(complains(said_of("engine/newroom/x.cpp", ""), "belongs to no room"));
}

TEST_CASE("gates: a library that is to be wrapped once is wrapped once") {
  const std::string yaml = "#include <yaml-cpp/parser.h>\n#include <yaml-cpp/eventhandler.h>\n";
  CHECK(real_table().check({{"engine/reading/a.cpp", yaml}}).empty());
  const std::string said = all_words(real_table().check({{"engine/reading/a.cpp", yaml}, {"engine/reading/b.cpp", yaml}}));
  CHECK(complains(said, "engine/reading/b.cpp:1: yaml-cpp/parser.h is already wrapped by engine/reading/a.cpp"));
  CHECK(complains(said_of("engine/reading/a.h", yaml), "belongs elsewhere"));
}

TEST_CASE("gates: what is allowed is not complained of") {
  CHECK(said_of("engine/session/x.cpp", "#include \"engine/session/y.h\"\n#include \"engine/judging/judging.h\"\n#include <map>\n"
                                        "#include <cstdint>\n#include <fmt/format.h>\n") == "");
  CHECK(said_of("modules/scene/view_map.cpp", "#include \"modules/scene/rules.h\"\n#include \"engine/ui/widgets.h\"\n") == "");
  CHECK(said_of("modules/catalogue.cpp", "#include \"modules/scene/rules.h\"\n#include \"modules/choice/rules.h\"\n") == "");
  CHECK(said_of("engine/platform/platform_linux.cpp", "#include <unistd.h>\n") == "");
  CHECK(said_of("engine/base/x.cpp", "// #include <SDL.h>\n/*\n#include <SDL.h>\n*/\n") == "");
}

TEST_CASE("gates: a word of content in code is named, in any case, in comments too") {
  CHECK(said_of("engine/ui/x.cpp", "int a;\n// the LapTop here\n") ==
        "engine/ui/x.cpp:2: the word laptop is content and belongs in YAML\n");
  CHECK(complains(said_of("modules/scene/rules.h", "auto s = \"smartphone\";"), "the word phone"));
  CHECK(complains(said_of("engine/app/x.h", "struct FaradayBag;"), "the word faraday"));
  CHECK(complains(said_of("engine/model/x.h", "struct Suspect;"), "the word suspect"));
  CHECK(said_of("tools/firsthand/x.cpp", "// laptop") == "");
}

TEST_CASE("gates: what makes two machines differ is named in the rooms that must not differ") {
  for (const char* code :
       {"float x;", "auto d = double(3);", "auto half = n * 0.5;", "auto half = .5;", "auto much = 1e3;", "#include <ctime>",
        "auto all = 3.;", "std::unordered_map<int, int> m;", "std::hash<int>{}(3);", "#include <random>", "#include <locale>",
        "#include <chrono>", "std::chrono::seconds s;", "getenv(\"A\");", "fopen(a, b);", "std::ifstream f;", "#include <fstream>"}) {
    CAPTURE(std::string(code));
    CHECK(complains(said_of("engine/simulation/x.cpp", code), "is not used here"));
    CHECK(complains(said_of("modules/scene/rules.cpp", code), "is not used here"));
    CHECK_FALSE(complains(said_of("engine/app/x.cpp", code), "is not used here"));
  }
  CHECK_FALSE(complains(said_of("engine/reading/x.cpp", "double x;"), "is not used here"));
  CHECK(said_of("engine/base/x.cpp", "int n = 0xE3 + a1.size() + 1'000 + all[0].n; f(a...); x.e5 = v2.e1;") == "");
}

TEST_CASE("gates: a file name that would go through a code page is named everywhere") {
  CHECK(complains(said_of("engine/ui/x.cpp", "auto name = file.generic_string();"), "is not used here"));
  CHECK(complains(said_of("tools/firsthand/x.cpp", "std::cerr << file.generic_string();"), "is not used here"));
  CHECK(said_of("engine/ui/x.cpp", "auto name = file.generic_u8string();") == "");
}

TEST_CASE("gates: comments, texts and longer names are no use of a name") {
  CHECK(said_of("engine/base/x.cpp", "// no float, no double\n/* chrono\n getenv */ int doubled, my_float;\n") == "");
  CHECK(said_of("engine/base/x.cpp", "auto a = \"double \\\" float\"; auto b = R\"q(float \" )q\"; char c = '\"'; int n = 1'000;\n") == "");
  CHECK(complains(said_of("engine/base/x.cpp", "int n = 1'000; double d = 2; char c = '\\'';"), "double"));
  CHECK(complains(said_of("engine/base/x.cpp", "auto a = R\"(x)\"; float f;"), "float"));
}

TEST_CASE("gates: a struct that keeps what another owns is named, in every form") {
  const std::string said = said_of("engine/ui/x.h", "// why\nstruct Shown {\n  int n = 0;\n  std::string_view key;\n};\n");
  CHECK(said.starts_with("engine/ui/x.h:4: Shown keeps what another owns (std::string_view key): "));
  for (const char* member :
       {"std::string_view a, b;", "const std::string_view a = {};", "std::string_view a{};", "std::vector<std::string_view> all;",
        "std::map<std::string_view, int> by_name;", "std::optional<std::span<const int>> some;", "std::u8string_view a;",
        "std::pair<int,\n            std::string_view> a;", "std::function<std::string_view(int)> get;", "std::initializer_list<int> list;",
        "std::reference_wrapper<const std::string> r;", "private:\n  std::span<int> all_;", "int n{3};\n std::string_view a;",
        "void f() { if (a) { b(); } }\n std::string_view a;", "enum class E { a, b };\n std::string_view a;",
        "struct In { int n; } in;\n std::string_view a;", "Words words;", "ui::Control told;", "std::vector<ui::Button> buttons;"}) {
    CAPTURE(member);
    const std::string code =
        "using Words = std::vector<std::string_view>;\nclass Kept final : public Base {\n " + std::string(member) + "\n};";
    CHECK(complains(said_of("modules/scene/x.cpp", code), "Kept keeps what another owns"));
  }
  CHECK(complains(said_of("engine/ui/x.cpp", "struct A {\n  struct B {\n    TextOptions how;\n  };\n};"), "3: B keeps"));
}

TEST_CASE("gates: what lives for a call, or for as long as the program, is no stored view") {
  for (const char* code :
       {"std::string_view f(std::string_view a) {\n  std::string_view b = a;\n  return b;\n}",
        "struct S {\n std::string_view name() const { return name_; }\n std::string name_;\n void g(std::span<const int> all);\n};",
        "struct S { std::function<void(std::string_view)> told; };", "struct S { static constexpr std::string_view name = \"x\"; };",
        "struct S { std::string text; Words of(std::string_view t) const; };", "struct S { int span = 1; int string_view; };",
        "enum class Kind : int { span, view };", "// struct S { std::string_view a; };", "struct Migration { model::Verb verb; };",
        "struct S { explicit S(std::string_view a) : a_(a) {} std::string a_; };", "struct S { template<class T> std::span<T> f(); };",
        "struct S { using View = std::string_view; };", "struct S { std::string_view a() const; std::string b; };"}) {
    CAPTURE(std::string(code));
    CHECK(said_of("engine/screens/home/x.cpp", code) == "");
  }
  CHECK(said_of("engine/ui/frame.h", "struct Control { std::string_view id; };") == "");
  CHECK(complains(said_of("engine/ui/other.h", "struct Control { std::string_view id; };"), "Control keeps"));
}

TEST_CASE("gates: a look-up that is used unchecked is named") {
  for (const char* code :
       {"int n = all.find(key)->second;", "return *std::find(a.begin(), a.end(), 3);", "f(all.find(key(a, 2))->second.slot);",
        "auto n = all.find(key)\n  ->second;", "const auto& x = *all.find(key);", "use(std::find_if(a, b, [](int) { return 1; })->id);",
        "int n = *std::upper_bound(a, b, 3);", "x = all.lower_bound(key)->first;"}) {
    CAPTURE(std::string(code));
    CHECK(complains(said_of("engine/ui/x.cpp", std::string("void f() {\n ") + code + "\n}"),
                    "engine/ui/x.cpp:2: what is looked up is used unchecked"));
  }
  for (const char* code : {"const auto it = all.find(key);\n if (it != all.end()) use(it->second);", "return all.find(key) == all.end();",
                           "n = a * std::find(b, e, 3);", "all.at(key).slot;", "std::string s = text.substr(0, text.find('*'));"})
    CHECK(said_of("engine/ui/x.cpp", std::string("void f() {\n ") + code + "\n}") == "");
}

TEST_CASE("gates: a line that lets a struct borrow which does not is taken out") {
  const Table table("room ui: engine/ui/*\nborrows engine/ui/a.h One Two: a frame's\nlasting engine/ui/b.h Gone: text of the program\n");
  CHECK(table.mistakes().empty());
  const std::string said =
      all_words(table.needless_borrows({{"engine/ui/a.h", "struct One { std::string_view a; };\nstruct Two { int a; };"}}));
  CHECK(said == "tests/rooms.txt:2: Two of engine/ui/a.h views nothing: take it out\n"
                "tests/rooms.txt:3: Gone of engine/ui/b.h views nothing: take it out\n");
  CHECK(Table("borrows engine/ui/a.h: nothing named").mistakes().size() == 1);
  CHECK(Table("borrows engine/ui/a.h One").mistakes().size() == 1);
}

TEST_CASE("gates: a misspelt line of the table is a mistake") {
  CHECK(Table("rooom base: engine/base/*").mistakes().size() == 1);
  CHECK(Table("room base: engine/base/*\nmay base: crypto").mistakes().size() == 1);
  CHECK(Table("outside sqlite3.h").mistakes().size() == 1);
  CHECK(Table("room base: engine/base/*\nmay base:\n\n# note\n").mistakes().empty());
}

TEST_CASE("gates: a long function is found, a long type is not") {
  const std::string body(70, '\n');
  CHECK(functions_longer_than("namespace a {\nint f(int x) {" + body + "}\n}", 60).size() == 1);
  CHECK(functions_longer_than("void f() {\n if (x) {" + body + "}\n}", 60).front().line == 1);
  CHECK(functions_longer_than("namespace a {\nclass C {" + body + "};\nint t[] = {" + body + "};\n}", 60).empty());
  CHECK(functions_longer_than("void f() {\n}" + body + "void g() {\n}", 60).empty());
}

TEST_CASE("gates: the table of this project makes sense") {
  CHECK_MESSAGE(real_table().mistakes().empty(), all_words(real_table().mistakes()));
}

// docs/words.md: `room::Name` is declared in a header of that room.
TEST_CASE("gates: the words of the program are those of the code") {
  const std::string page = content_of(root() / "docs/words.md");
  std::map<std::string, std::string> headers;
  for (const SourceFile& file : real_sources())
    if (file.path.ends_with(".h") && file.path.starts_with("engine/")) headers[real_table().room_of(file.path)] += file.text;
  int names = 0;
  for (std::size_t at = page.find('`'); at != page.npos; at = page.find('`', at)) {
    const std::string word = page.substr(at + 1, page.find('`', at + 1) - at - 1);
    at += word.size() + 2;
    const std::size_t colons = word.find("::");
    if (colons == word.npos) continue;
    const std::string &code = headers[word.substr(0, colons)], name = word.substr(colons + 2);
    const auto declares = [&](const char* kind) { return code.find(kind + (" " + name) + " ") != code.npos; };
    CAPTURE(word);
    CHECK((declares("\nstruct") || declares("\nclass") || declares("\nenum class")));
    ++names;
  }
  CHECK(names > 30);
}

// A kind of step is one folder of modules: who names one elsewhere, or a control of one, has to be changed for the next.
static Words kinds_named_in(const std::string& code) {
  Words found;
  for (const auto& folder : fs::directory_iterator(root() / "modules")) {
    if (!folder.is_directory()) continue;
    const std::string kind = folder.path().filename().string();
    for (const std::string& use :
         {"\"" + kind + "/", "== \"" + kind + "\"", "!= \"" + kind + "\"", "\"" + kind + "\" ==", "\"" + kind + "\" !="})
      if (code.find(use) != code.npos) found.push_back(use);
  }
  return found;
}

TEST_CASE("gates: engine and tools name no kind of step and none of its controls") {
  CHECK(kinds_named_in("press(\"choice/option/\" + word);") == Words{"\"choice/"});
  CHECK(kinds_named_in("if (step.kind == \"scene\") return;") == Words{"== \"scene\""});
  CHECK(kinds_named_in("tr(\"Scene time {scene}.\", {{\"scene\", scene}}); // a choice/option").empty());
  int files = 0;
  for (const SourceFile& file : real_sources()) {
    if (!file.path.starts_with("engine/") && !file.path.starts_with("tools/")) continue;
    const Words found = kinds_named_in(file.text);
    CHECK_MESSAGE(found.empty(), file.path, " says ", found.empty() ? std::string() : found.front());
    ++files;
  }
  CHECK(files > 200);
}

TEST_CASE("gates: the sources of this project keep to the table") {
  const auto sources = real_sources();
  REQUIRE(sources.size() > 10);
  const auto complaints = real_table().check(sources);
  CHECK_MESSAGE(complaints.empty(), all_words(complaints));
  CHECK_MESSAGE(real_table().needless_borrows(sources).empty(), all_words(real_table().needless_borrows(sources)));
}

namespace {

bool draws(const std::string& path) {
  return path.starts_with("engine/paint/") || path.starts_with("engine/ui/") || path.starts_with("engine/screens/") ||
         (path.starts_with("modules/") && path.find("/view") != path.npos);
}

constexpr int longest_function = 60, longest_that_draws = 40, median_function = 7;
constexpr int most_pixel_numbers = 334; // "px(8)" in engine and modules. It only falls: what is told as boxes needs none

} // namespace

TEST_CASE("gates: no function is too long, and most are short") {
  std::vector<int> lengths;
  for (const SourceFile& file : real_sources())
    for (const gates::LongFunction& each : gates::functions_longer_than(file.text, 0)) {
      CHECK_MESSAGE(each.length <= (draws(file.path) ? longest_that_draws : longest_function),
                    file.path << ":" << each.line << ": a function of " << each.length << " lines");
      lengths.push_back(each.length);
    }
  std::sort(lengths.begin(), lengths.end());
  CHECK(lengths.at(lengths.size() / 2) <= median_function);
}

TEST_CASE("gates: distances are told to boxes, and not added up") {
  CHECK(gates::pixel_numbers("f.px(8) + d.f.px(-2.5f); // px(8)\n\"px(8)\"; px(n); 2 * px( 16 )") == 3);
  int numbers = 0;
  for (const SourceFile& file : real_sources())
    if (file.path.starts_with("engine/") || file.path.starts_with("modules/")) numbers += gates::pixel_numbers(file.text);
  CHECK(numbers <= most_pixel_numbers);
  if (numbers + 20 < most_pixel_numbers) MESSAGE("only " << numbers << " are left: write that number here");
}

TEST_CASE("gates: long files are reported") {
  for (const SourceFile& file : real_sources())
    if (const std::size_t length = gates::lines_of(file.text).size(); length > 400)
      MESSAGE(file.path << ": a file of " << length << " lines");
}
