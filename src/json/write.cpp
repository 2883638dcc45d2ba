#include "json/json.h"

#include "json/fields.h"
#include "json/writer.h"

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

template <class T>
std::string written(const T& value) {
  std::string out;
  append(out, value);
  return out;
}

void add_card(Writer& w, const Card& card, std::string_view group, Kind kind, std::string_view formula,
              std::string_view variant = {}) {
  const Way way = way_of(card, variant);
  w("id", card.id);
  w("group", group);
  w("name", card.name);
  w("meaning", card.meaning);
  w("formula", formula);
  w("kind", kind);
  w("unit", way.unit);
  w("direction", way.direction);
  w("semantic", way.semantic);
  w("date", card.date);
  w("by", card.by);
  w("needs", card.needs);
  if (!card.also.empty()) w("also", card.also);
  w("uses", card.uses);
  std::string& variants = w.member("variants");
  append_list(variants, card.variants, [&](const Variant& each) {
    Writer one(variants);
    fields(one, const_cast<Variant&>(each));
    one("unit", way_of(card, each.id).unit);
  });
  if (!card.rests_on.empty()) w("rests_on", card.rests_on);
  if (!card.panel.empty()) w("panel", card.panel);
  w("source", card.source);
}

template <std::size_t N>
void append_rows(std::string& out, const Few<ExampleRows, N>& rows) {
  append_list(out, rows, [&](const ExampleRows& row) {
    Writer w(out);
    w("times", row.times);
    w("line", row.line);
  });
}

void append_example(std::string& out, const Example& example) {
  Writer w(out);
  w("header", example.header);
  append_rows(w.member("rows"), example.rows);
  if (!example.also.empty()) {
    append_list(w.member("also"), example.also, [&](const ExampleFile& file) {
      Writer one(out);
      one("kind", file.kind);
      one("header", file.header);
      append_rows(one.member("rows"), file.rows);
    });
  }
  w("value", example.value);
  w("low", example.low);
  w("high", example.high);
  w("n", example.n);
  w("undefined", example.undefined);
  w("by", example.by);
  if (!example.variant.empty()) w("variant", example.variant);
  w("today", example.today);
}

void append_kpi(std::string& out, const KpiReport& kpi) {
  Writer w(out);
  add_card(w, *kpi.card, kpi.group, kpi.kind == Kind::none ? kpi.card->kind : kpi.kind,
           formula_of(*kpi.card, kpi.variant), kpi.variant);
  if (!kpi.names.empty()) w("names", kpi.names);
  if (!kpi.sql.empty()) w("sql", kpi.sql);
  w("period", kpi.period);
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
}

void append_cell(std::string& out, const TableCell& cell) {
  if (cell.number) {
    append(out, *cell.number);
  } else if (cell.text.empty()) {
    out += "null";
  } else {
    append(out, cell.text);
  }
}

void append_table(std::string& out, const Table& table) {
  Writer w(out);
  w("id", table.id);
  w("kpi", table.kpi);
  w("title", table.title);
  w("columns", table.columns);
  append_list(w.member("rows"), table.rows,
              [&](const auto& row) { append_list(out, row, [&](const TableCell& cell) { append_cell(out, cell); }); });
  w("notes", table.notes);
}

/// By their ids, in the order of the first of each.
void append_tables(std::string& out, const std::vector<Table>& tables) {
  std::map<std::string_view, std::vector<const Table*>> by_id;
  for (const Table& table : tables) by_id[table.id].push_back(&table);
  Writer w(out);
  for (const Table& table : tables) {
    const auto& alike = by_id[table.id];
    if (alike.front() != &table) continue;
    append_list(w.member(table.id), alike, [&](const Table* each) { append_table(out, *each); });
  }
}

}  // namespace

std::string write(const Profile& profile) { return written(profile); }
std::string write(const Plan& plan) { return written(plan); }
std::string write(const RowsPage& page) { return written(page); }

std::string write(const Report& report) {
  std::string out;
  {
    Writer w(out);
    w("pegel", std::string_view("report/1"));
    w("sources", report.sources);
    w("period", report.period);
    w("grain", report.grain);
    if (report.year_starts != 1) w("year_starts", report.year_starts);
    w.day("today", report.today);
    append_list(w.member("kpis"), report.kpis, [&](const KpiReport& kpi) { append_kpi(out, kpi); });
    append_tables(w.member("tables"), report.tables);
    if (!report.links.empty()) w("links", report.links);
    w("issues", report.issues);
  }
  return out;
}

namespace {

void add_entry(Writer& w, const CatalogueEntry& entry) {
  add_card(w, *entry.card, entry.group, entry.card->kind, entry.card->formula);
  if (!entry.names.empty()) w("names", entry.names);
  w("sql", entry.sql);
  if (!entry.variant_sql.empty()) {
    Writer sql(w.member("variant_sql"));
    for (const auto& [variant, text] : entry.variant_sql) sql(variant, text);
  }
  if (!entry.bases.empty()) w("bases", entry.bases);
}

template <class Add>
std::string catalogue_of(const std::vector<CatalogueEntry>& catalogue, const Add& add) {
  std::string out;
  {
    Writer w(out);
    append_list(w.member("kpis"), catalogue, [&](const CatalogueEntry& entry) {
      Writer one(out);
      add_entry(one, entry);
      add(one, entry);
    });
  }
  return out;
}

}  // namespace

std::string write(const std::vector<CatalogueEntry>& catalogue) {
  return catalogue_of(catalogue, [](Writer&, const CatalogueEntry&) {});
}

std::string write_with_examples(const std::vector<CatalogueEntry>& catalogue) {
  return catalogue_of(catalogue, [](Writer& w, const CatalogueEntry& entry) {
    std::string& out = w.member("examples");
    append_list(out, examples_of(entry.card->id), [&](const Example& example) { append_example(out, example); });
  });
}

std::string table_start(const TableHead& head, std::string_view file) {
  std::string out;
  {
    Writer w(out);
    w("file", file);
    {
      Writer dialect(w.member("dialect"));
      dialect("encoding", head.dialect.encoding);
      dialect("delimiter", head.dialect.delimiter);
      dialect("quote", head.dialect.quote);
      dialect("decimal", head.decimal);
    }
    w("header", head.header);
    w("types", head.types);
  }
  out.back() = ',';  // the object goes on
  return out + "\"rows\":[";
}

std::string write(const std::vector<std::string>& cells) { return written(cells); }

std::string table_end(const std::vector<Issue>& list, const Error* error) {
  std::string out;
  {
    Writer w(out);
    append_list(w.member("issues"), list, [&](const Issue& issue) {
      Writer one(out);
      one("code", issue.code);
      one("count", issue.count);
      one("line", issue.places.empty() ? int64_t{0} : issue.places.front().line);
      if (!issue.subject.empty()) one("subject", issue.subject);
    });
    if (error != nullptr) {
      Writer one(w.member("error"));
      one("code", error->code);
      one("text", error->text);
    }
  }
  return "]," + out.substr(1);
}

std::string ok(std::string_view written) { return "{\"ok\":" + std::string(written) + "}"; }

std::string error(const Error& error) {
  std::string out;
  {
    Writer w(out);
    Writer one(w.member("error"));
    one("code", error.code);
    one("text", error.text);
    one("place", error.place);
    one("values", error.values);
  }
  return out;
}

std::string refusal(std::string_view file, const Error& error) {
  std::string out;
  {
    Writer w(out);
    w("file", file);
    Writer one(w.member("error"));
    one("code", error.code);
    one("text", error.text);
  }
  return out;
}

}  // namespace pegel::json
