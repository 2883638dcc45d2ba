#include "pegel/issue.h"

#include <algorithm>
#include <tuple>

namespace pegel {
namespace {

std::string_view file_of(const Issue& issue) {
  return issue.places.empty() ? std::string_view() : std::string_view(issue.places.front().file);
}

using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
Key key_of(const Issue& issue) { return {file_of(issue), issue.code, issue.subject}; }

bool in_file_order(const Place& a, const Place& b) {
  return std::tie(a.line, a.column, a.excerpt) < std::tie(b.line, b.column, b.excerpt);
}

void keep_first_places(std::vector<Place>& places) {
  std::stable_sort(places.begin(), places.end(), in_file_order);
  if (places.size() > kIssuePlaces) places.resize(kIssuePlaces);
}

// Of two values for one name the smaller stays, whichever came first.
void absorb_values(std::map<std::string, std::string>& into, const std::map<std::string, std::string>& from) {
  for (const auto& entry : from) {
    const auto [place, fresh] = into.insert(entry);
    if (!fresh && entry.second < place->second) place->second = entry.second;
  }
}

void absorb(Issue& into, Issue&& from) {
  into.count += from.count;
  into.rows_left_out += from.rows_left_out;
  absorb_values(into.values, from.values);
  std::move(from.places.begin(), from.places.end(), std::back_inserter(into.places));
  keep_first_places(into.places);
}

}  // namespace

void Issues::add(std::string_view code, std::string_view subject, Place place, int64_t rows_left_out) {
  Issue issue;
  issue.code = code;
  issue.subject = subject;
  issue.count = 1;
  issue.rows_left_out = rows_left_out;
  issue.places.push_back(std::move(place));
  add(std::move(issue));
}

void Issues::add(Issue issue) {
  const auto at = std::lower_bound(list_.begin(), list_.end(), issue,
                                   [](const Issue& a, const Issue& b) { return key_of(a) < key_of(b); });
  if (at != list_.end() && key_of(*at) == key_of(issue)) return absorb(*at, std::move(issue));
  keep_first_places(issue.places);
  list_.insert(at, std::move(issue));
}

void Issues::merge(const Issues& other) {
  if (&other == this) return merge(Issues(other));
  for (const Issue& issue : other.list_) add(issue);
}

void Issues::shift(int64_t lines) {
  for (Issue& issue : list_) {
    for (Place& place : issue.places) place.line += place.line > 0 ? lines : 0;
  }
}

}  // namespace pegel
