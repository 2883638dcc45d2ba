#pragma once
// What every fuzz target needs: the bytes of one run taken apart, and laws that end it.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace pegel::fuzz {

/// The first bytes of a run choose how the target is called; the rest is what it is called with.
class Input {
 public:
  Input(const uint8_t* data, std::size_t size) : bytes_(data, size) {}

  /// 0 when nothing is left.
  uint8_t byte() {
    if (bytes_.empty()) return 0;
    const uint8_t first = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return first;
  }
  std::size_t below(std::size_t bound) { return byte() % bound; }
  bool flag() { return byte() % 2 == 1; }
  char one_of(std::string_view bytes) { return bytes[below(bytes.size())]; }

  std::span<const uint8_t> rest() const { return bytes_; }
  std::string_view text() const { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }

 private:
  std::span<const uint8_t> bytes_;
};

/// Calls `take` with `bytes` in pieces of random lengths, each in memory of its own, so that a sanitizer sees reads behind it.
template <class Take>
void in_pieces(std::span<const uint8_t> bytes, unsigned seed, Take take) {
  std::minstd_rand random(seed + 1);
  const std::size_t longest = 1 + random() % 100;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto part = bytes.subspan(at, std::min<std::size_t>(bytes.size() - at, 1 + random() % longest));
    const std::string copy(part.begin(), part.end());
    take(std::span(reinterpret_cast<const uint8_t*>(copy.data()), copy.size()));
    at += part.size();
  }
}

/// Ends the run as a finding when a law is broken.
inline void expect(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

}  // namespace pegel::fuzz
