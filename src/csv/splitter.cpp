#include "csv/splitter.h"

#include <algorithm>
#include <string>

#include "csv/tokenizer.h"

namespace pegel::csv {
namespace {

constexpr std::size_t kWindow = 1u << 18;

/// A record's border is where its successor's first line starts: the byte after its last field's line end, `limit` at
/// most.
std::size_t end_of(const Records& records, std::string_view text, std::size_t record, std::size_t limit) {
  std::size_t at = records.fields[records.first[record + 1] - 1].end;
  while (at < limit && text[at] != '\n' && text[at] != '\r') ++at;  // a closing quote, trailing spaces
  if (at < limit) at += text[at] == '\r' && at + 1 < limit && text[at + 1] == '\n' ? 2 : 1;
  return at;
}

/// Walks over `text` record by record.
class RecordBorders {
 public:
  RecordBorders(const Dialect& dialect, std::string_view text) : dialect_(dialect), text_(text) {}

  /// The first record border at or after `target`, which must not fall nor exceed the text.
  std::size_t at_or_after(std::size_t target) {
    while (end_ < target) advance();
    return target <= start_ ? start_ : border_in_window(target);
  }

 private:
  void advance() {
    start_ = end_;
    for (std::size_t window = kWindow; end_ == start_; window *= 2) {
      const std::string_view part = text_.substr(start_, window);
      end_ += tokenize(dialect_, part, start_ + part.size() == text_.size(), records_);
    }
  }

  std::size_t border_in_window(std::size_t target) const {
    for (std::size_t r = first_record_ending_at_or_after(target); r < records_.size(); ++r) {
      const std::size_t border = end_of(r);
      if (border >= target) return border;
    }
    return end_;
  }

  std::size_t first_record_ending_at_or_after(std::size_t target) const {
    std::size_t low = 0;
    std::size_t high = records_.size();
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (end_of(middle) < target)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  std::size_t end_of(std::size_t record) const {
    return start_ + csv::end_of(records_, text_.substr(start_), record, end_ - start_);
  }

  const Dialect& dialect_;
  std::string_view text_;
  Records records_;
  std::size_t start_ = 0;  // the records at hand are those of [start_, end_)
  std::size_t end_ = 0;
};

/// The ends of the whole records of `text`.
std::vector<std::size_t> borders_of(const Dialect& dialect, std::string_view text) {
  Records records;
  const std::size_t limit = tokenize(dialect, text, false, records);
  std::vector<std::size_t> borders;
  for (std::size_t r = 0; r < records.size(); ++r) borders.push_back(end_of(records, text, r, limit));
  return borders;
}

/// Quotes and escapes that a cut may have parted from what they belong to: behind them one is inside quotes or not.
std::size_t loose_marks(const Dialect& dialect, std::string_view text) {
  const auto loose = [&](char c) { return c == dialect.quote || (c == '\\' && dialect.escape == Escape::backslash); };
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), loose) - text.begin());
}

}  // namespace

std::vector<std::size_t> split(const Dialect& dialect, std::string_view text, std::size_t parts) {
  std::vector<std::size_t> cuts = {0};
  if (text.empty()) return cuts;
  RecordBorders borders(dialect, text);
  for (std::size_t part = 1; part < parts; ++part) {
    const std::size_t target = static_cast<std::size_t>(static_cast<double>(text.size()) / parts * part);
    const std::size_t cut = borders.at_or_after(std::max(target, cuts.back() + 1));
    if (cut >= text.size()) break;
    cuts.push_back(cut);
  }
  cuts.push_back(text.size());
  return cuts;
}

std::optional<std::size_t> first_border(const Dialect& dialect, std::string_view text) {
  const bool quoted = dialect.quote != '\0' && text.find(dialect.quote) != text.npos;
  const std::size_t dropped = loose_marks(dialect, text);
  text.remove_prefix(dropped);
  const auto outside = borders_of(dialect, text);
  if (outside.empty()) return std::nullopt;
  if (!quoted) return dropped + outside.front();
  const auto inside = borders_of(dialect, dialect.quote + std::string(text));
  for (const std::size_t border : inside) {
    if (std::binary_search(outside.begin(), outside.end(), border - 1)) return dropped + border - 1;
  }
  return std::nullopt;
}

}  // namespace pegel::csv
