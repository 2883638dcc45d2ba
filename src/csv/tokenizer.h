#pragma once
// Bytes to records. Two tokenizers that must agree: tokenize (64 bytes at a time) and reference_tokenize (a byte at a time).

#include "csv/records.h"
#include "pegel/dialect.h"

namespace pegel::csv {

/// As a delimiter: one or more spaces or tabs; those at the start or end of a record delimit nothing.
inline constexpr std::string_view kWhitespace = "\\s+";

/// Finds the whole records at the start of `text` (UTF-8, no BOM). Grammar, for both tokenizers:
/// - A record ends at LF, CRLF or CR outside quotes; an empty line is a record of one empty field.
/// - A quote opens only as the first byte of a field; elsewhere it is an ordinary byte.
/// - Inside quotes a doubled quote is a quote; with Escape::backslash also a backslash before a quote or a backslash
///   makes that byte itself. Everything else is itself.
/// - The closing quote is the first that a delimiter, a line end or the end of the text follows; quotes before it that
///   text follows are text, if they stand on its line.
/// - A quote that has no closing one, or is followed by one that opens another field, is text.
///   A doubled quote before a delimiter on its line then closes the field after all, the first of the two being text;
///   else a quote on its line that text follows: the field is given with its quotes, `quoted` unset, nothing lost.
/// - Records with quotes out of place, however read, are listed in Records::odd.
/// - With `last`, the end of the text ends the last record.
/// Without `last`, a record whose end is not proven by the text (a CR as the last byte, say) is not consumed.
/// - An empty delimiter delimits nothing: every record has one field.
/// Replaces what `out` held. Returns the bytes consumed. `text` must be shorter than 1 GiB. Does not throw except for memory.
std::size_t tokenize(const Dialect& dialect, std::string_view text, bool last, Records& out);
std::size_t reference_tokenize(const Dialect& dialect, std::string_view text, bool last, Records& out);

}  // namespace pegel::csv
