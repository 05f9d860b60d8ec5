// Result<T>: how the program reports what can go wrong outside its own bugs. Errors carry a stable code and a sentence
// that a person can act on. Findings for authors are another thing (engine/model/finding.h). Knows nothing above it.
#pragma once

#include "engine/base/codes.h"

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace firsthand::base {

struct Error {
  std::string code;    // stable, kebab-case, e.g. "database-locked"
  std::string message; // what, where, what to do; one or two sentences
};

template<class T> class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Error error) : content_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(content_); }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return std::get<T>(content_); }
  T& value() & { return std::get<T>(content_); }
  T&& value() && { return std::get<T>(std::move(content_)); }
  const T& operator*() const { return value(); }
  T& operator*() { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Error& error() const { return std::get<Error>(content_); }

 private:
  std::variant<T, Error> content_;
};

template<> class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}
  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

inline Error fail(Code code, std::string message) { return {std::string(code.text()), std::move(message)}; }

} // namespace firsthand::base

// Declares `name` from a Result or returns its error to the caller.
#define FH_TRY(name, expression)                                                                                                           \
  auto name##_result = (expression);                                                                                                       \
  if (!name##_result.ok()) return name##_result.error();                                                                                   \
  auto name = std::move(name##_result).value()

// The same for a Result<void>, or where the value is not wanted.
#define FH_CHECK(expression)                                                                                                               \
  if (auto fh_checked = (expression); !fh_checked.ok()) return fh_checked.error()
