#include "cube/identity.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "cube/held_rows.h"
#include "cube/repeats.h"
#include "cube/row_cells.h"
#include "dataset/frame.h"

namespace pegel::cube {

namespace {

struct Where {
  std::size_t part;
  std::size_t batch;
  std::size_t row;
};

std::optional<std::size_t> column_of(const Source& source, Role role) {
  if (role == Role::none) return std::nullopt;
  for (std::size_t c = 0; c < source.columns.size(); ++c) {
    if (source.columns[c].role == role) return c;
  }
  return std::nullopt;
}

}  // namespace

/// Where a part holds what identifies its rows.
struct IdentityColumns {
  std::size_t source = 0;
  Kind kind = Kind::none;
  std::optional<std::size_t> id;
  std::optional<std::size_t> within;
  std::array<std::optional<std::size_t>, dataset::kMoments.size()> moments;
  bool operator==(const IdentityColumns& o) const {
    return source == o.source && kind == o.kind && id == o.id && within == o.within && moments == o.moments;
  }
};

struct KeptDuplicates {
  std::vector<IdentityColumns> columns;
  std::vector<Alias> aliases;
  std::shared_ptr<const Duplicates> found;
};

namespace {

std::vector<IdentityColumns> columns_of(const Plan& plan, const Batches::Body& batches) {
  std::vector<IdentityColumns> list;
  for (const auto& part : batches.parts) {
    const Source& source = plan.sources[part.source];
    const auto identity = dataset::identity_of(source);
    IdentityColumns columns{
        part.source, source.kind, column_of(source, identity.id), column_of(source, identity.within), {}};
    for (std::size_t m = 0; m < dataset::kMoments.size(); ++m)
      columns.moments[m] = column_of(source, dataset::kMoments[m]);
    list.push_back(columns);
  }
  return list;
}

/// Ids that come in ascending order are all different: most exports are written so.
class Ascending {
 public:
  bool add(const table::Column& column, std::size_t rows) {
    if (const auto* text = std::get_if<table::TextColumn>(&column)) {
      return add_each(rows, [&](std::size_t row) { return text->at(row); });
    }
    return add_each(rows, [&](std::size_t row) { return text_at(column, row); });
  }

 private:
  template <class At>
  bool add_each(std::size_t rows, const At& at) {
    for (std::size_t row = 0; row < rows; ++row) {
      const std::string_view text = at(row);
      if (text.empty()) continue;
      if (text.size() < last_.size() || (text.size() == last_.size() && text <= last_)) return false;
      last_ = text;
    }
    return true;
  }
  std::string_view last_;
};

class Finder {
 public:
  Finder(const Plan& plan, const Batches::Body& batches, const std::vector<IdentityColumns>& columns)
      : plan_(plan), batches_(batches), columns_(columns), aliases_(plan.aliases) {
    for (const auto& part : batches.parts) found_.dropped.emplace_back(part.batches.size());
    found_.left_out.resize(plan.sources.size());
    copies_ = copies_of(plan, batches, found_.issues);
    for (std::size_t p = 0; p < columns.size(); ++p) {
      if (copies_[columns[p].source]) drop_part(p);
    }
    note_repeats(plan, batches, copies_, found_.issues);
  }

  void find(Kind kind) {
    slices_.clear();
    rows_ = 0;
    for (std::size_t p = 0; p < columns_.size(); ++p) {
      if (columns_[p].kind != kind || !columns_[p].id || copies_[columns_[p].source]) continue;
      for (std::size_t b = 0; b < batches_.parts[p].batches.size(); ++b) {
        slices_.push_back({p, b, rows_});
        rows_ += batches_.parts[p].batches[b].rows;
      }
    }
    if (ascending()) return;
    HeldRows winners(rows_);
    for (const Slice& slice : slices_) add(slice, winners);
  }

  Duplicates take() { return std::move(found_); }

 private:
  /// A Batch and the number of its first row among all rows of the kind.
  struct Slice {
    std::size_t part;
    std::size_t batch;
    std::size_t first;
  };

  void drop_part(std::size_t part) {
    for (std::size_t b = 0; b < batches_.parts[part].batches.size(); ++b) {
      const std::size_t rows = batches_.parts[part].batches[b].rows;
      found_.dropped[part][b].assign(rows, 1);
      found_.left_out[columns_[part].source] += static_cast<int64_t>(rows);
    }
  }
  const Source& source_of(std::size_t part) const { return plan_.sources[columns_[part].source]; }
  const table::Batch& batch(const Where& w) const { return batches_.parts[w.part].batches[w.batch]; }
  const table::Column& id_column(const Slice& slice) const {
    return batches_.parts[slice.part].batches[slice.batch].columns[*columns_[slice.part].id];
  }
  std::string_view id_of(const Where& w) const { return name_in(w, *columns_[w.part].id); }
  std::string_view within_of(const Where& w) const {
    const auto& within = columns_[w.part].within;
    return within ? name_in(w, *within) : std::string_view();
  }
  std::string_view name_in(const Where& w, std::size_t column) const {
    return aliases_.name_of(source_of(w.part).columns[column].role, text_at(batch(w).columns[column], w.row));
  }
  bool renames(const Slice& slice) const {
    return aliases_.any(source_of(slice.part).columns[*columns_[slice.part].id].role);
  }
  bool ascending() const {
    Ascending order;
    return std::all_of(slices_.begin(), slices_.end(), [&](const Slice& slice) {
      return !renames(slice) && order.add(id_column(slice), batches_.parts[slice.part].batches[slice.batch].rows);
    });
  }
  Where where(uint32_t number) const {
    const auto after = std::upper_bound(slices_.begin(), slices_.end(), number,
                                        [](uint32_t n, const Slice& slice) { return n < slice.first; });
    const Slice& slice = *std::prev(after);
    return {slice.part, slice.batch, number - slice.first};
  }

