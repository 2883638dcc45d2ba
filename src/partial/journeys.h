#pragma once
// What happened between a company and those who deal with it, row by row of several files, and by which ids rows belong
// together.

#include <cstdint>
#include <tuple>
#include <vector>

#include "partial/multiset.h"

namespace pegel::partial {

/// 56 bytes a row. Ids are entity_of their texts.
struct JourneyRow {
  static constexpr uint64_t kNoId = 0;
  static constexpr int32_t kNoDay = INT32_MIN;
  static constexpr int64_t kNoAmount = INT64_MIN;
  enum Kind : uint8_t { lead, deal, order };

  uint64_t lead_id = kNoId;
  uint64_t customer_id = kNoId;
  int32_t day = kNoDay;    ///< a lead or deal was created, an order placed
  int32_t later = kNoDay;  ///< a lead was qualified, a deal won
  int64_t amount = kNoAmount;
  uint32_t currency = 0;  ///< dataset::Currency
  Kind kind = lead;

  auto key() const { return std::make_tuple(kind, lead_id, customer_id, day, later, amount, currency); }
  bool operator<(const JourneyRow& o) const { return key() < o.key(); }
  bool operator==(const JourneyRow& o) const { return key() == o.key(); }
  void write(base::ByteWriter& writer, const JourneyRow&) const {
    writer.u64(kind);
    writer.u64(lead_id);
    writer.u64(customer_id);
    writer.i64(day);
    writer.i64(later);
    writer.i64(amount);
    writer.u64(currency);
  }
  static JourneyRow read(base::ByteReader& reader, const JourneyRow&) {
    JourneyRow row;
    const uint64_t kind = reader.u64();
    reader.require(kind <= order);
    row.kind = kind <= order ? static_cast<Kind>(kind) : lead;
    row.lead_id = reader.u64();
    row.customer_id = reader.u64();
    row.day = static_cast<int32_t>(reader.i64());
    row.later = static_cast<int32_t>(reader.i64());
    row.amount = reader.i64();
    row.currency = static_cast<uint32_t>(reader.u64());
    return row;
  }
};

using Journeys = Multiset<JourneyRow>;

}  // namespace pegel::partial
