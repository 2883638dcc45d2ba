// The limit: W1 by hand over just this file's layout, nothing found out, nothing kept, nothing checked.
// One worker's memory, blocks of any size; 64 bytes at a time by masks of separators and quotes.

#include <wasm_simd128.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace {

enum Column { status = 1, created = 2, closed = 3, amount = 4, partner = 6, columns = 11 };

struct Deals {
  std::string name;
  int64_t all = 0, won = 0, lost = 0, hundredths = 0, days = 0;
  std::vector<uint16_t> cycles;
};

constexpr std::size_t kSlots = 4096;  // far more than partners
std::array<Deals, kSlots> table;
std::vector<uint8_t> memory;
std::size_t carried = 0;  // bytes of a row whose end has not come
bool header = true;
std::string json;

uint64_t mask_of(const uint8_t* at, char c) {
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    const v128_t equal = wasm_i8x16_eq(wasm_v128_load(at + 16 * i), wasm_i8x16_splat(c));
    mask |= static_cast<uint64_t>(wasm_i8x16_bitmask(equal)) << (16 * i);
  }
  return mask;
}

uint64_t prefix_xor(uint64_t bits) {
  for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
  return bits;
}

/// A quoted field without its quotes; doubled ones stay.
std::string_view bare(std::string_view field) {
  return field.size() > 1 && field.front() == '"' ? field.substr(1, field.size() - 2) : field;
}

Deals& deals_of(std::string_view name) {
  uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  for (std::size_t slot = hash % kSlots;; slot = (slot + 1) % kSlots) {
    Deals& found = table[slot];
    if (found.all == 0) found.name = name;
    if (found.name == name) return found;
  }
}

int number(const char* at, int digits) {
  int value = 0;
  for (int i = 0; i < digits; ++i) value = value * 10 + (at[i] - '0');
  return value;
}

/// Days of "2026-03-14", from a day of no importance.
int day_of(std::string_view iso) {
  int year = number(iso.data(), 4), month = number(iso.data() + 5, 2);
  if (month <= 2) --year;
  month += month <= 2 ? 9 : -3;
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + number(iso.data() + 8, 2);
}

int64_t hundredths_of(std::string_view text) {
  const bool minus = text.front() == '-';
  int64_t value = 0;
  int decimals = -1;
  for (const char c : text.substr(minus)) {
    if (c == '.') {
      decimals = 0;
    } else {
      value = value * 10 + (c - '0');
      decimals += decimals >= 0;
    }
  }
  for (decimals = std::max(decimals, 0); decimals < 2; ++decimals) value *= 10;
  return minus ? -value : value;
}

void add(const std::array<std::string_view, columns>& row) {
  Deals& deals = deals_of(bare(row[partner]));
  ++deals.all;
  if (row[status] == "lost") ++deals.lost;
  if (row[status] != "won") return;
  ++deals.won;
  deals.hundredths += hundredths_of(row[amount]);
  deals.cycles.push_back(static_cast<uint16_t>(day_of(row[closed]) - day_of(row[created])));
  deals.days += deals.cycles.back();
}

/// Adds the whole rows of `size` bytes and says where the rest begins.
std::size_t read(const uint8_t* bytes, std::size_t size) {
  std::array<std::string_view, columns> row;
  std::size_t column = 0, start = 0, row_start = 0;
  bool inside = false;
  for (std::size_t base = 0; base < size; base += 64) {
    uint64_t ends = mask_of(bytes + base, ',') | mask_of(bytes + base, '\n');
    const uint64_t quotes = mask_of(bytes + base, '"');
    if (quotes != 0 || inside) {
      const uint64_t quoted = prefix_xor(quotes) ^ (inside ? ~0ull : 0);
      inside = (quoted >> 63) != 0;
      ends &= ~quoted;
    }
    if (size - base < 64) ends &= (1ull << (size - base)) - 1;
    for (; ends != 0; ends &= ends - 1) {
      const std::size_t end = base + static_cast<std::size_t>(__builtin_ctzll(ends));
      if (column < columns) row[column++] = {reinterpret_cast<const char*>(bytes) + start, end - start};
      start = end + 1;
      if (bytes[end] != '\n') continue;
      if (!header) add(row);
      header = false;
      column = 0;
      row_start = start;
    }
  }
  return row_start;
}

/// A raw name as JSON: its doubled quotes become escaped ones.
std::string quoted(std::string name) {
  for (std::size_t at = 0; (at = name.find("\"\"", at)) != std::string::npos; at += 2) name[at] = '\\';
  return '"' + name + '"';
}

/// A share of `whole`; null where that is nothing.
std::string ratio(double part, int64_t whole) {
  if (whole == 0) return "null";
  char text[32];
  std::snprintf(text, sizeof text, "%.17g", part / static_cast<double>(whole));
  return text;
}

double median_of(std::vector<uint16_t>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return values.size() % 2 == 1 ? *middle : (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

void write(Deals& deals) {
  const double value = static_cast<double>(deals.hundredths) / 100;
  const double median = deals.won == 0 ? 0 : median_of(deals.cycles);
  json += (json.size() > 1 ? "," : "") + quoted(deals.name) + ":{\"deals\":" + std::to_string(deals.all) +
          ",\"won\":" + std::to_string(deals.won) +
          ",\"winRate\":" + ratio(static_cast<double>(deals.won), deals.won + deals.lost) +
          ",\"wonValue\":" + ratio(value, 1) + ",\"averageSize\":" + ratio(value, deals.won) +
          ",\"medianDays\":" + ratio(median, deals.won > 0) +
          ",\"meanDays\":" + ratio(static_cast<double>(deals.days), deals.won) + "}";
}

}  // namespace

extern "C" {

/// Where the next `size` bytes go.
uint8_t* reserve(std::size_t size) {
  if (memory.size() < carried + size + 64) memory.resize(carried + size + 64);
  return memory.data() + carried;
}

void push(std::size_t size) {
  const std::size_t all = carried + size;
  const std::size_t rest = read(memory.data(), all);
  carried = all - rest;
  std::memmove(memory.data(), memory.data() + rest, carried);
}

/// The partners as JSON, ended by a zero.
const char* result() {
  json = "{";
  for (Deals& deals : table) {
    if (deals.all > 0) write(deals);
  }
  json += "}";
  return json.c_str();
}
}
