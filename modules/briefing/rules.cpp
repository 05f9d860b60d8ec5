// The briefing's rules half: reads, and lets the learner go on.
#include "modules/briefing/rules.h"

#include <array>

namespace firsthand::modules::briefing {

namespace {

constexpr session::Refusal nothing_to_do{"nothing-to-do", "There is nothing to do here."};
constexpr std::array own_refusals{nothing_to_do};

class BriefingModule final : public session::Module {
 public:
  const char* kind() const override { return "briefing"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context, model::Symbols&) const override {
    auto spec = std::make_shared<BriefingSpec>();
    spec->text = fields.text("text", reading::Need::required, 60);
    spec->picture = session::read_stage_picture(fields, context, reading::Need::optional);
    return spec;
  }

  session::StepState begin(const session::Context&) const override { return {}; }

  std::optional<session::Refused> decide(const session::Context&, const session::Action&, session::Decision&) const override {
    return session::Refused{nothing_to_do};
  }

  session::Offers offers(const session::Context&) const override { return {}; }
  session::Leaving leaving(const session::Context&) const override { return session::Leaving::may; }

  const session::StagePicture* picture(const session::Spec& spec) const override { return &static_cast<const BriefingSpec&>(spec).picture; }

  void texts(const session::Spec& spec, const std::function<void(const model::Text&)>& visit) const override {
    visit(static_cast<const BriefingSpec&>(spec).text);
  }
};

} // namespace

std::unique_ptr<const session::Module> make_module() { return std::make_unique<BriefingModule>(); }

} // namespace firsthand::modules::briefing
