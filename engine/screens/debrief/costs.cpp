// The table of what cost points: so many rows, the others in one, and at the foot what was kept.
#include "engine/screens/debrief/parts.h"

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

Box cost_line(Box words, std::string_view time, std::string_view points, Colour ink) {
  return box::row({.gap = 12}, std::move(words).grow(), box::text(time, Type::small, Colour::mut, {.tabular = true}),
                  box::row({.along = Along::end}, box::text(points, Type::body_bold, ink, {.tabular = true})).least(44, 0))
      .least(0, 40);
}

Box cost_row(const DebriefCost& cost) {
  Box words = box::row({.gap = 12, .pad = pad(0, 4)}, box::icon(cost.icon, 18, Colour::mut), box::text(cost.words, Type::small).grow());
  return cost_line(std::move(words), cost.time, cost.points, Colour::loss);
}

} // namespace

Box costs(DrawContext& d, std::size_t rows) {
  const DebriefCosts& all = d.state.costs;
  if (all.rows.empty()) return {};
  Box table = box::column({.pad = pad(20, 0)},
                          box::row({.gap = 12}, box::text(all.title, Type::body_bold, Colour::text, {.role = Role::heading}).grow(),
                                   box::text(all.unit, Type::small, Colour::mut))
                              .least(0, 40));
  for (std::size_t i = 0; i < std::min(rows, all.rows.size()); ++i) {
    table.add(box::line());
    table.add(cost_row(all.rows[i]));
  }
  if (rows < all.rows.size()) {
    table.add(box::line());
    table.add(cost_line(box::text(all.rest[rows].words, Type::small), {}, all.rest[rows].points, Colour::loss));
  }
  table.add(box::line(Colour::text));
  table.add(cost_line(box::text(all.kept, Type::body_bold), {}, all.kept_points, Colour::text));
  return box::card(std::move(table));
}

} // namespace firsthand::screens::debrief
