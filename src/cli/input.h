#pragma once
// The files that the command line names.

#include <functional>
#include <string>
#include <vector>

#include "pegel/engine.h"

namespace pegel::cli {

/// A file, or standard input held whole, that can be read from its start more than once.
class Input {
 public:
  /// `path` "-": standard input. Errors: "file.folder", "file.locked".
  static Result<Input> open(const std::string& path);

  const std::string& path() const { return path_; }
  /// What the file is called everywhere: the last part of its path, or all of it where another input has that name.
  const std::string& name() const { return name_; }
  void rename_apart_from(const std::vector<Input>& others);
  int64_t size() const { return path_ == "-" ? static_cast<int64_t>(held_.size()) : size_; }

  using Take = std::function<bool(std::span<const uint8_t>)>;  ///< false: no more, please
  void each_block(const Take& take) const;
  /// The first `most` bytes.
  std::vector<uint8_t> head(std::size_t most) const;
  /// The parts at sample_offsets.
  std::vector<std::vector<uint8_t>> samples() const;

 private:
  std::string path_;
  std::string name_;
  std::string held_;
  int64_t size_ = 0;
};

}  // namespace pegel::cli
