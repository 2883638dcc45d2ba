#include "cube/left_out.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "cube/cell_text.h"
#include "cube/identity.h"
#include "kpis/kpi.h"
#include "pegel/nearest.h"
#include "pegel/problem.h"

namespace pegel::cube {

namespace {

using Entry = table::LeftOut::Entry;

const std::string_view kDuplicate = kpis::name_of(kpis::Use::duplicate);

std::vector<std::string> reasons() {
  std::vector<std::string> reasons(std::begin(table::kReasonsToLeaveOut), std::end(table::kReasonsToLeaveOut));
  reasons.emplace_back(kDuplicate);
  return reasons;
}

std::string text_of(const table::Batch& batch, std::size_t row) {
  std::string text;
  for (const table::Column& column : batch.columns) text += (text.empty() ? "" : ", ") + cell_text(column, row);
  text.resize(base::valid_utf8_prefix(std::string_view(text).substr(0, kExcerptLength)));
  return text;
}

void add_duplicates(const table::Batch& batch, const std::vector<uint8_t>& dropped, std::vector<Entry>& entries) {
  for (std::size_t row = 0; row < dropped.size(); ++row) {
    if (dropped[row] != 0) entries.push_back({kDuplicate, batch.line_of(row), 0, 1, text_of(batch, row)});
  }
}

/// Of one Source, by line.
std::vector<Entry> entries_of(std::size_t source, const Batches::Body& batches, const Duplicates& duplicates) {
  std::vector<Entry> entries;
  for (std::size_t p = 0; p < batches.parts.size(); ++p) {
    const auto& part = batches.parts[p];
    if (part.source != source) continue;
    entries.insert(entries.end(), part.left_out.entries().begin(), part.left_out.entries().end());
    for (std::size_t b = 0; b < part.batches.size(); ++b) {
      add_duplicates(part.batches[b], duplicates.dropped[p][b], entries);
    }
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); });
  return entries;
}

void list(const std::string& file, const Entry& entry, const RowsQuery& query, RowsPage& page) {
  if (!query.use.empty() && entry.reason != query.use) return;
  const int64_t at = page.total++;
  if (at < query.offset || at - query.offset >= query.limit) return;
  page.rows.push_back({file, std::to_string(entry.line), std::to_string(entry.column), std::to_string(entry.rows),
                       std::string(entry.reason), entry.excerpt});
}

}  // namespace

Result<RowsPage> left_out(const Plan& plan, const Batches::Body& batches, const RowsQuery& query) {
  const auto known = reasons();
  if (!query.use.empty() && std::find(known.begin(), known.end(), query.use) == known.end()) {
    return fail("rows.use", "Rows are not left out as \"" + query.use + "\"." + did_you_mean(query.use, known), {},
                {{"use", query.use}});
  }
  const auto duplicates = duplicates_of(plan, batches);
  RowsPage page{{"file", "line", "column", "rows", "reason", "excerpt"}, {}, 0};
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    for (const Entry& entry : entries_of(s, batches, *duplicates)) list(plan.sources[s].file, entry, query, page);
  }
  return page;
}

}  // namespace pegel::cube
