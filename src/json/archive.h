#pragma once
// Structs as JSON objects by one list of members each (fields.h), used for writing and for reading.

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "json/names.h"

namespace pegel::json {

using Json = nlohmann::ordered_json;

/// What a reader throws and json.h's functions catch: the member that does not fit.
struct ShapeError {
  std::string member;
};

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsMap : std::false_type {};
template <class T>
struct IsMap<std::map<std::string, T>> : std::true_type {};

class Writer {
 public:
  Json out = Json::object();

  template <class T>
  void operator()(const char* name, const T& value) {
    if constexpr (IsOptional<T>::value) {
      if (value) out[name] = json_of(*value);
    } else {
      out[name] = json_of(value);
    }
  }
  void day(const char* name, const Day& value) { out[name] = iso_text(value); }
  void day(const char* name, const std::optional<Day>& value) {
    if (value) day(name, *value);
  }

  template <class T>
  static Json json_of(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      return std::string(name_of(value));
    } else if constexpr (std::is_same_v<T, char>) {
      return value == '\0' ? std::string() : std::string(1, value);
    } else if constexpr (std::is_arithmetic_v<T> || std::is_convertible_v<T, std::string_view>) {
      return value;
    } else if constexpr (IsVector<T>::value) {
      Json list = Json::array();
      for (const auto& item : value) list.push_back(json_of(item));
      return list;
    } else if constexpr (IsMap<T>::value) {
      Json map = Json::object();
      for (const auto& [key, item] : value) map[key] = json_of(item);
      return map;
    } else {
      Writer writer;
      fields(writer, const_cast<T&>(value));
      return writer.out;
    }
  }
};

class Reader {
 public:
  explicit Reader(const Json& in) : in_(in) {
    if (!in.is_object()) throw ShapeError{"(object)"};
  }

  template <class T>
  void operator()(const char* name, T& value) {
    if (const auto it = in_.find(name); it != in_.end() && !it->is_null()) {
      read(*it, value, name);
    }
  }
  void day(const char* name, Day& value) {
    if (const auto it = in_.find(name); it != in_.end() && !it->is_null()) {
      const auto day = it->is_string() ? day_of_iso(it->get_ref<const std::string&>()) : std::nullopt;
      if (!day) throw ShapeError{name};
      value = *day;
    }
  }
  void day(const char* name, std::optional<Day>& value) {
    if (in_.contains(name) && !in_[name].is_null()) day(name, value.emplace());
  }

  template <class T>
  static void read(const Json& in, T& value, const char* name) {
    if constexpr (IsOptional<T>::value) {
      read(in, value.emplace(), name);
    } else if constexpr (std::is_enum_v<T>) {
      const auto found = in.is_string() ? named<T>(in.get_ref<const std::string&>()) : std::nullopt;
      if (!found) throw ShapeError{name};
      value = *found;
    } else if constexpr (std::is_same_v<T, char>) {
      if (!in.is_string() || in.get_ref<const std::string&>().size() > 1) throw ShapeError{name};
      value = in.get_ref<const std::string&>().empty() ? '\0' : in.get_ref<const std::string&>()[0];
    } else if constexpr (std::is_same_v<T, bool>) {
      if (!in.is_boolean()) throw ShapeError{name};
      value = in.get<bool>();
    } else if constexpr (std::is_arithmetic_v<T>) {
      if (!in.is_number()) throw ShapeError{name};
      value = in.get<T>();
    } else if constexpr (std::is_same_v<T, std::string>) {
      if (!in.is_string()) throw ShapeError{name};
      value = in.get<std::string>();
    } else if constexpr (IsVector<T>::value) {
      if (!in.is_array()) throw ShapeError{name};
      value.clear();
      for (const Json& item : in) read(item, value.emplace_back(), name);
    } else if constexpr (IsMap<T>::value) {
      if (!in.is_object()) throw ShapeError{name};
      for (const auto& [key, item] : in.items()) read(item, value[key], name);
    } else {
      if (!in.is_object()) throw ShapeError{name};
      Reader reader(in);
      fields(reader, value);
    }
  }

 private:
  const Json& in_;
};

}  // namespace pegel::json
