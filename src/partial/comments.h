#pragma once
// What people wrote, the newest of it.

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "base/byte_io.h"
#include "pegel/limits.h"

namespace pegel::partial {

struct Comment {
  static constexpr int32_t kNoDay = INT32_MIN;

  int32_t day = kNoDay;
  std::string file;
  int64_t line = 0;
  int64_t score = 0;
  std::string text;

  /// The newer first; of one day by place.
  bool operator<(const Comment& o) const {
    return day != o.day ? day > o.day : std::tie(file, line, score, text) < std::tie(o.file, o.line, o.score, o.text);
  }
  bool operator==(const Comment& o) const {
    return std::tie(day, file, line, score, text) == std::tie(o.day, o.file, o.line, o.score, o.text);
  }
};

/// The newest kMostComments, and how many there were.
class Comments {
 public:
  void add(Comment comment) {
    ++all_;
    newest_.push_back(std::move(comment));
    ordered_ = false;
    if (newest_.size() > 2 * kMostComments) order();
  }
  void merge(const Comments& from) {
    if (&from == this) return merge(Comments(from));
    all_ += from.all_;
    newest_.insert(newest_.end(), from.newest_.begin(), from.newest_.end());
    ordered_ = newest_.empty();
    if (newest_.size() > 2 * kMostComments) order();
  }
  void encode(base::ByteWriter& writer) const {
    writer.i64(all_);
    writer.u64(newest().size());
    for (const Comment& comment : newest_) {
      writer.i64(comment.day);
      writer.text(comment.file);
      writer.i64(comment.line);
      writer.i64(comment.score);
      writer.text(comment.text);
    }
  }
  static Comments decode(base::ByteReader& reader) {
    Comments comments;
    comments.all_ = reader.i64();
    for (std::size_t i = reader.count(5); i > 0 && !reader.failed(); --i) {
      Comment comment;
      comment.day = static_cast<int32_t>(reader.i64());
      comment.file = reader.text();
      comment.line = reader.i64();
      comment.score = reader.i64();
      comment.text = reader.text();
      comments.newest_.push_back(std::move(comment));
    }
    comments.ordered_ = false;
    return comments;
  }
  bool operator==(const Comments& o) const { return all_ == o.all_ && newest() == o.newest(); }

  int64_t all() const { return all_; }
  /// Newest first, those without a day last. Valid until the next add or merge.
  const std::vector<Comment>& newest() const {
    order();
    return newest_;
  }

 private:
  void order() const {
    if (ordered_) return;
    std::sort(newest_.begin(), newest_.end());
    if (newest_.size() > kMostComments) newest_.resize(kMostComments);
    ordered_ = true;
  }

  int64_t all_ = 0;
  mutable std::vector<Comment> newest_;
  mutable bool ordered_ = true;
};

}  // namespace pegel::partial
