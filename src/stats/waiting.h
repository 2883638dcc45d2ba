#pragma once
// A group of durations, walked through in time.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "partial/survival.h"

namespace pegel::stats {

class Waiting {
 public:
  explicit Waiting(const partial::Survival& durations)
      : finished_(durations.finished.ascending()), open_(durations.open.ascending()) {}

  static constexpr int64_t kNever = std::numeric_limits<int64_t>::max();
  /// When the next one finishes; kNever: none does.
  int64_t next() const { return finished_at_ < finished_.size() ? finished_[finished_at_] : kNever; }
  /// Those observed at `time`: neither finished nor lost from sight before. Times asked for must not fall.
  int64_t at(int64_t time) {
    skip(finished_, finished_at_, time);
    skip(open_, open_at_, time);
    return static_cast<int64_t>(finished_.size() - finished_at_ + open_.size() - open_at_);
  }
  /// How many finish at `time`, the one last asked for; they wait no longer.
  int64_t finish(int64_t time) {
    const std::size_t from = finished_at_;
    while (next() == time && finished_at_ < finished_.size()) ++finished_at_;
    return static_cast<int64_t>(finished_at_ - from);
  }
  /// The longest duration; 0 without any.
  int64_t last() const {
    const int64_t finished = finished_.empty() ? 0 : finished_.back();
    return open_.empty() ? finished : std::max(finished, open_.back());
  }

 private:
  static void skip(const std::vector<int64_t>& ascending, std::size_t& at, int64_t time) {
    while (at < ascending.size() && ascending[at] < time) ++at;
  }

  std::vector<int64_t> finished_;
  std::vector<int64_t> open_;
  std::size_t finished_at_ = 0;
  std::size_t open_at_ = 0;
};

}  // namespace pegel::stats
