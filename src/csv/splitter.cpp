#include "csv/splitter.h"

#include <algorithm>

#include "csv/tokenizer.h"

namespace pegel::csv {
namespace {

constexpr std::size_t kWindow = 1u << 18;

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
      end_ += tokenize(dialect_, part, start_ + part.size() == text_.size(), records_).consumed;
    }
  }

  /// A record's border is where its successor's first line starts: the byte after its last field's line end.
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
    std::size_t at = start_ + records_.fields[records_.first[record + 1] - 1].end;
    while (at < end_ && text_[at] != '\n' && text_[at] != '\r') ++at;  // a closing quote, trailing spaces
    if (at < end_) at += text_[at] == '\r' && at + 1 < end_ && text_[at + 1] == '\n' ? 2 : 1;
    return at;
  }

  const Dialect& dialect_;
  std::string_view text_;
  Records records_;
  std::size_t start_ = 0;  // the records at hand are those of [start_, end_)
  std::size_t end_ = 0;
};

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

}  // namespace pegel::csv
