// The layout checker finds each fault it promises, and nothing on a sound page.
#include "tests/ui/fixture.h"

using namespace firsthand::ui;

namespace {

std::string faults_of(const Draw& draw) {
  const auto window = open_headless();
  const Driver driver(*window, draw);
  std::string codes;
  for (const LayoutFault& fault : driver.layout_faults())
    codes += fault.code + " ";
  return codes;
}

} // namespace

TEST_CASE("ui: a sound page has no fault") {
  CHECK(faults_of([](Frame& f) {
          button(f, {20, 20, 200, 48}, {.id = "a", .label = "Go on"});
          f.text(20, 100, 300, "Two lines of text stand below the button and have room.", Type::body, Colour::text);
        }) == "");
}

TEST_CASE("ui: two controls over each other are a fault") {
  CHECK(faults_of([](Frame& f) {
          button(f, {20, 20, 200, 48}, {.id = "a", .label = "One"});
          button(f, {100, 40, 200, 48}, {.id = "b", .label = "Two"});
        }) == "overlap ");
}

TEST_CASE("ui: a card may hold a button") {
  CHECK(faults_of([](Frame& f) {
          card(f, {20, 20, 300, 200}, Card{.id = "card", .label = "Card"});
          button(f, {40, 40, 100, 48}, {.id = "in", .label = "In"});
        }) == "");
}

TEST_CASE("ui: what leaves the window, is too small, nameless or doubled is a fault") {
  CHECK(faults_of([](Frame& f) { button(f, {1200, 20, 200, 48}, {.id = "a", .label = "Far"}); }) == "outside-window ");
  CHECK(faults_of([](Frame& f) { f.control({.id = "a", .label = "Small", .rect = {20, 20, 30, 48}}); }) == "small-target ");
  CHECK(faults_of([](Frame& f) { f.control({.id = "a", .label = "", .rect = {20, 20, 60, 48}}); }) == "no-label ");
  CHECK(faults_of([](Frame& f) {
          f.control({.id = "a", .label = "One", .rect = {20, 20, 60, 48}});
          f.control({.id = "a", .label = "Two", .rect = {20, 100, 60, 48}});
        }) == "duplicate-id ");
}

TEST_CASE("ui: text that does not fit is a fault: by height, by a broken word, by a limit of lines") {
  const char* words = "Keep an unlocked and encrypted computer running until the examiner has come.";
  CHECK(faults_of([=](Frame& f) { f.text(Rect{20, 20, 200, 24}, words, Type::body, Colour::text); }) == "text-cut ");
  CHECK(faults_of([=](Frame& f) { f.text(20, 20, 200, words, Type::body, Colour::text, {.max_lines = 1}); }) == "text-cut ");
  CHECK(faults_of([](Frame& f) { f.text(20, 20, 40, "Photographs", Type::body, Colour::text); }) == "text-cut ");
  CHECK(faults_of([](Frame& f) { button(f, {20, 20, 80, 48}, {.id = "a", .label = "Show me everything again"}); }) == "text-cut ");
}
