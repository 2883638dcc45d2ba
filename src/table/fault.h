#pragma once
// Why a cell is not what its column's type wants, as the code of an Issue.

#include <cstdint>
#include <string_view>
#include <vector>

#include "pegel/plan.h"
#include "table/number_format.h"

namespace pegel::table {

/// "" for a number without fault, else "num.text", "num.style_contradicted", "num.undecided", "num.too_large" (all of
/// them unreadable) or "num.too_fine" (rounded).
std::string_view code_of(NumberFault fault);
/// Of a number read as so many: "num.thousands", "num.millions", "num.billions".
/// Of a cell that is a number, yet unlike its column's: "num.percent" with a % sign where the column has none, "num.zeros" of
/// whole numbers that begin with zeros; else empty.
std::string_view code_of_oddity(std::string_view cell, const SourceColumn& column);
std::string_view code_of_power(int power);
/// Of a cell that the column's type and format do not read: "num.…", "bool.text", "date.text", or
/// "date.order_contradicted" where another order of day, month and year reads it.
std::string_view code_of_unreadable(std::string_view cell, const SourceColumn& column);

/// Cells with a fault in one block of one column: by code, how many, and the records of the first kIssuePlaces.
class Faults {
 public:
  struct Fault {
    std::string_view code;
    int64_t count = 0;
    std::vector<uint32_t> records;
  };

  void add(std::string_view code, uint32_t record);
  const std::vector<Fault>& list() const { return list_; }
  void clear() { list_.clear(); }

 private:
  std::vector<Fault> list_;
};

}  // namespace pegel::table
