// The engine for JavaScript: bytes in by reserve/HEAPU8.set, small JSON out. Nothing throws across.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <optional>

#include "json/json.h"
#include "pegel/engine.h"

namespace {

using namespace pegel;

const Error kNothingBegun{"engine.order", "Begin a source first.", {}, {}};

/// One engine: an input buffer, the rows it has read, and the Cube it merges into.
class Engine {
 public:
  /// Address of an input buffer of at least `bytes`; valid until the next reserve.
  uintptr_t reserve(std::size_t bytes) {
    if (buffer_.size() < bytes) buffer_.resize(bytes);
    return reinterpret_cast<uintptr_t>(buffer_.data());
  }

  /// The bytes of the start that profile() takes, and where its samples start; each is of kSampleBytes or up to the file's end.
  std::string sample_offsets(double size) const {
    std::string list;
    for (const int64_t at : pegel::sample_offsets(static_cast<int64_t>(size)))
      list += (list.empty() ? "" : ",") + std::to_string(at);
    return json::ok("{\"head\":" + std::to_string(head_bytes(static_cast<int64_t>(size))) + ",\"offsets\":[" + list +
                    "],\"bytes\":" + std::to_string(kSampleBytes) + "}");
  }

  /// The input buffer holds the first `length` bytes of the file, then its samples one after the other.
  std::string profile(const std::string& name, double size, std::size_t length, std::size_t sampled,
                      const std::string& choice) {
    return guarded([&]() -> std::string {
      const auto chosen = json::read_source_choice(choice);
      if (!chosen) return json::error(chosen.error());
      FileHead head{name, static_cast<int64_t>(size), input(length)};
      for (auto rest = input(length + sampled).subspan(head.bytes.size()); !rest.empty();
           rest = rest.subspan(head.samples.back().size())) {
        head.samples.push_back(rest.first(std::min(rest.size(), kSampleBytes)));
      }
      return answer(pegel::profile(head, *chosen));
    });
  }

  std::string plan(const std::string& profiles, const std::string& choices) {
    return guarded([&]() -> std::string {
      const auto read = json::read_profiles(profiles);
      if (!read) return json::error(read.error());
      const auto chosen = json::read_choices(choices);
      if (!chosen) return json::error(chosen.error());
      return answer(make_plan(*read, *chosen));
    });
  }

  std::string open(const std::string& plan) {
    return guarded([&]() -> std::string {
      load_.reset();
      batches_ = Batches();
      return with_plan(plan, [](const Plan&) { return json::ok(); });
    });
  }

  /// Begins a source's file, or the slice of it at `place`, from 0.
  std::string begin(std::size_t source, std::size_t place) {
    return on_source(source, [&]() -> std::string {
      load_.emplace(*plan_, source, batches_, SliceAt{place});
      return json::ok();
    });
  }

  std::string push(std::size_t length) {
    return guarded([&]() -> std::string {
      if (!load_) return json::error(kNothingBegun);
      const auto pushed = load_->push(input(length));
      if (!pushed) return json::error(pushed.error());
      return json::ok("{\"rows\":" + std::to_string(load_->rows()) + "}");
    });
  }

  /// Where a record starts in the first `length` bytes of the input buffer, which stand anywhere in the source's file;
  /// null when they do not tell.
  std::string border(std::size_t source, std::size_t length) {
    return on_source(source, [&]() -> std::string {
      const auto at = first_border(plan_->sources[source], input(length));
      return json::ok("{\"at\":" + (at ? std::to_string(*at) : "null") + "}");
    });
  }

  /// After the last push of a slice.
  std::string end_slice() {
    return guarded([&]() -> std::string {
      if (!load_) return json::error(kNothingBegun);
      const auto ended = load_->end_slice();
      return ended ? json::ok() : json::error(ended.error());
    });
  }

  /// Makes the rows pushed that nobody took yet the outgoing bytes, for other engines' take(); the last ones end the slice.
  /// Without `keep` they are no longer held here.
  std::string hand_over(bool keep) {
    return guarded([&]() -> std::string {
      if (!load_) return json::error(kNothingBegun);
      outgoing_ = load_->hand_over(keep);
      return json::ok();
    });
  }

  /// Takes rows of the slice at `place`, from another engine's hand_over(), out of the input buffer.
  std::string take(std::size_t place, std::size_t length) {
    return guarded([&]() -> std::string {
      if (!load_) return json::error(kNothingBegun);
      const auto taken = load_->take({place}, input(length));
      return taken ? json::ok() : json::error(taken.error());
    });
  }

  std::string end() {
    return guarded([&]() -> std::string {
      if (!load_) return json::error(kNothingBegun);
      const auto ended = load_->finish();
      if (!ended) return json::error(ended.error());
      const int64_t rows = load_->rows();
      load_.reset();
      return json::ok("{\"rows\":" + std::to_string(rows) + ",\"kept_bytes\":" + std::to_string(batches_.bytes()) +
                      "}");
    });
  }

  /// Makes what the rows held lend to others' the outgoing bytes; none when nobody borrows.
  std::string lend(const std::string& plan) {
    return guarded([&]() -> std::string {
      return with_plan(plan, [&](const Plan& p) {
        outgoing_ = pegel::lend(p, batches_);
        return json::ok();
      });
    });
  }

  /// Takes what another engine lends out of the input buffer.
  std::string borrow(const std::string& plan, std::size_t length) {
    return guarded([&]() -> std::string {
      return with_plan(plan, [&](const Plan& p) {
        const auto borrowed = pegel::borrow(p, batches_, input(length));
        return borrowed ? json::ok() : json::error(borrowed.error());
      });
    });
  }

