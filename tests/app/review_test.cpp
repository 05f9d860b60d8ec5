// What `check` says of files, beside the findings in them.
#include "engine/app/paths.h"
#include "engine/app/review.h"
#include "tests/app/fixture.h"

namespace app_tests {

namespace {

app::Review review_of(const fs::path& file) {
  const session::Catalogue modules = one_module();
  const auto located = app::locate(file);
  REQUIRE(located);
  const app::DiskFiles files({located->root, app::ContentRoot{FIRSTHAND_SOURCE, ""}});
  app::Review review;
  app::review_content(files, modules, *located, review);
  return review;
}

} // namespace

TEST_CASE("app: a lone model is checked, and one whose name nobody can read as an id is not passed over") {
  Folder folder;
  folder.write("lamp.yaml", "model: lamp\ntraits: [computer]\n");
  CHECK(review_of(folder.path / "lamp.yaml").count(model::Gravity::error) == 0);
  folder.write("lamp.yaml", "model: lamp\ntraits: [computer]\nstaet: {}\n");
  CHECK(review_of(folder.path / "lamp.yaml").count(model::Gravity::error) == 1);
  const fs::path thai = folder.path / app::path_from("โคมไฟ.yaml");
  fs::rename(folder.path / "lamp.yaml", thai);
  const app::Review review = review_of(thai);
  REQUIRE(review.count(model::Gravity::error) == 1);
  CHECK(review.remarks.front().text.find("is not read") != std::string::npos);
}

} // namespace app_tests
