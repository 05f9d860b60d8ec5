// Whatever bytes come as a bank, reading ends with questions that can be asked or with findings, each with a place that stands in a file;
// and so does a test over it.
#include "engine/reading/bank.h"
#include "engine/reading/test.h"

#include <cstdio>
#include <cstdlib>
#include <set>

namespace {

using namespace firsthand;

void ask(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void ask_places(const model::Findings& findings, const std::vector<reading::UsedFile>& files) {
  for (const model::Finding& finding : findings) {
    ask(finding.where.file < files.size() || files.empty(), "A finding in no file.");
    ask(!finding.code.empty(), "A finding without a code.");
  }
}

void ask_items(const std::vector<model::Item>& items) {
  std::set<model::Id> ids;
  for (const model::Item& item : items) {
    ask(ids.insert(item.id).second, "Two questions of one id, and no error.");
    ask(item.version.size() == 8 && item.version.find_first_not_of("0123456789abcdef") == item.version.npos, "A version that is none.");
    ask(!item.stem.source.empty(), "A question that asks nothing, and no error.");
    if (item.kind == model::ItemKind::one || item.kind == model::ItemKind::several)
      ask(item.options.size() >= 2, "A choice of less than two, and no error.");
    if (item.kind == model::ItemKind::match) ask(item.pairs.size() == item.options.size(), "A thing without a pair, and no error.");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  reading::MemoryFiles files;
  files.put("scenarios/library/vocabulary.yaml",
            "vocabulary: small\nformat: 2\nharms: {destroys: It is gone}\ncompetencies: {custody: Custody}\n");
  files.put("scenarios/library/doctrine/one.yaml",
            "doctrine: one\nedition: \"1\"\nreview-by: 2027-06-30\nsources:\n  practice: {title: Practice}\n"
            "positions: {D4: {right: A}}\n");
  files.put("scenarios/banks/core/bank.yaml", std::string(reinterpret_cast<const char*>(bytes), size));
  files.put("scenarios/banks/core/pictures/desk.svg", "<svg viewBox=\"0 0 96 96\"><rect width=\"96\" height=\"96\"/></svg>");
  files.put("scenarios/courses/course/tests/check.yaml", "test: check\ntitle: A test\nbanks: [core]\nblueprint: {custody: 1}\n");
  const reading::LoadedBank loaded = reading::load_bank(files, "scenarios/banks/core/bank.yaml");
  ask_places(loaded.findings, loaded.files);
  if (loaded.usable()) ask_items(loaded.bank.items);
  const reading::LoadedTest test = reading::load_test(files, "scenarios/courses/course/tests/check.yaml");
  ask_places(test.findings, test.files);
  return 0;
}
