// Ways around the table, each tried: what compiles and reaches what it may not is named, however it is written.
#include "tests/gates/fixture.h"

using namespace gates;

TEST_CASE("gates: an include is read in every form in which the compiler reads it") {
  for (const char* code : {"#import \"engine/storage/database.h\"",
                           "#include \"engine/ui/../storage/database.h\"",
                           "#include \"engine/ui/./../storage/database.h\"",
                           "#include \"../storage/database.h\"",
                           "#include \"engine/ui//../storage/database.h\"",
                           "#include </engine/storage/database.h>",
                           "#in\\\nclude \"engine/storage/database.h\"",
                           "#\\\ninclude \"engine/storage/database.h\"",
                           "#include \\\n\"engine/storage/database.h\"",
                           "%:include \"engine/storage/database.h\"",
                           "/* */ # /* */ include /* */ \"engine/storage/database.h\"",
                           "#include<engine/storage/database.h>",
                           "#include_next <engine/storage/database.h>",
                           "#include \"database\"",
                           "#include database",
                           "#define h \"engine/storage/database.h\"\n#include h",
                           "#define A \"/*\"\n#include \"engine/storage/database.h\"\n#define B \"*/\"",
                           "auto c = u8'\"';\n#include \"engine/storage/database.h\"",
                           "#include \"engine/storage/database.cpp\"",
                           "#include \"engine/storage/database.hpp\"",
                           "#include \"scenarios/database.h\"",
                           "\xEF\xBB\xBF#include \"engine/storage/database.h\"",
                           "\f\v#include \"engine/storage/database.h\"",
                           "#include <fmt/../../../x/engine/storage/database.h>"}) {
    CAPTURE(std::string(code));
    CHECK(said_of("engine/ui/x.cpp", code) != "");
  }
}

TEST_CASE("gates: what is no header is included by nobody") {
  for (const char* code : {"#include \"engine/ui/stage.cpp\"", "#include \"engine/ui/stage.inl\"", "#include \"engine/ui/stage.hpp\"",
                           "#include \"engine/ui/stage\"", "#include \"engine/ui/stage.hxx\""}) {
    CAPTURE(std::string(code));
    CHECK(said_of("engine/ui/x.cpp", code) != "");
    CHECK(said_of("tests/ui/x.cpp", code) != "");
  }
  CHECK(said_of("engine/base/codes.h", "#include \"engine/base/codes.def\"") == "");
  CHECK(said_of("engine/ui/x.cpp", "#include \"tests/ui/fixture.h\"") != "");
}

TEST_CASE("gates: another room is named, however its name is written") {
  for (const char* code : {"namespace firsthand { namespace s = storage; }",
                           "namespace firsthand { using namespace storage; }",
                           "namespace f = firsthand; namespace s = f::storage;",
                           "storage\n::Database* d;",
                           "firsthand::\nstorage\n::Database* d;",
                           "storage:\\\n:Database* d;",
                           "sto\\\nrage::Database* d;",
                           "using namespace\nfirsthand::\nstorage;",
                           "storage/* */::Database* d;",
                           "namespace firsthand { namespace storage { void open(); } }",
                           "namespace firsthand::storage { class Database; }",
                           "auto c = u8'\"'; storage::Database* d;",
                           "auto s = u8R\"(\")\"; storage::Database* d; auto t = \"\";",
                           "auto s = LR\"x(\")x\"; storage::Database* d; auto t = \"\";",
                           "int n = 1'0; storage::Database* d; char c = '0';",
                           "#define S storage\nS::Database* d;",
                           "#define S(x) x::Database\nS(storage)* d;",
                           "#define J(a, b) a##b\nJ(stor, age)::Database* d;",
                           "template<> struct std::hash<storage::Database>;",
                           "auto d = static_cast<decltype(storage::open())>(0);"}) {
    CAPTURE(std::string(code));
    CHECK(said_of("engine/ui/x.cpp", code) != "");
    CHECK(said_of("engine/ui/x.h", code) != "");
  }
}

