// How much an archive may unpack to. What passes a limit is refused in words, as soon as it is seen.

export const LIMITS = {
  /** Bytes of one table: gzip states its size modulo this. */
  table: 2 ** 32,
  /** Unpacked bytes for one packed one; exports of tables stay below 100, deflate reaches 1032. */
  ratio: 200,
  /** Bytes that a table may unpack to at any ratio. */
  unsuspected: 64 << 20,
  /** Tables of one archive. */
  tables: 100,
  /** Bytes of a workbook's parts together: its sheets are held as text while they are read. */
  workbook: 512 << 20,
};
