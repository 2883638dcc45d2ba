#pragma once
// What happened to each entity (deal, order, visitor), and when. Events of one entity may come from any part of any file.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/byte_io.h"
#include "base/texts.h"

namespace pegel::partial {

/// The numbers of one Texts for texts of any. It is the first one met, as long as no other is: then nothing is copied.
class Numbering {
 public:
  uint32_t id_of(const base::Numbered& text) {
    if (text.texts == texts_) return text.id;
    return translated(text);
  }
  uint32_t id_of(std::string_view text) { return own().id_of(text); }
  std::string_view operator[](uint32_t id) const { return (*texts_)[id]; }
  std::size_t size() const { return texts_ == nullptr ? 0 : texts_->size(); }
  /// Takes the numbers of `from`, which has some, where it has none itself. True: both have the same.
  bool takes(const Numbering& from) {
    if (texts_ == nullptr) texts_ = from.texts_;
    return texts_ == from.texts_;
  }
  /// Null before the first id_of.
  const std::shared_ptr<const base::Texts>& texts() const { return texts_; }

 private:
  uint32_t translated(const base::Numbered& text);
  base::Texts& own();
  std::shared_ptr<const base::Texts> texts_;
  std::shared_ptr<base::Texts> own_;  // texts_, if it is not shared
};

/// A multiset of (entity, step, time).
class Paths {
 public:
  struct Event {
    uint32_t entity;  ///< number of its text
    uint32_t step;    ///< number of its text
    int64_t time;     ///< days since 1970-01-01, or any unit that all events share
  };

  void add(const base::Numbered& entity, const base::Numbered& step, int64_t time) {
    events_.push_back({entities_.id_of(entity), steps_.id_of(step), time});
  }
  void add(std::string_view entity, std::string_view step, int64_t time) {
    events_.push_back({entities_.id_of(entity), steps_.id_of(step), time});
  }
  void merge(const Paths& from);
  void encode(base::ByteWriter& writer) const;
  static Paths decode(base::ByteReader& reader);
  bool operator==(const Paths& o) const;

  bool empty() const { return events_.empty(); }
  /// In no particular order.
  std::span<const Event> events() const { return events_; }
  const Numbering& entities() const { return entities_; }
  const Numbering& steps() const { return steps_; }

 private:
  struct Canonical;
  Canonical canonical() const;

  Numbering entities_;
  Numbering steps_;
  std::vector<Event> events_;
};

}  // namespace pegel::partial
