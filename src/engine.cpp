#include "pegel/engine.h"

#include <algorithm>
#include <unordered_map>

#include "csv/encoding.h"
#include "csv/reader.h"
#include "csv/sniffer.h"
#include "csv/tokenizer.h"
#include "cube/batches.h"
#include "dataset/mapping.h"
#include "kpis/kpi.h"
#include "table/build.h"
#include "table/infer.h"

namespace pegel {

namespace {

struct Magic {
  std::string_view bytes;
  std::string_view type;
};

// First bytes of formats that get a table's name by mistake.
constexpr Magic kMagics[] = {
    {"PK\x03\x04", "zip or Excel workbook"},
    {"\x1f\x8b", "gzip archive"},
    {"\x89PNG", "PNG picture"},
    {"%PDF", "PDF document"},
    {"\xd0\xcf\x11\xe0", "Excel 97 workbook or other Office file"},
    {"\xff\xd8\xff", "JPEG picture"},
    {"GIF8", "GIF picture"},
    {"7z\xbc\xaf", "7z archive"},
    {"Rar!", "RAR archive"},
    {"SQLite format 3", "SQLite database"},
    {"PAR1", "Parquet file"},
    {"<!DOCTYPE html", "web page"},
    {"<!doctype html", "web page"},
    {"<html", "web page"},
};

// Enough records to tell a dialect; every candidate parses them all.
constexpr std::size_t kSniffBytes = 256u << 10;

std::optional<Error> not_a_table(const FileHead& head) {
  const Place place{head.name, 0, 0, {}};
  const std::string_view text(reinterpret_cast<const char*>(head.bytes.data()), head.bytes.size());
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return Error{"file.empty", "\"" + head.name + "\" has no rows. Choose another file.", place, {{"name", head.name}}};
  }
  for (const Magic& magic : kMagics) {
    if (!text.starts_with(magic.bytes)) continue;
    return Error{"file.type",
                 "\"" + head.name + "\" is a " + std::string(magic.type) +
                     ", not a CSV file. In Excel: File, Save as, \"CSV UTF-8\".",
                 place,
                 {{"name", head.name}, {"type", std::string(magic.type)}}};
  }
  return std::nullopt;
}

// Control bytes that no text holds, among the first bytes of what claims to be UTF-8 or a code page.
bool is_binary(std::string_view text) {
  const std::string_view start = text.substr(0, 4096);
  const auto odd = std::count_if(start.begin(), start.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1a;
  });
  return static_cast<std::size_t>(odd) * 20 > start.size();
}

csv::Records records_from_header(const Dialect& dialect, std::string_view text, bool whole) {
  csv::Records records;
  csv::tokenize(dialect, text, whole, records);
  const auto skip = std::min(static_cast<std::size_t>(dialect.skip_rows), records.size());
  records.first.erase(records.first.begin(), records.first.begin() + static_cast<std::ptrdiff_t>(skip));
  records.lines.erase(records.lines.begin(), records.lines.begin() + static_cast<std::ptrdiff_t>(skip));
  return records;
}

using RawCounts = std::vector<std::vector<dataset::RawCount>>;

RawCounts count_raw_values(const Profile& profile, const csv::Records& records) {
  RawCounts counts(profile.columns.size());
  const auto first = static_cast<std::size_t>(profile.dialect.header_rows + profile.dialect.skip_after_header);
  std::string buffer;
  for (std::size_t c = 0; c < counts.size(); ++c) {
    const ColumnProfile& column = profile.columns[c];
    if (column.distinct >= kDistinctCap || column.type == ColumnType::date || column.type == ColumnType::instant)
      continue;
    std::unordered_map<std::string, int64_t> rows;
    for (std::size_t r = first; r < records.size(); ++r) {
      if (c < records.width(r))
        ++rows[std::string(csv::value_of(records, records.at(r, c), profile.dialect.quote, buffer))];
    }
    for (auto& [raw, n] : rows) counts[c].push_back({raw, n});
    std::sort(counts[c].begin(), counts[c].end(),
              [](const auto& a, const auto& b) { return a.rows != b.rows ? a.rows > b.rows : a.raw < b.raw; });
  }
  return counts;
}

void answer(std::vector<Query>& queries, std::string_view code, int column) {
  std::erase_if(queries, [&](const Query& q) { return q.code == code && q.column == column; });
}

void apply_formats(Profile& profile, const SourceChoice& choice) {
  for (std::size_t c = 0; c < profile.columns.size(); ++c) {
    ColumnProfile& column = profile.columns[c];
    if (const auto it = choice.number.find(column.name); it != choice.number.end() && !it->second.empty()) {
      column.type = ColumnType::number;
      column.number.decimal = it->second[0];
      column.number.group = it->second[0] == ',' ? '.' : ',';
      column.type_guess = {1, "chosen", {}};
      answer(profile.queries, "num.decimal", static_cast<int>(c));
    }
    if (const auto it = choice.date.find(column.name); it != choice.date.end()) {
      for (const DateOrder order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
        if (name_of(order) == it->second) column.date.order = order;
      }
      if (column.type != ColumnType::instant) column.type = ColumnType::date;
      column.type_guess = {1, "chosen", {}};
      answer(profile.queries, "date.order", static_cast<int>(c));
    }
  }
}

}  // namespace

