#pragma once
// The members of every struct that crosses as JSON, once. A name here is the member's name.

#include "json/profile_fields.h"
#include "pegel/engine.h"

namespace pegel {

template <class A>
void fields(A& a, Period& p) {
  a.day("start", p.start);
  a.day("end", p.end);
}
template <class A>
void fields(A& a, SourceColumn& c) {
  a("index", c.index);
  a("name", c.name);
  a("type", c.type);
  a("number", c.number);
  a("date", c.date);
  a("role", c.role);
}
template <class A>
void fields(A& a, Assumption& s) {
  a("code", s.code);
  a("subject", s.subject);
  a("choice", s.choice);
}
template <class A>
void fields(A& a, LentStep& s) {
  a("kind", s.kind);
  a("id", s.id);
  a("key", s.key);
}
template <class A>
void fields(A& a, LentColumn& c) {
  a("key", c.key);
  a.given("via", c.via);
  a("from", c.from);
  a("id", c.id);
  a("column", c.column);
  a("role", c.role);
  a("label", c.label);
}
template <class A>
void fields(A& a, Source& s) {
  a("file", s.file);
  a("bytes", s.bytes);
  a("dialect", s.dialect);
  a("width", s.width);
  a("usual_width", s.usual_width);
  a("full_rows", s.full_rows);
  a("kind", s.kind);
  a("columns", s.columns);
  a("lent", s.lent);
  a("wide", s.wide);
  a("scale", s.scale);
  a.given("scales", s.scales);
  a("values", s.values);
  a("currency", s.currency);
  a("assumed", s.assumed);
}
template <class A>
void fields(A& a, Filter& f) {
  a("dimension", f.dimension);
  a("values", f.values);
}
template <class A>
void fields(A& a, Alias& n) {
  a("role", n.role);
  a("from", n.from);
  a("to", n.to);
}
template <class A>
void fields(A& a, KpiMeasure& m) {
  a("take", m.take);
  a.given("of", m.of);
  a.given("since", m.since);
  a.by_role("where", m.where);
  a.given("kind", m.kind);
  a.given("date", m.date);
}
template <class A>
void fields(A& a, KpiDefinition& d) {
  a("id", d.id);
  a.by_language("name", d.name);
  a.given("meaning", d.meaning);
  a("kind", d.kind);
  a("measure", d.measure);
  a("divisor", d.divisor);
  a("unit", d.unit);
  a("direction", d.direction);
  a.given("date", d.date);
}
template <class A>
void fields(A& a, Dimension& d) {
  a("id", d.id);
  a("label", d.label);
  a("kind", d.kind);
}
template <class A>
void fields(A& a, FunnelChoice& f) {
  a("steps", f.steps);
  a("window_days", f.window_days);
  a("later_implies_earlier", f.later_implies_earlier);
  a("ties_count", f.ties_count);
  a("any_entry", f.any_entry);
  a("back_keeps", f.back_keeps);
  a("exclude", f.exclude);
  a("exclude_leaves", f.exclude_leaves);
  a("touch", f.touch);
  a.given("constant", f.constant);
}
template <class A>
void fields(A& a, PartnerScoreChoice& s) {
  a.given("weights", s.weights);
  a.given("targets", s.targets);
  a.given("tiers", s.tiers);
}
template <class A>
void fields(A& a, Plan& p) {
  a("sources", p.sources);
  a("period", p.period);
  a("grain", p.grain);
  a("year_starts", p.year_starts);
  a("comparison", p.comparison);
  a("filters", p.filters);
  a("dimensions", p.dimensions);
  a("kpis", p.kpis);
  a("variants", p.variants);
  a("own_kpis", p.own_kpis);
  a("aliases", p.aliases);
  a("funnel", p.funnel);
  a.given("partner_score", p.partner_score);
  a("currency", p.currency);
  a.day("today", p.today);
  a("seed", p.seed);
  a("memory_budget", p.memory_budget);
}
template <class A>
void fields(A& a, SourceChoice& c) {
  a("dialect", c.dialect);
  a("kind", c.kind);
  a("roles", c.roles);
  a("number", c.number);
  a("date", c.date);
  a("values", c.values);
  a("currency", c.currency);
  a("wide", c.wide);
  a("year", c.year);
  a("scale", c.scale);
  a.given("scales", c.scales);
}
template <class A>
void fields(A& a, Choices& c) {
  a("sources", c.sources);
  a("period", c.period);
  a("grain", c.grain);
  a("year_starts", c.year_starts);
  a("comparison", c.comparison);
  a("filters", c.filters);
  a("dimensions", c.dimensions);
  a("kpis", c.kpis);
  a("variants", c.variants);
  a("own_kpis", c.own_kpis);
  a("aliases", c.aliases);
  a("funnel", c.funnel);
  a("partner_score", c.partner_score);
  a("currency", c.currency);
  a.day("today", c.today);
  a("seed", c.seed);
  a("memory_budget", c.memory_budget);
}
template <class A>
void fields(A& a, RowsQuery& q) {
  a("left_out", q.left_out);
  a("kpi", q.kpi);
  a("use", q.use);
  a("dimension", q.dimension);
  a("key", q.key);
  a("offset", q.offset);
  a("limit", q.limit);
}
template <class A>
void fields(A& a, RowsPage& p) {
  a("columns", p.columns);
  a("rows", p.rows);
  a("total", p.total);
}
template <class A>
void fields(A& a, Part& p) {
  a("name", p.name);
  a("value", p.value);
  a("unit", p.unit);
}
template <class A>
void fields(A& a, Excluded& e) {
  a("reason", e.reason);
  a("rows", e.rows);
}
template <class A>
void fields(A& a, Compared& c) {
  a("period", c.period);
  a("current", c.current);
  a("to_date", c.to_date);
  a("value", c.value);
  a("before", c.before);
  a("change", c.change);
  a("relative", c.relative);
  a("distinguishable", c.distinguishable);
}
template <class A>
void fields(A& a, Attainment& t) {
  a("target", t.target);
  a("attained", t.attained);
  a("verdict", t.verdict);
}
template <class A>
void fields(A& a, Converted& c) {
  a("to", c.to);
  a("files", c.files);
  a("rows", c.rows);
  a.day("first", c.first);
  a.day("last", c.last);
}
template <class A>
void fields(A& a, TableColumn& c) {
  a("id", c.id);
  a("unit", c.unit);
}
template <class A>
void fields(A& a, Need& n) {
  a("kind", n.kind);
  a("role", n.role);
}
template <class A>
void fields(A& a, Variant& v) {
  a("id", v.id);
  a("meaning", v.meaning);
  a("is_default", v.is_default);
  a("computed", v.computed);
}
/// Written flat into what holds it: a KPI, a breakdown's value, a point of a trend.
template <class A>
void fields(A& a, Estimate& e) {
  a("value", e.value);
  a("low", e.low);
  a("high", e.high);
  a("n", e.n);
  a("gate", gate_of(e));
  if (!e.method.empty()) a("method", e.method);
  if (!e.undefined.empty()) a("undefined", e.undefined);
  if (e.incomplete) a("incomplete", e.incomplete);
  if (!e.currency.empty()) a("currency", e.currency);
  if (!e.parts.empty()) a("parts", e.parts);
}
template <class A>
void fields(A& a, VariantValue& v) {
  a("id", v.id);
  fields(a, v.estimate);
  if (v.period) a("period", v.period);
}
template <class A>
void fields(A& a, BreakdownValue& v) {
  a("key", v.key);
  fields(a, v.estimate);
  a("rank", v.rank);
}
template <class A>
void fields(A& a, Breakdown& b) {
  a("dimension", b.dimension);
  a("label", b.label);
  a("values", b.values);
}
template <class A>
void fields(A& a, TrendPoint& p) {
  a("period", p.period);
  a.day("start", p.start);
  fields(a, p.estimate);
  a("partial", p.partial);
}
template <class A>
void fields(A& a, SourceReport& s) {
  a("file", s.file);
  a("kind", s.kind);
  a("rows", s.rows);
  a("used", s.used);
  a("left_out", s.left_out);
  a.day("first", s.first);
  a.day("last", s.last);
  a("assumed", s.assumed);
}

template <class A>
void fields(A& a, LinkReport& l) {
  a("from", l.from);
  a("role", l.role);
  a("kind", l.kind);
  a("to", l.to);
  a("rows", l.rows);
  a("matched", l.matched);
  a("unmatched", l.unmatched);
  a("keys_unmatched", l.keys_unmatched);
  a("alike", l.alike);
  a("ambiguous", l.ambiguous);
  a("examples", l.examples);
  a("lends", l.lends);
}

}  // namespace pegel
