// Makes hostile pictures of valid ones: every number, length, list, reference and nesting may become what its author did not
// mean. The same seed makes the same pictures. Knows SVG as text only, nothing of the check that it tries.
#pragma once

#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::reading_test {

class HostilePictures {
 public:
  explicit HostilePictures(std::uint64_t seed) : state_(seed) {}

  std::string next() {
    std::string svg = whole(seeds()[pick(seeds().size())]);
    for (std::size_t i = 1 + pick(3); i > 0; --i)
      change(svg);
    return svg;
  }

  static std::string whole(std::string_view inside) {
    return fmt::format(R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 768 336">{}</svg>)svg", inside);
  }
  // Every element and attribute of the profile stands in one of them.
  static const std::vector<std::string_view>& seeds() {
    static const std::vector<std::string_view> all{
        R"svg(<polyline points="0,10 700,10" fill="none" stroke="#000000" stroke-width="1" stroke-dasharray="2 1" stroke-dashoffset="3"/>)svg",
        R"svg(<polygon points="10,10 300,20 200,300" fill="#204060" fill-rule="evenodd" fill-opacity="0.5"/>)svg",
        R"svg(<path d="M10 10L300 20H400V200C420 300 500 10 600 90S700 300 720 10Q300 9 200 80T40 90A30 60 20 0 1 90 90Z" fill="red" stroke="#123456" stroke-width="3"/>)svg",
        R"svg(<g transform="translate(20 30) rotate(10)"><g transform="scale(2)"><circle cx="60" cy="40" r="30" stroke="blue" stroke-width="9"/></g></g>)svg",
        R"svg(<g opacity="0.7" transform="matrix(1 0.2 0.1 1 5 5)"><rect x="9" y="9" width="300" height="200" rx="8" ry="8" stroke="#FFFFFF"/></g>)svg",
        R"svg(<ellipse cx="300" cy="90" rx="200" ry="40" fill="none" stroke="green" stroke-width="14" stroke-linejoin="round" stroke-linecap="round" stroke-dasharray="9 5 2 5"/>)svg",
        R"svg(<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="768" y2="0" gradientTransform="skewX(9)"><stop offset="0" stop-color="#FFFFFF"/><stop offset="100%" stop-color="#333333" stop-opacity="0.5"/></linearGradient></defs><rect width="768" height="336" fill="url(#a)"/>)svg",
        R"svg(<g stroke="#333333" stroke-width="5" stroke-linejoin="miter" stroke-miterlimit="4" fill="none" transform="skewY(3)"><path d="M10 300l50-200l50 200l50-200"/><line x1="3" y1="5" x2="700" y2="300" stroke-linecap="square"/></g>)svg"};
    return all;
  }

 private:
  std::uint64_t draw() { // splitmix64
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::size_t pick(std::size_t count) { return static_cast<std::size_t>(draw() % count); }
  template<class List> std::string_view one_of(const List& list) { return list[pick(list.size())]; }

  struct Part {
    std::size_t at, size;
  };
  static bool in_number(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; }
  // Runs of number signs between quotes; colours and references are words to the others.
  static std::vector<Part> numbers_of(const std::string& svg) {
    std::vector<Part> found;
    bool quoted = false;
    for (std::size_t i = 0; i < svg.size(); ++i) {
      if (svg[i] == '"') quoted = !quoted;
      if (!quoted || !in_number(svg[i])) continue;
      const std::size_t from = i;
      while (i + 1 < svg.size() && in_number(svg[i + 1]))
        ++i;
      found.push_back({from, i + 1 - from});
    }
    return found;
  }
  static std::vector<Part> values_of(const std::string& svg, std::string_view name) {
    std::vector<Part> found;
    const std::string start = fmt::format(" {}=\"", name);
    for (std::size_t at = svg.find(start); at != svg.npos; at = svg.find(start, at + 1))
      found.push_back({at + start.size(), svg.find('"', at + start.size()) - at - start.size()});
    return found;
  }

  void change(std::string& svg) {
    switch (pick(8)) {
    case 0:
    case 1:
    case 2:
      return change_number(svg);
    case 3:
      return scale_numbers(svg);
    case 4:
      return repeat_value(svg);
    case 5:
      return repeat_element(svg);
    case 6:
      return wrap(svg);
    default:
      return add_attribute(svg);
    }
  }

  void change_number(std::string& svg) {
    static constexpr std::array<std::string_view, 36> wrong{
        "0",          "-0",           "1e9",        "-1e9",   "1e300", "-1e300",
        "1e-300",     "999999999999", "nan",        "inf",    "-inf",  "NaN",
        "1e",         "1.",           "-.5",        ".",      "+",     "0x10",
        "0.000001",   "1e-9",         "2147483648", "-99999", "99999", "16384",
        "0.2",        "0.01",         "5%",         "3em",    "10mm",  "1e1e1",
        "1e99999999", "--5",          "4096",       "1e4",    "-1",    "18446744073709551616"};
    const auto numbers = numbers_of(svg);
    if (numbers.empty()) return;
    const Part part = numbers[pick(numbers.size())];
    const bool digits = pick(12) == 0;
    svg.replace(part.at, part.size, digits ? std::string(1 + pick(400), '9') : std::string(one_of(wrong)));
  }

  // All numbers of the picture alike: they still fit together.
  void scale_numbers(std::string& svg) {
    static constexpr std::array<std::string_view, 6> tails{"0", "00", "e3", "e-2", "e7", "e-7"};
    const std::string tail(one_of(tails));
    auto numbers = numbers_of(svg);
    for (std::size_t i = numbers.size(); i > 4; --i) // not those of the root
      svg.insert(numbers[i - 1].at + numbers[i - 1].size, tail);
  }

  void repeat_value(std::string& svg) {
    static constexpr std::array<std::string_view, 4> lists{"d", "points", "stroke-dasharray", "transform"};
    const auto values = values_of(svg, one_of(lists));
    if (values.empty()) return;
    const Part part = values[pick(values.size())];
    const std::string once = svg.substr(part.at, part.size);
    std::string all;
    for (std::size_t i = std::size_t{2} << pick(12); i > 0 && all.size() + svg.size() < most_size; --i)
      all += once + ' ';
    svg.replace(part.at, part.size, all);
  }

  void repeat_element(std::string& svg) {
    const std::size_t from = svg.find('>') + 1, to = svg.rfind("</svg>");
    if (from > to || svg.find("<defs") != svg.npos) return; // an id stands once
    const std::string once = svg.substr(from, to - from);
    std::string all;
    for (std::size_t i = std::size_t{2} << pick(11); i > 0 && all.size() + svg.size() < most_size; --i)
      all += once;
    svg.replace(from, to - from, all);
  }

  void wrap(std::string& svg) {
    static constexpr std::array<std::string_view, 8> groups{"<g>",
                                                            R"svg(<g transform="scale(1e9)">)svg",
                                                            R"svg(<g transform="scale(0.001)">)svg",
                                                            R"svg(<g transform="scale(3)">)svg",
                                                            R"svg(<g transform="skewX(89.9)">)svg",
                                                            R"svg(<g transform="matrix(9 9 9 9 9 9)">)svg",
                                                            R"svg(<g stroke="red" stroke-width="300">)svg",
                                                            R"svg(<g stroke="red" stroke-dasharray="0.3 0.1" stroke-linecap="round">)svg"};
    const std::string group(one_of(groups));
    for (std::size_t i = 1 + (pick(4) == 0 ? pick(40) : pick(3)); i > 0; --i) {
      svg.insert(svg.find('>') + 1, group);
      svg.insert(svg.rfind("</svg>"), "</g>");
    }
  }

  void add_attribute(std::string& svg) {
    static constexpr std::array<std::string_view, 16> attributes{R"svg(stroke-dasharray="2 1")svg",
                                                                 R"svg(stroke-dasharray="0.0001")svg",
                                                                 R"svg(stroke-dasharray="1 1 1 1 1 1 1 1 1 1")svg",
                                                                 R"svg(stroke-width="4000")svg",
                                                                 R"svg(stroke-width="1e9")svg",
                                                                 R"svg(fill="url(#x)")svg",
                                                                 R"svg(stroke="url(#x)")svg",
                                                                 R"svg(href="#x")svg",
                                                                 R"svg(fill="rebeccapurple")svg",
                                                                 R"svg(fill="hsl(1,2%,3%)")svg",
                                                                 R"svg(stroke="currentColor")svg",
                                                                 R"svg(style="stroke:red")svg",
                                                                 R"svg(stroke="black")svg",
                                                                 R"svg(stroke-linejoin="round")svg",
                                                                 R"svg(transform="scale(1e9)")svg",
                                                                 R"svg(transform="rotate(1e9 5 5)")svg"};
    std::vector<std::size_t> places;
    for (std::size_t at = svg.find("/>"); at != svg.npos; at = svg.find("/>", at + 1))
      places.push_back(at);
    if (!places.empty()) svg.insert(places[pick(places.size())], fmt::format(" {}", one_of(attributes)));
  }

  static constexpr std::size_t most_size = 60'000;
  std::uint64_t state_;
};

} // namespace firsthand::reading_test
