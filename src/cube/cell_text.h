#pragma once
// Cells of Batches as text for people.

#include <string>

#include "dataset/frame.h"

namespace pegel::cube {

/// A number in shortest decimal text, a day as "2026-03-14", an instant as "2026-03-14 10:15:00", a flag as true or false;
/// empty where there is none.
std::string cell_text(const table::Column& column, std::size_t row);

}  // namespace pegel::cube
