#pragma once
// A Partial for each of a few texts that are shown: techniques, drivers.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "partial/partial.h"

namespace pegel::partial {

template <class P>
class ByText {
 public:
  struct Entry {
    std::string text;
    P partial;
  };

  /// To add something to, at once: a text is there because something is. Valid until the next call.
  P& at(std::string_view text) {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), text,
                                        [](const Entry& entry, std::string_view t) { return entry.text < t; });
    if (found != entries_.end() && found->text == text) return found->partial;
    return entries_.insert(found, {std::string(text), P{}})->partial;
  }
  void merge(const ByText& from) {
    if (&from == this) return merge(ByText(from));
    for (const Entry& entry : from.entries_) partial::merge(at(entry.text), entry.partial);
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(entries_.size());
    for (const Entry& entry : entries_) {
      writer.text(entry.text);
      partial::encode(entry.partial, writer);
    }
  }
  static ByText decode(base::ByteReader& reader) {
    ByText all;
    for (std::size_t i = reader.count(2); i > 0 && !reader.failed(); --i) {
      Entry entry{reader.text(), partial::decode<P>(reader)};
      reader.require(all.entries_.empty() || all.entries_.back().text < entry.text);
      if (!reader.failed()) all.entries_.push_back(std::move(entry));
    }
    return all;
  }
  bool operator==(const ByText& o) const {
    return std::equal(
        entries_.begin(), entries_.end(), o.entries_.begin(), o.entries_.end(),
        [](const Entry& a, const Entry& b) { return a.text == b.text && partial::equal(a.partial, b.partial); });
  }

  /// Ascending by text, byte by byte.
  const std::vector<Entry>& entries() const { return entries_; }
  bool empty() const { return entries_.empty(); }

 private:
  std::vector<Entry> entries_;
};

}  // namespace pegel::partial
