#pragma once
// A vector that may grow by elements without a value, for buffers that are written right after.

#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace pegel::base {

template <class T>
struct UnsetAllocator : std::allocator<T> {
  UnsetAllocator() = default;
  template <class U>
  UnsetAllocator(const UnsetAllocator<U>&) {}
  template <class U>
  struct rebind {
    using other = UnsetAllocator<U>;
  };
  template <class U>
  void construct(U* at) {
    ::new (static_cast<void*>(at)) U;
  }
  template <class U, class... Values>
  void construct(U* at, Values&&... values) {
    ::new (static_cast<void*>(at)) U(std::forward<Values>(values)...);
  }
};

/// resize(n) leaves what it adds unset; T must be trivial.
template <class T>
using UnsetVector = std::vector<T, UnsetAllocator<T>>;

}  // namespace pegel::base
