// Columns of text, as wide as what stands in them.
#include "engine/base/utf8.h"
#include "engine/report/statistics_told.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace firsthand::report {

namespace {

using Lines = std::vector<std::vector<std::string>>;

// Of the first `words` columns the beginnings stand below each other, of the others the ends.
std::string in_columns(const Lines& lines, std::size_t words = 1) {
  std::vector<std::size_t> widths;
  for (const auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], base::count_code_points(line[i]));
    }
  std::string out;
  for (const auto& line : lines) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string blanks(widths[i] - base::count_code_points(line[i]), ' ');
      text += (i == 0 ? "" : "  ") + (i < words ? line[i] + blanks : blanks + line[i]);
    }
    out += text.erase(text.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

std::string counted(std::size_t count, std::string_view one) { return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s"); }

std::string weight_told(const FormFigures& form) {
  const std::string of = fmt::format("{}, {}: ", counted(form.persons, "person"), counted(form.items.size(), "item"));
  if (form.weight == Weight::counts) return of + "fewer than 10 persons, read the counts; the figures say nothing of an item\n";
  if (form.weight == Weight::intervals) return of + "fewer than 50 persons, read the intervals (95 %); nothing is flagged\n";
  return of + "flagged is what lies below its limit with all of its interval (95 %)\n";
}

std::string with_interval(Figure value, const std::optional<Interval>& interval) {
  return in_figures(value) + (interval ? " " + in_figures(interval) : "");
}

std::string flags_of(const ItemFigures& item) { return std::string(item.hard ? " hard" : "") + (item.weak ? " weak" : ""); }

std::vector<std::string> line_of(const ItemFigures& item, std::size_t persons) {
  return {item.name,
          fmt::format("{} of {}", in_figures(item.points), persons),
          with_interval(item.ease, item.ease_interval),
          in_figures(item.guess),
          with_interval(item.discrimination, item.discrimination_interval),
          in_figures(item.efficiency),
          in_figures(item.alpha_without),
          flags_of(item)};
}

std::vector<std::string> line_of(const ItemFigures& item, const OptionFigures& option) {
  return {item.name,
          option.option + (option.is_key ? " (right)" : ""),
          std::to_string(option.chosen),
          with_interval(option.share, option.share_interval),
          in_figures(option.mean_rest),
          std::string(option.rare ? " rare" : "") + (option.above_key ? " check the key" : "")};
}

// What nothing is known of takes no room.
void drop_guesses(const FormFigures& form, Lines& lines) {
  constexpr std::ptrdiff_t guess = 3;
  if (std::any_of(form.items.begin(), form.items.end(), [](const ItemFigures& item) { return item.guess.has_value(); })) return;
  for (auto& line : lines)
    line.erase(line.begin() + guess);
}

std::string items_told(const FormFigures& form) {
  Lines lines{{"item", "points", "F", "guess", "D", "DE", "α without", ""}};
  for (const ItemFigures& item : form.items)
    lines.push_back(line_of(item, form.persons));
  drop_guesses(form, lines);
  return in_columns(lines);
}

std::string options_told(const FormFigures& form) {
  Lines lines{{"item", "option", "chosen", "share", "mean of the rest", ""}};
  for (const ItemFigures& item : form.items)
    for (const OptionFigures& option : item.options)
      lines.push_back(line_of(item, option));
  return lines.size() > 1 ? "\n" + in_columns(lines, 2) : "";
}

// The item without which the form would be most of one piece, if it would be more so than with it.
std::string best_without(const FormFigures& form) {
  const ItemFigures* best = nullptr;
  for (const ItemFigures& item : form.items)
    if (item.alpha_without && (best ? *item.alpha_without > *best->alpha_without : *item.alpha_without > *form.alpha)) best = &item;
  return best ? fmt::format(" ({} without {})", in_figures(best->alpha_without), best->name) : "";
}

std::string form_told(const FormFigures& form) {
  std::string out = fmt::format("\nmean {}, SD {}, α {}{}, SEM {}\n", in_figures(form.mean), in_figures(form.deviation),
                                in_figures(form.alpha), form.alpha ? best_without(form) : "", in_figures(form.error));
  if (!form.cut) return out;
  const Figure same = form.consistency ? Figure(form.consistency->same) : Figure();
  return out + fmt::format("cut {}: p₀ {}, κ {}\n", *form.cut, in_figures(same),
                           in_figures(form.consistency ? form.consistency->kappa : Figure()));
}

std::string cohort_told(const CohortGain& gain) {
  const std::string pairs = counted(gain.pairs.size(), "pair"), start = "G " + in_figures(gain.gain);
  if (gain.interval) return fmt::format("{} {}, {}\n", start, in_figures(gain.interval), pairs);
  const char* why = gain.pairs.size() < 5 ? "no interval below 5 pairs" : "no interval: too little was missing before, or too unevenly";
  return fmt::format("{}, {} ({})\n", start, pairs, why);
}

constexpr const char* nothing_sat = "no test was handed in that counts\n";

std::string rounded(Figure per_mille) { return per_mille ? std::to_string(std::llround(*per_mille)) : in_figures(per_mille); }

} // namespace

std::string told(const FormFigures& form) { return weight_told(form) + items_told(form) + options_told(form) + form_told(form); }

RecordedFigures figures_of(const RecordedForm& form, std::optional<std::size_t> cut) {
  return {form.test, form.form, form.role, form.doctrine, form.language, form.head(), form_figures(form.answers, cut ? cut : form.cut)};
}

std::vector<RecordedGain> gains_of(const RecordedTests& tests) {
  std::vector<RecordedGain> all;
  for (const std::string& test : tests.tests())
    all.push_back({test, cohort_gain(tests.before_and_after(test))});
  return all;
}

std::string told(const std::vector<RecordedFigures>& forms) {
  std::string out;
  for (const RecordedFigures& form : forms)
    out += (out.empty() ? "" : "\n") + form.head + "\n" + told(form.figures);
  return out.empty() ? nothing_sat : out;
}

std::string told(const std::vector<AnchorMeans>& anchors) {
  std::string out;
  for (const AnchorMeans& means : anchors) {
    out += fmt::format("\n{}: {} in all forms\n", means.head, counted(means.anchors, "question"));
    Lines lines{{"form", "persons", "mean of these", "mean of the rest"}};
    for (const AnchorMeans::Form& form : means.forms)
      lines.push_back({form.form, std::to_string(form.persons), in_figures(form.anchors), in_figures(form.rest)});
    out += in_columns(lines);
  }
  return out;
}

std::string told(const std::vector<RecordedGain>& gains) {
  std::string out;
  for (const RecordedGain& one : gains)
    out += (out.empty() ? "" : "\n") + one.test + "\n" + told(one.gain);
  return out.empty() ? nothing_sat : out;
}

std::string told(const CohortGain& gain) {
  std::string out = cohort_told(gain);
  if (gain.bootstrap) out += fmt::format("bootstrap {}\n", in_figures(gain.bootstrap));
  out += fmt::format("{} enrolled: {} with both, {} baseline only, {} final only, {} neither\n", gain.enrolled, gain.pairs.size(),
                     gain.before_only, gain.after_only, gain.neither);
  Lines lines{{"person", "pre", "post", "c"}};
  for (const PersonGain& pair : gain.pairs)
    lines.push_back({pair.person, in_figures(pair.before), in_figures(pair.after), in_figures(pair.gain)});
  return lines.size() > 1 ? out + "\n" + in_columns(lines) : out;
}

std::string told(const CutFigures& cut) {
  std::string out = fmt::format("cut {} of {} ({} per mille), SE {}, {}\n", in_figures(cut.points), counted(cut.items.size(), "point"),
                                rounded(cut.per_mille()), in_figures(cut.error), counted(cut.judges.size(), "judge"));
  if (cut.judges.size() < least_judges) out += fmt::format("fewer than {} judges: this cut is provisional\n", least_judges);
  Lines judges{{"judge", "points"}}, items{{"item", "mean", "SD"}};
  for (const CutFigures::Judge& judge : cut.judges)
    judges.push_back({judge.name, in_figures(judge.points)});
  for (const CutFigures::Item& item : cut.items)
    items.push_back({item.name, in_figures(item.mean), in_figures(item.deviation)});
  return out + "\n" + in_columns(judges) + "\n" + in_columns(items);
}

} // namespace firsthand::report
