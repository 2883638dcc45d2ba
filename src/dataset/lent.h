#pragma once
// What files lend to the rows of others: an n:1 join by keys, each different key looked up once.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "base/byte_io.h"
#include "dataset/aliases.h"
#include "dataset/links.h"
#include "table/batch.h"

namespace pegel::dataset {

/// What keys are compared by: blanks around them do not count.
std::string_view trimmed_key(std::string_view key);

/// What one kind's files hold under their ids. Keys are compared as texts, blanks around them cut, and told apart by 64 bits.
/// Of the rows with one id the latest lends: by kMoments, then by Source and line, as everywhere. Where no id matches, a
/// name does that only one id has.
class Lookup {
 public:
  struct Shape {
    Kind kind = Kind::none;
    Role id = Role::none;
    std::vector<std::string> columns;  ///< as LentColumn::column
  };
  static constexpr uint32_t kNoRow = UINT32_MAX;
  struct Found {
    uint32_t row = kNoRow;
    bool ambiguous = false;  ///< no row: the key is the name of several
  };

  explicit Lookup(Shape shape);
  const Shape& shape() const { return shape_; }
  std::size_t size() const { return rows_.size(); }

  /// `source`: its number in the plan. The Source is of the shape's kind.
  void add(const Source& of, std::size_t source, const table::Batch& batch);
  /// Any order; a row seen twice counts once. `other` is of the same shape.
  void merge(const Lookup& other);

  Found find(std::string_view key) const;
  std::optional<uint32_t> row_of(std::string_view id) const;
  bool is_later(uint32_t row, uint32_t than) const { return rows_[row].later_than(rows_[than]); }
  /// A key is here that differs by letter case, blanks or leading zeros only.
  bool has_alike(std::string_view key) const;
  /// Days are ISO texts, canonical values their names.
  const std::shared_ptr<table::Dictionary>& dictionary(std::size_t column) const { return columns_[column].values; }
  uint32_t code(std::size_t column, uint32_t row) const { return columns_[column].codes[row]; }

  /// Equal Lookups have equal bytes.
  void encode(base::ByteWriter& writer) const;
  void decode(base::ByteReader& reader);  ///< into an empty one

 private:
  struct Row {
    uint64_t key = 0;
    uint64_t folded = 0;
    int64_t moment = 0;
    uint64_t source = 0;
    int64_t line = 0;
    bool later_than(const Row& other) const;
  };
  struct LentValues {
    std::shared_ptr<table::Dictionary> values = std::make_shared<table::Dictionary>();
    std::vector<uint32_t> codes;  // by row
    void encode(const std::vector<uint32_t>& order, base::ByteWriter& writer) const;
    void decode(base::ByteReader& reader);
  };

  /// The row's number, where it is the latest of its key so far.
  std::optional<uint32_t> hold(const Row& row);
  void name(uint64_t name, uint64_t key);

  Shape shape_;
  std::vector<Row> rows_;
  std::vector<LentValues> columns_;
  tsl::robin_map<uint64_t, uint32_t> by_key_;
  tsl::robin_map<uint64_t, uint64_t> by_name_;  // to a key; 0: of several
  mutable std::vector<uint64_t> folded_;        // sorted, made when first asked for
};

/// Those that the links of a Plan ask, by kind, then by the id's role. What lies on a Way holds the next key as a column.
std::vector<Lookup::Shape> lookups_of(const Plan& plan);

/// All that the Sources of a Plan lend.
struct Lent {
  std::vector<Lookup> lookups;  ///< as lookups_of lists them

  /// Of the shape that the Plan's links want, with nothing in it.
  explicit Lent(const Plan& plan);
  bool empty() const { return lookups.empty(); }  ///< nobody lends
  void add(const Plan& plan, std::size_t source, const table::Batch& batch);
  void merge(const Lent& other);  ///< of an equal Plan
  const Lookup* find(Kind kind, Role id) const;
  void encode(base::ByteWriter& writer) const;
  /// False for bytes that encode() did not write for this Plan.
  bool decode(base::ByteReader& reader);
};

/// The Lent of one Source's rows. `lent` and `source` must outlive it. A key finds the latest row of those that it and the
/// keys find that the aliases say mean the same.
class Borrowed {
 public:
  Borrowed(const Lent& lent, const Source& source, const std::vector<Alias>& aliases);

  /// The values of Source::lent[index] for the rows of a Batch; all columns lent share their dictionary.
  table::CategoryColumn column(std::size_t index, const table::Batch& batch);
  /// What the keys of a column find, by row; rows without a key find nothing.
  const std::vector<Lookup::Found>& found(Role key, const Lookup& lookup, const table::Batch& batch);
  const Lent& lent() const { return lent_; }

 private:
  struct Keys {
    std::vector<Lookup::Found> by_row;
    const table::Batch* batch = nullptr;  // that `by_row` is of
    std::vector<Lookup::Found> by_code;
    const table::Dictionary* dictionary = nullptr;  // that `by_code` is of
  };
  Lookup::Found find(Role role, const Lookup& lookup, std::string_view key) const;
  /// The rows of the last Lookup of a column's Way that those of the nearest lead to.
  const std::vector<uint32_t>& led_to(std::size_t index, const Lookup& nearest);
  void follow(Role key, const Lookup& from, const Lookup* to, std::vector<uint32_t>& rows) const;
  void look_up(Role role, const table::CategoryColumn& column, const Lookup& lookup, Keys& keys) const;

  const Lent& lent_;
  const Source& source_;
  const Aliases aliases_;
  std::map<std::pair<Role, const Lookup*>, Keys> keys_;
  std::map<std::size_t, std::vector<uint32_t>> led_to_;  // by the first column of Source::lent over the Way
};

}  // namespace pegel::dataset
