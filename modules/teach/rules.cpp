// The teaching's rules half: reads, and lets the learner go on.
#include "modules/teach/rules.h"

namespace firsthand::modules::teach {

namespace {

constexpr std::size_t most_pages = 6, fewest_labels = 2, most_labels = 4;
constexpr int longest_title = 6, longest_label = 6, longest_page = 60, longest_question = 25, longest_answer = 40;

TeachPage read_page(reading::Fields& fields, const reading::ReadContext& context) {
  TeachPage page;
  fields.id("id");
  page.title = fields.text("title", reading::Need::required, longest_title);
  page.text = fields.text("text", reading::Need::required, longest_page);
  page.picture = context.picture(fields, "picture", reading::Need::optional);
  page.labels = fields.texts("labels", reading::Need::optional, longest_label);
  const std::size_t labels = page.labels.size();
  if (fields.has("labels") && (!fields.has("picture") || labels < fewest_labels || labels > most_labels))
    fields.findings().add("F0852", fields.where("labels"), {{"count", std::to_string(labels)}});
  fields.finish();
  return page;
}

void visit_page(const TeachPage& page, const std::function<void(const model::Text&)>& visit) {
  visit(page.title), visit(page.text);
  for (const model::Text& label : page.labels)
    visit(label);
}

class TeachModule final : public session::Module {
 public:
  const char* kind() const override { return "teach"; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context, model::Symbols&) const override {
    auto spec = std::make_shared<TeachSpec>();
    fields.findings().needs_format_2(fields.where("kind"), "kind: teach");
    for (reading::Fields& page : fields.maps("pages"))
      spec->pages.push_back(read_page(page, context));
    if (fields.has("pages") && (spec->pages.empty() || spec->pages.size() > most_pages))
      fields.findings().add("F0851", fields.where("pages"), {{"count", std::to_string(spec->pages.size())}});
    reading::Fields question = fields.map("question");
    spec->ask = question.text("ask", reading::Need::required, longest_question);
    spec->answer = question.text("answer", reading::Need::required, longest_answer);
    question.finish();
    return spec;
  }

  session::StepState begin(const session::Context&) const override { return {}; }

  std::optional<session::Refused> decide(const session::Context&, const session::Action&, session::Decision&) const override {
    return session::Refused{"not-here"};
  }

  session::Offers offers(const session::Context&) const override { return {}; }
  session::Leaving leaving(const session::Context&) const override { return session::Leaving::may; }

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const TeachSpec&>(base);
    for (const TeachPage& page : spec.pages)
      visit_page(page, visit);
    visit(spec.ask), visit(spec.answer);
  }
  // A page at a time, and reading holds each of them short.
  void on_screen(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const TeachSpec&>(base);
    if (!spec.pages.empty()) visit_page(spec.pages.front(), visit);
  }
};

} // namespace

std::unique_ptr<const session::Module> make_module() { return std::make_unique<TeachModule>(); }

} // namespace firsthand::modules::teach
