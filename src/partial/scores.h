#pragma once
// The latest answer of each respondent to one question, on the scale that it was asked on.

#include <cstdint>
#include <tuple>

#include "partial/keyed.h"

namespace pegel::partial {

/// A whole score on a scale of whole numbers, least <= value <= most, least < most.
struct Score {
  int64_t moment = 0;  ///< milliseconds since 1970; the least of all for an answer without a day
  int32_t value = 0;   ///< the higher one is the later of one moment
  int32_t least = 0;
  int32_t most = 0;

  /// 0…1.
  double share() const { return (static_cast<double>(value) - least) / (static_cast<double>(most) - least); }
  /// The later one stays.
  void join(const Score& o) {
    if (key() < o.key()) *this = o;
  }
  void write(base::ByteWriter& writer) const {
    for (const int64_t number : {moment, int64_t{value}, int64_t{least}, int64_t{most}}) writer.i64(number);
  }
  static Score read(base::ByteReader& reader) {
    const auto next = [&] { return static_cast<int32_t>(reader.i64()); };
    Score score;
    score.moment = reader.i64();
    score.value = next();
    score.least = next();
    score.most = next();
    return score;
  }
  bool valid() const { return least < most && least <= value && value <= most; }
  bool operator==(const Score& o) const { return key() == o.key(); }

 private:
  std::tuple<int64_t, int32_t, int32_t, int32_t> key() const { return {moment, value, least, most}; }
};

/// 40 bytes a respondent.
class Scores {
 public:
  using Entry = Keyed<Score>::Entry;

  void add(uint64_t respondent, const Score& score) { all_.add(respondent, score); }
  void merge(const Scores& from) { all_.merge(from.all_); }
  void encode(base::ByteWriter& writer) const { all_.encode(writer); }
  static Scores decode(base::ByteReader& reader) {
    Scores scores;
    scores.all_ = Keyed<Score>::decode(reader);
    return scores;
  }
  bool operator==(const Scores& o) const { return all_ == o.all_; }

  /// One a respondent, ascending by it. Valid until the next add or merge.
  const std::vector<Entry>& entries() const { return all_.entries(); }

 private:
  Keyed<Score> all_;
};

}  // namespace pegel::partial
