#pragma once
// The page's English texts (web/i18n/en.json, embedded when the tool is built), so that both say the same words.

#include <map>
#include <string>
#include <string_view>

#include "pegel/role.h"

namespace pegel::cli {

using Values = std::map<std::string, std::string>;

/// An ICU message with `values` filled in: {name}, {name, number}, {name, plural, =0 {…} one {…} other {# …}} by the rules
/// of English. A name without a value stays as it stands.
std::string filled(std::string_view message, const Values& values);

/// Whether there is a text of that key.
bool has_text(const std::string& key);
/// The text of a key; an unknown key is returned as it stands.
std::string text(const std::string& key, const Values& values = {});
/// The text of "group.id"; without one the id with blanks for underscores.
std::string word(const std::string& group, std::string_view id);

}  // namespace pegel::cli
