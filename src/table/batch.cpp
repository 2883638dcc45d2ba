#include "table/batch.h"

namespace pegel::table {
namespace {

template <class T>
std::size_t held(const std::vector<T>& values) {
  return values.capacity() * sizeof(T);
}

struct Bytes {
  std::size_t operator()(const NumberColumn& column) const { return held(column.values) + held(column.currencies); }
  std::size_t operator()(const DateColumn& column) const { return held(column.days); }
  std::size_t operator()(const InstantColumn& column) const { return held(column.millis); }
  std::size_t operator()(const BooleanColumn& column) const { return held(column.values); }
  std::size_t operator()(const CategoryColumn& column) const { return held(column.codes); }
  std::size_t operator()(const TextColumn& column) const { return column.bytes.capacity() + held(column.ends); }
};

}  // namespace

std::size_t Batch::bytes() const {
  std::size_t sum = held(lines) + columns.capacity() * sizeof(Column);
  for (const auto& column : columns) sum += std::visit(Bytes{}, column);
  return sum;
}

}  // namespace pegel::table
