// Fixed forms of a test: how they are put together from the banks, and which of them somebody gets. Both are the same on every computer,
// and need no history.
#pragma once

#include "engine/model/test.h"

#include <array>
#include <optional>
#include <span>

namespace firsthand::assessment {

// What somebody sits a test for. One of them decides the form, so that nobody gets the same form twice.
enum class Role : std::uint8_t { practice, baseline, final_test, delayed, refresher };
inline constexpr std::array<std::pair<const char*, Role>, 5> roles{{{"practice", Role::practice},
                                                                    {"baseline", Role::baseline},
                                                                    {"final", Role::final_test},
                                                                    {"delayed", Role::delayed},
                                                                    {"refresher", Role::refresher}}};
const char* role_word(Role role);
std::optional<Role> role_of(std::string_view word);
enum class Try : std::uint8_t { first, again }; // of a delayed test: whether there was a retake

// The first form of this person (`number`: the service number, or the person's id), counted from 0.
std::size_t first_form(std::string_view test, std::string_view number, std::size_t forms);
// Baseline: the first, final: the next, retake and delayed: the one after; delayed after a retake: the first again.
std::size_t form_for(std::string_view test, std::string_view number, std::size_t forms, Role role, Try which = Try::first);
// The same where it is known which forms this person has seen, oldest first, whatever came of them: the one seen least often, of those
// the one whose last time lies farthest back. As long as every test ended and counts, that is form_for. A practice asks the first form
// again: it uses up none.
std::size_t next_form(std::string_view test, std::string_view number, std::size_t forms, Role role, std::span<const std::size_t> seen);

// A part of the blueprint that the banks cannot fill.
struct Shortage {
  model::Id competency; // empty: of the anchors of all competencies together
  int needed = 0, there = 0;
};
struct Assembled {
  std::vector<std::vector<const model::Item*>> forms; // empty if there is a shortage
  std::vector<Shortage> shortages;
};
// Anchors stand in every form; of twins never two in one form, and in several forms as many as there are. Retired questions are left out.
Assembled assemble(const model::Test& test);

std::string form_name(std::size_t form); // "A"
std::optional<std::size_t> form_named(std::string_view name);
std::vector<std::size_t> forms_named(const std::vector<std::string>& names); // without those that name none

} // namespace firsthand::assessment
