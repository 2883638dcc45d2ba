#pragma once
// The rows behind the number of a KPI that looks at all days: those whose entity, taken alone, has a part in it, and that
// would have it so themselves.

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "kpis/kpi.h"

namespace pegel::cube {

/// Of a KPI of Measures of one kind that looks at no entity beside others, in a period that the plan names; of others it
/// tells nothing.
class Behind {
 public:
  Behind(const Plan& plan, const kpis::Kpi& kpi);

  bool tells() const { return tells_; }
  /// First at all Frames. `rows`: of the cell.
  void look(const kpis::Frame& frame, const std::vector<uint32_t>& rows);
  /// Then of each Frame: 1 by row of those that the number rests on. Where it rests on no entity alone all are.
  std::vector<uint8_t> of(const kpis::Frame& frame, const std::vector<uint32_t>& rows);

 private:
  using Cells = std::vector<kpis::MeasureCells>;  // by Measure of the KPI

  Cells no_cells(std::size_t size) const;
  void add(Cells& cells, const kpis::Frame& frame, const std::vector<uint32_t>& rows,
           const std::vector<uint32_t>& cell_of, std::size_t size) const;
  std::size_t entity_of(const kpis::Frame& frame, uint32_t row);
  std::vector<uint8_t> having_part(const Cells& cells, std::size_t size) const;
  void find_entities();

  const Plan& plan_;
  const kpis::Kpi& kpi_;
  std::string_view variant_;
  bool tells_;
  Role entity_ = Role::none;  // none: each row is one
  std::vector<std::size_t> measures_;
  Cells by_entity_;
  std::map<uint64_t, std::size_t> entities_;
  std::vector<uint8_t> has_part_;  // by entity; empty: not found yet
};

}  // namespace pegel::cube
