// The real exports in the folder named by PEGEL_DATA.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "csv/csv_support.h"
#include "csv/encoding.h"
#include "csv/sniffer.h"

namespace pegel::csv {
namespace {

struct Case {
  const char* path;
  bool bom;
  LineEnding line_ending;
  int header_rows;
  int skip_after_header;
  std::size_t columns;
  const char* first_cell;  ///< of the first record
};

constexpr LineEnding kLf = LineEnding::lf;
constexpr LineEnding kCrlf = LineEnding::crlf;

const std::vector<Case> kCases = {
    {"crm/hubspot_api_deal.csv", false, kCrlf, 1, 0, 11, "deal_id"},
    {"crm/hubspot_api_deal_stage.csv", false, kCrlf, 1, 0, 9, "_fivetran_start"},
    {"crm/salesforce_api_opportunity.csv", false, kLf, 1, 0, 36, "_fivetran_synced"},
    {"crm/salesforce_dev_Account.csv", false, kLf, 1, 0, 17, "Id"},
    {"crm/salesforce_dev_Lead.csv", false, kLf, 1, 0, 28, "Id"},
    {"crm/salesforce_dev_Opportunity.csv", false, kLf, 1, 0, 19, "Id"},
    {"crm/salesforce_dev_OpportunityHistory.csv", false, kLf, 1, 0, 13, "Id"},
    {"eu/aw_internetsales_decimalcomma_20110123.csv", true, kCrlf, 1, 0, 26, "ProductKey"},
    {"eu/aw_internetsales_decimalcomma_20110124.csv", true, kCrlf, 1, 0, 26, "ProductKey"},
    {"eu/aw_internetsales_decimalcomma_20110125.csv", true, kCrlf, 1, 0, 26, "ProductKey"},
    {"funnel/pb031_input_01.csv", false, kLf, 1, 0, 5, "Order"},
    {"funnel/pb031_truth_output_01.csv", false, kCrlf, 1, 0, 2, "Avg Time to Send"},
    {"funnel/pb031_truth_output_02.csv", false, kCrlf, 1, 0, 2, "Time to Review from Sending Order"},
    {"funnel/pb031_truth_output_03.csv", false, kCrlf, 1, 0, 6, "City"},
    {"funnel/pb031_truth_output_04.csv", false, kCrlf, 1, 0, 4, "City"},
    {"nps/nps_long_pt.csv", false, kLf, 1, 0, 9, "answer_id"},
    {"nps/pb040_input_01.csv", false, kCrlf, 1, 0, 11, "Timestamp"},
    {"nps/pb040_input_02.csv", false, kLf, 1, 0, 11, "Timestamp"},
    {"nps/pb040_truth_output_01.csv", false, kCrlf, 1, 0, 4, "NPS Score"},
    {"nps/pb122_input_01.csv", false, kLf, 1, 0, 3, "Airline"},
    {"nps/pb122_input_02.csv", false, kLf, 1, 0, 3, "Airline"},
    {"nps/pb122_truth_output_01.csv", false, kLf, 1, 0, 3, "Airline"},
    {"nps/qualtrics_german_3row.csv", false, kLf, 1, 2, 20, "StartDate"},
    {"orders/cdnow_sample.txt", false, kCrlf, 0, 0, 5, "00004"},
    {"orders/jaffle_customers.csv", false, kLf, 1, 0, 3, "id"},
    {"orders/jaffle_orders.csv", false, kCrlf, 1, 0, 4, "id"},
    {"orders/jaffle_payments.csv", false, kLf, 1, 0, 4, "id"},
    {"orders/pb037_input_01.csv", false, kLf, 1, 0, 7, "Customer ID"},
    {"orders/pb037_input_02.csv", false, kLf, 1, 0, 7, "Customer ID"},
    {"orders/pb037_input_03.csv", false, kLf, 1, 0, 7, "Customer ID"},
    {"orders/pb037_input_04.csv", false, kLf, 1, 0, 7, "Customer ID"},
    {"orders/pb037_input_05.csv", false, kLf, 1, 0, 7, "Customer ID"},
    {"orders/pb037_input_06.csv", false, kLf, 1, 0, 7, "Customer ID"},
    {"orders/pb037_truth_output_01.csv", false, kLf, 1, 0, 4, "Returned Orders"},
    {"partners/pb043_input_01.csv", false, kLf, 1, 0, 13, "Store"},
    {"partners/pb043_input_02.csv", false, kLf, 1, 0, 6, "Location"},
    {"partners/pb043_input_03.csv", false, kLf, 1, 0, 3, "Target"},
    {"partners/pb043_truth_output_01.csv", false, kCrlf, 1, 0, 9, "Variance to Target"},
    {"tickets/pb281_input_01.csv", true, kCrlf, 1, 0, 11, "Complaint ID"},
    {"tickets/zendesk_api_ticket.csv", false, kCrlf, 1, 0, 36, "id"},
};

const char* folder() { return std::getenv("PEGEL_DATA"); }

std::string bytes_of(const char* path) {
  std::ifstream file(std::string(folder()) + "/" + path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

TEST(RealFiles, HaveTheDialectAndHeaderOfTheTable) {
  if (folder() == nullptr) GTEST_SKIP() << "PEGEL_DATA names no folder of real files";
  for (const Case& c : kCases) {
    const std::string bytes = bytes_of(c.path);
    ASSERT_FALSE(bytes.empty()) << c.path;
    const std::span<const uint8_t> span(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
    const EncodingGuess encoding = guess_encoding(span, true);
    EXPECT_EQ(encoding.encoding, Encoding::utf8) << c.path;
    EXPECT_EQ(encoding.bom, c.bom) << c.path;

    std::string text;
    Decoder(encoding.encoding).decode(span, true, text);
    const Dialect dialect = sniff(text, true).dialect;
    const bool spaces = std::string_view(c.path).ends_with(".txt");
    EXPECT_EQ(dialect.delimiter, spaces ? kWhitespace : ",") << c.path;
    EXPECT_EQ(dialect.line_ending, c.line_ending) << c.path;
    EXPECT_EQ(dialect.skip_rows, 0) << c.path;
    EXPECT_EQ(dialect.header_rows, c.header_rows) << c.path;
    EXPECT_EQ(dialect.skip_after_header, c.skip_after_header) << c.path;

    const Rows rows = outcome_of(&tokenize, dialect, text, true).rows;
    ASSERT_FALSE(rows.empty()) << c.path;
    EXPECT_EQ(rows[0].size(), c.columns) << c.path;
    EXPECT_EQ(rows[0][0], c.first_cell) << c.path;
  }
}

TEST(RealFiles, GiveTheSameRecordsByBothTokenizersAndForEveryPieceSize) {
  if (folder() == nullptr) GTEST_SKIP() << "PEGEL_DATA names no folder of real files";
  for (const Case& c : kCases) {
    const std::string text = bytes_of(c.path);
    const Dialect dialect = sniff(text, true).dialect;
    EXPECT_EQ(outcome_of(&tokenize, dialect, text, true), outcome_of(&reference_tokenize, dialect, text, true))
        << c.path;
    const ReadOutcome whole = read_in_pieces(dialect, text, text.size());
    for (const std::size_t piece : {1, 7, 1000}) EXPECT_EQ(read_in_pieces(dialect, text, piece), whole) << c.path;
  }
}

}  // namespace
}  // namespace pegel::csv