  /// Makes the Cube of the rows held.
  std::string aggregate(const std::string& plan) {
    return guarded([&]() -> std::string {
      return with_plan(plan, [&](const Plan& p) {
        cube_.reset();
        cube_.emplace(pegel::aggregate(p, batches_));
        return json::ok();
      });
    });
  }

  /// Encodes the Cube, for another engine's merge.
  std::string encode() {
    return guarded([&]() -> std::string {
      if (!cube_) return json::error({"engine.order", "Aggregate first.", {}, {}});
      outgoing_ = cube_->encode();
      return json::ok("{\"bytes\":" + std::to_string(outgoing_.size()) + "}");
    });
  }

  /// The bytes of the last encode, hand_over or lend; copy at once.
  emscripten::val outgoing() const {
    return emscripten::val(emscripten::typed_memory_view(outgoing_.size(), outgoing_.data()));
  }

  /// Merges the Cube whose bytes stand in the input buffer into the own one.
  std::string merge(std::size_t length) {
    return guarded([&]() -> std::string {
      if (!plan_ || !cube_) return json::error({"engine.order", "Aggregate first.", {}, {}});
      auto cube = Cube::decode(*plan_, input(length));
      if (!cube) return json::error(cube.error());
      cube_->merge(*cube);
      return json::ok();
    });
  }

  std::string report(const std::string& plan) {
    return guarded([&]() -> std::string {
      return with_plan(plan, [&](const Plan& p) {
        if (!cube_) return json::error({"engine.order", "Aggregate first.", {}, {}});
        return json::ok(json::write(make_report(p, *cube_)));
      });
    });
  }

  /// The ids of the KPIs that the report has.
  std::string kpis(const std::string& plan) {
    return guarded([&]() -> std::string {
      return with_plan(plan, [](const Plan& p) { return json::ok(json::write(reported_kpis(p))); });
    });
  }

  std::string rows(const std::string& plan, const std::string& query) {
    return guarded([&]() -> std::string {
      return with_plan(plan, [&](const Plan& p) {
        const auto asked = json::read_rows_query(query);
        if (!asked) return json::error(asked.error());
        return answer(pegel::rows(p, batches_, *asked));
      });
    });
  }

  /// The script that DuckDB runs to the report of the Cube, with the files under their names; alone in an array.
  std::string sql(const std::string& plan) {
    return guarded([&]() -> std::string {
      return with_plan(plan, [&](const Plan& p) {
        if (!cube_) return json::error({"engine.order", "Aggregate first.", {}, {}});
        std::vector<std::string> names;
        for (const Source& source : p.sources) names.push_back(source.file);
        const auto script = sql_script(p, make_report(p, *cube_), names);
        return script ? json::ok(json::write(std::vector<std::string>{*script})) : json::error(script.error());
      });
    });
  }

  std::string catalog() const { return json::ok(json::write(catalogue())); }

 private:
  std::span<const uint8_t> input(std::size_t length) const {
    return {buffer_.data(), std::min(length, buffer_.size())};
  }

  template <class Then>
  std::string on_source(std::size_t source, Then then) {
    return guarded([&]() -> std::string {
      if (!plan_ || source >= plan_->sources.size()) return json::error({"engine.order", "Open a plan first.", {}, {}});
      return then();
    });
  }

  template <class T>
  static std::string answer(const Result<T>& result) {
    return result ? json::ok(json::write(*result)) : json::error(result.error());
  }

  template <class Then>
  std::string with_plan(const std::string& text, Then then) {
    auto plan = json::read_plan(text);
    if (!plan) return json::error(plan.error());
    plan_ = std::move(*plan);
    return then(*plan_);
  }

  template <class Call>
  static std::string guarded(Call call) {
    try {
      return call();
    } catch (const std::bad_alloc&) {
      return json::error({"engine.memory", "The engine ran out of memory. Try fewer or smaller files.", {}, {}});
    } catch (const std::exception& e) {
      return json::error({"engine.internal", std::string("The engine stopped: ") + e.what(), {}, {}});
    }
  }

  std::vector<uint8_t> buffer_;
  std::optional<Plan> plan_;
  Batches batches_;
  std::optional<Load> load_;
  std::vector<uint8_t> outgoing_;
  std::optional<Cube> cube_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(pegel) {
  emscripten::class_<Engine>("Engine")
      .constructor<>()
      .function("reserve", &Engine::reserve)
      .function("sample_offsets", &Engine::sample_offsets)
      .function("profile", &Engine::profile)
      .function("plan", &Engine::plan)
      .function("open", &Engine::open)
      .function("begin", &Engine::begin)
      .function("push", &Engine::push)
      .function("end", &Engine::end)
      .function("border", &Engine::border)
      .function("end_slice", &Engine::end_slice)
      .function("hand_over", &Engine::hand_over)
      .function("take", &Engine::take)
      .function("lend", &Engine::lend)
      .function("borrow", &Engine::borrow)
      .function("aggregate", &Engine::aggregate)
      .function("encode", &Engine::encode)
      .function("outgoing", &Engine::outgoing)
      .function("merge", &Engine::merge)
      .function("report", &Engine::report)
      .function("kpis", &Engine::kpis)
      .function("rows", &Engine::rows)
      .function("sql", &Engine::sql)
      .function("catalog", &Engine::catalog);
}
