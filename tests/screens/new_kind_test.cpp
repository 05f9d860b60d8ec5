// The example of docs/developers.md, "A new kind of step in an hour": a statement that holds or does not. Compiled, checked, played and
// pressed; what the page shows of it is compared with what stands here.
#include "engine/screens/play/question.h"
#include "engine/session/load.h"
#include "tests/reading/world.h"
#include "tests/screens/choice_fixture.h"

#include <fstream>
#include <sstream>

namespace firsthand::modules::statement {

// ---- rules.h

struct StatementSpec : session::QuestionSpec {
  bool holds = false;
  model::Text why;
  model::Symbol it = 0;
};

std::unique_ptr<const session::Module> make_module();

// ---- rules.cpp

namespace {

class StatementModule final : public session::Question {
 public:
  const char* kind() const override { return "statement"; }
  session::Interaction interaction() const override { return session::Interaction::true_false; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<StatementSpec>();
    read_question(*spec, fields, context, symbols, "say"); // prompt, tries, picture; in a play: do STEP say …
    spec->holds = fields.yes_no("holds");
    spec->why = fields.text("why", reading::Need::required, 30);
    spec->it = symbols.intern("it");
    return spec;
  }

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const StatementSpec&>(base);
    visit(spec.prompt), visit(spec.why);
  }

  std::optional<int> answered(const model::Fact& fact) const override { return static_cast<int>(fact.amount); }

 protected:
  std::optional<session::Refused> take(const session::Context& context, const Values& values, Reply& reply) const override {
    const auto& spec = static_cast<const StatementSpec&>(context.spec);
    if (values.size() != 1 || values[0].first != spec.it) return session::Refused{"no-such-option"};
    const model::Symbol said = values[0].second;
    if (said != spec.yes && said != spec.no) return session::Refused{"no-such-option"};
    reply.per_mille = (said == spec.yes) == spec.holds ? session::right_per_mille : 0;
    reply.facts.push_back(session::answered_fact(context, said, reply.per_mille));
    return std::nullopt;
  }

  std::vector<Values> some_answers(const session::Context& context) const override {
    const auto& spec = static_cast<const StatementSpec&>(context.spec);
    return {{{spec.it, spec.yes}}, {{spec.it, spec.no}}};
  }
};

} // namespace

std::unique_ptr<const session::Module> make_module() { return std::make_unique<StatementModule>(); }

// ---- view.cpp

namespace {

class StatementView final : public screens::StepView {
 public:
  screens::StepIntent draw(ui::Frame& f, const ui::Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const StatementSpec&>(scene.spec);
    const session::Given given = session::given(spec, scene.state);
    screens::Question q{f, scene, spec, given, memory_, out, "statement"};
    if (newly_answered(q)) answered_ = said_;
    q.changed = said_ != answered_;
    const auto option = [&](const char* id, std::string_view label, model::Symbol means) {
      return ui::box::option({.id = id, .label = label, .chosen = said_ == means, .enabled = q.open()}, {said_, means});
    };
    const std::string holds = scene.words.tr("statement", "It holds"), fails = scene.words.tr("statement", "It does not hold");
    const std::string missing = scene.words.tr("statement", "Say whether it holds.");
    draw_question(q, area,
                  {.answers = ui::box::group("statement/options", ui::box::column({.gap = 8}, option("statement/yes", holds, spec.yes),
                                                                                  option("statement/no", fails, spec.no))),
                   .verdict = q.told() ? ui::box::text(scene.say(spec.why), ui::Type::body) : ui::Box(),
                   .missing = said_ == 0 ? std::string_view(missing) : std::string_view(),
                   .values = {{spec.it, said_}}});
    return out;
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    hands.press("statement/" + prepared.symbols.word(action.values.front().second));
    hands.press("statement/submit");
  }

 private:
  screens::QuestionMemory memory_;
  model::Symbol said_ = 0, answered_ = 0; // marked on the screen; what was answered last
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<StatementView>(); }

} // namespace firsthand::modules::statement

namespace {

using namespace firsthand;

session::Catalogue one_kind() {
  std::vector<std::unique_ptr<const session::Module>> modules;
  modules.push_back(modules::statement::make_module());
  return session::Catalogue(std::move(modules));
}

std::string content_of(const char* file) {
  std::ifstream in(std::string(FIRSTHAND_SOURCE) + file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What stands once here and in each file there.
bool is_frame(const std::string& line) {
  for (const char* start : {"#include", "#pragma", "//", "namespace firsthand", "} // namespace firsthand"})
    if (line.starts_with(start)) return true;
  return line.empty();
}

// The lines of code that a section of a page shows.
std::vector<std::string> shown_code(const std::string& page, const std::string& heading) {
  std::vector<std::string> lines;
  std::istringstream in(page.substr(page.find(heading)));
  bool code = false;
  for (std::string line; std::getline(in, line) && (line == heading || !line.starts_with("## "));) {
    if (line.starts_with("```"))
      code = line == "```cpp";
    else if (code && !is_frame(line))
      lines.push_back(line);
  }
  return lines;
}

} // namespace

TEST_CASE("screens: the example of a new kind is read, answered on the screen, and pressed as a play says") {
  const session::Catalogue kinds = one_kind();
  reading_test::World world;
  world.change("scenario", "steps:\n  - {id: dark, kind: statement, title: Dark, prompt: A dark screen means that it is off., holds: no, "
                           "why: It may sleep., tries: 2}\n");
  const auto loaded = session::load(world.files(), reading_test::world_path("scenario"), kinds);
  REQUIRE_MESSAGE(loaded.content.findings.empty(), reading_test::shown(loaded.content.findings, loaded.content.files));
  const screens::Lesson lesson(loaded.prepared);
  screens::StepStage stage(lesson, modules::statement::open_view());
  screens::StepShown shown(stage);
  CHECK(shown.faults() == "");
  CHECK(shown.press("statement/yes") == "");
  CHECK(shown.press("statement/submit") == "");
  CHECK(stage.last == "do dark say it=yes");
  CHECK(shown.driver.sees("You have one more try."));
  screens::Hands hands(
      shown.driver, [&] { shown.driver.settle(); }, [] { return 0; });
  modules::statement::open_view()->press(hands, *lesson.prepared, *session::parse_action("do dark say it=no", lesson.prepared->symbols));
  CHECK(stage.last == "do dark say it=no");
  CHECK(shown.driver.sees("It may sleep."));
  CHECK(shown.press("statement/go-on") == "");
}

TEST_CASE("screens: the page shows the example as it is compiled here") {
  const std::string here = content_of("/tests/screens/new_kind_test.cpp");
  const std::vector<std::string> lines = shown_code(content_of("/docs/developers.md"), "## A new kind of step in an hour");
  CHECK(lines.size() > 60);
  std::size_t at = 0;
  for (const std::string& line : lines) {
    CAPTURE(line);
    const std::size_t next = here.find("\n" + line + "\n", at);
    CHECK(next != here.npos);
    if (next != here.npos) at = next + 1;
  }
}
