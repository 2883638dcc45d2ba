#include "csv/records.h"

namespace pegel::csv {

void Records::clear() {
  text = {};
  fields.clear();
  first.assign(1, 0);
  lines.clear();
  line_breaks = 0;
}

std::string_view value_of(const Records& records, const Field& field, char quote, std::string& buffer) {
  const std::string_view raw = records.raw(field);
  if (!field.escaped) return raw;
  buffer.clear();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const bool more = i + 1 < raw.size();
    const bool doubled = more && raw[i] == quote && raw[i + 1] == quote;
    const bool backslashed =
        more && records.escape == Escape::backslash && raw[i] == '\\' && (raw[i + 1] == quote || raw[i + 1] == '\\');
    if (doubled || backslashed) ++i;
    buffer += raw[i];
  }
  return buffer;
}

}  // namespace pegel::csv
