#pragma once
// What customers answered, and when: of several answers of one customer the latest can be told from the others.

#include <cstdint>
#include <optional>

#include "partial/multiset.h"

namespace pegel::partial {

/// 16 bytes a row. Two customers of equal hash are taken for one: among a million, with a chance of one in 10^7.
struct Answer {
  static constexpr int64_t kMomentZero = int64_t{1} << 57;
  static constexpr int64_t kMillisADay = 86'400'000;
  static constexpr uint64_t kNobody = 0;  ///< of whom nobody knows who it was
  uint64_t customer = 0;                  ///< hash of who answered
  uint64_t order = 0;                     ///< moment and score: the latest answer has the greatest

  /// `moment`: milliseconds since 1970; of answers of one moment the highest score is the latest, in whatever order they
  /// come. An answer without a moment is earlier than all with one. 0 <= score < 16.
  static Answer of(uint64_t customer, std::optional<int64_t> moment, int64_t score) {
    const auto since = moment ? static_cast<uint64_t>(*moment + kMomentZero) : 0;
    return {customer, since << 4 | static_cast<uint64_t>(score)};
  }
  int64_t score() const { return static_cast<int64_t>(order & 15); }
  /// Of an answer with a moment.
  int32_t day() const {
    const int64_t moment = static_cast<int64_t>(order >> 4) - kMomentZero;
    const int64_t day = moment / kMillisADay;
    return static_cast<int32_t>(moment % kMillisADay < 0 ? day - 1 : day);
  }

  bool operator<(const Answer& o) const { return customer != o.customer ? customer < o.customer : order < o.order; }
  bool operator==(const Answer& o) const { return customer == o.customer && order == o.order; }
  void write(base::ByteWriter& writer, const Answer& previous) const {
    writer.u64(customer - previous.customer);
    writer.u64(order);
  }
  static Answer read(base::ByteReader& reader, const Answer& previous) {
    const uint64_t customer = previous.customer + reader.u64();
    return {customer, reader.u64()};
  }
};

class Answers {
 public:
  void add(const Answer& answer) { answers_.add(answer); }
  void merge(const Answers& from) { answers_.merge(from.answers_); }
  void encode(base::ByteWriter& writer) const { answers_.encode(writer); }
  static Answers decode(base::ByteReader& reader) {
    Answers answers;
    answers.answers_ = Multiset<Answer>::decode(reader);
    return answers;
  }
  bool operator==(const Answers& o) const { return answers_ == o.answers_; }

  /// Calls `take(score)` for every answer that its customer followed by a later one.
  template <class Take>
  void each_superseded(const Take& take) const {
    const auto& sorted = answers_.sorted();
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
      if (sorted[i].customer == sorted[i + 1].customer) take(sorted[i].score());
    }
  }
  /// Calls `take(score)` for the latest answer of each customer in the days `from` to before `to`, and for every one that
  /// is nobody's. All have a day.
  template <class Take>
  void each_latest(int32_t from, int32_t to, const Take& take) const {
    const auto within = [&](const Answer& answer) { return answer.day() >= from && answer.day() < to; };
    const auto& sorted = answers_.sorted();
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      const bool alone = sorted[i].customer == Answer::kNobody || i + 1 == sorted.size();
      const bool last = alone || sorted[i + 1].customer != sorted[i].customer || !within(sorted[i + 1]);
      if (within(sorted[i]) && last) take(sorted[i].score());
    }
  }
  /// Calls `take(score)` for every answer in the days `from` to before `to`. All have a day.
  template <class Take>
  void each_within(int32_t from, int32_t to, const Take& take) const {
    for (const Answer& answer : answers_.sorted()) {
      if (answer.day() >= from && answer.day() < to) take(answer.score());
    }
  }
  /// Calls `take(sum, n)` for each customer, with the sum of its scores and their number; not of nobody's.
  template <class Take>
  void each_customer(const Take& take) const {
    const auto& sorted = answers_.sorted();
    for (std::size_t from = 0, to = 0; from < sorted.size(); from = to) {
      int64_t sum = 0;
      for (to = from; to < sorted.size() && sorted[to].customer == sorted[from].customer; ++to)
        sum += sorted[to].score();
      if (sorted[from].customer != Answer::kNobody) take(sum, static_cast<int64_t>(to - from));
    }
  }
  int64_t n() const { return static_cast<int64_t>(answers_.size()); }

 private:
  Multiset<Answer> answers_;
};

}  // namespace pegel::partial
