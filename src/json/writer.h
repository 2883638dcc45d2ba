#pragma once
// Structs as JSON objects, by the list of members that each has (fields.h): written as text at once, since a report has many.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/containers.h"
#include "json/names.h"
#include "pegel/plan.h"

namespace pegel::json {

/// In quotes. Bytes that are no UTF-8 become U+FFFD.
void append_text(std::string& out, std::string_view text);
/// The shortest digits that are read as the same number; null where it is not finite.
void append_number(std::string& out, double value);
void append_number(std::string& out, int64_t value);
void append_number(std::string& out, uint64_t value);

template <class T>
void append(std::string& out, const T& value);

/// Appends an object to a text; each member once. It ends with the Writer.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) { out_ += '{'; }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { out_ += '}'; }

  template <class T>
  void operator()(std::string_view name, const T& value) {
    if constexpr (IsOptional<T>::value) {
      if (value) (*this)(name, *value);
    } else {
      append(member(name), value);
    }
  }
  void day(const char* name, const Day& value) { append_text(member(name), iso_text(value)); }
  void day(const char* name, const std::optional<Day>& value) {
    if (value) day(name, *value);
  }
  /// Absent where it is as it was made.
  template <class T>
  void given(const char* name, const T& value) {
    if (!(value == T{})) (*this)(name, value);
  }
  /// One text where that is for all languages.
  void by_language(const char* name, const std::map<std::string, std::string>& texts) {
    const bool one = texts.size() == 1 && texts.begin()->first.empty();
    if (one) {
      (*this)(name, texts.begin()->second);
    } else {
      (*this)(name, texts);
    }
  }
  void by_role(const char* name, const std::vector<KpiCondition>& conditions) {
    if (conditions.empty()) return;
    Writer roles(member(name));
    for (const KpiCondition& condition : conditions) {
      std::string& holds = roles.member(name_of(condition.role));
      if (!condition.except && !condition.least && !condition.most) {
        append(holds, condition.values);
        continue;
      }
      Writer limits(holds);
      if (condition.except) limits("not", condition.values);
      limits("least", condition.least);
      limits("most", condition.most);
    }
  }
  /// Begins a member, whose value is to be appended to what is returned.
  std::string& member(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    append_text(out_, name);
    out_ += ':';
    return out_;
  }

 private:
  std::string& out_;
  bool first_ = true;
};

/// An array of what `write(item)` appends for each.
template <class List, class Write>
void append_list(std::string& out, const List& list, const Write& write) {
  out += '[';
  bool first = true;
  for (const auto& item : list) {
    if (!first) out += ',';
    first = false;
    write(item);
  }
  out += ']';
}

template <class T>
void append(std::string& out, const T& value) {
  if constexpr (std::is_enum_v<T>) {
    append_text(out, name_of(value));
  } else if constexpr (std::is_same_v<T, char>) {
    append_text(out, value == '\0' ? std::string_view() : std::string_view(&value, 1));
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_floating_point_v<T>) {
    append_number(out, value);
  } else if constexpr (std::is_unsigned_v<T>) {
    append_number(out, uint64_t{value});
  } else if constexpr (std::is_integral_v<T>) {
    append_number(out, int64_t{value});
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    append_text(out, value);
  } else if constexpr (IsVector<T>::value) {
    append_list(out, value, [&](const auto& item) { append(out, item); });
  } else if constexpr (IsMap<T>::value) {
    Writer writer(out);
    for (const auto& [key, item] : value) writer(key, item);
  } else {
    Writer writer(out);
    fields(writer, const_cast<T&>(value));
  }
}

}  // namespace pegel::json
