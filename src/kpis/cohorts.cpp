#include "kpis/cohorts.h"

#include "base/civil_date.h"

namespace pegel::kpis {

namespace {

constexpr int32_t kMonths = 12;

struct Cohort {
  int64_t customers = 0;
  int64_t again[kMonths] = {};  // by months later

  void add(std::span<const partial::Visit> orders, int32_t last) {
    const int32_t began = base::month_of(orders.front().day);
    ++customers;
    int32_t counted = began;
    for (const partial::Visit& order : orders) {
      const int32_t month = base::month_of(order.day);
      if (month == counted || month > last) continue;
      counted = month;
      ++again[month - began];
    }
  }
  TableCell share(int32_t later) const {
    return {static_cast<double>(again[later]) / static_cast<double>(customers), {}};
  }
};

std::vector<TableCell> row_of(const Cohort& cohort, int32_t month, int32_t last) {
  std::vector<TableCell> row{{{}, base::iso_date(base::first_of_month(month)).substr(0, 7)},
                             {static_cast<double>(cohort.customers), {}}};
  for (int32_t later = 1; later < kMonths; ++later) {
    row.push_back(month + later > last ? TableCell{} : cohort.share(later));
  }
  return row;
}

}  // namespace

Table cohorts_of(const partial::Visits& orders, int32_t last) {
  const int32_t first = last - kMonths + 1;
  Cohort cohorts[kMonths];
  orders.each_customer([&](std::span<const partial::Visit> own) {
    const int32_t began = base::month_of(own.front().day);
    if (began >= first && began <= last) cohorts[began - first].add(own, last);
  });
  Table table{"cohorts", {}, {}, {{"cohort", "text"}, {"customers", "count"}}, {}, {}};
  for (int32_t later = 1; later < kMonths; ++later) table.columns.push_back({std::to_string(later), "share"});
  for (int32_t c = 0; c < kMonths; ++c) {
    if (cohorts[c].customers > 0) table.rows.push_back(row_of(cohorts[c], first + c, last));
  }
  return table;
}

}  // namespace pegel::kpis
