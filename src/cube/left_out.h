#pragma once
// The rows that were read and reach no KPI, whatever it is.

#include "cube/batches.h"
#include "pegel/engine.h"

namespace pegel::cube {

/// See RowsQuery::left_out. Reasons: the codes of row_rules.h, "wide.empty", and "duplicate" of identity.h.
/// Error: "rows.use".
Result<RowsPage> left_out(const Plan& plan, const Batches::Body& batches, const RowsQuery& query);

}  // namespace pegel::cube
