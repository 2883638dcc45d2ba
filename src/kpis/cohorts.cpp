#include "kpis/cohorts.h"

#include "base/civil_date.h"
#include "kpis/active.h"

namespace pegel::kpis {

namespace {

constexpr int32_t kMonths = 12;

struct Cohort {
  int64_t members = 0;
  int64_t again[kMonths] = {};  // by months later

  void add(int32_t began, std::span<const partial::Visit> visits, int32_t last) {
    ++members;
    int32_t counted = began;
    for (const partial::Visit& visit : visits) {
      const int32_t month = base::month_of(visit.day);
      if (month <= counted || month > last || month - began >= kMonths) continue;
      counted = month;
      ++again[month - began];
    }
  }
  TableCell share(int32_t later) const {
    return {static_cast<double>(again[later]) / static_cast<double>(members), {}};
  }
};

std::vector<TableCell> row_of(const Cohort& cohort, int32_t month, int32_t last) {
  std::vector<TableCell> row{{{}, base::iso_date(base::first_of_month(month)).substr(0, 7)},
                             {static_cast<double>(cohort.members), {}}};
  for (int32_t later = 1; later < kMonths; ++later) {
    row.push_back(month + later > last ? TableCell{} : cohort.share(later));
  }
  return row;
}

/// Of the twelve months up to `last`.
class Cohorts {
 public:
  explicit Cohorts(int32_t last) : first_(last - kMonths + 1), last_(last) {}

  void add(int32_t began, std::span<const partial::Visit> visits) {
    if (began < first_) earlier_ = true;
    if (began >= first_ && began <= last_) cohorts_[began - first_].add(began, visits, last_);
  }
  Table table(std::string_view id, std::string_view began, std::string_view members) const {
    Table table{std::string(id), {}, {}, {{std::string(began), "text"}, {std::string(members), "count"}}, {}, {}};
    for (int32_t later = 1; later < kMonths; ++later) table.columns.push_back({std::to_string(later), "share"});
    for (int32_t c = 0; c < kMonths; ++c) {
      if (cohorts_[c].members > 0) table.rows.push_back(row_of(cohorts_[c], first_ + c, last_));
    }
    if (earlier_ && !table.rows.empty()) table.notes.push_back("cohorts_cut");
    return table;
  }

 private:
  int32_t first_;
  int32_t last_;
  bool earlier_ = false;
  Cohort cohorts_[kMonths];
};

}  // namespace

Table cohorts_of(const partial::Visits& orders, int32_t last) {
  Cohorts cohorts(last);
  orders.each_customer([&](std::span<const partial::Visit> own) { cohorts.add(base::month_of(own.front().day), own); });
  return cohorts.table("cohorts", "cohort", "customers");
}

Table cohorts_of(const partial::Stays& enrolled, const partial::Visits& sales, int32_t last) {
  Cohorts cohorts(last);
  with_visits(enrolled.all(), sales, [&](const partial::Stay& stay, std::span<const partial::Visit> own) {
    cohorts.add(base::month_of(stay.from), own);
  });
  return cohorts.table("seller_cohorts", "period", "distributors");
}

}  // namespace pegel::kpis
