#include "cube/identity.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <set>

#include "dataset/frame.h"

namespace pegel::cube {

namespace {

struct Where {
  std::size_t part;
  std::size_t batch;
  std::size_t row;
};

struct Hash {
  uint64_t low;
  uint64_t high;
  bool operator==(const Hash& o) const { return low == o.low && high == o.high; }
};
struct HashOfHash {
  std::size_t operator()(const Hash& h) const { return static_cast<std::size_t>(h.low); }
};

using Winners = tsl::robin_map<Hash, Where, HashOfHash>;

std::optional<std::size_t> column_of(const Source& source, Role role) {
  if (role == Role::none) return std::nullopt;
  for (std::size_t c = 0; c < source.columns.size(); ++c) {
    if (source.columns[c].role == role) return c;
  }
  return std::nullopt;
}

std::string_view text_at(const table::Column& column, std::size_t row) {
  if (const auto* text = std::get_if<table::TextColumn>(&column)) return text->at(row);
  if (const auto* category = std::get_if<table::CategoryColumn>(&column)) {
    return category->dictionary->value_of(category->codes[row]);
  }
  return {};
}

int64_t moment_at(const table::Column& column, std::size_t row) {
  if (const auto* date = std::get_if<table::DateColumn>(&column)) {
    return table::known(date->days[row]) ? int64_t{date->days[row]} * 86'400'000 : table::kMissing<int64_t>;
  }
  if (const auto* instant = std::get_if<table::InstantColumn>(&column)) return instant->millis[row];
  return table::kMissing<int64_t>;
}

class Finder {
 public:
  Finder(const Plan& plan, const Batches::Body& batches, Issues& issues, std::vector<SourceRows>& sources)
      : plan_(plan), batches_(batches), issues_(issues), sources_(sources) {
    for (const auto& part : batches.parts) found_.dropped.emplace_back(part.batches.size());
  }

  void find(Kind kind, Role identity, Role within) {
    winners_.clear();
    within_ = within;
    for (std::size_t p = 0; p < batches_.parts.size(); ++p) {
      const Source& source = source_of(p);
      const auto id = column_of(source, identity);
      if (source.kind != kind || !id) continue;
      for (std::size_t b = 0; b < batches_.parts[p].batches.size(); ++b) add(p, b, *id);
    }
  }

  Duplicates take() { return std::move(found_); }

 private:
  const Source& source_of(std::size_t part) const { return plan_.sources[batches_.parts[part].source]; }
  const table::Batch& batch(const Where& w) const { return batches_.parts[w.part].batches[w.batch]; }

  void add(std::size_t part, std::size_t b, std::size_t id) {
    const table::Batch& rows = batches_.parts[part].batches[b];
    const auto within = column_of(source_of(part), within_);
    std::string key;
    for (std::size_t row = 0; row < rows.rows; ++row) {
      const std::string_view text = text_at(rows.columns[id], row);
      if (text.empty()) continue;
      std::string_view whole = text;
      if (within) {
        key.assign(text).append(1, '\n').append(text_at(rows.columns[*within], row));
        whole = key;
      }
      const XXH128_hash_t hash = XXH3_128bits(whole.data(), whole.size());
      const Where here{part, b, row};
      const auto [it, fresh] = winners_.try_emplace(Hash{hash.low64, hash.high64}, here);
      if (!fresh) decide(it.value(), here, text, id);
    }
  }

  void decide(Where& winner, const Where& here, std::string_view text, std::size_t id) {
    const bool same = equal(winner, here);
    const bool here_wins = later(here, winner);
    const Where loser = here_wins ? winner : here;
    if (here_wins) winner = here;
    auto& dropped = found_.dropped[loser.part][loser.batch];
    if (dropped.empty()) dropped.resize(batch(loser).rows);
    dropped[loser.row] = 1;
    const Source& source = source_of(loser.part);
    ++sources_[batches_.parts[loser.part].source].left_out;
    issues_.add(same ? "id.dup" : "id.conflict", source.columns[id].name,
                Place{source.file, batch(loser).line_of(loser.row), source.columns[id].index + 1, std::string(text)},
                1);
  }

  int64_t moment(const Where& w) const {
    for (const Role role : {Role::modified, Role::closed, Role::won_date, Role::created, Role::at}) {
      const auto column = column_of(source_of(w.part), role);
      if (!column) continue;
      const int64_t moment = moment_at(batch(w).columns[*column], w.row);
      if (table::known(moment)) return moment;
    }
    return table::kMissing<int64_t>;
  }

  bool later(const Where& a, const Where& b) const {
    const auto key = [&](const Where& w) {
      return std::make_tuple(moment(w), batches_.parts[w.part].source, batch(w).line_of(w.row));
    };
    return key(a) > key(b);
  }

  // Two exports of one system: the same columns, read the same way.
  static bool alike(const Source& a, const Source& b) {
    return std::equal(
        a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
        [](const SourceColumn& x, const SourceColumn& y) { return x.name == y.name && x.type == y.type; });
  }

  bool equal(const Where& a, const Where& b) const {
    const auto& x = batch(a).columns;
    const auto& y = batch(b).columns;
    if (!alike(source_of(a.part), source_of(b.part))) return false;
    for (std::size_t c = 0; c < x.size(); ++c) {
      if (!equal_cells(x[c], a.row, y[c], b.row)) return false;
    }
    return true;
  }

  static bool equal_cells(const table::Column& x, std::size_t i, const table::Column& y, std::size_t j) {
    if (const auto* number = std::get_if<table::NumberColumn>(&x)) {
      return number->values[i] == std::get<table::NumberColumn>(y).values[j];
    }
    if (const auto* flag = std::get_if<table::BooleanColumn>(&x)) {
      return flag->values[i] == std::get<table::BooleanColumn>(y).values[j];
    }
    return moment_at(x, i) == moment_at(y, j) && text_at(x, i) == text_at(y, j);
  }

  const Plan& plan_;
  const Batches::Body& batches_;
  Issues& issues_;
  std::vector<SourceRows>& sources_;
  Winners winners_;
  Role within_ = Role::none;
  Duplicates found_;
};

}  // namespace

Duplicates find_duplicates(const Plan& plan, const Batches::Body& batches, Issues& issues,
                           std::vector<SourceRows>& sources) {
  Finder finder(plan, batches, issues, sources);
  std::set<Kind> kinds;
  for (const Source& source : plan.sources) kinds.insert(source.kind);
  for (const Kind kind : kinds) {
    const auto identity = dataset::identity_of(kind);
    if (identity.id != Role::none) finder.find(kind, identity.id, identity.within);
  }
  return finder.take();
}

}  // namespace pegel::cube
