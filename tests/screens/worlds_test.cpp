// Two worlds that differ only in what nobody has looked at must look the same, to the last pixel.
#include "tests/screens/play_stage.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

// Charge, disk, what the wallet holds, whether the bag leaks, when an order comes: nothing of it shows at a glance.
const TreeFiles::Words unobserved{{"disk: encrypted, battery: 9 %", "disk: plain, battery: 37 %"},
                                  {"lock: afu, radio: on, battery: 62 %", "lock: afu, radio: on, battery: 12 %"},
                                  {"start: {content: sheet}", "start: {content: none}"},
                                  {"{power: on, in.leak: leaks}", "{power: on, in.leak: tight}"},
                                  {"orders-at: 15 min", "orders-at: 3 h"}};

class World {
 public:
  explicit World(const TreeFiles::Words& words) : stage_(lesson("open-laptop", TreeFiles(words))) {
    stage_.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
    shown_.emplace(stage_);
  }
  void play(const char* line) {
    stage_.play({line});
    shown_->driver.settle();
  }
  void press(const char* id) { REQUIRE(shown_->press(id) == ""); }
  std::string picture(const std::string& name) {
    const auto file = std::filesystem::temp_directory_path() / ("firsthand-world-" + name + ".png");
    REQUIRE(shown_->driver.save_png(file).ok());
    const std::string bytes = ui::read_bytes(file);
    std::filesystem::remove(file);
    return bytes;
  }

 private:
  PlayStage stage_;
  std::optional<Shown> shown_;
};

} // namespace

TEST_CASE("worlds: what was not looked at cannot be told from any picture") {
  World one({}), other(unobserved);
  const auto same = [&] { return one.picture("one") == other.picture("other"); };
  const auto both = [&](const char* line) { one.play(line), other.play(line); };
  CHECK(same());
  for (const char* line :
       {"do table hands-off man", "task nok keep-awake laptop", "do table photograph laptop", "do table bag phone with bag", "wait 30 s"}) {
    CAPTURE(line);
    both(line);
    CHECK(same());
  }
  for (const char* id : {"scene/place/phone", "scene/place/wallet", "scene/place/laptop"}) {
    CAPTURE(id);
    one.press(id), other.press(id);
    CHECK(same());
  }
  both("do table look laptop"); // and now it shows: the test can tell two worlds apart
  CHECK_FALSE(same());
}
