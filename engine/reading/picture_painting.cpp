// One style a level of nesting; a shape is measured where it is opened, with all that it inherits.
#include "engine/reading/picture_painting.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::reading {
namespace {

constexpr std::size_t most_gradients = 256, most_stops = 64;
constexpr Fixed widest_line = 4096 * fixed_one; // on the canvas

const PictureAttribute* find(const std::vector<PictureAttribute>& attributes, std::string_view name) {
  for (const PictureAttribute& attribute : attributes)
    if (attribute.name == name && !check_picture_value(name, attribute.value)) return &attribute;
  return nullptr;
}

Fixed length_of(const std::vector<PictureAttribute>& attributes, std::string_view name, Fixed otherwise = 0) {
  const PictureAttribute* attribute = find(attributes, name);
  return attribute ? read_length(attribute->value).value_or(otherwise) : otherwise;
}

std::optional<ShapeFault> outlines_of(std::string_view element, const std::vector<PictureAttribute>& attributes, const Matrix& matrix,
                                      Outlines& outlines) {
  const auto length = [&](std::string_view name, Fixed otherwise = 0) { return length_of(attributes, name, otherwise); };
  if (element == "path") {
    const PictureAttribute* d = find(attributes, "d");
    return d ? read_path(d->value, matrix, outlines) : std::nullopt;
  }
  if (element == "rect") {
    if (length("width") == 0 || length("height") == 0) return std::nullopt;
    return add_rect({length("x"), length("y")}, length("width"), length("height"), length("rx", length("ry")), length("ry", length("rx")),
                    matrix, outlines);
  }
  if (element == "circle" || element == "ellipse") {
    const bool circle = element == "circle";
    const Fixed rx = length(circle ? "r" : "rx"), ry = length(circle ? "r" : "ry");
    if (rx == 0 || ry == 0) return std::nullopt;
    return add_ellipse({length("cx"), length("cy")}, rx, ry, matrix, outlines);
  }
  if (element == "line") return add_polygon({length("x1"), length("y1"), length("x2"), length("y2")}, false, matrix, outlines);
  const PictureAttribute* points = find(attributes, "points");
  const auto numbers = points ? read_numbers(points->value) : std::nullopt;
  return numbers ? add_polygon(*numbers, element == "polygon", matrix, outlines) : std::nullopt;
}

} // namespace

void PicturePainting::tell(const ShapeFault& fault, std::string_view attribute, std::size_t at) {
  Facts facts{{"attribute", std::string(attribute)}, {"value", fault.value}};
  switch (fault.kind) {
  case ShapeFault::Kind::not_a_number:
    return report_(at, "F0908", std::move(facts));
  case ShapeFault::Kind::out_of_range:
    facts.emplace_back("range", "up to some 20 times the picture's size");
    return report_(at, "F0909", std::move(facts));
  case ShapeFault::Kind::not_a_value:
    facts.emplace_back("known", attribute == "d" ? "commands MLHVCSQTAZ, each with its numbers apart"
                                                 : "matrix, translate, scale, rotate, skewX, skewY with their numbers");
    return report_(at, "F0910", std::move(facts));
  }
}

void PicturePainting::apply_transform(const PictureAttribute& attribute, Style& style) {
  Matrix alone; // within what is out of range already, a transform is only looked at
  if (const auto fault = read_transform(attribute.value, style.reached ? style.matrix : alone)) {
    tell(*fault, attribute.name, attribute.at);
    style.reached = false;
  }
}

void PicturePainting::apply_paint(const PictureAttribute& attribute, Paint& paint) {
  const std::string_view id = reference_of(attribute.value);
  paint = attribute.value == "none" ? Paint::none : id.empty() ? Paint::colour : Paint::gradient;
  if (!id.empty() && !gradients_.count(id)) report_(attribute.at, "F0911", {{"id", std::string(id)}});
}

void PicturePainting::apply_line(const PictureAttribute& attribute, Stroke& line) {
  const std::string_view name = attribute.name, value = attribute.value;
  if (name == "stroke-width") line.width = *read_length(value);
  if (name == "stroke-miterlimit") line.miter = *read_length(value);
  if (name == "stroke-linecap")
    line.cap = value == "butt" ? Stroke::Cap::butt : value == "round" ? Stroke::Cap::round : Stroke::Cap::square;
  if (name == "stroke-linejoin")
    line.join = value == "miter" ? Stroke::Join::miter : value == "round" ? Stroke::Join::round : Stroke::Join::bevel;
  if (name == "stroke-dasharray") line.dashes = value == "none" ? std::vector<Fixed>() : *read_numbers(value);
}

