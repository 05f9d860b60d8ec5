// What home says of a course's test: for what it is sat now, and why not now. Internal to home.
#pragma once

#include "engine/app/home.h"
#include "engine/screens/page.h"

namespace firsthand::screens {

// Whether its language is a draft, in which it is practice.
enum class TestLanguage : std::uint8_t { reviewed, draft };

class TestWords {
 public:
  // `unplayed`: the lessons that stand before it, by their titles. `parts`: of a final that has several, what passes it and what is left.
  TestWords(const app::Admission& admission, const app::TriesAllowed& allowed, TestLanguage language, std::string unplayed,
            std::string parts, reading::CoursePart::Kind kind, const Context& context)
      : admission_(admission), allowed_(allowed), language_(language), unplayed_(std::move(unplayed)), parts_(std::move(parts)),
        kind_(kind), context_(context) {}

  std::string place() const;   // "Before the lessons"
  std::string purpose() const; // what it is for, or what bars it
  bool may_begin() const { return !is_for_no_practice() && (admission_.bar == app::Bar::none || admission_.bar == app::Bar::under_way); }

 private:
  std::string bar() const;
  // A scene that decides is practised in no language.
  bool is_for_no_practice() const { return language_ == TestLanguage::draft && kind_ == reading::CoursePart::Kind::scene; }

  const app::Admission& admission_;
  app::TriesAllowed allowed_;
  TestLanguage language_;
  std::string unplayed_, parts_;
  reading::CoursePart::Kind kind_;
  const Context& context_;
};

} // namespace firsthand::screens
