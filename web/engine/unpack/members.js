// A gzip file may hold several members one behind the other (RFC 1952, 2.2): together they are one table. Browsers unpack one
// at a time and do not tell where it ends, so each border is guessed from what begins a member and proven by unpacking.

import { BLOCK } from '../blocks.js';
import { PegelError } from '../protocol.js';
import { blocksOf } from './inflate.js';

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
/** Bytes within a member that look like the start of one, more of which no honest file has. */
const MOST_FALSE_STARTS = 16;

/** Whether a member's header stands here: deflate, no reserved flag, a known level and system. @param {Uint8Array} bytes @param {number} at */
function isHeader(bytes, at) {
  const [mark, mark2, method, flags, , , , , level, system] = bytes.subarray(at, at + HEADER_BYTES);
  const known = system <= 13 || system === 255;
  return mark === 0x1f && mark2 === 0x8b && method === 8 && flags < 0x20 && [0, 2, 4].includes(level) && known;
}

/** Where members may start, but for the first. @param {Blob} blob */
async function startsIn(blob) {
  const starts = [];
  for (let from = 0; from < blob.size; from += BLOCK) {
    const bytes = new Uint8Array(await blob.slice(from, from + BLOCK + HEADER_BYTES - 1).arrayBuffer());
    for (let at = bytes.indexOf(0x1f); at >= 0 && at < BLOCK; at = bytes.indexOf(0x1f, at + 1))
      if (from + at > 0 && isHeader(bytes, at)) starts.push(from + at);
  }
  return starts;
}

/** The size that a gzip file's last four bytes state. @param {Blob} blob */
export async function statedSize(blob) {
  return new DataView(await blob.slice(-4).arrayBuffer()).getUint32(0, true);
}

/** What a member unpacks to, in bytes; null where these bytes are no whole member. Error: "file.zipbomb". @param {string} name @param {Blob} blob */
async function sizeOf(name, blob) {
  const size = await statedSize(blob);
  try {
    for await (const _ of blocksOf({ name, blob, method: 'gzip', size }));
    return size;
  } catch (error) {
    if (error instanceof PegelError && error.code === 'file.damaged') return null;
    throw error;
  }
}

/**
 * The members of a gzip file and what they unpack to together; null where it is not made of members alone.
 * Error: "file.zipbomb" of a member. @param {File} file @returns {Promise<{members: Blob[], size: number} | null>}
 */
export async function membersOf(file) {
  const found = { members: /** @type {Blob[]} */ ([]), size: 0 };
  let [from, falseStarts] = [0, 0];
  for (const to of [...(await startsIn(file)), file.size]) {
    const member = file.slice(from, to);
    const size = to - from < HEADER_BYTES + TRAILER_BYTES ? null : await sizeOf(file.name, member);
    if (size === null) {
      if (++falseStarts > MOST_FALSE_STARTS) return null;
      continue;
    }
    found.members.push(member);
    found.size += size;
    from = to;
  }
  return from === file.size ? found : null;
}
