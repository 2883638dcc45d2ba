#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <ctime>
#include <functional>
#include <limits>
#include <regex>

namespace pegel::cli {

namespace {

Day today() {
  const std::time_t now = std::time(nullptr);
  const std::tm local = *std::localtime(&now);
  return *pegel::day_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

Day day_named(const std::string& text) {
  const auto day = day_of_iso(text);
  if (!day) throw CLI::ValidationError("\"" + text + "\" is not a day; write it as 2026-03-31.");
  return *day;
}

// "2026", "2026-Q1", "2026-03", "2026-03-01/2026-03-31" (last day included); of a year that begins with the month `starts`
// "2026/27", "2026/27-Q1".
Period period_of(const std::string& text, int starts) {
  std::smatch m;
  const auto number = [&](std::size_t group) { return std::stoi(m[group]); };
  const auto months = [](int year, int month, int count) {
    const int32_t first = (year - 1970) * 12 + month - 1;
    return Period{first_of_month(first), first_of_month(first + count)};
  };
  if (std::regex_match(text, m, std::regex("(\\d{4})"))) return months(number(1), 1, 12);
  if (std::regex_match(text, m, std::regex("(\\d{4})-Q([1-4])"))) return months(number(1), number(2) * 3 - 2, 3);
  if (std::regex_match(text, m, std::regex("(\\d{4})-(0[1-9]|1[0-2])"))) return months(number(1), number(2), 1);
  if (std::regex_match(text, m, std::regex("(\\d{4})/(\\d\\d)(?:-Q([1-4]))?")) && (number(1) + 1) % 100 == number(2)) {
    if (starts == 1)
      throw CLI::ValidationError("\"" + text + "\" needs --year-starts: the month that the year begins with.");
    return m[3].matched ? months(number(1), starts + number(3) * 3 - 3, 3) : months(number(1), starts, 12);
  }
  if (const auto slash = text.find('/'); slash != std::string::npos) {
    const Period period{day_named(text.substr(0, slash)), day_named(text.substr(slash + 1)) + 1};
    if (period.end > period.start) return period;
  }
  throw CLI::ValidationError("\"" + text +
                             "\" is not a period; write 2026, 2026-Q1, 2026-03, 2026/27 or 2026-03-01/2026-03-31.");
}

std::pair<std::string, std::string> pair_of(const std::string& text) {
  const auto equals = text.rfind('=');
  if (equals == std::string::npos) throw CLI::ValidationError("\"" + text + "\" has no \"=\".");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

void add_filter(Choices& choices, const std::string& text) {
  auto [dimension, value] = pair_of(text);
  for (Filter& filter : choices.filters) {
    if (filter.dimension == dimension) {
      filter.values.push_back(value);
      return;
    }
  }
  choices.filters.push_back({dimension, {value}});
}

// "owner:A. Schmidt=Anna Schmidt"
void add_alias(Options& options, const std::string& text) {
  const auto [said, to] = pair_of(text);
  const auto colon = said.find(':');
  const auto role = role_named(said.substr(0, colon));
  if (colon == std::string::npos || !role)
    throw CLI::ValidationError("\"" + text + "\" is not ROLE:NAME=NAME, such as \"owner:A. Schmidt=Anna Schmidt\".");
  options.aliases.push_back({*role, {said.substr(colon + 1)}, to});
}

struct FunnelRule {
  std::string_view word;
  void (*set)(FunnelChoice& funnel);
};
constexpr FunnelRule kFunnelRules[] = {
    {"later_implies_earlier", [](FunnelChoice& f) { f.later_implies_earlier = true; }},
    {"every_step", [](FunnelChoice& f) { f.later_implies_earlier = false; }},
    {"ties_count", [](FunnelChoice& f) { f.ties_count = true; }},
    {"ties_do_not_count", [](FunnelChoice& f) { f.ties_count = false; }},
    {"any_entry", [](FunnelChoice& f) { f.any_entry = true; }},
    {"first_entry", [](FunnelChoice& f) { f.any_entry = false; }},
    {"back_keeps", [](FunnelChoice& f) { f.back_keeps = true; }},
    {"back_resets", [](FunnelChoice& f) { f.back_keeps = false; }},
    {"exclude_ends", [](FunnelChoice& f) { f.exclude_leaves = false; }},
    {"exclude_leaves", [](FunnelChoice& f) { f.exclude_leaves = true; }},
    {"touch_first", [](FunnelChoice& f) { f.touch = FunnelTouch::first; }},
    {"touch_last", [](FunnelChoice& f) { f.touch = FunnelTouch::last; }},
    {"touch_each_step", [](FunnelChoice& f) { f.touch = FunnelTouch::each_step; }}};

std::string funnel_rules() {
  std::string list;
  for (const FunnelRule& rule : kFunnelRules) list += (list.empty() ? "" : ", ") + std::string(rule.word);
  return list;
}

FunnelChoice& funnel_of(Choices& choices) { return choices.funnel ? *choices.funnel : choices.funnel.emplace(); }

void set_funnel_rule(Choices& choices, const std::string& word) {
  for (const FunnelRule& rule : kFunnelRules) {
    if (rule.word == word) return rule.set(funnel_of(choices));
  }
  throw CLI::ValidationError("\"" + word + "\" is none of " + funnel_rules() + ".");
}

// The enumerator that a word names; `all` is what the error lists.
template <class E>
E named(const std::string& word, std::initializer_list<E> all) {
  std::string list;
  for (const E value : all) {
    if (name_of(value) == word) return value;
    list += (list.empty() ? "" : ", ") + std::string(name_of(value));
  }
  throw CLI::ValidationError("\"" + word + "\" is none of " + list + ".");
}

// One value each time the option stands there, so that file names may follow it.
CLI::Option* repeated(CLI::App& verb, const std::string& name, const std::string& help,
                      const std::function<void(const std::string&)>& take) {
  return verb
      .add_option_function<std::vector<std::string>>(
          name,
          [take](const std::vector<std::string>& texts) {
            for (const auto& text : texts) take(text);
          },
          help)
      ->allow_extra_args(false);
}

void add_answers(CLI::App& verb, Options& options) {
  for (const AnswerOption& option : answer_options()) {
    const std::string name(option.name);
    repeated(verb, name, std::string(option.help),
             [&options, name](const std::string& text) {
               options.answers.push_back({name, text});
             })
        ->option_text(std::string(option.grammar))
        ->group("What the files mean");
  }
}

void add_reading(CLI::App& verb, Options& options) {
  verb.add_option("FILE", options.files, "CSV files; - reads standard input")->required();
  verb.add_option_function<std::string>(
      "--today", [&](const std::string& text) { options.choices.today = day_named(text); },
      "the day open deals are looked at, as 2026-03-31; default: today");
}

void add_funnel(CLI::App& verb, Choices& choices) {
  verb.add_option_function<std::vector<std::string>>(
      "--steps", [&](const std::vector<std::string>& steps) { funnel_of(choices).steps = steps; },
      "the funnel's steps in order; default: found from the data");
  repeated(verb, "--exclude", "an event that ends a way through the funnel; may be repeated",
           [&](const std::string& event) { funnel_of(choices).exclude.push_back(event); });
  verb.add_option_function<std::string>(
      "--constant", [&](const std::string& dimension) { funnel_of(choices).constant = dimension; },
      "a dimension that all steps of a way through the funnel must agree in");
  repeated(verb, "--funnel-rule", "one of " + funnel_rules() + "; may be repeated",
           [&](const std::string& rule) { set_funnel_rule(choices, rule); });
  verb.add_option_function<int>(
      "--window",
      [&](int days) {
        if (days < 1) throw CLI::ValidationError("--window needs at least one day.");
        funnel_of(choices).window_days = days;
      },
      "days from the first step within which a funnel must be finished; default: no limit");
}

PartnerScoreChoice& score_of(Choices& choices) {
  return choices.partner_score ? *choices.partner_score : choices.partner_score.emplace();
}

double number_named(const std::string& text) {
  try {
    std::size_t read = 0;
    const double number = std::stod(text, &read);
    if (read == text.size()) return number;
  } catch (const std::exception&) {
  }
  throw CLI::ValidationError("\"" + text + "\" is not a number.");
}

void add_score(CLI::App& verb, Choices& choices) {
  repeated(verb, "--score-weight", "how much a component of the partner score weighs; components not named then do not",
           [&](const std::string& text) {
             const auto [component, weight] = pair_of(text);
             score_of(choices).weights[component] = number_named(weight);
           })
      ->option_text("COMPONENT=NUMBER ...");
  repeated(verb, "--score-target", "what each partner is to reach of a component, shares as 0.25",
           [&](const std::string& text) {
             const auto [component, target] = pair_of(text);
             score_of(choices).targets[component] = number_named(target);
           })
      ->option_text("COMPONENT=NUMBER ...");
  repeated(verb, "--score-tier", "the points that a tier of partners begins at; may be repeated",
           [&](const std::string& text) { score_of(choices).tiers.push_back(number_named(text)); })
      ->option_text("NUMBER ...");
}

void add_define(CLI::App& verb, Options& options) {
  verb.add_option("--define", options.definitions,
                  "JSON of KPIs of your own, one or an array; see \"own_kpis\" of a plan; may be repeated")
      ->allow_extra_args(false)
      ->option_text("FILE ...");
}

void add_computing(CLI::App& verb, Options& options) {
  auto& choices = options.choices;
  verb.add_option("--plan", options.plan_file, "a plan made by `pegel plan`; other options change it");
  repeated(verb, "--by", "break down by this role or column; may be repeated", [&](const std::string& id) {
    if (!choices.dimensions) choices.dimensions.emplace();
    choices.dimensions->push_back(id);
  });
  verb.add_option_function<std::string>(
      "--grain",
      [&](const std::string& word) {
        choices.grain = named(word, {Grain::day, Grain::week, Grain::month, Grain::quarter, Grain::year});
      },
      "day, week, month, quarter or year; default: month");
  verb.add_option_function<std::string>(
      "--compare",
      [&](const std::string& word) {
        choices.comparison = named(word, {Comparison::previous, Comparison::year, Comparison::none});
      },
      "previous, year or none; default: previous");
  verb.add_option("--year-starts", choices.year_starts, "the month that a year begins with, 1 to 12; default: 1")
      ->check(CLI::Range(1, 12));
  verb.add_option("--period", options.period,
                  "2026, 2026-Q1, 2026-03, 2026/27, 2026/27-Q1 or 2026-03-01/2026-03-31; default: all");
  verb.parse_complete_callback([&] {
    if (!options.period.empty()) choices.period = period_of(options.period, choices.year_starts.value_or(1));
  });
  repeated(verb, "--filter", "keep rows with \"dimension=value\"; may be repeated",
           [&](const std::string& text) { add_filter(choices, text); });
  repeated(verb, "--variant", "compute a KPI in another of its ways, as KPI=VARIANT; see `pegel catalog`",
           [&](const std::string& text) {
             const auto [kpi, variant] = pair_of(text);
             choices.variants[kpi] = variant;
           });
  add_define(verb, options);
  repeated(verb, "--alias", "take one name for another, as owner:'A. Schmidt'='Anna Schmidt'; may be repeated",
           [&](const std::string& text) { add_alias(options, text); })
      ->option_text("ROLE:NAME=NAME ...");
  verb.add_option(
          "--convert-to", choices.currency,
          "the currency of all amounts, by the rates of an fx file: EUR; \"\": none; default: that of most, where "
          "there are rates")
      ->option_text("CODE");
  verb.add_option("--seed", choices.seed, "of every bootstrap; default: 1");
  add_funnel(verb, choices);
  add_score(verb, choices);
}

}  // namespace

std::optional<int> parse(int argc, char** argv, Options& options) {
  CLI::App app{"Pegel computes sales, customer and partner KPIs from CSV exports."};
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("pegel 0.1.0"));
  const auto verb = [&](const char* name, const char* help, Verb which) {
    CLI::App* sub = app.add_subcommand(name, help);
    sub->add_flag("--json", options.json, "JSON for machines");
    sub->callback([&options, which] { options.verb = which; });
    return sub;
  };
  auto* profile = verb("profile", "what is in a file, how sure, and why", Verb::profile);
  auto* plan = verb("plan", "what would be computed, as JSON to keep and change", Verb::plan);
  auto* table = verb("table", "the file as it was read, one JSON line a file", Verb::table);
  auto* report = verb("report", "the KPIs with intervals, breakdowns and what was left out", Verb::report);
  auto* rows = verb("rows", "the rows behind a KPI", Verb::rows);
  auto* sql = verb("sql", "a script that DuckDB, or another database, runs to the same numbers", Verb::sql);
  add_define(*verb("catalog", "every KPI that Pegel knows, and those you define", Verb::catalog), options);
  for (auto* sub : {profile, plan, table, report, rows, sql}) {
    add_reading(*sub, options);
    add_answers(*sub, options);
  }
  for (auto* sub : {plan, report, rows, sql}) add_computing(*sub, options);
  for (auto* sub : {plan, report, sql}) {
    repeated(*sub, "--kpi", "only these KPIs, with a comma between them; may be repeated", [&](const std::string& id) {
      options.choices.kpis.push_back(id);
    })->delimiter(',');
  }
  sql->add_option_function<std::string>(
      "--dialect",
      [&](const std::string& word) {
        options.dialect = named(word, {SqlDialect::duckdb, SqlDialect::postgres, SqlDialect::clickhouse});
      },
      "duckdb, which reads the files; postgres or clickhouse, over tables named as kinds; default: duckdb");
  table->add_flag("--typed", options.typed, "add \"values\": numbers, ISO dates, null");
  auto* left_out = rows->add_flag("--left-out", options.rows.left_out,
                                  "instead of a KPI's: the rows that reach no KPI, each with its reason and place");
  rows->add_option("--kpi", options.rows.kpi, "the KPI")->excludes(left_out);
  rows->add_option("--use", options.rows.use, "\"used\" or a reason for leaving out; default: all");
  rows->add_option("--dimension", options.rows.dimension, "with --key: rows of one value of a dimension");
  rows->add_option("--key", options.rows.key, "the value");
  rows->add_option("--offset", options.rows.offset, "first row to list, from 0")->check(CLI::NonNegativeNumber);
  auto* limit = rows->add_option("--limit", options.rows.limit, "rows to list at most; default: 100, as CSV all");
  limit->check(CLI::NonNegativeNumber);
  rows->add_flag("--csv", options.csv,
                 "CSV to save; texts that a spreadsheet could take for formulas stand behind an '");
  try {
    app.parse(argc, argv);
    if (options.verb == Verb::rows && options.rows.kpi.empty() && !options.rows.left_out) {
      throw CLI::RequiredError("--kpi or --left-out");
    }
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : 2;
  }
  if (options.csv && limit->count() == 0) options.rows.limit = std::numeric_limits<int64_t>::max();
  options.today_given = options.choices.today.has_value();
  if (!options.today_given) options.choices.today = today();
  return std::nullopt;
}

}  // namespace pegel::cli