Result<Profile> profile(const FileHead& head, const SourceChoice& choice) {
  if (auto error = not_a_table(head)) return tl::unexpected<Error>(std::move(*error));
  const bool whole = static_cast<int64_t>(head.bytes.size()) >= head.size;
  const auto encoding = csv::guess_encoding(head.bytes, whole);
  Profile profile;
  profile.file = head.name;
  profile.bytes = head.size;
  profile.sampled_bytes = static_cast<int64_t>(head.bytes.size());

  std::string text;
  csv::Decoder decoder(choice.dialect ? choice.dialect->encoding : encoding.encoding);
  decoder.decode(head.bytes, whole, text);
  if (is_binary(text)) {
    return fail("file.binary", "\"" + head.name + "\" is not a text table. Choose a CSV file.", {head.name, 0, 0, {}});
  }
  const auto start = std::string_view(text).substr(0, kSniffBytes);
  auto sniffed = csv::sniff(start, whole && start.size() == text.size());
  profile.dialect = choice.dialect ? *choice.dialect : sniffed.dialect;
  if (!choice.dialect) {
    profile.dialect.encoding = encoding.encoding;
    profile.dialect.bom = encoding.bom;
  }
  profile.dialect_guess = choice.dialect ? Guess{1, "chosen", {}} : sniffed.guess;
  profile.header_guess = choice.dialect ? Guess{1, "chosen", {}} : sniffed.header_guess;

  const csv::Records records = records_from_header(profile.dialect, text, whole);
  auto inferred = table::infer(profile.dialect, records);
  profile.columns = std::move(inferred.columns);
  profile.queries = std::move(inferred.queries);
  profile.sampled_rows = inferred.rows;
  profile.usual_width = inferred.usual_width;
  if (profile.columns.empty()) {
    return fail("file.empty", "\"" + head.name + "\" has no rows. Choose another file.", {head.name, 0, 0, {}});
  }
  apply_formats(profile, choice);
  dataset::map(profile, count_raw_values(profile, records), choice);
  return profile;
}

namespace {

const SourceChoice& choice_for(const Choices& choices, const std::string& file) {
  static const SourceChoice none;
  const auto it = choices.sources.find(file);
  return it == choices.sources.end() ? none : it->second;
}

// The dimensions a `--by` or the page names: ids, or a column's name.
Result<std::vector<Dimension>> chosen_dimensions(const std::vector<std::string>& ids, const Plan& plan) {
  std::vector<Dimension> chosen;
  for (const std::string& id : ids) {
    const std::size_t before = chosen.size();
    for (const Source& source : plan.sources) {
      for (const SourceColumn& column : source.columns) {
        const std::string own = column.role == Role::none ? "column:" + column.name : std::string(name_of(column.role));
        const bool named = own == id || column.name == id;
        const bool known = std::any_of(chosen.begin(), chosen.end(),
                                       [&](const auto& d) { return d.id == own && d.kind == source.kind; });
        if (named && !known) chosen.push_back({own, column.name, source.kind});
      }
    }
    if (chosen.size() == before) {
      return fail("plan.dimension", "No file has a column or role \"" + id + "\" to break down by.");
    }
  }
  return chosen;
}

void add_dimensions(std::vector<Dimension>& all, std::vector<Dimension> more) {
  for (Dimension& dimension : more) {
    const bool known = std::any_of(all.begin(), all.end(),
                                   [&](const auto& d) { return d.id == dimension.id && d.kind == dimension.kind; });
    if (!known) all.push_back(std::move(dimension));
  }
}

// A column that one file breaks down by is read from every file of its kind that has it, even where it is constant.
void complete_dimensions(Plan& plan, std::span<const Profile> profiles) {
  for (const Dimension& dimension : plan.dimensions) {
    if (!dimension.id.starts_with("column:")) continue;
    for (std::size_t s = 0; s < plan.sources.size(); ++s) {
      Source& source = plan.sources[s];
      const auto read = std::any_of(source.columns.begin(), source.columns.end(),
                                    [&](const auto& c) { return c.name == dimension.label; });
      const auto& columns = profiles[s].columns;
      const auto seen =
          std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == dimension.label; });
      if (source.kind != dimension.kind || read || seen == columns.end()) continue;
      source.columns.push_back(
          {static_cast<int>(seen - columns.begin()), seen->name, ColumnType::category, {}, {}, Role::none});
    }
  }
}

}  // namespace

