#include "cube/repeats.h"

#include <algorithm>

#include "cube/held_rows.h"
#include "cube/row_cells.h"

namespace pegel::cube {

namespace {

struct At {
  const table::Batch* batch;
  std::size_t row;
  int64_t line() const { return batch->line_of(row); }
};

/// The rows of one Source by number, in file order.
class FileRows {
 public:
  FileRows(const Batches::Body& batches, std::size_t source) {
    for (const auto& part : batches.parts) {
      if (part.source != source) continue;
      for (const table::Batch& batch : part.batches) {
        if (batch.rows > 0) slices_.push_back({&batch, 0});
      }
    }
    std::stable_sort(slices_.begin(), slices_.end(),
                     [](const Slice& a, const Slice& b) { return a.batch->line_of(0) < b.batch->line_of(0); });
    for (Slice& slice : slices_) {
      slice.first = size_;
      size_ += slice.batch->rows;
    }
  }
  std::size_t size() const { return size_; }
  At at(std::size_t number) const {
    const auto after = std::upper_bound(slices_.begin(), slices_.end(), number,
                                        [](std::size_t n, const Slice& slice) { return n < slice.first; });
    const Slice& slice = *std::prev(after);
    return {slice.batch, number - slice.first};
  }

 private:
  struct Slice {
    const table::Batch* batch;
    std::size_t first;
  };
  std::vector<Slice> slices_;
  std::size_t size_ = 0;
};

bool equal(const At& a, const At& b) { return equal_rows(*a.batch, a.row, *b.batch, b.row); }

bool is_copy(const Plan& plan, const Batches::Body& batches, std::size_t source, std::size_t earlier) {
  const Source& a = plan.sources[source];
  const Source& b = plan.sources[earlier];
  if (a.kind != b.kind || a.kind == Kind::none || a.bytes != b.bytes || !alike(a, b)) return false;
  const FileRows rows(batches, source), others(batches, earlier);
  if (rows.size() != others.size() || rows.size() == 0) return false;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const At here = rows.at(row), there = others.at(row);
    if (here.line() != there.line() || !equal(here, there)) return false;
  }
  return true;
}

bool has(const Source& source, Role role) {
  return std::any_of(source.columns.begin(), source.columns.end(),
                     [&](const SourceColumn& column) { return column.role == role; });
}

bool may_be_told_apart(const Source& source) {
  const Role id = dataset::identity_of(source).id;
  if (id == Role::none || has(source, id)) return false;
  return source.kind != Kind::responses || has(source, Role::customer_id);
}

void note_repeats(const std::string& file, const FileRows& rows, Issues& issues) {
  HeldRows held(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const At here = rows.at(row);
    const uint64_t hash = hash_of_row(*here.batch, here.row);
    const auto same = [&](uint32_t other) { return equal(rows.at(other), here); };
    const bool repeats = held.hold(hash, static_cast<uint32_t>(row), same) != nullptr;
    if (repeats) issues.add("row.repeated", {}, Place{file, here.line(), 0, {}});
  }
}

}  // namespace

std::vector<bool> copies_of(const Plan& plan, const Batches::Body& batches, Issues& issues) {
  std::vector<bool> copies(plan.sources.size(), false);
  for (std::size_t s = 1; s < copies.size(); ++s) {
    for (std::size_t earlier = 0; earlier < s && !copies[s]; ++earlier) {
      if (copies[earlier] || !is_copy(plan, batches, s, earlier)) continue;
      copies[s] = true;
      const auto rows = static_cast<int64_t>(FileRows(batches, s).size());
      issues.add(
          {"file.twice", {}, 1, rows, {{plan.sources[s].file, 0, 0, {}}}, {{"file", plan.sources[earlier].file}}});
    }
  }
  return copies;
}

void note_repeats(const Plan& plan, const Batches::Body& batches, const std::vector<bool>& left_out, Issues& issues) {
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const Source& source = plan.sources[s];
    if (!left_out[s] && may_be_told_apart(source)) note_repeats(source.file, FileRows(batches, s), issues);
  }
}

}  // namespace pegel::cube
