#include "cube/lending.h"

#include <algorithm>
#include <array>

#include "base/byte_io.h"
#include "base/utf8.h"
#include "cube/row_cells.h"
#include "dataset/frame.h"
#include "pegel/report.h"
#include "table/issue_bytes.h"

namespace pegel::cube {

namespace {

bool has_rates(const Plan& plan) {
  return std::any_of(plan.sources.begin(), plan.sources.end(), [](const Source& s) { return s.kind == Kind::fx; });
}

/// Of the Batches themselves.
Lending own_lending(const Plan& plan, const Batches::Body& batches) {
  Lending lending{plan.sources, dataset::Lent(plan), {}};
  for (const auto& part : batches.parts) {
    const Source& source = plan.sources[part.source];
    for (const table::Batch& batch : part.batches) {
      lending.lent.add(plan, part.source, batch);
      if (source.kind != Kind::fx) continue;
      lending.rates.add(dataset::Frame(source, batch), static_cast<uint32_t>(part.source));
    }
  }
  lending.rates.settle();
  return lending;
}

void merge(Lending& into, const Lending& from) {
  into.lent.merge(from.lent);
  into.rates.merge(from.rates);
  into.rates.settle();
}

}  // namespace

std::shared_ptr<const Lending> lending_by(const Plan& plan, const Batches::Body& batches) {
  auto& kept = batches.lending;
  if (kept != nullptr && kept->sources == plan.sources) return kept;
  auto lending = std::make_shared<Lending>(own_lending(plan, batches));
  if (batches.borrowed != nullptr && batches.borrowed->sources == plan.sources) merge(*lending, *batches.borrowed);
  kept = std::move(lending);
  return kept;
}

namespace {

/// The keys of one Link that one Batch does not find.
class Misses {
 public:
  Misses(const Source& source, const SourceColumn& column, const table::Batch& batch, const dataset::Lookup& lookup)
      : source_(source), column_(column), batch_(batch), lookup_(lookup) {}

  void add(std::size_t row, std::string_view key, bool ambiguous, LinkRows& into) {
    const auto [seen, fresh] = alike_.try_emplace(key, false);
    if (fresh) {
      seen.value() = !ambiguous && lookup_.has_alike(key);
      show(key, into);
    }
    into.unmatched.add(key);
    into.alike += seen->second ? 1 : 0;
    into.ambiguous += ambiguous ? 1 : 0;
    Issue& issue = ambiguous ? issues_[2] : seen->second ? issues_[1] : issues_[0];
    if (++issue.count > static_cast<int64_t>(kIssuePlaces)) return;
    std::string excerpt(key.substr(0, base::valid_utf8_prefix(key.substr(0, kExcerptLength))));
    issue.places.push_back({source_.file, batch_.line_of(row), column_.index + 1, std::move(excerpt)});
  }

  void flush(LinkRows& into) {
    static constexpr const char* kCodes[] = {"link.unmatched", "link.alike", "link.ambiguous"};
    for (std::size_t i = 0; i < issues_.size(); ++i) {
      if (issues_[i].count == 0) continue;
      issues_[i].code = kCodes[i];
      issues_[i].subject = column_.name;
      issues_[i].values["kind"] = name_of(lookup_.shape().kind);
      into.issues.add(std::move(issues_[i]));
    }
  }

 private:
  static void show(std::string_view key, LinkRows& into) {
    if (into.examples.size() == kLinkExamples && key >= *into.examples.rbegin()) return;
    into.examples.emplace(key);
    if (into.examples.size() > kLinkExamples) into.examples.erase(std::prev(into.examples.end()));
  }

  const Source& source_;
  const SourceColumn& column_;
  const table::Batch& batch_;
  const dataset::Lookup& lookup_;
  tsl::robin_map<std::string_view, bool> alike_;  // by key
  std::array<Issue, 3> issues_;
};

std::size_t place_of(const Source& source, Role role) {
  std::size_t c = 0;
  while (source.columns[c].role != role) ++c;
  return c;
}

}  // namespace

void count_links(const dataset::SourceLink& link, const Source& source, const table::Batch& batch,
                 const std::vector<uint8_t>& dropped, const dataset::Lookup& lookup, dataset::Borrowed& borrowed,
                 LinkRows& into) {
  const std::size_t column = place_of(source, link.link->key);
  const auto& found = borrowed.found(link.link->key, lookup, batch);
  Misses misses(source, source.columns[column], batch, lookup);
  for (std::size_t row = 0; row < batch.rows; ++row) {
    if (!dropped.empty() && dropped[row] != 0) continue;
    const bool matched = found[row].row != dataset::Lookup::kNoRow;
    const std::string_view key =
        matched ? std::string_view() : dataset::trimmed_key(text_at(batch.columns[column], row));
    if (!matched && key.empty()) continue;
    ++into.rows;
    into.matched += matched ? 1 : 0;
    if (!matched) misses.add(row, key, found[row].ambiguous, into);
  }
  misses.flush(into);
}

void LinkRows::merge(const LinkRows& other) {
  rows += other.rows;
  matched += other.matched;
  alike += other.alike;
  ambiguous += other.ambiguous;
  unmatched.merge(other.unmatched);
  examples.insert(other.examples.begin(), other.examples.end());
  while (examples.size() > kLinkExamples) examples.erase(std::prev(examples.end()));
  issues.merge(other.issues);
}

void LinkRows::encode(base::ByteWriter& writer) const {
  for (const int64_t count : {rows, matched, alike, ambiguous}) writer.i64(count);
  unmatched.encode(writer);
  writer.u64(examples.size());
  for (const std::string& example : examples) writer.text(example);
  table::write_issues(issues, writer);
}

void LinkRows::decode(base::ByteReader& reader) {
  for (int64_t* count : {&rows, &matched, &alike, &ambiguous}) {
    *count = reader.i64();
    reader.require(*count >= 0 && *count <= INT64_MAX / 2);
  }
  unmatched = partial::Distinct::decode(reader);
  const std::size_t shown = reader.count(1);
  reader.require(shown <= kLinkExamples);
  for (std::size_t e = 0; e < shown && !reader.failed(); ++e) {
    std::string example = reader.text();
    reader.require(e == 0 || example > *examples.rbegin());
    examples.insert(std::move(example));
  }
  table::read_issues(reader, issues);
}

}  // namespace pegel::cube

namespace pegel {

std::vector<uint8_t> lend(const Plan& plan, const Batches& batches) {
  if (dataset::lookups_of(plan).empty() && !cube::has_rates(plan)) return {};
  const cube::Lending lending = cube::own_lending(plan, batches.body());
  base::ByteWriter writer;
  lending.lent.encode(writer);
  lending.rates.encode(writer);
  return writer.take();
}

Result<void> borrow(const Plan& plan, Batches& batches, std::span<const uint8_t> bytes) {
  if (bytes.empty()) return {};
  auto lending = std::make_shared<cube::Lending>(cube::Lending{plan.sources, dataset::Lent(plan), {}});
  base::ByteReader reader(bytes);
  const bool read = lending->lent.decode(reader);
  if (read) lending->rates = dataset::Rates::decode(reader);
  if (!read || reader.failed() || !reader.at_end()) {
    return fail("lent.corrupt", "What another engine lends does not belong to this plan.");
  }
  auto& body = batches.body();
  if (body.borrowed != nullptr && body.borrowed->sources == plan.sources) cube::merge(*lending, *body.borrowed);
  body.borrowed = std::move(lending);
  body.lending = nullptr;
  body.prepared = nullptr;
  return {};
}

}  // namespace pegel
