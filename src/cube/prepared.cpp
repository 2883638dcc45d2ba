#include "cube/prepared.h"

#include <algorithm>

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

std::shared_ptr<Prepared> prepare(const Plan& plan, const Batches::Body& batches) {
  auto prepared = std::make_shared<Prepared>();
  prepared->sources = plan.sources;
  prepared->today = plan.today;
  prepared->aliases = plan.aliases;
  for (const auto& from : batches.parts) {
    Prepared::Part& part = prepared->parts.emplace_back();
    const Source& source = prepared->sources[from.source];
    if (source.kind == Kind::none) continue;
    dataset::RowNotes notes(plan, source);
    for (const table::Batch& batch : from.batches) {
      const Frame& frame = part.frames.emplace_back(source, batch, plan.aliases);
      part.judgements.emplace_back();
      note_days(frame, part);
      notes.add(frame);
    }
    part.notes = notes.issues();
  }
  return prepared;
}

}  // namespace

Prepared& prepared_by(const Plan& plan, const Batches::Body& batches) {
  auto& kept = batches.prepared;
  const bool same =
      kept != nullptr && kept->today == plan.today && kept->sources == plan.sources && kept->aliases == plan.aliases;
  if (!same) kept = prepare(plan, batches);
  for (Prepared::Part& part : kept->parts) {
    for (Frame& frame : part.frames) frame.look_by(plan);
  }
  return *kept;
}

}  // namespace pegel::cube
