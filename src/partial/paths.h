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

/// What an event says its entity is worth.
struct EventAmount {
  static constexpr int64_t kNone = INT64_MIN;
  int64_t micros = kNone;
  uint32_t currency = 0;  ///< dataset::Currency
  bool operator==(const EventAmount&) const = default;
};

/// A multiset of (entity, step, time), with an amount where any has one.
class Paths {
 public:
  using Amount = EventAmount;
  static constexpr int64_t kNoAmount = EventAmount::kNone;
  struct Event {
    uint32_t entity;  ///< number of its text
    uint32_t step;    ///< number of its text
    int64_t time;     ///< days since 1970-01-01, or any unit that all events share
  };

  void add(const base::Numbered& entity, const base::Numbered& step, int64_t time, Amount amount = {}) {
    push({entities_.id_of(entity), steps_.id_of(step), time}, amount);
  }
  void add(std::string_view entity, std::string_view step, int64_t time, Amount amount = {}) {
    push({entities_.id_of(entity), steps_.id_of(step), time}, amount);
  }
  void merge(const Paths& from);
  void encode(base::ByteWriter& writer) const;
  static Paths decode(base::ByteReader& reader);
  bool operator==(const Paths& o) const;

  bool empty() const { return events_.empty(); }
  /// In no particular order.
  std::span<const Event> events() const { return events_; }
  bool has_amounts() const { return !amounts_.empty(); }
  Amount amount(std::size_t event) const { return amounts_.empty() ? Amount{} : amounts_[event]; }
  const Numbering& entities() const { return entities_; }
  const Numbering& steps() const { return steps_; }

 private:
  struct Canonical;
  Canonical canonical() const;
  void order_with_amounts(Canonical& result) const;
  void merge_amounts(const Paths& from);
  void push(const Event& event, Amount amount) {
    if (amount.micros != kNoAmount || has_amounts()) {
      amounts_.resize(events_.size());
      amounts_.push_back(amount);
    }
    events_.push_back(event);
  }

  Numbering entities_;
  Numbering steps_;
  std::vector<Event> events_;
  std::vector<Amount> amounts_;  // by event; empty: none has one
};

}  // namespace pegel::partial
