#include "csv/file_type.h"

#include <gtest/gtest.h>

#include "pegel/engine.h"

namespace pegel {
namespace {

Error refusal(std::string_view bytes) {
  const auto found = profile({"deals.csv", static_cast<int64_t>(bytes.size()),
                              std::span(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size())});
  return found ? Error{"accepted", {}, {}, {}} : found.error();
}

TEST(FileType, only_office_files_are_told_to_be_saved_from_excel) {
  struct Case {
    std::string_view bytes;
    const char* code;
    const char* remedy;
  };
  const Case cases[] = {
      {std::string_view("PK\x03\x04rest", 8), "file.type", "In Excel: File, Save as, \"CSV UTF-8\"."},
      {"\xd0\xcf\x11\xe0rest", "file.type", "In Excel: File, Save as, \"CSV UTF-8\"."},
      {"\x89PNG\r\n", "file.other", "Choose the table as CSV."},
      {"\x1f\x8brest", "file.other", "Unpack it and choose the table inside."},
      {"<!DOCTYPE html><p>", "file.other", "Choose the table as CSV."},
      {" \n<!doctype HTML>", "file.other", "Choose the table as CSV."},
      {"<TABLE border=1><tr><td>1", "file.other", "Choose the table as CSV."},
      {"\uFEFF<?xml version=\"1.0\"?><Workbook/>", "file.other", "Choose the table as CSV."},
      {"[ {\"id\": 1}]", "file.other", "Choose the table as CSV."},
      {"{\"id\":1}\n{\"id\":2}\n", "file.other", "Choose the table as CSV."},
      {"[[\"id\",\"a\"],[1,2]]", "file.other", "Choose the table as CSV."},
      {"\u00A0<html><table>", "file.other", "Choose the table as CSV."},
      {"<meta http-equiv=Content-Type><style>", "file.other", "Choose the table as CSV."},
      {"<rows>\n<row id=\"1\"/></rows>", "file.other", "Choose the table as CSV."},
      {"<Workbook xmlns=\"x\">\n <Sheet>", "file.other", "Choose the table as CSV."},
      {"BEGIN:VCARD\nVERSION:3.0\n", "file.other", "Choose the table as CSV."},
      {"ID;PWXL;N;E\nP;PGeneral\n", "file.other", "Choose the table as CSV."},
      {std::string_view("\xff\xfe<\0h\0t\0m\0l\0>\0<\0p\0>\0", 20), "file.other", "Choose the table as CSV."},
      {"{\\rtf1 a,b", "file.other", "Choose the table as CSV."},
      {std::string_view("a\0\1\2\3\4\5\6", 8), "file.binary", "Choose a CSV file."},
      {" \r\n", "file.empty", "Choose another file."},
      {"sep=;\n", "file.empty", "Choose another file."},
  };
  for (const Case& c : cases) {
    const Error error = refusal(c.bytes);
    EXPECT_EQ(error.code, c.code) << c.bytes;
    EXPECT_TRUE(error.text.ends_with(c.remedy)) << error.text;
  }
}

TEST(FileType, tables_that_only_begin_alike_are_read) {
  for (const char* text : {"{a},b\n1,2\n3,4\n", "[x],y\n1,2\n3,4\n", "<1h,n\n3,4\n5,6\n",
                           "<Name>;<Paid>\nAnn;4\nBob;6\n", "ID;Paid\n1;2\n3;4\n", "{\"a\",b\n1,2\n3,4\n"}) {
    EXPECT_EQ(refusal(text).code, "accepted") << text;
  }
}

}  // namespace
}  // namespace pegel
