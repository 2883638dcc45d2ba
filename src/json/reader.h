#pragma once
// JSON objects as structs, by the list of members that each has (fields.h).

#include <algorithm>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "json/containers.h"
#include "json/names.h"
#include "pegel/nearest.h"
#include "pegel/plan.h"
#include "pegel/problem.h"

namespace pegel::json {

using Json = nlohmann::ordered_json;

/// What a reader throws and json.h's functions catch: the path of the member that does not fit, and why.
struct ShapeError {
  std::string path;
  Problem problem;
};

class Reader {
 public:
  /// Reads an object; `path` says where it stands ("sources[0]", "" for all of it).
  Reader(const Json& in, std::string path) : in_(in), path_(std::move(path)) {
    require(in.is_object(), path_, "object");
  }

  template <class T>
  void operator()(const char* name, T& value) {
    if (const Json* in = member(name)) read(*in, value, inside(name));
  }
  void day(const char* name, Day& value) {
    if (const Json* in = member(name)) value = day_of(*in, inside(name));
  }
  void day(const char* name, std::optional<Day>& value) {
    if (const Json* in = member(name)) value = day_of(*in, inside(name));
  }
  template <class T>
  void given(const char* name, T& value) {
    (*this)(name, value);
  }
  void by_language(const char* name, std::map<std::string, std::string>& texts) {
    const Json* in = member(name);
    if (in != nullptr && in->is_string()) {
      texts[{}] = in->get<std::string>();
    } else if (in != nullptr) {
      require(in->is_object(), inside(name), "language_texts");
      read(*in, texts, inside(name));
    }
  }
  void by_role(const char* name, std::vector<KpiCondition>& conditions) {
    const Json* in = member(name);
    if (in == nullptr) return;
    require(in->is_object(), inside(name), "role_values");
    for (const auto& [role, holds] : in->items()) {
      KpiCondition& condition = conditions.emplace_back();
      read(Json(role), condition.role, inside(name));
      read_condition(holds, condition, inside(name) + "." + role);
    }
  }
  /// Refuses members that nobody asked for.
  void finish() const {
    for (const auto& [key, item] : in_.items()) {
      const bool known = std::find(names_.begin(), names_.end(), key) != names_.end();
      if (known) continue;
      Problem problem{"no_member", {}};
      if (const std::string near = nearest(key, names_); !near.empty()) problem.values["near"] = near;
      throw ShapeError{inside(key), std::move(problem)};
    }
  }

  template <class T>
  static void read(const Json& in, T& value, const std::string& path) {
    if constexpr (IsOptional<T>::value) {
      read(in, value.emplace(), path);
    } else if constexpr (std::is_enum_v<T>) {
      const std::string word = text_of(in, path);
      const auto found = named<T>(word);
      if (!found) throw ShapeError{path, unknown_word(word, names_of<T>())};
      value = *found;
    } else if constexpr (std::is_same_v<T, char>) {
      const std::string word = text_of(in, path);
      require(word.size() <= 1, path, "one_sign");
      value = word.empty() ? '\0' : word[0];
    } else if constexpr (std::is_same_v<T, bool>) {
      require(in.is_boolean(), path, "boolean");
      value = in.get<bool>();
    } else if constexpr (std::is_integral_v<T>) {
      value = whole<T>(in, path);
    } else if constexpr (std::is_arithmetic_v<T>) {
      require(in.is_number(), path, "number");
      value = in.get<T>();
    } else if constexpr (std::is_same_v<T, std::string>) {
      value = text_of(in, path);
    } else if constexpr (IsVector<T>::value) {
      require(in.is_array(), path, "list");
      value.clear();
      for (std::size_t i = 0; i < in.size(); ++i) {
        read(in[i], value.emplace_back(), path + "[" + std::to_string(i) + "]");
      }
    } else if constexpr (IsMap<T>::value) {
      require(in.is_object(), path, "object");
      for (const auto& [key, item] : in.items()) read(item, value[key], path + "[\"" + key + "\"]");
    } else {
      Reader reader(in, path);
      fields(reader, value);
      reader.finish();
    }
  }

 private:
  static void read_condition(const Json& in, KpiCondition& condition, const std::string& path) {
    if (in.is_boolean()) {
      condition.values = {in.get<bool>() ? "yes" : "no"};
    } else if (in.is_string()) {
      condition.values = {in.get<std::string>()};
    } else if (in.is_array()) {
      read(in, condition.values, path);
    } else {
      require(in.is_object(), path, "condition");
      Reader reader(in, path);
      condition.except = in.contains("not");
      reader("not", condition.values);
      reader("least", condition.least);
      reader("most", condition.most);
      reader.finish();
    }
  }
  static void require(bool holds, const std::string& path, const char* code) {
    if (!holds) throw ShapeError{path, {code, {}}};
  }
  static std::string text_of(const Json& in, const std::string& path) {
    require(in.is_string(), path, "text");
    return in.get<std::string>();
  }
  static Day day_of(const Json& in, const std::string& path) {
    const auto day = day_of_iso(text_of(in, path));
    require(day.has_value(), path, "day");
    return *day;
  }
  template <class T>
  static T whole(const Json& in, const std::string& path) {
    require(in.is_number_integer(), path, "whole");
    const bool fits =
        in.is_number_unsigned()
            ? in.get<uint64_t>() <= static_cast<uint64_t>(std::numeric_limits<T>::max())
            : std::is_signed_v<T> && in.get<int64_t>() >= static_cast<int64_t>(std::numeric_limits<T>::min());
    require(fits, path, "too_large");
    return in.get<T>();
  }

  /// The member's value; nullptr when it is absent or null.
  const Json* member(const char* name) {
    names_.emplace_back(name);
    const auto it = in_.find(name);
    return it == in_.end() || it->is_null() ? nullptr : &*it;
  }
  std::string inside(const std::string& name) const { return path_.empty() ? name : path_ + "." + name; }

  const Json& in_;
  std::string path_;
  std::vector<std::string> names_;  // asked for so far
};

}  // namespace pegel::json
