#pragma once
// Which of the first things a second one followed: of content shared, what was opened. Exact.

#include <cstdint>

#include "partial/keyed.h"

namespace pegel::partial {

/// 16 bytes a different text.
class Matched {
 public:
  enum Side : uint8_t { first = 1, second = 2 };
  struct Sides {
    uint8_t bits = 0;

    void join(const Sides& o) { bits |= o.bits; }
    void write(base::ByteWriter& writer) const { writer.u64(bits); }
    static Sides read(base::ByteReader& reader) { return {static_cast<uint8_t>(reader.u64())}; }
    bool valid() const { return bits >= first && bits <= (first | second); }
    bool operator==(const Sides& o) const { return bits == o.bits; }
  };

  void add(std::string_view text, Side side) { texts_.add(entity_of(text), {side}); }
  void merge(const Matched& from) { texts_.merge(from.texts_); }
  void encode(base::ByteWriter& writer) const { texts_.encode(writer); }
  static Matched decode(base::ByteReader& reader) {
    Matched matched;
    matched.texts_ = Keyed<Sides>::decode(reader);
    return matched;
  }
  bool operator==(const Matched& o) const { return texts_ == o.texts_; }

  /// Different texts of all these sides, and perhaps of others.
  int64_t with(uint8_t sides) const {
    int64_t met = 0;
    for (const auto& entry : texts_.entries()) met += (entry.value.bits & sides) == sides ? 1 : 0;
    return met;
  }

 private:
  Keyed<Sides> texts_;
};

}  // namespace pegel::partial
