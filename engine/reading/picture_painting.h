// Follows the elements of a picture as a drawer would, with what they inherit, and adds up what drawing them costs. What
// cannot be drawn is reported. Knows the profile and the costs; not how a file is cut into elements.
#pragma once

#include "engine/reading/picture_cost.h"
#include "engine/reading/picture_profile.h"

#include <functional>
#include <optional>
#include <set>

namespace firsthand::reading {

struct PictureAttribute {
  std::string_view name, value;
  std::size_t at; // in the file
};

// What a drawing names: with all shapes in it, in units of the viewBox from its corner.
struct PaintedMark {
  std::string_view name; // of the id "part-NAME"
  std::size_t at = 0;    // in the file
  Spot low = {}, high = {};
  bool empty = true; // no shape yet
};

class PicturePainting {
 public:
  using Facts = std::vector<std::pair<std::string, std::string>>;
  using Report = std::function<void(std::size_t at, const char* code, Facts facts)>;
  explicit PicturePainting(Report report) : report_(std::move(report)) {}

  // In the order of the file. An element of the profile only; its attributes are those that it may have. All is borrowed
  // until the end of the file.
  void open(const PictureElement& element, const std::vector<PictureAttribute>& attributes, std::size_t at);
  void close();

  // Costs more than is allowed: reported at the element that costs most.
  void finish(std::size_t bytes);
  Fixed width() const { return width_; } // of the viewBox
  Fixed height() const { return height_; }
  std::int64_t cost() const { return cost_; }
  std::vector<PaintedMark> marks() const;

 private:
  enum class Paint : std::uint8_t { none, colour, gradient };
  struct Style {
    Matrix matrix;
    Paint fill = Paint::colour, stroke = Paint::none;
    Stroke line;                                    // its width and dashes in units of `matrix`
    bool in_gradient = false, reached = true;       // reached: its matrix is known, so that shapes can be measured
    std::optional<std::size_t> mark = std::nullopt; // which it is part of
  };

  bool apply(const PictureAttribute& attribute, Style& style); // false: its value is told as wrong
  void take(const PictureAttribute& attribute, Style& style);
  void apply_transform(const PictureAttribute& attribute, Style& style);
  void apply_paint(const PictureAttribute& attribute, Paint& paint);
  void apply_line(const PictureAttribute& attribute, Stroke& line);
  void read_view_box(const PictureAttribute& attribute, Style& style);
  void check_measure(const std::vector<PictureAttribute>& attributes, std::size_t at);
  void open_gradient(const std::vector<PictureAttribute>& attributes, std::size_t at);
  void add_shape(const PictureElement& element, const std::vector<PictureAttribute>& attributes, const Style& style, std::size_t at);
  void open_mark(const std::vector<PictureAttribute>& attributes, Style& style);
  void add_to_mark(const Outlines& outlines, PaintedMark& mark) const;
  void add_cost(const Outlines& outlines, const Style& style, std::string_view element, std::size_t at);
  void tell(const ShapeFault& fault, std::string_view attribute, std::size_t at);

  Report report_;
  std::vector<Style> styles_;
  std::set<std::string_view> gradients_;
  std::size_t stops_ = 0, gradient_at_ = 0;
  std::vector<PaintedMark> marks_;
  Fixed width_ = 0, height_ = 0;
  std::int64_t scale_ = fine_one; // of the viewBox on the canvas
  std::int64_t cost_ = 0, costliest_ = 0;
  std::size_t costliest_at_ = 0;
  std::string_view costliest_element_ = "svg";
};

} // namespace firsthand::reading
