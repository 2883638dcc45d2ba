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
};

/// The same of formats made of text, in lower case, behind blanks.
constexpr Magic kTexts[] = {
    {"<!doctype html", {"web page"}}, {"<html", {"web page"}},       {"<head", {"web page"}},
    {"<table", {"web page"}},         {"<meta ", {"web page"}},      {"<style", {"web page"}},
    {"<body", {"web page"}},          {"<div", {"web page"}},        {"<h1", {"web page"}},
    {"<script", {"web page"}},        {"<center", {"web page"}},     {"<?xml", {"XML file"}},
    {"<!--", {"web page"}},           {"{\\rtf", {"text document"}}, {"mime-version:", {"web archive"}},
    {"begin:vcard", {"vCard file"}},  {"id;pwxl", {"SYLK file"}},    {"begin:vcalendar", {"calendar"}},
};
constexpr FileType kJson = {"JSON file"};
constexpr FileType kXml = {"XML file"};

constexpr std::size_t kLookedAt = 4096;
/// So many control characters prove nothing: they may have got into a text.
constexpr std::ptrdiff_t kStrayBytes = 3;

std::string_view behind_blanks(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (;;) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    text.remove_prefix(first);
    if (!text.starts_with(kNoBreakSpace)) return text;
    text.remove_prefix(kNoBreakSpace.size());
  }
}

bool starts_in_any_case(std::string_view text, std::string_view small) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return text.size() >= small.size() &&
         std::equal(small.begin(), small.end(), text.begin(), [&](char b, char a) { return same(a, b); });
}

/// A tag that another follows.
bool is_xml(std::string_view text) {
  if (text.size() < 2 || text[0] != '<' || !(((text[1] | 0x20) >= 'a' && (text[1] | 0x20) <= 'z'))) return false;
  const auto end = text.find('>');
  return end != text.npos && behind_blanks(text.substr(end + 1)).starts_with('<');
}

/// An object whose first member has a name, or an array of such or of arrays.
bool is_json(std::string_view text) {
  if (text.starts_with('[')) {
    text = behind_blanks(text.substr(1));
    if (text.starts_with('[')) return true;
  }
  if (!text.starts_with('{')) return false;
  text = behind_blanks(text.substr(1));
  if (!text.starts_with('"')) return false;
  const auto end = text.find('"', 1);
  return end != text.npos && behind_blanks(text.substr(end + 1)).starts_with(':');
}

}  // namespace

const FileType* file_type_of(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return &magic.type;
  }
  constexpr std::string_view kBom = "\uFEFF";
  const std::string_view text = behind_blanks(bytes.substr(bytes.starts_with(kBom) ? kBom.size() : 0, kLookedAt));
  for (const Magic& magic : kTexts) {
    if (starts_in_any_case(text, magic.bytes)) return &magic.type;
  }
  if (is_xml(text)) return &kXml;
  return is_json(text) ? &kJson : nullptr;
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
