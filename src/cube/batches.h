#pragma once
// What one engine has read: the Batches of each Source with the count of rows that did not make it into one.

#include <vector>

#include "dataset/frame.h"
#include "pegel/engine.h"

namespace pegel {

struct Batches::Body {
  struct Part {
    std::size_t source = 0;
    std::vector<table::Batch> batches;
    int64_t rows_read = 0;
    int64_t rows_left_out = 0;
    Issues issues;
  };
  std::vector<Part> parts;
};

}  // namespace pegel
