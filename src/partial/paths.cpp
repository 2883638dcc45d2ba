#include "partial/paths.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pegel::partial {

uint32_t Numbering::translated(const base::Numbered& text) {
  if (texts_ != nullptr) return own().id_of(text.text());
  texts_ = text.texts;
  return text.id;
}

base::Texts& Numbering::own() {
  if (own_ == nullptr) {
    own_ = texts_ == nullptr ? std::make_shared<base::Texts>() : std::make_shared<base::Texts>(*texts_);
    texts_ = own_;
  }
  return *own_;
}

namespace {

auto key(const Paths::Event& e) { return std::make_tuple(e.entity, e.time, e.step); }

/// The numbers that the used texts of `from` have in `into`.
std::vector<uint32_t> ids_in(Numbering& into, const Numbering& from, const std::vector<uint8_t>& used) {
  std::vector<uint32_t> ids(used.size());
  for (uint32_t id = 0; id < used.size(); ++id) {
    if (used[id] != 0) ids[id] = into.id_of(base::Numbered{from.texts(), id});
  }
  return ids;
}

template <class Get>
std::vector<uint8_t> used_by(std::span<const Paths::Event> events, std::size_t size, const Get& get) {
  std::vector<uint8_t> used(size);
  for (const Paths::Event& e : events) used[get(e)] = 1;
  return used;
}
std::vector<uint8_t> used_entities(const Paths& paths) {
  return used_by(paths.events(), paths.entities().size(), [](const Paths::Event& e) { return e.entity; });
}
std::vector<uint8_t> used_steps(const Paths& paths) {
  return used_by(paths.events(), paths.steps().size(), [](const Paths::Event& e) { return e.step; });
}

/// The used texts in byte order, and the place of each in it.
struct Ordered {
  std::vector<std::string_view> texts;
  std::vector<uint32_t> places;  // by old number
};
Ordered ordered(const Numbering& texts, const std::vector<uint8_t>& used) {
  std::vector<uint32_t> ids;
  for (uint32_t id = 0; id < used.size(); ++id) {
    if (used[id] != 0) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end(), [&](uint32_t a, uint32_t b) { return texts[a] < texts[b]; });
  Ordered result;
  result.places.resize(used.size());
  for (const uint32_t id : ids) {
    result.places[id] = static_cast<uint32_t>(result.texts.size());
    result.texts.push_back(texts[id]);
  }
  return result;
}

void write(const std::vector<std::string_view>& texts, base::ByteWriter& writer) {
  writer.u64(texts.size());
  for (const std::string_view text : texts) writer.text(text);
}

std::size_t read_texts(base::ByteReader& reader, Numbering& into) {
  const std::size_t count = reader.count();
  for (std::size_t i = count; i > 0 && !reader.failed(); --i) into.id_of(reader.text());
  return into.size();
}

}  // namespace

/// Texts in byte order, events by entity, time, step: equal for equal multisets.
struct Paths::Canonical {
  std::vector<std::string_view> entities;
  std::vector<std::string_view> steps;
  std::vector<Event> events;
  std::vector<Amount> amounts;
};

Paths::Canonical Paths::canonical() const {
  Ordered entities = ordered(entities_, used_entities(*this));
  Ordered steps = ordered(steps_, used_steps(*this));
  Canonical result{std::move(entities.texts), std::move(steps.texts), events_, {}};
  for (Event& e : result.events) e = {entities.places[e.entity], steps.places[e.step], e.time};
  if (has_amounts()) {
    order_with_amounts(result);
  } else {
    std::sort(result.events.begin(), result.events.end(),
              [](const Event& a, const Event& b) { return key(a) < key(b); });
  }
  return result;
}

void Paths::order_with_amounts(Canonical& result) const {
  std::vector<std::size_t> order(result.events.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto whole = [&](std::size_t i) {
    return std::make_tuple(key(result.events[i]), amounts_[i].currency, amounts_[i].micros);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return whole(a) < whole(b); });
  std::vector<Event> events;
  for (const std::size_t i : order) {
    events.push_back(result.events[i]);
    result.amounts.push_back(amounts_[i]);
  }
  result.events = std::move(events);
}

void Paths::merge(const Paths& from) {
  if (from.events_.empty()) return;
  merge_amounts(from);
  const bool same = entities_.takes(from.entities_);
  if (steps_.takes(from.steps_) && same && &from != this) {
    events_.insert(events_.end(), from.events_.begin(), from.events_.end());
    return;
  }
  const std::vector<uint32_t> entities = ids_in(entities_, from.entities_, used_entities(from));
  const std::vector<uint32_t> steps = ids_in(steps_, from.steps_, used_steps(from));
  const std::size_t count = from.events_.size();  // `from` may be this
  events_.reserve(events_.size() + count);
  for (std::size_t i = 0; i < count; ++i) {
    const Event& e = from.events_[i];
    events_.push_back({entities[e.entity], steps[e.step], e.time});
  }
}

// Before the events: there are as many amounts as events already.
void Paths::merge_amounts(const Paths& from) {
  if (amounts_.empty() && from.amounts_.empty()) return;
  const std::size_t added = from.events_.size();  // `from` may be this
  amounts_.resize(events_.size());
  amounts_.reserve(events_.size() + added);
  for (std::size_t i = 0; i < added; ++i) amounts_.push_back(from.amount(i));
}

void Paths::encode(base::ByteWriter& writer) const {
  const Canonical all = canonical();
  write(all.entities, writer);
  write(all.steps, writer);
  writer.u64(has_amounts() ? 1 : 0);
  writer.u64(all.events.size());
  for (std::size_t i = 0; i < all.events.size(); ++i) {
    const Event& e = all.events[i];
    writer.u64(e.entity);
    writer.u64(e.step);
    writer.i64(e.time);
    if (!has_amounts()) continue;
    writer.u64(all.amounts[i].currency);
    writer.i64(all.amounts[i].micros);
  }
}

Paths Paths::decode(base::ByteReader& reader) {
  Paths paths;
  const std::size_t entities = read_texts(reader, paths.entities_);
  const std::size_t steps = read_texts(reader, paths.steps_);
  const uint64_t with_amounts = reader.u64();
  reader.require(with_amounts <= 1);
  for (std::size_t i = reader.count(3); i > 0 && !reader.failed(); --i) {
    Event e{};
    e.entity = static_cast<uint32_t>(reader.u64());
    e.step = static_cast<uint32_t>(reader.u64());
    e.time = reader.i64();
    Amount amount;
    if (with_amounts == 1) amount.currency = static_cast<uint32_t>(reader.u64());
    if (with_amounts == 1) amount.micros = reader.i64();
    if (e.entity < entities && e.step < steps) paths.push(e, amount);
  }
  return paths;
}

bool Paths::operator==(const Paths& o) const {
  if (events_.size() != o.events_.size()) return false;
  const Canonical a = canonical();
  const Canonical b = o.canonical();
  return a.entities == b.entities && a.steps == b.steps && a.amounts == b.amounts &&
         std::equal(a.events.begin(), a.events.end(), b.events.begin(), b.events.end(),
                    [](const Event& x, const Event& y) { return key(x) == key(y); });
}

}  // namespace pegel::partial
