// What home says of a course's test: for what it is sat now, and why not now. Internal to home.
#pragma once

#include "engine/app/home.h"
#include "engine/screens/page.h"

namespace firsthand::screens {

// Whether its language is a draft, in which it is practice.
enum class TestLanguage : std::uint8_t { reviewed, draft };

class TestWords {
 public:
  // `unplayed`: the lessons that stand before it, by their titles.
  TestWords(const app::Admission& admission, const model::Test& test, TestLanguage language, std::string unplayed, const Context& context)
      : admission_(admission), test_(test), language_(language), unplayed_(std::move(unplayed)), context_(context) {}

  std::string place() const;   // "Before the lessons"
  std::string purpose() const; // what it is for, or what bars it
  bool may_begin() const { return admission_.bar == app::Bar::none || admission_.bar == app::Bar::under_way; }

 private:
  std::string bar() const;

  const app::Admission& admission_;
  const model::Test& test_;
  TestLanguage language_;
  std::string unplayed_;
  const Context& context_;
};

} // namespace firsthand::screens
