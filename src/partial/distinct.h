#pragma once
// How many different ones: customers, orders. Exact, with how often each was met.

#include <cstdint>

#include "partial/keyed.h"

namespace pegel::partial {

/// 16 bytes a different text.
class Distinct {
 public:
  struct Times {
    int64_t n = 1;

    void join(const Times& o) { n += o.n; }
    void write(base::ByteWriter& writer) const { writer.u64(static_cast<uint64_t>(n)); }
    static Times read(base::ByteReader& reader) { return {static_cast<int64_t>(reader.u64())}; }
    bool valid() const { return n > 0; }
    bool operator==(const Times& o) const { return n == o.n; }
  };

  void add(std::string_view text) { add(entity_of(text)); }
  void add(uint64_t entity) { texts_.add(entity, {}); }
  void merge(const Distinct& from) { texts_.merge(from.texts_); }
  void encode(base::ByteWriter& writer) const { texts_.encode(writer); }
  static Distinct decode(base::ByteReader& reader) {
    Distinct distinct;
    distinct.texts_ = Keyed<Times>::decode(reader);
    return distinct;
  }
  bool operator==(const Distinct& o) const { return texts_ == o.texts_; }

  int64_t distinct() const { return at_least(1); }
  /// How many were met `times` times or more.
  int64_t at_least(int64_t times) const {
    int64_t met = 0;
    for (const auto& entry : texts_.entries()) met += entry.value.n >= times ? 1 : 0;
    return met;
  }
  /// Hashes of the texts, ascending.
  std::vector<uint64_t> entities() const {
    std::vector<uint64_t> all;
    for (const auto& entry : texts_.entries()) all.push_back(entry.entity);
    return all;
  }
  /// How many of them are among the other's, too.
  int64_t common(const Distinct& o) const {
    const auto& others = o.texts_.entries();
    auto other = others.begin();
    int64_t both = 0;
    for (const auto& entry : texts_.entries()) {
      while (other != others.end() && other->entity < entry.entity) ++other;
      both += other != others.end() && other->entity == entry.entity ? 1 : 0;
    }
    return both;
  }
  /// Added in all.
  int64_t n() const {
    int64_t n = 0;
    for (const auto& entry : texts_.entries()) n += entry.value.n;
    return n;
  }

 private:
  Keyed<Times> texts_;
};

}  // namespace pegel::partial
