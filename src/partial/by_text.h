#pragma once
// A Partial for each of a few texts that are shown: techniques, drivers.

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "partial/partial.h"

namespace pegel::partial {

template <class P>
class ByText {
 public:
  using Map = std::map<std::string, P, std::less<>>;

  /// To add something to, at once: a text is there because something is.
  P& at(std::string_view text) {
    const auto found = map_.lower_bound(text);
    if (found != map_.end() && found->first == text) return found->second;
    return map_.emplace_hint(found, text, P{})->second;
  }
  void merge(const ByText& from) {
    if (&from == this) return merge(ByText(from));
    for (const auto& [text, partial] : from.map_) partial::merge(at(text), partial);
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(map_.size());
    for (const auto& [text, partial] : map_) {
      writer.text(text);
      partial::encode(partial, writer);
    }
  }
  static ByText decode(base::ByteReader& reader) {
    ByText all;
    for (std::size_t i = reader.count(2); i > 0 && !reader.failed(); --i) {
      std::string text = reader.text();
      P partial = partial::decode<P>(reader);
      reader.require(all.map_.empty() || all.map_.rbegin()->first < text);
      if (!reader.failed()) all.map_.emplace_hint(all.map_.end(), std::move(text), std::move(partial));
    }
    return all;
  }
  bool operator==(const ByText& o) const {
    return std::equal(map_.begin(), map_.end(), o.map_.begin(), o.map_.end(), [](const auto& a, const auto& b) {
      return a.first == b.first && partial::equal(a.second, b.second);
    });
  }

  /// Ascending by text, byte by byte.
  const Map& all() const { return map_; }
  std::size_t size() const { return map_.size(); }
  bool empty() const { return map_.empty(); }

 private:
  Map map_;
};

}  // namespace pegel::partial
