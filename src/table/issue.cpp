#include "pegel/issue.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

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

void keep_if_first(Place place, std::vector<Place>& places) {
  if (places.size() >= kIssuePlaces && !in_file_order(place, places.back())) return;
  places.insert(std::upper_bound(places.begin(), places.end(), place, in_file_order), std::move(place));
  if (places.size() > kIssuePlaces) places.pop_back();
}

void keep_first(std::vector<Place> from, Issue& issue) {
  for (Place& place : from) keep_if_first(std::move(place), issue.places);
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
  keep_first(std::move(from.places), into);
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
  keep_first(std::exchange(issue.places, {}), issue);
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
