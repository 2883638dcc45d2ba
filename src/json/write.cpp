#include "json/json.h"

#include "json/archive.h"
#include "json/fields.h"

namespace pegel {

std::string_view name_of(Escape escape) {
  switch (escape) {
    case Escape::doubled:
      return "doubled";
    case Escape::backslash:
      return "backslash";
  }
  return {};
}

}  // namespace pegel

namespace pegel::json {

namespace {

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <class T>
std::string written(const T& value) {
  return text_of(Writer::json_of(value));
}

void add_card(Writer& w, const Card& card, std::string_view group, std::string_view variant = {}) {
  const Way way = way_of(card, variant);
  w("id", card.id);
  w("group", group);
  w("name", card.name);
  w("meaning", card.meaning);
  w("formula", card.formula);
  w("kind", card.kind);
  w("unit", way.unit);
  w("direction", way.direction);
  w("semantic", way.semantic);
  w("date", card.date);
  w("by", card.by);
  w("needs", card.needs);
  if (!card.also.empty()) w("also", card.also);
  w("uses", card.uses);
  w("variants", card.variants);
  for (std::size_t v = 0; v < card.variants.size(); ++v) {
    w.out["variants"][v]["unit"] = name_of(way_of(card, card.variants[v].id).unit);
  }
  if (!card.rests_on.empty()) w("rests_on", card.rests_on);
  if (!card.panel.empty()) w("panel", card.panel);
  w("source", card.source);
}

template <std::size_t N>
Json rows_of(const Few<ExampleRows, N>& rows) {
  Json list = Json::array();
  for (const ExampleRows& row : rows) list.push_back(Json{{"times", row.times}, {"line", row.line}});
  return list;
}

Json example_of(const Example& example) {
  Writer w;
  w("header", example.header);
  w.out["rows"] = rows_of(example.rows);
  Json also = Json::array();
  for (const ExampleFile& file : example.also) {
    also.push_back(Json{{"kind", name_of(file.kind)}, {"header", file.header}, {"rows", rows_of(file.rows)}});
  }
  if (!also.empty()) w.out["also"] = std::move(also);
  w("value", example.value);
  w("low", example.low);
  w("high", example.high);
  w("n", example.n);
  w("undefined", example.undefined);
  w("by", example.by);
  if (!example.variant.empty()) w("variant", example.variant);
  w("today", example.today);
  return w.out;
}

Json kpi_of(const KpiReport& kpi) {
  Writer w;
  add_card(w, *kpi.card, kpi.group, kpi.variant);
  if (!kpi.names.empty()) w("names", kpi.names);
  if (!kpi.sql.empty()) w("sql", kpi.sql);
  if (kpi.kind != Kind::none) w("kind", kpi.kind);
  w("period", kpi.period);
  w("formula", formula_of(*kpi.card, kpi.variant));
  if (!kpi.variant.empty()) w("variant", kpi.variant);
  if (!kpi.variant_values.empty()) w("variant_values", kpi.variant_values);
  w("status", kpi.status);
  fields(w, const_cast<Estimate&>(kpi.total));
  w("missing", kpi.missing);
  w("missing_kinds", kpi.missing_kinds);
  w("denominator", kpi.denominator);
  w("excluded", kpi.excluded);
  w("breakdown", kpi.breakdown);
  w("trend", kpi.trend);
  w("compared", kpi.compared);
  w("target", kpi.target);
  if (kpi.converted) w("converted", kpi.converted);
  return w.out;
}

Json cell_of(const TableCell& cell) {
  if (cell.number) return *cell.number;
  return cell.text.empty() ? Json() : Json(cell.text);
}

Json table_of(const Table& table) {
  Writer w;
  w("id", table.id);
  w("kpi", table.kpi);
  w("title", table.title);
  w("columns", table.columns);
  Json rows = Json::array();
  for (const auto& row : table.rows) {
    Json cells = Json::array();
    for (const TableCell& cell : row) cells.push_back(cell_of(cell));
    rows.push_back(std::move(cells));
  }
  w.out["rows"] = std::move(rows);
  w("notes", table.notes);
  return w.out;
}

}  // namespace

std::string write(const Profile& profile) { return written(profile); }
std::string write(const Plan& plan) { return written(plan); }
std::string write(const RowsPage& page) { return written(page); }

std::string write(const Report& report) {
  Writer w;
  w("pegel", std::string_view("report/1"));
  w("sources", report.sources);
  w("period", report.period);
  w("grain", report.grain);
  if (report.year_starts != 1) w("year_starts", report.year_starts);
  w.day("today", report.today);
  Json kpis = Json::array();
  for (const KpiReport& kpi : report.kpis) kpis.push_back(kpi_of(kpi));
  w.out["kpis"] = std::move(kpis);
  Json tables = Json::object();
  for (const Table& table : report.tables) tables[table.id].push_back(table_of(table));
  w.out["tables"] = std::move(tables);
  if (!report.links.empty()) w("links", report.links);
  w("issues", report.issues);
  return text_of(w.out);
}

namespace {

Writer entry_of(const CatalogueEntry& entry) {
  Writer w;
  add_card(w, *entry.card, entry.group);
  if (!entry.names.empty()) w("names", entry.names);
  w("sql", entry.sql);
  for (const auto& [variant, sql] : entry.variant_sql) w.out["variant_sql"][std::string(variant)] = sql;
  if (!entry.bases.empty()) w("bases", entry.bases);
  return w;
}

}  // namespace

std::string write(const std::vector<CatalogueEntry>& catalogue) {
  Json kpis = Json::array();
  for (const CatalogueEntry& entry : catalogue) kpis.push_back(entry_of(entry).out);
  return text_of(Json{{"kpis", std::move(kpis)}});
}

std::string write_with_examples(const std::vector<CatalogueEntry>& catalogue) {
  Json kpis = Json::array();
  for (const CatalogueEntry& entry : catalogue) {
    Writer w = entry_of(entry);
    Json examples = Json::array();
    for (const Example& example : examples_of(entry.card->id)) examples.push_back(example_of(example));
    w.out["examples"] = std::move(examples);
    kpis.push_back(std::move(w.out));
  }
  return text_of(Json{{"kpis", std::move(kpis)}});
}

std::string table_start(const TableHead& head, std::string_view file) {
  Writer w;
  w("file", file);
  w.out["dialect"] = Json{{"encoding", name_of(head.dialect.encoding)},
                          {"delimiter", head.dialect.delimiter},
                          {"quote", Writer::json_of(head.dialect.quote)},
                          {"decimal", head.decimal}};
  w("header", head.header);
  w("types", head.types);
  std::string text = text_of(w.out);
  text.back() = ',';  // the object goes on
  return text + "\"rows\":[";
}

std::string write(const std::vector<std::string>& cells) { return written(cells); }

std::string table_end(const std::vector<Issue>& list, const Error* error) {
  Writer w;
  Json issues = Json::array();
  for (const Issue& issue : list) {
    Writer one;
    one("code", issue.code);
    one("count", issue.count);
    one("line", issue.places.empty() ? int64_t{0} : issue.places.front().line);
    if (!issue.subject.empty()) one("subject", issue.subject);
    issues.push_back(std::move(one.out));
  }
  w.out["issues"] = std::move(issues);
  if (error != nullptr) w.out["error"] = {{"code", error->code}, {"text", error->text}};
  return "]," + text_of(w.out).substr(1);
}

std::string ok(std::string_view written) { return "{\"ok\":" + std::string(written) + "}"; }

std::string error(const Error& error) {
  Writer w;
  w("code", error.code);
  w("text", error.text);
  w("place", error.place);
  w("values", error.values);
  return text_of(Json{{"error", std::move(w.out)}});
}

std::string refusal(std::string_view file, const Error& error) {
  return text_of(Json{{"file", file}, {"error", Json{{"code", error.code}, {"text", error.text}}}});
}

}  // namespace pegel::json
