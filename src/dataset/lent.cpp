#include "dataset/lent.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/civil_date.h"
#include "dataset/frame.h"
#include "dataset/frame_read.h"
#include "table/lexical.h"

namespace pegel::dataset {

namespace {

uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

/// Of ASCII alone, as fold_case does it but for the blanks inside.
std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string folded(std::string_view key) {
  const bool plain = std::all_of(key.begin(), key.end(), [](char c) { return c >= ' ' && c < 0x7f; });
  std::string out;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (const char c : plain ? lower(key) : fold_case(key)) {
    if (c == ' ') continue;
    if (is_digit(c) && !out.empty() && out.back() == '0' && (out.size() == 1 || !is_digit(out[out.size() - 2]))) {
      out.back() = c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view text_at(const table::Column& column, std::size_t row) {
  if (const auto* text = std::get_if<table::TextColumn>(&column)) return text->at(row);
  if (const auto* category = std::get_if<table::CategoryColumn>(&column)) {
    return category->dictionary->value_of(category->codes[row]);
  }
  return {};
}

/// The columns of kMoments that a Batch has.
std::vector<const table::Column*> moments_of(const Source& source, const table::Batch& batch) {
  std::vector<const table::Column*> columns;
  for (const Role role : kMoments) {
    if (const table::Column* column = values_of(source, batch, role)) columns.push_back(column);
  }
  return columns;
}

int64_t moment_at(const std::vector<const table::Column*>& columns, std::size_t row) {
  for (const table::Column* column : columns) {
    if (const auto* date = std::get_if<table::DateColumn>(column); date != nullptr && known(date->days[row])) {
      return int64_t{date->days[row]} * 86'400'000;
    }
    const auto* instant = std::get_if<table::InstantColumn>(column);
    if (instant != nullptr && known(instant->millis[row])) return instant->millis[row];
  }
  return kMissing<int64_t>;
}

// Days and ids are no Dimensions.
bool is_dimension(const std::string& column) {
  const auto role = role_named(column);
  return !role || (type_of(*role) != RoleType::date && type_of(*role) != RoleType::id);
}

// A Frame of the lending rows with a Dimension for each column that may be one.
Plan plan_of(const Lookup::Shape& shape) {
  Plan plan;
  for (const std::string& column : shape.columns) {
    if (is_dimension(column)) plan.dimensions.push_back({column, {}, shape.kind});
  }
  return plan;
}

/// The codes that one column's values have in a Lookup, for the rows of a Frame.
std::vector<uint32_t> codes_of(const Frame& frame, const DimensionView& view, table::Dictionary& values) {
  std::vector<uint32_t> codes(frame.rows(), 0);
  if (view.codes == nullptr) return codes;
  std::vector<uint32_t> code_of(view.dictionary->size(), UINT32_MAX);
  for (std::size_t row = 0; row < codes.size(); ++row) {
    uint32_t& code = code_of[view.codes[row]];
    if (code == UINT32_MAX) code = values.code_of(view.dictionary->value_of(view.codes[row]));
    codes[row] = code;
  }
  return codes;
}

std::vector<uint32_t> codes_of(const Frame& frame, Role role, table::Dictionary& values) {
  std::vector<uint32_t> codes(frame.rows(), 0);
  const bool days = type_of(role) == RoleType::date;
  for (std::size_t row = 0; row < codes.size(); ++row) {
    const Day day = days ? frame.day(role, row) : kMissing<Day>;
    if (!days) codes[row] = values.code_of(frame.text(role, row));
    if (known(day)) codes[row] = values.code_of(base::iso_date(day));
  }
  return codes;
}

}  // namespace

std::string_view trimmed_key(std::string_view key) { return table::trim(key); }

bool Lookup::Row::later_than(const Row& other) const {
  return std::tie(moment, source, line) > std::tie(other.moment, other.source, other.line);
}

Lookup::Lookup(Shape shape) : shape_(std::move(shape)), columns_(shape_.columns.size()) {}

std::optional<uint32_t> Lookup::hold(const Row& row) {
  const auto [it, fresh] = by_key_.try_emplace(row.key, static_cast<uint32_t>(rows_.size()));
  if (fresh) {
    rows_.push_back(row);
    for (LentValues& column : columns_) column.codes.push_back(0);
    folded_.clear();
  } else if (row.later_than(rows_[it->second])) {
    rows_[it->second] = row;
  } else {
    return std::nullopt;
  }
  return it->second;
}

void Lookup::name(uint64_t name, uint64_t key) {
  const auto [it, fresh] = by_name_.try_emplace(name, key);
  if (!fresh && it->second != key) it.value() = 0;
}

void Lookup::add(const Source& of, std::size_t source, const table::Batch& batch) {
  const table::Column* ids = values_of(of, batch, shape_.id);
  if (ids == nullptr) return;
  const Plan plan = plan_of(shape_);
  const Frame frame(of, batch, plan);
  std::vector<std::vector<uint32_t>> codes;
  for (std::size_t c = 0, d = 0; c < columns_.size(); ++c) {
    table::Dictionary& values = *columns_[c].values;
    const std::string& column = shape_.columns[c];
    codes.push_back(is_dimension(column) ? codes_of(frame, frame.dimension(d++), values)
                                         : codes_of(frame, *role_named(column), values));
  }
  const table::Column* names = values_of(of, batch, Role::name);
  const auto moments = moments_of(of, batch);
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const std::string_view id = table::trim(text_at(*ids, row));
    if (id.empty()) continue;
    const uint64_t key = hash_of(id);
    const auto held =
        hold({key, hash_of(folded(id)), moment_at(moments, row), static_cast<uint64_t>(source), batch.line_of(row)});
    for (std::size_t c = 0; held && c < columns_.size(); ++c) columns_[c].codes[*held] = codes[c][row];
    const std::string_view called = names == nullptr ? std::string_view() : table::trim(text_at(*names, row));
    if (!called.empty()) name(hash_of(called), key);
  }
}

void Lookup::merge(const Lookup& other) {
  std::vector<std::vector<uint32_t>> code_of;  // there -> here
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    auto& codes = code_of.emplace_back();
    const table::Dictionary& values = *other.columns_[c].values;
    for (uint32_t code = 0; code < values.size(); ++code)
      codes.push_back(columns_[c].values->code_of(values.value_of(code)));
  }
  for (uint32_t row = 0; row < other.rows_.size(); ++row) {
    const auto held = hold(other.rows_[row]);
    for (std::size_t c = 0; held && c < columns_.size(); ++c) columns_[c].codes[*held] = code_of[c][other.code(c, row)];
  }
  for (const auto& [called, key] : other.by_name_) name(called, key);
}

std::optional<uint32_t> Lookup::row_of(std::string_view id) const {
  const auto row = by_key_.find(hash_of(table::trim(id)));
  return row == by_key_.end() ? std::nullopt : std::optional(row->second);
}

Lookup::Found Lookup::find(std::string_view key) const {
  const std::string_view trimmed = table::trim(key);
  if (trimmed.empty()) return {};
  const uint64_t hash = hash_of(trimmed);
  if (const auto row = by_key_.find(hash); row != by_key_.end()) return {row->second, false};
  const auto named = by_name_.find(hash);
  if (named == by_name_.end()) return {};
  const auto row = by_key_.find(named->second);
  return row == by_key_.end() ? Found{kNoRow, true} : Found{row->second, false};
}

bool Lookup::has_alike(std::string_view key) const {
  if (folded_.empty()) {
    for (const Row& row : rows_) folded_.push_back(row.folded);
    std::sort(folded_.begin(), folded_.end());
  }
  return std::binary_search(folded_.begin(), folded_.end(), hash_of(folded(key)));
}

void Lookup::encode(base::ByteWriter& writer) const {
  std::vector<uint32_t> order(rows_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return rows_[a].key < rows_[b].key; });
  std::vector<uint64_t> hashes;
  for (const uint32_t row : order) hashes.insert(hashes.end(), {rows_[row].key, rows_[row].folded});
  writer.u64(columns_.size());
  writer.values(hashes);
  for (const uint32_t row : order) {
    writer.i64(rows_[row].moment);
    writer.u64(rows_[row].source);
    writer.i64(rows_[row].line);
  }
  for (const LentValues& column : columns_) column.encode(order, writer);
  std::vector<std::pair<uint64_t, uint64_t>> names(by_name_.begin(), by_name_.end());
  std::sort(names.begin(), names.end());
  hashes.clear();
  for (const auto& [called, key] : names) hashes.insert(hashes.end(), {called, key});
  writer.values(hashes);
}

// In the order of first use, whatever order the values came in.
void Lookup::LentValues::encode(const std::vector<uint32_t>& order, base::ByteWriter& writer) const {
  table::Dictionary used;
  std::vector<uint32_t> written;
  for (const uint32_t row : order) written.push_back(used.code_of(values->value_of(codes[row])));
  writer.u64(used.size() - 1);
  for (uint32_t code = 1; code < used.size(); ++code) writer.text(used.value_of(code));
  for (const uint32_t code : written) writer.u64(code);
}

void Lookup::LentValues::decode(base::ByteReader& reader) {
  for (std::size_t n = reader.count(1); n > 0 && !reader.failed(); --n) {
    const std::size_t before = values->size();
    reader.require(values->code_of(reader.text()) == before);
  }
  uint32_t used = 0;
  for (uint32_t& code : codes) {
    const uint64_t read = reader.u64();
    reader.require(read <= used + 1 && read < values->size());
    code = reader.failed() ? 0 : static_cast<uint32_t>(read);
    used = std::max(used, code);
  }
  reader.require(used + 1 == values->size());
}

void Lookup::decode(base::ByteReader& reader) {
  reader.require(reader.u64() == columns_.size());
  const auto keys = reader.values<uint64_t>();
  reader.require(keys.size() % 2 == 0);
  for (std::size_t k = 0; k + 1 < keys.size() && !reader.failed(); k += 2) {
    Row row{keys[k], keys[k + 1], reader.i64(), reader.u64(), reader.i64()};
    reader.require(k == 0 || row.key > keys[k - 2]);
    if (!reader.failed()) hold(row);
  }
  for (LentValues& column : columns_) {
    if (!reader.failed()) column.decode(reader);
  }
  const auto names = reader.values<uint64_t>();
  reader.require(names.size() % 2 == 0);
  for (std::size_t n = 0; n + 1 < names.size() && !reader.failed(); n += 2) {
    reader.require((n == 0 || names[n] > names[n - 2]) && (names[n + 1] == 0 || by_key_.count(names[n + 1]) != 0));
    if (!reader.failed()) name(names[n], names[n + 1]);
  }
}

std::vector<Lookup::Shape> lookups_of(const Plan& plan) {
  std::map<std::pair<Kind, Role>, std::vector<std::string>> shapes;
  for (const SourceLink& each : links_of(plan)) shapes[{each.link->to, each.link->id}];
  const auto hold = [&](Kind kind, Role id, const std::string& column) {
    const auto shape = shapes.find({kind, id});
    if (shape != shapes.end()) shape->second.push_back(column);
  };
  for (const Source& source : plan.sources) {
    for (const LentColumn& column : source.lent) {
      hold(column.from, column.id, column.column);
      for (const LentStep& step : column.via) hold(step.kind, step.id, std::string(name_of(step.key)));
    }
  }
  std::vector<Lookup::Shape> list;
  for (auto& [place, columns] : shapes) {
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    list.push_back({place.first, place.second, std::move(columns)});
  }
  return list;
}

Lent::Lent(const Plan& plan) {
  for (Lookup::Shape& shape : lookups_of(plan)) lookups.emplace_back(std::move(shape));
}

void Lent::add(const Plan& plan, std::size_t source, const table::Batch& batch) {
  for (Lookup& lookup : lookups) {
    if (lookup.shape().kind == plan.sources[source].kind) lookup.add(plan.sources[source], source, batch);
  }
}

void Lent::merge(const Lent& other) {
  for (std::size_t l = 0; l < lookups.size(); ++l) lookups[l].merge(other.lookups[l]);
}

const Lookup* Lent::find(Kind kind, Role id) const {
  for (const Lookup& lookup : lookups) {
    if (lookup.shape().kind == kind && lookup.shape().id == id) return &lookup;
  }
  return nullptr;
}

void Lent::encode(base::ByteWriter& writer) const {
  writer.u64(lookups.size());
  for (const Lookup& lookup : lookups) lookup.encode(writer);
}

bool Lent::decode(base::ByteReader& reader) {
  reader.require(reader.u64() == lookups.size());
  for (Lookup& lookup : lookups) {
    if (!reader.failed()) lookup.decode(reader);
  }
  return !reader.failed();
}

}  // namespace pegel::dataset
