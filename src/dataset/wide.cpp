#include "dataset/wide.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/civil_date.h"
#include "dataset/header_period.h"
#include "dataset/mapping.h"
#include "dataset/scale.h"
#include "table/currency.h"

namespace pegel::dataset {
namespace {

constexpr std::size_t kLeastPeriods = 3;
constexpr std::size_t kLeastStages = 2;
constexpr std::size_t kLeastQuestions = 2;
constexpr std::size_t kLeastCurrencies = 3;

// Cells enough to tell planned numbers from measured ones.
constexpr int64_t kCellsToTell = 8;

bool holds_numbers(const Evidence& evidence) {
  return evidence.column->type == ColumnType::number || evidence.column->type == ColumnType::empty;
}

bool holds_days(const Evidence& evidence) {
  const ColumnType type = evidence.column->type;
  return type == ColumnType::date || type == ColumnType::instant || type == ColumnType::empty;
}

WideProfile find_periods(const Table& file, std::string_view grain) {
  WideProfile wide;
  for (std::size_t c = 0; c < file.columns.size(); ++c) {
    const auto period = period_in(file.headers[c].name);
    if (!period || period->grain != grain || !holds_numbers(file.columns[c])) continue;
    wide.columns.push_back({static_cast<int>(c), period->role, {}});
  }
  if (wide.columns.size() < kLeastPeriods) return {};
  wide.over = grain;
  wide.year = year_in(file.profile->file);
  return wide;
}

// Of stages before there is a deal.
constexpr std::array<std::string_view, 9> kEarlyStages = {"lead",    "leads",       "mql",     "sql",     "prospect",
                                                          "anfrage", "interessent", "inquiry", "aanvraag"};

bool is_early(std::string_view stage) {
  return std::find(kEarlyStages.begin(), kEarlyStages.end(), normalise(stage)) != kEarlyStages.end();
}

// What stage_in finds, else the header itself: "Demo".
std::string stage_of(const std::string& header) {
  std::string stage = stage_in(header).stage;
  return stage.empty() ? header : stage;
}

WideProfile find_stages(const Table& file) {
  WideProfile told, named;
  std::size_t open = 0;
  for (std::size_t c = 0; c < file.columns.size(); ++c) {
    if (!holds_days(file.columns[c])) continue;
    const std::string& header = file.headers[c].name;
    const Spread spread{static_cast<int>(c), Role::entered, {}};
    if (stage_in(header).told) told.columns.push_back(spread);
    const std::string stage = stage_of(header);
    const bool early = is_early(stage);
    const std::string_view status = canonical_of(*table_of(Kind::deals), Role::status, stage);
    if (!early && (status.empty() || status == "closed")) continue;
    named.columns.push_back(spread);
    open += early || status == "open" ? 1 : 0;
  }
  told.over = named.over = "stage";
  if (told.columns.size() >= kLeastStages) return told;
  return named.columns.size() > kLeastStages && open >= kLeastStages ? named : WideProfile{};
}

bool holds_scores(const Evidence& scores) { return scores.scores() && scores.numbers * 10 >= scores.filled() * 9; }

// The first column of each question: two on the same would be two answers of one person.
WideProfile find_questions(const Table& file) {
  WideProfile wide;
  std::set<Question> asked;
  for (std::size_t c = 0; c < file.columns.size(); ++c) {
    const Question question = question_in(file.asked(c));
    if (question == Question::unknown || asked.count(question) != 0) continue;
    const Evidence scores = file.columns[c].as_scores();
    if (!holds_scores(scores)) continue;
    asked.insert(question);
    wide.columns.push_back({static_cast<int>(c), Role::score, text_of(answers_of(file.asked(c), scores))});
  }
  wide.over = "question";
  return wide.columns.size() >= kLeastQuestions ? wide : WideProfile{};
}

bool is_code(std::string_view name) {
  return name.size() == 3 && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What one of it is worth in each: of a bank's table the currency that it leaves out.
std::string base_of(const Table& file) {
  for (const std::string_view base : {"EUR", "USD"}) {
    if (std::none_of(file.headers.begin(), file.headers.end(), [&](const Header& h) { return h.name == base; }))
      return std::string(base);
  }
  return {};
}

// A day and, of at least three known currencies, how many of each one of another is worth.
WideProfile find_currencies(const Table& file) {
  WideProfile wide;
  std::size_t known = 0;
  bool dated = false;
  const std::string base = base_of(file);
  for (std::size_t c = 0; c < file.columns.size(); ++c) {
    const std::string& name = file.headers[c].name;
    const ColumnType type = file.columns[c].column->type;
    dated = dated || type == ColumnType::date || type == ColumnType::instant;
    if (!is_code(name) || !holds_numbers(file.columns[c])) continue;
    known += table::currency_word(name).code == name ? 1 : 0;
    wide.columns.push_back({static_cast<int>(c), Role::rate, base});
  }
  wide.over = "currency";
  return known >= kLeastCurrencies && dated && !base.empty() ? wide : WideProfile{};
}

// The user has said which column the scores are in, or what they all answer.
bool names_the_score(const SourceChoice& choice) {
  return choice.scale || std::any_of(choice.roles.begin(), choice.roles.end(),
                                     [](const auto& role) { return role.second == name_of(Role::score); });
}

int64_t numbers_of(const Table& file, const WideProfile& wide) {
  int64_t numbers = 0;
  for (const Spread& spread : wide.columns) numbers += file.columns[static_cast<std::size_t>(spread.column)].numbers;
  return numbers;
}

// Whole hundreds or more: planned, not measured.
bool are_round(const Table& file, const WideProfile& wide) {
  return std::all_of(wide.columns.begin(), wide.columns.end(), [&](const Spread& spread) {
    const Evidence& evidence = file.columns[static_cast<std::size_t>(spread.column)];
    return evidence.integers && (evidence.numbers == 0 || evidence.most >= 1000) &&
           std::all_of(evidence.values.begin(), evidence.values.end(), [](const RawCount& value) {
             return value.raw.find("00") != std::string::npos || value.raw == "0";
           });
  });
}

void give(WideProfile& wide, Role role) {
  for (Spread& spread : wide.columns) spread.role = role;
}

bool all_say(const WideProfile& wide) {
  return std::all_of(wide.columns.begin(), wide.columns.end(), [](const Spread& s) { return s.role != Role::none; });
}

void decide_periods(const Table& file, WideProfile& wide) {
  const std::string each = "a column for each " + wide.over;
  if (all_say(wide)) {
    wide.guess = {0.9, each + ", whose headers say what they hold", {}};
    return;
  }
  const Role named = measure_in(file.profile->file);
  const bool round = are_round(file, wide);
  give(wide, named != Role::none ? named : round ? Role::target : Role::actual);
  const bool many = numbers_of(file, wide) >= kCellsToTell;
  if (named != Role::none) {
    wide.guess = {0.9, each + ", and the file's name says what they hold", {}};
  } else if (round) {
    wide.guess = {many ? 0.85 : 0.6, "round numbers in " + each + " look like targets", "actual"};
  } else {
    wide.guess = {0.7, "uneven numbers in " + each + " look like what was reached", "target"};
  }
}

bool fits_kind(const WideProfile& wide, Kind kind) {
  return kind == (wide.over == "stage"      ? Kind::stage_history
                  : wide.over == "question" ? Kind::responses
                  : wide.over == "currency" ? Kind::fx
                                            : Kind::targets);
}

}  // namespace

WideProfile find_wide(const Table& file) {
  for (const std::string_view grain : {"month", "quarter", "week", "year"}) {
    WideProfile wide = find_periods(file, grain);
    if (!wide.columns.empty()) return wide;
  }
  WideProfile stages = find_stages(file);
  if (!stages.columns.empty()) return stages;
  WideProfile questions = find_questions(file);
  return questions.columns.empty() ? find_currencies(file) : questions;
}

void decide_wide(const Table& file, Kind kind, double sure, const SourceChoice& choice, WideProfile& wide) {
  if (wide.columns.empty()) return;
  if (choice.wide) {
    give(wide, role_named(*choice.wide).value_or(Role::none));
    wide.guess = {1, "chosen", {}};
  } else if (sure >= kSure && !fits_kind(wide, kind)) {
    give(wide, Role::none);
    wide.guess = {
        choice.kind ? 1.0 : kLikely, "every row is one of its " + std::string(name_of(kind)) + " already", {}};
  } else if (wide.over == "question") {
    if (names_the_score(choice)) give(wide, Role::none);
    wide.guess = {0.9, "a column for the answers to each question", {}};
  } else if (wide.over == "currency") {
    wide.guess = {0.9, "a column for each currency, of what one " + wide.columns.front().answers + " is worth", {}};
  } else if (wide.over == "stage") {
    wide.guess = {0.9, "a column for the day of each stage", {}};
  } else {
    decide_periods(file, wide);
  }
}

Kind kind_of(const WideProfile& wide) {
  for (const Spread& spread : wide.columns) {
    if (spread.role == Role::entered) return Kind::stage_history;
    if (spread.role == Role::score) return Kind::responses;
    if (spread.role == Role::rate) return Kind::fx;
    if (spread.role != Role::none) return Kind::targets;
  }
  return Kind::none;
}

namespace {

std::string label_of(const std::string& header, const WideProfile& wide) {
  if (wide.over == "stage") return stage_of(header);
  const auto period = period_in(header);
  const int year = period && period->year != 0 ? period->year : wide.year;
  const auto days = period && year != 0 ? days_of(*period, year) : std::nullopt;
  return days ? iso_text(days->first) + "/" + iso_text(days->second) : header;
}

Option option_of(Role role, const WideProfile& wide, const Profile& profile, std::size_t shown) {
  Option option{std::string(name_of(role)), {}};
  for (std::size_t i = 0; i < shown; ++i) {
    std::string& reading = option.readings.emplace_back();
    if (role == Role::none) continue;
    const ColumnProfile& column = profile.columns[static_cast<std::size_t>(wide.columns[i].column)];
    reading = label_of(column.name, wide) + ": " + (column.samples.empty() ? "" : column.samples.front());
  }
  return option;
}

}  // namespace

void ask_wide(const WideProfile& wide, Profile& profile) {
  if (wide.columns.empty() || wide.guess.confidence >= kSure) return;
  Query query{"wide.table", wide.columns.front().column, {}, {}};
  const std::size_t shown = std::min<std::size_t>(wide.columns.size(), 3);
  for (std::size_t i = 0; i < shown; ++i) {
    query.values.push_back(profile.columns[static_cast<std::size_t>(wide.columns[i].column)].name);
  }
  const bool stages = wide.over == "stage";
  std::vector<Role> roles =
      stages ? std::vector{Role::entered, Role::none} : std::vector{Role::target, Role::actual, Role::none};
  const auto assumed = std::find(roles.begin(), roles.end(), wide.columns.front().role);
  std::rotate(roles.begin(), assumed, assumed + 1);
  for (const Role role : roles) query.options.push_back(option_of(role, wide, profile, shown));
  profile.queries.push_back(std::move(query));
}

namespace {

std::vector<Role> roles_of(const WideProfile& wide) {
  std::vector<Role> roles;
  for (const Spread& spread : wide.columns) {
    if (spread.role == Role::none || std::find(roles.begin(), roles.end(), spread.role) != roles.end()) continue;
    roles.push_back(spread.role);
  }
  return roles;
}

// One column for the cells of a role, read as the first of them that shows how.
SourceColumn value_column(const Profile& profile, Role role, int index) {
  SourceColumn value{index, {}, ColumnType::number, {}, {}, role};
  const ColumnProfile *first = nullptr, *last = nullptr;
  for (const Spread& spread : profile.wide.columns) {
    if (spread.role != role) continue;
    const ColumnProfile& column = profile.columns[static_cast<std::size_t>(spread.column)];
    if (first == nullptr) first = &column;
    last = &column;
    if (value.number.decimal == '\0') value.number = column.number;
    if (role == Role::entered && value.type != ColumnType::instant && column.type != ColumnType::empty) {
      value.date = value.type == ColumnType::number || column.type == ColumnType::instant ? column.date : value.date;
      value.type = column.type;
    }
  }
  if (role == Role::entered && value.type == ColumnType::number) value.type = ColumnType::date;
  value.name = first->name + " … " + last->name;
  return value;
}

std::vector<std::string> keys_of(const Spread& spread, const std::string& header, const WideProfile& wide, int year) {
  if (wide.over == "stage") return {stage_of(header)};
  if (wide.over == "question") {
    const Answers answers = answers_named(spread.answers).value_or(Answers{Question::unsure, {}});
    const Scale& scale = answers.scale;
    const std::string question(canonical_name(Role::question, static_cast<uint8_t>(answers.question)));
    if (scale.most == 0) return {question, "", ""};
    return {question, std::to_string(scale.least), std::to_string(scale.most)};
  }
  if (wide.over == "currency") return {spread.answers, header};
  const auto period = period_in(header);
  const auto days = period ? days_of(*period, year) : std::nullopt;
  if (!days) return {"", ""};
  return {iso_text(days->first), iso_text(days->second)};
}

void add_keys(const WideProfile& wide, Source& source) {
  const int first = source.wide.first_key;
  if (wide.over == "stage") {
    source.columns.push_back({first, "stage", ColumnType::category, {}, {}, Role::stage});
    return;
  }
  if (wide.over == "question") {
    const std::string unsure(canonical_name(Role::question, static_cast<uint8_t>(Question::unsure)));
    source.values.push_back({Role::question, unsure, unsure, 0, {}});
    source.columns.push_back({first, "question", ColumnType::category, {}, {}, Role::question});
    source.columns.push_back({first + 1, "scale_min", ColumnType::number, {}, {}, Role::scale_min});
    source.columns.push_back({first + 2, "scale_max", ColumnType::number, {}, {}, Role::scale_max});
    return;
  }
  if (wide.over == "currency") {
    source.columns.push_back({first, "from_currency", ColumnType::category, {}, {}, Role::from_currency});
    source.columns.push_back({first + 1, "to_currency", ColumnType::category, {}, {}, Role::to_currency});
    return;
  }
  source.columns.push_back({first, "period_start", ColumnType::date, {}, {}, Role::period_start});
  source.columns.push_back({first + 1, "period_end", ColumnType::date, {}, {}, Role::period_end});
}

bool names_no_year(const Profile& profile) {
  return std::any_of(profile.wide.columns.begin(), profile.wide.columns.end(), [&](const Spread& spread) {
    const auto period = period_in(profile.columns[static_cast<std::size_t>(spread.column)].name);
    return period && period->year == 0;
  });
}

}  // namespace

namespace {

// The record's own columns of roles that its long rows have each for itself.
void drop_own(Source& source) {
  std::set<Role> given;
  for (const SourceColumn& column : source.columns) {
    if (column.index >= source.width) given.insert(column.role);
  }
  std::erase_if(source.columns, [&](const SourceColumn& column) {
    return column.index < source.width && column.role != Role::none && given.count(column.role) > 0;
  });
}

}  // namespace

void spread(const Profile& profile, int year, Source& source) {
  const std::vector<Role> roles = roles_of(profile.wide);
  if (roles.empty()) return;
  for (std::size_t r = 0; r < roles.size(); ++r) {
    source.columns.push_back(value_column(profile, roles[r], source.width + static_cast<int>(r)));
  }
  source.wide.first_key = source.width + static_cast<int>(roles.size());
  for (const Spread& spread : profile.wide.columns) {
    if (spread.role == Role::none) continue;
    const std::string& name = profile.columns[static_cast<std::size_t>(spread.column)].name;
    const auto to = std::find(roles.begin(), roles.end(), spread.role) - roles.begin();
    source.wide.columns.push_back(
        {spread.column, name, source.width + static_cast<int>(to), keys_of(spread, name, profile.wide, year)});
  }
  source.wide.year = names_no_year(profile) ? year : 0;
  add_keys(profile.wide, source);
  drop_own(source);
}

int usual_year(std::span<const Profile> profiles, Day today) {
  std::set<int> years;
  for (const Profile& profile : profiles) {
    for (const Spread& spread : profile.wide.columns) {
      const auto period = period_in(profile.columns[static_cast<std::size_t>(spread.column)].name);
      if (period && period->year != 0) years.insert(period->year);
    }
  }
  return years.size() == 1 ? *years.begin() : base::civil_of(today).year;
}

}  // namespace pegel::dataset
