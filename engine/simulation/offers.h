// Whether a command may be given, and which ones may: asked of Seen only. Private to the room.
#pragma once

#include "engine/simulation/machine.h"

namespace firsthand::simulation {

// Refusal::none: `verb` and `scope` say what to do (a wait leaves `verb` null).
Refusal check_command(const Machine& machine, const Seen& seen, const Command& command, const VerbCode*& verb, Scope& scope);

std::vector<Offer> all_offers(const Machine& machine, const Seen& seen);

std::vector<Scene::VerbEffect> effects_of_verbs(const Machine& machine); // verb_effects.cpp
void digest_world(const World& world, crypto::Sha256& hash);             // digest.cpp

} // namespace firsthand::simulation
