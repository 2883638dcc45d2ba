#pragma once
// Which members of structs are lists, maps and optional.

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "pegel/card.h"

namespace pegel::json {

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T, std::size_t N>
struct IsVector<Few<T, N>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsMap : std::false_type {};
template <class T>
struct IsMap<std::map<std::string, T>> : std::true_type {};

}  // namespace pegel::json
