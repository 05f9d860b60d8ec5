// Kinds of steps of which a report knows nothing but what xAPI calls their questions.
#pragma once

#include "engine/session/contract.h"

namespace report_test {

using namespace firsthand;

class Kind final : public session::Module {
 public:
  Kind(const char* name, session::Interaction interaction) : name_(name), interaction_(interaction) {}

  const char* kind() const override { return name_; }
  session::Interaction interaction() const override { return interaction_; }
  std::shared_ptr<const session::Spec> read(reading::Fields&, const reading::ReadContext&, model::Symbols&) const override { return {}; }
  session::StepState begin(const session::Context&) const override { return {}; }
  std::optional<session::Refused> decide(const session::Context&, const session::Action&, session::Decision&) const override {
    return std::nullopt;
  }
  session::Offers offers(const session::Context&) const override { return {}; }
  session::Leaving leaving(const session::Context&) const override { return session::Leaving::may; }
  void texts(const session::Spec&, const std::function<void(const model::Text&)>&) const override {}

 private:
  const char* name_;
  session::Interaction interaction_;
};

inline const session::Catalogue& kinds() {
  static const session::Catalogue all = [] {
    std::vector<std::unique_ptr<const session::Module>> modules;
    modules.push_back(std::make_unique<Kind>("choice", session::Interaction::choice));
    modules.push_back(std::make_unique<Kind>("sequence", session::Interaction::sequencing));
    modules.push_back(std::make_unique<Kind>("pairs", session::Interaction::matching));
    modules.push_back(std::make_unique<Kind>("custody-form", session::Interaction::other));
    return session::Catalogue(std::move(modules));
  }();
  return all;
}

} // namespace report_test
