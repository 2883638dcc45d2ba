#pragma once
// Whether an entity was met with one text or with several: orders of one product line, and of more.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "partial/keyed.h"

namespace pegel::partial {

/// 24 bytes an entity: the least and the greatest hash of its texts, which differ where two texts do.
class Spread {
 public:
  struct Ends {
    uint64_t least;
    uint64_t greatest;  ///< not below least

    void join(const Ends& o) {
      least = std::min(least, o.least);
      greatest = std::max(greatest, o.greatest);
    }
    void write(base::ByteWriter& writer) const {
      writer.u64(least);
      writer.u64(greatest - least);
    }
    static Ends read(base::ByteReader& reader) {
      const uint64_t least = reader.u64();
      return {least, least + reader.u64()};
    }
    bool valid() const { return least <= greatest; }
    bool operator==(const Ends& o) const { return least == o.least && greatest == o.greatest; }
  };

  void add(std::string_view entity, std::string_view text) { add(entity_of(entity), entity_of(text)); }
  /// `text`: entity_of it.
  void add(uint64_t entity, uint64_t text) { entities_.add(entity, {text, text}); }
  void merge(const Spread& from) { entities_.merge(from.entities_); }
  void encode(base::ByteWriter& writer) const { entities_.encode(writer); }
  static Spread decode(base::ByteReader& reader) {
    Spread spread;
    spread.entities_ = Keyed<Ends>::decode(reader);
    return spread;
  }
  bool operator==(const Spread& o) const { return entities_ == o.entities_; }

  int64_t n() const { return static_cast<int64_t>(entities_.size()); }  ///< entities
  /// Those with two texts or more.
  int64_t several() const {
    const auto& all = entities_.entries();
    return std::count_if(all.begin(), all.end(), [](const auto& e) { return e.value.least != e.value.greatest; });
  }

 private:
  Keyed<Ends> entities_;
};

}  // namespace pegel::partial
