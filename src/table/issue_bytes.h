#pragma once
// Issues as bytes.

#include "base/byte_io.h"
#include "pegel/issue.h"

namespace pegel::table {

void write_issues(const Issues& issues, base::ByteWriter& writer);
/// Stops where the reader fails.
void read_issues(base::ByteReader& reader, Issues& into);

}  // namespace pegel::table