void PicturePainting::read_view_box(const PictureAttribute& attribute, Style& style) {
  const auto numbers = read_numbers(attribute.value);
  const Fixed largest = 8192 * fixed_one;
  if (!numbers || numbers->size() != 4 || (*numbers)[2] < fixed_one || (*numbers)[3] < fixed_one || (*numbers)[2] > largest ||
      (*numbers)[3] > largest)
    return report_(attribute.at, "F0906", {{"what", "a viewBox of four numbers, 1 to 8192 wide and high"}});
  width_ = (*numbers)[2], height_ = (*numbers)[3];
  const std::int64_t scale = std::min(canvas_width * fine_one / width_, canvas_height * fine_one / height_);
  scale_ = scale;
  const Matrix zoom{scale, 0, 0, scale}, shift{fine_one, 0, 0, fine_one, -(*numbers)[0], -(*numbers)[1]};
  if (shift.usable()) style.matrix = zoom * shift;
  style.reached = shift.usable() && style.matrix.usable();
  if (!style.reached)
    report_(attribute.at, "F0909",
            {{"attribute", "viewBox"}, {"value", std::string(attribute.value.substr(0, 40))}, {"range", "-100000 … 100000"}});
}

void PicturePainting::take(const PictureAttribute& attribute, Style& style) {
  if (attribute.name == "viewBox") return read_view_box(attribute, style);
  if (attribute.name == "transform" && !style.in_gradient) return apply_transform(attribute, style);
  if (attribute.name == "gradientTransform" || attribute.name == "transform") {
    Style alone;
    return apply_transform(attribute, alone);
  }
  if (attribute.name == "fill") return apply_paint(attribute, style.fill);
  if (attribute.name == "stroke") return apply_paint(attribute, style.stroke);
  apply_line(attribute, style.line);
}

bool PicturePainting::apply(const PictureAttribute& attribute, Style& style) {
  const auto fault = check_picture_value(attribute.name, attribute.value);
  if (fault)
    report_(attribute.at, fault->code, fault->facts);
  else
    take(attribute, style);
  return !fault;
}

// Drawers disagree on where a picture goes whose own size has another shape than its viewBox.
void PicturePainting::check_measure(const std::vector<PictureAttribute>& attributes, std::size_t at) {
  const Fixed w = length_of(attributes, "width"), h = length_of(attributes, "height");
  if (width_ == 0) return; // told already
  const bool both = find(attributes, "width") && find(attributes, "height"),
             neither = !find(attributes, "width") && !find(attributes, "height");
  const std::int64_t across = w * (height_ / 16), down = h * (width_ / 16), apart = std::abs(across - down);
  if (neither || (both && w > 0 && h > 0 && apart <= std::max(across, down) / 50)) return;
  report_(at, "F0906", {{"what", "width and height in the shape of its viewBox, or neither of them"}});
}

void PicturePainting::open_gradient(const std::vector<PictureAttribute>& attributes, std::size_t at) {
  const PictureAttribute* id = find(attributes, "id");
  stops_ = 0, gradient_at_ = at;
  if (id && !gradients_.insert(id->value).second)
    report_(id->at, "F0910", {{"attribute", "id"}, {"value", std::string(id->value)}, {"known", "an id of its own"}});
  if (gradients_.size() == most_gradients + 1) report_(at, "F0902", {{"what", fmt::format("more than {} gradients", most_gradients)}});
}

void PicturePainting::open(const PictureElement& element, const std::vector<PictureAttribute>& attributes, std::size_t at) {
  Style style = styles_.empty() ? Style{} : styles_.back();
  if (element.name == "linearGradient") style.in_gradient = true, open_gradient(attributes, at);
  if (element.name == "stop" && ++stops_ == most_stops + 1)
    report_(at, "F0902", {{"what", fmt::format("more than {} stops in a gradient", most_stops)}});
  bool whole = true;
  for (const PictureAttribute& attribute : attributes)
    whole = apply(attribute, style) && whole;
  if (styles_.empty()) check_measure(attributes, at);
  open_mark(attributes, style);
  styles_.push_back(style);
  if (element.shape && whole && style.reached && !style.in_gradient) add_shape(element, attributes, style, at);
}

