#include "dataset/other_kinds.h"

namespace pegel::dataset {
namespace {

constexpr OtherKind kOthers[] = {
    {"payments",
     "Payment Method|Payment ID|Payment Date|Amount Refunded|Converted Amount|Decline Reason|Captured|Fee|Card Brand|"
     "Zahlungsart|Zahlungsdatum|Betaalmethode|Betaaldatum|Վճարման եղանակ",
     "Order ID|Amount|Currency|Status|Customer ID|Refunded"},
};

}  // namespace

std::span<const OtherKind> other_kinds() { return kOthers; }

}  // namespace pegel::dataset
