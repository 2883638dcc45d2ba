#pragma once
// What a mistyped name most likely meant.

#include <string>
#include <string_view>
#include <vector>

namespace pegel {

/// The one of `names` with the fewest letters to insert, delete, replace or swap, case ignored; what begins with `word` is
/// one letter away; of equals the first. Empty when more than half of the letters differ, and for no names.
std::string nearest(std::string_view word, const std::vector<std::string>& names);

/// ` Did you mean "win_rate"?`, to end an error's text; empty when nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

/// `"wonn" is not one of open, won, lost.`, with the nearest instead of a long list.
std::string not_one_of(std::string_view word, const std::vector<std::string>& names);

}  // namespace pegel