TEST_CASE("gates: a function of elsewhere is not declared here") {
  for (const char* code : {"extern \"C\" int sqlite3_close(void*);", "int closed(void*) __asm__(\"sqlite3_close\");",
                           "namespace firsthand::app { void hidden(); }", "namespace firsthand { namespace app { void hidden(int); } }"}) {
    CAPTURE(std::string(code));
    CHECK(said_of("engine/screens/home/x.cpp", code) != "");
  }
  CHECK(said_of("engine/screens/home/x.cpp", "namespace firsthand::app { class DataFolder; struct Card; }") == "");
}

TEST_CASE("gates: a header gives no name of its own to what others may not see") {
  for (const char* code :
       {"using Store = storage::Database;", "using storage::Database;", "typedef storage::Database Store;",
        "using Opened = std::unique_ptr<\n  storage::Database>;", "using namespace storage;", "namespace s = storage;"}) {
    CAPTURE(std::string(code));
    CHECK(complains(said_of("engine/records/x.h", code), "screens"));
    CHECK(said_of("engine/records/x.cpp", code) == "");
  }
  CHECK(said_of("engine/records/x.h", "using base::Result;\nusing Made = std::function<base::Result<int>()>;") == "");
}

TEST_CASE("gates: the true state is not reached by another spelling") {
  for (const char* code : {"attempt . world", "attempt->\nworld", "&session::Attempt::world", "attempt.wor\\\nld"}) {
    CAPTURE(std::string(code));
    CHECK(complains(said_of("modules/scene/view.cpp", code), "is the truth, which is not shown"));
  }
}

TEST_CASE("gates: a page's header is private unless it is named as public, and a private one stays so") {
  for (const char* header : {"engine/screens/debrief/parts.h", "engine/screens/home/anything.h", "engine/screens/newpage/made.h"}) {
    CAPTURE(std::string(header));
    CHECK(complains(said_of("engine/screens/help/page.cpp", std::string("#include \"") + header + "\""), "is private"));
  }
  for (const char* header : {"engine/screens/debrief/draw.h", "engine/screens/home/state.h", "engine/screens/newpage/page.h"})
    CHECK(said_of("engine/screens/help/page.cpp", std::string("#include \"") + header + "\"") == "");
  CHECK(complains(said_of("tests/modules/x.cpp", "#include \"modules/scene/rules_more.h\""), "is private"));
  CHECK(complains(said_of("engine/screens/home/draw.h", "#include \"engine/screens/home/parts.h\""), "is private"));
  CHECK(complains(said_of("engine/ui/frame.h", "#include \"engine/ui/stage.h\""), "is private"));
  CHECK(said_of("engine/screens/home/list_parts.h", "#include \"engine/screens/home/parts.h\"") == "");
}

TEST_CASE("gates: headers do not include each other in a circle, nor the top of their folder") {
  CHECK(complains(said_of("engine/screens/home/parts.h", "#include \"engine/screens/home/page.h\""), "is the top of its folder"));
  CHECK(said_of("engine/screens/home/page.cpp", "#include \"engine/screens/home/page.h\"") == "");
  const SourceFile a{"engine/base/a.h", "\n#include \"engine/base/b.h\""}, b{"engine/base/b.h", "#include \"engine/base/c.h\""};
  CHECK(all_words(real_table().check({a, b, {"engine/base/c.h", "#include \"engine/base/a.h\""}})) ==
        "engine/base/a.h:2: engine/base/a.h includes itself by engine/base/b.h\n"
        "engine/base/b.h:1: engine/base/b.h includes itself by engine/base/c.h\n"
        "engine/base/c.h:1: engine/base/c.h includes itself by engine/base/a.h\n");
  CHECK(all_words(real_table().check({a, b, {"engine/base/c.h", ""}})) == "");
}
