#include "partial/paths.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pegel::partial {
namespace {

auto key(const Paths::Event& e) { return std::make_tuple(e.entity, e.time, e.step); }

void write(const Texts& texts, base::ByteWriter& writer) {
  writer.u64(texts.size());
  for (uint32_t id = 0; id < texts.size(); ++id) writer.text(texts[id]);
}

Texts read_texts(base::ByteReader& reader) {
  Texts texts;
  for (std::size_t i = reader.count(); i > 0; --i) texts.id_of(reader.text());
  return texts;
}

bool same(const Texts& a, const Texts& b) {
  if (a.size() != b.size()) return false;
  for (uint32_t id = 0; id < a.size(); ++id) {
    if (a[id] != b[id]) return false;
  }
  return true;
}

std::vector<uint32_t> ids_in(Texts& into, const Texts& from) {
  std::vector<uint32_t> ids;
  for (uint32_t id = 0; id < from.size(); ++id) ids.push_back(into.id_of(from[id]));
  return ids;
}

}  // namespace

uint32_t Texts::id_of(std::string_view text) {
  const auto found = ids_.find(text);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<uint32_t>(texts_.size());
  texts_.emplace_back(text);
  ids_.emplace(texts_.back(), id);
  return id;
}

std::vector<uint32_t> Texts::sort() {
  std::vector<uint32_t> order(texts_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [this](uint32_t a, uint32_t b) { return texts_[a] < texts_[b]; });
  std::vector<std::string> texts;
  std::vector<uint32_t> renumbered(order.size());
  for (uint32_t id = 0; id < order.size(); ++id) {
    renumbered[order[id]] = id;
    texts.push_back(std::move(texts_[order[id]]));
    ids_.find(texts.back())->second = id;
  }
  texts_ = std::move(texts);
  return renumbered;
}

void Paths::add(std::string_view entity, std::string_view step, int64_t time) {
  events_.push_back({entities_.id_of(entity), time, steps_.id_of(step)});
  sorted_ = false;
}

void Paths::merge(const Paths& from) {
  if (&from == this || from.events_.empty()) return;
  const std::vector<uint32_t> entities = ids_in(entities_, from.entities_);
  const std::vector<uint32_t> steps = ids_in(steps_, from.steps_);
  events_.reserve(events_.size() + from.events_.size());
  for (const Event& e : from.events_) events_.push_back({entities[e.entity], e.time, steps[e.step]});
  sorted_ = false;
}

std::span<const Paths::Event> Paths::sorted() const {
  if (!sorted_) {
    const std::vector<uint32_t> entities = entities_.sort();
    const std::vector<uint32_t> steps = steps_.sort();
    for (Event& e : events_) e = {entities[e.entity], e.time, steps[e.step]};
    std::sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return key(a) < key(b); });
    events_.erase(
        std::unique(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return key(a) == key(b); }),
        events_.end());
    sorted_ = true;
  }
  return events_;
}

void Paths::encode(base::ByteWriter& writer) const {
  const auto events = sorted();
  write(entities_, writer);
  write(steps_, writer);
  writer.u64(events.size());
  for (const Event& e : events) {
    writer.u64(e.entity);
    writer.i64(e.time);
    writer.u64(e.step);
  }
}

Paths Paths::decode(base::ByteReader& reader) {
  Paths paths;
  paths.entities_ = read_texts(reader);
  paths.steps_ = read_texts(reader);
  for (std::size_t i = reader.count(3); i > 0; --i) {
    Event e{};
    e.entity = static_cast<uint32_t>(reader.u64());
    e.time = reader.i64();
    e.step = static_cast<uint32_t>(reader.u64());
    if (e.entity < paths.entities_.size() && e.step < paths.steps_.size()) paths.events_.push_back(e);
  }
  paths.sorted_ = false;
  return paths;
}

bool Paths::operator==(const Paths& o) const {
  const auto a = sorted();
  const auto b = o.sorted();
  return same(entities_, o.entities_) && same(steps_, o.steps_) &&
         std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Event& x, const Event& y) { return key(x) == key(y); });
}

}  // namespace pegel::partial
