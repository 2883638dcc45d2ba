#include "cube/prepared.h"

#include <algorithm>

#include "cube/identity.h"

namespace pegel::cube {

namespace {

using dataset::Frame;

void widen(Prepared::Part& part, Day day) {
  if (!table::known(day)) return;
  const bool empty = part.first > part.last;
  part.first = empty ? day : std::min(part.first, day);
  part.last = empty ? day : std::max(part.last, day);
}

void note_days(const Frame& frame, Prepared::Part& part) {
  for (const SourceColumn& column : frame.source().columns) {
    const Role role = column.role;
    if (!dataset::has_happened(role)) continue;
    for (std::size_t row = 0; row < frame.rows(); ++row) widen(part, frame.day(role, row));
  }
}

void count_links(const Plan& plan, const Batches::Body::Part& from, const std::vector<std::vector<uint8_t>>& dropped,
                 const dataset::Lent& lent, Prepared::Part& part) {
  const auto links = dataset::links_of(plan);
  for (std::size_t l = 0; l < links.size(); ++l) {
    if (links[l].source != from.source || links[l].link->onward) continue;
    LinkRows& rows = part.links.emplace_back(l, LinkRows{}).second;
    const dataset::Lookup& lookup = *lent.find(links[l].link->to, links[l].link->id);
    for (std::size_t b = 0; b < from.batches.size(); ++b) {
      count_links(links[l], plan.sources[from.source], from.batches[b], dropped[b], lookup, *part.borrowed, rows);
    }
  }
}

void note_rates(const Batches::Body& batches, Prepared& prepared) {
  dataset::Rates own;
  for (std::size_t p = 0; p < prepared.parts.size(); ++p) {
    const auto number = static_cast<uint32_t>(batches.parts[p].source);
    const Source& source = prepared.sources[number];
    if (source.kind != Kind::fx) continue;
    for (const Frame& frame : prepared.parts[p].frames) {
      for (const std::size_t row : own.add(frame, number)) {
        prepared.parts[p].notes.add("fx.row", {}, Place{source.file, frame.batch().line_of(row), 0, {}});
      }
    }
  }
  own.settle();
  for (const auto& rate : own.outdone()) {
    const std::string excerpt = dataset::name_of(rate.from) + " " + dataset::name_of(rate.to) + " " +
                                iso_text(rate.day) + ": " + base::to_text(rate.rate);
    prepared.parts.front().notes.add("fx.conflict", {},
                                     Place{prepared.sources[rate.source].file, rate.line, 0, excerpt});
  }
}

std::shared_ptr<Prepared> prepare(const Plan& plan, const Batches::Body& batches) {
  auto prepared = std::make_shared<Prepared>();
  prepared->sources = plan.sources;
  prepared->today = plan.today;
  prepared->aliases = plan.aliases;
  prepared->currency = plan.currency;
  prepared->lending = lending_by(plan, batches);
  const dataset::Lent& lent = prepared->lending->lent;
  const auto duplicates = lent.empty() ? nullptr : duplicates_of(plan, batches);
  for (std::size_t p = 0; p < batches.parts.size(); ++p) {
    const auto& from = batches.parts[p];
    Prepared::Part& part = prepared->parts.emplace_back();
    const Source& source = prepared->sources[from.source];
    if (source.kind == Kind::none) continue;
    if (!lent.empty()) part.borrowed = std::make_unique<dataset::Borrowed>(lent, source, plan.aliases);
    dataset::RowNotes notes(plan, source);
    for (const table::Batch& batch : from.batches) {
      Frame& frame = part.frames.emplace_back(source, batch, plan.aliases, part.borrowed.get());
      if (!plan.currency.empty()) frame.convert(dataset::currency_of(plan.currency), prepared->lending->rates);
      part.judgements.emplace_back();
      note_days(frame, part);
      notes.add(frame);
    }
    part.notes = notes.issues();
    if (!lent.empty()) count_links(plan, from, duplicates->dropped[p], lent, part);
  }
  note_rates(batches, *prepared);
  return prepared;
}

}  // namespace

Prepared& prepared_by(const Plan& plan, const Batches::Body& batches) {
  auto& kept = batches.prepared;
  const bool same = kept != nullptr && kept->today == plan.today && kept->currency == plan.currency &&
                    kept->sources == plan.sources && kept->aliases == plan.aliases;
  if (!same) kept = prepare(plan, batches);
  for (Prepared::Part& part : kept->parts) {
    for (Frame& frame : part.frames) frame.look_by(plan);
  }
  return *kept;
}

}  // namespace pegel::cube
