#pragma once
// Rows that no id tells apart: a file given twice, and rows that repeat another of their file.

#include <vector>

#include "cube/batches.h"

namespace pegel::cube {

/// By Source: true for one with the bytes' length, the columns and, line by line, the rows of an earlier Source of its kind.
/// Each raises "file.twice" with the earlier one's name in values["file"].
std::vector<bool> copies_of(const Plan& plan, const Batches::Body& batches, Issues& issues);

/// "row.repeated" for each row of a Source without ids, of a kind that has them, that equals an earlier one in all columns read. Such
/// rows count: they may be two units that look alike. Of responses only where they name a customer: without, answers
/// are alike as a rule. `left_out`: Sources not to look at.
void note_repeats(const Plan& plan, const Batches::Body& batches, const std::vector<bool>& left_out, Issues& issues);

}  // namespace pegel::cube
