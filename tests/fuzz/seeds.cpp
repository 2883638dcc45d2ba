// Writes what the fuzzers start from: fuzz_seeds SAMPLES FOLDER  -> FOLDER/<target>/<n>
// Of the shipped samples, of generated files and of cases by hand; nothing of it is kept in the repository.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/cube_plan.h"
#include "json/json.h"
#include "support/generate.h"

namespace pegel::fuzz {
namespace {

using namespace std::string_literals;
using Texts = std::vector<std::string>;

// Small enough that a fuzzer gets through thousands a second.
constexpr std::size_t kMostBytes = 1500;

const Texts kTables = {
    "a,b\n1,2\n",
    "sep=;\na;b\n1,5;2\n",
    "\"a\nb\",c\r\n\"d\"\"e\",f\r\n",
    "a,\"b\nc,d\n",
    "x\"y,1\n\"a\"b,2\n",
    "\"a\\\"b\",c\n'd,e',f\n",
    "Report of March\n\nName;Amount\nA;1.234,56\nTotal;1.234,56\n",
    "a\tb\tc\n1\t\t3\n\n#x\n",
    "id|id||name\n1|2|3|4\n5|6\n",
    "a::b::c\n1::2::3\n",
    "  a   b  \n 1  2\n",
    "a\0b,c\n1,2\n"s,
    "a\rb\rc",
    "__proto__,constructor\n=1+1,@x\n",
    "Kunde;Jan 2026;Feb 2026;Mrz 2026\nA;10;;30\nB;1.000,5;2;x\n",
    "Deal ID,Status,Amount,Currency,Created,Closed,Owner\n"
    "1,won,\"1,234.50\",EUR,2026-01-02,2026-01-20,Ada\n"
    "1,lost,$5,USD,03/04/2026,31/12/2026,Bob\n"
    "2,gewonnen,(12),EUR,1900-01-00,,\n"
    "Total,,99,,,,\n",
    "Datum;Betrag;Status\n31.02.2026;1.234;offen\n14.03.26;12,5;verloren\n;;\nDatum;Betrag;Status\n",
    "respondent,Q1 How likely,NPS,Date\nR1,10 - Extremely likely,9,2026-03-01\nR2,0,11,2026-03-02\n",
    "deal,Lead,Demo,Won\nD1,2026-01-01,2026-01-05,2026-02-01\nD2,2026-01-03,,\n",
};
const Texts kEncoded = {
    "\xEF\xBB\xBFN\xC3\xA4me;1\n"s,
    "\xFF\xFE"
    "a\0;\0b\0\n\0\x31\0;\0\x32\0\n\0"s,
    "\xFE\xFF"
    "\0a\0,\0b\0\r\0\n\0\x31\0,\0\x32"s,
    "a\0,\0b\0\n\0"s,
    "Stra\xDF"
    "e;M\xFCller;\x80\n"s,
    "Stra\xA7"
    "e;M\x9Fller\n"s,
    "\xB2\xB3\xB4;\xE2\xE3\n"s,
    "\xD5\x80\xD5\xA1\xD5\xB5,\xF0\x9F\x98\x80,\xE2\x82\n"s,
};
const Texts kNumbers = {
    "1.234,56\n1,234.56\n1 234,56\n1'234.56\n(12)\n12-\n12 %\n",
    "\xE2\x82\xAC 5,00\n5,00 EUR\n$1,000\n1e3\n1,5 Mio.\n5,-\n-0\n",
    "1.234\n12.345\n1,234\n0,5\n9223372036854.775807\n1e-15\n99999999999999999999\n",
    "10 - Extremely likely\n0 = gar nicht\n9-10\n3. eher ja\nn/a\n",
};
const Texts kDates = {
    "2026-03-14\n14.03.2026\n3/14/26\n14-Mar-26\nMarch 14, 2026\n14 M\xC3\xA4rz 2026\n",
    "2026-03-14T10:15:00Z\n2026-03-14 10:15:00.402 +04:00\n03/04/2026 1:05 PM\n20260314\n",
    "Q1 2026\n2026-03\nM\xC3\xA4rz 2026\n2026\n45000\n1767225600\n1767225600000\n",
    "31.02.2026\n1900-01-00\n9999-12-31\n0001-01-01\n29.02.2024\n",
};

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The whole lines at the start of `text`.
std::string start_of(const std::string& text) {
  const std::size_t end = text.size() <= kMostBytes ? text.size() : text.rfind('\n', kMostBytes);
  return text.substr(0, end);
}

Texts files_of(const std::filesystem::path& samples) {
  Texts texts;
  for (const auto& entry : std::filesystem::directory_iterator(samples)) {
    if (entry.path().extension() == ".csv") texts.push_back(start_of(text_of(entry.path())));
  }
  std::sort(texts.begin(), texts.end());
  for (const test::File& file :
       {test::deals_file(1, 40), test::responses_file(2, 40), test::stage_history_file(3, 20)}) {
    texts.push_back(start_of(file.text));
  }
  return texts;
}

Texts joined(std::initializer_list<Texts> lists) {
  Texts all;
  for (const Texts& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

/// One file a text, behind `choosing` bytes that differ from text to text (Input).
void put(const std::filesystem::path& folder, std::size_t choosing, const Texts& texts) {
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::string bytes;
    for (std::size_t c = 0; c < choosing; ++c) bytes += static_cast<char>(i >> (2 * c));
    std::ofstream(folder / std::to_string(i), std::ios::binary) << bytes << texts[i];
  }
}

void put_all(const std::filesystem::path& samples, const std::filesystem::path& folder) {
  const Texts files = joined({kTables, kEncoded, files_of(samples)});
  put(folder / "encoding", 2, files);
  put(folder / "sniffer", 1, files);
  put(folder / "tokenizer", 4, files);
  put(folder / "splitter", 5, files);
  put(folder / "whole", 2, files);
  put(folder / "numbers", 3, kNumbers);
  put(folder / "dates", 3, kDates);
  const Plan plan = cube_plan();
  put(folder / "plan", 0, {json::write(plan), "{}", "{\"sources\":[{}],\"period\":null}", "[[[[[[", "\"\\ud800\""});
  auto cube = cube_of_files(plan).encode();
  cube.resize(cube.size() - kSealBytes);
  put(folder / "cube", 0, {{cube.begin(), cube.end()}});
  const auto slice = slice_of_files(plan);
  put(folder / "slice", 0, {{slice.begin(), slice.end()}});
  const auto lent = lent_by_files(lending_plan());
  put(folder / "lent", 0, {{lent.begin(), lent.end()}});
}

}  // namespace
}  // namespace pegel::fuzz

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  pegel::fuzz::put_all(argv[1], argv[2]);
  return 0;
}
