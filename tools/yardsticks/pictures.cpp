// Draws the costliest pictures that the check of pictures lets through, of each shape of cost that is known: what the bound of
// engine/reading/picture_cost.h is in milliseconds here. usage: pictures [TIMES [worst]]
#include "engine/reading/picture.h"
#include "engine/reading/picture_cost.h"

#include <SDL.h>
#include <SDL_image.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <functional>
#include <string>
#include <vector>

using namespace firsthand;

namespace {

using Make = std::function<std::string(int)>; // of so many parts, between <svg> and </svg>

std::string whole(const std::string& inside) {
  return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 768 336">)" + inside + "</svg>";
}

std::string repeated(int count, const std::function<std::string(int)>& part) {
  std::string all;
  for (int i = 0; i < count; ++i)
    all += part(i);
  return all;
}

std::string path(const std::string& d, const char* attributes) { return fmt::format("<path d=\"{}\" {}/>", d, attributes); }

constexpr const char* line = R"(fill="none" stroke="#333333" stroke-width="1")";

const std::vector<std::pair<const char*, Make>> shapes{
    {"many segments",
     [](int n) {
       return path("M0 0" + repeated(n, [](int i) { return fmt::format("L{} {}", i * 7 % 768, i * 5 % 336 / 84 * 84 + i % 9); }),
                   "fill=\"#333333\"");
     }},
    {"short segments",
     [](int n) {
       return path("M400 100" + repeated(n, [](int i) { return fmt::format("l{} {}", i % 2 ? 3 : -3, i % 3 - 1); }), "fill=\"#333333\"");
     }},
    {"lines that all cross",
     [](int n) { return path(repeated(n, [n](int i) { return fmt::format("M{} 0L{} 336", i * 768 / n, 768 - i * 768 / n); }), line); }},
    {"a comb",
     [](int n) {
       return path("M0 0" + repeated(n, [n](int i) { return fmt::format("L{} {}", i * 768 / n, i % 2 ? 0 : 336); }), "fill=\"#333333\"");
     }},
    {"a comb with short teeth",
     [](int n) {
       return path("M0 0" + repeated(n, [n](int i) { return fmt::format("L{} {}", i * 768 / n, i % 2 ? 0 : 3); }), "fill=\"#333333\"");
     }},
    {"tall curves",
     [](int n) {
       return path("M0 0" + repeated(n,
                                     [](int i) {
                                       return fmt::format("C{} 400 {} -60 {} {}", i * 31 % 768, i * 17 % 768, i * 7 % 768, i % 2 ? 0 : 336);
                                     }),
                   "fill=\"#333333\"");
     }},
    {"tall curves, stroked",
     [](int n) {
       return path("M0 0" + repeated(n,
                                     [](int i) {
                                       return fmt::format("C{} 400 {} -60 {} {}", i * 31 % 768, i * 17 % 768, i * 7 % 768, i % 2 ? 0 : 336);
                                     }),
                   line);
     }},
    {"curves with cusps",
     [](int n) {
       return path("M300 100" + repeated(n, [](int i) { return fmt::format("c90 {} -90 {} 1 1", i % 60, i % 50); }),
                   R"(fill="none" stroke="#333333" stroke-width="9")");
     }},
    {"dashes along",
     [](int n) {
       return path(repeated(n, [](int i) { return fmt::format("M0 {}H768", i * 13 % 336); }),
                   R"(stroke="#333333" stroke-dasharray="0.2 0.1")");
     }},
    {"dashes down",
     [](int n) {
       return path(repeated(n, [](int i) { return fmt::format("M{} 0V336", i * 13 % 768); }),
                   R"(stroke="#333333" stroke-dasharray="2 1" stroke-linecap="round")");
     }},
    {"wide dashes",
     [](int n) {
       return path(repeated(n, [](int i) { return fmt::format("M{} 168H768", i); }),
                   R"(stroke="#333333" stroke-width="300" stroke-dasharray="9 9" stroke-linecap="round")");
     }},
    {"wide round strokes",
     [](int n) {
       return path("M0 0" + repeated(n, [](int i) { return fmt::format("L{} {}", i * 37 % 768, i * 29 % 336); }),
                   R"(fill="none" stroke="#333333" stroke-width="200" stroke-linejoin="round" stroke-linecap="round")");
     }},
    {"sharp corners",
     [](int n) {
       return path("M0 0" + repeated(n, [](int i) { return fmt::format("L{} {}", i % 2 * 700, i * 29 % 336); }),
                   R"(fill="none" stroke="#333333" stroke-width="20" stroke-miterlimit="100")");
     }},
    {"many shapes",
     [](int n) {
       return repeated(n, [](int i) { return fmt::format(R"(<rect x="{}" y="{}" width="2" height="2"/>)", i * 7 % 768, i * 5 % 336); });
     }},
    {"many circles",
     [](int n) {
       return repeated(n,
                       [](int i) { return fmt::format(R"(<circle cx="{}" cy="{}" r="9" stroke="#333333"/>)", i * 7 % 768, i * 5 % 336); });
     }},
    {"groups with transforms",
     [](int n) {
       return repeated(n, [](int i) {
         return fmt::format(R"svg(<g transform="rotate({}) scale(3)"><g transform="skewX(20)"><circle cx="60" cy="20" r="40"/></g></g>)svg",
                            i % 50);
       });
     }},
    {"filled over and over",
     [](int n) { return repeated(n, [](int) { return std::string(R"(<rect width="768" height="336" fill-opacity="0.1"/>)"); }); }},
    {"gradients over and over",
     [](int n) {
       return R"svg(<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x2="768"><stop offset="0" stop-color="#FFFFFF"/><stop offset="1" stop-color="#333333"/></linearGradient></defs>)svg" +
              repeated(n, [](int) { return std::string(R"svg(<rect width="768" height="336" fill="url(#a)"/>)svg"); });
     }},
    {"many gradients",
     [](int n) {
       return "<defs>" +
              repeated(250,
                       [](int i) {
                         return fmt::format("<linearGradient id=\"gradient-{}\" gradientUnits=\"userSpaceOnUse\" x2=\"9\">", i) +
                                repeated(5, [](int s) { return fmt::format("<stop offset=\".{}\" stop-color=\"#FFFFFF\"/>", s); }) +
                                "</linearGradient>";
                       }) +
              "</defs>" + repeated(n, [](int i) {
                return fmt::format("<rect x=\"{}\" width=\"2\" height=\"2\" fill=\"url(#gradient-0)\"/>", i % 768);
              });
     }},
    {"arcs",
     [](int n) {
       return path("M300 100" + repeated(n, [](int i) { return fmt::format("a{} 90 {} 1 1 1 1", 50 + i % 40, i % 90); }),
                   "fill=\"#333333\"");
     }},
    {"points without length", [](int n) { return path(repeated(n, [](int i) { return fmt::format("M{} 9h0z", i % 768); }), line); }},
    {"text between", [](int n) { return std::string(static_cast<std::size_t>(n), ' ') + "<rect width=\"1\" height=\"1\"/>"; }},
};

std::int64_t cost_of(const std::string& svg) { // or too much
  model::Findings findings;
  reading::PictureMeasure measure;
  return reading::check_svg(svg, 0, findings, &measure) ? measure.cost : reading::most_picture_cost + 1;
}

int most_parts(const Make& make) {
  int least = 1, most = 500'000;
  while (least < most) {
    const int middle = least + (most - least + 1) / 2;
    cost_of(whole(make(middle))) <= reading::most_picture_cost ? least = middle : most = middle - 1;
  }
  return least;
}

double milliseconds(const std::string& svg, int times) {
  std::vector<double> all;
  for (int i = 0; i < times; ++i) {
    SDL_RWops* stream = SDL_RWFromConstMem(svg.data(), static_cast<int>(svg.size()));
    const std::clock_t begun = std::clock(); // of the processor: others may be at work beside
    SDL_Surface* drawn = IMG_LoadSizedSVG_RW(stream, 768, 336);
    all.push_back(1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
    SDL_FreeSurface(drawn);
    SDL_RWclose(stream);
  }
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

} // namespace

// "worst": one line for tools/bench: microseconds of the costliest, of an empty picture, and the shape's name.
int main(int argc, char** argv) {
  const int times = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
  const bool brief = argc > 2 && std::string(argv[2]) == "worst";
  const double bare = milliseconds(whole(""), times); // of the pixels alone
  double worst = 0;
  std::string worst_name;
  if (!brief) fmt::print("{:<26} {:>8} {:>12} {:>9} {:>14}\n", "shape of cost", "parts", "cost", "ms", "ns a unit");
  for (const auto& [name, make] : shapes) {
    const int parts = most_parts(make);
    const std::string svg = whole(make(parts));
    const std::int64_t cost = cost_of(svg);
    if (cost > reading::most_picture_cost) continue; // even one of it is refused
    const double took = milliseconds(svg, times);
    if (took > worst) worst = took, worst_name = name;
    if (!brief)
      fmt::print("{:<26} {:>8} {:>12} {:>9.1f} {:>14.3f}\n", name, parts, cost, took, (took - bare) * 1e6 / static_cast<double>(cost));
  }
  if (brief) fmt::print("{:.0f} {:.0f} {}\n", worst * 1000, bare * 1000, worst_name);
  return 0;
}
