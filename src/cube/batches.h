#pragma once
// What one engine has read: the Batches of each Source with the count of rows that did not make it into one.

#include <memory>
#include <vector>

#include "dataset/frame.h"
#include "dataset/lent.h"
#include "pegel/engine.h"

namespace pegel {

namespace cube {
struct KeptDuplicates;  // cube/identity.cpp
struct Lending;         // cube/lending.h
struct Prepared;        // cube/prepared.h
}  // namespace cube

struct Batches::Body {
  struct Part {
    std::size_t source = 0;
    std::vector<table::Batch> batches;
    int64_t rows_read = 0;
    int64_t rows_left_out = 0;
    Issues issues;
    table::LeftOut left_out;
  };
  std::vector<Part> parts;
  // Of these parts, kept for the next plan; null: not made yet.
  mutable std::shared_ptr<const cube::KeptDuplicates> duplicates;
  mutable std::shared_ptr<cube::Lending> lending;
  mutable std::shared_ptr<cube::Prepared> prepared;
  std::shared_ptr<const cube::Lending> borrowed;  ///< from other engines; null: nothing yet
};

}  // namespace pegel