void PicturePainting::close() {
  if (styles_.empty()) return;
  const bool ends_gradient = styles_.back().in_gradient && (styles_.size() < 2 || !styles_[styles_.size() - 2].in_gradient);
  if (ends_gradient && stops_ == 0) report_(gradient_at_, "F0914", {{"element", "linearGradient"}, {"what", "it has no stop"}});
  styles_.pop_back();
}

void PicturePainting::add_shape(const PictureElement& element, const std::vector<PictureAttribute>& attributes, const Style& style,
                                std::size_t at) {
  Outlines outlines;
  if (const auto fault = outlines_of(element.name, attributes, style.matrix, outlines)) {
    const std::string_view attribute = element.name == "path" ? "d" : element.name;
    const PictureAttribute* written = find(attributes, attribute);
    return tell(*fault, attribute, written ? written->at : at);
  }
  if (outlines.empty()) return report_(at, "F0914", {{"element", std::string(element.name)}, {"what", "it has no extent"}});
  if (style.mark) add_to_mark(outlines, marks_[*style.mark]);
  add_cost(outlines, style, element.name, at);
}

// What one name stands for may be drawn in several places of the file.
void PicturePainting::open_mark(const std::vector<PictureAttribute>& attributes, Style& style) {
  constexpr std::string_view prefix = "part-";
  const PictureAttribute* id = find(attributes, "id");
  if (!id || !id->value.starts_with(prefix) || style.in_gradient) return;
  const std::string_view name = id->value.substr(prefix.size());
  const auto known = std::find_if(marks_.begin(), marks_.end(), [&](const PaintedMark& mark) { return mark.name == name; });
  style.mark = static_cast<std::size_t>(known - marks_.begin());
  if (known == marks_.end()) marks_.push_back({name, id->at});
}

// By the points that its curves lie between; they are on the canvas.
void PicturePainting::add_to_mark(const Outlines& outlines, PaintedMark& mark) const {
  for (const Outline& outline : outlines)
    for (const Curve& curve : outline.curves)
      for (const Spot& on_canvas : curve.spots) {
        const Spot spot{on_canvas.x * fine_one / scale_, on_canvas.y * fine_one / scale_};
        mark.low = mark.empty ? spot : Spot{std::min(mark.low.x, spot.x), std::min(mark.low.y, spot.y)};
        mark.high = mark.empty ? spot : Spot{std::max(mark.high.x, spot.x), std::max(mark.high.y, spot.y)};
        mark.empty = false;
      }
}

std::vector<PaintedMark> PicturePainting::marks() const {
  std::vector<PaintedMark> shown = marks_;
  std::erase_if(shown, [](const PaintedMark& mark) { return mark.empty; });
  return shown;
}

void PicturePainting::add_cost(const Outlines& outlines, const Style& style, std::string_view element, std::size_t at) {
  std::int64_t cost = 0;
  const auto use = [&](Paint paint) { return paint == Paint::gradient ? cost_of_gradient_use(gradients_.size()) : 0; };
  if (style.fill != Paint::none) cost += cost_of_fill(outlines, style.fill == Paint::gradient) + use(style.fill);
  if (style.stroke != Paint::none) {
    Stroke line = style.line;
    line.width = style.matrix.scale(line.width);
    Fixed pattern = 0;
    for (Fixed& dash : line.dashes)
      pattern += dash = style.matrix.scale(dash);
    if (line.width > widest_line)
      return report_(at, "F0909",
                     {{"attribute", "stroke-width"},
                      {"value", fmt::format("{}", style.line.width / fixed_one)},
                      {"range", "0 to 5 times the picture's width"}});
    if (!line.dashes.empty() && pattern < least_dashes)
      return report_(at, "F0909",
                     {{"attribute", "stroke-dasharray"}, {"value", "finer than can be seen"}, {"range", "at least a quarter of a pixel"}});
    cost += cost_of_stroke(outlines, line, style.stroke == Paint::gradient) + use(style.stroke);
  }
  cost_ += cost;
  if (cost > costliest_) costliest_ = cost, costliest_at_ = at, costliest_element_ = element;
}

void PicturePainting::finish(std::size_t bytes) {
  cost_ += cost_of_text(bytes);
  if (cost_ <= most_picture_cost) return;
  report_(costliest_at_, "F0912",
          {{"element", std::string(costliest_element_)},
           {"times", fmt::format("{}", (cost_ + most_picture_cost - 1) / most_picture_cost)},
           {"share", fmt::format("{}", costliest_ * 100 / cost_)}});
}

} // namespace firsthand::reading
