#pragma once
// What happened to each entity (deal, order, visitor), and when. Events of one entity may come from any part of any file.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/byte_io.h"

namespace pegel::partial {

/// Distinct texts, numbered in order of first appearance.
class Texts {
 public:
  uint32_t id_of(std::string_view text);
  const std::string& operator[](uint32_t id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }
  /// Renumbers in byte order; gives the new id of each old one.
  std::vector<uint32_t> sort();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::vector<std::string> texts_;
  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> ids_;
};

/// A set of (entity, time, step): the same event twice is one event.
class Paths {
 public:
  struct Event {
    uint32_t entity;  ///< number of its text
    int64_t time;     ///< days since 1970-01-01, or any unit that all events share
    uint32_t step;    ///< number of its text
  };

  void add(std::string_view entity, std::string_view step, int64_t time);
  void merge(const Paths& from);
  void encode(base::ByteWriter& writer) const;
  static Paths decode(base::ByteReader& reader);
  bool operator==(const Paths& o) const;

  bool empty() const { return events_.empty(); }
  /// By entity, time, step; texts numbered in byte order. Valid until the next add or merge, as are the numbers.
  std::span<const Event> sorted() const;
  const Texts& entities() const { return entities_; }
  const Texts& steps() const { return steps_; }

 private:
  mutable Texts entities_;
  mutable Texts steps_;
  mutable std::vector<Event> events_;
  mutable bool sorted_ = true;
};

}  // namespace pegel::partial
