#include "csv/file_type.h"

#include <algorithm>

namespace pegel::csv {

namespace {

struct Magic {
  std::string_view bytes;
  FileType type;
};

// First bytes of formats that get a table's name by mistake.
constexpr Magic kMagics[] = {
    {"PK\x03\x04", {"zip or Excel workbook", FileFamily::office}},
    {"\xd0\xcf\x11\xe0", {"Excel 97 workbook or other Office file", FileFamily::office}},
    {"\x1f\x8b", {"gzip archive", FileFamily::archive}},
    {"\x89PNG", {"PNG picture"}},
    {"%PDF", {"PDF document"}},
    {"\xff\xd8\xff", {"JPEG picture"}},
    {"GIF8", {"GIF picture"}},
    {"7z\xbc\xaf", {"7z archive", FileFamily::archive}},
    {"Rar!", {"RAR archive", FileFamily::archive}},
    {"SQLite format 3", {"SQLite database"}},
    {"PAR1", {"Parquet file"}},
    {"<!DOCTYPE html", {"web page"}},
    {"<!doctype html", {"web page"}},
    {"<html", {"web page"}},
};

constexpr std::size_t kLookedAt = 4096;
/// So many control characters prove nothing: they may have got into a text.
constexpr std::ptrdiff_t kStrayBytes = 3;

}  // namespace

const FileType* file_type_of(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return &magic.type;
  }
  return nullptr;
}

bool is_binary(std::string_view text) {
  const std::string_view start = text.substr(0, kLookedAt);
  const auto odd = std::count_if(start.begin(), start.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x1a && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
  });
  return odd > kStrayBytes && static_cast<std::size_t>(odd) * 20 > start.size();
}

}  // namespace pegel::csv
