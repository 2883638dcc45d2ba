#pragma once
// x of n.

#include <tuple>

#include "partial/count.h"

namespace pegel::partial {

struct Ratio {
  Count x;  ///< those that have it; never more than n
  Count n;  ///< all that could

  void add(bool has) {
    x.add(has ? 1 : 0);
    n.add();
  }
  auto fields() { return std::tie(x, n); }
  auto fields() const { return std::tie(x, n); }
};

}  // namespace pegel::partial
