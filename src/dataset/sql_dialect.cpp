#include "dataset/sql_dialect.h"

#include <cctype>
#include <vector>

namespace pegel::dataset {

namespace {

/// A call, or a word, of DuckDB's and what stands in its place; empty: the same. $1, $2, $3 are the arguments.
struct Entry {
  std::string_view duckdb;
  std::string_view postgres;
  std::string_view clickhouse;
};

constexpr Entry kCalls[] = {
    {"median", "percentile_cont(0.5) WITHIN GROUP (ORDER BY $1)", "quantileExactInclusive(0.5)(toFloat64($1))"},
    {"quantile_cont", "percentile_cont($2) WITHIN GROUP (ORDER BY $1)", "quantileExactInclusive($2)(toFloat64($1))"},
    {"bool_or", "", "max($1)"},
    {"epoch", "extract(epoch FROM $1)", "toUnixTimestamp($1)"},
    {"last_day", "CAST(date_trunc('month', $1) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE)",
     "toLastDayOfMonth($1)"},
    {"date_diff",
     "((extract(year FROM $3) - extract(year FROM $2)) * 12 + extract(month FROM $3) - extract(month FROM $2))", ""},
    {"regexp_matches", "$1 ~ ($2)", "match($1, $2)"},
    {"chr", "", "char($1)"},
};

constexpr Entry kWords[] = {
    {"main.", "public.", "default."},
    {"DOUBLE", "DOUBLE PRECISION", "Nullable(Float64)"},
};

constexpr Entry kTypes[] = {
    {"VARCHAR", "TEXT", "Nullable(String)"},
    {"DATE", "DATE", "Nullable(Date)"},
    {"TIMESTAMP", "TIMESTAMP", "Nullable(DateTime64(3, 'UTC'))"},
    {"BOOLEAN", "BOOLEAN", "Nullable(Bool)"},
    {"DECIMAL(19,6)", "NUMERIC(19,6)", "Nullable(Decimal(19, 6))"},
};

/// What no other words say alike.
struct Unsaid {
  SqlDialect dialect;
  std::string_view word;
  std::string_view why;
};
constexpr Unsaid kUnsaid[] = {
    {SqlDialect::clickhouse, "WITH RECURSIVE",
     "not here, as ClickHouse joins no recursive query with conditions like its"},
    {SqlDialect::clickhouse, "(VALUES (", "not here, as ClickHouse has no rows of values beside a table"},
    {SqlDialect::clickhouse, "part.key", "not here, as ClickHouse has no query within a query that looks at its row"},
};

std::string_view of(const Entry& entry, SqlDialect dialect) {
  return dialect == SqlDialect::postgres ? entry.postgres : entry.clickhouse;
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Where what is quoted at `at` ends; `at` itself where nothing is.
std::size_t past_quotes(std::string_view sql, std::size_t at) {
  const char quote = sql[at];
  if (quote != '\'' && quote != '"') return at;
  const auto end = sql.find(quote, at + 1);
  return end == std::string_view::npos ? sql.size() : end + 1;
}

/// The arguments of the call whose bracket opens at `at`, and where it ends.
struct Call {
  std::vector<std::string_view> arguments;
  std::size_t end = 0;
};
Call call_at(std::string_view sql, std::size_t at) {
  Call call;
  std::size_t from = at + 1;
  int depth = 0;
  for (std::size_t i = at; i < sql.size(); ++i) {
    if (const auto past = past_quotes(sql, i); past != i) i = past - 1;
    if (sql[i] == '(') ++depth;
    if (sql[i] == ')') --depth;
    if ((sql[i] != ',' || depth != 1) && depth != 0) continue;
    call.arguments.push_back(sql.substr(from, i - from));
    from = sql.find_first_not_of(' ', i + 1);
    call.end = i + 1;
    if (depth == 0) break;
  }
  return call;
}

std::string filled(std::string_view pattern, const std::vector<std::string_view>& arguments, SqlDialect dialect) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool slot = pattern[i] == '$' && i + 1 < pattern.size();
    const auto number = slot ? static_cast<std::size_t>(pattern[i + 1] - '1') : arguments.size();
    if (number < arguments.size()) {
      text += sql_in(dialect, arguments[number]);
      ++i;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

template <std::size_t N>
const Entry* find(const Entry (&entries)[N], std::string_view name, SqlDialect dialect) {
  for (const Entry& entry : entries) {
    if (entry.duckdb == name && !of(entry, dialect).empty()) return &entry;
  }
  return nullptr;
}

}  // namespace

std::string sql_in(SqlDialect dialect, std::string_view sql) {
  if (dialect == SqlDialect::duckdb) return std::string(sql);
  std::string text;
  for (std::size_t at = 0; at < sql.size();) {
    if (const auto past = past_quotes(sql, at); past != at) {
      text += sql.substr(at, past - at);
      at = past;
      continue;
    }
    std::size_t end = at;
    while (end < sql.size() && is_word(sql[end])) ++end;
    const std::string_view word = sql.substr(at, end - at);
    const bool call = end < sql.size() && sql[end] == '(';
    const bool schema = end < sql.size() && sql[end] == '.';
    if (const Entry* known = word.empty() || !call ? nullptr : find(kCalls, word, dialect)) {
      const Call found = call_at(sql, end);
      text += filled(of(*known, dialect), found.arguments, dialect);
      at = found.end;
    } else if (const Entry* same =
                   word.empty() ? nullptr : find(kWords, schema ? sql.substr(at, end + 1 - at) : word, dialect)) {
      text += of(*same, dialect);
      at = schema ? end + 1 : end;
    } else {
      text += word.empty() ? sql.substr(at, 1) : word;
      at = word.empty() ? at + 1 : end;
    }
  }
  return text;
}

std::string_view sql_unsaid(SqlDialect dialect, std::string_view sql) {
  for (const Unsaid& each : kUnsaid) {
    if (each.dialect == dialect && sql.find(each.word) != std::string_view::npos) return each.why;
  }
  return {};
}

std::string_view sql_prelude(SqlDialect dialect) {
  switch (dialect) {
    case SqlDialect::duckdb:
      break;
    case SqlDialect::postgres:
      return "-- For PostgreSQL 16 and later, over tables in the schema public. Texts are compared byte by byte: "
             "COLLATE "
             "\"C\".\n";
    case SqlDialect::clickhouse:
      return "-- For ClickHouse, over tables in the database default. From version 25.8 on; of days "
             "after 1970.\n"
             "SET join_use_nulls = 1;\nSET aggregate_functions_null_for_empty = 1;\nSET cast_keep_nullable = 1;\n"
             "SET prefer_column_name_to_alias = 1;\nSET union_default_mode = 'DISTINCT';\n";
  }
  return {};
}

std::string_view sql_type_in(SqlDialect dialect, std::string_view type) {
  if (dialect == SqlDialect::duckdb) return type;
  const Entry* known = find(kTypes, type, dialect);
  return known == nullptr ? type : of(*known, dialect);
}

bool sql_names(std::string_view sql, std::string_view name) {
  for (auto at = sql.find(name); at != std::string_view::npos; at = sql.find(name, at + 1)) {
    const auto end = at + name.size();
    if ((at == 0 || !is_word(sql[at - 1])) && (end == sql.size() || !is_word(sql[end]))) return true;
  }
  return false;
}

}  // namespace pegel::dataset