Result<Plan> changed(Plan plan, const Choices& choices) {
  for (const std::string& id : choices.kpis) {
    if (kpis::find(id) == nullptr) {
      return fail("plan.kpi", "There is no KPI \"" + id + "\"; `pegel catalog` lists them.");
    }
  }
  if (!choices.filters.empty()) plan.filters = choices.filters;
  for (Filter& filter : plan.filters) {
    const auto known = chosen_dimensions({filter.dimension}, plan);
    if (!known) return tl::unexpected<Error>(known.error());
    filter.dimension = known->front().id;
  }
  if (choices.dimensions) {
    auto chosen = chosen_dimensions(*choices.dimensions, plan);
    if (!chosen) return tl::unexpected<Error>(std::move(chosen.error()));
    plan.dimensions = std::move(*chosen);
  }
  if (!choices.kpis.empty()) plan.kpis = choices.kpis;
  if (choices.period) plan.period = choices.period;
  plan.today = choices.today.value_or(plan.today);
  plan.grain = choices.grain.value_or(plan.grain);
  plan.comparison = choices.comparison.value_or(plan.comparison);
  plan.funnel = choices.funnel.value_or(plan.funnel);
  plan.seed = choices.seed.value_or(plan.seed);
  plan.memory_budget = choices.memory_budget.value_or(plan.memory_budget);
  return plan;
}

Result<Plan> make_plan(std::span<const Profile> profiles, const Choices& choices) {
  Plan plan;
  if (!choices.today) return fail("plan.today", "The plan needs today's date: the engine has no clock.");
  plan.today = *choices.today;
  std::vector<Dimension> worth_showing;
  const int year = dataset::usual_year(profiles, plan.today);
  for (const Profile& profile : profiles) {
    const SourceChoice& choice = choice_for(choices, profile.file);
    auto source = dataset::source_of(profile, choice, year);
    if (!source) return tl::unexpected<Error>(std::move(source.error()));
    add_dimensions(worth_showing, dataset::dimensions_of(*source, profile));
    plan.sources.push_back(std::move(*source));
  }
  plan.dimensions = std::move(worth_showing);
  auto whole = changed(std::move(plan), choices);
  if (whole) complete_dimensions(*whole, profiles);
  return whole;
}

Batches::Batches() : body_(std::make_unique<Body>()) {}
Batches::Batches(Batches&&) noexcept = default;
Batches& Batches::operator=(Batches&&) noexcept = default;
Batches::~Batches() = default;

int64_t Batches::rows() const {
  int64_t rows = 0;
  for (const auto& part : body_->parts) {
    for (const auto& batch : part.batches) rows += static_cast<int64_t>(batch.rows);
  }
  return rows;
}

int64_t Batches::bytes() const {
  int64_t bytes = 0;
  for (const auto& part : body_->parts) {
    for (const auto& batch : part.batches) bytes += static_cast<int64_t>(batch.bytes());
  }
  return bytes;
}

struct Load::Body {
  Body(const Source& source, std::size_t source_index, Batches& batches, int64_t first_line)
      : into(batches),
        index(source_index),
        builder(source),
        to_skip(first_line > 1 ? 0
                               : static_cast<std::size_t>(source.dialect.skip_rows + source.dialect.header_rows +
                                                          source.dialect.skip_after_header)),
        file(source.file),
        reader(source.dialect, first_line, [this](const csv::Records& records, int64_t line) { take(records, line); }) {
  }

  void take(const csv::Records& records, int64_t line) {
    const std::size_t skipped = std::min(to_skip, records.size());
    to_skip -= skipped;
    builder.add(records, line, skipped);
  }

  Batches& into;
  std::size_t index;
  table::Builder builder;
  std::size_t to_skip;
  std::string file;
  csv::Reader reader;
};

Load::Load(const Plan& plan, std::size_t source, Batches& into, int64_t first_line)
    : body_(std::make_unique<Body>(plan.sources[source], source, into, first_line)) {}
Load::Load(Load&&) noexcept = default;
Load::~Load() = default;

Result<void> Load::push(std::span<const uint8_t> bytes) { return body_->reader.push(bytes); }

Result<void> Load::finish() {
  if (auto ended = body_->reader.finish(); !ended) return ended;
  auto& builder = body_->builder;
  builder.finish();
  if (const int64_t bytes = body_->reader.undecodable(); bytes > 0) {
    Issue issue{"enc.mixed", {}, bytes, 0, {Place{body_->file, 0, 0, {}}}, {}};
    builder.issues().add(std::move(issue));
  }
  if (body_->reader.unclosed_quote()) builder.issues().add("csv.quote", {}, Place{body_->file, 0, 0, {}});
  body_->into.body().parts.push_back({body_->index, std::move(builder.batches()), builder.rows_read(),
                                      builder.rows_left_out(), std::move(builder.issues())});
  return {};
}

int64_t Load::rows() const { return body_->builder.rows_read(); }

}  // namespace pegel
