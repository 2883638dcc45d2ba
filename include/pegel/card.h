#pragma once
// A KPI's own description, as data. Tiles, catalogue, docs, SQL and tests are read off it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pegel/role.h"

namespace pegel {

enum class Unit : uint8_t {
  count,
  money,  ///< in the rows' currency
  share,  ///< 0…1, shown as per cent
  days,
  money_per_day,
  net_score,  ///< -100…100
  index,      ///< 100 = reference
  points,     ///< 0…100
};
enum class Direction : uint8_t { up, down, neither };  ///< which way is better
enum class Semantic : uint8_t {
  flow,      ///< rows whose date lies in the period
  cohort,    ///< rows that entered in the period, followed until the end of the data
  duration,  ///< rows finished in the period
  stock,     ///< state at the end of the period
};
std::string_view name_of(Unit unit);
std::string_view name_of(Direction direction);
std::string_view name_of(Semantic semantic);

/// `times` equal rows of an example file; '#' in `line` becomes a running number over all rows of the example.
struct ExampleRows {
  int times;
  std::string_view line;
};

/// A worked example: a tiny file with role names as header, and what must come out. Tolerance: 5e-5 relative.
struct Example {
  std::string_view header;
  std::vector<ExampleRows> rows;
  std::optional<double> value;  ///< empty: must be undefined
  std::optional<double> low{};
  std::optional<double> high{};
  std::optional<int64_t> n{};
  std::string_view undefined{};  ///< the reason, when `value` is empty
  std::string_view by{};         ///< "partner_id=B": the value of that cell instead of the total
  std::string_view variant{};    ///< empty: the default
  std::string_view today = "2026-12-31";
};

struct Variant {
  std::string_view id;
  std::string_view meaning;
  bool is_default = false;
  bool computed = true;        ///< a Plan may choose it; false: named only so that it is not taken for this KPI
  std::string_view formula{};  ///< empty: the Card's
};

struct Card {
  std::string_view id;       ///< the file's name
  std::string_view name;     ///< English
  std::string_view meaning;  ///< English, one sentence
  std::string_view formula;  ///< with {parts} of the Estimate: "{won} / ({won} + {lost})"
  std::string_view source;   ///< where the definition comes from
  Kind kind = Kind::none;
  std::vector<Role> needs;
  std::vector<Role> uses;  ///< optional roles that change the number or its interval
  Unit unit = Unit::count;
  Direction direction = Direction::up;
  Semantic semantic = Semantic::flow;
  Role date = Role::none;  ///< the day that places a row in a period
  Role by = Role::none;    ///< the only dimension it says something about; none: any
  std::vector<Variant> variants;
  std::string_view rests_on{};  ///< the KPI whose total it needs; empty: none
  std::string_view
      sql;  ///< over a view named as the kind, with role names as columns; gives one row, one column `value`
  std::vector<Example> examples;
};

/// The formula of a variant; "" and unknown variants: the Card's.
std::string_view formula_of(const Card& card, std::string_view variant);

}  // namespace pegel
