#pragma once
// Roles that go by the same headers in several Kinds.

#include "dataset/kind.h"

namespace pegel::dataset {

/// The day of a row's last change: of a unit seen twice the row changed last is its present state.
inline constexpr RoleSpec kModified = {
    .role = Role::modified,
    .headers =
        "Last Modified Date|Last Modified|Last Modified Time|Modified|Modified On|Modified At|Modified Time|"
        "Modified Date|Last Updated|Last Updated On|Updated|Updated At|Update Date|Last Update|Deal - Update time|"
        "hs_lastmodifieddate|property_hs_lastmodifieddate|(Do Not Modify) Modified On|Write Date|Geändert am|"
        "Zuletzt geändert|Zuletzt geändert am|Letzte Änderung|Letzte Änderung am|Datum der letzten Änderung|"
        "Datum der letzten Aktualisierung|Deal - Aktualisierungszeit|Aktualisiert am|Zuletzt aktualisiert|"
        "Zuletzt aktualisiert am|Laatst gewijzigd|Laatst gewijzigd op|Datum laatste wijziging|Laatste wijzigingsdatum|"
        "Gewijzigd op|Laatst bijgewerkt|Laatst bijgewerkt op|Bijgewerkt op|Փոփոխված|Փոփոխվել է|Փոփոխման ամսաթիվ|"
        "Վերջին փոփոխություն|Վերջին փոփոխման ամսաթիվ|Թարմացված"};

}  // namespace pegel::dataset
