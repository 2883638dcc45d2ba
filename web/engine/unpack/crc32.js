// The checksum of zip entries (ISO 3309, polynomial 0xEDB88320).

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; ++bit) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The checksum of what had `before`, 0 at the start, and `bytes` after it. @param {number} before @param {Uint8Array} bytes */
export function crc32(before, bytes) {
  let sum = ~before;
  for (let i = 0; i < bytes.length; ++i) sum = TABLE[(sum ^ bytes[i]) & 0xff] ^ (sum >>> 8);
  return ~sum >>> 0;
}
