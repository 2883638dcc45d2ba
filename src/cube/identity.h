#pragma once
// Units seen twice: the same deal, response or partner in two rows, of one file or of two.

#include <memory>
#include <vector>

#include "cube/batches.h"
#include "pegel/engine.h"

namespace pegel::cube {

/// Rows to leave out, by part and batch of the Batches; an empty vector: none of the batch. Of the rows with one identity
/// the latest stays: by modified, else closed, else created, else at; then by Source and line. Equal rows raise "id.dup",
/// differing ones "id.conflict". Of a file given twice all rows are left out ("file.twice"); equal rows without an id stay
/// and raise "row.repeated".
struct Duplicates {
  std::vector<std::vector<std::vector<uint8_t>>> dropped;
  Issues issues;
  std::vector<int64_t> left_out;  ///< rows, by Source of the plan
};

/// Found once for the same Batches and Sources; then kept with the Batches.
std::shared_ptr<const Duplicates> duplicates_of(const Plan& plan, const Batches::Body& batches);

}  // namespace pegel::cube
