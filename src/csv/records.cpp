#include "csv/records.h"

#include <algorithm>

namespace pegel::csv {

void Records::clear() {
  text = {};
  fields.clear();
  first.assign(1, 0);
  lines.clear();
  line_breaks = 0;
  odd.clear();
}

void Records::drop_first(std::size_t records) {
  const auto count = static_cast<std::ptrdiff_t>(records);
  first.erase(first.begin(), first.begin() + count);
  lines.erase(lines.begin(), lines.begin() + count);
  odd.erase(odd.begin(), std::lower_bound(odd.begin(), odd.end(), static_cast<uint32_t>(records)));
  for (uint32_t& record : odd) record -= static_cast<uint32_t>(records);
}

void Records::keep_lines(int64_t count) {
  const auto end = std::lower_bound(lines.begin(), lines.end(), count);
  lines.erase(end, lines.end());
  first.resize(lines.size() + 1);
  odd.erase(std::lower_bound(odd.begin(), odd.end(), static_cast<uint32_t>(lines.size())), odd.end());
}

std::string_view value_of(const Records& records, const Field& field, char quote, std::string& buffer) {
  const std::string_view raw = records.raw(field);
  if (!field.escaped) return raw;
  buffer.resize(raw.size());
  char* end = buffer.data();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const bool more = i + 1 < raw.size();
    const bool doubled = more && raw[i] == quote && raw[i + 1] == quote;
    const bool backslashed =
        more && records.escape == Escape::backslash && raw[i] == '\\' && (raw[i + 1] == quote || raw[i + 1] == '\\');
    if (doubled || backslashed) ++i;
    *end++ = raw[i];
  }
  buffer.resize(static_cast<std::size_t>(end - buffer.data()));
  return buffer;
}

}  // namespace pegel::csv
