#pragma once
// A Source with one Batch of rows, column by column.

#include <optional>
#include <string>
#include <vector>

#include "base/civil_date.h"
#include "dataset/frame.h"

namespace pegel::dataset::test {

inline constexpr int64_t kHour = 3'600'000;

class BatchBuilder {
 public:
  explicit BatchBuilder(Kind kind) {
    source_.file = "file.csv";
    source_.kind = kind;
    batch_.first_line = 2;
  }

  BatchBuilder& words(Role role, const std::vector<std::string>& values, const std::string& name = {}) {
    table::CategoryColumn column{std::make_shared<table::Dictionary>(), {}};
    for (const std::string& value : values) column.codes.push_back(column.dictionary->code_of(value));
    return add(role, ColumnType::category, std::move(column), values.size(), name);
  }
  BatchBuilder& texts(Role role, const std::vector<std::string>& values) {
    table::TextColumn column;
    for (const std::string& value : values) {
      column.bytes += value;
      column.ends.push_back(static_cast<uint32_t>(column.bytes.size()));
    }
    return add(role, ColumnType::text, std::move(column), values.size());
  }
  BatchBuilder& numbers(Role role, const std::vector<double>& values) {
    table::NumberColumn column;
    for (const double value : values) column.values.push_back(static_cast<base::Micros>(value * 1e6));
    return add(role, ColumnType::number, std::move(column), values.size());
  }
  BatchBuilder& days(Role role, const std::vector<std::string>& values) {
    table::DateColumn column;
    for (const std::string& value : values) {
      column.days.push_back(value.empty() ? kMissing<Day>
                                          : base::parse_iso_date(value).value_or(table::kUnreadable<Day>));
    }
    return add(role, ColumnType::date, std::move(column), values.size());
  }
  BatchBuilder& instants(Role role, std::vector<int64_t> millis) {
    const std::size_t rows = millis.size();
    return add(role, ColumnType::instant, table::InstantColumn{std::move(millis)}, rows);
  }
  BatchBuilder& flags(Role role, std::vector<int8_t> values) {
    const std::size_t rows = values.size();
    return add(role, ColumnType::boolean, table::BooleanColumn{std::move(values)}, rows);
  }
  BatchBuilder& meaning(Role role, const std::string& raw, const std::string& canonical) {
    source_.values.push_back({role, raw, canonical, 0});
    return *this;
  }

  Source& source() { return source_; }
  const table::Batch& batch() const { return batch_; }
  Frame frame(const Plan& plan = {}) const { return Frame(source_, batch_, plan); }

 private:
  BatchBuilder& add(Role role, ColumnType type, table::Column column, std::size_t rows, const std::string& name = {}) {
    const auto index = static_cast<int>(source_.columns.size());
    source_.columns.push_back({index, name.empty() ? std::string(name_of(role)) : name, type, {}, {}, role});
    batch_.columns.push_back(std::move(column));
    batch_.rows = rows;
    batch_.lines.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) batch_.lines[row] = static_cast<uint32_t>(row);
    return *this;
  }

  Source source_;
  table::Batch batch_;
};

}  // namespace pegel::dataset::test
