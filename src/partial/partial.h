#pragma once
// A Partial is a sufficient statistic that merges. Its laws, tested for every one of them:
//   P{} is the identity of merge;  merge is associative and commutative;  decode(encode(p)) == p.
// A Partial made of others only lists its parts:  auto fields(this) as std::tie(a, b, c)  and inherits all of it.

#include <concepts>
#include <tuple>

#include "base/byte_io.h"

namespace pegel::partial {

template <class P>
concept Leaf = requires(P p, const P q, base::ByteWriter& w, base::ByteReader& r) {
  p.merge(q);
  q.encode(w);
  { P::decode(r) } -> std::same_as<P>;
  { q == q } -> std::convertible_to<bool>;
};

template <class P>
concept Composite = requires(P p, const P q) {
  p.fields();
  q.fields();
};

template <class P>
concept Partial = std::default_initializable<P> &&(Leaf<P> || Composite<P>);

template <class P>
void merge(P& into, const P& from) {
  if constexpr (Composite<P>) {
    auto a = into.fields();
    auto b = from.fields();
    [&]<std::size_t... I>(std::index_sequence<I...>) { (merge(std::get<I>(a), std::get<I>(b)), ...); }
    (std::make_index_sequence<std::tuple_size_v<decltype(a)>>{});
  } else {
    into.merge(from);
  }
}

template <class P>
void encode(const P& p, base::ByteWriter& writer) {
  if constexpr (Composite<P>) {
    std::apply([&](const auto&... part) { (encode(part, writer), ...); }, p.fields());
  } else {
    p.encode(writer);
  }
}

template <class P>
P decode(base::ByteReader& reader) {
  P p;
  if constexpr (Composite<P>) {
    std::apply([&](auto&... part) { ((part = decode<std::remove_reference_t<decltype(part)>>(reader)), ...); },
               p.fields());
  } else {
    p = P::decode(reader);
  }
  return p;
}

template <class P>
bool equal(const P& a, const P& b) {
  if constexpr (Composite<P>) {
    return [&]<class A, class B, std::size_t... I>(const A& x, const B& y, std::index_sequence<I...>) {
      return (equal(std::get<I>(x), std::get<I>(y)) && ...);
    }(a.fields(), b.fields(), std::make_index_sequence<std::tuple_size_v<decltype(a.fields())>>{});
  } else {
    return a == b;
  }
}

}  // namespace pegel::partial
