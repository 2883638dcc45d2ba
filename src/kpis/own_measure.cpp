#include "kpis/own_measure.h"

#include <algorithm>
#include <cmath>

namespace pegel::kpis {

namespace {

constexpr std::size_t kMostConditions = 5;  // of a Measure
constexpr double kLargest = 9.2e12;         // of a number in millionths

using Types = std::initializer_list<RoleType>;
constexpr Types kAdded = {RoleType::number, RoleType::money, RoleType::duration};
constexpr Types kNumbers = {RoleType::number, RoleType::money, RoleType::share, RoleType::duration};
constexpr Types kTexts = {RoleType::id, RoleType::text, RoleType::category};
constexpr Types kDates = {RoleType::date};

bool is_of(Role role, Types types) { return std::find(types.begin(), types.end(), type_of(role)) != types.end(); }

std::vector<std::string> roles_of(Kind kind, Types types) {
  std::vector<std::string> names;
  for (const dataset::RoleSpec& spec : dataset::table_of(kind)->roles) {
    if (types.size() == 0 || is_of(spec.role, types)) names.emplace_back(name_of(spec.role));
  }
  return names;
}

void require_role(Role role, Kind kind, Types types, const std::string& member, Problems& problems) {
  const auto names = roles_of(kind, types);
  const bool known = role != Role::none && std::find(names.begin(), names.end(), name_of(role)) != names.end();
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  const std::string word(name_of(role)), of(name_of(kind));
  problems.require(known, member,
                   list.empty() ? Problem{"role_none", {{"word", word}, {"kind", of}}}
                                : Problem{"role", {{"word", word}, {"kind", of}, {"known", list}}});
}

void check_of(const KpiMeasure& measure, Kind kind, const std::string& path, Problems& problems) {
  const std::string of = path + ".of";
  const bool averaged = measure.take == KpiTake::mean || measure.take == KpiTake::median;
  problems.require(measure.since == Role::none || averaged, path + ".since", {"since", {}});
  switch (measure.take) {
    case KpiTake::count:
      return problems.require(measure.of == Role::none, of, {"count_of", {}});
    case KpiTake::sum:
      return require_role(measure.of, kind, kAdded, of, problems);
    case KpiTake::distinct:
      return require_role(measure.of, kind, kTexts, of, problems);
    case KpiTake::mean:
    case KpiTake::median:
      if (measure.since == Role::none) return require_role(measure.of, kind, kNumbers, of, problems);
      require_role(measure.of, kind, kDates, of, problems);
      require_role(measure.since, kind, kDates, path + ".since", problems);
      problems.require(measure.of != measure.since, path + ".since", {"same_day", {}});
  }
}

// By their codes; what is not given comes last.
std::vector<std::string> canonical_names(Role role) {
  std::vector<std::string> names;
  for (uint8_t code = 1; !dataset::canonical_name(role, code).empty(); ++code) {
    names.emplace_back(dataset::canonical_name(role, code));
  }
  names.emplace_back();
  return names;
}

Condition coded(const KpiCondition& asked, const std::string& member, Problems& problems) {
  const auto names = canonical_names(asked.role);
  uint32_t codes = 0;
  for (const std::string& value : asked.values) {
    const auto found = std::find(names.begin(), names.end(), value);
    problems.require(found != names.end(), member, unknown_word(value, names));
    const auto code = static_cast<std::size_t>(found - names.begin()) + 1;
    if (found != names.end()) codes |= 1u << code % names.size();
  }
  if (asked.except) codes ^= (1u << names.size()) - 1;
  return {Condition::Test::code, asked.role, codes,
          asked.role == Role::status ? Use::unknown_status : Use::other_value};
}

Condition flagged(const KpiCondition& asked, const std::string& member, Problems& problems) {
  const bool one =
      !asked.except && asked.values.size() == 1 && (asked.values.front() == "yes" || asked.values.front() == "no");
  problems.require(one, member, {"flag", {}});
  const bool yes = one && asked.values.front() == "yes";
  return {yes ? Condition::Test::yes : Condition::Test::no, asked.role, 0, Use::other_value};
}

Condition bounded(const KpiCondition& asked, const std::string& member, Problems& problems) {
  Condition condition{Condition::Test::between, asked.role, 0, Use::other_value};
  problems.require(asked.least || asked.most, member, {"number_needed", {}});
  const auto micros = [&](double number, const char* end) {
    const bool fits = std::isfinite(number) && std::abs(number) < kLargest;
    problems.require(fits, member + end, {"large", {}});
    return fits ? static_cast<base::Micros>(std::llround(number * 1e6)) : 0;
  };
  if (asked.least) condition.least = micros(*asked.least, ".least");
  if (asked.most) condition.most = micros(*asked.most, ".most");
  problems.require(condition.least <= condition.most, member + ".most", {"least_most", {}});
  return condition;
}

Condition condition_of(const KpiCondition& asked, const std::string& member, Problems& problems) {
  const bool number = is_of(asked.role, kNumbers);
  problems.require(number || (!asked.least && !asked.most), member, {"without_numbers", {}});
  problems.require(!number || asked.values.empty(), member, {"numbers", {}});
  if (number) return bounded(asked, member, problems);
  problems.require(!asked.values.empty(), member, {"no_value", {}});
  if (type_of(asked.role) == RoleType::canonical) return coded(asked, member, problems);
  if (type_of(asked.role) == RoleType::boolean) return flagged(asked, member, problems);
  problems.require(is_of(asked.role, kTexts), member, {"day_condition", {}});
  const auto test = asked.except ? Condition::Test::none_of : Condition::Test::one_of;
  Condition condition{test, asked.role, 0, Use::other_value};
  condition.words = asked.values;
  return condition;
}

std::string_view word_of(KpiTake take) {
  constexpr std::string_view kWords[] = {"count", "sum of ", "mean of ", "median of ", "different "};
  return kWords[static_cast<std::size_t>(take)];
}

std::string number_text(double number) { return base::to_text(static_cast<base::Int128>(std::llround(number * 1e6))); }

std::string in_words(const KpiCondition& condition) {
  std::string text = std::string(name_of(condition.role)) + (condition.except ? ": not " : ": ");
  for (const std::string& value : condition.values) {
    text += (&value == condition.values.data() ? "" : ", ") + (value.empty() ? "(none)" : value);
  }
  if (condition.least) text += number_text(*condition.least) + (condition.most ? "" : " or more");
  if (condition.most) text += (condition.least ? " to " : "up to ") + number_text(*condition.most);
  return text;
}

// The day that most KPIs of the catalogue place such rows by, else the first that they have.
Role usual_date(Kind kind) {
  std::array<int, kRoleCount> times{};
  for (const Entry& entry : catalogue()) {
    if (entry.kpi->card.kind == kind) ++times[static_cast<std::size_t>(entry.kpi->card.date)];
  }
  times[0] = 0;
  const auto most = std::max_element(times.begin(), times.end());
  if (*most > 0) return static_cast<Role>(most - times.begin());
  const auto dates = roles_of(kind, kDates);
  return dates.empty() ? Role::none : *role_named(dates.front());
}

bool all_among(std::span<const std::string> few, std::span<const std::string> many) {
  return std::all_of(few.begin(), few.end(),
                     [&](const std::string& word) { return std::find(many.begin(), many.end(), word) != many.end(); });
}

// Rows that meet `narrow` meet `wide`.
bool holds(const Condition& wide, const Condition& narrow) {
  if (wide.test != narrow.test || wide.role != narrow.role) return false;
  return (narrow.codes & ~wide.codes) == 0 && narrow.least >= wide.least && narrow.most <= wide.most &&
         (wide.test == Condition::Test::none_of ? all_among(wide.words, narrow.words)
                                                : all_among(narrow.words, wide.words));
}

}  // namespace

bool Side::decided() const {
  const uint32_t either = decided_status().codes;
  return kind == Kind::deals && std::any_of(where.begin(), where.end(), [&](const Condition& condition) {
           return condition.role == Role::status && (condition.codes & ~either) == 0;
         });
}

bool Side::holds_all_of(const Side& other) const {
  return kind == other.kind && std::all_of(where.begin(), where.end(), [&](const Condition& wide) {
           return std::any_of(other.where.begin(), other.where.end(),
                              [&](const Condition& narrow) { return holds(wide, narrow); });
         });
}

Side side_of(const KpiMeasure& measure, Kind kind, const std::string& path, Problems& problems) {
  check_of(measure, kind, path, problems);
  problems.require(measure.where.size() <= kMostConditions, path + ".where",
                   {"many", {{"most", std::to_string(kMostConditions)}}});
  Side side{measure.take, kind, measure.of, measure.since};
  for (const KpiCondition& asked : measure.where) {
    const std::string member = path + ".where." + std::string(name_of(asked.role));
    require_role(asked.role, kind, {}, member, problems);
    if (problems.first()) return side;
    side.where.add(condition_of(asked, member, problems));
  }
  return side;
}

Role date_of(Role wanted, Kind kind, const std::string& path, Problems& problems) {
  if (wanted == Role::none) return usual_date(kind);
  require_role(wanted, kind, kDates, path, problems);
  return wanted;
}

std::string in_words(const KpiMeasure& measure, Kind kind) {
  std::string text(word_of(measure.take));
  if (measure.since != Role::none) text += "days from " + std::string(name_of(measure.since)) + " to ";
  text += std::string(name_of(measure.of)) + " (" + std::string(name_of(kind));
  for (const KpiCondition& condition : measure.where) text += "; " + in_words(condition);
  return text + ")";
}

}  // namespace pegel::kpis
