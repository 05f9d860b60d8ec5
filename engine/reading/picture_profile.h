// The part of SVG that every drawer of ours draws alike: which elements there are, which attributes each may have, and which
// values each attribute. Knows nothing of where they stand in a file.
#pragma once

#include "engine/model/finding.h"

#include <optional>
#include <string_view>
#include <vector>

namespace firsthand::reading {

struct PictureElement {
  std::string_view name;
  std::vector<std::string_view> own; // attributes besides those that all may have
  bool shape;
};

const PictureElement* find_picture_element(std::string_view name); // null: none of the profile
bool may_have(const PictureElement& element, std::string_view attribute);

struct ValueFault {
  const char* code;
  std::vector<std::pair<std::string, std::string>> facts;
};
// What is wrong with the value, looked at alone; nothing for an attribute that has no rule of its own.
std::optional<ValueFault> check_picture_value(std::string_view attribute, std::string_view value);

std::string_view reference_of(std::string_view paint);    // the id in `url(#id)`, else empty
std::string_view foreign_picture(std::string_view bytes); // "a photograph (PNG)" by its first bytes, else empty

} // namespace firsthand::reading
