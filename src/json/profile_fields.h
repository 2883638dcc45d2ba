#pragma once
// The members of a Profile and of what it is made of. A name here is the member's name.

#include "pegel/plan.h"
#include "pegel/profile.h"

namespace pegel {

template <class A>
void fields(A& a, Place& p) {
  a("file", p.file);
  a("line", p.line);
  a("column", p.column);
  a("excerpt", p.excerpt);
}
template <class A>
void fields(A& a, Issue& i) {
  a("code", i.code);
  a("subject", i.subject);
  a("count", i.count);
  a("rows_left_out", i.rows_left_out);
  a("places", i.places);
  a("values", i.values);
}
template <class A>
void fields(A& a, Dialect& d) {
  a("encoding", d.encoding);
  a("bom", d.bom);
  a("delimiter", d.delimiter);
  a("quote", d.quote);
  a("escape", d.escape);
  a("line_ending", d.line_ending);
  a("skip_rows", d.skip_rows);
  a("header_rows", d.header_rows);
  a("skip_after_header", d.skip_after_header);
  a("last_line", d.last_line);
}
template <class A>
void fields(A& a, NumberFormat& f) {
  a("decimal", f.decimal);
  a("group", f.group);
  a("percent", f.percent);
  a("currency", f.currency);
  a("several_currencies", f.several_currencies);
  a("power", f.power);
}
template <class A>
void fields(A& a, DateFormat& f) {
  a("order", f.order);
  a("separator", f.separator);
  a("two_digit_year", f.two_digit_year);
  a("month_names", f.month_names);
  a("time", f.time);
}
template <class A>
void fields(A& a, Guess& g) {
  a("confidence", g.confidence);
  a("reason", g.reason);
  a("runner_up", g.runner_up);
}
template <class A>
void fields(A& a, Option& o) {
  a("choice", o.choice);
  a("readings", o.readings);
  a("proofs", o.proofs);
}
template <class A>
void fields(A& a, Query& q) {
  a("code", q.code);
  a("column", q.column);
  a("values", q.values);
  a("options", q.options);
}
template <class A>
void fields(A& a, ColumnProfile& c) {
  a("name", c.name);
  a("label", c.label);
  a("type", c.type);
  a("number", c.number);
  a("date", c.date);
  a("type_guess", c.type_guess);
  a("role", c.role);
  a("role_guess", c.role_guess);
  a("samples", c.samples);
  a("empty", c.empty);
  a("distinct", c.distinct);
  a("unreadable", c.unreadable);
}
template <class A>
void fields(A& a, ValueMapping& v) {
  a("role", v.role);
  a("raw", v.raw);
  a("canonical", v.canonical);
  a("rows", v.rows);
  a("guess", v.guess);
}
template <class A>
void fields(A& a, Spread& s) {
  a("column", s.column);
  a("role", s.role);
  a("answers", s.answers);
}
template <class A>
void fields(A& a, WideProfile& w) {
  a("over", w.over);
  a("columns", w.columns);
  a("year", w.year);
  a("guess", w.guess);
}
template <class A>
void fields(A& a, Scale& s) {
  a("least", s.least);
  a("most", s.most);
}
template <class A>
void fields(A& a, WideColumn& w) {
  a("index", w.index);
  a("name", w.name);
  a("to", w.to);
  a("cells", w.cells);
}
template <class A>
void fields(A& a, Wide& w) {
  a("columns", w.columns);
  a("first_key", w.first_key);
  a("year", w.year);
}
template <class A>
void fields(A& a, Profile& p) {
  a("file", p.file);
  a("bytes", p.bytes);
  a("sampled_bytes", p.sampled_bytes);
  a("sampled_rows", p.sampled_rows);
  a("dialect", p.dialect);
  a("dialect_guess", p.dialect_guess);
  a("header_guess", p.header_guess);
  a("columns", p.columns);
  a("usual_width", p.usual_width);
  a("full_rows", p.full_rows);
  a("kind", p.kind);
  a("kind_guess", p.kind_guess);
  a("wide", p.wide);
  a("scale", p.scale);
  a("scales", p.scales);
  a("currency", p.currency);
  a("values", p.values);
  a("queries", p.queries);
  a("issues", p.issues);
}

}  // namespace pegel
