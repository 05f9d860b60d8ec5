// Restricted JSON: what the ledger seals. Objects with sorted keys, arrays, strings and 64-bit integers; no spaces, no
// fractions, no null, no booleans, no escapes beyond \" \\ and \u00XX for control characters. The bytes are the record:
// nobody re-encodes them. Reading is bounded in size and depth, because a record may come from elsewhere.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace firsthand::base {

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::map<std::string, Json>; // sorted by byte order, which is the order on the line

  Json() : content_(Object{}) {}
  Json(std::int64_t number) : content_(number) {}
  Json(int number) : content_(std::int64_t{number}) {}
  Json(std::string text) : content_(std::move(text)) {}
  Json(std::string_view text) : content_(std::string(text)) {}
  Json(const char* text) : content_(std::string(text)) {}
  Json(Array array) : content_(std::move(array)) {}
  Json(Object object) : content_(std::move(object)) {}

  bool is_number() const { return std::holds_alternative<std::int64_t>(content_); }
  bool is_text() const { return std::holds_alternative<std::string>(content_); }
  bool is_array() const { return std::holds_alternative<Array>(content_); }
  bool is_object() const { return std::holds_alternative<Object>(content_); }

  // Missing or of another kind: 0, "", empty. Hostile lines are checked by who reads them, not trusted.
  std::int64_t number(std::int64_t otherwise = 0) const;
  const std::string& text() const;
  const Array& array() const;
  const Object& object() const;
  const Json* find(std::string_view key) const; // null if this is no object or has no such key
  const Json& at(std::string_view key) const;   // an empty object if missing
  Json& operator[](const std::string& key);     // makes this an object if it is not

  std::string line() const;

 private:
  std::variant<std::int64_t, std::string, Array, Object> content_;
};

// Errors: "json-size", "json-depth", "json-syntax" (with the byte offset), "json-order" (keys unsorted or twice).
Result<Json> parse_json_line(std::string_view line, std::size_t max_bytes = 1u << 20, int max_depth = 16);

} // namespace firsthand::base
