// The shortest part of a list that still fails: ddmin, by leaving out ever smaller pieces. Knows nothing of what fails.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

namespace firsthand::tools {

// `fails` is asked at most `most_tries` times; `all` is known to fail. Order is kept. What comes out fails, and if there were
// tries enough, no single piece of it can be left out.
template<class T>
std::vector<T> shortest_failing(std::vector<T> all, const std::function<bool(const std::vector<T>&)>& fails, int most_tries) {
  std::size_t pieces = 2;
  while (all.size() > 1 && most_tries > 0) {
    const std::size_t length = (all.size() + pieces - 1) / pieces;
    bool shorter = false;
    for (std::size_t from = 0; from < all.size() && most_tries > 0; from += length) {
      std::vector<T> rest(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(from));
      rest.insert(rest.end(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), from + length)), all.end());
      --most_tries;
      if (rest.empty() || !fails(rest)) continue;
      all = std::move(rest), shorter = true, pieces = std::max<std::size_t>(2, pieces - 1);
      break;
    }
    if (shorter) continue;
    if (length == 1) break;
    pieces = std::min(all.size(), pieces * 2);
  }
  return all;
}

} // namespace firsthand::tools