  void add(const Slice& slice, HeldRows& winners) {
    const std::size_t rows = batches_.parts[slice.part].batches[slice.batch].rows;
    for (std::size_t row = 0; row < rows; ++row) {
      const Where here{slice.part, slice.batch, row};
      const std::string_view id = id_of(here);
      if (id.empty()) continue;
      const std::string_view within = within_of(here);
      uint64_t hash = XXH3_64bits(id.data(), id.size());
      if (!within.empty()) hash = XXH3_64bits_withSeed(within.data(), within.size(), hash);
      const auto number = static_cast<uint32_t>(slice.first + row);
      uint32_t* winner = winners.hold(hash, number, [&](uint32_t other) {
        const Where there = where(other);
        return id_of(there) == id && within_of(there) == within;
      });
      if (winner != nullptr && decide(where(*winner), here)) *winner = number;
    }
  }

  // True when `here` stays and `winner` goes.
  bool decide(const Where& winner, const Where& here) {
    const bool here_wins = later(here, winner);
    const Where& loser = here_wins ? winner : here;
    auto& dropped = found_.dropped[loser.part][loser.batch];
    if (dropped.empty()) dropped.resize(batch(loser).rows);
    dropped[loser.row] = 1;
    const Source& source = source_of(loser.part);
    const SourceColumn& id = source.columns[*columns_[loser.part].id];
    ++found_.left_out[columns_[loser.part].source];
    found_.issues.add(equal(winner, here) ? "id.dup" : "id.conflict", id.name,
                      Place{source.file, batch(loser).line_of(loser.row), id.index + 1,
                            std::string(text_at(batch(loser).columns[*columns_[loser.part].id], loser.row))},
                      1);
    return here_wins;
  }

  int64_t moment(const Where& w) const {
    for (const auto& column : columns_[w.part].moments) {
      if (!column) continue;
      const int64_t moment = moment_at(batch(w).columns[*column], w.row);
      if (table::known(moment)) return moment;
    }
    return table::kMissing<int64_t>;
  }

  bool later(const Where& a, const Where& b) const {
    const auto key = [&](const Where& w) {
      return std::make_tuple(moment(w), columns_[w.part].source, batch(w).line_of(w.row));
    };
    return key(a) > key(b);
  }

  // Names that mean one are equal; of stages and channels the words count, too, of which a status and a class are derived.
  bool equal(const Where& a, const Where& b) const {
    if (!alike(source_of(a.part), source_of(b.part))) return false;
    const auto& columns = source_of(a.part).columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (equal_cells(batch(a).columns[c], a.row, batch(b).columns[c], b.row)) continue;
      const Role role = columns[c].role;
      const bool named = role != Role::stage && role != Role::channel && aliases_.any(role);
      if (!named || name_in(a, c) != name_in(b, c)) return false;
    }
    return true;
  }

  const Plan& plan_;
  const Batches::Body& batches_;
  const std::vector<IdentityColumns>& columns_;
  const dataset::Aliases aliases_;
  std::vector<bool> copies_;  // by Source
  std::vector<Slice> slices_;
  std::size_t rows_ = 0;
  Duplicates found_;
};

Duplicates find(const Plan& plan, const Batches::Body& batches, const std::vector<IdentityColumns>& columns) {
  Finder finder(plan, batches, columns);
  std::set<Kind> kinds;
  for (const IdentityColumns& of_part : columns) kinds.insert(of_part.kind);
  for (const Kind kind : kinds) finder.find(kind);
  return finder.take();
}

}  // namespace

std::shared_ptr<const Duplicates> duplicates_of(const Plan& plan, const Batches::Body& batches) {
  auto columns = columns_of(plan, batches);
  auto& kept = batches.duplicates;
  if (kept == nullptr || kept->columns != columns || kept->aliases != plan.aliases) {
    auto found = std::make_shared<const Duplicates>(find(plan, batches, columns));
    kept = std::make_shared<const KeptDuplicates>(KeptDuplicates{std::move(columns), plan.aliases, std::move(found)});
  }
  return kept->found;
}

}  // namespace pegel::cube
