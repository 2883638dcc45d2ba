#pragma once
// The events of a log in SQL.

/// `happened`: when they did, in seconds; by their days where any has no time of day.
#define PEGEL_HAPPENED_SQL                                                                                         \
  "known AS (SELECT * FROM stage_history\n"                                                                        \
  "               WHERE entity_id IS NOT NULL AND stage IS NOT NULL AND entered IS NOT NULL),\n"                   \
  "     happened AS (SELECT entity_id, stage,\n"                                                                   \
  "                         CASE WHEN (SELECT count(*) FROM known WHERE entered_time IS NULL) = 0\n"               \
  "                              THEN epoch(entered_time) ELSE epoch(CAST(entered AS TIMESTAMP)) END AS entered\n" \
  "                  FROM known)"
