#pragma once
// A KPI's own description, as data. Tiles, catalogue, docs, SQL and tests are read off it.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "pegel/role.h"

namespace pegel {

/// At most N values as part of a constant.
template <class T, std::size_t N>
class Few {
 public:
  constexpr Few() = default;
  constexpr Few(std::initializer_list<T> values) {
    for (const T& value : values) values_[size_++] = value;  // one too many does not compile
  }
  constexpr void add(const T& value) { values_[size_++] = value; }  ///< of at most N
  constexpr const T* begin() const { return values_; }
  constexpr const T* end() const { return values_ + size_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr const T& operator[](std::size_t i) const { return values_[i]; }

 private:
  T values_[N]{};
  uint8_t size_ = 0;
};

enum class Unit : uint8_t {
  count,
  money,  ///< in the rows' currency
  share,  ///< 0…1, shown as per cent
  days,
  money_per_day,
  net_score,  ///< -100…100
  index,      ///< 100 = reference
  points,     ///< 0…100, or how far two such are apart
  hours,
  seconds,
  ratio,         ///< one thing per another
  per_thousand,  ///< events per 1,000
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
  int times = 1;
  std::string_view line;
};

/// A tiny file of another kind, with role names as header.
struct ExampleFile {
  Kind kind = Kind::none;
  std::string_view header;
  Few<ExampleRows, 12> rows;
};

/// A worked example: a tiny file with role names as header, and what must come out. Tolerance: 5e-5 relative.
struct Example {
  std::string_view header;
  Few<ExampleRows, 36> rows;
  Few<ExampleFile, 2> also{};   ///< the files of other kinds beside it
  std::optional<double> value;  ///< empty: must be undefined
  std::optional<double> low{};
  std::optional<double> high{};
  std::optional<int64_t> n{};
  std::string_view undefined{};  ///< the reason, when `value` is empty
  std::string_view by{};         ///< "partner_id=B": the value of that cell instead of the total
  std::string_view variant{};    ///< empty: the default
  std::string_view today = "2026-12-31";
};

/// A role of another kind of rows.
struct Need {
  Kind kind = Kind::none;
  Role role = Role::none;   ///< none: any of its rows
  std::string_view word{};  ///< of a canonical role: what some of its rows have to say, as far as files were looked at
};

struct Variant {
  std::string_view id;
  std::string_view meaning;  ///< of one that is not computed: why no file can tell it, too
  bool is_default = false;
  bool computed = true;        ///< a Plan may choose it; false: named only so that it is not taken for this KPI
  std::string_view formula{};  ///< empty: the Card's
  Kind kind = Kind::none;      ///< of its rows; none: it counts as the Card says
  Few<Role, 4> needs{};        ///< of those rows, instead of the Card's
  Role date = Role::none;      ///< of those rows, instead of the Card's
  std::string_view sql{};      ///< as Card::sql; the default's is the Card's
  std::optional<Unit> unit{};  ///< here and below, none: the Card's
  std::optional<Direction> direction{};
  std::optional<Semantic> semantic{};
  Few<Need, 2> also{};  ///< what rows of other kinds it needs; without a `kind` of its own beside the Card's
  bool stands_in =
      true;  ///< of a `kind` of its own: where the Card's roles are missing it is computed, though nobody chose it
};

struct Card {
  std::string_view id;       ///< the file's name
  std::string_view name;     ///< English
  std::string_view meaning;  ///< English, one sentence
  std::string_view formula;  ///< with {parts} of the Estimate: "{won} / ({won} + {lost})"
  std::string_view source;   ///< where the definition comes from
  Kind kind = Kind::none;
  Few<Role, 12> needs{};
  Few<Need, 7> also{};  ///< what rows of other kinds it needs
  Few<Role, 8> uses{};  ///< optional roles that change the number or its interval
  Unit unit = Unit::count;
  Direction direction = Direction::up;
  Semantic semantic = Semantic::flow;
  Role date = Role::none;  ///< the day that places a row in a period
  Role by = Role::none;    ///< the only dimension it says something about; none: any
  Few<Variant, 6> variants{};
  std::string_view rests_on{};  ///< the KPI whose total it needs; empty: none
  /// Ids of KPIs that its table "panel" shows side by side, by the values of `by`; it has no other breakdown.
  Few<std::string_view, 6> panel{};
  /// Over views named as kinds, with role names as columns; gives one row, one column `value`. Empty: what the KPI's
  /// Measures say. A KPI that looks at periods itself finds its own in the view `period`, one row of the days `first` and
  /// `last`; `before_first` and `before_last` are those of the period before, `year_` a year before, `third_` three
  /// periods before. Where the views hold a part of the rows, or those of a period, all of a kind are in `all_<kind>`.
  std::string_view sql{};
};

/// What one row is and which day places it in a period, by a variant.
struct Counted {
  Kind kind = Kind::none;
  Role date = Role::none;
};
Counted counted_by(const Card& card, std::string_view variant);

/// What a value is, which way is better, and what of time it is about, by a variant.
struct Way {
  Unit unit = Unit::count;
  Direction direction = Direction::up;
  Semantic semantic = Semantic::flow;
};
Way way_of(const Card& card, std::string_view variant);

/// The formula of a variant; "" and unknown variants: the Card's.
std::string_view formula_of(const Card& card, std::string_view variant);

}  // namespace pegel
