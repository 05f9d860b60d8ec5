// Lines of the notebook as the session keeps them: in order, each once, whatever came first.
#include "engine/session/noted.h"

#include <doctest/doctest.h>

using namespace firsthand::session;

TEST_CASE("session: a line of the notebook is kept once, and in one order") {
  NotedLines one, other;
  for (const NotedLine& line : {NotedLine{3, 1, 2}, {1, 1, 1}, {3, 1, 0}, {1, 1, 1}})
    note_line(one, line);
  for (const NotedLine& line : {NotedLine{1, 1, 1}, {3, 1, 0}, {3, 1, 2}})
    note_line(other, line);
  CHECK(one == other);
  CHECK(one.size() == 3);
  CHECK(has_line(one, {3, 1, 0}));
  CHECK_FALSE(has_line(one, {3, 1, 1}));
  CHECK_FALSE(has_line({}, {3, 1, 1}));
}
