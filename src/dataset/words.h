#pragma once
// Several texts in one literal, parted by '|': a table of names that needs no code to build it and no pointer a name.

#include <string_view>

namespace pegel::dataset {

/// "Deal ID|Opportunity ID" is two texts. The empty literal has none; a text cannot hold '|'.
class Words {
 public:
  class Iterator {
   public:
    constexpr explicit Iterator(std::string_view rest) : rest_(rest) {}
    constexpr std::string_view operator*() const { return rest_.substr(0, rest_.find('|')); }
    constexpr Iterator& operator++() {
      const std::size_t bar = rest_.find('|');
      rest_ = bar == std::string_view::npos ? std::string_view() : rest_.substr(bar + 1);
      return *this;
    }
    constexpr bool operator!=(const Iterator& other) const { return rest_.size() != other.rest_.size(); }

   private:
    std::string_view rest_;
  };

  constexpr Words() = default;
  constexpr Words(const char* joined) : joined_(joined) {}  // not explicit: tables are literals

  constexpr Iterator begin() const { return Iterator(joined_); }
  constexpr Iterator end() const { return Iterator({}); }
  constexpr bool empty() const { return joined_.empty(); }

 private:
  std::string_view joined_;
};

}  // namespace pegel::dataset
