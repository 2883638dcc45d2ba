#pragma once
// Units seen twice: the same deal, response or partner in two rows, of one file or of two.

#include <vector>

#include "cube/batches.h"
#include "cube/body.h"
#include "pegel/engine.h"

namespace pegel::cube {

/// Rows to leave out, by part and batch of `batches`; an empty vector: none of the batch. Of the rows with one identity
/// the latest stays: by modified, else closed, else created, else at; then by Source and line. Equal rows raise "id.dup", differing ones
/// "id.conflict".
struct Duplicates {
  std::vector<std::vector<std::vector<uint8_t>>> dropped;
  bool is(std::size_t part, std::size_t batch, std::size_t row) const {
    const auto& rows = dropped[part][batch];
    return !rows.empty() && rows[row] != 0;
  }
};
Duplicates find_duplicates(const Plan& plan, const Batches::Body& batches, Issues& issues,
                           std::vector<SourceRows>& sources);

}  // namespace pegel::cube
