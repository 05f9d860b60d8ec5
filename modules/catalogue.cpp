// A new module adds its line here. Static self-registration is not used: linkers drop it silently.
#include "modules/catalogue.h"

#include "modules/briefing/rules.h"
#include "modules/choice/rules.h"
#include "modules/copy/rules.h"
#include "modules/custody-form/rules.h"
#include "modules/dialogue/rules.h"
#include "modules/hotspot/rules.h"
#include "modules/match/rules.h"
#include "modules/number/rules.h"
#include "modules/phrase/rules.h"
#include "modules/scene/rules.h"
#include "modules/sequence/rules.h"
#include "modules/teach/rules.h"
#include "modules/test/rules.h"

namespace firsthand::modules {

session::Catalogue make_catalogue() {
  std::vector<std::unique_ptr<const session::Module>> modules;
  modules.push_back(briefing::make_module());
  modules.push_back(choice::make_module());
  modules.push_back(sequence::make_module());
  modules.push_back(match::make_module());
  modules.push_back(dialogue::make_module());
  modules.push_back(scene::make_module());
  modules.push_back(custody_form::make_module());
  modules.push_back(teach::make_module());
  modules.push_back(number::make_module());
  modules.push_back(copy::make_module());
  modules.push_back(hotspot::make_module());
  modules.push_back(phrase::make_module());
  std::vector<const session::Module*> kinds;
  for (const auto& module : modules)
    kinds.push_back(module.get());
  modules.push_back(test::make_module(std::move(kinds)));
  return session::Catalogue(std::move(modules));
}

} // namespace firsthand::modules
