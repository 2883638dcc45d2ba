#include "csv/unsplit_row.h"

#include <algorithm>

namespace pegel::csv {
namespace {

bool splits(std::string_view cell, char delimiter, std::size_t width) {
  std::size_t columns = 1;
  for (std::size_t at = cell.find(delimiter); at != cell.npos; at = cell.find(delimiter, at + 1)) {
    if (cell.substr(at + 1).starts_with(' ')) return false;
    ++columns;
  }
  return columns == width;
}

}  // namespace

bool is_unsplit_row(std::string_view cell, std::size_t width) {
  constexpr std::string_view kUsual = ",;\t|";
  return width >= 3 && std::any_of(kUsual.begin(), kUsual.end(), [=](char c) { return splits(cell, c, width); });
}

}  // namespace pegel::csv
